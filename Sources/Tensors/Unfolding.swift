/// The geometry of a convolution window: a square kernel that moves over a zero-padded image.
public struct Window: Sendable, Hashable {
  /// The side of the kernel.
  public let kernel: Int
  /// The distance between neighbouring windows.
  public let stride: Int
  /// The zeros added on each side.
  public let padding: Int

  /// A window of `kernel` x `kernel`.
  public init(kernel: Int, stride: Int = 1, padding: Int = 0) {
    precondition(kernel > 0 && stride > 0 && padding >= 0, "a window has a positive kernel and stride")
    (self.kernel, self.stride, self.padding) = (kernel, stride, padding)
  }

  /// The number of windows along a side of this length.
  @inlinable
  public func outputSide(_ side: Int) -> Int {
    precondition(side + 2 * padding >= kernel, "a side of \(side) is too short for \(self)")
    return (side + 2 * padding - kernel) / stride + 1
  }

  /// Whether each window is one pixel, so that unfolding is the identity.
  @inlinable
  public var isPointwise: Bool { kernel == 1 && stride == 1 && padding == 0 }
}

extension Tensor {
  /// The windows of images `[N, H, W, C]`, a row each: `[N * outH * outW, kernel * kernel * C]` (im2col).
  /// A convolution is then one matrix product.
  public func unfolded(_ window: Window) -> Tensor {
    precondition(shape.count == 4, "unfolding needs [N, H, W, C], not \(shape)")
    let (n, h, w, c) = (shape[0], shape[1], shape[2], shape[3])
    if window.isPointwise { return reshaped([n * h * w, c]) }
    let (outH, outW) = (window.outputSide(h), window.outputSide(w))
    let k = window.kernel
    var result = Tensor(uninitialized: [n * outH * outW, k * k * c])
    result.withUnsafeMutableValues { out in
      withUnsafeValues { x in
        forEachWindowRow(window) { row, ky, y, kx, count, image in
          let target = out + (row * k + ky) * k * c
          guard y >= 0, y < h, count > 0 else {
            target.update(repeating: 0, count: k * c)
            return
          }
          let source = x + ((image * h + y) * w + (kx.start + kx.offset)) * c
          target.update(repeating: 0, count: kx.offset * c)
          (target + kx.offset * c).update(from: source, count: count * c)
          let rest = k - kx.offset - count
          (target + (kx.offset + count) * c).update(repeating: 0, count: rest * c)
        }
      }
    }
    return result
  }

  /// The reverse of `unfolded`, adding where windows overlap: rows `[N * outH * outW, kernel * kernel * C]`
  /// are added onto images of `shape` `[N, H, W, C]` (col2im).
  public func folded(_ window: Window, onto shape: [Int]) -> Tensor {
    let (h, w, c) = (shape[1], shape[2], shape[3])
    if window.isPointwise { return reshaped(shape) }
    let k = window.kernel
    var result = Tensor(shape: shape)
    result.withUnsafeMutableValues { x in
      withUnsafeValues { rows in
        Tensor.forEachWindowRow(shape: shape, window) { row, ky, y, kx, count, image in
          guard y >= 0, y < h, count > 0 else { return }
          let source = rows + ((row * k + ky) * k + kx.offset) * c
          let target = x + ((image * h + y) * w + (kx.start + kx.offset)) * c
          for i in 0..<count * c { target[i] += source[i] }
        }
      }
    }
    return result
  }

  @inline(__always)
  private func forEachWindowRow(
    _ window: Window,
    _ body: (_ row: Int, _ ky: Int, _ y: Int, _ kx: (start: Int, offset: Int), _ count: Int, _ image: Int) ->
      Void
  ) {
    Tensor.forEachWindowRow(shape: shape, window, body)
  }

  /// Visits each row of each window: its number, the row `ky` of the kernel, the row `y` of the image it lies on
  /// (which may be outside), where the kernel starts in x, how many of its leading pixels are outside, and how
  /// many pixels are inside.
  @inline(__always)
  private static func forEachWindowRow(
    shape: [Int], _ window: Window,
    _ body: (_ row: Int, _ ky: Int, _ y: Int, _ kx: (start: Int, offset: Int), _ count: Int, _ image: Int) ->
      Void
  ) {
    let (n, h, w) = (shape[0], shape[1], shape[2])
    let (outH, outW) = (window.outputSide(h), window.outputSide(w))
    var row = 0
    for image in 0..<n {
      for oy in 0..<outH {
        for ox in 0..<outW {
          let start = ox * window.stride - window.padding
          let offset = max(0, -start)
          let count = min(w - start, window.kernel) - offset
          for ky in 0..<window.kernel {
            body(row, ky, oy * window.stride - window.padding + ky, (start, offset), count, image)
          }
          row += 1
        }
      }
    }
  }
}
