import Foundation
import Pictures
import Tensors

/// Laptops: two leaves on a hinge, seen from all around, open or closed.
enum Laptop: String, BodyPlan, CaseIterable {
  /// Thin leaves; or thick ones with wide frames.
  case slim, bulky

  private enum View: CaseIterable { case front, corner, above, behind, profile, closed }

  func draw(on s: inout Sketch, _ m: Swatches, using g: inout PCG32) {
    let view = g.drawOne(of: View.allCases + [.front, .corner])
    let side = g.drawOne(of: [-1.0, 1])
    var eye = SolidView(yaw: 0, pitch: 0, perspective: g.uniform(0.05...0.35))
    switch view {
    case .front: (eye.yaw, eye.pitch) = (g.uniform(-0.2...0.2), g.uniform(0.15...0.6))
    case .corner: (eye.yaw, eye.pitch) = (side * g.uniform(0.35...1.0), g.uniform(0.2...0.75))
    case .above: (eye.yaw, eye.pitch) = (g.uniform(-0.5...0.5), g.uniform(0.85...1.25))
    case .behind: (eye.yaw, eye.pitch) = (.pi + g.uniform(-0.8...0.8), g.uniform(0.05...0.5))
    case .profile: (eye.yaw, eye.pitch) = (side * g.uniform(1.15...1.5), g.uniform(0.05...0.35))
    case .closed: (eye.yaw, eye.pitch) = (g.uniform(-1.0...1.0), g.uniform(0.3...1.35))
    }
    let thickness = self == .slim ? g.uniform(2.5...4.5) : g.uniform(6...11.0)
    let (width, depth) = (g.uniform(92...106.0), g.uniform(62...78.0))
    let base = SolidBox(width: width, height: thickness, depth: depth, view: eye)
    if view == .closed {
      s.add(base, m.main.shaded(-0.1))
      drawLogo(&s, base.upper, m, &g)
      s.stroke(base.front.line(0, thickness / 2, width, thickness / 2), 1, m.main.base.shaded(-0.5))
      return
    }
    let opening = view == .above ? g.uniform(1.75...2.4) : g.uniform(1.35...2.2)
    // From the hinge up to the upper edge of the screen.
    let (up, away) = (-sin(opening) * depth, -cos(opening) * depth)
    let inside = SolidFace(
      eye, from: (-width / 2, -thickness + up, depth / 2 + away), across: (width, 0, 0),
      down: (0, -up, -away))
    if inside.area > 0 {
      drawLid(&s, inside, m, thickness)
      let frame = self == .slim ? g.uniform(2...5.0) : g.uniform(6...10.0)
      if inside.area > 300 {
        if g.chance(0.5) { s.fill(inside.box(1, 1, width - 2, depth - 2), Color(gray: 0.12)) }
        ScreenPicture.random(using: &g).draw(
          on: &s, inside.part(frame, frame, width - 2 * frame, depth - 2 * frame - 2), using: &g)
      }
      drawBase(&s, base, m, &g)
    } else {
      drawBase(&s, base, m, &g)
      drawLid(&s, inside, m, thickness)
      let outside = SolidFace(
        width: width, height: depth,
        corners: [inside.corners[1], inside.corners[0], inside.corners[3], inside.corners[2]])
      drawLogo(&s, outside, m, &g)
    }
  }

  private func drawLid(_ s: inout Sketch, _ face: SolidFace, _ m: Swatches, _ thickness: Double) {
    // The rod around it gives the lid a thickness where it is seen along its edge.
    s.rod(face.outline, min(thickness, 5), m.main.plain)
    s.add(face.outline, m.main)
  }

  private func drawBase(_ s: inout Sketch, _ base: SolidBox, _ m: Swatches, _ g: inout PCG32) {
    s.add(base, m.main)
    let (face, w, d) = (base.upper, base.width, base.depth)
    guard face.area > 250 else { return }
    s.fill(face.box(w * 0.06, d * 0.1, w * 0.88, d * 0.48, round: 2), m.accent.base)
    var rows = Path()
    for row in [0.21, 0.33, 0.45] { rows += face.line(w * 0.09, d * row, w * 0.91, d * row) }
    s.stroke(rows, 1.2, m.accent.base.standingOut(from: m.accent.base))
    s.fill(face.box(w * 0.36, d * 0.65, w * 0.28, d * 0.27, round: 2), m.main.base.shaded(-0.28))
  }

  /// The maker's mark in the middle of the lid, sometimes stickers.
  private func drawLogo(_ s: inout Sketch, _ face: SolidFace, _ m: Swatches, _ g: inout PCG32) {
    guard face.area > 300 else { return }
    let (w, h) = (face.width, face.height)
    s.fill(face.ellipse(w / 2, h / 2, 7, 8), m.trim.base.standingOut(from: m.main.base))
    guard g.chance(0.3) else { return }
    for _ in 0..<3 {
      s.fill(
        face.box(g.uniform(0.08...0.75) * w, g.uniform(0.1...0.7) * h, w * 0.16, h * 0.18, round: 2),
        Palette.bright.color(using: &g))
    }
  }
}
