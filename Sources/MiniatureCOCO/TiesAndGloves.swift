import Foundation
import Pictures
import Tensors

/// Ties: knotted, bowed, blown about, untied, folded, rolled up.
extension Worn {
  private enum Tie { case knotted, bow, blown, untied, folded, rolled }

  static func drawTie(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let cloth = m.main.textured(m.main.texture, grain: g.uniform(0.6...1.6))
    let (length, width) = (g.uniform(50...112.0), g.uniform(12...30.0))
    let sway = g.uniform(-12...12.0)
    switch g.drawOne(of: [Tie.knotted, .knotted, .knotted, .bow, .blown, .untied, .folded, .rolled]) {
    case .knotted:
      if g.chance(0.35) { drawCollar(&s, m, g.uniform(18...30.0)) }
      if g.chance(0.3) {
        // The narrow end shows beside the broad one.
        s.add(blade(from: (2, 10), to: (sway * 0.3 + 8, length * 0.86), 5, width * 0.6), cloth.shaded(-0.2))
      }
      s.add(blade(from: (0, 8), to: (sway, length), width * 0.42, width), cloth)
      drawKnot(&s, cloth, g.uniform(6...11.0))
      if g.chance(0.2) { s.add(.box(sway * 0.5 - width * 0.35, length * 0.5, width * 0.7, 4), m.accent) }
    case .bow:
      let (reach, flare) = (g.uniform(26...48.0), g.uniform(11...27.0))
      if g.chance(0.3) { drawCollar(&s, m, 30) }
      for side in [-1.0, 1] {
        let droop = g.uniform(-5...7.0)
        s.add(
          .polygon([
            (side * 3, -4), (side * reach * 0.8, -flare + droop), (side * reach, -flare * 0.6 + droop),
            (side * reach, flare * 0.7 + droop), (side * reach * 0.8, flare + droop), (side * 3, 4),
          ]), cloth.shaded(side * 0.05))
        s.stroke(.line(side * 7, 0, side * reach * 0.55, droop * 0.5), 1.6, cloth.base.shaded(-0.4))
      }
      s.add(.box(-6, -7, 12, 14, round: 3), cloth.shaded(-0.15))
    case .blown:
      let bend = g.uniform(0.4...1.3)
      let wave = g.uniform(-14...14.0)
      s.add(
        .limb(
          [
            (0, 8), (length * 0.25 * bend, length * 0.3 + wave),
            (length * 0.6 * bend, length * 0.5 - wave * 0.5),
            (length * 0.85 * bend, length * 0.72), (length * bend, length * 0.8),
          ], [width * 0.4, width * 0.6, width * 0.85, width, 3]), cloth)
      drawKnot(&s, cloth, 8)
    case .untied:
      // Round the neck, both ends hanging.
      let (gap, other) = (g.uniform(8...22.0), length * g.uniform(0.6...0.95))
      s.add(blade(from: (gap, 0), to: (gap * 0.7 + sway * 0.4, other), 9, width * 0.7), cloth.shaded(-0.1))
      s.add(blade(from: (-gap, 0), to: (-gap * 0.7 + sway * 0.4, length), 9, width), cloth)
      s.add(
        .limb([(-gap, 4), (-gap * 0.6, -14), (gap * 0.6, -14), (gap, 4)], [9, 8, 8, 9]), cloth.shaded(-0.2))
    case .folded:
      let skew = g.uniform(-10...24.0)
      s.add(blade(from: (4, 0), to: (skew, length * 0.7), width * 0.5, width * 0.75), cloth.shaded(-0.2))
      s.add(blade(from: (0, 0), to: (-skew * 0.5, length * 0.8), width * 0.6, width * 1.1), cloth)
      s.add(.box(-width * 0.4, -4, width * 0.9, 9, round: 4), cloth.shaded(-0.08))
    case .rolled:
      let r = g.uniform(20...30.0)
      let squash = g.uniform(0.55...1)
      s.add(
        blade(
          from: (0, r * squash * 0.8), to: (r * g.uniform(1.4...2.4), r * squash), width * 0.6, width * 0.9),
        cloth)
      s.add(.ellipse(0, 0, r, r * squash), cloth)
      for share in [0.72, 0.45] {
        s.stroke(.ellipse(0, 0, r * share, r * share * squash), 2.2, cloth.base.shaded(-0.45))
      }
      s.fill(.ellipse(0, 0, r * 0.16, r * 0.16 * squash), cloth.base.shaded(-0.6))
    }
  }

