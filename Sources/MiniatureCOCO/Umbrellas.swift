import Foundation
import Pictures
import Tensors

/// Umbrellas: open and seen from any side, above or below; parasols; furled ones.
enum Umbrella: String, BodyPlan, CaseIterable {
  case open, parasol, furled

  func draw(on s: inout Sketch, _ m: Swatches, using g: inout PCG32) {
    if self == .furled {
      Umbrella.drawFurled(&s, m, &g)
    } else {
      Canopy(isParasol: self == .parasol, using: &g).draw(on: &s, m, using: &g)
    }
  }

  /// Cloth wrapped round its stick, or hanging loose, with a crook or a knob to hold.
  private static func drawFurled(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let (thick, long) = (g.uniform(8...20.0), g.uniform(56...78.0))
    let cloth = g.chance(0.7) ? (0.0, long) : (long * 0.3, long)
    s.rod(.line(50, -6, 50, long + 22), 2.6, m.trim.plain)
    s.add(
      .limb(
        [(50, cloth.0), (50, cloth.0 + 8), (50, cloth.1 * 0.7), (50, cloth.1)],
        [3, thick * 0.5, thick, thick * g.uniform(0.5...1.2)]), m.main)
    for x in [-0.2, 0.2] {
      s.stroke(
        .line(50 + x * thick * 0.5, cloth.0 + 10, 50 + x * thick, cloth.1 - 2), 1.4, m.main.base.shaded(-0.4))
    }
    s.inlay(.box(50 - thick * 0.5, cloth.1 * 0.66, thick, 5), Swatch(m.main.second))
    if g.chance(0.6) {
      s.rod(.curve([(50, long + 16), (50, long + 26), (56, long + 31), (62, long + 25)]), 4, m.accent.plain)
    } else {
      s.add(.box(46.5, long + 8, 7, 20, round: 3), m.accent)
    }
  }
}

/// An open canopy: panels of cloth between ribs, seen from outside, from inside or both.
private struct Canopy {
  var isParasol: Bool
  var view: VehicleView
  var ribs: Int
  var radius: Double
  var rise: Double
  var shaft: Double
  /// How the panels are coloured.
  var pattern: Pattern
  enum Pattern: CaseIterable { case plain, alternate, bordered, oneApart }

  init(isParasol: Bool, using g: inout PCG32) {
    self.isParasol = isParasol
    ribs = isParasol ? [4, 6, 8, 8][g.below(4)] : 8
    radius = g.uniform(40...50.0)
    rise = radius * (isParasol ? g.uniform(0.3...0.7) : g.uniform(0.45...0.85))
    shaft = isParasol ? g.uniform(50...100.0) : g.uniform(36...54.0)
    pattern = Pattern.allCases[g.below(4)]
    // From the side mostly; parasols also from above, umbrellas held slanting in every direction.
    let pitch =
      switch g.below(10) {
      case 0..<4: g.uniform(-0.15...0.3)
      case 4..<7: g.uniform(0.4...1.0)
      case 7: g.uniform(1.1...1.5)
      default: isParasol ? g.uniform(-0.45...0.1) : -g.uniform(0.4...1.2)
      }
    view = VehicleView(yaw: g.uniform(-1.57...1.57), pitch: pitch, distance: 260)
  }

  /// A point on a rib, by its share of the way from the tip down to the rim.
  private func rib(_ i: Double, _ share: Double) -> Point {
    let a = i / Double(ribs) * 2 * .pi
    let bulge = isParasol && ribs < 8 ? 0.03 : 0.16
    let r = radius * (share + bulge * 2 * share * (1 - share))
    return view(Spot(r * cos(a), rise * (1 - share * share * 0.7 - share * 0.3), r * sin(a)))
  }

  private func panel(_ i: Int, from top: Double) -> Path {
    let (a, b) = (Double(i), Double(i) + 1)
    var path = Path()
    let valley = rib(a + 0.5, isParasol ? 0.97 : 0.9)
    path.steps = [
      .move(rib(a, top)), .line(rib(a, (top + 1) / 2)), .line(rib(a, 1)), .curve(valley, valley, rib(b, 1)),
      .line(rib(b, (top + 1) / 2)), .line(rib(b, top)), .close,
    ]
    return path
  }

  func draw(on s: inout Sketch, _ m: Swatches, using g: inout PCG32) {
    let odd = g.below(ribs)
    func swatch(_ i: Int) -> Swatch {
      switch pattern {
      case .alternate: i % 2 == 0 ? m.main : Swatch(m.main.second)
      case .oneApart: i == odd ? Swatch(m.main.second) : m.main
      default: m.main
      }
    }
    // Panels whose inner side is seen come first, then the shaft, then those seen from outside.
    let isInner = (0..<ribs).map { i in
      Path.isSeen([rib(Double(i), 0), rib(Double(i), 1), rib(Double(i) + 1, 1)])
    }
    for i in 0..<ribs where isInner[i] { s.add(panel(i, from: 0), swatch(i).shaded(-0.22)) }
    let (top, foot) = (view(Spot(0, rise * 0.9, 0)), view(Spot(0, -shaft, 0)))
    s.rod(.line(top.x, top.y, foot.x, foot.y), isParasol ? 3.2 : 2.6, m.trim.plain)
    if !isParasol {
      let knob = view(Spot(0, -shaft + 10, 0))
      s.rod(.line(knob.x, knob.y, foot.x, foot.y), 4.4, m.accent.plain)
      if g.chance(0.6) {
        s.rod(
          .curve([(foot.x, foot.y), (foot.x + 3, foot.y + 5), (foot.x + 9, foot.y + 2)]), 4, m.accent.plain)
      }
    }
    for i in 0..<ribs where !isInner[i] {
      s.add(panel(i, from: 0), swatch(i).shaded(i % 2 == 0 ? 0 : -0.07))
      if pattern == .bordered { s.inlay(panel(i, from: 0.8), Swatch(m.main.second)) }
    }
    let tip = view(Spot(0, rise + (isParasol ? 3 : 7), 0))
    if view.pitch > -0.3 {
      let apex = rib(0, 0)
      s.rod(.line(apex.x, apex.y, tip.x, tip.y), 2.4, m.trim.plain)
    }
  }
}
