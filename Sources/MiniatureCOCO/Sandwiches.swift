import Foundation
import Pictures
import Tensors

/// Sandwiches: bread with something between, however it is cut and stacked.
enum Sandwich: String, BodyPlan, CaseIterable {
  case triangle, burger, baguette, toast, club, open, wrap

  func draw(on s: inout Sketch, _ m: Swatches, using g: inout PCG32) {
    switch self {
    case .triangle: Sandwich.drawTriangle(&s, m, &g)
    case .burger: Sandwich.drawBurger(&s, m, &g)
    case .baguette: Sandwich.drawBaguette(&s, m, &g)
    case .toast: Sandwich.drawToast(&s, m, &g)
    case .club: Sandwich.drawClub(&s, m, &g)
    case .open: Sandwich.drawOpen(&s, m, &g)
    case .wrap: Sandwich.drawWrap(&s, m, &g)
    }
  }

  /// Layers of filling from the bottom up; returns where the next thing lies.
  private static func drawFilling(
    _ s: inout Sketch, _ g: inout PCG32, _ m: Swatches, left: Double, right: Double, bottom: Double,
    layers: Int
  ) -> Double {
    var y = bottom
    let width = right - left
    for _ in 0..<layers {
      let thickness = g.uniform(6.0...14)
      switch g.below(4) {
      case 0:
        // Leaves, crinkled.
        let waves = (0...8).map { i in (left - 3 + (width + 6) * Double(i) / 8, y + (i % 2 == 0 ? 2 : -3)) }
        s.add(
          .blob(
            waves + [(right, y - thickness), ((left + right) / 2, y - thickness - 2), (left, y - thickness)]),
          Swatch(Pantry.leaf.color(using: &g)))
      case 1:
        s.add(
          .box(left + 2, y - thickness, width - 4, thickness, round: 4),
          Swatch(Pantry.tomato.color(using: &g)))
      case 2:
        let drip = left + width * g.uniform(0.3...0.7)
        s.add(
          .polygon([
            (left - 2, y - 5), (right + 2, y - 5), (drip + 12, y - 2), (drip, y + 9), (drip - 12, y - 2),
          ]),
          Swatch(Pantry.cheese.color(using: &g)))
        y += thickness - 5
      default:
        s.add(.box(left, y - thickness, width, thickness, round: 5), m.trim.shaded(g.uniform(-0.2...0.2)))
      }
      y -= thickness - 1
    }
    return y
  }

  /// Halved corner to corner, the cut towards us.
  private static func drawTriangle(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let crumb = Swatch(Pantry.crumb.color(using: &g))
    if g.chance(0.5) {
      // Standing on its crust, the fillings upright between two slices.
      let peak = g.uniform(0.0...20)
      let slice: [Path.XY] = [(2, 84), (98, 84), (50, peak)]
      s.add(Path.polygon(slice).moved(12, -10), m.main)
      s.add(Path.polygon(slice).moved(7, -5), g.chance(0.5) ? m.accent : m.trim)
      s.add(Path.polygon(slice).moved(3, -2), m.trim)
      s.add(.polygon(slice), g.chance(0.6) ? crumb : m.main)
      s.stroke(.line(2, 84, 98, 84), 5, m.main.base.shaded(-0.2))
      return
    }
    s.add(.box(2, 68, 96, g.uniform(10...20), round: 5), crumb)
    let y = drawFilling(&s, &g, m, left: 3, right: 97, bottom: 70, layers: 2 + g.below(3))
    let thickness = g.uniform(8...14.0)
    s.add(.box(2, y - thickness, 96, thickness + 2, round: 4), crumb)
    s.add(
      .polygon([(2, y - thickness), (g.uniform(30...70), y - g.uniform(22...46)), (98, y - thickness)]),
      m.main)
  }

  /// A round bun, domed above, with a patty.
  private static func drawBurger(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let half = g.uniform(36.0...50)
    s.add(.box(50 - half, 72, 2 * half, g.uniform(12...22), round: 9), m.main)
    s.add(
      .box(48 - half, 60, 2 * half + 4, g.uniform(12...18), round: 7),
      Swatch(Pantry.meat.color(using: &g), .crust))
    let y = drawFilling(&s, &g, m, left: 51 - half, right: 49 + half, bottom: 64, layers: 1 + g.below(3))
    let dome = g.uniform(18.0...42)
    s.add(
      .blob([
        (50 - half, y), (49 - half, y - dome * 0.4), (50 - half * 0.5, y - dome), (50 + half * 0.5, y - dome),
        (51 + half, y - dome * 0.4), (50 + half, y), (50, y + 3),
      ]), m.main)
    guard g.chance(0.5) else { return }
    for p in g.scattered(8, 50, y - dome * 0.62, half * 0.6, dome * 0.26) {
      s.fill(.ellipse(p.0, p.1, 2.6, 1.8), .paper)
    }
  }

