import Foundation
import Pictures

/// A curve in the plane, as lines and cubic Bézier pieces: what every part of a drawing is made of.
///
/// Drawings are laid out in a box of about 100 x 100 units, y downwards, and scaled when they are placed.
struct Path: Sendable, Equatable {
  enum Step: Sendable, Equatable {
    case move(Point)
    case line(Point)
    case curve(Point, Point, Point)
    case close
  }

  var steps: [Step] = []

  /// A pair of coordinates, as the drawings write them.
  typealias XY = (Double, Double)

  // MARK: Round things

  /// An ellipse, `turn` radians clockwise.
  static func ellipse(_ x: Double, _ y: Double, _ rx: Double, _ ry: Double, turn: Double = 0) -> Path {
    let k = 0.5523
    var path = Path()
    path.steps = [
      .move(Point(x: x + rx, y: y)),
      .curve(Point(x: x + rx, y: y + k * ry), Point(x: x + k * rx, y: y + ry), Point(x: x, y: y + ry)),
      .curve(Point(x: x - k * rx, y: y + ry), Point(x: x - rx, y: y + k * ry), Point(x: x - rx, y: y)),
      .curve(Point(x: x - rx, y: y - k * ry), Point(x: x - k * rx, y: y - ry), Point(x: x, y: y - ry)),
      .curve(Point(x: x + k * rx, y: y - ry), Point(x: x + rx, y: y - k * ry), Point(x: x + rx, y: y)),
      .close,
    ]
    return turn == 0 ? path : path.turned(turn, about: (x, y))
  }

  static func circle(_ x: Double, _ y: Double, _ radius: Double) -> Path { .ellipse(x, y, radius, radius) }

  /// An arc of an ellipse, from one angle to another (radians, clockwise from the right), as an open curve.
  static func arc(
    _ x: Double, _ y: Double, _ rx: Double, _ ry: Double, from start: Double, to end: Double
  ) -> Path {
    let pieces = max(1, Int((abs(end - start) / 1.6).rounded(.up)))
    let step = (end - start) / Double(pieces)
    let k = 4 / 3 * tan(step / 4)
    var path = Path()
    path.steps.append(.move(Point(x: x + rx * cos(start), y: y + ry * sin(start))))
    for i in 0..<pieces {
      let a = start + Double(i) * step
      let b = a + step
      path.steps.append(
        .curve(
          Point(x: x + rx * (cos(a) - k * sin(a)), y: y + ry * (sin(a) + k * cos(a))),
          Point(x: x + rx * (cos(b) + k * sin(b)), y: y + ry * (sin(b) - k * cos(b))),
          Point(x: x + rx * cos(b), y: y + ry * sin(b))))
    }
    return path
  }

  // MARK: Straight things

  /// A rectangle with rounded corners.
  static func box(_ x: Double, _ y: Double, _ width: Double, _ height: Double, round: Double = 0) -> Path {
    let r = min(round, width / 2, height / 2)
    let (right, bottom) = (x + width, y + height)
    guard r > 0 else { return .polygon([(x, y), (right, y), (right, bottom), (x, bottom)]) }
    let k = r * 0.4477
    var path = Path()
    path.steps = [
      .move(Point(x: x + r, y: y)), .line(Point(x: right - r, y: y)),
      .curve(Point(x: right - k, y: y), Point(x: right, y: y + k), Point(x: right, y: y + r)),
      .line(Point(x: right, y: bottom - r)),
      .curve(
        Point(x: right, y: bottom - k), Point(x: right - k, y: bottom), Point(x: right - r, y: bottom)),
      .line(Point(x: x + r, y: bottom)),
      .curve(Point(x: x + k, y: bottom), Point(x: x, y: bottom - k), Point(x: x, y: bottom - r)),
      .line(Point(x: x, y: y + r)),
      .curve(Point(x: x, y: y + k), Point(x: x + k, y: y), Point(x: x + r, y: y)),
      .close,
    ]
    return path
  }

  static func polygon(_ corners: [XY]) -> Path {
    var path = Path.polyline(corners)
    path.steps.append(.close)
    return path
  }

  /// A regular polygon with its first corner at `turn` radians.
  static func regular(_ sides: Int, _ x: Double, _ y: Double, _ radius: Double, turn: Double) -> Path {
    .polygon(
      (0..<sides).map { i in
        let angle = turn + 2 * .pi * Double(i) / Double(sides)
        return (x + radius * cos(angle), y + radius * sin(angle))
      })
  }

  static func polyline(_ points: [XY]) -> Path {
    var path = Path()
    for (i, (x, y)) in points.enumerated() {
      path.steps.append(i == 0 ? .move(Point(x: x, y: y)) : .line(Point(x: x, y: y)))
    }
    return path
  }

