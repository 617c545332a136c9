import Backpropagation
import COCO
import Foundation
import MaskRCNN
import Tensors
import TrainingStrategies
import WeightTransfer

/// Trains the models of experiments. Data sets, the detector of stage one and what it sees are kept for the next
/// experiment that shares them. Experiments that share all of these may be trained side by side.
public final class Workbench: @unchecked Sendable {
  /// Who works shares these.
  let share: ThreadShare
  private let checkpoints: CheckpointStore
  private let display: Progress.Display
  private let photographs: String?
  private let vectors: WordVectorSource
  private let recorder: RunRecorder?
  private let checkpointInterval: Double
  private let given: GivenDetector?
  private let frozenFolder: String

  // What the experiments at hand share; of each the last one is kept. Who needs it while it is made waits for it.
  private let lock = NSRecursiveLock()
  private var data: (source: DataSource, sets: DataSets)?
  private var stageOne: StageOne?
  private var embeddings: Tensor?

  /// A workbench.
  ///
  /// - Parameters:
  ///   - checkpoints: where trainings underway and trained weights are kept.
  ///   - photographs: the folder of the photographs, for experiments on some.
  ///   - vectors: the vectors of the class names.
  ///   - checkpointInterval: seconds between checkpoints.
  ///   - recorder: keeps how long things take.
  ///   - detector: the detector of experiments around a given one.
  ///   - frozenFolder: where it is kept what that detector sees; in the folder of the checkpoints where nothing is said.
  public init(
    checkpoints: CheckpointStore, threads: Int, photographs: String? = nil,
    vectors: WordVectorSource = .ownText, display: Progress.Display = .standardError,
    checkpointInterval: Double = 30, recorder: RunRecorder? = nil, detector: GivenDetector? = nil,
    frozenFolder: String? = nil
  ) {
    (self.checkpoints, share, self.display) = (checkpoints, ThreadShare(of: threads), display)
    (self.photographs, self.vectors) = (photographs, vectors)
    (self.checkpointInterval, self.recorder) = (checkpointInterval, recorder)
    (given, self.frozenFolder) = (detector, frozenFolder ?? "\(checkpoints.folder)/frozen")
  }

  /// A trained model.
  public struct Trained {
    /// The model; nil for the whole box, which needs none.
    public let model: MaskXRCNN?
    /// Its detector.
    public let detector: Detector
    /// Its losses in training.
    public let curve: [CurvePoint]
    /// How long it trained, as its part of the clock; of a stage-wise model, stage two alone.
    public let seconds: Double
    /// The images to judge by, as its detector sees them.
    let judgedViews: () throws -> FrozenViews

    var maker: Evaluation.Maker { model.map { .model($0) } ?? .wholeBox }
  }

  /// Trains the model of an experiment, or finds it trained.
  public func trained(_ experiment: Experiment, title: String) throws -> Trained {
    let sets = try dataSets(experiment.data)
    let stage = try stageOne(of: experiment)
    let masks: (model: MaskXRCNN, outcome: LongTraining.Outcome)?
    switch experiment.contender {
    case .wholeBox: masks = nil
    case .kernels(let method):
      masks = try kernels(experiment, upon: method, around: stage, sets: sets, title: title)
    case .partial(let method), .full(let method):
      guard experiment.strategy == .stageWise else {
        return try endToEnd(experiment, method, from: stage, sets: sets, title: title)
      }
      masks = try stageTwo(experiment, method, around: stage, sets: sets, title: title)
    }
    return Trained(
      model: masks?.model, detector: stage.detector,
      curve: stage.outcome.curve + (masks?.outcome.curve ?? []), seconds: masks?.outcome.seconds ?? 0,
      judgedViews: { [self] in
        try lock.withLock { try stage.judgedViews(experiment.data, sets, share.total, display) }
      })
  }

  /// Trains what experiments share, or finds it trained: the detector of stage one.
  func prepare(_ experiment: Experiment) throws { _ = try stageOne(of: experiment) }

  private func stageOne(of experiment: Experiment) throws -> StageOne {
    lock.lock()
    defer { lock.unlock() }
    let identity = experiment.stageOneIdentity
    if let stageOne, stageOne.identity == identity { return stageOne }
    // What another detector saw makes room.
    stageOne = nil
    if experiment.detectorModel != nil {
      let frozen = try frozenSights(of: experiment)
      let stage = StageOne(
        identity: identity, detector: frozen.detector, outcome: .init(curve: [], seconds: 0), frozen: frozen)
      stageOne = stage
      return stage
    }
    let (detector, outcome) = try trainedDetector(identity, on: try dataSets(experiment.data).training)
    let stage = StageOne(identity: identity, detector: detector, outcome: outcome)
    stageOne = stage
    return stage
  }

