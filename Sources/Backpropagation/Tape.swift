import Tensors

/// A weight that training changes. Its identity is the object; its name is its name in model files.
///
/// Between steps the optimiser writes `value`; during a step the tapes of all threads only read it.
public final class Parameter: @unchecked Sendable {
  /// The name in model files, for example `backbone.stage2.0.conv1.weight`.
  public let name: String
  /// The present value.
  public var value: Tensor
  /// Whether weight decay applies (not to biases, nor to the scale and shift of a normalisation).
  public let decays: Bool
  /// A factor on the learning rate: 2 for biases, as in the authors' configuration; 0 for what stays as it is.
  public let rateMultiplier: Float

  /// A parameter with its initial value.
  public init(_ name: String, _ value: Tensor, decays: Bool = true, rateMultiplier: Float = 1) {
    (self.name, self.value, self.decays, self.rateMultiplier) = (name, value, decays, rateMultiplier)
  }
}

/// Records what is computed, so that it can be differentiated backwards (reverse-mode differentiation).
///
/// A tape belongs to one thread and one image. Parameters that are not being trained are constants on it: no gradient
/// is computed for them, nor for anything that depends on constants alone, and nothing is kept for it.
public final class Tape {
  private struct Step {
    let output: Int
    let backward: (Tensor) -> Void
  }

  /// The threads of an operation, where operations may be joined because nothing is ever recorded; nil on other tapes.
  public let inferenceThreads: Int?
  private let trained: Set<ObjectIdentifier>
  // Values and indices rather than variables, which hold the tape: so no tape holds itself.
  private var leaves: [ObjectIdentifier: (value: Tensor, index: Int?)] = [:]
  private var steps: [Step] = []
  private var gradients: [Tensor?] = []

  /// A tape on which gradients flow to those of `parameters` that learn. With none, as for inference, nothing is recorded.
  public init(training parameters: [Parameter] = []) {
    inferenceThreads = nil
    trained = Set(parameters.filter { $0.rateMultiplier != 0 }.map(ObjectIdentifier.init))
  }

  /// A tape on which nothing is recorded, operations may be joined into one, and each may use so many threads. Its values are
  /// those of another tape but for rounding, and the same for every number of threads.
  public init(inferringOn threads: Int) {
    inferenceThreads = threads
    trained = []
  }

  /// The parameter as a variable of this tape: the same one each time it is asked for.
  public func callAsFunction(_ parameter: Parameter) -> Variable {
    let identity = ObjectIdentifier(parameter)
    if let leaf = leaves[identity] { return Variable(leaf.value, index: leaf.index, tape: self) }
    let leaf = trained.contains(identity) ? variable(parameter.value) : constant(parameter.value)
    leaves[identity] = (leaf.value, leaf.index)
    return leaf
  }

  /// A value without a gradient.
  public func constant(_ value: Tensor) -> Variable { Variable(value, index: nil, tape: self) }

  /// A leaf with a gradient that is no parameter.
  public func variable(_ value: Tensor) -> Variable {
    gradients.append(nil)
    return Variable(value, index: gradients.count - 1, tape: self)
  }

  /// Records an operation: its value, the variables it was computed from, and how the gradient of its value is
  /// passed on to them (by `Variable.accumulate`). Where no input needs a gradient, the value is a constant.
  public func record(
    _ value: Tensor, from inputs: [Variable], backward: @escaping (_ gradient: Tensor) -> Void
  ) -> Variable {
    guard inputs.contains(where: \.needsGradient) else { return constant(value) }
    let output = variable(value)
    steps.append(Step(output: gradients.count - 1, backward: backward))
    return output
  }

  /// Runs the tape backwards from a scalar, once: the tape is empty afterwards.
  public func gradients(of loss: Variable) -> Gradients {
    precondition(loss.value.count == 1, "gradients are those of a scalar, not of \(loss.value.shape)")
    return gradients(of: loss, along: Tensor(shape: loss.value.shape, repeating: 1))
  }

