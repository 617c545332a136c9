import Foundation
import Pictures
import Tensors

/// Pizzas: whole, whole but for some slices, one slice, a tray of it, seen from above and from the side.
enum Pizza: String, BodyPlan, CaseIterable {
  case whole, started, slice, tray, low, served

  func draw(on s: inout Sketch, _ m: Swatches, using g: inout PCG32) {
    let topping = Topping(using: &g)
    switch self {
    case .whole, .started, .served: drawRound(&s, m, topping, &g)
    case .slice: Pizza.drawSlice(&s, m, topping, &g)
    case .tray: Pizza.drawTray(&s, m, topping, &g)
    case .low: Pizza.drawLow(&s, m, topping, &g)
    }
  }

  /// What lies on the cheese: two or three sorts of bits.
  private struct Topping {
    var sorts: [Sort]
    var colors: [Color]
    enum Sort: CaseIterable { case disc, leaf, ring, chunk, strip }

    init(using g: inout PCG32) {
      let palettes = [
        Pantry.tomato, Pantry.meat, Pantry.leaf, Palette.black + .darkBrown, .white + .cream, Pantry.cheese,
      ]
      let count = 1 + g.below(3)
      sorts = (0..<count).map { _ in g.anyOf(Sort.allCases) }
      colors = (0..<count).map { _ in g.anyOf(palettes).color(using: &g) }
    }

    func draw(_ s: inout Sketch, at points: [Path.XY], size: Double, using g: inout PCG32) {
      for (i, (x, y)) in points.enumerated() {
        let (sort, color) = (sorts[i % sorts.count], colors[i % colors.count])
        let turn = g.uniform(0...3.1)
        switch sort {
        case .disc:
          s.fill(.circle(x, y, size), color.shaded(-0.25))
          s.fill(.circle(x, y, size * 0.82), color)
        case .leaf: s.fill(.limb(Pizza.across(x, y, size, turn), [1, size * 0.9, 1]), color)
        case .ring: s.stroke(.circle(x, y, size * 0.8), size * 0.4, color)
        case .chunk: s.fill(.regular(4 + i % 2, x, y, size * 0.9, turn: turn), color)
        case .strip: s.stroke(.curve(Pizza.across(x, y, size, turn)), size * 0.5, color)
        }
      }
    }
  }

  /// Three points through a middle.
  fileprivate static func across(_ x: Double, _ y: Double, _ reach: Double, _ turn: Double) -> [Path.XY] {
    let (dx, dy) = (reach * 1.3 * cos(turn), reach * 1.3 * sin(turn))
    return [(x - dx, y - dy), (x + dy * 0.2, y - dx * 0.2), (x + dx, y + dy)]
  }

  private func drawRound(_ s: inout Sketch, _ m: Swatches, _ topping: Topping, _ g: inout PCG32) {
    let squash = g.uniform(0.4...1)
    var pizza = Sketch()
    if self == .served {
      // On a plate, a pan or a board.
      let under = Pantry.china + Pantry.steel + Pantry.wood
      pizza.add(.circle(50, 50, g.uniform(54...64)), Swatch(under.color(using: &g), .plastic))
    }
    let rim = g.uniform(34.0...43)
    // An opening from which slices were taken.
    let start = g.uniform(0...6.28)
    let open = self == .started ? g.uniform(0.7...3.6) : 0
    func disc(_ r: Double) -> Path {
      guard open > 0 else { return .scalloped(50, 50, r, r, bumps: 7, depth: 0.03, phase: start) }
      return .joined(.line(50, 50, 50, 50), .arc(50, 50, r, r, from: start + open, to: start + 2 * .pi))
    }
    pizza.add(disc(48), m.main)
    if squash < 0.8 { pizza.add(disc(47).moved(0, -5), m.main) }
    pizza.inlay(disc(rim + 2.5), m.trim)
    pizza.inlay(disc(rim), m.accent)
    let points = g.scattered(6 + g.below(10), 50, 50, rim * 0.9, rim * 0.9).filter { x, y in
      var angle = atan2(y - 50, x - 50) - start
      while angle < 0 { angle += 2 * .pi }
      return angle > open
    }
    topping.draw(&pizza, at: points, size: g.uniform(4.5...9), using: &g)
    if g.chance(0.5) {
      let cuts = 6
      for i in 0..<cuts {
        let angle = start + open + (2 * .pi - open) * Double(i) / Double(cuts)
        pizza.stroke(.line(50, 50, 50 + 47 * cos(angle), 50 + 47 * sin(angle)), 1.8, m.main.base.shaded(-0.4))
      }
    }
    s.add(pizza) { $0.squeezed(1, squash) }
  }

