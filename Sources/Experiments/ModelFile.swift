import COCO
import Foundation
import MaskRCNN
import Tensors
import TrainingStrategies
import WeightTransfer

/// A trained model in a file: safetensors, with all that is needed to build it in the metadata. Other programs read the
/// weights by their names.
public struct ModelFile: Sendable {
  /// The model.
  public let model: MaskXRCNN
  /// The categories: class `k` is the k-th of them.
  public let categories: [COCO.Category]
  /// How it was trained, for people.
  public let about: About

  /// How a model was trained.
  public struct About: Codable, Hashable, Sendable {
    /// In which order.
    public var strategy: Strategy
    /// The names of the classes in set A.
    public var setA: [String]
    /// The number of steps of each stage.
    public var steps: [Int]

    /// A description.
    public init(strategy: Strategy, setA: [String], steps: [Int]) {
      (self.strategy, self.setA, self.steps) = (strategy, setA, steps)
    }
  }

  /// A file's content.
  public init(model: MaskXRCNN, categories: [COCO.Category], about: About) {
    precondition(categories.count == model.detector.classCount, "a category for each class")
    (self.model, self.categories, self.about) = (model, categories, about)
  }

  private static let format = "segment-everything-1"

  private struct Configuration: Codable {
    let detector: DetectorConfiguration
    let method: Method
    let categories: [Name]
    let about: About

    struct Name: Codable {
      let id: Int
      let name: String
      let supercategory: String
    }
  }

  /// Writes the file, whole or not at all. `embeddings` are the fixed vectors of a T that reads some.
  public func write(to path: String, embeddings: Tensor?) throws {
    let configuration = Configuration(
      detector: model.detector.configuration, method: model.method,
      categories: categories.map { .init(id: $0.id, name: $0.name, supercategory: $0.supercategory) },
      about: about)
    var file = Safetensors(metadata: [
      "format": Self.format,
      "configuration": String(decoding: try canonicalJSON(configuration), as: UTF8.self),
    ])
    for parameter in model.parameters { file.tensors[parameter.name] = parameter.value }
    file.tensors["embeddings"] = embeddings
    try file.write(to: path)
  }

  /// Reads a file. Throws `InputError` if it is cut short, no model, or a model whose weights have other sizes than
  /// it says.
  public init(contentsOf path: String) throws {
    let file = try Safetensors(contentsOf: path)
    func fail(_ problem: String) -> InputError {
      InputError(file: path, place: "__metadata__", problem: problem)
    }
    guard file.metadata["format"] == Self.format, let text = file.metadata["configuration"] else {
      throw fail("is no model of this program: expected the format \(Self.format) and a configuration")
    }
    let configuration: Configuration
    do {
      configuration = try JSONDecoder().decode(Configuration.self, from: Data(text.utf8))
    } catch {
      throw fail("the configuration is not what `train` writes")
    }
    if let problem = configuration.detector.problem { throw fail(problem) }
    if case .transfer(let transfer) = configuration.method.predictor {
      guard (1...16).contains(transfer.structure.layers), (1...65536).contains(transfer.structure.hiddenWidth)
      else {
        throw fail(
          "T has \(transfer.structure.layers) layers of \(transfer.structure.hiddenWidth); expected 1 to 16")
      }
    }
    if let mlp = configuration.method.mlp,
      ([mlp.squeeze ?? 1] + mlp.hidden).contains(where: { !(1...65536).contains($0) })
    {
      throw fail("a layer of the MLP branch is not 1 to 65536 wide")
    }
    let categories = configuration.categories.map {
      COCO.Category(id: $0.id, name: $0.name, supercategory: $0.supercategory)
    }
    guard !categories.isEmpty, Set(categories.map(\.id)).count == categories.count else {
      throw fail("expected categories with different ids")
    }

    // Embeddings, where T reads fixed vectors.
    var embeddings: Tensor?
    if case .transfer(let transfer) = configuration.method.predictor,
      [.randn, .glove, .constant].contains(transfer.input)
    {
      guard let tensor = file.tensors["embeddings"], tensor.shape.count == 2,
        tensor.shape[0] == categories.count + 1, tensor.shape[1] > 0, tensor.isFinite
      else {
        throw InputError(
          file: path, place: "embeddings",
          problem: "expected a vector for each of \(categories.count) classes and the background")
      }
      embeddings = tensor
    }

    var generator = PCG32(seed: 0)
    let detector = Detector(configuration.detector, classCount: categories.count, using: &generator)
    let model = MaskXRCNN(
      detector: detector, method: configuration.method, embeddings: embeddings, using: &generator)
    try file.load(into: model.parameters, file: path)
    self.init(model: model, categories: categories, about: configuration.about)
  }
}

extension DetectorConfiguration {
  /// What keeps a network of these sizes from being built; nil if nothing does. Configurations that come from files are
  /// held against this before memory is asked for.
  public var problem: String? {
    let widths =
      [pyramidWidth, backbone.stemWidth] + boxHeadWidths + maskHeadWidths + backbone.stages.map(\.width)
    if !widths.allSatisfy({ (1...8192).contains($0) }) { return "a layer's width is not 1 to 8192" }
    if boxHeadWidths.isEmpty || maskHeadWidths.isEmpty || backbone.stages.isEmpty {
      return "a part has no layers"
    }
    if backbone.stages.count > 6
      || !backbone.stages.allSatisfy({ (1...64).contains($0.blocks) && (1...2).contains($0.stride) })
    {
      return "the backbone's stages are not what can be built"
    }
    if case .group(let channels) = backbone.normalization {
      let normalized = [backbone.stemWidth] + backbone.stages.map { $0.width * backbone.block.expansion }
      if channels < 1 || !(normalized + backbone.stages.map(\.width)).allSatisfy({ $0 % channels == 0 }) {
        return "groups of \(channels) channels do not divide a layer's width"
      }
    }
    if !(16...4096).contains(imageSide) { return "the image side \(imageSide) is not 16 to 4096" }
    if let shorterSide, !(16...imageSide).contains(shorterSide) {
      return "the shorter side \(shorterSide) is not 16 to the longer one, \(imageSide)"
    }
    if !(1...64).contains(boxRegionSide) || !(1...64).contains(maskRegionSide) {
      return "a region's side is not 1 to 64"
    }
    if anchorRatios.isEmpty || !anchorRatios.allSatisfy({ $0 > 0 && $0.isFinite }) || !(smallestAnchor > 0)
      || !smallestAnchor.isFinite || !(canonicalSide > 0) || !canonicalSide.isFinite
    {
      return "an anchor has no size"
    }
    let counts = [
      anchorsSampled, proposalsPerLevel, proposalsKept, regionsSampled, maskRegions, detectionsKept,
    ]
    if !counts.allSatisfy({ (1...100_000).contains($0) }) { return "a count of regions is not 1 to 100000" }
    if ![foregroundShare, scoreThreshold, detectionOverlap].allSatisfy({ (0...1).contains($0) }) {
      return "a share is not 0 to 1"
    }
    return nil
  }
}
