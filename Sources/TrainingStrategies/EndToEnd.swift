import Backpropagation
import MaskRCNN
import Tensors

/// §2.2 What is learnt from one image.
extension MaskXRCNN {
  /// The losses of stage one, and of the detector's part in every strategy: boxes of A and B.
  public static func detectionLosses(
    _ detector: Detector, _ image: TrainingImage, on tape: Tape, sampling: inout Sampling
  ) -> (terms: [LossTerm], output: Detector.TrainingOutput) {
    let output = detector.train(image, on: tape, sampling: &sampling)
    let losses = output.losses
    return (
      [
        LossTerm("objectness", losses.objectness), LossTerm("proposal box", losses.proposalBox),
        LossTerm("class", losses.classification), LossTerm("box", losses.box),
      ], output
    )
  }

  /// The losses of end-to-end training: boxes of A and B, and masks of A, together.
  ///
  /// With the stop-gradient the mask loss still reaches backbone and pyramid through the features, but not `w_det` through
  /// T: there the detection losses of A and B rule alone, and T meets weights of one kind.
  public func endToEndLosses(
    _ image: TrainingImage, setA: Set<Int>, strategy: Strategy, seed: UInt64, on tape: Tape,
    sampling: Sampling
  ) -> [LossTerm] {
    precondition(strategy != .stageWise, "stage-wise training never sees both losses at once")
    var sampling = sampling
    let (terms, output) = Self.detectionLosses(detector, image, on: tape, sampling: &sampling)

    // w_det, with the way back to it open or cut.
    let open = detector.boxHead.detectionWeights(on: tape)
    let detection = strategy == .endToEndStopGradient ? open.stopped : open

    let sample = maskSample(of: image, proposals: output.proposals, setA: setA, sampling: &sampling)
    let regions = detector.regions(
      output.levels, sample.boxes, side: detector.configuration.maskRegionSide)
    let loss = maskLoss(
      regions, classes: sample.classes, targets: sample.targets, detection: detection,
      phase: .training(seed: seed))
    return terms + [LossTerm("mask", loss, regionCount: sample.classes.count)]
  }

  /// The loss of stage two: masks of A in regions of a detector that stays as it is.
  public func maskLosses(
    _ regions: FrozenDetector.TrainingRegions, setA: Set<Int>, seed: UInt64, on tape: Tape,
    using generator: inout PCG32
  ) -> [LossTerm] {
    // Regions serve every split, so they may be of all classes: those of B are passed over here.
    let usable = regions.sample.classes.indices.filter { setA.contains(regions.sample.classes[$0]) }
    let chosen = generator.sample(
      min(detector.configuration.maskRegions, usable.count), below: usable.count
    ).map { usable[$0] }
    let loss = maskLoss(
      rows(tape.constant(regions.features), chosen), classes: chosen.map { regions.sample.classes[$0] },
      targets: rows(tape.constant(regions.sample.targets), chosen).value,
      detection: detector.boxHead.detectionWeights(on: tape), phase: .training(seed: seed))
    return [LossTerm("mask", loss, regionCount: chosen.count)]
  }

  private func maskSample(
    of image: TrainingImage, proposals: [Box], setA: Set<Int>, sampling: inout Sampling
  ) -> MaskSample {
    switch sampling {
    case .given(_, _, let masks?): return masks
    case .given(_, _, nil): preconditionFailure("given samples need those of the masks")
    case .random(var generator):
      defer { sampling = .random(generator) }
      return detector.configuration.sampleMasks(proposals, for: image, setA: setA, using: &generator)
    }
  }
}