  /// One slice: broad or narrow, tip down, folded a little or flat.
  private static func drawSlice(_ s: inout Sketch, _ m: Swatches, _ topping: Topping, _ g: inout PCG32) {
    let half = g.uniform(24.0...48)
    let end = g.uniform(70.0...110)
    let bow = g.uniform(2.0...14)
    if g.chance(0.4) {
      // Its thickness.
      s.add(
        .polygon([(50 - half, 16), (50 - half, 24), (50, end + 8), (50 + half, 24), (50 + half, 16)]),
        m.main.shaded(-0.2))
    }
    s.add(.polygon([(50 - half, 14), (50 + half, 14), (53, end - 2), (50, end), (47, end - 2)]), m.accent)
    let points: [Path.XY] = (0..<(4 + g.below(6))).map { i in
      let t = g.uniform(0.12...0.75)
      let x = 50 + half * (1 - t) * g.uniform(-0.75...0.75)
      return (x, 16 + (end - 16) * t)
    }
    topping.draw(&s, at: points, size: g.uniform(5...10), using: &g)
    let crust = g.uniform(8.0...17)
    s.inlay(.limb([(51 - half, 20), (50, 20 - bow), (49 + half, 20)], [5, 6, 5]), m.trim)
    s.add(.limb([(48 - half, 14), (50, 14 - bow), (52 + half, 14)], [crust, crust * 1.1, crust]), m.main)
  }

  /// Rectangular, thick, in squares.
  private static func drawTray(_ s: inout Sketch, _ m: Swatches, _ topping: Topping, _ g: inout PCG32) {
    let (w, h) = (g.uniform(70.0...110), g.uniform(36.0...84))
    let rim = g.uniform(3.0...9)
    let lean = g.uniform(0...16.0)
    var pizza = Sketch()
    pizza.add(.box(0, 6, w, h, round: 6), m.main.shaded(-0.25))
    pizza.add(.box(0, 0, w, h, round: 6), m.main)
    pizza.inlay(.box(rim, rim, w - 2 * rim, h - 2 * rim, round: 5), m.trim)
    pizza.inlay(.box(rim + 2, rim + 2, w - 2 * rim - 4, h - 2 * rim - 4, round: 5), m.accent)
    topping.draw(
      &pizza, at: g.scattered(6 + g.below(8), w / 2, h / 2, w * 0.42, h * 0.4), size: g.uniform(5...10),
      using: &g)
    if g.chance(0.6) {
      pizza.stroke(.line(w / 2, 0, w / 2, h), 2, m.main.base.shaded(-0.45))
      pizza.stroke(.line(0, h / 2, w, h / 2), 2, m.main.base.shaded(-0.45))
    }
    // Seen at a slant the far side is shorter.
    s.add(pizza) { path in
      path.mapped { Point(x: $0.x + lean * (1 - 2 * $0.x / w) * (1 - $0.y / h), y: $0.y) }
    }
  }

  /// From low down: a slice or a whole one, its edge towards us, cheese hanging over.
  private static func drawLow(_ s: inout Sketch, _ m: Swatches, _ topping: Topping, _ g: inout PCG32) {
    let thick = g.uniform(8.0...20)
    let back = g.uniform(14.0...34)
    let tip = g.uniform(-4.0...30)
    s.add(
      .polygon([
        (tip, 60), (98, 60 - back * 0.4), (98, 60 + thick * 0.6), (60, 62 + thick), (tip, 60 + thick * 0.5),
      ]), m.main)
    s.add(.polygon([(tip - 2, 60), (70, 60 - back), (100, 60 - back * 0.3), (62, 62)]), m.accent)
    for x in [0.3, 0.55, 0.8] {
      let at = tip + (64 - tip) * x
      s.add(.limb([(at, 58), (at + 1, 60 + thick * g.uniform(0.4...1.3))], [8, 4]), m.accent.shaded(0.1))
    }
    topping.draw(
      &s, at: g.scattered(5, 62, 58 - back * 0.45, 22, back * 0.25), size: g.uniform(4.5...8), using: &g)
    s.add(.limb([(68, 58 - back), (92, 58 - back * 0.6), (102, 62 - back * 0.2)], [9, 14, 13]), m.main)
  }
}

