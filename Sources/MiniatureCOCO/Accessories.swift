import Foundation
import Pictures
import Tensors

/// What one carries things in: backpack, handbag, suitcase.
enum Luggage: String, BodyPlan, CaseIterable {
  case backpack, handbag, suitcase

  func draw(on s: inout Sketch, _ m: Swatches, using g: inout PCG32) {
    switch self {
    case .backpack:
      s.rod(.arc(50, 8, 9, 8, from: .pi, to: 2 * .pi), 4, m.trim.plain)
      for side in [-1.0, 1.0] {
        s.rod(.curve([(50 + side * 26, 20), (50 + side * 42, 46), (50 + side * 30, 86)]), 6, m.trim.plain)
        s.add(.box(50 + side * 33 - 7, 58, 14, 30, round: 6), m.main.shaded(-0.2))
      }
      s.add(
        .blob([(22, 34), (30, 12), (50, 6), (70, 12), (78, 34), (80, 86), (66, 96), (34, 96), (20, 86)]),
        m.main)
      s.stroke(.arc(50, 36, 24, 19, from: .pi * 1.05, to: .pi * 1.95), 1.8, m.main.base.shaded(-0.5))
      s.add(.box(29, 54, 42, 34, round: 8), m.trim)
      s.stroke(.line(33, 62, 67, 62), 2, m.trim.base.shaded(-0.5))
      s.fill(.box(47, 61, 5, 9, round: 2), m.accent.base)
    case .handbag:
      let tall = g.uniform(28.0...40.0)
      s.rod(.arc(50, 42, 25, tall, from: .pi, to: 2 * .pi), 5, m.trim.plain)
      s.add(.blob([(14, 44), (50, 40), (86, 44), (96, 84), (88, 94), (50, 96), (12, 94), (4, 84)]), m.main)
      s.add(
        .blob([(15, 43), (50, 40), (85, 43), (84, 56), (66, 66), (50, 68), (34, 66), (16, 56)]),
        m.main.shaded(-0.18))
      s.add(.box(43, 60, 14, 13, round: 3), m.accent)
    case .suitcase:
      s.rod(.polyline([(36, 26), (36, 2), (64, 2), (64, 26)]), 4.5, .chrome)
      for x in [26.0, 74] { s.add(.circle(x, 104, 5.5), .tyre) }
      s.add(.box(14, 18, 72, 84, round: 9), m.main)
      for x in [28.0, 43, 57, 72] { s.stroke(.line(x, 28, x, 92), 2.4, m.main.base.shaded(-0.3)) }
      s.add(.box(14, 54, 72, 7), m.trim)
      s.fill(.box(44, 52, 12, 11, round: 2), m.accent.base)
    }
  }
}

/// What one wears: tie, baseball glove.
enum Worn: String, BodyPlan, CaseIterable {
  case tie, baseballGlove

  func draw(on s: inout Sketch, _ m: Swatches, using g: inout PCG32) {
    switch self {
    case .tie: Worn.drawTie(&s, m, &g)
    case .baseballGlove: Worn.drawGlove(&s, m)
    }
  }

  private static func drawTie(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let sway = g.uniform(-8.0...8.0)
    s.add(.polygon([(26, 4), (50, 14), (42, 20), (22, 14)]), .paper)
    s.add(.polygon([(74, 4), (50, 14), (58, 20), (78, 14)]), .paper)
    s.add(.polygon([(46, 20), (55, 20), (66 + sway, 82), (52 + sway, 98), (37 + sway, 84)]), m.main)
    s.add(.polygon([(40, 4), (60, 4), (57, 22), (43, 22)]), m.main.shaded(-0.12))
  }

  private static func drawGlove(_ s: inout Sketch, _ m: Swatches) {
    // Four fingers, the web, the thumb, the palm.
    for (x, y, lean) in [(24.0, 14.0, -0.35), (38, 4, -0.12), (53, 2, 0.05), (67, 8, 0.22)] {
      s.add(.box(x - 8, y, 16, 52, round: 8).turned(lean, about: (x, y + 50)), m.main)
    }
    s.add(.blob([(62, 30), (88, 26), (84, 54), (64, 60)]), m.trim)
    s.stroke(.line(66, 36, 84, 48) + .line(82, 32, 68, 54), 1.6, m.main.base.shaded(-0.5))
    s.add(.limb([(62, 72), (86, 58), (94, 36)], [24, 19, 13]), m.main)
    s.add(
      .blob([(16, 56), (24, 46), (48, 42), (68, 50), (76, 68), (70, 88), (50, 96), (28, 92), (16, 76)]),
      m.main)
    s.stroke(.arc(48, 64, 20, 16, from: 0.2, to: 2.9), 2, m.main.base.shaded(-0.45))
    s.stroke(.line(28, 56, 66, 52), 2, m.accent.base)
    for x in [32.0, 42, 52, 62] { s.stroke(.line(x, 50, x + 1, 58), 1.6, m.accent.base) }
  }
}
