import COCO
import Foundation
import Testing

@testable import Experiments

@Suite("§3 Claims and their verdicts")
struct ClaimTests {
  /// Made-up results of some rows of a study: for each its mask AP on B in per cent, seed by seed.
  static func claims(
    _ name: String, _ values: [String: [Double]], split: ClassSplit = .voc, spreadOnB: [String: Double] = [:],
    onA: [String: Double] = [:]
  ) -> [Claim] {
    let study = Profile.full.studies(base: Profile.full.base()).first { $0.name == name }!
    let results = study.rows.flatMap { row in
      zip(row.experiments[split]!, values[row.label] ?? []).map {
        SampleResults.result(
          $0, apOnB: $1 / 100, apOnA: (onA[row.label] ?? 25) / 100,
          spreadOnB: (spreadOnB[row.label] ?? 1) / 100)
      }
    }
    return StudyResults(study, results: results).claims
  }

  static func claim(
    _ id: String, _ study: String, _ values: [String: [Double]], spreadOnB: [String: Double] = [:],
    onA: [String: Double] = [:]
  ) -> Claim {
    claims(study, values, spreadOnB: spreadOnB, onA: onA).first { $0.id == id && $0.split == "voc" }!
  }

  static let baseline = "class-agnostic (baseline)"

  @Test(
    "A difference is reproduced above 0 and 0.1, not reproduced below 0 and -0.1, and undecided between",
    arguments: [
      // Well apart; the other way round; seeds that disagree; a sure difference that tables do not show.
      ([13.0, 13.2, 13.1], Claim.Verdict.reproduced), ([11.0, 11.2, 11.1], .notReproduced),
      ([14.0, 10, 13], .undecided), ([12.05, 12.05, 12.06], .undecided), ([11.95, 11.95, 11.94], .undecided),
      // Positive under each seed, but the interval reaches below 0: mean 1, half width 4.3027 · 0.8 / √3 = 1.99.
      ([12.2, 13.8, 13], .undecided),
      // One seed decides nothing, and none is no run.
      ([20], .undecided), ([], .missing),
    ])
  func differences(_ transfer: [Double], _ verdict: Claim.Verdict) {
    let claim = Self.claim(
      "transfer-beats-baseline", "key-comparison",
      ["transfer": transfer, Self.baseline: [12, 12, 12]])
    #expect(claim.verdict == verdict)
    #expect(zip(claim.differences, transfer).allSatisfy { abs($0 - ($1 - 12)) < 1e-9 })
    #expect(claim.differences.count == transfer.count && claim.count == transfer.count)
    #expect(claim.decisive?.published == (transfer.isEmpty ? nil : 6))
  }

