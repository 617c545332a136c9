import Backpropagation
import Tensors

/// §2 Mask R-CNN without its masks: backbone, feature pyramid, proposals and box head. It trains on boxes alone.
public struct Detector: Sendable {
  /// Its sizes and conventions.
  public private(set) var configuration: DetectorConfiguration
  /// The number K of classes, background not counted.
  public let classCount: Int
  /// The backbone.
  public let backbone: ResNet
  /// The pyramid.
  public let pyramid: FeaturePyramid
  /// The proposal network.
  public private(set) var proposalNetwork: RegionProposalNetwork
  /// The box head, whose last layers T transfers from.
  public let boxHead: BoxHead

  /// A detector with fresh weights.
  public init(_ configuration: DetectorConfiguration, classCount: Int, using generator: inout PCG32) {
    (self.configuration, self.classCount) = (configuration, classCount)
    backbone = ResNet(configuration.backbone, using: &generator)
    pyramid = FeaturePyramid(on: backbone, width: configuration.pyramidWidth, using: &generator)
    proposalNetwork = RegionProposalNetwork(configuration, strides: pyramid.strides, using: &generator)
    boxHead = BoxHead(configuration, classCount: classCount, using: &generator)
  }

  /// The same weights under other conventions.
  public func following(_ convention: Convention?) -> Detector {
    var copy = self
    copy.configuration.convention = convention
    copy.proposalNetwork.configuration = copy.configuration
    return copy
  }

  /// Takes the weights of a detector of the same sizes that knows the first of its classes; the rows of the others stay.
  public func start(as other: Detector) {
    precondition(other.classCount <= classCount, "it may know more classes, not fewer")
    precondition(parameters.map(\.name) == other.parameters.map(\.name), "the same layers")
    let rows = (boxHead.classifier.parameters + boxHead.regressor.parameters).map(\.name)
    for (own, known) in zip(parameters, other.parameters) {
      let (shape, values) = (known.value.shape, known.value.values)
      // Classes are rows, and the first are those of both.
      precondition(
        shape == own.value.shape
          || rows.contains(own.name) && shape.dropFirst() == own.value.shape.dropFirst(),
        "the same sizes")
      own.value = Tensor(shape: own.value.shape, values: values + own.value.values[values.count...])
    }
  }

  /// All weights, in the order of the computation.
  public var parameters: [Parameter] {
    backbone.parameters + pyramid.parameters + proposalNetwork.parameters + boxHead.parameters
  }

  /// The pyramid levels of an image `[1, H, W, 3]`, finest first, the last for proposals alone.
  public func levels(_ pixels: Variable) -> [Variable] { pyramid(backbone(pixels)) }

  /// Regions cut from the levels, `[R, side, side, C]`. An object is looked up on the level where it is about 14
  /// positions wide (Lin et al., equation 1): level 4, of stride 16, for one of the canonical side.
  public func regions(_ levels: [Variable], _ boxes: [Box], side: Int) -> Variable {
    let strides = Array(pyramid.strides.dropLast())
    let finest = strides[0].trailingZeroBitCount
    let assignment = LevelAssignment(
      canonicalSize: configuration.canonicalSide, canonicalLevel: 4,
      levels: finest...finest + strides.count - 1)
    return roiAlign(
      Array(levels.dropLast()), strides: strides, boxes.map(configuration.convention.numbers),
      levels: boxes.map(assignment.callAsFunction), size: side, alignment: configuration.regionAlignment)
  }

  /// The losses of one image by which boxes are learnt.
  public struct Losses {
    /// Proposal network: is there an object?
    public let objectness: Variable
    /// Proposal network: where is it?
    public let proposalBox: Variable
    /// Box head: what is it?
    public let classification: Variable
    /// Box head: where is it exactly?
    public let box: Variable

    /// Their sum.
    public var total: Variable { objectness + proposalBox + classification + box }
  }

  /// What a forward pass for training leaves.
  public struct TrainingOutput {
    /// The losses.
    public let losses: Losses
    /// The pyramid levels, for the mask head.
    public let levels: [Variable]
    /// The boxes proposed.
    public let proposals: [Box]
  }

  /// Runs the detector on a training image and measures its losses on sampled anchors and regions.
  public func train(_ image: TrainingImage, on tape: Tape, sampling: inout Sampling) -> TrainingOutput {
    // What is proposed, and how wrong that is.
    let levels = levels(tape.constant(image.pixels))
    let output = proposalNetwork(levels)
    let anchorSample: AnchorSample
    let proposals = proposalNetwork.proposals(output, height: image.height, width: image.width)
    let regionSample: RegionSample
    switch sampling {
    case .given(let anchors, let regions, _): (anchorSample, regionSample) = (anchors, regions)
    case .random(var generator):
      anchorSample = configuration.sampleAnchors(output.anchors, for: image, using: &generator)
      regionSample = configuration.sampleRegions(proposals, for: image, using: &generator)
      sampling = .random(generator)
    }
    let proposalLosses = proposalNetwork.losses(output, anchorSample)

    // What is seen there, and how wrong that is.
    let (logits, features) = boxHead(regions(levels, regionSample.boxes, side: configuration.boxRegionSide))
    let boxLosses = boxHead.losses(
      logits: logits, features: features, labels: regionSample.labels, targets: regionSample.targets)
    return TrainingOutput(
      losses: Losses(
        objectness: proposalLosses.objectness, proposalBox: proposalLosses.box,
        classification: boxLosses.classification, box: boxLosses.box),
      levels: levels, proposals: proposals)
  }

