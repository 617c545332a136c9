import COCO
import Foundation
import MaskRCNN
import Tensors

/// §2.2 A data set as a detector sees it in training, with masks for the classes of set A alone.
///
/// The masks of B are taken away here, before anything else can look at them: not a bit of a trained model can depend on
/// them.
public struct TrainingSet: Sendable {
  private let source: any ExampleSource
  private let configuration: DetectorConfiguration
  private let classOf: [Int: Int]
  /// The classes whose masks may be used.
  public let setA: Set<Int>

  /// A data set of which only the masks of `setA` are seen.
  ///
  /// - Parameters:
  ///   - configuration: that of the detector, which says at what size it sees images.
  ///   - setA: class indices, 1 for the first category of the source.
  public init(_ source: any ExampleSource, by configuration: DetectorConfiguration, setA: Set<Int>) {
    (self.source, self.configuration, self.setA) = (source, configuration, setA)
    classOf = Dictionary(uniqueKeysWithValues: zip(source.categories.map(\.id), 1...))
  }

  /// The number K of classes.
  public var classCount: Int { source.categories.count }
  /// The number of images.
  public var count: Int { source.count }

  /// The image at an index, mirrored if `flipped`.
  public func image(at index: Int, flipped: Bool = false) throws -> TrainingImage {
    let example = try source.example(at: index)
    let visible = example.annotations.map { annotation in
      classOf[annotation.categoryID].map(setA.contains) == true ? annotation : annotation.boxOnly
    }
    let image = TrainingImage(
      Example(imageID: example.imageID, image: example.image, annotations: visible), by: configuration,
      classOf: classOf)
    return flipped ? image.flipped : image
  }
}
