import Foundation
import Pictures
import Tensors

/// What has a screen or keys: tv, laptop, mouse, remote, keyboard, cell phone.
enum Device: String, BodyPlan, CaseIterable {
  case tv, laptop, mouse, remote, keyboard, cellPhone

  func draw(on s: inout Sketch, _ m: Swatches, using g: inout PCG32) {
    switch self {
    case .tv:
      s.add(.polygon([(36, 70), (76, 70), (84, 82), (28, 82)]), m.main.shaded(-0.2))
      s.add(.box(0, 4, 112, 68, round: 4), m.main)
      s.picture(x: 6, y: 10, width: 100, height: 55, &g)
    case .laptop:
      let depth = g.uniform(20.0...30.0)
      s.add(.polygon([(12, 4), (88, 4), (90, 60), (10, 60)]), m.main)
      s.fill(.polygon([(17, 9), (83, 9), (84.5, 55), (15.5, 55)]), m.trim.base)
      s.fill(.box(22, 15, 34, 5), Color.paper.withAlpha(0.9))
      s.fill(.box(22, 25, 54, 3), Color.paper.withAlpha(0.7))
      s.fill(.box(22, 32, 46, 3), Color.paper.withAlpha(0.7))
      s.add(.polygon([(10, 61), (90, 61), (106, 61 + depth), (-6, 61 + depth)]), m.main.shaded(0.1))
      s.fill(.polygon([(15, 64), (85, 64), (92, 61 + depth * 0.62), (8, 61 + depth * 0.62)]), .ink)
      for row in 1...2 {
        let y = 64 + depth * 0.2 * Double(row)
        s.stroke(.line(14, y, 86, y), 1.2, Color(gray: 0.7))
      }
      s.fill(
        .polygon([
          (40, 61 + depth * 0.7), (60, 61 + depth * 0.7), (63, 61 + depth * 0.93), (37, 61 + depth * 0.93),
        ]), m.main.base.shaded(-0.3))
      s.add(.box(-6, 61 + depth, 112, 4, round: 2), m.main.shaded(-0.2))
    case .mouse:
      let swing = g.uniform(-16.0...16.0)
      s.stroke(
        .curve([(50, 22), (48 + swing * 0.4, 4), (56 + swing, -12), (50 + swing, -28)]), 4, Color(gray: 0.25))
      s.add(.blob([(50, 16), (72, 24), (80, 54), (76, 86), (50, 100), (24, 86), (20, 54), (28, 24)]), m.main)
      s.stroke(.line(50, 18, 50, 50), 2.4, m.main.base.shaded(-0.5))
      s.stroke(.arc(50, 52, 29, 8, from: 0, to: .pi), 2.4, m.main.base.shaded(-0.5))
      s.add(.box(45, 26, 10, 18, round: 5), m.trim)
    case .remote:
      s.add(.box(33, -8, 34, 124, round: 8), m.main)
      s.fill(.circle(42, 4, 5), Color(red: 0.9, green: 0.15, blue: 0.12))
      s.fill(.circle(50, 28, 13), Color(gray: 0.55))
      s.fill(.circle(50, 28, 6), m.main.base)
      let keys = [m.accent.base, Color(gray: 0.85)]
      for row in 0..<4 {
        for column in 0..<3 {
          s.fill(.circle(41 + 9 * Double(column), 52 + 11 * Double(row), 3.2), keys[row == 3 ? 0 : 1])
        }
      }
      s.fill(.box(41, 97, 18, 8, round: 3), m.trim.base)
    case .keyboard:
      s.add(.box(-14, 28, 132, 50, round: 4), m.main)
      for row in 0..<4 {
        let count = row == 3 ? 5 : 12
        for column in 0..<count {
          let width = row == 3 ? (column == 2 ? 58.0 : 13) : 8.2
          let x: Double =
            row == 3 ? [-9.0, 6, 21, 82, 98][column] : -9 + 10.2 * Double(column) + Double(row)
          s.fill(.box(x, 33 + 10.6 * Double(row), width, 8, round: 1.5), m.trim.base)
        }
      }
    case .cellPhone:
      s.add(.box(24, -4, 52, 108, round: 9), m.main)
      s.fill(.box(28.5, 6, 43, 84, round: 3), m.trim.base)
      let icons: [Color] = [
        Color(red: 0.95, green: 0.35, blue: 0.3), Color(red: 0.35, green: 0.8, blue: 0.4), .lamp, .paper,
      ]
      for row in 0..<4 {
        for column in 0..<3 {
          s.fill(
            .box(33 + 12.5 * Double(column), 12 + 14 * Double(row), 9, 9, round: 2.5),
            icons[(row + 2 * column) % 4])
        }
      }
      s.fill(.box(42, -0.5, 16, 3, round: 1.5), Color(gray: 0.5))
      s.stroke(.circle(50, 97, 3), 1.6, Color(gray: 0.7))
    }
  }
}

