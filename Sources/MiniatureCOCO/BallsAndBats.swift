import Foundation
import Pictures
import Tensors

/// What one throws: frisbees and balls of many games.
extension SportsThing {
  private enum Frisbee: CaseIterable { case above, aslant, edge, underside, ring }

  static func drawFrisbee(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let (r, rim) = (46.0, g.uniform(3...8.0))
    let flat = g.uniform(0.22...0.85)
    switch g.drawOne(of: Frisbee.allCases) {
    case .above:
      s.add(.ellipse(0, 0, r, r * g.uniform(0.85...1)), m.main)
      s.stroke(.circle(0, 0, r * 0.8), 2.2, m.main.base.shaded(-0.3))
      emblem(&s, m, r, 1, &g)
    case .aslant:
      s.add(.ellipse(0, rim, r, r * flat), m.main.shaded(-0.32))
      s.add(.ellipse(0, 0, r, r * flat), m.main)
      s.stroke(.ellipse(0, 0, r * 0.8, r * 0.8 * flat), 2, m.main.base.shaded(-0.3))
      emblem(&s, m, r, flat, &g)
    case .edge:
      let (low, dome) = (g.uniform(5...11.0), g.uniform(3...11.0))
      s.add(
        .blob([
          (-r, -2), (-r * 0.7, -dome), (0, -dome - 3), (r * 0.7, -dome), (r, -2), (r * 0.96, low),
          (0, low + 3), (-r * 0.96, low),
        ]), m.main)
      s.stroke(.line(-r * 0.9, -1, r * 0.9, -1), 2, m.main.base.shaded(-0.35))
      if g.chance(0.5) { s.fill(.ellipse(0, low, r * 0.85, 2.6), m.main.base.shaded(-0.45)) }
    case .underside:
      s.add(.ellipse(0, 0, r, r * flat), m.main.shaded(0.05))
      s.add(.ellipse(0, 2, r * 0.86, r * flat * 0.82), m.main.shaded(-0.3))
      s.inlay(.ellipse(0, 4 + 6 * (1 - flat), r * 0.8, r * flat * 0.68), m.main.shaded(-0.16))
    case .ring:
      let hole = g.uniform(0.55...0.75)
      s.addPierced(.ellipse(0, 0, r, r * flat) + .ellipse(0, 0, r * hole, r * flat * hole), m.main)
    }
  }

  /// What is printed on a frisbee.
  private static func emblem(_ s: inout Sketch, _ m: Swatches, _ r: Double, _ flat: Double, _ g: inout PCG32)
  {
    func laid(_ path: Path) -> Path { path.mapped { Point(x: $0.x, y: $0.y * flat) } }
    let turn = g.uniform(0...6.0)
    switch g.below(6) {
    case 0: s.inlay(laid(.circle(0, 0, r * g.uniform(0.25...0.6))), m.trim)
    case 1: s.inlay(laid(.regular(5, 0, 0, r * 0.5, turn: turn)), m.trim)
    case 2:
      s.inlay(
        laid(Path.box(-r * 0.6, -r * 0.16, r * 1.2, r * 0.32, round: 3).turned(turn, about: (0, 0))), m.trim)
    case 3:
      s.addPierced(laid(.circle(0, 0, r * 0.66) + .circle(0, 0, r * 0.44)), m.trim)
    case 4:
      for i in 0..<3 {
        let a = turn + Double(i) * 2.09
        s.fill(laid(.circle(r * 0.45 * cos(a), r * 0.45 * sin(a), r * 0.17)), m.trim.base)
      }
    default: break
    }
  }

  // MARK: Balls

  private enum Ball: CaseIterable {
    case football, basketball, tennis, baseball, volleyball, oval, beach, golf, bowling, striped
  }

  static func drawBall(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    var ball = Sketch()
    let turn = g.uniform(0...2 * Double.pi)
    let kind = g.drawOne(of: Ball.allCases + [.oval])
    ball = round(kind, m, &g)
    // A ball that flies is drawn out along its way; one that bounces is flattened.
    let squash = kind == .oval ? 1 : g.chance(0.6) ? g.uniform(0.64...0.95) : 1
    let way = g.uniform(0...Double.pi)
    s.add(ball) {
      $0.turned(turn, about: (0, 0)).mapped { Point(x: $0.x, y: $0.y * squash) }.turned(way, about: (0, 0))
    }
  }

