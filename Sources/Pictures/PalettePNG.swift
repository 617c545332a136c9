import CPNG
import Foundation
import Tensors

/// An image with at most 256 colours, as files of pictures have it that should be small: a byte a pixel.
public struct PaletteImage: Sendable, Equatable {
  /// The number of pixels in a row.
  public let width: Int
  /// The number of rows.
  public let height: Int
  /// The colours, red, green, blue.
  public let colors: [Pixel]
  /// For each pixel, row by row, which of the colours it has.
  public let indices: [UInt8]

  /// The image with the colours that stand for it best: its own where there are no more than `most`, and otherwise the means
  /// of `most` boxes of similar ones, found by halving (Heckbert, "Color image quantization for frame buffer display",
  /// SIGGRAPH 1982): again and again the box whose colours differ most from each other is cut at its mean. Colours are told
  /// apart by the five highest bits of each channel.
  public init(_ image: Image, most: Int = 256) {
    precondition((2...256).contains(most), "a palette has 2 to 256 colours")
    (width, height) = (image.width, image.height)
    if let (colors, indices) = Self.exact(image, most) {
      (self.colors, self.indices) = (colors, indices)
      return
    }
    var cells = [ColorCell](repeating: ColorCell(), count: 1 << 15)
    for i in stride(from: 0, to: image.pixels.count, by: 3) {
      cells[Self.cell(image.pixels, i)].add(image.pixels, i)
    }
    // A list of cells for each box; the one with the largest sum of squared distances from its mean is cut next.
    var boxes = [ColorBox(cells.indices.filter { cells[$0].count > 0 }, cells)]
    while boxes.count < most, let worst = boxes.indices.max(by: { boxes[$0].error < boxes[$1].error }),
      let halves = boxes[worst].halves(cells)
    {
      boxes[worst] = halves.0
      boxes.append(halves.1)
    }
    var colorOfCell = [UInt8](repeating: 0, count: cells.count)
    for (index, box) in boxes.enumerated() {
      for cell in box.cells { colorOfCell[cell] = UInt8(index) }
    }
    colors = boxes.map(\.color)
    indices = stride(from: 0, to: image.pixels.count, by: 3).map { colorOfCell[Self.cell(image.pixels, $0)] }
  }

  /// The image that it stands for.
  public var image: Image {
    Image(
      width: width, height: height,
      pixels: indices.flatMap { index in
        let color = colors[Int(index)]
        return [color.red, color.green, color.blue]
      })
  }

  /// The colours as they are, if they are few enough; in the order in which they occur.
  private static func exact(_ image: Image, _ most: Int) -> ([Pixel], [UInt8])? {
    var (places, colors, indices): ([UInt32: UInt8], [Pixel], [UInt8]) = ([:], [], [])
    indices.reserveCapacity(image.width * image.height)
    for i in stride(from: 0, to: image.pixels.count, by: 3) {
      let (red, green, blue) = (image.pixels[i], image.pixels[i + 1], image.pixels[i + 2])
      let key = UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue)
      if let place = places[key] {
        indices.append(place)
        continue
      }
      guard colors.count < most else { return nil }
      places[key] = UInt8(colors.count)
      indices.append(UInt8(colors.count))
      colors.append(Pixel(red: red, green: green, blue: blue))
    }
    return (colors, indices)
  }

  private static func cell(_ pixels: [UInt8], _ i: Int) -> Int {
    Int(pixels[i] >> 3) << 10 | Int(pixels[i + 1] >> 3) << 5 | Int(pixels[i + 2] >> 3)
  }
}

/// The colours of an image that agree in their highest bits: how many pixels there are, and their sums by channel.
private struct ColorCell {
  var count = 0
  var sums = (red: 0, green: 0, blue: 0)

  mutating func add(_ pixels: [UInt8], _ i: Int) {
    count += 1
    sums.red += Int(pixels[i])
    sums.green += Int(pixels[i + 1])
    sums.blue += Int(pixels[i + 2])
  }

  /// The mean of a channel.
  func mean(_ channel: KeyPath<(red: Int, green: Int, blue: Int), Int>) -> Double {
    Double(sums[keyPath: channel]) / Double(count)
  }
}

/// Cells whose colours one colour stands for.
private struct ColorBox {
  let cells: [Int]
  let color: Pixel
  /// The sum of squared distances from the mean over all channels and pixels.
  let error: Double
  /// The channel that differs most, and its mean.
  private let widest: KeyPath<(red: Int, green: Int, blue: Int), Int> & Sendable
  private let middle: Double

  private static let channels: [KeyPath<(red: Int, green: Int, blue: Int), Int> & Sendable] = [
    \.red, \.green, \.blue,
  ]

  init(_ cells: [Int], _ all: [ColorCell]) {
    self.cells = cells
    let count = Double(cells.reduce(0) { $0 + all[$1].count })
    let means = Self.channels.map { channel in
      cells.reduce(0.0) { $0 + Double(all[$1].sums[keyPath: channel]) } / count
    }
    let errors = zip(Self.channels, means).map { channel, mean in
      cells.reduce(0.0) { sum, cell in
        let distance = all[cell].mean(channel) - mean
        return sum + Double(all[cell].count) * distance * distance
      }
    }
    color = Pixel(
      red: UInt8(means[0].rounded()), green: UInt8(means[1].rounded()), blue: UInt8(means[2].rounded()))
    error = errors.reduce(0, +)
    let largest = errors.indices.max { errors[$0] < errors[$1] }!
    (widest, middle) = (Self.channels[largest], means[largest])
  }

  /// Its cells below the mean of the channel that differs most, and the others; nil for a single colour.
  func halves(_ all: [ColorCell]) -> (ColorBox, ColorBox)? {
    let below = cells.filter { all[$0].mean(widest) < middle }
    guard !below.isEmpty, below.count < cells.count else { return nil }
    let above = cells.filter { all[$0].mean(widest) >= middle }
    return (ColorBox(below, all), ColorBox(above, all))
  }
}

/// The bytes of a PNG file of the image, 8 bits a pixel with a palette; the same image has the same bytes.
public func encodePNG(_ image: PaletteImage) -> Data {
  var png = png_image()
  png.version = png_uint_32(PNG_IMAGE_VERSION)
  png.width = png_uint_32(image.width)
  png.height = png_uint_32(image.height)
  // Eight bits of an index into colours of red, green and blue.
  png.format = 0x08 | 0x02
  png.colormap_entries = png_uint_32(image.colors.count)
  defer { png_image_free(&png) }

  let raw = (image.width + 1) * image.height
  var size = png_alloc_size_t(raw + raw / 1000 + 13 * (raw / 8192 + 1) + 4096)
  var bytes = [UInt8](repeating: 0, count: Int(size))
  let palette = image.colors.flatMap { [$0.red, $0.green, $0.blue] }
  let written = png_image_write_to_memory(&png, &bytes, &size, 0, image.indices, 0, palette)
  precondition(written != 0, "an image with a palette can always be written")
  return Data(bytes[..<Int(size)])
}
