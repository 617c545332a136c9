import Foundation
import Pictures
import Tensors

/// Scissors: for paper, a tailor's, a child's, small ones for thread. Closed, ajar or wide open.
enum Scissors: String, BodyPlan, CaseIterable {
  case paper, shears, round, fine

  func draw(on s: inout Sketch, _ m: Swatches, using g: inout PCG32) {
    let blade: Double
    let width: Double
    let (ring, bar): (Path.XY, Double)
    switch self {
    case .paper:
      (blade, width, ring, bar) = (
        g.uniform(44...66.0), g.uniform(9...13.0), (g.uniform(10...14.0), g.uniform(13...20.0)), 7
      )
    case .shears:
      (blade, width, ring, bar) = (
        g.uniform(62...84.0), g.uniform(13...18.0), (11, g.uniform(16...22.0)), 8.5
      )
    case .round:
      (blade, width, ring, bar) = (
        g.uniform(26...38.0), g.uniform(12...16.0), (g.uniform(12...16.0), g.uniform(12...16.0)), 8
      )
    case .fine:
      (blade, width, ring, bar) = (
        g.uniform(40...58.0), g.uniform(7...9.0), (g.uniform(9...11.0), g.uniform(9...12.0)), 5
      )
    }
    let gape = g.chance(0.3) ? g.uniform(0.03...0.12) : g.uniform(0.15...0.75)
    let shank = self == .fine ? g.uniform(18...34.0) : g.uniform(8...16.0)
    for side in [-1.0, 1.0] {
      let pivot = (50.0, 60.0)
      let turn = side * gape
      func laid(_ path: Path) -> Path { path.turned(turn, about: pivot) }
      let steel = side < 0 ? m.main.shaded(-0.18) : m.main
      // The blade leans to its own side of the pivot, the ring to the other.
      let tip = self == .round ? width * 0.35 : 1
      s.add(
        laid(
          .polygon([
            (50 - width * 0.45, 66), (50 - side * tip, 60 - blade),
            (50 - side * tip + side * width * 0.55, 60 - blade * 0.8),
            (50 + width * 0.5, 66),
          ])), steel)
      let handle = self == .fine ? steel.plain : m.trim.plain
      s.rod(laid(.line(50, 62, 50 - side * 3, 62 + shank)), bar + 1, handle)
      let long = self == .shears && side > 0 ? ring.1 * 1.35 : ring.1
      let outer = Path.ellipse(
        50 - side * (3 + ring.0 * 0.7), 62 + shank + long, ring.0 + bar / 2, long + bar / 2)
      let hole = Path.ellipse(
        50 - side * (3 + ring.0 * 0.7), 62 + shank + long, ring.0 - bar / 2, long - bar / 2)
      s.addPierced(laid(outer + hole), handle)
    }
    s.fill(.circle(50, 60, 3), m.accent.base.standingOut(from: m.main.base))
  }
}

/// Toothbrushes: plain ones from the side and from the front, bent ones, electric ones with a stout grip.
enum Toothbrush: String, BodyPlan, CaseIterable {
  case side, front, bent, electric

  func draw(on s: inout Sketch, _ m: Swatches, using g: inout PCG32) {
    switch self {
    case .side: drawSide(&s, m, &g, bend: g.uniform(-3...3.0))
    case .bent: drawSide(&s, m, &g, bend: g.uniform(8...18.0))
    case .front: drawFront(&s, m, &g)
    case .electric: drawElectric(&s, m, &g)
    }
  }

  /// The bristles stand off to the right of a handle that may be bent.
  private func drawSide(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32, bend: Double) {
    let (thick, head, tuft) = (g.uniform(10...18.0), g.uniform(22...32.0), g.uniform(11...18.0))
    let length = g.uniform(92...124.0)
    let color = m.accent.base.standingOut(from: m.trim.base)
    s.add(
      .polygon([(52, 2), (52 + tuft, 0), (52 + tuft * 0.92, head * 0.5), (52 + tuft, head), (52, head - 2)]),
      m.trim)
    var gaps = Path()
    for share in [0.3, 0.55, 0.8] { gaps += .line(54, head * share, 51 + tuft, head * share) }
    s.stroke(gaps, 2, color)
    if g.chance(0.3) {
      s.add(
        .blob([
          (53 + tuft, 2), (58 + tuft, head * 0.3), (55 + tuft, head * 0.6), (58 + tuft, head - 4),
          (50 + tuft, head),
        ]),
        Swatch(
          g.drawOne(of: [
            Color.paper, Color(red: 0.5, green: 0.85, blue: 0.85), Color(red: 0.9, green: 0.4, blue: 0.45),
          ])))
    }
    s.add(
      .limb(
        [
          (49, 0), (49, head), (49 - bend * 0.3, head + 14), (50 - bend, 62), (50 - bend * 0.7, 82),
          (50, length),
        ], [9, 9, 7.5, thick, thick * 1.05, thick * 0.8]), m.main)
    if g.chance(0.6) {
      s.add(
        .limb(
          [(50 - bend, 60), (50 - bend * 0.8, 76), (50 - bend * 0.3, length - 12)],
          [thick * 0.4, thick * 0.55, thick * 0.4]),
        Swatch(color))
    }
  }

