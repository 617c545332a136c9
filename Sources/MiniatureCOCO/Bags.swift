import Foundation
import Pictures
import Tensors

/// What hangs from a shoulder or a hand.
extension Luggage {
  // MARK: Backpacks

  private enum Pack: CaseIterable { case school, hiking, flap, sack }

  static func drawBackpack(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let view = Viewpoint.random(using: &g)
    var bag = Solid(seen: view)
    let pack = g.drawOne(of: Pack.allCases)
    let (w, d) = (g.uniform(16...30.0), g.uniform(9...19.0))
    let h = pack == .hiking ? g.uniform(64...98.0) : g.uniform(42...68.0)
    let isFacing = cos(view.turn) > 0
    let (before, behind) = (isFacing ? 3 : 0, isFacing ? 0 : 4)
    let belt = g.uniform(4...8.0)
    let sag = g.uniform(6...20.0)
    for side in [-1.0, 1] {
      bag.rod(
        [
          (side * w * 0.35, h * 0.92, -d), (side * w * 0.8, h * 0.6, -d - sag),
          (side * w * 0.8, h * 0.05, -d),
        ],
        belt, m.trim, layer: behind, smooth: true)
    }
    bag.rod(
      [(-6, h * 0.95, -d * 0.6), (0, h + 8, -d * 0.6), (6, h * 0.95, -d * 0.6)], 4, m.trim, smooth: true)
    // The sack itself, narrower above.
    let (shoulder, crown) = (g.uniform(0.75...1), g.uniform(0.35...0.75))
    var points: [Solid.XYZ] = []
    for z in [-d, d] {
      for x in [-w, w] {
        points += [(x, 0, z), (x * shoulder, h * 0.72, z * 0.95), (x * crown, h, z * 0.6)]
      }
    }
    bag.body(points, m.main, layer: 1, round: 9)
    switch pack {
    case .school:
      let (top, half) = (h * g.uniform(0.36...0.56), w * g.uniform(0.6...0.9))
      bag.cushion(-half...half, (h * 0.06)...top, d...(d + 7), m.trim, round: 6, layer: before)
      if isFacing {
        bag.rod(
          [
            (-w * 0.8, top + 4, d), (-w * 0.6, h * 0.85, d * 0.8), (w * 0.6, h * 0.85, d * 0.8),
            (w * 0.8, top + 4, d),
          ],
          2, Swatch(m.main.base.shaded(-0.5)), layer: 2, smooth: true)
        bag.rod((-half * 0.6, top - 4, d + 7), (half * 0.6, top - 4, d + 7), 2.4, m.accent, layer: 4)
      }
    case .hiking:
      bag.cushion(
        (-w * 0.9)...(w * 0.9), (h * 0.9)...(h * 1.06), (-d * 0.8)...(d * 1.1), m.trim, round: 6, layer: 4)
      if g.chance(0.6) {
        let up = g.drawOne(of: [3.0, h * 1.14])
        bag.rod((-w * 1.15, up, 2), (w * 1.15, up, 2), 14, m.accent, layer: up > 10 ? 5 : 2)
      }
      for x in [-w, w] {
        bag.cushion(
          (x - 5)...(x + 5), (h * 0.08)...(h * 0.45), (-d * 0.7)...(d * 0.7), m.main.shaded(-0.15), layer: 1)
      }
      if isFacing {
        for x in [-w * 0.5, w * 0.5] { bag.rod((x, h * 0.9, d), (x, h * 0.1, d + 1), 3, m.trim, layer: 3) }
      }
    case .flap:
      bag.cushion(
        (-w * 0.9)...(w * 0.9), (h * g.uniform(0.45...0.7))...(h * 1.02), (-d * 0.5)...(d + 3),
        m.trim, round: 8, layer: before == 3 ? 3 : 1)
      if isFacing {
        for x in [-w * 0.45, w * 0.45] {
          bag.rod((x, h * 0.75, d + 3), (x, h * 0.32, d + 3), 4, m.accent, layer: 4)
        }
      }
    case .sack:
      bag.body(
        Solid.ring(w * 0.5, d * 0.6, up: h * 0.96) + Solid.ring(w * 0.75, d * 0.8, up: h * 1.16),
        m.main.shaded(-0.1), layer: 2, round: 3)
      bag.rod((-w * 0.55, h * 0.97, d * 0.5), (w * 0.55, h * 0.97, d * 0.5), 3, m.trim, layer: 3)
    }
    drawDown(bag, on: &s, mayLie: 0.25, &g)
  }

  // MARK: Handbags

  private enum Bag: CaseIterable { case tote, satchel, clutch, hobo, bowling, bucket, shoulder }

