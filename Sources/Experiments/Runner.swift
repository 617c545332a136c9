import Backpropagation
import COCO
import Foundation
import MaskRCNN
import Tensors
import TrainingStrategies

/// §3 Computes the results of experiments: what is stored already is not computed, what experiments share is computed
/// once.
public final class Runner {
  /// Where things lie.
  public let output: OutputFolders
  /// Results.
  public let store: ResultStore
  private let checkpoints: CheckpointStore
  private let threads: Int
  private let display: Progress.Display
  private let photographs: String?
  private let vectors: WordVectorSource
  /// Seconds between checkpoints.
  var checkpointInterval = 30.0

  // What the experiments at hand share; of each the last one is kept.
  private var data: (source: DataSource, sets: DataSets)?
  private var stageOne: StageOne?
  private var embeddings: Tensor?

  /// A runner.
  ///
  /// - Parameters:
  ///   - photographs: the folder of the photographs, for experiments on some.
  ///   - vectors: the vectors of the class names.
  public init(
    output: OutputFolders, threads: Int, photographs: String? = nil, vectors: WordVectorSource = .ownText,
    display: Progress.Display = .standardError,
    say: @escaping @Sendable (String) -> Void = { FileHandle.standardError.write(Data("\($0)\n".utf8)) }
  ) {
    (self.output, self.threads, self.photographs, self.vectors) = (output, threads, photographs, vectors)
    self.display = display
    store = ResultStore(folder: output.results, say: say)
    checkpoints = CheckpointStore(folder: output.runs, say: say)
  }

  /// The results of experiments, in their order. `title` names each on the progress line.
  public func run(
    _ experiments: [Experiment], title: (Experiment) -> String = { $0.title }
  ) throws -> [RunResult] {
    // Stage-wise ones first: they share a detector.
    var unique: [Experiment] = []
    var seen: Set<Experiment> = []
    for strategy in Strategy.allCases {
      for experiment in experiments where experiment.strategy == strategy && seen.insert(experiment).inserted
      {
        unique.append(experiment)
      }
    }
    var results: [Experiment: RunResult] = [:]
    for (number, experiment) in unique.enumerated() {
      if let stored = try store.result(of: experiment) {
        results[experiment] = stored
        continue
      }
      let result = try compute(experiment, title: "\(number + 1)/\(unique.count) \(title(experiment))")
      try store.write(result)
      results[experiment] = result
    }
    return experiments.map { results[$0]! }
  }

  /// Trains and judges.
  private func compute(_ experiment: Experiment, title: String) throws -> RunResult {
    let sets = try dataSets(experiment.data)
    let setA = try sets.setA(of: experiment.split)

    // Train, or find trained.
    let outcome: LongTraining.Outcome
    let maker: Evaluation.Maker
    let views: [FrozenDetector.View]
    switch (experiment.contender, experiment.strategy) {
    case (.wholeBox, _):
      let stage = try stageOne(of: experiment)
      (outcome, maker, views) = (stage.outcome, .wholeBox, try stage.judgedViews(sets, threads, display))
    case (.partial(let method), .stageWise), (.full(let method), .stageWise):
      let stage = try stageOne(of: experiment)
      let (model, masks) = try stageTwo(experiment, method, around: stage, sets: sets, title: title)
      outcome = .init(curve: stage.outcome.curve + masks.curve, seconds: masks.seconds)
      (maker, views) = (.model(model), try stage.judgedViews(sets, threads, display))
    case (.partial(let method), _), (.full(let method), _):
      let (model, all) = try endToEnd(experiment, method, sets: sets, title: title)
      (outcome, maker) = (all, .model(model))
      views = try Self.views(
        model.detector, sets.validation, detecting: true, threads: threads, display: display)
    }

    // Judge.
    let start = DispatchTime.now().uptimeNanoseconds
    let scores = try Evaluation(views: views, truth: sets.truth, threads: threads)
      .scores(of: maker, setA: setA)
    let seconds = Double(DispatchTime.now().uptimeNanoseconds - start) * 1e-9
    return RunResult(
      experiment: experiment, masks: scores.masks, boxes: scores.boxes, truthBoxes: scores.truthBoxes,
      thresholds: scores.thresholds, maskAPByClass: scores.maskAPByClass, samples: scores.samples,
      curve: outcome.curve, seconds: Seconds(training: outcome.seconds, evaluation: seconds),
      masksPerClassInA: try sets.masksPerClass(in: setA), host: .here(threads: threads))
  }

  // MARK: What is trained

  /// A trained detector and what it sees.
  private final class StageOne {
    let identity: TrainingIdentity
    let detector: Detector
    let outcome: LongTraining.Outcome
    private var training: [FrozenDetector.View]?
    private var judged: [FrozenDetector.View]?

    init(identity: TrainingIdentity, detector: Detector, outcome: LongTraining.Outcome) {
      (self.identity, self.detector, self.outcome) = (identity, detector, outcome)
    }

    func trainingViews(_ sets: DataSets, _ threads: Int, _ display: Progress.Display) throws
      -> [FrozenDetector.View]
    {
      if training == nil {
        training = try Runner.views(
          detector, sets.training, detecting: false, threads: threads, display: display)
      }
      return training!
    }

    func judgedViews(_ sets: DataSets, _ threads: Int, _ display: Progress.Display) throws
      -> [FrozenDetector.View]
    {
      if judged == nil {
        judged = try Runner.views(
          detector, sets.validation, detecting: true, threads: threads, display: display)
      }
      return judged!
    }
  }

