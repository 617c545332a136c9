import Foundation
import Pictures
import Tensors

/// Chairs of all makes: with four legs, on castors, stuffed, folding, moulded; and stools.
extension Furniture {
  /// What one leans against on a chair of wood or metal.
  private enum Back: CaseIterable { case slats, staves, panel, cushion, hoop, cross }

  /// A chair with four legs.
  static func drawChair(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    var chair = Solid(seen: .random(using: &g))
    let (w, d) = (g.uniform(16...27.0), g.uniform(15...24.0))
    let seat = g.uniform(32...50.0)
    let top = seat + g.uniform(24...70.0)
    let (leg, splay) = (g.uniform(3.2...7.5), g.uniform(-2...7.0))
    for x in [-1.0, 1] {
      for z in [-1.0, 1] {
        chair.rod(
          (x * (w - 2), seat, z * (d - 2)), (x * (w - 2 + splay), 0, z * (d - 2 + splay)), leg,
          m.main.shaded(z < 0 ? -0.18 : 0))
      }
      if g.chance(0.5) {
        chair.rod((x * w, seat * 0.45, -d + 2), (x * w, seat * 0.45, d - 2), leg * 0.7, m.main)
      }
    }
    chair.cushion(-w...w, seat...(seat + g.uniform(3...9.0)), -d...d, m.trim, round: 3, layer: 1)
    drawBack(&chair, m, w, seat...top, d, leg, &g)
    if g.chance(0.3) {
      for x in [-w, w] {
        let arm = seat + g.uniform(14...20.0)
        chair.rod([(x, seat, d - 4), (x, arm, d - 4), (x, arm + 1, -d)], leg * 0.9, m.main, layer: 2)
      }
    }
    chair.draw(on: &s)
  }

  private static func drawBack(
    _ chair: inout Solid, _ m: Swatches, _ w: Double, _ up: ClosedRange<Double>, _ d: Double, _ leg: Double,
    _ g: inout PCG32
  ) {
    let (seat, top, lean) = (up.lowerBound, up.upperBound, g.uniform(0...13.0))
    func at(_ x: Double, _ share: Double) -> Solid.XYZ {
      (x, seat + (top - seat) * share, -d + 2 - lean * share)
    }
    func board(_ x: ClosedRange<Double>, _ share: ClosedRange<Double>, _ swatch: Swatch, round: Double = 1) {
      chair.panel(
        [
          at(x.lowerBound, share.lowerBound), at(x.upperBound, share.lowerBound),
          at(x.upperBound, share.upperBound), at(x.lowerBound, share.upperBound),
        ], swatch, layer: 2, round: round)
    }
    let inner = (-w + 2)...(w - 2)
    let back = g.drawOne(of: Back.allCases)
    switch back {
    case .slats:
      let slats = g.drawOne(of: [1, 2, 3, 4])
      for i in 0..<slats {
        let low = 0.96 - 0.78 * Double(i) / Double(slats)
        board(inner, (low - g.uniform(0.1...0.16))...low, m.main)
      }
    case .staves:
      for i in 0..<4 {
        let x = w * (-0.75 + 0.5 * Double(i))
        chair.rod(at(x, 0), at(x, 0.95), leg * 0.6, m.main, layer: 2)
      }
      board(inner, 0.86...1, m.main)
    case .panel: board(inner, g.uniform(0.05...0.45)...0.97, m.main)
    case .cushion: board(inner, g.uniform(0.05...0.4)...1, m.trim, round: 6)
    case .hoop:
      chair.rod(
        [
          at(-w, 0), at(-w * 1.05, 0.6), at(-w * 0.6, 0.95), at(0, 1.02), at(w * 0.6, 0.95),
          at(w * 1.05, 0.6), at(w, 0),
        ],
        leg, m.main, layer: 2, smooth: true)
      board((-w * 0.3)...(w * 0.3), 0...0.98, m.main.shaded(0.06))
    case .cross:
      chair.rod(at(-w, 0.1), at(w, 0.9), leg * 0.8, m.main, layer: 2)
      chair.rod(at(w, 0.1), at(-w, 0.9), leg * 0.8, m.main, layer: 2)
      board(inner, 0.88...1, m.main)
    }
    if back != .hoop {
      for x in [-w + 1, w - 1] { chair.rod(at(x, 0), at(x, 1), leg, m.main, layer: 2) }
    }
  }

