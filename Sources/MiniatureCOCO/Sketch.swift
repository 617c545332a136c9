import Foundation
import Pictures

/// A drawing as a value: a list of filled and stroked paths, back to front, in units of about 100 x 100.
///
/// Recipes make sketches; a sketch knows its bounds, so it can be fitted to a size, and is then drawn into a
/// layer of its own.
struct Sketch: Sendable {
  enum Style: Sendable, Equatable {
    /// A textured surface with light from above and a darker edge: the parts that make the silhouette.
    case surface(Swatch)
    /// The same without an edge: what lies on a part.
    case inlay(Swatch)
    /// A flat colour: eyes, lines, lettering.
    case flat(Color)
  }

  struct Part: Sendable {
    var path: Path
    var style: Style
    /// Nil: the path is filled; else it is stroked this wide.
    var strokeWidth: Double?
    /// Even-odd filling, for parts with holes.
    var hasHoles = false

    var bounds: Bounds {
      strokeWidth.map { path.bounds.expanded(by: $0 / 2) } ?? path.bounds
    }
  }

  private(set) var parts: [Part] = []

  // MARK: Making

  /// A part with shading, texture and an edge.
  mutating func add(_ path: Path, _ swatch: Swatch) {
    parts.append(Part(path: path, style: .surface(swatch)))
  }

  /// A part that lies on another: texture, no edge.
  mutating func inlay(_ path: Path, _ swatch: Swatch) {
    parts.append(Part(path: path, style: .inlay(swatch)))
  }

  /// A flat patch of colour.
  mutating func fill(_ path: Path, _ color: Color) {
    parts.append(Part(path: path, style: .flat(color)))
  }

  /// A line of a flat colour, with round ends.
  mutating func stroke(_ path: Path, _ width: Double, _ color: Color) {
    parts.append(Part(path: path, style: .flat(color), strokeWidth: width))
  }

  /// A rod: a line with an edge, made of a swatch's colour.
  mutating func rod(_ path: Path, _ width: Double, _ swatch: Swatch) {
    parts.append(Part(path: path, style: .surface(swatch), strokeWidth: width))
  }

  /// A ring or another part with holes (even-odd).
  mutating func addPierced(_ path: Path, _ swatch: Swatch) {
    parts.append(Part(path: path, style: .surface(swatch), hasHoles: true))
  }

  /// Another sketch on top, its paths moved by `move` and its strokes scaled.
  mutating func add(_ other: Sketch, strokes: Double = 1, _ move: (Path) -> Path = { $0 }) {
    for var part in other.parts {
      part.path = move(part.path)
      part.strokeWidth = part.strokeWidth.map { $0 * strokes }
      parts.append(part)
    }
  }

  /// The sketch with every path changed.
  func mapped(_ move: (Path) -> Path) -> Sketch {
    var sketch = Sketch()
    sketch.add(self, move)
    return sketch
  }

  var bounds: Bounds { parts.reduce(into: .empty) { $0.formUnion($1.bounds) } }

  // MARK: Drawing

  /// Draws the sketch where `placement` puts it.
  ///
  /// - Parameter edges: the opacity of the lines around its parts.
  func draw(on canvas: Canvas, at placement: Placement, edges: Double = 0.9) {
    let scale = placement.meanScale
    let edge = min(max(0.8, 0.016 * scale * 100), 1.6)
    for part in parts {
      let path = part.path.mapped(placement.callAsFunction)
      let width = part.strokeWidth.map { $0 * scale }
      canvas.trace(path)
      switch part.style {
      case .flat(let color):
        canvas.finish(width, .solid(color), part.hasHoles)
      case .inlay(let swatch), .surface(let swatch):
        if let width {
          // A rod's edge is a wider, darker line beneath it.
          if case .surface = part.style, width > 1.2, edges > 0.05 {
            canvas.stroke(
              .solid(swatch.base.shaded(-0.5 * edges)), width: width + 0.8 * edge, cap: .round, join: .round)
            canvas.trace(path)
            canvas.finish(max(width - 0.6 * edge, 0.6), .solid(swatch.base), false)
          } else {
            canvas.finish(max(width, 0.7), .solid(swatch.base), false)
          }
          continue
        }
        canvas.finish(nil, Sketch.shading(swatch, path.bounds), part.hasHoles)
        drawMarks(of: swatch, in: part, path, scale, placement, on: canvas)
        // Parts of a few pixels have no room for an edge.
        if case .surface = part.style, edges > 0.05, max(path.bounds.width, path.bounds.height) > 4 {
          canvas.trace(path)
          let line = swatch.base.shaded(-0.5).withAlpha(edges)
          canvas.stroke(line, width: edge, join: .bevel)
        }
      }
    }
  }

