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

extension Detection {
  /// What makes a detection of no use: a score or a box that is no finite number, as from a model that went
  /// astray; nil where all is well.
  var fault: String? {
    if !score.isFinite { return "expected a finite score, found \(score)" }
    let isFinite = [box.x, box.y, box.width, box.height].allSatisfy(\.isFinite)
    return isFinite ? nil : "expected a box of finite numbers, found \(box)"
  }
}
