/// Drawing of a chart that is laid out: ground, data, frame, words.
extension Chart {
  func drawMarks(of layout: ChartLayout, on canvas: Canvas) {
    drawGrid(layout, on: canvas)
    canvas.saved {
      canvas.rectangle(layout.plot)
      canvas.clip()
      for band in layout.marks.bands {
        canvas.polygon(band.upper + band.lower.reversed())
        canvas.fill(style(of: band.series).color.withAlpha(0.16))
      }
      for bar in layout.marks.bars { draw(bar.box, style: style(of: bar.series), on: canvas) }
      for line in layout.marks.lines {
        let style = style(of: line.series)
        canvas.polyline(line.points)
        canvas.stroke(style.color, width: style.width, join: .round, dash: style.dash)
      }
      for whisker in layout.marks.whiskers { draw(whisker, on: canvas) }
    }
    drawAxes(layout, on: canvas)
    for leader in layout.labels.leaders {
      canvas.polyline([leader.from, leader.to])
      canvas.stroke(Color(gray: 0.45), width: 0.5)
    }
    for marker in layout.marks.markers {
      let style = style(of: marker.series)
      guard let shape = style.marker ?? (series[marker.series].kind == .points ? .circle : nil) else {
        continue
      }
      canvas.marker(
        shape, at: marker.center, radius: marker.radius, color: style.color, isOpen: style.isOpen)
    }
    if let legend = layout.legend { draw(legend, in: layout, on: canvas) }
    for text in layout.labels.texts {
      canvas.rectangle(text.box)
      canvas.fill(Color(gray: 1, alpha: 0.7))
    }
    for text in layout.allTexts { text.draw(on: canvas) }
  }

  private func drawGrid(_ layout: ChartLayout, on canvas: Canvas) {
    let plot = layout.plot
    if xAxis.names == nil {
      for value in layout.x.ticks.values {
        canvas.polyline([Point(layout.x(value), plot.y), Point(layout.x(value), plot.maxY)])
      }
    }
    if yAxis.names == nil {
      for value in layout.y.ticks.values {
        canvas.polyline([Point(plot.x, layout.y(value)), Point(plot.maxX, layout.y(value))])
      }
    }
    canvas.stroke(Color(gray: 0.9), width: 0.7)
  }

  /// The axes' lines, with strokes at round values; along bars the line of 0.
  private func drawAxes(_ layout: ChartLayout, on canvas: Canvas) {
    let plot = layout.plot
    let axis = Color(gray: 0.35)
    canvas.polyline([Point(plot.x, plot.y), Point(plot.x, plot.maxY), Point(plot.maxX, plot.maxY)])
    if xAxis.names == nil {
      for value in layout.x.ticks.values {
        canvas.polyline([Point(layout.x(value), plot.maxY), Point(layout.x(value), plot.maxY + 3)])
      }
    }
    if yAxis.names == nil {
      for value in layout.y.ticks.values {
        canvas.polyline([Point(plot.x - 3, layout.y(value)), Point(plot.x, layout.y(value))])
      }
    }
    canvas.stroke(axis, width: 0.8)
    let values = isSideways ? layout.x : layout.y
    if !layout.marks.bars.isEmpty, values.range.lowerBound < 0, values.range.upperBound > 0 {
      let zero = values(0)
      canvas.polyline(
        isSideways
          ? [Point(zero, plot.y), Point(zero, plot.maxY)] : [Point(plot.x, zero), Point(plot.maxX, zero)])
      canvas.stroke(axis, width: 0.8)
    }
  }

  private func draw(_ bar: Rectangle, style: SeriesStyle, on canvas: Canvas) {
    canvas.saved {
      canvas.rectangle(bar)
      canvas.fill(style.color.mixed(with: .white, 0.12), path: .stays)
      canvas.clip()
      canvas.hatch(style.hatch, in: bar)
    }
    canvas.rectangle(bar)
    canvas.stroke(style.color.mixed(with: .black, 0.35), width: 0.6)
  }

