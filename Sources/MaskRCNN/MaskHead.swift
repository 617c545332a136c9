import Backpropagation
import Tensors

/// §2 The mask head up to its last layer (He et al., "Mask R-CNN", ICCV 2017): 3x3 convolutions on the regions,
/// then a transposed convolution that doubles their sides. The last layer is a `MaskPredictor`.
public struct MaskHead: Sendable {
  private let convolutions: [Convolution]
  private let upsampling: (weight: Parameter, bias: Parameter)

  /// A head with fresh weights, named `mask.…`.
  public init(_ configuration: DetectorConfiguration, using generator: inout PCG32) {
    var width = configuration.pyramidWidth
    var convolutions: [Convolution] = []
    for (number, next) in configuration.maskHeadWidths.dropLast().enumerated() {
      convolutions.append(
        Convolution(
          "mask.conv\(number + 1)", from: width, to: next, Window(kernel: 3, padding: 1), using: &generator))
      width = next
    }
    self.convolutions = convolutions
    let last = configuration.maskWidth
    upsampling = (
      Parameter(
        "mask.upsampling.weight",
        Tensor(normal: [width, 2, 2, last], deviation: (2 / Float(width)).squareRoot(), using: &generator)),
      .bias("mask.upsampling.bias", last)
    )
  }

  /// Its weights.
  public var parameters: [Parameter] {
    convolutions.flatMap(\.parameters) + [upsampling.weight, upsampling.bias]
  }

  /// Regions `[R, M/2, M/2, C]` to mask features `[R, M, M, C']`.
  public func callAsFunction(_ regions: Variable) -> Variable {
    var x = regions
    for convolution in convolutions { x = convolution(x, isRectified: true) }
    let tape = x.tape
    return relu(transposedConvolution(x, weight: tape(upsampling.weight), bias: tape(upsampling.bias)))
  }
}
