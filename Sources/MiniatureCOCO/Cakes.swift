import Foundation
import Pictures
import Tensors

/// Cakes: round, tiered, flat, in slices, in cups, in rings; from the side, at a slant, from above.
enum Cake: String, BodyPlan, CaseIterable {
  case round, tiered, slice, cupcake, sheet, ring, above

  func draw(on s: inout Sketch, _ m: Swatches, using g: inout PCG32) {
    switch self {
    case .round: Cake.drawRound(&s, m, &g)
    case .tiered: Cake.drawTiered(&s, m, &g)
    case .slice: Cake.drawSlice(&s, m, &g)
    case .cupcake: Cake.drawCupcake(&s, m, &g)
    case .sheet: Cake.drawSheet(&s, m, &g)
    case .ring: Cake.drawRing(&s, m, &g)
    case .above: Cake.drawAbove(&s, m, &g)
    }
  }

  /// Candles with flames, in a row from `left` to `right`.
  private static func drawCandles(
    _ s: inout Sketch, _ m: Swatches, _ g: inout PCG32, left: Double, right: Double, y: Double
  ) {
    let count = 1 + g.below(5)
    let height = g.uniform(12.0...24)
    let color = Pantry.paints.color(using: &g)
    for i in 0..<count {
      let x = count == 1 ? (left + right) / 2 : left + (right - left) * Double(i) / Double(count - 1)
      s.add(.box(x - 2.6, y - height, 5.2, height + 2), Swatch(i % 2 == 0 ? color : .paper))
      s.fill(
        .blob([(x, y - height - 13), (x + 4, y - height - 4), (x, y - height), (x - 4, y - height - 4)]),
        .lamp)
    }
  }

  /// One storey of cake with its icing, from `top` to `bottom`.
  private static func drawDrum(
    _ s: inout Sketch, _ m: Swatches, _ g: inout PCG32, half: Double, top: Double, bottom: Double,
    squash: Double
  ) {
    s.add(.drum(50, top: top, bottom: bottom, half, half, squash: squash), m.main)
    let (mouth, height) = (half * squash, bottom - top)
    switch g.below(4) {
    case 0:
      // Icing that runs down.
      let runs = 9
      let edge = (0...runs).map { i -> Path.XY in
        let angle = .pi * Double(i) / Double(runs)
        let drop = i % 2 == 0 ? 2.0 : height * g.uniform(0.2...0.6)
        return (50 + half * cos(angle), top + mouth * sin(angle) + drop)
      }
      s.add(.blob(edge + [(50 - half * 0.7, top), (50 + half * 0.7, top)]), m.trim)
    case 1:
      s.inlay(
        .drum(50, top: top + height * 0.4, bottom: top + height * 0.6, half, half, squash: squash), m.accent)
    case 2:
      for i in 0...7 {
        let angle = .pi * Double(i) / 7
        s.add(.circle(50 + half * cos(angle), bottom + mouth * sin(angle) - 3, 6), m.trim)
      }
    default: break
    }
    s.add(.ellipse(50, top, half, mouth), m.trim)
  }

  /// Fruit, roses or rosettes about the top.
  private static func drawGarnish(
    _ s: inout Sketch, _ m: Swatches, _ g: inout PCG32, half: Double, y: Double, squash: Double
  ) {
    switch g.below(4) {
    case 0:
      for i in 0..<8 {
        let angle = Double(i) * .pi / 4
        s.add(
          .circle(50 + half * 0.8 * cos(angle), y + half * 0.8 * squash * sin(angle) - 2, half * 0.14),
          m.accent)
      }
    case 1:
      for p in g.scattered(6, 50, y, half * 0.5, half * 0.5 * squash) {
        s.add(
          .ellipse(p.0, p.1 - 2, half * 0.18, half * 0.16),
          m.accent.shaded(g.uniform(-0.2...0.3)))
      }
    case 2:
      s.stroke(.ellipse(50, y, half * 0.6, half * 0.6 * squash), 4, m.accent.base)
      s.stroke(.line(50 - half * 0.3, y, 50 + half * 0.3, y), 4, m.accent.base)
    default: break
    }
  }

