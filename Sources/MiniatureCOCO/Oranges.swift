import Foundation
import Pictures
import Tensors

/// Oranges and tangerines: whole, cut in half, in slices, in segments, half peeled.
enum Orange: String, BodyPlan, CaseIterable {
  case whole, leafy, half, slice, segments, peeling

  func draw(on s: inout Sketch, _ m: Swatches, using g: inout PCG32) {
    switch self {
    case .whole, .leafy: drawWhole(&s, m, &g)
    case .half: Orange.drawHalves(&s, m, &g)
    case .slice: Orange.drawSlice(&s, m, &g)
    case .segments: Orange.drawSegments(&s, m, &g)
    case .peeling: Orange.drawPeeling(&s, m, &g)
    }
  }

  private func drawWhole(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let flat = g.uniform(0.78...1.06)
    s.add(.ellipse(50, 52, 46, 46 * flat), m.main)
    if g.chance(0.22) {
      // Not ripe all around.
      let green = Palette(ColorRange(0.14...0.27, 0.5...0.85, 0.45...0.8)).color(using: &g)
      s.inlay(.blob([(8, 50), (30, 14), (64, 10), (88, 36), (60, 40), (34, 60)]), Swatch(green, .crust))
    }
    let (x, y) = (50 + g.uniform(-30...30.0), 52 + 46 * flat * g.uniform(-0.85...0.4))
    s.fill(.ellipse(34, 34, 11, 7, turn: -0.7), Color.paper.withAlpha(g.uniform(0.1...0.5)))
    s.fill(.circle(x, y, 9), m.main.base.shaded(-0.18))
    s.fill(.regular(5, x, y, 5.5, turn: x), Pantry.leaf.color(using: &g))
    if self == .leafy {
      s.rod(.line(50, 12, 50, -4), 4, Swatch(Palette.brown.color(using: &g)))
      for side in [-1.0, 1] where side < 0 || g.chance(0.6) {
        let (dx, dy) = (side * g.uniform(24...44), g.uniform(-18...8.0))
        s.add(.limb([(50, 6), (50 + dx * 0.5, dy), (50 + dx, dy + 6)], [4, g.uniform(14...24), 3]), m.trim)
      }
    } else if g.chance(0.3) {
      s.fill(.ellipse(62, 62, 10, 8), (Palette.blue + .white + .green + .red).color(using: &g))
    }
  }

  /// A cut face: rind, pith, and segments that meet in the middle.
  private static func drawFace(
    _ s: inout Sketch, _ m: Swatches, _ g: inout PCG32, _ x: Double, _ y: Double, _ r: Double, squash: Double
  ) {
    func lying(_ path: Path) -> Path { path.squeezed(1, squash, about: (x, y)) }
    let depth = r * 0.9 * (1 - squash * squash).squareRoot()
    if depth > 4 { s.add(.drum(x, top: y, bottom: y + depth * 0.5, r, r * 0.7, squash: squash), m.main) }
    s.add(lying(.circle(x, y, r)), m.main)
    s.fill(lying(.circle(x, y, r * 0.88)), Palette.cream.color(using: &g))
    let count = 7 + g.below(4)
    let start = g.uniform(0...1.0)
    let half = .pi / Double(count) * 0.86
    for i in 0..<count {
      let a = start + Double(i) * 2 * .pi / Double(count)
      let corners: [Path.XY] = [
        (x + 0.1 * r * cos(a), y + 0.1 * r * sin(a)),
        (x + 0.78 * r * cos(a - half), y + 0.78 * r * sin(a - half)),
        (x + 0.84 * r * cos(a), y + 0.84 * r * sin(a)),
        (x + 0.78 * r * cos(a + half), y + 0.78 * r * sin(a + half)),
      ]
      s.fill(lying(.polygon(corners)), m.accent.base.shaded(i % 2 == 0 ? 0.08 : 0))
    }
  }

  /// One half, alone, before a whole one, or beside its other half.
  private static func drawHalves(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let squash = g.uniform(0.4...1)
    switch g.below(3) {
    case 0: s.add(.circle(g.uniform(20...80), 34, 42), m.main)
    case 1: drawFace(&s, m, &g, g.uniform(-24...4), g.uniform(24...50), 40, squash: g.uniform(0.4...1))
    default: break
    }
    drawFace(&s, m, &g, 50, 54, 46, squash: squash)
  }

  /// A thin round, or half of one.
  private static func drawSlice(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    if g.chance(0.5) {
      // One, or several in a row.
      let (count, step) = (1 + g.below(4), g.uniform(18.0...34))
      let squash = g.uniform(0.6...1)
      for i in 0..<count { drawFace(&s, m, &g, 50 + step * Double(i), 50, 40, squash: squash) }
      return
    }
    // Half of a slice, cut edge up.
    let cream = Palette.cream.color(using: &g)
    let turn = g.uniform(-0.5...0.5)
    for (r, swatch) in [(48.0, m.main), (42, Swatch(cream))] {
      s.add(Path.joined(.arc(50, 40, r, r, from: 0, to: .pi)).turned(turn, about: (50, 50)), swatch)
    }
    for i in 0..<5 {
      let a = 0.32 + Double(i) * 0.625
      s.fill(
        Path.polygon([
          (50 + 4 * cos(a), 42 + 4 * sin(a)), (50 + 36 * cos(a - 0.27), 42 + 36 * sin(a - 0.27)),
          (50 + 36 * cos(a + 0.27), 42 + 36 * sin(a + 0.27)),
        ]).turned(turn, about: (50, 50)), m.accent.base)
    }
  }

  /// Peeled segments, one or several in a fan.
  private static func drawSegments(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let count = 1 + g.below(6)
    let spread = g.uniform(0.2...0.45)
    for i in 0..<count {
      let turn = (Double(i) - Double(count - 1) / 2) * spread
      var one = Sketch()
      let flesh = m.accent.shaded(g.uniform(-0.1...0.2))
      one.add(.blob([(50, 2), (64, 20), (66, 42), (56, 68), (50, 74), (42, 48), (42, 24)]), flesh)
      one.stroke(.curve([(49, 8), (44, 36), (50, 68)]), 3.5, flesh.base.shaded(0.6))
      s.add(one) { $0.turned(turn, about: (44, 80)) }
    }
  }

  /// The peel half off, in a strip that hangs down, the pale ball showing.
  private static func drawPeeling(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let pale = m.accent.shaded(g.uniform(0.3...0.6))
    let side = g.drawOne(of: [-1.0, 1])
    s.add(.circle(50, 46, 38), m.main)
    s.add(.blob([(18, 34), (50, 6), (84, 32), (84, 56), (66, 50), (44, 62), (22, 52)]), pale.plain)
    for x in [34.0, 50, 66] {
      s.stroke(.curve([(50, 12), (x, 34), (x * 0.8 + 10, 52)]), 2.5, pale.base.shaded(-0.2))
    }
    let drop = g.uniform(88.0...124)
    s.add(
      .limb(
        [(50 + side * 30, 60), (50 + side * 46, 84), (50 + side * 20, drop), (50 - side * 10, drop - 8)],
        [22, 16, 14, 4]),
      g.chance(0.4) ? Swatch(Pantry.crumb.color(using: &g)) : m.main)
  }
}
