/// A table with a place for everything.
struct TableLayout: Sendable {
  struct Rule: Sendable {
    var from: Point
    var to: Point
    var width: Double
  }

  var texts: [PlacedText] = []
  var rules: [Rule] = []
  var extent = Rectangle(x: 0, y: 0, width: 0, height: 0)
}

extension DrawnTable {
  private static let margin = 12.0
  private static let columnGap = 15.0
  private static let groupGap = 24.0
  /// Cells and headers wider than this take several lines.
  private static let widestText = 230.0
  private static let cellStyle = TextStyle(size: 10)
  private static let headerStyle = TextStyle(size: 9.5, weight: .bold)
  private static let headingStyle = TextStyle(size: 10, slant: .italic)

  /// A column with what it needs of width.
  private struct Measured {
    var width = 0.0
    /// What stands before and behind the decimal points at most.
    var whole = 0.0
    var fraction = 0.0
    var left = 0.0

    var right: Double { left + width }
    var center: Double { left + width / 2 }
  }

  func layout(ruler: Canvas) -> TableLayout {
    let measured = measuredColumns(ruler: ruler)
    let left = Self.margin
    let right = measured.last?.right ?? left
    // Words around a narrow table may be wider than it.
    let wordsWidth = max(right - left, 240)
    var layout = TableLayout()
    var top = Self.margin

    func rule(_ y: Double, from: Double = left, to: Double = right, width: Double) {
      layout.rules.append(.init(from: Point(from, y), to: Point(to, y), width: width))
    }

    let titleLines = ruler.wrapped(title, .title, width: wordsWidth)
    layout.texts += ruler.placed(titleLines, .title, x: left, top: top)
    top += ruler.height(of: titleLines, .title) + (titleLines.isEmpty ? 0 : 8)
    rule(top, width: 1.2)
    top += 5

    // The header: groups, each with a rule below it, then the columns, standing on one line.
    if groups.contains(where: { !$0.name.isEmpty }) {
      for group in groups where !group.name.isEmpty {
        let (first, last) = (measured[group.columns.lowerBound], measured[group.columns.upperBound - 1])
        layout.texts.append(
          ruler.placed(
            group.name, Self.headerStyle, x: (first.left + last.right) / 2, top: top, alignment: .center))
        rule(top + Self.headerStyle.height + 3.5, from: first.left, to: last.right, width: 0.5)
      }
      top += Self.headerStyle.height + 7
    }
    let headers = zip(columns, measured).map { column, place in
      ruler.wrapped(column.title, Self.headerStyle, width: max(place.width, 40))
    }
    let headerHeight = headers.map { ruler.height(of: $0, Self.headerStyle) }.max() ?? 0
    for (i, lines) in headers.enumerated() {
      let start = top + headerHeight - ruler.height(of: lines, Self.headerStyle)
      let isText = columns[i].kind == .text
      layout.texts += ruler.placed(
        lines, Self.headerStyle, x: isText ? measured[i].left : measured[i].center, top: start,
        alignment: isText ? .left : .center)
    }
    top += headerHeight + 5
    rule(top, width: 0.7)
    top += 5

    for row in rows {
      switch row {
      case .rule:
        rule(top + 0.5, width: 0.5)
        top += 5.5
      case .heading(let words):
        let lines = ruler.wrapped(words, Self.headingStyle, width: max(right - left, 60))
        layout.texts += ruler.placed(lines, Self.headingStyle, x: left, top: top)
        top += ruler.height(of: lines, Self.headingStyle) + 5
      case .cells(let cells):
        var height = Self.cellStyle.height
        for (i, cell) in cells.enumerated() where !cell.text.isEmpty {
          let texts = placed(cell, columns[i].kind, measured[i], top: top, ruler: ruler)
          height = max(height, (texts.map(\.box.maxY).max() ?? top) - top)
          layout.texts += texts
        }
        top += height + 5
      }
    }
    rule(top, width: 1.2)
    top += 6

    let noteLines = ruler.wrapped(note, .note, width: wordsWidth)
    layout.texts += ruler.placed(noteLines, .note, x: left, top: top)
    top += ruler.height(of: noteLines, .note)
    let end = layout.texts.map(\.box.maxX).reduce(right, max)
    layout.extent = Rectangle(x: 0, y: 0, width: end + Self.margin, height: top + Self.margin)
    return layout
  }

