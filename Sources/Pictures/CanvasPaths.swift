import CCairo

/// Paths: built piece by piece, then filled, stroked or clipped to.
extension Canvas {
  // MARK: Building

  /// Forgets the path built so far.
  public func newPath() { cairo_new_path(context) }

  /// Starts a new piece of the path at `point`.
  public func move(to point: Point) { cairo_move_to(context, point.x, point.y) }

  /// A straight line from where the path stands.
  public func line(to point: Point) { cairo_line_to(context, point.x, point.y) }

  /// A cubic Bézier curve from where the path stands.
  public func curve(to end: Point, control1: Point, control2: Point) {
    cairo_curve_to(context, control1.x, control1.y, control2.x, control2.y, end.x, end.y)
  }

  /// A straight line back to where this piece of the path began.
  public func close() { cairo_close_path(context) }

  /// An arc from one angle to another, in radians, growing clockwise on the screen from the x axis. A line
  /// leads to its start where the path stands already.
  public func arc(center: Point, radius: Double, from start: Double, to end: Double) {
    cairo_arc(context, center.x, center.y, radius, start, end)
  }

  /// A whole circle as a piece of its own.
  public func circle(center: Point, radius: Double) {
    cairo_new_sub_path(context)
    cairo_arc(context, center.x, center.y, radius, 0, 2 * .pi)
    cairo_close_path(context)
  }

  /// A whole ellipse as a piece of its own, its first radius turned by `rotation` radians from the x axis.
  public func ellipse(center: Point, radii: (x: Double, y: Double), rotation: Double = 0) {
    precondition(radii.x >= 0 && radii.y >= 0, "radii are not negative")
    guard radii.x > 0, radii.y > 0 else { return }
    // The transformation bends the path only; it is taken back before the path is stroked.
    cairo_new_sub_path(context)
    saved {
      translate(center.x, center.y)
      rotate(rotation)
      scale(radii.x, radii.y)
      cairo_arc(context, 0, 0, 1, 0, 2 * .pi)
    }
    cairo_close_path(context)
  }

  /// A rectangle with sides along the axes.
  public func rectangle(x: Double, y: Double, width: Double, height: Double) {
    cairo_rectangle(context, x, y, width, height)
  }

  /// A rectangle with sides along the axes.
  public func rectangle(_ rectangle: Rectangle) {
    cairo_rectangle(context, rectangle.x, rectangle.y, rectangle.width, rectangle.height)
  }

  /// A rectangle with corners rounded to quarter circles; the radius is at most half the shorter side.
  public func rectangle(_ rectangle: Rectangle, cornerRadius: Double) {
    let radius = max(0, min(cornerRadius, rectangle.width / 2, rectangle.height / 2))
    let (left, right) = (rectangle.x + radius, rectangle.maxX - radius)
    let (top, bottom) = (rectangle.y + radius, rectangle.maxY - radius)
    cairo_new_sub_path(context)
    arc(center: Point(right, top), radius: radius, from: -.pi / 2, to: 0)
    arc(center: Point(right, bottom), radius: radius, from: 0, to: .pi / 2)
    arc(center: Point(left, bottom), radius: radius, from: .pi / 2, to: .pi)
    arc(center: Point(left, top), radius: radius, from: .pi, to: 1.5 * .pi)
    close()
  }

  /// A closed polygon through the points; none for no points.
  public func polygon(_ points: [Point]) {
    polyline(points)
    if !points.isEmpty { close() }
  }

  /// An open line through the points.
  public func polyline(_ points: [Point]) {
    guard let first = points.first else { return }
    move(to: first)
    for point in points.dropFirst() { line(to: point) }
  }

  // MARK: Using

  /// Which parts of a path that crosses itself are inside.
  public enum FillRule: Sendable {
    /// Where the path winds around a point at all.
    case nonZero
    /// Where it winds around an odd number of times: inner pieces are holes.
    case evenOdd
  }

  /// What becomes of the path when it has been used.
  public enum PathUse: Sendable {
    /// It is over.
    case ends
    /// It stays, to be used once more.
    case stays
  }

  /// Paints the inside of the path.
  public func fill(_ paint: Paint, rule: FillRule = .nonZero, path: PathUse = .ends) {
    use(paint)
    cairo_set_fill_rule(context, rule == .evenOdd ? CAIRO_FILL_RULE_EVEN_ODD : CAIRO_FILL_RULE_WINDING)
    if path == .stays { cairo_fill_preserve(context) } else { cairo_fill(context) }
  }

  /// Paints the inside of the path with one colour.
  public func fill(_ color: Color, rule: FillRule = .nonZero, path: PathUse = .ends) {
    fill(.solid(color), rule: rule, path: path)
  }

  /// The end of a stroked line.
  public enum LineCap: Sendable {
    /// It ends at the point.
    case butt
    /// A half circle beyond the point.
    case round
    /// A half square beyond the point.
    case square
  }

  /// The corner of a stroked line.
  public enum LineJoin: Sendable {
    /// Sharp.
    case miter
    /// A circle.
    case round
    /// Cut off.
    case bevel
  }

  /// Paints along the path. `dash` gives the lengths of strokes and gaps in turn; empty is a whole line.
  public func stroke(
    _ paint: Paint, width: Double, cap: LineCap = .butt, join: LineJoin = .miter, dash: [Double] = [],
    path: PathUse = .ends
  ) {
    use(paint)
    cairo_set_line_width(context, width)
    switch cap {
    case .butt: cairo_set_line_cap(context, CAIRO_LINE_CAP_BUTT)
    case .round: cairo_set_line_cap(context, CAIRO_LINE_CAP_ROUND)
    case .square: cairo_set_line_cap(context, CAIRO_LINE_CAP_SQUARE)
    }
    switch join {
    case .miter: cairo_set_line_join(context, CAIRO_LINE_JOIN_MITER)
    case .round: cairo_set_line_join(context, CAIRO_LINE_JOIN_ROUND)
    case .bevel: cairo_set_line_join(context, CAIRO_LINE_JOIN_BEVEL)
    }
    cairo_set_dash(context, dash, Int32(dash.count), 0)
    if path == .stays { cairo_stroke_preserve(context) } else { cairo_stroke(context) }
  }

  /// Paints along the path with one colour.
  public func stroke(
    _ color: Color, width: Double, cap: LineCap = .butt, join: LineJoin = .miter, dash: [Double] = [],
    path: PathUse = .ends
  ) {
    stroke(.solid(color), width: width, cap: cap, join: join, dash: dash, path: path)
  }

  /// Confines what is drawn next to the inside of the path, until the end of `saved`.
  public func clip(rule: FillRule = .nonZero) {
    cairo_set_fill_rule(context, rule == .evenOdd ? CAIRO_FILL_RULE_EVEN_ODD : CAIRO_FILL_RULE_WINDING)
    cairo_clip(context)
  }

  /// Paints all of the canvas within the clip.
  public func paint(_ paint: Paint, alpha: Double = 1) {
    use(paint)
    if alpha < 1 { cairo_paint_with_alpha(context, alpha) } else { cairo_paint(context) }
  }
}
