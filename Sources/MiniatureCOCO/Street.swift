import Foundation
import Pictures
import Tensors

/// What stands in the street: traffic light, fire hydrant, stop sign, parking meter.
enum StreetThing: String, BodyPlan, CaseIterable {
  case trafficLight, fireHydrant, stopSign, parkingMeter

  func draw(on s: inout Sketch, _ m: Swatches, using g: inout PCG32) {
    switch self {
    case .trafficLight: StreetThing.drawTrafficLight(&s, m, &g)
    case .fireHydrant: StreetThing.drawFireHydrant(&s, m, &g)
    case .stopSign: StreetThing.drawStopSign(&s, m, &g)
    case .parkingMeter: StreetThing.drawParkingMeter(&s, m, &g)
    }
  }

  private static func drawTrafficLight(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let lit = g.below(3)
    let lamps = [
      Color(red: 0.98, green: 0.15, blue: 0.12), Color(red: 1.0, green: 0.82, blue: 0.1),
      Color(red: 0.15, green: 0.9, blue: 0.35),
    ]
    s.add(.box(45, 72, 10, g.uniform(18.0...30.0)), m.trim)
    for y in [12.0, 36, 60] {
      s.add(.polygon([(30, y - 4), (20, y - 6), (30, y + 9)]), m.main)
      s.add(.polygon([(70, y - 4), (80, y - 6), (70, y + 9)]), m.main)
    }
    s.add(.box(29, 0, 42, 76, round: 6), m.main)
    for (i, y) in [14.0, 38, 62].enumerated() {
      s.fill(.circle(50, y, 10.4), .ink)
      s.fill(.circle(50, y, 9), lamps[i].shaded(i == lit ? 0.1 : -0.42))
      if i == lit { s.fill(.circle(47, y - 3, 3), Color.paper.withAlpha(0.8)) }
    }
  }

  private static func drawFireHydrant(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    s.add(.box(12, 42, 76, 17, round: 4), m.trim)
    s.add(.box(28, 24, 44, 66), m.main)
    s.add(.blob([(26, 26), (30, 12), (50, 4), (70, 12), (74, 26), (50, 28)]), m.main)
    s.add(.box(44, -2, 12, 9, round: 2), m.trim)
    s.add(.box(23, 22, 54, 8, round: 3), m.trim)
    s.add(.circle(50, 50, 13), m.trim)
    s.fill(.circle(50, 50, 5), m.main.base.shaded(-0.4))
    s.add(.box(22, 84, 56, 12, round: 3), m.main)
  }

  private static func drawStopSign(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    s.add(.box(46.5, 60, 7, g.uniform(32.0...52.0)), m.trim)
    s.add(.regular(8, 50, 36, 38, turn: .pi / 8), .paper)
    s.inlay(.regular(8, 50, 36, 33.5, turn: .pi / 8), m.main)
    // S T O P
    let white = Color.paper
    s.stroke(.curve([(33, 29), (29, 27), (26, 31), (30, 36), (33, 40), (30, 45), (25, 43)]), 3.6, white)
    s.stroke(.line(37, 28, 48, 28) + .line(42.5, 28, 42.5, 45), 3.6, white)
    s.stroke(.ellipse(56, 36.5, 4.5, 8), 3.6, white)
    s.stroke(.line(66, 28, 66, 45), 3.6, white)
    s.stroke(.curve([(66, 28), (72, 28), (74, 32), (72, 36.5), (66, 37)]), 3.6, white)
  }

  private static func drawParkingMeter(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    s.add(.box(45, 52, 10, g.uniform(40.0...58.0)), m.trim)
    s.add(
      .blob([(30, 20), (34, 6), (50, 0), (66, 6), (70, 20), (68, 48), (58, 56), (42, 56), (32, 48)]), m.main)
    s.add(
      .blob([(35, 22), (38, 11), (50, 6), (62, 11), (65, 22), (50, 25)]),
      Swatch(Color(red: 0.86, green: 0.93, blue: 0.85)))
    s.stroke(.line(50, 22, 44 + g.uniform(0...12.0), 12), 1.8, Color(red: 0.8, green: 0.1, blue: 0.1))
    s.fill(.box(41, 32, 18, 7, round: 1), m.accent.base)
    s.fill(.box(48.5, 42, 3, 8), .ink)
  }
}
