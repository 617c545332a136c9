/// §2 A rectangle with sides parallel to the axes, in pixels.
///
/// Coordinates are continuous: pixel `i` covers `[i, i + 1]`, so an image of width W is the box from 0 to W and a width
/// is `x2 - x1`, without the "+ 1" of older detectors.
public struct Box: Sendable, Hashable, Codable {
  /// The left edge.
  public var x1: Float
  /// The upper edge.
  public var y1: Float
  /// The right edge.
  public var x2: Float
  /// The lower edge.
  public var y2: Float

  /// A box from its left, upper, right and lower edge.
  public init(x1: Float, y1: Float, x2: Float, y2: Float) {
    (self.x1, self.y1, self.x2, self.y2) = (x1, y1, x2, y2)
  }

  /// A box from its corner and its size, as COCO writes them.
  public init(x: Float, y: Float, width: Float, height: Float) {
    self.init(x1: x, y1: y, x2: x + width, y2: y + height)
  }

  /// A box from its centre and its size.
  public init(centerX: Float, centerY: Float, width: Float, height: Float) {
    self.init(
      x1: centerX - 0.5 * width, y1: centerY - 0.5 * height,
      x2: centerX + 0.5 * width, y2: centerY + 0.5 * height)
  }

  /// The horizontal side; negative if the edges are exchanged.
  public var width: Float { x2 - x1 }
  /// The vertical side; negative if the edges are exchanged.
  public var height: Float { y2 - y1 }
  /// Width times height.
  public var area: Float { width * height }
  /// The middle between left and right.
  public var centerX: Float { x1 + 0.5 * width }
  /// The middle between top and bottom.
  public var centerY: Float { y1 + 0.5 * height }
  /// Whether no edge is infinite or NaN.
  public var isFinite: Bool { x1.isFinite && y1.isFinite && x2.isFinite && y2.isFinite }

  /// The part inside an image of that size. A box that lies outside becomes one without area on the image's edge.
  public func clipped(width: Int, height: Int) -> Box {
    let (right, bottom) = (Float(width), Float(height))
    return Box(
      x1: min(max(x1, 0), right), y1: min(max(y1, 0), bottom),
      x2: min(max(x2, 0), right), y2: min(max(y2, 0), bottom))
  }

  /// The box in the mirrored image, left and right exchanged.
  public func flipped(imageWidth: Int) -> Box {
    Box(x1: Float(imageWidth) - x2, y1: y1, x2: Float(imageWidth) - x1, y2: y2)
  }

  /// The box in an image enlarged by these factors.
  public func scaled(x: Float, y: Float) -> Box { Box(x1: x1 * x, y1: y1 * y, x2: x2 * x, y2: y2 * y) }

  /// The area that two boxes share; 0 if they do not touch.
  @inlinable
  public func intersection(_ other: Box) -> Float {
    let width = min(x2, other.x2) - max(x1, other.x1)
    let height = min(y2, other.y2) - max(y1, other.y1)
    return max(0, width) * max(0, height)
  }
}

/// §2 Intersection over union of two boxes, in `[0, 1]`; 0 where neither has an area.
@inlinable
public func iou(_ a: Box, _ b: Box) -> Float {
  let shared = a.intersection(b)
  return shared > 0 ? shared / (a.area + b.area - shared) : 0
}
