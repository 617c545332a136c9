/// A 3x3 convolution of stride 1 and padding 1 in a quarter of the multiplications: F(4x4, 3x3) of Lavin and Gray,
/// "Fast Algorithms for Convolutional Neural Networks" (CVPR 2016).
///
/// Each tile of 4 x 4 outputs is computed from 6 x 6 inputs. In a transformed domain of 36 coefficients a
/// convolution is 36 products of a number with a number: with T tiles, C input and O output channels, 36 matrix products
/// `[T, C] x [C, O]`, where the direct way needs 144 of the same size.
///
///     y = Aᵀ [(G w Gᵀ) ⊙ (Bᵀ x B)] A
///
/// Each of the three transforms is linear, so the gradients are the same products between the transforms' transposes
/// (WinogradTransforms.swift has the matrices).
///
/// What is transformed is a tensor `[36, T + 1, C]`: a plane for each coefficient, a row for each tile, and a row that
/// is not used. Without that row planes would often lie a power of two apart, and the 36 writes of a tile would fight for
/// the same few lines of the cache.
public struct Winograd: Sendable, Hashable {
  /// N H W of the image, and so of the output.
  let images, height, width: Int
  let rows, columns: Int
  /// The tiles that are looked at; nil for all.
  private var chosen: [Int]?

  /// The number T of tiles.
  public var tiles: Int { chosen?.count ?? images * rows * columns }

  /// The tiles of images `[N, H, W, C]`.
  public init(shape: [Int]) {
    precondition(shape.count == 4, "tiles need [N, H, W, C], not \(shape)")
    (images, height, width) = (shape[0], shape[1], shape[2])
    (rows, columns) = ((height + 3) / 4, (width + 3) / 4)
  }

  /// Whether a convolution goes faster this way: the window must be the one, the channels fill the lanes of the vector
  /// unit, and there must be enough tiles for products worth the name.
  public static func pays(shape: [Int], outputs: Int, _ window: Window) -> Bool {
    window == Window(kernel: 3, stride: 1, padding: 1) && shape[3] % lanes == 0 && outputs % lanes == 0
      && Winograd(shape: shape).tiles >= 16
  }

  /// The tiles on which `y` `[N, H, W, O]` is anything but zero. A gradient often is zero nearly everywhere: only a
  /// few anchors are sampled, and regions cover a part of the image. What is zero needs no product.
  public func nonzeroTiles(of y: Tensor) -> Winograd {
    let o = y.shape[3]
    var result = self
    result.chosen = y.withUnsafeValues { y in
      (0..<images * rows * columns).filter { tile in
        let (image, top, left) = place(of: tile)
        for row in top..<min(top + 4, height) {
          let line = y + ((image * height + row) * width + left) * o
          if isNonzero(line, count: min(4, width - left) * o) { return true }
        }
        return false
      }
    }
    if result.chosen!.count == images * rows * columns { result.chosen = nil }
    return result
  }

  /// These tiles alone.
  func choosing(_ tiles: Range<Int>) -> Winograd {
    var result = self
    result.chosen = Array(tiles)
    return result
  }

  // MARK: The transforms of images and their transposes

  /// Bᵀ x B of each tile: `[N, H, W, C]` to `[36, T + 1, C]`. Outside the image there are zeros.
  public func inputTransform(_ x: Tensor) -> Tensor {
    let c = x.shape[3]
    var result = Tensor(uninitialized: [36, tiles + 1, c])
    result.withUnsafeMutableValues { planes in
      x.withUnsafeValues { x in
        transform(InputTransform.self, pixels: .init(mutating: x), planes: planes, channels: c)
      }
    }
    return result
  }

  /// The transpose of `inputTransform`: adds B v Bᵀ of `[36, T + 1, C]` to `[N, H, W, C]`, where tiles overlap too.
  public func addTransposedInputTransform(_ v: Tensor, to sum: UnsafeMutablePointer<Float>) {
    v.withUnsafeValues { planes in
      transposedTransform(
        TransposedInputTransform.self, planes: .init(mutating: planes), pixels: sum, channels: v.shape[2]
      ) { $0 }
    }
  }

  /// Aᵀ m A of each tile: `[36, T + 1, O]` to `[N, H, W, O]`, with a bias `[O]` or none.
  public func outputTransform(_ m: Tensor, bias: Tensor?) -> Tensor {
    let o = m.shape[2]
    var result = Tensor(uninitialized: [images, height, width, o])
    result.withUnsafeMutableValues { outputTransform(m, bias: bias ?? Tensor(shape: [o]), into: $0) }
    return result
  }

  /// The same for the tiles that are looked at, into an image `[N, H, W, O]`.
  func outputTransform(_ m: Tensor, bias: Tensor, into y: UnsafeMutablePointer<Float>) {
    let channels = m.shape[2]
    m.withUnsafeValues { m in
      bias.withUnsafeValues { bias in
        transposedTransform(
          OutputTransform.self, planes: .init(mutating: m), pixels: y, channels: channels
        ) { _ in
          .init(mutating: bias)
        }
      }
    }
  }

