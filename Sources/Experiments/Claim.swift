import COCO

/// §3 Something that the paper says about its rows, and what our runs say to it.
public struct Claim: Sendable, Hashable {
  /// A short name: `transfer-beats-baseline`.
  public var id: String
  /// Whether the paper says it or this package asks it.
  public var origin: Study.Origin
  /// The claim, as a sentence.
  public var statement: String
  /// The study it is read from.
  public var study: String
  /// The split, as the command line writes it; `random` for all random splits together.
  public var split: String
  /// The classes on which rows are compared.
  public var set: StudyResults.ClassSet
  /// What is compared: mask AP but where many classes leave it on the floor.
  public var measure = ClassMeasure.ap
  /// What must be seen.
  public var rule: Rule
  /// The row that is said to be good.
  public var row: String
  /// The row against each of its rivals. Several where it is said to be the best; none for a trend.
  public var comparisons: [RowComparison]
  /// How AP goes with the number of masks, where the claim is about that.
  public var trend: Trend?

  /// What a claim asks of a difference or a slope.
  public enum Rule: String, Sendable, Codable, Hashable {
    /// The row is above its rival.
    case more
    /// The row is not below its rival by more than a tolerance.
    case atLeast = "at least"
    /// AP rises with the number of masks.
    case rises

    /// The value that the interval must lie above.
    var threshold: Double { self == .atLeast ? -0.3 : 0 }
    /// How far beyond the threshold the mean must lie: for a difference the resolution in which tables are printed.
    var resolution: Double { self == .more ? 0.1 : 0 }
  }

  /// What runs say to a claim, by a rule that was fixed before the results.
  public enum Verdict: String, Sendable, Codable, Hashable {
    /// The interval lies on the claim's side.
    case reproduced
    /// The interval lies on the other side.
    case notReproduced = "not reproduced"
    /// Anything else: another run might show the contrary.
    case undecided
    /// There are no runs to judge by.
    case missing = "not run"

    /// The verdict of a mean and its interval, of which there is none for a single run.
    init(_ mean: Double, _ interval: ClosedRange<Double>?, by rule: Rule) {
      guard let interval else {
        self = .undecided
        return
      }
      if interval.lowerBound > rule.threshold && mean >= rule.threshold + rule.resolution {
        self = .reproduced
      } else if interval.upperBound < rule.threshold && mean <= rule.threshold - rule.resolution {
        self = .notReproduced
      } else {
        self = .undecided
      }
    }

    /// The verdict of a claim with several parts: all must be reproduced, and one that is not is enough against it.
    init(ofAll parts: [Verdict]) {
      if parts.allSatisfy({ $0 == .missing }) {
        self = .missing
      } else if parts.contains(.notReproduced) {
        self = .notReproduced
      } else {
        self = parts.allSatisfy { $0 == .reproduced } ? .reproduced : .undecided
      }
    }
  }

  /// Whether a difference would be there for other classes too, as far as these classes can tell.
  public enum OtherClasses: String, Sendable, Codable, Hashable {
    /// The interval over classes lies on the claim's side.
    case yes
    /// It lies on the other side.
    case no
    /// It lies on both.
    case unclear
  }

  /// What the runs say.
  public var verdict: Verdict {
    if rule == .rises { return trend.map { Verdict($0.slope, $0.interval, by: rule) } ?? .missing }
    return Verdict(ofAll: comparisons.map { $0.verdict(by: rule) })
  }

  /// What the runs say by IoU in ground-truth boxes, where mask AP is what is judged; nil for a trend.
  public var verdictInTrueBoxes: Verdict? {
    guard rule != .rises, measure == .ap else { return nil }
    return Verdict(
      ofAll: comparisons.map { comparison in
        comparison.spreadInTrueBoxes.map { Verdict($0.mean, $0.interval, by: rule) } ?? .missing
      })
  }

  /// What is undecided: how many seeds would decide it, if the mean and the spread over seeds stayed as they are. Nil where
  /// that cannot be said, and where the mean is within the rule's resolution.
  public var seedsToDecide: Int? {
    guard verdict == .undecided, rule != .rises, let spread = decisive?.spread,
      abs(spread.mean - rule.threshold) >= rule.resolution
    else { return nil }
    return spread.countDeciding(against: rule.threshold)
  }

  /// Whether it would be so for other classes: for each rival, if there are several. Nil where that is not known.
  public var otherClasses: OtherClasses? {
    let parts = comparisons.map { $0.otherClasses(by: rule) }
    if parts.contains(.no) { return .no }
    if parts.isEmpty || parts.contains(nil) { return nil }
    return parts.allSatisfy { $0 == .yes } ? .yes : .unclear
  }

  /// The comparison that decides: with the rival against which the verdict is worst, and of several such with the one that
  /// comes closest. Nil without runs.
  public var decisive: RowComparison? {
    let order: [Verdict] = [.notReproduced, .undecided, .reproduced]
    func place(_ comparison: RowComparison) -> (Int, Double) {
      (order.firstIndex(of: comparison.verdict(by: rule)) ?? order.count, comparison.spread?.mean ?? 0)
    }
    return comparisons.filter { !$0.differences.isEmpty }.min { place($0) < place($1) }
  }

  /// The differences to the decisive rival, in points, one for each seed that both have.
  public var differences: [Double] { decisive?.differences ?? [] }

  /// The mean difference to the decisive rival, in points; for a trend the slope, in points for each 100 masks.
  public var mean: Double? { trend?.slope ?? decisive?.spread?.mean }

  /// The 95 % interval of the mean: over seeds, or for a trend over splits.
  public var interval: ClosedRange<Double>? { trend?.interval ?? decisive?.spread?.interval }

  /// The number of seeds, or for a trend of splits.
  public var count: Int { trend?.count ?? differences.count }

  /// The split as titles have it.
  public var splitTitle: String { ClassSplit(split)?.title ?? "random splits" }

  /// `+0.5 ± 0.3`: the mean and half of its interval.
  public var differenceText: String {
    guard let mean else { return "–" }
    let half = interval.map { " ± \(decimal(($0.upperBound - $0.lowerBound) / 2, rule == .rises ? 2 : 1))" }
    return signed(mean, rule == .rises ? 2 : 1) + (half ?? "")
  }

  /// A line for people.
  public var text: String {
    guard mean != nil else { return "\(verdict.rawValue): \(statement) (\(splitTitle))" }
    let (unit, thing) =
      rule == .rises ? ("AP for each 100 masks", "split") : (measure == .ap ? "AP" : measure.rawValue, "seed")
    let number = "\(differenceText) \(unit) on \(set.rawValue), \(count) \(thing)\(count == 1 ? "" : "s")"
    let paper = decisive?.published.map { ", paper \(signed($0, 1))" } ?? ""
    return "\(verdict.rawValue): \(statement) (\(splitTitle); \(number)\(paper))"
  }
}

/// A number with its sign, also above zero.
func signed(_ value: Double, _ digits: Int) -> String {
  let text = decimal(value, digits)
  return value > 0 && text.contains { ("1"..."9").contains($0) } ? "+\(text)" : text
}