  /// A stool, low or as high as a bar.
  static func drawStool(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    var stool = Solid(seen: .random([.facing, .threeQuarter], using: &g))
    let (seat, radius) = (g.uniform(26...95.0), g.uniform(15...23.0))
    let leg = g.uniform(3.5...7)
    if g.chance(0.3) {
      stool.drum(up: 0...4, top: radius * 0.9, m.main)
      stool.rod((0, 2, 0), (0, seat, 0), leg * 1.3, m.main)
    } else {
      let (legs, splay) = (g.drawOne(of: [3, 4]), g.uniform(0.9...1.5))
      let phase = g.uniform(0...1.5)
      func foot(_ i: Int, _ up: Double) -> Solid.XYZ {
        let a = phase + 2 * .pi * Double(i) / Double(legs)
        let r = radius * (0.75 + (splay - 0.75) * (1 - up / seat))
        return (r * cos(a), up, r * sin(a))
      }
      for i in 0..<legs { stool.rod(foot(i, seat), foot(i, 0), leg, m.main) }
      if seat > 45 {
        for i in 0..<legs { stool.rod(foot(i, seat * 0.35), foot(i + 1, seat * 0.35), leg * 0.6, m.main) }
      }
    }
    let thickness = g.uniform(4...11.0)
    if g.chance(0.7) {
      stool.drum(up: seat...(seat + thickness), top: radius, m.trim, layer: 1)
    } else {
      stool.cushion(
        -radius...radius, seat...(seat + thickness), (-radius * 0.8)...(radius * 0.8), m.trim, layer: 1)
    }
    stool.draw(on: &s)
  }

  /// A swivel chair on castors.
  static func drawOfficeChair(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let view = Viewpoint.random(using: &g)
    var chair = Solid(seen: view)
    let (w, d, seat) = (g.uniform(19...28.0), g.uniform(17...24.0), g.uniform(34...46.0))
    let (phase, spread) = (g.uniform(0...1.2), g.uniform(20...28.0))
    for i in 0..<5 {
      let a = phase + 2 * .pi * Double(i) / 5
      chair.rod([(0, 9, 0), (spread * cos(a), 7, spread * sin(a))], 4.5, m.trim)
      chair.rod((spread * cos(a), 3, spread * sin(a)), (spread * cos(a) + 1, 2, spread * sin(a)), 6, .tyre)
    }
    chair.rod((0, 8, 0), (0, seat, 0), 6, m.trim)
    chair.cushion(-w...w, seat...(seat + g.uniform(6...11.0)), -d...d, m.main, round: 6, layer: 1)
    let (low, top) = (seat + g.uniform(6...16.0), seat + g.uniform(38...72.0))
    let (broad, lean) = (w * g.uniform(0.75...1), g.uniform(0...8.0))
    chair.rod((0, seat, -d + 2), (0, low + 8, -d), 5, m.trim, layer: cos(view.turn) > 0 ? 1 : 3)
    chair.panel(
      [
        (-broad * 0.85, low, -d), (broad * 0.85, low, -d), (broad, (low + top) / 2, -d - lean * 0.4),
        (broad * 0.8, top, -d - lean), (-broad * 0.8, top, -d - lean),
        (-broad, (low + top) / 2, -d - lean * 0.4),
      ], m.main.shaded(-0.06), layer: 2, round: 7)
    if g.chance(0.6) {
      for x in [-w, w] {
        chair.rod(
          [(x, seat + 2, -d * 0.5), (x * 1.1, seat + 19, -d * 0.5), (x * 1.1, seat + 19, d * 0.5)], 5, m.trim,
          layer: 2)
      }
    }
    chair.draw(on: &s)
  }

