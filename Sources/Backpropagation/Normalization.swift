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
  precondition(groups > 0 && c % groups == 0, "\(c) channels do not fall into \(groups) groups")
  precondition(scale.shape == [c] && shift.shape == [c], "\(scale.shape) and \(shift.shape) for \(x.shape)")
  let size = c / groups

  /// The mean over each group, from sums over each channel, repeated for each of the group's channels.
  func groupMeans(_ sums: [Float]) -> [Float] {
    var means = [Float](repeating: 0, count: c)
    for start in stride(from: 0, to: c, by: size) {
      let mean = sums[start..<start + size].reduce(0, +) / Float(pixels * size)
      for channel in start..<start + size { means[channel] = mean }
    }
    return means
  }

  // x̂ = (x - mean) / deviation; y = scale ⊙ x̂ + shift.
  var normalized = Tensor(uninitialized: x.shape)
  var y = Tensor(uninitialized: x.shape)
  var inverseDeviations: [[Float]] = []
  let (scales, shifts) = (scale.value.values, shift.value.values)
  normalized.withUnsafeMutableValues { hat in
    y.withUnsafeMutableValues { out in
      x.value.withUnsafeValues { x in
        for image in 0..<n {
          let (x, hat, out) = (x + image * pixels * c, hat + image * pixels * c, out + image * pixels * c)
          let mean = groupMeans(channelSums(c, pixels) { i, _ in x[i] })
          let variance = groupMeans(
            mean.withUnsafeBufferPointer { mean in
              channelSums(c, pixels) { i, channel in (x[i] - mean[channel]) * (x[i] - mean[channel]) }
            })
          let inverse = variance.map { 1 / ($0 + epsilon).squareRoot() }
          inverseDeviations.append(inverse)
          forEachChannel(mean, inverse, c, pixels) { mean, inverse, i in hat[i] = (x[i] - mean) * inverse }
          forEachChannel(scales, shifts, c, pixels) { scale, shift, i in out[i] = scale * hat[i] + shift }
        }
      }
    }
  }

  // With g = scale ⊙ dy: dx = (g - mean(g) - x̂ ⊙ mean(g ⊙ x̂)) / deviation, the means over each group.
  return x.tape.record(y, from: [x, scale, shift]) { [normalized] gradient in
    gradient.withUnsafeValues { g in
      normalized.withUnsafeValues { hat in
        for image in 0..<n {
          let (g, hat) = (g + image * pixels * c, hat + image * pixels * c)
          let sums = channelSums(c, pixels) { i, _ in g[i] }
          let products = channelSums(c, pixels) { i, _ in g[i] * hat[i] }
          shift.accumulateInPlace { sum in for i in 0..<c { sum[i] += sums[i] } }
          scale.accumulateInPlace { sum in for i in 0..<c { sum[i] += products[i] } }

          // The same, as one linear expression a·dy + b·x̂ + constant for each channel.
          let inverse = inverseDeviations[image]
          let meanGradient = groupMeans(zip(sums, scales).map(*))
          let meanProduct = groupMeans(zip(products, scales).map(*))
          let a = zip(scales, inverse).map(*)
          let b = zip(meanProduct, inverse).map { -$0 * $1 }
          let constant = zip(meanGradient, inverse).map { -$0 * $1 }
          x.accumulateInPlace { sum in
            let sum = sum + image * pixels * c
            forEachChannel(a, b, c, pixels) { a, b, i in sum[i] += a * g[i] + b * hat[i] }
            forEachChannel(constant, constant, c, pixels) { constant, _, i in sum[i] += constant }
          }
        }
      }
    }
  }
}

/// A scale and a shift for each channel: what a batch normalisation with frozen statistics amounts to.
public func channelwiseAffine(_ x: Variable, scale: Variable, shift: Variable) -> Variable {
  let c = scale.value.count
  precondition(x.shape.last == c && shift.value.count == c, "\(c) scales for \(x.shape)")
  let pixels = x.value.count / c
  let (scales, shifts) = (scale.value.values, shift.value.values)
  var y = Tensor(uninitialized: x.shape)
  y.withUnsafeMutableValues { out in
    x.value.withUnsafeValues { x in
      forEachChannel(scales, shifts, c, pixels) { scale, shift, i in out[i] = scale * x[i] + shift }
    }
  }
  return x.tape.record(y, from: [x, scale, shift]) { gradient in
    gradient.withUnsafeValues { g in
      x.accumulateInPlace { sum in
        forEachChannel(scales, shifts, c, pixels) { scale, _, i in sum[i] += scale * g[i] }
      }
      scale.accumulateInPlace { sum in
        x.value.withUnsafeValues { x in
          let products = channelSums(c, pixels) { i, _ in g[i] * x[i] }
          for i in 0..<c { sum[i] += products[i] }
        }
      }
      shift.accumulateInPlace { addRows(of: gradient, width: c, to: $0) }
    }
  }
}

/// For each channel the sum over all rows of a value, which `value` computes at flat index `i`.
///
/// The inner loop runs over channels, so that it is vectorised without reordering any sum. Rows are summed in
/// blocks, and the blocks after that, so that rounding does not grow with the size of the image.
@inline(__always)
private func channelSums(_ channels: Int, _ rows: Int, _ value: (_ i: Int, _ channel: Int) -> Float)
  -> [Float]
{
  let block = 64
  var sums = [Float](repeating: 0, count: channels)
  var blockSums = sums
  sums.withUnsafeMutableBufferPointer { sums in
    blockSums.withUnsafeMutableBufferPointer { blockSums in
      for start in stride(from: 0, to: rows, by: block) {
        blockSums.update(repeating: 0)
        for row in start..<min(start + block, rows) {
          let i = row &* channels
          for channel in 0..<channels { blockSums[channel] += value(i &+ channel, channel) }
        }
        for channel in 0..<channels { sums[channel] += blockSums[channel] }
      }
    }
  }
  return sums
}

/// Visits the flat index `i` of each channel of each row, with that channel's entries of two vectors.
@inline(__always)
private func forEachChannel(
  _ a: [Float], _ b: [Float], _ channels: Int, _ rows: Int, _ body: (_ a: Float, _ b: Float, _ i: Int) -> Void
) {
  a.withUnsafeBufferPointer { a in
    b.withUnsafeBufferPointer { b in
      for row in 0..<rows {
        let i = row &* channels
        for channel in 0..<channels { body(a[channel], b[channel], i &+ channel) }
      }
    }
  }
}