  /// Trains a detector on boxes, or finds it trained: from random weights, or from those of another that is trained first.
  private func trainedDetector(
    _ identity: TrainingIdentity, on source: any ExampleSource
  ) throws -> (Detector, LongTraining.Outcome) {
    let (configuration, seed) = (identity.detector, identity.seeds[0])
    var generator = PCG32(seed: seed, stream: Streams.detector)
    let detector = Detector(configuration, classCount: source.categories.count, using: &generator)
    if case .detector(let start) = identity.start, try isUnbegun(identity) {
      let images = try DataSets(start.data, photographs: photographs, threads: share.total).training
      precondition(source.categories.starts(with: images.categories), "classes are added at the end")
      detector.start(as: try trainedDetector(start, on: images).0)
    }
    if case .pretrained(let fingerprint) = identity.start {
      try PretrainedWeights.shipped(fingerprint: fingerprint).load(into: detector)
    }
    // Boxes alone: no mask of any class is seen.
    let set = TrainingSet(source, by: configuration, setA: [])
    var session = TrainingSession.stageOne(detector, on: set, identity.schedule.detector, seed: seed)
    let outcome = try recorder.during(.stageOne) {
      try training.run(
        &session, of: identity, title: "stage one, \(identity.boxesTitle)", stage: "detector")
    }
    return (detector, outcome)
  }

  /// Trains the network that others go on from, or finds it trained.
  public func pretrained(_ pretraining: TrainingIdentity) throws -> Detector {
    try trainedDetector(
      pretraining, on: DataSets(pretraining.data, photographs: nil, threads: share.total).training
    ).0
  }

  /// Whether a training has left nothing to go on from.
  private func isUnbegun(_ identity: TrainingIdentity) throws -> Bool {
    switch try LongTraining.standing(of: identity, in: checkpoints) {
    case .finished, .underway: false
    case .toDo, .damaged: true
    }
  }

  private func stageTwo(
    _ experiment: Experiment, _ method: Method, around stage: StageOne, sets: DataSets, title: String
  ) throws -> (MaskXRCNN, LongTraining.Outcome) {
    var generator = PCG32(seed: experiment.seed, stream: Streams.masks)
    let model = MaskXRCNN(
      detector: stage.detector, method: method, embeddings: try embeddings(method, experiment, sets),
      using: &generator)
    return (model, try train(model, of: experiment, around: stage, sets: sets, title: title))
  }

  /// A kernel for each class, fitted on all masks upon the features that a method learnt from those of A.
  private func kernels(
    _ experiment: Experiment, upon method: Method, around stage: StageOne, sets: DataSets, title: String
  ) throws -> (MaskXRCNN, LongTraining.Outcome) {
    let learning = experiment.with { $0.contender = .partial(method) }
    let (learnt, _) = try stageTwo(learning, method, around: stage, sets: sets, title: learning.title)
    var generator = PCG32(seed: experiment.seed, stream: Streams.masks)
    let model = MaskXRCNN(detector: stage.detector, method: .oracle, using: &generator)
    for (own, known) in zip(model.maskHead.parameters, learnt.maskHead.parameters) { own.value = known.value }
    return (
      model,
      try train(
        model, model.predictor.parameters, of: experiment, around: stage, sets: sets, title: title)
    )
  }

  /// Trains the mask side around a frozen detector, or some of its parameters alone.
  private func train(
    _ model: MaskXRCNN, _ parameters: [Parameter]? = nil, of experiment: Experiment, around stage: StageOne,
    sets: DataSets, title: String
  ) throws -> LongTraining.Outcome {
    guard let schedule = experiment.schedule.masks else {
      preconditionFailure("a stage-wise experiment has a schedule of stage two")
    }
    let regions = try lock.withLock {
      try stage.trainingRegions(in: experiment.detector.maskBoxes, sets, share.total, display)
    }
    var session = TrainingSession.stageTwo(
      model, training: parameters, on: regions, setA: try maskClasses(experiment, sets), schedule,
      seed: experiment.seed)
    return try training.run(&session, of: experiment.trainingIdentity, title: title, stage: "mask")
  }

