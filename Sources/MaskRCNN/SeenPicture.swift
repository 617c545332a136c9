import Pictures
import Tensors

/// §2 A picture as a detector sees it: resized, standardised, and perhaps padded.
public struct SeenPicture: Sendable {
  /// `[1, H, W, 3]`.
  public let pixels: Tensor
  /// The rows of it that show the picture; those below are padding.
  public let height: Int
  /// The columns that show the picture; those to the right are padding.
  public let width: Int
  /// The rows of the picture itself.
  public let originalHeight: Int
  /// Its columns.
  public let originalWidth: Int
  /// The conventions by which it was made.
  package let convention: Convention?
  /// How many times as large the picture is seen, in x and y.
  package let scale: (x: Float, y: Float)

  /// A picture from what is known of it.
  package init(
    pixels: Tensor, height: Int, width: Int, originalHeight: Int, originalWidth: Int, convention: Convention?,
    scale: (x: Float, y: Float)
  ) {
    (self.pixels, self.height, self.width) = (pixels, height, width)
    (self.originalHeight, self.originalWidth) = (originalHeight, originalWidth)
    (self.convention, self.scale) = (convention, scale)
  }

  /// Pixels `[1, H, W, 3]` that are seen as they are.
  public init(pixels: Tensor) {
    let (height, width) = (pixels.shape[1], pixels.shape[2])
    self.init(
      pixels: pixels, height: height, width: width, originalHeight: height, originalWidth: width,
      convention: nil, scale: (1, 1))
  }

  /// The same picture with other pixels.
  private func with(_ pixels: Tensor) -> SeenPicture {
    SeenPicture(
      pixels: pixels, height: height, width: width, originalHeight: originalHeight,
      originalWidth: originalWidth, convention: convention, scale: scale)
  }

  /// All but the pixels: they take more room than anything else.
  public var withoutPixels: SeenPicture { with(Tensor(shape: [1, pixels.shape[1], pixels.shape[2], 0])) }

  /// The mirror image, left and right exchanged; padding stays where it is.
  public var flipped: SeenPicture {
    var mirror = pixels
    let columns = pixels.shape[2]
    mirror.withUnsafeMutableValues { out in
      pixels.withUnsafeValues { x in
        for y in 0..<height {
          for column in 0..<width {
            for c in 0..<3 {
              out[(y * columns + column) * 3 + c] = x[(y * columns + width - 1 - column) * 3 + c]
            }
          }
        }
      }
    }
    return with(mirror)
  }

  /// A picture as a detector of this configuration sees it.
  public init(_ picture: Image, by configuration: DetectorConfiguration) {
    (originalHeight, originalWidth) = (picture.height, picture.width)
    convention = configuration.convention
    let size = configuration.seenSize(height: picture.height, width: picture.width)
    (height, width) = (size.height, size.width)
    switch convention {
    case nil:
      pixels = standardized(picture.resized(width: size.width, height: size.height))
    case .torchvision, .detectron:
      // Padded with zeros, so that every level's cells divide the image.
      let multiple = 32
      pixels = standardized(
        picture, resizedTo: size, byScale: convention == .detectron,
        padded: (
          height: (size.height + multiple - 1) / multiple * multiple,
          width: (size.width + multiple - 1) / multiple * multiple
        ))
    }
    scale =
      convention == .detectron
      ? (Float(size.scale), Float(size.scale))
      : (Float(size.width) / Float(picture.width), Float(size.height) / Float(picture.height))
  }

  /// A box in the picture's own pixels, from one in the pixels seen.
  public func inOriginal(_ box: Box) -> Box {
    let numbers = convention.numbers(of: box)
    guard convention == .detectron else {
      return numbers.scaled(
        x: Float(originalWidth) / Float(width), y: Float(originalHeight) / Float(height))
    }
    return convention.box(
      of: Box(
        x1: numbers.x1 / scale.x, y1: numbers.y1 / scale.y, x2: numbers.x2 / scale.x, y2: numbers.y2 / scale.y
      ))
  }

  /// Lays a predicted mask into the picture itself, in a box in its own pixels: 0 or 1, row by row.
  public func paste(_ probabilities: [Float], side: Int, in box: Box, threshold: Float) -> [UInt8] {
    MaskRCNN.paste(
      probabilities, side: side, in: convention.numbers(of: box), height: originalHeight,
      width: originalWidth, threshold: threshold,
      convention: convention.pasting)
  }

