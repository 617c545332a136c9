/// A rectangle as COCO's files write it: the top left corner and the two sides, in pixels, continuous
/// coordinates.
public struct BoundingBox: Sendable, Hashable {
  /// The left edge.
  public var x: Double
  /// The top edge.
  public var y: Double
  /// The horizontal side.
  public var width: Double
  /// The vertical side.
  public var height: Double

  /// A box from its top left corner and its sides.
  public init(x: Double, y: Double, width: Double, height: Double) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }

  /// The right edge.
  public var maxX: Double { x + width }
  /// The bottom edge.
  public var maxY: Double { y + height }
  /// In square pixels.
  public var area: Double { width * height }
}

/// What of an image belongs to an object.
public enum Segmentation: Sendable, Hashable {
  /// One polygon for each visible piece: x, y, x, y, ... in pixels, at least three points each.
  case polygons([[Double]])
  /// A mask, run by run. COCO uses it for crowds.
  case runLength(RunLengthMask)
}

/// One object of one image.
public struct Annotation: Sendable, Hashable, Identifiable {
  /// Unique in its file.
  public let id: Int
  /// The image it lies in.
  public let imageID: Int
  /// What it is.
  public let categoryID: Int
  /// Where it is.
  public let box: BoundingBox
  /// Its shape; nil where the data set gives the box alone.
  public let segmentation: Segmentation?
  /// Its extent in square pixels, as the file has it. COCO's is the polygons' area, not a count of pixels.
  public let area: Double
  /// True for a region of many objects that nobody told apart: neither an example nor an error to find.
  public let isCrowd: Bool

  /// An annotation from its parts.
  public init(
    id: Int, imageID: Int, categoryID: Int, box: BoundingBox, segmentation: Segmentation?, area: Double,
    isCrowd: Bool = false
  ) {
    self.id = id
    self.imageID = imageID
    self.categoryID = categoryID
    self.box = box
    self.segmentation = segmentation
    self.area = area
    self.isCrowd = isCrowd
  }

  /// The same object with its shape withheld: what an annotation of a class in set B looks like to training.
  public var boxOnly: Annotation {
    Annotation(
      id: id, imageID: imageID, categoryID: categoryID, box: box, segmentation: nil, area: area,
      isCrowd: isCrowd)
  }

  /// The pixels it covers in an image of this size, or nil where the data set gives no shape.
  public func mask(height: Int, width: Int) -> RunLengthMask? {
    segmentation?.mask(height: height, width: width)
  }
}
