import Foundation
import Tensors

/// Reads JSON (RFC 8259) from front to back and knows at every moment where it is, so that an error can say
/// "annotations[17].bbox[2]: expected a number, found a string". It holds no tree, so a file of 450 MB costs
/// no more memory than what the caller keeps of it.
///
/// The caller asks for what it expects: `object { key in ... }` and `array { index in ... }` call back for
/// each member, and the callback must take exactly one value, by `number()`, `integer()`, `string()`,
/// `object`, `array` or `skip()`.
final class JSONReader {
  /// What the next value looks like from its first byte.
  enum Kind: String {
    case object = "an object"
    case array = "an array"
    case string = "a string"
    case number = "a number"
    case boolean = "true or false"
    case null = "null"
  }

  private enum Step {
    case key(String)
    case index(Int)
  }

  let file: String
  let bytes: UnsafeBufferPointer<UInt8>
  var offset: Int
  private var path: [Step]

  /// A reader at the start of `bytes`, which must outlive it. `file` is for messages.
  init(_ bytes: UnsafeBufferPointer<UInt8>, file: String) {
    self.file = file
    self.bytes = bytes
    // A byte order mark, which some editors leave, says nothing.
    offset = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    path = []
  }

  /// Another reader at the same place.
  init(copying other: JSONReader) {
    (file, bytes, offset, path) = (other.file, other.bytes, other.offset, other.path)
  }

