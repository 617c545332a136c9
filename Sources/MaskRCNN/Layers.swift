import Backpropagation
import Tensors

/// §2 How a layer's weights start.
public enum Initialization: Sendable {
  /// Gaussian with variance 2 / fan-in (He et al., ICCV 2015), for a layer that a ReLU follows.
  case he
  /// Gaussian with this standard deviation.
  case gaussian(Float)

  func tensor(_ shape: [Int], fanIn: Int, using generator: inout PCG32) -> Tensor {
    let deviation =
      switch self {
      case .he: (2 / Float(fanIn)).squareRoot()
      case .gaussian(let deviation): deviation
      }
    return Tensor(normal: shape, deviation: deviation, using: &generator)
  }
}

extension Parameter {
  /// A bias of zeros: no weight decay and, as in the authors' configuration, twice the learning rate.
  public static func bias(_ name: String, _ count: Int) -> Parameter {
    Parameter(name, Tensor(shape: [count]), decays: false, rateMultiplier: 2)
  }
}

/// §2 A convolution and its weights.
public struct Convolution: Sendable {
  /// `[out, kernel, kernel, in]`.
  public let weight: Parameter
  /// `[out]`; none where a normalisation follows.
  public let bias: Parameter?
  /// Its kernel, stride and padding.
  public let window: Window

  /// A convolution with a bias or without, `NAME.weight` and `NAME.bias`.
  public init(
    _ name: String, from inputs: Int, to outputs: Int, _ window: Window, bias: Bool = true,
    _ initialization: Initialization = .he, using generator: inout PCG32
  ) {
    let k = window.kernel
    weight = Parameter(
      "\(name).weight",
      initialization.tensor([outputs, k, k, inputs], fanIn: k * k * inputs, using: &generator))
    self.bias = bias ? .bias("\(name).bias", outputs) : nil
    self.window = window
  }

  /// Its weights.
  public var parameters: [Parameter] { [weight] + (bias.map { [$0] } ?? []) }

  /// `[N, H, W, in]` to `[N, H', W', out]`: the convolution, and what follows it where that is given, in this order: a
  /// normalisation, an addend of the same shape, and ReLU. A tape that only infers does all of it in one pass.
  public func callAsFunction(
    _ x: Variable, _ normalization: Normalization? = nil, adding addend: Variable? = nil,
    isRectified: Bool = false
  ) -> Variable {
    let (tape, weight) = (x.tape, x.tape(weight))
    if tape.inferenceThreads != nil, normalization.map({ $0.kind == .frozenBatch && bias == nil }) ?? true {
      return finishedConvolution(
        x, weight: weight, window, scale: normalization.map { tape($0.scale) },
        shift: (normalization?.shift ?? bias).map { tape($0) }, addend: addend, isRectified: isRectified)
    }
    var y = convolution(x, weight: weight, bias: bias.map { tape($0) }, window)
    if let normalization { y = normalization(y) }
    if let addend { y = y + addend }
    return isRectified ? relu(y) : y
  }
}

/// §2 A fully connected layer and its weights.
public struct Linear: Sendable {
  /// `[out, in]`.
  public let weight: Parameter
  /// `[out]`.
  public let bias: Parameter

  /// A layer `NAME.weight`, `NAME.bias`.
  public init(
    _ name: String, from inputs: Int, to outputs: Int, _ initialization: Initialization = .he,
    using generator: inout PCG32
  ) {
    weight = Parameter(
      "\(name).weight", initialization.tensor([outputs, inputs], fanIn: inputs, using: &generator))
    bias = .bias("\(name).bias", outputs)
  }

  /// Its weights.
  public var parameters: [Parameter] { [weight, bias] }

  /// `[R, in]` to `[R, out]`.
  public func callAsFunction(_ x: Variable) -> Variable {
    linear(x, weight: x.tape(weight), bias: x.tape(bias))
  }
}

/// §2 The normalisation after a convolution of the backbone: a scale and a shift for each channel.
public struct Normalization: Sendable {
  /// γ, `[C]`.
  public let scale: Parameter
  /// β, `[C]`.
  public let shift: Parameter
  /// Which normalisation it is.
  public let kind: ResNetConfiguration.Normalization

  /// A normalisation `NAME.weight`, `NAME.bias` that starts as the identity after its standardisation. A frozen one is
  /// read and written with the other weights, and never trained.
  public init(_ name: String, _ channels: Int, _ kind: ResNetConfiguration.Normalization, scale: Float = 1) {
    let rate: Float = kind == .frozenBatch ? 0 : 1
    self.scale = Parameter(
      "\(name).weight", Tensor(shape: [channels], repeating: scale), decays: false, rateMultiplier: rate)
    shift = Parameter("\(name).bias", Tensor(shape: [channels]), decays: false, rateMultiplier: rate)
    self.kind = kind
  }

  /// Its weights.
  public var parameters: [Parameter] { [scale, shift] }

  /// `[N, H, W, C]` to the same shape.
  public func callAsFunction(_ x: Variable) -> Variable {
    let (scale, shift) = (x.tape(scale), x.tape(shift))
    return switch kind {
    case .group(let channels):
      groupNormalization(x, groups: scale.value.count / channels, scale: scale, shift: shift)
    case .frozenBatch: channelwiseAffine(x, scale: scale, shift: shift)
    }
  }
}
