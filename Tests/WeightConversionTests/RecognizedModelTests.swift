import HybridMaskHead
import MaskRCNN
import Tensors
import Testing
import TrainingStrategies
import WeightConversion
import WeightTransfer

@Suite("What model a file holds")
struct RecognizedModelTests {
  private func recognized(
    _ format: WeightFormat, _ shapes: [String: [Int]],
    activation: TransferStructure.Activation = .leakyReLU
  ) throws -> RecognizedModel {
    try RecognizedModel(
      Safetensors(tensors: shapes.mapValues { Tensor(shape: $0) }), path: "F", format: format,
      activation: activation)
  }

  @Test("torchvision's: the classes by the classifier, masks by their last layer, the depth by the blocks")
  func torchvision() throws {
    let classifier = "roi_heads.box_predictor.cls_score.weight"
    let boxes = try recognized(.torchvision, [classifier: [91, 8]])
    #expect(boxes.classCount == 90 && boxes.method == nil && boxes.detector.backbone == .resNet50)
    #expect(boxes.detector.proposalsPerLevel == 1000 && boxes.detector.proposalsKept == 1000)
    let masks = try recognized(
      .torchvision,
      [
        classifier: [3, 8], "roi_heads.mask_predictor.mask_fcn_logits.weight": [3, 4, 1, 1],
        "backbone.body.layer3.6.conv1.weight": [1],
      ])
    #expect(masks.classCount == 2 && masks.method == .oracle && masks.detector.backbone == .resNet101)
  }

  @Test("Detectron's: the stride in the first 1x1, and every predictor of the paper's")
  func detectron() throws {
    let classifier = ["cls_score_w": [81, 8]]
    func method(
      _ shapes: [String: [Int]], activation: TransferStructure.Activation = .leakyReLU
    ) throws -> Method? {
      try recognized(
        .detectron, classifier.merging(shapes, uniquingKeysWith: { $1 }), activation: activation
      ).method
    }
    let boxes = try recognized(.detectron, classifier)
    #expect(boxes.classCount == 80 && boxes.method == nil)
    #expect(boxes.detector.backbone.block == .originalBottleneck)
    #expect(boxes.detector.backbone.stages == ResNetConfiguration.resNet50.stages)
    let deeper = try recognized(.detectron, ["cls_score_w": [81, 8], "res4_6_branch2a_w": [1]])
    #expect(deeper.detector.backbone.stages == ResNetConfiguration.resNet101.stages)

    #expect(try method(["mask_fcn_logits_w": [81, 4, 1, 1]]) == .oracle)
    #expect(try method(["mask_fcn_logits_w": [1, 4, 1, 1]]) == .baseline)
    // T by what its first layer reads, its layers, its width.
    func transfer(
      _ input: TransferInput, layers: Int, width: Int = 256,
      _ activation: TransferStructure.Activation = .leakyReLU
    ) -> Method {
      Method(
        .transfer(
          TransferConfiguration(
            input: input,
            structure: TransferStructure(layers: layers, activation: activation, hiddenWidth: width))))
    }
    let last = "mask_fcn_logits_w_flat_w"
    let hidden = ["bbox2mask_mlp_l1_w", "bbox2mask_mlp_l2_w"]
    #expect(try method([last: [4, 8]]) == transfer(.cls, layers: 1))
    #expect(try method([hidden[0]: [6, 32], last: [4, 6]]) == transfer(.box, layers: 2, width: 6))
    #expect(
      try method([hidden[0]: [6, 40], hidden[1]: [6, 6], last: [4, 6]], activation: .relu)
        == transfer(.clsAndBox, layers: 3, width: 6, .relu))
    #expect(
      try method(["v_glove": [81, 7], hidden[0]: [6, 7], last: [4, 6]])
        == transfer(.glove, layers: 2, width: 6))
    #expect(
      try method(["v_randn_0": [81, 7], hidden[0]: [6, 7], last: [4, 6]])
        == transfer(.randn, layers: 2, width: 6))
    // And the branch beside it.
    var hybrid = transfer(.cls, layers: 1)
    hybrid.mlp = .paper
    #expect(try method([last: [4, 8], "mask_mlp_logits_raw_w": [9, 36]]) == hybrid)
    hybrid.mlp = MLPConfiguration(squeeze: nil, hidden: [5])
    #expect(
      try method([last: [4, 8], "fc_mask_head_mlp_l1_w": [5, 36], "mask_mlp_logits_raw_w": [9, 5]]) == hybrid)
  }

  @Test("A file without a classifier, and a T that reads nothing known, are named")
  func unknown() throws {
    for (format, place) in [
      (WeightFormat.torchvision, "roi_heads.box_predictor.cls_score.weight"),
      (WeightFormat.detectron, "cls_score_w"),
    ] {
      for shapes in [[:], [place: [91]], [place: [1, 8]]] as [[String: [Int]]] {
        let error = #expect(throws: InputError.self) { try recognized(format, shapes) }
        #expect(error?.file == "F" && error?.place == place)
      }
    }
    let error = #expect(throws: InputError.self) {
      try recognized(.detectron, ["cls_score_w": [81, 8], "mask_fcn_logits_w_flat_w": [4, 9]])
    }
    #expect(error?.place == "mask_fcn_logits_w_flat_w")
  }

  @Test("The classes of models trained on COCO have COCO's names and ids")
  func categories() throws {
    let eighty = try #require(try recognized(.detectron, ["cls_score_w": [81, 8]]).categoriesOfCOCO)
    #expect(eighty.count == 80 && eighty[11].id == 13 && eighty[11].name == "stop sign")
    let ninety = try #require(
      try recognized(.torchvision, ["roi_heads.box_predictor.cls_score.weight": [91, 8]]).categoriesOfCOCO)
    #expect(ninety.map(\.id) == Array(1...90))
    #expect(ninety[12].name == "stop sign" && ninety[11].name == "N/A" && ninety[89].name == "toothbrush")
    #expect(ninety.count { $0.name == "N/A" } == 10)
    #expect(try recognized(.detectron, ["cls_score_w": [6, 8]]).categoriesOfCOCO == nil)
  }
}
