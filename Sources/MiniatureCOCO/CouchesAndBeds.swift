import Foundation
import Pictures
import Tensors

/// Stuffed furniture, and what one sleeps in.
extension Furniture {
  /// A couch for two to four, straight or round a corner.
  static func drawCouch(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let seats = g.drawOne(of: [2, 2, 3, 4])
    drawStuffed(&s, m, half: Double(seats) * g.uniform(12...19.0), seats: seats, &g)
  }

  /// A stuffed seat between two arms before a back; `half` is half its width between the arms.
  static func drawStuffed(
    _ s: inout Sketch, _ m: Swatches, half w: Double, seats: Int, _ g: inout PCG32
  ) {
    let kinds: [Viewpoint.Kind] =
      seats == 1
      ? Viewpoint.Kind.allCases : [.facing, .facing, .threeQuarter, .threeQuarter, .behind, .above]
    let view = Viewpoint.random(kinds, using: &g)
    var couch = Solid(seen: view)
    let (d, foot, base) = (g.uniform(18...27.0), g.uniform(0...9.0), g.uniform(18...26.0))
    let seat = base + g.uniform(6...13.0)
    let top = seat + g.uniform(16...42.0)
    let (thick, arm) = (g.uniform(7...13.0), g.uniform(5...15.0))
    let height = g.drawOne(of: [base + 4, seat + 10, seat + 14, top])
    let round = g.uniform(2...9.0)
    let hasArms = seats == 1 || g.chance(0.85)
    let width = w + (hasArms ? arm : 0)
    if foot > 2 {
      for x in [-width + 4, width - 4] {
        for z in [-d, d - 2] { couch.rod((x, foot + 2, z), (x, 0, z), g.uniform(3...6.0), m.trim) }
      }
    }
    // Its back is behind all else, or, from behind, before it.
    couch.cushion(
      -width...width, foot...top, (-d - thick)...(-d), m.main, round: round,
      layer: cos(view.turn) > 0 ? 0 : 4)
    couch.box(-w...w, foot...base, -d...d, m.main.shaded(-0.1))
    for i in 0..<seats {
      let (left, right) = (-w + 2 * w * Double(i) / Double(seats), -w + 2 * w * Double(i + 1) / Double(seats))
      couch.cushion(
        left...right, base...seat, -d...(d + 2), m.main.shaded(0.08), round: round * 0.7, layer: 1)
      if top - seat > 20, cos(view.turn) > 0.1 {
        couch.cushion(
          (left + 1)...(right - 1), seat...(top - 3), (-d)...(-d + 6), m.main.shaded(0.04), round: round,
          layer: 2)
      }
    }
    if seats > 1 && g.chance(0.25) {
      let reach = d + g.uniform(20...42.0)
      couch.cushion(
        (w - 2 * w / Double(seats))...w, foot...seat, d...reach, m.main, round: round, layer: 2)
    }
    if hasArms {
      for x in [-w - arm, w] {
        let isNear = (x < 0 ? -1 : 1) * sin(view.turn) < 0
        couch.cushion(
          x...(x + arm), foot...height, -d...d, m.main.shaded(-0.04), round: round,
          layer: isNear ? 3 : (cos(view.turn) > 0 ? 0 : 1))
      }
    }
    if cos(view.turn) > 0.2 {
      for _ in 0..<g.drawOne(of: seats == 1 ? [0, 0, 1] : [0, 1, 2]) {
        let x = g.uniform(-w * 0.8...w * 0.8)
        couch.cushion(
          (x - 7)...(x + 7), seat...(seat + 14), (-d + 4)...(-d + 9), m.accent, round: 4, layer: 3)
      }
    }
    couch.draw(on: &s)
  }

  // MARK: Beds

  /// A bed: on legs or on the floor, with or without boards at its ends, made or slept in.
  static func drawBed(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let view = bedView(&g)
    var bed = Solid(seen: view)
    let (w, l) = (g.uniform(20...54.0), g.uniform(46...62.0))
    let low = g.uniform(2...20.0)
    let frame = low + g.uniform(3...8.0)
    let top = frame + g.uniform(6...16.0)
    for x in [-w + 3, w - 3] {
      for z in [-l + 3, l - 3] { bed.rod((x, low, z), (x, 0, z), g.uniform(3.5...6), m.trim) }
    }
    bed.box((-w - 1)...(w + 1), low...frame, -l...l, m.trim)
    let isFacing = cos(view.turn) > 0
    if g.chance(0.75) {
      drawBoard(&bed, m, w, frame...(top + g.uniform(8...42.0)), -l - 4, isFacing ? 0 : 5, &g)
    }
    if g.chance(0.35) { drawBoard(&bed, m, w, frame...(top + g.uniform(2...16.0)), l, isFacing ? 5 : 0, &g) }
    if g.chance(0.12) {
      // A four-poster.
      for x in [-w, w] { for z in [-l, l] { bed.rod((x, 0, z), (x, 92, z), 4, m.trim, layer: 4) } }
      bed.box((-w - 2)...(w + 2), 90...96, (-l - 2)...(l + 2), m.main.shaded(0.1), layer: 6)
    }
    bed.cushion(-w...w, frame...top, -l...l, Swatch(m.accent.base), round: 4)
    drawBedding(&bed, m, w, l, top, &g)
    bed.draw(on: &s)
  }

  private static func bedView(_ g: inout PCG32) -> Viewpoint {
    var view = Viewpoint.random([.facing, .threeQuarter, .threeQuarter, .side, .above, .behind], using: &g)
    view.tilt = max(view.tilt, g.uniform(0.2...0.6))
    return view
  }

