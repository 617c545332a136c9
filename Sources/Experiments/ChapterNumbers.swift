import COCO
import Foundation
import Tensors

/// The numbers in the chapters, filled in from the results.
///
/// A number in a chapter stands between two comments that a reader does not see; the first says which one it is:
///
///     transfer reaches <!--= key-comparison / transfer / voc / B -->3.9<!--=--> on B
///
/// | key | number |
/// |---|---|
/// | `STUDY / ROW / SPLIT / SET` | mask AP, the mean over the seeds |
/// | `STUDY / ROW / SPLIT / SET / FIGURE` | another figure: `mask AP50`, `box AP`, `mean IoU in true boxes`,
/// `named right in true boxes` |
/// | ... `/ ±` | half the width of its 95 % interval |
/// | `STUDY / ROW / SPLIT / at 0.3` | mask AP on B at another mask threshold |
/// | `STUDY / ROW / COUNT random / B` | mask AP, the mean over the random splits with so many classes in A |
/// | `STUDY / gain of ROW / FIELD` | over the first row, over all random splits: `mean`, `±`, `wins`, `splits`; over those
/// of one size: `COUNT random` |
/// | `claim / ID / SPLIT / FIELD` | of a claim: `difference`, `±`, `paper`, `verdict`; for a trend `slope`, `low`,
/// `high`, `rank`, `p` |
/// | `engine / MEASURED / THREADS` | a median of the engine's measurements |
/// | `vocabulary-400 / ROW / THIRD / ap` or `iou` | the mean over the classes of B in a third: `frequent`, `common`,
/// `rare`, or `B` for all; `... / gain` over the baseline, with `±` over classes |
/// | `vocabulary-400 / classes / FIELD` | of its B: how many there `are` and how many are `judged` |
/// | `vocabulary-400 / ROW / loses most` or `gains most` | the class of B on whose objects together it loses or gains most
/// in true boxes; `... / gain`, on average |
/// | `vocabulary-cost / MEASURED / CLASSES` | what so many classes cost: `stage one`, `stage two`, `inference`, in
/// milliseconds; ... `/ ratio` to the cost of 80 |
/// | `full size / MEASURED` | a median of the full-size model's, which `Tests/Golden/torchvision_speed.py` measured |
/// | `run / WORK` | the time that a kind of work took, such as `stage one`; `time` in all; `runs`; peak `memory` |
public struct ChapterNumbers: Sendable {
  private var texts: [String: String] = [:]

  /// All numbers of a report.
  public init(_ report: Report) throws {
    for study in report.studies {
      add(study)
      addRandomSplits(of: study)
      addClasses(of: study)
    }
    for claim in report.claims { add(claim) }
    if let engine = try report.engineComparison() { add(engine) }
    if let cost = try report.vocabularyCost() { add(cost) }
    let fullSize = "\(report.output.results)/full-size.json"
    if FileManager.default.fileExists(atPath: fullSize) {
      let measured = try EngineComparison.Measured(contentsOf: fullSize)
      for (name, median) in measured.medians {
        texts["full size / \(name)"] = decimal(median, median < 10 ? 2 : 0)
      }
    }
    let record = "\(report.output.results)/run.json"
    if FileManager.default.fileExists(atPath: record) { add(try RunRecord(contentsOf: record)) }
  }

  /// A chapter with its numbers filled in. Throws `InputError` if one is not known or a comment is not closed.
  public func filled(_ chapter: String, file: String) throws -> String {
    var result = ""
    var rest = Substring(chapter)
    while let start = rest.range(of: Self.opening) {
      func fault(_ problem: String) -> InputError {
        let line = chapter[..<start.lowerBound].count { $0.isNewline } + 1
        return InputError(file: file, place: "line \(line)", problem: problem)
      }
      guard let end = rest.range(of: "-->", range: start.upperBound..<rest.endIndex),
        let closing = rest.range(of: Self.opening, range: end.upperBound..<rest.endIndex),
        rest[closing.lowerBound...].hasPrefix(Self.closing)
      else { throw fault("a number's comment is not closed; expected \(Self.closing) after it") }
      let key = rest[start.upperBound..<end.lowerBound].trimmingCharacters(in: .whitespaces)
      guard let text = texts[key] else { throw fault("there is no number \"\(key)\" in the results") }
      result += rest[..<end.upperBound] + text + Self.closing
      rest = rest[closing.lowerBound...].dropFirst(Self.closing.count)
    }
    return result + rest
  }

