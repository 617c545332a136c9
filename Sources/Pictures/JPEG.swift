import Tensors
import Foundation

/// The image in the JPEG file `data`, as its pixels are stored (a camera's note on which way is up is not
/// heeded, as COCO's annotations do not). Grey and CMYK files become RGB.
/// - Parameter file: the name of the file in error messages.
/// - Throws: `InputError` if the data is no JPEG, ends too soon, or is damaged, or if TurboJPEG is not
///   installed.
public func decodeJPEG(_ data: Data, file: String) throws -> Image {
  try decodeJPEG(data, file: file, library: TurboJPEG.installed)
}

/// The two bytes that every JPEG file begins with, and the first of the marker that follows.
let jpegSignature: [UInt8] = [0xff, 0xd8, 0xff]

func decodeJPEG(_ data: Data, file: String, library: TurboJPEG?) throws -> Image {
  let bytes = [UInt8](data)
  let inks = try checkMarkers(bytes, file: file)
  guard let library else { throw InputError(file: file, place: "", problem: TurboJPEG.missing) }
  guard let handle = library.start() else {
    throw InputError(file: file, place: "", problem: "no memory to read it")
  }
  defer { _ = library.end(handle) }

  func failure() -> InputError {
    InputError(file: file, place: "JPEG data", problem: String(cString: library.errorText(handle)))
  }
  // A missing end, or damage that can be papered over, is a mere warning to the library. Not to us: a grey
  // half of a picture is no picture. Only stray bytes between segments do no harm.
  func check(_ result: Int32) throws {
    guard result != 0 else { return }
    let isWarning = library.errorCode(handle) == 0
    if isWarning, failure().problem.contains("extraneous bytes before marker") { return }
    throw failure()
  }

  var (width, height, subsampling, colorSpace) = (Int32(0), Int32(0), Int32(0), Int32(0))
  try check(
    library.header(handle, bytes, UInt(bytes.count), &width, &height, &subsampling, &colorSpace))
  let count = Int(width) * Int(height)
  try checkSize(Int(width), Int(height), file: file, place: "JPEG header")

  func pixels(_ format: TurboJPEG.PixelFormat, channels: Int) throws -> [UInt8] {
    var pixels = [UInt8](repeating: 0, count: channels * count)
    try check(
      library.decompress(
        handle, bytes, UInt(bytes.count), &pixels, width, 0, height, format.rawValue, 0))
    return pixels
  }
  guard TurboJPEG.fourInkColorSpaces.contains(colorSpace) else {
    return Image(width: Int(width), height: Int(height), pixels: try pixels(.rgb, channels: 3))
  }

  // Each ink lets a part of the light through, and black lets its part of all three.
  let stored = try pixels(.cmyk, channels: 4)
  let light = inks == .inverted ? stored : stored.map { 255 - $0 }
  var rgb = [UInt8](repeating: 0, count: 3 * count)
  for i in 0..<count {
    let black = Int(light[4 * i + 3])
    for channel in 0..<3 {
      rgb[3 * i + channel] = UInt8((Int(light[4 * i + channel]) * black + 127) / 255)
    }
  }
  return Image(width: Int(width), height: Int(height), pixels: rgb)
}

/// How a CMYK file stores its inks.
private enum Inks {
  /// 255 is full ink.
  case direct
  /// 0 is full ink: so do Adobe's programs, and say so in a segment of their own.
  case inverted
}

/// Walks over the segments of the file up to the end-of-image marker (ITU-T T.81, annex B), so that a file that
/// is cut off anywhere is found out, even where the decoder would fill up the rest.
private func checkMarkers(_ bytes: [UInt8], file: String) throws -> Inks {
  guard bytes.starts(with: jpegSignature) else {
    throw InputError(file: file, place: "byte 0", problem: "expected the start of a JPEG file")
  }
  func tooShort(_ position: Int, _ what: String) -> InputError {
    InputError(
      file: file, place: "byte \(position)",
      problem: "\(what), but the file ends at byte \(bytes.count): it is cut off")
  }
  var inks = Inks.direct
  var position = 2
  while true {
    // To the next marker: 0xff and a code. In compressed data 0xff 0x00 is a mere 0xff, and the codes
    // 0xd0...0xd7 restart the decoder; 0xff may be repeated.
    while position + 1 < bytes.count,
      bytes[position] != 0xff || bytes[position + 1] == 0x00 || bytes[position + 1] == 0xff
        || (0xd0...0xd7).contains(bytes[position + 1])
    {
      position += 1
    }
    guard position + 1 < bytes.count else { throw tooShort(position, "expected a marker") }
    let code = bytes[position + 1]
    if code == 0xd9 { return inks }
    position += 2
    if code == 0x01 || code == 0xd8 { continue }  // these have no data

    // A segment with its length, the two bytes of which count too.
    guard position + 1 < bytes.count else { throw tooShort(position, "expected a length") }
    let length = Int(bytes[position]) << 8 | Int(bytes[position + 1])
    guard position + length <= bytes.count else {
      throw tooShort(position, "a segment has \(length) bytes")
    }
    if code == 0xee, bytes[position..<position + length].dropFirst(2).starts(with: Array("Adobe".utf8)) {
      inks = .inverted
    }
    position += max(2, length)
  }
}
