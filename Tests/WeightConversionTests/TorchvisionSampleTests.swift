import Backpropagation
import Foundation
import MaskRCNN
import Tensors
import Testing
import TrainingStrategies
import WeightConversion

/// The folder that Tests/Golden/torchvision_model.py made; nil where there is none.
private let sample = ProcessInfo.processInfo.environment["TORCHVISION_SAMPLE"]

@Suite(
  "A full-size model of torchvision's, where TORCHVISION_SAMPLE names a folder", .enabled(if: sample != nil))
struct TorchvisionSampleTests {
  private let model: MaskXRCNN
  private let answers: [String: Tensor]
  private let tape = Tape()

  init() throws {
    let folder = try #require(sample)
    let path = "\(folder)/weights.safetensors"
    let file = try Safetensors(contentsOf: path)
    let recognized = try RecognizedModel(file, path: path, format: .torchvision)
    #expect(recognized.classCount == 90 && recognized.method == .oracle)
    model = try recognized.model(from: file, path: path, epsilon: 1e-5).model
    answers = try Safetensors(contentsOf: "\(folder)/answers.safetensors").tensors
  }

  /// Whether a value is the stored one, to 1e-4 of its largest entry.
  private func check(_ value: Variable, _ name: String) throws {
    let expected = try #require(answers[name], "\(name)")
    #expect(value.shape == expected.shape, "\(name)")
    let bound = 1e-4 * expected.largestMagnitude
    let difference = zip(value.value.values, expected.values).map { abs($0 - $1) }.max() ?? 0
    #expect(difference <= bound, "\(name): off by \(difference), at most \(bound) expected")
  }

  @Test("Backbone, pyramid and proposal network answer as torchvision's")
  func proposals() throws {
    let image = try #require(answers["image"])
    let levels = model.detector.levels(tape.constant(image))
    #expect(levels.count == 5)
    for (number, level) in levels.enumerated() { try check(level, "level.\(number)") }
    let output = model.detector.proposalNetwork(levels)
    try check(output.objectness, "objectness")
    try check(output.deltas, "proposal deltas")
  }

  @Test("Box head and mask head answer as torchvision's")
  func heads() throws {
    let head = model.detector.boxHead
    let (logits, features) = head(tape.constant(try #require(answers["box regions"])))
    try check(logits, "scores")
    let (regions, classes) = (logits.shape[0], logits.shape[1])
    let pairs = (0..<regions * classes).map { (region: $0 / classes, label: $0 % classes) }
    try check(head.deltas(features, pairs).reshaped([regions, 4 * classes]), "box deltas")
    let masks = model.maskLogits(
      tape.constant(try #require(answers["mask regions"])),
      classes: try #require(answers["classes"]).values.map { Int($0) },
      detection: model.detector.boxHead.detectionWeights(on: tape), phase: .inference)
    try check(masks, "mask logits")
  }
}
