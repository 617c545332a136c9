import Foundation
import Pictures
import Tensors

/// Upright figures: a person, who stands, walks or waves; a teddy bear, which sits.
enum Figure: String, BodyPlan, CaseIterable {
  case person, teddyBear

  func draw(on s: inout Sketch, _ m: Swatches, using g: inout PCG32) {
    switch self {
    case .person: Figure.drawPerson(&s, m, &g)
    case .teddyBear: Figure.drawTeddyBear(&s, m, &g)
    }
  }

  /// Main: shirt; trim: trousers; accent: skin, its second colour the hair's.
  private static func drawPerson(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let skin = m.accent.plain
    let hair = Swatch(m.accent.second)
    let stride = g.uniform(1.0...9.0)
    let swing = g.uniform(-0.6...0.9)
    let wave = g.chance(0.2) ? 2.4 : g.uniform(0.1...0.6)

    // Legs with shoes.
    for (side, x) in [(-1.0, 46.0), (1.0, 54.0)] {
      let foot = x + side * stride
      s.add(
        .limb([(x, 54), (x + side * stride * 0.45, 74), (foot, 95)], [13, 11.5, 9]),
        side < 0 ? m.trim.shaded(-0.12) : m.trim)
      s.add(.ellipse(foot + 2, 96, 7, 3.4), Swatch(.ink))
    }
    // An arm: sleeve to the elbow, then skin.
    func arm(_ side: Double, _ angle: Double) {
      let shoulder = (50 + side * 11, 29.0)
      let elbow = (shoulder.0 + side * sin(angle) * 15, shoulder.1 + cos(angle) * 15)
      let bend = angle + 0.25
      let hand = (elbow.0 + side * sin(bend) * 14, elbow.1 + cos(bend) * 14)
      s.add(.limb([elbow, ((elbow.0 + hand.0) / 2, (elbow.1 + hand.1) / 2), hand], [6.5, 6, 5.5]), skin)
      s.add(.circle(hand.0, hand.1, 3.2), skin)
      s.add(
        .limb([shoulder, ((shoulder.0 + elbow.0) / 2, (shoulder.1 + elbow.1) / 2), elbow], [8.5, 8, 7]),
        m.main)
    }
    arm(-1, 0.15 + 0.4 * max(0, swing))
    s.add(
      .blob([
        (42, 24), (50, 23), (58, 24), (63, 31), (60, 45), (60, 57), (50, 59), (40, 57), (40, 45), (37, 31),
      ]), m.main)
    arm(1, wave)
    s.add(.limb([(50, 26), (50, 22), (50, 18)], [7, 6, 6]), skin)
    // The head, with one of three kinds of hair.
    let style = g.below(3)
    if style == 0 { s.add(.blob([(40, 10), (50, 2), (60, 10), (62, 26), (50, 22), (38, 26)]), hair) }
    s.add(.ellipse(50, 12, 8.6, 10.4), skin)
    s.fill(.circle(47, 12, 1.3), .ink)
    s.fill(.circle(53.5, 12, 1.3), .ink)
    s.stroke(.arc(50, 15, 3, 2.2, from: 0.4, to: 2.7), 1, Color(red: 0.6, green: 0.2, blue: 0.2, alpha: 1))
    switch style {
    case 0, 1:
      s.add(.blob([(40.5, 12), (42, 3), (50, -0.5), (58, 3), (59.5, 12), (55, 6.5), (46, 6.5)]), hair)
    default:
      s.add(.blob([(41, 8), (43, 1), (50, -2), (57, 1), (59, 8)]), m.main.plain)
      s.add(.box(50, 5.5, 15, 3, round: 1.5), m.main.plain.shaded(-0.2))
    }
  }

  private static func drawTeddyBear(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let droop = g.uniform(-5.0...8.0)
    for side in [-1.0, 1.0] {
      s.add(.circle(50 + side * 20, 12, 9), m.main)
      s.inlay(.circle(50 + side * 20, 12, 5), m.accent)
      s.add(
        .limb(
          [(50 + side * 18, 50), (50 + side * 32, 54 + droop * 0.5), (50 + side * 40, 62 + droop)],
          [16, 15, 13]),
        m.main)
    }
    s.add(.ellipse(50, 66, 25, 25), m.main)
    s.inlay(.ellipse(50, 68, 15, 17), m.accent)
    for side in [-1.0, 1.0] {
      s.add(.ellipse(50 + side * 25, 86, 15, 12), m.main)
      s.inlay(.ellipse(50 + side * 29, 87, 8, 7.5), m.accent)
    }
    s.add(.ellipse(50, 26, 24, 21), m.main)
    s.add(.ellipse(50, 33, 11, 8.5), m.accent)
    s.fill(.ellipse(50, 29, 4, 3), .ink)
    s.fill(.circle(41, 22, 2.8), .ink)
    s.fill(.circle(59, 22, 2.8), .ink)
    // A bow at the neck.
    s.add(.polygon([(50, 47), (38, 42), (38, 53)]), m.trim)
    s.add(.polygon([(50, 47), (62, 42), (62, 53)]), m.trim)
  }
}
