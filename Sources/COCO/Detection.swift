/// An object that a detector found.
public struct Detection: Sendable, Hashable {
  /// The image it was found in.
  public let imageID: Int
  /// What the detector takes it for.
  public let categoryID: Int
  /// How sure the detector is; only the order of scores matters to average precision.
  public let score: Double
  /// Where it is.
  public let box: BoundingBox
  /// Its pixels, at the image's size; nil from a detector of boxes.
  public let mask: RunLengthMask?

  /// A detection from its parts.
  public init(imageID: Int, categoryID: Int, score: Double, box: BoundingBox, mask: RunLengthMask? = nil) {
    self.imageID = imageID
    self.categoryID = categoryID
    self.score = score
    self.box = box
    self.mask = mask
  }
}
