import Backpropagation
import Foundation
import MaskRCNN
import Tensors

/// §2.2 Mask^X R-CNN: a detector, a mask head, and a mask predictor.
public struct MaskXRCNN: Sendable {
  /// Finds and names boxes.
  public private(set) var detector: Detector
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

  /// The same weights under other conventions.
  public func following(_ convention: Convention?) -> MaskXRCNN {
    var copy = self
    copy.detector = detector.following(convention)
    return copy
  }

  /// The weights of the mask side alone: what stage two of stage-wise training changes.
  public var maskParameters: [Parameter] { maskHead.parameters + predictor.parameters }

  /// All weights.
  public var parameters: [Parameter] { detector.parameters + maskParameters }

  /// Mask logits `[R, M, M]` of regions `[R, S, S, C]` of known classes.
  public func maskLogits(
    _ regions: Variable, classes: [Int], detection: DetectionWeights, phase: Phase
  ) -> Variable {
    predictor(maskHead(regions), classes: classes, detection: detection, phase: phase)
  }

  /// The mask loss: binary cross-entropy of each region's own class alone, its mean over regions and pixels.
  ///
  /// - Parameter targets: the mask within each region, `[R, M, M]`, of zeros and ones.
  public func maskLoss(
    _ regions: Variable, classes: [Int], targets: Tensor, detection: DetectionWeights, phase: Phase
  ) -> Variable {
    guard !classes.isEmpty else { return regions.tape.constant(Tensor(0)) }
    return sigmoidCrossEntropy(
      maskLogits(regions, classes: classes, detection: detection, phase: phase), targets: targets)
  }
}
