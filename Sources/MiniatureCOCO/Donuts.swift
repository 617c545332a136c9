import Foundation
import Pictures
import Tensors

/// Donuts: rings with any glaze, filled ones, twists; from above, at a slant, on edge, stacked, bitten.
enum Donut: String, BodyPlan, CaseIterable {
  case ring, bitten, filled, cruller, stack, edge

  func draw(on s: inout Sketch, _ m: Swatches, using g: inout PCG32) {
    switch self {
    case .ring, .bitten: drawRing(&s, m, &g, squash: g.uniform(0.4...1))
    case .filled: Donut.drawFilled(&s, m, &g)
    case .cruller: Donut.drawCruller(&s, m, &g)
    case .stack: Donut.drawStack(&s, m, &g)
    case .edge: Donut.drawEdge(&s, m, &g)
    }
  }

  private func drawRing(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32, squash: Double) {
    let hole = g.uniform(11.0...19)
    var ring = Sketch()
    if squash < 0.8 {
      let depth = 26 * (1 - squash)
      ring.addPierced((.circle(50, 50 + depth, 46) + .circle(50, 48, hole * 0.8)), m.trim.shaded(-0.12))
    }
    ring.addPierced((.circle(50, 50, 46) + .circle(50, 50, hole)), m.trim)
    let drip = g.uniform(0...0.16)
    if g.chance(0.85) {
      ring.addPierced(
        .scalloped(50, 48, 42, 42, bumps: 6, depth: drip, phase: g.uniform(0...1))
          + .circle(50, 49, hole + 2), m.main)
      Donut.drawDecoration(&ring, m, &g, from: hole + 7, to: 34)
    }
    if self == .bitten {
      let (x, y) = (50 + g.drawOne(of: [-32.0, 32]), 50 + g.uniform(-20.0...20))
      ring.fill(.bite(x, y, g.uniform(9...13), turn: x > 50 ? 0 : .pi), Pantry.crumb.color(using: &g))
    }
    s.add(ring) { $0.squeezed(1, squash) }
  }

  /// Sprinkles, stripes, crumbs or nothing, on a ring's glaze.
  private static func drawDecoration(
    _ s: inout Sketch, _ m: Swatches, _ g: inout PCG32, from inner: Double, to outer: Double
  ) {
    func spot(_ i: Int, of count: Int) -> Path.XY {
      let angle = Double(i) * 2 * .pi / Double(count) + g.uniform(-0.2...0.2)
      let distance = g.uniform(inner...outer)
      return (50 + distance * cos(angle), 49 + distance * sin(angle))
    }
    switch g.below(4) {
    case 0:
      for i in 0..<14 {
        let p = spot(i, of: 14)
        s.stroke(.line(p.0 - 2, p.1, p.0 + 2, p.1 + g.uniform(-3...3)), 3.2, Pantry.paints.color(using: &g))
      }
    case 1:
      for x in [-26.0, -10, 10, 26] {
        let reach = (outer * outer - x * x).squareRoot()
        s.stroke(.line(50 + x, 49 - reach, 50 + x + 3, 49 - max(hole(inner, x), 0)), 4, m.accent.base)
        s.stroke(.line(50 + x, 49 + max(hole(inner, x), 0), 50 + x + 3, 49 + reach), 4, m.accent.base)
      }
    case 2:
      for i in 0..<12 {
        let p = spot(i, of: 12)
        s.fill(.regular(5, p.0, p.1, 4, turn: p.0), m.accent.base)
      }
    default:
      s.fill(
        .arc(50, 49, outer, outer, from: -2.6, to: -1.9)
          + .arc(50, 49, outer - 6, outer - 6, from: -1.9, to: -2.6), Color.paper.withAlpha(0.4))
    }
  }

  /// Half the hole's height where a stripe passes it.
  private static func hole(_ radius: Double, _ x: Double) -> Double {
    max(radius * radius - x * x, 0).squareRoot()
  }