  /// A long roll, split, lying along or cut short.
  private static func drawBaguette(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let long = g.uniform(36.0...72)
    let thick = g.uniform(16.0...28)
    let (left, right) = (50 - long, 50 + long)
    s.add(.limb([(left, 66), (50, 68), (right, 66)], [thick * 0.8, thick, thick * 0.8]), m.main)
    let y = drawFilling(&s, &g, m, left: left + 4, right: right - 4, bottom: 64, layers: 1 + g.below(3))
    s.add(
      .limb([(left, y), (50, y - 6), (right, y)], [thick * 0.9, thick * 1.25, thick * 0.9]),
      m.main.shaded(0.06))
    for x in [-0.5, 0, 0.5] where g.chance(0.6) {
      s.stroke(.line(50 + long * x - 5, y - 12, 50 + long * x + 6, y - 4), 3, m.main.base.shaded(-0.25))
    }
    if g.chance(0.3) {
      // Wrapped at one end.
      s.add(
        .polygon([
          (right - long * 0.7, y - thick), (right + 12, y - thick + 4), (right + 12, 66 + thick),
          (right - long * 0.8, 68 + thick * 0.6),
        ]),
        Swatch((Palette.white + .tan + .silver).color(using: &g)))
    }
  }

  /// From above: a square of bread upon another, the filling looking out, grilled or plain, whole or cut.
  private static func drawToast(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    func slice(_ x: Double, _ y: Double) -> Path {
      .blob([
        (x + 4, y + 8), (x + 20, y), (x + 62, y), (x + 78, y + 8), (x + 74, y + 24), (x + 76, y + 76),
        (x + 40, y + 78),
        (x + 6, y + 76), (x + 8, y + 24),
      ])
    }
    let (dx, dy) = (g.uniform(-8.0...10), g.uniform(4.0...14))
    s.add(slice(10 + dx, 10 + dy), m.main.shaded(-0.2))
    s.add(
      .scalloped(50 + dx * 0.6, 52 + dy * 0.7, 45, 42, bumps: 8, depth: 0.1),
      g.chance(0.5) ? m.accent : m.trim)
    s.add(slice(10, 10), m.main)
    s.inlay(slice(10, 10).squeezed(0.86, 0.86), Swatch(Pantry.bread.color(using: &g), .crust))
    switch g.below(3) {
    case 0:
      for x in [24.0, 40, 56, 72] { s.stroke(.line(x - 6, 20, x + 6, 80), 4.5, m.main.base.shaded(-0.5)) }
    case 1:
      s.stroke(.line(14, 86, 88, 12), 7, m.trim.base)
      s.stroke(.line(14, 88, 88, 14), 2.4, m.accent.base)
    default: break
    }
  }

  /// Many storeys, and a stick through all of them.
  private static func drawClub(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let half = g.uniform(24.0...42)
    let storeys = 2 + g.below(2)
    var y = 96.0
    for _ in 0..<storeys {
      s.add(.box(50 - half, y - 9, 2 * half, 10, round: 3), m.main)
      y = drawFilling(&s, &g, m, left: 50 - half, right: 50 + half, bottom: y - 8, layers: 1 + g.below(2))
    }
    s.add(.box(50 - half, y - 10, 2 * half, 12, round: 4), m.main)
    guard g.chance(0.6) else { return }
    s.rod(.line(50, y - 8, 50, y - 30), 3, Swatch(Palette.tan.color(using: &g)))
    s.add(.circle(50, y - 30, 6), Swatch(Pantry.paints.color(using: &g)))
  }

  /// One slice with things on it, from above or at a slant.
  private static func drawOpen(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let squash = g.uniform(0.4...0.95)
    let long = g.uniform(0.7...1)
    var slice = Sketch()
    slice.add(.box(4, 14, 92, 92, round: 24), m.main.shaded(-0.2))
    slice.add(.box(4, 4, 92, 92, round: 24), m.main)
    slice.inlay(
      .box(10, 10, 80, 80, round: 20), Swatch((Pantry.cheese + Pantry.leaf + Pantry.crumb).color(using: &g)))
    let palettes = [Pantry.tomato, Pantry.leaf, Pantry.meat, Pantry.cheese, .white]
    let (one, other) = (g.drawOne(of: palettes).color(using: &g), g.drawOne(of: palettes).color(using: &g))
    let size = g.uniform(10.0...20)
    for (i, p) in g.scattered(7, 50, 50, 34, 34).enumerated() {
      slice.add(.circle(p.0, p.1, size), Swatch(i % 2 == 0 ? one : other))
    }
    s.add(slice) { $0.squeezed(long, squash) }
  }

  /// A rolled flatbread, cut aslant, the filling at the end.
  private static func drawWrap(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let thick = g.uniform(30.0...46)
    let length = g.uniform(56.0...100)
    let pale = Swatch(texture: .crust, base: Pantry.crumb.color(using: &g), second: m.main.base)
    s.add(.limb([(20, 50), (20 + length / 2, 50), (20 + length, 50)], [thick, thick, thick * 0.8]), pale)
    for share in [0.4, 0.65] { s.fill(.ellipse(20 + length * share, 46, 8, 5), pale.base.shaded(-0.25)) }
    if g.chance(0.4) {
      s.add(
        .box(20 + length * 0.5, 50 - thick * 0.52, length * 0.55, thick * 1.04, round: 4),
        Swatch(Pantry.china.color(using: &g)))
    }
    s.add(.ellipse(18, 50, thick * 0.3, thick * 0.56), pale)
    s.fill(.ellipse(18, 50, thick * 0.22, thick * 0.45), m.trim.base)
    for p in g.scattered(5, 18, 50, thick * 0.14, thick * 0.32) {
      s.fill(.circle(p.0, p.1, thick * 0.12), (Pantry.leaf + Pantry.tomato + Pantry.cheese).color(using: &g))
    }
  }
}