  /// The board at an end of a bed: solid, or bars.
  private static func drawBoard(
    _ bed: inout Solid, _ m: Swatches, _ w: Double, _ up: ClosedRange<Double>, _ z: Double, _ layer: Int,
    _ g: inout PCG32
  ) {
    switch g.below(3) {
    case 0: bed.box((-w - 2)...(w + 2), up, z...(z + 4), m.trim, layer: layer)
    case 1: bed.cushion((-w - 2)...(w + 2), up, z...(z + 6), m.trim, round: 9, layer: layer)
    default:
      for i in 0..<6 {
        let x = w * (-1 + 0.4 * Double(i))
        bed.rod((x, up.lowerBound - 6, z), (x, up.upperBound, z), 3, m.trim, layer: layer)
      }
      bed.rod((-w, up.upperBound, z), (w, up.upperBound, z), 4.5, m.trim, layer: layer)
    }
  }

  /// Pillows, and a blanket: spread out, turned down, thrown back or missing.
  private static func drawBedding(
    _ bed: inout Solid, _ m: Swatches, _ w: Double, _ l: Double, _ top: Double, _ g: inout PCG32
  ) {
    let pillows = w > 32 ? 2 : 1
    let pillow = Swatch(m.accent.base.shaded(g.uniform(-0.08...0.2)))
    for i in 0..<pillows {
      let x = pillows == 1 ? 0 : (Double(i) - 0.5) * w * 0.95
      let half = pillows == 1 ? w * 0.7 : w * 0.42
      bed.cushion(
        (x - half)...(x + half), top...(top + 7), (-l + 3)...(-l + g.uniform(18...24.0)), pillow, round: 5,
        layer: 2)
    }
    let start = -l + g.uniform(24...70.0)
    switch g.below(5) {
    case 0: break
    case 1:
      // Thrown back in a heap.
      bed.body(
        [
          (-w, top, start), (w * 0.6, top, start - 8), (w + 3, top - 8, l * 0.6),
          (w * 0.4, top + 12, l * 0.3),
          (-w * 0.4, top + 10, l * 0.5), (-w * 0.8, top - 6, l), (w * 0.2, top, l),
        ], m.main, layer: 2, round: 8)
    default:
      let drop = g.uniform(4...14.0)
      bed.cushion(
        (-w - 2)...(w + 2), max(0, top - drop)...(top + 3), start...(l + 2), m.main, round: 3, layer: 2)
      if g.chance(0.5) {
        bed.panel(
          [
            (-w - 2, top + 3.2, start), (w + 2, top + 3.2, start), (w + 2, top + 3.2, start + 9),
            (-w - 2, top + 3.2, start + 9),
          ],
          pillow, layer: 3)
      }
    }
  }

  /// Two beds, one over the other, and a ladder.
  static func drawBunkBed(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    var bed = Solid(seen: .random([.threeQuarter, .side, .facing], using: &g))
    let (w, l, upper) = (g.uniform(17...24.0), g.uniform(40...50.0), g.uniform(48...62.0))
    for x in [-w, w] {
      for z in [-l, l] { bed.rod((x, 0, z), (x, upper + g.uniform(16...24.0), z), 4.5, m.trim, layer: 1) }
    }
    for (layer, up) in [(0, g.uniform(8...14.0)), (2, upper)] {
      bed.box(-w...w, up...(up + 5), -l...l, m.trim, layer: layer)
      bed.cushion(-w...w, (up + 5)...(up + 12), -l...l, m.main, round: 3, layer: layer)
      bed.cushion(
        (-w + 3)...(w - 3), (up + 11)...(up + 16), (-l + 3)...(-l + 17), Swatch(m.accent.base), layer: layer)
    }
    for x in [-w, w] { bed.rod((x, upper + 16, -l), (x, upper + 16, l), 3.5, m.trim, layer: 3) }
    for z in [l * 0.4, l * 0.75] { bed.rod((w + 1, 0, z), (w + 1, upper + 14, z), 3, m.trim, layer: 4) }
    for up in stride(from: 14.0, to: upper, by: 14) {
      bed.rod((w + 1, up, l * 0.4), (w + 1, up, l * 0.75), 3, m.trim, layer: 4)
    }
    bed.draw(on: &s)
  }

  /// A child's bed behind bars.
  static func drawCot(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let view = Viewpoint.random([.threeQuarter, .side, .facing], using: &g)
    var cot = Solid(seen: view)
    let (w, l, floor) = (g.uniform(20...26.0), g.uniform(34...46.0), g.uniform(14...24.0))
    let top = floor + g.uniform(28...44.0)
    cot.cushion(-w...w, floor...(floor + 9), -l...l, m.main, round: 3, layer: 1)
    for x in [-w, w] {
      let layer = x * -sin(view.turn) > 0 ? 2 : 0
      for i in 0..<6 {
        let z = l * (-1 + 0.4 * Double(i))
        cot.rod((x, floor, z), (x, top, z), 2.4, m.trim, layer: layer)
      }
      for up in [floor, top] { cot.rod((x, up, -l), (x, up, l), 4, m.trim, layer: layer) }
    }
    for z in [-l, l] {
      let layer = z * cos(view.turn) > 0 ? 2 : 0
      cot.box(-w...w, (floor - 2)...(top + 4), (z - 1.5)...(z + 1.5), m.trim, layer: layer)
      for x in [-w, w] { cot.rod((x, 0, z), (x, top + 4, z), 4.5, m.trim, layer: layer) }
    }
    cot.draw(on: &s)
  }
}
