import Backpropagation
import MaskRCNN
import Tensors
import Testing

@testable import WeightTransfer

@Suite("§2.1 Weight transfer")
struct TransferFunctionTests {
  /// Gives a parameter of that name these values.
  private func set(_ name: String, of transfer: TransferFunction, to values: [Float]) throws {
    let parameter = try #require(transfer.parameters.first { $0.name == name })
    parameter.value = Tensor(shape: parameter.value.shape, values: values)
  }

  private func transfer(_ structure: TransferStructure, from inputs: Int, to outputs: Int) -> TransferFunction
  {
    var generator = PCG32(seed: 1)
    return TransferFunction(structure, from: inputs, to: outputs, using: &generator)
  }

  @Test("One layer is W·x + b, worked by hand")
  func oneLayer() throws {
    let t = transfer(TransferStructure(layers: 1), from: 2, to: 2)
    try set("transfer.fc1.weight", of: t, to: [1, 2, -3, 4])
    try set("transfer.fc1.bias", of: t, to: [0.5, -0.5])
    let tape = Tape()
    let y = t(tape.constant(Tensor(shape: [1, 2], values: [10, -1])))
    // 1·10 + 2·(-1) + 0.5 and -3·10 + 4·(-1) - 0.5; no activation, so the second stays negative.
    #expect(y.value.values == [8.5, -34.5])
  }

  @Test(
    "Two layers with an activation between, worked by hand",
    arguments: [(TransferStructure.Activation.relu, Float(6)), (.leakyReLU, Float(6 - 0.1 * 5 * 3))])
  func twoLayers(activation: TransferStructure.Activation, expected: Float) throws {
    let t = transfer(TransferStructure(layers: 2, activation: activation, hiddenWidth: 2), from: 1, to: 1)
    try set("transfer.fc1.weight", of: t, to: [2, -5])
    try set("transfer.fc2.weight", of: t, to: [3, 3])
    let tape = Tape()
    // Hidden: 2 and -5; the second becomes 0 or -0.5; the output is 3 times their sum.
    let y = t(tape.constant(Tensor(shape: [1, 1], values: [1])))
    #expect(abs(y.value.scalar - expected) < 1e-6)
  }

  @Test(
    "The numbers of weights are the paper's", arguments: zip([1, 2, 3], [1_310_976, 1_376_768, 1_442_560]))
  func parameterCounts(layers: Int, count: Int) {
    let length = ClassDescription.detection(.clsAndBox).length(classWeightLength: 1024)
    #expect(length == 5120)
    #expect(transfer(TransferStructure(layers: layers), from: length, to: 256).parameterCount == count)
  }

  @Test("A last layer may begin small; the layers before it begin as He's")
  func smallLastLayer() {
    func weights(_ deviation: Float?) -> [[Float]] {
      transfer(TransferStructure(layers: 2, lastDeviation: deviation), from: 100, to: 64).parameters
        .filter { $0.name.hasSuffix("weight") }.map(\.value.values)
    }
    let (usual, small) = (weights(nil), weights(0.001))
    #expect(usual[0] == small[0])
    // The same draws, with deviation √(2 / 256) and 0.001.
    let ratio = Float(2.0 / 256).squareRoot() / 0.001
    for (a, b) in zip(usual[1], small[1]) { #expect(abs(a - ratio * b) <= 1e-5 * abs(a)) }
  }

  @Test("Of one vector for all classes T makes one kernel for all")
  func constant() {
    let vectors = ClassDescription.constantVectors(classCount: 3)
    #expect(
      vectors.shape == [4, 300]
        && abs(Tensor(shape: [300], values: Array(vectors.values[..<300])).norm - 1) < 1e-6)
    let tape = Tape()
    let nothing = DetectionWeights(
      cls: tape.constant(Tensor(shape: [4, 1])), box: tape.constant(Tensor(shape: [4, 4])))
    let kernels = transfer(.paper, from: 300, to: 5)(ClassDescription.fixed(vectors)([1, 3], nothing)).value
    #expect(Array(kernels.values[..<5]) == Array(kernels.values[5...]))
    #expect(Set(kernels.values).count == 5)
  }

