import Backpropagation
import MaskRCNN
import Tensors
import Testing
import TrainingStrategies

@testable import WeightConversion

@Suite("torchvision's weights")
struct TorchvisionTests {
  private let table = WeightTable(.torchvision, .tiny, .oracle, epsilon: 1e-5)

  /// A file with the names and shapes of a tiny model, and values that are not ours.
  private func randomFile() throws -> Safetensors {
    var generator = PCG32(seed: 9)
    let tensors = try table.tensors(of: tinyModel(.oracle).parameters, path: "M")
    var file = Safetensors()
    for (name, tensor) in tensors.sorted(by: { $0.key < $1.key }) {
      var value = Tensor(normal: tensor.shape, deviation: 1, using: &generator)
      if name.hasSuffix("running_var") { value = value.map { $0 * $0 + 0.1 } }
      file.tensors[name] = value
    }
    return file
  }

  private func isNormalization(_ name: String) -> Bool {
    name.contains(".bn") || name.contains(".downsample.1.")
  }

  @Test("The full-size model has as many weights as torchvision counts, under its names and shapes")
  func fullSize() throws {
    var generator = PCG32(seed: 1)
    let detector = Detector(.resNet50, classCount: 90, using: &generator)
    let model = MaskXRCNN(detector: detector, method: .oracle, using: &generator)
    // `num_params` of FasterRCNN_ResNet50_FPN_Weights and MaskRCNN_ResNet50_FPN_Weights. Frozen normalisations are not
    // parameters there, so they are not counted.
    func count(_ parameters: [Parameter]) -> Int {
      parameters.filter { !$0.name.contains(".norm") }.map(\.value.count).reduce(0, +)
    }
    #expect(count(detector.parameters) == 41_755_286)
    #expect(count(model.parameters) == 44_401_393)

    let shapes = try WeightTable(.torchvision, .resNet50, .oracle)
      .tensors(of: model.parameters, path: "M").mapValues(\.shape)
    let known = [
      "backbone.body.conv1.weight": [64, 3, 7, 7],
      "backbone.body.bn1.running_var": [64],
      "backbone.body.layer1.0.downsample.0.weight": [256, 64, 1, 1],
      "backbone.body.layer2.3.bn2.running_mean": [128],
      "backbone.body.layer3.5.conv2.weight": [256, 256, 3, 3],
      "backbone.body.layer4.2.conv3.weight": [2048, 512, 1, 1],
      "backbone.body.layer4.0.downsample.1.bias": [2048],
      "backbone.fpn.inner_blocks.3.0.weight": [256, 2048, 1, 1],
      "backbone.fpn.layer_blocks.0.0.bias": [256],
      "rpn.head.conv.0.0.weight": [256, 256, 3, 3],
      "rpn.head.cls_logits.weight": [3, 256, 1, 1],
      "rpn.head.bbox_pred.bias": [12],
      "roi_heads.box_head.fc6.weight": [1024, 12544],
      "roi_heads.box_head.fc7.bias": [1024],
      "roi_heads.box_predictor.cls_score.weight": [91, 1024],
      "roi_heads.box_predictor.bbox_pred.weight": [364, 1024],
      "roi_heads.mask_head.3.0.weight": [256, 256, 3, 3],
      "roi_heads.mask_predictor.conv5_mask.weight": [256, 256, 2, 2],
      "roi_heads.mask_predictor.mask_fcn_logits.weight": [91, 256, 1, 1],
      "roi_heads.mask_predictor.mask_fcn_logits.bias": [91],
    ]
    for (name, shape) in known { #expect(shapes[name] == shape, "\(name)") }
    // 53 convolutions, each with four vectors of its normalisation, and 21 layers with a weight and a bias.
    #expect(shapes.count == 53 * 5 + 21 * 2)
  }

  @Test("What is read and written again are the same bits; a normalisation is the same function")
  func roundTrip() throws {
    let (file, model) = (try randomFile(), tinyModel(.oracle))
    try table.load(file, path: "F", into: model.parameters)
    let written = try table.tensors(of: model.parameters, path: "M")
    #expect(Set(written.keys) == Set(file.tensors.keys))
    for (name, tensor) in file.tensors where !isNormalization(name) {
      #expect(bits(written[name]) == bits(tensor), "\(name)")
      #expect(written[name]?.shape == tensor.shape, "\(name)")
    }
    let layers = file.tensors.keys.filter { $0.hasSuffix(".running_var") }.map { $0.dropLast(12) }
    #expect(layers.count == 12)
    for layer in layers {
      func vector(_ tensors: [String: Tensor], _ part: String) throws -> [Double] {
        try #require(tensors["\(layer).\(part)"], "\(layer).\(part)").values.map(Double.init)
      }
      func output(_ tensors: [String: Tensor], _ x: Double) throws -> [Double] {
        let (gamma, beta) = (try vector(tensors, "weight"), try vector(tensors, "bias"))
        let (mean, variance) = (try vector(tensors, "running_mean"), try vector(tensors, "running_var"))
        return gamma.indices.map {
          gamma[$0] * (x - mean[$0]) / (variance[$0] + 1e-5).squareRoot() + beta[$0]
        }
      }
      for x in [-1.5, 0, 2] {
        for (before, after) in zip(try output(file.tensors, x), try output(written, x)) {
          #expect(abs(before - after) < 1e-5 * max(1, abs(before)), "\(layer)")
        }
      }
    }
    // From then on, not a bit changes.
    try table.load(Safetensors(tensors: written), path: "F", into: model.parameters)
    let again = try table.tensors(of: model.parameters, path: "M")
    #expect(written.allSatisfy { bits(again[$0.key]) == bits($0.value) })
  }

  @Test("What is written and read again are the same bits", arguments: [Float(0), 1e-5, 1e-3])
  func wayBack(epsilon: Float) throws {
    let table = WeightTable(.torchvision, .tiny, .oracle, epsilon: epsilon)
    let model = tinyModel(.oracle)
    let before = model.parameters.map { bits($0.value) }
    let file = Safetensors(tensors: try table.tensors(of: model.parameters, path: "M"))
    for parameter in model.parameters { parameter.value = Tensor(shape: parameter.value.shape) }
    try table.load(file, path: "F", into: model.parameters)
    #expect(model.parameters.map { bits($0.value) } == before)
  }

  @Test("A detector without masks: fasterrcnn_resnet50_fpn")
  func boxesOnly() throws {
    var file = try randomFile()
    let model = tinyModel(.oracle)
    file.tensors = file.tensors.filter { !$0.key.hasPrefix("roi_heads.mask") }
    let masks = model.maskParameters.map { bits($0.value) }
    try table.load(file, path: "F", into: model.detector.parameters)
    #expect(model.maskParameters.map { bits($0.value) } == masks)
    #expect(model["box.cls.bias"] == file.tensors["roi_heads.box_predictor.cls_score.bias"])
    let written = try table.tensors(of: model.detector.parameters, path: "M")
    #expect(Set(written.keys) == Set(file.tensors.keys))
  }

  @Test("Names of earlier versions are read as well")
  func olderNames() throws {
    let (file, now, earlier) = (try randomFile(), tinyModel(.oracle), tinyModel(.oracle))
    let names = [
      "backbone.fpn.inner_blocks.0.0": "backbone.fpn.inner_blocks.0",
      "backbone.fpn.inner_blocks.1.0": "backbone.fpn.inner_blocks.1",
      "backbone.fpn.layer_blocks.0.0": "backbone.fpn.layer_blocks.0",
      "backbone.fpn.layer_blocks.1.0": "backbone.fpn.layer_blocks.1",
      "rpn.head.conv.0.0": "rpn.head.conv",
      "roi_heads.mask_head.0.0": "roi_heads.mask_head.mask_fcn1",
      "roi_heads.mask_head.1.0": "roi_heads.mask_head.mask_fcn2",
    ]
    var older = file
    for (new, old) in names {
      for part in ["weight", "bias"] {
        let tensor: Tensor = try #require(file.tensors["\(new).\(part)"], "\(new)")
        older.tensors["\(old).\(part)"] = tensor
        older.tensors["\(new).\(part)"] = nil
      }
    }
    older.tensors["backbone.body.bn1.num_batches_tracked"] = Tensor(7)
    try table.load(file, path: "F", into: now.parameters)
    try table.load(older, path: "F", into: earlier.parameters)
    #expect(now.parameters.map { bits($0.value) } == earlier.parameters.map { bits($0.value) })
  }

  @Test(
    "What is missing, misshapen, not finite, without spread or of no use is named, and nothing is changed")
  func broken() throws {
    let good = try randomFile()
    let model = tinyModel(.oracle)
    let before = model.parameters.map { bits($0.value) }
    let fc6 = "roi_heads.box_head.fc6.weight"
    let variance = "backbone.body.layer1.0.downsample.1.running_var"
    let changes: [(place: String, change: (inout [String: Tensor]) -> Void)] = [
      (fc6, { $0[fc6] = nil }),
      ("roi_heads.mask_head.1.0.bias", { $0["roi_heads.mask_head.1.0.bias"] = nil }),
      (variance, { $0[variance] = nil }),
      (fc6, { $0[fc6] = Tensor(shape: [45, 7]) }),
      ("backbone.body.conv1.weight", { $0["backbone.body.conv1.weight"] = Tensor(shape: [4, 7, 7, 3]) }),
      (
        "roi_heads.mask_predictor.conv5_mask.weight",
        {
          $0["roi_heads.mask_predictor.conv5_mask.weight"] = Tensor(shape: [5, 3, 2, 2])
        }
      ),
      (fc6, { $0[fc6]![3] = .nan }),
      (variance, { $0[variance]![2] = -1 }),
      ("roi_heads.keypoint_head.0.weight", { $0["roi_heads.keypoint_head.0.weight"] = Tensor(shape: [1]) }),
      // A block that the network does not have.
      (
        "backbone.body.layer2.1.conv1.weight",
        {
          $0["backbone.body.layer2.1.conv1.weight"] = Tensor(shape: [3, 12, 1, 1])
        }
      ),
      // The older name beside the newer one.
      ("rpn.head.conv.weight", { $0["rpn.head.conv.weight"] = Tensor(shape: [5, 5, 3, 3]) }),
    ]
    for (place, change) in changes {
      var bad = good
      change(&bad.tensors)
      let error = #expect(throws: InputError.self, "\(place)") {
        try table.load(bad, path: "F", into: model.parameters)
      }
      #expect(error?.file == "F" && error?.place == place, "\(place): \(error.map(String.init) ?? "")")
    }
    #expect(model.parameters.map { bits($0.value) } == before)
  }

  @Test("A model that torchvision does not have is not written, and its part is named")
  func withoutCounterpart() throws {
    let transfer = Method(.transfer(.paper))
    let table = WeightTable(.torchvision, .tiny, transfer)
    let error = #expect(throws: InputError.self) {
      try table.tensors(of: tinyModel(transfer).parameters, path: "M")
    }
    #expect(error?.file == "M" && error?.place == "transfer.fc1.weight")
    var configuration = DetectorConfiguration.tiny
    for block in [ResNetConfiguration.Block.basic, .originalBottleneck] {
      configuration.backbone.block = block
      #expect(throws: InputError.self) {
        try WeightTable(.torchvision, configuration, .oracle).tensors(of: [], path: "M")
      }
    }
    #expect(throws: InputError.self) {
      try WeightTable(.torchvision, .miniature, .oracle).tensors(of: [], path: "M")
    }
  }
}
