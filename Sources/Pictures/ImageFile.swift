import Tensors
import Foundation

/// Reads a PNG or JPEG file, whatever its name: the first bytes tell which it is.
/// - Throws: `InputError` if the file is missing, is neither, ends too soon, or is damaged.
public func readImage(_ path: String) throws -> Image {
  try decodeImage(readWhole(path), file: path)
}

/// The image in the bytes of a PNG or JPEG file.
/// - Parameter file: the name of the file in error messages.
/// - Throws: `InputError` if the data is no image, ends too soon, or is damaged.
public func decodeImage(_ data: Data, file: String) throws -> Image {
  if data.starts(with: pngSignature) { return try decodePNG(data, file: file) }
  if data.starts(with: jpegSignature) { return try decodeJPEG(data, file: file) }
  throw InputError(
    file: file, place: "byte 0",
    problem: data.isEmpty ? "expected a PNG or JPEG file, found an empty one" : "expected a PNG or JPEG file")
}

/// Refuses sizes that cannot be drawn on a canvas or held in memory: the header of a broken file can claim any.
func checkSize(_ width: Int, _ height: Int, file: String, place: String) throws {
  let (longestSide, mostPixels) = (32767, 1 << 27)
  guard (1...longestSide).contains(width), (1...longestSide).contains(height), width * height <= mostPixels
  else {
    throw InputError(
      file: file, place: place,
      problem:
        "\(width) x \(height) pixels; sides of 1 to \(longestSide) and \(mostPixels) pixels can be read")
  }
}
