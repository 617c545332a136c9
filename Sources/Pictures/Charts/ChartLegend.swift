/// A legend that has its place.
struct PlacedLegend: Sendable {
  struct Entry: Sendable {
    var series: Int
    var swatch: Rectangle
    var text: PlacedText
  }

  var entries: [Entry]
  var box: Rectangle
}

extension Chart {
  /// The numbers of the series in the legend.
  var legendSeries: [Int] {
    let named = series.indices.filter { !series[$0].name.isEmpty }
    return legend == .hidden || (legend == .automatic && named.count < 2) ? [] : named
  }

  private static var swatchWidth: Double { 24 }
  private static var rowHeight: Double { 14 }

  /// The legend as a column with its upper left corner at `corner`.
  func legendColumn(at corner: Point, ruler: Canvas) -> PlacedLegend {
    let entries = legendSeries.enumerated().map { row, index in
      entry(index, x: corner.x + 6, top: corner.y + 4 + Double(row) * Self.rowHeight, ruler: ruler)
    }
    let width = (entries.map(\.text.box.maxX).max() ?? corner.x) - corner.x + 6
    let height = Double(entries.count) * Self.rowHeight + 7
    return PlacedLegend(
      entries: entries, box: Rectangle(x: corner.x, y: corner.y, width: width, height: height))
  }

  /// The legend as rows of at most the given width.
  func legendRows(at corner: Point, width: Double, ruler: Canvas) -> PlacedLegend {
    var entries: [PlacedLegend.Entry] = []
    var (x, top) = (corner.x, corner.y)
    for index in legendSeries {
      var next = entry(index, x: x, top: top, ruler: ruler)
      if next.text.box.maxX > corner.x + width && x > corner.x {
        (x, top) = (corner.x, top + Self.rowHeight + 1)
        next = entry(index, x: x, top: top, ruler: ruler)
      }
      entries.append(next)
      x = next.text.box.maxX + 16
    }
    let height = entries.isEmpty ? 0 : top + Self.rowHeight - corner.y
    return PlacedLegend(
      entries: entries, box: Rectangle(x: corner.x, y: corner.y, width: width, height: height))
  }

  private func entry(_ index: Int, x: Double, top: Double, ruler: Canvas) -> PlacedLegend.Entry {
    let text = ruler.placed(
      series[index].name, .legend, x: x + Self.swatchWidth + 6,
      top: top + (Self.rowHeight - TextStyle.legend.height) / 2)
    return PlacedLegend.Entry(
      series: index,
      swatch: Rectangle(x: x, y: top + 2, width: Self.swatchWidth, height: Self.rowHeight - 4), text: text)
  }

  /// The legend in a corner where nothing is drawn; nothing if all corners are taken.
  func legendInCorner(of plot: Rectangle, clearOf marks: ChartMarks, ruler: Canvas) -> PlacedLegend? {
    let values = barLabels(marks, ruler: ruler).texts.map(\.box)
    let box = legendColumn(at: .zero, ruler: ruler).box
    guard box.width < 0.6 * plot.width, box.height < 0.6 * plot.height else { return nil }
    let (left, right) = (plot.x + 6, plot.maxX - 6 - box.width)
    let (top, bottom) = (plot.y + 6, plot.maxY - 6 - box.height)
    for corner in [Point(right, top), Point(left, top), Point(right, bottom), Point(left, bottom)] {
      let place = Rectangle(x: corner.x, y: corner.y, width: box.width, height: box.height)
      if marks.leaveFree(place.inset(by: -3, -3)), !values.contains(where: place.overlaps) {
        return legendColumn(at: corner, ruler: ruler)
      }
    }
    return nil
  }
}
