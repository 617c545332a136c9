import Foundation
import Pictures
import Tensors

/// A point in space: `x` ahead of a thing, `y` up, `z` towards whoever sees it from its side.
struct Spot: Sendable {
  var x: Double
  var y: Double
  var z: Double

  init(_ x: Double, _ y: Double, _ z: Double) { (self.x, self.y, self.z) = (x, y, z) }
}

/// From where a solid thing is seen.
struct VehicleView: Sendable {
  /// 0: from its side, its head to the right; a quarter turn: coming towards us; minus that: going away.
  var yaw: Double
  /// How far from above, in radians.
  var pitch: Double
  /// How far away the eye is: the nearer, the stronger the perspective.
  var distance = 320.0

  /// How things on the ground are mostly seen: from the side, three-quarter, facing or from behind; now and
  /// then from a window or a bridge, `highest` radians up at most.
  static func onGround(upTo highest: Double = 1.45, using g: inout PCG32) -> VehicleView {
    let toward = g.chance(0.62) ? 1.0 : -1.0
    let yaw =
      switch g.below(10) {
      case 0..<3: g.uniform(-0.15...0.15)
      case 3..<7: toward * g.uniform(0.4...1.15)
      default: toward * g.uniform(1.35...1.57)
      }
    let pitch =
      switch g.below(10) {
      case 0..<6: g.uniform(0...0.18)
      case 6..<9: g.uniform(0.2...0.6)
      default: g.uniform(0.8...1.45)
      }
    return VehicleView(yaw: yaw, pitch: min(pitch, highest))
  }

  /// Where a point appears, y downwards.
  func callAsFunction(_ p: Spot) -> Point {
    let right = p.x * cos(yaw) - p.z * sin(yaw)
    let near = p.x * sin(yaw) + p.z * cos(yaw)
    let scale = distance / max(distance - near * cos(pitch) - p.y * sin(pitch), distance * 0.2)
    return Point(x: 50 + right * scale, y: 50 - (p.y * cos(pitch) - near * sin(pitch)) * scale)
  }

  /// How near a point is to the eye.
  func nearness(_ p: Spot) -> Double {
    (p.x * sin(yaw) + p.z * cos(yaw)) * cos(pitch) + p.y * sin(pitch)
  }

  var seesFront: Bool { yaw > 0 }

  /// Where drawings on a side lie: their x is ahead, their y is up.
  func side(_ z: Double) -> (Point) -> Point { { self(Spot($0.x, $0.y, z)) } }
  /// Where drawings on the front or the back lie: their x is to the side, their y is up.
  func end(_ x: Double) -> (Point) -> Point { { self(Spot(x, $0.y, $0.x)) } }
  /// Where drawings on the roof or the deck lie.
  func level(_ y: Double) -> (Point) -> Point { { self(Spot($0.x, y, $0.y)) } }
}

/// A corner of a solid that is the same on both sides: where it is and how far apart the two sides are.
struct Station: Sendable {
  var x: Double
  var y: Double
  var halfWidth: Double

  init(_ x: Double, _ y: Double, _ halfWidth: Double) { (self.x, self.y, self.halfWidth) = (x, y, halfWidth) }

  var near: Spot { Spot(x, y, halfWidth) }
  var far: Spot { Spot(x, y, -halfWidth) }
}

extension Path {
  /// Whether corners that run anticlockwise, seen from outside, are seen from outside, and as more than
  /// a sliver of an area.
  static func isSeen(_ corners: [Point], atLeast least: Double = 0) -> Bool {
    var area = 0.0
    for (i, a) in corners.enumerated() {
      let b = corners[(i + 1) % corners.count]
      area += a.x * b.y - a.y * b.x
    }
    return area < -2 * least
  }
}

