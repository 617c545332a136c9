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
}