  /// Starts from the detector of stage one, as the paper's starts from a network that ImageNet taught: what differs
  /// between the strategies is then what happens once there are masks.
  private func endToEnd(
    _ experiment: Experiment, _ method: Method, from stage: StageOne, sets: DataSets, title: String
  ) throws -> Trained {
    guard let schedule = experiment.schedule.masks else {
      preconditionFailure("an end-to-end experiment has a schedule of its own")
    }
    var generator = PCG32(seed: experiment.detectorSeed, stream: Streams.detector)
    let detector = Detector(
      experiment.detector, classCount: sets.training.categories.count, using: &generator)
    for (own, start) in zip(detector.parameters, stage.detector.parameters) { own.value = start.value }
    var maskGenerator = PCG32(seed: experiment.seed, stream: Streams.masks)
    let model = MaskXRCNN(
      detector: detector, method: method, embeddings: try embeddings(method, experiment, sets),
      using: &maskGenerator)
    let set = TrainingSet(
      sets.training, by: experiment.detector, setA: try maskClasses(experiment, sets))
    var session = TrainingSession.endToEnd(
      model, on: set, strategy: experiment.strategy, schedule, seed: experiment.seed)
    let outcome = try training.run(
      &session, of: experiment.trainingIdentity, title: title, stage: "end-to-end")
    return Trained(
      model: model, detector: detector, curve: stage.outcome.curve + outcome.curve, seconds: outcome.seconds,
      judgedViews: { [share, display] in
        try StageOne.views(detector, sets.validation, threads: share.threads, display: display)
      })
  }

  private var training: LongTraining {
    LongTraining(
      checkpoints: checkpoints, share: share, display: display, interval: checkpointInterval,
      afterCheckpoint: { [recorder] in try recorder?.save() })
  }

  /// Streams of the generators that weights and vectors are drawn from.
  private enum Streams {
    static let detector: UInt64 = 1
    static let masks: UInt64 = 2
    static let randomVectors: UInt64 = 3
  }

  /// The classes whose masks are shown.
  private func maskClasses(_ experiment: Experiment, _ sets: DataSets) throws -> Set<Int> {
    switch experiment.contender {
    case .full, .kernels: Set(1...sets.training.categories.count)
    case .partial, .wholeBox: try sets.setA(of: experiment.split)
    }
  }

  // MARK: What is shared

  /// What a given detector sees in the images of an experiment. Throws `InputError` if it does not know their classes.
  func frozenSights(of experiment: Experiment) throws -> FrozenSights {
    guard let given, given.fingerprint == experiment.detectorModel else {
      throw InputError(
        file: given?.path ?? "the detector",
        problem:
          "expected the model file \(experiment.detectorModel ?? ""), found \(given?.fingerprint ?? "none")")
    }
    let sets = try dataSets(experiment.data)
    return try FrozenSights(
      given.detector(for: sets.training.categories, of: sets.training.name), of: experiment, sets,
      folder: frozenFolder, say: { [display] in display.say($0) })
  }

  /// The images of a data source.
  public func dataSets(_ source: DataSource) throws -> DataSets {
    lock.lock()
    defer { lock.unlock() }
    if let data, data.source == source { return data.sets }
    let drawn = data.flatMap { $0.source.trainingPart == source.trainingPart ? $0.sets.training : nil }
    data = nil
    let sets = try DataSets(source, photographs: photographs, threads: share.total, drawn: drawn)
    data = (source, sets)
    return sets
  }

  /// The fixed vectors that an experiment's T reads; nil where it reads none.
  public func embeddings(of experiment: Experiment) throws -> Tensor? {
    let sets = try dataSets(experiment.data)
    switch experiment.contender {
    case .wholeBox: return nil
    case .partial(let method), .full(let method): return try embeddings(method, experiment, sets)
    // The kernels read no description.
    case .kernels: return nil
    }
  }

  private func embeddings(_ method: Method, _ experiment: Experiment, _ sets: DataSets) throws -> Tensor? {
    guard case .transfer(let transfer) = method.predictor else { return nil }
    let names = sets.training.categories.map(\.name)
    switch transfer.input {
    case .glove:
      return try lock.withLock {
        if embeddings == nil { embeddings = try vectors.embeddings(of: names) }
        return embeddings
      }
    case .constant: return ClassDescription.constantVectors(classCount: names.count)
    case .randn:
      var generator = PCG32(seed: experiment.seed, stream: Streams.randomVectors)
      return ClassDescription.randomVectors(classCount: names.count, using: &generator)
    case .cls, .box, .clsAndBox: return nil
    }
  }
}