  /// What of a chapter is prose that no result fills in.
  public static func unfilled(_ chapter: String) -> String {
    var result = ""
    var rest = Substring(chapter)
    while let start = rest.range(of: opening), let end = rest.range(of: closing) {
      result += rest[..<start.lowerBound]
      rest = rest[end.upperBound...]
    }
    return result + rest
  }

  /// Fills in the chapters beside the results, and the page above them; returns the paths of those that changed.
  @discardableResult
  public func fill(_ output: OutputFolders) throws -> [String] {
    let folder = "\(output.root)/Paper"
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".md") }
    let pages = names.sorted().map { "\(folder)/\($0)" } + ["\(output.root)/README.md"]
    return try pages.filter { FileManager.default.fileExists(atPath: $0) }.filter { page in
      let text = String(decoding: try readWhole(page), as: UTF8.self)
      let new = try filled(text, file: page)
      guard new != text else { return false }
      try writeWhole(Data(new.utf8), to: page)
      return true
    }
  }

  private static let opening = "<!--="
  private static let closing = "<!--=-->"

  // MARK: The numbers by their keys

  private mutating func add(_ study: StudyResults) {
    for row in study.study.rows {
      for split in study.study.splits {
        for (threshold, ap) in study.apByThreshold(row, split) {
          texts["\(study.study.name) / \(row.label) / \(split) / at \(decimal(threshold, 1))"] = decimal(
            ap.mean, 1)
        }
        for set in StudyResults.ClassSet.allCases {
          for figure in StudyResults.Figure.all {
            guard let spread = study.spread(row, split, figure, on: set) else { continue }
            let place = "\(study.study.name) / \(row.label) / \(split) / \(set.rawValue)"
            for key in figure == .maskAP
              ? [place, "\(place) / \(figure.name)"] : ["\(place) / \(figure.name)"]
            {
              texts[key] = decimal(spread.mean, 1)
              texts["\(key) / ±"] = spread.halfWidth.map { decimal($0, 1) }
            }
          }
        }
      }
    }
  }

  /// Over random splits: the mean of those of one size, and what each row gains over the first on the same split.
  private mutating func addRandomSplits(of study: StudyResults) {
    let name = study.study.name
    let places = study.study.rows.map { study.placesOnB($0) }
    let base = Dictionary(uniqueKeysWithValues: (places.first ?? []).map { ($0.split, $0.y) })
    func gains(_ places: [(split: ClassSplit, x: Double, y: Double)]) -> [Double] {
      places.compactMap { place in base[place.split].map { place.y - $0 } }
    }
    for (row, places) in zip(study.study.rows, places) {
      let bySize = Dictionary(grouping: places) { place -> Int? in
        if case .random(let count, _) = place.split { count } else { nil }
      }
      for case (let count?, let places) in bySize {
        let (key, spread) = ("\(name) / \(row.label) / \(count) random / B", Spread(places.map(\.y)))
        texts[key] = spread.map { decimal($0.mean, 1) }
        texts["\(key) / ±"] = spread?.halfWidth.map { decimal($0, 1) }
        texts["\(name) / gain of \(row.label) / \(count) random"] = Spread(gains(places)).map {
          signed($0.mean, 2)
        }
      }
      let gains = gains(places)
      guard let spread = Spread(gains), !bySize.keys.contains(nil) else { continue }
      let key = "\(name) / gain of \(row.label)"
      texts["\(key) / mean"] = signed(spread.mean, 2)
      texts["\(key) / ±"] = spread.halfWidth.map { decimal($0, 2) }
      texts["\(key) / wins"] = "\(gains.count { $0 > 0 })"
      texts["\(key) / splits"] = "\(gains.count)"
    }
  }

  /// Of many classes: scores by third, and what they gain.
  private mutating func addClasses(of study: StudyResults) {
    guard let facts = study.facts else { return }
    let name = study.study.name
    texts["\(name) / classes / are"] = "\(study.classesOfB.count)"
    texts["\(name) / classes / judged"] = "\(study.classesOfB.count { (facts[$0]?.objects ?? 0) > 0 })"
    for row in study.study.rows {
      let order = study.byGainOfObjects(of: row)
      for (key, place) in [("loses most", order.first), ("gains most", order.last)] {
        texts["\(name) / \(row.label) / \(key)"] = place?.name
        texts["\(name) / \(row.label) / \(key) / gain"] = place.map { signed($0.gain, 1) }
      }
      for third in [nil] + FrequencyThird.allCases {
        let classes = study.classes(in: third)
        for (key, measure) in [("ap", ClassMeasure.ap), ("iou", .iou)] {
          let place = "\(name) / \(row.label) / \(third?.rawValue ?? "B") / \(key)"
          texts[place] = study.mean(of: row, measure, over: classes).map { decimal($0.mean, 1) }
          guard let gain = Spread(study.gains(of: row, measure, over: classes).map(\.gain)) else { continue }
          texts["\(place) / gain"] = signed(gain.mean, 1)
          texts["\(place) / gain / ±"] = gain.halfWidth.map { decimal($0, 1) }
        }
      }
    }
  }

  private mutating func add(_ cost: VocabularyCost) {
    for (name, values) in cost.measured {
      for (row, value) in zip(cost.rows, values) {
        texts["vocabulary-cost / \(name) / \(row.classes)"] = decimal(
          value.milliseconds, value.milliseconds < 10 ? 1 : 0)
        texts["vocabulary-cost / \(name) / \(row.classes) / ratio"] = decimal(value.ratio, 2)
      }
    }
    for row in cost.rows {
      texts["vocabulary-cost / w_det / \(row.classes)"] = decimal(Double(row.weightBytes) / 0x1p20, 1)
    }
  }

  private mutating func add(_ claim: Claim) {
    let place = "claim / \(claim.id) / \(claim.split)"
    texts["\(place) / verdict"] = claim.verdict.rawValue
    if let rival = claim.decisive, let spread = rival.spread {
      texts["\(place) / difference"] = signed(spread.mean, 1)
      texts["\(place) / ±"] = spread.halfWidth.map { decimal($0, 1) }
      texts["\(place) / paper"] = rival.published.map { signed($0, 1) }
    }
    if let trend = claim.trend {
      texts["\(place) / slope"] = signed(trend.slope, 2)
      texts["\(place) / low"] = trend.interval.map { signed($0.lowerBound, 2) }
      texts["\(place) / high"] = trend.interval.map { signed($0.upperBound, 2) }
      texts["\(place) / rank"] = trend.ranks.map { decimal($0.coefficient, 2) }
      texts["\(place) / p"] = trend.ranks.map { decimal($0.pValue, 3) }
    }
  }

  private mutating func add(_ engine: EngineComparison) {
    for measured in engine.threads {
      for (name, median) in measured.medians {
        texts["engine / \(name) / \(measured.threads)"] = decimal(median, median < 10 ? 2 : 0)
      }
    }
  }

  private mutating func add(_ record: RunRecord) {
    texts["run / runs"] = "\(record.runs)"
    texts["run / time"] = Progress.duration(record.secondsInAll)
    texts["run / memory"] = "\(decimal(Double(record.peakMemory) / 0x1p30, 1)) GiB"
    for (work, seconds) in record.seconds { texts["run / \(work)"] = Progress.duration(seconds) }
  }
}
