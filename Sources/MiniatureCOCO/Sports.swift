import Foundation
import Pictures
import Tensors

/// Boards to slide and roll on: skis, snowboard, skateboard, surfboard.
enum Board: String, BodyPlan, CaseIterable {
  case skis, snowboard, skateboard, surfboard

  func draw(on s: inout Sketch, _ m: Swatches, using g: inout PCG32) {
    switch self {
    case .skis:
      let spread = g.uniform(0.10...0.22)
      for side in [-1.0, 1.0] {
        let ski = Path.limb(
          [(50, 106), (50, 70), (50, 20), (51, 2), (56, -10)], [9, 11, 11, 10, 4])
        s.add(
          ski.moved(side * 7, 0).turned(side * spread, about: (50, 60)),
          side < 0 ? m.main : m.main.shaded(-0.1))
        s.add(.box(44.5 + side * 7, 54, 11, 16, round: 2).turned(side * spread, about: (50, 60)), m.trim)
      }
      for side in [-1.0, 1.0] {
        s.rod(.line(50 + side * 22, 8, 50 + side * 28, 98), 2, m.accent.plain)
        s.fill(.ellipse(50 + side * 27.4, 91, 5, 2), m.trim.base)
      }
    case .snowboard:
      s.add(.box(34, 0, 32, 112, round: 16), m.main)
      s.inlay(.box(38, 6, 24, 30, round: 12), m.accent)
      s.inlay(.box(38, 76, 24, 30, round: 12), m.accent)
      for y in [38.0, 68] {
        s.add(.box(28, y - 5, 44, 12, round: 4).turned(0.18, about: (50, y)), m.trim)
        s.stroke(.line(42, y, 58, y + 3), 2, Color(gray: 0.75))
      }
    case .skateboard:
      for x in [28.0, 92] {
        s.add(.polygon([(x - 6, 52), (x + 6, 52), (x + 3, 60), (x - 3, 60)]), .chrome)
        s.add(.circle(x - 7, 64, 7), m.trim)
        s.add(.circle(x + 7, 64, 7), m.trim)
        s.fill(.circle(x - 7, 64, 2.4), .ink)
        s.fill(.circle(x + 7, 64, 2.4), .ink)
      }
      s.add(
        .limb(
          [(-4, 34), (8, 42), (24, 47), (60, 48), (96, 47), (112, 42), (124, 34)], [6, 9, 10, 10, 10, 9, 6]),
        m.main)
      s.inlay(
        .limb(
          [(-2, 33), (10, 40), (26, 44), (60, 45), (94, 44), (110, 40), (122, 33)], [1.5, 3, 3, 3, 3, 3, 1.5]),
        .tyre)
    case .surfboard:
      s.add(.polygon([(46, 98), (40, 112), (56, 104)]), m.trim)
      s.add(
        .blob([(50, -6), (62, 14), (68, 48), (64, 84), (55, 104), (45, 104), (36, 84), (32, 48), (38, 14)]),
        m.main)
      s.inlay(.blob([(50, -2), (54, 20), (55, 60), (52, 102), (48, 102), (45, 60), (46, 20)]), m.trim)
      s.inlay(.polygon([(34, 30), (66, 30), (68, 42), (32, 42)]), m.accent)
    }
  }
}

/// What one throws and hits: frisbee, sports ball, baseball bat, tennis racket.
enum SportsThing: String, BodyPlan, CaseIterable {
  case frisbee, sportsBall, baseballBat, tennisRacket

  func draw(on s: inout Sketch, _ m: Swatches, using g: inout PCG32) {
    switch self {
    case .frisbee:
      let tilt = g.uniform(15.0...26.0)
      s.add(.ellipse(50, 53, 48, tilt + 3), m.main.shaded(-0.3))
      s.add(.ellipse(50, 48, 48, tilt), m.main)
      s.stroke(.ellipse(50, 48, 38, tilt * 0.76), 2, m.main.base.shaded(-0.28))
      s.add(.ellipse(50, 48, 23, tilt * 0.45), m.trim)
    case .sportsBall: SportsThing.drawBall(&s, m, &g)
    case .baseballBat:
      s.add(.limb([(50, -6), (50, 4), (50, 30), (50, 66), (50, 96)], [14, 19, 18, 11, 9]), m.main)
      s.add(.box(45, 72, 10, 26, round: 2), m.trim)
      for y in [77.0, 83, 89] { s.stroke(.line(46.5, y + 2, 53.5, y - 1), 1.2, m.trim.base.shaded(-0.4)) }
      s.add(.box(43.5, 96, 13, 6, round: 3), m.main)
    case .tennisRacket:
      s.fill(.ellipse(50, 32, 26, 32), Color(gray: 0.95, alpha: 0.62))
      for i in -3...3 {
        let d = Double(i) * 7
        let (across, down) = (26 * (1 - d * d / 1024).squareRoot(), 32 * (1 - d * d / 676).squareRoot())
        s.stroke(.line(50 + d, 32 - down, 50 + d, 32 + down), 1, Color(gray: 0.5))
        s.stroke(.line(50 - across, 32 + d, 50 + across, 32 + d), 1, Color(gray: 0.5))
      }
      s.rod(.ellipse(50, 32, 27, 33), 5.5, m.main.plain)
      s.rod(.polyline([(40, 62), (50, 76), (60, 62)]), 4.5, m.main.plain)
      s.add(.box(45.5, 74, 9, 40, round: 3), m.trim)
      for y in stride(from: 80.0, to: 112, by: 6) {
        s.stroke(.line(46, y + 2, 54, y - 1), 1.1, m.trim.base.shaded(-0.4))
      }
    }
  }

  private static func drawBall(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let turn = g.uniform(0...1.2)
    switch g.below(3) {
    case 0:
      // A football: black pentagons on white.
      s.add(.circle(50, 50, 46), Swatch(.paper))
      s.fill(.regular(5, 50, 50, 15, turn: turn), .ink)
      for i in 0..<5 {
        let a = turn + Double(i) * 2 * .pi / 5
        s.stroke(.line(50 + 15 * cos(a), 50 + 15 * sin(a), 50 + 30 * cos(a), 50 + 30 * sin(a)), 2, .ink)
        s.fill(.regular(5, 50 + 36 * cos(a), 50 + 36 * sin(a), 8.5, turn: a), .ink)
      }
    case 1:
      // A basketball.
      s.add(.circle(50, 50, 46), m.main)
      s.stroke(
        .line(50 - 45 * cos(turn), 50 - 45 * sin(turn), 50 + 45 * cos(turn), 50 + 45 * sin(turn)), 3, .ink)
      s.stroke(Path.arc(50, -6, 42, 42, from: 0.55, to: 2.6).turned(turn, about: (50, 50)), 3, .ink)
      s.stroke(Path.arc(50, 106, 42, 42, from: -2.6, to: -0.55).turned(turn, about: (50, 50)), 3, .ink)
    default:
      // A tennis ball.
      s.add(.circle(50, 50, 46), m.trim)
      s.stroke(Path.arc(8, 50, 34, 36, from: -1.1, to: 1.1).turned(turn, about: (50, 50)), 4.5, .paper)
      s.stroke(Path.arc(92, 50, 34, 36, from: 2.05, to: 4.25).turned(turn, about: (50, 50)), 4.5, .paper)
    }
  }
}
