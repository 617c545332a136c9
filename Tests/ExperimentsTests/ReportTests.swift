import COCO
import Foundation
import Pictures
import Tensors
import Testing

@testable import Experiments

@Suite("§3 Tables and figures from results")
struct ReportTests {
  /// A report on made-up results of every experiment, written out.
  static func written(to folder: String, profile: Profile = .smoke) throws -> Report {
    let output = OutputFolders(root: folder)
    try output.make()
    let experiments = Set(profile.studies(base: profile.base()).flatMap(\.experiments))
    let results = experiments.enumerated().map { number, experiment in
      var result = SampleResults.result(experiment, apOnB: 0.1 + 0.001 * Double(number % 50))
      result.masksPerClassInA = 10 + Double(number)
      return result
    }
    for result in results { try ResultStore(folder: output.results).write(result) }
    let report = Report(profile: profile, base: profile.base(), results: results, output: output)
    try report.writeTables()
    try report.writeFigures(examples: examples)
    try RunRecorderTests.recorder(of: profile, in: output).finish()
    return report
  }

  static let examples = [
    Example(imageID: 1, image: Image(width: 16, height: 12), annotations: [])
  ]

  @Test(
    "What a run writes is whole; a figure cut short, a table of other numbers and a result gone are named")
  func verification() throws {
    try inTemporaryFolder { folder in
      let report = try Self.written(to: folder)
      func check() throws -> Int {
        try Verification.check(
          profile: .smoke, base: Profile.smoke.base(), wordVectors: .ownText, examples: Self.examples,
          output: report.output
        ).figures
      }
      #expect(
        try check() == report.figures(examples: Self.examples).reduce(0) { $0 + $1.figure.endings.count })
      #expect(
        try Set(report.figures(examples: Self.examples).map(\.name)).isSuperset(of: [
          "figure-1-architecture", "figure-2-random-splits", "training-curves", "example-scenes",
          "example-detections", "table-1a",
          "table-1b", "table-1c", "table-1d", "table-2", "key-comparison", "claims", "mask-thresholds",
        ]))
      let names = try report.figures(examples: Self.examples).map(\.name)
      #expect(Set(names).count == names.count)

      func named(_ path: String, while damage: () throws -> Void) throws {
        let data = try readWhole(path)
        try damage()
        #expect { try check() } throws: { ($0 as? InputError)?.file == path }
        try writeWhole(data, to: path)
        #expect(throws: Never.self) { try check() }
      }
      for ending in ["svg", "pdf", "png"] {
        let path = "\(folder)/Figures/table-1a.\(ending)"
        try named(path) { try writeWhole(readWhole(path).dropLast(20), to: path) }
      }
      let table = "\(folder)/Paper/results/table-2.md"
      try named(table) {
        let text = String(decoding: try readWhole(table), as: UTF8.self)
        try writeWhole(Data(text.replacingOccurrences(of: "23.7", with: "33.7").utf8), to: table)
      }
      for name in ["claims.md", "claims.json"] {
        let claims = "\(folder)/Paper/results/\(name)"
        try named(claims) {
          let text = String(decoding: try readWhole(claims), as: UTF8.self)
          try writeWhole(
            Data(text.replacingOccurrences(of: "undecided", with: "reproduced").utf8), to: claims)
        }
      }
      for name in ["table-1a.csv", "all-figures.csv", "run.json", "run.md"] {
        let path = "\(report.output.results)/\(name)"
        try named(path) { try writeWhole(readWhole(path).dropLast(20), to: path) }
      }
      let result = try ResultStore(folder: report.output.results).path(of: Profile.smoke.base())
      try named(result) { try FileManager.default.removeItem(atPath: result) }
    }
  }

  @Test("Results of another configuration that lie in the folder change no table")
  func otherConfigurations() throws {
    try inTemporaryFolder { folder in
      let report = try Self.written(to: folder)
      let store = ResultStore(folder: report.output.results)
      let base = Profile.smoke.base()
      let others = [
        Profile.standard.base(), base.with { $0.detector.imageSide = 64 }, base.with { $0.detectorSeed = 7 },
        base.with { $0.schedule.detector.steps += 1 }, base.with { $0.seed = 9 },
      ]
      for other in others { try store.write(SampleResults.result(other, apOnB: 0.9, apOnA: 0.9)) }
      let results = try store.all()
      #expect(results.count == Set(report.studies.flatMap(\.study.experiments)).count + others.count)
      let again = Report(profile: .smoke, base: base, results: results, output: report.output)
      #expect(again.documents.map(\.markdown) == report.documents.map(\.markdown))
      #expect(again.claims.map(\.text) == report.claims.map(\.text))
    }
  }

  @Test("Every table of a smoke run says that it is one, and so does every chart")
  func smokeLabel() throws {
    let results = Profile.smoke.studies(base: Profile.smoke.base()).flatMap(\.experiments)
      .map { SampleResults.result($0) }
    let report = Report(
      profile: .smoke, base: Profile.smoke.base(), results: results, output: OutputFolders(root: "nowhere"))
    let note = try #require(Profile.smoke.note)
    #expect(report.documents.count == report.studies.count)
    for document in report.documents { #expect(document.markdown.contains(note)) }
    for (name, figure) in try report.figures(examples: Self.examples) {
      switch figure {
      case let table as DrawnTable: #expect(table.note.contains(note), "\(name)")
      case let panels as Panels: #expect(panels.note.contains(note), "\(name)")
      case let page as PicturePage: #expect(page.note.contains(note), "\(name)")
      default: #expect(figure is ArchitectureFigure, "\(name)")
      }
    }
  }

  @Test("The claims of a report are the paper's and then ours, each written in every form")
  func claims() throws {
    try inTemporaryFolder { folder in
      let report = try Self.written(to: folder)
      let claims = report.claims
      let firstOfOurs = try #require(claims.firstIndex { $0.origin == .ours })
      #expect(firstOfOurs > 0 && claims[firstOfOurs...].allSatisfy { $0.origin == .ours })
      let file = "\(report.output.results)/claims"
      let objects = try JSONSerialization.jsonObject(with: readWhole("\(file).json")) as? [[String: Any]]
      #expect(objects?.map { $0["verdict"] as? String } == claims.map(\.verdict.rawValue))
      let lines = String(decoding: try readWhole("\(file).csv"), as: UTF8.self).split(separator: "\n")
      #expect(lines.count == claims.count + 1)
      for claim in claims {
        #expect(report.claimsDocument.markdown.contains(claim.statement), "\(claim.id)")
      }
    }
  }

  @Test("A result's JSON has a line for each of its fields, and reads back the same")
  func lines() throws {
    let data = Data(#"{"a":{"b":[1,{"c":"x,{\"y"}],"d":2},"e":3}"#.utf8)
    let broken = data.brokenIntoLines(depth: 2)
    #expect(
      String(decoding: broken, as: UTF8.self)
        == "{\n \"a\":{\n  \"b\":[1,{\"c\":\"x,{\\\"y\"}],\n  \"d\":2\n },\n \"e\":3\n}\n")
    #expect(
      try JSONSerialization.jsonObject(with: broken) as? NSDictionary
        == JSONSerialization.jsonObject(with: data) as? NSDictionary)
  }
}
