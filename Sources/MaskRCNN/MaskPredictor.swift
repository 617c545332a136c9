import Backpropagation

/// §2 What the box head knows of each class: the rows of its two last layers, background first.
///
/// They are variables, so that the gradient of a mask can reach them, or be stopped before it does.
public struct DetectionWeights {
  /// `w_cls`, `[K + 1, D]`.
  public var cls: Variable
  /// `w_box`, `[K + 1, 4D]`: the four rows of each class's regressor, end to end.
  public var box: Variable

  /// The weights of all classes.
  public init(cls: Variable, box: Variable) { (self.cls, self.box) = (cls, box) }

  /// The same weights, through which no gradient flows.
  public var stopped: DetectionWeights {
    DetectionWeights(cls: stopGradient(cls), box: stopGradient(box))
  }
}

/// §2 Whether a prediction is made to learn from it.
public enum Phase: Sendable, Hashable {
  /// Nothing is random.
  case inference
  /// What is random, such as noise on an input, is a pure function of the seed.
  case training(seed: UInt64)
}

/// §2 Turns mask features and classes into masks. The class-agnostic baseline, the class-specific oracle, weight
/// transfer, and any of them with an MLP added are the values of this protocol.
public protocol MaskPredictor: Sendable {
  /// What training may change.
  var parameters: [Parameter] { get }

  /// Mask logits `[R, M, M]` of the features `[R, M, M, C]` of R regions, each for the class `1 ... K` of its region.
  func callAsFunction(
    _ features: Variable, classes: [Int], detection: DetectionWeights, phase: Phase
  ) -> Variable
}
