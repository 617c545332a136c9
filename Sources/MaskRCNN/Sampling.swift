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

/// §2 The regions that train the mask head on one image: foreground, with the masks of their objects.
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

/// §2 In which boxes masks are learnt.
public enum MaskBoxes: String, Codable, Hashable, Sendable {
  /// In whatever is proposed and overlaps an object by at least 0.5, and in its true box: the paper's. Most of these boxes
  /// are loose or cut something off, and hold parts of other things, so that a head has to know what is meant.
  case proposals
  /// In true boxes alone (Birodkar et al., "The surprising impact of mask-head architecture on novel class segmentation",
  /// ICCV 2021): there the thing that is meant is the one that fills the box.
  case trueBoxes = "true boxes"
}

/// §2 A box in which the mask of an object may be learnt.
public struct MaskCandidate: Sendable, Equatable {
  /// The box.
  public let box: Box
  /// The number of the object in its image.
  public let object: Int
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

  /// The boxes among the proposals and the true boxes that overlap an object by at least 0.5, so that its mask may be
  /// learnt in them. Boxes alone decide; no mask has any part in it.
  public func maskCandidates(_ proposals: [Box], for image: TrainingImage) -> [MaskCandidate] {
    let boxes = maskBoxes == .trueBoxes ? image.boxes : proposals + image.boxes
    return zip(boxes, match(boxes, to: image.boxes)).compactMap { box, match in
      guard let object = match.truth, match.iou >= 0.5 else { return nil }
      return MaskCandidate(box: box, object: object)
    }
  }

  /// Draws foreground regions for the mask head, of objects whose class is in `setA` and that have a mask.
  public func sampleMasks(
    _ proposals: [Box], for image: TrainingImage, setA: Set<Int>, using generator: inout PCG32
  ) -> MaskSample {
    let usable = maskCandidates(proposals, for: image).filter {
      setA.contains(image.classes[$0.object]) && image.masks[$0.object] != nil
    }
    let chosen = generator.sample(min(maskRegions, usable.count), below: usable.count)
    return maskSample(chosen.map { usable[$0] }, of: image)
  }

  /// What the mask head should say of each candidate, all of which are of objects with masks.
  public func maskSample(_ candidates: [MaskCandidate], of image: TrainingImage) -> MaskSample {
    var targets: [Float] = []
    targets.reserveCapacity(candidates.count * maskSide * maskSide)
    for candidate in candidates {
      guard let bitmap = image.masks[candidate.object] else {
        preconditionFailure("a candidate of an object without a mask")
      }
      targets += maskTarget(
        bitmap, height: image.height, width: image.width, box: candidate.box, side: maskSide)
    }
    return MaskSample(
      boxes: candidates.map(\.box), classes: candidates.map { image.classes[$0.object] },
      targets: Tensor(shape: [candidates.count, maskSide, maskSide], values: targets))
  }
}
