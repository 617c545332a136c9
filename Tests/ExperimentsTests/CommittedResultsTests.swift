import COCO
import Foundation
import Tensors
import Testing
import WeightTransfer

@testable import Experiments

/// What the chapters say of the committed results, held against them.
@Suite("§3 The committed results")
struct CommittedResultsTests {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  static func study(_ name: String) throws -> StudyResults {
    let study = try #require(
      Profile.standard.studies(base: Profile.standard.base()).first { $0.name == name })
    return StudyResults(study, results: results)
  }

  /// All committed results, read once.
  static let results = (try? ResultStore(folder: OutputFolders(root: root).results).all()) ?? []

  @Test("Every run of the standard extent is there, and every run of the 3000 classes")
  func complete() throws {
    let report = Report(
      profile: .standard, base: Profile.standard.base(), results: Self.results,
      output: OutputFolders(root: Self.root))
    for study in report.studies {
      let (done, all) = study.completeness
      #expect(done == all, "\(study.study.name)")
    }
    #expect(report.studies.contains { $0.study.name == "vocabulary-3000" })
  }

  @Test(
    "Every number in the chapters is the one in the results, and what came out is told in such numbers alone")
  func numbers() throws {
    let output = OutputFolders(root: Self.root)
    let numbers = try ChapterNumbers(
      Report(
        profile: .standard, base: Profile.standard.base(),
        results: Self.results,
        output: output))
    for name in try FileManager.default.contentsOfDirectory(atPath: "\(Self.root)/Paper") + ["../README.md"]
    where name.hasSuffix(".md") {
      let chapter = try String(contentsOfFile: "\(Self.root)/Paper/\(name)", encoding: .utf8)
      #expect(try numbers.filled(chapter, file: name) == chapter, "`reproduce tables` fills in \(name)")
    }
    let chapter = try String(contentsOfFile: "\(Self.root)/Paper/3-Experiments.md", encoding: .utf8)
    let start = try #require(chapter.range(of: "## What came out"))
    let end = try #require(chapter.range(of: "\n## ", range: start.upperBound..<chapter.endIndex))
    let told = String(chapter[start.upperBound..<end.lowerBound])
    let isFilledIn = told.contains("<!--=")
    #expect(isFilledIn)
    let byHand = ChapterNumbers.unfilled(told).matches(of: /[^ ]*(\d\.\d|\d ?%)[^ ]*/).map {
      String($0.output.0)
    }
    #expect(byHand == [], "numbers that no result fills in")
  }

  @Test(
    "On held-out classes of its own A, raw rows score best for VOC and unit rows for non-VOC, as chapter 3 says"
  )
  func selection() throws {
    let selection = try Self.study("selection")
    for (split, chosen) in [(ClassSplit.voc, TransferRegularization.none), (.nonVOC, .ours)] {
      let folds = selection.study.splits.filter {
        if case .heldOut(_, split) = $0 { true } else { false }
      }
      #expect(folds.count == 2)
      let means = selection.study.rows.map { row in
        folds.compactMap { selection.spread(row, $0, .maskAP, on: .b)?.mean }.reduce(0, +)
      }
      let best = selection.study.rows[means.firstIndex(of: means.max()!)!]
      guard case .partial(let method) = try #require(best.experiments[folds[0]]?.first).contender,
        case .transfer(let transfer) = method.predictor
      else {
        Issue.record("\(best.label) is no T")
        continue
      }
      #expect(transfer.regularization == chosen, "\(split): \(best.label)")
    }
  }
}
