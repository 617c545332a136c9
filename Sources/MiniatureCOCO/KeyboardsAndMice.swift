import Foundation
import Pictures
import Tensors

/// Keyboards: long ones with a number block, compact ones, ones split and bent for the hands, curved ones.
enum Keyboard: String, BodyPlan, CaseIterable {
  case full, compact, split, curved

  func draw(on s: inout Sketch, _ m: Swatches, using g: inout PCG32) {
    let w = self == .compact ? g.uniform(84...100.0) : g.uniform(116...140.0)
    let h = g.uniform(34...52.0)
    let slab = LyingSlab(width: w, height: h, thickness: g.uniform(3...12.0), reach: 0.95, using: &g)
    let keys = Swatch(m.trim.base.standingOut(from: m.main.base))
    switch self {
    case .full, .compact: drawStraight(&s, slab, m, keys, &g)
    case .split: drawSplit(&s, slab, m, keys)
    case .curved: drawCurved(&s, slab, m, keys)
    }
  }

  private func drawStraight(
    _ s: inout Sketch, _ slab: LyingSlab, _ m: Swatches, _ keys: Swatch, _ g: inout PCG32
  ) {
    let face = slab.face
    s.add(slab, m.main, round: g.uniform(1...7.0))
    let rows = g.chance(0.5) ? 5 : 4
    let top = g.drawOne(of: [4.0, 4, 9])
    let block = self == .full ? face.width * 0.74 : face.width
    if g.chance(0.3) {
      s.fill(
        face.box(2, top - 2, face.width - 4, face.height - top - 1, round: 2),
        keys.base.standingOut(from: keys.base))
    }
    s.fill(keyPath(face.part(4, top, block - 7, face.height - top - 4), rows, 11), keys.base)
    if self == .full {
      let pad = face.part(block + 1, top, face.width - block - 5, face.height - top - 4)
      var path = Path()
      let (across, down) = (pad.width / 3, pad.height / Double(rows))
      for row in 0..<rows {
        for column in 0..<3 {
          path += pad.box(across * Double(column), down * Double(row), across - 1.6, down - 2)
        }
      }
      s.fill(path, keys.base)
    }
    if g.chance(0.35) {
      s.fill(
        face.box(5, top + 0.5, 9, 5) + face.box(block - 18, face.height - 15, 14, 5), m.accent.base)
    }
  }

  /// Two halves that open towards the viewer.
  private func drawSplit(_ s: inout Sketch, _ slab: LyingSlab, _ m: Swatches, _ keys: Swatch) {
    let (w, h) = (slab.face.width, slab.face.height)
    let outline = slab.face.laid(
      .blob([
        (w * 0.02, h * 0.3), (w * 0.2, h * 0.08), (w / 2, -h * 0.12), (w * 0.8, h * 0.08),
        (w * 0.98, h * 0.3), (w, h), (w * 0.75, h * 1.14), (w / 2, h * 1.02), (w * 0.25, h * 1.14), (0, h),
      ]))
    s.add(outline.moved(slab.drop.0, slab.drop.1 + 2), m.main.shaded(-0.3))
    s.add(outline, m.main)
    for side in [0.0, 1] {
      var face = slab.face.part(side == 0 ? w * 0.05 : w * 0.54, h * 0.12, w * 0.41, h * 0.66)
      // The inner ends of the rows lie higher than the outer ones.
      let rise = h * 0.14
      let inner = side == 0 ? [1, 2] : [0, 3]
      for corner in inner { face.corners[corner].1 -= rise }
      s.fill(keyPath(face, 4, 6), keys.base)
    }
  }

