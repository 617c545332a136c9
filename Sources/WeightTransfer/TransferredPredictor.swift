import Backpropagation
import MaskRCNN
import Tensors

/// §2.1 The mask predictor whose weights are not learnt but transferred: of each class's description T makes its
/// kernel.
public struct TransferredPredictor: MaskPredictor {
  /// What describes the classes.
  public let description: ClassDescription
  /// T.
  public let transfer: TransferFunction
  private let regularization: TransferRegularization

  /// A predictor with a fresh T.
  ///
  /// - Parameters:
  ///   - description: must fit the configuration's input: `.detection` of it, or `.fixed` for randn and GloVe.
  ///   - classWeightLength: the length of `w_cls`.
  ///   - maskWidth: the number of channels of the mask features.
  public init(
    _ configuration: TransferConfiguration, description: ClassDescription, classWeightLength: Int,
    maskWidth: Int, using generator: inout PCG32
  ) {
    self.description = description
    regularization = configuration.regularization
    transfer = TransferFunction(
      configuration.structure, from: description.length(classWeightLength: classWeightLength), to: maskWidth,
      using: &generator)
  }

  /// θ.
  public var parameters: [Parameter] { transfer.parameters }

  /// The mask weights of some classes, `[classes, C]`: `w_seg = T(w_det; θ)`.
  public func maskWeights(_ classes: [Int], detection: DetectionWeights, phase: Phase) -> Variable {
    var x = description(classes, detection)
    if case .noise(let noise) = regularization {
      x = rowsAtUnitLength(x)
      if case .training(let seed) = phase {
        var generator = PCG32(seed: seed, stream: 0x7)
        x = x + x.tape.constant(Tensor(normal: x.shape, deviation: noise, using: &generator))
      }
    }
    return transfer(x)
  }

  /// Logits `[R, M, M]`. T runs once for each class that occurs, however many classes there are.
  public func callAsFunction(
    _ features: Variable, classes: [Int], detection: DetectionWeights, phase: Phase
  ) -> Variable {
    let occurring = Set(classes).sorted()
    let kernels = maskWeights(occurring, detection: detection, phase: phase)
    let position = Dictionary(uniqueKeysWithValues: zip(occurring, 0...))
    return pointwiseConvolution(features, kernels: rows(kernels, classes.map { position[$0]! }))
  }
}
