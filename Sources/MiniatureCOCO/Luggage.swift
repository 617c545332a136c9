import Foundation
import Pictures
import Tensors

/// What one carries things in: backpack, handbag, suitcase; standing, lying, from every side.
enum Luggage: String, BodyPlan, CaseIterable {
  case backpack, handbag, suitcase

  func draw(on s: inout Sketch, _ m: Swatches, using g: inout PCG32) {
    switch self {
    case .backpack: Luggage.drawBackpack(&s, m, &g)
    case .handbag: Luggage.drawHandbag(&s, m, &g)
    case .suitcase: Luggage.drawSuitcase(&s, m, &g)
    }
  }

  /// Puts a bag on the drawing, upright or toppled.
  static func drawDown(_ bag: Solid, on s: inout Sketch, mayLie: Double, _ g: inout PCG32) {
    var upright = Sketch()
    bag.draw(on: &upright)
    let angle = g.chance(mayLie) ? g.uniform(1...1.7) : 0
    s.add(upright) { angle == 0 ? $0 : $0.turned(angle, about: (0, 0)) }
  }

  // MARK: Suitcases

  private enum Case: CaseIterable { case trolley, lying, standing, open, duffel }

  private static func drawSuitcase(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let view = Viewpoint.random(using: &g)
    var bag = Solid(seen: view)
    let (w, h, d) = (g.uniform(19...34.0), g.uniform(26...44.0), g.uniform(7...14.0))
    let round = g.uniform(2...10.0)
    switch g.drawOne(of: Case.allCases) {
    case .trolley:
      // Upright on castors, the handle out or in.
      let rise = g.chance(0.6) ? g.uniform(14...44.0) : 4
      bag.rod(
        [
          (-w * 0.4, 2 * h, -d * 0.7), (-w * 0.4, 2 * h + rise, -d * 0.7), (w * 0.4, 2 * h + rise, -d * 0.7),
          (w * 0.4, 2 * h, -d * 0.7),
        ],
        4, .chrome)
      for x in [-w * 0.8, w * 0.8] { bag.rod((x, -2, 0), (x + 1, -3, 0), 8, .tyre) }
      bag.cushion(-w...w, 2...(2 * h), -d...d, m.main, round: round, layer: 1)
      ribs(&bag, m, w, 2 * h, d, &g)
    case .lying:
      bag.cushion(-w...w, 0...(2 * d), -h...h, m.main, round: round, layer: 1)
      strap(&bag, m, w, d, h)
      bag.rod([(-7, d, h + 1), (-6, d, h + 6), (6, d, h + 6), (7, d, h + 1)], 4, m.trim, layer: 2)
    case .standing:
      // On its long side, a handle on top: the old way.
      bag.rod([(-9, 2 * w, 0), (-8, 2 * w + 8, 0), (8, 2 * w + 8, 0), (9, 2 * w, 0)], 4.5, m.trim)
      bag.cushion(-h...h, 0...(2 * w), -d...d, m.main, round: round, layer: 1)
      if cos(view.turn) > 0 {
        for x in [-h * 0.6, h * 0.6] {
          bag.panel([(x - 3, 0, d), (x + 3, 0, d), (x + 3, 2 * w, d), (x - 3, 2 * w, d)], m.trim, layer: 2)
        }
        for x in [-h * 0.3, h * 0.3] { bag.rod((x, w * 1.7, d), (x + 3, w * 1.7, d), 5, m.accent, layer: 3) }
      }
    case .open:
      // The lid thrown back, clothes in the tray.
      bag.cushion(-h...h, 0...(d * 1.5), -w...w, m.main, round: 4, layer: 1)
      bag.panel(
        [(-h, d * 1.5, -w), (h, d * 1.5, -w), (h, d * 1.5 + 2 * w, -w - 10), (-h, d * 1.5 + 2 * w, -w - 10)],
        m.main.shaded(-0.2), layer: cos(view.turn) > 0 ? 0 : 4, round: 5)
      for i in 0..<4 {
        let (x, z) = (h * (i % 2 == 0 ? -0.5 : 0.45), w * (i < 2 ? -0.45 : 0.4))
        let cloth = Swatch(
          Color(hue: g.uniform(0...1.0), saturation: g.uniform(0...0.8), value: g.uniform(0.3...1.0)))
        bag.cushion(
          (x - h * 0.4)...(x + h * 0.4), (d * 1.5)...(d * 1.5 + 5), (z - w * 0.4)...(z + w * 0.4), cloth,
          round: 3, layer: 2)
      }
    case .duffel:
      let girth = g.uniform(14...20.0)
      var points: [Solid.XYZ] = []
      for i in 0..<8 {
        let a = Double(i) * .pi / 4 + 0.4
        points += [(-h, girth + girth * sin(a), girth * cos(a)), (h, girth + girth * sin(a), girth * cos(a))]
      }
      bag.body(points, m.main, layer: 1, round: 8)
      for x in [-h * 0.5, h * 0.5] {
        bag.rod(
          [(x, 2, girth), (x, girth * 1.6, girth * 0.8), (x, 2 * girth, 0), (x, girth * 1.6, -girth * 0.8)],
          4, m.trim, layer: 2)
      }
      bag.rod(
        [(-h * 0.5, girth * 1.8, girth * 0.6), (0, girth * 2 + 12, 0), (h * 0.5, girth * 1.8, girth * 0.6)],
        4, m.trim, layer: 3, smooth: true)
    }
    drawDown(bag, on: &s, mayLie: 0.08, &g)
  }

  /// Grooves, a belt or pockets on the front of a trolley.
  private static func ribs(
    _ bag: inout Solid, _ m: Swatches, _ w: Double, _ h: Double, _ d: Double, _ g: inout PCG32
  ) {
    guard cos(bag.view.turn) > 0 else { return }
    let dark = Swatch(m.main.base.shaded(-0.35))
    switch g.below(4) {
    case 0:
      for x in [-0.6, -0.2, 0.2, 0.6] {
        bag.rod((x * w, h * 0.1, d), (x * w, h * 0.92, d), 2.4, dark, layer: 2)
      }
    case 1:
      for up in [0.2, 0.4, 0.6, 0.8] {
        bag.rod((-w * 0.9, h * up, d), (w * 0.9, h * up, d), 2.4, dark, layer: 2)
      }
    case 2:
      for (low, high) in [(0.06, 0.46), (0.54, 0.92)] {
        bag.cushion(
          (-w * 0.8)...(w * 0.8), (h * low)...(h * high), d...(d + 4), m.main.shaded(-0.1), layer: 2)
      }
    default:
      bag.panel([(-w, h * 0.45, d), (w, h * 0.45, d), (w, h * 0.58, d), (-w, h * 0.58, d)], m.trim, layer: 2)
    }
  }

  /// Two belts round a lying case.
  private static func strap(_ bag: inout Solid, _ m: Swatches, _ w: Double, _ d: Double, _ h: Double) {
    for x in [-w * 0.5, w * 0.5] {
      bag.panel(
        [(x - 2.5, 2 * d, -h), (x + 2.5, 2 * d, -h), (x + 2.5, 2 * d, h), (x - 2.5, 2 * d, h)], m.trim,
        layer: 2)
      bag.panel(
        [(x - 2.5, 2 * d, h), (x + 2.5, 2 * d, h), (x + 2.5, 0, h), (x - 2.5, 0, h)], m.trim.shaded(-0.15),
        layer: cos(bag.view.turn) > 0 ? 2 : 0)
    }
  }
}
