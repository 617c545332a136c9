import Foundation
import MaskRCNN
import MiniatureCOCO
import Tensors
import TrainingStrategies

/// §3 The weights that stage one goes on from: what ImageNet is to the paper, this is to the drawn world.
///
/// They were learnt once, from the boxes and names of a thousand kinds of drawn things, the 80 among them, in scenes that
/// no experiment sees, and ship with the package at half precision: `reproduce pretrain` makes the file. No mask had any
/// part in them. What they know of classes, the last layers of the box head, is left out: `w_det` is learnt in stage one.
public struct PretrainedWeights: Sendable {
  /// The file's fingerprint, which stands in the experiments that go on from it.
  public let fingerprint: String
  private let file: Safetensors
  private let path: String

  /// How they were learnt.
  public static let training = TrainingIdentity(
    data: .miniature(
      DataSource.World(
        world: .naming(kinds), trainingSeed: 3001, trainingCount: 30_000, maskedCount: 0,
        validationSeed: 0, validationCount: 0)),
    detector: .small.withoutMaskBoxes, masks: nil, method: nil, strategy: .stageWise,
    schedule: Schedule(detector: TrainingSchedule(steps: 10_000, batch: 8, rate: 0.02)), seeds: [3001])

  /// The fingerprint of those that ship with the package: experiments that go on from them name it.
  public static let current = "bd2f9176dcde"

  /// How many kinds of thing they were taught to name.
  public static let kinds = 1000

  /// Reads a file. Throws `InputError` if it is none, or cut short.
  public init(contentsOf path: String) throws {
    let bytes = try readWhole(path)
    (file, self.path) = (try Safetensors(bytes, file: path), path)
    fingerprint = Fingerprint(ofBytes: bytes).short
  }

  /// Those that ship with the package.
  public static func shipped() throws -> PretrainedWeights {
    guard
      let path = Bundle.module.path(
        forResource: "pretrained", ofType: "safetensors", inDirectory: "Resources")
    else {
      throw InputError(
        file: "pretrained.safetensors",
        problem: "is not among the package's resources; `reproduce pretrain` makes it")
    }
    return try PretrainedWeights(contentsOf: path)
  }

  /// Those that ship with the package, which must be the ones of a fingerprint.
  static func shipped(fingerprint: String) throws -> PretrainedWeights {
    let weights = try shipped()
    guard weights.fingerprint == fingerprint else {
      throw InputError(
        file: weights.path,
        problem: "expected the weights \(fingerprint), found \(weights.fingerprint): results of other weights"
      )
    }
    return weights
  }

  /// Writes what others go on from of a trained detector.
  public static func write(_ detector: Detector, to path: String) throws {
    var file = Safetensors(metadata: [
      "format": "segment-everything-pretrained-1",
      "training": String(decoding: try canonicalJSON(training), as: UTF8.self),
    ])
    for parameter in detector.parameters where !isOfClasses(parameter.name) {
      file.tensors[parameter.name] = parameter.value
    }
    try file.write(to: path, at: .half)
  }

  /// How the weights were learnt, as the file says: `training`, as it was when they were made.
  func learning() throws -> TrainingIdentity {
    guard let text = file.metadata["training"],
      let training = try? JSONDecoder().decode(TrainingIdentity.self, from: Data(text.utf8))
    else {
      throw InputError(
        file: path, place: "__metadata__.training", problem: "expected how the weights were learnt")
    }
    return training
  }

  /// Gives a detector of the same sizes all weights but those of its classes.
  func load(into detector: Detector) throws {
    let shared = detector.parameters.filter { !Self.isOfClasses($0.name) }
    let names = Set(shared.map(\.name))
    if let other = file.tensors.keys.sorted().first(where: { !names.contains($0) }) {
      throw InputError(
        file: path, place: other, problem: "is no weight of this detector: it has other layers")
    }
    try file.load(into: shared, file: path)
  }

  /// Whether a weight belongs to the rows of the classes.
  private static func isOfClasses(_ name: String) -> Bool {
    name.hasPrefix("box.cls.") || name.hasPrefix("box.box.")
  }
}
