import Foundation
import Pictures
import Tensors

/// What a screen shows, in any colours: the larger part of a television, a laptop or a telephone is its
/// picture.
enum ScreenPicture: CaseIterable {
  case dark, glow, landscape, field, portrait, windows, page, cartoon

  /// One that may be printed on a cover.
  static func print(using g: inout PCG32) -> ScreenPicture {
    g.drawOne(of: [.glow, .landscape, .portrait, .cartoon])
  }

  /// Any of them.
  static func random(using g: inout PCG32) -> ScreenPicture { g.drawOne(of: allCases) }

  /// Fills a face.
  func draw(on s: inout Sketch, _ f: SolidFace, using g: inout PCG32) {
    switch self {
    case .dark: Self.drawDark(&s, f, &g)
    case .glow: Self.drawGlow(&s, f, &g)
    case .landscape: Self.drawLandscape(&s, f, &g)
    case .field: Self.drawField(&s, f, &g)
    case .portrait: Self.drawPortrait(&s, f, &g)
    case .windows: Self.drawWindows(&s, f, &g)
    case .page: Self.drawPage(&s, f, &g)
    case .cartoon: Self.drawCartoon(&s, f, &g)
    }
  }

  private static func anyColor(
    _ g: inout PCG32, _ saturation: ClosedRange<Double> = 0.2...0.9,
    _ value: ClosedRange<Double> = 0.3...1
  ) -> Color {
    Color(hue: g.uniform(0...1.0), saturation: g.uniform(saturation), value: g.uniform(value))
  }

  /// Switched off: a dull reflection of the room.
  private static func drawDark(_ s: inout Sketch, _ f: SolidFace, _ g: inout PCG32) {
    let glass = anyColor(&g, 0.05...0.3, 0.04...0.32)
    s.fill(f.outline, glass)
    let (from, to) = (g.uniform(0.05...0.4) * f.width, g.uniform(0.5...0.9) * f.width)
    s.fill(
      f.laid(.polygon([(from, 0), (to, 0), (to * 0.6, f.height), (from * 0.4, f.height)])),
      glass.shaded(g.uniform(0.08...0.35)))
  }

  /// Two fields of colour that flow into each other.
  private static func drawGlow(_ s: inout Sketch, _ f: SolidFace, _ g: inout PCG32) {
    let color = anyColor(&g)
    s.fill(f.outline, color)
    let (a, b) = (g.uniform(0.2...0.7) * f.height, g.uniform(0.2...0.8) * f.height)
    s.fill(
      f.laid(.polygon([(0, a), (f.width * 0.5, b), (f.width, a), (f.width, f.height), (0, f.height)])),
      color.mixed(with: anyColor(&g), 0.5))
  }

  /// Sky, hills and often a sun.
  private static func drawLandscape(_ s: inout Sketch, _ f: SolidFace, _ g: inout PCG32) {
    let sky = g.drawOne(of: [
      Color(hue: 0.58, saturation: 0.4, value: 0.95), Color(hue: 0.08, saturation: 0.6, value: 0.95),
      Color(hue: 0.65, saturation: 0.6, value: 0.3), Color(hue: 0.58, saturation: 0.08, value: 0.85),
    ])
    let land = g.drawOne(of: [
      Color(hue: 0.3, saturation: 0.5, value: 0.5), Color(hue: 0.1, saturation: 0.4, value: 0.75),
      Color(hue: 0.07, saturation: 0.5, value: 0.35), Color(gray: 0.93),
      Color(hue: 0.56, saturation: 0.7, value: 0.55),
    ])
    s.fill(f.outline, sky)
    let (w, h) = (f.width, f.height)
    if g.chance(0.6) {
      s.fill(f.ellipse(w * g.uniform(0.2...0.8), h * 0.27, h * 0.13, h * 0.13), .lamp)
    }
    s.fill(
      f.laid(
        .polygon([
          (0, h), (0, h * g.uniform(0.4...0.8)), (w * 0.3, h * g.uniform(0.3...0.7)),
          (w * 0.6, h * g.uniform(0.5...0.8)), (w, h * g.uniform(0.35...0.8)), (w, h),
        ])), land)
  }

