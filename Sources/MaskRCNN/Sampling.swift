import Tensors

/// §2 The anchors that train the proposal network on one image.
public struct AnchorSample: Sendable, Equatable {
  /// Anchors that hold an object.
  public var positives: [Int]
  /// Anchors that hold none.
  public var negatives: [Int]
  /// The delta from each positive anchor to its object.
  public var targets: [BoxDelta]

  /// A sample.
  public init(positives: [Int], negatives: [Int], targets: [BoxDelta]) {
    (self.positives, self.negatives, self.targets) = (positives, negatives, targets)
  }
}

/// §2 The regions that train the box head on one image.
public struct RegionSample: Sendable, Equatable {
  /// The regions.
  public var boxes: [Box]
  /// The class of each, 0 for background.
  public var labels: [Int]
  /// The delta from each region to its object, in the box head's units; zero for background.
  public var targets: [BoxDelta]

  /// A sample.
  public init(boxes: [Box], labels: [Int], targets: [BoxDelta]) {
    (self.boxes, self.labels, self.targets) = (boxes, labels, targets)
  }
}

/// §2 The regions that train the mask head on one image: foreground, of classes in set A, matched to masks of A
/// alone.
public struct MaskSample: Sendable, Equatable {
  /// The regions.
  public var boxes: [Box]
  /// The class of each.
  public var classes: [Int]
  /// The mask within each region, `[R, M, M]`, of zeros and ones.
  public var targets: Tensor

  /// A sample.
  public init(boxes: [Box], classes: [Int], targets: Tensor) {
    (self.boxes, self.classes, self.targets) = (boxes, classes, targets)
  }
}

/// §2 Where samples come from: drawn as training goes, or given, as by a test that compares with another
/// implementation.
public enum Sampling: Sendable {
  /// Drawn by a generator.
  case random(PCG32)
  /// Given.
  case given(AnchorSample, RegionSample, MaskSample?)
}

extension DetectorConfiguration {
  /// Draws anchors: at most half of them positive, the rest negative.
  public func sampleAnchors(
    _ anchors: [Box], for image: TrainingImage, using generator: inout PCG32
  ) -> AnchorSample {
    let labels = labelAnchors(anchors, truths: image.boxes, ignoring: image.ignored)
    let chosen = sample(labels, count: anchorsSampled, fraction: 0.5, using: &generator)
    let targets = chosen.positives.map {
      DeltaWeights.proposals.delta(from: anchors[$0], to: image.boxes[labels[$0].truth!])
    }
    return AnchorSample(positives: chosen.positives, negatives: chosen.negatives, targets: targets)
  }

  /// Draws regions among the proposals and the true boxes: a quarter of them foreground (overlap with an object at
  /// least 0.5), the rest background.
  public func sampleRegions(
    _ proposals: [Box], for image: TrainingImage, using generator: inout PCG32
  ) -> RegionSample {
    let candidates = proposals + image.boxes
    let labels = labelProposals(candidates, truths: image.boxes, ignoring: image.ignored)
    let chosen = sample(labels, count: regionsSampled, fraction: Double(foregroundShare), using: &generator)
    var result = RegionSample(boxes: chosen.indices.map { candidates[$0] }, labels: [], targets: [])
    for candidate in chosen.indices {
      let truth = labels[candidate].truth
      result.labels.append(truth.map { image.classes[$0] } ?? 0)
      result.targets.append(
        truth.map { DeltaWeights.boxHead.delta(from: candidates[candidate], to: image.boxes[$0]) }
          ?? BoxDelta(dx: 0, dy: 0, dw: 0, dh: 0))
    }
    return result
  }

  /// Draws foreground regions for the mask head. Only objects whose class is in `setA` are looked at: a region is
  /// matched among them alone, so no mask of B has any part in it (the authors' end-to-end code matches among all
  /// objects, and could meet one).
  public func sampleMasks(
    _ proposals: [Box], for image: TrainingImage, setA: Set<Int>, using generator: inout PCG32
  ) -> MaskSample {
    let inA = image.classes.indices.filter { setA.contains(image.classes[$0]) && image.masks[$0] != nil }
    let truths = inA.map { image.boxes[$0] }
    let candidates = proposals + truths
    let matches = match(candidates, to: truths)
    let foreground = candidates.indices.filter { matches[$0].truth != nil && matches[$0].iou >= 0.5 }
    let chosen = generator.sample(min(maskRegions, foreground.count), below: foreground.count)
      .map { foreground[$0] }
    var targets: [Float] = []
    targets.reserveCapacity(chosen.count * maskSide * maskSide)
    for candidate in chosen {
      let bitmap = image.masks[inA[matches[candidate].truth!]]!
      targets += maskTarget(
        bitmap, height: image.height, width: image.width, box: candidates[candidate], side: maskSide)
    }
    return MaskSample(
      boxes: chosen.map { candidates[$0] }, classes: chosen.map { image.classes[inA[matches[$0].truth!]] },
      targets: Tensor(shape: [chosen.count, maskSide, maskSide], values: targets))
  }
}
