import COCO

/// How much of the paper is run: the same code with fewer or more rows, steps, seeds and splits.
public enum Profile: String, Sendable, CaseIterable, Codable {
  /// Some minutes: a few rows, few steps. Its figures show that everything works, not what the paper shows.
  case smoke
  /// The default: every study.
  case standard
  /// Every study with more seeds and all 25 random splits.
  case full

  /// What is said on everything that is drawn from it.
  public var note: String? {
    switch self {
    case .smoke:
      "A smoke run: few rows, steps and images. It shows that the code runs from end to end, not what the paper shows."
    case .standard, .full: nil
    }
  }

  /// Seeds of the key comparison.
  public var keySeeds: [UInt64] {
    switch self {
    case .smoke: [1]
    case .standard: [1, 2, 3]
    case .full: [1, 2, 3, 4, 5]
    }
  }

  /// Seeds of all other rows.
  public var seeds: [UInt64] {
    switch self {
    case .smoke, .standard: [1]
    case .full: [1, 2, 3]
    }
  }

  /// The rows of each study.
  public var rows: StudyWriter.Rows { self == .smoke ? .few : .all }

  /// The random splits of Figure 2.
  public var draws: [ClassSplit] {
    let trials =
      switch self {
      case .smoke: 1...1
      case .standard: 1...2
      case .full: RandomSplits.trials
      }
    let counts = self == .smoke ? [20, 40, 60] : RandomSplits.counts
    return counts.flatMap { count in trials.map { .random(count: count, trial: $0) } }
  }

  /// The splits of the tables.
  public var splits: [ClassSplit] { [.voc, .nonVOC] }
}

extension Profile {
  /// Every study of the paper on these data, the cheapest and most telling first.
  public func studies(base: Experiment) -> [Study] {
    let writer = StudyWriter(base: base, splits: splits, seeds: seeds)
    var key = writer
    key.seeds = keySeeds
    return [
      key.keyComparison(), writer.inputOfT(rows), writer.structureOfT(rows), writer.mlpBranch(rows),
      writer.randomSplits(draws), writer.mainComparison(), writer.training(rows),
    ]
  }
}

extension Profile {
  /// What every row starts from: the drawn world, stage-wise, class-agnostic.
  public func base() -> Experiment {
    let (training, validation, schedule) =
      switch self {
      case .smoke: (400, 60, Schedule(detectorSteps: 200, maskSteps: 60))
      case .standard: (4000, 300, Schedule(detectorSteps: 5000, maskSteps: 800))
      case .full: (4000, 1000, Schedule(detectorSteps: 9000, maskSteps: 2000))
      }
    return Experiment(
      data: .miniature(
        .init(
          world: WorldConfiguration(), trainingSeed: 1, trainingCount: training, validationSeed: 2,
          validationCount: validation)),
      detector: DetectorConfiguration(), split: .voc, contender: .partial(Method(predictor: .classAgnostic)),
      strategy: .stageWise, schedule: schedule, detectorSeed: 1, seed: 1)
  }
}
