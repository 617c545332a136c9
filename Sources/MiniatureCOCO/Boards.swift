import Foundation
import Pictures
import Tensors

/// Boards to slide and roll on: skis, snowboard, skateboard, surfboard.
///
/// A board is a plan, its middle at zero and its nose up, laid somewhere and seen from above or aslant; or
/// it is seen edge on.
enum Board: String, BodyPlan, CaseIterable {
  case skis, snowboard, skateboard, surfboard

  func draw(on s: inout Sketch, _ m: Swatches, using g: inout PCG32) {
    switch self {
    case .skis: Board.drawSkis(&s, m, &g)
    case .snowboard: Board.drawSnowboard(&s, m, &g)
    case .skateboard: Board.drawSkateboard(&s, m, &g)
    case .surfboard: Board.drawSurfboard(&s, m, &g)
    }
  }

  /// Squarely from above, or aslant from any side.
  private static func view(_ g: inout PCG32) -> Viewpoint {
    g.chance(0.4)
      ? Viewpoint(turn: g.uniform(-0.3...0.3), tilt: 1.5, nearness: 0.001)
      : Viewpoint(
        turn: g.uniform(-3.1...3.1), tilt: g.uniform(0.5...1.2), nearness: g.uniform(0.001...0.005))
  }

  /// What is painted on a board of half the given width and length.
  private static func paint(
    _ plan: inout Sketch, _ m: Swatches, _ w: Double, _ l: Double, _ g: inout PCG32
  ) {
    switch g.below(8) {
    case 0: plan.inlay(.box(-w * 0.22, -l * 0.86, w * 0.44, l * 1.72), m.trim)
    case 1:
      let y = g.uniform(-0.6...0.3) * l
      plan.inlay(
        .polygon([(-w * 0.9, y), (w * 0.9, y - l * 0.12), (w * 0.9, y + l * 0.12), (-w * 0.9, y + l * 0.26)]),
        m.trim)
    case 2: plan.inlay(.ellipse(0, g.uniform(-0.4...0.4) * l, w * 0.7, l * 0.26), m.accent)
    case 3:
      plan.inlay(.ellipse(0, -l * 0.62, w * 0.62, l * 0.24), m.accent)
      plan.inlay(.ellipse(0, l * 0.62, w * 0.62, l * 0.24), m.trim)
    case 4:
      plan.inlay(
        .polygon([(-w * 0.85, -l * 0.5), (w * 0.85, l * 0.1), (w * 0.85, l * 0.6), (-w * 0.85, 0)]), m.accent)
    case 5:
      plan.inlay(
        .regular(5, 0, -l * 0.3, w * 0.8, turn: 0.3) + .regular(5, 0, l * 0.35, w * 0.6, turn: 1), m.accent)
    case 6: plan.inlay(.box(-w * 0.8, 0, w * 1.6, l * 0.62, round: 2), m.trim)
    default: break
    }
  }

  // MARK: Skis

  private enum Skis: CaseIterable { case parallel, wedge, crossed, profile, upright }

  private static func drawSkis(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let (l, w) = (g.uniform(46...62.0), g.uniform(3...7.5))
    let arrangement = g.drawOne(of: Skis.allCases)
    if arrangement == .profile {
      drawSkisInProfile(&s, m, l, w, &g)
      return
    }
    let (gap, angle): (Double, Double) =
      switch arrangement {
      case .wedge: (l * g.uniform(0.2...0.4), g.uniform(0.15...0.42))
      case .crossed: (g.uniform(-2...2.0), g.uniform(0.15...0.75))
      case .upright: (w * 1.1, g.uniform(-0.06...0.06))
      default: (w * g.uniform(1.1...3.4), g.uniform(-0.05...0.05))
      }
    var plan = Sketch()
    for side in [-1.0, 1] {
      let shift = g.uniform(-8...8.0)
      func put(_ path: Path) -> Path {
        path.turned(side * angle, about: (0, 0)).moved(side * gap, arrangement == .upright ? 0 : shift)
      }
      plan.add(
        put(
          .limb(
            [(0, l), (0, l * 0.5), (0, -l * 0.55), (0, -l * 0.9), (0, -l * 1.05)],
            [w * 1.7, w * 1.7, w * 1.7, w * 2, 2])),
        side < 0 ? m.main : m.main.shaded(-0.1))
      plan.inlay(put(.box(-w * 0.5, -l * g.uniform(0.5...0.8), w, l * 0.4)), m.accent)
      plan.add(put(.box(-w * 1.1, -4, w * 2.2, g.uniform(10...18.0), round: 2)), m.trim)
    }
    if arrangement != .upright && g.chance(0.35) {
      let (x, lean) = (gap + g.uniform(4...14.0), g.uniform(-10...10.0))
      plan.rod(.line(x, -l * 0.6, x + lean, l * 0.7), 2.4, m.trim.plain)
    }
    let upright = Viewpoint(turn: 0, tilt: 1.5, nearness: 0)
    s.addLying(plan, seen: arrangement == .upright ? upright : view(&g))
  }

