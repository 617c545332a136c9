import Foundation
import Pictures
import Tensors

/// Airplanes of five makes, seen from anywhere: on the ground, from below, from the air.
struct AirplaneBody {
  var make: Craft
  var view: VehicleView
  var length: Double
  var radius: Double
  var span: Double
  var sweep: Double
  /// Depth of the wing at its root and at its tip.
  var chord: (root: Double, tip: Double)
  /// Height of the wing beside the middle of the body.
  var wing: Double
  var isLanded: Bool

  init(_ make: Craft, using g: inout PCG32) {
    self.make = make
    isLanded = g.chance(0.4)
    var yaw = g.uniform(-1.57...1.57)
    if g.chance(0.3) { yaw *= 0.15 }
    let pitch =
      isLanded
      ? g.uniform(0...0.35)
      : g.chance(0.3) ? (g.chance(0.6) ? -1 : 1) * g.uniform(0.9...1.5) : g.uniform(-0.7...0.5)
    view = VehicleView(yaw: yaw, pitch: pitch, distance: 300)
    length = g.uniform(84...112.0)
    switch make {
    case .lightPlane:
      (radius, span, sweep) = (g.uniform(7...9.0), g.uniform(46...60.0), g.uniform(-2...4.0))
      length *= 0.72
      (chord, wing) = ((15, g.uniform(9...14.0)), g.chance(0.6) ? radius : -radius * 0.6)
    case .biplane:
      (radius, span, sweep) = (g.uniform(7...9.0), g.uniform(38...48.0), g.uniform(0...3.0))
      length *= 0.66
      (chord, wing) = ((15, 14), -radius * 0.7)
    case .fighter:
      (radius, span, sweep) = (g.uniform(5...7.0), g.uniform(26...36.0), g.uniform(26...40.0))
      length *= 0.85
      (chord, wing) = ((42, g.uniform(3...9.0)), 0)
    case .privateJet:
      (radius, span, sweep) = (g.uniform(6...8.0), g.uniform(36...44.0), g.uniform(12...20.0))
      (chord, wing) = ((17, 6), -radius * 0.6)
    default:
      (radius, span, sweep) = (g.uniform(6.5...10.0), g.uniform(42...56.0), g.uniform(18...32.0))
      (chord, wing) = ((22, 6), -radius * 0.5)
    }
  }

  /// A flat part with a little thickness: wings and fins.
  private func plate(_ s: inout Sketch, _ corners: [Spot], _ swatch: Swatch, thick: Spot = Spot(0, 1.2, 0)) {
    let points = corners.flatMap { c in
      [-1.0, 1].map { view(Spot(c.x + $0 * thick.x, c.y + $0 * thick.y, c.z + $0 * thick.z)) }
    }
    s.add(.rounded(Path.hull(points), by: 1.5), swatch)
  }

  /// A body of round sections.
  private func hull(
    _ s: inout Sketch, _ sections: [(x: Double, y: Double, z: Double, r: Double)], _ swatch: Swatch
  ) {
    let points = sections.flatMap { section in
      let centre = view(Spot(section.x, section.y, section.z))
      return (0..<8).map { i in
        let a = Double(i) * .pi / 4
        return Point(x: centre.x + section.r * cos(a), y: centre.y + section.r * sin(a))
      }
    }
    s.add(.rounded(Path.hull(points), by: 3), swatch)
  }

  func draw(on s: inout Sketch, _ m: Swatches, using g: inout PCG32) {
    // Wings and tail, from the farthest to the nearest; the body in its turn.
    var parts: [(Double, (inout Sketch) -> Void)] = [(view.nearness(Spot(0, 0, 0)), { drawBody(&$0, m) })]
    let engines = make == .airplane ? (g.chance(0.3) ? [0.35, 0.62] : [0.38]) : []
    let back = -length / 2
    for side in [-1.0, 1] {
      let low = Spot(-sweep / 2, wing, side * span / 2)
      parts.append((view.nearness(low), { drawWing(&$0, m, side, wing, engines) }))
      if make == .biplane {
        parts.append(
          (
            view.nearness(Spot(0, radius * 1.6, side * span / 2)),
            { drawWing(&$0, m, side, radius * 1.7, []) }
          ))
      }
      let height = make == .privateJet ? radius * 2.6 : radius * 0.2
      parts.append(
        (
          view.nearness(Spot(back, height, side * 10)),
          {
            plate(
              &$0,
              [
                Spot(back + 16, height, 0), Spot(back + 4, height, side * span * 0.36),
                Spot(back - 4, height, side * span * 0.36),
                Spot(back, height, 0),
              ], m.main.shaded(-0.06))
          }
        ))
      if make == .privateJet {
        parts.append(
          (
            view.nearness(Spot(back + 18, radius * 0.6, side * radius * 1.4)),
            {
              hull(
                &$0,
                [
                  (back + 12, radius * 0.6, side * radius * 1.4, 3),
                  (back + 26, radius * 0.6, side * radius * 1.4, 3.6),
                ],
                m.accent)
            }
          ))
      }
      if make == .fighter {
        parts.append((view.nearness(Spot(back + 6, 8, side * 4)), { drawFin(&$0, m, side * radius * 0.7) }))
      }
    }
    if make != .fighter { parts.append((view.nearness(Spot(back, radius * 2, 0)), { drawFin(&$0, m, 0) })) }
    if isLanded { drawWheels(&s) }
    for (_, part) in parts.sorted(by: { $0.0 < $1.0 }) { part(&s) }
    if make == .lightPlane || make == .biplane { drawPropeller(&s, m, &g) }
  }