  private func drawCurved(_ s: inout Sketch, _ slab: LyingSlab, _ m: Swatches, _ keys: Swatch) {
    let (w, h) = (slab.face.width, slab.face.height)
    let bow = h * 0.22
    func bent(_ path: Path) -> Path {
      slab.face.laid(
        path.mapped { p in
          let u = p.x / w * 2 - 1
          return Point(x: p.x, y: p.y + bow * u * u - bow / 2)
        })
    }
    let outline = bent(
      .blob([
        (2, 2), (w * 0.25, 0), (w / 2, 0), (w * 0.75, 0), (w - 2, 2), (w - 2, h - 2), (w * 0.75, h),
        (w / 2, h), (w * 0.25, h), (2, h - 2),
      ]))
    s.add(outline.moved(slab.drop.0, slab.drop.1), m.main.shaded(-0.3))
    s.add(outline, m.main)
    s.fill(
      bent(keyPath(SolidFace(flat: w * 0.07, h * 0.14, w * 0.86, h * 0.6), 4, 12)), keys.base)
  }

  /// Rows of keys, the last with a space bar, as one path.
  private func keyPath(_ f: SolidFace, _ rows: Int, _ count: Int) -> Path {
    var path = Path()
    let down = f.height / Double(rows)
    for row in 0..<rows {
      let y = down * Double(row)
      if row == rows - 1 {
        for (from, to) in [(0.0, 0.12), (0.14, 0.24), (0.27, 0.72), (0.75, 0.86), (0.88, 1)] {
          path += f.box(f.width * from, y, f.width * (to - from), down - 2)
        }
      } else {
        let step = f.width / Double(count)
        for column in 0..<count { path += f.box(step * Double(column), y, step - 1.8, down - 2) }
      }
    }
    return path
  }
}

/// Computer mice, from above, from the side and aslant: with a cord or without, flat, angular, with a ball.
enum ComputerMouse: String, BodyPlan, CaseIterable {
  case corded, cordless, flat, gaming, ball

  private enum View: CaseIterable { case above, aslant, profile }

  func draw(on s: inout Sketch, _ m: Swatches, using g: inout PCG32) {
    switch g.drawOne(of: [View.above, .above, .aslant, .profile]) {
    case .above: drawAbove(&s, m, &g)
    case .aslant: drawAslant(&s, m, &g)
    case .profile: drawProfile(&s, m, &g)
    }
  }

  private var hasCord: Bool { self == .corded || self == .gaming }

  private func drawCord(_ s: inout Sketch, from start: Path.XY, _ m: Swatches, _ g: inout PCG32) {
    let (x, y) = start
    let (a, b, c) = (g.uniform(-16...16.0), g.uniform(-26...26.0), g.uniform(14...44.0))
    s.stroke(
      .curve([(x, y), (x + a * 0.4, y - c * 0.4), (x + a, y - c * 0.75), (x + b, y - c)]), 4,
      g.chance(0.6) ? Color(gray: 0.2) : m.main.base.shaded(-0.25))
  }

  private func drawAbove(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let (rx, nose) = (g.uniform(24...38.0), g.uniform(0.6...0.95))
    let line = m.main.base.standingOut(from: m.main.base)
    if hasCord { drawCord(&s, from: (50, 14), m, &g) }
    let outline: Path =
      switch self {
      case .gaming:
        .blob([
          (50 - rx * 0.5, 6), (50 + rx * 0.5, 6), (50 + rx * 0.92, 22), (50 + rx * 0.84, 52),
          (50 + rx * 1.02, 80), (50 + rx * 0.5, 99), (50 - rx * 0.5, 99), (50 - rx * 1.02, 80),
          (50 - rx * 0.84, 52), (50 - rx * 0.92, 22),
        ])
      case .ball: .ellipse(50, 54, rx * 1.15, 46, turn: 0.2)
      default:
        .blob([
          (50, 8), (50 + rx * nose, 15), (50 + rx, 54), (50 + rx * 0.8, 88), (50, 100), (50 - rx * 0.8, 88),
          (50 - rx, 54), (50 - rx * nose, 15),
        ])
      }
    s.add(outline, m.main)
    switch self {
    case .ball:
      s.add(.circle(50, 62, rx * 0.5), m.trim)
      s.fill(.circle(50 - rx * 0.15, 58, rx * 0.14), .paper)
      s.stroke(.curve([(50 - rx, 40), (50, 34), (50 + rx, 40)]), 2.4, line)
      s.stroke(.line(50, 11, 50, 35), 2.4, line)
    case .flat:
      s.fill(.circle(50, 34, 5.5), m.trim.base.standingOut(from: m.main.base))
      s.stroke(.arc(50, 64, rx * 0.8, 22, from: 0.5, to: .pi - 0.5), 1.6, m.main.base.shaded(-0.2))
    default:
      s.stroke(.line(50, 10, 50, 50), 2.4, line)
      s.stroke(.curve([(50 - rx, 50), (50, 58), (50 + rx, 50)]), 2.4, line)
      s.add(.box(44.5, 20, 11, 20, round: 5), m.trim)
      if self == .gaming {
        for side in [-1.0, 1] {
          s.stroke(
            .curve([(50 + side * rx * 0.85, 24), (50 + side * rx * 0.6, 54), (50 + side * rx * 0.8, 86)]),
            4.5,
            m.accent.base)
        }
        s.fill(.circle(50, 80, 7), m.accent.base)
      }
    }
  }

