import COCO
import Pictures

/// The classes without masks by how often they are seen in training: thirds of them.
enum FrequencyThird: String, CaseIterable {
  case frequent, common, rare
}

/// What is measured of each class.
public enum ClassMeasure: String, Sendable, Codable, Hashable {
  /// Mask AP.
  case ap = "mask AP"
  /// The mean IoU of masks in true boxes, which leaves out what the detector gets wrong.
  case iou = "IoU in true boxes"

  /// In per cent; nil for a class that does not occur among the images to judge by.
  func callAsFunction(_ name: String, in result: RunResult) -> Double? {
    switch self {
    case .ap: result.maskAPByClass[name].map { 100 * $0 }
    case .iou: result.classes?[name]?.meanIoU.map { 100 * $0 }
    }
  }
}

/// Many classes: scores of each class of B, by frequency and by the distance of its `w_det` to A's.
extension StudyResults {
  /// The classes of B, the most frequent in training first; empty in other studies.
  var classesOfB: [String] {
    guard let facts = facts else { return [] }
    return facts.filter { !$0.value.isInA }.sorted {
      ($1.value.trainingBoxes, $0.key) < ($0.value.trainingBoxes, $1.key)
    }.map(\.key)
  }

  /// Facts that do not depend on the row.
  var facts: [String: ClassFacts]? {
    study.rows.lazy.compactMap { row in self.results(row, .coco).first?.classes }.first
  }

  /// The classes of B in one third, or in all.
  func classes(in third: FrequencyThird?) -> [String] {
    let classes = classesOfB
    guard let third else { return classes }
    let number = FrequencyThird.allCases.firstIndex(of: third)!
    return Array(classes[number * classes.count / 3..<(number + 1) * classes.count / 3])
  }

  /// A row's mean over classes, spread over its seeds.
  func mean(of row: Study.Row, _ measure: ClassMeasure, over classes: [String]) -> Spread? {
    Spread(
      results(row, .coco).compactMap { result in
        Spread(classes.compactMap { measure($0, in: result) })?.mean
      })
  }

  /// What each class gains from a row over the baseline, in points: the mean of its seeds less that of the baseline's.
  func gains(of row: Study.Row, _ measure: ClassMeasure, over classes: [String]) -> [(
    name: String, gain: Double
  )] {
    guard let baseline = study.rows.first(where: { $0.label.contains("(baseline)") }) else { return [] }
    let (own, base) = (results(row, .coco), results(baseline, .coco))
    return classes.compactMap { name in
      guard let mean = Spread(own.compactMap { measure(name, in: $0) })?.mean,
        let other = Spread(base.compactMap { measure(name, in: $0) })?.mean
      else { return nil }
      return (name, mean - other)
    }
  }

  /// The classes of B by what a row gains on all of their objects together in true boxes, the greatest loss first.
  func byGainOfObjects(of row: Study.Row) -> [(name: String, gain: Double)] {
    let objects = facts?.mapValues { Double($0.objects) } ?? [:]
    func sum(_ place: (name: String, gain: Double)) -> Double { place.gain * (objects[place.name] ?? 0) }
    return gains(of: row, .iou, over: classesOfB).sorted { (sum($0), $0.name) < (sum($1), $1.name) }
  }

  // MARK: As a table

  /// A line for each row: AP and IoU on the classes without masks, in all and by third, and what they gain over the
  /// baseline.
  func vocabularyDocument(profile: Profile) -> TableDocument {
    let thirds: [FrequencyThird?] = [nil] + FrequencyThird.allCases
    let names = thirds.map { $0?.rawValue ?? "B" }
    func cells(_ row: Study.Row, _ measure: ClassMeasure) -> [String] {
      let gain = Spread(gains(of: row, measure, over: classesOfB).map(\.gain))
      let isBase = row.label.contains("(baseline)")
      return thirds.map { mean(of: row, measure, over: classes(in: $0))?.text ?? "–" }
        + [isBase ? "" : gain.map { "\(signed($0.mean, 1)) ± \(decimal($0.halfWidth ?? 0, 1))" } ?? "–"]
    }
    let rows = study.rows.filter { !results($0, .coco).isEmpty }.map { row in
      TableDocument.Row(
        cells: [row.label] + cells(row, .ap) + cells(row, .iou)
          + [
            spread(row, .coco, .maskAP, on: .a), spread(row, .coco, .boxAP, on: .b),
            spread(row, .coco, .truthBoxNaming, on: .b),
          ].map { $0?.text ?? "–" },
        origin: row.origin)
    }
    let all = classesOfB
    let occurring = all.filter { (facts?[$0]?.objects ?? 0) > 0 }.count
    func boxes(_ third: FrequencyThird) -> String {
      let counts = classes(in: third).compactMap { facts?[$0]?.trainingBoxes }
      return "\(third.rawValue): \(counts.min() ?? 0) to \(counts.max() ?? 0)"
    }
    return TableDocument(
      name: study.name, title: study.title, caption: study.caption,
      groups: [
        .init(title: "", span: 1), .init(title: "mask AP", span: 5),
        .init(title: "IoU in true boxes", span: 5), .init(title: "", span: 3),
      ],
      columns: ["mask"] + names + ["gain"] + names + ["gain", "AP, A", "box AP, B", "named, B"], rows: rows,
      notes: notes(profile: profile, hasPublished: false, hasIoU: false) + [
        "B's classes are put in thirds by their boxes in training ("
          + FrequencyThird.allCases.map(boxes).joined(separator: ", ")
          + "). \(occurring) of \(all.count) occur among the images to judge by; the others have no part in any mean.",
        "Named: the share of objects that the box head names right in their true boxes, which is the detector's doing alone.",
        "Gain: over the baseline, the mean over the classes of B ± half of its 95 % interval over classes.",
      ])
  }
}
