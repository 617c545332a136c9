/// The names written beside the points of a chart.
struct PointLabels: Sendable {
  var texts: [PlacedText] = []
  /// Thin lines from points to names that found no place right beside them.
  var leaders: [ChartMarks.Segment] = []
  /// Names that found no place at all.
  var unplaced: [String] = []
}

extension Chart {
  /// Places the names of markers, each clear of all other names, markers and the legend, if possible of lines
  /// too, and as near to its marker as that allows; then the values at the tips of bars.
  /// - Parameter omitted: names that are not to be placed.
  func pointLabels(
    _ marks: ChartMarks, in plot: Rectangle, legend: PlacedLegend?, omitted: Set<String>, ruler: Canvas
  ) -> PointLabels {
    var labels = barLabels(marks, ruler: ruler)
    var taken = labels.texts.map(\.box)
    if let legend { taken.append(legend.box) }
    for marker in marks.markers where !marker.label.isEmpty && !omitted.contains(marker.label) {
      let text = ruler.placed(marker.label, .pointLabel, x: 0, top: 0)
      let candidates = places(for: text.box, around: marker, in: plot)
      let best = candidates.compactMap { place -> (place: Place, cost: Double)? in
        cost(of: place, marks, taken, labels.leaders).map { (place, $0) }
      }.min { $0.cost < $1.cost }
      guard let best = best?.place else {
        labels.unplaced.append(marker.label)
        continue
      }
      var placed = text
      placed.box = best.box
      labels.texts.append(placed)
      taken.append(best.box)
      if let leader = best.leader {
        labels.leaders.append(.init(series: marker.series, from: leader.from, to: leader.to))
      }
    }
    return labels
  }

  /// A place where a name could stand.
  private struct Place {
    var box: Rectangle
    var leader: (from: Point, to: Point)?
    var distance: Double
    var preference: Double
  }

  /// Places in eight directions and at growing distances, inside the chart.
  private func places(for text: Rectangle, around marker: ChartMarks.Marker, in plot: Rectangle) -> [Place] {
    let directions: [(x: Double, y: Double)] = [
      (1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (-1, -1), (1, 1), (-1, 1),
    ]
    var places: [Place] = []
    for distance in [2.5, 6, 12, 20, 30, 42, 56] {
      for (i, direction) in directions.enumerated() {
        let reach = marker.radius + distance * (direction.x != 0 && direction.y != 0 ? 0.75 : 1)
        // -1: the box ends there; 0: its middle is there; 1: it starts there.
        let box = Rectangle(
          x: marker.center.x + direction.x * reach + (direction.x - 1) / 2 * text.width,
          y: marker.center.y + direction.y * reach + (direction.y - 1) / 2 * text.height,
          width: text.width, height: text.height)
        guard plot.inset(by: 1, 1).contains(box) else { continue }
        var leader: (from: Point, to: Point)?
        if distance > 6 {
          let end = Point(
            min(max(marker.center.x, box.x), box.maxX), min(max(marker.center.y, box.y), box.maxY))
          let delta = end - marker.center
          let length = (delta.x * delta.x + delta.y * delta.y).squareRoot()
          leader = (marker.center + (marker.radius / length) * delta, end)
        }
        places.append(Place(box: box, leader: leader, distance: distance, preference: Double(i)))
      }
    }
    return places
  }

  /// How bad the place is; nothing where something is that must not be covered.
  private func cost(
    of place: Place, _ marks: ChartMarks, _ taken: [Rectangle], _ leaders: [ChartMarks.Segment]
  ) -> Double? {
    let box = place.box.inset(by: -1.2, -0.8)
    if taken.contains(where: { $0.overlaps(box) }) { return nil }
    if marks.markers.contains(where: { $0.box.overlaps(box) }) { return nil }
    if marks.bars.contains(where: { $0.box.overlaps(box) }) { return nil }
    if leaders.contains(where: { segment($0.from, $0.to, meets: box) }) { return nil }
    var cost = place.distance + 0.4 * place.preference
    if let leader = place.leader {
      if taken.contains(where: { segment(leader.from, leader.to, meets: $0) }) { return nil }
      // A line through another marker would seem to name that one.
      let crosses = marks.markers.contains { marker in
        let box = marker.box.inset(by: 0.5, 0.5)
        let isOwn = segment(leader.from, leader.from, meets: marker.box.inset(by: -0.5, -0.5))
        return !isOwn && segment(leader.from, leader.to, meets: box)
      }
      if crosses { return nil }
      cost += 6
    }
    var free = marks
    free.markers = []
    free.bands = []
    if !free.leaveFree(box) { cost += 14 }
    return cost
  }

  /// The values at the tips of bars: upright, or read upwards where the bars are too narrow for them;
  /// none where even these would touch.
  func barLabels(_ marks: ChartMarks, ruler: Canvas) -> PointLabels {
    let bars = marks.bars.filter { !$0.label.isEmpty }
    func texts(_ style: TextStyle, _ reading: PlacedText.Reading) -> [PlacedText] {
      bars.map { bar in
        let gap = bar.isNegative ? -3.0 : 3.0
        if isSideways {
          return ruler.placed(
            bar.label, style, x: bar.tip.x + gap, top: bar.tip.y - style.height / 2,
            alignment: bar.isNegative ? .right : .left)
        }
        switch reading {
        case .across:
          let top = bar.isNegative ? bar.tip.y + 3 : bar.tip.y - 3 - style.height
          return ruler.placed(bar.label, style, x: bar.tip.x, top: top, alignment: .center)
        case .upwards:
          return ruler.placedUpwards(
            bar.label, style, left: bar.tip.x - style.height / 2, y: bar.tip.y - gap,
            alignment: bar.isNegative ? .right : .left)
        }
      }
    }
    func isClear(_ texts: [PlacedText]) -> Bool {
      texts.indices.allSatisfy { i in !texts[..<i].contains { $0.box.overlaps(texts[i].box) } }
    }
    var style = TextStyle.pointLabel
    var placed = texts(style, .across)
    while !isClear(placed), style.size > 6.5 {
      style.size -= 0.5
      placed = texts(style, .across)
    }
    if !isClear(placed) { placed = texts(.pointLabel, .upwards) }
    return isClear(placed) ? PointLabels(texts: placed) : PointLabels()
  }
}
