import Backpropagation
import MaskRCNN
import Tensors

/// §2.1 The vectors that describe the classes to T.
public enum ClassDescription: Sendable {
  /// The box head's weights, as they are at each step.
  case detection(TransferInput)
  /// Fixed vectors, `[K + 1, D]`, background first: random ones or those of the classes' names.
  case fixed(Tensor)

  /// Gaussian vectors of 300 numbers as in the paper, one for each of K classes and for the background, `[K + 1, 300]`. Their
  /// length is 1, about that of `w_det`'s rows, so that the same rate suits both.
  public static func randomVectors(classCount: Int, using generator: inout PCG32) -> Tensor {
    Tensor(normal: [classCount + 1, 300], deviation: 1 / Float(300).squareRoot(), using: &generator)
  }

  /// One vector for all classes, of 300 numbers and length 1, `[K + 1, 300]`: the control that knows nothing.
  public static func constantVectors(classCount: Int) -> Tensor {
    Tensor(shape: [classCount + 1, 300], repeating: 1 / Float(300).squareRoot())
  }

  /// The length D of a description, given the length of `w_cls`.
  public func length(classWeightLength: Int) -> Int {
    switch self {
    case .fixed(let vectors): vectors.shape[1]
    case .detection(.cls): classWeightLength
    case .detection(.box): 4 * classWeightLength
    case .detection: 5 * classWeightLength
    }
  }

  /// The descriptions of some classes, `[classes, D]`.
  public func callAsFunction(_ classes: [Int], _ detection: DetectionWeights) -> Variable {
    switch self {
    case .fixed(let vectors): rows(detection.cls.tape.constant(vectors), classes)
    case .detection(.cls): rows(detection.cls, classes)
    case .detection(.box): rows(detection.box, classes)
    case .detection: concatenated([rows(detection.cls, classes), rows(detection.box, classes)], axis: 1)
    }
  }
}
