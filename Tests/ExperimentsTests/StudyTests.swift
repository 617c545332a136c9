import COCO
import Testing

@testable import Experiments

@Suite("§3 Studies and their tables")
struct StudyTests {
  @Test(
    "Every row of a study differs from the others, and splits and seeds are all there",
    arguments: Profile.allCases)
  func rows(_ profile: Profile) {
    for study in profile.studies(base: profile.base()) {
      #expect(Set(study.rows.map(\.label)).count == study.rows.count, "\(study.name)")
      for split in study.splits {
        let experiments = study.rows.map { $0.experiments[split] ?? [] }
        #expect(experiments.allSatisfy { !$0.isEmpty })
        #expect(Set(experiments).count == experiments.count, "\(study.name)")
        #expect(experiments.joined().allSatisfy { $0.split == split })
      }
    }
  }

  @Test(
    "Five seeds stage by stage; three end to end, in the control and at other thresholds; one on each random split"
  )
  func seeds() {
    for study in Profile.standard.studies(base: Profile.standard.base()) {
      let isSingle = ["figure-2", "selection", "vocabulary-400"].contains(study.name)
      let isFew = study.name == "control-overlap" || study.name == "mask-thresholds"
      for experiments in study.rows.flatMap({ $0.experiments.values }) {
        if case .wholeBox = experiments[0].contender { continue }
        let count = isSingle ? 1 : isFew || experiments[0].strategy != .stageWise ? 3 : 5
        #expect(experiments.map(\.seed) == (1...count).map(UInt64.init), "\(study.name)")
      }
      if study.name == "figure-2" { #expect(study.splits.count == 25) }
    }
  }

  @Test("The paper's rows carry the paper's figures; ours carry none")
  func published() {
    let studies = Profile.standard.studies(base: Profile.standard.base())
    for study in studies where study.name.hasPrefix("table") {
      for row in study.rows {
        #expect(row.published.isEmpty == (row.origin == .ours), "\(study.name) \(row.label)")
      }
    }
    let input = studies.first { $0.name == "table-1a" }!
    #expect(
      input.rows.first { $0.label == "T (cls+box)" }?.published[.nonVOC] == PublishedFigure(b: 26.0, a: 31.2))
    #expect(Set(input.rows.map(\.label)).isSuperset(of: ["the whole box", "T (cls+box), unit rows"]))
  }

