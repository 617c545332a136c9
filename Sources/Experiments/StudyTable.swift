import COCO

/// A study with the results that there are: what tables, charts and claims read.
public struct StudyResults: Sendable {
  /// The study.
  public let study: Study
  private let results: [Experiment: RunResult]
  /// What the fully supervised oracle found, of whatever study.
  private let oracles: [RunResult]

  /// The study's results among these.
  public init(_ study: Study, results: [RunResult]) {
    let wanted = Set(study.experiments)
    self.study = study
    var found: [Experiment: RunResult] = [:]
    for result in results where wanted.contains(result.experiment) { found[result.experiment] = result }
    self.results = found
    oracles = results.filter { $0.experiment.contender == .full(.oracle) }
  }

  /// The share of the oracle's mask AP on the classes of B that a row reaches, in per cent. Other splits have other classes
  /// in B, and some are harder than others: shares can be compared where APs cannot. The oracle has seen the same images
  /// around the same detector, stage by stage if the row has, and is the same under every split. Nil where it is missing.
  public func shareOfOracle(_ row: Study.Row, _ split: ClassSplit) -> Spread? {
    Spread(
      results(row, split).compactMap { result in
        guard let own = result.masks.b?.ap, let oracle = oracleAP(beside: result.experiment), oracle > 0
        else { return nil }
        return 100 * own / oracle
      })
  }

  /// The oracle's mean AP over the classes of an experiment's B.
  private func oracleAP(beside experiment: Experiment) -> Double? {
    let names = Set(names(of: .b, under: experiment.split))
    let means = oracles.filter { oracle in
      oracle.experiment.data == experiment.data
        && oracle.experiment.stageOneIdentity == experiment.stageOneIdentity
        && oracle.experiment.detector.maskBoxes == experiment.detector.maskBoxes
        && (oracle.experiment.strategy == .stageWise) == (experiment.strategy == .stageWise)
        && oracle.experiment.schedule == experiment.schedule && oracle.experiment.thresholds == nil
    }.compactMap { oracle -> Double? in
      let own = oracle.maskAPByClass.filter { names.contains($0.key) }.map(\.value)
      return own.isEmpty ? nil : own.reduce(0, +) / Double(own.count)
    }
    return means.isEmpty ? nil : means.reduce(0, +) / Double(means.count)
  }

  /// The share of the study's experiments that have a result.
  public var completeness: (done: Int, of: Int) { (results.count, Set(study.experiments).count) }

  /// The result of an experiment, if it is there.
  func result(of experiment: Experiment) -> RunResult? { results[experiment] }

  /// The results of a row under a split, in the order of the seeds.
  public func results(_ row: Study.Row, _ split: ClassSplit) -> [RunResult] {
    (row.experiments[split] ?? []).compactMap { results[$0] }
  }

  /// The spread of a figure over the seeds, in per cent; nil without results.
  public func spread(_ row: Study.Row, _ split: ClassSplit, _ figure: Figure, on set: ClassSet) -> Spread? {
    Spread(results(row, split).compactMap { figure.value(of: $0, on: set).map { 100 * $0 } })
  }

  /// The set of classes that a figure is about.
  public enum ClassSet: String, Sendable, CaseIterable {
    /// Those that showed no masks.
    case b = "B"
    /// Those that did.
    case a = "A"
    /// All.
    case all

    func callAsFunction<Score>(_ scores: SetScores<Score>) -> Score? {
      switch self {
      case .a: scores.a
      case .b: scores.b
      case .all: scores.all
      }
    }
  }

  /// A figure of a result.
  public enum Figure: Sendable, Hashable {
    /// One of COCO's twelve numbers of the masks.
    case mask(String)
    /// One of COCO's twelve numbers of the boxes.
    case box(String)
    /// Mean IoU of the masks in true boxes.
    case truthBoxIoU
    /// The same of objects with hardly anything else in their boxes.
    case uncrowdedIoU
    /// The share of objects that the box head names right in their true boxes.
    case truthBoxNaming

    /// All of them, in the order of files.
    static let all =
      [truthBoxIoU, uncrowdedIoU, truthBoxNaming]
      + TwelveNumbers.names.map { mask($0) } + TwelveNumbers.names.map { box($0) }

    /// Mask AP, the paper's figure.
    public static let maskAP = Figure.mask("AP")
    /// Box AP.
    public static let boxAP = Figure.box("AP")

    /// The figure's name in files.
    public var name: String {
      switch self {
      case .mask(let name): "mask \(name)"
      case .box(let name): "box \(name)"
      case .truthBoxIoU: "mean IoU in true boxes"
      case .uncrowdedIoU: "mean IoU in true boxes, uncrowded"
      case .truthBoxNaming: "named right in true boxes"
      }
    }

    func value(of result: RunResult, on set: ClassSet) -> Double? {
      switch self {
      case .mask(let name): set(result.masks)?.values[name]
      case .box(let name): set(result.boxes)?.values[name]
      case .truthBoxIoU: set(result.truthBoxes)?.meanIoU
      case .uncrowdedIoU: result.uncrowded.flatMap { set($0)?.meanIoU }
      case .truthBoxNaming: set(result.truthBoxes)?.accuracy
      }
    }
  }
}

extension ClassSplit {
  /// `VOC -> non-VOC` and the like, as titles have it.
  public var title: String {
    switch self {
    case .voc: "VOC → non-VOC"
    case .nonVOC: "non-VOC → VOC"
    case .random(let count, let trial): "\(count) random, trial \(trial)"
    case .coco: "COCO's 80 → the others"
    case .asAnnotated: "as annotated"
    case .heldOut(let fold, .voc): "VOC, fold \(fold) held out"
    case .heldOut(let fold, .nonVOC): "non-VOC, fold \(fold) held out"
    case .heldOut(let fold, let split): "\(split), fold \(fold) held out"
    }
  }
}

extension StudyResults {
  /// The study in long form, a line for each figure, for other programs.
  public var csvRows: [[String]] {
    var lines: [[String]] = []
    for row in study.rows {
      for split in study.splits {
        let names = results(row, split).compactMap { try? Fingerprint(of: $0.experiment).short }
        for figure in Figure.all {
          for set in ClassSet.allCases {
            guard let spread = spread(row, split, figure, on: set) else { continue }
            let paper: Double? =
              figure != .maskAP
              ? nil
              : set == .b ? row.published[split]?.b : set == .a ? row.published[split]?.a : nil
            lines.append([
              study.name, row.label, row.origin.rawValue, split.description, set.rawValue, figure.name,
              decimal(spread.mean, 4), spread.deviation.map { decimal($0, 4) } ?? "",
              spread.halfWidth.map { decimal($0, 4) } ?? "", "\(spread.count)",
              paper.map { decimal($0, 1) } ?? "", names.joined(separator: " "),
            ])
          }
        }
      }
    }
    return lines
  }

  /// The titles of `csvRows`.
  public static let csvTitles = [
    "study", "row", "origin", "split", "set", "figure", "mean", "deviation", "interval half width", "n",
    "paper", "results",
  ]
}