  /// What the box head takes the things in these boxes for: the likeliest class `1 ... K` of each.
  public func classes(of boxes: [Box], _ levels: [Variable]) -> [Int] {
    guard !boxes.isEmpty else { return [] }
    let (logits, _) = boxHead(regions(levels, boxes, side: configuration.boxRegionSide))
    return boxes.indices.map { row in
      let values = logits.value.row(row).values
      return values.indices.dropFirst().max { values[$0] < values[$1] }!
    }
  }

  /// The boxes that the box head finds among `candidates`: for each candidate and class a score and a box; those
  /// above the score threshold, without those that overlap a better one of their class; of all, the best.
  ///
  /// Under Detectron's conventions boxes are compared in the picture's own pixels, under all others in those that were seen.
  public func detect(_ levels: [Variable], candidates: [Box], in picture: SeenPicture) -> [ScoredBox] {
    guard !candidates.isEmpty else { return [] }
    return select(judge(levels, candidates), in: picture)
  }

  // MARK: A picture as it comes

  /// The pyramid levels of a picture that was prepared for this detector, and the boxes proposed, best first.
  public func proposals(in picture: SeenPicture, threads: Int) -> (levels: [Tensor], boxes: [Box]) {
    let tape = Tape(inferringOn: threads)
    let levels = levels(tape.constant(picture.pixels))
    let boxes = proposalNetwork.proposals(
      proposalNetwork(levels), height: picture.height, width: picture.width)
    return (levels.map(\.value), boxes)
  }

  /// The same, some candidates at a time on each thread.
  public func detect(
    _ levels: [Tensor], candidates: [Box], in picture: SeenPicture, threads: Int
  ) throws -> [ScoredBox] {
    let parts = candidates.parts(of: 256)
    let judgements = try Parallel.map(parts.count, threads: threads) { part in
      let tape = Tape(inferringOn: 1)
      return judge(levels.map(tape.constant), parts[part])
    }
    return select(judgements.flatMap { $0 }, in: picture)
  }

  /// What the box head says of a candidate: that it may well be a thing of a class, and where it is then.
  private struct Judgement: Sendable {
    var candidate: Box
    let classIndex: Int
    let probability: Float
    let delta: BoxDelta
  }

  private func judge(_ levels: [Variable], _ candidates: [Box]) -> [Judgement] {
    let (logits, features) = boxHead(regions(levels, candidates, side: configuration.boxRegionSide))
    let likely = likelyClasses(logits.value, above: configuration.scoreThreshold)
    let shifts = boxHead.deltas(features, likely.map { ($0.row, $0.label) }).value.values
    return likely.indices.map { number in
      let (found, start) = (likely[number], 4 * number)
      return Judgement(
        candidate: candidates[found.row], classIndex: found.label, probability: found.probability,
        delta: BoxDelta(
          dx: shifts[start], dy: shifts[start + 1], dw: shifts[start + 2], dh: shifts[start + 3]))
    }
  }

  private func select(_ judgements: [Judgement], in picture: SeenPicture) -> [ScoredBox] {
    guard configuration.convention == .detectron else {
      return select(judgements, height: picture.height, width: picture.width)
    }
    let inOriginal = judgements.map { judgement in
      var judgement = judgement
      judgement.candidate = picture.inOriginal(judgement.candidate)
      return judgement
    }
    let found = select(inOriginal, height: picture.originalHeight, width: picture.originalWidth)
    return found.map { ScoredBox(box: picture.asSeen($0.box), score: $0.score, classIndex: $0.classIndex) }
  }

  private func select(_ judgements: [Judgement], height: Int, width: Int) -> [ScoredBox] {
    let smallest = configuration.smallestDetection
    let scored = judgements.compactMap { found -> ScoredBox? in
      let box = configuration.clipped(
        DeltaWeights.boxHead.box(found.delta, from: found.candidate), height: height, width: width)
      guard box.width >= smallest, box.height >= smallest else { return nil }
      return ScoredBox(box: box, score: found.probability, classIndex: found.classIndex)
    }
    return selectDetections(
      scored, overlap: configuration.detectionOverlap, limit: configuration.detectionsKept)
  }
}

extension Array {
  /// The elements in their order, in parts of `length`; the last may be shorter.
  package func parts(of length: Int) -> [[Element]] {
    stride(from: 0, to: count, by: length).map { Array(self[$0..<Swift.min($0 + length, count)]) }
  }
}
