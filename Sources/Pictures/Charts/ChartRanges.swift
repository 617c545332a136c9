/// What part of each axis a chart shows.
extension Chart {
  /// The values shown along x or y: what the data need, out to round values where points could lie on the edge.
  /// - Parameter length: the length of the axis on the page in points.
  func range(_ direction: Direction, length: Double, tickCount: Int) -> ClosedRange<Double> {
    let axis = direction == .x ? xAxis : yAxis
    if let names = axis.names { return -0.5...max(0.5, Double(names.count) - 0.5) }
    if let range = axis.range {
      precondition(range.lowerBound < range.upperBound, "an axis has some length")
      precondition(axis.kind != .logarithmic || range.lowerBound > 0, "a logarithmic axis starts above 0")
      return range
    }

    // The extent of all values, with their uncertainties; bars start at 0.
    let isValue = (direction == .x) == isSideways
    var values: [Double] = []
    var hasLabels = false
    for series in series {
      if series.kind == .level && !isValue { continue }
      for point in series.points {
        values.append(direction == .x ? point.x : point.y)
        if isValue, let range = point.uncertainty { values += [range.lowerBound, range.upperBound] }
        if series.kind == .bars && !point.label.isEmpty { hasLabels = true }
      }
      if isValue && series.kind == .bars { values.append(0) }
    }
    values = values.filter(axis.canShow)
    guard var low = values.min(), var high = values.max() else {
      return axis.kind == .logarithmic ? 1...10 : 0...1
    }
    if axis.kind == .logarithmic {
      return low < high ? low / 1.1...high * 1.1 : low / 2...high * 2
    }
    if low == high {
      let margin = low == 0 ? 1 : abs(low) * 0.1
      (low, high) = (low - margin, high + margin)
    }

    // Lines may run from side to side; points and bars keep off the edges, and so do values written over bars.
    let kinds = Set(series.map(\.kind))
    if direction == .x && !isSideways {
      if kinds.isDisjoint(with: [.points, .bars]) { return low...high }
      let margin = 0.05 * (high - low)
      return (low >= 0 ? max(0, low - margin) : low - margin)...(high + margin)
    }
    if isValue && hasLabels {
      let room = min(0.4, (isSideways ? 34 : 15) / length) * (high - low)
      if low < 0 { low -= room }
      if high > 0 { high += room }
    }
    if isValue && !kinds.isDisjoint(with: [.points, .level]) {
      let margin = 0.03 * (high - low)
      if low != 0 { low = low > 0 ? max(0, low - margin) : low - margin }
      if high != 0 { high += margin }
    }
    let step = Ticks.niceStep((high - low) / Double(tickCount))
    return (low / step + 1e-9).rounded(.down) * step...(high / step - 1e-9).rounded(.up) * step
  }

  /// One of the two axes.
  enum Direction: Sendable {
    case x
    case y
  }

  /// The round values shown on an axis, or its names.
  func ticks(_ direction: Direction, in range: ClosedRange<Double>, about count: Int) -> Ticks {
    switch (direction == .x ? xAxis : yAxis).kind {
    case .linear: .linear(range, about: count)
    case .logarithmic: .logarithmic(range, about: count)
    case .categories(let names): Ticks(values: names.indices.map(Double.init), labels: names)
    }
  }
}
