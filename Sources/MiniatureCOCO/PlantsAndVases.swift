import Foundation
import Pictures
import Tensors

/// What grows or stands in a pot: potted plants and vases.
extension Vessel {
  /// The habit of a potted plant.
  private enum Growth: CaseIterable {
    case fan, blades, bush, palm, trailing, cactus, flowering, tree, rosette
  }

  static func drawPottedPlant(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let spread = g.uniform(0.6...1.35)
    let growth = g.drawOne(of: Growth.allCases)
    // Half the pot's upper width, its height; the soil is at the origin.
    let pot = (half: g.uniform(13...30.0), height: g.uniform(16...48.0))
    if growth != .trailing { drawPlant(&s, growth, m, pot.half, spread, &g) }
    drawPot(&s, m, pot.half, pot.height, &g)
    if growth == .trailing { drawPlant(&s, growth, m, pot.half, spread, &g) }
  }

  private static func drawPot(
    _ s: inout Sketch, _ m: Swatches, _ half: Double, _ height: Double, _ g: inout PCG32
  ) {
    switch g.below(6) {
    case 0:
      s.add(
        .turned(at: 0, profile: [(half * 0.8, 0), (half * 1.15, height * 0.4), (half * 0.6, height)]), m.trim)
    case 1:
      s.add(.box(-half * 1.2, -1, half * 2.4, height, round: 2), m.trim)
    case 2:
      let foot = half * 0.5
      s.add(.polygon([(-half, 0), (half, 0), (foot, height), (-foot, height)]), m.trim)
    case 3:
      s.add(
        .turned(at: 0, profile: [(half, -2), (half * 1.05, height * 0.5), (half * 0.75, height)]), m.trim)
      s.inlay(.box(-half, height * 0.3, 2 * half, height * 0.25), m.trim.shaded(-0.25))
    case 4:
      // Seen from somewhat above: the soil shows.
      s.add(.limb([(0, 0), (0, height * 0.6), (0, height)], [2 * half, 1.8 * half, 1.3 * half]), m.trim)
      s.add(.ellipse(0, 1, half, half * 0.3), m.trim.shaded(0.15))
      s.fill(.ellipse(0, 1, half * 0.8, half * 0.2), Color(red: 0.22, green: 0.15, blue: 0.1))
    default:
      let foot = half * 0.7
      s.add(.polygon([(-half * 0.9, 2), (half * 0.9, 2), (foot, height), (-foot, height)]), m.trim)
      s.add(.box(-half, -4, 2 * half, 9, round: 2), m.trim.shaded(0.08))
    }
  }

