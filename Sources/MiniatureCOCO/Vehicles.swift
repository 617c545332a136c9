import Foundation
import Pictures
import Tensors

extension Sketch {
  /// A wheel: tyre, hub of the given surface.
  mutating func wheel(_ x: Double, _ y: Double, _ radius: Double, hub: Swatch) {
    add(.circle(x, y, radius), .tyre)
    inlay(.circle(x, y, radius * 0.55), hub.plain)
    fill(.circle(x, y, radius * 0.18), .tyre)
  }

  /// A row of equal windows.
  mutating func windows(
    _ count: Int, x: Double, y: Double, width: Double, height: Double, gap: Double = 2.5,
    color: Color = .pane
  ) {
    let step = (width + gap) / Double(count)
    for i in 0..<count {
      fill(.box(x + Double(i) * step, y, step - gap, height, round: 1.5), color)
    }
  }
}

/// Vehicles on wheels, by their makes: each group is drawn as solids, seen from anywhere.
enum RoadVehicle: String, BodyPlan, CaseIterable {
  case car, hatchback, offRoader, minivan, sportsCar
  case bus, doubleDecker, schoolBus, minibus
  case truck, articulated, tanker, tipper, flatbed, pickUp
  case train, railcar, tram, steamEngine, goodsTrain

  func draw(on s: inout Sketch, _ m: Swatches, using g: inout PCG32) {
    switch self {
    case .car, .hatchback, .offRoader, .minivan, .sportsCar:
      CarBody(self, using: &g).draw(on: &s, m, using: &g)
    case .bus, .doubleDecker, .schoolBus, .minibus: Buses.draw(self, &s, m, &g)
    case .truck, .articulated, .tanker, .tipper, .flatbed, .pickUp: Trucks.draw(self, &s, m, &g)
    case .train, .railcar, .tram, .steamEngine, .goodsTrain: Trains.draw(self, &s, m, &g)
    }
  }
}

/// Two wheels in line: bicycle, motorcycle.
enum Cycle: String, BodyPlan, CaseIterable {
  case bicycle, motorcycle

  func draw(on s: inout Sketch, _ m: Swatches, using g: inout PCG32) {
    switch self {
    case .bicycle: Cycle.drawBicycle(&s, m, &g)
    case .motorcycle: Cycle.drawMotorcycle(&s, m, &g)
    }
  }

  private static func drawBicycle(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let turn = g.uniform(0...1.0)
    for x in [22.0, 80.0] {
      for spoke in 0..<4 {
        let a = turn + Double(spoke) * .pi / 4
        s.stroke(
          .line(x - 19 * cos(a), 66 - 19 * sin(a), x + 19 * cos(a), 66 + 19 * sin(a)), 0.8,
          Color(gray: 0.75, alpha: 0.8))
      }
      s.rod(.circle(x, 66, 19.5), 4.2, .tyre)
      s.fill(.circle(x, 66, 3), .tyre)
    }
    let frame = m.main.plain
    // The diamond: chain stay, seat tube, top tube, down tube; then the fork.
    s.rod(.polyline([(22, 66), (48, 67), (40, 38), (22, 66)]), 4, frame)
    s.rod(.polyline([(48, 67), (71, 42), (41, 40)]), 4, frame)
    s.rod(.polyline([(80, 66), (69, 32)]), 4, frame)
    s.rod(.polyline([(40, 38), (38, 30)]), 3, .chrome)
    s.add(.blob([(28, 28), (40, 26), (50, 29), (40, 32)]), m.trim.plain)
    s.rod(.curve([(69, 32), (68, 26), (76, 24), (82, 28)]), 3.4, m.trim.plain)
    s.add(.circle(48, 67, 5), .chrome)
    s.rod(.line(48, 67, 53, 76), 2.4, .tyre)
    s.stroke(.line(50, 76.5, 57, 76.5), 2.6, .tyre)
  }

