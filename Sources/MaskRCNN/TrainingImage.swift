import COCO
import Pictures
import Tensors

/// §2 An image as the network sees it, with what is known of it, all in the resized image's pixels.
public struct TrainingImage: Sendable {
  /// `[1, H, W, 3]`, standardised.
  public let pixels: Tensor
  /// The objects' boxes.
  public let boxes: [Box]
  /// The objects' classes, `1 ... K`.
  public let classes: [Int]
  /// The objects' masks as bitmaps `H * W`, row by row; nil where an object has only a box.
  public let masks: [[UInt8]?]
  /// Boxes of crowds, in which nothing counts as background.
  public let ignored: [Box]

  /// Rows of pixels.
  public var height: Int { pixels.shape[1] }
  /// Pixels in a row.
  public var width: Int { pixels.shape[2] }

  /// An image and its objects.
  public init(pixels: Tensor, boxes: [Box], classes: [Int], masks: [[UInt8]?], ignored: [Box] = []) {
    precondition(
      boxes.count == classes.count && boxes.count == masks.count, "a class and a mask for each box")
    (self.pixels, self.boxes, self.classes, self.masks) = (pixels, boxes, classes, masks)
    self.ignored = ignored
  }

  /// An example of a data set, resized so that its longer side is `side`.
  ///
  /// - Parameter classOf: the class `1 ... K` of each category id.
  public init(_ example: Example, side: Int, classOf: [Int: Int]) {
    let picture = example.image.resized(longerSide: side)
    let (scaleX, scaleY) = (
      Float(picture.width) / Float(example.image.width), Float(picture.height) / Float(example.image.height)
    )
    var (boxes, classes, masks, ignored): ([Box], [Int], [[UInt8]?], [Box]) = ([], [], [], [])
    for annotation in example.annotations {
      let box = Box(annotation.box).scaled(x: scaleX, y: scaleY)
        .clipped(width: picture.width, height: picture.height)
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
    self.init(pixels: standardized(picture), boxes: boxes, classes: classes, masks: masks, ignored: ignored)
  }

  /// What is known of the image, without the pixels themselves: they take more room than all the rest.
  public var withoutPixels: TrainingImage {
    TrainingImage(
      pixels: Tensor(shape: [1, height, width, 0]), boxes: boxes, classes: classes, masks: masks,
      ignored: ignored)
  }

  /// The mirror image, left and right exchanged.
  public var flipped: TrainingImage {
    var mirror = Tensor(uninitialized: pixels.shape)
    let (h, w) = (height, width)
    mirror.withUnsafeMutableValues { out in
      pixels.withUnsafeValues { x in
        for y in 0..<h {
          for column in 0..<w {
            for c in 0..<3 { out[(y * w + column) * 3 + c] = x[(y * w + w - 1 - column) * 3 + c] }
          }
        }
      }
    }
    return TrainingImage(
      pixels: mirror, boxes: boxes.map { $0.flipped(imageWidth: w) }, classes: classes,
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