  private static func drawPlant(
    _ s: inout Sketch, _ growth: Growth, _ m: Swatches, _ half: Double, _ spread: Double, _ g: inout PCG32
  ) {
    let stem = Swatch(m.main.base.shaded(-0.35))
    func tone(_ i: Int) -> Swatch { m.main.shaded([-0.16, 0.1, -0.04, 0.16][i % 4]) }
    switch growth {
    case .fan:
      let leaves = 5 + g.below(4)
      for i in 0..<leaves {
        let a =
          -Double.pi / 2 + (Double(i) / Double(leaves - 1) - 0.5) * 2.6 * spread + g.uniform(-0.12...0.12)
        let (r, width) = (g.uniform(32...66.0), g.uniform(7...17.0))
        s.add(
          .limb(
            [(0, 2), (cos(a) * r * 0.55, sin(a) * r * 0.6 - 4), (cos(a) * r, sin(a) * r + 5)],
            [4, width, 1.5]),
          tone(i))
      }
    case .blades:
      for i in 0..<(4 + g.below(4)) {
        let (x, tip) = (g.uniform(-half...half) * 0.7, g.uniform(-16...16.0) * spread)
        let top = -g.uniform(34...88.0)
        s.add(
          .limb([(x, 3), (x + tip * 0.3, top * 0.5), (x + tip, top)], [6, g.uniform(7...11.0), 1.5]), tone(i))
      }
    case .bush:
      let (w, h) = (g.uniform(20...46.0) * spread, g.uniform(18...36.0))
      for i in 0..<9 {
        let a = Double(i) * 0.7 + g.uniform(-0.3...0.3)
        s.add(
          .ellipse(
            w * 0.62 * cos(a), -h + h * 0.62 * sin(a), w * g.uniform(0.35...0.55), h * g.uniform(0.35...0.55)),
          tone(i))
      }
      s.add(.ellipse(0, -h, w * 0.55, h * 0.55), tone(1))
    case .palm:
      let (trunk, lean) = (g.uniform(20...60.0), g.uniform(-14...14.0))
      s.add(
        .limb([(0, 2), (lean * 0.4, -trunk / 2), (lean, -trunk)], [7, 5, 4.5]),
        Swatch(Color(red: 0.42, green: 0.3, blue: 0.2)))
      for i in 0..<8 {
        let a = -Double.pi / 2 + (Double(i) - 3.5) * 0.52 + g.uniform(-0.15...0.15)
        let r = g.uniform(24...46.0)
        let (x, y) = (lean + cos(a) * r, -trunk + sin(a) * r + 12)
        s.add(.limb([(lean, -trunk), ((lean + x) / 2, (y - trunk) / 2 - 12), (x, y)], [4, 8, 1.5]), tone(i))
      }
    case .trailing:
      for i in 0..<9 {
        let x = half * (Double(i) / 4 - 1) * g.uniform(0.9...1.2)
        // The middle ones are short, so that the pot shows.
        let longest: Double = abs(x) < half * 0.6 ? 16 : 58
        let drop = g.uniform(6...longest)
        s.add(
          .limb([(x * 0.5, -6), (x * 1.15, -4), (x * 1.35, drop)], [9, g.uniform(9...14.0), 3]), tone(i))
      }
      s.add(.ellipse(0, -8, half, 11), tone(1))
    case .cactus:
      let (h, w) = (g.uniform(18...74.0), g.uniform(14...34.0))
      if h > 36 {
        for side in [-1.0, 1] where g.chance(0.75) {
          let y = -h * g.uniform(0.3...0.6)
          s.rod(
            .polyline([(0, y), (side * (w / 2 + 10), y), (side * (w / 2 + 10), y - g.uniform(10...24.0))]),
            w * 0.4, tone(0))
        }
      }
      s.add(.box(-w / 2, -h, w, h + 4, round: w * 0.5), m.main)
      for x in [-0.25, 0, 0.25] { s.stroke(.line(x * w, -h + w * 0.3, x * w, 0), 1.4, stem.base) }
      if g.chance(0.4) { s.add(.circle(0, -h, w * 0.22), m.accent) }
    case .flowering:
      s.add(.ellipse(0, -12, half * 1.1, 16), tone(0))
      let (w, h) = (g.uniform(16...34.0) * spread, g.uniform(26...58.0))
      for i in 0..<6 {
        let (x, y) = (w * (Double(i) / 2.5 - 1), -h + g.uniform(-10...14.0))
        s.rod(.curve([(0, 0), (x * 0.7, y * 0.5), (x, y)]), 2.2, stem)
        s.add(.ellipse(x * 0.7, y * 0.4, 9, 5, turn: x * 0.03), tone(i))
        let bloom = g.uniform(6...11.0)
        s.add(.regular(7, x, y, bloom, turn: Double(i)), m.accent)
        s.fill(.circle(x, y, bloom * 0.35), m.accent.base.shaded(-0.35))
      }
    case .tree:
      let (trunk, w) = (g.uniform(18...56.0), g.uniform(16...32.0))
      s.rod(.line(0, 2, g.uniform(-4...4.0), -trunk), 4.5, Swatch(Color(red: 0.4, green: 0.28, blue: 0.18)))
      switch g.below(3) {
      case 0: s.add(.circle(0, -trunk - w * 0.8, w), m.main)
      case 1: s.add(.polygon([(-w * 0.9, -trunk + 4), (0, -trunk - w * 2.4), (w * 0.9, -trunk + 4)]), m.main)
      default:
        for i in 0..<6 {
          let a = Double(i) * 1.05
          s.add(.circle(w * 0.7 * cos(a), -trunk - w * 0.5 + w * 0.6 * sin(a), w * 0.5), tone(i))
        }
      }
    case .rosette:
      for i in [0, 6, 1, 5, 2, 4, 3] {
        let a = -Double.pi / 2 + (Double(i) - 3) * 0.46
        let r = g.uniform(18...34.0) * spread
        s.add(
          .blob([
            (0, 0), (cos(a - 0.3) * r * 0.7, sin(a - 0.3) * r * 0.7), (cos(a) * r, sin(a) * r),
            (cos(a + 0.3) * r * 0.7, sin(a + 0.3) * r * 0.7),
          ]), tone(i))
      }
    }
  }

  // MARK: Vases

  /// The outline of a vase.
  private enum Form: CaseIterable {
    case baluster, cylinder, trumpet, globe, gourd, bottle, amphora, square, bowl
  }

  /// Half widths and heights, as shares of the vase's own, from the rim to the foot.
  private static func profile(_ form: Form, _ g: inout PCG32) -> [Path.XY] {
    let rim = g.uniform(0.7...1.3)
    return switch form {
    case .baluster: [(0.55 * rim, 0), (0.4, 0.12), (0.45, 0.2), (1, 0.45), (0.9, 0.7), (0.5, 1)]
    case .cylinder: [(0.7, 0), (0.72, 0.5), (0.7, 1)]
    case .trumpet: [(1, 0), (0.6, 0.25), (0.4, 0.6), (0.55, 1)]
    case .globe: [(0.4 * rim, 0), (0.42, 0.12), (1, 0.5), (0.85, 0.85), (0.45, 1)]
    case .gourd: [(0.35, 0), (0.6, 0.2), (0.4, 0.4), (1, 0.72), (0.6, 1)]
    case .bottle: [(0.28 * rim, 0), (0.24, 0.3), (0.3, 0.45), (0.85, 0.7), (0.7, 1)]
    case .amphora: [(0.5, 0), (0.36, 0.08), (0.4, 0.18), (1, 0.4), (0.7, 0.75), (0.3, 0.92), (0.5, 1)]
    case .square: [(0.72, 0), (0.8, 1)]
    case .bowl: [(0.9, 0), (1, 0.45), (0.5, 1)]
    }
  }

