import Foundation
import Pictures
import Tensors

/// What people sit, lie and eat on: bench, chair, couch, bed, dining table, toilet.
enum Furniture: String, BodyPlan, CaseIterable {
  case bench, chair, couch, bed, diningTable, toilet

  func draw(on s: inout Sketch, _ m: Swatches, using g: inout PCG32) {
    switch self {
    case .bench: Furniture.drawBench(&s, m, &g)
    case .chair: Furniture.drawChair(&s, m, &g)
    case .couch: Furniture.drawCouch(&s, m, &g)
    case .bed: Furniture.drawBed(&s, m, &g)
    case .diningTable: Furniture.drawDiningTable(&s, m, &g)
    case .toilet: Furniture.drawToilet(&s, m, &g)
    }
  }

  private static func drawBench(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    for x in [12.0, 98] {
      s.rod(.polyline([(x, 16), (x + 2, 56), (x - 3, 88)]), 4.5, m.trim)
      s.rod(.polyline([(x + 2, 56), (x + 8, 66), (x + 9, 90)]), 4.5, m.trim)
    }
    for y in [14.0, 27, 40] { s.add(.box(0, y, 112, 9, round: 2), m.main) }
    s.add(.polygon([(4, 54), (108, 54), (118, 62), (-4, 62)]), m.main)
    s.add(.box(-4, 62, 122, 6, round: 2), m.main.shaded(-0.15))
    for x in [6.0, 106] { s.rod(.curve([(x, 40), (x + 8, 42), (x + 9, 60)]), 3.5, m.trim) }
  }

  private static func drawChair(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let back = g.uniform(0...8.0)
    s.rod(.line(32, 58, 30, 84), 5, m.main.shaded(-0.25).plain)
    s.rod(.line(76, 56, 78, 82), 5, m.main.shaded(-0.25).plain)
    // The back: two posts with slats or a panel.
    s.rod(.line(22, 60, 18 + back * 0.3, 2 + back), 5.5, m.main.plain)
    s.rod(.line(62, 56, 60 + back * 0.3, 0 + back), 5.5, m.main.plain)
    if g.chance(0.5) {
      for y in [8.0, 22, 36] {
        s.add(.polygon([(20, y + back + 2), (61, y + back), (61, y + back + 7), (20, y + back + 9)]), m.main)
      }
    } else {
      s.add(.polygon([(19, 7 + back), (61, 5 + back), (62, 40), (21, 43)]), m.trim)
    }
    s.add(.polygon([(16, 58), (64, 52), (86, 62), (34, 70)]), m.trim)
    s.add(.polygon([(16, 58), (34, 70), (34, 75), (16, 63)]), m.main)
    s.add(.polygon([(34, 70), (86, 62), (86, 67), (34, 75)]), m.main)
    s.rod(.line(19, 64, 17, 94), 5.5, m.main.plain)
    s.rod(.line(37, 74, 37, 102), 5.5, m.main.plain)
    s.rod(.line(83, 67, 85, 95), 5.5, m.main.plain)
  }

  private static func drawCouch(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    for x in [14.0, 118] { s.add(.box(x, 68, 6, 10), m.trim) }
    s.add(.box(8, 8, 122, 44, round: 10), m.main)
    s.stroke(.line(69, 12, 69, 46), 1.6, m.main.base.shaded(-0.4))
    s.add(.box(12, 42, 57, 18, round: 5), m.main.shaded(0.1))
    s.add(.box(69, 42, 57, 18, round: 5), m.main.shaded(0.1))
    s.add(.box(8, 57, 122, 14, round: 3), m.main.shaded(-0.12))
    s.add(.box(-4, 28, 20, 44, round: 9), m.main)
    s.add(.box(122, 28, 20, 44, round: 9), m.main)
    s.add(.box(24, 24, 22, 20, round: 4).turned(0.2, about: (35, 34)), m.accent)
    if g.chance(0.6) { s.add(.box(92, 24, 22, 20, round: 4).turned(-0.25, about: (103, 34)), m.accent) }
  }

  private static func drawBed(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    s.add(.box(0, 2, 10, 76, round: 3), m.trim)
    s.add(.box(106, 34, 9, 46, round: 3), m.trim)
    s.add(.box(8, 60, 100, 10), m.trim.shaded(-0.15))
    // The mattress in perspective, blanket and pillows on it.
    s.add(.polygon([(10, 40), (22, 26), (114, 26), (108, 40)]), .paper)
    s.add(.box(10, 40, 98, 22, round: 3), Swatch(Color.paper.shaded(-0.08)))
    s.add(.blob([(36, 62), (38, 40), (46, 27), (112, 26), (114, 34), (109, 64), (70, 66)]), m.main)
    s.inlay(.polygon([(38, 40), (46, 27), (52, 27), (45, 40), (44, 62), (37, 62)]), m.accent)
    s.add(.blob([(12, 38), (16, 24), (28, 20), (38, 24), (34, 38), (22, 42)]), Swatch(.paper))
  }

  private static func drawDiningTable(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let round = g.chance(0.35)
    if round {
      s.add(.limb([(60, 40), (60, 70), (60, 84)], [14, 9, 12]), m.main)
      s.add(.ellipse(60, 88, 26, 6), m.main.shaded(-0.2))
      s.add(.ellipse(60, 36, 62, 17), m.main.shaded(-0.3))
      s.add(.ellipse(60, 31, 62, 17), m.main)
    } else {
      s.add(.box(22, 36, 6, 38), m.main.shaded(-0.35))
      s.add(.box(92, 36, 6, 38), m.main.shaded(-0.35))
      s.add(.box(2, 44, 8, 48), m.main.shaded(-0.15))
      s.add(.box(110, 44, 8, 48), m.main.shaded(-0.15))
      s.add(.polygon([(20, 20), (100, 20), (122, 42), (-2, 42)]), m.main)
      s.add(.box(-2, 42, 124, 8, round: 1), m.main.shaded(-0.2))
    }
    // A runner, and plates.
    s.inlay(.polygon([(52, 21), (68, 21), (72, 41), (48, 41)]), m.trim)
    for x in [30.0, 90] {
      s.add(.ellipse(x, 31, 12, 4.6), .paper)
      s.fill(.ellipse(x, 31, 6.5, 2.4), m.accent.base)
    }
  }

  private static func drawToilet(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    s.add(.box(18, 6, 24, 46, round: 3), m.main)
    s.add(.box(15, 0, 30, 9, round: 3), m.main)
    s.stroke(.line(24, 17, 31, 17), 3, Color(gray: 0.55))
    s.add(.limb([(46, 94), (46, 78), (52, 62)], [34, 24, 34]), m.main.shaded(-0.05))
    s.add(.blob([(30, 52), (50, 50), (84, 52), (92, 56), (84, 72), (62, 80), (40, 76), (30, 64)]), m.main)
    if g.chance(0.5) {
      s.add(.ellipse(40, 30, 9, 24, turn: 0.12), m.main)
      s.fill(.ellipse(41, 31, 4.5, 17, turn: 0.12), m.main.base.shaded(-0.14))
    }
    s.add(.ellipse(61, 53, 32, 8), m.main)
    s.fill(.ellipse(61, 53, 24, 4.8), Color(red: 0.45, green: 0.62, blue: 0.72))
  }
}
