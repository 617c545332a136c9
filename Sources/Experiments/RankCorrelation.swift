import Tensors

/// Spearman's rank correlation: whether one value rises with another, by whatever curve.
public struct RankCorrelation: Sendable, Hashable, Codable {
  /// From -1, always falling, to 1, always rising.
  public let coefficient: Double
  /// How often chance alone makes a coefficient as far from 0, to either side: the share of 10 000 random orders of the
  /// ys, drawn from a fixed seed, the observed one counted among them.
  public let pValue: Double

  /// The number of random orders.
  public static let permutations = 10_000

  /// The correlation of pairs; nil for fewer than three, or where all xs or all ys are equal.
  public init?(_ pairs: [(x: Double, y: Double)]) {
    guard pairs.count >= 3 else { return nil }
    let (x, y) = (Self.centredRanks(pairs.map(\.x)), Self.centredRanks(pairs.map(\.y)))
    func products(_ one: [Double], _ other: [Double]) -> Double {
      zip(one, other).reduce(0) { $0 + $1.0 * $1.1 }
    }
    let scale = (products(x, x) * products(y, y)).squareRoot()
    guard scale > 0 else { return nil }
    let observed = products(x, y)
    coefficient = observed / scale

    var random = PCG32(seed: 1)
    var asFar = 1
    for _ in 0..<Self.permutations {
      let order = random.sample(y.count, below: y.count).map { y[$0] }
      // Ranks are halves of whole numbers: equal sums are equal but for the mean that was taken off.
      if abs(products(x, order)) >= abs(observed) - 1e-9 * scale { asFar += 1 }
    }
    pValue = Double(asFar) / Double(Self.permutations + 1)
  }

  /// Each value's place in the order, equal values sharing the mean of theirs, less the mean of all places.
  private static func centredRanks(_ values: [Double]) -> [Double] {
    values.map { value in
      let below = values.count { $0 < value }
      let equal = values.count { $0 == value }
      return Double(below) + Double(equal + 1) / 2 - Double(values.count + 1) / 2
    }
  }
}
