import COCO
import Foundation
import MaskRCNN
import MiniatureCOCO
import Tensors
import Testing
import TrainingStrategies

@testable import Experiments

@Suite("§3 Trainings that are stopped go on to the same bits")
struct LongTrainingTests {
  /// A process that ends.
  struct Stop: Error {}

  /// Four scenes and a network of a few thousand weights.
  static let experiment: Experiment = {
    var world = MiniatureWorld.Configuration.standard
    world.size = 64
    var detector = DetectorConfiguration.miniature
    detector.imageSide = 64
    detector.backbone.stemWidth = 8
    detector.backbone.stages = [8, 8, 16].map { .init(blocks: 1, width: $0, stride: 2) }
    (detector.pyramidWidth, detector.boxHeadWidths, detector.maskHeadWidths) = (8, [16, 8], [8, 8])
    return Experiment(
      data: .miniature(
        .init(world: world, trainingSeed: 1, trainingCount: 4, validationSeed: 2, validationCount: 3)),
      detector: detector, split: .voc, contender: .partial(.baseline), strategy: .stageWise,
      schedule: Schedule(
        detector: TrainingSchedule(steps: 6, batch: 2, rate: 0.01),
        masks: TrainingSchedule(steps: 3, batch: 2, rate: 0.01)),
      detectorSeed: 1, seed: 1)
  }()

  static func session() throws -> TrainingSession {
    let sets = try DataSets(experiment.data, photographs: nil, threads: 1)
    var generator = PCG32(seed: 1)
    let detector = Detector(experiment.detector, classCount: 80, using: &generator)
    let set = TrainingSet(sets.training, by: experiment.detector, setA: [])
    return .stageOne(detector, on: set, experiment.schedule.detector, seed: 1)
  }

  private static func detector(of experiment: Experiment, in checkpoints: CheckpointStore) throws -> Detector
  {
    try Workbench(checkpoints: checkpoints, threads: 2, display: .silent).trained(experiment, title: "")
      .detector
  }

  @Test(
    "A training stopped after step 2 and again after step 5 ends with the bits and the curve of one that ran through"
  )
  func resume() throws {
    try inTemporaryFolder { folder in
      func run(_ name: String, threads: Int, stopAfter stop: Int?) throws -> ([Tensor], [CurvePoint]) {
        var session = try Self.session()
        var training = LongTraining(
          checkpoints: CheckpointStore(folder: folder), share: ThreadShare(of: threads), display: .silent)
        training.interval = 0
        training.afterStep = { step in if step == stop { throw Stop() } }
        var identity = Self.experiment.stageOneIdentity
        identity.wordVectors = name
        let outcome = try training.run(&session, of: identity, title: name, stage: "detector")
        return (session.parameters.map(\.value), outcome.curve)
      }
      let (weights, curve) = try run("through", threads: 1, stopAfter: nil)
      #expect(throws: Stop.self) { try run("stopped", threads: 2, stopAfter: 2) }
      #expect(throws: Stop.self) { try run("stopped", threads: 1, stopAfter: 5) }
      let (resumed, resumedCurve) = try run("stopped", threads: 2, stopAfter: nil)
      #expect(resumed == weights)
      #expect(resumedCurve == curve)
      #expect(curve.map(\.step) == [1, 2, 3, 4, 5, 6])
      // Read from the finished file, nothing is trained.
      let (read, _) = try run("stopped", threads: 1, stopAfter: 1)
      #expect(read == weights)
    }
  }

  @Test("Checkpoints keep their interval, and a tenth of the time at most; with interval 0 each step has one")
  func checkpointsDue() {
    #expect(LongTraining.isDue(after: 30, interval: 30, writing: 0.1))
    #expect(!LongTraining.isDue(after: 29.9, interval: 30, writing: 0.1))
    #expect(!LongTraining.isDue(after: 30, interval: 30, writing: 20))
    #expect(LongTraining.isDue(after: 200, interval: 30, writing: 20))
    #expect(LongTraining.isDue(after: 0, interval: 0, writing: 20))
  }

