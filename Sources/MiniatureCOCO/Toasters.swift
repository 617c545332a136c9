import Foundation
import Pictures
import Tensors

/// Toasters: boxes with slots, rounded ones, long ones, and little ovens for toast.
enum Toaster: String, BodyPlan, CaseIterable {
  case slots, rounded, long, oven

  func draw(on s: inout Sketch, _ m: Swatches, using g: inout PCG32) {
    switch self {
    case .slots, .long: drawBox(&s, m, &g)
    case .rounded: g.chance(0.6) ? drawRounded(&s, m, &g) : drawEnd(&s, m, &g)
    case .oven: drawOven(&s, m, &g)
    }
  }

  private static let crumbs = Palette(
    ColorRange(0.08...0.11, 0.3...0.65, 0.7...0.95), ColorRange(0.06...0.09, 0.5...0.75, 0.35...0.65))

  /// A slice that stands out of a slot.
  private func drawSlice(_ s: inout Sketch, x: Double, y: Double, wide: Double, _ g: inout PCG32) {
    let color = Toaster.crumbs.color(using: &g)
    let h = g.uniform(14...32.0)
    s.add(
      .blob([
        (x, y + 6), (x - 1, y - h * 0.6), (x + wide * 0.2, y - h), (x + wide * 0.8, y - h),
        (x + wide + 1, y - h * 0.6), (x + wide, y + 6),
      ]), Swatch(color.shaded(-0.25), .crust))
    s.fill(
      .blob([
        (x + 4, y + 5), (x + 3, y - h * 0.55), (x + wide * 0.25, y - h + 4), (x + wide * 0.75, y - h + 4),
        (x + wide - 3, y - h * 0.55), (x + wide - 4, y + 5),
      ]), color.shaded(0.15))
  }

  /// With flat sides, seen across a corner or from above, so that the slots are seen.
  private func drawBox(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let w = self == .long ? g.uniform(110...140.0) : g.uniform(78...98.0)
    let (h, d) = (g.uniform(48...70.0), self == .long ? g.uniform(26...40.0) : g.uniform(40...72.0))
    var view = g.chance(0.6) ? SolidView.corner(using: &g) : .high(using: &g)
    view.pitch = max(view.pitch, 0.3)
    let box = SolidBox(width: w, height: h, depth: d, view: view, lift: 4)
    s.add(SolidBox(width: w - 8, height: 5, depth: d - 8, view: view), .tyre)
    s.add(box, m.main)
    let top = box.upper
    s.fill(top.box(3, 3, w - 6, d - 6, round: 5), m.trim.base)
    let hasToast = g.chance(0.5)
    for y in self == .long ? [0.5] : [0.3, 0.7] {
      s.fill(top.box(w * 0.1, d * y - d * 0.09, w * 0.8, d * 0.18, round: 2), .ink)
      if hasToast {
        let slice = SolidFace(
          view, from: (-w * 0.32, box.top - g.uniform(12...26.0), d * (0.5 - y)), across: (w * 0.64, 0, 0),
          down: (0, 28, 0))
        let color = Toaster.crumbs.color(using: &g)
        let shape = Path.blob([
          (2, 28), (0, 9), (w * 0.12, 1), (w * 0.52, 1), (w * 0.64, 9), (w * 0.62, 28),
        ])
        // The lower edge stays in the slot.
        let visible = SolidFace(
          width: slice.width, height: slice.height,
          corners: [
            slice.corners[0], slice.corners[1], top(w * 0.82, d * y + 1), top(w * 0.18, d * y + 1),
          ])
        s.add(visible.laid(shape), Swatch(color, .crust))
      }
    }
    drawLever(&s, box.right.isSeen ? box.right : box.left, m)
    if g.chance(0.4) {
      s.fill(
        box.front.ellipse(w * 0.5, h * 0.5, w * 0.13, h * 0.2), m.trim.base.standingOut(from: m.main.base))
    } else if g.chance(0.5) {
      s.fill(box.front.box(0, h * 0.62, w, h * 0.2), m.trim.base.standingOut(from: m.main.base))
    }
  }

  private func drawLever(_ s: inout Sketch, _ f: SolidFace, _ m: Swatches) {
    guard f.isSeen else { return }
    let (w, h) = (f.width, f.height)
    s.stroke(f.line(w / 2, h * 0.15, w / 2, h * 0.7), 2.6, .ink)
    s.add(f.box(w * 0.3, h * 0.22, w * 0.4, h * 0.14, round: 2), m.accent)
    s.add(f.ellipse(w * 0.5, h * 0.84, min(w, h) * 0.12, min(w, h) * 0.12), m.accent)
  }

