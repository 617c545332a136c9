import Foundation
import Pictures
import Tensors

/// What one throws, hits and flies: frisbee, sports ball, kite, baseball bat, tennis racket.
enum SportsThing: String, BodyPlan, CaseIterable {
  case frisbee, sportsBall, kite, baseballBat, tennisRacket

  func draw(on s: inout Sketch, _ m: Swatches, using g: inout PCG32) {
    switch self {
    case .frisbee: SportsThing.drawFrisbee(&s, m, &g)
    case .sportsBall: SportsThing.drawBall(&s, m, &g)
    case .kite: SportsThing.drawKite(&s, m, &g)
    case .baseballBat: SportsThing.drawBat(&s, m, &g)
    case .tennisRacket: SportsThing.drawRacket(&s, m, &g)
    }
  }

  private static func drawKite(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let sway = g.uniform(-12.0...12.0)
    s.stroke(.curve([(50, 66), (58 + sway, 80), (44 + sway, 94), (56 + sway, 110)]), 2.4, m.trim.base)
    for (x, y) in [(54 + sway * 0.8, 82.0), (48 + sway, 98)] {
      s.add(.polygon([(x, y), (x - 9, y - 5), (x - 8, y + 6)]), m.trim)
      s.add(.polygon([(x, y), (x + 9, y - 5), (x + 8, y + 6)]), m.trim)
    }
    s.add(.polygon([(50, -6), (82, 26), (50, 68), (18, 26)]), m.main)
    s.inlay(.polygon([(50, -6), (82, 26), (50, 26)]), m.trim)
    s.inlay(.polygon([(50, 68), (18, 26), (50, 26)]), m.accent)
    s.stroke(.line(50, -6, 50, 68) + .line(18, 26, 82, 26), 1.5, .ink)
  }
}
