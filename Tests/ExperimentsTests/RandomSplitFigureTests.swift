import COCO
import Testing

@testable import Experiments
@testable import Pictures

@Suite("§3 The figure of random splits")
struct RandomSplitFigureTests {
  static let studies = Profile.full.studies(base: Profile.full.base())

  /// Made-up results: `ap` in per cent for a row and a split.
  static func study(
    _ name: String, beside others: [RunResult] = [], _ ap: (_ row: String, _ split: Int) -> Double
  ) -> StudyResults {
    let study = studies.first { $0.name == name }!
    return StudyResults(study, results: results(of: study, ap) + others)
  }

  private static func results(of study: Study, _ ap: (_ row: String, _ split: Int) -> Double) -> [RunResult] {
    study.rows.flatMap { row in
      study.splits.enumerated().flatMap { number, split in
        row.experiments[split]!.map { experiment in
          var result = SampleResults.result(experiment, apOnB: ap(row.label, number) / 100)
          result.masksPerClassInA = 300 + 10 * Double(number)
          return result
        }
      }
    }
  }

  static func panels() throws -> [Chart] {
    // Transfer adds 1 under even splits and 2 under odd ones to a baseline that grows.
    let ap = { (row: String, split: Int) in
      5 + 0.1 * Double(split) + (row == "transfer" ? Double(1 + split % 2) : 0)
    }
    let figure = study("figure-2", ap).randomSplitFigure(fixed: study("key-comparison", ap), note: "")
    return try #require(figure).rows.joined().map { $0 }
  }

  @Test(
    "Every split is a point of each of the paper's rows, and the gain is that over the same split's baseline")
  func points() throws {
    let charts = try Self.panels()
    let splits = Self.studies.first { $0.name == "figure-2" }!.splits
    #expect(charts.count == 3)
    for (chart, rows) in zip(charts, [2, 1, 1]) {
      let points = chart.series.filter { $0.kind == .points && $0.style?.isOpen == false }.flatMap(\.points)
      #expect(points.count == rows * splits.count)
      #expect(chart.series.filter { $0.style?.isOpen == true }.flatMap(\.points).count == 2 * rows)
    }
    for (number, split) in splits.enumerated() {
      func value(_ chart: Chart) -> Double? {
        chart.series.filter { $0.kind == .points && $0.style?.isOpen == false }.flatMap(\.points)
          .first { $0.x == 300 + 10 * Double(number) }?.y
      }
      let gain = Double(1 + number % 2)
      #expect(abs(try #require(value(charts[1])) - gain) < 1e-9, "\(split)")
      #expect(abs(try #require(value(charts[2])) - 100 * gain / (5 + 0.1 * Double(number))) < 1e-9)
    }
  }

  @Test("Where the oracle is known, a panel shows the share of its AP on the same classes")
  func shares() throws {
    // The oracle has AP 40 on bananas and 60 on zebras, 50 on cats; rows have 10 on any B.
    let key = Self.studies.first { $0.name == "key-comparison" }!
    let oracle = key.rows.first { $0.label == "fully supervised (oracle)" }!.experiments[.voc]!.map {
      SampleResults.result($0, apOnB: 0.5, spreadOnB: 0.1)
    }
    let study = Self.study("figure-2", beside: oracle) { _, _ in 10 }
    let charts = try #require(study.randomSplitFigure(fixed: nil, note: "")).rows
    #expect(charts.map(\.count) == [2, 2])
    var seen: Set<Int> = []
    for (number, split) in study.study.splits.enumerated() {
      let setA = try split.setA(of: COCOCategories.all, annotations: [])
      let oracles = [("banana", 0.4), ("zebra", 0.6), ("cat", 0.5)].filter { name, _ in
        !setA.contains(COCOCategories.index(ofName: name)! + 1)
      }.map(\.1)
      let points = charts[0][1].series.filter { $0.kind == .points }.flatMap(\.points)
        .filter { $0.x == 300 + 10 * Double(number) }
      guard !oracles.isEmpty else {
        #expect(points.isEmpty)
        continue
      }
      let share = 10 / (oracles.reduce(0, +) / Double(oracles.count))
      #expect(points.count == 2 && points.allSatisfy { abs($0.y - share) < 1e-9 }, "\(split)")
      seen.insert(Int(share.rounded()))
    }
    #expect(seen.count > 1)
  }

  @Test("Markers grow with the classes in A, and the legend shows the sizes")
  func sizes() throws {
    let chart = try Self.panels()[0]
    let legend = chart.series.filter { $0.points.isEmpty && $0.name.first?.isNumber == true }
    #expect(legend.map(\.name) == ["20", "30", "40", "50", "60 classes in A"])
    let sizes = legend.compactMap(\.style?.markerSize)
    #expect(zip(sizes, sizes.dropFirst()).allSatisfy { $0 < $1 })
    // Five splits of each number of classes, twice: baseline and transfer.
    for size in sizes {
      let points = chart.series.filter { $0.style?.markerSize == size && $0.style?.isOpen == false }
        .flatMap(\.points)
      #expect(points.count == 10)
    }
  }

  @Test("Each line has the 95 % band of its mean, without the VOC splits")
  func band() throws {
    let charts = try Self.panels()
    let line = try #require(charts[1].series.first { $0.kind == .line })
    // 25 splits, gains 1, 2, 1, ..., 1: mean 37 / 25; they rise and fall alike, so the slope is 0.
    let squares = 12 * (2 - 1.48) * (2 - 1.48) + 13 * (1 - 1.48) * (1 - 1.48)
    let middle = line.points[20]
    #expect(abs(middle.x - 420) < 1e-9 && abs(middle.y - 1.48) < 1e-9)
    let range = try #require(middle.uncertainty)
    // t for 23 degrees of freedom: 2.0687.
    #expect(abs((range.upperBound - middle.y) - 2.0687 * (squares / 23 / 25).squareRoot()) < 1e-4)
  }

  @Test("The VOC splits are named once in each panel, and both names find a place")
  func names() throws {
    for chart in try Self.panels() {
      let names = chart.series.flatMap(\.points).map(\.label).filter { !$0.isEmpty }
      #expect(names == ["VOC → non-VOC", "non-VOC → VOC"])
      let canvas = Canvas(width: 10, height: 10)
      let layout = chart.layout(in: chart.size.rectangle, ruler: canvas)
      #expect(layout.labels.unplaced.isEmpty && layout.labels.texts.count == 2)
      for (i, text) in layout.allTexts.enumerated() {
        for other in layout.allTexts[..<i] {
          #expect(!text.box.overlaps(other.box), "\(text.string) / \(other.string)")
        }
      }
    }
  }
}
