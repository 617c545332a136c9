import Backpropagation
import MaskRCNN
import Tensors
import Testing

@testable import HybridMaskHead

/// Logits that are the class's number everywhere.
private struct Constant: MaskPredictor {
  let parameters: [Parameter] = []

  func callAsFunction(
    _ features: Variable, classes: [Int], detection: DetectionWeights, phase: Phase
  ) -> Variable {
    let m = features.shape[1]
    return features.tape.constant(
      Tensor(
        shape: [classes.count, m, m], values: classes.flatMap { [Float](repeating: Float($0), count: m * m) })
    )
  }
}

@Suite("§2.3 FCN + MLP")
struct HybridPredictorTests {
  private func branch(_ configuration: MLPConfiguration, side: Int, width: Int) -> MLPBranch {
    var generator = PCG32(seed: 1)
    return MLPBranch(configuration, side: side, width: width, using: &generator)
  }

  private func noDetection(_ tape: Tape) -> DetectionWeights {
    DetectionWeights(cls: tape.constant(Tensor(shape: [4, 1])), box: tape.constant(Tensor(shape: [4, 4])))
  }

  @Test("The paper's branch is one fully connected layer from all features to all pixels")
  func paperBranch() throws {
    let branch = branch(.paper, side: 2, width: 3)
    let weight = try #require(branch.parameters.first)
    #expect(weight.value.shape == [4, 12])
    // Each pixel of the mask is the sum of one feature: the pixel's own first channel.
    weight.value = Tensor(shape: [4, 12])
    for pixel in 0..<4 { weight.value[pixel, 3 * pixel] = 1 }
    let tape = Tape()
    let features = tape.constant(Tensor(shape: [1, 2, 2, 3], values: (0..<12).map(Float.init)))
    #expect(branch(features).value == Tensor(shape: [1, 2, 2], values: [0, 3, 6, 9]))
  }

  @Test("A squeezed branch with a hidden layer has the weights that are said, and sees the whole region")
  func squeezedBranch() throws {
    let branch = branch(MLPConfiguration(squeeze: 2, hidden: [5]), side: 4, width: 3)
    #expect(branch.parameters.map(\.value.shape) == [[2, 1, 1, 3], [2], [5, 32], [5], [16, 5], [16]])
    // A change of one pixel's features changes pixels of the mask far from it.
    var generator = PCG32(seed: 2)
    var features = Tensor(normal: [1, 4, 4, 3], deviation: 1, using: &generator)
    let tape = Tape()
    let before = branch(tape.constant(features)).value
    features[0, 0, 0, 0] += 10
    features[0, 0, 0, 1] += 10
    let after = branch(tape.constant(features)).value
    #expect(before[0, 3, 3] != after[0, 3, 3])
  }

  @Test("The hybrid's logits are the sum of both branches', and the MLP's are the same for every class")
  func addition() {
    let mlp = branch(.miniature, side: 4, width: 3)
    let hybrid = HybridPredictor(fcn: Constant(), mlp: mlp)
    var generator = PCG32(seed: 3)
    let tape = Tape()
    let region = Tensor(normal: [4, 4, 3], deviation: 1, using: &generator).values
    let features = tape.constant(Tensor(shape: [2, 4, 4, 3], values: region + region))
    let logits = hybrid(features, classes: [1, 3], detection: noDetection(tape), phase: .inference).value
    let alone = mlp(features).value
    for i in 0..<16 {
      #expect(abs(logits[i] - alone[i] - 1) < 1e-6)
      #expect(abs(logits[16 + i] - alone[i] - 3) < 1e-6)
    }
    #expect(hybrid.parameters.count == mlp.parameters.count)
  }

  @Test("A gradient reaches both branches")
  func gradients() throws {
    let mlp = branch(MLPConfiguration(squeeze: 2, hidden: [5]), side: 4, width: 3)
    var generator = PCG32(seed: 4)
    let features = Tensor(normal: [2, 4, 4, 3], deviation: 1, using: &generator)
    let targets = Tensor(shape: [2, 4, 4], values: (0..<32).map { Float($0 % 2) })
    let tape = Tape(training: mlp.parameters)
    let hybrid = HybridPredictor(fcn: Constant(), mlp: mlp)
    let logits = hybrid(
      tape.constant(features), classes: [1, 2], detection: noDetection(tape), phase: .training(seed: 1))
    let gradients = tape.gradients(of: sigmoidCrossEntropy(logits, targets: targets))
    for parameter in mlp.parameters {
      #expect(try #require(gradients[parameter]).largestMagnitude > 0, "\(parameter.name)")
    }
  }
}
