import Backpropagation
import Foundation
import MaskRCNN
import Tensors

/// Mask^X R-CNN: a detector, a mask head, and a mask predictor.
public struct MaskXRCNN: Sendable {
  /// Finds and names boxes.
  public let detector: Detector
  /// Turns regions into mask features.
  public let maskHead: MaskHead
  /// Turns mask features into masks.
  public let predictor: any MaskPredictor
  /// What kind of predictor it is.
  public let method: Method

  /// A model around a detector, with a fresh mask head and predictor.
  public init(
    detector: Detector, method: Method, embeddings: Tensor? = nil, using generator: inout PCG32
  ) {
    self.detector = detector
    self.method = method
    maskHead = MaskHead(detector.configuration, using: &generator)
    predictor = method.makePredictor(
      detector.configuration, classCount: detector.classCount, embeddings: embeddings, using: &generator)
  }

  /// The weights of the mask side alone: what stage two of stage-wise training changes.
  public var maskParameters: [Parameter] { maskHead.parameters + predictor.parameters }

  /// All weights.
  public var parameters: [Parameter] { detector.parameters + maskParameters }

  /// Mask logits `[R, M, M]` of boxes of known classes.
  public func maskLogits(
    _ levels: [Variable], boxes: [Box], classes: [Int], detection: DetectionWeights, phase: Phase
  ) -> Variable {
    let regions = detector.regions(levels, boxes, side: detector.configuration.maskRegionSide)
    return predictor(maskHead(regions), classes: classes, detection: detection, phase: phase)
  }

  /// The mask loss: binary cross-entropy of each region's own class alone, its mean over regions and pixels.
  public func maskLoss(
    _ levels: [Variable], _ sample: MaskSample, detection: DetectionWeights, phase: Phase
  ) -> Variable {
    guard !sample.boxes.isEmpty else { return detection.cls.tape.constant(Tensor(0)) }
    let logits = maskLogits(
      levels, boxes: sample.boxes, classes: sample.classes, detection: detection, phase: phase)
    return sigmoidCrossEntropy(logits, targets: sample.targets)
  }
}

/// A thing found in an image.
public struct Finding: Sendable {
  /// Where, how surely, and what.
  public let detection: ScoredBox
  /// The probability of each pixel of the box to belong to it, `M * M`, row by row.
  public let mask: [Float]

  /// A box with its mask.
  public init(detection: ScoredBox, mask: [Float]) { (self.detection, self.mask) = (detection, mask) }
}

extension MaskXRCNN {
  /// The masks of boxes that are found already: probabilities, `M * M` for each box.
  public func masks(
    _ levels: [Variable], of boxes: [Box], classes: [Int], detection: DetectionWeights
  ) -> [[Float]] {
    guard !boxes.isEmpty else { return [] }
    let logits = maskLogits(levels, boxes: boxes, classes: classes, detection: detection, phase: .inference)
      .value
    return boxes.indices.map { logits.row($0).map(logistic).values }
  }

  /// Everything found in an image `[1, H, W, 3]`, best first.
  public func callAsFunction(_ pixels: Tensor) -> [Finding] {
    let tape = Tape()
    let (height, width) = (pixels.shape[1], pixels.shape[2])
    let levels = detector.levels(tape.constant(pixels))
    let proposals = detector.proposalNetwork.proposals(
      detector.proposalNetwork(levels), height: height, width: width)
    let detections = detector.detect(levels, candidates: proposals, height: height, width: width)
    let masks = masks(
      levels, of: detections.map(\.box), classes: detections.map(\.classIndex),
      detection: detector.boxHead.detectionWeights(on: tape))
    return zip(detections, masks).map(Finding.init)
  }
}
