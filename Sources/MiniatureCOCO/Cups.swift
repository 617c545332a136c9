import Foundation
import Pictures
import Tensors

/// Cups: what one drinks from by itself, with a handle, a lid, a straw or nothing.
enum Cup: String, BodyPlan, CaseIterable {
  case mug, teacup, paper, tumbler, party, travel

  func draw(on s: inout Sketch, _ m: Swatches, using g: inout PCG32) {
    let drink = Pantry.drinks.color(using: &g)
    switch self {
    case .mug:
      if g.chance(0.3) {
        Cup.drawFromAbove(&s, m, &g, drink)
      } else {
        Cup.drawMug(&s, m, &g, drink)
      }
    case .teacup:
      if g.chance(0.35) {
        Cup.drawFromAbove(&s, m, &g, drink)
      } else {
        Cup.drawTeacup(&s, m, &g, drink)
      }
    case .paper: Cup.drawPaper(&s, m, &g)
    case .tumbler: Cup.drawTumbler(&s, m, &g, drink)
    case .party: Cup.drawParty(&s, m, &g, drink)
    case .travel: Cup.drawTravel(&s, m, &g)
    }
  }

  /// A rim, the inside, and the drink in it.
  private static func drawMouth(
    _ s: inout Sketch, _ g: inout PCG32, at y: Double, _ half: Double, squash: Double, _ wall: Swatch,
    _ drink: Color
  ) {
    s.add(.ellipse(50, y, half, half * squash), wall.plain)
    if g.chance(0.25) {
      s.fill(.ellipse(50, y + 1, half * 0.85, half * squash * 0.78), wall.base.shaded(-0.35))
    } else {
      s.fill(.ellipse(50, y + 1, half * 0.85, half * squash * 0.78), drink)
      if g.chance(0.3) { s.fill(.ellipse(46, y + 1, half * 0.4, half * squash * 0.4), drink.shaded(0.5)) }
    }
  }

  /// What is on the wall: a band, a badge, a heart, or nothing.
  private static func drawPattern(
    _ s: inout Sketch, _ m: Swatches, _ g: inout PCG32, _ half: Double, top: Double, bottom: Double
  ) {
    let (height, middle) = (bottom - top, (top + bottom) / 2)
    switch g.below(5) {
    case 0: s.inlay(.box(50 - half, top + height * 0.35, 2 * half, height * 0.3), m.trim)
    case 1: s.fill(.circle(50 - half * 0.2, middle, min(half, height) * 0.4), m.trim.base)
    case 2: s.inlay(.box(50 - half, middle, 2 * half, height * 0.5, round: 4), m.trim)
    case 3:
      for x in [-0.5, 0, 0.5] {
        s.inlay(.box(50 + half * x - half * 0.1, top + height * 0.15, half * 0.2, height * 0.8), m.trim)
      }
    default: break
    }
  }

  private static func drawMug(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32, _ drink: Color) {
    let half = g.uniform(24.0...36)
    let height = half * g.uniform(1.5...2.4)
    let bottom = half * g.uniform(0.75...1.05)
    let squash = g.uniform(0.12...0.55)
    let (top, base) = (20.0, 20 + height)
    // The handle is at the side, towards us, or hidden.
    let reach = g.drawOne(of: [0, 0.95, 1, 1])
    let grip = Path.arc(50 + half * reach, 20 + height * 0.5, half * 0.6, height * 0.32, from: -1.5, to: 1.6)
    if reach > 0 { s.rod(grip, g.uniform(6...10), m.main.plain) }
    s.add(.drum(50, top: top, bottom: base, half, bottom, squash: squash), m.main)
    drawPattern(&s, m, &g, min(half, bottom) * 0.96, top: top + half * squash, bottom: base)
    drawMouth(&s, &g, at: top, half, squash: squash, m.main.shaded(0.15), drink)
  }

  private static func drawTeacup(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32, _ drink: Color) {
    let half = g.uniform(26.0...36)
    let depth = g.uniform(30.0...48)
    let squash = g.uniform(0.12...0.5)
    let hasSaucer = g.chance(0.6)
    if hasSaucer {
      s.add(.ellipse(50, 26 + depth, half * 1.5, half * (0.25 + squash * 0.8)), m.main.shaded(-0.08))
      s.add(.ellipse(50, 25 + depth, half * 0.9, half * (0.12 + squash * 0.5)), m.trim)
    }
    s.rod(
      .arc(50 + half * 0.9, 24 + depth * 0.35, half * 0.42, depth * 0.3, from: -1.6, to: 1.7), 6, m.main.plain
    )
    s.add(
      .joined(
        .arc(50, 20, half, half * squash, from: 0, to: -.pi),
        .curve([
          (50 - half, 20), (50 - half * 0.9, 20 + depth * 0.55), (50 - half * 0.5, 20 + depth),
          (50, 22 + depth),
          (50 + half * 0.5, 20 + depth), (50 + half * 0.9, 20 + depth * 0.55), (50 + half, 20),
        ])), m.main)
    if g.chance(0.5) {
      s.inlay(.box(50 - half * 0.86, 22 + half * squash, half * 1.72, depth * 0.2), m.trim)
    }
    drawMouth(&s, &g, at: 20, half, squash: squash, m.main.shaded(0.12), drink)
  }