  @Test("cls, box and cls+box are the rows of the box head, end to end")
  func descriptions() {
    let tape = Tape()
    let detection = DetectionWeights(
      cls: tape.constant(Tensor(shape: [3, 1], values: [0, 1, 2])),
      box: tape.constant(Tensor(shape: [3, 4], values: (0..<12).map { Float(10 + $0) })))
    #expect(ClassDescription.detection(.cls)([2, 1], detection).value.values == [2, 1])
    #expect(ClassDescription.detection(.box)([1], detection).value.values == [14, 15, 16, 17])
    #expect(
      ClassDescription.detection(.clsAndBox)([2, 0], detection).value
        == Tensor(shape: [2, 5], values: [2, 18, 19, 20, 21, 0, 10, 11, 12, 13]))
  }

  @Test("Fixed descriptions let no gradient reach the detector")
  func fixedDescriptions() {
    var generator = PCG32(seed: 2)
    let cls = Parameter("cls", Tensor(normal: [4, 3], deviation: 1, using: &generator))
    let tape = Tape(training: [cls])
    let detection = DetectionWeights(cls: tape(cls), box: tape.constant(Tensor(shape: [4, 12])))
    let random = ClassDescription.fixed(ClassDescription.randomVectors(classCount: 3, using: &generator))
    #expect(random.length(classWeightLength: 3) == 300)
    #expect(!random([1, 2], detection).needsGradient)
    #expect(ClassDescription.detection(.cls)([1, 2], detection).needsGradient)
  }

  private func predictor(
    _ configuration: TransferConfiguration, _ description: ClassDescription? = nil
  ) -> TransferredPredictor {
    var generator = PCG32(seed: 3)
    return TransferredPredictor(
      configuration, description: description ?? .detection(configuration.input), classWeightLength: 6,
      maskWidth: 4, using: &generator)
  }

  private func detection(_ tape: Tape, classCount: Int) -> DetectionWeights {
    // Row k is the same however many rows there are.
    let rows = (0...classCount).map { k -> Tensor in
      var generator = PCG32(seed: 4, stream: UInt64(k))
      return Tensor(normal: [30], deviation: 1, using: &generator)
    }
    return DetectionWeights(
      cls: tape.constant(
        Tensor(shape: [classCount + 1, 6], values: rows.flatMap { Array($0.values[..<6]) })),
      box: tape.constant(
        Tensor(shape: [classCount + 1, 24], values: rows.flatMap { Array($0.values[6...]) })))
  }

  @Test("A class's mask depends on its own description alone, not on how many other classes there are")
  func independence() {
    let predictor = predictor(.paper)
    var generator = PCG32(seed: 5)
    let features = Tensor(normal: [3, 2, 2, 4], deviation: 1, using: &generator)
    func logits(_ classes: [Int], of count: Int) -> Tensor {
      let tape = Tape()
      return predictor(
        tape.constant(features), classes: classes, detection: detection(tape, classCount: count),
        phase: .inference
      ).value
    }
    let few = logits([2, 1, 2], of: 3)
    #expect(few == logits([2, 1, 2], of: 500))
    #expect(few.row(1) != logits([2, 3, 2], of: 3).row(1))
    #expect(few.row(0) == logits([2, 3, 2], of: 3).row(0))
  }

  @Test("Logits are the products of features and w_seg = T(w_det)")
  func logitsAreProducts() {
    let predictor = predictor(.paper)
    var generator = PCG32(seed: 6)
    let features = Tensor(normal: [2, 2, 2, 4], deviation: 1, using: &generator)
    let tape = Tape()
    let detection = detection(tape, classCount: 4)
    let logits = predictor(tape.constant(features), classes: [3, 1], detection: detection, phase: .inference)
    let kernels = predictor.maskWeights([3, 1], detection: detection, phase: .inference).value
    for region in 0..<2 {
      for pixel in 0..<4 {
        let expected = (0..<4).reduce(Float(0)) {
          $0 + features[(region * 4 + pixel) * 4 + $1] * kernels[region * 4 + $1]
        }
        #expect(abs(logits.value[region * 4 + pixel] - expected) < 1e-5)
      }
    }
  }

  @Test("Noise: none at inference, a pure function of the seed in training, of the deviation that is said")
  func noise() {
    let configuration = TransferConfiguration(
      input: .cls, structure: TransferStructure(layers: 1), regularization: .noise(0.5))
    let vectors = Tensor(shape: [2, 2048], repeating: 3)
    var generator = PCG32(seed: 7)
    let predictor = TransferredPredictor(
      configuration, description: .fixed(vectors), classWeightLength: 6, maskWidth: 4, using: &generator)
    // T of one output that is the sum of squares cannot be had; look at T's input through an identity instead.
    let weight = predictor.transfer.parameters[0]
    weight.value = Tensor(shape: [4, 2048])
    weight.value[0, 0] = 1
    weight.value[1, 1] = 1
    weight.value[2, 2] = 1
    weight.value[3, 3] = 1
    func inputs(_ phase: Phase) -> [Float] {
      let tape = Tape()
      let empty = DetectionWeights(
        cls: tape.constant(Tensor(shape: [2, 1])), box: tape.constant(Tensor(shape: [2, 4])))
      return predictor.maskWeights([1], detection: empty, phase: phase).value.values
    }
    // At length 1, each entry of a constant vector is 1 / √2048.
    let entry = 1 / Float(2048).squareRoot()
    #expect(inputs(.inference).allSatisfy { abs($0 - entry) < 1e-6 })
    #expect(inputs(.training(seed: 1)) == inputs(.training(seed: 1)))
    #expect(inputs(.training(seed: 1)) != inputs(.training(seed: 2)))
    let samples = (0..<500).flatMap { inputs(.training(seed: $0)).map { Double($0 - entry) } }
    let deviation = (samples.reduce(0) { $0 + $1 * $1 } / Double(samples.count)).squareRoot()
    #expect(abs(deviation - 0.5) < 0.03)
  }

  @Test(
    "The gradient of a mask with respect to w_det and θ, by finite differences",
    arguments: [TransferRegularization.none, .noise(0.3)])
  func gradients(regularization: TransferRegularization) throws {
    let predictor = predictor(TransferConfiguration(regularization: regularization))
    var generator = PCG32(seed: 8)
    let cls = Parameter("cls", Tensor(normal: [3, 6], deviation: 1, using: &generator))
    let box = Parameter("box", Tensor(normal: [3, 24], deviation: 1, using: &generator))
    let features = Tensor(normal: [2, 2, 2, 4], deviation: 1, using: &generator)
    let weights = Tensor(normal: [2, 2, 2], deviation: 1, using: &generator)
    let trained = [cls, box] + predictor.parameters
    func loss(_ tape: Tape) -> Variable {
      let logits = predictor(
        tape.constant(features), classes: [2, 1], detection: DetectionWeights(cls: tape(cls), box: tape(box)),
        phase: .training(seed: 9))
      return sum(logits * tape.constant(weights))
    }
    let tape = Tape(training: trained)
    let gradients = tape.gradients(of: loss(tape))
    for parameter in trained {
      let gradient = try #require(gradients[parameter])
      for index in [0, parameter.value.count / 2, parameter.value.count - 1] {
        let original = parameter.value[index]
        func value(_ shift: Float) -> Double {
          parameter.value[index] = original + shift
          defer { parameter.value[index] = original }
          let tape = Tape()
          return Double(loss(tape).value.scalar)
        }
        let step: Float = 1e-2
        let expected = (value(step) - value(-step)) / Double(2 * step)
        #expect(
          abs(Double(gradient[index]) - expected) <= 0.02 * max(1, Double(gradient.largestMagnitude)),
          "\(parameter.name)[\(index)]")
      }
    }
  }
}
