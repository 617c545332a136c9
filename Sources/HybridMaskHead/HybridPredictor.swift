import Backpropagation
import MaskRCNN
import Tensors

/// §2.3 The sizes of the MLP branch.
public struct MLPConfiguration: Codable, Hashable, Sendable {
  /// The number of channels that a 1x1 convolution first brings the features down to; none in the paper.
  public var squeeze: Int?
  /// The widths of hidden layers; none in the paper's main model, 1024 each in its deeper variants.
  public var hidden: [Int]

  /// A branch of these sizes.
  public init(squeeze: Int?, hidden: [Int]) { (self.squeeze, self.hidden) = (squeeze, hidden) }

  /// One fully connected layer from all features to all pixels of the mask.
  public static let paper = MLPConfiguration(squeeze: nil, hidden: [])
  /// For the drawn world: a single layer on 14 x 14 x 64 features would have 2.5 million weights, more than the
  /// whole detector.
  public static let miniature = MLPConfiguration(squeeze: 8, hidden: [128])
}

/// §2.3 The MLP mask branch: fully connected, it sees the whole region at once, and is the same for all classes.
public struct MLPBranch: Sendable {
  private let squeeze: Convolution?
  private let layers: [Linear]

  /// A branch with fresh weights `mlp.…`, for features `[R, side, side, width]`.
  public init(_ configuration: MLPConfiguration, side: Int, width: Int, using generator: inout PCG32) {
    squeeze = configuration.squeeze.map {
      Convolution("mlp.squeeze", from: width, to: $0, Window(kernel: 1), using: &generator)
    }
    var inputs = side * side * (configuration.squeeze ?? width)
    var layers: [Linear] = []
    for (number, outputs) in configuration.hidden.enumerated() {
      layers.append(Linear("mlp.fc\(number + 1)", from: inputs, to: outputs, using: &generator))
      inputs = outputs
    }
    layers.append(Linear("mlp.mask", from: inputs, to: side * side, .gaussian(0.001), using: &generator))
    self.layers = layers
  }

  /// Its weights.
  public var parameters: [Parameter] { (squeeze?.parameters ?? []) + layers.flatMap(\.parameters) }

  /// Features `[R, M, M, C]` to logits `[R, M, M]`.
  public func callAsFunction(_ features: Variable) -> Variable {
    let (r, m) = (features.shape[0], features.shape[1])
    var x = squeeze.map { relu($0(features)) } ?? features
    x = x.reshaped([r, x.value.count / max(1, r)])
    for (number, layer) in layers.enumerated() {
      x = layer(x)
      if number < layers.count - 1 { x = relu(x) }
    }
    return x.reshaped([r, m, m])
  }
}

/// §2.3 FCN + MLP: any mask predictor, with the class-agnostic logits of an MLP added to its own before the sigmoid.
public struct HybridPredictor: MaskPredictor {
  /// The predictor that knows the class.
  public let fcn: any MaskPredictor
  /// The branch that knows the whole region.
  public let mlp: MLPBranch

  /// The two together.
  public init(fcn: any MaskPredictor, mlp: MLPBranch) { (self.fcn, self.mlp) = (fcn, mlp) }

  /// The weights of both.
  public var parameters: [Parameter] { fcn.parameters + mlp.parameters }

  /// Logits `[R, M, M]`.
  public func callAsFunction(
    _ features: Variable, classes: [Int], detection: DetectionWeights, phase: Phase
  ) -> Variable {
    fcn(features, classes: classes, detection: detection, phase: phase) + mlp(features)
  }
}
