/// An RGB picture, 8 bits a channel, row by row from the top left: `pixels` is [H, W, 3].
public struct Image: Sendable, Equatable {
  /// The number of columns.
  public let width: Int
  /// The number of rows.
  public let height: Int
  /// Red, green and blue of each pixel, row by row: `height * width * 3` values.
  public var pixels: [UInt8] {
    didSet { precondition(pixels.count == width * height * 3, "the size of an image is fixed") }
  }

  /// The image with the given pixels, [H, W, 3].
  public init(width: Int, height: Int, pixels: [UInt8]) {
    precondition(width > 0 && height > 0, "an image has at least one pixel")
    precondition(pixels.count == width * height * 3, "pixels must be [height, width, 3]")
    self.width = width
    self.height = height
    self.pixels = pixels
  }

  /// An image of one colour.
  public init(width: Int, height: Int, filled pixel: Pixel = .white) {
    var pixels = [UInt8](repeating: pixel.red, count: width * height * 3)
    for i in 0..<width * height {
      pixels[3 * i + 1] = pixel.green
      pixels[3 * i + 2] = pixel.blue
    }
    self.init(width: width, height: height, pixels: pixels)
  }

  /// The pixel in column `x` and row `y`.
  public subscript(x: Int, y: Int) -> Pixel {
    get {
      let i = offset(x, y)
      return Pixel(red: pixels[i], green: pixels[i + 1], blue: pixels[i + 2])
    }
    set {
      let i = offset(x, y)
      pixels[i] = newValue.red
      pixels[i + 1] = newValue.green
      pixels[i + 2] = newValue.blue
    }
  }

  private func offset(_ x: Int, _ y: Int) -> Int {
    precondition(x >= 0 && x < width && y >= 0 && y < height, "(\(x), \(y)) lies outside the image")
    return 3 * (y * width + x)
  }

  /// The image seen in a mirror: left and right exchanged.
  public func flippedHorizontally() -> Image {
    var flipped = pixels
    for y in 0..<height {
      for x in 0..<width {
        let from = 3 * (y * width + x)
        let to = 3 * (y * width + width - 1 - x)
        for channel in 0..<3 { flipped[to + channel] = pixels[from + channel] }
      }
    }
    return Image(width: width, height: height, pixels: flipped)
  }
}

/// The colour of one pixel of an `Image`.
public struct Pixel: Sendable, Equatable, Hashable {
  /// Red, 0...255.
  public var red: UInt8
  /// Green, 0...255.
  public var green: UInt8
  /// Blue, 0...255.
  public var blue: UInt8

  /// A colour by its three channels.
  public init(red: UInt8, green: UInt8, blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// White.
  public static let white = Pixel(red: 255, green: 255, blue: 255)
  /// Black.
  public static let black = Pixel(red: 0, green: 0, blue: 0)
}