  /// Without a hole: sugared, glazed, a spot of jam.
  private static func drawFilled(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let high = g.uniform(30.0...46)
    s.add(.ellipse(50, 52, 46, high), m.trim)
    s.stroke(.arc(50, 52, 44, high * 0.3, from: 0.1, to: 3.04), 4, m.trim.base.shaded(0.4))
    if g.chance(0.7) {
      s.add(.scalloped(50, 46, 42, high * 0.78, bumps: 6, depth: g.uniform(0.02...0.16)), m.main)
    }
    switch g.below(3) {
    case 0:
      s.add(
        .ellipse(50 + g.uniform(-26...26), 50, 12, 9),
        Swatch(Pantry.tomato.color(using: &g)))
    case 1:
      for x in [-20.0, 0, 20] {
        s.stroke(.line(44 + x, 46 - high * 0.5, 54 + x, 46 + high * 0.5), 4, m.accent.base)
      }
    default: for p in g.scattered(10, 50, 46, 30, high * 0.5) { s.fill(.circle(p.0, p.1, 3), m.accent.base) }
    }
  }

  /// Twisted: a ridged ring or a long plait.
  private static func drawCruller(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    if g.chance(0.5) {
      let count = 9
      let squash = g.uniform(0.5...1)
      for i in 0..<count {
        let a = Double(i) * 2 * .pi / Double(count)
        s.add(
          .ellipse(50 + 31 * cos(a), 50 + 31 * sin(a) * squash, 23, 15, turn: a + 0.5),
          i % 2 == 0 ? m.trim : m.trim.shaded(0.1))
        s.fill(.ellipse(49 + 29 * cos(a), 47 + 29 * sin(a) * squash, 13, 6, turn: a + 0.5), m.main.base)
      }
      return
    }
    // A plait: a long roll with slanting furrows, glazed between them.
    let long = g.uniform(40.0...60)
    let thick = g.uniform(28.0...40)
    s.add(.limb([(50 - long, 50), (50, 50), (50 + long, 50)], [thick * 0.6, thick, thick * 0.6]), m.trim)
    for i in 0..<5 {
      let x = 50 + long * (Double(i) - 2) / 2.6
      s.inlay(.ellipse(x - 2, 48, long * 0.14, thick * 0.34, turn: 0.7), m.main)
      if i < 4 {
        s.stroke(.line(x + 5, 50 - thick * 0.3, x + 11, 50 + thick * 0.3), 3, m.trim.base.shaded(-0.35))
      }
    }
  }

  /// Two or three, one upon the other, seen from the side.
  private static func drawStack(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let count = 2 + g.below(2)
    for i in 0..<count {
      var one = Sketch()
      var other = m
      if i % 2 == 1 { other.main = Swatch(Pantry.icing.color(using: &g)) }
      Donut.ring.drawRing(&one, other, &g, squash: 0.42)
      let (dx, dy) = (g.uniform(-8...8.0), -Double(i) * g.uniform(19...24))
      s.add(one) { $0.moved(dx, dy) }
    }
  }

  /// Standing or lying, seen along its edge: a thick lozenge, half dipped.
  private static func drawEdge(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let high = g.uniform(15.0...24)
    s.add(.box(4, 50 - high, 92, 2 * high, round: high), m.trim)
    s.stroke(.curve([(8, 52), (50, 54), (92, 52)]), 3.5, m.trim.base.shaded(0.4))
    let low = g.uniform(0...0.5) * high
    s.add(
      .blob([
        (3, 48), (12, 49 - high), (50, 47 - high), (88, 49 - high), (97, 48), (88, 50 + low), (74, 46),
        (60, 52 + low),
        (44, 46), (28, 50 + low), (14, 46),
      ]), m.main)
    if g.chance(0.5) {
      for p in g.scattered(9, 50, 46 - high * 0.5, 38, high * 0.35) {
        s.stroke(.line(p.0, p.1, p.0 + 3, p.1 + 2), 3.2, Pantry.paints.color(using: &g))
      }
    }
  }
}