  private static func drawMotorcycle(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    for x in [20.0, 82.0] {
      s.addPierced(.circle(x, 66, 19) + .circle(x, 66, 10), .tyre)
      s.addPierced(.circle(x, 66, 10) + .circle(x, 66, 6.5), .chrome)
      s.stroke(.line(x - 8, 62, x + 8, 70), 1.8, Color(gray: 0.7))
      s.stroke(.line(x - 6, 73, x + 6, 59), 1.8, Color(gray: 0.7))
    }
    s.rod(.line(20, 66, 46, 60), 5, .chrome)
    s.rod(.line(82, 66, 68, 30), 5, .chrome)
    s.add(.blob([(36, 52), (62, 50), (64, 66), (56, 74), (40, 74), (34, 64)]), .chrome.shaded(-0.35))
    s.stroke(.line(40, 58, 60, 58), 1.6, Color(gray: 0.75))
    s.stroke(.line(40, 64, 60, 64), 1.6, Color(gray: 0.75))
    s.rod(.curve([(50, 72), (34, 76), (8, 74)]), 5, .chrome)
    s.add(.blob([(2, 52), (10, 42), (26, 42), (40, 48), (36, 54), (20, 50)]), m.main)
    s.add(.blob([(10, 41), (24, 36), (46, 42), (48, 48), (30, 47)]), m.trim)
    s.add(.blob([(44, 46), (46, 34), (60, 31), (70, 38), (64, 50), (52, 52)]), m.main)
    s.add(.blob([(66, 47), (80, 40), (98, 48), (96, 53), (82, 46), (70, 53)]), m.main)
    s.rod(.curve([(68, 32), (66, 22), (56, 18)]), 3.4, .tyre)
    s.add(.circle(74, 31, 5.5), .chrome)
    s.fill(.circle(75.5, 31, 3.4), .lamp)
  }
}

/// What flies or floats: airplane, boat.
enum Craft: String, BodyPlan, CaseIterable {
  case airplane, boat

  func draw(on s: inout Sketch, _ m: Swatches, using g: inout PCG32) {
    switch self {
    case .airplane: Craft.drawAirplane(&s, m, &g)
    case .boat: Craft.drawBoat(&s, m, &g)
    }
  }

  private static func drawAirplane(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let sweep = g.uniform(-4.0...4.0)
    s.add(.polygon([(52, 40), (36 + sweep, 12), (45 + sweep, 12), (70, 40)]), m.main.shaded(-0.18))
    s.add(.polygon([(8, 40), (-2, 14), (9, 14), (26, 38)]), m.trim)
    s.add(
      .blob([
        (2, 41), (10, 36), (40, 34), (84, 34), (98, 40), (102, 46), (96, 52), (80, 55), (40, 54), (12, 48),
      ]), m.main)
    s.inlay(.blob([(4, 43), (30, 46), (70, 47), (101, 46), (96, 51), (60, 51), (20, 48)]), m.trim)
    s.windows(8, x: 26, y: 38.5, width: 56, height: 4.5, color: Color.pane.shaded(-0.55))
    s.fill(.polygon([(88, 38), (95, 40.5), (97, 43.5), (88, 43)]), Color.pane.shaded(-0.55))
    s.add(.polygon([(10, 42), (-4, 50), (4, 53), (24, 46)]), m.main)
    s.add(.polygon([(66, 48), (34 + sweep, 84), (22 + sweep, 84), (42, 48)]), m.main.shaded(-0.08))
    s.add(.ellipse(50, 64, 8, 4.5), m.accent)
    s.add(.ellipse(38, 76, 7, 4), m.accent)
  }

  private static func drawBoat(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    if g.chance(0.65) {
      // A sailing boat.
      let billow = g.uniform(0...8.0)
      s.rod(.line(50, 4, 50, 72), 3, Swatch(Color(red: 0.45, green: 0.3, blue: 0.18, alpha: 1)))
      s.add(.blob([(53, 6), (66 + billow, 28), (88, 62), (70, 64), (53, 64), (52, 36)]), m.trim)
      s.add(
        .blob([(47, 14), (34 - billow * 0.5, 36), (16, 62), (32, 63), (47, 62), (47, 40)]),
        m.trim.shaded(-0.08))
      s.fill(.polygon([(50, 4), (50, -4), (62, 0)]), m.main.base)
    } else {
      // A motor boat with a cabin and a funnel.
      s.add(.box(44, 26, 11, 22, round: 1), m.main)
      s.add(.box(26, 44, 46, 28, round: 3), m.trim)
      s.windows(3, x: 31, y: 50, width: 36, height: 10)
      s.stroke(.line(80, 40, 80, 70), 1.6, .ink)
    }
    s.add(
      .blob([(2, 70), (20, 72), (60, 72), (99, 66), (92, 82), (80, 94), (50, 96), (18, 94), (8, 84)]), m.main)
    s.inlay(.blob([(4, 74), (40, 77), (95, 72), (92, 77), (50, 81), (7, 79)]), m.accent)
  }
}
