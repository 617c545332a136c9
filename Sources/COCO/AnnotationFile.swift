import Tensors

/// The annotations of a data set, as one of COCO's `instances_*.json` files holds them.
///
/// A value of this type is whole: ids are unique, every annotation's image and category exist, boxes have an
/// extent and lie in their images, polygons and run lengths are sound. What is not so is refused with an
/// `InputError` that says where.
public struct AnnotationFile: Sendable {
  /// Where it came from; for messages.
  public let file: String
  /// The images, in the file's order.
  public let images: [ImageEntry]
  /// The objects, in the file's order.
  public let annotations: [Annotation]
  /// The categories, in the file's order: class k of a model is the k-th, from 1.
  public let categories: [Category]
  /// Objects of the file that are left out of `annotations`: see `COCOFaults`.
  public let setAside: [Annotation]

  private let annotationIndices: [Int: [Int]]
  private let imageIndices: [Int: Int]

  /// A data set from its parts, which are checked. `file` is for messages.
  ///
  /// Throws `InputError`.
  public init(
    images: [ImageEntry], annotations: [Annotation], categories: [Category], file: String = "annotations"
  ) throws {
    self.file = file
    self.images = images
    self.categories = categories
    setAside = annotations.filter(COCOFaults.contains)
    self.annotations = setAside.isEmpty ? annotations : annotations.filter { !COCOFaults.contains($0) }
    imageIndices = Dictionary(
      zip(images.map(\.id), images.indices), uniquingKeysWith: { first, _ in first })
    try AnnotationCheck(file: file, images: images, annotations: annotations, categories: categories).run()
    annotationIndices = Dictionary(grouping: self.annotations.indices) { [annotations = self.annotations] in
      annotations[$0].imageID
    }
  }

  /// The image under an id.
  public func image(id: Int) -> ImageEntry? { imageIndices[id].map { images[$0] } }

  /// The objects of an image, in the file's order.
  public func annotations(ofImage id: Int) -> [Annotation] {
    (annotationIndices[id] ?? []).map { annotations[$0] }
  }

  /// The same data set with shapes for some classes only: every annotation of another category is reduced to
  /// its box. This is what set B looks like to training.
  public func withMasks(ofCategories ids: Set<Int>) -> AnnotationFile {
    AnnotationFile(
      replacing: annotations.map { ids.contains($0.categoryID) ? $0 : $0.boxOnly }, in: self)
  }

  /// Several files as one: all images and annotations, in the order of the files.
  ///
  /// Throws `InputError` if their categories differ, or an id stands for two things.
  init(joining files: [AnnotationFile]) throws {
    for other in files.dropFirst() where other.categories != files[0].categories {
      throw InputError(
        file: other.file, place: "categories", problem: "expected those of \(files[0].file), found others")
    }
    try self.init(
      images: files.flatMap(\.images), annotations: files.flatMap { $0.annotations + $0.setAside },
      categories: files[0].categories, file: files.map(\.file).joined(separator: " and "))
  }

  private init(replacing annotations: [Annotation], in other: AnnotationFile) {
    (file, images, categories, setAside) = (other.file, other.images, other.categories, other.setAside)
    (annotationIndices, imageIndices) = (other.annotationIndices, other.imageIndices)
    self.annotations = annotations
  }
}

/// Faults of COCO itself that are known by name.
///
/// Two of the 860,001 objects of COCO 2017's training annotations have a box of height 0 (issue 355 of
/// github.com/cocodataset/cocoapi): one in image 200365, one in image 550395. A box without extent is an
/// error everywhere else; these two are left out, so that the file can be used as it was published.
public enum COCOFaults {
  private static let images: Set<Int> = [200365, 550395]

  /// Whether an object is one of the two.
  public static func contains(_ annotation: Annotation) -> Bool {
    annotation.box.height == 0 && annotation.box.width > 0 && images.contains(annotation.imageID)
  }
}
