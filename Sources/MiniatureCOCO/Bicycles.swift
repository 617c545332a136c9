import Foundation
import Pictures
import Tensors

/// A bicycle: two hoops, tubes between them, seen from anywhere.
struct BicycleFrame {
  var make: Cycle
  var radius: Double
  /// Half the distance of the axles.
  var reach: Double
  var tyre: Double
  var tube: Double
  var saddle: Double
  var grip: Double
  /// How far the front wheel is turned.
  var steering: Double
  var view: VehicleView
  /// Mostly black rubber, now and then brown, white or loud.
  var rubber: Swatch

  init(_ make: Cycle, using g: inout PCG32) {
    self.make = make
    view = .onGround(upTo: 0.9, using: &g)
    view.distance = 240
    let isSmall = make == .childsBike
    radius = isSmall ? g.uniform(11...16.0) : g.uniform(17...22.0)
    reach = g.uniform(26...32.0) * (isSmall ? 0.85 : 1)
    tyre =
      make == .mountainBike ? g.uniform(5...7.0) : make == .racer ? g.uniform(2.4...3.4) : g.uniform(3...5.0)
    tube = g.uniform(2.8...6.0)
    saddle = radius * 2 + (isSmall ? g.uniform(8...22.0) : g.uniform(4...16.0))
    grip = saddle + g.uniform(-4...9.0)
    rubber =
      switch g.below(6) {
      case 0: Swatch(Color(hue: 0.09, saturation: g.uniform(0.3...0.6), value: g.uniform(0.5...0.85)))
      case 1:
        Swatch(Color(hue: g.uniform(0...1.0), saturation: g.uniform(0...0.8), value: g.uniform(0.5...0.95)))
      default: Swatch(Color(gray: g.uniform(0.08...0.32)))
      }
    steering = g.chance(0.5) ? g.uniform(-0.2...0.2) : g.uniform(-0.9...0.9)
  }

  private func at(_ x: Double, _ y: Double, _ z: Double = 0) -> Path.XY {
    let p = view(Spot(x, y, z))
    return (p.x, p.y)
  }

  func draw(on s: inout Sketch, _ m: Swatches, using g: inout PCG32) {
    let wheels = [(-reach, 0.0), (reach, steering)].sorted { a, b in
      view.nearness(Spot(a.0, 0, 0)) < view.nearness(Spot(b.0, 0, 0))
    }
    let guards = make == .bicycle && g.chance(0.7)
    for (i, (x, turn)) in wheels.enumerated() {
      drawWheel(&s, x, turn, &g)
      if guards { drawGuard(&s, m, x) }
      if i == 0 { drawFrame(&s, m, &g) }
    }
    drawBars(&s, m)
    if make == .bicycle && g.chance(0.55) {
      let woven = Swatch(
        Color(hue: 0.08, saturation: g.uniform(0.1...0.6), value: g.uniform(0.25...0.75)), .plastic)
      s.block((reach - 2)...(reach + 12), (grip - 14)...(grip - 1), halfWidth: 8, woven, seen: view)
    }
    if make != .racer && g.chance(0.45) {
      s.block(
        (-reach - 12)...(-reach + 10), (radius * 2 + 2)...(radius * 2 + g.uniform(6...16.0)),
        halfWidth: g.uniform(6...11.0), m.trim, seen: view)
    }
  }

  private func drawWheel(_ s: inout Sketch, _ x: Double, _ turn: Double, _ g: inout PCG32) {
    func place(_ p: Point) -> Point { view(Spot(x + p.x * cos(turn), radius + p.y, p.x * sin(turn))) }
    let start = g.uniform(0...1.0)
    let spokes = (0..<4).reduce(Path()) { path, i in
      let a = start + Double(i) * .pi / 4
      return path + .line(-radius * cos(a), -radius * sin(a), radius * cos(a), radius * sin(a))
    }
    s.stroke(spokes.mapped(place), 1, Color(gray: 0.7))
    s.rod(Path.circle(0, 0, radius - tyre / 2).mapped(place), tyre, rubber)
  }

