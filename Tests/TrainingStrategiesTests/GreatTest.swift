import Backpropagation
import Foundation
import HybridMaskHead
import MaskRCNN
import Pictures
import Tensors
import Testing
import WeightTransfer

@testable import TrainingStrategies

/// The miniature Mask^X R-CNN against its mirror in PyTorch (Tests/Golden/great_test.py): the same weights, images, anchors
/// and regions give the same losses for ten steps and the same gradient of every parameter.
@Suite("§2 The great test: Mask^X R-CNN as PyTorch trains it")
struct GreatTest {
  let golden: Safetensors
  let images: [TrainingImage]

  /// A small model: the miniature's shape, some 50 000 weights.
  static let configuration: DetectorConfiguration = {
    var value = DetectorConfiguration.miniature
    value.backbone.stemWidth = 8
    value.backbone.stages = [8, 16, 16].map { ResNetConfiguration.Stage(blocks: 1, width: $0, stride: 2) }
    value.backbone.normalization = .group(channels: 4)
    value.pyramidWidth = 16
    value.imageSide = 64
    value.smallestAnchor = 8
    value.anchorsSampled = 32
    value.proposalsPerLevel = 60
    value.proposalsKept = 40
    value.regionsSampled = 24
    value.maskRegions = 6
    value.canonicalSide = 64
    value.boxHeadWidths = [32, 16]
    value.maskRegionSide = 7
    value.maskHeadWidths = [16, 16, 16]
    value.scoreThreshold = 0.15
    value.detectionsKept = 10
    return value
  }()

  static let transferAndMLP = Method(
    .transfer(TransferConfiguration(structure: TransferStructure(layers: 2, hiddenWidth: 32))),
    mlp: MLPConfiguration(squeeze: 2, hidden: [16]))

