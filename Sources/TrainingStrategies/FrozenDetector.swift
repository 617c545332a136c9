import Backpropagation
import MaskRCNN
import Tensors

/// §2.2 What the mask side needs of a frozen detector, computed once: the detector does not change, so neither does what
/// it sees. Of the pyramid only the regions are kept in which masks are made.
public struct FrozenDetector: Sendable {
  /// The detector.
  public let detector: Detector

  /// A detector that stays as it is.
  public init(_ detector: Detector) { self.detector = detector }

  // MARK: To learn from

  /// What stage two learns from one image: regions with their features and the masks they should get.
  public struct TrainingRegions: Sendable {
    /// The regions' boxes, classes and masks: of all objects that have one.
    public let sample: MaskSample
    /// The features of the regions, `[R, S, S, C]`.
    public let features: Tensor
  }

  /// The boxes kept of each object.
  static let boxesPerObject = 3

  /// The regions of an image for stage two, in boxes as the configuration has them: of each object some of its candidates
  /// as they come, its true box no more likely than the others; or that box alone.
  public func trainingRegions(_ image: TrainingImage, in boxes: MaskBoxes?) -> TrainingRegions {
    let (levels, proposals) = proposals(image)
    guard let boxes else {
      return regions(
        detector.configuration.maskSample(firstCandidates(proposals, of: image), of: image), levels)
    }
    var configuration = detector.configuration
    configuration.maskBoxes = boxes
    let candidates = configuration.maskCandidates(proposals, for: image)
      .filter { image.masks[$0.object] != nil }
    // The draw is the same whenever the image is looked at.
    var generator = PCG32(seed: UInt64(candidates.count), stream: UInt64(image.boxes.count))
    let chosen = Dictionary(grouping: candidates, by: \.object).sorted { $0.key < $1.key }.flatMap {
      _, all -> [MaskCandidate] in
      generator.sample(min(Self.boxesPerObject, all.count), below: all.count).map { all[$0] }
    }
    return regions(configuration.maskSample(chosen, of: image), levels)
  }

  private func firstCandidates(_ proposals: [Box], of image: TrainingImage) -> [MaskCandidate] {
    var kept = [Int](repeating: 0, count: image.boxes.count)
    return detector.configuration.maskCandidates(proposals, for: image).filter { candidate in
      kept[candidate.object] += 1
      let isOwn = candidate.box == image.boxes[candidate.object]
      return image.masks[candidate.object] != nil && (kept[candidate.object] < Self.boxesPerObject || isOwn)
    }
  }

  /// Given regions of an image for stage two.
  public func trainingRegions(_ sample: MaskSample, of image: TrainingImage) -> TrainingRegions {
    regions(sample, detector.levels(tape.constant(image.pixels)))
  }

  private func regions(_ sample: MaskSample, _ levels: [Variable]) -> TrainingRegions {
    TrainingRegions(sample: sample, features: features(levels, sample.boxes))
  }

  // MARK: To judge by, and to use

  /// What a detector finds in an image.
  public struct View: Sendable {
    /// What is known of the image, without its pixels.
    public let image: TrainingImage
    /// The boxes proposed.
    public let proposals: [Box]
    /// The boxes detected, with their classes.
    public let detections: [ScoredBox]
    /// The features of the detections, `[D, S, S, C]`.
    public let detectionFeatures: Tensor
    /// What the box head takes the objects for, given their true boxes: a class `1 ... K` for each.
    public let classesNamed: [Int]
    /// The features of the objects in their true boxes, `[R, S, S, C]`.
    public let objectFeatures: Tensor
  }

  /// Runs the detector on one image.
  public func view(_ image: TrainingImage) -> View {
    let (levels, proposals) = proposals(image)
    let detections = detector.detect(levels, candidates: proposals, in: image.seen)
    return View(
      image: image.withoutPixels, proposals: proposals, detections: detections,
      detectionFeatures: features(levels, detections.map(\.box)),
      classesNamed: detector.classes(of: image.boxes, levels), objectFeatures: features(levels, image.boxes))
  }

  private func proposals(_ image: TrainingImage) -> (levels: [Variable], [Box]) {
    let levels = detector.levels(tape.constant(image.pixels))
    let network = detector.proposalNetwork
    return (levels, network.proposals(network(levels), height: image.height, width: image.width))
  }

  /// A detector that comes from elsewhere is large: its operations are joined, which rounds otherwise than in training.
  private var tape: Tape {
    detector.configuration.convention == nil ? Tape() : Tape(inferringOn: 1)
  }

  private func features(_ levels: [Variable], _ boxes: [Box]) -> Tensor {
    detector.regions(levels, boxes, side: detector.configuration.maskRegionSide).value
  }
}
