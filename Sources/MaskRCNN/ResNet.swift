import Backpropagation
import Tensors

/// §2 The backbone: a residual network (He et al., "Deep Residual Learning", CVPR 2016).
public struct ResNet: Sendable {
  /// Its sizes.
  public let configuration: ResNetConfiguration
  private let stem: Convolution
  private let stemNormalization: Normalization
  private let stages: [[ResidualBlock]]

  /// A network with fresh weights, named `backbone.…`.
  public init(_ configuration: ResNetConfiguration, using generator: inout PCG32) {
    self.configuration = configuration
    let window =
      configuration.stem == .small
      ? Window(kernel: 3, stride: 2, padding: 1) : Window(kernel: 7, stride: 2, padding: 3)
    stem = Convolution(
      "backbone.stem.conv", from: 3, to: configuration.stemWidth, window, bias: false, using: &generator)
    stemNormalization = Normalization(
      "backbone.stem.norm", configuration.stemWidth, configuration.normalization)
    var width = configuration.stemWidth
    var stages: [[ResidualBlock]] = []
    for (level, stage) in configuration.stages.enumerated() {
      var blocks: [ResidualBlock] = []
      for number in 0..<stage.blocks {
        let block = ResidualBlock(
          "backbone.stage\(level + 2).\(number)", from: width, width: stage.width,
          stride: number == 0 ? stage.stride : 1, configuration, using: &generator)
        width = stage.width * configuration.block.expansion
        blocks.append(block)
      }
      stages.append(blocks)
    }
    self.stages = stages
  }

  /// Its weights, in the order of the computation.
  public var parameters: [Parameter] {
    stem.parameters + stemNormalization.parameters + stages.flatMap { $0.flatMap(\.parameters) }
  }

  /// The number of channels of each stage's output.
  public var widths: [Int] {
    configuration.stages.map { $0.width * configuration.block.expansion }
  }

  /// An image `[1, H, W, 3]` to the output of each stage, finest first.
  public func callAsFunction(_ image: Variable) -> [Variable] {
    var x = stem(image, stemNormalization, isRectified: true)
    if configuration.stem == .large { x = maxPool(x, Window(kernel: 3, stride: 2, padding: 1)) }
    return stages.map { blocks in
      for block in blocks { x = block(x) }
      return x
    }
  }
}

/// y = relu(F(x) + x): F is two 3x3 convolutions, or 1x1, 3x3, 1x1; where the shape changes, a strided 1x1
/// convolution takes x there.
struct ResidualBlock: Sendable {
  private let layers: [(convolution: Convolution, normalization: Normalization)]
  private let shortcut: (convolution: Convolution, normalization: Normalization)?

  init(
    _ name: String, from inputs: Int, width: Int, stride: Int, _ configuration: ResNetConfiguration,
    using generator: inout PCG32
  ) {
    let outputs = width * configuration.block.expansion
    // (kernel, stride, channels) of each convolution.
    let plan: [(Int, Int, Int)] =
      switch configuration.block {
      case .basic: [(3, stride, width), (3, 1, width)]
      case .bottleneck: [(1, 1, width), (3, stride, width), (1, 1, outputs)]
      case .originalBottleneck: [(1, stride, width), (3, 1, width), (1, 1, outputs)]
      }
    func layer(
      _ suffix: String, from inputs: Int, to outputs: Int, kernel: Int, stride: Int
    ) -> (Convolution, Normalization) {
      let convolution = Convolution(
        "\(name).conv\(suffix)", from: inputs, to: outputs,
        Window(kernel: kernel, stride: stride, padding: kernel / 2), bias: false, using: &generator)
      return (convolution, Normalization("\(name).norm\(suffix)", outputs, configuration.normalization))
    }
    var channels = inputs
    var layers: [(Convolution, Normalization)] = []
    for (number, (kernel, stride, width)) in plan.enumerated() {
      layers.append(layer("\(number + 1)", from: channels, to: width, kernel: kernel, stride: stride))
      channels = width
    }
    self.layers = layers
    shortcut =
      inputs == outputs && stride == 1
      ? nil : layer("Shortcut", from: inputs, to: outputs, kernel: 1, stride: stride)
  }

  var parameters: [Parameter] {
    (layers + (shortcut.map { [$0] } ?? [])).flatMap {
      $0.convolution.parameters + $0.normalization.parameters
    }
  }

  func callAsFunction(_ x: Variable) -> Variable {
    var y = x
    for layer in layers.dropLast() { y = layer.convolution(y, layer.normalization, isRectified: true) }
    let skipped = shortcut.map { $0.convolution(x, $0.normalization) } ?? x
    return layers.last!.convolution(y, layers.last!.normalization, adding: skipped, isRectified: true)
  }
}
