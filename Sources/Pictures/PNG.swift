import Tensors
import CPNG
import Foundation

/// The image in the PNG file `data`: any kind of PNG becomes 8-bit RGB, what is transparent lies on white.
/// - Parameter file: the name of the file in error messages.
/// - Throws: `InputError` if the data is no PNG, ends too soon, or is damaged.
public func decodePNG(_ data: Data, file: String) throws -> Image {
  try checkChunks(data, file: file)

  // libpng's simplified interface reports errors as values; the classic one would jump out of Swift code.
  var png = png_image()
  png.version = png_uint_32(PNG_IMAGE_VERSION)
  defer { png_image_free(&png) }
  func failure() -> InputError {
    InputError(file: file, place: "PNG data", problem: message(of: png))
  }

  return try data.withUnsafeBytes { bytes in
    guard png_image_begin_read_from_memory(&png, bytes.baseAddress, bytes.count) != 0 else {
      throw failure()
    }
    let (width, height) = (Int(png.width), Int(png.height))
    try checkSize(width, height, file: file, place: "chunk IHDR")
    png.format = rgbaFormat
    // Without this, samples of 16 bits would be taken for amounts of light where the file does not say what they are.
    png.flags |= samplesOf16BitsAreForScreens
    var rgba = [UInt8](repeating: 0, count: 4 * width * height)
    guard png_image_finish_read(&png, nil, &rgba, 0, nil) != 0 else { throw failure() }

    // Transparent pixels on white, in screen values as every viewer has it.
    var pixels = [UInt8](repeating: 0, count: 3 * width * height)
    for i in 0..<width * height {
      let alpha = Int(rgba[4 * i + 3])
      for channel in 0..<3 {
        let value = Int(rgba[4 * i + channel])
        pixels[3 * i + channel] = UInt8((value * alpha + 255 * (255 - alpha) + 127) / 255)
      }
    }
    return Image(width: width, height: height, pixels: pixels)
  }
}

/// The bytes of a PNG file of the image, 8-bit RGB; the same image has the same bytes.
public func encodePNG(_ image: Image) -> Data {
  var png = png_image()
  png.version = png_uint_32(PNG_IMAGE_VERSION)
  png.width = png_uint_32(image.width)
  png.height = png_uint_32(image.height)
  png.format = rgbFormat
  defer { png_image_free(&png) }

  // zlib adds at most some bytes for every 16 KB that it cannot shrink; a byte a row names the filter.
  let raw = (3 * image.width + 1) * image.height
  var size = png_alloc_size_t(raw + raw / 1000 + 13 * (raw / 8192 + 1) + 1024)
  var bytes = [UInt8](repeating: 0, count: Int(size))
  let written = png_image_write_to_memory(&png, &bytes, &size, 0, image.pixels, 0, nil)
  precondition(written != 0, "an RGB image can always be written: \(message(of: png))")
  return Data(bytes[..<Int(size)])
}

/// Writes the image to a PNG file, whole or not at all; the same image gives the same bytes.
/// - Throws: `InputError` if the file cannot be written.
public func writePNG(_ image: Image, to path: String) throws {
  try writeWhole(encodePNG(image), to: path)
}

/// The eight bytes that every PNG file begins with.
let pngSignature: [UInt8] = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

/// 8 bits each of red, green and blue. (The header's own names are macros that Swift does not see.)
private let rgbFormat: png_uint_32 = 0x02
/// The same with opacity, colours not multiplied by it.
private let rgbaFormat: png_uint_32 = 0x03
/// A flag: 16-bit samples of a file without gAMA and sRGB are encoded for screens, as 8-bit ones are.
private let samplesOf16BitsAreForScreens: png_uint_32 = 0x04

/// Walks over the chunks (length, type, data, checksum) up to IEND: libpng stops reading at the last row of
/// pixels, so a file cut off behind it would pass.
private func checkChunks(_ data: Data, file: String) throws {
  let bytes = [UInt8](data)
  guard bytes.starts(with: pngSignature) else {
    throw InputError(file: file, place: "byte 0", problem: "expected the signature of a PNG file")
  }
  var position = pngSignature.count
  while true {
    func tooShort(_ what: String) -> InputError {
      InputError(
        file: file, place: "byte \(position)",
        problem: "\(what), but the file ends at byte \(bytes.count): it is cut off")
    }
    guard bytes.count - position >= 12 else { throw tooShort("expected a chunk") }
    let length = bytes[position..<position + 4].reduce(0) { $0 << 8 | Int($1) }
    let type = String(decoding: bytes[position + 4..<position + 8], as: UTF8.self)
    guard bytes.count - position - 12 >= length else {
      throw tooShort("chunk \(type) has \(length) bytes")
    }
    if type == "IEND" { return }
    position += 12 + length
  }
}

/// libpng's own words on what went wrong.
private func message(of png: png_image) -> String {
  let text = withUnsafeBytes(of: png.message) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
  return text.isEmpty ? "damaged" : text
}
