import Tensors

extension Variable {
  /// The same values under another shape.
  public func reshaped(_ shape: [Int]) -> Variable {
    let old = self.shape
    return tape.record(value.reshaped(shape), from: [self]) { self.accumulate($0.reshaped(old)) }
  }
}

/// The rows of `x` with these indices, in this order: `[count, ...]` from `[rows, ...]`. An index may recur; its
/// gradients add up.
public func rows(_ x: Variable, _ indices: [Int]) -> Variable {
  let length = x.value.count / max(1, x.shape[0])
  precondition(
    indices.allSatisfy { $0 >= 0 && $0 < x.shape[0] }, "an index lies outside the \(x.shape[0]) rows")
  var result = Tensor(uninitialized: [indices.count] + x.shape.dropFirst())
  result.withUnsafeMutableValues { out in
    x.value.withUnsafeValues { values in
      for (row, index) in indices.enumerated() {
        (out + row * length).update(from: values + index * length, count: length)
      }
    }
  }
  return x.tape.record(result, from: [x]) { gradient in
    x.accumulateInPlace { sum in
      gradient.withUnsafeValues { g in
        for (row, index) in indices.enumerated() {
          let (target, source) = (sum + index * length, g + row * length)
          for i in 0..<length { target[i] += source[i] }
        }
      }
    }
  }
}

/// Variables joined along an axis; all other dimensions are equal.
public func concatenated(_ parts: [Variable], axis: Int) -> Variable {
  precondition(!parts.isEmpty, "nothing to concatenate")
  let first = parts[0].shape
  precondition(axis >= 0 && axis < first.count, "there is no axis \(axis) in \(first)")
  var shape = first
  shape[axis] = parts.reduce(0) { $0 + $1.shape[axis] }
  let outer = first[..<axis].reduce(1, *)
  let inner = first[(axis + 1)...].reduce(1, *)
  let lengths = parts.map { part in
    precondition(
      part.shape.count == first.count
        && zip(part.shape, first).enumerated().allSatisfy {
          $0.offset == axis || $0.element.0 == $0.element.1
        },
      "\(part.shape) cannot be joined to \(first) along axis \(axis)")
    return part.shape[axis] * inner
  }
  let total = lengths.reduce(0, +)
  var result = Tensor(uninitialized: shape)
  result.withUnsafeMutableValues { out in
    var start = 0
    for (part, length) in zip(parts, lengths) {
      part.value.withUnsafeValues { values in
        for row in 0..<outer {
          (out + row * total + start).update(from: values + row * length, count: length)
        }
      }
      start += length
    }
  }
  return parts[0].tape.record(result, from: parts) { gradient in
    var start = 0
    for (part, length) in zip(parts, lengths) {
      part.accumulateInPlace { sum in
        gradient.withUnsafeValues { g in
          for row in 0..<outer {
            let (target, source) = (sum + row * length, g + row * total + start)
            for i in 0..<length { target[i] += source[i] }
          }
        }
      }
      start += length
    }
  }
}
