import Foundation
import Pictures

/// A thing in space, put together from boxes, cushions, rods, drums and panels, and drawn as it is seen from
/// one viewpoint: its pieces in layers, and within a layer the far ones first.
struct Solid: Sendable {
  let view: Viewpoint
  private var pieces: [Piece] = []

  private struct Piece {
    var layer: Int
    var depth: Double
    var sketch: Sketch
  }

  init(seen view: Viewpoint) { self.view = view }

  /// A point in space: x, up, front.
  typealias XYZ = (Double, Double, Double)

  // MARK: Pieces

  /// A box with flat faces.
  mutating func box(
    _ x: ClosedRange<Double>, _ up: ClosedRange<Double>, _ front: ClosedRange<Double>, _ swatch: Swatch,
    layer: Int = 0
  ) {
    var sketch = Sketch()
    for face in faces(x, up, front) { sketch.add(outline(face.corners), swatch.shaded(face.light)) }
    place(sketch, x.middle, up.middle, front.middle, layer)
  }

  /// A box with rounded corners, stuffed or moulded: one outline, its upper and its turned-away side set off.
  mutating func cushion(
    _ x: ClosedRange<Double>, _ up: ClosedRange<Double>, _ front: ClosedRange<Double>, _ swatch: Swatch,
    round: Double = 5, layer: Int = 0
  ) {
    var sketch = Sketch()
    var corners: [Point] = []
    for x in [x.lowerBound, x.upperBound] {
      for up in [up.lowerBound, up.upperBound] {
        for front in [front.lowerBound, front.upperBound] { corners.append(view(x, up, front)) }
      }
    }
    sketch.add(.rounded(Path.hull(corners), by: round), swatch)
    for face in faces(x, up, front) where abs(face.light) > 0.06 {
      let corners = face.corners.map { view($0.0, $0.1, $0.2) }
      sketch.inlay(.rounded(corners, by: round), swatch.shaded(face.light))
    }
    place(sketch, x.middle, up.middle, front.middle, layer)
  }

  /// A straight rod between two points.
  mutating func rod(_ a: XYZ, _ b: XYZ, _ width: Double, _ swatch: Swatch, layer: Int = 0) {
    rod([a, b], width, swatch, layer: layer)
  }

  /// A bent rod.
  mutating func rod(_ points: [XYZ], _ width: Double, _ swatch: Swatch, layer: Int = 0, smooth: Bool = false)
  {
    var sketch = Sketch()
    let seen = points.map { view($0.0, $0.1, $0.2) }.map { ($0.x, $0.y) }
    let middle = centre(of: points)
    let scale = view.magnification(middle.0, middle.1, middle.2)
    sketch.rod(smooth ? .curve(seen) : .polyline(seen), width * scale, swatch.plain)
    place(sketch, middle.0, middle.1, middle.2, layer)
  }

  /// An upright drum, its foot and its top of different widths where wanted.
  mutating func drum(
    x: Double = 0, front: Double = 0, up: ClosedRange<Double>, top: Double, foot: Double? = nil,
    _ swatch: Swatch, layer: Int = 0
  ) {
    var sketch = Sketch()
    let (low, high) = (view(x, up.lowerBound, front), view(x, up.upperBound, front))
    let (below, above) = (
      (foot ?? top) * view.magnification(x, up.lowerBound, front),
      top * view.magnification(x, up.upperBound, front)
    )
    let flat = sin(view.tilt)
    var wall = Path.arc(low.x, low.y, below, below * flat, from: 0, to: .pi)
    wall.steps += Path.arc(high.x, high.y, above, above * flat, from: .pi, to: 2 * .pi).steps.joined
    wall.steps.append(.close)
    sketch.add(wall, swatch.shaded(-0.12))
    sketch.add(.ellipse(high.x, high.y, above, max(above * flat, 0.4)), swatch.shaded(0.06))
    place(sketch, x, up.middle, front, layer)
  }

  /// A flat round thing that lies at some height.
  mutating func disc(
    x: Double, up: Double, front: Double, _ radius: Double, _ swatch: Swatch, layer: Int = 0
  ) {
    var sketch = Sketch()
    let (p, r) = (view(x, up, front), radius * view.magnification(x, up, front))
    sketch.add(.ellipse(p.x, p.y, r, max(r * sin(view.tilt), 0.6)), swatch)
    place(sketch, x, up, front, layer)
  }

  /// A flat piece with corners anywhere in space.
  mutating func panel(_ corners: [XYZ], _ swatch: Swatch, layer: Int = 0, round: Double = 0) {
    var sketch = Sketch()
    let seen = corners.map { view($0.0, $0.1, $0.2) }
    sketch.add(.rounded(seen, by: round), swatch)
    let middle = centre(of: corners)
    place(sketch, middle.0, middle.1, middle.2, layer)
  }

