import COCO
import MaskRCNN
import MiniatureCOCO
import TrainingStrategies

/// How much of the paper is run: the same code with fewer or more rows, steps, seeds and splits.
public enum Profile: String, Sendable, CaseIterable, Codable {
  /// Some minutes: a few rows, few steps. Its figures show that everything works, not what the paper shows.
  case smoke
  /// The default: every study.
  case standard
  /// Every study with more seeds, longer training, and the random splits end to end as well.
  case full
  /// What settings are chosen by: the regime and the held-out classes of A, in scenes of seeds that nothing else is
  /// judged by. No mask of a split's B is compared between ways to transfer.
  case development

  /// What is said on everything that is drawn from it.
  public var note: String? {
    switch self {
    case .smoke:
      "A smoke run: few rows, steps and images. It shows that the code runs from end to end, not what the paper shows."
    case .development: "Scenes for development: settings are chosen by these, and nothing is claimed."
    case .standard, .full: nil
    }
  }

  /// Seeds of the rows that are trained stage by stage.
  public var seeds: [UInt64] {
    switch self {
    case .smoke: [1]
    case .standard: Array(1...5)
    case .full: Array(1...10)
    case .development: [1, 2]
    }
  }

  /// Seeds of the rows that are trained end to end, of the control and of what is judged at many thresholds.
  public var fewerSeeds: [UInt64] {
    switch self {
    case .smoke: [1]
    case .standard: Array(1...3)
    case .full: Array(1...5)
    case .development: [1]
    }
  }

  /// The study of many classes, of which 80 have masks; none in a smoke run.
  public var vocabulary: LargeVocabulary? {
    switch self {
    case .smoke, .development: nil
    case .standard: LargeVocabulary(classes: 400, trainedFor: 0.6, goesOn: true)
    case .full: LargeVocabulary(classes: 3000, trainedFor: 2, scenes: 5)
    }
  }

  /// The rows of each study.
  public var rows: StudyWriter.Rows { self == .smoke ? .few : .all }

  /// The random splits of Figure 2.
  public var draws: [ClassSplit] {
    let trials = self == .smoke ? 1...1 : RandomSplits.trials
    let counts = self == .smoke ? [20, 40, 60] : RandomSplits.counts
    return counts.flatMap { count in trials.map { .random(count: count, trial: $0) } }
  }

  /// The splits of the tables.
  public var splits: [ClassSplit] { self == .smoke ? [.voc] : [.voc, .nonVOC] }
}

extension Profile {
  /// Every study of the paper on these data, the most telling first. `wordVectors` says where the vectors of the
  /// class names come from. Around a given detector there are those that are trained stage by stage alone.
  public func studies(
    base: Experiment, wordVectors: WordVectorSource = .ownText
  ) -> [Study] {
    let writer = StudyWriter(
      base: base, splits: splits, seeds: seeds, endToEndSeeds: fewerSeeds, endToEnd: endToEnd,
      mlp: base.detector.isFullSize ? .paper : .miniature, wordVectors: wordVectors.description)
    var (key, few, single) = (writer, writer, writer)
    key.splits = [.voc, .nonVOC]
    few.seeds = fewerSeeds
    single.seeds = [1]
    if self == .development { return [single.regime(), writer.heldOut()] }
    let isInRegime = writer.isInRegime
    let studies = [
      key.keyComparison(), writer.inputOfT(rows), writer.structureOfT(rows), writer.mlpBranch(rows),
      writer.mainComparison(), writer.training(rows), single.randomSplits(draws),
      self == .full ? single.randomSplitsEndToEnd(draws) : nil, few.maskThresholds(rows),
      isInRegime || self == .smoke ? few.limitsOfT() : nil,
      isInRegime ? few.otherDetector() : nil, isInRegime ? few.tightBoxes() : nil,
      single.selection(rows), few.overlapControl(),
      vocabulary.flatMap { (self == .full ? few : single).largeVocabulary($0) },
    ].compactMap { $0 }
    guard base.detectorModel != nil else { return studies }
    return studies.filter { $0.experiments.allSatisfy { $0.strategy == .stageWise } }
  }

