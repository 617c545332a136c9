import Backpropagation
import MaskRCNN
import Tensors
import Testing

@testable import BaselineAndOracle

@Suite("§2.4 Baseline and oracle")
struct PredictorTests {
  private let features: Tensor = {
    var generator = PCG32(seed: 1)
    let region = Tensor(normal: [2, 2, 3], deviation: 1, using: &generator).values
    return Tensor(shape: [3, 2, 2, 3], values: region + region + region)
  }()

  private func logits(_ predictor: any MaskPredictor, _ classes: [Int], tape: Tape = Tape()) -> Variable {
    let nothing = DetectionWeights(
      cls: tape.constant(Tensor(shape: [5, 1])), box: tape.constant(Tensor(shape: [5, 4])))
    return predictor(tape.constant(features), classes: classes, detection: nothing, phase: .inference)
  }

  @Test("The baseline's mask is the same whatever the class")
  func baseline() {
    var generator = PCG32(seed: 2)
    let predictor = ClassAgnosticPredictor(width: 3, using: &generator)
    let tape = Tape()
    let value = logits(predictor, [1, 2, 4], tape: tape).value
    #expect(value.row(0) == value.row(1) && value.row(1) == value.row(2))
    #expect(value.largestMagnitude > 0)
    #expect(predictor.parameters.map(\.value.shape) == [[1, 3], [1]])
  }

  @Test("The oracle's mask is the product with its class's kernel, plus its bias: by hand")
  func oracle() throws {
    var generator = PCG32(seed: 3)
    let predictor = ClassSpecificPredictor(classCount: 4, width: 3, using: &generator)
    predictor.parameters[0].value = Tensor(shape: [5, 3], values: (0..<15).map(Float.init))
    predictor.parameters[1].value = Tensor(shape: [5], values: [0, 100, 200, 300, 400])
    let tape = Tape()
    let value = logits(predictor, [1, 4, 1], tape: tape).value
    #expect(value.row(0) == value.row(2))
    for pixel in 0..<4 {
      let x = (0..<3).map { features[pixel * 3 + $0] }
      #expect(abs(value[pixel] - (3 * x[0] + 4 * x[1] + 5 * x[2] + 100)) < 1e-4)
      #expect(abs(value[4 + pixel] - (12 * x[0] + 13 * x[1] + 14 * x[2] + 400)) < 1e-4)
    }
  }

  @Test("A class without masks teaches the oracle's table nothing about itself")
  func onlyOwnRows() throws {
    var generator = PCG32(seed: 4)
    let predictor = ClassSpecificPredictor(classCount: 4, width: 3, using: &generator)
    let tape = Tape(training: predictor.parameters)
    let loss = sigmoidCrossEntropy(
      logits(predictor, [1, 3, 3], tape: tape), targets: Tensor(shape: [3, 2, 2]))
    let gradients = tape.gradients(of: loss)
    let table = try #require(gradients[predictor.parameters[0]])
    #expect([1, 3].allSatisfy { table.row($0).largestMagnitude > 0 })
    #expect([0, 2, 4].allSatisfy { table.row($0).largestMagnitude == 0 })
  }
}
