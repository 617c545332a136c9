import Backpropagation
import MaskRCNN
import Tensors

/// §2.1 The weight transfer function T: `w_seg = T(w_det; θ)`.
///
/// A small fully connected network that turns the description of a class into the weights of its mask: the kernel of a
/// 1x1 convolution, without bias, on the mask features. It is the same function for all classes; θ is learnt on set A
/// and then serves B.
public struct TransferFunction: Sendable {
  /// Its structure.
  public let structure: TransferStructure
  private let layers: [Linear]

  /// T from vectors of length `inputLength` to kernels of length `outputLength`, with fresh weights `transfer.…`.
  public init(
    _ structure: TransferStructure, from inputLength: Int, to outputLength: Int, using generator: inout PCG32
  ) {
    self.structure = structure
    var width = inputLength
    var layers: [Linear] = []
    for number in 1...structure.layers {
      let next = number == structure.layers ? outputLength : structure.hiddenWidth
      let isLast = number == structure.layers
      layers.append(
        Linear(
          "transfer.fc\(number)", from: width, to: next,
          isLast ? structure.lastDeviation.map { .gaussian($0) } ?? .he : .he, using: &generator))
      width = next
    }
    self.layers = layers
  }

  /// θ.
  public var parameters: [Parameter] { layers.flatMap(\.parameters) }

  /// The number of weights in θ.
  public var parameterCount: Int { parameters.reduce(0) { $0 + $1.value.count } }

  /// Descriptions of classes `[K, D]` to their mask weights `[K, C]`.
  public func callAsFunction(_ classes: Variable) -> Variable {
    var x = classes
    for (number, layer) in layers.enumerated() {
      x = layer(x)
      if number < layers.count - 1 {
        x = structure.activation == .relu ? relu(x) : leakyReLU(x, slope: 0.1)
      }
    }
    return x
  }
}
