import Backpropagation
import Foundation
import Tensors
import Testing

@Suite("Elementwise operations, shapes and linear maps")
struct ElementwiseTests {
  private func constant(_ values: Float...) -> Tensor { Tensor(shape: [values.count], values: values) }

  @Test("arithmetic and activations, by hand")
  func byHand() {
    let tape = Tape()
    let (a, b) = (tape.constant(constant(1, -2, 3)), tape.constant(constant(10, 20, -30)))
    #expect((a + b).value == constant(11, 18, -27))
    #expect((a - b).value == constant(-9, -22, 33))
    #expect((a * b).value == constant(10, -40, -90))
    #expect((0.5 * a).value == constant(0.5, -1, 1.5))
    #expect(relu(a).value == constant(1, 0, 3))
    #expect(leakyReLU(a, slope: 0.5).value == constant(1, -1, 3))
    #expect(sum(b).value.scalar == 0)
    #expect(sigmoid(tape.constant(constant(0, 1000, -1000))).value == constant(0.5, 1, 0))
    expectClose(sigmoid(tape.constant(constant(logf(3)))).value, constant(0.75), tolerance: 1e-6)
  }

  @Test("identities: σ(-x) = 1 - σ(x), leaky relu of slope 1 and 0, relu(x) - relu(-x) = x")
  func identities() {
    var generator = PCG32(seed: 11)
    let tape = Tape()
    let x = tape.constant(normal(50, using: &generator))
    let one = tape.constant(Tensor(shape: [50], repeating: 1))
    expectClose(sigmoid(-1 * x).value, (one - sigmoid(x)).value, tolerance: 1e-6)
    #expect(leakyReLU(x, slope: 1).value == x.value)
    #expect(leakyReLU(x, slope: 0).value == relu(x).value)
    #expect((relu(x) - relu(-1 * x)).value == x.value)
  }

  @Test("gradients, by finite differences")
  func differences() {
    var generator = PCG32(seed: 12)
    // No value within a step of the kink at 0.
    let a = normal(4, 5, using: &generator).map { $0 + ($0 > 0 ? 0.1 : -0.1) }
    let b = normal(4, 5, using: &generator)
    expectGradients(of: [a, b]) { $0[0] + $0[1] }
    expectGradients(of: [a, b]) { $0[0] - $0[1] }
    expectGradients(of: [a, b]) { $0[0] * $0[1] }
    expectGradients(of: [a]) { -2.5 * $0[0] }
    expectGradients(of: [a]) { relu($0[0]) }
    expectGradients(of: [a]) { leakyReLU($0[0], slope: 0.1) }
    expectGradients(of: [a]) { sigmoid($0[0]) }
    expectGradients(of: [a]) { sum($0[0] * $0[0]) }
    expectGradients(of: [a]) { $0[0].reshaped([2, 10]) }
    expectGradients(of: [a]) { rows($0[0], [2, 2, 0]) }
    expectGradients(of: [a]) { rowsAtUnitLength($0[0]) }
    expectGradients(of: [a, b]) { concatenated($0, axis: 0) }
    expectGradients(of: [a, b]) { concatenated([$0[0], $0[1], $0[0]], axis: 1) }
  }

  @Test("rows and concatenation, by hand and back again")
  func gathering() {
    let tape = Tape()
    let x = tape.constant(Tensor(shape: [3, 2], values: [1, 2, 3, 4, 5, 6]))
    #expect(rows(x, [2, 0, 2]).value == Tensor(shape: [3, 2], values: [5, 6, 1, 2, 5, 6]))
    #expect(rows(x, []).value == Tensor(shape: [0, 2]))
    let sides = [tape.constant(Tensor(shape: [2, 1], values: [1, 2])), rows(x, [1, 2])]
    #expect(
      concatenated(sides, axis: 1).value == Tensor(shape: [2, 3], values: [1, 3, 4, 2, 5, 6]))
    #expect(concatenated([rows(x, [0]), rows(x, [1, 2])], axis: 0).value == x.value)
  }

  @Test("rows at unit length, by hand; a row of zeros stays one, and has no gradient")
  func unitLength() throws {
    let tape = Tape()
    let x = tape.variable(Tensor(shape: [2, 2], values: [3, 4, 0, 0]))
    let y = rowsAtUnitLength(x)
    expectClose(y.value, Tensor(shape: [2, 2], values: [0.6, 0.8, 0, 0]), tolerance: 1e-6)
    _ = tape.gradients(of: sum(y))
    let gradient = try #require(tape.gradient(of: x))
    #expect(gradient.row(1) == Tensor(shape: [2]))
    // Along the row itself nothing changes.
    #expect(abs(dot(gradient.row(0), x.value.row(0))) < 1e-6)
  }

  @Test("a linear map: by hand, by finite differences, and as a 1x1 convolution")
  func linearMap() {
    let tape = Tape()
    let x = tape.constant(Tensor(shape: [2, 2], values: [1, 2, 3, 4]))
    let weight = tape.constant(Tensor(shape: [3, 2], values: [1, 0, 0, 1, 1, 1]))
    let bias = tape.constant(constant(0, 10, 100))
    let y = linear(x, weight: weight, bias: bias)
    #expect(y.value == Tensor(shape: [2, 3], values: [1, 12, 103, 3, 14, 107]))
    let convolved = convolution(
      x.reshaped([2, 1, 1, 2]), weight: weight.reshaped([3, 1, 1, 2]), bias: bias, Window(kernel: 1))
    #expect(convolved.value.reshaped([2, 3]) == y.value)

    var generator = PCG32(seed: 13)
    let inputs = [
      normal(4, 3, using: &generator), normal(5, 3, using: &generator), normal(5, using: &generator),
    ]
    expectGradients(of: inputs) { linear($0[0], weight: $0[1], bias: $0[2]) }
    expectGradients(of: Array(inputs.prefix(2))) { linear($0[0], weight: $0[1], bias: nil) }
  }
}
