import Foundation

/// A stable name for a value: the SHA-256 of its canonical JSON (keys sorted, no spaces).
///
/// Equal values have equal fingerprints in every run and on every machine, unlike `hashValue`.
public struct Fingerprint: Sendable, Hashable, CustomStringConvertible {
  /// 64 hexadecimal digits.
  public let description: String

  /// The fingerprint of bytes.
  public init(ofBytes bytes: some Sequence<UInt8>) { description = sha256(bytes) }

  /// The fingerprint of a value, through its canonical JSON.
  public init(of value: some Encodable) throws { self.init(ofBytes: try canonicalJSON(value)) }

  /// The first 12 digits: short enough for a file name, and one chance in 10^8 of a clash among 1000 values.
  public var short: String { String(description.prefix(12)) }
}

/// JSON that is the same text for equal values: keys sorted, slashes as they are, nothing between tokens.
public func canonicalJSON(_ value: some Encodable) throws -> Data {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  return try encoder.encode(value)
}

/// The same, laid out for people.
public func readableJSON(_ value: some Encodable) throws -> Data {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
  return try encoder.encode(value) + Data("\n".utf8)
}

extension Data {
  /// This JSON without spaces, with a line for each member of the outer `depth` objects: people find things in it, and
  /// lists of numbers take no pages.
  func brokenIntoLines(depth limit: Int) -> Data {
    var result = Data()
    var (depth, isInString, isEscaped) = (0, false, false)
    func breakLine() {
      result.append(UInt8(ascii: "\n"))
      result.append(contentsOf: repeatElement(UInt8(ascii: " "), count: depth))
    }
    for byte in self {
      if isInString {
        result.append(byte)
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          isInString = false
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        result.append(byte)
        if depth <= limit { breakLine() }
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        if depth < limit { breakLine() }
        result.append(byte)
      case UInt8(ascii: ","):
        result.append(byte)
        if depth <= limit { breakLine() }
      default:
        isInString = byte == UInt8(ascii: "\"")
        result.append(byte)
      }
    }
    result.append(UInt8(ascii: "\n"))
    return result
  }
}

/// SHA-256 (FIPS 180-4), as hexadecimal digits.
func sha256(_ bytes: some Sequence<UInt8>) -> String {
  // The message, a 1 bit, zeros, and its length in bits, to a multiple of 64 bytes.
  var message = [UInt8](bytes)
  let bitCount = UInt64(message.count) * 8
  message.append(0x80)
  message.append(contentsOf: repeatElement(0, count: (120 - message.count % 64) % 64))
  for shift in stride(from: 56, through: 0, by: -8) {
    message.append(UInt8(truncatingIfNeeded: bitCount >> UInt64(shift)))
  }

  var state = SHA256Constants.start
  var schedule = [UInt32](repeating: 0, count: 64)
  message.withUnsafeBufferPointer { message in
    for block in stride(from: 0, to: message.count, by: 64) {
      compress(message, at: block, into: &state, schedule: &schedule)
    }
  }
  return state.map { word in
    let digits = String(word, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }.joined()
}

/// One block of 64 bytes into the eight words of the state.
private func compress(
  _ message: UnsafeBufferPointer<UInt8>, at block: Int, into state: inout [UInt32], schedule w: inout [UInt32]
) {
  func rotated(_ x: UInt32, _ n: UInt32) -> UInt32 { x >> n | x << (32 - n) }

  for i in 0..<16 {
    let at = block + 4 * i
    w[i] =
      UInt32(message[at]) << 24 | UInt32(message[at + 1]) << 16 | UInt32(message[at + 2]) << 8
      | UInt32(message[at + 3])
  }
  for i in 16..<64 {
    let s0 = rotated(w[i - 15], 7) ^ rotated(w[i - 15], 18) ^ w[i - 15] >> 3
    let s1 = rotated(w[i - 2], 17) ^ rotated(w[i - 2], 19) ^ w[i - 2] >> 10
    w[i] = w[i - 16] &+ s0 &+ w[i - 7] &+ s1
  }

  var (a, b, c, d) = (state[0], state[1], state[2], state[3])
  var (e, f, g, h) = (state[4], state[5], state[6], state[7])
  for i in 0..<64 {
    let s1 = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)
    let choice = e & f ^ ~e & g
    let t1 = h &+ s1 &+ choice &+ SHA256Constants.rounds[i] &+ w[i]
    let s0 = rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)
    let majority = a & b ^ a & c ^ b & c
    (h, g, f, e, d, c, b, a) = (g, f, e, d &+ t1, c, b, a, t1 &+ s0 &+ majority)
  }
  for (i, word) in [a, b, c, d, e, f, g, h].enumerated() { state[i] &+= word }
}

/// The first 32 bits of the fractional parts of roots of the first primes: square roots of 8 of them to start
/// with, cube roots of 64 for the rounds.
private enum SHA256Constants {
  static let primes: [UInt64] = {
    var primes: [UInt64] = []
    var candidate: UInt64 = 2
    while primes.count < 64 {
      if primes.allSatisfy({ candidate % $0 != 0 }) { primes.append(candidate) }
      candidate += 1
    }
    return primes
  }()
  static let start = primes.prefix(8).map { fractionOfRoot(of: $0, degree: 2) }
  static let rounds = primes.map { fractionOfRoot(of: $0, degree: 3) }

  /// floor(2^32 · prime^(1/degree)) mod 2^32: the largest x with x^degree <= prime · 2^(32 · degree), found bit by
  /// bit in integers of any width.
  private static func fractionOfRoot(of prime: UInt64, degree: Int) -> UInt32 {
    var root: UInt64 = 0
    for bit in stride(from: 35, through: 0, by: -1) {
      let candidate = root | 1 << UInt64(bit)
      if power(candidate, degree, isAtMost: prime, shiftedBy: 32 * degree) { root = candidate }
    }
    return UInt32(truncatingIfNeeded: root)
  }

  private static func power(_ x: UInt64, _ degree: Int, isAtMost prime: UInt64, shiftedBy bits: Int) -> Bool {
    var digits: [UInt64] = [1]  // base 2^32, low first
    for _ in 0..<degree { digits = product(digits, x) }
    let bound = [UInt64](repeating: 0, count: bits / 32) + [prime]
    for i in stride(from: max(digits.count, bound.count) - 1, through: 0, by: -1) {
      let (a, b) = (i < digits.count ? digits[i] : 0, i < bound.count ? bound[i] : 0)
      if a != b { return a < b }
    }
    return true
  }

  private static func product(_ digits: [UInt64], _ x: UInt64) -> [UInt64] {
    let (low, high) = (x & 0xffff_ffff, x >> 32)
    var result = [UInt64](repeating: 0, count: digits.count + 2)
    for (i, digit) in digits.enumerated() {
      for (j, part) in [low, high].enumerated() {
        var carry = digit * part
        var at = i + j
        while carry > 0 {
          if at == result.count { result.append(0) }
          let sum = result[at] + (carry & 0xffff_ffff)
          result[at] = sum & 0xffff_ffff
          carry = (carry >> 32) + (sum >> 32)
          at += 1
        }
      }
    }
    return result
  }
}
