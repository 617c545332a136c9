import COCO

/// §3 Two rows of a study under one split, seed by seed: what a seed does to both cancels.
public struct RowComparison: Sendable, Hashable {
  /// The label of the row that is taken off.
  public var rival: String
  /// Mask AP of the row, or what else is compared, less that of its rival, in points: one difference for each seed that both have.
  public var differences: [Double]
  /// The same differences in mean IoU in ground-truth boxes, in points: what the mask side does where the detector has no
  /// part.
  public var differencesInTrueBoxes: [Double]
  /// The difference between the paper's own figures, if it has both.
  public var published: Double?
  /// For each class of the set, the difference averaged over the seeds.
  public var differencesByClass: [Double]

  /// A comparison from its parts.
  public init(
    rival: String, differences: [Double], differencesInTrueBoxes: [Double] = [], published: Double? = nil,
    differencesByClass: [Double] = []
  ) {
    (self.rival, self.differences, self.published) = (rival, differences, published)
    self.differencesInTrueBoxes = differencesInTrueBoxes
    self.differencesByClass = differencesByClass
  }

  /// Mean and interval over the seeds; nil without runs.
  public var spread: Spread? { Spread(differences) }

  /// Mean and interval over the classes, as if they were drawn from many; nil without runs.
  public var classes: Spread? { Spread(differencesByClass) }

  /// Mean and interval of the IoU in ground-truth boxes over the seeds; nil without runs.
  public var spreadInTrueBoxes: Spread? { Spread(differencesInTrueBoxes) }

  /// What the seeds say.
  func verdict(by rule: Claim.Rule) -> Claim.Verdict {
    spread.map { Claim.Verdict($0.mean, $0.interval, by: rule) } ?? .missing
  }

  /// What the classes say.
  func otherClasses(by rule: Claim.Rule) -> Claim.OtherClasses? {
    guard let interval = classes?.interval else { return nil }
    return interval.lowerBound > rule.threshold
      ? .yes : interval.upperBound < rule.threshold ? .no : .unclear
  }
}

extension StudyResults {
  /// One row against another; without differences where either has no results.
  func comparison(
    of label: String, with rival: String, under split: ClassSplit, on set: ClassSet,
    by measure: ClassMeasure = .ap
  ) -> RowComparison {
    guard let row = study.rows.first(where: { $0.label == label }),
      let other = study.rows.first(where: { $0.label == rival })
    else { return RowComparison(rival: rival, differences: []) }
    // The same seed stands on both sides of each difference.
    let others = results(other, split)
    let pairs = results(row, split).compactMap { result in
      others.first { $0.experiment.seed == result.experiment.seed }.map { (result, $0) }
    }
    let names = names(of: set, under: split)
    func difference(_ name: String, _ pair: (RunResult, RunResult)) -> Double? {
      guard let left = measure(name, in: pair.0), let right = measure(name, in: pair.1) else { return nil }
      return left - right
    }
    let differences = pairs.compactMap { pair -> Double? in
      guard measure == .ap else { return Spread(names.compactMap { difference($0, pair) })?.mean }
      guard let left = set(pair.0.masks)?.ap, let right = set(pair.1.masks)?.ap else { return nil }
      return 100 * (left - right)
    }
    return RowComparison(
      rival: rival, differences: differences,
      differencesInTrueBoxes: pairs.compactMap { left, right in
        guard let left = set(left.truthBoxes)?.meanIoU, let right = set(right.truthBoxes)?.meanIoU else {
          return nil
        }
        return 100 * (left - right)
      },
      published: measure == .ap
        ? publishedDifference(row.published[split], other.published[split], on: set) : nil,
      differencesByClass: names.compactMap { name in
        Spread(pairs.compactMap { difference(name, $0) })?.mean
      })
  }

  /// The classes of a set; none where the split does not say.
  func names(of set: ClassSet, under split: ClassSplit) -> [String] {
    let categories = study.experiments.first?.data.categories ?? COCOCategories.all
    guard let setA = try? split.setA(of: categories, annotations: []) else { return [] }
    return categories.indices.filter { set == .all || setA.contains($0 + 1) == (set == .a) }
      .map { categories[$0].name }
  }

  /// The paper prints one decimal, and so has its difference.
  private func publishedDifference(_ one: PublishedFigure?, _ other: PublishedFigure?, on set: ClassSet)
    -> Double?
  {
    func figure(_ published: PublishedFigure?) -> Double? { set == .b ? published?.b : published?.a }
    guard set != .all, let left = figure(one), let right = figure(other) else { return nil }
    return ((left - right) * 10).rounded() / 10
  }
}
