import Backpropagation
import Foundation
import Tensors
import Testing

@Suite("Losses")
struct LossesTests {
  private func value(_ loss: (Tape) -> Variable) -> Float { loss(Tape()).value.scalar }

  @Test("softmax cross-entropy, by hand")
  func softmaxByHand() {
    // e^0 : e^log 3 = 1 : 3, so the losses are log 4 and log 4/3.
    let logits = Tensor(shape: [2, 2], values: [0, logf(3), 0, logf(3)])
    let loss = value { softmaxCrossEntropy($0.constant(logits), labels: [0, 1]) }
    #expect(abs(loss - (logf(4) + logf(4.0 / 3)) / 2) < 1e-6)
    expectClose(
      softmax(logits), Tensor(shape: [2, 2], values: [0.25, 0.75, 0.25, 0.75]), tolerance: 1e-6)
    // Logits too large for e^x: the loss of the wrong label is their difference.
    let large = Tensor(shape: [1, 2], values: [1000, 0])
    #expect(value { softmaxCrossEntropy($0.constant(large), labels: [1]) } == 1000)
    #expect(softmax(large) == Tensor(shape: [1, 2], values: [1, 0]))
  }

  @Test(
    "The likely classes are those that the softmax says, in rows of any length",
    arguments: [5, 81, 512, 1003])
  func likely(k: Int) {
    var generator = PCG32(seed: 3)
    let logits = Tensor(normal: [7, k], deviation: 3, using: &generator)
    let found = likelyClasses(logits, above: 0.01)
    var expected: [(row: Int, label: Int, probability: Double)] = []
    let values = logits.values.map(Double.init)
    for row in 0..<7 {
      let powers = values[row * k..<(row + 1) * k].map { exp($0) }
      let total = powers.reduce(0, +)
      for label in 1..<k where powers[label] / total > 0.01 {
        expected.append((row, label, powers[label] / total))
      }
    }
    #expect(found.map(\.row) == expected.map(\.row) && found.map(\.label) == expected.map(\.label))
    #expect(expected.count > 10)
    for (a, b) in zip(found, expected) { #expect(abs(Double(a.probability) - b.probability) < 2e-6) }
    // A logit far from all others: certain, and nothing overflows.
    var far = Tensor(shape: [1, k], repeating: -1000)
    far[3] = 1000
    let certain = likelyClasses(far, above: 0.5)
    #expect(certain.map(\.label) == [3] && certain.map(\.row) == [0] && certain.map(\.probability) == [1])
  }

  @Test("sigmoid cross-entropy, by hand")
  func sigmoidByHand() {
    // σ(log 3) = 3/4: the loss is log 4/3 for target 1, log 4 for target 0, their mean for 1/2.
    let logits = Tensor(shape: [3], repeating: logf(3))
    let targets = Tensor(shape: [3], values: [1, 0, 0.5])
    let loss = value { sigmoidCrossEntropy($0.constant(logits), targets: targets) }
    #expect(abs(loss - (logf(4) + logf(4.0 / 3)) / 2) < 1e-6)
    let large = Tensor(shape: [2], values: [500, -500])
    #expect(
      value { sigmoidCrossEntropy($0.constant(large), targets: Tensor(shape: [2], values: [0, 0])) } == 250)
  }

  @Test("smooth L1, by hand, on both sides of β")
  func smoothByHand() {
    let x = Tensor(shape: [4], values: [0.5, -0.5, 3, -3])
    // β = 1: 0.125 twice, 2.5 twice. β = 1/4: 0.375 twice, 2.875 twice.
    #expect(value { smoothL1($0.constant(x), targets: Tensor(shape: [4]), beta: 1) } == 5.25)
    #expect(value { smoothL1($0.constant(x), targets: Tensor(shape: [4]), beta: 0.25) } == 6.5)
  }

  @Test("identities: two classes of softmax are a sigmoid; a shift of all logits changes nothing")
  func identities() {
    var generator = PCG32(seed: 14)
    let x = normal(6, using: &generator)
    let labels = [0, 1, 1, 0, 1, 0]
    let pairs = Tensor(shape: [6, 2], values: x.values.flatMap { [0, $0] })
    let shifted = pairs.map { $0 + 50 }
    let binary = value {
      sigmoidCrossEntropy($0.constant(x), targets: Tensor(shape: [6], values: labels.map(Float.init)))
    }
    #expect(abs(binary - value { softmaxCrossEntropy($0.constant(pairs), labels: labels) }) < 1e-6)
    #expect(abs(binary - value { softmaxCrossEntropy($0.constant(shifted), labels: labels) }) < 1e-5)
  }

  @Test("gradients, by finite differences")
  func differences() {
    var generator = PCG32(seed: 15)
    let logits = normal(4, 5, using: &generator)
    let targets = Tensor(shape: [4, 5], values: (0..<20).map { _ in generator.uniform() })
    expectGradients(of: [logits]) { 3 * softmaxCrossEntropy($0[0], labels: [4, 0, 2, 2]) }
    expectGradients(of: [logits]) { 3 * sigmoidCrossEntropy($0[0], targets: targets) }
    expectGradients(of: [logits], step: 1e-3) { smoothL1($0[0], targets: targets, beta: 0.5) }
  }

  @Test("no regions: a loss of zero, and no gradient")
  func empty() {
    let tape = Tape()
    let nothing = tape.variable(Tensor(shape: [0, 3]))
    let losses = [
      softmaxCrossEntropy(nothing, labels: []),
      sigmoidCrossEntropy(nothing, targets: Tensor(shape: [0, 3])),
      smoothL1(nothing, targets: Tensor(shape: [0, 3]), beta: 1),
    ]
    for loss in losses { #expect(loss.value == Tensor(0)) }
    _ = tape.gradients(of: losses[0] + losses[1] + losses[2])
    #expect(tape.gradient(of: nothing)?.count ?? 0 == 0)
  }
}
