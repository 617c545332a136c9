import Foundation
import Pictures
import Tensors

/// Broccoli: florets on a stalk, whole heads, heads from above, cut in half.
enum Broccoli: String, BodyPlan, CaseIterable {
  case floret, head, crown, halved, sprouting, cooked

  func draw(on s: inout Sketch, _ m: Swatches, using g: inout PCG32) {
    switch self {
    case .floret:
      Broccoli.drawStalk(&s, m, from: 46, to: g.uniform(74...124), width: g.uniform(14...42), branches: 2)
      Broccoli.drawCurds(&s, m, &g, 50, 34, g.uniform(24...46), g.uniform(16...34), count: 7)
    case .head:
      Broccoli.drawStalk(&s, m, from: 40, to: g.uniform(80...120), width: g.uniform(22...40), branches: 2)
      if g.chance(0.5) { s.add(.limb([(58, 84), (78, 66), (88, 52)], [6, 14, 3]), m.accent) }
      Broccoli.drawCurds(&s, m, &g, 50, 30, g.uniform(40...54), g.uniform(22...34), count: 12)
    case .crown: Broccoli.drawCurds(&s, m, &g, 50, 50, g.uniform(34...48), g.uniform(28...46), count: 13)
    case .halved: Broccoli.drawHalved(&s, m, &g)
    case .sprouting: Broccoli.drawSprouting(&s, m, &g)
    case .cooked: Broccoli.drawCooked(&s, m, &g)
    }
  }

  /// Bumps upon a bumpy ground; their sizes and shades differ.
  private static func drawCurds(
    _ s: inout Sketch, _ m: Swatches, _ g: inout PCG32, _ x: Double, _ y: Double, _ rx: Double, _ ry: Double,
    count: Int
  ) {
    s.add(
      .scalloped(x, y, rx, ry, bumps: 8, depth: 0.12, phase: g.uniform(0...1)), m.main.shaded(-0.15).plain)
    let size = min(rx, ry) * g.uniform(0.32...0.5)
    let isSoft = g.chance(0.5)
    for p in g.scattered(count, x, y, rx * 0.78, ry * 0.78) {
      let r = size * g.uniform(0.75...1.15)
      let bump = Path.scalloped(p.0, p.1, r, r * 0.9, bumps: 6, depth: 0.14, phase: p.0)
      let shade = m.main.shaded(g.uniform(-0.2...0.3))
      if isSoft {
        s.inlay(bump, shade)
      } else {
        s.add(bump, shade)
      }
    }
  }

  private static func drawStalk(
    _ s: inout Sketch, _ m: Swatches, from top: Double, to end: Double, width: Double, branches: Int
  ) {
    s.add(.limb([(50, top), (50, (top + end) / 2), (50, end)], [width * 1.1, width * 0.85, width]), m.trim)
    for i in 0..<branches {
      let side = i % 2 == 0 ? -1.0 : 1
      s.add(
        .limb(
          [(50 + side * 2, top + 24), (50 + side * 16, top + 8), (50 + side * 24, top - 4)],
          [width * 0.5, width * 0.5, width * 0.4]),
        m.trim)
    }
    s.add(.ellipse(50, end, width * 0.5, width * 0.18), m.trim.shaded(0.25).plain)
  }

  /// The pale cut face of a stalk that branches, with a green fringe.
  private static func drawHalved(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let rx = g.uniform(34.0...50)
    drawCurds(&s, m, &g, 50, 36, rx, g.uniform(26...36), count: 9)
    let face = m.trim.shaded(0.35).plain
    let end = g.uniform(84.0...112)
    s.add(
      .blob([
        (50 - rx * 0.66, 30), (50 - rx * 0.2, 40), (50, 24), (50 + rx * 0.2, 40), (50 + rx * 0.66, 30),
        (50 + rx * 0.4, 60), (62, end - 4), (50, end), (38, end - 4), (50 - rx * 0.4, 60),
      ]), face)
    s.stroke(.curve([(50, end - 8), (50, 62), (36, 44)]), 3, face.base.shaded(-0.15))
    s.stroke(.curve([(50, 62), (64, 44)]), 3, face.base.shaded(-0.15))
  }