  private func draw(_ whisker: ChartMarks.Segment, on canvas: Canvas) {
    let color =
      series[whisker.series].kind == .bars ? Color(gray: 0.15) : style(of: whisker.series).color
    let cap = isSideways ? Point(0, 2.5) : Point(2.5, 0)
    for end in [whisker.from, whisker.to] { canvas.polyline([end - cap, end + cap]) }
    canvas.polyline([whisker.from, whisker.to])
    canvas.stroke(color, width: 1)
  }

  private func draw(_ legend: PlacedLegend, in layout: ChartLayout, on canvas: Canvas) {
    if layout.plot.contains(legend.box) {
      canvas.rectangle(legend.box, cornerRadius: 2.5)
      canvas.fill(Color(gray: 1, alpha: 0.92), path: .stays)
      canvas.stroke(Color(gray: 0.82), width: 0.6)
    }
    for entry in legend.entries {
      let style = style(of: entry.series)
      let (swatch, middle) = (entry.swatch, entry.swatch.center)
      switch series[entry.series].kind {
      case .bars:
        draw(swatch.inset(by: 3, 1), style: style, on: canvas)
      case .points:
        canvas.marker(
          style.marker ?? .circle, at: middle, radius: 3.4 * style.markerSize, color: style.color,
          isOpen: style.isOpen)
      case .line, .level:
        if series[entry.series].points.contains(where: { $0.uncertainty != nil }) {
          canvas.rectangle(swatch)
          canvas.fill(style.color.withAlpha(0.16))
        }
        canvas.polyline([Point(swatch.x, middle.y), Point(swatch.maxX, middle.y)])
        canvas.stroke(style.color, width: style.width, dash: style.dash)
        if let shape = style.marker, series[entry.series].kind == .line {
          canvas.marker(shape, at: middle, radius: 2.9, color: style.color)
        }
      }
    }
  }
}

extension Canvas {
  /// A marker of about the same area whatever its shape, with a thin white border that parts it from others. An open one
  /// has a white ground.
  func marker(_ shape: MarkerShape, at center: Point, radius: Double, color: Color, isOpen: Bool = false) {
    func corners(_ points: [(Double, Double)]) -> [Point] {
      points.map { center + radius * Point($0.0, $0.1) }
    }
    switch shape {
    case .circle: circle(center: center, radius: radius)
    case .square: polygon(corners([(-0.88, -0.88), (0.88, -0.88), (0.88, 0.88), (-0.88, 0.88)]))
    case .triangle: polygon(corners([(0, -1.2), (1.1, 0.8), (-1.1, 0.8)]))
    case .triangleDown: polygon(corners([(0, 1.2), (-1.1, -0.8), (1.1, -0.8)]))
    case .diamond: polygon(corners([(0, -1.25), (1.05, 0), (0, 1.25), (-1.05, 0)]))
    case .cross, .plus:
      let reach = shape == .cross ? 0.85 : 1.15
      let strokes = shape == .cross ? [(1.0, 1.0), (1.0, -1.0)] : [(1.0, 0.0), (0.0, 1.0)]
      for (x, y) in strokes { polyline(corners([(-reach * x, -reach * y), (reach * x, reach * y)])) }
      stroke(.white, width: 0.62 * radius + 1.4, path: .stays)
      stroke(color, width: 0.62 * radius)
      return
    }
    stroke(.white, width: isOpen ? 3.2 : 1.4, path: .stays)
    fill(isOpen ? .white : color, path: isOpen ? .stays : .ends)
    if isOpen { stroke(color, width: 1.8) }
  }

  /// White strokes over the box.
  func hatch(_ hatch: Hatch, in box: Rectangle) {
    let gap = 5.0
    let reach = box.width + box.height
    func strokes(_ direction: Double) {
      for offset in stride(from: -box.height, through: reach, by: gap) {
        let x = direction > 0 ? box.x + offset : box.maxX - offset
        polyline([Point(x, box.maxY), Point(x + direction * box.height, box.y)])
      }
    }
    switch hatch {
    case .none: return
    case .rising: strokes(1)
    case .falling: strokes(-1)
    case .crossed:
      strokes(1)
      strokes(-1)
    case .level:
      for y in stride(from: box.maxY - gap / 2, through: box.y, by: -gap) {
        polyline([Point(box.x, y), Point(box.maxX, y)])
      }
    }
    stroke(Color(gray: 1, alpha: 0.75), width: 1)
  }
}
