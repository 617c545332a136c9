import Backpropagation
import MaskRCNN
import Tensors

/// §2.4 The oracle's predictor, Mask R-CNN's own: a kernel learnt for each class. It is an upper bound if it is
/// trained on the masks of all classes; of a class without masks it learns nothing.
public struct ClassSpecificPredictor: MaskPredictor {
  private let weights: Parameter
  private let biases: Parameter

  /// A table of K kernels of length `width`, and a row for the background that is never used.
  public init(classCount: Int, width: Int, using generator: inout PCG32) {
    weights = Parameter(
      "specific.weight", Tensor(normal: [classCount + 1, width], deviation: 0.001, using: &generator))
    biases = .bias("specific.bias", classCount + 1)
  }

  /// The kernels and their biases.
  public var parameters: [Parameter] { [weights, biases] }

  /// Logits `[R, M, M]`.
  public func callAsFunction(
    _ features: Variable, classes: [Int], detection: DetectionWeights, phase: Phase
  ) -> Variable {
    let tape = features.tape
    return pointwiseConvolution(
      features, kernels: rows(tape(weights), classes), biases: rows(tape(biases), classes))
  }
}
