/// A 3x3 convolution of stride 1 and padding 1 in a quarter of the multiplications: F(4x4, 3x3) of Lavin and Gray,
/// "Fast Algorithms for Convolutional Neural Networks" (CVPR 2016).
///
/// Each tile of 4 x 4 outputs is computed from 6 x 6 inputs. In a transformed domain of 36 coefficients a
/// convolution is 36 products of a number with a number: with T tiles, C input and O output channels, 36 matrix products
/// `[T, C] x [C, O]`, where the direct way needs 144 of the same size.
///
///     y = Aᵀ [(G w Gᵀ) ⊙ (Bᵀ x B)] A
///
/// Each of the three transforms is linear, so the gradients are the same products between the transforms' transposes.
public struct Winograd: Sendable, Hashable {
  /// N H W of the image, and so of the output.
  private let images, height, width: Int
  private let rows, columns: Int

  /// The number T of tiles.
  public var tiles: Int { images * rows * columns }

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

  // MARK: The three transforms and their transposes

  /// Bᵀ x B of each tile: `[N, H, W, C]` to `[36, T, C]`. Outside the image there are zeros.
  public func inputTransform(_ x: Tensor) -> Tensor {
    let c = x.shape[3]
    var result = Tensor(uninitialized: [36, tiles, c])
    let zeros = Tensor(shape: [c])
    result.withUnsafeMutableValues { out in
      x.withUnsafeValues { x in
        zeros.withUnsafeValues { zeros in
          forEachTile { tile, image, top, left in
            twice(from: 6, to: 6, channels: c, line: { bTransposed($0) }) { row, column in
              pixel(row - 1 + top, column - 1 + left, image).map { x + $0 * c } ?? zeros
            } store: { row, column, channel, lane in
              set(out + ((row * 6 + column) * tiles + tile) * c + channel, lane)
            }
          }
        }
      }
    }
    return result
  }

  /// The transpose of `inputTransform`: adds B v Bᵀ of `[36, T, C]` to `[N, H, W, C]`, where tiles overlap too.
  public func addTransposedInputTransform(_ v: Tensor, to sum: UnsafeMutablePointer<Float>) {
    let c = v.shape[2]
    v.withUnsafeValues { v in
      forEachTile { tile, image, top, left in
        twice(from: 6, to: 6, channels: c, line: { b($0) }) { row, column in
          v + ((row * 6 + column) * tiles + tile) * c
        } store: { row, column, channel, lane in
          guard let pixel = pixel(row - 1 + top, column - 1 + left, image) else { return }
          let target = sum + pixel * c + channel
          set(target, get(target) + lane)
        }
      }
    }
  }

  /// G w Gᵀ of each kernel: `[O, 3, 3, C]` to `[36, O, C]`.
  public static func kernelTransform(_ w: Tensor) -> Tensor {
    let (o, c) = (w.shape[0], w.shape[3])
    var result = Tensor(uninitialized: [36, o, c])
    result.withUnsafeMutableValues { out in
      w.withUnsafeValues { w in
        for output in 0..<o {
          twice(from: 3, to: 6, channels: c, line: { g($0) }) { row, column in
            w + ((output * 3 + row) * 3 + column) * c
          } store: { row, column, channel, lane in
            set(out + ((row * 6 + column) * o + output) * c + channel, lane)
          }
        }
      }
    }
    return result
  }

  /// The transpose of `kernelTransform`: adds Gᵀ u G of `[36, O, C]` to `[O, 3, 3, C]`.
  public static func addTransposedKernelTransform(_ u: Tensor, to sum: UnsafeMutablePointer<Float>) {
    let (o, c) = (u.shape[1], u.shape[2])
    u.withUnsafeValues { u in
      for output in 0..<o {
        twice(from: 6, to: 3, channels: c, line: { gTransposed($0) }) { row, column in
          u + ((row * 6 + column) * o + output) * c
        } store: { row, column, channel, lane in
          let target = sum + ((output * 3 + row) * 3 + column) * c + channel
          set(target, get(target) + lane)
        }
      }
    }
  }

