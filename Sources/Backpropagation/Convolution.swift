import Tensors

/// A convolution: x `[N, H, W, C]`, W `[out, kernel, kernel, C]`, b `[out]`, y `[N, H', W', out]`.
///
/// Windows are unfolded into rows, so that it is one matrix product; its two gradients are products of the same
/// sizes. The rows are unfolded again for the gradient rather than kept.
public func convolution(_ x: Variable, weight: Variable, bias: Variable?, _ window: Window) -> Variable {
  let (n, c) = (x.shape[0], x.shape[3])
  let outputs = weight.shape[0]
  let width = window.kernel * window.kernel * c
  precondition(
    weight.shape == [outputs, window.kernel, window.kernel, c],
    "convolution: a weight of \(weight.shape) for \(x.shape) and a kernel of \(window.kernel)")
  if Winograd.pays(shape: x.shape, outputs: outputs, window) {
    return winogradConvolution(x, weight: weight, bias: bias)
  }
  let (h, w) = (window.outputSide(x.shape[1]), window.outputSide(x.shape[2]))
  let kernels = weight.value.reshaped([outputs, width])
  var y = Tensor.product(x.value.unfolded(window), .plain, kernels, .transposed)
  if let bias { addToRows(&y, bias.value) }
  return x.tape.record(
    y.reshaped([n, h, w, outputs]), from: [x, weight] + (bias.map { [$0] } ?? [])
  ) { gradient in
    let rows = gradient.reshaped([n * h * w, outputs])
    weight.accumulateInPlace { sum in
      rows.withUnsafeValues { g in
        x.value.unfolded(window).withUnsafeValues { windows in
          multiply(
            g, .transposed, strideOfA: outputs, windows, strideOfB: width, into: sum, strideOfC: width,
            rows: outputs, inner: n * h * w, columns: width, adding: 1)
        }
      }
    }
    bias?.accumulateInPlace { addRows(of: rows, width: outputs, to: $0) }
    x.accumulate(Tensor.product(rows, .plain, kernels, .plain).folded(window, onto: x.shape))
  }
}

/// The same for a 3x3 kernel of stride 1 and padding 1, with fewer multiplications (`Winograd`): transform, multiply,
/// transform back; and for the gradients the transposes of these, in the opposite order, on the tiles that a gradient
/// reaches. The transformed image is made again for the gradient rather than kept: it is more than twice as large as the
/// image.
private func winogradConvolution(_ x: Variable, weight: Variable, bias: Variable?) -> Variable {
  let winograd = Winograd(shape: x.shape)
  let kernels = weight.value.derived("both ways", Winograd.kernelTransforms)
  let y = winograd.outputTransform(
    Winograd.products(winograd.inputTransform(x.value), .plain, kernels[1]), bias: bias?.value)
  return x.tape.record(y, from: [x, weight] + (bias.map { [$0] } ?? [])) { gradient in
    let reached = winograd.nonzeroTiles(of: gradient)
    let rows = reached.transposedOutputTransform(gradient)
    weight.accumulateInPlace { sum in
      Winograd.addTransposedKernelTransform(
        Winograd.products(rows, .transposed, reached.inputTransform(x.value)), to: sum)
    }
    bias?.accumulateInPlace { addRows(of: gradient, width: gradient.shape[3], to: $0) }
    x.accumulateInPlace { sum in
      reached.addTransposedInputTransform(Winograd.products(rows, .plain, kernels[0]), to: sum)
    }
  }
}

/// A convolution and what follows it in one pass, on a tape that only infers (`Tape.inferenceThreads`):
/// max(0, scale ⊙ (W * x) + shift + addend), each part where it is given.
public func finishedConvolution(
  _ x: Variable, weight: Variable, _ window: Window, scale: Variable?, shift: Variable?, addend: Variable?,
  isRectified: Bool
) -> Variable {
  guard let threads = x.tape.inferenceThreads else {
    preconditionFailure("a finished convolution has no gradient")
  }
  let finish = Finish(
    scale: scale?.value, shift: shift?.value, addend: addend?.value, isRectified: isRectified)
  return x.tape.constant(x.value.convolved(weight.value, window, finish, threads: threads))
}