extension Sketch {
  /// A little landscape, as screens show.
  mutating func picture(x: Double, y: Double, width: Double, height: Double, _ g: inout PCG32) {
    let dusk = g.chance(0.5)
    fill(
      .box(x, y, width, height),
      dusk ? Color(red: 0.22, green: 0.34, blue: 0.62) : Color(red: 0.45, green: 0.72, blue: 0.92))
    let rise = g.uniform(0.45...0.65)
    fill(
      .polygon([
        (x, y + height), (x, y + height * rise), (x + width * 0.3, y + height * 0.4),
        (x + width * 0.55, y + height * 0.72),
        (x + width * 0.8, y + height * rise), (x + width, y + height * 0.6), (x + width, y + height),
      ]), Color(red: 0.28, green: 0.55, blue: 0.33))
    fill(.circle(x + width * 0.72, y + height * 0.25, height * 0.13), .lamp)
    fill(
      .polygon([(x, y), (x + width * 0.3, y), (x + width * 0.1, y + height), (x, y + height)]),
      Color.paper.withAlpha(0.18))
  }
}

/// Kitchen machines: microwave, oven, toaster, sink, refrigerator.
enum Appliance: String, BodyPlan, CaseIterable {
  case microwave, oven, toaster, sink, refrigerator

  func draw(on s: inout Sketch, _ m: Swatches, using g: inout PCG32) {
    switch self {
    case .microwave:
      s.add(.box(0, 14, 112, 64, round: 4), m.main)
      s.add(.box(6, 21, 70, 50, round: 4), m.trim)
      s.fill(.ellipse(41, 52, 26, 9), Color(red: 0.95, green: 0.8, blue: 0.45, alpha: 0.8))
      s.add(.box(77, 24, 4.5, 44, round: 2), .chrome)
      s.fill(.box(86, 22, 20, 9, round: 1), Color(red: 0.25, green: 0.85, blue: 0.55))
      for row in 0..<4 {
        for column in 0..<3 {
          s.fill(.box(86 + 7 * Double(column), 36 + 8 * Double(row), 5.4, 5.6, round: 1), Color(gray: 0.45))
        }
      }
    case .oven:
      s.add(.box(6, 98, 88, 6), Swatch(.tyre))
      s.add(.box(2, 10, 96, 90, round: 3), m.main)
      for x in [16.0, 40, 62, 84] { s.add(.ellipse(x, 6, 9, 3.4), .tyre) }
      s.inlay(.box(3, 12, 94, 16), m.main.shaded(-0.25))
      for x in [13.0, 28, 43, 58, 73, 88] { s.add(.circle(x, 20, 5), m.accent) }
      s.add(.box(10, 36, 80, 5, round: 2.5), .chrome)
      s.add(.box(14, 47, 72, 40, round: 4), m.trim)
      s.fill(.polygon([(20, 84), (44, 49), (58, 49), (34, 84)]), Color.paper.withAlpha(0.22))
      for y in [62.0, 74] { s.stroke(.line(18, y, 82, y), 1.5, Color(red: 0.95, green: 0.6, blue: 0.25)) }
    case .toaster:
      for x in [20.0, 54] {
        s.add(
          .blob([(x, 44), (x - 1, 12), (x + 6, 4), (x + 20, 4), (x + 27, 12), (x + 26, 44)]),
          Swatch(Color(red: 0.86, green: 0.62, blue: 0.32), .crust))
        s.inlay(
          .blob([(x + 4, 44), (x + 4, 14), (x + 9, 9), (x + 18, 9), (x + 22, 14), (x + 22, 44)]),
          Swatch(Color(red: 0.96, green: 0.82, blue: 0.56), .crust))
      }
      for x in [16.0, 74] { s.add(.box(x, 88, 12, 8, round: 2), .tyre) }
      s.add(
        .blob([
          (2, 48), (8, 34), (30, 30), (72, 30), (92, 34), (99, 48), (99, 82), (92, 91), (50, 92), (8, 91),
          (1, 82),
        ]), m.main)
      s.fill(.box(14, 32, 73, 6, round: 3), .ink)
      s.stroke(.line(93, 48, 93, 78), 2.4, .ink)
      s.add(.box(88, 50, 16, 8, round: 2), m.trim)
      s.add(.circle(50, 66, 9), m.trim)
    case .sink:
      // The tap over a basin on a foot.
      s.rod(.curve([(50, 34), (50, 12), (58, 3), (70, 6), (72, 18)]), 6.5, .chrome)
      for x in [36.0, 64] { s.add(.box(x - 5, 24, 10, 12, round: 3), .chrome) }
      s.fill(.blob([(72, 22), (75, 30), (72, 34), (69, 30)]), Color(red: 0.4, green: 0.7, blue: 0.95))
      s.add(.polygon([(40, 72), (60, 72), (64, 108), (36, 108)]), m.main.shaded(-0.15))
      var basin = Path.arc(50, 40, 48, 40, from: 0, to: .pi)
      basin.steps.append(.close)
      s.add(basin, m.main)
      s.add(.ellipse(50, 40, 50, 11), m.main)
      s.fill(.ellipse(50, 41, 41, 7.5), Color(red: 0.55, green: 0.68, blue: 0.76))
      s.fill(.ellipse(50, 43, 5, 2), .ink)
    case .refrigerator:
      let split = g.uniform(34.0...48.0)
      s.add(.box(20, 108, 60, 6), .tyre)
      s.add(.box(16, -10, 68, 120, round: 5), m.main)
      s.stroke(.line(17, split, 83, split), 2.4, m.main.base.shaded(-0.5))
      s.add(.box(22, split - 26, 5.5, 20, round: 2.5), m.trim)
      s.add(.box(22, split + 7, 5.5, 34, round: 2.5), m.trim)
      if g.chance(0.5) {
        s.fill(.box(48, 4, 14, 12), Color(red: 1, green: 0.9, blue: 0.4))
        s.fill(.circle(68, 24, 4), Color(red: 0.9, green: 0.25, blue: 0.25))
      } else {
        s.fill(.box(46, 6, 22, 18, round: 3), Color(gray: 0.2))
      }
    }
  }
}