  @Test(
    "What is undecided says how many seeds would decide it; a verdict by IoU in ground-truth boxes stands beside"
  )
  func power() throws {
    // Differences 0, 1, 2: mean 1, deviation 1; the interval of seven such values leaves 0 out (StatisticsTests).
    let undecided = Self.claim(
      "transfer-beats-baseline", "key-comparison",
      ["transfer": [12, 13, 14], Self.baseline: [12, 12, 12]])
    #expect(undecided.verdict == .undecided && undecided.seedsToDecide == 7)
    // Within the resolution no number of seeds would do; and what is decided needs none.
    for transfer in [[12.05, 12.05, 12.06], [13.0, 13.2, 13.1]] {
      let claim = Self.claim(
        "transfer-beats-baseline", "key-comparison", ["transfer": transfer, Self.baseline: [12, 12, 12]])
      #expect(claim.seedsToDecide == nil)
    }

    let study = Profile.full.studies(base: Profile.full.base()).first { $0.name == "key-comparison" }!
    func result(_ label: String, _ seed: Int, iou: Double) -> RunResult {
      let row = study.rows.first { $0.label == label }!
      var result = SampleResults.result(row.experiments[.voc]![seed])
      result.truthBoxes.b!.meanIoU = iou
      return result
    }
    // AP is the same; IoU differs by 3, 4 and 5 points.
    let results = (0..<3).flatMap { seed in
      [result("transfer", seed, iou: 0.53 + 0.01 * Double(seed)), result(Self.baseline, seed, iou: 0.5)]
    }
    let claim = try #require(
      StudyResults(study, results: results).claims.first {
        $0.id == "transfer-beats-baseline" && $0.split == "voc"
      })
    #expect(claim.verdict == .undecided && claim.verdictInTrueBoxes == .reproduced)
    let differences = try #require(claim.decisive).differencesInTrueBoxes
    #expect(zip(differences, [3.0, 4, 5]).allSatisfy { abs($0 - $1) < 1e-9 } && differences.count == 3)
    let document = Claim.document([claim], profile: .standard)
    let column = try #require(document.columns.firstIndex(of: "IoU difference"))
    // t of two degrees of freedom, 4.3027, times 1 / √3.
    #expect(document.rows[0].cells[column] == "+4.0 ± 2.5")
    #expect(document.rows[0].cells[column + 1] == "reproduced")
    #expect(document.rows[0].cells.count == document.columns.count)
  }

  @Test("The rule at its edges: beyond the threshold, not on it")
  func edges() {
    func verdict(_ mean: Double, _ half: Double, _ rule: Claim.Rule) -> Claim.Verdict {
      Claim.Verdict(mean, mean - half...mean + half, by: rule)
    }
    #expect(verdict(0.1, 0.05, .more) == .reproduced && verdict(-0.1, 0.05, .more) == .notReproduced)
    #expect(verdict(0.09, 0.05, .more) == .undecided && verdict(0.5, 0.5, .more) == .undecided)
    #expect(verdict(-0.2, 0.05, .atLeast) == .reproduced && verdict(0, 0.25, .atLeast) == .reproduced)
    #expect(verdict(-0.4, 0.05, .atLeast) == .notReproduced && verdict(-0.2, 0.2, .atLeast) == .undecided)
    #expect(verdict(0, 0.35, .atLeast) == .undecided)
    #expect(verdict(0.01, 0.005, .rises) == .reproduced && verdict(-0.01, 0.005, .rises) == .notReproduced)
    #expect(Claim.Verdict(5, nil, by: .more) == .undecided)
  }

  @Test("Both sides of a difference have the same seed, whatever runs are missing")
  func pairing() {
    let study = Profile.full.studies(base: Profile.full.base()).first { $0.name == "key-comparison" }!
    func row(_ label: String) -> [Experiment] {
      study.rows.first { $0.label == label }!.experiments[.voc]!
    }
    // Transfer lacks its first seed, the baseline its last.
    let results =
      row("transfer").dropFirst().map { SampleResults.result($0, apOnB: 0.1 * Double($0.seed)) }
      + row(Self.baseline).dropLast().map { SampleResults.result($0, apOnB: 0.05 * Double($0.seed)) }
    let claim = StudyResults(study, results: results).claims.first { $0.id == "transfer-beats-baseline" }!
    let seeds = row("transfer").dropFirst().dropLast().map(\.seed)
    #expect(!seeds.isEmpty)
    #expect(claim.differences.count == seeds.count)
    #expect(zip(claim.differences, seeds).allSatisfy { abs($0 - 5 * Double($1)) < 1e-9 })
  }

  @Test("What is at least as good may be a little worse, and is judged on A where it is about A")
  func tolerance() {
    func verdict(onA: Double) -> Claim.Verdict {
      Self.claim(
        "transfer-keeps-a", "key-comparison", ["transfer": [1, 2, 3], Self.baseline: [9, 9, 9]],
        onA: ["transfer": onA]
      ).verdict
    }
    #expect(verdict(onA: 24.8) == .reproduced && verdict(onA: 24.6) == .notReproduced)
    let claim = Self.claim(
      "both-weights-reach-box", "table-1a", ["T (cls+box)": [11.8, 11.9, 11.9], "T (box)": [12, 12, 12]])
    #expect(claim.verdict == .reproduced && claim.set == .b)
  }

  @Test(
    "The best is better than each: one rival that is not beaten decides against it, one unclear leaves it open"
  )
  func best() {
    let label = "2-layer, LeakyReLU"
    let others = ["1-layer, none", "2-layer, ReLU", "3-layer, ReLU", "3-layer, LeakyReLU"]
    func claim(_ rivals: [[Double]]) -> Claim {
      var values = Dictionary(uniqueKeysWithValues: zip(others, rivals))
      values[label] = [12, 12, 12]
      return Self.claim("two-layers-leaky-relu-is-best", "table-1b", values)
    }
    let good = [11.0, 11, 11]
    #expect(claim([good, good, [12.1, 12.1, 12.1], good]).verdict == .reproduced)
    #expect(claim([good, good, [13, 13, 13], good]).verdict == .notReproduced)
    #expect(claim([good, [11, 13, 12], good, good]).verdict == .undecided)
    #expect(claim([[11, 13, 12], [13, 13, 13], good, good]).verdict == .notReproduced)
    // A rival that has not run keeps the claim from being reproduced; without any there is nothing to say.
    #expect(claim([good, good, good, []]).verdict == .undecided)
    #expect(claim([[], [], [], []]).verdict == .missing)
    // Shown is the rival that decides: the one with the smallest mean difference, unless another's verdict is worse.
    let shown = claim([good, [11.5, 11.5, 11.5], [11.8, 11.8, 11.8], []])
    #expect(shown.decisive?.rival == "3-layer, ReLU")
    #expect(abs(shown.mean! - 0.2) < 1e-9)
    #expect(shown.decisive?.published == 0.9)
    #expect(claim([good, [9, 13, 8], [11.8, 11.8, 11.8], good]).decisive?.rival == "2-layer, ReLU")
  }

  @Test("Whether other classes would show it is read from the classes, each averaged over the seeds")
  func otherClasses() throws {
    func claim(_ transfer: Double, spread: Double) -> Claim {
      Self.claim(
        "transfer-beats-baseline", "key-comparison",
        ["transfer": [transfer, transfer + 0.1, transfer - 0.1], Self.baseline: [12, 12, 12]],
        spreadOnB: ["transfer": spread])
    }
    // Two classes of B, banana and zebra, each with the same gain of 2, then with 2 - 3 and 2 + 3.
    let sure = claim(14, spread: 1)
    #expect(sure.otherClasses == .yes && sure.verdict == .reproduced)
    #expect(claim(10, spread: 1).otherClasses == .no)
    let unclear = claim(14, spread: 4)
    #expect(unclear.otherClasses == .unclear && unclear.verdict == .reproduced)
    // A standard deviation of 3 √2, a standard error of 3, one degree of freedom.
    let classes = try #require(unclear.decisive?.classes)
    #expect(classes.count == 2 && abs(classes.mean - 2) < 1e-9)
    #expect(abs(try #require(classes.halfWidth) - 3 * 12.7062) < 1e-3)
  }

  @Test("AP rises with masks if the slope's interval lies above 0")
  func trends() throws {
    let study = Profile.full.studies(base: Profile.full.base()).first { $0.name == "figure-2" }!
    func claim(_ row: String, _ ap: (Int) -> Double) -> Claim {
      let results = study.rows.filter { $0.label == row }.flatMap { row in
        study.splits.enumerated().map { number, split in
          var result = SampleResults.result(row.experiments[split]![0], apOnB: ap(number) / 100)
          result.masksPerClassInA = 100 + 50 * Double(number)
          return result
        }
      }
      return StudyResults(study, results: results).claims.first { $0.rule == .rises && $0.row == row }!
    }
    // One point for each 50 masks, and a little that goes up and down.
    let rising = claim("transfer") { 10 + Double($0) + ($0 % 2 == 0 ? 0.2 : -0.2) }
    #expect(rising.verdict == .reproduced && rising.split == "random")
    #expect(abs(try #require(rising.mean) - 2) < 0.05)
    #expect(try #require(rising.trend?.ranks).coefficient > 0.99)
    #expect(rising.count == study.splits.count)
    #expect(claim(Self.baseline) { 90 - Double($0) + ($0 % 2 == 0 ? 0.2 : -0.2) }.verdict == .notReproduced)
    #expect(claim(Self.baseline) { $0 % 2 == 0 ? 5 : 6 }.verdict == .undecided)
    #expect(StudyResults(study, results: []).claims.allSatisfy { $0.verdict == .missing })
  }

  @Test("Every claim is about rows that there are, once for each split, under a name of its own")
  func rows() {
    let studies = Profile.full.studies(base: Profile.full.base())
    var ids: [String] = []
    for study in studies {
      let labels = Set(study.rows.map(\.label))
      let claims = StudyResults(study, results: []).claims
      for claim in claims {
        #expect(labels.contains(claim.row), "\(claim.id)")
        #expect(labels.isSuperset(of: claim.comparisons.map(\.rival)), "\(claim.id)")
      }
      for (id, lines) in Dictionary(grouping: claims, by: \.id) {
        #expect(
          lines.map(\.split) == (lines[0].rule == .rises ? ["random"] : study.splits.map(\.description)))
        ids.append(id)
      }
    }
    #expect(ids.count == 25 && Set(ids).count == ids.count)
  }

  @Test("JSON and CSV have a flat line for each claim, with the figures of the rival that decides")
  func forms() throws {
    let claims = Self.claims(
      "table-1b",
      [
        "2-layer, LeakyReLU": [12, 12.5], "1-layer, none": [11, 11], "2-layer, ReLU": [11, 11.1],
        "3-layer, ReLU": [11, 11], "3-layer, LeakyReLU": [11.5, 11.6],
      ])
    let objects = try #require(
      try JSONSerialization.jsonObject(with: Claim.json(claims)) as? [[String: Any]])
    #expect(objects.count == claims.count && claims.count == 2)
    let object = objects[0]
    #expect(object["id"] as? String == "two-layers-leaky-relu-is-best" && object["split"] as? String == "voc")
    #expect(object["row"] as? String == "2-layer, LeakyReLU" && object["set"] as? String == "B")
    #expect(object["rival"] as? String == "3-layer, LeakyReLU" && object["rule"] as? String == "at least")
    #expect(object["published"] as? Double == 1.3 && object["n"] as? Int == 2)
    #expect(object["differences"] as? [Double] == [0.5, 0.9] && object["mean"] as? Double == 0.7)
    // Half width: 12.7062 · 0.2 = 2.5412.
    #expect(object["interval"] as? [Double] == [-1.8412, 3.2412])
    #expect(object["verdict"] as? String == "undecided" && object["origin"] as? String == "paper")
    #expect(
      (object["parts"] as? [[String: Any]])?.map { $0["rival"] as? String }
        == claims[0].comparisons.map(\.rival))
    #expect(objects[1]["verdict"] as? String == "not run" && objects[1]["mean"] == nil)

    let lines = Claim.csvRows(claims)
    #expect(lines.count == 3 && lines.allSatisfy { $0.count == lines[0].count })
    func cell(_ title: String) -> String { lines[1][lines[0].firstIndex(of: title)!] }
    #expect(cell("low") == "-1.8412" && cell("high") == "3.2412" && cell("paper") == "1.3")
    #expect(cell("differences") == "0.5000 0.9000" && cell("verdict") == "undecided")

    let document = Claim.document(claims, profile: .standard)
    #expect(document.rows.allSatisfy { $0.cells.count == document.columns.count })
    #expect(document.rows[0].cells.prefix(4) == ["VOC → non-VOC", "+0.7 ± 2.5", "2", "+1.3"])
    #expect(document.rows[0].cells.last == "decided by: 3-layer, LeakyReLU")
    #expect(document.markdown.contains("undecided"))
    #expect(
      claims[0].text
        == "undecided: No other structure of T is better than two layers with LeakyReLU "
        + "(VOC → non-VOC; +0.7 ± 2.5 AP on B, 2 seeds, paper +1.3)")
  }
}