  /// Studies of a larger extent that are reported in this one too where they have been run: the full extent's 3000 classes
  /// in the standard one, as by themselves they take longer than all others.
  func furtherStudies(base: Experiment) -> [Study] {
    guard self == .standard, base == self.base() else { return [] }
    return Profile.full.studies(base: Profile.full.base()).filter(\.hasManyClasses)
  }

  /// What every row starts from around a given detector.
  public func base(data: DataSource? = nil, around detector: GivenDetector) -> Experiment {
    let base = base(data: data).around(detector)
    return detector.configuration.isFullSize ? base.with { $0.schedule.masks = fullSizeStageTwo } : base
  }

  /// What every row starts from on the drawn world: stage-wise, class-agnostic.
  public func base(data: DataSource? = nil) -> Experiment {
    let base = Experiment(
      data: data ?? .miniature(world), detector: self == .development ? .small : .miniature, split: .voc,
      contender: .partial(.baseline), strategy: .stageWise,
      schedule: Schedule(detector: stageOne, masks: stageTwo), detectorSeed: 1, seed: 1)
    return self == .development ? base.with { $0.start = .pretrained(PretrainedWeights.current) } : base
  }

  /// How much of the drawn world.
  public var world: DataSource.World {
    let (training, validation) =
      switch self {
      case .smoke: (400, 60)
      case .standard: (4000, 500)
      case .full: (8000, 1000)
      case .development: (12000, 500)
      }
    if self == .development {
      return DataSource.World(
        world: .standard, trainingSeed: 1001, trainingCount: training, maskedCount: 6000,
        validationSeed: 1002, validationCount: validation)
    }
    return DataSource.World(
      world: self == .smoke ? .standard : .former, trainingSeed: 1, trainingCount: training,
      validationSeed: 2,
      validationCount: validation)
  }

  /// Stage one: the detector, on boxes.
  public var stageOne: TrainingSchedule {
    switch self {
    case .smoke: TrainingSchedule(steps: 400, batch: 8, rate: 0.02)
    case .standard: TrainingSchedule(steps: 2500, batch: 8, rate: 0.02)
    case .full: TrainingSchedule(steps: 9000, batch: 8, rate: 0.02)
    case .development: TrainingSchedule(steps: 6000, batch: 8, rate: 0.02)
    }
  }

  /// Stage two: the mask side alone.
  public var stageTwo: TrainingSchedule {
    switch self {
    case .smoke: TrainingSchedule(steps: 150, batch: 8, rate: 0.3, warmUp: 30)
    case .standard: TrainingSchedule(steps: 1000, batch: 8, rate: 0.3)
    case .full: TrainingSchedule(steps: 6000, batch: 8, rate: 0.3)
    case .development: TrainingSchedule(steps: 2000, batch: 8, rate: 0.3)
    }
  }

  /// Stage two of a mask head of the paper's size, of which a step costs a thousand times the miniature's. The rate is the
  /// paper's.
  public var fullSizeStageTwo: TrainingSchedule {
    switch self {
    case .smoke: TrainingSchedule(steps: 8, batch: 2, rate: 0.02)
    case .standard, .development: TrainingSchedule(steps: 2500, batch: 8, rate: 0.02, warmUp: 500)
    case .full: TrainingSchedule(steps: 15000, batch: 8, rate: 0.02, warmUp: 500)
    }
  }

  /// End-to-end training, in place of stage two. The mask side learns at stage two's rate.
  public var endToEnd: TrainingSchedule {
    let steps =
      switch self {
      case .smoke: 30
      case .standard, .development: 220
      case .full: 3000
      }
    return TrainingSchedule(steps: steps, batch: 8, rate: 0.02, maskRateFactor: 15)
  }
}

extension DetectorConfiguration {
  /// Whether its mask head is of the paper's size, or larger.
  var isFullSize: Bool { maskRegionSide >= DetectorConfiguration.resNet50.maskRegionSide }
}
