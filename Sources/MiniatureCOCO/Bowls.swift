import Foundation
import Pictures
import Tensors

/// Bowls: wider than tall and open, seen from the side, at a slant, or from above.
enum Bowl: String, BodyPlan, CaseIterable {
  case deep, shallow, footed, mixing, square

  func draw(on s: inout Sketch, _ m: Swatches, using g: inout PCG32) {
    if self != .square && g.chance(0.1) {
      Bowl.drawStack(&s, m, &g)
      return
    }
    let helping = g.drawOne(of: Helping.allCases)
    // How round the mouth looks: 0.1 from the side, 1 from above.
    let squash = g.drawOne(of: [g.uniform(0.08...0.25), g.uniform(0.3...0.6), g.uniform(0.6...0.85), 1])
    switch self {
    case .square: Bowl.drawSquare(&s, m, &g, squash, helping)
    case .mixing: Bowl.drawRound(&s, m, &g, squash, depth: g.uniform(0.7...1.05), rim: 0.9, helping)
    case .footed: Bowl.drawRound(&s, m, &g, squash, depth: g.uniform(0.55...0.8), rim: 0.86, helping, foot: 8)
    case .deep: Bowl.drawRound(&s, m, &g, squash, depth: g.uniform(0.6...0.95), rim: 0.88, helping)
    case .shallow:
      Bowl.drawRound(&s, m, &g, squash, depth: g.uniform(0.25...0.45), rim: g.uniform(0.6...0.85), helping)
    }
  }

  private static func drawRound(
    _ s: inout Sketch, _ m: Swatches, _ g: inout PCG32, _ squash: Double, depth: Double, rim: Double,
    _ helping: Helping, foot: Double = 0
  ) {
    let half = 48.0
    let mouth = half * squash
    // From above the wall is out of sight.
    let drop = half * depth * (1 - squash * squash).squareRoot()
    let bottom = max(drop, mouth * 0.9)
    let narrow = g.uniform(0.3...0.6)
    if foot > 0 && squash < 0.7 { s.add(.box(32, 28 + bottom, 36, foot + 6, round: 3), m.main.shaded(-0.2)) }
    if helping.isHeaped && squash < 0.5 {
      helping.draw(on: &s, m, 50, 30 - mouth * 0.4, half * 0.8, mouth * 0.5 + g.uniform(10...22), using: &g)
    }
    if squash < 0.95 {
      // The wall.
      s.add(
        .joined(
          .arc(50, 30, half, mouth, from: 0, to: -.pi),
          .curve([
            (50 - half, 30), (50 - half * 0.93, 30 + bottom * 0.45),
            (50 - half * (0.3 + narrow * 0.7), 30 + bottom * 0.85),
            (50 - half * narrow, 30 + bottom), (50, 31 + bottom), (50 + half * narrow, 30 + bottom),
            (50 + half * (0.3 + narrow * 0.7), 30 + bottom * 0.85), (50 + half * 0.93, 30 + bottom * 0.45),
            (50 + half, 30),
          ])), m.main)
    }
    if g.chance(0.6) && mouth < 0.5 * bottom {
      s.inlay(
        .joined(
          .arc(50, 30 + bottom * 0.12, half * 0.96, mouth, from: 0, to: .pi),
          .arc(50, 30 + bottom * g.uniform(0.25...0.4), half * 0.88, mouth, from: .pi, to: 0)), m.trim)
    }
    if helping.isHeaped && squash < 0.2 { return }
    s.add(.ellipse(50, 30, half, mouth), m.main.shaded(0.18))
    s.inlay(.ellipse(50, 30 + 2 * squash, half * rim, mouth * rim), m.trim.shaded(-0.12))
    helping.draw(on: &s, m, 50, 30 + 3 * squash, half * rim * 0.94, mouth * rim * 0.92, using: &g)
    if g.chance(0.15) && squash > 0.25 {
      // A spoon left in it.
      s.rod(.line(58, 30, g.uniform(88...104), g.uniform(-24 ... -4)), 6, .chrome)
    }
  }

  /// Several empty ones, each in the one below.
  private static func drawStack(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let depth = g.uniform(0.5...0.8)
    let squash = g.uniform(0.12...0.35)
    let step = g.uniform(12.0...20)
    for i in 0..<(2 + g.below(4)) {
      var one = Sketch()
      drawRound(&one, m, &g, squash, depth: depth, rim: 0.88, .nothing)
      s.add(one) { $0.moved(0, -step * Double(i)) }
    }
  }

