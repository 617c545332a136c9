#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension Tensor {
  /// A new tensor of the same shape, value by value.
  @inlinable
  public func map(_ transform: (Float) -> Float) -> Tensor {
    var result = Tensor(uninitialized: shape)
    result.withUnsafeMutableValues { out in
      withUnsafeValues { x in
        for i in 0..<count { out[i] = transform(x[i]) }
      }
    }
    return result
  }

  /// A new tensor from two of the same shape, value by value.
  @inlinable
  public func zipped(with other: Tensor, _ combine: (Float, Float) -> Float) -> Tensor {
    precondition(shape == other.shape, "\(shape) and \(other.shape) differ")
    var result = Tensor(uninitialized: shape)
    result.withUnsafeMutableValues { out in
      withUnsafeValues { x in
        other.withUnsafeValues { y in
          for i in 0..<count { out[i] = combine(x[i], y[i]) }
        }
      }
    }
    return result
  }

  /// Adds `factor` times another tensor of the same shape, in place.
  public mutating func add(_ other: Tensor, times factor: Float = 1) {
    precondition(shape == other.shape, "\(shape) and \(other.shape) differ")
    let count = count
    withUnsafeMutableValues { x in
      other.withUnsafeValues { y in
        for i in 0..<count { x[i] += factor * y[i] }
      }
    }
  }

  /// The sum of tensors of one shape, each times `factor`, added in their order.
  public static func sum(of tensors: [Tensor], times factor: Float) -> Tensor {
    var result = Tensor(shape: tensors[0].shape)
    let count = result.count
    // Block by block, so that a sum stays in the cache until it is done.
    let block = 4096
    result.withUnsafeMutableValues { sum in
      for start in stride(from: 0, to: count, by: block) {
        for tensor in tensors {
          precondition(tensor.count == count, "tensors of \(count) and \(tensor.count) values in one sum")
          tensor.withUnsafeValues { x in
            for i in start..<min(start + block, count) { sum[i] += factor * x[i] }
          }
        }
      }
    }
    return result
  }

  /// Multiplies all values, in place.
  public mutating func scale(by factor: Float) {
    let count = count
    withUnsafeMutableValues { x in for i in 0..<count { x[i] *= factor } }
  }

  /// The sum of all values, in double precision.
  public var sum: Double { total { $0 } }

  /// The square root of the sum of squares.
  public var norm: Double { total { $0 * $0 }.squareRoot() }

  /// The sum of a function of all values. Eight partial sums run side by side, in every build the same.
  @inline(__always)
  private func total(_ term: (SIMD8<Double>) -> SIMD8<Double>) -> Double {
    withUnsafeValues { x in
      var partial = SIMD8<Double>.zero
      var i = 0
      while i + 8 <= count {
        let values = UnsafeRawPointer(x + i).loadUnaligned(as: SIMD8<Float>.self)
        partial += term(SIMD8<Double>(values))
        i += 8
      }
      var rest = SIMD8<Double>.zero
      for lane in 0..<count - i { rest[lane] = Double(x[i + lane]) }
      return (partial + term(rest)).sum()
    }
  }

  /// The largest absolute value; 0 for an empty tensor; NaN if there is one.
  public var largestMagnitude: Float {
    withUnsafeValues { x in
      var largest: Float = 0
      for i in 0..<count {
        if x[i].isNaN { return .nan }
        largest = Swift.max(largest, abs(x[i]))
      }
      return largest
    }
  }

  /// Whether no value is infinite or NaN.
  public var isFinite: Bool {
    withUnsafeValues { x in (0..<count).allSatisfy { x[$0].isFinite } }
  }

  /// Row `index` of the first dimension, as a tensor of one dimension less.
  public func row(_ index: Int) -> Tensor {
    precondition(!shape.isEmpty && index >= 0 && index < shape[0], "no row \(index) in \(shape)")
    let length = count / shape[0]
    var result = Tensor(uninitialized: Array(shape.dropFirst()))
    result.withUnsafeMutableValues { out in
      withUnsafeValues { x in out.update(from: x + index * length, count: length) }
    }
    return result
  }
}

/// The logistic function 1 / (1 + e^-x), without overflow.
@inlinable
public func logistic(_ x: Float) -> Float {
  if x >= 0 { return 1 / (1 + exp(-x)) }
  let e = exp(x)
  return e / (1 + e)
}