extension Sketch {
  /// A convex solid between two like sides. Its stations run from the front's foot up, over the top to the
  /// back and down; `face` gives the surface between each and the next, nil for the solid's own.
  mutating func solid(
    _ stations: [Station], _ swatch: Swatch, seen view: VehicleView, round: Double = 0,
    face: (Int) -> Swatch? = { _ in nil }
  ) {
    let (near, far) = (stations.map { view($0.near) }, stations.map { view($0.far) })
    add(.rounded(Path.hull(near + far), by: round), swatch)
    for i in stations.indices {
      let j = (i + 1) % stations.count
      let corners = [far[i], far[j], near[j], near[i]]
      guard Path.isSeen(corners, atLeast: 12) else { continue }
      let isTop = abs(stations[i].x - stations[j].x) > abs(stations[i].y - stations[j].y)
      inlay(.rounded(corners, by: round * 0.7), face(i) ?? swatch.shaded(isTop ? 0.15 : -0.12))
    }
    if Path.isSeen(near) { inlay(.rounded(near, by: round), swatch) }
  }

  /// A box from one end to the other, from foot to top.
  mutating func block(
    _ x: ClosedRange<Double>, _ y: ClosedRange<Double>, halfWidth w: Double, _ swatch: Swatch,
    seen view: VehicleView, round: Double = 0
  ) {
    solid(
      [
        Station(x.upperBound, y.lowerBound, w), Station(x.upperBound, y.upperBound, w),
        Station(x.lowerBound, y.upperBound, w), Station(x.lowerBound, y.lowerBound, w),
      ], swatch, seen: view, round: round)
  }

  /// A cylinder that lies along the thing.
  mutating func drum(
    _ x: ClosedRange<Double>, y: Double, radius: Double, _ swatch: Swatch, seen view: VehicleView
  ) {
    let ends = [x.lowerBound, x.upperBound].map { end in
      (0..<12).map { i in
        let a = Double(i) * .pi / 6
        return view(Spot(end, y + radius * sin(a), radius * cos(a)))
      }
    }
    add(.rounded(Path.hull(ends[0] + ends[1]), by: 2), swatch)
    inlay(.rounded(ends[view.seesFront ? 1 : 0], by: 2), swatch.shaded(-0.2))
  }

  /// A standing disc with a thickness, as wheels are, to be covered by a body.
  mutating func roller(_ x: Double, z: ClosedRange<Double>, radius: Double, seen view: VehicleView) {
    let points = [z.lowerBound, z.upperBound].flatMap { side in
      (0..<10).map { i in
        let a = Double(i) * .pi / 5
        return view(Spot(x + radius * cos(a), radius + radius * sin(a), side))
      }
    }
    add(.rounded(Path.hull(points), by: 1.5), .tyre)
  }

  /// Wheels on both sides, to be covered by a body.
  mutating func rollers(_ xs: [Double], halfWidth w: Double, radius: Double, seen view: VehicleView) {
    for x in xs {
      roller(x, z: -w...(-w + 7), radius: radius, seen: view)
      roller(x, z: (w - 7)...w, radius: radius, seen: view)
    }
  }

  /// The near wheels' faces, on top of a body.
  mutating func hubs(
    _ xs: [Double], halfWidth w: Double, radius: Double, _ hub: Swatch, seen view: VehicleView
  ) {
    guard cos(view.yaw) > 0.1 else { return }
    func discs(_ r: Double) -> Path {
      xs.reduce(Path()) { $0 + Path.circle($1, radius, r) }.mapped(view.side(w))
    }
    add(discs(radius), .tyre)
    inlay(discs(radius * 0.58), hub.plain)
  }
}

extension Color {
  /// What a pane shows: the sky, the dark inside, something between.
  static func glass(using g: inout PCG32) -> Color {
    switch g.below(4) {
    case 0: Color(hue: 0.56, saturation: g.uniform(0.1...0.35), value: g.uniform(0.75...0.95))
    case 1: Color(hue: 0.58, saturation: g.uniform(0.1...0.3), value: g.uniform(0.4...0.6))
    default: Color(hue: 0.6, saturation: g.uniform(0.05...0.25), value: g.uniform(0.1...0.32))
    }
  }

  static let tailLamp = Color(red: 0.82, green: 0.08, blue: 0.08)
}
