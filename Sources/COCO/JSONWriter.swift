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
    var quoted = "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    value(quoted + "\"")
  }

  private mutating func value(_ written: String) {
    if needsComma { text.append(UInt8(ascii: ",")) }
    text.append(contentsOf: written.utf8)
    needsComma = true
  }

  private mutating func enclosed(
    _ start: Unicode.Scalar, _ end: Unicode.Scalar, _ body: (inout JSONWriter) -> Void
  ) {
    if needsComma { text.append(UInt8(ascii: ",")) }
    text.append(UInt8(ascii: start))
    needsComma = false
    body(&self)
    text.append(UInt8(ascii: end))
    needsComma = true
  }
}
