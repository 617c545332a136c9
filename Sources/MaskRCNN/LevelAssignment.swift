#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// §2 Which level of a feature pyramid a box is taken from (FPN, equation 1): `k = ⌊k0 + log2(√area /
/// canonicalSize)⌋`, so that a box is seen at about the same size in cells whatever its size in pixels.
public struct LevelAssignment: Sendable, Hashable, Codable {
  /// The side of a box that belongs to `canonicalLevel`, in pixels: 224 with ImageNet's image size.
  public var canonicalSize: Float
  /// The level of such a box: 4 in FPN, for P4.
  public var canonicalLevel: Int
  /// The levels that there are, for example 2...5 for P2 to P5. Boxes beyond take the nearest.
  public var levels: ClosedRange<Int>

  /// An assignment; by default FPN's own.
  public init(canonicalSize: Float = 224, canonicalLevel: Int = 4, levels: ClosedRange<Int> = 2...5) {
    (self.canonicalSize, self.canonicalLevel, self.levels) = (canonicalSize, canonicalLevel, levels)
  }

  /// The box's level as an index from 0, the finest.
  public func callAsFunction(_ box: Box) -> Int {
    let size = max(box.area, 0).squareRoot()
    guard size > 0, size.isFinite else { return 0 }
    // The small term keeps a box of exactly the canonical size on its level in spite of rounding.
    let level = Float(canonicalLevel) + log2(size / canonicalSize) + 1e-6
    let clamped = min(max(level.rounded(.down), Float(levels.lowerBound)), Float(levels.upperBound))
    return Int(clamped) - levels.lowerBound
  }
}
