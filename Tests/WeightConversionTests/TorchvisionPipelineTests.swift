import Backpropagation
import COCO
import MaskRCNN
import Pictures
import Tensors
import Testing
import TrainingStrategies
import WeightConversion

/// A small Mask R-CNN made of torchvision's own classes (Tests/Golden/torchvision_model.py): from a picture to masks, every
/// station as there.
@Suite("§2 The whole way from a picture to masks, as torchvision goes it")
struct TorchvisionPipelineTests {
  private let answers: TorchvisionAnswers
  private let model: MaskXRCNN
  private let picture: Image
  private let categories = (1...5).map { COCO.Category(id: $0, name: "\($0)", supercategory: "") }

  /// The sizes of the script's small model.
  private static let configuration: DetectorConfiguration = {
    var value = DetectorConfiguration.resNet50
    value.backbone.stemWidth = 8
    value.backbone.stages = [(8, 1), (8, 2), (16, 2), (16, 2)].map {
      ResNetConfiguration.Stage(blocks: 1, width: $0, stride: $1)
    }
    value.pyramidWidth = 8
    (value.shorterSide, value.imageSide) = (96, 160)
    value.smallestAnchor = 16
    (value.proposalsPerLevel, value.proposalsKept) = (80, 60)
    value.boxHeadWidths = [24, 24]
    value.maskHeadWidths = [8, 8, 8]
    value.detectionsKept = 20
    value.convention = .torchvision
    return value
  }()

  init() throws {
    let file = try TorchvisionAnswers.golden("torchvision_small")
    answers = TorchvisionAnswers(tensors: file.tensors, prefix: "")
    let pixels = try answers["picture"]
    picture = Image(width: pixels.shape[1], height: pixels.shape[0], pixels: pixels.values.map { UInt8($0) })
    var generator = PCG32(seed: 1)
    let detector = Detector(Self.configuration, classCount: 5, using: &generator)
    model = MaskXRCNN(detector: detector, method: .oracle, using: &generator)
    // The state dictionary as it is, counters and all.
    let weights = file.tensors.filter { $0.key.hasPrefix("weight/") }
    try WeightTable(.torchvision, Self.configuration, .oracle, epsilon: 1e-5).load(
      Safetensors(
        tensors: Dictionary(uniqueKeysWithValues: weights.map { (String($0.key.dropFirst(7)), $0.value) })),
      path: "torchvision_small", into: model.parameters)
  }

  @Test("Under torchvision's conventions every station agrees to 1e-3, and the masks pixel by pixel")
  func agrees() throws {
    #expect(try answers["labels"].count == 20)
    _ = try answers.compare(model, picture, categories: categories)
  }

  @Test("Under other conventions the same weights find other boxes", arguments: [nil, Convention.detectron])
  func differs(_ convention: Convention?) throws {
    let found = try model.following(convention)(picture, imageID: 1, categories: categories)
    let expected = try answers["boxes"].values
    #expect(!found.isEmpty)
    #expect(abs(Float(found[0].box.x) - expected[0]) + abs(Float(found[0].box.y) - expected[1]) > 1e-2)
  }

  @Test("The number of threads changes no bit; a tape that infers differs from another by rounding only")
  func threads() throws {
    func found(_ threads: Int) throws -> [Detection] {
      try model(picture, imageID: 1, categories: categories, threads: threads)
    }
    #expect(try found(1) == found(3))
    let seen = SeenPicture(picture, by: Self.configuration)
    let plain = model.detector.levels(Tape().constant(seen.pixels))
    let fast = model.detector.levels(Tape(inferringOn: 2).constant(seen.pixels))
    for (a, b) in zip(plain, fast) {
      let difference = zip(a.value.values, b.value.values).map { abs($0 - $1) }.max() ?? 0
      #expect(difference <= 1e-5 * a.value.largestMagnitude)
    }
  }
}
