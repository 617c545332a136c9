import Foundation
import Pictures
import Tensors

/// Wine glasses: a bowl on a stem on a foot, whatever their proportions.
enum WineGlass: String, BodyPlan, CaseIterable {
  case balloon, tulip, flute, cone, goblet

  /// Where a glass is and how it is seen.
  private enum View: CaseIterable { case side, slanted, steep, lying, upsideDown }

  func draw(on s: inout Sketch, _ m: Swatches, using g: inout PCG32) {
    let view = g.chance(0.35) ? .side : g.drawOne(of: View.allCases)
    if view == .steep {
      drawSteep(&s, m, &g)
      return
    }
    var glass = Sketch()
    let isFull = (view == .side || view == .slanted) && g.chance(0.65)
    drawUpright(&glass, m, &g, squash: view == .slanted ? g.uniform(0.25...0.5) : 0.12, isFull: isFull)
    let turn: Double =
      switch view {
      case .lying: g.drawOne(of: [-1, 1]) * g.uniform(1.3...1.9)
      case .upsideDown: .pi
      default: 0
      }
    s.add(glass) { $0.turned(turn, about: (50, 50)) }
  }

  /// Half widths of the bowl from the rim down, as shares of the widest.
  private var profile: [Double] {
    switch self {
    case .balloon: [0.72, 0.95, 1, 0.75, 0.2]
    case .tulip: [0.8, 0.9, 1, 0.85, 0.25]
    case .flute: [0.85, 0.95, 1, 0.8, 0.2]
    case .cone: [1, 0.76, 0.52, 0.28, 0.08]
    case .goblet: [1, 1, 0.97, 0.8, 0.3]
    }
  }

  private func drawUpright(
    _ s: inout Sketch, _ m: Swatches, _ g: inout PCG32, squash: Double, isFull: Bool
  ) {
    let width: Double =
      switch self {
      case .balloon: g.uniform(26...40)
      case .tulip: g.uniform(18...28)
      case .flute: g.uniform(10...16)
      case .cone: g.uniform(26...44)
      case .goblet: g.uniform(18...32)
      }
    let depth: Double =
      switch self {
      case .balloon: g.uniform(44...62)
      case .cone: g.uniform(26...44)
      case .flute: g.uniform(56...70)
      default: g.uniform(40...56)
      }
    let stem = self == .goblet ? g.uniform(10...20.0) : g.uniform(24...50)
    let foot = g.uniform(0.6...0.9) * max(width, 18)
    let base = depth + stem
    s.add(.ellipse(50, base, foot, max(4, foot * squash * 1.2)), m.main.shaded(-0.06))
    s.add(.limb([(50, depth - 4), (50, depth + stem / 2), (50, base)], [9, g.uniform(3.5...6), 8]), m.main)
    let heights = [0, 0.25, 0.5, 0.78, 1.0]
    func shape(from first: Int, inset: Double) -> Path {
      .turned(
        at: 50,
        profile: (first..<5).map { (max(width * profile[$0] - inset, 2), depth * heights[$0] - inset / 2) })
    }
    s.add(shape(from: 0, inset: 0), m.main)
    let mouth = width * profile[0]
    s.add(.ellipse(50, 1, mouth, max(3, mouth * squash)), m.main.shaded(0.12))
    if isFull {
      let first = 1 + g.below(2)
      s.inlay(shape(from: first, inset: 2), m.trim)
      let level = (width * profile[first] - 2, depth * heights[first])
      s.fill(.ellipse(50, level.1, level.0, max(2, level.0 * squash)), m.trim.base.shaded(0.2))
    }
    s.fill(
      .limb([(50 - width * 0.6, depth * 0.14), (50 - width * 0.66, depth * 0.45)], [3.4, 3]),
      Color.paper.withAlpha(0.7))
  }

  /// From above: a wide mouth, the wine in it, the foot below.
  private func drawSteep(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let r = g.uniform(26.0...42)
    let squash = g.uniform(0.55...0.85)
    let drop = g.uniform(36.0...60)
    s.add(.ellipse(50, 40 + drop, r * 0.7, r * 0.6 * squash), m.main.shaded(-0.1))
    s.add(.limb([(50, 44), (50, 40 + drop)], [10, 6]), m.main)
    s.add(.drum(50, top: 34, bottom: 36 + drop * 0.4, r, r * 0.5, squash: squash), m.main)
    s.add(.ellipse(50, 34, r, r * squash), m.main.shaded(0.15))
    let level = g.chance(0.75) ? m.trim : m.main.shaded(-0.15)
    s.inlay(.ellipse(50, 37, r * 0.8, r * 0.74 * squash), level)
    s.fill(.ellipse(50 - r * 0.35, 30, r * 0.2, r * 0.12), Color.paper.withAlpha(0.6))
  }
}
