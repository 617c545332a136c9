import Testing

@testable import Tensors

@Suite("A Tensors in half the bytes")
struct HalfTensorTests {
  private func rounded(_ values: [Float]) -> [Float] {
    HalfTensor(rounding: Tensor(shape: [values.count], values: values)).tensor.values
  }

  @Test("Values with 11 significant bits stay as they are, whatever their size")
  func exact() {
    let values: [Float] = [0, 1, -1, 2047, -1023.5, 0.125, -0x1.ffcp-3]
    #expect(rounded(values) == values)
    for scale in [Float(0x1p-90), 0x1p-30, 0x1p40, 0x1p110] {
      #expect(rounded(values.map { $0 * scale }) == values.map { $0 * scale })
    }
    #expect(rounded([]) == [] && rounded([0, -0]) == [0, 0])
  }

  @Test("By hand: the nearest, of two as near the even one, and what is too small beside the largest is 0")
  func nearest() {
    // In 1024 ..< 2048 a step is 1: halves go to the even neighbour.
    #expect(rounded([1024.5, 1025.5, 1025.25, -1025.75]) == [1024, 1026, 1025, -1026])
    // The largest may grow to the next power of two.
    #expect(rounded([2047.9, 1]) == [2048, 1])
    // 2^15 is the largest's place: the smallest that is kept is 2^-29 of it.
    #expect(rounded([1, 0x1p-29, 0x1.8p-30]) == [1, 0x1p-29, 0])
  }

  @Test("A value is off by at most 2^-11 of itself, and rounding twice is rounding once")
  func error() {
    var generator = PCG32(seed: 3)
    let tensor = Tensor(normal: [5, 1000], deviation: 7, using: &generator)
    let once = HalfTensor(rounding: tensor)
    #expect(once.shape == [5, 1000] && once.codes.count == 5000)
    for (a, b) in zip(tensor.values, once.tensor.values) { #expect(abs(a - b) <= 0x1p-11 * abs(a)) }
    #expect(HalfTensor(rounding: once.tensor).tensor == once.tensor)
  }

  @Test("A checksum tells each single bit, and the order of bytes")
  func checksums() {
    let bytes = (0..<37).map { UInt8($0 * 7 % 251) }
    func sum(_ bytes: [UInt8]) -> UInt64 { bytes.withUnsafeBytes(checksum) }
    // By Python's integers.
    #expect(sum([]) == 0 && sum([UInt8(ascii: "a")]) == 0xbea1_f0f9_5f44_349c)
    #expect(sum(bytes) == 0xc59a_44a8_37ed_2977)
    var sums: Set<UInt64> = [sum(bytes), sum(bytes.reversed()), sum(bytes.dropLast())]
    for place in bytes.indices {
      for bit in 0..<8 {
        var changed = bytes
        changed[place] ^= 1 << UInt8(bit)
        sums.insert(sum(changed))
      }
    }
    #expect(sums.count == 3 + 37 * 8)
  }
}