  /// From the long side, with slices in it or not.
  private func drawRounded(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let (half, top) = (g.uniform(40...56.0), g.uniform(26...44.0))
    let round = g.uniform(0.45...0.9)
    let slices = g.drawOne(of: [0, 1, 2, 2])
    for i in 0..<slices {
      let wide = half * 0.72
      let x = slices == 1 ? 50 - wide / 2 : 50 - wide - 3 + Double(i) * (wide + 6)
      drawSlice(&s, x: x, y: top + 2, wide: wide, &g)
    }
    for x in [50 - half * 0.75, 50 + half * 0.55] { s.add(.box(x, 88, 12, 8, round: 2), .tyre) }
    s.add(
      .blob([
        (50 - half, 62), (50 - half * 0.94, top + 12), (50 - half * round, top), (50, top - 1),
        (50 + half * round, top), (50 + half * 0.94, top + 12), (50 + half, 62), (50 + half, 84),
        (50 + half * 0.9, 92), (50, 92), (50 - half * 0.9, 92), (50 - half, 84),
      ]), m.main)
    s.fill(.box(50 - half * 0.72, top + 1.5, half * 1.44, 5, round: 2.5), .ink)
    s.stroke(.line(50 + half * 0.9, top + 16, 50 + half * 0.9, 80), 2.4, .ink)
    s.add(.box(50 + half * 0.84, g.uniform(44...66.0), 17, 8, round: 2), m.accent)
    if g.chance(0.6) { s.fill(.box(50 - half * 0.98, 80, half * 1.9, 9, round: 4), m.trim.base) }
    if g.chance(0.6) { s.add(.circle(50, 64, 9), m.accent) }
  }

  /// From its narrow end, where the lever is.
  private func drawEnd(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let half = g.uniform(26...36.0)
    if g.chance(0.6) {
      for x in [50 - half * 0.5, 50 + half * 0.5] {
        s.add(
          .box(x - 5, g.uniform(6...20.0), 10, 40, round: 4),
          Swatch(Toaster.crumbs.color(using: &g), .crust))
      }
    }
    s.add(.box(50 - half, 92, half * 2, 6, round: 2), .tyre)
    s.add(
      .blob([
        (50 - half, 58), (50 - half * 0.8, 34), (50, 28), (50 + half * 0.8, 34), (50 + half, 58),
        (50 + half, 92), (50, 94), (50 - half, 92),
      ]), m.main)
    for x in [50 - half * 0.5, 50 + half * 0.5] { s.fill(.box(x - 6, 30, 12, 5, round: 2), .ink) }
    s.stroke(.line(50, 42, 50, 74), 4, .ink)
    s.add(.box(50 - half * 0.55, g.uniform(44...64.0), half * 1.1, 9, round: 3), m.accent)
    s.add(.circle(50, 83, 5), m.accent)
  }

  /// A little oven: a window with toast on a rack, dials beside it.
  private func drawOven(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let (w, h) = (g.uniform(92...112.0), g.uniform(52...66.0))
    let view = g.chance(0.4) ? SolidView.level(using: &g) : .corner(using: &g)
    let box = SolidBox(width: w, height: h, depth: g.uniform(40...60.0), view: view, lift: 5)
    for x in [-0.4, 0.4] {
      s.rod(.polyline([view(x * w, -6, -box.depth * 0.4), view(x * w, 0, -box.depth * 0.4)]), 7, .tyre)
    }
    s.add(box, m.main, round: 7)
    let (f, panel) = (box.front, w * 0.24)
    let window = f.part(5, 10, w - panel - 8, h - 18)
    let isHot = g.chance(0.5)
    s.fill(window.outline, isHot ? Color(red: 0.85, green: 0.42, blue: 0.15) : m.trim.base)
    for x in [0.08, 0.53] {
      s.fill(
        window.box(window.width * x, window.height * 0.4, window.width * 0.39, window.height * 0.3, round: 4),
        Toaster.crumbs.color(using: &g))
    }
    for y in [0.22, 0.74] {
      s.stroke(
        window.line(2, window.height * y, window.width - 2, window.height * y), 2,
        isHot ? Color(red: 1, green: 0.75, blue: 0.3) : Color(gray: 0.65))
    }
    s.rod(f.line(8, 7, w - panel - 6, 7), 4, .chrome)
    for y in [0.25, 0.53, 0.8] { s.add(f.ellipse(w - panel / 2, h * y, 6, 6), m.accent) }
  }
}