/// Donuts: rings with any glaze, filled ones, twists; from above, at a slant, on edge, stacked, bitten.
enum Donut: String, BodyPlan, CaseIterable {
  case ring, bitten, filled, cruller, stack, edge

  func draw(on s: inout Sketch, _ m: Swatches, using g: inout PCG32) {
    switch self {
    case .ring, .bitten: drawRing(&s, m, &g, squash: g.uniform(0.4...1))
    case .filled: Donut.drawFilled(&s, m, &g)
    case .cruller: Donut.drawCruller(&s, m, &g)
    case .stack: Donut.drawStack(&s, m, &g)
    case .edge: Donut.drawEdge(&s, m, &g)
    }
  }

  private func drawRing(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32, squash: Double) {
    let hole = g.uniform(11.0...19)
    var ring = Sketch()
    if squash < 0.8 {
      let depth = 26 * (1 - squash)
      ring.addPierced((.circle(50, 50 + depth, 46) + .circle(50, 48, hole * 0.8)), m.trim.shaded(-0.12))
    }
    ring.addPierced((.circle(50, 50, 46) + .circle(50, 50, hole)), m.trim)
    let drip = g.uniform(0...0.16)
    if g.chance(0.85) {
      ring.addPierced(
        .scalloped(50, 48, 42, 42, bumps: 6, depth: drip, phase: g.uniform(0...1))
          + .circle(50, 49, hole + 2), m.main)
      Donut.drawDecoration(&ring, m, &g, from: hole + 7, to: 34)
    }
    if self == .bitten {
      let (x, y) = (50 + g.anyOf([-40.0, 40]), 50 + g.uniform(-20.0...20))
      ring.fill(.bite(x, y, g.uniform(9...13), turn: x > 50 ? 0 : .pi), Pantry.crumb.color(using: &g))
    }
    s.add(ring) { $0.squeezed(1, squash) }
  }

  /// Sprinkles, stripes, crumbs or nothing, on a ring's glaze.
  private static func drawDecoration(
    _ s: inout Sketch, _ m: Swatches, _ g: inout PCG32, from inner: Double, to outer: Double
  ) {
    func spot(_ i: Int, of count: Int) -> Path.XY {
      let angle = Double(i) * 2 * .pi / Double(count) + g.uniform(-0.2...0.2)
      let distance = g.uniform(inner...outer)
      return (50 + distance * cos(angle), 49 + distance * sin(angle))
    }
    switch g.below(4) {
    case 0:
      for i in 0..<14 {
        let p = spot(i, of: 14)
        s.stroke(.line(p.0 - 2, p.1, p.0 + 2, p.1 + g.uniform(-3...3)), 3.2, Pantry.paints.color(using: &g))
      }
    case 1:
      for x in [-26.0, -10, 10, 26] {
        let reach = (outer * outer - x * x).squareRoot()
        s.stroke(.line(50 + x, 49 - reach, 50 + x + 3, 49 - max(hole(inner, x), 0)), 4, m.accent.base)
        s.stroke(.line(50 + x, 49 + max(hole(inner, x), 0), 50 + x + 3, 49 + reach), 4, m.accent.base)
      }
    case 2:
      for i in 0..<12 {
        let p = spot(i, of: 12)
        s.fill(.regular(5, p.0, p.1, 4, turn: p.0), m.accent.base)
      }
    default:
      s.fill(
        .arc(50, 49, outer, outer, from: -2.6, to: -1.9)
          + .arc(50, 49, outer - 6, outer - 6, from: -1.9, to: -2.6), Color.paper.withAlpha(0.4))
    }
  }

