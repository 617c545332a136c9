import Foundation
import Pictures
import Tensors

/// Forks, knives and spoons, by what they are for. All lie along the vertical, tip up, until the pose turns them;
/// sturdier than life, so that they survive being small.
enum Cutlery: BodyPlan {
  case fork(Fork)
  case knife(Knife)
  case spoon(Spoon)

  enum Fork: String, Codable, Sendable, CaseIterable { case table, carving, plastic, handled, dessert }
  enum Knife: String, Codable, Sendable, CaseIterable { case chef, table, bread, paring, cleaver, spreader }
  enum Spoon: String, Codable, Sendable, CaseIterable { case table, soup, wooden, slotted, ladle, sugar }

  func draw(on s: inout Sketch, _ m: Swatches, using g: inout PCG32) {
    var thin = Sketch()
    // Held towards us or away, it looks shorter.
    var length = g.chance(0.3) ? g.uniform(0.7...0.9) : 1
    switch self {
    case .fork(let fork): fork.draw(&thin, m, &g)
    case .knife(let knife): knife.draw(&thin, m, &g)
    case .spoon(let spoon):
      spoon.draw(&thin, m, &g)
      // A spoon's bowl must stay longer than wide.
      length = max(length, 0.9)
    }
    let girth = g.uniform(1.05...1.4)
    s.add(thin) { $0.squeezed(girth, length) }
  }
}

/// The handles that cutlery has.
private enum Handle: CaseIterable {
  case flared, straight, waisted, sleeved

  /// From where the head ends down to about 112.
  func draw(_ s: inout Sketch, _ m: Swatches, from top: Double, using g: inout PCG32) {
    let end = g.uniform(104.0...130)
    let middle = (top + end) / 2
    switch self {
    case .flared:
      s.add(.limb([(50, top), (50, middle), (50, end)], [6, 6.5, g.uniform(11...16)]), m.main)
    case .straight:
      s.add(.box(50 - 4, top, 8, end - top, round: 4), m.main)
    case .waisted:
      s.add(
        .limb([(50, top), (50, middle - 6), (50, middle + 12), (50, end)], [6, 5, 12, 9]), m.main)
      if g.chance(0.5) { s.fill(.ellipse(50, middle + 14, 3, 8), m.trim.base.shaded(-0.3)) }
    case .sleeved:
      s.add(.limb([(50, top), (50, middle)], [7, 6]), m.main)
      let w = g.uniform(9.0...15)
      let from = g.uniform(top + 8...middle)
      s.add(.box(50 - w / 2, from, w, end - from, round: g.uniform(2...7)), m.trim)
      if g.chance(0.5) {
        for y in [0.3, 0.6] { s.fill(.circle(50, from + (end - from) * y, 2.2), m.accent.base) }
      }
    }
  }
}

extension Cutlery.Fork {
  fileprivate func draw(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    if g.chance(0.12) {
      Cutlery.drawProfile(&s, m, &g, bowl: 9)
      return
    }
    let tines = self == .carving ? 2 : self == .dessert ? 3 : 4
    let half = self == .carving ? g.uniform(7.0...10) : g.uniform(11.0...16)
    let length: Double =
      switch self {
      case .carving: g.uniform(40...54)
      case .dessert: g.uniform(24...32)
      default: g.uniform(30...44)
      }
    let handle = self == .handled ? Handle.sleeved : g.drawOne(of: [.flared, .straight, .waisted])
    handle.draw(&s, m, from: length + 18, using: &g)
    let root = length - 4
    s.add(
      .blob([
        (50 - half, root), (50 - half * 0.4, root + 2), (50 + half * 0.4, root + 2), (50 + half, root),
        (50 + half * 0.8, root + 13), (50 + 4.5, root + 28), (50 - 4.5, root + 28),
        (50 - half * 0.8, root + 13),
      ]), m.main)
    let width = min(2 * half / (Double(tines) * 1.6), 7)
    for i in 0..<tines {
      let x = 50 - half + width / 2 + (2 * half - width) * Double(i) / Double(tines - 1)
      s.add(.box(x - width / 2, 0, width, root + 5, round: width / 2), m.main)
    }
    if g.chance(0.22) {
      // A bite on it.
      let bite = g.drawOne(of: [Pantry.leaf, Pantry.meat, Pantry.cheese, Pantry.tomato, Pantry.chocolate])
      s.add(
        .scalloped(50, g.uniform(4...14), g.uniform(13...19), g.uniform(11...17), bumps: 7, depth: 0.12),
        Swatch(bite.color(using: &g), .crust))
    }
  }
}