  /// What may have happened to the files of a training.
  enum Damage: CaseIterable {
    case cutCheckpoint
    case flippedCheckpoint
    case cutModel
    case flippedModel
    case checkpointBesideModel

    /// Does it to a folder in which a training was stopped after step 4. Returns the number of lines that must be said.
    func strike(_ store: CheckpointStore, _ key: Fingerprint, finish: () throws -> Void) throws -> Int {
      let (underway, finished) = (store.path(of: key, .underway), store.path(of: key, .finished))
      let checkpoint = try readWhole(underway)
      func flip(_ path: String) throws {
        var bytes = try readWhole(path)
        bytes[bytes.count / 2] ^= 4
        try writeWhole(bytes, to: path)
      }
      switch self {
      case .cutCheckpoint: try writeWhole(checkpoint.dropLast(checkpoint.count / 3), to: underway)
      case .flippedCheckpoint: try flip(underway)
      case .cutModel:
        try finish()
        try writeWhole(readWhole(finished).dropLast(1), to: finished)
      case .flippedModel:
        try finish()
        try flip(finished)
      case .checkpointBesideModel:
        try finish()
        try writeWhole(checkpoint, to: underway)
        return 0
      }
      return 1
    }
  }

  @Test(
    "A checkpoint or a model that was cut or altered is said aloud and trained to the same bits; a checkpoint beside a whole model is not looked at",
    arguments: Damage.allCases)
  func damage(_ damage: Damage) throws {
    try inTemporaryFolder { folder in
      let lines = Lines()
      let store = CheckpointStore(folder: folder) { lines.append($0) }
      let identity = Self.experiment.stageOneIdentity
      /// The weights, and the steps that this call took.
      func run(stopAfter stop: Int? = nil, _ store: CheckpointStore) throws -> ([Tensor], steps: Int) {
        var session = try Self.session()
        var steps = 0
        var training = LongTraining(checkpoints: store, share: ThreadShare(of: 1), display: .silent)
        training.interval = 0
        training.afterStep = { step in
          steps += 1
          if step == stop { throw Stop() }
        }
        _ = try training.run(&session, of: identity, title: "a training", stage: "detector")
        return (session.parameters.map(\.value), steps)
      }
      #expect(throws: Stop.self) { try run(stopAfter: 4, store) }
      let expected = try damage.strike(store, Fingerprint(of: identity)) { _ = try run(store) }
      #expect(lines.all.isEmpty)
      let (weights, steps) = try run(store)
      #expect(steps == (damage == .checkpointBesideModel ? 0 : 6))
      #expect(lines.all.count == expected)
      #expect(lines.all.allSatisfy { $0.contains("computed anew") })
      try inTemporaryFolder { elsewhere in
        let (undisturbed, _) = try run(CheckpointStore(folder: elsewhere))
        #expect(weights == undisturbed)
      }
    }
  }

  @Test("Stage two learns from the scenes that have masks alone")
  func masked() throws {
    // Random detectors, which are the same whatever there is to learn from.
    func weights(scenes: Int, masked: Int?) throws -> [Tensor] {
      let experiment = Self.experiment.with {
        guard case .miniature(var world) = $0.data else { return }
        (world.trainingCount, world.maskedCount) = (scenes, masked)
        ($0.data, $0.schedule.detector) = (.miniature(world), .none)
      }
      return try inTemporaryFolder { folder in
        let bench = Workbench(checkpoints: CheckpointStore(folder: folder), threads: 2, display: .silent)
        return try bench.trained(experiment, title: "").model!.maskParameters.map(\.value)
      }
    }
    let few = try weights(scenes: 2, masked: nil)
    #expect(try weights(scenes: 4, masked: 2) == few)
    #expect(try weights(scenes: 4, masked: nil) != few)
  }