  init() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let golden = try Safetensors(
      contentsOf: folder.appendingPathComponent("Golden/great_test.safetensors").path)
    self.golden = golden
    images = try (0..<2).map { image in
      func stored(_ name: String) throws -> Tensor {
        try #require(golden.tensors["image.\(image)/\(name)"], "\(name)")
      }
      let picture = try stored("picture")
      let masks = try stored("masks")
      return TrainingImage(
        SeenPicture(
          pixels: standardized(
            Image(
              width: picture.shape[1], height: picture.shape[0], pixels: picture.values.map { UInt8($0) }))),
        boxes: boxes(try stored("boxes")), classes: try stored("classes").values.map { Int($0) },
        masks: (0..<masks.shape[0]).map { masks.row($0).values.map { UInt8($0) } })
    }
  }

  /// A model with the stored weights.
  func model(_ method: Method) throws -> MaskXRCNN {
    var generator = PCG32(seed: 1)
    let detector = Detector(Self.configuration, classCount: 6, using: &generator)
    let model = MaskXRCNN(detector: detector, method: method, using: &generator)
    for parameter in model.parameters {
      let value = try #require(golden.tensors["weight/\(parameter.name)"], "\(parameter.name)")
      #expect(value.shape == parameter.value.shape, "\(parameter.name)")
      parameter.value = value
    }
    return model
  }

  /// The anchors and regions of an image in a step, as the mirror drew them.
  func sampling(step: Int, image: Int) throws -> Sampling {
    func stored(_ name: String) throws -> Tensor {
      try #require(golden.tensors["sample.\(step).\(image)/\(name)"], "\(name)")
    }
    func indices(_ name: String) throws -> [Int] { try stored(name).values.map { Int($0) } }
    func deltas(_ name: String) throws -> [BoxDelta] {
      let rows = try stored(name)
      return (0..<rows.shape[0]).map {
        BoxDelta(dx: rows[$0, 0], dy: rows[$0, 1], dw: rows[$0, 2], dh: rows[$0, 3])
      }
    }
    return .given(
      AnchorSample(
        positives: try indices("anchors.positives"), negatives: try indices("anchors.negatives"),
        targets: try deltas("anchors.targets")),
      RegionSample(
        boxes: boxes(try stored("regions.boxes")), labels: try indices("regions.labels"),
        targets: try deltas("regions.targets")),
      MaskSample(
        boxes: boxes(try stored("masks.boxes")), classes: try indices("masks.classes"),
        targets: try stored("masks.targets")))
  }

  /// The losses of one image.
  typealias Losses =
    @Sendable (_ step: Int, _ image: Int, _ tape: Tape) throws -> [LossTerm]

  /// Compares the first step's gradients, then ten steps' losses, with those stored under `name`.
  func compare(
    _ name: String, training parameters: [Parameter], terms: [String], _ losses: @escaping Losses
  ) throws {
    // The gradient of every parameter at step 1, to 5e-5 of its largest entry (1e-5 was seen).
    let gradients = try Trainer.gradients(
      of: images.indices.map { TrainingItem(index: $0, flipped: false, seed: 0) }, step: 0,
      training: parameters, threads: 1
    ) { item, tape in try losses(0, item.index, tape) }.gradients
    let stored = golden.tensors.keys.filter { $0.hasPrefix("\(name)/gradient.") }
    #expect(stored.count == parameters.count)
    for parameter in parameters {
      let expected = try #require(golden.tensors["\(name)/gradient.\(parameter.name)"], "\(parameter.name)")
      let gradient = try #require(gradients[parameter], "\(parameter.name)")
      let error = gradient.zipped(with: expected, -).largestMagnitude
      #expect(
        error <= 5e-5 * expected.largestMagnitude && expected.largestMagnitude > 0,
        "\(name), \(parameter.name): \(error) of \(expected.largestMagnitude)")
    }

    // Ten steps: each loss and their sum, to 2e-5 (2e-6 was seen).
    let table = try #require(golden.tensors["\(name)/losses"])
    var trainer = Trainer(parameters, TrainingSchedule(steps: 10, batch: 2, rate: 0.02), seed: 1)
    while !trainer.isDone {
      let step = trainer.step
      let means = try trainer.advance(imageCount: 2, threads: 1) { item, tape in
        try losses(step, item.index, tape)
      }
      for (column, value) in (terms.map { means.terms[$0] ?? .nan } + [means.total]).enumerated() {
        let expected = table[step, column]
        #expect(
          abs(value - expected) <= 2e-5 * expected,
          "\(name), step \(step), \((terms + ["total"])[column]): \(value), not \(expected)")
      }
    }
  }

  private let allTerms = ["objectness", "proposal box", "class", "box", "mask"]

  @Test("the class-agnostic baseline, end to end")
  func baseline() throws {
    let model = try model(.baseline)
    try compare("baseline", training: model.parameters, terms: allTerms) { step, image, tape in
      model.endToEndLosses(
        images[image], setA: [1, 2, 3], strategy: .endToEnd, seed: 0, on: tape,
        sampling: try sampling(step: step, image: image))
    }
  }

  @Test("T + MLP, end to end with the stop-gradient")
  func transfer() throws {
    let model = try model(Self.transferAndMLP)
    try compare("transfer", training: model.parameters, terms: allTerms) { step, image, tape in
      model.endToEndLosses(
        images[image], setA: [1, 2, 3], strategy: .endToEndStopGradient, seed: 0, on: tape,
        sampling: try sampling(step: step, image: image))
    }
  }

  @Test("T + MLP, end to end without the stop-gradient: only the gradient of w_det is another")
  func open() throws {
    let model = try model(Self.transferAndMLP)
    try compare("open", training: model.parameters, terms: allTerms) { step, image, tape in
      model.endToEndLosses(
        images[image], setA: [1, 2, 3], strategy: .endToEnd, seed: 0, on: tape,
        sampling: try sampling(step: step, image: image))
    }
    for parameter in model.parameters {
      let (open, stopped) = (
        golden.tensors["open/gradient.\(parameter.name)"],
        golden.tensors["transfer/gradient.\(parameter.name)"]
      )
      #expect((open == stopped) != ["box.cls.weight", "box.box.weight"].contains(parameter.name))
    }
  }

  @Test("T + MLP, stage two around a frozen detector")
  func stageTwo() throws {
    let model = try model(Self.transferAndMLP)
    let frozen = FrozenDetector(model.detector)
    let before = model.detector.parameters.map(\.value)
    try compare("stage two", training: model.maskParameters, terms: ["mask"]) { step, image, tape in
      guard case .given(_, _, let sample?) = try sampling(step: step, image: image) else { return [] }
      var generator = PCG32(seed: 1)
      return model.maskLosses(
        frozen.trainingRegions(sample, of: images[image]), setA: [1, 2, 3], seed: 0, on: tape,
        using: &generator)
    }
    #expect(model.detector.parameters.map(\.value) == before)
  }

  @Test("what the untrained model proposes and finds")
  func inference() throws {
    let model = try model(Self.transferAndMLP)
    for (number, image) in images.enumerated() {
      func stored(_ name: String) throws -> Tensor {
        try #require(golden.tensors["image.\(number)/\(name)"], "\(name)")
      }
      let view = FrozenDetector(model.detector).view(image)
      expectClose(view.proposals, boxes(try stored("proposals")))

      let findings = model.findings(in: view)
      expectClose(findings.map(\.detection.box), boxes(try stored("found.boxes")))
      #expect(findings.map { Float($0.detection.classIndex) } == (try stored("found.classes").values))
      for (finding, score) in zip(findings, try stored("found.scores").values) {
        #expect(abs(finding.detection.score - score) < 1e-5)
      }
      let masks = try stored("found.masks")
      for (row, finding) in findings.enumerated() {
        // Logits of an untrained model are large, and so is what rounding does to them.
        #expect(zip(finding.mask, masks.row(row).values).allSatisfy { abs($0 - $1) < 5e-4 })
      }
    }
  }

  @Test("the masks that the mask head should predict")
  func maskTargets() throws {
    for step in 0..<10 {
      for (number, image) in images.enumerated() {
        guard case .given(_, _, let sample?) = try sampling(step: step, image: number) else { continue }
        for (region, box) in sample.boxes.enumerated() {
          // Of the object that the region was matched with: that of its class.
          let object = try #require(image.classes.firstIndex(of: sample.classes[region]))
          let target = maskTarget(
            try #require(image.masks[object]), height: 64, width: 64, box: box, side: 14)
          #expect(target == sample.targets.row(region).values)
        }
      }
    }
  }
}

/// Rows of x1, y1, x2, y2 as boxes.
private func boxes(_ rows: Tensor) -> [Box] {
  (0..<rows.shape[0]).map { Box(x1: rows[$0, 0], y1: rows[$0, 1], x2: rows[$0, 2], y2: rows[$0, 3]) }
}

/// Expects the same boxes in the same order, to a thousandth of a pixel.
private func expectClose(_ a: [Box], _ b: [Box], sourceLocation: SourceLocation = #_sourceLocation) {
  #expect(a.count == b.count, sourceLocation: sourceLocation)
  for (a, b) in zip(a, b) {
    let error = max(abs(a.x1 - b.x1), abs(a.y1 - b.y1), abs(a.x2 - b.x2), abs(a.y2 - b.y2))
    #expect(error < 1e-3, "\(a), not \(b)", sourceLocation: sourceLocation)
  }
}