  private static func drawRound(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let half = g.uniform(34.0...48)
    let squash = g.uniform(0.1...0.5)
    let bottom = g.uniform(50.0...92)
    if g.chance(0.4) {
      // A plate, or a stand with a foot.
      let plate = Swatch(Pantry.china.color(using: &g), .plastic)
      if g.chance(0.5) {
        s.add(
          .polygon([(42, bottom), (58, bottom), (66, bottom + 34), (34, bottom + 34)]), plate.shaded(-0.1))
      }
      s.add(.ellipse(50, bottom + 2, half + 9, max((half + 9) * squash, 6)), plate)
    }
    drawDrum(&s, m, &g, half: half, top: 34, bottom: bottom, squash: squash)
    drawGarnish(&s, m, &g, half: half, y: 34, squash: squash)
    if g.chance(0.4) { drawCandles(&s, m, &g, left: 50 - half * 0.6, right: 50 + half * 0.6, y: 34) }
    if g.chance(0.25) {
      // A piece has been cut out of it.
      let inner = Swatch(Pantry.bread.color(using: &g), .crust)
      s.add(
        .polygon([
          (50, 34), (50 + half * 0.2, 36 + half * squash), (50 + half * 0.2, bottom + half * squash * 0.9),
          (50, bottom),
        ]), inner.shaded(-0.3))
      s.add(
        .polygon([
          (50, 34), (50 + half * 0.85, 34 + half * squash * 0.5),
          (50 + half * 0.85, bottom + half * squash * 0.5), (50, bottom),
        ]), inner)
    }
  }

  /// For weddings: storeys that grow smaller.
  private static func drawTiered(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let count = 2 + g.below(3)
    let step = g.uniform(0.62...0.8)
    let squash = g.uniform(0.1...0.3)
    let height = g.uniform(20.0...32)
    var half = g.uniform(32.0...48)
    var bottom = 100.0
    for _ in 0..<count {
      drawDrum(&s, m, &g, half: half, top: bottom - height, bottom: bottom, squash: squash)
      if g.chance(0.4) {
        let side = g.uniform(-0.7...0.7)
        for dx in [-6.0, 6, 0] {
          s.add(
            .ellipse(
              50 + side * half + dx, bottom - height + dx.magnitude * 0.6, 7, 6),
            m.accent)
        }
      }
      bottom -= height
      half *= step
    }
    switch g.below(3) {
    case 0: s.add(.ellipse(50, bottom - 5, 11, 9), m.accent)
    case 1: drawCandles(&s, m, &g, left: 46, right: 54, y: bottom)
    default: break
    }
  }

  /// A wedge: the cut side with its layers, the icing above and behind.
  private static func drawSlice(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let height = g.uniform(24.0...62)
    let depth = g.uniform(10.0...36)
    let tip = g.uniform(-8.0...20)
    let layers = 2 + g.below(3)
    let (left, right) = (tip, 92.0)
    s.add(.polygon([(left, 40), (right, 40), (right, 40 + height), (left, 40 + height)]), m.main)
    for i in 1..<layers {
      let y = 40 + height * Double(i) / Double(layers)
      s.inlay(.box(left, y - 3, right - left, g.uniform(4...9)), g.chance(0.6) ? m.trim : m.accent)
    }
    s.add(
      .polygon([(left - 1, 42), (right - 30, 40 - depth), (right + 12, 40 - depth * 0.6), (right, 42)]),
      m.trim)
    s.add(
      .polygon([
        (right, 41), (right + 12, 40 - depth * 0.6), (right + 12, 34 + height - depth * 0.4),
        (right, 40 + height),
      ]), m.trim.shaded(-0.18))
    if g.chance(0.6) {
      s.add(.ellipse(right - 22, 36 - depth * 0.5, 11, 9), m.accent)
    }
  }

  /// A pleated case and a swirl.
  private static func drawCupcake(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let half = g.uniform(28.0...40)
    let foot = half * g.uniform(0.65...0.9)
    let (wrapper, depth) = (Swatch(Pantry.paints.color(using: &g)), g.uniform(24.0...44))
    if g.chance(0.25) {
      // From above: the swirl fills the case.
      s.add(.scalloped(50, 50, 48, 48, bumps: 12, depth: 0.06), wrapper)
      for (r, shade) in [(41.0, -0.12), (30, 0), (18, 0.12)] {
        s.add(.scalloped(50, 50, r, r, bumps: 7, depth: 0.1, phase: r), m.trim.shaded(shade))
      }
      s.add(.circle(50, 50, 8), m.accent)
      return
    }
    s.add(
      .polygon([(50 - half, 58), (50 + half, 58), (50 + foot, 58 + depth), (50 - foot, 58 + depth)]), wrapper)
    for x in [-0.6, -0.2, 0.2, 0.6] {
      s.stroke(.line(50 + half * x, 60, 50 + foot * x, 56 + depth), 2.4, wrapper.base.shaded(-0.3))
    }
    let rise = g.uniform(8.0...19)
    if g.chance(0.7) {
      for (i, share) in [1.08, 0.82, 0.5].enumerated() {
        s.add(.ellipse(50, 54 - rise * Double(i), half * share, rise * 0.95), m.trim.shaded(0.06 * Double(i)))
      }
    } else {
      s.add(
        .blob([
          (48 - half, 60), (50 - half * 0.8, 50 - rise), (50, 42 - rise), (50 + half * 0.8, 50 - rise),
          (52 + half, 60),
        ]), m.main)
    }
    switch g.below(3) {
    case 0: s.add(.circle(50, 50 - 3 * rise, 8), m.accent)
    case 1:
      for p in g.scattered(9, 50, 50 - rise * 0.8, half * 0.7, rise) {
        s.stroke(.line(p.0, p.1, p.0 + 3, p.1 + 2), 3, Pantry.paints.color(using: &g))
      }
    default: break
    }
  }

