import Foundation
import Pictures
import Tensors

/// Clocks: round and square ones on a wall, alarm clocks with bells, digital ones, tall ones, ones on a post.
enum Timepiece: String, BodyPlan, CaseIterable {
  case round, square, bells, digital, tall, mantel, post

  func draw(on s: inout Sketch, _ m: Swatches, using g: inout PCG32) {
    switch self {
    case .round: drawRound(&s, m, &g)
    case .square: drawSquare(&s, m, &g)
    case .bells: drawBells(&s, m, &g)
    case .digital: drawDigital(&s, m, &g)
    case .tall: drawTall(&s, m, &g)
    case .mantel: drawMantel(&s, m, &g)
    case .post: drawPost(&s, m, &g)
    }
  }

  /// Hours and hands on a face, whose dial is as wide as the face.
  private func drawDial(_ s: inout Sketch, _ f: SolidFace, _ dial: Color, _ g: inout PCG32) {
    let (cx, cy) = (f.width / 2, f.height / 2)
    let (rx, ry) = (f.width / 2, f.height / 2)
    let ink = Color(gray: g.chance(0.8) ? 0.1 : 0.95).standingOut(from: dial)
    func at(_ angle: Double, _ share: Double) -> Path.XY {
      (cx + rx * share * sin(angle), cy - ry * share * cos(angle))
    }
    var (hours, quarters) = (Path(), Path())
    let inner = g.uniform(0.62...0.78)
    for i in 0..<12 {
      let angle = Double(i) * .pi / 6
      let tick = Path.polyline([at(angle, i % 3 == 0 ? inner : inner + 0.08), at(angle, 0.9)])
      if i % 3 == 0 { quarters += tick } else { hours += tick }
    }
    let unit = min(rx, ry) / 40
    s.stroke(f.laid(quarters), 4.4 * unit, ink)
    if g.chance(0.7) { s.stroke(f.laid(hours), 2.4 * unit, ink) }
    let (hour, minute) = (g.uniform(0...6.28), g.uniform(0...6.28))
    s.stroke(f.laid(.polyline([(cx, cy), at(hour, g.uniform(0.4...0.5))])), 6 * unit, ink)
    s.stroke(f.laid(.polyline([(cx, cy), at(minute, g.uniform(0.62...0.78))])), 4.2 * unit, ink)
    if g.chance(0.4) {
      s.stroke(
        f.laid(.polyline([(cx, cy), at(g.uniform(0...6.28), 0.75)])), 1.8 * unit,
        Color(red: 0.85, green: 0.15, blue: 0.12))
    }
  }

  /// Straight on, or from so far aside that a circle is an ellipse.
  private func face(_ width: Double, _ height: Double, _ g: inout PCG32) -> SolidFace {
    let yaw = g.chance(0.5) ? 0 : g.drawOne(of: [-1.0, 1]) * g.uniform(0.4...1.05)
    let view = SolidView(yaw: yaw, pitch: g.uniform(-0.35...0.1), perspective: g.uniform(0...0.3))
    return SolidFace(
      view, from: (-width / 2, -height / 2, 0), across: (width, 0, 0), down: (0, height, 0))
  }

  private func drawRound(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let f = face(100, 100, &g)
    let rim = g.uniform(3...15.0)
    let disc = f.ellipse(50, 50, 50, 50)
    if f.corners[0].0 != f.corners[3].0 || g.chance(0.4) {
      s.add(disc.moved(g.uniform(-7...7.0), 2), m.main.shaded(-0.4).plain)
    }
    s.add(disc, m.main)
    s.add(f.ellipse(50, 50, 50 - rim, 50 - rim), m.trim)
    drawDial(&s, f.part(rim, rim, 100 - 2 * rim, 100 - 2 * rim), m.trim.base, &g)
  }

  private func drawSquare(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let (w, h) = (g.uniform(76...100.0), g.uniform(84...112.0))
    let f = face(w, h, &g)
    s.add(f.box(0, 0, w, h, round: g.drawOne(of: [0.0, 8, 20])), m.main)
    let side = min(w, h) - g.uniform(8...22.0)
    let dial = f.part((w - side) / 2, (h - side) / 2, side, side)
    s.add(g.chance(0.6) ? dial.ellipse(side / 2, side / 2, side / 2, side / 2) : dial.outline, m.trim)
    drawDial(&s, dial, m.trim.base, &g)
  }

  private func drawBells(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let bell = g.uniform(11...19.0)
    for side in [-1.0, 1] {
      s.rod(.line(50 + side * 24, 84, 50 + side * 36, 104), 7, m.accent.plain)
      s.add(
        .ellipse(50 + side * 27, 12, bell, bell * 0.8, turn: side * 0.6), m.accent)
    }
    s.rod(.arc(50, 6, 12, 12, from: .pi, to: 2 * .pi), 4, m.accent.plain)
    s.add(.circle(50, 54, 42), m.main)
    let r = g.uniform(31...37.0)
    s.add(.circle(50, 54, r), m.trim)
    drawDial(&s, SolidFace(flat: 50 - r, 54 - r, 2 * r, 2 * r), m.trim.base, &g)
  }

