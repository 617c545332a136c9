import Backpropagation
import Foundation
import Tensors
import Testing

/// Every operation against PyTorch (Tests/Golden/operations.py).
@Suite("Operations, as PyTorch has them")
struct GoldenTests {
  let golden: [String: Tensor]

  init() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    golden = try Safetensors(
      contentsOf: folder.appendingPathComponent("Golden/operations.safetensors").path
    ).tensors
  }

  /// Compares the output of `operation` on the inputs of case `name`, and its gradients, with the stored ones.
  func check(
    _ name: String, _ inputs: String..., tolerance: Float = 3e-6,
    sourceLocation: SourceLocation = #_sourceLocation, _ operation: ([Variable]) -> Variable
  ) throws {
    let tape = Tape()
    let leaves = try inputs.map { tape.variable(try #require(golden["\(name)/\($0)"], "\(name)/\($0)")) }
    let y = operation(leaves)
    let expected = try #require(golden["\(name)/y"])
    expectClose(y.value, expected, tolerance: tolerance, "\(name)/y", sourceLocation: sourceLocation)
    let projection = golden["\(name)/projection"] ?? Tensor(1)
    _ = tape.gradients(of: sum(y * tape.constant(projection)))
    for (input, leaf) in zip(inputs, leaves) {
      let key = "\(name)/gradient.\(input)"
      expectClose(
        try #require(tape.gradient(of: leaf)), try #require(golden[key]), tolerance: tolerance, key,
        sourceLocation: sourceLocation)
    }
  }

  @Test(
    "convolution", arguments: [(1, 1, 0), (1, 2, 0), (3, 1, 0), (3, 1, 1), (3, 2, 1), (7, 2, 3)])
  func convolutions(kernel: Int, stride: Int, padding: Int) throws {
    let window = Window(kernel: kernel, stride: stride, padding: padding)
    try check("convolution.\(kernel).\(stride).\(padding)", "x", "weight", "bias") {
      convolution($0[0], weight: $0[1], bias: $0[2], window)
    }
  }

  @Test("transposed convolution")
  func transposedConvolutions() throws {
    try check("transposedConvolution", "x", "weight", "bias") {
      transposedConvolution($0[0], weight: $0[1], bias: $0[2])
    }
  }

  @Test("a kernel for each region")
  func pointwise() throws {
    try check("pointwiseConvolution", "features", "kernels", "biases") {
      pointwiseConvolution($0[0], kernels: $0[1], biases: $0[2])
    }
  }

  @Test("linear")
  func linearLayers() throws {
    try check("linear", "input", "weight", "bias") { linear($0[0], weight: $0[1], bias: $0[2]) }
  }

  @Test("group normalisation and the channelwise affine map")
  func normalization() throws {
    try check("groupNormalization", "x", "scale", "shift", tolerance: 1e-5) {
      groupNormalization($0[0], groups: 3, scale: $0[1], shift: $0[2])
    }
    try check("channelwiseAffine", "x", "scale", "shift") {
      channelwiseAffine($0[0], scale: $0[1], shift: $0[2])
    }
  }

  @Test("max pooling", arguments: [(1, 2, 0), (2, 2, 0), (3, 2, 1), (3, 1, 1)])
  func pooling(kernel: Int, stride: Int, padding: Int) throws {
    try check("maxPool.\(kernel).\(stride).\(padding)", "x") {
      maxPool($0[0], Window(kernel: kernel, stride: stride, padding: padding))
    }
  }

  @Test("nearest-neighbour upsampling", arguments: [(6, 8), (7, 11)])
  func upsampling(height: Int, width: Int) throws {
    try check("upsample.\(height).\(width)", "x") { upsample($0[0], height: height, width: width) }
  }

  @Test("relu, leaky relu, sigmoid")
  func activations() throws {
    try check("relu", "input") { relu($0[0]) }
    try check("leakyReLU", "x") { leakyReLU($0[0], slope: 0.1) }
    try check("sigmoid", "input") { sigmoid($0[0]) }
  }

  @Test("rows, rows at unit length, and concatenation")
  func gathering() throws {
    try check("rowsAtUnitLength", "x") { rowsAtUnitLength($0[0]) }
    try check("rows", "x") { rows($0[0], [3, 0, 3, 1]) }
    try check("concatenated", "a", "b", "c") { concatenated($0, axis: 1) }
  }

  @Test("softmax cross-entropy, sigmoid cross-entropy, smooth L1")
  func losses() throws {
    let labels = try #require(golden["softmaxCrossEntropy/labels"]).values.map { Int($0) }
    try check("softmaxCrossEntropy", "x") { softmaxCrossEntropy($0[0], labels: labels) }
    let targets = try #require(golden["sigmoidCrossEntropy/targets"])
    try check("sigmoidCrossEntropy", "x") { sigmoidCrossEntropy($0[0], targets: targets) }
    for (name, beta) in [("smoothL1.1", Float(1)), ("smoothL1.9", 1 / 9)] {
      let aims = try #require(golden["\(name)/targets"])
      try check(name, "x") { smoothL1($0[0], targets: aims, beta: beta) }
    }
  }

  @Test("six steps of SGD with momentum, decay and two rates")
  func descent() throws {
    func stored(_ name: String) throws -> Tensor { try #require(golden["sgd/\(name)"], "\(name)") }
    let weight = Parameter("weight", try stored("weight.0"))
    let bias = Parameter("bias", try stored("bias.0"), decays: false, rateMultiplier: 2)
    var optimizer = SGD([weight, bias], momentum: 0.9, weightDecay: 0.02)
    let rates = try stored("rates").values
    for (step, rate) in zip(1..., rates) {
      // The gradient of Σ w ⊙ g is g. In step 3 the bias has no part in the loss.
      let tape = Tape(training: [weight, bias])
      var loss = sum(tape(weight) * tape.constant(try stored("gradient.weight.\(step)")))
      if let gradient = golden["sgd/gradient.bias.\(step)"] {
        loss = loss + sum(tape(bias) * tape.constant(gradient))
      }
      try optimizer.step(tape.gradients(of: loss), rate: rate)
      expectClose(weight.value, try stored("weight.\(step)"), tolerance: 1e-6, "weight.\(step)")
      expectClose(bias.value, try stored("bias.\(step)"), tolerance: 1e-6, "bias.\(step)")
    }
  }
}