/// A transposed convolution of kernel 2 and stride 2, which doubles the sides: x `[N, H, W, C]`,
/// W `[C, 2, 2, out]`, b `[out]`, y `[N, 2H, 2W, out]`. Windows do not overlap, so each pixel of x
/// makes its own 2 x 2 block of y.
public func transposedConvolution(_ x: Variable, weight: Variable, bias: Variable) -> Variable {
  let (n, h, w, c) = (x.shape[0], x.shape[1], x.shape[2], x.shape[3])
  let outputs = weight.shape[3]
  precondition(weight.shape == [c, 2, 2, outputs], "transposed convolution: \(weight.shape) for \(x.shape)")
  let blocks = weight.value.reshaped([c, 4 * outputs])
  let pixels = x.value.reshaped([n * h * w, c])
  let window = Window(kernel: 2, stride: 2)
  var y = Tensor.product(pixels, .plain, blocks, .plain).folded(window, onto: [n, 2 * h, 2 * w, outputs])
  addToRows(&y, bias.value)
  return x.tape.record(y, from: [x, weight, bias]) { gradient in
    let rows = gradient.unfolded(window)
    x.accumulate(Tensor.product(rows, .plain, blocks, .transposed).reshaped(x.shape))
    weight.accumulate(Tensor.product(pixels, .transposed, rows, .plain).reshaped(weight.shape))
    bias.accumulateInPlace { addRows(of: gradient, width: outputs, to: $0) }
  }
}

/// A 1x1 convolution in which each region has a kernel of its own: features `[R, M, M, C]`, kernels `[R, C]`, biases
/// `[R]` or none, logits `[R, M, M]`. Only the channel of each region's class is computed (K x M x M outputs are never
/// formed), so the cost does not grow with the number of classes.
public func pointwiseConvolution(_ features: Variable, kernels: Variable, biases: Variable? = nil) -> Variable
{
  let (r, c) = (features.shape[0], features.shape[3])
  let pixels = features.shape[1] * features.shape[2]
  precondition(kernels.shape == [r, c], "\(kernels.shape) are not the kernels of \(features.shape)")
  precondition(
    biases == nil || biases!.shape == [r], "\(biases!.shape) are not the biases of \(features.shape)")
  var logits = Tensor(uninitialized: Array(features.shape.dropLast()))
  logits.withUnsafeMutableValues { out in
    features.value.withUnsafeValues { f in
      kernels.value.withUnsafeValues { w in
        for region in 0..<r {
          let bias = biases?.value[region] ?? 0
          let target = out + region * pixels
          target.update(repeating: bias, count: pixels)
          multiply(
            f + region * pixels * c, strideOfA: c, w + region * c, strideOfB: 1, into: target, strideOfC: 1,
            rows: pixels, inner: c, columns: 1, adding: 1)
        }
      }
    }
  }
  return features.tape.record(logits, from: [features, kernels] + (biases.map { [$0] } ?? [])) { gradient in
    gradient.withUnsafeValues { g in
      features.accumulateInPlace { sum in
        kernels.value.withUnsafeValues { w in
          for row in 0..<r * pixels {
            let (kernel, factor, target) = (w + row / pixels * c, g[row], sum + row * c)
            for i in 0..<c { target[i] += factor * kernel[i] }
          }
        }
      }
      kernels.accumulateInPlace { sum in
        features.value.withUnsafeValues { f in
          for row in 0..<r * pixels {
            let (source, factor, target) = (f + row * c, g[row], sum + row / pixels * c)
            for i in 0..<c { target[i] += factor * source[i] }
          }
        }
      }
      biases?.accumulateInPlace { sum in
        for row in 0..<r * pixels { sum[row / pixels] += g[row] }
      }
    }
  }
}
