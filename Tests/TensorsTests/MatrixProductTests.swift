import Tensors
import Testing

@Suite("Matrix products and unfolding")
struct MatrixProductTests {
  private func transposed(_ x: Tensor) -> Tensor {
    let (rows, columns) = (x.shape[0], x.shape[1])
    var result = Tensor(shape: [columns, rows])
    for i in 0..<rows { for j in 0..<columns { result[j, i] = x[i, j] } }
    return result
  }

  @Test("a product by hand, in all four orientations")
  func orientations() {
    let a = Tensor(shape: [2, 3], values: [1, 2, 3, 4, 5, 6])
    let b = Tensor(shape: [3, 2], values: [1, 0, 2, 1, 0, -1])
    let expected = Tensor(shape: [2, 2], values: [5, -1, 14, -1])
    #expect(Tensor.product(a, .plain, b) == expected)
    #expect(Tensor.product(transposed(a), .transposed, b, .plain) == expected)
    #expect(Tensor.product(a, .plain, transposed(b), .transposed) == expected)
    #expect(Tensor.product(transposed(a), .transposed, transposed(b), .transposed) == expected)
  }

  @Test(
    "products are those of three loops, whatever the sizes", arguments: [(1, 1, 1), (5, 7, 3), (33, 65, 17)])
  func loops(rows: Int, inner: Int, columns: Int) {
    var generator = PCG32(seed: 2)
    let a = Tensor(normal: [rows, inner], deviation: 1, using: &generator)
    let b = Tensor(normal: [inner, columns], deviation: 1, using: &generator)
    let product = Tensor.product(a, .plain, b)
    for i in 0..<rows {
      for j in 0..<columns {
        let exact = (0..<inner).reduce(0.0) { $0 + Double(a[i, $1]) * Double(b[$1, j]) }
        #expect(abs(Double(product[i, j]) - exact) < 1e-5 * Double(inner))
      }
    }
  }

  @Test("an inner length of zero gives zeros; no rows or columns give nothing")
  func empty() {
    // A NaN in a recycled block must not come through.
    do { _ = Tensor(shape: [3, 4], repeating: .nan) }
    #expect(Tensor.product(Tensor(shape: [3, 0]), .plain, Tensor(shape: [0, 4])) == Tensor(shape: [3, 4]))
    #expect(
      Tensor.product(Tensor(shape: [0, 3]), .transposed, Tensor(shape: [0, 4]), .plain)
        == Tensor(shape: [3, 4]))
    #expect(Tensor.product(Tensor(shape: [0, 2]), .plain, Tensor(shape: [2, 4])).shape == [0, 4])
  }

  @Test("beta adds to what is there, and strides step over what is not meant")
  func accumulation() {
    // The left 2x2 of a 2x3 matrix, times the identity, added twice onto the right columns of a 2x3 matrix.
    let a: [Float] = [1, 2, 99, 3, 4, 99]
    let identity: [Float] = [1, 0, 0, 1]
    var c: [Float] = [7, 10, 10, 7, 10, 10]
    c.withUnsafeMutableBufferPointer { c in
      for _ in 0..<2 {
        multiply(
          a, strideOfA: 3, identity, strideOfB: 2, into: c.baseAddress! + 1, strideOfC: 3, rows: 2, inner: 2,
          columns: 2, adding: 1)
      }
    }
    #expect(c == [7, 12, 14, 7, 16, 18])
    #expect(!BLAS.kernels.isEmpty)
  }

  @Test("windows of a 3x3 ramp, by hand: rows of pixels, zeros outside")
  func unfolding() {
    let ramp = Tensor(shape: [1, 3, 3, 1], values: (1...9).map(Float.init))
    #expect(
      ramp.unfolded(Window(kernel: 2))
        == Tensor(shape: [4, 4], values: [1, 2, 4, 5, 2, 3, 5, 6, 4, 5, 7, 8, 5, 6, 8, 9]))
    #expect(
      ramp.unfolded(Window(kernel: 3, stride: 2, padding: 1))
        == Tensor(
          shape: [4, 9],
          values: [
            0, 0, 0, 0, 1, 2, 0, 4, 5, 0, 0, 0, 2, 3, 0, 5, 6, 0,
            0, 4, 5, 0, 7, 8, 0, 0, 0, 5, 6, 0, 8, 9, 0, 0, 0, 0,
          ]))
    // Each pixel is counted as often as windows cover it.
    #expect(
      Tensor(shape: [4, 4], repeating: 1).folded(Window(kernel: 2), onto: [1, 3, 3, 1])
        == Tensor(shape: [1, 3, 3, 1], values: [1, 2, 1, 2, 4, 2, 1, 2, 1]))
  }

  @Test("folding is the adjoint of unfolding: <unfold x, y> = <x, fold y>")
  func adjoint() {
    var generator = PCG32(seed: 3)
    let shape = [2, 5, 6, 3]
    let x = Tensor(normal: shape, deviation: 1, using: &generator)
    for kernel in 1...5 {
      for stride in 1...3 {
        for padding in 0...kernel {
          let window = Window(kernel: kernel, stride: stride, padding: padding)
          let windows = x.unfolded(window)
          let y = Tensor(normal: windows.shape, deviation: 1, using: &generator)
          let (left, right) = (
            windows.zipped(with: y, *).sum, x.zipped(with: y.folded(window, onto: shape), *).sum
          )
          #expect(abs(left - right) < 1e-4 * (1 + abs(left)), "\(window)")
        }
      }
    }
  }
}