  /// Long thin stalks with small heads, side by side.
  private static func drawSprouting(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let count = 2 + g.below(3)
    for i in 0..<count {
      let lean = (Double(i) - Double(count - 1) / 2) * g.uniform(12...22)
      let top = g.uniform(14.0...30)
      s.add(.limb([(50 + lean, top), (50 + lean * 0.5, 64), (50 + lean * 0.2, 112)], [9, 10, 13]), m.trim)
      if g.chance(0.6) {
        s.add(
          .limb([(50 + lean * 0.5, 66), (50 + lean * 1.3, 52), (50 + lean * 1.7, 36)], [3, 12, 2]), m.accent)
      }
      drawCurds(&s, m, &g, 50 + lean, top, g.uniform(12...18), g.uniform(10...17), count: 4)
    }
  }

  /// Florets together as on a plate, in a sauce or none.
  private static func drawCooked(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let count = 3 + g.below(3)
    for p in g.scattered(count, 50, 50, 34, g.uniform(16...32)) {
      let turn = g.uniform(-2.2...2.2)
      let stalk = Path.limb([(p.0, p.1), (p.0, p.1 + 20), (p.0, p.1 + 34)], [16, 11, 14])
      s.add(stalk.turned(turn, about: p), m.trim)
    }
    for p in g.scattered(count, 50, 46, 30, g.uniform(14...28)) {
      drawCurds(&s, m, &g, p.0, p.1, g.uniform(17...24), g.uniform(15...21), count: 3)
    }
    guard g.chance(0.5) else { return }
    s.fill(
      .scalloped(
        50, 46, g.uniform(16...30), g.uniform(10...18), bumps: 8, depth: 0.2, phase: g.uniform(0...3)),
      (Pantry.cheese + .white).color(using: &g))
  }
}

/// Carrots: with their leaves, without, in bunches, and cut in the ways that cooks cut them.
enum Carrot: String, BodyPlan, CaseIterable {
  case leafy, plain, bunch, baby, coins, sticks, grated

  func draw(on s: inout Sketch, _ m: Swatches, using g: inout PCG32) {
    switch self {
    case .leafy:
      Carrot.drawRoot(&s, m, &g, width: g.uniform(24...44), end: g.uniform(78...124), hasLeaves: true)
    case .plain:
      Carrot.drawRoot(&s, m, &g, width: g.uniform(20...40), end: g.uniform(80...130), hasLeaves: false)
    case .bunch: Carrot.drawBunch(&s, m, &g)
    case .baby: Carrot.drawBaby(&s, m, &g)
    case .coins: Carrot.drawCoins(&s, m, &g)
    case .sticks: Carrot.drawSticks(&s, m, &g)
    case .grated: Carrot.drawGrated(&s, m, &g)
    }
  }

  private static func drawLeaves(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let reach = g.uniform(20.0...80)
    let fan = g.uniform(8.0...40)
    for x in [-1.0, 0, 1] {
      let (mid, tip) = ((50 + x * fan * 0.5, 26 - reach * 0.5), (50 + x * fan, 26 - reach))
      s.add(.limb([(50, 28), mid, tip], [5, g.uniform(8...16), 3]), m.trim.shaded(x * 0.1))
      s.stroke(.curve([(50, 28), mid, tip]), 1.6, m.trim.base.shaded(-0.4))
    }
  }

  /// A tapering root, straight or bent, pointed or blunt.
  private static func drawRoot(
    _ s: inout Sketch, _ m: Swatches, _ g: inout PCG32, width: Double, end: Double, hasLeaves: Bool
  ) {
    if hasLeaves {
      drawLeaves(&s, m, &g)
    } else {
      s.add(.box(45, 17, 10, 10, round: 3), m.trim)
    }
    let bend = g.uniform(-14.0...14)
    let blunt = g.uniform(3.0...width * 0.5)
    let middle = 24 + (end - 24) * 0.55
    s.add(
      .limb(
        [(50, 24), (50, 32), (50 + bend * 0.4, middle), (50 + bend, end)],
        [width * 0.6, width, width * g.uniform(0.55...0.85), blunt]), m.main)
    for share in [0.2, 0.38, 0.55, 0.72] where g.chance(0.8) {
      let half = width * (0.4 - 0.3 * share)
      let x = 50 + bend * share * 0.6 + g.uniform(-half...half) * 0.6
      let y = 28 + (end - 28) * share
      s.stroke(.line(x - half * 0.5, y, x + half * 0.5, y + 1), 2, m.main.base.shaded(-0.3))
    }
  }