  private static func drawSquare(
    _ s: inout Sketch, _ m: Swatches, _ g: inout PCG32, _ squash: Double, _ helping: Helping
  ) {
    let flat = max(squash, 0.2)
    let drop = 40 * (1 - flat * flat).squareRoot()
    let long = g.uniform(0.65...1)
    func lying(_ path: Path) -> Path { path.squeezed(1, flat * long) }
    if drop > 8 {
      s.add(
        .polygon([(3, 54), (97, 54), (82, 50 + drop + 40 * flat * long), (18, 50 + drop + 40 * flat * long)]),
        m.main)
    }
    s.add(lying(.box(2, 2, 96, 96, round: 14)), m.main.shaded(0.1))
    s.inlay(lying(.box(11, 11, 78, 78, round: 12)), m.trim.shaded(-0.1))
    helping.draw(on: &s, m, 50, 50, 36, 36 * flat * long, using: &g)
  }
}

/// What a bowl holds.
enum Helping: CaseIterable {
  case nothing, soup, salad, fruit, noodles, grains

  /// Whether it rises over the rim.
  var isHeaped: Bool { self == .salad || self == .fruit || self == .grains }

  func draw(
    on s: inout Sketch, _ m: Swatches, _ x: Double, _ y: Double, _ rx: Double, _ ry: Double,
    using g: inout PCG32
  ) {
    let size = min(rx, 2.2 * ry)
    switch self {
    case .nothing: break
    case .soup:
      s.fill(.ellipse(x, y, rx, ry), Palette(ColorRange(0...0.3, 0.2...0.9, 0.25...0.95)).color(using: &g))
      let bit = (Pantry.leaf + Pantry.tomato + .white).color(using: &g)
      for p in g.scattered(g.below(6), x, y, rx * 0.75, ry * 0.7) {
        s.fill(.ellipse(p.0, p.1, size * 0.12, ry * 0.1), bit)
      }
    case .salad:
      let colors = Pantry.leaf + Pantry.leaf + Pantry.tomato + Pantry.cheese + .purple
      s.add(.scalloped(x, y, rx, ry, bumps: 8, depth: 0.14), Swatch(Pantry.leaf.color(using: &g)))
      for p in g.scattered(9, x, y, rx * 0.75, ry * 0.7) {
        s.add(
          .scalloped(p.0, p.1, size * 0.3, min(size * 0.24, ry * 0.5), bumps: 6, depth: 0.16, phase: p.0),
          Swatch(colors.color(using: &g)))
      }
    case .fruit:
      let palette = g.drawOne(of: [
        Palette.red + .lime, .orange, .purple + .navy, .red + .yellow + .orange + .lime, Pantry.bread,
        .green + .yellow,
      ])
      let radius = size * g.uniform(0.2...0.4)
      for p in g.scattered(9, x, y, max(rx - radius, 4), max(ry - radius * 0.7, 2)) {
        s.add(.circle(p.0, p.1, radius), Swatch(palette.color(using: &g)))
      }
    case .noodles:
      let color = Palette(ColorRange(0.07...0.14, 0.2...0.6, 0.7...0.98)).color(using: &g)
      s.add(.scalloped(x, y, rx, ry, bumps: 7, depth: 0.08), Swatch(color))
      for p in g.scattered(6, x, y, rx * 0.6, ry * 0.6) {
        s.stroke(.arc(p.0, p.1, rx * 0.3, ry * 0.3, from: p.0, to: p.0 + 4), size * 0.06, color.shaded(-0.3))
      }
      for p in g.scattered(3, x, y, rx * 0.4, ry * 0.4) {
        s.fill(.circle(p.0, p.1, size * 0.13), (Pantry.tomato + Pantry.leaf + Pantry.meat).color(using: &g))
      }
    case .grains:
      let color = (Palette.white + Pantry.bread + Pantry.chocolate).color(using: &g)
      s.add(
        .scalloped(x, y, rx, ry, bumps: 9, depth: 0.07),
        Swatch(texture: .crust, base: color, second: color.shaded(-0.3)))
      for p in g.scattered(g.below(5), x, y, rx * 0.6, ry * 0.6) {
        s.fill(.circle(p.0, p.1, size * 0.13), (Pantry.tomato + .navy + .yellow).color(using: &g))
      }
    }
  }
}