  /// A game on grass, clay or ice.
  private static func drawField(_ s: inout Sketch, _ f: SolidFace, _ g: inout PCG32) {
    s.fill(
      f.outline,
      g.drawOne(of: [
        Color(hue: 0.33, saturation: 0.6, value: 0.55), Color(hue: 0.06, saturation: 0.6, value: 0.65),
        Color(hue: 0.56, saturation: 0.12, value: 0.92), Color(hue: 0.6, saturation: 0.7, value: 0.6),
      ]))
    let (w, h) = (f.width, f.height)
    s.stroke(f.line(w * 0.5, 0, w * 0.4, h), 1.6, .paper)
    s.stroke(f.line(0, h * 0.3, w, h * 0.25), 1.6, .paper)
    let shirt = anyColor(&g)
    for _ in 0..<3 {
      let (x, y) = (w * g.uniform(0.1...0.9), h * g.uniform(0.25...0.8))
      s.fill(f.ellipse(x, y, w * 0.035, h * 0.13), shirt)
    }
  }

  /// Someone who speaks to the viewer.
  private static func drawPortrait(_ s: inout Sketch, _ f: SolidFace, _ g: inout PCG32) {
    s.fill(f.outline, anyColor(&g, 0.1...0.8))
    let (w, h) = (f.width, f.height)
    let x = w * g.uniform(0.35...0.65)
    let half = min(w * 0.3, h * 0.4)
    s.fill(
      f.laid(
        .polygon([(x - half, h), (x - half * 0.7, h * 0.7), (x + half * 0.7, h * 0.7), (x + half, h)])),
      anyColor(&g))
    let (hair, skin) = (Palette.hair.color(using: &g), Palette.skins.color(using: &g))
    s.fill(f.ellipse(x, h * 0.42, half * 0.56, min(h * 0.34, half)), hair)
    s.fill(f.ellipse(x, h * 0.47, half * 0.42, min(h * 0.27, half * 0.8)), skin)
  }

  /// A desktop with windows, or icons on a telephone.
  private static func drawWindows(_ s: inout Sketch, _ f: SolidFace, _ g: inout PCG32) {
    s.fill(f.outline, anyColor(&g))
    let (w, h) = (f.width, f.height)
    for _ in 0..<2 {
      let (x, y) = (w * g.uniform(0.05...0.4), h * g.uniform(0.06...0.45))
      let (across, down) = (w * g.uniform(0.3...0.5), h * g.uniform(0.3...0.48))
      s.fill(f.box(x, y, across, down), g.chance(0.7) ? .paper : Color(gray: 0.2))
      s.fill(f.box(x, y, across, down * 0.22), anyColor(&g))
    }
    var icons = Path()
    for i in 0..<4 { icons += f.box(w * (0.12 + 0.2 * Double(i)), h * 0.87, w * 0.1, h * 0.08) }
    s.fill(icons, anyColor(&g, 0...0.9, 0.6...1))
  }

  /// Lines of writing, dark on light or light on dark.
  private static func drawPage(_ s: inout Sketch, _ f: SolidFace, _ g: inout PCG32) {
    let isLight = g.chance(0.7)
    s.fill(f.outline, isLight ? .paper : anyColor(&g, 0.1...0.6, 0.1...0.25))
    let (w, h) = (f.width, f.height)
    s.fill(f.box(0, 0, w, h * 0.14), anyColor(&g))
    var lines = Path()
    for i in 0..<5 {
      lines += f.box(
        w * 0.1, h * (0.24 + 0.14 * Double(i)), w * g.uniform(0.35...0.8), h * 0.06)
    }
    s.fill(lines, isLight ? Color(gray: 0.45) : Color(gray: 0.75))
    if g.chance(0.5) { s.fill(f.box(w * 0.55, h * 0.4, w * 0.37, h * 0.4), anyColor(&g)) }
  }

  /// Large bright shapes.
  private static func drawCartoon(_ s: inout Sketch, _ f: SolidFace, _ g: inout PCG32) {
    s.fill(f.outline, anyColor(&g, 0.4...0.95, 0.6...1))
    let (w, h) = (f.width, f.height)
    s.fill(f.ellipse(w * g.uniform(0.3...0.7), h * 0.6, w * 0.22, h * 0.34), anyColor(&g, 0.4...1, 0.5...1))
    s.fill(f.ellipse(w * g.uniform(0.2...0.8), h * 0.35, w * 0.15, h * 0.24), anyColor(&g, 0...1, 0.6...1))
  }
}

extension Sketch {
  /// A little landscape in a frame, as screens show and walls bear.
  mutating func picture(x: Double, y: Double, width: Double, height: Double, _ g: inout PCG32) {
    ScreenPicture.landscape.draw(on: &self, SolidFace(flat: x, y, width, height), using: &g)
  }
}
