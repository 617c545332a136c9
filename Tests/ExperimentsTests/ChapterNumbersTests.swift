import Foundation
import Tensors
import Testing

@testable import Experiments

@Suite("§3 Numbers in chapters come from the results")
struct ChapterNumbersTests {
  /// The numbers of made-up results: mask AP on B 12 % for the baseline, and 12.5 and 13.5 for transfer.
  static func numbers(in folder: String) throws -> ChapterNumbers {
    let study = Profile.standard.studies(base: Profile.standard.base()).first { $0.name == "key-comparison" }!
    func results(_ label: String, _ values: [Double]) -> [RunResult] {
      let row = study.rows.first { $0.label == label }!
      return zip(row.experiments[.voc]!, values).map { SampleResults.result($0, apOnB: $1 / 100) }
    }
    let output = OutputFolders(root: folder)
    try output.make()
    let record = RunRecord(
      profile: .standard, base: "", host: .here(threads: 2), start: nil, processes: 1, runs: 288,
      seconds: ["stage one": 95], peakMemory: 3 << 29)
    try writeWhole(canonicalJSON(record), to: "\(output.results)/run.json")
    let measured = #"{"threads": 2, "medians": {"times": 2.346}, "least": {}, "most": {}}"#
    try writeWhole(Data(measured.utf8), to: "\(output.results)/full-size.json")
    return try ChapterNumbers(
      Report(
        profile: .standard, base: Profile.standard.base(),
        results: results("class-agnostic (baseline)", [12, 12]) + results("transfer", [12.5, 13.5]),
        output: output))
  }

  @Test(
    "A number by its key",
    arguments: [
      ("key-comparison / transfer / voc / B", "13.0"),
      // Half the interval of two values 1 apart: 12.706 · 0.5.
      ("key-comparison / transfer / voc / B / ±", "6.4"),
      ("key-comparison / transfer / voc / B / mask AP50", "26.0"),
      ("key-comparison / transfer / voc / A / mask AP", "25.0"),
      ("claim / transfer-beats-baseline / voc / difference", "+1.0"),
      ("claim / transfer-beats-baseline / voc / verdict", "undecided"),
      ("claim / transfer-beats-baseline / voc / paper", "+6.0"),
      ("claim / transfer-beats-baseline / non-voc / verdict", "not run"),
      ("run / runs", "288"), ("run / stage one", "1 min 35 s"), ("run / time", "1 min 35 s"),
      ("run / memory", "1.5 GiB"), ("full size / times", "2.35"),
    ])
  func keys(_ key: String, _ text: String) throws {
    try inTemporaryFolder { folder in
      let filled = try Self.numbers(in: folder).filled("so <!--= \(key) -->old<!--=--> it is", file: "x.md")
      #expect(filled == "so <!--= \(key) -->\(text)<!--=--> it is")
      #expect(ChapterNumbers.unfilled(filled) == "so  it is")
    }
  }

  @Test("An unknown number and an open comment are named with their line")
  func faults() throws {
    try inTemporaryFolder { folder in
      let numbers = try Self.numbers(in: folder)
      for (text, problem) in [
        ("one\ntwo <!--= key-comparison / nobody / voc / B -->1<!--=-->", "nobody"),
        ("one\ntwo <!--= key-comparison / transfer / voc / B -->1", "not closed"),
        (
          "one\ntwo <!--= key-comparison / transfer / voc / B -->1 and\n<!--= run / runs -->2<!--=-->",
          "not closed"
        ),
      ] {
        let error = #expect(throws: InputError.self) { try numbers.filled(text, file: "x.md") }
        #expect("\(error!)".contains("x.md") && "\(error!)".contains("line 2"))
        #expect("\(error!)".contains(problem))
      }
    }
  }

  @Test("Chapters beside the results are filled in, once")
  func fill() throws {
    try inTemporaryFolder { folder in
      let numbers = try Self.numbers(in: folder)
      let page = "\(folder)/Paper/3.md"
      try writeWhole(Data("<!--= key-comparison / transfer / voc / B --><!--=-->".utf8), to: page)
      #expect(try numbers.fill(OutputFolders(root: folder)) == [page])
      #expect(
        try String(contentsOfFile: page, encoding: .utf8)
          == "<!--= key-comparison / transfer / voc / B -->13.0<!--=-->")
      #expect(try numbers.fill(OutputFolders(root: folder)).isEmpty)
    }
  }
}
