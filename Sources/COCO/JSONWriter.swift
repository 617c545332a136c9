/// Writes JSON from front to back, without spaces, keys in the order given.
struct JSONWriter {
  private(set) var text: [UInt8] = []
  private var needsComma = false

  /// Writes an object; `body` writes its members with `key`.
  mutating func object(_ body: (inout JSONWriter) -> Void) { enclosed("{", "}", body) }

  /// Writes an array of the values.
  mutating func array<Values: Sequence>(
    _ values: Values, _ body: (inout JSONWriter, Values.Element) -> Void
  ) {
    enclosed("[", "]") { json in
      for value in values { body(&json, value) }
    }
  }

  /// Writes a key; a value must follow.
  mutating func key(_ name: String) {
    string(name)
    text.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// Writes a whole number.
  mutating func integer(_ number: Int) { value(String(number)) }

  /// Writes a finite number, with as many digits as tell it from all others.
  mutating func number(_ number: Double) {
    precondition(number.isFinite, "JSON has no number for \(number)")
    let whole = Int(exactly: number).flatMap { abs($0) < 1 << 53 ? $0 : nil }
    value(whole.map { String($0) } ?? String(number))
  }

  /// Writes a string.
  mutating func string(_ string: String) {
    separate()
    text.append(UInt8(ascii: "\""))
    for byte in string.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        text.append(UInt8(ascii: "\\"))
        text.append(byte)
      case 0..<0x20:
        text += "\\u00\(byte < 16 ? "0" : "")\(String(byte, radix: 16))".utf8
      default: text.append(byte)
      }
    }
    text.append(UInt8(ascii: "\""))
  }

  private mutating func value(_ written: String) {
    separate()
    text += written.utf8
  }

  /// A comma, where another value stands before.
  private mutating func separate() {
    if needsComma { text.append(UInt8(ascii: ",")) }
    needsComma = true
  }

  private mutating func enclosed(
    _ start: Unicode.Scalar, _ end: Unicode.Scalar, _ body: (inout JSONWriter) -> Void
  ) {
    separate()
    text.append(UInt8(ascii: start))
    needsComma = false
    body(&self)
    text.append(UInt8(ascii: end))
    needsComma = true
  }
}
