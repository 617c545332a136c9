import Backpropagation
import Tensors
import Testing

@Suite("Convolutions with fewer multiplications")
struct WinogradTests {
  static let window = Window(kernel: 3, padding: 1)

  /// The definition, in double precision.
  static func direct(_ x: Tensor, _ w: Tensor, _ bias: Tensor) -> Tensor {
    let (n, h, width, c) = (x.shape[0], x.shape[1], x.shape[2], x.shape[3])
    var y = Tensor(shape: [n, h, width, w.shape[0]])
    for image in 0..<n {
      for row in 0..<h {
        for column in 0..<width {
          for output in 0..<w.shape[0] {
            var sum = Double(bias[output])
            for i in 0..<3 where (0..<h).contains(row + i - 1) {
              for j in 0..<3 where (0..<width).contains(column + j - 1) {
                for channel in 0..<c {
                  sum +=
                    Double(x[image, row + i - 1, column + j - 1, channel]) * Double(w[output, i, j, channel])
                }
              }
            }
            y[image, row, column, output] = Float(sum)
          }
        }
      }
    }
    return y
  }

  @Test(
    "the same values as the definition, where tiles fit the image and where they do not",
    arguments: [[1, 16, 16, 8], [2, 13, 15, 16], [16, 7, 7, 8], [16, 4, 1, 8]])
  func definition(shape: [Int]) {
    var generator = PCG32(seed: 1)
    let x = Tensor(normal: shape, deviation: 1, using: &generator)
    let (w, bias) = (normal(24, 3, 3, shape[3], using: &generator), normal(24, using: &generator))
    #expect(Winograd.pays(shape: shape, outputs: 24, Self.window))
    let tape = Tape()
    let y = convolution(
      tape.constant(x), weight: tape.constant(w), bias: tape.constant(bias), Self.window)
    expectClose(y.value, Self.direct(x, w, bias), tolerance: 1e-5)
  }

  @Test("gradients, by finite differences")
  func differences() {
    // Lines of one tile: 16 images of 3 x 3 keep the number of differences small.
    var generator = PCG32(seed: 2)
    let inputs = [
      normal(16, 1, 3, 8, using: &generator), normal(8, 3, 3, 8, using: &generator),
      normal(8, using: &generator),
    ]
    #expect(Winograd.pays(shape: inputs[0].shape, outputs: 8, Self.window))
    expectGradients(of: inputs) { convolution($0[0], weight: $0[1], bias: $0[2], Self.window) }
  }

  @Test("each gradient is the transpose of the map it belongs to: <y, A x> = <Aᵀ y, x>")
  func transposes() throws {
    var generator = PCG32(seed: 3)
    let shape = [2, 13, 10, 8]
    let x = Tensor(normal: shape, deviation: 1, using: &generator)
    let w = normal(16, 3, 3, 8, using: &generator)
    let tape = Tape()
    let (image, kernel) = (tape.variable(x), tape.variable(w))
    let y = convolution(image, weight: kernel, bias: nil, Self.window)
    let direction = Tensor(normal: y.shape, deviation: 1, using: &generator)
    _ = tape.gradients(of: sum(y * tape.constant(direction)))
    // y is linear in the image and in the kernel.
    let value = dot(y.value, direction)
    #expect(abs(dot(try #require(tape.gradient(of: image)), x) - value) < 1e-5 * 13 * 10 * 16)
    #expect(abs(dot(try #require(tape.gradient(of: kernel)), w) - value) < 1e-5 * 13 * 10 * 16)
  }

  /// The gradients of image and kernel along a direction of the output, by unfolded windows and one product.
  static func unfoldedGradients(_ x: Tensor, _ w: Tensor, _ direction: Tensor) -> (x: Tensor, w: Tensor) {
    let (rows, width) = (direction.count / w.shape[0], w.count / w.shape[0])
    let g = direction.reshaped([rows, w.shape[0]])
    return (
      Tensor.product(g, .plain, w.reshaped([w.shape[0], width]), .plain).folded(window, onto: x.shape),
      Tensor.product(g, .transposed, x.unfolded(window), .plain).reshaped(w.shape)
    )
  }

  /// Compares values and gradients with those of unfolded windows.
  static func compare(_ shape: [Int], outputs: Int, direction: (Tensor) -> Tensor) throws {
    var generator = PCG32(seed: 4)
    let x = Tensor(normal: shape, deviation: 1, using: &generator)
    let w = normal(outputs, 3, 3, shape[3], using: &generator)
    #expect(Winograd.pays(shape: shape, outputs: outputs, window))
    let tape = Tape()
    let (image, kernel) = (tape.variable(x), tape.variable(w))
    let y = convolution(image, weight: kernel, bias: nil, window)
    let direct = Tensor.product(x.unfolded(window), .plain, w.reshaped([outputs, 9 * shape[3]]), .transposed)
    expectClose(y.value, direct.reshaped(y.shape), tolerance: 1e-5)
    let along = direction(Tensor(normal: y.shape, deviation: 1, using: &generator))
    // Whatever a block of memory held before must not matter.
    for count in [w.count, x.count, 36 * 65 * outputs, 36 * (outputs + 1) * shape[3]] {
      _ = Tensor(shape: [count], repeating: .nan)
    }
    _ = tape.gradients(of: sum(y * tape.constant(along)))
    let expected = unfoldedGradients(x, w, along)
    expectClose(try #require(tape.gradient(of: image)), expected.x, tolerance: 1e-5)
    expectClose(try #require(tape.gradient(of: kernel)), expected.w, tolerance: 1e-5)
  }

  @Test("as with unfolded windows, where products are cut into parts")
  func parts() throws {
    // 256 tiles of 64 channels: more than a million multiplications in each of the 36 products.
    try Self.compare([1, 64, 64, 64], outputs: 64) { $0 }
  }

  @Test("a gradient that reaches a few tiles, one pixel, or none is as with unfolded windows")
  func reached() throws {
    try Self.compare([1, 16, 16, 8], outputs: 8) { direction in
      var one = Tensor(shape: direction.shape)
      for channel in 0..<8 { one[0, 5, 11, channel] = direction[0, 5, 11, channel] }
      one[0, 15, 0, 3] = 1
      return one
    }
    try Self.compare([1, 16, 16, 8], outputs: 8) { Tensor(shape: $0.shape) }
    let winograd = Winograd(shape: [1, 16, 16, 8])
    var one = Tensor(shape: [1, 16, 16, 8])
    #expect(winograd.nonzeroTiles(of: one).tiles == 0)
    one[0, 7, 8, 7] = -1
    #expect(winograd.nonzeroTiles(of: one).tiles == 1)
  }

  @Test("what is derived from a tensor is made once, and anew when the tensor was written to")
  func derived() {
    var (calls, x) = (0, Tensor(shape: [2], values: [1, 2]))
    func doubled(_ x: Tensor) -> [Tensor] {
      calls += 1
      return [x.map { 2 * $0 }]
    }
    #expect(x.derived("double", doubled)[0].values == [2, 4])
    let copy = x
    #expect(copy.derived("double", doubled)[0].values == [2, 4] && calls == 1)
    x[0] = 5
    #expect(x.derived("double", doubled)[0].values == [10, 4] && calls == 2)
    // A copy that was not written to still has its own.
    #expect(copy.derived("double", doubled)[0].values == [2, 4] && calls == 2)
    x[1] = 7
    #expect(x.derived("double", doubled)[0].values == [10, 14] && calls == 3)
  }
}
