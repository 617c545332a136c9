import Foundation
import Pictures
import Tensors

/// What lies behind all things: a room, a landscape or a table top, of the same materials and colours.
enum Background {
  case room, landscape, street, tableTop

  /// A background in pixels, `size` by `size`.
  static func sketch(size: Double, using g: inout PCG32) -> Sketch {
    var s = Sketch()
    let all = Background.all
    switch all[g.below(all.count)] {
    case .room: drawRoom(&s, size, &g)
    case .landscape: drawLandscape(&s, size, &g)
    case .street: drawStreet(&s, size, &g)
    case .tableTop:
      s.inlay(
        .box(-2, -2, size + 4, size + 4),
        surface(
          [.wood, .cloth, .clothChecked, .clothStriped], .tan + .brown + .cream + .teal + .red + .grey, &g))
    }
    return s
  }

  private static let all: [Background] = [.room, .room, .landscape, .landscape, .street, .tableTop]

  /// A large surface: its two colours near each other, its marks large or small.
  private static func surface(_ textures: [Texture], _ palette: Palette, _ g: inout PCG32) -> Swatch {
    let base = palette.color(using: &g).mixed(with: Color(gray: 0.7), g.uniform(0.1...0.45))
    let texture = textures[g.below(textures.count)]
    return Swatch(
      texture: texture, base: base, second: base.shaded(g.uniform(-0.22...0.25)),
      seed: UInt64(g.next32()), grain: g.uniform(0.7...1.6))
  }

  private static func drawRoom(_ s: inout Sketch, _ size: Double, _ g: inout PCG32) {
    let floor = size * g.uniform(0.45...0.75)
    s.inlay(
      .box(-2, -2, size + 4, floor + 4),
      surface(
        [.plain, .cloth, .clothStriped, .clothDotted, .clothChecked],
        .cream + .sky + .tan + .lime + .pink + .grey + .white + .teal, &g))
    s.inlay(
      .box(-2, floor, size + 4, size - floor + 4),
      surface(
        [.wood, .clothChecked, .cloth, .woolly], .brown + .tan + .grey + .darkBrown + .red + .cream, &g))
    s.fill(.box(-2, floor - 3, size + 4, 3), Color(gray: 0.9))
    if g.chance(0.5) {
      // A window or a picture on the wall.
      let (x, w) = (g.uniform(0...0.7) * size, size * g.uniform(0.18...0.32))
      s.add(.box(x, size * 0.06, w, w * 0.9), Swatch(Palette.brown.color(using: &g), .wood))
      s.picture(x: x + 3, y: size * 0.06 + 3, width: w - 6, height: w * 0.9 - 6, &g)
    }
    if g.chance(0.4) {
      s.inlay(
        .ellipse(size * g.uniform(0.2...0.8), (floor + size) / 2 + 4, size * 0.36, (size - floor) * 0.36),
        surface([.clothStriped, .clothDotted, .woolly], .bright, &g))
    }
  }

  private static func drawLandscape(_ s: inout Sketch, _ size: Double, _ g: inout PCG32) {
    let horizon = size * g.uniform(0.25...0.6)
    s.inlay(.box(-2, -2, size + 4, horizon + 6), surface([.plain], .sky + .white + .blue + .pink, &g))
    for _ in 0..<g.below(3) {
      let (x, y) = (g.uniform(0...1.0) * size, horizon * g.uniform(0.1...0.6))
      for dx in [-7.0, 0, 8] {
        s.fill(.ellipse(x + dx, y - abs(dx) * -0.3, 9, 5), Color.paper.withAlpha(0.8))
      }
    }
    let hills = surface([.leaf, .plain, .woolly], .darkGreen + .green + .grey + .brown, &g)
    s.inlay(
      .blob([
        (-20, horizon + 10), (size * 0.1, horizon - g.uniform(2...18.0)),
        (size * 0.5, horizon - g.uniform(-2...10.0)),
        (size * 0.85, horizon - g.uniform(2...20.0)), (size + 20, horizon + 10), (size / 2, size),
      ]), hills)
    s.inlay(
      .box(-2, horizon + 3, size + 4, size - horizon + 4),
      surface([.leaf, .fur, .crust, .woolly, .plain], .green + .lime + .tan + .white + .blue + .teal, &g))
    for _ in 0..<g.below(4) {
      let (x, y) = (g.uniform(0...1.0) * size, horizon + g.uniform(0...0.2) * size)
      let r = g.uniform(6...13.0)
      s.add(.box(x - 2, y - r, 4, r * 1.6), Swatch(Palette.brown.color(using: &g), .wood))
      s.add(.ellipse(x, y - 1.8 * r, r, r * 1.2), surface([.leaf, .woolly], .green + .darkGreen, &g))
    }
  }

  private static func drawStreet(_ s: inout Sketch, _ size: Double, _ g: inout PCG32) {
    let kerb = size * g.uniform(0.5...0.72)
    s.inlay(.box(-2, -2, size + 4, kerb + 4), surface([.plain], .sky + .white + .grey, &g))
    var x = -g.uniform(0...20.0)
    while x < size {
      // A row of houses.
      let (w, h) = (g.uniform(20...44.0), g.uniform(0.35...0.9) * kerb)
      s.inlay(
        .box(x, kerb - h, w, h + 1),
        surface([.plain, .clothChecked, .wood], .tan + .red + .cream + .grey + .brown + .sky, &g))
      let lit = g.chance(0.3) ? Color.lamp : Color.pane.shaded(-0.35)
      for row in 0..<Int(h / 14) {
        for column in 0..<Int(w / 11) {
          s.fill(.box(x + 4 + 11 * Double(column), kerb - h + 5 + 14 * Double(row), 5.5, 8), lit)
        }
      }
      x += w + (g.chance(0.3) ? 8 : 0)
    }
    s.inlay(.box(-2, kerb, size + 4, 9), surface([.plain, .crust], .grey + .cream, &g))
    s.inlay(.box(-2, kerb + 9, size + 4, size - kerb), surface([.plain, .crust], .charcoal + .grey, &g))
    for i in 0..<4 {
      s.fill(.box(Double(i) * size / 3.5 - 6, (kerb + 9 + size) / 2, 16, 2.5), Color(gray: 0.85))
    }
  }
}