  /// The end of a tie: broader towards its point.
  private static func blade(from a: Path.XY, to b: Path.XY, _ narrow: Double, _ broad: Double) -> Path {
    let length = max(hypot(b.0 - a.0, b.1 - a.1), 1)
    let (ux, uy) = ((b.0 - a.0) / length, (b.1 - a.1) / length)
    let tip = min(broad * 0.55, length * 0.3)
    let shoulder = (b.0 - ux * tip, b.1 - uy * tip)
    return .polygon([
      (a.0 - uy * narrow / 2, a.1 + ux * narrow / 2), (a.0 + uy * narrow / 2, a.1 - ux * narrow / 2),
      (shoulder.0 + uy * broad / 2, shoulder.1 - ux * broad / 2), b,
      (shoulder.0 - uy * broad / 2, shoulder.1 + ux * broad / 2),
    ])
  }

  private static func drawKnot(_ s: inout Sketch, _ cloth: Swatch, _ half: Double) {
    s.add(.polygon([(-half, -6), (half, -6), (half * 0.6, 11), (-half * 0.6, 11)]), cloth.shaded(-0.14))
  }

  private static func drawCollar(_ s: inout Sketch, _ m: Swatches, _ reach: Double) {
    for side in [-1.0, 1] {
      s.add(
        .polygon([(side * reach * 0.8, -14), (0, -2), (side * reach * 0.3, 12), (side * reach, 2)]), m.trim)
    }
  }
}

// MARK: Baseball gloves

extension Worn {
  private enum Glove: CaseIterable { case palm, back, mitt, edge, closed }

  static func drawGlove(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    var glove = Sketch()
    drawGloveSquarely(&glove, m, &g)
    // Held at an angle, it looks narrower or shorter.
    let (narrow, skew) = (g.uniform(0.7...1.25), g.uniform(-0.25...0.25))
    s.add(glove) { $0.mapped { Point(x: $0.x * narrow + $0.y * skew, y: $0.y) } }
  }

