/// COCO's compressed run-length strings: each run as the difference from the run two before it, in base 32,
/// low digits first, one character (from "0" on) for each digit of five bits and a sixth that says that more
/// follow.
extension RunLengthMask {
  /// What is wrong with runs that were to make a mask.
  public struct Malformed: Error, Equatable, CustomStringConvertible {
    /// What was expected and what was found.
    public let description: String
  }

  /// A mask from runs that may be wrong, as from a file.
  public init(checking counts: [Int], height: Int, width: Int) throws(Malformed) {
    var total = 0
    for count in counts {
      guard count >= 0 else {
        throw Malformed(description: "expected runs of no negative length, found \(count)")
      }
      total = total.addingReportingOverflow(count).overflow ? .max : total + count
    }
    guard total == height * width else {
      throw Malformed(
        description: "expected runs of \(height) x \(width) = \(height * width) pixels in all, found \(total)"
      )
    }
    self.init(height: height, width: width, counts: counts)
  }

  /// A mask from its compressed string, which may be wrong, as from a file.
  public init(compressed: String, height: Int, width: Int) throws(Malformed) {
    var counts: [Int] = []
    var value = 0
    var shift = 0
    for byte in compressed.utf8 {
      guard 48..<112 ~= byte, shift < 60 else {
        throw Malformed(
          description:
            "expected a compressed run-length string, found the byte \(byte) after \(counts.count) runs")
      }
      let digit = Int(byte) - 48
      value |= (digit & 0x1F) << shift
      shift += 5
      guard digit & 0x20 == 0 else { continue }
      // The last digit's highest bit is the sign.
      if digit & 0x10 != 0 { value |= -1 << shift }
      if counts.count > 2 { value += counts[counts.count - 2] }
      guard abs(value) <= height * width else {
        throw Malformed(
          description:
            "expected runs of \(height) x \(width) = \(height * width) pixels in all, found one of \(value)"
        )
      }
      counts.append(value)
      (value, shift) = (0, 0)
    }
    guard shift == 0 else {
      throw Malformed(description: "expected the end of run \(counts.count), found the end of the string")
    }
    try self.init(checking: counts, height: height, width: width)
  }

  /// The runs as COCO's compressed string.
  public var compressed: String {
    var text: [UInt8] = []
    for i in counts.indices {
      var rest = i > 2 ? counts[i] - counts[i - 2] : counts[i]
      var more = true
      while more {
        let digit = rest & 0x1F
        rest >>= 5
        // Done when what is left is only the sign that the digit's highest bit shows.
        more = digit & 0x10 != 0 ? rest != -1 : rest != 0
        text.append(UInt8(48 + digit + (more ? 0x20 : 0)))
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