  private func drawWing(_ s: inout Sketch, _ m: Swatches, _ side: Double, _ y: Double, _ engines: [Double]) {
    let front = make == .lightPlane || make == .biplane ? length * 0.22 : length * 0.12
    let tip = y + (make == .biplane || make == .fighter ? 0 : span * 0.08)
    for share in engines where view.pitch >= 0 { drawEngine(&s, m, front, share, side, y) }
    plate(
      &s,
      [
        Spot(front, y, side * radius * 0.5), Spot(front - sweep, tip, side * span),
        Spot(front - sweep - chord.tip, tip, side * span), Spot(front - chord.root, y, side * radius * 0.5),
      ], m.main.shaded(view.pitch < 0 ? -0.25 : -0.08))
    for share in engines where view.pitch < 0 { drawEngine(&s, m, front, share, side, y) }
  }

  private func drawEngine(
    _ s: inout Sketch, _ m: Swatches, _ front: Double, _ share: Double, _ side: Double, _ y: Double
  ) {
    let (x, z, r) = (front - sweep * share, side * span * share, radius * 0.5)
    hull(&s, [(x - 8, y - r, z, r * 0.8), (x + 6, y - r, z, r)], m.accent)
    if view.yaw > 0.5 {
      let mouth = view(Spot(x + 6, y - r, z))
      s.fill(.circle(mouth.x, mouth.y, r * 0.7), .ink)
    }
  }

  private func drawFin(_ s: inout Sketch, _ m: Swatches, _ z: Double) {
    let back = -length / 2
    let high = make == .lightPlane || make == .biplane ? radius * 1.9 : radius * 2.7
    plate(
      &s,
      [
        Spot(back + 20, radius * 0.4, z), Spot(back + 3, high, z * 1.4), Spot(back - 4, high, z * 1.4),
        Spot(back + 2, radius * 0.2, z),
      ], m.trim, thick: Spot(0, 0, 0.9))
  }

  private func drawBody(_ s: inout Sketch, _ m: Swatches) {
    let (back, front) = (-length / 2, length / 2)
    let isBlunt = make == .lightPlane || make == .biplane
    hull(
      &s,
      [
        (back, radius * 0.3, 0, radius * 0.22), (back + length * 0.3, 0, 0, radius * 0.85),
        (front - length * 0.22, 0, 0, radius),
        (front - length * 0.07, -radius * 0.1, 0, radius * (isBlunt ? 0.85 : 0.66)),
        (front, -radius * 0.2, 0, radius * (isBlunt ? 0.6 : 0.15)),
      ], m.main)
    let glass = Color(hue: 0.58, saturation: 0.25, value: 0.22)
    let nose = front - length * (isBlunt ? 0.32 : make == .fighter ? 0.24 : 0.09)
    if view.pitch > -0.5 && view.yaw > -0.6 {
      let canopy = [
        Spot(nose, radius * 0.86, -radius * 0.4), Spot(nose, radius * 0.86, radius * 0.4),
        Spot(nose + 7, radius * 0.3, -radius * 0.5), Spot(nose + 7, radius * 0.3, radius * 0.5),
        Spot(
          nose - (isBlunt || make == .fighter ? 10 : 1), radius * (isBlunt || make == .fighter ? 1.1 : 0.8), 0
        ),
      ]
      s.fill(.rounded(Path.hull(canopy.map { view($0) }), by: 1), glass)
    }
    guard cos(view.yaw) * cos(view.pitch) > 0.35, !isBlunt, make != .fighter else { return }
    func line(_ from: Double, _ to: Double, _ y: Double) -> Path {
      Path.line(from, y, to, y).mapped(view.side(radius * 0.9))
    }
    s.stroke(line(back + length * 0.2, front - length * 0.06, -radius * 0.2), radius * 0.34, m.trim.base)
    let windows = (0..<7).reduce(Path()) { path, i in
      let x = back + length * (0.24 + 0.085 * Double(i))
      return path + line(x, x + length * 0.035, radius * 0.32)
    }
    s.stroke(windows, 2, glass)
  }

  private func drawPropeller(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    guard view.yaw > -0.5 else { return }
    let (a, front) = (g.uniform(0...3.1), length / 2 + 1)
    let blade = Path.line(-13 * cos(a), -13 * sin(a), 13 * cos(a), 13 * sin(a)).moved(0, -radius * 0.2)
    s.rod(blade.mapped(view.end(front)), 2.6, .tyre)
    let hub = view(Spot(front + 1, -radius * 0.2, 0))
    s.add(.circle(hub.x, hub.y, 2.6), m.accent)
  }

  private func drawWheels(_ s: inout Sketch) {
    for (x, z) in [(length * 0.36, 0.0), (-length * 0.04, -radius * 1.3), (-length * 0.04, radius * 1.3)] {
      let (a, b) = (view(Spot(x, -radius * 0.5, z)), view(Spot(x, -radius * 1.9, z)))
      s.rod(.line(a.x, a.y, b.x, b.y), 2, .chrome)
      s.add(.circle(b.x, b.y, 3), .tyre)
    }
  }
}
