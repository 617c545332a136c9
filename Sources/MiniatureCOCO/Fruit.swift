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
    if g.chance(0.5) {
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
    if g.chance(0.5) {
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

/// Oranges and tangerines: whole, cut in half, in slices, in segments, half peeled.
enum Orange: String, BodyPlan, CaseIterable {
  case whole, leafy, half, slice, segments, peeling

  func draw(on s: inout Sketch, _ m: Swatches, using g: inout PCG32) {
    switch self {
    case .whole, .leafy: drawWhole(&s, m, &g)
    case .half:
      if g.chance(0.5) { s.add(.circle(g.uniform(20...80), 34, 42), m.main) }
      Orange.drawFace(&s, m, &g, 50, 54, 46, squash: g.uniform(0.5...1))
    case .slice: Orange.drawSlice(&s, m, &g)
    case .segments: Orange.drawSegments(&s, m, &g)
    case .peeling: Orange.drawPeeling(&s, m, &g)
    }
  }

  private func drawWhole(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let flat = g.uniform(0.78...1.06)
    s.add(.ellipse(50, 52, 46, 46 * flat), m.main)
    let (x, y) = (50 + g.uniform(-30...30.0), 52 + 46 * flat * g.uniform(-0.85...0.4))
    s.fill(.ellipse(34, 34, 11, 7, turn: -0.7), Color.paper.withAlpha(g.uniform(0.1...0.5)))
    s.fill(.circle(x, y, 9), m.main.base.shaded(-0.18))
    s.fill(.regular(5, x, y, 5.5, turn: x), Pantry.leaf.color(using: &g))
    if self == .leafy {
      s.rod(.line(50, 12, 50, -4), 4, Swatch(Palette.brown.color(using: &g)))
      for side in [-1.0, 1] where side < 0 || g.chance(0.6) {
        let (dx, dy) = (side * g.uniform(24...44), g.uniform(-18...8.0))
        s.add(.limb([(50, 6), (50 + dx * 0.5, dy), (50 + dx, dy + 6)], [4, g.uniform(14...24), 3]), m.trim)
      }
    } else if g.chance(0.3) {
      s.fill(.ellipse(62, 62, 10, 8), (Palette.blue + .white + .green + .red).color(using: &g))
    }
  }

  /// A cut face: rind, pith, and segments that meet in the middle.
  private static func drawFace(
    _ s: inout Sketch, _ m: Swatches, _ g: inout PCG32, _ x: Double, _ y: Double, _ r: Double, squash: Double
  ) {
    func lying(_ path: Path) -> Path { path.squeezed(1, squash, about: (x, y)) }
    let depth = r * 0.9 * (1 - squash * squash).squareRoot()
    if depth > 4 { s.add(.drum(x, top: y, bottom: y + depth * 0.5, r, r * 0.7, squash: squash), m.main) }
    s.add(lying(.circle(x, y, r)), m.main)
    s.fill(lying(.circle(x, y, r * 0.88)), Palette.cream.color(using: &g))
    let count = 7 + g.below(4)
    let start = g.uniform(0...1.0)
    let half = .pi / Double(count) * 0.86
    for i in 0..<count {
      let a = start + Double(i) * 2 * .pi / Double(count)
      let corners: [Path.XY] = [
        (x + 0.1 * r * cos(a), y + 0.1 * r * sin(a)),
        (x + 0.78 * r * cos(a - half), y + 0.78 * r * sin(a - half)),
        (x + 0.84 * r * cos(a), y + 0.84 * r * sin(a)),
        (x + 0.78 * r * cos(a + half), y + 0.78 * r * sin(a + half)),
      ]
      s.fill(lying(.polygon(corners)), m.accent.base.shaded(i % 2 == 0 ? 0.08 : 0))
    }
  }

  /// A thin round, or half of one.
  private static func drawSlice(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    if g.chance(0.5) {
      drawFace(&s, m, &g, 50, 50, 44, squash: 1)
      return
    }
    // Half of a slice, cut edge up.
    let cream = Palette.cream.color(using: &g)
    let turn = g.uniform(-0.5...0.5)
    for (r, swatch) in [(48.0, m.main), (42, Swatch(cream))] {
      s.add(Path.joined(.arc(50, 40, r, r, from: 0, to: .pi)).turned(turn, about: (50, 50)), swatch)
    }
    for i in 0..<5 {
      let a = 0.32 + Double(i) * 0.625
      s.fill(
        Path.polygon([
          (50 + 4 * cos(a), 42 + 4 * sin(a)), (50 + 36 * cos(a - 0.27), 42 + 36 * sin(a - 0.27)),
          (50 + 36 * cos(a + 0.27), 42 + 36 * sin(a + 0.27)),
        ]).turned(turn, about: (50, 50)), m.accent.base)
    }
  }

  /// Peeled segments, one or several in a fan.
  private static func drawSegments(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let count = 1 + g.below(6)
    let spread = g.uniform(0.2...0.45)
    for i in 0..<count {
      let turn = (Double(i) - Double(count - 1) / 2) * spread
      var one = Sketch()
      let flesh = m.accent.shaded(g.uniform(-0.1...0.2))
      one.add(.blob([(50, 2), (64, 20), (66, 42), (56, 68), (50, 74), (42, 48), (42, 24)]), flesh)
      one.stroke(.curve([(49, 8), (44, 36), (50, 68)]), 3.5, flesh.base.shaded(0.6))
      s.add(one) { $0.turned(turn, about: (44, 80)) }
    }
  }

  /// The peel half off, in a strip that hangs down, the pale ball showing.
  private static func drawPeeling(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let pale = m.accent.shaded(g.uniform(0.3...0.6))
    let side = g.anyOf([-1.0, 1])
    s.add(.circle(50, 46, 38), m.main)
    s.add(.blob([(18, 34), (50, 6), (84, 32), (84, 56), (66, 50), (44, 62), (22, 52)]), pale.plain)
    for x in [34.0, 50, 66] {
      s.stroke(.curve([(50, 12), (x, 34), (x * 0.8 + 10, 52)]), 2.5, pale.base.shaded(-0.2))
    }
    let drop = g.uniform(88.0...124)
    s.add(
      .limb(
        [(50 + side * 30, 60), (50 + side * 46, 84), (50 + side * 20, drop), (50 - side * 10, drop - 8)],
        [22, 16, 14, 4]),
      g.chance(0.4) ? Swatch(Pantry.crumb.color(using: &g)) : m.main)
  }
}