  /// A box in the pixels seen, from one in the picture's own.
  func asSeen(_ box: Box) -> Box {
    convention.box(of: convention.numbers(of: box).scaled(x: scale.x, y: scale.y))
  }
}

/// The size at which a picture is seen, and how many times its own that is.
struct SeenSize {
  let height: Int
  let width: Int
  let scale: Double
}

extension DetectorConfiguration {
  /// The same for images whose longer side is brought to `side`, however short the other is.
  public func seeing(longerSide side: Int) -> DetectorConfiguration {
    guard side != imageSide else { return self }
    var other = self
    (other.imageSide, other.shorterSide) = (side, nil)
    return other
  }

  /// The size at which a picture is seen: the shorter side is `shorterSide`, if the longer does not exceed `imageSide`;
  /// otherwise, and where there is no `shorterSide`, the longer is `imageSide`.
  func seenSize(height: Int, width: Int) -> SeenSize {
    let (shorter, longer) = (Double(min(height, width)), Double(max(height, width)))
    let largest = Double(imageSide) / longer
    let wanted = shorterSide.map { Double($0) / shorter } ?? largest
    switch convention {
    case nil:
      let scale = min(wanted, largest)
      let scaled = { (side: Int) in max(1, Int((Double(side) * scale).rounded())) }
      return SeenSize(height: scaled(height), width: scaled(width), scale: scale)
    case .torchvision:
      let scale = min(wanted, largest)
      let scaled = { (side: Int) in max(1, Int(Double(side) * scale)) }
      return SeenSize(height: scaled(height), width: scaled(width), scale: scale)
    case .detectron:
      let scale = (wanted * longer).rounded(.toNearestOrEven) > Double(imageSide) ? largest : wanted
      let scaled = { (side: Int) in max(1, Int((Double(side) * scale).rounded(.toNearestOrEven))) }
      return SeenSize(height: scaled(height), width: scaled(width), scale: scale)
    }
  }
}

/// A picture standardised, then resized in floats, each pixel interpolated between the nearest four, on a canvas of zeros.
private func standardized(
  _ picture: Image, resizedTo size: SeenSize, byScale: Bool, padded: (height: Int, width: Int)
) -> Tensor {
  // The standardised value of each byte of each colour.
  let values = standardized(
    Image(width: 256, height: 1, pixels: (0..<256).flatMap { [UInt8($0), UInt8($0), UInt8($0)] })
  ).values
  // What one new pixel is in old ones: by the sizes, or as Detectron has it by the scale before rounding.
  func steps(from old: Int, to new: Int) -> LinearSteps {
    LinearSteps(from: old, to: new, step: byScale ? Float(1 / size.scale) : Float(old) / Float(new))
  }
  let (rows, columns) = (
    steps(from: picture.height, to: size.height), steps(from: picture.width, to: size.width)
  )
  var result = Tensor(shape: [1, padded.height, padded.width, 3])
  result.withUnsafeMutableValues { out in
    picture.pixels.withUnsafeBufferPointer { pixels in
      values.withUnsafeBufferPointer { values in
        for y in 0..<size.height {
          let (low, high) = (rows.lows[y] * picture.width, rows.highs[y] * picture.width)
          let down = rows.fractions[y]
          for x in 0..<size.width {
            let (left, right, across) = (columns.lows[x], columns.highs[x], columns.fractions[x])
            for c in 0..<3 {
              func value(_ pixel: Int) -> Float { values[Int(pixels[pixel * 3 + c]) * 3 + c] }
              let upper = (1 - across) * value(low + left) + across * value(low + right)
              let lower = (1 - across) * value(high + left) + across * value(high + right)
              out[(y * padded.width + x) * 3 + c] = (1 - down) * upper + down * lower
            }
          }
        }
      }
    }
  }
  return result
}

/// Where each new position of a resized axis lies: between which two old ones, and how far from the first. Unlike
/// `Image.resized`, it looks at no more than two however much the axis shrinks.
private struct LinearSteps {
  var lows: [Int] = []
  var highs: [Int] = []
  var fractions: [Float] = []

  init(from old: Int, to new: Int, step: Float) {
    for position in 0..<new {
      let place = max(0, step * (Float(position) + 0.5) - 0.5)
      let low = min(Int(place), old - 1)
      lows.append(low)
      highs.append(min(low + 1, old - 1))
      fractions.append(min(max(place - Float(low), 0), 1))
    }
  }
}
