import Foundation
import Pictures
import Tensors

/// Kites: the diamond, the delta, the box, the soft wing, the bow, the one with arms like an octopus.
enum Kite: String, BodyPlan, CaseIterable {
  case diamond, delta, box, wing, bow, octopus

  func draw(on s: inout Sketch, _ m: Swatches, using g: inout PCG32) {
    var kite = Sketch()
    switch self {
    case .diamond: Kite.drawDiamond(&kite, m, &g)
    case .delta: Kite.drawDelta(&kite, m, &g)
    case .box: Kite.drawBox(&kite, m, &g)
    case .wing: Kite.drawWing(&kite, m, &g)
    case .bow: Kite.drawBow(&kite, m, &g)
    case .octopus: Kite.drawOctopus(&kite, m, &g)
    }
    // It stands at any slant to the eye.
    let (narrow, slant) = (g.uniform(0.5...1.0), g.uniform(-0.35...0.35))
    s.add(kite) { $0.mapped { Point(x: 50 + ($0.x - 50) * narrow, y: $0.y + ($0.x - 50) * slant) } }
  }

  /// A tail that waves, with bows or without.
  private static func drawTail(_ s: inout Sketch, _ m: Swatches, from start: Path.XY, _ g: inout PCG32) {
    let (long, sway, drift) = (g.uniform(20...75.0), g.uniform(-14...14.0), g.uniform(-30...30.0))
    let points: [Path.XY] = (0...4).map { i in
      let t = Double(i) / 4
      return (start.0 + drift * t * t + (i % 2 == 0 ? 0 : sway), start.1 + long * t)
    }
    if g.chance(0.5) {
      s.rod(.curve(points), 2.4, m.trim.plain)
      for (x, y) in points.dropFirst() {
        s.add(.polygon([(x, y), (x - 9, y - 5), (x - 8, y + 6)]), m.accent)
        s.add(.polygon([(x, y), (x + 9, y - 5), (x + 8, y + 6)]), m.accent)
      }
    } else {
      s.add(.limb(points, [7, 6, 6, 5, 3]), m.trim)
    }
  }

  private static func drawDiamond(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let (wide, cross, long) = (g.uniform(24...42.0), g.uniform(14...34.0), g.uniform(56...84.0))
    if g.chance(0.75) { drawTail(&s, m, from: (50, long - 2), &g) }
    let corners: [Path.XY] = [(50, -6), (50 + wide, cross), (50, long), (50 - wide, cross)]
    s.add(.polygon(corners), m.main)
    switch g.below(4) {
    case 0:
      s.inlay(.polygon([corners[0], corners[1], (50, cross)]), m.trim)
      s.inlay(.polygon([corners[2], corners[3], (50, cross)]), m.accent)
    case 1: s.inlay(.polygon([corners[0], corners[1], corners[2]]), m.trim)
    case 2: s.inlay(.polygon([corners[1], corners[2], corners[3]]), m.trim)
    default: s.inlay(.circle(50, cross + 6, wide * 0.36), m.trim)
    }
    s.stroke(
      .line(50, -6, 50, long) + .line(50 - wide, cross, 50 + wide, cross), 1.4, m.main.base.shaded(-0.5))
  }

  private static func drawDelta(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let (wide, drop, keel) = (g.uniform(38...62.0), g.uniform(24...46.0), g.uniform(24...50.0))
    if g.chance(0.5) {
      for x in [-0.4, 0.4] { drawTail(&s, m, from: (50 + x * wide, drop), &g) }
    }
    for side in [-1.0, 1] {
      let wing: [Path.XY] = [
        (50, 0), (50 + side * wide, drop), (50 + side * wide * 0.5, drop * 0.9), (50, keel),
      ]
      s.add(.polygon(wing), side < 0 ? m.main : m.main.shaded(-0.08))
      s.inlay(
        .polygon([
          (50 + side * wide, drop), (50 + side * wide * 0.5, drop * 0.9),
          (50 + side * wide * 0.45, drop * 0.45),
        ]), m.trim)
      s.inlay(.polygon([(50, keel), (50 + side * wide * 0.2, drop * 0.2), (50, 0)]), m.accent)
    }
    s.stroke(.line(50, 0, 50, keel), 1.6, .ink)
  }