extension Cutlery.Knife {
  fileprivate func draw(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let (blade, handle) = outline(using: &g)
    let joint = blade.map(\.1).max()!
    s.add(self == .spreader || self == .table ? .blob(blade) : .polygon(blade), m.main)
    s.stroke(.line(55, joint * 0.3, 55, joint - 4), 1.8, m.main.base.shaded(0.6))
    if g.chance(0.15) {
      // Butter or jam.
      s.fill(
        .scalloped(50, 14, 6, 13, bumps: 6, depth: 0.15),
        (Pantry.cheese + Pantry.tomato + Pantry.chocolate).color(using: &g))
    }
    let end = joint + g.uniform(34...50.0)
    if self == .table && g.chance(0.6) {
      s.add(
        .limb([(51, joint - 6), (51, (joint + end) / 2), (51, end)], [handle, handle * 0.9, handle * 1.3]),
        m.main)
      return
    }
    if g.chance(0.5) { s.add(.box(52 - handle * 0.6, joint - 3, handle * 1.2, 7, round: 1), m.accent) }
    s.add(
      .limb(
        [(52, joint), (51, (joint + end) / 2), (g.uniform(50...56), end)],
        [handle, handle * 1.1, handle * 0.95]), m.trim)
    if g.chance(0.6) {
      for y in [0.25, 0.5, 0.75] { s.fill(.circle(52, joint + (end - joint) * y, 2.2), m.accent.base) }
    }
  }

  /// The blade's outline, and how thick its handle is.
  private func outline(using g: inout PCG32) -> ([Path.XY], Double) {
    switch self {
    case .table:
      let w = g.uniform(5.0...8)
      return (
        [(50 - w, 8), (50 - w * 0.4, 0), (50 + w, 8), (50 + w, 40), (50 + w * 0.6, 62), (50 - w, 62)], 9
      )
    case .chef:
      let w = g.uniform(10.0...20)
      return (
        [(44, 62), (43, -4), (46, -6), (43 + w * 0.7, 22), (44 + w, 60), (44 + w, 62)], g.uniform(9...12)
      )
    case .bread:
      let w = g.uniform(9.0...14)
      let teeth = stride(from: 4.0, through: 64, by: 8).flatMap { [(44 + w, $0), (44 + w - 3, $0 + 4)] }
      return ([(44, 70), (44, -8), (48, -8)] + teeth + [(44 + w, 70)], g.uniform(8...10.5))
    case .paring:
      let w = g.uniform(9.0...13)
      return ([(46, 52), (45, 8), (48, 2), (46 + w * 0.9, 28), (46 + w, 52)], g.uniform(8...10.5))
    case .cleaver:
      let w = g.uniform(22.0...34)
      return (
        [(44, 54), (44, 0), (44 + w * 0.9, 2), (44 + w, 8), (44 + w, 52), (56, 54)], g.uniform(10...13)
      )
    case .spreader:
      let w = g.uniform(8.0...13)
      return (
        [(46, 6), (50, 0), (46 + w, 8), (48 + w, 24), (44 + w, 38), (54, 46), (47, 46)], g.uniform(8...12)
      )
    }
  }
}

