/// A chart with a place for everything.
struct ChartLayout: Sendable {
  var plot: Rectangle
  var x: AxisMap
  var y: AxisMap
  /// All that is written, but for the legend and the labels.
  var texts: [PlacedText]
  var legend: PlacedLegend?
  var labels = PointLabels()
  var marks: ChartMarks

  /// All that is written.
  var allTexts: [PlacedText] { texts + (legend?.entries.map(\.text) ?? []) + labels.texts }
}

extension Chart {
  /// Finds a place for everything. Names of points for which there is none are listed in the note.
  func layout(in area: Rectangle, ruler: Canvas) -> ChartLayout {
    var omitted: [String] = []
    while true {
      var layout = layout(in: area, omitted: omitted, ruler: ruler)
      layout.labels = pointLabels(
        layout.marks, in: layout.plot, legend: layout.legend, omitted: Set(omitted), ruler: ruler)
      let more = layout.labels.unplaced.filter { !omitted.contains($0) }
      if more.isEmpty { return layout }
      omitted += more
    }
  }

  /// The layout with the legend in a corner, if it finds a free one, or else above.
  private func layout(in area: Rectangle, omitted: [String], ruler: Canvas) -> ChartLayout {
    var text = note
    if !omitted.isEmpty {
      text +=
        (note.isEmpty ? "" : " ") + "Not named for want of room: " + omitted.joined(separator: ", ") + "."
    }
    if legend != .above {
      var layout = frame(in: area, note: text, legendRows: .absent, ruler: ruler)
      if legendSeries.isEmpty { return layout }
      layout.legend = legendInCorner(of: layout.plot, clearOf: layout.marks, ruler: ruler)
      if layout.legend != nil { return layout }
    }
    return frame(in: area, note: text, legendRows: .above, ruler: ruler)
  }

  private enum LegendRows {
    case absent
    case above
  }

