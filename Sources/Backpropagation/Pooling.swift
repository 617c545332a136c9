import Tensors

/// The largest value in each window: `[N, H, W, C]` to `[N, H', W', C]`. Padding never wins.
public func maxPool(_ x: Variable, _ window: Window) -> Variable {
  let (n, h, w, c) = (x.shape[0], x.shape[1], x.shape[2], x.shape[3])
  let (outH, outW) = (window.outputSide(h), window.outputSide(w))
  precondition(window.padding < window.kernel, "a window must not lie in the padding alone")
  /// Visits each window: where it goes in y, its image, and the rows and columns of x that it covers.
  func forEachWindow(_ body: (_ target: Int, _ image: Int, _ rows: Range<Int>, _ columns: Range<Int>) -> Void)
  {
    for image in 0..<n {
      for oy in 0..<outH {
        for ox in 0..<outW {
          let (top, left) = (oy * window.stride - window.padding, ox * window.stride - window.padding)
          body(
            ((image * outH + oy) * outW + ox) * c, image, max(0, top)..<min(h, top + window.kernel),
            max(0, left)..<min(w, left + window.kernel))
        }
      }
    }
  }
  var y = Tensor(uninitialized: [n, outH, outW, c])
  // Without a gradient nobody asks which value was the largest.
  guard x.needsGradient else {
    y.withUnsafeMutableValues { out in
      x.value.withUnsafeValues { x in
        forEachWindow { target, image, rows, columns in
          var isFirst = true
          for row in rows {
            for column in columns {
              let (pixel, y) = (x + ((image * h + row) * w + column) * c, out + target)
              if isFirst {
                y.update(from: pixel, count: c)
              } else {
                for channel in 0..<c {
                  y[channel] = pixel[channel] > y[channel] ? pixel[channel] : y[channel]
                }
              }
              isFirst = false
            }
          }
        }
      }
    }
    return x.tape.constant(y)
  }
  // The flat index of each maximum; the first one where several are equal.
  var winners = [Int](repeating: 0, count: y.count)
  winners.withUnsafeMutableBufferPointer { winners in
    y.withUnsafeMutableValues { out in
      x.value.withUnsafeValues { x in
        forEachWindow { target, image, rows, columns in
          // The first pixel wins until a larger one comes.
          let first = ((image * h + rows.lowerBound) * w + columns.lowerBound) * c
          for channel in 0..<c {
            out[target + channel] = x[first + channel]
            winners[target + channel] = first + channel
          }
          for row in rows {
            for column in columns {
              let pixel = ((image * h + row) * w + column) * c
              for channel in 0..<c where x[pixel + channel] > out[target + channel] {
                out[target + channel] = x[pixel + channel]
                winners[target + channel] = pixel + channel
              }
            }
          }
        }
      }
    }
  }
  return x.tape.record(y, from: [x]) { gradient in
    x.accumulateInPlace { sum in
      gradient.withUnsafeValues { g in
        for (i, winner) in winners.enumerated() { sum[winner] += g[i] }
      }
    }
  }
}

/// Enlarges by repeating the nearest pixel: `[N, H, W, C]` to `[N, height, width, C]`.
public func upsample(_ x: Variable, height: Int, width: Int) -> Variable {
  let (n, h, w, c) = (x.shape[0], x.shape[1], x.shape[2], x.shape[3])
  func forEachPixel(_ body: (_ source: Int, _ target: Int) -> Void) {
    for image in 0..<n {
      for oy in 0..<height {
        for ox in 0..<width {
          let source = (image * h + oy * h / height) * w + ox * w / width
          body(source * c, ((image * height + oy) * width + ox) * c)
        }
      }
    }
  }
  var y = Tensor(uninitialized: [n, height, width, c])
  y.withUnsafeMutableValues { out in
    x.value.withUnsafeValues { x0 in
      forEachPixel { source, target in (out + target).update(from: x0 + source, count: c) }
    }
  }
  return x.tape.record(y, from: [x]) { gradient in
    x.accumulateInPlace { sum in
      gradient.withUnsafeValues { g in
        forEachPixel { source, target in
          let (source, target) = (sum + source, g + target)
          for i in 0..<c { source[i] += target[i] }
        }
      }
    }
  }
}
