import Foundation
import Pictures
import Tensors

/// Vessels: a profile turned about an axis. Vase and potted plant; bottle, cup and bowl as things without a name
/// borrow them.
enum Vessel: String, BodyPlan, CaseIterable {
  case bottle, cup, bowl, vase, pottedPlant

  func draw(on s: inout Sketch, _ m: Swatches, using g: inout PCG32) {
    switch self {
    case .bottle: Bottle.wine.drawStanding(&s, m, &g)
    case .cup: Cup.mug.draw(on: &s, m, using: &g)
    case .bowl: Bowl.deep.draw(on: &s, m, using: &g)
    case .vase: Vessel.drawVase(&s, m, &g)
    case .pottedPlant: Vessel.drawPottedPlant(&s, m, &g)
    }
  }

  private static func drawVase(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let flowers = g.below(2) + 3
    for i in 0..<flowers {
      let x = 50 + (Double(i) - Double(flowers - 1) / 2) * 17 + g.uniform(-3.0...3.0)
      let y = g.uniform(-8.0...10.0)
      s.rod(
        .curve([(50, 50), ((x + 50) / 2, 34), (x, y)]), 2.4, Swatch(Color(red: 0.25, green: 0.5, blue: 0.22)))
      for petal in 0..<5 {
        let a = Double(petal) * 2 * .pi / 5 + Double(i)
        s.add(.circle(x + 5.5 * cos(a), y + 5.5 * sin(a), 4.6), m.accent)
      }
      s.fill(.circle(x, y, 3.4), .lamp)
    }
    s.add(.turned(at: 50, profile: [(13, 40), (9, 48), (11, 55), (24, 70), (22, 86), (13, 98)]), m.main)
    s.inlay(.turned(at: 50, profile: [(21.5, 66), (23.5, 72), (23, 80), (22, 83)]), m.trim)
    s.add(.ellipse(50, 40, 13, 3.5), m.main.shaded(-0.3))
  }

  private static func drawPottedPlant(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    // Long leaves in a fan, the middle ones last.
    for i in [0, 6, 1, 5, 2, 4, 3] {
      let a = -Double.pi / 2 + (Double(i) - 3) * 0.42 + g.uniform(-0.1...0.1)
      let length = 50 + g.uniform(-6.0...8.0) - abs(Double(i) - 3) * 3
      let tip = (50 + cos(a) * length, 62 + sin(a) * length)
      let middle = (50 + cos(a) * length * 0.55 + 2, 62 + sin(a) * length * 0.55 - 6)
      s.add(.limb([(50, 64), middle, tip], [5, 15, 2]), m.main.shaded(i % 2 == 0 ? -0.1 : 0.12))
      s.stroke(.curve([(50, 64), middle, tip]), 1, m.main.base.shaded(-0.35))
    }
    s.add(.polygon([(28, 66), (72, 66), (66, 104), (34, 104)]), m.trim)
    s.add(.box(25, 60, 50, 10, round: 2), m.trim.shaded(0.08))
  }
}

/// Tools with a handle: toothbrush, scissors, hair drier.
enum Utensil: String, BodyPlan, CaseIterable {
  case toothbrush, scissors, hairDrier

  func draw(on s: inout Sketch, _ m: Swatches, using g: inout PCG32) {
    var thin = Sketch()
    drawThin(on: &thin, m, using: &g)
    // Sturdier than life, so that they survive being small.
    let girth = self == .hairDrier || self == .scissors ? 1.05 : 1.3
    s.add(thin) { $0.mapped { Point(50 + ($0.x - 50) * girth, $0.y) } }
  }

  private func drawThin(on s: inout Sketch, _ m: Swatches, using g: inout PCG32) {
    switch self {
    case .toothbrush:
      s.add(.box(51, 2, 12, 30, round: 2), m.trim)
      for y in [8.0, 14, 20, 26] { s.stroke(.line(53, y, 63, y), 1.2, m.accent.base) }
      s.add(
        .limb([(48, 0), (48, 32), (49, 44), (50, 60), (50, 86), (50, 114)], [8, 8, 6, 10, 11, 9]), m.main)
      s.inlay(.box(47.5, 64, 5, 38, round: 2.5), m.trim)
    case .scissors:
      let gape = g.uniform(0.12...0.28)
      for side in [-1.0, 1.0] {
        let pivot = (50.0, 54.0)
        s.add(
          Path.polygon([(44, 60), (49, -2), (55, 8), (56, 60)]).turned(side * gape, about: pivot),
          side < 0 ? m.main.shaded(-0.15) : m.main)
        s.rod(Path.line(50, 58, 50, 70).turned(side * gape, about: pivot), 6, m.trim.plain)
        s.rod(Path.ellipse(50 - side * 5, 86, 11, 16).turned(side * gape, about: pivot), 7, m.trim.plain)
      }
      s.fill(.circle(50, 55, 2.6), .ink)
    case .hairDrier:
      s.add(.limb([(40, 44), (42, 74), (46, 100)], [20, 17, 16]), m.trim)
      s.fill(.box(39, 64, 7, 12, round: 2), m.accent.base)
      s.stroke(.curve([(46, 100), (48, 112), (60, 112), (66, 118)]), 3, .ink)
      s.add(.polygon([(78, 16), (104, 8), (104, 50), (78, 42)]), m.accent)
      s.add(
        .blob([(8, 30), (14, 8), (34, 2), (62, 8), (84, 14), (84, 44), (60, 52), (32, 56), (14, 50)]), m.main)
      for y in [20.0, 27, 34] { s.stroke(.line(14, y, 26, y), 2.2, .ink) }
    }
  }
}