  private static func round(_ kind: Ball, _ m: Swatches, _ g: inout PCG32) -> Sketch {
    var s = Sketch()
    let ink = g.chance(0.7) ? Color.ink : m.trim.base
    switch kind {
    case .football:
      s.add(.circle(0, 0, 46), g.chance(0.6) ? Swatch(.paper) : m.accent)
      let shift = g.uniform(-10...10.0)
      s.fill(.regular(5, shift, 0, 15, turn: 0), ink)
      for i in 0..<5 {
        let a = Double(i) * 2 * .pi / 5
        s.stroke(.line(shift + 15 * cos(a), 15 * sin(a), shift * 0.7 + 30 * cos(a), 30 * sin(a)), 2, ink)
        s.fill(.regular(5, shift * 0.3 + 35 * cos(a), 35 * sin(a), 9, turn: a), ink)
      }
    case .basketball:
      s.add(.circle(0, 0, 46), m.main)
      let bend = g.uniform(0...20.0)
      s.stroke(.curve([(-45, 0), (0, bend), (45, 0)]), 3, .ink)
      if g.chance(0.7) { s.stroke(.curve([(0, -45), (bend * 0.6, 0), (0, 45)]), 3, .ink) }
      s.stroke(.arc(0, -56, 42, 42, from: 0.55, to: 2.6), 3, .ink)
      s.stroke(.arc(0, 56, 42, 42, from: -2.6, to: -0.55), 3, .ink)
    case .tennis:
      let felt = Swatch(
        Color(hue: g.uniform(0.15...0.24), saturation: g.uniform(0.4...0.85), value: g.uniform(0.7...0.98)),
        .fur)
      s.add(.circle(0, 0, 46), felt)
      let reach = g.uniform(28...40.0)
      s.stroke(.arc(-46, 0, reach, 36, from: -1.1, to: 1.1), 4.5, .paper)
      s.stroke(.arc(46, 0, reach, 36, from: 2.05, to: 4.25), 4.5, .paper)
    case .baseball:
      s.add(
        .circle(0, 0, 46),
        Swatch(Color(hue: 0.11, saturation: g.uniform(0...0.25), value: g.uniform(0.8...1.0))))
      let red = Color(hue: g.uniform(0.96...1), saturation: 0.8, value: g.uniform(0.5...0.85))
      let side = g.uniform(36...52.0)
      for (x, from, to) in [(-side, -0.95, 0.95), (side, 2.19, 4.09)] {
        s.stroke(.arc(x, 0, 30, 42, from: from, to: to), 3.4, red)
      }
    case .volleyball:
      s.add(.circle(0, 0, 46), m.accent)
      s.inlay(.blob([(-44, -8), (-20, -42), (10, -45), (-4, -12), (-20, 6)]), m.main)
      s.inlay(.blob([(8, 0), (36, -24), (45, 6), (30, 32), (10, 20)]), m.trim)
      for bend in [-14.0, 14] { s.stroke(.curve([(-44, bend), (0, bend * 0.4), (20, 42)]), 2, ink) }
    case .oval:
      let girth = g.uniform(26...33.0)
      let leather =
        g.chance(0.6)
        ? Swatch(
          Color(hue: g.uniform(0.02...0.08), saturation: g.uniform(0.5...0.8), value: g.uniform(0.3...0.65)))
        : m.main
      s.add(
        .blob([
          (-50, 0), (-30, -girth * 0.8), (0, -girth), (30, -girth * 0.8), (50, 0), (30, girth * 0.8),
          (0, girth), (-30, girth * 0.8),
        ]), leather)
      for x in [-34.0, 34] where g.chance(0.7) {
        s.stroke(.curve([(x, -girth * 0.66), (x * 1.1, 0), (x, girth * 0.66)]), 5, .paper)
      }
      let y = g.uniform(-12...6.0)
      s.stroke(
        .line(-16, y, 16, y) + .line(-9, y - 4, -9, y + 4) + .line(0, y - 4, 0, y + 4)
          + .line(9, y - 4, 9, y + 4), 3, .paper)
    case .beach:
      s.add(.circle(0, 0, 46), Swatch(.paper))
      let (x, y) = (g.uniform(-20...20.0), g.uniform(-20...20.0))
      for i in 0..<3 {
        let a = Double(i) * 2.094
        let (b, c) = (a + 1.05, a + 0.5)
        s.inlay(
          .blob([(x, y), (44 * cos(a), 44 * sin(a)), (46 * cos(c), 46 * sin(c)), (44 * cos(b), 44 * sin(b))]),
          [m.main, m.trim, m.accent][i])
      }
      s.fill(.circle(x, y, 7), .paper)
    case .golf:
      s.add(.circle(0, 0, 46), g.chance(0.4) ? Swatch(.paper) : m.main)
      for i in 0..<12 {
        let (a, r) = (Double(i) * 2.4, 11.5 * Double(i).squareRoot())
        s.fill(.circle(r * cos(a), r * sin(a), 4), Color(gray: 0.3, alpha: 0.3))
      }
    case .bowling:
      s.add(.circle(0, 0, 46), m.accent.textured(.glass))
      for (x, y) in [(-8.0, -22.0), (8, -24), (2, -6)] { s.fill(.circle(x, y, 5), .ink) }
    case .striped:
      s.add(.circle(0, 0, 46), m.main)
      let half = g.uniform(6...20.0)
      s.inlay(
        .polygon([
          (-45, -half * 0.8), (0, -half), (45, -half * 0.8), (45, half * 0.8), (0, half), (-45, half * 0.8),
        ]), m.trim)
    }
    return s
  }
}

