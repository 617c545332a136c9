import Backpropagation
import MaskRCNN
import Tensors

/// §2.4 The baseline: one mask for whatever is in the box. It needs no mask of a class to segment it, and cannot know
/// which of the things in the box is meant.
public struct ClassAgnosticPredictor: MaskPredictor {
  private let weight: Parameter
  private let bias: Parameter

  /// A 1x1 convolution from `width` channels to one.
  public init(width: Int, using generator: inout PCG32) {
    weight = Parameter("agnostic.weight", Tensor(normal: [1, width], deviation: 0.001, using: &generator))
    bias = .bias("agnostic.bias", 1)
  }

  /// The kernel and its bias.
  public var parameters: [Parameter] { [weight, bias] }

  /// Logits `[R, M, M]`; the classes make no difference.
  public func callAsFunction(
    _ features: Variable, classes: [Int], detection: DetectionWeights, phase: Phase
  ) -> Variable {
    let everywhere = [Int](repeating: 0, count: classes.count)
    let tape = features.tape
    return pointwiseConvolution(
      features, kernels: rows(tape(weight), everywhere), biases: rows(tape(bias), everywhere))
  }
}
