import Pictures

/// Boxes and arrows: the parts that a picture of an architecture is made of.
struct FlowDrawing {
  let canvas: Canvas
  let ink = Color(gray: 0.15)
  /// The colour of gradients, and of nothing else.
  let gradient = Color(hex: 0xD9480F)

  /// A labelled box; the first line is bold.
  func box(
    _ lines: [String], center: Point, width: Double, height: Double, fill: Color, size: Double = 11
  ) {
    canvas.rectangle(
      Rectangle(x: center.x - width / 2, y: center.y - height / 2, width: width, height: height),
      cornerRadius: 5)
    canvas.fill(fill, path: .stays)
    canvas.stroke(ink, width: 1)
    text(lines, at: center, size: size)
  }

  /// Lines of text about a point.
  func text(_ lines: [String], at center: Point, size: Double, color: Color? = nil) {
    let leading = size * 1.3
    let top = center.y - leading * Double(lines.count - 1) / 2
    for (number, line) in lines.enumerated() {
      canvas.text(
        line, at: Point(center.x, top + leading * Double(number)), size: number == 0 ? size : size - 1.5,
        weight: number == 0 ? .bold : .regular, alignment: .center, anchor: .middle, color: color ?? ink)
    }
  }

  /// What flows forwards.
  func forward(_ points: Point...) { arrow(points, color: ink, width: 1.4, dash: []) }

  /// A gradient, flowing back.
  func backward(_ points: Point...) { arrow(points, color: gradient, width: 1.6, dash: [5, 3]) }

  private func arrow(_ points: [Point], color: Color, width: Double, dash: [Double]) {
    let (last, before) = (points[points.count - 1], points[points.count - 2])
    let (dx, dy) = (last.x - before.x, last.y - before.y)
    let length = (dx * dx + dy * dy).squareRoot()
    let (ux, uy) = (dx / length, dy / length)
    let head = 7.0
    let neck = Point(last.x - head * 0.8 * ux, last.y - head * 0.8 * uy)
    canvas.polyline(points.dropLast() + [neck])
    canvas.stroke(color, width: width, dash: dash)
    canvas.polygon([
      last, Point(last.x - head * ux - head * 0.45 * uy, last.y - head * uy + head * 0.45 * ux),
      Point(last.x - head * ux + head * 0.45 * uy, last.y - head * uy - head * 0.45 * ux),
    ])
    canvas.fill(color)
  }

  /// The cut that a gradient arriving from below does not pass: two bars across its way.
  func cut(at point: Point, halfWidth: Double) {
    for offset in [0.0, 4.0] {
      canvas.move(to: Point(point.x - halfWidth, point.y - offset))
      canvas.line(to: Point(point.x + halfWidth, point.y - offset))
      canvas.stroke(gradient, width: 2.4)
    }
  }
}
