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
