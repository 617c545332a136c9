import COCO
import Pictures

extension TableDocument {
  /// The table as it is drawn.
  public var drawn: DrawnTable {
    let titles = groups.flatMap { group in repeatElement(group.title, count: group.span) }
    let columns = self.columns.enumerated().map { number, title in
      let group = titles.isEmpty ? "" : titles[number]
      return wordColumns.contains(number)
        ? DrawnTable.Column.text(title, group: group) : .number(title, group: group)
    }
    // The paper's figures are quoted, not measured: they stand in grey.
    let quoted = Set(self.columns.indices.filter { self.columns[$0].hasPrefix("paper") })
    let rows = self.rows.enumerated().flatMap { number, row in
      let cells = DrawnTable.Row.cells(
        row.cells.enumerated().map { number, text in
          DrawnTable.Cell(
            text, slant: number == 0 && row.origin == .ours ? .italic : .upright,
            color: quoted.contains(number) ? Color(gray: 0.5) : nil)
        })
      guard beginsSection(number) else { return [cells] }
      return (number > 0 ? [.rule] : []) + [.heading(row.section), cells]
    }
    return DrawnTable(title, columns: columns, rows: rows, note: notes.joined(separator: " "))
  }
}

/// The look of each contender, the same in every chart.
enum Look {
  static let baseline = SeriesStyle(color: Color(hex: 0x404040), marker: .circle, dash: [6, 2.5])
  static let transfer = SeriesStyle(color: Color(hex: 0xD55E00), marker: .triangle)
  static let unitRows = SeriesStyle(color: Color(hex: 0x0072B2), marker: .diamond, dash: [8, 2.5, 2, 2.5])
  static let oracle = SeriesStyle(color: Color(hex: 0x009E73), marker: .square, dash: [2, 2])
  static let others = SeriesStyle(color: Color(hex: 0xCC79A7), marker: .cross)

  static func of(_ label: String) -> SeriesStyle {
    if label.contains("+ MLP") { return others }
    if label.contains("unit rows") { return unitRows }
    if label.contains("baseline") { return baseline }
    if label.contains("oracle") { return oracle }
    if label.hasPrefix("transfer") || label.hasPrefix("Mask^X") { return transfer }
    return others
  }
}

extension StudyResults {
  /// The losses in training: stage one, stage two and end to end.
  func curveFigure(endToEnd: StudyResults?, note: String) -> Panels? {
    func first(_ row: Study.Row, of study: StudyResults) -> RunResult? {
      study.study.splits.first.flatMap { study.results(row, $0).first }
    }
    func line(_ name: String, _ result: RunResult, _ stage: String, _ loss: String, _ style: SeriesStyle)
      -> Series?
    {
      let points = result.curve.filter { $0.stage == stage }.compactMap { point in
        point.losses[loss].map { DataPoint(x: Double(point.step), y: $0) }
      }
      var style = style
      style.marker = nil
      return points.count < 2 ? nil : Series(name, .line, points, style: style)
    }
    let size = FigureSize(width: 400, height: 270)
    var charts: [Chart] = []

    if let result = study.rows.lazy.compactMap({ first($0, of: self) }).first {
      let terms = ["objectness", "proposal box", "class", "box"].enumerated().compactMap { number, name in
        line(name, result, "detector", name, .automatic(number))
      }
      // A given detector has no curve.
      if result.experiment.detectorModel == nil {
        charts.append(
          Chart("Stage one: boxes of A and B", x: Axis("step"), y: Axis("loss"), terms, size: size))
      }
    }
    func masks(_ title: String, _ study: StudyResults, _ stage: String) {
      let lines = study.study.rows.compactMap { row in
        first(row, of: study).flatMap { line(row.label, $0, stage, "mask", Look.of(row.label)) }
      }
      if !lines.isEmpty {
        charts.append(Chart(title, x: Axis("step"), y: Axis("mask loss"), lines, size: size))
      }
    }
    masks("Stage two: masks of A", self, "mask")
    if let endToEnd { masks("End to end: masks of A", endToEnd, "end-to-end") }
    guard !charts.isEmpty else { return nil }
    let split = study.splits.first.map(\.title) ?? ""
    return Panels(
      "Training", rows: [charts],
      note: [note, "\(split), one seed; each point is the mean over the steps since the one before."]
        .filter { !$0.isEmpty }.joined(separator: " "))
  }
}
