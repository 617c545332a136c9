import BaselineAndOracle
import HybridMaskHead
import MaskRCNN
import Tensors
import WeightTransfer

/// §2.2 How masks are predicted: a row of the paper's tables is one value of this type.
public struct Method: Codable, Hashable, Sendable {
  /// Which predictor gives the mask its class.
  public enum Predictor: Codable, Hashable, Sendable {
    /// The baseline (§2.4).
    case classAgnostic
    /// Mask R-CNN's own; trained on all masks it is the oracle (§2.4).
    case classSpecific
    /// Weight transfer (§2.1).
    case transfer(TransferConfiguration)
  }

  /// The predictor.
  public var predictor: Predictor
  /// The MLP branch added to it (§2.3); nil for none.
  public var mlp: MLPConfiguration?

  /// A method.
  public init(_ predictor: Predictor, mlp: MLPConfiguration? = nil) {
    (self.predictor, self.mlp) = (predictor, mlp)
  }

  /// The class-agnostic baseline.
  public static let baseline = Method(.classAgnostic)
  /// The fully supervised oracle; to be one, it must be trained with all classes in set A.
  public static let oracle = Method(.classSpecific)

  /// The predictor with fresh weights.
  ///
  /// - Parameter embeddings: fixed vectors `[K + 1, D]` of the classes, needed where T's input is randn or GloVe.
  public func makePredictor(
    _ configuration: DetectorConfiguration, classCount: Int, embeddings: Tensor?, using generator: inout PCG32
  ) -> any MaskPredictor {
    let fcn: any MaskPredictor
    switch predictor {
    case .classAgnostic:
      fcn = ClassAgnosticPredictor(width: configuration.maskWidth, using: &generator)
    case .classSpecific:
      fcn = ClassSpecificPredictor(
        classCount: classCount, width: configuration.maskWidth, using: &generator)
    case .transfer(let transfer):
      let description: ClassDescription
      switch transfer.input {
      case .randn, .glove, .constant:
        guard let embeddings else { preconditionFailure("\(transfer.input.rawValue) needs embeddings") }
        precondition(embeddings.shape[0] == classCount + 1, "an embedding for each class and the background")
        description = .fixed(embeddings)
      case .cls, .box, .clsAndBox: description = .detection(transfer.input)
      }
      fcn = TransferredPredictor(
        transfer, description: description, classWeightLength: configuration.classWeightLength,
        maskWidth: configuration.maskWidth, using: &generator)
    }
    guard let mlp else { return fcn }
    let branch = MLPBranch(
      mlp, side: configuration.maskSide, width: configuration.maskWidth, using: &generator)
    return HybridPredictor(fcn: fcn, mlp: branch)
  }
}

/// §2.2 In which order boxes and masks are learnt.
public enum Strategy: String, Codable, Hashable, Sendable, CaseIterable {
  /// First the detector on the boxes of A and B; then, with the detector frozen, mask head and T on the masks of A.
  case stageWise = "stage-wise"
  /// All losses together.
  case endToEnd = "end-to-end"
  /// All losses together, but no gradient of the masks of A reaches `w_det`, so that the detection weights of A and B stay
  /// of one kind.
  case endToEndStopGradient = "end-to-end-stop-gradient"
}