  /// Under a skier, from the side: two thin lines with their tips turned up.
  private static func drawSkisInProfile(
    _ s: inout Sketch, _ m: Swatches, _ l: Double, _ w: Double, _ g: inout PCG32
  ) {
    let (curl, lead, lift) = (g.uniform(5...16.0), g.uniform(-26...26.0), g.uniform(2...16.0))
    for (i, angle) in [(0, g.uniform(-0.2...0.2)), (1, 0)] {
      let x = i == 0 ? lead : 0
      func put(_ path: Path) -> Path {
        path.turned(angle, about: (0, 0)).moved(x, i == 0 ? -lift : 0)
      }
      s.add(
        put(
          .limb(
            [(-l, -1), (-l * 0.5, 0), (l * 0.7, 0), (l * 0.95, -curl * 0.35), (l * 1.08, -curl)],
            [4, w, w, w * 0.8, 3])),
        i == 0 ? m.main.shaded(-0.15) : m.main)
      s.add(put(.polygon([(-13, -1), (-11, -8), (-3, -5), (7, -8), (12, -1)])), m.trim)
    }
  }

  // MARK: Snowboards

  private static func drawSnowboard(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let (l, w) = (g.uniform(46...60.0), g.uniform(10...19.0))
    if g.chance(0.2) {
      // Edge on, both ends turned up, perhaps with boots in the bindings.
      let (curl, bend) = (g.uniform(5...14.0), g.uniform(-6...6.0))
      for x in [-l * 0.42, l * 0.36] {
        if g.chance(0.5) {
          s.add(
            .polygon([(x - 6, 0), (x - 7, -20), (x + 4, -20), (x + 5, -9), (x + 13, -7), (x + 14, 0)]), m.trim
          )
        } else {
          s.add(
            .polygon([(x - 8, 0), (x - 10, -14), (x - 5, -14), (x - 2, -5), (x + 10, -3), (x + 10, 0)]),
            m.trim)
        }
      }
      s.add(
        .limb([(-l, -curl), (-l * 0.8, -1), (0, bend), (l * 0.8, -1), (l, -curl)], [3, 6, 6.5, 6, 3]), m.main)
      return
    }
    var plan = Sketch()
    let (waist, nose, tail) = (w * g.uniform(0.8...0.95), g.uniform(0.75...1), g.uniform(0.7...1))
    plan.add(
      .blob([
        (0, -l), (w * 0.7, -l * 0.93), (w * nose, -l * 0.7), (waist, 0), (w * tail, l * 0.7),
        (w * 0.65, l * 0.93),
        (0, g.chance(0.2) ? l * 0.84 : l), (-w * 0.65, l * 0.93), (-w * tail, l * 0.7), (-waist, 0),
        (-w * nose, -l * 0.7), (-w * 0.7, -l * 0.93),
      ]), m.main)
    paint(&plan, m, w * 0.9, l * 0.9, &g)
    if g.chance(0.35) {
      paint(&plan, Swatches(main: m.main, trim: m.accent, accent: m.trim), w * 0.8, l * 0.8, &g)
    }
    if g.chance(0.65) {
      for y in [-l * 0.34, l * 0.34] {
        let angle = g.uniform(-0.35...0.35)
        plan.add(Path.box(-w * 1.15, y - 6, w * 2.3, 12, round: 4).turned(angle, about: (0, y)), m.trim)
        plan.stroke(
          Path.line(-w * 0.3, y - 5, -w * 0.3, y + 5).turned(angle, about: (0, y)), 3, Color(gray: 0.7))
      }
    }
    s.addLying(plan, seen: view(&g), thickness: 4, edge: m.main.shaded(-0.4))
  }