/// Book, clock.
enum IndoorThing: String, BodyPlan, CaseIterable {
  case book, clock

  func draw(on s: inout Sketch, _ m: Swatches, using g: inout PCG32) {
    switch self {
    case .book:
      if g.chance(0.5) {
        // Open, pages up.
        s.add(.polygon([(-8, 34), (50, 40), (108, 34), (112, 88), (50, 94), (-12, 88)]), m.main)
        s.add(.blob([(-4, 32), (24, 24), (50, 36), (50, 88), (24, 80), (-8, 84)]), .paper)
        s.add(
          .blob([(104, 32), (76, 24), (50, 36), (50, 88), (76, 80), (108, 84)]),
          Swatch(Color.paper.shaded(-0.06)))
        for y in [40.0, 49, 58, 67] {
          s.stroke(.curve([(4, y), (24, y - 5), (43, y + 3)]), 2, Color(gray: 0.55))
          s.stroke(.curve([(96, y), (76, y - 5), (57, y + 3)]), 2, Color(gray: 0.55))
        }
      } else {
        // Closed: cover, spine and the edge of the pages.
        s.add(.polygon([(14, 8), (20, 2), (88, 2), (88, 92), (82, 100), (14, 100)]), .paper)
        for x in [83.0, 85.5] { s.stroke(.line(x, 8, x, 94), 0.8, Color(gray: 0.6)) }
        s.add(.box(12, 8, 68, 94, round: 2), m.main)
        s.add(.box(12, 8, 11, 94, round: 2), m.main.shaded(-0.3))
        s.add(.box(32, 24, 38, 18, round: 1), m.trim)
        s.stroke(.line(38, 30, 64, 30), 2, m.main.base.shaded(-0.5))
        s.stroke(.line(40, 36, 62, 36), 2, m.main.base.shaded(-0.5))
        s.fill(.circle(51, 70, 10), m.trim.base)
      }
    case .clock:
      s.add(.circle(50, 50, 48), m.main)
      s.add(.circle(50, 50, 40), m.trim)
      for i in 0..<12 {
        let a = Double(i) * .pi / 6
        let inner = i % 3 == 0 ? 29.0 : 33
        s.stroke(
          .line(50 + inner * cos(a), 50 + inner * sin(a), 50 + 36 * cos(a), 50 + 36 * sin(a)),
          i % 3 == 0 ? 3.4 : 1.8, .ink)
      }
      let (hour, minute) = (g.uniform(0...6.28), g.uniform(0...6.28))
      s.stroke(.line(50, 50, 50 + 18 * cos(hour), 50 + 18 * sin(hour)), 5, .ink)
      s.stroke(.line(50, 50, 50 + 28 * cos(minute), 50 + 28 * sin(minute)), 3.4, .ink)
      s.fill(.circle(50, 50, 4), Color(red: 0.85, green: 0.15, blue: 0.12))
    }
  }
}