  /// Reads a whole file: one value by `body`, and nothing after it.
  static func read<Value>(_ path: String, _ body: (JSONReader) throws -> Value) throws -> Value {
    let data: Data
    do {
      data = try Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe)
    } catch {
      data = try readWhole(path)
    }
    return try data.withUnsafeBytes { buffer in
      let reader = JSONReader(buffer.bindMemory(to: UInt8.self), file: path)
      let value = try body(reader)
      reader.skipSpace()
      guard reader.offset == buffer.count else {
        throw reader.malformed("expected the end of the file, found more")
      }
      return value
    }
  }

  // MARK: Where, and what is wrong there

  /// The place of the value being read: "annotations[17].bbox".
  var place: String {
    var text = ""
    for step in path {
      switch step {
      case .key(let key): text += (text.isEmpty ? "" : ".") + key
      case .index(let index): text += "[\(index)]"
      }
    }
    return text.isEmpty ? "top level" : text
  }

  /// An error at the value being read.
  func error(_ problem: String) -> InputError { InputError(file: file, place: place, problem: problem) }

  /// An error of the JSON itself, placed by line and column too.
  func malformed(_ problem: String) -> InputError {
    let before = bytes[..<min(offset, bytes.count)]
    let line = before.count { $0 == UInt8(ascii: "\n") } + 1
    let column = before.count - (before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0) + 1
    return InputError(file: file, place: "\(place), line \(line), column \(column)", problem: problem)
  }

  func unexpected(_ expected: String) -> InputError {
    skipSpace()
    guard offset < bytes.count else { return malformed("expected \(expected), found the end of the file") }
    if let kind { return error("expected \(expected), found \(kind.rawValue)") }
    let word = bytes[offset...].prefix(12).prefix { $0 > 0x20 && $0 != UInt8(ascii: ",") && $0 < 0x7F }
    return malformed("expected \(expected), found \"\(String(decoding: word, as: UTF8.self))\"")
  }

  // MARK: Values

  /// The kind of the next value; nil where no value begins.
  var kind: Kind? {
    skipSpace()
    guard offset < bytes.count else { return nil }
    switch bytes[offset] {
    case UInt8(ascii: "{"): return .object
    case UInt8(ascii: "["): return .array
    case UInt8(ascii: "\""): return .string
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return .number
    case UInt8(ascii: "-") where offset + 1 < bytes.count && isDigit(bytes[offset + 1]): return .number
    default:
      if follows("true") || follows("false") { return .boolean }
      return follows("null") ? .null : nil
    }
  }

  /// Reads an object; `body` takes the value of each key.
  func object(_ body: (String) throws -> Void) throws {
    guard kind == .object else { throw unexpected("an object") }
    guard path.count < 200 else { throw malformed("values are nested too deep") }
    offset += 1
    skipSpace()
    if take("}") { return }
    repeat {
      guard kind == .string else { throw unexpected("a key") }
      let key = try string()
      skipSpace()
      guard take(":") else { throw unexpected("a colon after the key \"\(key)\"") }
      path.append(.key(key))
      try body(key)
      path.removeLast()
      skipSpace()
    } while take(",")
    guard take("}") else { throw unexpected("a comma or the end of the object") }
  }

  /// Reads an array; `body` takes each element.
  func array(_ body: (Int) throws -> Void) throws {
    guard kind == .array else { throw unexpected("an array") }
    guard path.count < 200 else { throw malformed("values are nested too deep") }
    offset += 1
    skipSpace()
    if take("]") { return }
    var index = 0
    repeat {
      path.append(.index(index))
      try body(index)
      path.removeLast()
      skipSpace()
      index += 1
    } while take(",")
    guard take("]") else { throw unexpected("a comma or the end of the array") }
  }

  /// Reads an array of numbers.
  func numbers() throws -> [Double] {
    var values: [Double] = []
    try array { _ in values.append(try number()) }
    return values
  }

  /// Reads a finite number.
  func number() throws -> Double {
    guard kind == .number else { throw unexpected("a number") }
    let start = offset
    let value = try anyNumber()
    guard value.isFinite else {
      let text = String(decoding: bytes[start..<offset], as: UTF8.self)
      throw error("expected a finite number, found \(text)")
    }
    return value
  }

  /// Reads a number; one that is too large is infinite.
  private func anyNumber() throws -> Double {
    let start = offset
    let isNegative = take("-")

    // The digits as one whole number and a power of ten, as long as both are exact.
    var digits: UInt64 = 0
    var digitCount = 0
    var exponent = 0
    let leading = offset
    func takeDigits() -> Int {
      let first = offset
      while offset < bytes.count, isDigit(bytes[offset]) {
        if digitCount < 18 { digits = digits * 10 + UInt64(bytes[offset] - UInt8(ascii: "0")) }
        if digits > 0 { digitCount += 1 }
        offset += 1
      }
      return offset - first
    }
    let wholeDigits = takeDigits()
    guard wholeDigits == 1 || bytes[leading] != UInt8(ascii: "0") else {
      throw malformed("a number must not begin with 0")
    }
    if take(".") {
      let decimals = takeDigits()
      guard decimals > 0 else { throw malformed("expected a digit after the decimal point") }
      exponent -= decimals
    }
    if take("e") || take("E") {
      let exponentIsNegative = take("-")
      if !exponentIsNegative { _ = take("+") }
      let first = offset
      var power = 0
      while offset < bytes.count, isDigit(bytes[offset]) {
        power = min(power * 10 + Int(bytes[offset] - UInt8(ascii: "0")), 100_000)
        offset += 1
      }
      guard offset > first else { throw malformed("expected a digit in the exponent") }
      exponent += exponentIsNegative ? -power : power
    }
    if digitCount < 18, digits < 1 << 53, abs(exponent) <= 22 {
      let power = Self.powersOfTen[abs(exponent)]
      let value = exponent < 0 ? Double(digits) / power : Double(digits) * power
      return isNegative ? -value : value
    }

    // Otherwise by the library's own rounding.
    let text = String(decoding: bytes[start..<offset], as: UTF8.self)
    guard let value = Double(text) else { throw malformed("expected a number, found \(text)") }
    return value
  }

  /// Reads a whole number, exactly; 3.0 is one.
  func integer() throws -> Int {
    guard kind == .number else { throw unexpected("a whole number") }
    if let whole = try digits() { return whole }
    // With a point or an exponent, or wrong: as any number.
    let value = try number()
    guard let whole = Int(exactly: value), abs(value) <= 0x1p53 else {
      throw error("expected a whole number, found \(value)")
    }
    return whole
  }

  /// Reads a number that is written in digits alone; nil, and nothing is read, for any other.
  private func digits() throws -> Int? {
    let isNegative = bytes[offset] == UInt8(ascii: "-")
    let first = offset + (isNegative ? 1 : 0)
    var (end, whole, overflows) = (first, 0, false)
    while end < bytes.count, isDigit(bytes[end]) {
      let digit = Int(bytes[end] &- UInt8(ascii: "0"))
      let tens = whole.multipliedReportingOverflow(by: 10)
      let sum = tens.partialValue.addingReportingOverflow(isNegative ? -digit : digit)
      overflows = overflows || tens.overflow || sum.overflow
      whole = sum.partialValue
      end += 1
    }
    if bytes[first] == UInt8(ascii: "0"), end - first > 1 { return nil }
    if end < bytes.count {
      switch bytes[end] {
      case UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"): return nil
      default: break
      }
    }
    guard !overflows else {
      let text = String(decoding: bytes[offset..<end], as: UTF8.self)
      throw error("expected a whole number of 64 bits, found \(text)")
    }
    offset = end
    return whole
  }

  /// Reads a truth value: true or false, or 1 or 0 as COCO writes it.
  func boolean() throws -> Bool {
    switch kind {
    case .boolean:
      let value = follows("true")
      offset += value ? 4 : 5
      return value
    case .number:
      let value = try integer()
      guard value == 0 || value == 1 else { throw error("expected 0 or 1, found \(value)") }
      return value == 1
    default: throw unexpected("0 or 1")
    }
  }

  /// Reads null if it is next.
  func takeNull() -> Bool {
    guard kind == .null else { return false }
    offset += 4
    return true
  }

  /// Reads what need not be there: an optional key that is null is a missing key.
  func optional<Value>(_ read: () throws -> Value) rethrows -> Value? { takeNull() ? nil : try read() }

  /// Reads a value of any kind and forgets it. NaN and the infinities, which are no JSON, are passed over: Python's writer
  /// makes them, and nobody reads them here.
  func skip() throws {
    switch kind {
    case .object: try object { _ in try skip() }
    case .array: try array { _ in try skip() }
    case .string: _ = try string()
    case .number: _ = try anyNumber()
    case .boolean: _ = try boolean()
    case .null: offset += 4
    case nil:
      guard let word = Self.wordsOfPython.first(where: follows) else { throw unexpected("a value") }
      offset += word.utf8CodeUnitCount
    }
  }

  private static let wordsOfPython: [StaticString] = ["NaN", "Infinity", "-Infinity"]

  // MARK: Bytes

  private static let powersOfTen = (0...22).map { Double("1e\($0)")! }

  private func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  private func skipSpace() {
    var next = offset
    while next < bytes.count, Self.isSpace(bytes[next]) { next += 1 }
    offset = next
  }

  private func take(_ character: Unicode.Scalar) -> Bool {
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: character) else { return false }
    offset += 1
    return true
  }

  func follows(_ word: StaticString) -> Bool {
    guard bytes.count - offset >= word.utf8CodeUnitCount else { return false }
    return (0..<word.utf8CodeUnitCount).allSatisfy { bytes[offset + $0] == word.utf8Start[$0] }
  }
}
