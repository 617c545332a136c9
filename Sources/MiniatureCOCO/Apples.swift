import Foundation
import Pictures
import Tensors

/// Apples: whole, from above, bitten, cut in half, in wedges.
enum Apple: String, BodyPlan, CaseIterable {
  case whole, blushing, above, bitten, half, wedges

  func draw(on s: inout Sketch, _ m: Swatches, using g: inout PCG32) {
    var apple = Sketch()
    switch self {
    case .whole, .blushing, .bitten: drawWhole(&apple, m, &g)
    case .above: Apple.drawAbove(&apple, m, &g)
    case .half: Apple.drawHalf(&apple, m, &g)
    case .wedges: Apple.drawWedges(&apple, m, &g)
    }
    let height = g.uniform(0.8...1.12)
    s.add(apple) { $0.squeezed(1, height) }
  }

  /// Shouldered above, narrower below by as much as `taper`.
  private static func outline(_ taper: Double) -> Path {
    .blob([
      (50, 22), (66, 14), (86, 22), (93, 46), (86 - taper, 80), (64 - taper * 0.3, 94), (50, 90),
      (36 + taper * 0.3, 94), (14 + taper, 80), (7, 46), (14, 22), (34, 14),
    ])
  }

  private func drawWhole(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    s.add(Apple.outline(g.uniform(0...16)), m.main)
    if self == .blushing {
      // The cheek that had the sun.
      s.inlay(
        .blob([(48, 24), (70, 20), (87, 30), (89, 52), (74, 82), (56, 86), (60, 60)]), m.accent)
      for x in [36.0, 28, 44] { s.stroke(.curve([(50, 26), (x, 44), (x + 4, 70)]), 2.4, m.accent.base) }
    } else if g.chance(0.4) {
      for p in g.scattered(9, 50, 54, 34, 32) { s.fill(.circle(p.0, p.1, 1.8), m.main.base.shaded(0.45)) }
    }
    s.fill(.ellipse(28, 38, 7, 13, turn: 0.4), Color.paper.withAlpha(0.45))
    s.fill(.ellipse(50, 22, 14, 5), m.main.base.shaded(-0.45))
    if g.chance(0.85) {
      let tip = g.uniform(-10.0...10)
      s.rod(
        .curve([(50, 24), (50, 12), (50 + tip, g.uniform(-6...4))]), 4.5,
        Swatch(Palette.brown.color(using: &g)))
    }
    if g.chance(0.35) { s.add(.blob([(54, 14), (66, 0), (86, 0), (76, 14)]), m.trim) }
    if self == .bitten {
      let flesh = Swatch(Pantry.crumb.color(using: &g))
      s.fill(.bite(g.uniform(72...80), 52, g.uniform(11...15)), flesh.base)
      if g.chance(0.4) { s.fill(.bite(60, 58, g.uniform(10...14), turn: 0.5), flesh.base.shaded(-0.06)) }
    }
  }

  /// The dimple and the stem in the middle of a round.
  private static func drawAbove(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    s.add(.scalloped(50, 50, 46, 44, bumps: 5, depth: 0.05), m.main)
    let (x, y) = (50 + g.uniform(-14...14.0), 50 + g.uniform(-18...4.0))
    for i in 0..<5 {
      let angle = Double(i) * 1.26 + x
      s.stroke(.line(x, y, x + 30 * cos(angle), y + 30 * sin(angle)), 3, m.accent.base)
    }
    s.fill(.ellipse(x, y, 15, 12), m.main.base.shaded(-0.35))
    s.rod(.curve([(x, y), (x + 5, y - 10), (x + 12, y - 16)]), 5, Swatch(Palette.darkBrown.color(using: &g)))
    s.fill(.ellipse(26, 32, 8, 5, turn: -0.7), Color.paper.withAlpha(0.4))
  }

  /// Pale flesh, a core with pips, a thin skin around.
  private static func drawHalf(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let flesh = Pantry.crumb.color(using: &g)
    let taper = g.uniform(0...14.0)
    s.add(outline(taper), m.main)
    s.fill(outline(taper).squeezed(0.88, 0.88), flesh)
    s.stroke(.ellipse(50, 54, 16, 22), 2, flesh.shaded(-0.2))
    for x in [44.0, 56] {
      s.fill(.ellipse(x, 54, 4.5, 8, turn: x < 50 ? 0.2 : -0.2), Palette.darkBrown.color(using: &g))
    }
    if g.chance(0.6) { s.rod(.line(50, 24, 52, 6), 4, Swatch(Palette.brown.color(using: &g))) }
  }

  /// Crescents of flesh with skin along one side.
  private static func drawWedges(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let flesh = Swatch(Pantry.crumb.color(using: &g))
    let count = 1 + g.below(4)
    for i in 0..<count {
      let y = Double(i) * g.uniform(14...20)
      let lean = g.uniform(-0.12...0.12)
      var wedge = Sketch()
      wedge.add(.blob([(0, 38), (20, 62), (50, 72), (80, 62), (100, 38), (50, 46)]), m.main)
      wedge.add(
        .blob([(1, 37), (22, 54), (50, 62), (78, 54), (99, 37), (74, 32), (50, 37), (26, 32)]), flesh)
      wedge.fill(.ellipse(50, 45, 5, 3), Palette.brown.color(using: &g))
      s.add(wedge) { $0.turned(lean, about: (50, 50)).moved(0, y) }
    }
  }
}