  /// For taking away: a lid, a sleeve or a device.
  private static func drawPaper(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let half = g.uniform(20.0...32)
    let base = g.uniform(66.0...108)
    let squash = g.uniform(0.1...0.4)
    let foot = half * g.uniform(0.62...0.85)
    s.add(.drum(50, top: 18, bottom: base, half, foot, squash: squash), m.main)
    if g.chance(0.5) {
      let (a, b) = (18 + (base - 18) * 0.3, 18 + (base - 18) * g.uniform(0.6...0.85))
      s.add(.drum(50, top: a + half * squash, bottom: b, half * 0.95, foot * 1.1, squash: squash), m.trim)
    }
    if g.chance(0.6) { s.fill(.circle(50, (18 + base) / 2 + 8, half * 0.4), m.accent.base) }
    let lid = g.drawOne(of: [m.accent, m.main.shaded(0.3), .paper])
    s.add(.drum(50, top: 10, bottom: 18, half * 0.95, half * 1.08, squash: squash), lid.plain)
    s.add(.ellipse(50, 9, half * 0.9, half * squash * 0.9), lid.plain.shaded(0.15))
    if g.chance(0.3) { s.rod(.line(54, 8, g.uniform(56...74), -22), 5, m.trim.plain) }
  }

  /// A glass without a stem, and the drink seen through it.
  private static func drawTumbler(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32, _ drink: Color) {
    let half = g.uniform(20.0...34)
    let base = 14 + half * g.uniform(2.2...3.6)
    let squash = g.uniform(0.1...0.5)
    let foot = half * g.uniform(0.65...1)
    s.add(.drum(50, top: 14, bottom: base, half, foot, squash: squash), m.main)
    let level = 14 + (base - 14) * g.uniform(0.1...0.75)
    let share = (level - 14) / (base - 14)
    let wide = half + (foot - half) * share - 2
    s.add(.ellipse(50, 14, half, half * squash), m.main.shaded(0.15).plain)
    if g.chance(0.8) {
      s.inlay(
        .drum(50, top: level, bottom: base - 3, wide, foot - 2, squash: squash),
        Swatch(texture: .glass, base: drink, second: .paper))
      let foam = g.chance(0.3) ? Color.paper : drink.shaded(0.25)
      s.fill(.ellipse(50, level, wide, wide * squash), foam)
    }
    s.fill(.box(50 - half * 0.68, 26, 4, base - 42, round: 2), Color.paper.withAlpha(0.5))
    if g.chance(0.25) { s.rod(.line(48, level, g.uniform(56...76), -14), 4.5, m.accent.plain) }
  }

  /// Thin plastic or enamel, pale within; sometimes fallen over.
  private static func drawParty(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32, _ drink: Color) {
    var cup = Sketch()
    let half = g.uniform(24.0...34)
    let base = 14 + half * g.uniform(1.8...2.8)
    let squash = g.uniform(0.15...0.6)
    cup.add(.drum(50, top: 14, bottom: base, half, half * g.uniform(0.6...0.8), squash: squash), m.main)
    for share in [0.35, 0.6] where g.chance(0.7) {
      let y = 14 + (base - 14) * share + half * squash * 0.9
      cup.stroke(
        .arc(50, y - half * squash, half * 0.86, half * squash, from: 0.3, to: 2.84), 2.4, m.trim.base)
    }
    let isFallen = g.chance(0.3)
    drawMouth(&cup, &g, at: 14, half, squash: squash, m.accent, isFallen ? m.accent.base.shaded(-0.2) : drink)
    let turn = isFallen ? g.drawOne(of: [-1, 1]) * g.uniform(1.2...1.9) : 0
    s.add(cup) { $0.turned(turn, about: (50, 50)) }
  }

  /// An insulated mug: a dark lid, a grip, a handle or none.
  private static func drawTravel(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let half = g.uniform(18.0...28)
    let base = g.uniform(70.0...100)
    if g.chance(0.5) { s.rod(.box(50 + half * 0.5, 30, half, base * 0.45, round: 8), 7, m.accent.plain) }
    s.add(.drum(50, top: 14, bottom: base, half, half * g.uniform(0.65...0.95), squash: 0.15), m.main)
    let grip = g.uniform(30.0...50)
    s.inlay(.box(50 - half * 0.85, grip, half * 1.7, g.uniform(10...24)), m.trim)
    s.add(.box(50 - half * 1.08, 4, half * 2.16, 16, round: 5), m.accent)
    s.fill(.box(50 + half * 0.2, 0, half * 0.5, 6, round: 2), m.accent.base.shaded(-0.3))
  }

  /// Looking down into it: round, the drink in the middle, a handle to one side, a saucer below.
  private static func drawFromAbove(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32, _ drink: Color) {
    let squash = g.uniform(0.8...1)
    let hasSaucer = g.chance(0.45)
    let r = hasSaucer ? 28.0 : 38
    let angle = g.uniform(0...6.28)
    var cup = Sketch()
    if hasSaucer {
      cup.add(.circle(50, 50, 50), m.main.shaded(-0.1))
      cup.add(.circle(50, 50, g.uniform(34...42)), m.trim)
    }
    cup.rod(
      .line(
        50 + r * 0.8 * cos(angle), 50 + r * 0.8 * sin(angle), 50 + r * 1.45 * cos(angle),
        50 + r * 1.45 * sin(angle)),
      g.uniform(9...13), m.main.plain)
    cup.add(.circle(50, 50, r), m.main)
    cup.fill(.circle(50, 50, r * 0.82), drink)
    switch g.below(3) {
    case 0:
      cup.fill(.scalloped(50, 50, r * 0.5, r * 0.5, bumps: 7, depth: 0.12, phase: angle), drink.shaded(0.6))
    case 1: cup.fill(.ellipse(44, 44, r * 0.3, r * 0.16, turn: -0.7), Color.paper.withAlpha(0.5))
    default: break
    }
    s.add(cup) { $0.squeezed(1, squash) }
  }
}
