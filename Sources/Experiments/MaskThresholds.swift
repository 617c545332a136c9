import COCO
import Pictures

/// Mask AP over the threshold that turns probabilities into a mask: as numbers, as a table and as curves.
extension StudyResults {
  /// Mask AP on B at each threshold that was tried, the paper's 0.5 among them, by rising threshold.
  func apByThreshold(_ row: Study.Row, _ split: ClassSplit) -> [(threshold: Double, ap: Spread)] {
    let found = results(row, split)
    guard let tried = found.first?.thresholds, !tried.isEmpty else { return [] }
    let others = tried.map(\.threshold).compactMap { threshold in
      Spread(
        found.compactMap { $0.thresholds.first { $0.threshold == threshold }?.ap.b }.map { 100 * $0 }
      ).map { (threshold, $0) }
    }
    let half = spread(row, split, .maskAP, on: .b).map { [(0.5, $0)] } ?? []
    return (others + half).sorted { $0.0 < $1.0 }
  }

  /// A line for each row and a column for each threshold, on B.
  func thresholdDocument(profile: Profile) -> TableDocument {
    let thresholds = Set(
      study.rows.flatMap { row in study.splits.flatMap { apByThreshold(row, $0).map(\.threshold) } }
    ).sorted()
    let rows = study.rows.filter { row in study.splits.contains { !apByThreshold(row, $0).isEmpty } }
    return TableDocument(
      name: study.name, title: study.title, caption: study.caption,
      groups: [.init(title: "", span: 1)]
        + study.splits.map { .init(title: "\($0.title), threshold", span: thresholds.count) },
      columns: ["mask AP on B"] + study.splits.flatMap { _ in thresholds.map { decimal($0, 2) } },
      rows: rows.map { row in
        .init(
          cells: [row.label]
            + study.splits.flatMap { split in
              let found = apByThreshold(row, split)
              return thresholds.map { threshold in
                found.first { $0.threshold == threshold }?.ap.text ?? "–"
              }
            }, origin: row.origin)
      }, notes: notes(profile: profile, hasPublished: false, hasIoU: false))
  }

  /// Mask AP on B over the threshold that turns probabilities into a mask.
  func thresholdFigure(note: String) -> Panels? {
    let charts = study.splits.compactMap { split -> Chart? in
      let lines = study.rows.compactMap { row -> Series? in
        let points = apByThreshold(row, split).map { threshold, spread in
          spread.halfWidth.map { DataPoint(x: threshold, y: spread.mean, plusMinus: $0) }
            ?? DataPoint(x: threshold, y: spread.mean)
        }
        return points.count < 2 ? nil : Series(row.label, .line, points, style: Look.of(row.label))
      }
      guard !lines.isEmpty else { return nil }
      return Chart(
        split.title, x: Axis("mask threshold"), y: Axis("mask AP on B, %"), lines,
        legend: .above, size: FigureSize(width: 400, height: 290))
    }
    guard !charts.isEmpty else { return nil }
    return Panels(
      "Mask AP on B over the mask threshold", rows: [charts],
      note: [
        note,
        "The paper's threshold is 0.5. Bands, where there are several seeds, are the 95 % interval of the mean.",
      ]
      .filter { !$0.isEmpty }.joined(separator: " "))
  }
}