  /// Half the hole's height where a stripe passes it.
  private static func hole(_ radius: Double, _ x: Double) -> Double {
    max(radius * radius - x * x, 0).squareRoot()
  }

  /// Without a hole: sugared, glazed, a spot of jam.
  private static func drawFilled(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let high = g.uniform(30.0...46)
    s.add(.ellipse(50, 52, 46, high), m.trim)
    s.stroke(.arc(50, 52, 44, high * 0.3, from: 0.1, to: 3.04), 4, m.trim.base.shaded(0.4))
    if g.chance(0.7) {
      s.add(.scalloped(50, 46, 42, high * 0.78, bumps: 6, depth: g.uniform(0.02...0.16)), m.main)
    }
    switch g.below(3) {
    case 0:
      s.add(
        .ellipse(50 + g.uniform(-26...26), 50, 12, 9),
        Swatch(Pantry.tomato.color(using: &g)))
    case 1:
      for x in [-20.0, 0, 20] {
        s.stroke(.line(44 + x, 46 - high * 0.5, 54 + x, 46 + high * 0.5), 4, m.accent.base)
      }
    default: for p in g.scattered(10, 50, 46, 30, high * 0.5) { s.fill(.circle(p.0, p.1, 3), m.accent.base) }
    }
  }

  /// Twisted: a ridged ring or a long plait.
  private static func drawCruller(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    if g.chance(0.5) {
      let count = 9
      let squash = g.uniform(0.5...1)
      for i in 0..<count {
        let a = Double(i) * 2 * .pi / Double(count)
        s.add(
          .ellipse(50 + 31 * cos(a), 50 + 31 * sin(a) * squash, 21, 13, turn: a + 0.5),
          i % 2 == 0 ? m.trim : m.trim.shaded(0.1))
        s.fill(.ellipse(49 + 29 * cos(a), 47 + 29 * sin(a) * squash, 13, 6, turn: a + 0.5), m.main.base)
      }
      return
    }
    // A plait: a long roll with slanting furrows, glazed between them.
    let long = g.uniform(40.0...60)
    let thick = g.uniform(28.0...40)
    s.add(.limb([(50 - long, 50), (50, 50), (50 + long, 50)], [thick * 0.6, thick, thick * 0.6]), m.trim)
    for i in 0..<5 {
      let x = 50 + long * (Double(i) - 2) / 2.6
      s.inlay(.ellipse(x - 2, 48, long * 0.14, thick * 0.34, turn: 0.7), m.main)
      s.stroke(.line(x + 6, 50 - thick * 0.4, x + 12, 50 + thick * 0.38), 3, m.trim.base.shaded(-0.35))
    }
  }

  /// Two or three, one upon the other, seen from the side.
  private static func drawStack(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let count = 2 + g.below(2)
    for i in 0..<count {
      var one = Sketch()
      var other = m
      if i % 2 == 1 { other.main = Swatch(Pantry.icing.color(using: &g)) }
      Donut.ring.drawRing(&one, other, &g, squash: 0.42)
      let (dx, dy) = (g.uniform(-8...8.0), -Double(i) * g.uniform(19...24))
      s.add(one) { $0.moved(dx, dy) }
    }
  }

  /// Standing or lying, seen along its edge: a thick lozenge, half dipped.
  private static func drawEdge(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let high = g.uniform(15.0...24)
    s.add(.box(4, 50 - high, 92, 2 * high, round: high), m.trim)
    s.stroke(.curve([(8, 52), (50, 54), (92, 52)]), 3.5, m.trim.base.shaded(0.4))
    let low = g.uniform(0...0.5) * high
    s.add(
      .blob([
        (3, 48), (12, 49 - high), (50, 47 - high), (88, 49 - high), (97, 48), (88, 50 + low), (74, 46),
        (60, 52 + low),
        (44, 46), (28, 50 + low), (14, 46),
      ]), m.main)
    if g.chance(0.5) {
      for p in g.scattered(9, 50, 46 - high * 0.5, 38, high * 0.35) {
        s.stroke(.line(p.0, p.1, p.0 + 3, p.1 + 2), 3.2, Pantry.paints.color(using: &g))
      }
    }
  }
}
