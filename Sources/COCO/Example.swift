import Tensors
import Pictures

/// An image with all that its data set knows of it.
public struct Example: Sendable {
  /// The image's id in its data set.
  public let imageID: Int
  /// The pixels.
  public let image: Image
  /// The objects, in the data set's order, crowds included.
  public let annotations: [Annotation]

  /// An example from its parts.
  public init(imageID: Int, image: Image, annotations: [Annotation]) {
    self.imageID = imageID
    self.image = image
    self.annotations = annotations
  }
}

/// A data set: a folder of photographs, or a drawn world. Item `i` is the same whenever it is asked for, and
/// may be asked for from many threads.
public protocol ExampleSource: Sendable {
  /// The categories; class `k` of a model is the k-th of them, from 1.
  var categories: [Category] { get }
  /// How many examples there are.
  var count: Int { get }
  /// The example at an index from 0. Throws `InputError` where its files are at fault.
  func example(at index: Int) throws -> Example
  /// The id, name and size of the image at an index, without reading or drawing it where that can be helped.
  func entry(at index: Int) throws -> ImageEntry
  /// The objects of the image at an index, without reading or drawing it where that can be helped.
  func annotations(at index: Int) throws -> [Annotation]
}

extension ExampleSource {
  /// Made from the example itself; sources that know better say so.
  public func entry(at index: Int) throws -> ImageEntry {
    let example = try example(at: index)
    return ImageEntry(
      id: example.imageID, fileName: "\(example.imageID).png", width: example.image.width,
      height: example.image.height)
  }

  /// Made from the example itself; sources that know better say so.
  public func annotations(at index: Int) throws -> [Annotation] { try example(at: index).annotations }
}
