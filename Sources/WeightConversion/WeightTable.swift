import Backpropagation
import MaskRCNN
import Tensors
import TrainingStrategies

/// The weights of a model under another program's names and in its layouts, and back.
public struct WeightTable: Sendable {
  /// The other program.
  public let format: WeightFormat
  /// The table's lines. Of two for a layer, the first counts.
  public let rules: [WeightRule]
  /// What that program adds to a variance before it takes the root. Detectron's files hold no variances.
  public let epsilon: Float
  private let configuration: DetectorConfiguration

  /// A table for models of these sizes and with these masks.
  ///
  /// - Parameter epsilon: 0 for torchvision's published weights of COCO, which were trained when its
  ///   `FrozenBatchNorm2d` added nothing (`overwrite_eps(model, 0.0)` in mask_rcnn.py); 1e-5 for what its present version
  ///   trains.
  public init(
    _ format: WeightFormat, _ configuration: DetectorConfiguration, _ method: Method, epsilon: Float = 0
  ) {
    (self.format, self.configuration, self.epsilon) = (format, configuration, epsilon)
    rules = format.rules(configuration, method)
  }

  /// A parameter as the other program knows it.
  private struct Counterpart {
    /// The layer's name there, first today's and then older ones.
    let layers: [String]
    let part: WeightFormat.Part
    let layout: WeightLayout
  }

  /// What a parameter is there; nil if it is nothing.
  private func counterpart(_ parameter: Parameter) -> Counterpart? {
    let endings: [(String, WeightFormat.Part)] = [(".weight", .weight), (".bias", .bias)]
    for (ending, part) in endings where parameter.name.hasSuffix(ending) {
      let layer = String(parameter.name.dropLast(ending.count))
      for rule in rules {
        if let names = rule.names(of: layer) {
          return Counterpart(layers: names, part: part, layout: rule.layout)
        }
      }
    }
    return nil
  }

  private func counterpart(_ parameter: Parameter, file: String) throws -> Counterpart {
    guard let counterpart = counterpart(parameter) else {
      throw InputError(
        file: file, place: parameter.name, problem: "has no counterpart in \(format.rawValue)'s models")
    }
    return counterpart
  }

  // MARK: From there

  /// Gives each parameter its values from another program's file, or changes none of them.
  ///
  /// - Parameters:
  ///   - file: the file's tensors, by that program's names.
  ///   - path: the file's name, for errors.
  ///   - parameters: all that the file should hold.
  /// - Throws: `InputError` for the first tensor that is missing, has another shape than the parameter needs, holds what
  ///   is no finite number, or belongs to no parameter.
  public func load(_ file: Safetensors, path: String, into parameters: [Parameter]) throws {
    var source = Source(file: file, path: path)
    let values = try parameters.map { try value(of: $0, from: &source) }
    let extra = file.tensors.keys.filter { !source.read.contains($0) && !format.passesOver($0) }.sorted()
    if let first = extra.first {
      throw InputError(
        file: path, place: first,
        problem: "belongs to no part of the model"
          + (extra.count > 1 ? ", nor do \(extra.count - 1) further tensors" : ""))
    }
    for (parameter, value) in zip(parameters, values) { parameter.value = value }
    if format == .detectron { Self.readStandardizedColors(parameters) }
  }

  /// A file, and which of its tensors have been read.
  private struct Source {
    let file: Safetensors
    let path: String
    var read: Set<String> = []

    /// The tensor of the first of these names that is there.
    mutating func tensor(_ names: [String], shape: [Int]) throws -> Tensor {
      let name = names.first { file.tensors[$0] != nil } ?? names[0]
      read.insert(name)
      return try file.tensor(name, shape: shape, file: path)
    }
  }

  private func value(of parameter: Parameter, from source: inout Source) throws -> Tensor {
    let counterpart = try counterpart(parameter, file: source.path)
    let shape = parameter.value.shape
    if counterpart.layout == .normalization && format == .torchvision {
      let folded = try foldedNormalization(counterpart.layers[0], channels: shape[0], from: &source)
      return counterpart.part == .weight ? folded.scale : folded.shift
    }
    let layout = counterpart.part == .weight ? counterpart.layout : .same
    let ending = format.ending(counterpart.part, counterpart.layout)
    let tensor = try source.tensor(
      counterpart.layers.map { $0 + ending }, shape: layout.theirShape(shape))
    return layout.ours(tensor)
  }

  /// torchvision's frozen batch normalisation, γ·(x - mean) / √(variance + ε) + β, as a scale and a shift of x.
  private func foldedNormalization(
    _ layer: String, channels: Int, from source: inout Source
  ) throws -> (scale: Tensor, shift: Tensor) {
    var vectors: [[Float]] = []
    for name in ["weight", "bias", "running_mean", "running_var"] {
      vectors.append(try source.tensor(["\(layer).\(name)"], shape: [channels]).values)
    }
    let (gamma, beta, mean, variance) = (vectors[0], vectors[1], vectors[2], vectors[3])
    guard variance.allSatisfy({ $0 + epsilon > 0 }) else {
      throw InputError(
        file: source.path, place: "\(layer).running_var",
        problem: "holds a variance that is not positive; weights of a later version need --epsilon 1e-5")
    }
    let scale = zip(gamma, variance).map { $0 / ($1 + epsilon).squareRoot() }
    let shift = zip(beta, zip(mean, scale)).map { $0 - $1.0 * $1.1 }
    return (
      Tensor(shape: [channels], values: scale), Tensor(shape: [channels], values: shift)
    )
  }

  // MARK: And back

  /// Parameters as tensors of torchvision, under the names of its present version. A normalisation is written with the
  /// statistics that change nothing, mean 0 and variance 1 - ε, so that reading it gives the same bits.
  ///
  /// - Parameter path: the model's file, for errors.
  /// - Throws: `InputError` if a parameter has no counterpart there, or the backbone is not one of torchvision's.
  public func tensors(of parameters: [Parameter], path: String) throws -> [String: Tensor] {
    precondition(format == .torchvision, "only torchvision's files are written")
    let backbone = configuration.backbone
    guard backbone.stem == .large, backbone.block == .bottleneck, backbone.normalization == .frozenBatch
    else {
      throw InputError(
        file: path, place: "backbone",
        problem: "torchvision's has a 7x7 stem, bottlenecks with the stride in the 3x3, and frozen batch "
          + "normalisations; this one's stem is \(backbone.stem), its blocks are \(backbone.block), its "
          + "normalisation is \(backbone.normalization)")
    }
    var tensors: [String: Tensor] = [:]
    for parameter in parameters {
      let counterpart = try counterpart(parameter, file: path)
      let name = counterpart.layers[0] + format.ending(counterpart.part, counterpart.layout)
      let layout = counterpart.part == .weight ? counterpart.layout : .same
      tensors[name] = layout.theirs(parameter.value)
      if counterpart.layout == .normalization && counterpart.part == .weight {
        let shape = parameter.value.shape
        tensors["\(counterpart.layers[0]).running_mean"] = Tensor(shape: shape)
        tensors["\(counterpart.layers[0]).running_var"] = Tensor(shape: shape, repeating: 1 - epsilon)
      }
    }
    return tensors
  }
}
