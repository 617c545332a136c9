import Foundation
import Pictures
import Tensors

/// What grows: banana, apple, orange, broccoli, carrot.
enum Produce: String, BodyPlan, CaseIterable {
  case banana, apple, orange, broccoli, carrot

  func draw(on s: inout Sketch, _ m: Swatches, using g: inout PCG32) {
    switch self {
    case .banana:
      let hands = 1 + g.below(3)
      for i in 0..<hands {
        let drop = Double(hands - 1 - i) * 13
        let crook: [Path.XY] = [(9, 20), (17, 44 + drop), (42, 62 + drop), (72, 60 + drop), (93, 40 + drop)]
        s.add(.limb(crook, [6, 17, 22, 18, 5]), m.main)
        s.stroke(
          .curve([(13, 28), (22, 46 + drop), (44, 60 + drop), (72, 57 + drop), (90, 41 + drop)]), 1.6,
          m.main.base.shaded(-0.22))
        s.fill(.circle(94, 39 + drop, 3.4), m.trim.base)
      }
      s.add(.limb([(10, 24), (8, 14), (9, 4)], [9, 7, 7]), m.trim)
    case .apple:
      s.add(
        .blob([
          (50, 22), (66, 14), (86, 22), (92, 46), (80, 80), (62, 94), (50, 90), (38, 94), (20, 80), (8, 46),
          (14, 22), (34, 14),
        ]),
        m.main)
      s.fill(.ellipse(28, 38, 7, 13, turn: 0.4), Color.paper.withAlpha(0.5))
      s.fill(.ellipse(50, 22, 12, 4), m.main.base.shaded(-0.45))
      s.rod(.curve([(50, 24), (50, 12), (56, 2)]), 4, Swatch(Color(red: 0.35, green: 0.22, blue: 0.12)))
      s.add(.blob([(54, 14), (66, 2), (84, 4), (74, 14)]), m.trim)
    case .orange:
      s.add(.circle(50, 52, 44), m.main)
      s.fill(.ellipse(34, 34, 11, 7, turn: -0.7), Color.paper.withAlpha(0.4))
      if g.chance(0.5) {
        // A half beside it, cut open.
        s.add(.circle(74, 72, 30), m.main)
        s.fill(.circle(74, 72, 25.5), Color(red: 1.0, green: 0.93, blue: 0.75))
        for i in 0..<7 {
          let a = Double(i) * 2 * .pi / 7
          s.fill(
            .blob([
              (74 + 4 * cos(a), 72 + 4 * sin(a)), (74 + 21 * cos(a - 0.34), 72 + 21 * sin(a - 0.34)),
              (74 + 21 * cos(a + 0.34), 72 + 21 * sin(a + 0.34)),
            ]), m.main.base.shaded(0.12))
        }
      } else {
        s.fill(.regular(5, 50, 14, 5, turn: -.pi / 2), Color(red: 0.25, green: 0.45, blue: 0.15))
      }
    case .broccoli:
      let stalk = m.trim
      s.add(.limb([(50, 50), (50, 76), (50, 98)], [26, 20, 24]), stalk)
      s.add(.limb([(48, 70), (34, 58), (26, 48)], [12, 11, 10]), stalk)
      s.add(.limb([(52, 70), (66, 58), (74, 48)], [12, 11, 10]), stalk)
      for (x, y, r) in [
        (18.0, 40.0, 16.0), (82, 40, 16), (32, 22, 18), (68, 22, 18), (50, 12, 17), (36, 44, 15),
        (64, 44, 15), (50, 32, 18),
      ] {
        let size = r + g.uniform(-1.5...1.5)
        s.add(.ellipse(x, y, size, size * 0.9), m.main.shaded(g.uniform(-0.12...0.12)))
      }
    case .carrot:
      for (x, lean) in [(42.0, -14.0), (50, 0), (58, 14)] {
        s.add(.limb([(50, 26), (x, 10), (x + lean, -10)], [5, 9, 3]), m.trim)
        s.stroke(.curve([(50, 26), (x, 10), (x + lean, -10)]), 1.2, m.trim.base.shaded(-0.4))
      }
      s.add(.blob([(34, 28), (50, 22), (66, 28), (66, 44), (58, 82), (51, 110), (43, 82), (34, 44)]), m.main)
      for (x, y, w) in [(38.0, 42.0, 12.0), (52, 56, 10), (42, 70, 9), (50, 84, 6)] {
        s.stroke(.line(x, y, x + w, y + 1), 1.8, m.main.base.shaded(-0.3))
      }
    }
  }
}

/// What is made: sandwich, hot dog, pizza, donut, cake.
enum Dish: String, BodyPlan, CaseIterable {
  case sandwich, hotDog, pizza, donut, cake

  func draw(on s: inout Sketch, _ m: Swatches, using g: inout PCG32) {
    switch self {
    case .sandwich: Dish.drawSandwich(&s, m, &g)
    case .hotDog: Dish.drawHotDog(&s, m)
    case .pizza: Dish.drawPizza(&s, m, &g)
    case .donut: Dish.drawDonut(&s, m, &g)
    case .cake: Dish.drawCake(&s, m, &g)
    }
  }

