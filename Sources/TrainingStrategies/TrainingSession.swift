import Backpropagation
import MaskRCNN
import Tensors

/// §2.2 A training that goes on step by step: stage one, stage two, or end to end.
public struct TrainingSession: Sendable {
  /// Its state.
  public var trainer: Trainer
  /// What it trains.
  public let parameters: [Parameter]
  private let imageCount: Int
  private let losses: @Sendable (TrainingItem, Tape) throws -> [LossTerm]

  private init(
    _ parameters: [Parameter], _ schedule: TrainingSchedule, seed: UInt64, imageCount: Int,
    rateFactors: [Float]? = nil,
    losses: @escaping @Sendable (TrainingItem, Tape) throws -> [LossTerm]
  ) {
    trainer = Trainer(parameters, schedule, seed: seed, rateFactors: rateFactors)
    (self.parameters, self.imageCount, self.losses) = (parameters, imageCount, losses)
  }

  /// Whether all steps are done.
  public var isDone: Bool { trainer.isDone }

  /// One step, on up to `threads` threads.
  @discardableResult
  public mutating func advance(threads: Int) throws -> StepLosses {
    try trainer.advance(imageCount: imageCount, threads: threads, losses: losses)
  }

  /// Computes the losses of the next `steps` as a step would, and learns nothing from them: how long a step's first half
  /// takes.
  public func measureLosses(steps: Int, threads: Int) throws {
    let (losses, parameters) = (losses, parameters)
    for step in trainer.step..<trainer.step + steps {
      let items = trainer.items(of: step, count: imageCount)
      _ = try Parallel.map(items.count, threads: threads) { slot in
        let tape = Tape(training: parameters)
        defer { tape.forget() }
        return try losses(items[slot], tape).count
      }
    }
  }

  /// Stage one of stage-wise training: the detector, on the boxes of all classes.
  public static func stageOne(
    _ detector: Detector, on set: TrainingSet, _ schedule: TrainingSchedule, seed: UInt64
  ) -> TrainingSession {
    TrainingSession(detector.parameters, schedule, seed: seed, imageCount: set.count) { item, tape in
      let image = try set.image(at: item.index, flipped: item.flipped)
      var sampling = Sampling.random(PCG32(seed: item.seed))
      return MaskXRCNN.detectionLosses(detector, image, on: tape, sampling: &sampling).terms
    }
  }

  /// Stage two: mask head and predictor, on the masks of A, around a detector that stays as it is. `regions` are what
  /// that detector sees.
  ///
  /// - Parameter parameters: those of the mask side that are learnt; nil for all of them.
  public static func stageTwo(
    _ model: MaskXRCNN, training parameters: [Parameter]? = nil, on regions: FrozenRegions, setA: Set<Int>,
    _ schedule: TrainingSchedule, seed: UInt64
  ) -> TrainingSession {
    TrainingSession(parameters ?? model.maskParameters, schedule, seed: seed, imageCount: regions.count) {
      item, tape in
      var generator = PCG32(seed: item.seed)
      return model.maskLosses(
        try regions[item.index], setA: setA, seed: item.seed, on: tape, using: &generator)
    }
  }

  /// End to end: everything, on the boxes of all classes and the masks of A.
  public static func endToEnd(
    _ model: MaskXRCNN, on set: TrainingSet, strategy: Strategy, _ schedule: TrainingSchedule, seed: UInt64
  ) -> TrainingSession {
    let factors =
      model.detector.parameters.map { _ in Float(1) }
      + model.maskParameters.map { _ in schedule.maskRateFactor }
    return TrainingSession(
      model.parameters, schedule, seed: seed, imageCount: set.count, rateFactors: factors
    ) { item, tape in
      let image = try set.image(at: item.index, flipped: item.flipped)
      return model.endToEndLosses(
        image, setA: set.setA, strategy: strategy, seed: item.seed, on: tape,
        sampling: .random(PCG32(seed: item.seed)))
    }
  }
}