  /// Aᵀ m A of each tile: `[36, T, O]` to `[N, H, W, O]`, with a bias `[O]` or none.
  public func outputTransform(_ m: Tensor, bias: Tensor?) -> Tensor {
    let o = m.shape[2]
    var result = Tensor(uninitialized: [images, height, width, o])
    let bias = bias ?? Tensor(shape: [o])
    result.withUnsafeMutableValues { out in
      m.withUnsafeValues { m in
        bias.withUnsafeValues { bias in
          forEachTile { tile, image, top, left in
            twice(from: 6, to: 4, channels: o, line: { aTransposed($0) }) { row, column in
              m + ((row * 6 + column) * tiles + tile) * o
            } store: { row, column, channel, lane in
              guard let pixel = pixel(row + top, column + left, image) else { return }
              set(out + pixel * o + channel, lane + get(bias + channel))
            }
          }
        }
      }
    }
    return result
  }

  /// The transpose of `outputTransform`: A y Aᵀ of `[N, H, W, O]`, `[36, T, O]`.
  public func transposedOutputTransform(_ y: Tensor) -> Tensor {
    let o = y.shape[3]
    var result = Tensor(uninitialized: [36, tiles, o])
    let zeros = Tensor(shape: [o])
    result.withUnsafeMutableValues { out in
      y.withUnsafeValues { y in
        zeros.withUnsafeValues { zeros in
          forEachTile { tile, image, top, left in
            twice(from: 4, to: 6, channels: o, line: { a($0) }) { row, column in
              pixel(row + top, column + left, image).map { y + $0 * o } ?? zeros
            } store: { row, column, channel, lane in
              set(out + ((row * 6 + column) * tiles + tile) * o + channel, lane)
            }
          }
        }
      }
    }
    return result
  }

  /// Visits each tile: its number, its image, and where its outputs begin.
  @inline(__always)
  private func forEachTile(_ body: (_ tile: Int, _ image: Int, _ top: Int, _ left: Int) -> Void) {
    var tile = 0
    for image in 0..<images {
      for row in 0..<rows {
        for column in 0..<columns {
          body(tile, image, 4 * row, 4 * column)
          tile += 1
        }
      }
    }
  }

  /// The number of a pixel, or nil outside the image.
  @inline(__always)
  private func pixel(_ row: Int, _ column: Int, _ image: Int) -> Int? {
    guard row >= 0, row < height, column >= 0, column < width else { return nil }
    return (image * height + row) * width + column
  }
}

/// The 36 products `A · B` of `[36, rows, inner]` and `[36, inner, columns]`, each as it lies or transposed.
public func batchedProduct(
  _ a: Tensor, _ orientationOfA: Orientation = .plain, _ b: Tensor, _ orientationOfB: Orientation = .plain
) -> Tensor {
  let (rows, inner) = orientationOfA == .plain ? (a.shape[1], a.shape[2]) : (a.shape[2], a.shape[1])
  let columns = orientationOfB == .plain ? b.shape[2] : b.shape[1]
  var result = Tensor(uninitialized: [a.shape[0], rows, columns])
  result.withUnsafeMutableValues { c in
    a.withUnsafeValues { a0 in
      b.withUnsafeValues { b0 in
        for item in 0..<a.shape[0] {
          multiply(
            a0 + item * rows * inner, orientationOfA, strideOfA: a.shape[2], b0 + item * inner * columns,
            orientationOfB, strideOfB: b.shape[2], into: c + item * rows * columns, strideOfC: columns,
            rows: rows, inner: inner, columns: columns)
        }
      }
    }
  }
  return result
}

// MARK: Lines of up to six values, for some channels at once

private typealias Lane = SIMD8<Float>
private let lanes = Lane.scalarCount
private typealias Line = (Lane, Lane, Lane, Lane, Lane, Lane)

@inline(__always)
private func get(_ pointer: UnsafePointer<Float>) -> Lane {
  UnsafeRawPointer(pointer).loadUnaligned(as: Lane.self)
}
@inline(__always)
private func get(_ pointer: UnsafeMutablePointer<Float>) -> Lane { get(UnsafePointer(pointer)) }

@inline(__always)
private func set(_ pointer: UnsafeMutablePointer<Float>, _ lane: Lane) {
  UnsafeMutableRawPointer(pointer).storeBytes(of: lane, as: Lane.self)
}