  private static func drawGloveSquarely(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let dark = m.main.base.shaded(-0.5)
    let glove = g.drawOne(of: Glove.allCases)
    switch glove {
    case .palm, .back: drawFingers(&s, m, isPalm: glove == .palm, &g)
    case .mitt:
      // A catcher's: one round pad.
      let (w, h) = (g.uniform(38...48.0), g.uniform(38...50.0))
      s.add(.limb([(w * 0.5, 18), (w * 1.0, -2), (w * 0.85, -h * 0.7)], [26, 24, 15]), m.main)
      s.add(
        .blob([
          (-w, 0), (-w * 0.75, -h * 0.8), (0, -h), (w * 0.75, -h * 0.7), (w * 0.85, h * 0.3),
          (w * 0.3, h * 0.9), (-w * 0.5, h * 0.9),
        ]), m.main)
      s.inlay(.ellipse(-w * 0.05, -h * 0.05, w * 0.6, h * 0.6), m.trim)
      s.stroke(.ellipse(-w * 0.05, -h * 0.05, w * 0.6, h * 0.6), 2.4, dark)
      s.stroke(.line(w * 0.6, -h * 0.6, w * 0.9, -h * 0.1), 2.2, m.accent.base)
    case .edge:
      // From the thumb's side: two flaps that part like a shell.
      let gape = g.uniform(0.15...0.75)
      for side in [-1.0, 1] {
        s.add(
          Path.blob([(-9, 36), (-13, 0), (-9, -40), (2, -46), (10, -36), (9, 0), (8, 36)]).turned(
            side * gape * 0.6, about: (0, 40)),
          side < 0 ? m.main.shaded(-0.15) : m.main)
      }
      s.add(.polygon([(-7, -10), (8, -12), (10, 16), (-8, 16)]), m.trim.shaded(-0.1))
      s.add(.box(-17, 30, 34, g.uniform(16...30.0), round: 7), m.main.shaded(-0.08))
      s.stroke(.line(-14, 42, 14, 42), 2.4, m.accent.base)
    case .closed:
      // Lying folded on the grass: a half round with its laces along the rim.
      let (w, h) = (g.uniform(40...54.0), g.uniform(26...40.0))
      s.add(
        .blob([
          (-w, 8), (-w * 0.8, -h * 0.6), (-w * 0.1, -h), (w * 0.7, -h * 0.7), (w, 6), (w * 0.6, 16),
          (-w * 0.6, 18),
        ]), m.main)
      for x in [-0.5, -0.1, 0.3] {
        s.stroke(.curve([(x * w, -h * 0.9), (x * w * 1.1, -h * 0.3), (x * w, 14)]), 2.4, dark)
      }
      s.add(.limb([(-w, 10), (0, 18), (w, 8)], [9, 14, 8]), m.trim)
      s.add(.box(w * 0.5, -4, 24, 22, round: 5), m.main.shaded(-0.2))
    }
    if glove != .back && g.chance(0.3) {
      let (x, y) = glove == .edge ? (0.0, -34.0) : (-4.0, -4.0)
      s.add(.circle(x, y, 14), .paper)
      s.stroke(.arc(x - 12, y, 12, 13, from: -0.9, to: 0.9), 2, Color(red: 0.75, green: 0.15, blue: 0.15))
    }
  }

  /// A fielder's glove with its fingers spread: the hollow of the palm, or the back with its straps.
  private static func drawFingers(_ s: inout Sketch, _ m: Swatches, isPalm: Bool, _ g: inout PCG32) {
    let dark = m.main.base.shaded(-0.5)
    let (spread, reach, girth) = (g.uniform(0.6...1.5), g.uniform(34...56.0), g.uniform(15...20.0))
    for (i, lean) in [-0.42, -0.16, 0.06, 0.3].enumerated() {
      let a = lean * spread
      let length = reach * [0.86, 1, 1.02, 0.92][i]
      s.add(
        Path.box(-girth / 2, -length, girth, length + 14, round: girth / 2).turned(a, about: (0, 6)).moved(
          (Double(i) - 1.6) * girth * 0.72, -4), m.main.shaded(i % 2 == 0 ? 0 : -0.06))
    }
    // Web and thumb.
    let open = g.uniform(0.7...1.25)
    s.add(.blob([(14, -22), (40 * open, -32), (44 * open, -4), (18, 10)]), m.trim)
    s.stroke(.line(18, -16, 38 * open, -6) + .line(36 * open, -26, 22, 2), 2, dark)
    s.add(.limb([(12, 28), (40 * open, 10), (50 * open, -20)], [24, 20, 13]), m.main)
    s.add(
      .blob([(-38, 8), (-28, -6), (0, -10), (22, -2), (32, 18), (24, 40), (0, 48), (-24, 44), (-38, 28)]),
      m.main)
    if isPalm {
      s.fill(.ellipse(-4, 14, 22, 17), m.main.base.shaded(-0.3))
      s.stroke(.line(-26, 6, 16, 2), 2.2, m.accent.base)
    } else {
      s.add(.box(-32, 26, 58, 14, round: 6), m.trim)
      s.fill(.ellipse(-4, 33, 9, 5), m.accent.base)
      for x in [-20.0, -4, 12] { s.stroke(.line(x, -4, x * 0.9, 20), 2, dark) }
    }
  }
}
