#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A small seeded generator: PCG32 (XSH-RR), after O'Neill, "PCG: A Family of Simple Fast Space-Efficient
/// Statistically Good Algorithms for Random Number Generation", 2014.
///
/// Every random choice in this package draws from one of these, passed in. Item `i` of a data set is a pure
/// function of `(seed, i)`: `PCG32(seed: seed, stream: i)`.
public struct PCG32: RandomNumberGenerator, Sendable, Equatable, Codable {
  private var state: UInt64
  private let increment: UInt64

  /// A generator at the start of one of 2^63 independent streams.
  public init(seed: UInt64, stream: UInt64 = 0) {
    state = 0
    increment = (stream << 1) | 1
    _ = next32()
    state &+= seed
    _ = next32()
  }

  /// The next 32 random bits.
  public mutating func next32() -> UInt32 {
    let old = state
    state = old &* 6_364_136_223_846_793_005 &+ increment
    let xorShifted = UInt32(truncatingIfNeeded: ((old >> 18) ^ old) >> 27)
    let rotation = UInt32(truncatingIfNeeded: old >> 59)
    return (xorShifted >> rotation) | (xorShifted << ((0 &- rotation) & 31))
  }

  /// The next 64 random bits, high half first.
  public mutating func next() -> UInt64 {
    let high = UInt64(next32())
    return high << 32 | UInt64(next32())
  }

  /// Uniform in `[0, 1)`, a multiple of 2⁻²⁴, so that it is exact in `Float`.
  public mutating func uniform() -> Float { Float(next32() >> 8) * 0x1p-24 }

  /// Uniform in `range`.
  public mutating func uniform(_ range: ClosedRange<Float>) -> Float {
    range.lowerBound + (range.upperBound - range.lowerBound) * uniform()
  }

  /// Uniform in `range`, in double precision, with 32 random bits.
  public mutating func uniform(_ range: ClosedRange<Double>) -> Double {
    range.lowerBound + (range.upperBound - range.lowerBound) * Double(next32()) * 0x1p-32
  }

  /// Uniform in `0 ..< bound`, without bias (rejection). `bound` must be positive.
  public mutating func below(_ bound: Int) -> Int {
    precondition(bound > 0 && bound <= Int(UInt32.max), "below(_:) needs a bound from 1 to 2^32 - 1")
    let bound = UInt32(bound)
    let threshold = (0 &- bound) % bound
    while true {
      let bits = next32()
      if bits >= threshold { return Int(bits % bound) }
    }
  }

  /// Standard normal, by the Box-Muller transform (the sine half is not kept, so the state stays small).
  public mutating func normal() -> Float {
    let radius = (-2 * log(1 - Double(uniform()))).squareRoot()
    return Float(radius * cos(2 * Double.pi * Double(uniform())))
  }

  /// True with the given probability.
  public mutating func chance(_ probability: Double) -> Bool { Double(uniform()) < probability }

  /// An index drawn with probability proportional to its weight. The weights must not all be zero.
  public mutating func index(weights: [Double]) -> Int {
    let total = weights.reduce(0, +)
    precondition(total > 0, "index(weights:) needs a positive weight")
    var rest = uniform(0...1.0) * total
    for (index, weight) in weights.enumerated() where weight > 0 {
      rest -= weight
      if rest < 0 { return index }
    }
    return weights.lastIndex { $0 > 0 }!
  }

  /// `count` different indices of `0 ..< bound`, in random order (a partial Fisher-Yates shuffle).
  public mutating func sample(_ count: Int, below bound: Int) -> [Int] {
    precondition(count >= 0 && count <= bound, "sample(_:below:) cannot draw more than there are")
    var indices = Array(0..<bound)
    for i in 0..<count { indices.swapAt(i, i + below(bound - i)) }
    return Array(indices.prefix(count))
  }
}