  @Test("A table shows our means beside the paper's figures")
  func table() {
    let study = Profile.standard.studies(base: Profile.standard.base()).first { $0.name == "table-1a" }!
    let results = study.experiments.map { SampleResults.result($0) }
    let document = StudyResults(study, results: results).document(profile: .standard)
    #expect(document.groups.map(\.span).reduce(0, +) == document.columns.count)
    #expect(document.rows.allSatisfy { $0.cells.count == document.columns.count })
    #expect(
      document.markdown.contains(
        "| T (cls+box) | 12.5 ± 0.0 | 100 % | 25.0 ± 0.0 | 50.0 ± 0.0 | 20.2 | 35.2 |"))
    #expect(document.markdown.contains("*the whole box*"))
  }

  @Test("A share of the oracle is that of its AP on the classes of the split's B, by hand")
  func shareOfOracle() throws {
    let study = Profile.standard.studies(base: Profile.standard.base()).first { $0.name == "key-comparison" }!
    let (transfer, oracle) = (study.rows[2], study.rows.last!)
    #expect(oracle.label == "fully supervised (oracle)")
    // The oracle has AP 15 on bananas and 25 on zebras, which are no classes of VOC, and 50 on cats, which are.
    let results =
      study.splits.flatMap { split in
        transfer.experiments[split]!.map { SampleResults.result($0, apOnB: 0.15) }
      } + oracle.experiments[.voc]!.map { SampleResults.result($0, apOnB: 0.2, spreadOnB: 0.05) }
    let found = StudyResults(study, results: results)
    #expect(abs(try #require(found.shareOfOracle(transfer, .voc)).mean - 75) < 1e-9)
    #expect(abs(try #require(found.shareOfOracle(transfer, .nonVOC)).mean - 30) < 1e-9)
    // Without an oracle there is no share, nor a column of them.
    let alone = StudyResults(study, results: results.filter { $0.experiment.contender != .full(.oracle) })
    #expect(alone.shareOfOracle(transfer, .voc) == nil && !alone.hasShares)
    #expect(!alone.document(profile: .standard).columns.contains("of oracle"))
  }

  @Test("Table 2 has a section for each split: six numbers on B, the paper's AP, six on A, and box AP")
  func mainTable() throws {
    let study = Profile.standard.studies(base: Profile.standard.base()).first { $0.name == "table-2" }!
    let results = study.experiments.map { SampleResults.result($0) }
    let document = StudyResults(study, results: results).document(profile: .standard)
    #expect(document.groups.map(\.span).reduce(0, +) == document.columns.count)
    #expect(
      document.rows.map(\.section)
        == ["VOC → non-VOC", "non-VOC → VOC"].flatMap { repeatElement($0, count: 3) })
    let row = try #require(document.rows.first { $0.cells[0] == "Mask^X" })
    let means = row.cells.dropFirst().map { $0.components(separatedBy: " ± ")[0] }
    #expect(
      means == [
        "12.5", "25.0", "6.3", "3.1", "12.5", "18.8", "100 %", "23.7", "25.0", "50.0", "12.5", "6.3", "25.0",
        "37.5",
        "30.0",
      ])
    #expect(document.markdown.contains("| **non-VOC → VOC** |"))
    #expect(document.csvRows[0].prefix(3) == ["section", "mask AP", "on B: AP"])
    #expect(document.csvRows.allSatisfy { $0.count == document.columns.count + 1 })
    let headings = document.drawn.rows.compactMap { if case .heading(let words) = $0 { words } else { nil } }
    #expect(headings == ["VOC → non-VOC", "non-VOC → VOC"])
  }

  @Test("AP over thresholds: the paper's 0.5 is once among them, and a study of its own is a table of them")
  func thresholds() throws {
    let study = Profile.standard.studies(base: Profile.standard.base()).first {
      $0.name == "mask-thresholds"
    }!
    let results = study.experiments.map { experiment in
      var result = SampleResults.result(experiment)
      result.thresholds = [0.6, 0.2].map {
        ThresholdScore(threshold: $0, ap: SetScores(a: 0.2, b: $0 / 2, all: 0.15))
      }
      return result
    }
    let found = StudyResults(study, results: results)
    let row = try #require(study.rows.first { $0.label == "transfer" })
    #expect(found.apByThreshold(row, .voc).map(\.threshold) == [0.2, 0.5, 0.6])
    #expect(found.apByThreshold(row, .voc).map { decimal($0.ap.mean, 2) } == ["10.00", "12.50", "30.00"])
    let document = found.document(profile: .standard)
    #expect(document.columns == ["mask AP on B", "0.20", "0.50", "0.60", "0.20", "0.50", "0.60"])
    #expect(document.rows.first { $0.cells[0] == "transfer" }?.cells[1].hasPrefix("10.0 ± 0.0") == true)
    let chart = try #require(found.thresholdFigure(note: "")?.rows.first?.first)
    #expect(chart.series.map(\.name).contains("transfer"))
    #expect(chart.series.allSatisfy { $0.points.map(\.x) == [0.2, 0.5, 0.6] })
  }

  @Test("The long CSV has mean, deviation, half of the interval and the number of runs")
  func longForm() throws {
    let study = Profile.standard.studies(base: Profile.standard.base())[0]
    let row = study.rows.first { $0.label == "transfer" }!
    let values = [0.01, 0.02, 0.06]
    let results = zip(row.experiments[.voc]!, values).map { SampleResults.result($0, apOnB: $1) }
    let lines = StudyResults(study, results: results).csvRows
    #expect(lines.allSatisfy { $0.count == StudyResults.csvTitles.count })
    let line = try #require(lines.first { $0[1] == "transfer" && $0[4] == "B" && $0[5] == "mask AP" })
    #expect(line[6...9] == ["3.0000", "2.6458", "6.5724", "3"])
    #expect(line[10] == "20.2")
  }

  @Test("Comma-separated values quote what needs it")
  func csv() {
    #expect(commaSeparated([["a", "b,c"], ["d\"e", "f"]]) == "a,\"b,c\"\n\"d\"\"e\",f\n")
  }
}
