/// What is done with each value of a convolution as soon as it is there, while it is still in the cache:
///
///     y ← max(0, scale ⊙ y + shift + addend)
///
/// where each part may be missing. A pass over a large map costs as much as a part of the products, so a network that only
/// infers saves three.
public struct Finish: Sendable {
  /// A factor for each channel, `[O]`.
  public var scale: Tensor?
  /// A term for each channel, `[O]`.
  public var shift: Tensor?
  /// A term for each value, `[N, H', W', O]`.
  public var addend: Tensor?
  /// Whether negative values become 0.
  public var isRectified: Bool

  /// What is done, in this order.
  public init(
    scale: Tensor? = nil, shift: Tensor? = nil, addend: Tensor? = nil, isRectified: Bool = false
  ) {
    (self.scale, self.shift, self.addend, self.isRectified) = (scale, shift, addend, isRectified)
  }

  /// Finishes `rows` pixels from pixel `first` on of an output `y` of `channels` channels.
  func apply(to y: UnsafeMutablePointer<Float>, first: Int, rows: Int, channels: Int) {
    let lowest: Float = isRectified ? 0 : -.infinity
    let scale = scale ?? Tensor(shape: [channels], repeating: 1)
    let shift = shift ?? Tensor(shape: [channels])
    scale.withUnsafeValues { scale in
      shift.withUnsafeValues { shift in
        for row in first..<first + rows {
          let y = y + row * channels
          if let addend {
            addend.withUnsafeValues { addend in
              let addend = addend + row * channels
              for c in 0..<channels { y[c] = max(scale[c] * y[c] + shift[c] + addend[c], lowest) }
            }
          } else {
            for c in 0..<channels { y[c] = max(scale[c] * y[c] + shift[c], lowest) }
          }
        }
      }
    }
  }
}

extension Tensor {
  /// The convolution of images `[N, H, W, C]` with a weight `[O, k, k, C]`, finished: `[N, H', W', O]`. It is computed
  /// part by part, each on one of up to `threads` threads; the parts, and so the bits, do not depend on their number.
  public func convolved(
    _ weight: Tensor, _ window: Window, _ finish: Finish = Finish(), threads: Int
  ) -> Tensor {
    let (n, h, w, c) = (shape[0], shape[1], shape[2], shape[3])
    let outputs = weight.shape[0]
    if Winograd.pays(shape: shape, outputs: outputs, window) {
      return Winograd(shape: shape).convolution(
        self, kernels: weight.derived("forward", Winograd.forwardKernels)[0], finish, threads: threads)
    }
    let (outH, outW) = (window.outputSide(h), window.outputSide(w))
    let width = window.kernel * window.kernel * c
    let (rows, part) = (n * outH * outW, 384)
    var result = Tensor(uninitialized: [n, outH, outW, outputs])
    result.withUnsafeMutableValues { y in
      nonisolated(unsafe) let y = y
      Parallel.forEach((rows + part - 1) / part, threads: threads) { number in
        let range = number * part..<min((number + 1) * part, rows)
        // A window of one pixel is a row as it lies.
        let windows = window.isPointwise ? self : unfolded(window, rows: range)
        windows.withUnsafeValues { a in
          weight.withUnsafeValues { b in
            multiply(
              window.isPointwise ? a + range.lowerBound * c : a, strideOfA: width, b, .transposed,
              strideOfB: width, into: y + range.lowerBound * outputs, strideOfC: outputs, rows: range.count,
              inner: width, columns: outputs)
          }
        }
        finish.apply(to: y, first: range.lowerBound, rows: range.count, channels: outputs)
      }
    }
    return result
  }

  /// Some of the rows of `unfolded(window)`.
  private func unfolded(_ window: Window, rows: Range<Int>) -> Tensor {
    let (h, w, c) = (shape[1], shape[2], shape[3])
    let (outH, outW, k) = (window.outputSide(h), window.outputSide(w), window.kernel)
    var result = Tensor(uninitialized: [rows.count, k * k * c])
    result.withUnsafeMutableValues { out in
      withUnsafeValues { x in
        var target = out
        for row in rows {
          let (line, ox) = row.quotientAndRemainder(dividingBy: outW)
          let (image, oy) = line.quotientAndRemainder(dividingBy: outH)
          let left = ox * window.stride - window.padding
          // Of the window's columns, those before the image, in it, and after it.
          let before = min(max(0, -left), k)
          let inside = max(0, min(w - left, k) - before)
          for ky in 0..<k {
            let y = oy * window.stride - window.padding + ky
            if y >= 0 && y < h && inside > 0 {
              let source = x + ((image * h + y) * w + left + before) * c
              for i in 0..<before * c { target[i] = 0 }
              for i in 0..<inside * c { target[before * c + i] = source[i] }
              for i in (before + inside) * c..<k * c { target[i] = 0 }
            } else {
              for i in 0..<k * c { target[i] = 0 }
            }
            target += k * c
          }
        }
      }
    }
    return result
  }
}

extension Winograd {
  /// A whole convolution of `x` with transformed kernels `[36, C + 1, O]`, finished. Some lines of tiles go through all
  /// three transforms and products before the next, so that what lies between them stays in the cache.
  func convolution(_ x: Tensor, kernels: Tensor, _ finish: Finish, threads: Int) -> Tensor {
    let o = kernels.shape[2]
    let linesInPart = max(1, 128 / columns)
    let lines = images * rows
    let nothing = Tensor(shape: [o])
    var result = Tensor(uninitialized: [images, height, width, o])
    result.withUnsafeMutableValues { y in
      nonisolated(unsafe) let y = y
      Parallel.forEach((lines + linesInPart - 1) / linesInPart, threads: threads) { number in
        let range = number * linesInPart..<min((number + 1) * linesInPart, lines)
        let part = choosing(range.lowerBound * columns..<range.upperBound * columns)
        part.outputTransform(
          Self.products(part.inputTransform(x), .plain, kernels), bias: nothing, into: y)
        for line in range {
          let (image, row) = line.quotientAndRemainder(dividingBy: rows)
          finish.apply(
            to: y, first: (image * height + 4 * row) * width, rows: min(4, height - 4 * row) * width,
            channels: o)
        }
      }
    }
    return result
  }
}
