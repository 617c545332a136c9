import COCO
import HybridMaskHead
import TrainingStrategies
import WeightTransfer

/// §3 A study: a table whose rows are experiments that differ in one field.
public struct Study: Sendable {
  /// A short name for files: `table-1a`.
  public var name: String
  /// The title: "Table 1a. Input of T".
  public var title: String
  /// What is compared, in a sentence.
  public var caption: String
  /// The splits, side by side.
  public var splits: [ClassSplit]
  /// The rows, in the paper's order.
  public var rows: [Row]

  /// A row: what one method found.
  public struct Row: Sendable {
    /// The row's name.
    public var label: String
    /// Whose idea it is.
    public var origin: Origin
    /// For each split, the same experiment under each seed.
    public var experiments: [ClassSplit: [Experiment]]
    /// The paper's figures on COCO, if it has the row.
    public var published: [ClassSplit: PublishedFigure]

    /// A row from its parts.
    public init(
      label: String, origin: Origin, experiments: [ClassSplit: [Experiment]],
      published: [ClassSplit: PublishedFigure]
    ) {
      (self.label, self.origin) = (label, origin)
      (self.experiments, self.published) = (experiments, published)
    }
  }

  /// Whose idea a row is.
  public enum Origin: String, Sendable, Codable {
    /// The paper's.
    case paper
    /// This package's addition.
    case ours
  }

  /// A study from its parts.
  public init(name: String, title: String, caption: String, splits: [ClassSplit], rows: [Row]) {
    (self.name, self.title, self.caption, self.splits, self.rows) = (name, title, caption, splits, rows)
  }

  /// All experiments that the study needs, in the order of its rows.
  public var experiments: [Experiment] {
    rows.flatMap { row in splits.flatMap { row.experiments[$0] ?? [] } }
  }
}

/// Mask AP as the paper prints it, in per cent, R-50-FPN on COCO.
public struct PublishedFigure: Sendable, Hashable {
  /// On the classes that showed no masks.
  public let b: Double
  /// On the classes that did, where the paper says so.
  public let a: Double?

  /// A figure of the paper.
  public init(b: Double, a: Double? = nil) { (self.b, self.a) = (b, a) }
}

/// Writes studies: a base experiment, the splits and seeds to run it under, and rows as changes to it.
public struct StudyWriter: Sendable {
  /// What every row starts from: stage-wise, class-agnostic.
  public var base: Experiment
  /// The splits of every study.
  public var splits: [ClassSplit]
  /// The seeds of the mask side; spreads are over them.
  public var seeds: [UInt64]
  /// Those of them under which rows are trained end to end, which takes longest.
  public var endToEndSeeds: [UInt64]
  /// Steps and rates of the rows that are trained end to end.
  public var endToEnd: TrainingSchedule
  /// What keeps T from memorising A in the rows that are ours.
  public var regularization: TransferRegularization
  /// The sizes of the MLP branch.
  public var mlp: MLPConfiguration
  /// Where the vectors of the class names come from.
  public var wordVectors: String

  /// A writer.
  public init(
    base: Experiment, splits: [ClassSplit], seeds: [UInt64], endToEndSeeds: [UInt64],
    endToEnd: TrainingSchedule,
    regularization: TransferRegularization = .ours, mlp: MLPConfiguration = .miniature,
    wordVectors: String = WordVectorSource.ownText.description
  ) {
    (self.base, self.splits, self.seeds) = (base, splits, seeds)
    (self.endToEndSeeds, self.endToEnd) = (endToEndSeeds, endToEnd)
    (self.regularization, self.mlp, self.wordVectors) = (regularization, mlp, wordVectors)
  }

  /// Whether there are the rows and studies of the test bed that is to come (chapter 3): where stage one goes on from
  /// pretrained weights.
  var isInRegime: Bool { base.start != nil }

  /// A row: the base with one change, under each split and seed. Published figures are in the splits' order.
  func row(
    _ label: String, _ origin: Study.Origin = .paper, published: [ClassSplit: PublishedFigure] = [:],
    _ change: (inout Experiment) -> Void
  ) -> Study.Row {
    var experiments: [ClassSplit: [Experiment]] = [:]
    for split in splits {
      experiments[split] = seeds.map { seed in
        base.with {
          $0.split = split
          $0.seed = seed
          change(&$0)
          // End-to-end training takes the place of stage two.
          if $0.strategy != .stageWise { $0.schedule.masks = endToEnd }
        }
      }.filter { $0.strategy == .stageWise || endToEndSeeds.contains($0.seed) }
      // The whole box is the same under every seed of a mask head that it does not have.
      if case .wholeBox = experiments[split]![0].contender {
        experiments[split] = [base.with { ($0.split, $0.contender) = (split, .wholeBox) }]
      }
    }
    return Study.Row(label: label, origin: origin, experiments: experiments, published: published)
  }
}

/// Figures for VOC -> non-VOC and its reverse, `b, a` each, as the paper's tables lay them out.
func published(_ voc: (Double, Double), _ nonVOC: (Double, Double)) -> [ClassSplit: PublishedFigure] {
  [.voc: PublishedFigure(b: voc.0, a: voc.1), .nonVOC: PublishedFigure(b: nonVOC.0, a: nonVOC.1)]
}

/// The same where only B is printed.
func published(_ voc: Double, _ nonVOC: Double) -> [ClassSplit: PublishedFigure] {
  [.voc: PublishedFigure(b: voc), .nonVOC: PublishedFigure(b: nonVOC)]
}
