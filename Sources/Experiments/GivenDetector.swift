import COCO
import Foundation
import HybridMaskHead
import MaskRCNN
import Tensors
import TrainingStrategies

/// §3 A detector from a model file, in place of stage one: nothing of it is trained. `reproduce convert` makes such files of
/// other programs' weights, `reproduce train` of its own.
public struct GivenDetector: Sendable {
  /// The file.
  public let path: String
  /// The fingerprint of the file's content, by which experiments know the detector.
  public let fingerprint: String
  /// Its sizes.
  public let configuration: DetectorConfiguration
  private let file: ModelFile

  /// The detector of a model file.
  ///
  /// - Parameter imageSide: the longer side that images are brought to, if not the file's.
  /// - Throws: `InputError` if the file is no model.
  public init(file path: String, imageSide: Int? = nil) throws {
    self.path = path
    file = try ModelFile(contentsOf: path)
    fingerprint = Fingerprint(ofBytes: try readWhole(path)).short
    let own = file.model.detector.configuration
    configuration = imageSide.map(own.seeing(longerSide:)) ?? own
  }

  /// The sizes of an MLP branch that fits its mask head.
  public var mlp: MLPConfiguration { configuration.isFullSize ? .paper : .miniature }

  /// The detector for the classes of a data set, known by their names: class `k` is the k-th of `categories`. Classes that
  /// the data set lacks are left out.
  ///
  /// - Parameter source: what the categories are of, for messages.
  /// - Throws: `InputError` with the names of those that the detector does not know.
  public func detector(for categories: [COCO.Category], of source: String) throws -> Detector {
    let classOf = Dictionary(zip(file.categories.map(\.name), 1...), uniquingKeysWith: { first, _ in first })
    let unknown = categories.map(\.name).filter { classOf[$0] == nil }
    guard unknown.isEmpty else {
      throw InputError(
        file: path, place: "categories",
        problem:
          "the detector does not know \(unknown.count) of the \(categories.count) classes of \(source): "
          + unknown.joined(separator: ", "))
    }
    return file.model.detector.keeping(
      classes: categories.map { classOf[$0.name]! }, imageSide: configuration.imageSide)
  }
}

extension Experiment {
  /// The same experiment around a given detector.
  public func around(_ detector: GivenDetector) -> Experiment {
    with {
      $0.detector = detector.configuration
      $0.detectorModel = detector.fingerprint
      ($0.schedule.detector, $0.start) = (.none, nil)
    }
  }
}

extension TrainingIdentity {
  /// Whether it is a detector that is there already.
  var isGiven: Bool { detectorModel != nil && method == nil }
}
