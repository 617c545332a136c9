import COCO
import Pictures
import Tensors

/// §2 An image as the network sees it, with what is known of it, all in the resized image's pixels.
public struct TrainingImage: Sendable {
  /// The image itself.
  public let seen: SeenPicture
  /// The objects' boxes.
  public let boxes: [Box]
  /// The objects' classes, `1 ... K`.
  public let classes: [Int]
  /// The objects' masks as bitmaps `H * W`, row by row; nil where an object has only a box.
  public let masks: [[UInt8]?]
  /// Boxes of crowds, in which nothing counts as background.
  public let ignored: [Box]

  /// `[1, H, W, 3]`, standardised, with what it may be padded with.
  public var pixels: Tensor { seen.pixels }
  /// Rows of pixels, without padding.
  public var height: Int { seen.height }
  /// Pixels in a row, without padding.
  public var width: Int { seen.width }

  /// An image and its objects.
  public init(
    _ seen: SeenPicture, boxes: [Box], classes: [Int], masks: [[UInt8]?], ignored: [Box] = []
  ) {
    precondition(
      boxes.count == classes.count && boxes.count == masks.count, "a class and a mask for each box")
    (self.seen, self.boxes, self.classes, self.masks) = (seen, boxes, classes, masks)
    self.ignored = ignored
  }

  /// An example of a data set as a detector of a configuration sees it.
  ///
  /// - Parameter classOf: the class `1 ... K` of each category id.
  public init(_ example: Example, by configuration: DetectorConfiguration, classOf: [Int: Int]) {
    let picture = SeenPicture(example.image, by: configuration)
    var (boxes, classes, masks, ignored): ([Box], [Int], [[UInt8]?], [Box]) = ([], [], [], [])
    for annotation in example.annotations {
      let box = configuration.clipped(
        picture.asSeen(Box(annotation.box)), height: picture.height, width: picture.width)
      if annotation.isCrowd {
        ignored.append(box)
        continue
      }
      // An object that the resizing leaves less than a pixel of is not asked for.
      guard box.width >= 1, box.height >= 1, let label = classOf[annotation.categoryID] else { continue }
      boxes.append(box)
      classes.append(label)
      masks.append(
        annotation.mask(height: example.image.height, width: example.image.width).map { mask in
          resized(
            mask.decode(), height: example.image.height, width: example.image.width, toHeight: picture.height,
            width: picture.width)
        })
    }
    self.init(picture, boxes: boxes, classes: classes, masks: masks, ignored: ignored)
  }

  /// What is known of the image, without the pixels themselves: they take more room than all the rest.
  public var withoutPixels: TrainingImage {
    TrainingImage(seen.withoutPixels, boxes: boxes, classes: classes, masks: masks, ignored: ignored)
  }

  /// The mirror image, left and right exchanged.
  public var flipped: TrainingImage {
    let (h, w) = (height, width)
    return TrainingImage(
      seen.flipped, boxes: boxes.map { $0.flipped(imageWidth: w) }, classes: classes,
      masks: masks.map { mask in
        mask.map { mask in
          (0..<h).flatMap { y in mask[y * w..<(y + 1) * w].reversed() }
        }
      },
      ignored: ignored.map { $0.flipped(imageWidth: w) })
  }
}

extension Box {
  /// A COCO box, `x`, `y`, `width`, `height`.
  public init(_ box: BoundingBox) {
    self.init(
      x1: Float(box.x), y1: Float(box.y), x2: Float(box.x + box.width), y2: Float(box.y + box.height))
  }
}

/// §2 The colours of ImageNet's photographs, red, green, blue, on a scale from 0 to 1.
public enum ImageNetColors {
  /// Their mean.
  public static let mean: [Float] = [0.485, 0.456, 0.406]
  /// Their standard deviation.
  public static let deviation: [Float] = [0.229, 0.224, 0.225]
}

/// §2 A picture as the network's input, `[1, H, W, 3]`: scaled to [0, 1], less the mean of ImageNet's colours,
/// divided by their standard deviation.
public func standardized(_ picture: Image) -> Tensor {
  let (mean, deviation) = (ImageNetColors.mean, ImageNetColors.deviation)
  var result = Tensor(uninitialized: [1, picture.height, picture.width, 3])
  result.withUnsafeMutableValues { out in
    picture.pixels.withUnsafeBufferPointer { pixels in
      for i in 0..<pixels.count { out[i] = (Float(pixels[i]) / 255 - mean[i % 3]) / deviation[i % 3] }
    }
  }
  return result
}

/// A bitmap under another size, each pixel the nearest one's value.
func resized(_ bitmap: [UInt8], height: Int, width: Int, toHeight: Int, width toWidth: Int) -> [UInt8] {
  if height == toHeight && width == toWidth { return bitmap }
  var result = [UInt8](repeating: 0, count: toHeight * toWidth)
  for y in 0..<toHeight {
    let row = (2 * y + 1) * height / (2 * toHeight) * width
    for x in 0..<toWidth { result[y * toWidth + x] = bitmap[row + (2 * x + 1) * width / (2 * toWidth)] }
  }
  return result
}