  static func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) -> Path {
    .polyline([(x1, y1), (x2, y2)])
  }

  // MARK: Smooth things

  /// A smooth closed curve through the points (Catmull-Rom).
  static func blob(_ points: [XY]) -> Path {
    let n = points.count
    var path = Path()
    path.steps.append(.move(Point(x: points[0].0, y: points[0].1)))
    for i in 0..<n {
      path.steps.append(
        between(points[(i + n - 1) % n], points[i], points[(i + 1) % n], points[(i + 2) % n]))
    }
    path.steps.append(.close)
    return path
  }

  /// A smooth open curve through the points.
  static func curve(_ points: [XY]) -> Path {
    let n = points.count
    var path = Path()
    path.steps.append(.move(Point(x: points[0].0, y: points[0].1)))
    for i in 0..<(n - 1) {
      path.steps.append(
        between(points[max(i - 1, 0)], points[i], points[i + 1], points[min(i + 2, n - 1)]))
    }
    return path
  }

  private static func between(_ a: XY, _ b: XY, _ c: XY, _ d: XY) -> Step {
    .curve(
      Point(x: b.0 + (c.0 - a.0) / 6, y: b.1 + (c.1 - a.1) / 6),
      Point(x: c.0 - (d.0 - b.0) / 6, y: c.1 - (d.1 - b.1) / 6),
      Point(x: c.0, y: c.1))
  }

  /// A smooth limb along a spine, with a full width at each of its points: legs, necks, tails, horns.
  static func limb(_ spine: [XY], _ widths: [Double]) -> Path {
    precondition(spine.count == widths.count && spine.count > 1, "a limb has a width at each point")
    var left: [XY] = []
    var right: [XY] = []
    for i in spine.indices {
      let a = spine[max(i - 1, 0)]
      let b = spine[min(i + 1, spine.count - 1)]
      let length = max(hypot(b.0 - a.0, b.1 - a.1), 1e-9)
      let normal = (-(b.1 - a.1) / length * widths[i] / 2, (b.0 - a.0) / length * widths[i] / 2)
      left.append((spine[i].0 + normal.0, spine[i].1 + normal.1))
      right.append((spine[i].0 - normal.0, spine[i].1 - normal.1))
    }
    return .blob(left + right.reversed())
  }

  /// A shape symmetrical about the vertical line at `x`, given by its right-hand profile from top to bottom
  /// as (half width, y): bottles, vases, pears.
  static func turned(at x: Double, profile: [XY], corners: Corners = .smooth) -> Path {
    let outline =
      profile.map { (x + $0.0, $0.1) } + profile.reversed().map { (x - $0.0, $0.1) }
    return corners == .smooth ? .blob(outline) : .polygon(outline)
  }

  enum Corners: Sendable { case smooth, sharp }

  // MARK: Moving

  func mapped(_ move: (Point) -> Point) -> Path {
    var path = Path()
    path.steps = steps.map { step in
      switch step {
      case .move(let p): .move(move(p))
      case .line(let p): .line(move(p))
      case .curve(let a, let b, let c): .curve(move(a), move(b), move(c))
      case .close: .close
      }
    }
    return path
  }

  func moved(_ dx: Double, _ dy: Double) -> Path { mapped { Point(x: $0.x + dx, y: $0.y + dy) } }

  func turned(_ angle: Double, about centre: XY) -> Path {
    let (c, s) = (cos(angle), sin(angle))
    return mapped { p in
      let (x, y) = (p.x - centre.0, p.y - centre.1)
      return Point(x: centre.0 + c * x - s * y, y: centre.1 + s * x + c * y)
    }
  }

  /// Mirrored at the vertical line through `x`.
  func mirrored(at x: Double) -> Path { mapped { Point(x: 2 * x - $0.x, y: $0.y) } }

  /// Several curves as one (holes, by the even-odd rule).
  static func + (a: Path, b: Path) -> Path {
    var path = a
    path.steps += b.steps
    return path
  }

  // MARK: Measuring

  /// The box of all end and control points, which contains the curve.
  var bounds: Bounds {
    var bounds = Bounds.empty
    for step in steps {
      switch step {
      case .move(let p), .line(let p): bounds.include(p)
      case .curve(let a, let b, let c):
        bounds.include(a)
        bounds.include(b)
        bounds.include(c)
      case .close: break
      }
    }
    return bounds
  }
}

/// An upright rectangle that grows around points.
struct Bounds: Sendable, Equatable {
  var left: Double
  var top: Double
  var right: Double
  var bottom: Double

  static let empty = Bounds(left: .infinity, top: .infinity, right: -.infinity, bottom: -.infinity)

  var width: Double { right - left }
  var height: Double { bottom - top }
  var centre: Point { Point(x: (left + right) / 2, y: (top + bottom) / 2) }

  mutating func include(_ p: Point) {
    left = min(left, p.x)
    top = min(top, p.y)
    right = max(right, p.x)
    bottom = max(bottom, p.y)
  }

  mutating func formUnion(_ other: Bounds) {
    left = min(left, other.left)
    top = min(top, other.top)
    right = max(right, other.right)
    bottom = max(bottom, other.bottom)
  }

  func expanded(by margin: Double) -> Bounds {
    Bounds(left: left - margin, top: top - margin, right: right + margin, bottom: bottom + margin)
  }
}
