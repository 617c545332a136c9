import Tensors

/// §2 The candidates that a training step looks at, by index, each list in ascending order.
public struct CandidateSample: Sendable, Hashable {
  /// Those that show an object.
  public var positives: [Int]
  /// Those that show background.
  public var negatives: [Int]

  /// A sample from its two lists.
  public init(positives: [Int], negatives: [Int]) {
    (self.positives, self.negatives) = (positives, negatives)
  }

  /// Positives, then negatives.
  public var indices: [Int] { positives + negatives }
}

/// §2 Draws `count` candidates, at most `fraction` of them positive, without replacement and each equally likely.
/// Where positives are short, negatives fill their places; where both are short, the sample is smaller than
/// `count`.
public func sample(
  positives: [Int], negatives: [Int], count: Int, fraction: Double, using generator: inout PCG32
) -> CandidateSample {
  let positiveCount = min(positives.count, Int(Double(count) * fraction))
  let negativeCount = min(negatives.count, count - positiveCount)
  func draw(_ count: Int, of candidates: [Int]) -> [Int] {
    if count == candidates.count { return candidates.sorted() }
    return generator.sample(count, below: candidates.count).map { candidates[$0] }.sorted()
  }
  return CandidateSample(
    positives: draw(positiveCount, of: positives), negatives: draw(negativeCount, of: negatives))
}

/// §2 Draws `count` of the labelled candidates, at most `fraction` of them positive; ignored ones never.
public func sample(
  _ labels: [RegionLabel], count: Int, fraction: Double, using generator: inout PCG32
) -> CandidateSample {
  var (positives, negatives) = ([Int](), [Int]())
  for (index, label) in labels.enumerated() {
    switch label {
    case .positive: positives.append(index)
    case .negative: negatives.append(index)
    case .ignored: break
    }
  }
  return sample(
    positives: positives, negatives: negatives, count: count, fraction: fraction, using: &generator)
}