  /// Titles and note take what they need; the axes' labels too; the plot gets what is left.
  private func frame(
    in area: Rectangle, note: String, legendRows: LegendRows, ruler: Canvas
  ) -> ChartLayout {
    let inner = area.inset(by: 10, 9)
    var texts: [PlacedText] = []

    // From the top: title, subtitle, legend.
    var top = inner.y
    for (string, style) in [(title, TextStyle.title), (subtitle, .subtitle)] where !string.isEmpty {
      let lines = ruler.wrapped(string, style, width: inner.width)
      texts += ruler.placed(lines, style, x: inner.x, top: top)
      top += ruler.height(of: lines, style) + 6
    }
    var legend: PlacedLegend?
    if legendRows == .above {
      legend = self.legendRows(at: Point(inner.x, top + 1), width: inner.width, ruler: ruler)
      top = legend!.box.maxY + 4
    }
    top += 5

    // From the bottom: note, title of the x axis.
    var bottom = inner.maxY
    let noteLines = ruler.wrapped(note, .note, width: inner.width)
    bottom -= ruler.height(of: noteLines, .note)
    texts += ruler.placed(noteLines, .note, x: inner.x, top: bottom)
    if !noteLines.isEmpty { bottom -= 8 }
    let xTitleLines = ruler.wrapped(xAxis.title, .axisTitle, width: inner.width - 60)
    bottom -= ruler.height(of: xTitleLines, .axisTitle)
    let xTitleTop = bottom
    bottom -= xTitleLines.isEmpty ? 0 : 5

    // From the left: title of the y axis, its labels.
    let height = max(40, bottom - top - 16)
    let yTitleLines = ruler.wrapped(yAxis.title, .axisTitle, width: height)
    var left = inner.x + ruler.height(of: yTitleLines, .axisTitle) + (yTitleLines.isEmpty ? 0 : 7)
    let yCount = max(2, Int(height / 42))
    let yRange = range(.y, length: height, tickCount: yCount)
    let yTicks = ticks(.y, in: yRange, about: yCount)
    var yStyle = TextStyle.tick
    if let names = yAxis.names { yStyle.size = min(yStyle.size, height / Double(max(1, names.count)) / 1.15) }
    let yLabels = yTicks.labels.map { ruler.wrapped($0, yStyle, width: 0.36 * inner.width) }
    left += (yLabels.joined().map { ruler.width(of: $0, yStyle) }.max() ?? 0) + 6

    // From the right: half of the last label of the x axis.
    let xCount = max(2, Int((inner.maxX - left) / 62))
    let xRange = range(.x, length: inner.maxX - left, tickCount: xCount)
    func xMap(_ right: Double, _ count: Int) -> AxisMap {
      AxisMap(
        kind: xAxis.kind, range: xRange, start: left, end: right, ticks: ticks(.x, in: xRange, about: count))
    }
    var right = inner.maxX - 2
    var x = xMap(right, xCount)
    if xAxis.names == nil, let value = x.ticks.values.last, let label = x.ticks.labels.last {
      right -= max(0, x(value) + ruler.width(of: label, .tick) / 2 - inner.maxX)
      x = xMap(right, xCount)
    }
    let xLabels = xAxisLabels(&x, remap: { xMap(right, $0) }, count: xCount, ruler: ruler)
    bottom -= (xLabels.map(\.box.maxY).max() ?? 0) + 5

    // What is left is the plot's.
    let plot = Rectangle(x: left, y: top, width: max(10, right - left), height: max(10, bottom - top))
    var y = AxisMap(kind: yAxis.kind, range: yRange, start: plot.maxY, end: plot.y, ticks: yTicks)
    if yAxis.names != nil { swap(&y.start, &y.end) }
    texts += xLabels.map { label in
      var label = label
      label.box.y += plot.maxY + 5
      return label
    }
    for (value, lines) in zip(y.ticks.values, yLabels) {
      let middle = y(value) - ruler.height(of: lines, yStyle) / 2
      texts += ruler.placed(lines, yStyle, x: plot.x - 6, top: middle, alignment: .right)
    }
    texts += ruler.placed(xTitleLines, .axisTitle, x: plot.center.x, top: xTitleTop, alignment: .center)
    for (i, line) in yTitleLines.enumerated() {
      texts.append(
        ruler.placedUpwards(
          line, .axisTitle, left: inner.x + Double(i) * TextStyle.axisTitle.lineHeight, y: plot.center.y,
          alignment: .center))
    }
    return ChartLayout(
      plot: plot, x: x, y: y, texts: texts, legend: legend, marks: marks(in: plot, x: x, y: y))
  }

  /// The labels of the x axis below y = 0: fewer numbers where they would touch; names broken between words,
  /// or read upwards where they are still too wide.
  private func xAxisLabels(
    _ map: inout AxisMap, remap: (Int) -> AxisMap, count: Int, ruler: Canvas
  ) -> [PlacedText] {
    func numbers(_ map: AxisMap) -> [PlacedText] {
      zip(map.ticks.values, map.ticks.labels).map { value, label in
        ruler.placed(label, .tick, x: map(value), top: 0, alignment: .center)
      }
    }
    guard let names = xAxis.names else {
      var fewer = count
      var texts = numbers(map)
      while fewer > 1, zip(texts, texts.dropFirst()).contains(where: { $0.box.maxX + 6 > $1.box.x }) {
        fewer -= 1
        map = remap(fewer)
        texts = numbers(map)
      }
      return texts
    }
    let slot = abs(map(1) - map(0)) - 5
    let widest =
      names.flatMap { $0.split(separator: " ") }.map { ruler.width(of: String($0), .tick) }.max() ?? 0
    if widest <= slot {
      return names.indices.flatMap { i in
        ruler.placed(
          ruler.wrapped(names[i], .tick, width: slot), .tick, x: map(Double(i)), top: 0, alignment: .center)
      }
    }
    var style = TextStyle.tick
    style.size = min(style.size, (slot + 5) / 1.1)
    return names.indices.map { i in
      ruler.placedUpwards(
        names[i], style, left: map(Double(i)) - style.height / 2, y: 0, alignment: .right)
    }
  }
}
