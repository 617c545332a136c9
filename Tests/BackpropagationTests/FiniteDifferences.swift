import Backpropagation
import Tensors
import Testing

/// Compares an operation's gradients with central differences of a random projection of its output.
///
/// Values are single precision, so the differences are only good to some 10^-3: enough to tell a right gradient from a
/// wrong one, while goldens check the digits. An operation with a kink (relu, max) is given inputs that keep clear of it.
func expectGradients(
  of inputs: [Tensor], step: Float = 1e-2, tolerance: Float = 5e-3, seed: UInt64 = 1,
  sourceLocation: SourceLocation = #_sourceLocation,
  _ operation: (_ inputs: [Variable]) -> Variable
) {
  var generator = PCG32(seed: seed, stream: 77)
  let projection = {
    let tape = Tape()
    return Tensor(normal: operation(inputs.map(tape.constant)).shape, deviation: 1, using: &generator)
  }()
  func projected(_ inputs: [Tensor]) -> Double {
    let tape = Tape()
    return dot(operation(inputs.map(tape.constant)).value, projection)
  }

  let tape = Tape()
  let leaves = inputs.map(tape.variable)
  _ = tape.gradients(of: sum(operation(leaves) * tape.constant(projection)))
  for (position, leaf) in leaves.enumerated() {
    guard let gradient = tape.gradient(of: leaf) else {
      Issue.record("input \(position) has no gradient", sourceLocation: sourceLocation)
      continue
    }
    var differences = Tensor(shape: leaf.shape)
    for i in 0..<leaf.value.count {
      var (above, below) = (inputs, inputs)
      above[position][i] += step
      below[position][i] -= step
      let width = Double(above[position][i]) - Double(below[position][i])
      differences[i] = Float((projected(above) - projected(below)) / width)
    }
    expectClose(
      gradient, differences, tolerance: tolerance, "the gradient of input \(position)",
      sourceLocation: sourceLocation)
  }
}

/// Expects two tensors to differ by at most `tolerance` times the largest entry of the second.
func expectClose(
  _ a: Tensor, _ b: Tensor, tolerance: Float, _ name: String = "",
  sourceLocation: SourceLocation = #_sourceLocation
) {
  guard a.shape == b.shape else {
    Issue.record("\(name): shapes \(a.shape) and \(b.shape)", sourceLocation: sourceLocation)
    return
  }
  let error = a.zipped(with: b, -).largestMagnitude
  let size = b.largestMagnitude
  #expect(
    error <= tolerance * size, "\(name): an error of \(error) where the largest entry is \(size)",
    sourceLocation: sourceLocation)
}

/// The scalar product, in double precision.
func dot(_ a: Tensor, _ b: Tensor) -> Double {
  precondition(a.shape == b.shape)
  return zip(a.values, b.values).reduce(0) { $0 + Double($1.0) * Double($1.1) }
}

/// Standard normal values.
func normal(_ shape: Int..., using generator: inout PCG32) -> Tensor {
  Tensor(normal: shape, deviation: 1, using: &generator)
}
