import Foundation
import Pictures
import Tensors

/// What lies behind all things: rooms, landscapes, streets and table tops, of the same materials and colours.
enum Background {
  case room, tiles, landscape, savanna, shore, snow, court, sky, street, road, tableTop

  /// A background in pixels, `size` by `size`.
  func sketch(size: Double, using g: inout PCG32) -> Sketch {
    var s = Sketch()
    switch self {
    case .room:
      Self.drawRoom(&s, size, wall: .wallpaper(&g), floor: .floor(&g), &g)
    case .tiles:
      Self.drawRoom(
        &s, size,
        wall: Self.surface(
          [.clothChecked, .plain], .white + .cream + .sky + .teal + .pink + .grey + .lime, &g),
        floor: Self.surface([.clothChecked, .plain, .crust], .grey + .white + .tan + .charcoal + .sky, &g), &g
      )
    case .landscape:
      Self.drawLandscape(&s, size, ground: .green + .lime + .darkGreen + .tan + .brown, &g)
    case .savanna: Self.drawLandscape(&s, size, ground: .tan + .gold + .brown + .lime, &g)
    case .shore: Self.drawShore(&s, size, &g)
    case .snow: Self.drawLandscape(&s, size, ground: .white + .silver, &g)
    case .court:
      Self.drawLandscape(&s, size, ground: .green + .blue + .ginger + .teal + .brown, textures: [.plain], &g)
      for _ in 0..<2 {
        let (y, lean) = (g.uniform(0.6...0.95) * size, g.uniform(-0.3...0.3) * size)
        s.stroke(.line(-4, y, size + 4, y + lean), 1.6, Color(gray: 0.94))
      }
    case .sky:
      s.inlay(.box(-2, -2, size + 4, size + 4), Self.surface([.plain], .sky + .blue + .white + .grey, &g))
      Self.drawClouds(&s, size, size, &g)
    case .street: Self.drawStreet(&s, size, &g)
    case .road:
      s.inlay(
        .box(-2, -2, size + 4, size + 4), Self.surface([.plain, .crust], .charcoal + .grey + .tan, &g))
      let lean = g.uniform(-0.5...0.5) * size
      for i in 0..<5 {
        let y = Double(i) * size / 4
        s.stroke(
          .line(size / 2 + lean * y / size, y, size / 2 + lean * (y + size / 9) / size, y + size / 9), 2.5,
          Color(gray: 0.88))
      }
    case .tableTop:
      s.inlay(
        .box(-2, -2, size + 4, size + 4),
        Self.surface(
          [.wood, .cloth, .plain, .clothChecked, .clothStriped],
          .tan + .brown + .cream + .teal + .red + .grey + .white + .darkBrown + .navy, &g))
    }
    return s
  }

  /// A large surface: its two colours near each other, its marks large or small.
  fileprivate static func surface(_ textures: [Texture], _ palette: Palette, _ g: inout PCG32) -> Swatch {
    let base = palette.color(using: &g).mixed(with: Color(gray: 0.7), g.uniform(0.1...0.45))
    let texture = textures[g.below(textures.count)]
    return Swatch(
      texture: texture, base: base, second: base.shaded(g.uniform(-0.22...0.25)),
      seed: UInt64(g.next32()), grain: g.uniform(0.7...1.6))
  }

  private static func drawRoom(
    _ s: inout Sketch, _ size: Double, wall: Swatch, floor ground: Swatch, _ g: inout PCG32
  ) {
    let floor = size * g.uniform(0.45...0.75)
    s.inlay(.box(-2, -2, size + 4, floor + 4), wall)
    s.inlay(.box(-2, floor, size + 4, size - floor + 4), ground)
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

  private static func drawClouds(_ s: inout Sketch, _ size: Double, _ height: Double, _ g: inout PCG32) {
    for _ in 0..<g.below(4) {
      let (x, y) = (g.uniform(0...1.0) * size, height * g.uniform(0.1...0.8))
      for dx in [-7.0, 0, 8] {
        s.fill(.ellipse(x + dx, y - abs(dx) * -0.3, 9, 5), Color.paper.withAlpha(0.8))
      }
    }
  }

  private static func drawShore(_ s: inout Sketch, _ size: Double, _ g: inout PCG32) {
    let (horizon, beach) = (size * g.uniform(0.15...0.5), size * g.uniform(0.6...1.1))
    s.inlay(.box(-2, -2, size + 4, horizon + 6), surface([.plain], .sky + .white + .blue + .pink, &g))
    drawClouds(&s, size, horizon, &g)
    let water = surface([.plain, .feathered], .blue + .teal + .sky + .navy, &g)
    s.inlay(.box(-2, horizon, size + 4, size - horizon + 4), water)
    for _ in 0..<4 {
      let (x, y) = (g.uniform(0...1.0) * size, g.uniform(horizon + 4...size))
      s.stroke(
        .curve([(x - 12, y), (x - 4, y - 2), (x + 4, y), (x + 12, y - 2)]), 1.2, water.base.shaded(0.4))
    }
    s.inlay(
      .blob([
        (-20, beach), (size * 0.3, beach + g.uniform(-6...6.0)), (size + 20, beach + g.uniform(-12...12.0)),
        (size + 20, size * 1.4), (-20, size * 1.4),
      ]), surface([.plain, .crust], .tan + .cream + .gold, &g))
  }

  private static func drawLandscape(
    _ s: inout Sketch, _ size: Double, ground: Palette,
    textures: [Texture] = [.leaf, .fur, .crust, .woolly, .plain], _ g: inout PCG32
  ) {
    let horizon = size * g.uniform(0.1...0.6)
    s.inlay(.box(-2, -2, size + 4, horizon + 6), surface([.plain], .sky + .white + .blue + .pink, &g))
    drawClouds(&s, size, horizon, &g)
    let hills = surface([.leaf, .plain, .woolly], .darkGreen + .green + .grey + .brown, &g)
    s.inlay(
      .blob([
        (-20, horizon + 10), (size * 0.1, horizon - g.uniform(2...18.0)),
        (size * 0.5, horizon - g.uniform(-2...10.0)),
        (size * 0.85, horizon - g.uniform(2...20.0)), (size + 20, horizon + 10), (size / 2, size),
      ]), hills)
    s.inlay(
      .box(-2, horizon + 3, size + 4, size - horizon + 4),
      surface(textures, ground, &g))
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

extension Swatch {
  fileprivate static func wallpaper(_ g: inout PCG32) -> Swatch {
    Background.surface(
      [.plain, .plain, .cloth, .clothStriped, .clothDotted, .clothChecked, .wood],
      .cream + .sky + .tan + .lime + .pink + .grey + .white + .teal + .navy + .brown, &g)
  }

  fileprivate static func floor(_ g: inout PCG32) -> Swatch {
    Background.surface(
      [.wood, .wood, .clothChecked, .cloth, .woolly], .brown + .tan + .grey + .darkBrown + .red + .cream, &g)
  }
}
