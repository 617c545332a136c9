import COCO
import MaskRCNN
import Tensors

/// §2.2 A data set as training sees it: images of one size, and masks for the classes of set A alone.
///
/// The masks of B are taken away here, before anything else can look at them: not a bit of a trained model can depend on
/// them.
public struct TrainingSet: Sendable {
  private let source: any ExampleSource
  private let side: Int
  private let classOf: [Int: Int]
  /// The classes whose masks may be used.
  public let setA: Set<Int>

  /// A data set of which only the masks of `setA` are seen.
  ///
  /// - Parameters:
  ///   - side: the longer side of the images.
  ///   - setA: class indices, 1 for the first category of the source.
  public init(_ source: any ExampleSource, side: Int, setA: Set<Int>) {
    (self.source, self.side, self.setA) = (source, side, setA)
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
      Example(imageID: example.imageID, image: example.image, annotations: visible), side: side,
      classOf: classOf)
    return flipped ? image.flipped : image
  }
}

/// §2.2 A source whose examples are all in memory, as they are for a drawn world: drawn once, used in every epoch.
public struct ExamplesInMemory: ExampleSource {
  /// The categories of the source.
  public let categories: [Category]
  private let examples: [Example]

  /// The first `count` examples of a source (all by default), made on up to `threads` threads.
  public init(_ source: any ExampleSource, count: Int? = nil, threads: Int) throws {
    categories = source.categories
    examples = try Parallel.map(min(count ?? source.count, source.count), threads: threads, source.example)
  }

  /// How many there are.
  public var count: Int { examples.count }

  /// The example at an index.
  public func example(at index: Int) -> Example { examples[index] }
}
