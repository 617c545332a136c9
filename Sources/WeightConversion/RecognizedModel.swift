import COCO
import HybridMaskHead
import MaskRCNN
import Tensors
import TrainingStrategies
import WeightTransfer

/// What model another program's file holds, told by the names and shapes of its tensors.
public struct RecognizedModel: Sendable, Hashable {
  /// The program.
  public let format: WeightFormat
  /// ResNet-50-FPN or ResNet-101-FPN, with the numbers of proposals that both programs use to detect, under the program's
  /// conventions.
  public let detector: DetectorConfiguration
  /// The number K of classes, background not counted.
  public let classCount: Int
  /// How it predicts masks; nil for a detector of boxes.
  public let method: Method?
  /// The tensor with the fixed vectors `[K + 1, D]` that T reads, if it reads some.
  private let vectors: String?

  /// Looks at a file.
  ///
  /// - Parameter activation: that of T's hidden layers, which no file of weights tells.
  /// - Throws: `InputError` if there is no classifier, or T reads what no description of a class is.
  public init(
    _ file: Safetensors, path: String, format: WeightFormat,
    activation: TransferStructure.Activation = .leakyReLU
  ) throws {
    let shapes = file.tensors.mapValues(\.shape)
    let classifier = format == .torchvision ? "roi_heads.box_predictor.cls_score.weight" : "cls_score_w"
    guard let shape = shapes[classifier], shape.count == 2, (2...100_000).contains(shape[0]) else {
      throw InputError(
        file: path, place: classifier,
        problem: "expected \(format.rawValue)'s classifier, a row for the background and each class; "
          + (shapes[classifier].map { "its shape is \($0)" } ?? "there is no such tensor"))
    }
    self.format = format
    classCount = shape[0] - 1
    detector = Self.detector(format, shapes)
    switch format {
    case .torchvision:
      method = shapes["roi_heads.mask_predictor.mask_fcn_logits.weight"] == nil ? nil : .oracle
      vectors = nil
    case .detectron:
      vectors = ["v_glove", "v_randn_0"].first { shapes[$0] != nil }
      let predictor = try Self.predictor(
        shapes, classWeightLength: shape[1], vectors: vectors, activation, path: path)
      method = predictor.map { Method($0, mlp: Self.branch(shapes)) }
    }
  }

  private static func detector(_ format: WeightFormat, _ shapes: [String: [Int]]) -> DetectorConfiguration {
    // The 7th block of the third stage, which ResNet-50 has not.
    let block = format == .torchvision ? "backbone.body.layer3.6.conv1.weight" : "res4_6_branch2a_w"
    var configuration: DetectorConfiguration = shapes[block] == nil ? .resNet50 : .resNet101
    if format == .detectron { configuration.backbone.block = .originalBottleneck }
    // Half as many as in training (`rpn_pre_nms_top_n_test`, `TEST.RPN_PRE_NMS_TOP_N`, and those after suppression).
    (configuration.proposalsPerLevel, configuration.proposalsKept) = (1000, 1000)
    configuration.convention = format.convention
    return configuration
  }

  private static func predictor(
    _ shapes: [String: [Int]], classWeightLength: Int, vectors: String?,
    _ activation: TransferStructure.Activation, path: String
  ) throws -> Method.Predictor? {
    let last = "mask_fcn_logits_w_flat_w"
    guard shapes[last] != nil else {
      guard let shape = shapes["mask_fcn_logits_w"] else { return nil }
      return shape.first == 1 ? .classAgnostic : .classSpecific
    }
    // T: its hidden layers, then what its first layer reads.
    let hidden = ["bbox2mask_mlp_l1_w", "bbox2mask_mlp_l2_w"].filter { shapes[$0] != nil }
    let first = hidden.first ?? last
    let length = shapes[first]?.last ?? 0
    let input: TransferInput
    if let vectors {
      input = vectors == "v_glove" ? .glove : .randn
    } else if length == classWeightLength {
      input = .cls
    } else if length == 4 * classWeightLength {
      input = .box
    } else if length == 5 * classWeightLength {
      input = .clsAndBox
    } else {
      throw InputError(
        file: path, place: first,
        problem: "expected a weight on vectors of \(classWeightLength), \(4 * classWeightLength) or "
          + "\(5 * classWeightLength) numbers; its shape is \(shapes[first] ?? [])")
    }
    let width = hidden.first.flatMap { shapes[$0]?.first } ?? TransferStructure.paper.hiddenWidth
    return .transfer(
      TransferConfiguration(
        input: input,
        structure: TransferStructure(layers: hidden.count + 1, activation: activation, hiddenWidth: width)))
  }

  private static func branch(_ shapes: [String: [Int]]) -> MLPConfiguration? {
    guard shapes["mask_mlp_logits_raw_w"] != nil else { return nil }
    let hidden = ["fc_mask_head_mlp_l1_w", "fc_mask_head_mlp_l2_w"].compactMap { shapes[$0]?.first }
    return MLPConfiguration(squeeze: nil, hidden: hidden)
  }

  /// The model with the file's weights, and the fixed vectors that its T reads. Where the file has no masks, the mask head
  /// and a class-agnostic predictor start fresh.
  ///
  /// - Parameter epsilon: what the program adds to a variance; see `WeightTable`.
  /// - Throws: `InputError` for a tensor that is missing, misshapen, or belongs to nothing.
  public func model(
    from file: Safetensors, path: String, epsilon: Float = 0
  ) throws -> (model: MaskXRCNN, embeddings: Tensor?) {
    var weights = file
    var embeddings: Tensor?
    if let vectors {
      let length = file.tensors[vectors]?.shape.last ?? 300
      embeddings = try file.tensor(vectors, shape: [classCount + 1, length], file: path)
      weights.tensors[vectors] = nil
    }
    let method = method ?? .baseline
    var generator = PCG32(seed: 1)
    let fresh = Detector(detector, classCount: classCount, using: &generator)
    let model = MaskXRCNN(detector: fresh, method: method, embeddings: embeddings, using: &generator)
    try WeightTable(format, detector, method, epsilon: epsilon).load(
      weights, path: path, into: self.method == nil ? model.detector.parameters : model.parameters)
    return (model, embeddings)
  }

  /// The categories of a model trained on COCO, class k being the k-th: Detectron's 80, or torchvision's 90, which are
  /// COCO's ids. The ten of those that name nothing are called N/A, as torchvision calls them. Nil for other numbers.
  public var categoriesOfCOCO: [COCO.Category]? {
    switch classCount {
    case 80: return COCOCategories.all
    case 90:
      let known = Dictionary(uniqueKeysWithValues: COCOCategories.all.map { ($0.id, $0) })
      return (1...90).map { known[$0] ?? Category(id: $0, name: "N/A", supercategory: "") }
    default: return nil
    }
  }
}