  /// Light from above, shade below, and on smooth surfaces a highlight. Small parts are plain: Cairo draws
  /// gradients row by row, at a price.
  private static func shading(_ swatch: Swatch, _ bounds: Bounds) -> Paint {
    let extent = max(bounds.width, bounds.height)
    guard extent > (swatch.texture.gloss == nil ? 26 : 13) else { return .solid(swatch.base) }
    let base = swatch.base
    let stops: [GradientStop]
    if let gloss = swatch.texture.gloss {
      stops = [
        GradientStop(0, base.shaded(0.1)), GradientStop(0.18, base.mixed(with: .paper, gloss)),
        GradientStop(0.34, base.shaded(0.06)), GradientStop(0.6, base), GradientStop(1, base.shaded(-0.25)),
      ]
    } else {
      stops = [
        GradientStop(0, base.shaded(0.12)), GradientStop(0.45, base), GradientStop(1, base.shaded(-0.2)),
      ]
    }
    // The highlight runs along the part.
    if swatch.texture.gloss != nil && bounds.height > 1.3 * bounds.width {
      return .linear(
        from: Point(bounds.left, bounds.centre.y), to: Point(bounds.right, bounds.centre.y), stops: stops)
    }
    return .linear(
      from: Point(bounds.centre.x, bounds.top), to: Point(bounds.centre.x, bounds.bottom), stops: stops)
  }

  private func drawMarks(
    of swatch: Swatch, in part: Part, _ path: Path, _ scale: Double, _ placement: Placement,
    on canvas: Canvas
  ) {
    guard min(path.bounds.width, path.bounds.height) > 4,
      let marks = Marks(swatch, within: part.path.bounds, pixelsPerUnit: scale)
    else { return }
    canvas.saved {
      // Cairo's fast antialiasing lets strokes leak faintly through a curved clip.
      canvas.antialiasing = .on
      canvas.trace(path)
      canvas.clip(rule: part.hasHoles ? .evenOdd : .nonZero)
      canvas.trace(marks.path.mapped(placement.callAsFunction))
      if let width = marks.strokeWidth {
        canvas.stroke(marks.color, width: max(width * scale, 0.6))
      } else {
        canvas.fill(marks.color)
      }
    }
  }
}

/// Where a sketch is drawn: scaled, mirrored, turned about its middle, and moved.
struct Placement: Sendable, Equatable {
  /// The sketch's point that comes to lie at `target`.
  var origin: Point
  var target: Point
  /// Pixels a unit, across (negative: mirrored) and down.
  var scaleX: Double
  var scaleY: Double
  /// Radians, clockwise.
  var turn: Double

  private let cosine: Double
  private let sine: Double

  init(origin: Point, target: Point, scaleX: Double, scaleY: Double, turn: Double = 0) {
    (self.origin, self.target) = (origin, target)
    (self.scaleX, self.scaleY, self.turn) = (scaleX, scaleY, turn)
    (cosine, sine) = (cos(turn), sin(turn))
  }

  /// The same, elsewhere.
  func moved(to target: Point) -> Placement {
    var moved = self
    moved.target = target
    return moved
  }

  var meanScale: Double { (abs(scaleX) * scaleY).squareRoot() }

  func callAsFunction(_ p: Point) -> Point {
    let (x, y) = ((p.x - origin.x) * scaleX, (p.y - origin.y) * scaleY)
    return Point(x: target.x + cosine * x - sine * y, y: target.y + sine * x + cosine * y)
  }

  /// The bounds, in pixels, of what a sketch draws here, with its edges.
  func bounds(of sketch: Sketch) -> Bounds {
    sketch.parts.reduce(into: .empty) { bounds, part in
      let margin = (part.strokeWidth ?? 0) / 2 * max(abs(scaleX), scaleY) + 1.5
      bounds.formUnion(part.path.mapped(callAsFunction).bounds.expanded(by: margin))
    }
  }
}

extension Canvas {
  /// Makes a path the current one.
  func trace(_ path: Path) {
    newPath()
    for step in path.steps {
      switch step {
      case .move(let p): move(to: p)
      case .line(let p): line(to: p)
      case .curve(let a, let b, let c): curve(to: c, control1: a, control2: b)
      case .close: close()
      }
    }
  }

  /// Fills the current path, or strokes it where a width is given.
  fileprivate func finish(_ width: Double?, _ paint: Paint, _ hasHoles: Bool) {
    if let width {
      stroke(paint, width: width, cap: .round, join: .round)
    } else {
      fill(paint, rule: hasHoles ? .evenOdd : .nonZero)
    }
  }
}