  /// A stuffed chair for one.
  static func drawArmchair(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    drawStuffed(&s, m, half: g.uniform(13...20.0), seats: 1, &g)
  }

  /// Two crossed frames with cloth between them: a folding chair, a director's chair, a deck chair.
  static func drawFoldingChair(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    var chair = Solid(seen: .random(using: &g))
    let (w, d, rod) = (g.uniform(18...28.0), g.uniform(17...26.0), g.uniform(3...5.5))
    let (seat, top) = (g.uniform(24...42.0), g.uniform(64...100.0))
    let isDeckChair = g.chance(0.35)
    let lean = isDeckChair ? g.uniform(22...40.0) : g.uniform(4...16.0)
    for x in [-w, w] {
      chair.rod([(x, 0, d), (x, seat, -d * 0.2), (x, top, -d * 0.6 - lean)], rod, m.trim)
      chair.rod((x, 0, -d), (x, seat + 2, d), rod, m.trim.shaded(-0.1))
    }
    if isDeckChair {
      chair.panel(
        [
          (-w, seat + 4, d), (w, seat + 4, d), (w, seat - 10, -d * 0.2), (w, top, -d * 0.6 - lean),
          (-w, top, -d * 0.6 - lean), (-w, seat - 10, -d * 0.2),
        ], m.main, layer: 1)
    } else {
      chair.panel(
        [(-w, seat, d), (w, seat, d), (w, seat, -d * 0.7), (-w, seat, -d * 0.7)], m.main, layer: 1, round: 2)
      let low = seat + (top - seat) * g.uniform(0.35...0.65)
      let share = (low - seat) / (top - seat)
      let z = -d * 0.2 - (d * 0.4 + lean) * share
      chair.panel(
        [(-w, low, z), (w, low, z), (w, top, -d * 0.6 - lean), (-w, top, -d * 0.6 - lean)], m.main, layer: 2,
        round: 2)
      if g.chance(0.4) {
        for x in [-w, w] { chair.rod((x, seat + 18, -d * 0.5), (x, seat + 18, d), rod, m.trim, layer: 2) }
      }
    }
    chair.draw(on: &s)
  }

  /// A chair whose seat and back are one moulded shell, on thin legs or a single foot.
  static func drawShellChair(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let view = Viewpoint.random(using: &g)
    var chair = Solid(seen: view)
    let (w, d, seat) = (g.uniform(18...27.0), g.uniform(16...22.0), g.uniform(26...42.0))
    let (top, lean, leg) = (seat + g.uniform(28...52.0), g.uniform(3...14.0), g.uniform(2.6...5.5))
    if g.chance(0.25) {
      chair.drum(up: 0...3, top: w * 0.8, m.trim)
      chair.rod((0, 2, 0), (0, seat, 0), 6, m.trim)
    } else {
      for x in [-1.0, 1] {
        for z in [-1.0, 1] {
          chair.rod((x * w * 0.6, seat, z * d * 0.6), (x * w, 0, z * d * 1.05), leg, m.trim)
        }
      }
    }
    chair.cushion(-w...w, (seat - 2)...(seat + 4), -d...d, m.main, round: 7, layer: 1)
    let side = seat + g.uniform(4...18.0)
    chair.panel(
      [
        (-w, seat, d * 0.3), (-w, side, -d * 0.3), (-w * 0.9, top - 6, -d - lean * 0.8),
        (-w * 0.5, top, -d - lean), (w * 0.5, top, -d - lean), (w * 0.9, top - 6, -d - lean * 0.8),
        (w, side, -d * 0.3), (w, seat, d * 0.3), (w * 0.8, seat + 3, -d * 0.8),
        (-w * 0.8, seat + 3, -d * 0.8),
      ], m.main.shaded(0.05), layer: 2, round: 5)
    chair.draw(on: &s)
  }
}
