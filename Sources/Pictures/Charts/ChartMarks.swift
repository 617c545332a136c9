/// What a chart draws for its data, as shapes on the page.
struct ChartMarks: Sendable {
  struct Bar: Sendable {
    var series: Int
    var box: Rectangle
    var label: String
    /// The value's end of the bar, or of its whisker, and which way it points from 0.
    var tip: Point
    var isNegative: Bool
  }
  struct Marker: Sendable {
    var series: Int
    var center: Point
    var radius: Double
    var label: String

    var box: Rectangle {
      Rectangle(x: center.x - radius, y: center.y - radius, width: 2 * radius, height: 2 * radius)
    }
  }
  struct Line: Sendable {
    var series: Int
    var points: [Point]
  }
  struct Band: Sendable {
    var series: Int
    var upper: [Point]
    var lower: [Point]
  }
  struct Segment: Sendable {
    var series: Int
    var from: Point
    var to: Point
  }

  var bars: [Bar] = []
  var markers: [Marker] = []
  var lines: [Line] = []
  var bands: [Band] = []
  var whiskers: [Segment] = []

  /// Whether nothing is drawn within the box.
  func leaveFree(_ box: Rectangle) -> Bool {
    if bars.contains(where: { $0.box.overlaps(box) }) { return false }
    if markers.contains(where: { $0.box.overlaps(box) }) { return false }
    if whiskers.contains(where: { segment($0.from, $0.to, meets: box) }) { return false }
    for points in lines.map(\.points) where linesMeet(points, box) { return false }
    for band in bands {
      if linesMeet(band.upper, box) || linesMeet(band.lower, box) { return false }
      // The box may lie between the two lines.
      for (upper, lower) in zip(band.upper, band.lower) where (box.x...box.maxX).contains(upper.x) {
        if upper.y < box.maxY && lower.y > box.y { return false }
      }
    }
    return true
  }

  private func linesMeet(_ points: [Point], _ box: Rectangle) -> Bool {
    zip(points, points.dropFirst()).contains { segment($0, $1, meets: box) }
  }
}

/// Whether the straight line between two points passes through the box (Liang and Barsky's clipping).
func segment(_ from: Point, _ to: Point, meets box: Rectangle) -> Bool {
  var (start, end) = (0.0, 1.0)
  let delta = to - from
  for (step, distance) in [
    (-delta.x, from.x - box.x), (delta.x, box.maxX - from.x),
    (-delta.y, from.y - box.y), (delta.y, box.maxY - from.y),
  ] {
    if step == 0 {
      if distance < 0 { return false }
    } else if step < 0 {
      start = max(start, distance / step)
    } else {
      end = min(end, distance / step)
    }
  }
  return start <= end
}

extension Chart {
  /// The shapes of the data under the axes' maps.
  func marks(in plot: Rectangle, x: AxisMap, y: AxisMap) -> ChartMarks {
    var marks = ChartMarks()
    let barSeries = series.indices.filter { series[$0].kind == .bars }
    for (index, series) in series.enumerated() {
      switch series.kind {
      case .line: addLine(index, series, x, y, to: &marks)
      case .points: addPoints(index, series, x, y, to: &marks)
      case .bars:
        addBars(index, series, place: barSeries.firstIndex(of: index)!, of: barSeries.count, x, y, to: &marks)
      case .level:
        guard let point = series.points.first else { continue }
        let points =
          isSideways
          ? [Point(x(point.x), plot.maxY), Point(x(point.x), plot.y)]
          : [Point(plot.x, y(point.y)), Point(plot.maxX, y(point.y))]
        if isSideways ? x.shows(point.x) : y.shows(point.y) {
          marks.lines.append(.init(series: index, points: points))
        }
      }
    }
    return marks
  }

