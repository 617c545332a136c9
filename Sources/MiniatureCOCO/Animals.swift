import Foundation
import Pictures
import Tensors

/// Animals on four legs, seen from the side: body, neck, head, ears, legs and tail in all proportions.
///
/// Invented animals are made of it, one drawing each; COCO's own are `Beast`s, in many postures.
struct Quadruped: BodyPlan {
  enum Ears: String, Codable, CaseIterable, Sendable { case pointed, floppy, round, small, flaps }
  enum Tail: String, Codable, CaseIterable, Sendable { case raised, tufted, brush, stub, plume }
  enum Muzzle: String, Codable, CaseIterable, Sendable { case flat, medium, long, trunk }
  enum Crown: String, Codable, CaseIterable, Sendable { case none, mane, horns, ossicones, wool }

  /// All lengths are in units of a body 50 long.
  var bodyHeight = 22.0
  var legLength = 26.0
  var legWidth = 7.0
  var neckLength = 16.0
  /// Radians above the horizontal.
  var neckAngle = 0.9
  var headSize = 9.0
  var ears = Ears.pointed
  var tail = Tail.raised
  var muzzle = Muzzle.medium
  var crown = Crown.none

  func draw(on s: inout Sketch, _ m: Swatches, using g: inout PCG32) {
    let neckAngle = self.neckAngle + g.uniform(-0.15...0.15)
    let (left, right) = (22.0, 70.0)
    let top = 40.0
    let bottom = top + bodyHeight
    let stride = g.uniform(-4.0...4.0)

    // The tail, behind everything.
    let root = (left + 2, top + bodyHeight * 0.25)
    switch tail {
    case .raised:
      let sway = g.uniform(-6.0...4.0)
      s.add(
        .limb(
          [root, (left - 10, top - 2), (left - 12 + sway, top - 16), (left - 6 + sway, top - 24)],
          [5, 5, 4.5, 3]),
        m.main)
    case .tufted:
      s.rod(.curve([root, (left - 6, top + 8), (left - 6, bottom - 2)]), 2.2, m.main.plain)
      s.add(.ellipse(left - 6, bottom, 3, 5), m.trim)
    case .brush:
      s.add(.limb([root, (left - 8, top + 8), (left - 9, bottom + 4)], [4, 8, 3]), m.trim)
    case .stub: s.add(.circle(left, top + bodyHeight * 0.35, 4), m.main)
    case .plume:
      s.add(.limb([root, (left - 9, top - 6), (left - 5, top - 18)], [6, 9, 3]), m.main)
    }

    // Far legs, body, near legs.
    let foot = bottom + legLength
    func leg(_ x: Double, _ lean: Double, _ swatch: Swatch) {
      s.add(
        .limb(
          [(x, bottom - bodyHeight * 0.4), (x + lean * 0.4, bottom + legLength * 0.45), (x + lean, foot)],
          [legWidth * 1.4, legWidth, legWidth * 0.85]), swatch)
      s.fill(
        .box(x + lean - legWidth * 0.5, foot - 2, legWidth * 1.1, 4, round: 1.5), m.trim.base.shaded(-0.25))
    }
    let far = m.main.shaded(-0.25)
    leg(left + 11, -stride, far)
    leg(right - 11, stride, far)
    let belly = crown == .wool ? 1.0 : 0.0
    s.add(
      .blob([
        (left, top + bodyHeight * 0.4), (left + 6, top - 1 - 3 * belly),
        ((left + right) / 2, top + 2 - 5 * belly),
        (right - 5, top - 2 - 3 * belly), (right + 2, top + bodyHeight * 0.45), (right - 6, bottom + belly),
        ((left + right) / 2, bottom + 1 + 4 * belly), (left + 6, bottom + belly),
      ]), m.main)
    leg(left + 6, stride, m.main)
    leg(right - 6, -stride, m.main)

    // Neck and head.
    let shoulder = (right - 7, top + bodyHeight * 0.3)
    let (dx, dy) = (cos(neckAngle) * neckLength, -sin(neckAngle) * neckLength)
    let head = (right - 4 + dx, top + dy)
    let neckWidth = min(bodyHeight * 0.75, headSize * 1.9)
    s.add(
      .limb(
        [shoulder, ((shoulder.0 + head.0) / 2, (shoulder.1 + head.1) / 2), head],
        [neckWidth * 1.25, neckWidth, headSize * 1.35]), m.main)
    if crown == .mane {
      s.add(
        .limb(
          [
            (head.0 - 3, head.1 - headSize),
            ((shoulder.0 + head.0) / 2 - neckWidth * 0.5, (shoulder.1 + head.1) / 2 - 3),
            (shoulder.0 - neckWidth * 0.5, top),
          ], [5, 7, 4]), m.trim)
    }
    drawHead(on: &s, at: head, m)
  }

