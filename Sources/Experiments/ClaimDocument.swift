import Foundation

/// The claims in the forms that are written: for other programs as JSON and CSV, for people as a table.
extension Claim: Encodable {
  fileprivate enum Key: String, CodingKey {
    case id, origin, split, statement, study, set, measure, rule, row, rival, differences, mean, interval, n
    case published, classHalfWidth, classes, otherClasses, verdict, rankCorrelation, pValue, parts
    case seedsToDecide, differencesInTrueBoxes, verdictInTrueBoxes
  }

  /// Written as one flat object. Its figures are those of the decisive rival; with several rivals, `parts` has them all.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(id, forKey: .id)
    try container.encode(origin, forKey: .origin)
    try container.encode(split, forKey: .split)
    try container.encode(statement, forKey: .statement)
    try container.encode(study, forKey: .study)
    try container.encode(set.rawValue, forKey: .set)
    try container.encode(measure, forKey: .measure)
    try container.encode(rule, forKey: .rule)
    try container.encode(row, forKey: .row)
    if let comparison = decisive ?? comparisons.first { try comparison.encode(in: &container) }
    if let trend {
      try container.encode(decimals(trend.slope), forKey: .mean)
      try container.encodeIfPresent(trend.interval.map(decimals), forKey: .interval)
      try container.encode(trend.count, forKey: .n)
      try container.encodeIfPresent(trend.ranks.map { decimals($0.coefficient) }, forKey: .rankCorrelation)
      try container.encodeIfPresent(trend.ranks.map { decimals($0.pValue) }, forKey: .pValue)
    }
    try container.encodeIfPresent(otherClasses, forKey: .otherClasses)
    try container.encode(verdict, forKey: .verdict)
    try container.encodeIfPresent(seedsToDecide, forKey: .seedsToDecide)
    try container.encodeIfPresent(verdictInTrueBoxes, forKey: .verdictInTrueBoxes)
    guard comparisons.count > 1 else { return }
    var parts = container.nestedUnkeyedContainer(forKey: .parts)
    for comparison in comparisons {
      var part = parts.nestedContainer(keyedBy: Key.self)
      try comparison.encode(in: &part)
      try part.encodeIfPresent(comparison.otherClasses(by: rule), forKey: .otherClasses)
      try part.encode(comparison.verdict(by: rule), forKey: .verdict)
    }
  }

  /// The claims as a JSON array.
  static func json(_ claims: [Claim]) throws -> Data {
    try readableJSON(claims)
  }

  /// The claims as comma-separated values: titles, then a line for each claim and split.
  static func csvRows(_ claims: [Claim]) -> [[String]] {
    let titles = [
      "id", "origin", "split", "statement", "study", "set", "measure", "rule", "row", "rival", "differences",
      "mean", "low", "high", "n", "paper", "half width over classes", "classes", "other classes", "verdict",
      "rank correlation", "p", "seeds to decide", "IoU differences", "verdict by IoU",
    ]
    return [titles]
      + claims.map { claim in
        func text(_ value: Double?) -> String { value.map { decimal($0, 4) } ?? "" }
        let comparison = claim.decisive
        return [
          claim.id, claim.origin.rawValue, claim.split, claim.statement, claim.study, claim.set.rawValue,
          claim.measure.rawValue, claim.rule.rawValue, claim.row, comparison?.rival ?? "",
          claim.differences.map { decimal($0, 4) }.joined(separator: " "), text(claim.mean),
          text(claim.interval?.lowerBound), text(claim.interval?.upperBound), "\(claim.count)",
          comparison?.published.map { decimal($0, 1) } ?? "", text(comparison?.classes?.halfWidth),
          comparison?.classes.map { "\($0.count)" } ?? "", claim.otherClasses?.rawValue ?? "",
          claim.verdict.rawValue, text(claim.trend?.ranks?.coefficient), text(claim.trend?.ranks?.pValue),
          claim.seedsToDecide.map { "\($0)" } ?? "",
          (comparison?.differencesInTrueBoxes ?? []).map { decimal($0, 4) }.joined(separator: " "),
          claim.verdictInTrueBoxes?.rawValue ?? "",
        ]
      }
  }

  /// The claims as a table, each with a line for each split.
  static func document(_ claims: [Claim], profile: Profile) -> TableDocument {
    let rows = claims.map { claim -> TableDocument.Row in
      let comparison = claim.decisive
      let sign = claim.rule == .atLeast ? "≥" : ">"
      let words =
        claim.rule == .rises
        ? "\(claim.statement), in AP for each 100 masks per class"
        : "\(claim.statement): \(claim.row) \(sign) "
          + (claim.comparisons.count > 1 ? "each of the others" : claim.comparisons.first?.rival ?? "")
          + ", on \(claim.set.rawValue)" + (claim.measure == .ap ? "" : ", \(claim.measure.rawValue)")
      let evidence =
        claim.trend.flatMap(\.ranks).map { ranks in
          "rank correlation \(signed(ranks.coefficient, 2)), p = \(decimal(ranks.pValue, ranks.pValue < 0.01 ? 4 : 2))"
        } ?? (claim.comparisons.count > 1 ? comparison.map { "decided by: \($0.rival)" } : nil)
      return TableDocument.Row(
        section: words + (claim.origin == .ours ? " (ours)" : ""),
        cells: [
          claim.splitTitle, claim.differenceText, "\(claim.count)",
          comparison?.published.map { signed($0, 1) } ?? "–",
          comparison?.classes?.halfWidth.map { "± \(decimal($0, 1))" } ?? "–",
          claim.otherClasses?.rawValue ?? "–", claim.verdict.rawValue,
          claim.seedsToDecide.map { "\($0)" } ?? "–",
          comparison?.spreadInTrueBoxes.flatMap { claim.measure == .ap ? $0 : nil }.map {
            signed($0.mean, 1) + ($0.halfWidth.map { " ± \(decimal($0, 1))" } ?? "")
          } ?? "–",
          claim.verdictInTrueBoxes?.rawValue ?? "–", evidence ?? "",
        ], origin: claim.origin)
    }
    return TableDocument(
      name: "claims", title: "Claims, and what these runs say",
      caption:
        "Differences in mask AP, or where it is said in IoU, in points, and the verdict on each claim under each split.",
      groups: [],
      columns: [
        "split", "difference", "n", "paper", "over classes", "other classes", "verdict", "would decide",
        "IoU difference", "verdict by IoU", "remark",
      ],
      rows: rows,
      notes: (profile.note.map { [$0] } ?? []) + notes, wordColumns: [0, 5, 6, 9, 10])
  }

  private static let notes = [
    "Difference: the mean over n seeds, the same seed on both sides, ± half of its 95 % interval. For random splits: "
      + "the slope of a line of least squares over n splits, with its 95 % interval; p by 10 000 random orders from a "
      + "fixed seed, two-sided. Paper: the difference between the paper's own figures.",
    "A claim with > is reproduced if there are two seeds or more, the interval lies above 0 and the mean is at least "
      + "0.1; not reproduced if the interval lies below 0 and the mean is at most -0.1; else undecided. With ≥ the "
      + "interval is held against -0.3, for a slope against 0. A row that is to be better than several is judged against "
      + "each; shown is the one that decides.",
    "The verdict says whether another training on these images would show the difference again. Whether other classes "
      + "would show it is the stricter question: ± over classes is half of the 95 % interval over the classes of the "
      + "set, and \"other classes\" says on which side of the threshold it lies.",
    "Would decide: of what is undecided, how many seeds would decide it if the mean difference and the spread over seeds "
      + "stayed as they are; – where the mean is within 0.1 of the threshold, or a thousand would not do. IoU difference: "
      + "the same comparison by the mean IoU of masks made in ground-truth boxes, with its verdict by the same rule.",
  ]
}

extension RowComparison {
  /// Writes rival and figures into an object.
  fileprivate func encode(in container: inout KeyedEncodingContainer<Claim.Key>) throws {
    try container.encode(rival, forKey: .rival)
    try container.encode(differences.map(decimals), forKey: .differences)
    try container.encode(differencesInTrueBoxes.map(decimals), forKey: .differencesInTrueBoxes)
    try container.encode(differences.count, forKey: .n)
    try container.encodeIfPresent(spread.map { decimals($0.mean) }, forKey: .mean)
    try container.encodeIfPresent(spread?.interval.map(decimals), forKey: .interval)
    try container.encodeIfPresent(published, forKey: .published)
    try container.encodeIfPresent(classes?.halfWidth.map(decimals), forKey: .classHalfWidth)
    try container.encodeIfPresent(classes?.count, forKey: .classes)
  }
}

/// A number of which four decimals are written.
private func decimals(_ value: Double) -> Double { (value * 1e4).rounded() / 1e4 }

/// Both ends of an interval likewise.
private func decimals(_ range: ClosedRange<Double>) -> [Double] {
  [decimals(range.lowerBound), decimals(range.upperBound)]
}
