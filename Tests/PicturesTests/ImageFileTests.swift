import Tensors
import Foundation
import Testing

@testable import Pictures

@Suite("Image files of every kind, against Pillow's reading of them")
struct ImageFileTests {
  /// A file, and the pixels that Pillow found in it (Tests/Golden/pictures.py).
  struct Golden: Decodable, CustomTestStringConvertible, Sendable {
    let name: String
    let width: Int
    let height: Int
    let file: Data
    let pixels: Data

    var testDescription: String { name }
  }

  static let goldens: [Golden] = {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Golden/pictures.json").path
    do {
      return try JSONDecoder().decode([Golden].self, from: readWhole(path))
    } catch {
      fatalError("the fixture is missing: \(error)")
    }
  }()
  static let pngs = goldens.filter { $0.name.hasSuffix("png") }
  static let jpegs = goldens.filter { $0.name.hasSuffix("jpg") }
  static let canReadJPEG = TurboJPEG.installed != nil

  @Test("PNG: the same pixels", arguments: pngs)
  func png(_ golden: Golden) throws {
    let image = try decodeImage(golden.file, file: golden.name)
    #expect(image.width == golden.width && image.height == golden.height)
    #expect(image.pixels == [UInt8](golden.pixels))
  }

  // Two versions of the decoder may round differently.
  @Test(
    "JPEG: the same pixels, up to rounding", .enabled(if: canReadJPEG, "TurboJPEG is not installed"),
    arguments: jpegs)
  func jpeg(_ golden: Golden) throws {
    let image = try decodeImage(golden.file, file: golden.name)
    #expect(image.width == golden.width && image.height == golden.height)
    let difference = zip(image.pixels, golden.pixels).map { abs(Int($0) - Int($1)) }.max()
    #expect(difference! <= (golden.name == "cmyk.jpg" ? 3 : 2), "\(golden.name): \(difference!)")
  }

  @Test("Every proper beginning of every file is an error, never a crash", arguments: goldens)
  func truncated(_ golden: Golden) {
    for length in 0..<golden.file.count {
      #expect(throws: InputError.self, "\(length) of \(golden.file.count) bytes") {
        try decodeImage(golden.file.prefix(length), file: golden.name)
      }
    }
  }

  @Test("A wrong byte anywhere is read or refused, never a crash", arguments: goldens)
  func damaged(_ golden: Golden) {
    for position in golden.file.indices {
      var broken = golden.file
      broken[position] ^= 0xff
      _ = try? decodeImage(broken, file: golden.name)
    }
  }

  @Test("A missing end is an error even where an end marker was put on again", .enabled(if: canReadJPEG))
  func patchedUp() {
    let file = Self.jpegs.first { $0.name == "444.jpg" }!.file
    let patched = file.prefix(file.count - 60) + Data([0xff, 0xd9])
    #expect {
      try decodeImage(patched, file: "patched.jpg")
    } throws: { error in
      "\(error)".hasPrefix("patched.jpg: JPEG data: ") && "\(error)".lowercased().contains("premature end")
    }
  }

  @Test("Without TurboJPEG the message says what to install")
  func missingLibrary() {
    #expect(TurboJPEG(libraries: ["libno-such-thing.so"]) == nil)
    #expect {
      try decodeJPEG(Self.jpegs[0].file, file: "a.jpg", library: nil)
    } throws: { error in
      "\(error)".hasPrefix("a.jpg: ") && "\(error)".contains("install TurboJPEG")
    }
  }
}
