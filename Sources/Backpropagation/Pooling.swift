import Tensors

/// The largest value in each window: `[N, H, W, C]` to `[N, H', W', C]`. Padding never wins.
public func maxPool(_ x: Variable, _ window: Window) -> Variable {
  let (n, h, w, c) = (x.shape[0], x.shape[1], x.shape[2], x.shape[3])
  let (outH, outW) = (window.outputSide(h), window.outputSide(w))
  var y = Tensor(uninitialized: [n, outH, outW, c])
  // The flat index of each maximum; the first one where several are equal.
  var winners = [Int32](repeating: -1, count: y.count)
  y.withUnsafeMutableValues { out in
    x.value.withUnsafeValues { x0 in
      var target = 0
      for image in 0..<n {
        for oy in 0..<outH {
          for ox in 0..<outW {
            let (top, left) = (oy * window.stride - window.padding, ox * window.stride - window.padding)
            for channel in 0..<c {
              var best = -Float.infinity
              for y in max(0, top)..<min(h, top + window.kernel) {
                for x in max(0, left)..<min(w, left + window.kernel) {
                  let index = ((image * h + y) * w + x) * c + channel
                  if x0[index] > best || winners[target] < 0 {
                    (best, winners[target]) = (x0[index], Int32(index))
                  }
                }
              }
              out[target] = best
              target += 1
            }
          }
        }
      }
    }
  }
  return x.tape.record(y, from: [x]) { gradient in
    x.accumulateInPlace { sum in
      gradient.withUnsafeValues { g in
        for (i, winner) in winners.enumerated() { sum[Int(winner)] += g[i] }
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
          for i in 0..<c { sum[source + i] += g[target + i] }
        }
      }
    }
  }
}
