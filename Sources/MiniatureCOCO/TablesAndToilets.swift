import Foundation
import Pictures
import Tensors

/// What one dines at.
extension Furniture {
  /// A dining table: round, square or long, bare, under a cloth or laid, seen from the side or from above.
  static func drawDiningTable(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    var view = Viewpoint.random([.facing, .threeQuarter, .side, .above, .above], using: &g)
    view.tilt += g.uniform(0...0.3)
    var table = Solid(seen: view)
    let (w, d) = (g.uniform(30...72.0), g.uniform(26...40.0))
    let height = g.uniform(34...60.0)
    let isRound = g.chance(0.4)
    let hasCloth = g.chance(0.35)
    let drop = hasCloth ? g.uniform(6...height) : g.uniform(3...8.0)
    drawLegs(&table, m, isRound ? d * 0.75 : w, isRound ? d * 0.75 : d, height, &g)
    let top = hasCloth ? m.trim : m.main
    if isRound {
      table.drum(
        up: (height - drop)...height, top: d * 1.1, foot: d * 1.1 * (hasCloth ? g.uniform(1...1.15) : 1), top,
        layer: 1)
    } else {
      table.box(-w...w, (height - drop)...height, -d...d, top, layer: 1)
      if !hasCloth && g.chance(0.25) {
        let half = w * g.uniform(0.15...0.4)
        table.panel(
          [(-half, height, -d), (half, height, -d), (half, height, d), (-half, height, d)], m.trim, layer: 2)
      }
    }
    lay(&table, m, isRound ? d * 0.85 : w * 0.82, isRound ? d * 0.85 : d * 0.72, height + 0.5, isRound, &g)
    table.draw(on: &s)
  }

  private static func drawLegs(
    _ table: inout Solid, _ m: Swatches, _ w: Double, _ d: Double, _ height: Double, _ g: inout PCG32
  ) {
    let (leg, splay) = (g.uniform(3.5...9), g.uniform(-6...7.0))
    switch g.below(4) {
    case 0:
      // A single foot.
      table.drum(up: 0...4, top: min(w, d) * g.uniform(0.5...0.8), m.main.shaded(-0.15))
      table.rod((0, 3, 0), (0, height, 0), leg * 1.6, m.main.shaded(-0.1))
    case 1:
      // Trestles.
      for x in [-w * 0.7, w * 0.7] {
        table.rod((x, 0, -d), (x, height - 3, d * 0.7), leg * 0.8, m.main.shaded(-0.1))
        table.rod((x, 0, d), (x, height - 3, -d * 0.7), leg * 0.8, m.main.shaded(-0.1))
      }
      table.rod((-w * 0.7, height / 2, 0), (w * 0.7, height / 2, 0), leg * 0.8, m.main.shaded(-0.2))
    default:
      for x in [-1.0, 1] {
        for z in [-1.0, 1] {
          table.rod(
            (x * (w - 4), height - 3, z * (d - 4)), (x * (w - 4 + splay), 0, z * (d - 4 + splay)), leg,
            m.main.shaded(z < 0 ? -0.25 : -0.06))
        }
      }
    }
  }

  /// What stands on the table: nothing, plates with food, glasses, a vase or a bottle.
  private static func lay(
    _ table: inout Solid, _ m: Swatches, _ w: Double, _ d: Double, _ up: Double, _ isRound: Bool,
    _ g: inout PCG32
  ) {
    let places = g.drawOne(of: table.view.tilt > 1 ? [2, 4, 4, 6] : [0, 0, 1, 2, 4, 6])
    let plate = Swatch(g.drawOne(of: [Color.paper, .paper, m.trim.base.shaded(0.5), .pane]))
    let (radius, phase) = (g.uniform(7...11.0), g.uniform(0...6.0))
    for i in 0..<places {
      let a = phase + 2 * .pi * Double(i) / Double(places)
      let (x, z): (Double, Double) =
        isRound
        ? (w * 0.75 * cos(a), d * 0.75 * sin(a))
        : (w * (Double(i / 2) - Double((places - 1) / 2) / 2) * 0.8, d * (i % 2 == 0 ? 0.7 : -0.7))
      table.disc(x: x, up: up, front: z, radius, plate, layer: 3)
      if g.chance(0.7) {
        table.disc(
          x: x, up: up + 1, front: z, radius * 0.55, m.accent.shaded(g.uniform(-0.3...0.3)), layer: 4)
      }
      if g.chance(0.4) {
        table.drum(
          x: x * 0.6, front: z * 0.5, up: up...(up + g.uniform(6...12.0)), top: 3, Swatch(.pane), layer: 4)
      }
    }
    if g.chance(0.35) {
      let (x, tall) = (g.uniform(-w * 0.3...w * 0.3), g.uniform(10...24.0))
      table.drum(x: x, up: up...(up + tall), top: g.uniform(2.5...7), m.accent, layer: 5)
    }
  }
}

// MARK: Toilets