  @Test("Stage one goes on from the detector that it starts from, which is trained first or found trained")
  func start() throws {
    // The same world with twenty names more, and no step of its own: what is learnt is the start's.
    let experiment = Self.experiment.with {
      guard case .miniature(var world) = $0.data else { return }
      world.world.vocabulary = Vocabulary(count: 100)
      ($0.data, $0.split, $0.contender) = (.miniature(world), .coco, .wholeBox)
      $0.schedule.detector = .none
      $0.start = .detector(Self.experiment.stageOneIdentity)
    }
    #expect(experiment.stageOneIdentity != experiment.with { $0.start = nil }.stageOneIdentity)
    try inTemporaryFolder { folder in
      let checkpoints = CheckpointStore(folder: folder)
      let plan = try RunPlan(
        [
          Study(
            name: "one", title: "", caption: "", splits: [.coco],
            rows: [
              .init(label: "", origin: .ours, experiments: [.coco: [experiment]], published: [:])
            ])
        ], results: ResultStore(folder: folder), checkpoints: checkpoints)
      #expect(plan.sections()[0].entries.count == 2)

      let detector = try Self.detector(of: experiment, in: checkpoints)
      #expect(detector.classCount == 100)
      guard case .finished = try LongTraining.standing(of: Self.experiment.stageOneIdentity, in: checkpoints)
      else {
        Issue.record("the start's detector is not kept")
        return
      }
      // Once it has done its part it is not asked for again.
      let file = checkpoints.path(of: try Fingerprint(of: Self.experiment.stageOneIdentity), .finished)
      try FileManager.default.removeItem(atPath: file)
      #expect(
        try Self.detector(of: experiment, in: checkpoints).parameters.map(\.value)
          == detector.parameters.map(\.value))
      #expect(!FileManager.default.fileExists(atPath: file))

      // The start trained by itself, elsewhere.
      try inTemporaryFolder { elsewhere in
        let alone = try Self.detector(of: Self.experiment, in: CheckpointStore(folder: elsewhere))
        for (own, other) in zip(detector.parameters, alone.parameters) {
          #expect(own.value.values.starts(with: other.value.values), "\(own.name)")
        }
      }
    }
  }

  @Test(
    "An experiment is computed once; its result comes from the store, and a damaged one is computed to the same figures"
  )
  func once() throws {
    try inTemporaryFolder { folder in
      let lines = Lines()
      func run() throws -> RunResult {
        let store = ResultStore(folder: folder) { lines.append($0) }
        let bench = Workbench(
          checkpoints: CheckpointStore(folder: folder), threads: 2, display: .silent)
        return try Runner(store: store, workbench: bench).run([Self.experiment])[0]
      }
      let first = try run()
      #expect(first.curve.contains { $0.stage == "detector" } && first.curve.contains { $0.stage == "mask" })
      #expect(first.truthBoxes.b != nil && first.masksPerClassInA > 0)
      #expect(try run() == first)

      let path = try ResultStore(folder: folder).path(of: Self.experiment)
      try writeWhole(readWhole(path).dropLast(100), to: path)
      var again = try run()
      #expect(lines.all.count == 1)
      again.seconds = first.seconds
      #expect(again == first)
    }
  }

  @Test("The whole box needs no mask head, and its mask in a true box is the box")
  func wholeBox() throws {
    try inTemporaryFolder { folder in
      let bench = Workbench(checkpoints: CheckpointStore(folder: folder), threads: 1, display: .silent)
      let result = try Runner(store: ResultStore(folder: folder), workbench: bench)
        .run([Self.experiment.with { $0.contender = .wholeBox }])[0]
      // The IoU of a box with the mask in it is the share of it that the mask fills.
      let sets = try DataSets(Self.experiment.data, photographs: nil, threads: 1)
      let fills = sets.truth.annotations.map { $0.area / $0.box.area }
      let mean = fills.reduce(0, +) / Double(fills.count)
      #expect(abs(result.truthBoxes.all!.meanIoU - mean) < 1e-6)
      #expect(result.thresholds.isEmpty)
    }
  }
}
