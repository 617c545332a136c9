import Foundation
import Pictures
import Tensors

/// Vessels: a profile turned about an axis. Bottle, wine glass, cup, bowl, vase, potted plant.
enum Vessel: String, BodyPlan, CaseIterable {
  case bottle, wineGlass, cup, bowl, vase, pottedPlant

  func draw(on s: inout Sketch, _ m: Swatches, using g: inout PCG32) {
    switch self {
    case .bottle: Vessel.drawBottle(&s, m, &g)
    case .wineGlass: Vessel.drawWineGlass(&s, m, &g)
    case .cup: Vessel.drawCup(&s, m, &g)
    case .bowl: Vessel.drawBowl(&s, m, &g)
    case .vase: Vessel.drawVase(&s, m, &g)
    case .pottedPlant: Vessel.drawPottedPlant(&s, m, &g)
    }
  }

  private static func drawBottle(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let shoulder = g.uniform(34.0...46.0)
    s.add(
      .turned(
        at: 50,
        profile: [(6, 8), (6.5, shoulder - 14), (15, shoulder), (17, shoulder + 12), (17, 94), (14, 100)]),
      m.main)
    s.add(.box(42.5, 0, 15, 11, round: 2), m.accent)
    s.add(.box(32.5, 56, 35, 26, round: 1), m.trim)
    s.fill(.circle(50, 69, 7), m.accent.base)
    s.fill(.box(37, shoulder + 4, 4, 92 - shoulder, round: 2), Color.paper.withAlpha(0.35))
  }

  private static func drawWineGlass(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let level = g.uniform(16.0...28.0)
    s.add(.ellipse(50, 98, 22, 5), m.main)
    s.add(.limb([(50, 54), (50, 74), (50, 97)], [8, 4.5, 8]), m.main)
    s.add(.turned(at: 50, profile: [(19, 0), (24, 18), (22, 38), (10, 54), (2, 58)]), m.main)
    s.inlay(.turned(at: 50, profile: [(21, level), (21, 28), (18, 40), (9, 51), (2, 54)]), m.trim)
    s.add(.ellipse(50, 1, 19, 3.6), m.main)
    s.fill(.box(33, 8, 4, 26, round: 2), Color.paper.withAlpha(0.7))
  }

  private static func drawCup(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let taper = g.uniform(0...9.0)
    s.rod(.arc(72, 50, 20, 22, from: -1.35, to: 1.7), 8, m.main.plain)
    s.add(
      .polygon([(14, 16), (76, 16), (75 - taper, 92), (70 - taper, 96), (20 + taper, 96), (15 + taper, 92)]),
      m.main)
    s.inlay(.polygon([(16, 44), (75, 44), (75 - taper * 0.5, 62), (16 + taper * 0.5, 62)]), m.trim)
    s.add(.ellipse(45, 16, 31, 8), m.main.shaded(0.2).plain)
    s.fill(.ellipse(45, 17, 26, 5.6), Color(red: 0.30, green: 0.17, blue: 0.09))
  }

  private static func drawBowl(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    s.add(.box(34, 70, 32, 10, round: 3), m.main.shaded(-0.2))
    if g.chance(0.5) {
      // Something heaped in it.
      s.add(.blob([(14, 32), (24, 18), (40, 12), (56, 10), (74, 16), (86, 32), (50, 38)]), m.accent)
    }
    var hull = Path.arc(50, 32, 48, 43, from: 0, to: .pi)
    hull.steps.append(.close)
    s.add(hull, m.main)
    s.inlay(
      .arc(50, 34, 45, 36, from: 0.25, to: .pi - 0.25) + .arc(50, 34, 43, 24, from: .pi - 0.25, to: 0.25),
      m.trim)
    s.addPierced(.ellipse(50, 32, 48, 10) + .ellipse(50, 32, 43, 7), m.main.shaded(0.25).plain)
    s.fill(.ellipse(50, 32, 43, 7), m.accent.base.shaded(-0.1))
  }
}

/// Tools with a handle: fork, knife, spoon; and the hair drier that other things borrow their shape from.
enum Utensil: String, BodyPlan, CaseIterable {
  case fork, knife, spoon, hairDrier

  func draw(on s: inout Sketch, _ m: Swatches, using g: inout PCG32) {
    var thin = Sketch()
    drawThin(on: &thin, m, using: &g)
    // Sturdier than life, so that they survive being small.
    let girth = self == .hairDrier ? 1 : 1.3
    s.add(thin) { $0.mapped { Point(50 + ($0.x - 50) * girth, $0.y) } }
  }

  private func drawThin(on s: inout Sketch, _ m: Swatches, using g: inout PCG32) {
    switch self {
    case .fork:
      for x in [37.5, 46, 54.5, 63] { s.add(.box(x - 2.6, 0, 5.2, 34, round: 2.5), m.main) }
      s.add(.blob([(34, 28), (42, 31), (58, 31), (66, 28), (64, 42), (54, 52), (46, 52), (36, 42)]), m.main)
      s.add(.limb([(50, 48), (50, 70), (50, 112)], [6.5, 7, 12]), m.main)
    case .knife:
      s.add(.polygon([(43, 62), (43, 2), (50, -2), (60, 18), (61, 62)]), m.main)
      s.stroke(.line(57, 22, 58, 60), 1.6, m.main.base.shaded(0.6))
      s.add(.box(42, 60, 20, 7, round: 1), m.main.shaded(-0.3))
      s.add(.box(43, 66, 18, 44, round: 6), m.trim)
      for y in [76.0, 88, 100] { s.fill(.circle(52, y, 2.2), Color(gray: 0.8)) }
    case .spoon:
      s.add(.limb([(50, 32), (50, 66), (50, 112)], [7, 6.5, 12]), m.main)
      s.add(.ellipse(50, 20, 17, 24), m.main)
      s.fill(.ellipse(51, 22, 11.5, 18), m.main.base.shaded(-0.25))
      s.fill(.ellipse(46, 14, 3, 7, turn: 0.2), Color.paper.withAlpha(0.75))
    case .hairDrier: HairDrier.pistol.draw(on: &s, m, using: &g)
    }
  }
}