  /// Several, tied or lying together.
  private static func drawBunch(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let count = 3 + g.below(3)
    let fan = g.uniform(0.08...0.3)
    drawLeaves(&s, m, &g)
    for i in 0..<count {
      var root = Sketch()
      var one = m
      one.main = g.chance(0.3) ? m.accent : m.main.shaded(g.uniform(-0.15...0.1))
      drawRoot(&root, one, &g, width: g.uniform(16...24), end: g.uniform(86...118), hasLeaves: false)
      let offset = Double(i) - Double(count - 1) / 2
      s.add(root) { $0.turned(-offset * fan, about: (50, 0)).moved(offset * 6, 0) }
    }
  }

  /// Short, peeled, round at both ends: one, or a few.
  private static func drawBaby(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let count = g.drawOne(of: [1, 3, 5, 7])
    for p in g.scattered(count, 50, 50, count == 1 ? 0 : 32, count == 1 ? 0 : 26) {
      let (length, width) = (g.uniform(24.0...36), g.uniform(17.0...26))
      let turn = g.uniform(-1.2...1.2)
      let body = Path.limb(
        [(p.0 - length, p.1), (p.0, p.1 + 2), (p.0 + length, p.1)], [width * 0.7, width, width * 0.75])
      s.add(body.turned(turn, about: p), m.main.shaded(g.uniform(-0.15...0.15)))
      s.fill(
        Path.ellipse(p.0 - length * 0.2, p.1 - width * 0.22, length * 0.5, 2.5).turned(turn, about: p),
        m.main.base.shaded(0.35))
    }
  }

  /// Cut across: rounds with a paler or a darker heart.
  private static func drawCoins(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let r = g.uniform(14.0...24)
    let squash = g.uniform(0.55...1)
    let heart = g.uniform(-0.2...0.35)
    for p in g.scattered(3 + g.below(6), 50, 50, 34, g.uniform(14...34)) {
      let size = r * g.uniform(0.75...1.1)
      s.add(.ellipse(p.0, p.1 + 4, size, size * squash), m.main.shaded(-0.25))
      s.add(.ellipse(p.0, p.1, size, size * squash), m.main.shaded(g.uniform(-0.08...0.12)))
      s.fill(.ellipse(p.0, p.1, size * 0.5, size * squash * 0.5), m.main.base.shaded(heart))
    }
  }

  /// Cut along: bars that lie this way and that.
  private static func drawSticks(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let count = 3 + g.below(5)
    let spread = g.uniform(0.1...0.9)
    let (length, width) = (g.uniform(70.0...110), g.uniform(9.0...15))
    for i in 0..<count {
      let y = 50 + (Double(i) - Double(count - 1) / 2) * width * 0.85
      let bar = Path.box(50 - length / 2, y - width / 2, length, width, round: 2)
      let turn = g.uniform(-spread...spread)
      s.add(bar.turned(turn, about: (50, y)), m.main.shaded(g.uniform(-0.2...0.2)))
    }
  }

  /// A heap of shreds.
  private static func drawGrated(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let (rx, ry) = (g.uniform(36.0...50), g.uniform(18.0...38))
    s.add(
      .scalloped(50, 50, rx, ry, bumps: 9, depth: 0.16, phase: g.uniform(0...1)), m.main.shaded(-0.15).plain)
    for p in g.scattered(16, 50, 50, rx * 0.9, ry * 0.9) {
      let turn = g.uniform(-1.5...1.5)
      let shred = Path.line(p.0 - 11, p.1, p.0 + 11, p.1).turned(turn, about: p)
      s.stroke(shred, 4.5, m.main.base.shaded(g.uniform(-0.3...0.3)))
    }
  }
}