  private func addLine(
    _ index: Int, _ series: Series, _ x: AxisMap, _ y: AxisMap, to marks: inout ChartMarks
  ) {
    // Points that cannot be shown cut the line.
    let pieces = series.points.split { !xAxis.canShow($0.x) || !yAxis.canShow($0.y) }
    for piece in pieces {
      marks.lines.append(.init(series: index, points: piece.map { Point(x($0.x), y($0.y)) }))
      let ranges = piece.filter { $0.uncertainty != nil && yAxis.canShow($0.uncertainty!.lowerBound) }
      if ranges.count > 1 {
        marks.bands.append(
          .init(
            series: index, upper: ranges.map { Point(x($0.x), y($0.uncertainty!.upperBound)) },
            lower: ranges.map { Point(x($0.x), y($0.uncertainty!.lowerBound)) }))
      }
    }
    // Some eight markers on each line, not at the same places as on the line before.
    guard style(of: index).marker != nil else { return }
    let shown = series.points.filter {
      xAxis.canShow($0.x) && yAxis.canShow($0.y) && x.shows($0.x) && y.shows($0.y)
    }
    let every = max(1, shown.count / 8)
    let offset = shown.count <= 16 ? 0 : every * (1 + 2 * (index % 4)) / 8
    for i in stride(
      from: min(offset, max(0, shown.count - 1)), to: shown.count, by: shown.count <= 16 ? 1 : every)
    {
      marks.markers.append(
        .init(
          series: index, center: Point(x(shown[i].x), y(shown[i].y)),
          radius: 2.9 * style(of: index).markerSize,
          label: ""))
    }
  }

  private func addPoints(
    _ index: Int, _ series: Series, _ x: AxisMap, _ y: AxisMap, to marks: inout ChartMarks
  ) {
    for point in series.points where xAxis.canShow(point.x) && yAxis.canShow(point.y) {
      guard x.shows(point.x), y.shows(point.y) else { continue }
      let center = Point(x(point.x), y(point.y))
      marks.markers.append(
        .init(
          series: index, center: center, radius: 3.4 * style(of: index).markerSize * point.size,
          label: point.label))
      if let range = point.uncertainty { marks.whiskers.append(whisker(index, range, at: center, x, y)) }
    }
  }

  private func whisker(
    _ index: Int, _ range: ClosedRange<Double>, at center: Point, _ x: AxisMap, _ y: AxisMap
  ) -> ChartMarks.Segment {
    let value = isSideways ? x : y
    func place(_ number: Double) -> Double {
      value(min(max(number, value.range.lowerBound), value.range.upperBound))
    }
    let (low, high) = (place(range.lowerBound), place(range.upperBound))
    return isSideways
      ? .init(series: index, from: Point(low, center.y), to: Point(high, center.y))
      : .init(series: index, from: Point(center.x, low), to: Point(center.x, high))
  }

  private func addBars(
    _ index: Int, _ series: Series, place: Int, of count: Int, _ x: AxisMap, _ y: AxisMap,
    to marks: inout ChartMarks
  ) {
    let value = isSideways ? x : y
    let category = isSideways ? y : x
    // Four fifths of a category's width are shared by its bars.
    let width = 0.8 / Double(count)
    let zero = value(min(max(0, value.range.lowerBound), value.range.upperBound))
    for point in series.points {
      let number = isSideways ? point.x : point.y
      let left = (isSideways ? point.y : point.x) - 0.4 + width * (Double(place) + 0.04)
      guard number.isFinite else { continue }
      let end = value(min(max(number, value.range.lowerBound), value.range.upperBound))
      let sides = [category(left), category(left + 0.92 * width)].sorted()
      let ends = [zero, end].sorted()
      let box =
        isSideways
        ? Rectangle(x: ends[0], y: sides[0], width: ends[1] - ends[0], height: sides[1] - sides[0])
        : Rectangle(x: sides[0], y: ends[0], width: sides[1] - sides[0], height: ends[1] - ends[0])
      var tip = isSideways ? Point(end, box.center.y) : Point(box.center.x, end)
      if let range = point.uncertainty {
        let whisker = whisker(index, range, at: box.center, x, y)
        marks.whiskers.append(whisker)
        let isFar = isSideways ? whisker.to.x > tip.x : whisker.to.y < tip.y
        if number >= 0 { tip = isFar ? whisker.to : tip } else { tip = whisker.from }
      }
      marks.bars.append(
        .init(series: index, box: box, label: point.label, tip: tip, isNegative: number < 0))
    }
  }
}