// MARK: What one hits with

extension SportsThing {
  static func drawBat(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let (barrel, grip, neck) = (g.uniform(6...9.5), g.uniform(3.2...4.8), g.uniform(-14...14.0))
    var bat = Sketch()
    bat.add(
      .limb(
        [(0, -52), (0, -46), (0, -22 + neck * 0.4), (0, 10 + neck * 0.5), (0, 36), (0, 50)],
        [barrel * 1.4, barrel * 2, barrel * 1.9, barrel + grip, grip * 2.1, grip * 1.9]), m.main)
    if g.chance(0.35) { bat.inlay(.box(-barrel, -40, 2 * barrel, g.uniform(12...30.0)), m.accent) }
    if g.chance(0.3) { bat.fill(.ellipse(0, -22, barrel * 0.5, 9), m.trim.base) }
    let wrap = g.uniform(10...32.0)
    bat.add(.box(-grip, 50 - wrap, 2 * grip, wrap), m.trim)
    bat.add(.box(-grip * 1.5, 48, grip * 3, 6, round: 3), m.main.shaded(-0.1))
    // Pointed towards the onlooker or away, it is short, and one end grows.
    let (short, swell) = g.chance(0.6) ? (1.0, 0.0) : (g.uniform(0.5...0.85), g.uniform(-0.4...0.5))
    s.add(bat) {
      $0.mapped { Point(x: $0.x * (1 - swell * $0.y / 110), y: $0.y * short) }
    }
    if short < 0.75 && swell > 0 {
      let r = barrel * (1 + swell * 0.45)
      s.add(.ellipse(0, -50 * short, r, r * (1.1 - short)), m.main.shaded(0.12))
      s.stroke(.ellipse(0, -50 * short, r * 0.5, r * 0.5 * (1.1 - short)), 1.6, m.main.base.shaded(-0.3))
    }
  }

  private enum Racket: CaseIterable { case open, wooden, covered, small }

  static func drawRacket(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let kind = g.drawOne(of: Racket.allCases)
    let (rx, ry) = (g.uniform(20...28.0), g.uniform(26...36.0))
    let handle = kind == .small ? g.uniform(16...26.0) : g.uniform(30...60.0)
    let (hoop, strings) = (
      g.uniform(4...7.5),
      g.drawOne(of: [
        Color(gray: 0.92), .ink, Color(hue: 0.17, saturation: 0.7, value: 0.95), Color(gray: 0.55),
      ])
    )
    let throat = kind == .wooden ? g.uniform(8...22.0) : g.uniform(14...26.0)
    var racket = Sketch()
    racket.add(.box(-4.5, ry + throat - 4, 9, handle, round: 3), m.trim)
    if kind == .covered {
      racket.add(
        .turned(at: 0, profile: [(rx * 0.6, -ry - 3), (rx + 5, 0), (rx * 0.6, ry * 0.85), (7, ry + throat)]),
        m.main)
      racket.inlay(.ellipse(0, 0, rx * 0.5, ry * 0.5), m.accent)
      racket.stroke(.arc(0, 0, rx, ry, from: 1.8, to: 4.5), 2, m.main.base.shaded(-0.45))
    } else {
      racket.fill(.ellipse(0, 0, rx, ry), strings.withAlpha(0.35))
      for i in -2...2 {
        let share = Double(i) * 0.33
        let reach = (1 - share * share).squareRoot()
        racket.stroke(.line(share * rx, -reach * ry, share * rx, reach * ry), 1.4, strings)
        racket.stroke(.line(-reach * rx, share * ry, reach * rx, share * ry), 1.4, strings)
      }
      if kind == .wooden {
        racket.add(
          .polygon([(-rx * 0.5, ry * 0.84), (rx * 0.5, ry * 0.84), (4.5, ry + throat), (-4.5, ry + throat)]),
          m.main)
      } else {
        racket.rod(
          .polyline([(-rx * 0.55, ry * 0.84), (0, ry + throat), (rx * 0.55, ry * 0.84)]), hoop * 0.85,
          m.main.plain)
      }
      racket.rod(.ellipse(0, 0, rx, ry), hoop, m.main.plain)
      if g.chance(0.4) { racket.stroke(.arc(0, 0, rx, ry, from: -2.4, to: -0.7), hoop * 0.7, m.accent.base) }
    }
    // Turned about its handle, or pointed at the onlooker.
    let (narrow, short) = (
      g.chance(0.5) ? 1 : g.uniform(0.25...0.9), g.chance(0.6) ? 1 : g.uniform(0.6...0.9)
    )
    let swell = short < 1 ? g.uniform(-0.4...0.5) : 0
    s.add(racket, strokes: (1 + narrow) / 2) {
      $0.mapped { Point(x: $0.x * narrow * (1 - swell * $0.y / 110), y: $0.y * short) }
    }
  }
}
