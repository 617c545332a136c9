/// A tensor in half the bytes, for what is stored in bulk: 11 significant bits for each value, as in IEEE 754's half
/// precision, and one power of two for all of them, by which nothing overflows.
///
/// A value is off by at most 2⁻¹¹ of itself, 0.05 %. One that is less than 2⁻²⁹ of the largest becomes 0. Rounding what was
/// rounded before changes nothing.
public struct HalfTensor: Sendable, Equatable {
  /// The length of each dimension.
  public let shape: [Int]
  /// Each value is that of its code, times 2^exponent.
  public let exponent: Int
  /// Sign, 5 bits of exponent and 10 of fraction; no code stands for an infinity or a value without leading one.
  public let codes: [UInt16]

  /// A tensor from its parts. There must be a code for each value.
  public init(shape: [Int], exponent: Int, codes: [UInt16]) {
    precondition(codes.count == shape.reduce(1, *), "a code for each value")
    (self.shape, self.exponent, self.codes) = (shape, exponent, codes)
  }

  /// The nearest that can be stored; of two as near, the even one. All values must be finite.
  public init(rounding tensor: Tensor) {
    let count = tensor.count
    (shape, exponent, codes) = tensor.withUnsafeValues { values in
      var largest: Float = 0
      for i in 0..<count { largest = max(largest, abs(values[i])) }
      precondition(largest.isFinite, "only finite values can be rounded")
      // The largest comes to lie between 2^15 and 2^16.
      let exponent = largest == 0 ? 0 : max(Int(largest.exponent), -100) - 15
      let scale = Float(sign: .plus, exponent: -exponent, significand: 1)
      let codes = [UInt16](unsafeUninitializedCapacity: count) { codes, written in
        for i in 0..<count {
          let bits = (values[i] * scale).bitPattern
          let size = bits & 0x7fff_ffff
          let rounded = (size &+ 0xfff &+ (size >> 13 & 1)) >> 13 &- 112 << 10
          let code = size < 113 << 23 ? 0 : rounded | bits >> 16 & 0x8000
          codes[i] = UInt16(truncatingIfNeeded: code)
        }
        written = count
      }
      return (tensor.shape, exponent, codes)
    }
  }

  /// The values.
  public var tensor: Tensor {
    var tensor = Tensor(uninitialized: shape)
    let scale = Float(sign: .plus, exponent: exponent, significand: 1)
    tensor.withUnsafeMutableValues { values in
      codes.withUnsafeBufferPointer { codes in
        for i in 0..<codes.count {
          let code = UInt32(codes[i])
          let size = code & 0x7fff
          let bits = size == 0 ? 0 : size << 13 &+ 112 << 23 | (code & 0x8000) << 16
          values[i] = Float(bitPattern: bits) * scale
        }
      }
    }
    return tensor
  }
}