  /// The smooth body that spans some points: bowls, sacks, shells.
  mutating func body(_ points: [XYZ], _ swatch: Swatch, layer: Int = 0, round: Double = 4) {
    var sketch = Sketch()
    sketch.add(.rounded(Path.hull(points.map { view($0.0, $0.1, $0.2) }), by: round), swatch)
    let middle = centre(of: points)
    place(sketch, middle.0, middle.1, middle.2, layer)
  }

  /// The points of a level ellipse.
  static func ring(_ rx: Double, _ rz: Double, x: Double = 0, up: Double, front: Double = 0) -> [XYZ] {
    (0..<10).map { i in
      let a = Double(i) * .pi / 5
      return (x + rx * cos(a), up, front + rz * sin(a))
    }
  }

  /// A drawing of one's own, standing at a point.
  mutating func place(
    _ sketch: Sketch, _ x: Double, _ up: Double, _ front: Double, _ layer: Int = 0
  ) {
    pieces.append(Piece(layer: layer, depth: view.depth(x, up, front), sketch: sketch))
  }

  // MARK: Drawing

  func draw(on sketch: inout Sketch) {
    for piece in pieces.sorted(by: { ($0.layer, $0.depth) < ($1.layer, $1.depth) }) {
      sketch.add(piece.sketch)
    }
  }

  // MARK: Geometry

  private typealias Face = (corners: [XYZ], light: Double)

  /// The faces of a box that are seen, and how much brighter than its colour each is.
  private func faces(
    _ x: ClosedRange<Double>, _ up: ClosedRange<Double>, _ front: ClosedRange<Double>
  ) -> [Face] {
    let (l, r, b, t) = (x.lowerBound, x.upperBound, up.lowerBound, up.upperBound)
    let (n, f) = (front.upperBound, front.lowerBound)
    let all: [(normal: XYZ, corners: [XYZ])] = [
      ((1, 0, 0), [(r, b, n), (r, b, f), (r, t, f), (r, t, n)]),
      ((-1, 0, 0), [(l, b, n), (l, b, f), (l, t, f), (l, t, n)]),
      ((0, 0, 1), [(l, b, n), (r, b, n), (r, t, n), (l, t, n)]),
      ((0, 0, -1), [(l, b, f), (r, b, f), (r, t, f), (l, t, f)]),
      ((0, 1, 0), [(l, t, n), (r, t, n), (r, t, f), (l, t, f)]),
    ]
    return all.filter { view.depth($0.normal.0, $0.normal.1, $0.normal.2) > 0.03 }.map { face in
      let across = face.normal.0 * cos(view.turn) + face.normal.2 * sin(view.turn)
      return (face.corners, face.normal.1 > 0 ? 0.1 : -0.09 - 0.13 * across)
    }
  }

  private func outline(_ corners: [XYZ]) -> Path {
    .polygon(corners.map { view($0.0, $0.1, $0.2) }.map { ($0.x, $0.y) })
  }

  private func centre(of points: [XYZ]) -> XYZ {
    let n = Double(points.count)
    return (
      points.reduce(0) { $0 + $1.0 } / n, points.reduce(0) { $0 + $1.1 } / n,
      points.reduce(0) { $0 + $1.2 } / n
    )
  }
}

extension Path {
  /// The convex hull of points (Andrew's monotone chain).
  static func hull(_ points: [Point]) -> [Point] {
    let sorted = points.sorted { ($0.x, $0.y) < ($1.x, $1.y) }
    func chain(_ points: [Point]) -> [Point] {
      var chain: [Point] = []
      for p in points {
        while chain.count > 1 {
          let (a, b) = (chain[chain.count - 2], chain[chain.count - 1])
          if (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x) > 0 { break }
          chain.removeLast()
        }
        chain.append(p)
      }
      return Array(chain.dropLast())
    }
    return chain(sorted) + chain(sorted.reversed())
  }

  /// A polygon with its corners rounded, by less where an edge is short.
  static func rounded(_ corners: [Point], by radius: Double) -> Path {
    let n = corners.count
    guard radius > 0, n > 2 else { return .polygon(corners.map { ($0.x, $0.y) }) }
    var path = Path()
    for (i, corner) in corners.enumerated() {
      let (before, after) = (corners[(i + n - 1) % n], corners[(i + 1) % n])
      func towards(_ p: Point, _ reach: Double) -> Point {
        let length = max(hypot(p.x - corner.x, p.y - corner.y), 1e-9)
        let share = min(radius, length * 0.46) * reach / length
        return Point(x: corner.x + (p.x - corner.x) * share, y: corner.y + (p.y - corner.y) * share)
      }
      path.steps.append(i == 0 ? .move(towards(before, 1)) : .line(towards(before, 1)))
      path.steps.append(.curve(towards(before, 0.45), towards(after, 0.45), towards(after, 1)))
    }
    path.steps.append(.close)
    return path
  }
}

extension [Path.Step] {
  /// The steps of a curve that goes on from where another ends.
  fileprivate var joined: [Path.Step] {
    map { step in if case .move(let p) = step { .line(p) } else { step } }
  }
}

extension ClosedRange<Double> {
  fileprivate var middle: Double { (lowerBound + upperBound) / 2 }
}