  /// The bristles towards the viewer, in rows.
  private func drawFront(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let (thick, half, head) = (g.uniform(12...20.0), g.uniform(8...12.0), g.uniform(26...36.0))
    s.add(
      .limb(
        [(50, head - 4), (50, head + 14), (50, 64), (50, 84), (50, g.uniform(96...122.0))],
        [9, 7.5, thick, thick, thick * 0.75]),
      m.main)
    s.add(.box(50 - half - 2, -2, 2 * half + 4, head + 4, round: half), m.main)
    s.add(.box(50 - half + 1, 1, 2 * half - 2, head - 2, round: half * 0.7), m.trim)
    let color = m.accent.base.standingOut(from: m.trim.base)
    var tufts = Path()
    for y in [0.25, 0.5, 0.75] { tufts += .line(50 - half * 0.5, head * y, 50 + half * 0.5, head * y) }
    s.stroke(tufts, 4, color)
    if g.chance(0.6) { s.fill(.box(50 - thick * 0.25, 64, thick * 0.5, 24, round: thick * 0.25), color) }
  }

  private func drawElectric(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let thick = g.uniform(18...30.0)
    let color = m.accent.base.standingOut(from: m.main.base)
    s.add(.limb([(50, 52), (50, 26), (50, 6)], [11, 8, 7]), Swatch(.paper, .plastic))
    let facing = g.chance(0.4)
    if facing {
      s.add(.circle(50, 6, 11), m.trim)
      s.stroke(.circle(50, 6, 5.5), 3, color)
    } else {
      let deep = g.uniform(12...17.0)
      s.add(.box(52, -2, deep, 17, round: 2), m.trim)
      s.stroke(.line(54, 6.5, 50 + deep, 6.5), 2.4, color)
      s.add(.box(44, -4, 10, 21, round: 4), Swatch(.paper, .plastic))
    }
    s.add(
      .limb(
        [(50, 46), (50, 56), (50, 88), (50, g.uniform(112...130.0))],
        [thick * 0.55, thick * 0.9, thick, thick * 0.8]),
      m.main)
    s.fill(.box(50 - thick * 0.24, 58, thick * 0.48, g.uniform(22...44.0), round: thick * 0.24), color)
    s.fill(.circle(50, 66, thick * 0.14), .paper)
    if g.chance(0.35) { s.add(.ellipse(50, 122, thick * 0.85, 8), Swatch(.paper, .plastic)) }
  }
}

/// Hair driers: with a grip like a pistol's, rounded old ones, with a wide bowl in front, folded for travel.
enum HairDrier: String, BodyPlan, CaseIterable {
  case pistol, dome, diffuser, folded

