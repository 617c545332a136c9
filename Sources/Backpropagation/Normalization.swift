import Tensors

/// Group normalisation (Wu and He, ECCV 2018): x `[N, H, W, C]`, its channels in `groups` groups of neighbours; each
/// image's groups are shifted and scaled to mean 0 and variance 1, then each channel by `shift` and `scale` `[C]`.
///
/// It does not look across images, so that each image's tape stands alone. (Batch normalisation would tie the
/// images of a batch together, and with 8 small images is a poor estimate besides.)
public func groupNormalization(
  _ x: Variable, groups: Int, scale: Variable, shift: Variable, epsilon: Float = 1e-5
) -> Variable {
  let (n, c) = (x.shape[0], x.shape[3])
  let pixels = x.shape[1] * x.shape[2]
  precondition(c % groups == 0, "\(c) channels do not fall into \(groups) groups")
  let members = Float(pixels * (c / groups))

  /// Sums over each group, from sums over each channel; spread over the group's channels again.
  func spread(_ channels: [Float]) -> [Float] {
    let size = c / groups
    return (0..<c).map { channel in
      let start = channel / size * size
      return channels[start..<start + size].reduce(0, +) / members
    }
  }

  // x̂ = (x - mean) / deviation; y = scale ⊙ x̂ + shift.
  var normalized = Tensor(uninitialized: x.shape)
  var y = Tensor(uninitialized: x.shape)
  var inverseDeviations: [[Float]] = []
  normalized.withUnsafeMutableValues { hat in
    y.withUnsafeMutableValues { out in
      x.value.withUnsafeValues { x0 in
        for image in 0..<n {
          let offset = image * pixels * c
          let mean = spread(channelSums(c, pixels) { row, channel in x0[offset + row * c + channel] })
          let variance = mean.withUnsafeBufferPointer { mean in
            spread(
              channelSums(c, pixels) { row, channel in
                let difference = x0[offset + row * c + channel] - mean[channel]
                return difference * difference
              })
          }
          let inverse = variance.map { 1 / ($0 + epsilon).squareRoot() }
          inverseDeviations.append(inverse)
          scale.value.withUnsafeValues { scale in
            shift.value.withUnsafeValues { shift in
              forEachChannel(mean, inverse, c, pixels) { mean, inverse, row, channel in
                let i = offset + row * c + channel
                hat[i] = (x0[i] - mean) * inverse
                out[i] = scale[channel] * hat[i] + shift[channel]
              }
            }
          }
        }
      }
    }
  }

  // With g = scale ⊙ dy: dx = (g - mean(g) - x̂ ⊙ mean(g ⊙ x̂)) / deviation, the means over each group.
  return x.tape.record(y, from: [x, scale, shift]) { [normalized] gradient in
    gradient.withUnsafeValues { g in
      normalized.withUnsafeValues { hat in
        for image in 0..<n {
          let offset = image * pixels * c
          let sums = channelSums(c, pixels) { row, channel in g[offset + row * c + channel] }
          let products = channelSums(c, pixels) { row, channel in
            g[offset + row * c + channel] * hat[offset + row * c + channel]
          }
          shift.accumulateInPlace { sum in for i in 0..<c { sum[i] += sums[i] } }
          scale.accumulateInPlace { sum in for i in 0..<c { sum[i] += products[i] } }
          let scales = scale.value.values
          let meanGradient = spread(zip(sums, scales).map(*))
          let meanProduct = spread(zip(products, scales).map(*))
          let inverse = inverseDeviations[image]
          x.accumulateInPlace { sum in
            scales.withUnsafeBufferPointer { scales in
              inverse.withUnsafeBufferPointer { inverse in
                forEachChannel(meanGradient, meanProduct, c, pixels) {
                  meanGradient, meanProduct, row, channel in
                  let i = offset + row * c + channel
                  sum[i] += (scales[channel] * g[i] - meanGradient - hat[i] * meanProduct) * inverse[channel]
                }
              }
            }
          }
        }
      }
    }
  }
}

/// A scale and a shift for each channel: what a batch normalisation with frozen statistics amounts to.
public func channelwiseAffine(_ x: Variable, scale: Variable, shift: Variable) -> Variable {
  let c = scale.value.count
  precondition(x.shape.last == c, "\(c) scales for \(x.shape)")
  let pixels = x.value.count / c
  var y = Tensor(uninitialized: x.shape)
  y.withUnsafeMutableValues { out in
    x.value.withUnsafeValues { x0 in
      forEachChannel(scale.value.values, shift.value.values, c, pixels) { scale, shift, row, channel in
        out[row * c + channel] = scale * x0[row * c + channel] + shift
      }
    }
  }
  return x.tape.record(y, from: [x, scale, shift]) { gradient in
    gradient.withUnsafeValues { g in
      x.accumulateInPlace { sum in
        scale.value.withUnsafeValues { scale in
          for row in 0..<pixels {
            for channel in 0..<c { sum[row * c + channel] += scale[channel] * g[row * c + channel] }
          }
        }
      }
      scale.accumulateInPlace { sum in
        x.value.withUnsafeValues { x0 in
          let products = channelSums(c, pixels) { row, channel in g[row * c + channel] * x0[row * c + channel]
          }
          for i in 0..<c { sum[i] += products[i] }
        }
      }
      shift.accumulateInPlace { addRows(of: gradient, width: c, to: $0) }
    }
  }
}

/// For each channel the sum over all rows of a value. The inner loop runs over channels, so that it is vectorised
/// without reordering any sum.
@inline(__always)
private func channelSums(_ channels: Int, _ rows: Int, _ value: (_ row: Int, _ channel: Int) -> Float)
  -> [Float]
{
  var sums = [Float](repeating: 0, count: channels)
  sums.withUnsafeMutableBufferPointer { sums in
    for row in 0..<rows {
      for channel in 0..<channels { sums[channel] += value(row, channel) }
    }
  }
  return sums
}

/// Visits each channel of each row with that channel's entry of two vectors.
@inline(__always)
private func forEachChannel(
  _ a: [Float], _ b: [Float], _ channels: Int, _ rows: Int,
  _ body: (_ a: Float, _ b: Float, _ row: Int, _ channel: Int) -> Void
) {
  a.withUnsafeBufferPointer { a in
    b.withUnsafeBufferPointer { b in
      for row in 0..<rows {
        for channel in 0..<channels { body(a[channel], b[channel], row, channel) }
      }
    }
  }
}