/// Applies a transform of lines to the columns of a square of `n` x `n`, then to the rows of the result: `m` x `m`.
@inline(__always)
private func twice(
  from n: Int, to m: Int, channels: Int, line: (Line) -> Line,
  load: (_ row: Int, _ column: Int) -> UnsafePointer<Float>,
  store: (_ row: Int, _ column: Int, _ channel: Int, Lane) -> Void
) {
  withUnsafeTemporaryAllocation(of: Float.self, capacity: 36 * channels) { between in
    let between = between.baseAddress!
    for column in 0..<n {
      let (p0, p1, p2) = (load(0, column), load(1, column), load(2, column))
      let p3 = n > 3 ? load(3, column) : p0
      let (p4, p5) = n > 4 ? (load(4, column), load(5, column)) : (p0, p0)
      for channel in stride(from: 0, to: channels, by: lanes) {
        let result = line(
          (
            get(p0 + channel), get(p1 + channel), get(p2 + channel), n > 3 ? get(p3 + channel) : .zero,
            n > 4 ? get(p4 + channel) : .zero, n > 4 ? get(p5 + channel) : .zero
          ))
        let target = between + column * channels + channel
        let step = 6 * channels
        set(target, result.0)
        set(target + step, result.1)
        set(target + 2 * step, result.2)
        if m > 3 { set(target + 3 * step, result.3) }
        if m > 4 {
          set(target + 4 * step, result.4)
          set(target + 5 * step, result.5)
        }
      }
    }
    for row in 0..<m {
      for channel in stride(from: 0, to: channels, by: lanes) {
        let source = between + row * 6 * channels + channel
        let result = line(
          (
            get(source), get(source + channels), get(source + 2 * channels),
            n > 3 ? get(source + 3 * channels) : .zero, n > 4 ? get(source + 4 * channels) : .zero,
            n > 4 ? get(source + 5 * channels) : .zero
          ))
        store(row, 0, channel, result.0)
        store(row, 1, channel, result.1)
        store(row, 2, channel, result.2)
        if m > 3 { store(row, 3, channel, result.3) }
        if m > 4 {
          store(row, 4, channel, result.4)
          store(row, 5, channel, result.5)
        }
      }
    }
  }
}

// The matrices, for interpolation at 0, 1, -1, 2, -2 and infinity.

@inline(__always)
private func bTransposed(_ d: Line) -> Line {
  let (p, q) = (d.4 - 4 * d.2, d.3 - 4 * d.1)
  let (r, s) = (d.4 - d.2, 2 * (d.3 - d.1))
  return (4 * d.0 - 5 * d.2 + d.4, p + q, p - q, r + s, r - s, 4 * d.1 - 5 * d.3 + d.5)
}

@inline(__always)
private func b(_ v: Line) -> Line {
  let (p, q) = (v.1 + v.2, v.1 - v.2)
  let (r, s) = (v.3 + v.4, 2 * (v.3 - v.4))
  return (
    4 * v.0, 4 * (v.5 - q) - s, -5 * v.0 - 4 * p - r, q + s - 5 * v.5, v.0 + p + r, v.5
  )
}

@inline(__always)
private func g(_ w: Line) -> Line {
  let (p, q) = ((w.0 + w.2) * (-1 / 6), w.1 * (-1 / 6))
  let (r, s) = (w.0 * (1 / 24) + w.2 * (1 / 6), w.1 * (1 / 12))
  return (w.0 * 0.25, p + q, p - q, r + s, r - s, w.2)
}

@inline(__always)
private func gTransposed(_ u: Line) -> Line {
  let (p, q) = (u.1 + u.2, u.1 - u.2)
  let (r, s) = (u.3 + u.4, u.3 - u.4)
  return (
    u.0 * 0.25 - p * (1 / 6) + r * (1 / 24), s * (1 / 12) - q * (1 / 6), (r - p) * (1 / 6) + u.5, .zero,
    .zero,
    .zero
  )
}

@inline(__always)
private func aTransposed(_ m: Line) -> Line {
  let (p, q) = (m.1 + m.2, m.1 - m.2)
  let (r, s) = (m.3 + m.4, m.3 - m.4)
  return (m.0 + p + r, q + 2 * s, p + 4 * r, q + 8 * s + m.5, .zero, .zero)
}

@inline(__always)
private func a(_ y: Line) -> Line {
  let (p, q) = (y.0 + y.2, y.1 + y.3)
  let (r, s) = (y.0 + 4 * y.2, 2 * y.1 + 8 * y.3)
  return (y.0, p + q, p - q, r + s, r - s, y.3)
}