  /// The same for the scalar product of a value with a direction.
  public func gradients(of value: Variable, along direction: Tensor) -> Gradients {
    precondition(direction.shape == value.shape, "a direction of \(direction.shape) for \(value.shape)")
    if let index = value.index { gradients[index] = direction }
    while let step = steps.popLast() {
      // A value that the loss does not depend on has no gradient to pass on. A gradient is let go of as
      // soon as it has been passed on; those of leaves stay.
      guard let gradient = gradients[step.output] else { continue }
      gradients[step.output] = nil
      step.backward(gradient)
    }
    var result = Gradients()
    for (identity, leaf) in leaves {
      if let index = leaf.index, let gradient = gradients[index] { result[identity] = gradient }
    }
    return result
  }

  /// Lets go of what was recorded, for a tape whose gradients nobody wants. What is recorded refers to its variables, and
  /// they to the tape: without this, or `gradients(of:)`, they would keep each other.
  public func forget() { steps = [] }

  /// The gradient of a leaf after `gradients(of:)`; nil if the loss does not depend on it.
  public func gradient(of leaf: Variable) -> Tensor? { leaf.index.flatMap { gradients[$0] } }

  fileprivate func accumulate(_ gradient: Tensor, at index: Int) {
    if gradients[index] == nil { gradients[index] = gradient } else { gradients[index]!.add(gradient) }
  }

  fileprivate func accumulate(
    shape: [Int], at index: Int, _ body: (_ sum: UnsafeMutablePointer<Float>) -> Void
  ) {
    if gradients[index] == nil { gradients[index] = Tensor(shape: shape) }
    gradients[index]!.withUnsafeMutableValues(body)
  }
}

/// A value on a tape.
public final class Variable {
  /// What was computed.
  public let value: Tensor
  /// The tape it stands on.
  public let tape: Tape
  fileprivate let index: Int?

  fileprivate init(_ value: Tensor, index: Int?, tape: Tape) {
    (self.value, self.index, self.tape) = (value, index, tape)
  }

  /// The dimensions of the value.
  public var shape: [Int] { value.shape }
  /// Whether a gradient flows through here.
  public var needsGradient: Bool { index != nil }

  /// Adds to this variable's gradient; does nothing for a constant.
  public func accumulate(_ gradient: @autoclosure () -> Tensor) {
    guard let index else { return }
    let gradient = gradient()
    precondition(gradient.shape == value.shape, "a gradient of shape \(gradient.shape) for \(value.shape)")
    tape.accumulate(gradient, at: index)
  }

  /// Lets `body` add to this variable's gradient in place, in row-major order; does nothing for a constant.
  public func accumulateInPlace(_ body: (_ sum: UnsafeMutablePointer<Float>) -> Void) {
    guard let index else { return }
    tape.accumulate(shape: value.shape, at: index, body)
  }
}

/// Gradients by parameter.
public struct Gradients: Sendable {
  private var tensors: [ObjectIdentifier: Tensor] = [:]

  /// No gradients.
  public init() {}

  /// The gradient of a parameter; nil if it had no part in the loss.
  public subscript(parameter: Parameter) -> Tensor? { tensors[ObjectIdentifier(parameter)] }

  fileprivate subscript(identity: ObjectIdentifier) -> Tensor? {
    get { tensors[identity] }
    set { tensors[identity] = newValue }
  }

  /// The mean of several images' gradients. They are added in the images' order, each parameter's by one of up to
  /// `threads` threads, so that the number of threads changes no bit.
  public init(meanOf images: [Gradients], of parameters: [Parameter], threads: Int) throws {
    let share = 1 / Float(images.count)
    let means = try Parallel.map(parameters.count, threads: threads) { number in
      let own = images.compactMap { $0[parameters[number]] }
      return own.isEmpty ? nil : Tensor.sum(of: own, times: share)
    }
    for (parameter, mean) in zip(parameters, means) { tensors[ObjectIdentifier(parameter)] = mean }
  }

  /// The square root of the sum of squares over the given parameters.
  public func norm(of parameters: [Parameter]) -> Double {
    parameters.reduce(0.0) { sum, parameter in
      let norm = self[parameter]?.norm ?? 0
      return sum + norm * norm
    }.squareRoot()
  }
}
