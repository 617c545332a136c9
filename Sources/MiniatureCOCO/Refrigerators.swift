import Foundation
import Pictures
import Tensors

/// Refrigerators: one door over another, two doors side by side, a small one, a rounded old one, a glass one.
enum Refrigerator: String, BodyPlan, CaseIterable {
  case topFreezer, bottomFreezer, sideBySide, small, rounded, glass

  func draw(on s: inout Sketch, _ m: Swatches, using g: inout PCG32) {
    let (w, h): (Double, Double) =
      switch self {
      case .topFreezer, .bottomFreezer: (g.uniform(52...72.0), g.uniform(108...134.0))
      case .sideBySide: (g.uniform(74...92.0), g.uniform(108...130.0))
      case .small: (g.uniform(54...72.0), g.uniform(54...84.0))
      case .rounded, .glass: (g.uniform(50...64.0), g.uniform(100...130.0))
      }
    var view = g.chance(0.45) ? SolidView.level(using: &g) : .corner(using: &g)
    view.pitch *= 0.6
    let box = SolidBox(width: w, height: h, depth: g.uniform(44...66.0), view: view, lift: 4)
    s.add(SolidBox(width: w - 6, height: 6, depth: box.depth - 6, view: view), .tyre)
    s.add(box, m.main, round: self == .rounded ? 20 : 3)
    let split: Double =
      switch self {
      case .topFreezer: h * g.uniform(0.25...0.4)
      case .bottomFreezer: h * g.uniform(0.58...0.72)
      case .rounded: h * g.uniform(0.2...0.3)
      default: h
      }
    if self == .glass {
      drawShelves(&s, box.front.part(5, 8, w - 10, h - 16), &g)
      s.fill(box.front.box(8, 10, w * 0.16, h - 20), Color.paper.withAlpha(0.25))
      s.rod(box.front.line(w - 7, h * 0.35, w - 7, h * 0.65), 3.5, .chrome)
      if g.chance(0.6) { s.fill(box.front.box(2, 2, w - 4, h * 0.12), m.accent.base) }
    } else if g.chance(0.36) {
      drawOpen(&s, box, m, split, &g)
    } else {
      drawDoors(&s, box.front, m, split, &g)
    }
  }

  private func drawDoors(
    _ s: inout Sketch, _ f: SolidFace, _ m: Swatches, _ split: Double, _ g: inout PCG32
  ) {
    let (w, h) = (f.width, f.height)
    let seam = m.main.base.shaded(m.main.base.brightness < 0.25 ? 0.35 : -0.5)
    let grip = Swatch(m.trim.base.standingOut(from: m.main.base), .metal)
    if self == .sideBySide {
      let middle = w * g.uniform(0.4...0.5)
      let drawer = g.chance(0.5) ? h * 0.68 : h
      s.stroke(f.line(middle, 1, middle, drawer), 2.4, seam)
      for x in [middle - 5, middle + 5] { s.rod(f.line(x, h * 0.2, x, min(drawer, h * 0.8) - 8), 3.2, grip) }
      if drawer < h {
        s.stroke(f.line(1, drawer, w - 1, drawer), 2.4, seam)
        s.rod(f.line(w * 0.2, drawer + 8, w * 0.8, drawer + 8), 3.2, grip)
      }
      if g.chance(0.6) {
        s.fill(f.box(middle * 0.28, h * 0.28, middle * 0.46, h * 0.17, round: 2), Color(gray: 0.15))
      }
    } else {
      let x = g.chance(0.5) ? 7 : w - 7
      if split < h { s.stroke(f.line(1, split, w - 1, split), 2.4, seam) }
      if self == .rounded {
        s.rod(f.line(x, h * 0.42, x + (x < w / 2 ? 10 : -10), h * 0.42), 4.5, .chrome)
        s.fill(f.box(w * 0.3, split + 8, w * 0.4, 4), m.accent.base)
      } else {
        if split > 20 { s.rod(f.line(x, max(split - 26, 6), x, split - 6), 3.6, grip) }
        if split < h - 20 { s.rod(f.line(x, split + 7, x, min(split + 34, h - 6)), 3.6, grip) }
      }
    }
    guard g.chance(0.5) else { return }
    for _ in 0..<(2 + g.below(5)) {
      s.fill(
        f.box(
          w * g.uniform(0.15...0.7), h * g.uniform(0.06...0.6), w * g.uniform(0.08...0.22),
          h * g.uniform(0.04...0.11)), g.chance(0.4) ? .paper : Palette.bright.color(using: &g))
    }
  }

  /// A door swung out, the shelves behind it lit.
  private func drawOpen(_ s: inout Sketch, _ box: SolidBox, _ m: Swatches, _ split: Double, _ g: inout PCG32)
  {
    let (w, h) = (box.width, box.height)
    let (from, to) = split > h / 2 ? (0, split) : (split, h)
    s.stroke(box.front.line(1, split, w - 1, split), 2.4, m.main.base.shaded(-0.5))
    drawShelves(&s, box.front.part(4, from + 4, w - 8, to - from - 8), &g)
    let angle = g.uniform(1.5...2.4)
    let side = g.drawOne(of: [-1.0, 1])
    let (reach, out) = (-side * w * cos(angle), -w * sin(angle))
    let door = SolidFace(
      box.view, from: (side * w / 2, box.top + from, -box.depth / 2), across: (reach, 0, out),
      down: (0, to - from, 0))
    s.rod(door.outline, 4, m.main.plain)
    s.add(door.outline, m.main.shaded(-0.1))
    // The inside of the door faces the one who opened it.
    if door.area * side > 0 {
      s.fill(door.box(5, 5, w - 10, to - from - 10), Color(gray: 0.93))
      for y in [0.3, 0.6, 0.88] {
        let shelf = (to - from) * y
        s.fill(
          door.box(10, shelf - 16, 10, 14) + door.box(26, shelf - 12, 12, 10), Palette.bright.color(using: &g)
        )
        s.stroke(door.line(5, shelf, w - 5, shelf), 2, Color(gray: 0.6))
      }
    }
  }

  private func drawShelves(_ s: inout Sketch, _ f: SolidFace, _ g: inout PCG32) {
    s.fill(
      f.outline, g.chance(0.7) ? Color(red: 0.95, green: 0.96, blue: 0.92) : Color(gray: 0.28))
    let shelves = f.height > 80 ? 4 : 2
    for i in 1...shelves {
      let y = f.height * Double(i) / Double(shelves) - 2
      for x in [0.06, 0.36, 0.66] where g.chance(0.8) {
        let (across, down) = (
          f.width * g.uniform(0.18...0.28), f.height / Double(shelves) * g.uniform(0.35...0.7)
        )
        let color = (Palette.bright + Palette.white).color(using: &g)
        s.fill(f.box(f.width * x, y - down, across, down, round: 2), color)
      }
      s.stroke(f.line(0, y, f.width, y), 2, Color(gray: 0.6))
    }
  }
}
