/// Charts side by side and below each other as one figure.
public struct Panels: Figure, Sendable, Hashable {
  /// What the charts show together, in bold above them; may be empty.
  public var title: String
  /// The rows of charts; each takes its own size, and the charts of a row or column share the largest.
  public var rows: [[Chart]]
  /// What must be said about them, below; may be empty.
  public var note: String

  /// A figure by its charts.
  public init(_ title: String = "", rows: [[Chart]], note: String = "") {
    self.title = title
    self.rows = rows
    self.note = note
  }

  private var widths: [Double] {
    (0..<(rows.map(\.count).max() ?? 0)).map { column in
      rows.compactMap { $0.indices.contains(column) ? Double($0[column].size.width) : nil }.max() ?? 0
    }
  }
  private var heights: [Double] { rows.map { $0.map { Double($0.size.height) }.max() ?? 0 } }

  /// If one of its charts is.
  public var isRaster: Bool { rows.joined().contains(where: \.isRaster) }

  /// The sizes of the charts together, with title and note.
  public var size: FigureSize {
    let words = words(ruler: Canvas(width: 1, height: 1))
    return FigureSize(holding: widths.reduce(0, +), words.bottom)
  }

  /// Draws the charts with the upper left corner at the canvas's origin.
  public func draw(on canvas: Canvas) {
    let words = words(ruler: canvas)
    var top = words.top
    for (row, height) in zip(rows, heights) {
      var left = 0.0
      for (chart, width) in zip(row, widths) {
        chart.draw(on: canvas, in: Rectangle(x: left, y: top, width: width, height: height))
        left += width
      }
      top += height
    }
    for text in words.texts { text.draw(on: canvas) }
  }

  /// Title and note, where the charts begin, and where all ends.
  private func words(ruler: Canvas) -> (texts: [PlacedText], top: Double, bottom: Double) {
    let margin = 10.0
    let width = max(100, widths.reduce(0, +) - 2 * margin)
    var style = TextStyle.title
    style.size = 14
    let titleLines = ruler.wrapped(title, style, width: width)
    let noteLines = ruler.wrapped(note, .note, width: width)
    let top = titleLines.isEmpty ? 0 : margin + ruler.height(of: titleLines, style)
    let end = heights.reduce(top, +)
    let texts =
      ruler.placed(titleLines, style, x: margin, top: margin)
      + ruler.placed(noteLines, .note, x: margin, top: end)
    return (texts, top, noteLines.isEmpty ? end : end + ruler.height(of: noteLines, .note) + margin)
  }
}