  private func drawHead(on s: inout Sketch, at head: (Double, Double), _ m: Swatches) {
    let (x, y) = head
    let r = headSize
    if crown == .horns {
      s.add(
        .limb([(x - 1, y - r * 0.6), (x - 3, y - r * 1.3), (x + 2, y - r * 1.8)], [3.5, 3, 1.5]), Swatch.paper
      )
      s.add(
        .limb([(x + 4, y - r * 0.6), (x + 8, y - r * 1.2), (x + 6, y - r * 1.8)], [3.5, 3, 1.5]), Swatch.paper
      )
    }
    if crown == .ossicones {
      for dx in [-2.0, 3.0] {
        s.rod(.line(x + dx, y - r * 0.5, x + dx - 1, y - r * 1.6), 2, m.main.plain)
        s.fill(.circle(x + dx - 1, y - r * 1.6, 1.9), m.trim.base)
      }
    }
    let face = muzzle == .flat ? m.main : m.main
    switch ears {
    case .pointed:
      s.add(
        .polygon([(x - r * 0.95, y - r * 0.3), (x - r * 0.85, y - r * 1.5), (x - r * 0.05, y - r * 0.8)]),
        face)
      if muzzle == .flat {
        s.add(
          .polygon([(x + r * 0.95, y - r * 0.3), (x + r * 0.85, y - r * 1.5), (x + r * 0.05, y - r * 0.8)]),
          face)
      }
    case .small:
      s.add(.ellipse(x - r * 0.7, y - r * 0.75, r * 0.25, r * 0.5, turn: -0.5), face)
    case .round:
      s.add(.circle(x - r * 0.6, y - r * 0.8, r * 0.4), face)
      s.add(.circle(x + r * 0.3, y - r * 0.85, r * 0.36), face)
    case .floppy, .flaps: break
    }
    switch muzzle {
    case .flat:
      // A face turned to the viewer.
      s.add(.ellipse(x, y, r * 1.08, r * 0.95), face)
      s.fill(.ellipse(x, y + r * 0.42, r * 0.5, r * 0.36), m.accent.base)
      for side in [-1.0, 1.0] {
        s.fill(.ellipse(x + side * r * 0.42, y - r * 0.12, r * 0.2, r * 0.26), .ink)
        s.stroke(.line(x + side * r * 0.3, y + r * 0.4, x + side * r * 1.3, y + r * 0.25), 0.8, .paper)
      }
      s.fill(.polygon([(x - r * 0.18, y + r * 0.18), (x + r * 0.18, y + r * 0.18), (x, y + r * 0.4)]), .ink)
      return
    case .medium:
      s.add(.ellipse(x + r * 0.85, y + r * 0.35, r * 0.75, r * 0.48, turn: 0.15), m.accent)
      s.add(.ellipse(x, y, r, r * 0.9), m.main)
      s.inlay(.ellipse(x + r * 0.8, y + r * 0.38, r * 0.6, r * 0.36, turn: 0.15), m.accent)
      s.fill(.circle(x + r * 1.5, y + r * 0.2, r * 0.24), .ink)
    case .long:
      s.add(
        .limb(
          [(x - r * 0.4, y - r * 0.1), (x + r * 0.7, y + r * 0.5), (x + r * 1.5, y + r * 1.1)],
          [r * 1.6, r * 1.4, r * 1.0]),
        m.main)
      s.inlay(.ellipse(x + r * 1.45, y + r * 1.05, r * 0.5, r * 0.45), m.accent)
      s.fill(.circle(x + r * 1.6, y + r * 0.95, r * 0.12), .ink)
    case .trunk:
      s.add(.ellipse(x, y, r, r * 1.05), m.main)
      s.add(
        .limb(
          [
            (x + r * 0.5, y), (x + r * 1.2, y + r * 0.9), (x + r * 1.25, y + r * 2.2),
            (x + r * 1.7, y + r * 2.9),
          ],
          [r * 0.95, r * 0.7, r * 0.5, r * 0.4]), m.main)
      s.add(
        .limb(
          [(x + r * 0.6, y + r * 0.7), (x + r * 1.2, y + r * 1.5), (x + r * 2.0, y + r * 1.5)], [3, 2.6, 1.2]),
        Swatch.paper)
    }
    s.fill(.circle(x + r * 0.3, y - r * 0.2, r * 0.17), .ink)
    switch ears {
    case .floppy:
      s.add(
        .limb(
          [(x - r * 0.5, y - r * 0.6), (x - r * 0.8, y + r * 0.2), (x - r * 0.6, y + r * 0.9)],
          [r * 0.5, r * 0.75, r * 0.4]), m.trim)
    case .flaps:
      s.add(
        .blob([
          (x - r * 0.2, y - r * 0.8), (x - r * 1.3, y - r * 1.1), (x - r * 1.7, y),
          (x - r * 1.1, y + r * 1.1), (x - r * 0.3, y + r * 0.4),
        ]),
        m.main.shaded(-0.12))
    default: break
    }
    if crown == .wool {
      s.add(
        .blob([
          (x - r * 0.9, y - r * 0.3), (x - r * 0.3, y - r * 1.1), (x + r * 0.5, y - r * 0.9),
          (x + r * 0.2, y - r * 0.3),
        ]), m.accent)
    }
  }
}

