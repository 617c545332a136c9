import Foundation
import Pictures
import Tensors

/// Bananas: one, a hand of several, peeled, cut.
enum Banana: String, BodyPlan, CaseIterable {
  case single, hand, bunch, peeled, half, slices

  func draw(on s: inout Sketch, _ m: Swatches, using g: inout PCG32) {
    switch self {
    case .single: Banana.drawOne(&s, m, &g, bend: g.uniform(6...44), girth: g.uniform(16...30))
    case .hand: Banana.drawHand(&s, m, &g)
    case .bunch: Banana.drawBunch(&s, m, &g)
    case .peeled: Banana.drawPeeled(&s, m, &g)
    case .half: Banana.drawHalf(&s, m, &g)
    case .slices: Banana.drawSlices(&s, m, &g)
    }
  }

  /// From the stem at the left to the tip at the right, sagging by `bend`.
  private static func drawOne(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32, bend: Double, girth: Double)
  {
    let spine: [Path.XY] = [
      (6, 30), (20, 30 + bend * 0.62), (48, 30 + bend), (76, 30 + bend * 0.66), (95, 30),
    ]
    s.add(.limb([(2, 18), (9, 33)], [6, 8]), m.trim)
    s.add(.limb(spine, [8, girth * 0.85, girth, girth * 0.8, 6]), m.main)
    s.stroke(
      .curve(spine.map { ($0.0, $0.1 + girth * 0.12) }), g.uniform(1.5...4),
      m.main.base.shaded(g.uniform(-0.4...0.3)))
    if g.chance(0.08) {
      // Black along most of it.
      s.inlay(
        .limb(spine.dropFirst().map { ($0.0, $0.1 - 2) }, [girth * 0.4, girth * 0.7, girth * 0.5, 3]),
        m.accent)
    } else if g.chance(0.5) {
      for p in g.scattered(2 + g.below(6), 48, 30 + bend * 0.9, 30, girth * 0.25) {
        s.fill(.ellipse(p.0, p.1, g.uniform(2...6), g.uniform(1.5...3)), m.accent.base)
      }
    } else if g.chance(0.4) {
      s.fill(.circle(44, 30 + bend, girth * 0.22), Palette.blue.color(using: &g))
    }
    s.fill(.circle(95, 30, 4), m.accent.base)
  }

  /// Several side by side, joined at the stem, fanned by as much as they like.
  private static func drawHand(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let count = 2 + g.below(4)
    let fan = g.uniform(0.12...0.42)
    let bend = g.uniform(14.0...34)
    let girth = g.uniform(17.0...24)
    for i in 0..<count {
      var one = Sketch()
      var skin = m
      skin.main = m.main.shaded(g.uniform(-0.12...0.08))
      drawOne(&one, skin, &g, bend: bend, girth: girth)
      let turn = (Double(i) - Double(count - 1) / 2) * fan
      s.add(one) { $0.turned(turn, about: (4, 20)) }
    }
    s.add(.limb([(-2, 12), (6, 22)], [12, 14]), m.trim)
  }

  /// A whole stalk's worth, in two or three tiers, hanging tips up.
  private static func drawBunch(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let tiers = 2 + g.below(2)
    s.rod(.line(50, -14, 50, 30 + 26 * Double(tiers)), 9, m.trim.plain)
    for tier in 0..<tiers {
      let y = 22 + 28 * Double(tier)
      for x in [-34.0, 34, -20, 20, -6, 8] {
        let lean = x * g.uniform(0.2...0.6)
        s.add(
          .limb([(50 + x * 0.5, y + 10), (50 + x, y - 4), (50 + x + lean * 0.3, y - 30)], [9, 16, 5]),
          m.main.shaded(g.uniform(-0.15...0.1)))
      }
    }
  }

  /// White flesh above, the peel's flaps hanging down.
  private static func drawPeeled(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let flesh = Swatch(Palette.cream.color(using: &g))
    let split = g.uniform(34.0...66)
    let bow = g.uniform(-10.0...14)
    let top = g.uniform(-6.0...14)
    s.add(.limb([(50 + bow, top), (48, split * 0.6), (50, split + 10)], [10, 18, 20]), flesh)
    if g.chance(0.4) { s.fill(.ellipse(50 + bow, top + 3, 7, 5), flesh.base.shaded(-0.2)) }
    for side in [-1.0, 1] {
      let reach = g.uniform(16.0...34)
      s.add(
        .limb(
          [
            (50 + side * 5, split + 6), (50 + side * reach, split - g.uniform(-8...12)),
            (50 + side * (reach + 8), split + g.uniform(16...38)),
          ],
          [12, 12, 4]), m.main.shaded(side * 0.08))
    }
    s.add(.limb([(50, split - 4), (50, 84), (50 - bow, 104)], [21, 17, 6]), m.main)
    s.fill(.circle(50 - bow, 104, 4), m.accent.base)
  }

  /// Cut across, or its peel cut open along.
  private static func drawHalf(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let flesh = Pantry.crumb.color(using: &g)
    if g.chance(0.25) {
      // Out of its peel altogether.
      let (bend, girth) = (g.uniform(4.0...36), g.uniform(18.0...28))
      let bare = Swatch(flesh)
      s.add(.limb([(4, 30), (26, 30 + bend * 0.7), (60, 30 + bend), (96, 32)], [8, girth, girth, 7]), bare)
      s.stroke(.curve([(12, 34), (40, 31 + bend), (84, 36)]), 2.5, flesh.shaded(-0.2))
    } else if g.chance(0.5) {
      let girth = g.uniform(24.0...36)
      s.add(.limb([(6, 20), (24, 44), (54, 58)], [7, girth * 0.9, girth]), m.main)
      s.add(.ellipse(62, 60, girth * 0.26, girth * 0.5, turn: 0.25), Swatch(flesh))
      s.fill(.ellipse(62, 60, girth * 0.08, girth * 0.2, turn: 0.25), flesh.shaded(-0.25))
    } else {
      let bend = g.uniform(8.0...34)
      let spine: [Path.XY] = [(2, 30), (24, 30 + bend * 0.7), (52, 30 + bend), (98, 30)]
      s.add(.limb(spine, [5, 25, 28, 5]), m.main)
      s.add(.limb(spine, [2, 17, 20, 2]), Swatch(flesh))
      for (x, y) in [(26.0, 0.7), (42, 0.92), (58, 0.98), (74, 0.6)] {
        s.fill(.ellipse(x, 30 + bend * y, 3.5, 2), flesh.shaded(-0.4))
      }
    }
  }

  /// Round slices heaped together.
  private static func drawSlices(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let flesh = Palette(ColorRange(0.1...0.15, 0.15...0.5, 0.8...1)).color(using: &g)
    let r = g.uniform(14.0...20)
    let squash = g.uniform(0.65...1)
    for p in g.scattered(4 + g.below(5), 50, 50, r * 1.9, r * g.uniform(0.7...1.7)) {
      s.add(.ellipse(p.0, p.1 + 2, r, r * squash), g.chance(0.3) ? m.main : Swatch(flesh.shaded(-0.15)))
      s.fill(.ellipse(p.0, p.1, r * 0.88, r * squash * 0.88), flesh.shaded(g.uniform(-0.06...0.15)))
      s.fill(.ellipse(p.0, p.1, r * 0.36, r * squash * 0.36), flesh.shaded(-0.14))
    }
  }
}
