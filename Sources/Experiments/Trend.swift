import COCO
import Pictures

/// §3 How mask AP goes with the number of training masks, over many splits: the paper's second figure as numbers.
public struct Trend: Sendable, Hashable {
  /// What a line of least squares gains on 100 more masks per class of A, in points of AP.
  public let slope: Double
  /// The slope's 95 % confidence interval, by Student's t distribution; nil for two splits.
  public let interval: ClosedRange<Double>?
  /// Whether AP rises at all, whatever the curve.
  public let ranks: RankCorrelation?
  /// The number of splits.
  public let count: Int

  /// The trend of AP, in points, over masks per class; nil for fewer than two different numbers of masks.
  public init?(_ pairs: [(x: Double, y: Double)]) {
    guard let fit = LinearFit(pairs.map { Point($0.x, $0.y) }) else { return nil }
    let slope = 100 * fit.slope
    self.slope = slope
    interval = fit.halfWidthFactor.map { factor in
      let half = factor * 100 * fit.slopeStandardError
      return slope - half...slope + half
    }
    ranks = RankCorrelation(pairs)
    count = pairs.count
  }
}

extension LinearFit {
  /// Half the width of a 95 % interval in standard errors; nil for two points, which lie on their line whatever they are.
  var halfWidthFactor: Double? {
    degreesOfFreedom > 0 ? StudentT(degreesOfFreedom: degreesOfFreedom).factor95 : nil
  }
}

extension StudyResults {
  /// Where one row stands under each split: masks per class in A, and mask AP on B in per cent.
  func placesOnB(_ row: Study.Row) -> [(split: ClassSplit, x: Double, y: Double)] {
    study.splits.compactMap { split in
      guard let x = Spread(results(row, split).map(\.masksPerClassInA))?.mean,
        let y = spread(row, split, .maskAP, on: .b)?.mean
      else { return nil }
      return (split, x, y)
    }
  }
}