  /// From one corner: a hump with its two keys towards the viewer.
  private func drawAslant(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let (height, long) = (g.uniform(22...36.0), g.uniform(84...112.0))
    let x = 50 - long / 2
    if hasCord { drawCord(&s, from: (x + 8, 66), m, &g) }
    s.add(
      .blob([
        (x, 72), (x + long * 0.2, 60), (x + long * 0.75, 58), (x + long, 70), (x + long * 0.96, 84),
        (x + long * 0.6, 94), (x + long * 0.15, 88),
      ]), m.main.shaded(-0.35))
    s.add(
      .blob([
        (x, 70), (x + long * 0.16, 64 - height * 0.4), (x + long * 0.55, 62 - height),
        (x + long * 0.9, 66 - height * 0.6), (x + long, 70), (x + long * 0.9, 82), (x + long * 0.55, 88),
        (x + long * 0.14, 82),
      ]), m.main)
    let line = m.main.base.standingOut(from: m.main.base)
    s.stroke(
      .curve([(x + long * 0.42, 63 - height * 0.8), (x + long * 0.5, 74), (x + long * 0.42, 87)]), 2.2, line)
    s.stroke(.curve([(x + 2, 72), (x + long * 0.24, 70 - height * 0.3), (x + long * 0.46, 73)]), 2.2, line)
    if self == .ball {
      s.add(.circle(x + long * 0.6, 66 - height * 0.4, 13), m.trim)
    } else {
      s.add(.ellipse(x + long * 0.24, 70 - height * 0.35, 9, 5), m.trim)
    }
    if self == .gaming {
      s.stroke(.curve([(x + long * 0.5, 86), (x + long * 0.8, 80), (x + long * 0.97, 70)]), 4, m.accent.base)
    }
  }

  private func drawProfile(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let (height, peak) = (g.uniform(26...48.0), g.uniform(0.5...0.72))
    if hasCord {
      let dip = g.uniform(-30...8.0)
      s.stroke(.curve([(10, 82), (-8, 80), (-18, 82 + dip * 0.4), (-30, 82 + dip)]), 4, Color(gray: 0.2))
    }
    s.add(.box(4, 82, 96, 9, round: 4), m.main.shaded(-0.4))
    s.add(
      .blob([
        (2, 82), (12, 84 - height * 0.55), (100 * peak, 84 - height), (94, 84 - height * 0.6), (104, 80),
        (96, 87), (50, 88), (10, 87),
      ]), m.main)
    s.stroke(
      .curve([(8, 80), (40, 82 - height * 0.35), (48, 85 - height)]), 2.4,
      m.main.base.standingOut(from: m.main.base))
    s.add(.ellipse(22, 84 - height * 0.72, 8, 6), m.trim)
    if self == .gaming || self == .ball { s.add(.ellipse(62, 84 - height * 0.4, 12, 5), m.accent) }
  }
}
