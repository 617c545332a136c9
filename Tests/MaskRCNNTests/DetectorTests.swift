import Backpropagation
import Tensors
import Testing

@testable import MaskRCNN

@Suite("§2 The detector's parts")
struct DetectorTests {
  @Test(
    "A detector starts as one of fewer classes: their rows are its first, those of the other classes stay")
  func start() throws {
    var generator = PCG32(seed: 1)
    let known = Detector(.miniature, classCount: 3, using: &generator)
    let detector = Detector(.miniature, classCount: 5, using: &generator)
    for parameter in known.parameters where parameter.name.hasSuffix("bias") {
      parameter.value = Tensor(normal: parameter.value.shape, deviation: 1, using: &generator)
    }
    let before = Dictionary(uniqueKeysWithValues: detector.parameters.map { ($0.name, $0.value) })
    detector.start(as: known)
    // Background and three classes; of each one row of w_cls and four of w_box.
    let rows = [
      "box.cls.weight": 4 * 128, "box.cls.bias": 4, "box.box.weight": 16 * 128, "box.box.bias": 16,
    ]
    #expect(Set(rows.keys).isSubset(of: before.keys))
    for (own, other) in zip(detector.parameters, known.parameters) {
      let (values, shared) = (own.value.values, rows[own.name] ?? own.value.count)
      #expect(Array(values[..<shared]) == other.value.values, "\(own.name)")
      #expect(Array(values[shared...]) == Array(before[own.name]!.values[shared...]), "\(own.name)")
      #expect(own.value.shape == before[own.name]!.shape)
    }
  }

  @Test("Levels that propose nothing have no anchors: the smallest are those of the first level that does")
  func levelsWithoutProposals() {
    var configuration = DetectorConfiguration.miniature
    (configuration.levelsWithoutProposals, configuration.smallestAnchor) = (1, 12)
    var generator = PCG32(seed: 1)
    let detector = Detector(configuration, classCount: 3, using: &generator)
    let levels = detector.levels(Tape().constant(Tensor(shape: [1, 64, 64, 3])))
    #expect(levels.map { $0.shape[1] } == [32, 16, 8, 4, 2])
    let output = detector.proposalNetwork(levels)
    // Three ratios at each position of the four coarser levels.
    #expect(output.levelStarts == [0, 768, 960, 1008, 1020])
    // The second ratio is 1; the first position of stride 4 lies around (2, 2), the next level's anchors are twice as large.
    #expect(output.anchors[1] == Box(x1: -4, y1: -4, x2: 8, y2: 8))
    #expect(output.anchors[769] == Box(x1: -8, y1: -8, x2: 16, y2: 16))
    #expect(output.objectness.shape == [1020] && output.deltas.shape == [1020, 4])
    // Regions still come from the finest level.
    #expect(detector.regions(levels, [Box(x1: 4, y1: 4, x2: 14, y2: 14)], side: 7).shape == [1, 7, 7, 64])
  }

  @Test("A frozen normalisation is among the weights, and training passes it by")
  func frozenNormalization() throws {
    var configuration = ResNetConfiguration.miniature
    configuration.normalization = .frozenBatch
    var generator = PCG32(seed: 1)
    let network = ResNet(configuration, using: &generator)
    let frozen = network.parameters.filter { $0.name.contains("norm") }
    #expect(!frozen.isEmpty)
    let before = frozen.map(\.value)

    let tape = Tape(training: network.parameters)
    let image = tape.constant(Tensor(normal: [1, 32, 32, 3], deviation: 1, using: &generator))
    let loss = network(image).map { sum($0 * $0) }.reduce(tape.constant(Tensor(0)), +)
    let gradients = tape.gradients(of: loss)
    #expect(frozen.allSatisfy { gradients[$0] == nil })
    #expect(
      network.parameters.filter { gradients[$0] != nil }.count == network.parameters.count - frozen.count)
    var optimizer = SGD(network.parameters)
    try optimizer.step(gradients, rate: 0.1)
    #expect(frozen.map(\.value) == before)
  }

  @Test("ResNet-50's convolutions have its 23.45 million weights, and its normalisations 53 120 numbers")
  func resNet50() {
    // He et al., Table 1: the network of 25.56 million weights less its last layer, 2048 x 1000 and 1000 biases.
    var generator = PCG32(seed: 1)
    let network = ResNet(.resNet50, using: &generator)
    let counts = Dictionary(grouping: network.parameters) { $0.name.contains("norm") }
      .mapValues { $0.map(\.value.count).reduce(0, +) }
    #expect(counts[true] == 53_120)
    #expect(counts[false]! + counts[true]! == 25_557_032 - 2_049_000)
    #expect(network.configuration.strides == [4, 8, 16, 32] && network.widths == [256, 512, 1024, 2048])
  }

  @Test("ResNet-101 has the 42.5 million weights that it is known to have")
  func resNet101() {
    // torchvision's resnet101 counts 44 549 160 with its last layer, 2048 x 1000 and 1000 biases.
    var generator = PCG32(seed: 1)
    let network = ResNet(.resNet101, using: &generator)
    #expect(network.parameters.map(\.value.count).reduce(0, +) == 44_549_160 - 2_049_000)
    #expect(DetectorConfiguration.resNet101.backbone == .resNet101)
  }

  @Test("The original bottleneck skips pixels in its first convolution; the later one sees them all")
  func strides() {
    func output(_ block: ResNetConfiguration.Block, _ image: Tensor) -> Tensor {
      let configuration = ResNetConfiguration(
        stem: .small, stemWidth: 4, block: block, stages: [.init(blocks: 1, width: 4, stride: 2)],
        normalization: .frozenBatch)
      var generator = PCG32(seed: 2)
      let residual = ResidualBlock(
        "block", from: 4, width: 4, stride: 2, configuration, using: &generator)
      return residual(Tape().constant(image)).value
    }
    var generator = PCG32(seed: 3)
    let image = Tensor(normal: [1, 8, 8, 4], deviation: 1, using: &generator)
    var changed = image
    // A pixel with an odd row lies between those that a 1x1 convolution of stride 2 looks at.
    for channel in 0..<4 { changed[0, 3, 4, channel] += 10 }
    #expect(output(.originalBottleneck, image).shape == [1, 4, 4, 16])
    #expect(output(.originalBottleneck, image) == output(.originalBottleneck, changed))
    #expect(output(.bottleneck, image).shape == [1, 4, 4, 16])
    #expect(output(.bottleneck, image) != output(.bottleneck, changed))
  }
}