  /// Flat and square: decorated from above, or a loaf at a slant.
  private static func drawSheet(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let (w, d) = (g.uniform(76.0...112), g.uniform(20.0...50))
    let height = g.uniform(10.0...40)
    let lean = g.uniform(0...22.0)
    s.add(.polygon([(0, d), (w, d), (w, d + height), (0, d + height)]), m.main)
    if g.chance(0.5) { s.inlay(.box(0, d + height * 0.45, w, height * 0.22), m.trim) }
    func top(_ inset: Double) -> Path {
      .polygon([(lean + inset, inset), (w - lean - inset, inset), (w - inset, d - inset), (inset, d - inset)])
    }
    s.add(top(0), m.trim)
    switch g.below(3) {
    case 0:
      for i in 0..<7 {
        s.add(.circle(4 + (w - 8) * Double(i) / 6, d, 5), m.accent)
      }
      s.stroke(
        .curve([(w * 0.25, d * 0.5), (w * 0.4, d * 0.35), (w * 0.55, d * 0.6), (w * 0.75, d * 0.45)]), 4,
        m.accent.base)
    case 1:
      s.inlay(top(d * 0.14), Swatch(Pantry.paints.color(using: &g)))
      for p in g.scattered(4, w / 2, d / 2, w * 0.25, d * 0.25) {
        s.add(.ellipse(p.0, p.1, 8, 6), m.accent)
      }
    default: drawCandles(&s, m, &g, left: w * 0.25, right: w * 0.75, y: d * 0.5)
    }
  }

  /// Baked in a fluted mould: a ring with ribs, sugar or glaze on it.
  private static func drawRing(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let squash = g.uniform(0.35...0.8)
    let depth = 44 * (1 - squash)
    let ribs = 9
    s.add(.drum(50, top: 44, bottom: 44 + depth, 48, 48, squash: squash), m.main.shaded(-0.15))
    for i in 0...ribs {
      let angle = .pi * Double(i) / Double(ribs)
      let (x, y) = (50 + 44 * cos(angle), 44 + 44 * squash * sin(angle))
      s.add(.limb([(x, y), (x + 2 * cos(angle), y + depth * 0.8)], [13, 12]), m.main)
    }
    s.add(.scalloped(50, 42, 46, 46 * squash, bumps: 10, depth: 0.06), m.main)
    if g.chance(0.7) {
      s.add(.scalloped(50, 41, 38, 38 * squash, bumps: 7, depth: g.uniform(0.05...0.25)), m.trim)
    }
    s.fill(.ellipse(50, 42, 12, 12 * squash), m.main.base.shaded(-0.6))
    if g.chance(0.3) {
      for p in g.scattered(7, 50, 40, 34, 34 * squash) { s.add(.circle(p.0, p.1, 5), m.accent) }
    }
  }

  /// A round from above, garnished, with a slice gone or with writing.
  private static func drawAbove(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    var cake = Sketch()
    if g.chance(0.4) { cake.add(.circle(50, 50, 58), Swatch(Pantry.china.color(using: &g), .plastic)) }
    if g.chance(0.35) {
      // Some slices are gone.
      let start = g.uniform(0...6.28)
      let rest = g.uniform(3.6...5.7)
      func disc(_ r: Double) -> Path {
        .joined(.line(50, 50, 50, 50), .arc(50, 50, r, r, from: start, to: start + rest))
      }
      cake.add(disc(48).moved(0, g.uniform(8...20)), m.main)
      cake.add(disc(48), m.trim)
      for i in 0..<6 {
        let angle = start + rest * (Double(i) + 0.5) / 6
        cake.add(.circle(50 + 38 * cos(angle), 50 + 38 * sin(angle), 7), m.accent)
      }
    } else {
      cake.add(
        .scalloped(50, 50, 48, 48, bumps: 10, depth: g.uniform(0...0.08)), g.chance(0.5) ? m.trim : m.main)
      cake.inlay(.circle(50, 50, g.uniform(28...42)), m.trim)
      drawGarnish(&cake, m, &g, half: 44, y: 50, squash: 1)
    }
    let squash = g.uniform(0.7...1)
    s.add(cake) { $0.squeezed(1, squash) }
  }
}