  /// The transpose of `outputTransform`: A y Aᵀ of `[N, H, W, O]`, `[36, T + 1, O]`.
  public func transposedOutputTransform(_ y: Tensor) -> Tensor {
    let o = y.shape[3]
    var result = Tensor(uninitialized: [36, tiles + 1, o])
    result.withUnsafeMutableValues { planes in
      y.withUnsafeValues { y in
        transform(TransposedOutputTransform.self, pixels: .init(mutating: y), planes: planes, channels: o)
      }
    }
    return result
  }

  /// From the pixels of each tile to its coefficients.
  @inline(__always)
  private func transform<T: LineTransform>(
    _: T.Type, pixels: UnsafeMutablePointer<Float>, planes: UnsafeMutablePointer<Float>, channels: Int
  ) {
    withTables(channels: channels) { table, coefficients, outside in
      for tile in 0..<tiles {
        let place = place(of: chosen?[tile] ?? tile)
        setPixels(table, side: T.inputs, place, pixels, channels: channels, outside: outside)
        setPlanes(coefficients, planes, row: tile, rows: tiles + 1, channels: channels)
        T.transform(table, into: coefficients, channels: channels)
      }
    }
  }

  /// From the coefficients of each tile to its pixels. `addend` says what is added at the place of a pixel.
  @inline(__always)
  private func transposedTransform<T: LineTransform>(
    _: T.Type, planes: UnsafeMutablePointer<Float>, pixels: UnsafeMutablePointer<Float>, channels: Int,
    addend: (UnsafeMutablePointer<Float>) -> UnsafeMutablePointer<Float>
  ) {
    withTables(channels: channels) { table, coefficients, outside in
      withUnsafeTemporaryAllocation(of: UnsafeMutablePointer<Float>.self, capacity: 36) { addends in
        let addends = addends.baseAddress!
        for tile in 0..<tiles {
          let place = place(of: chosen?[tile] ?? tile)
          setPlanes(coefficients, planes, row: tile, rows: tiles + 1, channels: channels)
          setPixels(table, side: T.outputs, place, pixels, channels: channels, outside: outside)
          for i in 0..<T.outputs * T.outputs { addends[i] = addend(table[i]) }
          T.transform(coefficients, into: table, adding: addends, channels: channels)
        }
      }
    }
  }

  // MARK: Where things lie

  private typealias Table = UnsafeMutablePointer<UnsafeMutablePointer<Float>>

  /// Room for the addresses of up to 36 pixels and of 36 coefficients, and a pixel of zeros to stand for all outside the
  /// image.
  @inline(__always)
  private func withTables(
    channels: Int, _ body: (_ pixels: Table, _ planes: Table, _ outside: UnsafeMutablePointer<Float>) -> Void
  ) {
    var outside = Tensor(shape: [channels])
    withUnsafeTemporaryAllocation(of: UnsafeMutablePointer<Float>.self, capacity: 72) { table in
      outside.withUnsafeMutableValues { body(table.baseAddress!, table.baseAddress! + 36, $0) }
    }
  }

  /// The image of a tile and where its outputs begin.
  @inline(__always)
  private func place(of tile: Int) -> (image: Int, top: Int, left: Int) {
    let (line, column) = tile.quotientAndRemainder(dividingBy: columns)
    return (line / rows, 4 * (line % rows), 4 * column)
  }

  /// The addresses of a tile's pixels: the 4 x 4 of its outputs, or the 6 x 6 inputs around them.
  @inline(__always)
  private func setPixels(
    _ table: Table, side: Int, _ place: (image: Int, top: Int, left: Int),
    _ pixels: UnsafeMutablePointer<Float>,
    channels: Int, outside: UnsafeMutablePointer<Float>
  ) {
    let margin = side == 6 ? 1 : 0
    for i in 0..<side {
      let row = place.top - margin + i
      let line = pixels + (place.image * height + row) * width * channels
      for j in 0..<side {
        let column = place.left - margin + j
        let isInside = row >= 0 && row < height && column >= 0 && column < width
        table[i * side + j] = isInside ? line + column * channels : outside
      }
    }
  }
}

/// The addresses of one row in each of 36 planes.
@inline(__always)
private func setPlanes(
  _ table: UnsafeMutablePointer<UnsafeMutablePointer<Float>>, _ planes: UnsafeMutablePointer<Float>, row: Int,
  rows: Int, channels: Int
) {
  for plane in 0..<36 { table[plane] = planes + (plane * rows + row) * channels }
}

// MARK: Kernels

extension Winograd {
  /// G w Gᵀ of each kernel: `[O, 3, 3, C]` to `[36, O + 1, C]`.
  public static func kernelTransform(_ w: Tensor) -> Tensor {
    var result = Tensor(uninitialized: [36, w.shape[0] + 1, w.shape[3]])
    let shape = result.shape
    result.withUnsafeMutableValues { planes in
      w.withUnsafeValues { w in
        forEachKernel(shape, planes, .init(mutating: w)) { kernel, coefficients in
          KernelTransform.transform(kernel, into: coefficients, channels: shape[2])
        }
      }
    }
    return result
  }

