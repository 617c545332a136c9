import Foundation
import Pictures
import Tensors

/// What one wears or holds above oneself: umbrella, tie, baseball glove.
enum Worn: String, BodyPlan, CaseIterable {
  case umbrella, tie, baseballGlove

  func draw(on s: inout Sketch, _ m: Swatches, using g: inout PCG32) {
    switch self {
    case .umbrella: Worn.drawUmbrella(&s, m)
    case .tie: Worn.drawTie(&s, m, &g)
    case .baseballGlove: Worn.drawGlove(&s, m, &g)
    }
  }

  private static func drawUmbrella(_ s: inout Sketch, _ m: Swatches) {
    s.rod(.polyline([(50, 2), (50, 84)]), 3.2, m.trim.plain)
    s.rod(.arc(56, 86, 6, 8, from: .pi, to: 0), 4, m.accent.plain)
    // The dome in panels, scalloped below.
    let edge: [(Double, Double)] = [(2, 50), (26, 50), (50, 50), (74, 50), (98, 50)]
    var dome = Path.arc(50, 50, 48, 42, from: .pi, to: 2 * .pi)
    for i in stride(from: 3, through: 0, by: -1) {
      let (a, b) = (edge[i + 1], edge[i])
      dome.steps.append(
        .curve(Point(a.0 - 4, a.1 - 8), Point(b.0 + 4, b.1 - 8), Point(b.0, b.1)))
    }
    s.add(dome, m.main)
    var panels = Path()
    panels.steps = [
      .move(Point(50, 8)), .curve(Point(36, 14), Point(28, 30), Point(26, 50)),
      .curve(Point(32, 42), Point(44, 42), Point(50, 50)), .close,
      .move(Point(50, 8)), .curve(Point(76, 10), Point(94, 26), Point(98, 50)),
      .curve(Point(92, 42), Point(80, 42), Point(74, 50)),
      .curve(Point(72, 30), Point(64, 14), Point(50, 8)), .close,
    ]
    s.inlay(panels, Swatch(m.main.second))
    s.stroke(.curve([(50, 8), (48, 28), (50, 50)]), 1.2, m.main.base.shaded(-0.4))
    s.fill(.circle(50, 6, 2.6), m.trim.base)
  }
}