  static func drawVase(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let form = g.drawOne(of: Form.allCases)
    let (half, height) = (
      g.uniform(13...32.0), form == .bowl ? g.uniform(30...48.0) : g.uniform(46...104.0)
    )
    let shape = profile(form, &g).map { ($0.0 * half, $0.1 * height) }
    let mouth = shape[0].0
    if g.chance(0.55) { drawBouquet(&s, m, mouth, &g) }
    let body = Path.turned(at: 0, profile: shape, corners: form == .square ? .sharp : .smooth)
    if form == .amphora || g.chance(0.1) {
      for side in [-1.0, 1] {
        s.rod(
          .curve([
            (side * mouth * 0.8, height * 0.08), (side * half * 0.95, height * 0.1),
            (side * half * 0.9, height * 0.36),
          ]), 4.5, m.main.plain)
      }
    }
    s.add(body, m.main)
    decorate(&s, m, shape, half, height, &g)
    // The mouth, seen from somewhat above or from the level.
    let flat = g.uniform(0.06...0.4)
    s.add(.ellipse(0, shape[0].1, mouth, mouth * flat), m.main.shaded(0.16).plain)
    s.fill(.ellipse(0, shape[0].1, mouth * 0.8, mouth * flat * 0.7), m.main.base.shaded(-0.55))
  }

  /// Bands or a medallion on a vase, or the glaze alone.
  private static func decorate(
    _ s: inout Sketch, _ m: Swatches, _ shape: [Path.XY], _ half: Double, _ height: Double, _ g: inout PCG32
  ) {
    func width(at y: Double) -> Double {
      for (a, b) in zip(shape, shape.dropFirst()) where y <= b.1 {
        return a.0 + (b.0 - a.0) * (y - a.1) / max(b.1 - a.1, 1e-6)
      }
      return shape[shape.count - 1].0
    }
    func band(_ top: Double, _ bottom: Double) {
      let (a, b) = (width(at: top) * 0.96, width(at: bottom) * 0.96)
      s.inlay(.polygon([(-a, top), (a, top), (b, bottom), (-b, bottom)]), m.trim)
    }
    switch g.below(6) {
    case 0: band(height * 0.42, height * g.uniform(0.5...0.7))
    case 1:
      band(height * 0.25, height * 0.32)
      band(height * 0.75, height * 0.84)
    case 2: s.fill(.ellipse(0, height * 0.56, half * 0.42, height * 0.14), m.trim.base)
    case 3: band(height * 0.5, height * 0.98)
    default: break
    }
  }

  /// Cut flowers, twigs or leaves in the mouth of a vase.
  private static func drawBouquet(_ s: inout Sketch, _ m: Swatches, _ mouth: Double, _ g: inout PCG32) {
    let green = Swatch(
      Color(hue: g.uniform(0.2...0.4), saturation: g.uniform(0.3...0.8), value: g.uniform(0.3...0.65)))
    let (reach, spread) = (g.uniform(14...56.0), g.uniform(0.3...1.1))
    let kind = g.below(4)
    let count = g.drawOne(of: [1, 3, 5, 7])
    for i in 0..<count {
      let share = count == 1 ? g.uniform(-0.3...0.3) : Double(i) / Double(count - 1) * 2 - 1
      let (x, y) = (share * (mouth * 0.5 + reach * spread), -reach * g.uniform(0.65...1.1))
      s.rod(.curve([(share * mouth * 0.5, 10), (x * 0.6, y * 0.5), (x, y)]), 2.2, green)
      let bloom = g.uniform(6...13.0)
      switch kind {
      case 0:
        s.add(.circle(x, y, bloom), m.accent)
        s.stroke(.arc(x, y, bloom * 0.5, bloom * 0.5, from: 0, to: 4.2), 1.6, m.accent.base.shaded(-0.35))
      case 1:
        for petal in 0..<4 {
          let a = Double(petal) * .pi / 2 + Double(i)
          s.add(.circle(x + bloom * 0.6 * cos(a), y + bloom * 0.6 * sin(a), bloom * 0.55), m.accent)
        }
        s.fill(.circle(x, y, bloom * 0.4), .lamp)
      case 2:
        s.add(
          .polygon([
            (x - bloom * 0.6, y + bloom), (x - bloom * 0.7, y - bloom), (x, y - bloom * 0.3),
            (x + bloom * 0.7, y - bloom), (x + bloom * 0.6, y + bloom),
          ]), m.accent)
      default:
        s.add(.limb([(x * 0.5, y * 0.3), (x * 0.85, y * 0.7), (x * 1.05, y)], [2, bloom, 1.5]), green)
      }
    }
  }
}