  /// Four glowing figures in a box.
  private func drawDigital(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let (w, h) = (g.uniform(88...116.0), g.uniform(38...60.0))
    let view = g.chance(0.5) ? SolidView.level(using: &g) : .corner(using: &g)
    let box = SolidBox(width: w, height: h, depth: g.uniform(14...46.0), view: view)
    s.add(box, m.main, round: 8)
    let panel = box.front.part(6, 6, w - 12, h - 14)
    let isLit = g.chance(0.75)
    s.fill(
      panel.outline,
      isLit ? Color(gray: g.uniform(0.04...0.14)) : Color(red: 0.68, green: 0.74, blue: 0.62))
    let glow =
      isLit
      ? g.drawOne(of: [
        Color(red: 1, green: 0.2, blue: 0.15), Color(red: 0.25, green: 1, blue: 0.45),
        Color(red: 0.35, green: 0.75, blue: 1), Color(red: 1, green: 0.7, blue: 0.2), Color(gray: 0.95),
      ]) : Color(gray: 0.15)
    var figures = Path()
    let across = panel.width * 0.15
    for x in [0.07, 0.29, 0.57, 0.79] { figures += drawnFigure(panel, panel.width * x, across, &g) }
    s.stroke(figures, 4, glow)
    s.fill(
      panel.ellipse(panel.width * 0.505, panel.height * 0.36, 2.2, 2.6)
        + panel.ellipse(panel.width * 0.505, panel.height * 0.66, 2.2, 2.6), glow)
  }

  /// A figure made of seven strokes.
  private func drawnFigure(_ f: SolidFace, _ x: Double, _ w: Double, _ g: inout PCG32) -> Path {
    let (top, middle, bottom) = (f.height * 0.16, f.height * 0.5, f.height * 0.84)
    let points: [Path.XY] =
      switch g.below(6) {
      case 0: [(x, top), (x + w, top), (x + w, bottom), (x, bottom), (x, top)]
      case 1: [(x + w, top), (x + w, bottom)]
      case 2: [(x, top), (x + w, top), (x + w, middle), (x, middle), (x, bottom), (x + w, bottom)]
      case 3: [(x + w, top), (x, top), (x, middle), (x + w, middle), (x + w, bottom), (x, bottom)]
      case 4: [(x, top), (x, middle), (x + w, middle), (x + w, top), (x + w, bottom)]
      default: [(x, top), (x + w, top), (x + w, bottom)]
      }
    return f.laid(.polyline(points))
  }

  /// A case as tall as a person, a pendulum behind glass.
  private func drawTall(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let (head, waist, h) = (g.uniform(17...23.0), g.uniform(12...17.0), g.uniform(110...150.0))
    s.add(.box(50 - head, h - 22, head * 2, 22, round: 2), m.main)
    s.add(.box(50 - waist, 36, waist * 2, h - 56, round: 1), m.main.shaded(-0.1))
    s.fill(.box(50 - waist + 4, 44, waist * 2 - 8, h - 76, round: 2), m.main.base.shaded(-0.55))
    let swing = g.uniform(-4...4.0)
    s.stroke(.line(50, 46, 50 + swing, h - 50), 2, .lamp)
    s.fill(.circle(50 + swing, h - 46, 5), .lamp)
    if g.chance(0.6) {
      s.add(
        .blob([(50 - head, 2), (50 - head * 0.5, -8), (50, -12), (50 + head * 0.5, -8), (50 + head, 2)]),
        m.main)
    }
    s.add(.box(50 - head, -2, head * 2, head * 2 + 4, round: 2), m.main)
    s.add(.circle(50, head, head - 3), m.trim)
    drawDial(
      &s, SolidFace(flat: 53 - head, 3, head * 2 - 6, head * 2 - 6), m.trim.base, &g)
  }

  /// A dial in a low case with an arched or pointed roof.
  private func drawMantel(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let (half, r) = (g.uniform(40...66.0), g.uniform(26...32.0))
    s.add(.box(50 - half - 4, 86, 2 * half + 8, 10, round: 2), m.main.shaded(-0.2))
    if g.chance(0.6) {
      s.add(
        .blob([
          (50 - half, 88), (50 - half * 0.9, 70), (50 - r - 2, 50), (50 - r * 0.7, 22), (50, 14),
          (50 + r * 0.7, 22), (50 + r + 2, 50), (50 + half * 0.9, 70), (50 + half, 88), (50, 90),
        ]), m.main)
    } else {
      s.add(
        .polygon([
          (50 - r - 8, 88), (50 - r - 8, 36), (50 - r - 16, 36), (50, 0), (50 + r + 16, 36), (50 + r + 8, 36),
          (50 + r + 8, 88),
        ]), m.main)
    }
    s.add(.circle(50, 54, r), m.trim)
    drawDial(&s, SolidFace(flat: 50 - r, 54 - r, 2 * r, 2 * r), m.trim.base, &g)
  }

  /// A street clock on a post, or one that hangs from a bracket.
  private func drawPost(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let r = g.uniform(24...34.0)
    if g.chance(0.6) {
      let h = g.uniform(40...100.0)
      s.rod(.line(50, r, 50, 2 * r + h), g.uniform(6...10.0), m.main.plain)
      s.add(.box(50 - 12, 2 * r + h - 8, 24, 12, round: 2), m.main)
      s.add(.polygon([(50 - r * 0.5, -2), (50, -14), (50 + r * 0.5, -2)]), m.main)
    } else {
      let x = g.drawOne(of: [-1.0, 1]) * (r + 26)
      s.rod(.line(50, -12, 50 + x, -12), 6, m.main.plain)
      s.rod(.line(50, -12, 50, 4), 6, m.main.plain)
      s.rod(.line(50 + x, -28, 50 + x, 20), 7, m.main.plain)
    }
    s.add(.circle(50, r, r + 5), m.main)
    s.add(.circle(50, r, r - 1), m.trim)
    drawDial(&s, SolidFace(flat: 51 - r, 1, 2 * r - 2, 2 * r - 2), m.trim.base, &g)
  }
}
