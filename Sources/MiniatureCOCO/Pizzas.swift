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
      sorts = (0..<count).map { _ in g.drawOne(of: Sort.allCases) }
      colors = (0..<count).map { _ in g.drawOne(of: palettes).color(using: &g) }
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
