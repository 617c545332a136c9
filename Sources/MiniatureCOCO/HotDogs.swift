import Foundation
import Pictures
import Tensors

/// Hot dogs: a sausage in a split bun, dressed in many ways.
enum HotDog: String, BodyPlan, CaseIterable {
  case side, above, loaded, tray, bitten, short

  func draw(on s: inout Sketch, _ m: Swatches, using g: inout PCG32) {
    switch self {
    case .tray: HotDog.drawTray(&s, m, &g)
    default: drawLong(&s, m, &g)
    }
  }

  /// Along, bent a little: the far half of the bun, the sausage, what is on it, the near half.
  private func drawLong(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let long = self == .bitten || self == .short ? g.uniform(24.0...36) : g.uniform(40...58)
    let bend = long * g.uniform(-0.24...0.24)
    let thick = g.uniform(20.0...36)
    let sausage = g.uniform(14.0...24)
    let overhang = self == .short ? g.uniform(6.0...16) : g.uniform(-4.0...14)
    func spine(_ y: Double, _ half: Double) -> [Path.XY] {
      [(50 - half, y + bend), (50, y), (50 + half, y + bend)]
    }
    let isAbove = self != .side
    let gap = isAbove ? sausage * 0.55 : sausage * 0.4
    s.add(
      .limb(spine(50 - gap, long), [thick * 0.6, thick, thick * 0.6]), m.main.shaded(isAbove ? 0 : -0.12))
    if g.chance(0.3) {
      let leaf = spine(50, long * 0.95)
      s.add(.limb(leaf, [sausage, sausage * 1.7, sausage]), Swatch(Pantry.leaf.color(using: &g)))
    }
    s.add(.limb(spine(50, long + overhang), [sausage * 0.75, sausage, sausage * 0.75]), m.trim)
    drawDressing(&s, m, &g, bend, long, sausage)
    let near = isAbove ? 50 + gap + thick * 0.15 : 50 + gap + thick * 0.3
    s.add(.limb(spine(near, long), [thick * 0.65, thick * (isAbove ? 0.7 : 1), thick * 0.65]), m.main)
    if self == .bitten {
      // Where someone has bitten it off.
      let crumb = Swatch(Pantry.crumb.color(using: &g))
      s.add(.scalloped(50 + long, 52 + bend, 9, thick * 0.8, bumps: 4, depth: 0.2), crumb)
      s.add(.circle(50 + long, 50 + bend, sausage * 0.42), m.trim.shaded(0.15))
    }
  }

  /// A wavy line of sauce, two of them, or a heap from end to end.
  private func drawDressing(
    _ s: inout Sketch, _ m: Swatches, _ g: inout PCG32, _ bend: Double, _ long: Double, _ sausage: Double
  ) {
    func point(_ share: Double, _ dy: Double) -> Path.XY {
      (50 + long * share, 50 + bend * share * share + dy)
    }
    if self == .loaded {
      let heap = [Pantry.meat, Pantry.leaf, Pantry.cheese, .white + .cream, Pantry.tomato, Pantry.chocolate]
      let base = g.drawOne(of: heap).color(using: &g)
      s.add(
        .limb([point(-0.9, 0), point(0, -2), point(0.9, 0)], [sausage, sausage * 1.5, sausage]),
        Swatch(base, .crust))
      let bits = g.drawOne(of: heap)
      for i in 0..<9 {
        let p = point(-0.8 + 0.2 * Double(i), g.uniform(-sausage * 0.4...sausage * 0.4))
        s.fill(.ellipse(p.0, p.1, g.uniform(3...7), g.uniform(2.5...5)), bits.color(using: &g))
      }
      return
    }
    guard g.chance(0.8) else { return }
    let swing = sausage * g.uniform(0.15...0.4)
    let waves = 8
    func wave(_ phase: Double) -> Path {
      .curve(
        (0...waves).map { i in
          point(-0.9 + 1.8 * Double(i) / Double(waves), (i % 2 == 0 ? swing : -swing) * phase)
        })
    }
    s.stroke(wave(1), g.uniform(3.5...6), m.accent.base)
    if g.chance(0.35) { s.stroke(wave(-1), 3.5, Pantry.sauces.color(using: &g)) }
  }

  /// In a paper boat or a foil.
  private static func drawTray(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let paper = Pantry.china + .red + .white
    let count = 1 + g.below(2)
    let wall = Swatch(
      texture: g.drawOne(of: [.plain, .clothChecked, .clothStriped, .metal]), base: paper.color(using: &g),
      second: paper.color(using: &g), seed: UInt64(g.next32()))
    let depth = g.uniform(14.0...30)
    s.add(.box(-4, 30 - 12 * Double(count - 1), 108, 30 + 14 * Double(count), round: 8), wall.shaded(-0.2))
    for i in 0..<count {
      var one = Sketch()
      HotDog.above.drawLong(&one, m, &g)
      let y = (Double(i) - Double(count - 1) / 2) * 24
      s.add(one) { $0.squeezed(0.85, 0.75).moved(0, y) }
    }
    s.add(.polygon([(-6, 60), (106, 60), (98, 60 + depth), (2, 60 + depth)]), wall)
  }
}
