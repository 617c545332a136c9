import COCO
import Testing

@testable import Experiments

@Suite("§3 Studies, spreads and claims")
struct StudyTests {
  @Test("Mean and standard deviation by hand, and how they are printed")
  func spread() {
    #expect(Spread([]) == nil)
    #expect(Spread([20.25])?.text == "20.3")
    // (1 + 2 + 6) / 3 = 3; squares 4 + 1 + 9 = 14, halved 7.
    #expect(Spread([1, 2, 6])?.mean == 3)
    #expect(Spread([1, 2, 6])?.deviation == 7.0.squareRoot())
    #expect(Spread([1, 2, 6])?.text == "3.0 ± 2.6")
    #expect(decimal(-0.04, 1) == "0.0")
    #expect(decimal(-1.25, 1) == "-1.3")
    #expect(decimal(12, 0) == "12")
  }

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

  @Test(
    "A claim holds under every seed and beyond the classes' margin, fails likewise, and is undecided between",
    arguments: [
      // The same gain in both classes; a loss in both; seeds that disagree; a gain in one class and none in the other.
      ([0.25, 0.25, 0.25], 0.01, Claim.Verdict.holds), ([0.0625, 0.0625, 0.09375], 0.01, .fails),
      ([0.25, 0.0625, 0.25], 0.01, .undecided), ([0.25, 0.25, 0.25], 0.135, .undecided),
    ])
  func verdicts(_ transfer: [Double], _ spreadOnB: Double, _ verdict: Claim.Verdict) {
    let study = Profile.standard.studies(base: Profile.standard.base())[0]
    func results(_ label: String, _ values: [Double], _ spread: Double = 0.01) -> [RunResult] {
      let row = study.rows.first { $0.label == label }!
      return zip(row.experiments[.voc]!, values).map {
        SampleResults.result($0, apOnB: $1, spreadOnB: spread)
      }
    }
    let all =
      results("transfer", transfer, spreadOnB) + results("class-agnostic (baseline)", [0.125, 0.125, 0.125])
    let claims = StudyResults(study, results: all).claims
    let claim = claims.first { $0.statement.hasPrefix("Transfer beats the baseline") && $0.split == "voc" }!
    #expect(claim.differences == transfer.map { 100 * ($0 - 0.125) })
    #expect(claim.verdict == verdict)
    #expect(claims.first { $0.split == "non-voc" }?.verdict == .missing)
  }

  @Test("The margin of a claim, worked by hand; a single seed decides nothing")
  func margins() throws {
    let study = Profile.standard.studies(base: Profile.standard.base())[0]
    func claim(_ transfer: [Double], spreadOnB: Double) -> Claim {
      func results(_ label: String, _ values: [Double], _ spread: Double) -> [RunResult] {
        let row = study.rows.first { $0.label == label }!
        return zip(row.experiments[.voc]!, values).map {
          SampleResults.result($0, apOnB: $1, spreadOnB: spread)
        }
      }
      let all =
        results("transfer", transfer, spreadOnB)
        + results("class-agnostic (baseline)", transfer.map { _ in 0.125 }, 0.01)
      return StudyResults(study, results: all).claims.first {
        $0.statement.hasPrefix("Transfer beats the baseline") && $0.split == "voc"
      }!
    }
    // Classes: 12.5 - 3 and 12.5 + 3, a standard error of 3. Seeds: 12.5 - 4, 12.5, 12.5 + 4, one of 4 / √3.
    let margin = try #require(claim([0.21, 0.25, 0.29], spreadOnB: 0.04).margin)
    #expect(abs(margin - 2 * (9 + 16.0 / 3).squareRoot()) < 1e-9)
    // No spread at all leaves the floor.
    #expect(try #require(claim([0.25, 0.25, 0.25], spreadOnB: 0.01).margin) == 0.1)
    let single = claim([0.25], spreadOnB: 0.01)
    #expect(single.margin == nil && single.verdict == .undecided)
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
        "| T (cls+box) | 12.5 ± 0.0 | 25.0 ± 0.0 | 50.0 ± 0.0 | 20.2 | 35.2 |"))
    #expect(document.markdown.contains("*the whole box*"))
  }

  @Test("Comma-separated values quote what needs it")
  func csv() {
    #expect(commaSeparated([["a", "b,c"], ["d\"e", "f"]]) == "a,\"b,c\"\n\"d\"\"e\",f\n")
  }
}