extension Cutlery.Spoon {
  fileprivate func draw(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    if g.chance(0.12) {
      Cutlery.drawProfile(&s, m, &g, bowl: g.uniform(12...18))
      return
    }
    let width: Double =
      switch self {
      case .soup, .ladle: g.uniform(15...19)
      case .slotted: g.uniform(15...20)
      case .sugar: g.uniform(9...13)
      default: g.uniform(12...17)
      }
    let height =
      self == .soup || self == .ladle ? width * g.uniform(1...1.2) : width * g.uniform(1.35...1.75)
    let handle: Handle =
      switch self {
      case .wooden, .ladle: .straight
      case .slotted: g.drawOne(of: [.sleeved, .straight])
      default: g.drawOne(of: Handle.allCases)
      }
    handle.draw(&s, m, from: 2 * height - 8, using: &g)
    s.add(
      .blob([
        (50, 0), (50 + width * 0.75, height * 0.32), (50 + width, height), (50 + width * 0.6, height * 1.7),
        (50, height * 2), (50 - width * 0.6, height * 1.7), (50 - width, height),
        (50 - width * 0.75, height * 0.32),
      ]), m.main)
    drawHollow(&s, m, &g, width, height)
  }

  /// What the bowl of a spoon shows: its hollow, its back, holes, or a mouthful.
  private func drawHollow(
    _ s: inout Sketch, _ m: Swatches, _ g: inout PCG32, _ width: Double, _ height: Double
  ) {
    if self == .slotted {
      for x in [-0.45, 0, 0.45] {
        s.fill(.box(50 + x * width - 2, height * 0.5, 4, height * 0.9, round: 2), m.main.base.shaded(-0.65))
      }
      return
    }
    let hollow = Path.ellipse(50.5, height * 1.02, width * 0.7, height * 0.78)
    switch g.below(4) {
    case 0: s.fill(.ellipse(46, height * 0.7, width * 0.2, height * 0.3), Color.paper.withAlpha(0.7))
    case 1:
      let mouthful = Pantry.drinks + Pantry.bread + Pantry.icing + Pantry.tomato
      s.add(hollow, Swatch(mouthful.color(using: &g), .crust))
    default:
      s.fill(hollow, m.main.base.shaded(g.uniform(-0.5 ... -0.2)))
      s.fill(.ellipse(46, height * 0.6, width * 0.16, height * 0.24, turn: 0.2), Color.paper.withAlpha(0.75))
    }
  }
}

extension Cutlery {
  /// Seen from the side: a bent line that thickens at the head, `bowl` deep.
  fileprivate static func drawProfile(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32, bowl: Double) {
    let bend = g.uniform(8.0...22)
    if bowl > 10 {
      // A spoon's bowl hangs to one side.
      s.add(
        .blob([(50, -2), (52, 16), (48, 36), (48 - bowl * 0.8, 28), (48 - bowl, 14), (48 - bowl * 0.5, 2)]),
        m.main)
      s.fill(.limb([(49, 2), (50, 18), (47, 33)], [3, 5, 3]), m.main.base.shaded(-0.4))
      s.add(
        .limb([(47, 32), (50, 50), (50 + bend * 0.7, 80), (50 + bend * 0.5, 112)], [6, 6, 7, 11]),
        g.chance(0.3) ? m.trim : m.main)
    } else {
      let curve: [Path.XY] = [(50 - bend, -2), (50 - bend * 0.3, 20), (50 - bend * 0.5, 36), (50, 50)]
      // Two tines part at the tip.
      s.add(.limb(curve.map { ($0.0 - ($0.1 < 30 ? 7 : 0), $0.1) }, [4, 5.5, 8, 7]), m.main.shaded(-0.25))
      s.add(.limb(curve, [4, 6, 9, 7]), m.main)
      s.add(
        .limb([(50, 46), (50 + bend * 0.7, 80), (50 + bend * 0.4, 112)], [7, 8, 12]),
        g.chance(0.3) ? m.trim : m.main)
    }
  }
}