extension Furniture {
  /// A toilet with its cistern behind it, hung on a wall or under a high cistern; the lid up or down.
  static func drawToilet(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    var view = Viewpoint.random([.facing, .threeQuarter, .threeQuarter, .side, .above], using: &g)
    if g.chance(0.3) { view.tilt = g.uniform(0.9...1.45) }
    var toilet = Solid(seen: view)
    let (rx, rz, rim) = (g.uniform(15...20.0), g.uniform(19...27.0), g.uniform(32...44.0))
    let back = -rz - 2
    // The bowl, on a foot or on the wall.
    let foot = g.chance(0.8) ? 0 : rim * 0.4
    let (stem, depth) = (rx * g.uniform(0.55...0.95), rz * g.uniform(0.55...0.95))
    toilet.body(
      Solid.ring(stem, depth, up: foot, front: -4) + Solid.ring(stem, depth, up: rim * 0.5, front: -3),
      m.main.shaded(-0.08))
    toilet.body(
      Solid.ring(stem * 0.95, depth, up: rim * 0.35, front: -2) + Solid.ring(rx, rz, up: rim - 2)
        + [(-rx * 0.8, rim - 2, back), (rx * 0.8, rim - 2, back)], m.main.shaded(-0.03))
    drawCistern(&toilet, m, rx, rim, back, &g)
    drawSeat(&toilet, m, rx, rz, rim, &g)
    toilet.draw(on: &s)
  }

  private static func drawCistern(
    _ toilet: inout Solid, _ m: Swatches, _ rx: Double, _ rim: Double, _ back: Double, _ g: inout PCG32
  ) {
    let (half, depth) = (rx * g.uniform(0.95...1.3), g.uniform(10...16.0))
    switch g.below(6) {
    case 0:
      // High up, at the end of a pipe.
      let up = rim + g.uniform(44...62.0)
      toilet.rod((0, rim - 6, back - 4), (0, up, back - 4), 4, m.trim)
      toilet.box(-half...half, up...(up + 20), (back - depth)...back, m.main)
    case 1: break
    default:
      let top = rim + g.uniform(18...42.0)
      toilet.cushion(
        -half...half, (rim - 8)...top, (back - depth)...back, m.main.shaded(-0.04), round: 3)
      toilet.cushion(
        (-half - 2)...(half + 2), top...(top + 4), (back - depth - 1)...(back + 2), m.main, round: 2,
        layer: 1)
      toilet.rod((half * 0.5, top - 7, back + 1), (half * 0.8, top - 7, back + 1), 3, m.trim, layer: 1)
    }
  }

  /// Seat and lid: both down, the lid up, or both up.
  private static func drawSeat(
    _ toilet: inout Solid, _ m: Swatches, _ rx: Double, _ rz: Double, _ rim: Double, _ g: inout PCG32
  ) {
    let view = toilet.view
    let water = Swatch(Color(red: 0.42, green: 0.56, blue: 0.64))
    func lying(_ share: Double, at up: Double) -> Path {
      view.lying(.ellipse(0, 0, rx * share, rz * share), at: up)
    }
    func standing(_ share: Double) -> Path {
      view.standing(.ellipse(0, -rim - rz, rx * share, rz * share), front: -rz + 1)
    }
    var seat = Sketch()
    var lid = Sketch()
    switch g.below(4) {
    case 0:
      seat.add(lying(1.02, at: rim), m.accent.shaded(-0.08))
      seat.add(lying(1.0, at: rim + 3), m.accent)
    case 1:
      seat.addPierced(lying(1, at: rim) + lying(0.76, at: rim), m.main)
      seat.fill(lying(0.76, at: rim), water.base)
      lid.add(standing(1), m.accent)
      lid.addPierced(standing(0.92) + standing(0.6), m.accent.shaded(-0.1))
    default:
      seat.fill(lying(0.8, at: rim), m.main.base.shaded(-0.25))
      seat.fill(lying(0.5, at: rim - 5), water.base)
      seat.addPierced(lying(1.02, at: rim + 1) + lying(0.68, at: rim + 1), m.accent)
      lid.add(standing(1), m.accent.shaded(-0.05))
    }
    toilet.place(lid, 0, rim + rz, -rz, 1)
    toilet.place(seat, 0, rim, 0, 2)
  }

  /// A urinal: a shell on the wall.
  static func drawUrinal(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let (w, h) = (g.uniform(20...32.0), g.uniform(60...100.0))
    let lip = h * g.uniform(0.55...0.75)
    s.rod(.line(50, -6, 50, 6), 5, m.trim)
    s.add(.box(50 - w, 2, 2 * w, h, round: w * g.uniform(0.3...0.9)), m.main)
    s.add(.box(50 - w * 0.72, 10, w * 1.44, h - 14, round: w * 0.7), m.main.shaded(-0.16))
    s.add(.ellipse(50, lip + 8, w * 1.06, h * 0.2), m.main)
    s.fill(.ellipse(50, lip, w * 0.82, h * 0.1), m.main.base.shaded(-0.3))
    s.fill(.ellipse(50, lip + 2, w * 0.3, h * 0.03), .ink)
  }
}