  private func stageOne(of experiment: Experiment) throws -> StageOne {
    let identity = experiment.stageOneIdentity
    if let stageOne, stageOne.identity == identity { return stageOne }
    let sets = try dataSets(experiment.data)
    var generator = PCG32(seed: experiment.detectorSeed, stream: Streams.detector)
    let detector = Detector(
      experiment.detector, classCount: sets.training.categories.count, using: &generator)
    // Boxes alone: no mask of any class is seen.
    let set = TrainingSet(sets.training, side: experiment.detector.imageSide, setA: [])
    var session = TrainingSession.stageOne(
      detector, on: set, experiment.schedule.detector, seed: experiment.detectorSeed)
    let outcome = try training.run(
      &session, of: identity, title: "stage one, boxes of all classes", stage: "detector")
    let stage = StageOne(identity: identity, detector: detector, outcome: outcome)
    stageOne = stage
    return stage
  }

  private func stageTwo(
    _ experiment: Experiment, _ method: Method, around stage: StageOne, sets: DataSets, title: String
  ) throws -> (MaskXRCNN, LongTraining.Outcome) {
    guard let schedule = experiment.schedule.masks else {
      preconditionFailure("a stage-wise experiment has a schedule of stage two")
    }
    var generator = PCG32(seed: experiment.seed, stream: Streams.masks)
    let model = MaskXRCNN(
      detector: stage.detector, method: method, embeddings: try embeddings(method, experiment, sets),
      using: &generator)
    var session = TrainingSession.stageTwo(
      model, on: try stage.trainingViews(sets, threads, display),
      setA: try maskClasses(experiment, sets), schedule, seed: experiment.seed)
    let outcome = try training.run(&session, of: experiment.trainingIdentity, title: title, stage: "mask")
    return (model, outcome)
  }

  private func endToEnd(
    _ experiment: Experiment, _ method: Method, sets: DataSets, title: String
  ) throws -> (MaskXRCNN, LongTraining.Outcome) {
    var generator = PCG32(seed: experiment.detectorSeed, stream: Streams.detector)
    let detector = Detector(
      experiment.detector, classCount: sets.training.categories.count, using: &generator)
    var maskGenerator = PCG32(seed: experiment.detectorSeed, stream: Streams.masks)
    let model = MaskXRCNN(
      detector: detector, method: method, embeddings: try embeddings(method, experiment, sets),
      using: &maskGenerator)
    let set = TrainingSet(
      sets.training, side: experiment.detector.imageSide, setA: try maskClasses(experiment, sets))
    var session = TrainingSession.endToEnd(
      model, on: set, strategy: experiment.strategy, experiment.schedule.detector,
      seed: experiment.detectorSeed)
    let outcome = try training.run(
      &session, of: experiment.trainingIdentity, title: title, stage: "end-to-end")
    return (model, outcome)
  }

  private var training: LongTraining {
    LongTraining(checkpoints: checkpoints, threads: threads, display: display, interval: checkpointInterval)
  }

  /// Streams of the generators that weights and vectors are drawn from.
  private enum Streams {
    static let detector: UInt64 = 1
    static let masks: UInt64 = 2
    static let randomVectors: UInt64 = 3
  }

  /// The classes whose masks are shown.
  private func maskClasses(_ experiment: Experiment, _ sets: DataSets) throws -> Set<Int> {
    if case .full = experiment.contender { return Set(1...sets.training.categories.count) }
    return try sets.setA(of: experiment.split)
  }

  // MARK: What is shared

  private func dataSets(_ source: DataSource) throws -> DataSets {
    if let data, data.source == source { return data.sets }
    let sets = try DataSets(source, photographs: photographs, threads: threads)
    data = (source, sets)
    return sets
  }

  /// The fixed vectors of a T that reads no weights of the detector.
  private func embeddings(_ method: Method, _ experiment: Experiment, _ sets: DataSets) throws -> Tensor? {
    guard case .transfer(let transfer) = method.predictor else { return nil }
    let names = sets.training.categories.map(\.name)
    switch transfer.input {
    case .glove:
      if embeddings == nil { embeddings = try vectors.embeddings(of: names) }
      return embeddings
    case .randn:
      var generator = PCG32(seed: experiment.seed, stream: Streams.randomVectors)
      return Tensor(normal: [names.count + 1, 300], deviation: 1, using: &generator)
    case .cls, .box, .clsAndBox: return nil
    }
  }

  /// What a detector sees in every image of a source, its masks of all classes included: they are for the judging, and
  /// stage two picks those of A.
  static func views(
    _ detector: Detector, _ source: any ExampleSource, detecting: Bool, threads: Int,
    display: Progress.Display
  ) throws -> [FrozenDetector.View] {
    let set = TrainingSet(
      source, side: detector.configuration.imageSide, setA: Set(1...source.categories.count))
    let frozen = FrozenDetector(detector)
    let progress = Progress(
      detecting ? "detections" : "features of the frozen detector", total: set.count, unit: "images",
      display: display)
    let views = try Parallel.map(set.count, threads: threads) { index in
      let view = frozen.view(try set.image(at: index), detecting: detecting)
      progress.advance()
      return view
    }
    progress.finish()
    return views
  }
}

extension Experiment {
  /// A few words for the progress line.
  public var title: String {
    let method =
      switch contender {
      case .wholeBox: "the whole box"
      case .partial(let method): method.title
      case .full(let method): "\(method.title), all masks"
      }
    return "\(method), \(strategy.rawValue), \(split), seed \(seed)"
  }
}

extension Method {
  /// A few words: what predicts the mask.
  public var title: String {
    var words: String
    switch predictor {
    case .classAgnostic: words = "class-agnostic"
    case .classSpecific: words = "class-specific"
    case .transfer(let transfer):
      words = "T(\(transfer.input.rawValue)), \(transfer.structure.layers)-layer"
      if transfer.regularization != .none { words += ", regularised" }
    }
    return mlp == nil ? words : "\(words) + MLP"
  }
}