  private static func drawBox(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let view = VehicleView(yaw: g.uniform(-0.9...0.9), pitch: g.uniform(-0.8...0.8), distance: 300)
    let (w, high) = (g.uniform(16...26.0), g.uniform(36...50.0))
    let poles = [Spot(w, 0, w), Spot(w, 0, -w), Spot(-w, 0, -w), Spot(-w, 0, w)]
    func at(_ p: Spot, _ y: Double) -> Path.XY {
      let q = view(Spot(p.x, y, p.z))
      return (q.x, q.y)
    }
    for p in poles { s.rod(.polyline([at(p, -high), at(p, high)]), 2, m.accent.plain) }
    // Two bands of cloth round four poles; the far sides first.
    for (low, top) in [(-high * 0.95, -high * 0.35), (high * 0.35, high * 0.95)] {
      let sides = (0..<4).map { (poles[$0], poles[($0 + 1) % 4]) }
        .sorted { view.nearness($0.0) + view.nearness($0.1) < view.nearness($1.0) + view.nearness($1.1) }
      for (i, (a, b)) in sides.enumerated() {
        let cloth = (i % 2 == 0 ? m.main : m.trim).shaded(i < 2 ? -0.25 : 0)
        s.add(.polygon([at(a, low), at(b, low), at(b, top), at(a, top)]), cloth)
      }
    }
  }

  /// A soft wing of bright cells, as wide as a mattress.
  private static func drawWing(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let cells = 5 + g.below(4)
    let (wide, tall, arch) = (g.uniform(80...120.0), g.uniform(22...50.0), g.uniform(4...24.0))
    func edge(_ t: Double, _ down: Double) -> Path.XY {
      (50 + (t - 0.5) * wide * (1 - 0.08 * down), arch * (2 * t - 1) * (2 * t - 1) + down * tall)
    }
    let swatches = [m.main, m.trim, m.main, m.accent]
    for i in 0..<cells {
      let (a, b) = (Double(i) / Double(cells), Double(i + 1) / Double(cells))
      let middle = edge((a + b) / 2, 1)
      s.add(
        .polygon([edge(a, 0), edge(b, 0), edge(b, 1), (middle.0, middle.1 + 4), edge(a, 1)]), swatches[i % 4])
    }
    guard g.chance(0.6) else { return }
    let knot: Path.XY = (50 + g.uniform(-10...10.0), tall + g.uniform(24...50.0))
    for t in [0.1, 0.5, 0.9] { s.stroke(.polyline([edge(t, 0.98), knot]), 1.6, m.main.base.shaded(-0.5)) }
    if g.chance(0.5) { drawTail(&s, m, from: edge(0.5, 1), &g) }
  }

  /// The crescent that pulls surfers.
  private static func drawBow(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let (wide, deep, thick) = (g.uniform(40...56.0), g.uniform(16...48.0), g.uniform(14...24.0))
    let spine: [Path.XY] = (0...6).map { i in
      let t = Double(i) / 3 - 1
      return (50 + t * wide, 10 + deep * t * t)
    }
    s.add(.limb(spine, [4, thick * 0.75, thick, thick * 1.05, thick, thick * 0.75, 4]), m.main)
    s.inlay(.limb(Array(spine[2...4]), [thick * 0.9, thick, thick * 0.9]), m.trim)
    s.inlay(.limb(Array(spine[0...1]), [3, thick * 0.7]), m.accent)
    s.inlay(.limb(Array(spine[5...6]), [thick * 0.7, 3]), m.accent)
    for i in 1...5 {
      let (x, y) = spine[i]
      s.stroke(.line(x, y - thick * 0.45, x, y + thick * 0.45), 1.4, m.main.base.shaded(-0.4))
    }
    guard g.chance(0.3) else { return }
    let knot: Path.XY = (50 + g.uniform(-8...8.0), 30 + deep + g.uniform(20...44.0))
    for i in [0, 6] { s.stroke(.polyline([spine[i], knot]), 1.5, m.main.base.shaded(-0.5)) }
  }

  private static func drawOctopus(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let (wide, drift) = (g.uniform(22...34.0), g.uniform(-50...50.0))
    for i in 0..<6 {
      let t = Double(i) / 5 - 0.5
      let (x, long, wave) = (50 + t * wide * 1.7, g.uniform(60...110.0), g.uniform(-8...8.0))
      s.add(
        .limb(
          [
            (x, 34), (x + drift * 0.25 + wave, 40 + long * 0.33), (x + drift * 0.6 - wave, 40 + long * 0.66),
            (x + drift + t * 20, 40 + long),
          ],
          [8, 7.5, 6.5, 3]), [m.trim, m.accent, m.main][i % 3])
    }
    let body: [Path.XY] = [
      (50 - wide, 34), (50 - wide * 0.9, 10), (50, -6), (50 + wide * 0.9, 10), (50 + wide, 34), (50, 44),
    ]
    s.add(.blob(body), m.main)
    for side in [-1.0, 1] {
      s.fill(.circle(50 + side * wide * 0.4, 16, 6.5), .paper)
      s.fill(.circle(50 + side * wide * 0.4, 18, 3.4), .ink)
    }
  }
}