  /// Neighbouring columns with the same words above them.
  private var groups: [(name: String, columns: Range<Int>)] {
    var groups: [(name: String, columns: Range<Int>)] = []
    for (i, column) in columns.enumerated() {
      if let last = groups.last, last.name == column.group, !column.group.isEmpty {
        groups[groups.count - 1].columns = last.columns.lowerBound..<i + 1
      } else {
        groups.append((column.group, i..<i + 1))
      }
    }
    return groups
  }

  /// Each column as wide as its widest cell or header, and the columns of a group together as wide as its name.
  private func measuredColumns(ruler: Canvas) -> [Measured] {
    var measured = columns.indices.map { i -> Measured in
      var column = Measured()
      for case .cells(let cells) in rows {
        let cell = cells[i]
        let style = style(of: cell)
        switch columns[i].kind {
        case .text:
          let lines = ruler.wrapped(cell.text, style, width: Self.widestText)
          column.width = max(column.width, lines.map { ruler.width(of: $0, style) }.max() ?? 0)
        case .number:
          guard let (whole, fraction) = parts(ofNumber: cell.text) else {
            column.width = max(column.width, ruler.width(of: cell.text, style))
            continue
          }
          column.whole = max(column.whole, ruler.width(of: whole, style))
          column.fraction = max(column.fraction, ruler.width(of: fraction, style))
        }
      }
      let header = ruler.wrapped(
        columns[i].title, Self.headerStyle, width: columns[i].kind == .text ? Self.widestText : 110)
      let headerWidth = header.map { ruler.width(of: $0, Self.headerStyle) }.max() ?? 0
      column.width = max(column.width, column.whole + column.fraction, headerWidth + 0.01)
      return column
    }

    var left = Self.margin
    for (number, group) in groups.enumerated() {
      let gaps = Self.columnGap * Double(group.columns.count - 1)
      let width = group.columns.reduce(gaps) { $0 + measured[$1].width }
      let missing =
        max(0, ruler.width(of: group.name, Self.headerStyle) - width) / Double(group.columns.count)
      if number > 0 {
        let isNextToGroup = !group.name.isEmpty || !groups[number - 1].name.isEmpty
        left += isNextToGroup ? Self.groupGap : Self.columnGap
      }
      for i in group.columns {
        measured[i].left = left
        measured[i].width += missing
        left = measured[i].right + (i + 1 < group.columns.upperBound ? Self.columnGap : 0)
      }
    }
    return measured
  }

  private func placed(
    _ cell: Cell, _ kind: Column.Kind, _ column: Measured, top: Double, ruler: Canvas
  ) -> [PlacedText] {
    let style = style(of: cell)
    if kind == .text {
      let lines = ruler.wrapped(cell.text, style, width: max(column.width + 0.01, 20))
      return ruler.placed(lines, style, x: column.left, top: top)
    }
    guard let (whole, _) = parts(ofNumber: cell.text) else {
      return [ruler.placed(cell.text, style, x: column.center, top: top, alignment: .center)]
    }
    // The numbers as a block stand in the middle of the column, their points below each other.
    let point = column.center + (column.whole - column.fraction) / 2
    return [ruler.placed(cell.text, style, x: point - ruler.width(of: whole, style), top: top)]
  }

  private func style(of cell: Cell) -> TextStyle {
    var style = Self.cellStyle
    style.weight = cell.weight
    style.slant = cell.slant
    if let color = cell.color { style.color = color }
    return style
  }

  /// The number up to its decimal point, and the rest: ("30", ".2 ± 0.4"). Nothing for words.
  func parts(ofNumber text: String) -> (whole: String, fraction: String)? {
    guard let digit = text.firstIndex(where: \.isNumber) else { return nil }
    let end = text[digit...].firstIndex { !$0.isNumber && $0 != "," } ?? text.endIndex
    return (String(text[..<end]), String(text[end...]))
  }
}
