import Tensors

/// y = x·Wᵀ + b: x `[R, in]`, W `[out, in]`, b `[out]`, y `[R, out]`.
public func linear(_ x: Variable, weight: Variable, bias: Variable?) -> Variable {
  let (r, inputs, outputs) = (x.shape[0], weight.shape[1], weight.shape[0])
  precondition(x.shape == [r, inputs], "linear: \(x.shape) does not fit a weight of \(weight.shape)")
  var y = Tensor.product(x.value, weight.value, .transposed)
  if let bias { addToRows(&y, bias.value) }
  return x.tape.record(y, from: [x, weight] + (bias.map { [$0] } ?? [])) { gradient in
    x.accumulate(Tensor.product(gradient, weight.value))
    weight.accumulateInPlace { sum in
      gradient.withUnsafeValues { g in
        x.value.withUnsafeValues { x0 in
          multiply(
            g, .transposed, strideOfA: outputs, x0, strideOfB: inputs, into: sum, strideOfC: inputs,
            rows: outputs, inner: r, columns: inputs, adding: 1)
        }
      }
    }
    bias?.accumulateInPlace { addRows(of: gradient, width: outputs, to: $0) }
  }
}

extension Tensor {
  /// A·B with B as it lies or transposed.
  fileprivate static func product(_ a: Tensor, _ b: Tensor, _ orientation: Orientation = .plain) -> Tensor {
    product(a, .plain, b, orientation)
  }
}

/// Adds a vector to each row of `[..., width]`, in place.
func addToRows(_ x: inout Tensor, _ vector: Tensor) {
  let (width, count) = (vector.count, x.count)
  precondition(x.shape.last == width, "a bias of \(width) for \(x.shape)")
  x.withUnsafeMutableValues { x in
    vector.withUnsafeValues { v in
      for start in stride(from: 0, to: count, by: width) {
        let row = x + start
        for i in 0..<width { row[i] += v[i] }
      }
    }
  }
}

/// Adds all rows of `[..., width]` to a vector, in place: the gradient of a bias.
func addRows(of x: Tensor, width: Int, to sum: UnsafeMutablePointer<Float>) {
  x.withUnsafeValues { x0 in
    for start in stride(from: 0, to: x.count, by: width) {
      let row = x0 + start
      for i in 0..<width { sum[i] += row[i] }
    }
  }
}