/// Invented birds: a drop-shaped body, a wing, a beak, a fan of tail feathers, two thin legs. COCO's are `Fowl`.
struct Bird: BodyPlan {
  var legLength = 14.0
  var beakLength = 10.0
  var tailLength = 22.0
  /// How far the wing may be raised, 0 folded to 1.
  var lift = 1.0

  func draw(on s: inout Sketch, _ m: Swatches, using g: inout PCG32) {
    let raise = g.chance(0.4) ? lift : 0
    for x in [46.0, 54.0] {
      s.rod(.polyline([(x, 66), (x + 1, 68 + legLength), (x + 6, 69 + legLength)]), 2.2, m.accent.plain)
    }
    s.add(.polygon([(30, 46), (26 - tailLength, 52), (24 - tailLength, 62), (32, 60)]), m.trim)
    s.add(.polygon([(80, 28), (82 + beakLength, 33), (80, 37)]), m.accent)
    s.add(
      .blob([
        (24, 52), (38, 44), (56, 36), (64, 24), (75, 20), (84, 28), (82, 40), (72, 60), (52, 70), (34, 64),
      ]), m.main)
    s.inlay(.blob([(70, 44), (76, 44), (70, 60), (56, 68), (50, 64)]), m.trim.shaded(0.25))
    s.fill(.circle(76, 29, 3.2), .paper)
    s.fill(.circle(76.6, 29, 2.0), .ink)
    if raise > 0 {
      s.add(.blob([(62, 48), (56, 22), (40, -2), (22, -8), (26, 18), (36, 44), (48, 54)]), m.trim)
    } else {
      s.add(.blob([(64, 44), (62, 54), (46, 62), (22, 62), (34, 50), (50, 42)]), m.trim)
    }
  }
}