  // MARK: Surfboards

  private enum Surfboard: CaseIterable { case short, long, fish, body }

  private static func drawSurfboard(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let kind = g.drawOne(of: Surfboard.allCases)
    let l = kind == .body ? g.uniform(34...44.0) : g.uniform(46...62.0)
    let w = kind == .body ? g.uniform(18...26.0) : g.uniform(10...20.0)
    if g.chance(0.2) {
      let rocker = g.uniform(4...16.0)
      s.add(.polygon([(-l * 0.9, 2), (-l * 0.94, 16), (-l * 0.7, 3)]), m.trim)
      s.add(
        .limb(
          [(-l, -rocker * 0.3), (-l * 0.4, 0), (l * 0.4, -1), (l * 0.8, -rocker * 0.5), (l, -rocker)],
          [3, 9, 9.5, 7, 2]), m.main)
      s.inlay(.limb([(-l * 0.9, -1), (0, 0), (l * 0.7, -rocker * 0.3)], [1.5, 3, 1.5]), m.accent)
      return
    }
    let tip = (short: w * 0.35, long: w * 0.72)
    let right: [Path.XY] =
      switch kind {
      case .short:
        [
          (tip.short, -l * 0.84), (w * 0.85, -l * 0.4), (w, l * 0.1), (w * 0.75, l * 0.65),
          (w * 0.35, l * 0.95),
        ]
      case .long:
        [(tip.long, -l * 0.88), (w, -l * 0.5), (w, l * 0.3), (w * 0.7, l * 0.8), (w * 0.35, l * 0.98)]
      case .fish: [(w * 0.55, -l * 0.84), (w, -l * 0.3), (w, l * 0.3), (w * 0.8, l * 0.7), (w * 0.62, l)]
      case .body: [(w * 0.8, -l * 0.96), (w, -l * 0.4), (w, l * 0.4), (w * 0.85, l * 0.9), (w * 0.7, l)]
      }
    let tail = kind == .fish ? l * 0.76 : l
    let outline = [(0, -l)] + right + [(0, tail)] + right.reversed().map { (-$0.0, $0.1) }
    var plan = Sketch()
    plan.add(.blob(outline), m.main)
    paint(&plan, m, w * 0.9, l * 0.85, &g)
    if g.chance(0.5) { plan.stroke(.line(0, -l * 0.96, 0, tail * 0.96), 1.6, m.main.base.shaded(-0.3)) }
    if g.chance(0.35) {
      // Its underside, with fins.
      for (x, y) in [(0.0, 0.86), (-0.5, 0.7), (0.5, 0.7)] {
        plan.add(
          .polygon([(x * w - 1.5, l * (y - 0.12)), (x * w + 6, l * y), (x * w - 2, l * (y + 0.02))]), m.accent
        )
      }
    }
    s.addLying(plan, seen: view(&g), thickness: 4, edge: m.main.shaded(-0.35))
  }

  // MARK: Skateboards

  private enum Skateboard: CaseIterable { case side, tipped, top, underside, aslant, along }

