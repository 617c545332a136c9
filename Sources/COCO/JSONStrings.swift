/// Strings of a JSON file, with their escapes.
extension JSONReader {
  /// Reads a string.
  func string() throws -> String {
    guard kind == .string else { throw unexpected("a string") }
    offset += 1
    // Most strings have no escape and are one stretch of the file.
    let first = try plainStretch()
    guard bytes[offset] != UInt8(ascii: "\"") else {
      offset += 1
      return String(decoding: first, as: UTF8.self)
    }
    var text = Array(first)
    while bytes[offset] != UInt8(ascii: "\"") {
      offset += 1
      text += UTF8.encode(try escape())!
      text += try plainStretch()
    }
    offset += 1
    return String(decoding: text, as: UTF8.self)
  }

  /// Reads the text up to the next quotation mark or backslash.
  private func plainStretch() throws -> Slice<UnsafeBufferPointer<UInt8>> {
    let start = offset
    var end = offset
    while end < bytes.count, bytes[end] != UInt8(ascii: "\""), bytes[end] != UInt8(ascii: "\\") {
      guard bytes[end] >= 0x20 else {
        offset = end
        throw malformed("a string must not hold a control character")
      }
      end += 1
    }
    offset = end
    guard end < bytes.count else {
      throw malformed("expected the end of a string, found the end of the file")
    }
    return bytes[start..<end]
  }

  /// What stands after a backslash.
  private func escape() throws -> Unicode.Scalar {
    guard offset < bytes.count else { throw malformed("expected an escape, found the end of the file") }
    let letter = bytes[offset]
    offset += 1
    switch letter {
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(letter)
    case UInt8(ascii: "u"):
      // Beyond the first 65536, a character is written as two halves; half a character alone is none.
      let unit = try hexadecimal()
      guard UTF16.isLeadSurrogate(unit), follows("\\u") else { return Unicode.Scalar(unit) ?? "\u{FFFD}" }
      let end = offset
      offset += 2
      let second = try hexadecimal()
      guard UTF16.isTrailSurrogate(second) else {
        offset = end
        return "\u{FFFD}"
      }
      return Unicode.Scalar(0x10000 + (UInt32(unit) - 0xD800) << 10 + (UInt32(second) - 0xDC00))!
    default:
      offset -= 1
      throw malformed("expected one of \"\\/bfnrtu after a backslash")
    }
  }

  private func hexadecimal() throws -> UInt16 {
    let digits = bytes[offset...].prefix(4)
    guard digits.count == 4, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw malformed("expected four hexadecimal digits after \\u") }
    offset += 4
    return unit
  }
}
