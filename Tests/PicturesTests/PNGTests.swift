import Tensors
import Foundation
import Testing

@testable import Pictures

@Suite("PNG files")
struct PNGTests {
  @Test(
    "Any image comes back the same, and twice the same bytes",
    arguments: [(1, 1), (5, 3), (64, 40), (300, 7)])
  func roundTrip(width: Int, height: Int) throws {
    var image = Image(width: width, height: height)
    var state: UInt32 = 1
    for i in image.pixels.indices {
      state = state &* 1_664_525 &+ 1_013_904_223
      image.pixels[i] = UInt8(state >> 24)
    }
    let data = encodePNG(image)
    #expect(try decodeImage(data, file: "x.png") == image)
    #expect(encodePNG(image) == data)
  }

  @Test("Every proper beginning of a file is an error, never a crash")
  func truncated() {
    var image = Image(width: 9, height: 7)
    for i in image.pixels.indices { image.pixels[i] = UInt8(i * 31 & 255) }
    let data = encodePNG(image)
    for length in 0..<data.count {
      #expect(throws: InputError.self, "\(length) of \(data.count) bytes") {
        try decodeImage(data.prefix(length), file: "cut.png")
      }
    }
  }

  @Test("A file with a wrong byte is read or refused, never a crash")
  func damaged() {
    var image = Image(width: 9, height: 7)
    for i in image.pixels.indices { image.pixels[i] = UInt8(i * 31 & 255) }
    let data = encodePNG(image)
    var refused = 0
    for position in 0..<data.count {
      var broken = data
      broken[position] ^= 0x55
      do { _ = try decodeImage(broken, file: "broken.png") } catch { refused += 1 }
    }
    #expect(refused > data.count / 2)
  }

  @Test("The message names the file, the place and what was expected")
  func messages() {
    let cut = encodePNG(Image(width: 4, height: 4)).dropLast(5)
    #expect {
      try decodeImage(Data(cut), file: "a/b.png")
    } throws: { error in
      "\(error)".hasPrefix("a/b.png: byte ") && "\(error)".contains("cut off")
    }
    #expect {
      try decodeImage(Data("GIF89a".utf8), file: "c.gif")
    } throws: { error in
      "\(error)" == "c.gif: byte 0: expected a PNG or JPEG file"
    }
  }

  @Test("A picture too long to draw on is refused in words")
  func tooLarge() {
    #expect {
      try decodeImage(encodePNG(Image(width: 40000, height: 1)), file: "long.png")
    } throws: { error in
      "\(error)".hasPrefix("long.png: chunk IHDR: 40000 x 1 pixels")
    }
  }

  @Test(
    "Samples of 16 bits are what their upper 8 bits say, whether the file says how they are encoded or not")
  func sixteenBits() throws {
    // A ramp from 0 to 65535 over 400 columns: a quarter and a half of the way are 64 and 128.
    let samples = (0..<400).map { column in UInt16((column * 65535 + 200) / 400) }
    for extra in [[], PNGFile.chunk("sRGB", [0])] {
      let file = PNGFile.grey16(samples, before: extra)
      let image = try decodeImage(Data(file), file: "ramp.png")
      let red = stride(from: 0, to: 1200, by: 3).map { image.pixels[$0] }
      #expect(red[100] == 64 && red[200] == 128 && red[0] == 0 && red[399] == 254)
      for (sample, value) in zip(samples, red) {
        #expect(abs(Double(sample) / 257 - Double(value)) <= 1, "\(sample) is \(value)")
      }
    }
  }
}

/// PNG files by hand, not compressed.
enum PNGFile {
  /// One row of 16-bit grey samples; `before` stands between the header and the data.
  static func grey16(_ samples: [UInt16], before chunks: [UInt8]) -> [UInt8] {
    let header = bigEndian(samples.count) + bigEndian(1) + [16, 0, 0, 0, 0]
    var row: [UInt8] = [0]
    for sample in samples { row += [UInt8(sample >> 8), UInt8(sample & 255)] }
    return pngSignature + chunk("IHDR", header) + chunks + chunk("IDAT", stored(row)) + chunk("IEND", [])
  }

  static func chunk(_ type: String, _ data: [UInt8]) -> [UInt8] {
    let body = Array(type.utf8) + data
    return bigEndian(data.count) + body + bigEndian(Int(checksum(body)))
  }

  private static func bigEndian(_ value: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
  }

  /// One stored block of zlib's format (RFC 1950, 1951), with its Adler-32.
  private static func stored(_ data: [UInt8]) -> [UInt8] {
    var (a, b) = (1, 0)
    for byte in data { (a, b) = ((a + Int(byte)) % 65521, (b + a + Int(byte)) % 65521) }
    let count = [UInt8(data.count & 255), UInt8(data.count >> 8)]
    return [0x78, 0x01, 1] + count + count.map { ~$0 } + data + bigEndian(b << 16 | a)
  }

  /// CRC-32 as PNG has it.
  private static func checksum(_ data: [UInt8]) -> UInt32 {
    var sum = ~UInt32(0)
    for byte in data {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? (sum >> 1) ^ 0xEDB8_8320 : sum >> 1 }
    }
    return ~sum
  }
}