  func draw(on s: inout Sketch, _ m: Swatches, using g: inout PCG32) {
    if self != .folded && g.chance(0.22) {
      drawFacing(&s, m, &g)
      return
    }
    let tilt = g.uniform(-0.3...0.35)
    let (long, high) = (g.uniform(54...82.0), g.uniform(32...50.0))
    drawGrip(&s, m, tilt: self == .folded ? -1.15 : tilt, high, &g)
    let (top, bottom) = (34 - high / 2, 34 + high / 2)
    let nose = 20 + long
    switch self {
    case .diffuser:
      s.add(
        .polygon([
          (nose - 8, 22), (nose + 6, 20), (nose + 24, 34 - high * 0.8), (nose + 24, 34 + high * 0.8),
          (nose + 6, 48), (nose - 8, 46),
        ]),
        m.accent)
      s.add(.ellipse(nose + 24, 34, 7, high * 0.8), m.accent.shaded(-0.25))
    default:
      let flare = g.uniform(-0.22...0.22) * high
      s.add(
        .polygon([
          (nose - 8, 34 - high * 0.36), (nose + 18, 34 - high * 0.36 - flare),
          (nose + 18, 34 + high * 0.36 + flare),
          (nose - 8, 34 + high * 0.36),
        ]), m.accent)
    }
    switch self {
    case .dome:
      s.add(
        .blob([
          (nose - 4, top + high * 0.2), (40, top), (12, top + 2), (-4, 34), (10, bottom + 6),
          (36, bottom + 2),
          (nose - 4, bottom - high * 0.2),
        ]), m.main)
      s.add(.circle(20, 35, high * 0.34), m.trim)
      s.stroke(.circle(20, 35, high * 0.17), 2.4, m.trim.base.standingOut(from: m.trim.base))
    default:
      s.add(
        .blob([
          (8, top + 7), (18, top), (44, top + 2), (nose, 34 - high * 0.36), (nose, 34 + high * 0.36),
          (44, bottom), (18, bottom), (8, bottom - 8), (5, 34),
        ]), m.main)
      s.add(.box(4, top + 5, 11, high - 11, round: 5), m.trim)
      var vents = Path()
      for y in [-0.2, 0, 0.2] { vents += .line(8, 34 + high * y, 20, 34 + high * y) }
      s.stroke(vents, 2.4, .ink)
    }
    if g.chance(0.4) {
      s.fill(.box(36, 31, nose - 44, 6, round: 3), m.accent.base.standingOut(from: m.main.base))
    }
  }

  private func drawGrip(
    _ s: inout Sketch, _ m: Swatches, tilt: Double, _ high: Double, _ g: inout PCG32
  ) {
    let (length, thick) = (g.uniform(44...72.0), g.uniform(14...22.0))
    let root = (g.uniform(32...44.0), 34 + high * 0.3)
    let end = (root.0 - sin(tilt) * length, root.1 + cos(tilt) * length)
    if g.chance(0.65) {
      let (a, b) = (g.uniform(-24...24.0), g.uniform(6...34.0))
      s.stroke(
        .curve([
          end, (end.0 + a * 0.2, end.1 + 10), (end.0 + a, end.1 + b * 0.6), (end.0 + a * 1.8, end.1 + b),
        ]), 3.6,
        g.chance(0.7) ? .ink : m.trim.base)
    }
    let middle = ((root.0 + end.0) / 2, (root.1 + end.1) / 2)
    s.add(.limb([root, middle, end], [thick * 1.1, thick, thick * 0.85]), g.chance(0.5) ? m.main : m.trim)
    s.fill(.circle(middle.0, middle.1, thick * 0.26), m.accent.base.standingOut(from: m.main.base))
  }

  /// The nozzle or the fan towards the viewer.
  private func drawFacing(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let (r, lean) = (g.uniform(26...38.0), g.uniform(-16...16.0))
    if g.chance(0.6) {
      s.stroke(.curve([(50 + lean, 104), (52 + lean, 114), (44 + lean, 124)]), 3.6, .ink)
    }
    s.add(
      .limb([(50, 44), (50 + lean * 0.5, 76), (50 + lean, 106)], [20, 18, 15]),
      g.chance(0.5) ? m.main : m.trim)
    // The body goes off to one side behind the opening.
    let side = g.uniform(-20...20.0)
    s.add(.circle(50 + side, 34 - abs(side) * 0.2, r * 0.92), m.main.shaded(-0.15))
    s.add(.circle(50, 36, r), m.main)
    s.add(.circle(50, 36, r * 0.78), self == .diffuser ? m.accent : Swatch(Color(gray: 0.16)))
    if self == .diffuser {
      for i in 0..<8 {
        let a = Double(i) * .pi / 4
        s.fill(.circle(50 + r * 0.5 * cos(a), 36 + r * 0.5 * sin(a), r * 0.11), .ink)
      }
      s.fill(.circle(50, 36, r * 0.14), .ink)
    } else if g.chance(0.5) {
      var grille = Path()
      for share in [0.25, 0.5] { grille += .circle(50, 36, r * share) }
      for i in 0..<3 {
        let a = Double(i) * .pi / 3
        let (x, y) = (r * 0.74 * cos(a), r * 0.74 * sin(a))
        grille += .line(50 - x, 36 - y, 50 + x, 36 + y)
      }
      s.stroke(grille, 2.4, Color(gray: 0.6))
    } else {
      s.add(.box(50 - r * 0.62, 30, r * 1.24, 12, round: 4), m.accent)
      s.fill(.box(50 - r * 0.5, 33.5, r, 5, round: 2), .ink)
    }
  }
}