  /// `kernelTransform` as it is and with each plane transposed, `[36, C + 1, O]`: one for each direction of a convolution,
  /// since a product whose second factor must be transposed is a third slower.
  public static func kernelTransforms(_ w: Tensor) -> [Tensor] {
    let plain = kernelTransform(w)
    return [plain, planesTransposed(plain)]
  }

  /// The second of them alone, for a network that only infers.
  static func forwardKernels(_ w: Tensor) -> [Tensor] { [planesTransposed(kernelTransform(w))] }

  /// `[36, O + 1, C]` as `[36, C + 1, O]`.
  private static func planesTransposed(_ plain: Tensor) -> Tensor {
    let (o, c) = (plain.shape[1] - 1, plain.shape[2])
    var transposed = Tensor(uninitialized: [36, c + 1, o])
    transposed.withUnsafeMutableValues { target in
      plain.withUnsafeValues { source in
        for plane in 0..<36 {
          transpose(source + plane * (o + 1) * c, rows: o, columns: c, into: target + plane * (c + 1) * o)
        }
      }
    }
    return transposed
  }

  /// The transpose of `kernelTransform`: adds Gᵀ u G of `[36, O + 1, C]` to `[O, 3, 3, C]`.
  public static func addTransposedKernelTransform(_ u: Tensor, to sum: UnsafeMutablePointer<Float>) {
    u.withUnsafeValues { planes in
      forEachKernel(u.shape, .init(mutating: planes), sum) { kernel, coefficients in
        TransposedKernelTransform.transform(coefficients, into: kernel, adding: kernel, channels: u.shape[2])
      }
    }
  }

  /// Visits the kernels: the addresses of their 3 x 3 weights and of their coefficients.
  @inline(__always)
  private static func forEachKernel(
    _ shape: [Int], _ planes: UnsafeMutablePointer<Float>, _ kernels: UnsafeMutablePointer<Float>,
    _ body: (_ kernel: Table, _ coefficients: Table) -> Void
  ) {
    let channels = shape[2]
    withUnsafeTemporaryAllocation(of: UnsafeMutablePointer<Float>.self, capacity: 45) { table in
      let table = table.baseAddress!
      for output in 0..<shape[1] - 1 {
        for i in 0..<9 { table[i] = kernels + (output * 9 + i) * channels }
        setPlanes(table + 9, planes, row: output, rows: shape[1], channels: channels)
        body(table, table + 9)
      }
    }
  }

  // MARK: Products

  /// OpenBLAS calls a product small up to 100³ multiplications.
  private static var smallProduct: Int { 1_000_000 }

  /// How many rows at a time go into a product with a matrix of `size` entries: so many that it is still small, unless they
  /// are too few to be worth a call.
  private static func rowsInPart(_ size: Int, of rows: Int) -> Int {
    let part = smallProduct / size
    return part < 8 ? rows : part
  }

  /// The 36 products `A · B` of what is transformed, A as it lies or transposed. The row of each plane that is not used
  /// stays out.
  public static func products(_ a: Tensor, _ orientationOfA: Orientation, _ b: Tensor) -> Tensor {
    let (rows, inner) =
      orientationOfA == .plain ? (a.shape[1] - 1, a.shape[2]) : (a.shape[2], a.shape[1] - 1)
    let columns = b.shape[2]
    precondition(inner == b.shape[1] - 1, "\(a.shape) and \(b.shape) do not fit in a product")
    // A sum of no products: a gradient that reaches no tile.
    guard inner > 0 else { return Tensor(shape: [36, rows + 1, columns]) }
    var result = Tensor(uninitialized: [36, rows + 1, columns])
    result.withUnsafeMutableValues { c in
      a.withUnsafeValues { a0 in
        b.withUnsafeValues { b0 in
          for plane in 0..<36 {
            let (a, b) = (a0 + plane * a.shape[1] * a.shape[2], b0 + plane * b.shape[1] * columns)
            let c = c + plane * (rows + 1) * columns
            // In parts so small that OpenBLAS multiplies them as they lie, without copying them into an order of its own.
            switch orientationOfA {
            case .plain:
              let part = max(1, rowsInPart(inner * columns, of: rows))
              for first in stride(from: 0, to: rows, by: part) {
                multiply(
                  a + first * inner, strideOfA: inner, b, strideOfB: columns, into: c + first * columns,
                  strideOfC: columns, rows: min(part, rows - first), inner: inner, columns: columns)
              }
            case .transposed:
              let part = max(1, smallProduct / (rows * columns))
              for first in stride(from: 0, to: inner, by: part) {
                multiply(
                  a + first * rows, .transposed, strideOfA: rows, b + first * columns, strideOfB: columns,
                  into: c,
                  strideOfC: columns, rows: rows, inner: min(part, inner - first), columns: columns,
                  adding: first == 0 ? 0 : 1)
              }
            }
          }
        }
      }
    }
    return result
  }
}