  private func drawGuard(_ s: inout Sketch, _ m: Swatches, _ x: Double) {
    let arc = Path.arc(x, radius, radius + 2.5, radius + 2.5, from: 0.5, to: 2.8)
    s.rod(arc.mapped(view.side(0)), 2.6, m.accent.plain)
  }

  private func drawFrame(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let frame = m.main.plain
    let crank = at(-reach * 0.06, radius * 0.92)
    let post = at(-reach * 0.34, saddle - 12)
    let head = at(reach * 0.66, radius * 2 + 2)
    let lowHead = at(reach * 0.72, radius * 1.65)
    let stepThrough = make == .bicycle && g.chance(0.5)
    s.rod(.polyline([at(-reach, radius), crank, post, at(-reach, radius)]), tube * 0.85, frame)
    s.rod(.polyline([crank, lowHead]), tube, frame)
    s.rod(.polyline(stepThrough ? [at(-reach * 0.2, radius * 1.25), head] : [post, head]), tube, frame)
    s.rod(.polyline([post, at(-reach * 0.38, saddle)]), tube * 0.7, m.accent.plain)
    let seat = Path.limb([(-reach * 0.38 - 8, 0), (-reach * 0.38, 0), (-reach * 0.38 + 9, 0)], [9, 8, 3.5])
    s.add(
      .rounded(
        Path.hull(
          seat.mapped(view.level(saddle)).steps.compactMap { step in
            if case .curve(_, _, let p) = step { p } else { nil }
          } + [view(Spot(-reach * 0.38 - 6, saddle - 4, 0)), view(Spot(-reach * 0.38 + 6, saddle - 3, 0))]),
        by: 1), m.trim.plain)
    s.add(Path.circle(-reach * 0.06, radius * 0.92, 4.4).mapped(view.side(3)), m.accent)
    let a = g.uniform(0...3.1)
    for (sign, z) in [(1.0, 8.0), (-1.0, -8.0)] {
      let (x, y) = (-reach * 0.06 + sign * 8 * cos(a), radius * 0.92 + sign * 8 * sin(a))
      s.rod(.polyline([at(-reach * 0.06, radius * 0.92, z * 0.6), at(x, y, z * 0.6)]), 2.2, .tyre)
      s.stroke(.polyline([at(x - 3, y, z), at(x + 3, y, z)]), 2.8, .tyre)
    }
    let (dx, dz) = (radius * 0.12 * cos(steering), radius * 0.12 * sin(steering))
    s.rod(
      .polyline([at(reach, radius), at(reach * 0.72 + dx, radius * 1.65, dz), at(reach * 0.58, grip - 3)]),
      tube * 0.9, frame)
  }

  private func drawBars(_ s: inout Sketch, _ m: Swatches) {
    let wide = make == .racer ? 9.0 : make == .mountainBike ? 16 : 13
    let x = reach * 0.58
    func bar(_ ahead: Double, _ up: Double, _ side: Double) -> Path.XY {
      at(
        x + ahead * cos(steering) - side * sin(steering), grip + up,
        ahead * sin(steering) + side * cos(steering))
    }
    s.rod(.polyline([bar(0, -4, 0), bar(3, 0, 0)]), 3, m.accent.plain)
    s.rod(.polyline([bar(3, 0, -wide), bar(3, 0, wide)]), 2.8, m.accent.plain)
    for side in [-wide, wide] {
      let grips: [Path.XY] =
        switch make {
        case .racer: [bar(3, 0, side), bar(11, -1, side), bar(10, -8, side), bar(3, -10, side)]
        case .mountainBike: [bar(3, 0, side * 0.7), bar(2, 0, side)]
        default: [bar(3, 0, side), bar(-8, 1, side)]
        }
      s.rod(.curve(grips), 3.4, m.trim.plain)
    }
  }
}