  private static func drawSkateboard(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let (l, w, wheel) = (g.uniform(38...62.0), g.uniform(9...17.0), g.uniform(5...9.0))
    let kick = g.uniform(3...13.0)
    let axles = [-l * g.uniform(0.5...0.7), l * 0.6]
    let kind = g.drawOne(of: Skateboard.allCases)
    switch kind {
    case .side: s.add(profile(m, l, wheel, kick, axles))
    case .tipped:
      // On its tail, on its side, or wheels up.
      let angle = g.drawOne(of: [-0.9, -0.5, 0.5, 1.2, 1.57, .pi]) + g.uniform(-0.25...0.25)
      s.add(profile(m, l, wheel, kick, axles)) { $0.turned(angle, about: (0, 0)) }
    case .top, .underside:
      let isTop = g.chance(0.5)
      var plan = Sketch()
      plan.add(.box(-w, -l, 2 * w, 2 * l, round: g.uniform(0.5...1) * w), m.main)
      if isTop {
        plan.fill(
          .box(-w * 0.84, -l + 3, w * 1.68, 2 * l - 6, round: w * 0.8),
          m.accent.base.mixed(with: .ink, g.uniform(0.4...1.0)))
        for y in axles { for x in [-0.3, 0.3] { plan.fill(.circle(x * w, y, 1.6), Color(gray: 0.7)) } }
      } else {
        paint(&plan, m, w * 0.9, l * 0.9, &g)
        drawTrucks(&plan, m, w, wheel, axles)
      }
      s.addLying(plan, seen: view(&g), thickness: 3, edge: m.main.shaded(-0.3))
    case .aslant, .along:
      // From one side, or along its length.
      let turn = kind == .aslant ? g.uniform(0.4...2.7) : g.uniform(-0.35...0.35)
      let seen = Viewpoint(
        turn: turn, tilt: g.uniform(0.25...0.8), nearness: g.uniform(0.001...0.005))
      var board = Solid(seen: seen)
      for y in axles {
        board.rod((-w * 0.8, wheel, y), (w * 0.8, wheel, y), 3.5, .chrome)
        for x in [-w * 0.85, w * 0.85] { board.rod((x, wheel, y), (x + 0.5, wheel, y), wheel * 1.7, m.trim) }
      }
      let deck = Path.box(-w, -l, 2 * w, 2 * l, round: w)
      var top = Sketch()
      top.add(seen.lying(deck, at: 2 * wheel), m.main.shaded(-0.2))
      top.add(seen.lying(deck, at: 2 * wheel + 3), m.main)
      top.fill(
        seen.lying(.box(-w * 0.85, -l + 3, w * 1.7, 2 * l - 6, round: w * 0.85), at: 2 * wheel + 3),
        g.chance(0.7) ? .tyre : m.accent.base)
      board.place(top, 0, 2 * wheel, 0, 1)
      board.draw(on: &s)
    }
  }

  private static func drawTrucks(
    _ s: inout Sketch, _ m: Swatches, _ w: Double, _ wheel: Double, _ axles: [Double]
  ) {
    for y in axles {
      s.add(.box(-w * 0.75, y - 3, w * 1.5, 6, round: 2), .chrome)
      s.add(.box(-5, y - 8, 10, 16, round: 3), .chrome)
      for x in [-w * 0.95, w * 0.95] { s.add(.box(x - 4, y - wheel, 8, 2 * wheel, round: 3), m.trim) }
    }
  }

  /// A skateboard from the side, its wheels below.
  private static func profile(
    _ m: Swatches, _ l: Double, _ wheel: Double, _ kick: Double, _ axles: [Double]
  ) -> Sketch {
    var s = Sketch()
    for x in axles {
      s.add(.polygon([(x - 7, 2), (x + 7, 2), (x + 3, 11), (x - 3, 11)]), .chrome)
      s.add(.circle(x, 6 + wheel, wheel), m.trim)
      s.fill(.circle(x, 6 + wheel, wheel * 0.36), .ink)
    }
    s.add(
      .limb(
        [(-l, -kick), (-l * 0.82, -2), (-l * 0.5, 0), (l * 0.5, 0), (l * 0.82, -2), (l, -kick)],
        [5, 8, 9, 9, 8, 5]), m.main)
    s.inlay(
      .limb(
        [(-l * 0.96, -kick - 1), (-l * 0.8, -4), (0, -2.6), (l * 0.8, -4), (l * 0.96, -kick - 1)],
        [1.5, 3, 3, 3, 1.5]), .tyre)
    return s
  }
}