  static func drawHandbag(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let view = Viewpoint.random([.facing, .facing, .threeQuarter, .threeQuarter, .above], using: &g)
    var bag = Solid(seen: view)
    let kind = g.drawOne(of: Bag.allCases)
    var (w, h, d) = (g.uniform(22...40.0), g.uniform(28...44.0), g.uniform(6...16.0))
    var (top, pinch) = (g.uniform(0.8...1.1), g.uniform(0.15...0.9))
    switch kind {
    case .tote: (h, top) = (g.uniform(36...62.0), g.uniform(1...1.25))
    case .clutch: (h, d, top) = (g.uniform(16...26.0), g.uniform(3...7.0), 1)
    case .hobo: (h, top) = (g.uniform(24...36.0), g.uniform(0.6...0.9))
    case .bowling: (top, pinch) = (0.6, 0.6)
    case .bucket: (w, h, pinch) = (g.uniform(16...24.0), g.uniform(34...48.0), 1)
    default: break
    }
    // Handles: one before and one behind, or a single strap from side to side.
    let (rise, thick) = (g.uniform(14...46.0), g.uniform(3...6.5))
    func arch(_ x: Double, _ z: Double, _ rise: Double, layer: Int) {
      bag.rod(
        [
          (-x, h * 0.86, z), (-x * 0.85, h + rise * 0.75, z), (0, h + rise, z),
          (x * 0.85, h + rise * 0.75, z), (x, h * 0.86, z),
        ],
        thick, m.trim, layer: layer, smooth: true)
    }
    switch kind {
    case .clutch:
      // A strap for the wrist.
      bag.rod(
        [(w, h * 0.8, 0), (w * 1.3, h * 0.5, 2), (w * 1.25, -h * 0.1, 3), (w, h * 0.7, 1)], thick, m.trim,
        smooth: true)
    case .hobo, .bucket, .shoulder: arch(w * top * 0.95, 0, rise * g.uniform(1...1.7), layer: 0)
    default:
      arch(w * 0.5, -d * pinch, rise, layer: 0)
      arch(w * 0.5, d * pinch + 0.5, rise * g.uniform(0.7...1), layer: 2)
    }
    var points: [Solid.XYZ] = []
    for x in [-w, w] {
      for z in [-d, d] {
        points += [(x, 0, z), (x * (1 + top) / 2 * 1.04, h * 0.5, z * 0.9), (x * top, h, z * pinch)]
      }
    }
    bag.body(points, m.main, layer: 1, round: kind == .tote || kind == .clutch ? 3 : 11)
    if pinch > 0.4 && kind == .tote || kind == .bucket {
      bag.panel(
        [
          (-w * top, h, d * pinch), (w * top, h, d * pinch), (w * top, h, -d * pinch),
          (-w * top, h, -d * pinch),
        ],
        Swatch(m.main.base.shaded(-0.45)), layer: 1)
    }
    decorate(&bag, m, kind, w, h, d, top, pinch, &g)
    drawDown(bag, on: &s, mayLie: 0.08, &g)
  }

  /// Flaps, clasps, seams and pockets.
  private static func decorate(
    _ bag: inout Solid, _ m: Swatches, _ kind: Bag, _ w: Double, _ h: Double, _ d: Double, _ top: Double,
    _ pinch: Double, _ g: inout PCG32
  ) {
    let dark = Swatch(m.main.base.shaded(-0.45))
    switch kind {
    case .satchel, .clutch, .shoulder:
      let low = h * g.uniform(0.3...0.6)
      let z = d * (pinch + (1 - pinch) * (1 - low / h)) + 0.5
      let point = g.chance(0.5) ? h * 0.12 : 0
      bag.panel(
        [
          (-w * top, h, d * pinch), (w * top, h, d * pinch), (w * 0.95, low, z), (0, low - point, z),
          (-w * 0.95, low, z),
        ],
        g.chance(0.4) ? m.trim : m.main.shaded(-0.14), layer: 3, round: 3)
      bag.panel([(-4, low + 4, z), (4, low + 4, z), (4, low - 5, z), (-4, low - 5, z)], m.accent, layer: 4)
    case .bowling, .hobo:
      bag.rod(
        (-w * top * 0.8, h * 0.93, d * pinch), (w * top * 0.8, h * 0.93, d * pinch), 2.4, m.accent, layer: 3)
      if g.chance(0.5) {
        let half = w * 0.6
        bag.panel(
          [(-half, h * 0.1, d), (half, h * 0.1, d), (half, h * 0.5, d), (-half, h * 0.5, d)], m.trim,
          layer: 3, round: 3)
      }
    case .tote, .bucket:
      switch g.below(3) {
      case 0:
        bag.panel(
          [(-w, h * 0.05, d), (w, h * 0.05, d), (w, h * 0.35, d), (-w, h * 0.35, d)], m.trim, layer: 3)
      case 1:
        let badge = bag.view.standing(.ellipse(0, -h * 0.5, w * 0.4, h * 0.22), front: d)
        var mark = Sketch()
        mark.fill(badge, m.accent.base)
        bag.place(mark, 0, h / 2, d, 3)
      default:
        for x in [-w * 0.5, w * 0.5] {
          bag.rod((x, h * 0.9, d * pinch), (x, h * 0.2, d), 2.6, dark, layer: 3)
        }
      }
    }
  }
}