  private static func drawSandwich(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    // Two slices with lettuce, tomato and cheese between, cut to a triangle and seen from the cut.
    let crumb = Swatch(Color(red: 0.97, green: 0.90, blue: 0.74), .crust)
    s.add(.box(2, 66, 96, 17, round: 6), m.main)
    s.inlay(.box(6, 67, 88, 11, round: 3), crumb)
    s.add(
      .blob([
        (0, 60), (12, 54), (50, 54), (88, 54), (101, 60), (92, 69), (80, 63), (66, 71), (50, 64), (34, 71),
        (20, 63), (8, 69),
      ]),
      m.accent)
    s.add(.box(4, 48, 92, 9, round: 4), m.trim)
    s.add(
      .polygon([(2, 42), (98, 42), (84, 50), (70, 44), (50, 53), (34, 45), (16, 50)]),
      Swatch(Color(red: 1, green: 0.80, blue: 0.22)))
    s.add(.polygon([(2, 44), (50, 6), (98, 44)]), m.main)
    s.inlay(.polygon([(14, 41), (50, 13), (86, 41)]), crumb)
  }

  private static func drawHotDog(_ s: inout Sketch, _ m: Swatches) {
    s.add(.limb([(6, 44), (50, 40), (106, 44)], [22, 34, 22]), m.main.shaded(-0.12))
    s.add(.limb([(-4, 52), (50, 49), (116, 52)], [14, 18, 14]), m.trim)
    s.stroke(
      .curve([(4, 48), (16, 53), (28, 45), (40, 52), (52, 44), (64, 52), (76, 45), (88, 53), (104, 48)]), 4,
      m.accent.base)
    s.add(.limb([(4, 64), (50, 68), (108, 64)], [18, 26, 18]), m.main)
  }

  private static func drawPizza(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    if g.chance(0.65) {
      // A whole one, seen a little from the side.
      let squash = g.uniform(0.78...1.0)
      func round(_ p: Path) -> Path { p.mapped { Point($0.x, 50 + ($0.y - 50) * squash) } }
      s.add(round(.circle(50, 50, 48)), m.main)
      s.inlay(round(.circle(50, 50, 40)), m.accent)
      for i in 0..<8 {
        let a = Double(i) * .pi / 4 + g.uniform(-0.2...0.2)
        let d = i % 2 == 0 ? 28.0 : 15
        s.fill(round(.circle(50 + d * cos(a), 50 + d * sin(a), 6.6)), m.trim.base)
        let b = a + 0.45
        s.fill(
          round(.ellipse(50 + 26 * cos(b), 50 + 26 * sin(b), 3.6, 1.8, turn: b)),
          Color(red: 0.2, green: 0.45, blue: 0.18))
      }
      for i in 0..<3 {
        let a = Double(i) * .pi / 3 + 0.3
        s.stroke(
          round(.line(50 - 47 * cos(a), 50 - 47 * sin(a), 50 + 47 * cos(a), 50 + 47 * sin(a))), 1.4,
          m.main.base.shaded(-0.45))
      }
    } else {
      // A slice.
      s.add(.polygon([(6, 14), (94, 14), (50, 100)]), m.accent)
      s.add(.limb([(2, 14), (50, 5), (98, 14)], [13, 15, 13]), m.main)
      for (x, y) in [(32.0, 34.0), (64, 30), (50, 54), (50, 78)] { s.fill(.circle(x, y, 8), m.trim.base) }
      for (x, y) in [(48.0, 38.0), (62, 48), (40, 64)] {
        s.fill(.ellipse(x, y, 4, 2, turn: 0.6), Color(red: 0.2, green: 0.45, blue: 0.18))
      }
    }
  }

  private static func drawDonut(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let squash = g.uniform(0.75...1.0)
    func round(_ p: Path) -> Path { p.mapped { Point($0.x, 50 + ($0.y - 50) * squash) } }
    s.addPierced(round(.circle(50, 53, 46) + .circle(50, 53, 14)), m.trim)
    s.addPierced(
      round(
        .blob(
          (0..<12).map { i in
            let a = Double(i) * .pi / 6
            let r = i % 2 == 0 ? 42.0 : 38.0
            return (50 + r * cos(a), 49 + r * sin(a))
          }) + .circle(50, 50, 16)), m.main)
    let colors: [Color] = [
      .paper, .lamp, Color(red: 0.3, green: 0.6, blue: 0.95), Color(red: 0.5, green: 0.85, blue: 0.4),
    ]
    for i in 0..<14 {
      let a = Double(i) * 2 * .pi / 14 + g.uniform(-0.15...0.15)
      let d = g.uniform(21.0...34.0)
      s.stroke(
        round(Path.line(50 + d * cos(a) - 2, 49 + d * sin(a), 50 + d * cos(a) + 2, 49 + d * sin(a) + 2)), 2.6,
        colors[i % 4])
    }
  }

  private static func drawCake(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let candles = 1 + 2 * g.below(2)
    for i in 0..<candles {
      let x = 50 + (Double(i) - Double(candles - 1) / 2) * 18
      s.add(.box(x - 2.2, -2, 4.4, 18), Swatch(i % 2 == 0 ? .paper : m.accent.base))
      s.fill(.blob([(x, -13), (x + 3, -5), (x, -2), (x - 3, -5)]), Color(red: 1, green: 0.7, blue: 0.15))
    }
    s.add(.ellipse(50, 90, 54, 8), .paper)
    s.add(.box(8, 20, 84, 68, round: 5), m.main)
    s.inlay(.box(9, 54, 82, 7), m.accent)
    // Icing that runs down.
    s.add(
      .blob([
        (7, 24), (12, 13), (50, 11), (88, 13), (93, 24), (91, 42), (84, 32), (76, 44), (66, 32), (56, 42),
        (46, 32), (36, 44), (26, 32), (16, 42), (9, 38),
      ]),
      m.trim)
    for x in [20.0, 40, 60, 80] { s.fill(.circle(x, 18, 4.2), m.accent.base) }
  }
}
