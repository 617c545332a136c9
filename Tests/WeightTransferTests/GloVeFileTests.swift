import Foundation
import Tensors
import Testing

@testable import WeightTransfer

@Suite("§2.1 Word vectors from files")
struct GloVeFileTests {
  static let text = """
    the 0.5 -1 2
    hair 1 2 3
    zebra -1e-3 0.25 7
    drier 3 2 -1
    cup 0 0 1

    """

  @Test("GloVe's text format: rows in the order of the names, several words averaged")
  func textFormat() throws {
    let vectors = try read(Self.text, names: ["zebra", "hair drier", "Cup"])
    #expect(vectors.dimension == 3)
    #expect(vectors.names == ["zebra", "hair drier", "Cup"])
    #expect(vectors.values == [-0.001, 0.25, 7, 2, 2, 1, 0, 0, 1])
    #expect(vectors["hair drier"] == [2, 2, 1])
    #expect(vectors["bowl"] == nil)
  }

  @Test("a line with COUNT and D, line ends of other systems, and words that need no parsing are accepted")
  func textVariants() throws {
    let other = "5 3\r\n. . . 1 2 3\r\ncup 0 0 1\r\n"
    #expect(try read(other, names: ["cup"]).values == [0, 0, 1])
  }

  @Test("any Float survives being written as text and read")
  func textRoundTrip() throws {
    var generator = PCG32(seed: 5)
    let names = (0..<40).map { "word\($0)" }
    let values = (0..<40 * 7).map { _ in generator.normal() * 1e-3 }
    let lines = names.indices.reversed().map { row in
      "\(names[row]) " + values[row * 7..<row * 7 + 7].map { "\($0)" }.joined(separator: " ") + "\n"
    }
    #expect(
      try read(lines.joined(), names: names) == WordVectors(names: names, dimension: 7, values: values))
  }

  @Test(
    "bad text files, each with its place",
    arguments: [
      ("", "byte 0", "empty"),
      ("once upon a time\n", "line 1 (\"once\")", "\"upon\", expected a finite number"),
      ("hair 1 2 3\n", "end of file, after line 1", "no line for \"cup\""),
      ("hair 1 2 3\ncup 1 2\n", "line 2 (\"cup\")", "2 numbers, expected 3"),
      ("hair 1 2 3\ncup 1 2 nan\n", "line 2 (\"cup\")", "number 3 is \"nan\", expected a finite number"),
      ("hair 1 2 3\ncup 1 2 1e99\n", "line 2 (\"cup\")", "number 3 is \"1e99\""),
      ("hair 1 2 3\ncup 1 x 3\n", "line 2 (\"cup\")", "number 2 is \"x\""),
      ("hair 1 2 3\ncup 1 2 3", "line 2 (\"cup\")", "cut short"),
      ("hair 1 2 3\ncu", "end of file, after line 2", "no line for \"cup\""),
      ("cup\n", "line 1 (\"cup\")", "expected a word and its numbers"),
      ("PK\u{3}\u{4}...", "byte 0", "compressed archive"),
    ])
  func badText(text: String, place: String, problem: String) throws {
    let error = try #require(throws: InputError.self) { try read(text, names: ["cup"]) }
    #expect(error.place == place)
    #expect(error.problem.contains(problem), "\(error.problem)")
    #expect(error.file.hasSuffix(".vectors"))
  }

  @Test("a class without a word in its name is named, by a file and by the own text")
  func noWord() throws {
    let error = try #require(throws: InputError.self) { try read("cup 1 2\n", names: ["cup", "_"]) }
    #expect(error.place == "class \"_\"" && error.problem.contains("no word"))
    var generator = PCG32(seed: 1)
    #expect(throws: InputError.self) { try WordVectors.trained(names: ["cup", " "], using: &generator) }
  }

  @Test("no file, and a folder for a file, are input errors")
  func noFile() {
    for path in ["/no/such/file", NSTemporaryDirectory()] {
      let error = #expect(throws: InputError.self) { try WordVectors.read(path: path, names: ["cup"]) }
      #expect(error?.problem.hasPrefix("cannot be read") == true)
    }
  }

  @Test("arrays as NumPy writes them, versions 1 and 2")
  func arrays() throws {
    let golden = try GloVeGolden()
    let names = ["cup", "hair drier", "zebra"]
    for version in ["version 1", "version 2"] {
      let vectors = try read(golden.arrays[version]!, names: names)
      #expect(vectors == WordVectors(names: names, dimension: 5, values: golden.vectors))
    }
  }

  @Test(
    "arrays of another kind, as NumPy writes them",
    arguments: [
      ("version 3", "byte 6", "version 3.0, expected 1.0 or 2.0"),
      ("float64", "header: descr", "'<f8', expected '<f4'"),
      ("big-endian", "header: descr", "'>f4', expected '<f4'"),
      ("columns first", "header: fortran_order", "True, expected False"),
      ("one dimension", "header: shape", "(15,), expected (3, D)"),
      ("two rows", "header: shape", "(2, 5), expected (3, D)"),
    ])
  func otherArrays(kind: String, place: String, problem: String) throws {
    let golden = try GloVeGolden()
    let error = try #require(throws: InputError.self) {
      try read(golden.arrays[kind]!, names: ["cup", "hair drier", "zebra"])
    }
    #expect(error.place == place)
    #expect(error.problem.contains(problem), "\(error.problem)")
  }

  @Test("an array cut anywhere, with something after it, or with a number that is not finite")
  func brokenArrays() throws {
    let whole = try GloVeGolden().arrays["version 1"]!
    let names = ["cup", "hair drier", "zebra"]
    for count in stride(from: 0, to: whole.count, by: 3) {
      #expect(throws: InputError.self) { try read(whole.prefix(count), names: names, extension: "npy") }
    }
    #expect(throws: InputError.self) { try read(whole + [0], names: names) }

    var spoilt = whole
    let last = Float.nan.bitPattern
    spoilt.replaceSubrange(
      (whole.count - 4)..., with: (0..<4).map { UInt8(truncatingIfNeeded: last >> (8 * $0)) })
    let error = try #require(throws: InputError.self) { try read(spoilt, names: names) }
    #expect(error.place == "row 2 (zebra), column 4")
    #expect(error.problem == "nan, expected a finite number")
  }

  private func read(_ text: String, names: [String]) throws -> WordVectors {
    try read(Data(text.utf8), names: names)
  }

  private func read(_ data: Data, names: [String], extension: String = "vectors") throws -> WordVectors {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("\(UUID().uuidString).\(`extension`)")
    try data.write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    return try WordVectors.read(path: file.path, names: names)
  }
}
