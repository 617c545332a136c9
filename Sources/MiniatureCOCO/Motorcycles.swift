import Foundation
import Pictures
import Tensors

/// A motorcycle or scooter as solids between two fat wheels.
struct MotorcycleBody {
  var make: Cycle
  var radius: Double
  var reach: Double
  var view: VehicleView
  var halfWidth: Double
  var seat: Double

  init(_ make: Cycle, using g: inout PCG32) {
    self.make = make
    view = .onGround(upTo: 0.9, using: &g)
    view.distance = 240
    radius = make == .scooter ? g.uniform(9...12.0) : g.uniform(15...19.0)
    reach =
      switch make {
      case .scooter: g.uniform(24...29.0)
      case .chopper: g.uniform(36...44.0)
      default: g.uniform(28...34.0)
      }
    halfWidth = g.uniform(6...8.0)
    seat =
      make == .trailBike
      ? g.uniform(41...46.0) : make == .chopper ? g.uniform(27...31.0) : g.uniform(33...39.0)
  }

  private func at(_ x: Double, _ y: Double, _ z: Double = 0) -> Path.XY {
    let p = view(Spot(x, y, z))
    return (p.x, p.y)
  }

  private func slab(
    _ s: inout Sketch, _ outline: [Path.XY], _ width: Double, _ swatch: Swatch, round: Double = 3
  ) {
    s.solid(outline.map { Station($0.0, $0.1, width) }, swatch, seen: view, round: round)
  }

  func draw(on s: inout Sketch, _ m: Swatches, using g: inout PCG32) {
    // What is nearer is drawn later.
    let steps = [drawBack, drawMiddle, drawFront]
    for step in view.seesFront ? steps : steps.reversed() { step(&s, m, &g) }
    drawBars(&s, m, &g)
  }

  private func drawWheel(_ s: inout Sketch, _ x: Double, _ m: Swatches, _ g: inout PCG32) {
    let w = make == .trailBike ? 3.0 : 4.5
    s.roller(x, z: -w...w, radius: radius, seen: view)
    guard cos(view.yaw) > 0.15 else { return }
    s.add(Path.circle(x, radius, radius * 0.62).mapped(view.side(w)), m.accent)
    s.fill(Path.circle(x, radius, radius * 0.3).mapped(view.side(w)), .tyre)
  }

  private func drawBack(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    drawWheel(&s, -reach, m, &g)
    s.rod(.polyline([at(-reach, radius, 5), at(-reach * 0.3, radius, 5)]), 4, m.accent.plain)
    let tail =
      make == .sportsBike || make == .trailBike ? seat + g.uniform(3...9.0) : seat - g.uniform(0...5.0)
    if make == .scooter {
      slab(
        &s,
        [(-3, 12), (-1, seat - 3), (-reach - 9, seat - 4), (-reach - 12, radius * 1.5), (-reach + 8, 10)],
        halfWidth, m.main, round: 5)
    } else {
      slab(
        &s,
        [
          (-reach * 0.1, seat - 9), (-reach * 0.1, seat), (-reach - 8, tail), (-reach - 12, tail - 6),
          (-reach, radius * 1.75),
        ],
        halfWidth * 0.75, m.main)
    }
    slab(
      &s,
      [
        (2, seat - 2), (0, seat + 2), (-reach * 0.6, seat + 3), (-reach - 6, tail + 4),
        (-reach - 6, tail - 1),
      ],
      halfWidth * 0.8, m.trim)
    if make == .chopper && g.chance(0.5) || make == .motorcycle && g.chance(0.35) {
      s.block(
        (-reach - 10)...(-reach + 12), (radius + 3)...(seat - 2), halfWidth: halfWidth * 2, m.main,
        seen: view, round: 3)
    }
    if view.yaw < -0.25 { s.fill(Path.circle(0, tail - 2, 3.4).mapped(view.end(-reach - 12)), .tailLamp) }
  }

  private func drawMiddle(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    if make == .scooter {
      s.block((-6)...(reach * 0.6), 8...13, halfWidth: halfWidth, m.trim, seen: view, round: 2)
      return
    }
    let engine = m.accent.shaded(-0.35)
    slab(
      &s, [(reach * 0.42, 11), (reach * 0.4, seat - 8), (-reach * 0.35, seat - 8), (-reach * 0.42, 11)],
      halfWidth * 0.9, engine)
    if cos(view.yaw) > 0.3 {
      let fins = [16.0, 21, 26].reduce(Path()) { $0 + .line(-reach * 0.3, $1, reach * 0.32, $1) }
      s.stroke(fins.mapped(view.side(halfWidth)), 1.6, m.accent.base)
      let pipe = Path.curve([(reach * 0.4, 17), (reach * 0.1, 9), (-reach * 0.6, 10), (-reach * 1.2, 14)])
      s.rod(pipe.mapped(view.side(halfWidth + 2)), 4, m.accent.plain)
    }
    // The tank.
    let rise = make == .chopper ? 8.0 : g.uniform(9...13.0)
    slab(
      &s,
      [
        (reach * 0.5, seat - 3), (reach * 0.46, seat + rise), (reach * 0.2, seat + rise + 1),
        (-reach * 0.14, seat + 3), (-reach * 0.16, seat - 6),
      ], halfWidth, m.main, round: 5)
  }

  private func drawFront(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let top = make == .scooter ? seat + 12 : seat + 9
    let head = make == .chopper ? reach * 0.42 : reach * 0.56
    for z in [-4.0, 4] { s.rod(.polyline([at(reach, radius, z), at(head, top, z)]), 3.6, m.accent.plain) }
    drawWheel(&s, reach, m, &g)
    let guardTop = make == .trailBike ? radius * 2 + 5 : radius * 2 + 1
    slab(
      &s,
      [
        (reach + radius * 0.9, guardTop - 5), (reach + 3, guardTop + 2), (reach - radius * 0.9, guardTop - 6),
      ],
      5, m.main, round: 2)
    if cos(view.yaw) > 0.2 { s.rod(.polyline([at(reach, radius, 4), at(head, top, 4)]), 3, m.accent.plain) }
    switch make {
    case .scooter:
      slab(
        &s, [(reach * 0.8, 12), (reach * 0.62, top), (reach * 0.5, top), (reach * 0.55, 10)], halfWidth * 1.3,
        m.main)
    case .sportsBike:
      slab(
        &s,
        [
          (reach * 0.5, 14), (reach * 1.12, seat), (reach * 0.98, seat + 9), (reach * 0.5, seat + 15),
          (reach * 0.1, seat + 4),
          (-reach * 0.1, 14),
        ], halfWidth * 1.1, m.main, round: 4)
      if cos(view.yaw) > 0.2 {
        s.inlay(
          Path.polygon([(reach * 0.95, seat - 2), (reach * 0.2, 20), (-reach * 0.05, 16), (reach * 0.45, 15)])
            .mapped(view.side(halfWidth * 1.1)), m.trim)
      }
      s.fill(
        .polygon([
          at(reach * 0.95, seat + 9), at(reach * 0.5, seat + 17, -6), at(reach * 0.4, seat + 16),
          at(reach * 0.5, seat + 17, 6),
        ]), Color(gray: 0.35))
    case .motorcycle where g.chance(0.4):
      s.fill(
        .polygon([
          at(head + 3, top - 2, -9), at(head - 4, top + 16, -7), at(head - 4, top + 16, 7),
          at(head + 3, top - 2, 9),
        ]),
        Color(red: 0.7, green: 0.8, blue: 0.85))
    case .trailBike:
      slab(&s, [(head + 6, top - 8), (head + 3, top + 4), (head, top - 8)], halfWidth * 0.8, m.trim)
    default: break
    }
    guard view.yaw > -0.2 else { return }
    let lamp = view(Spot(max(head + 5, make == .sportsBike ? reach : 0), top - 2, 0))
    s.add(.circle(lamp.x, lamp.y, 4.6), m.accent)
    s.fill(.circle(lamp.x + 1.5 * cos(view.yaw), lamp.y, 3.2), .lamp)
  }

  private func drawBars(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let x = (make == .chopper ? reach * 0.38 : reach * 0.52)
    let base = make == .scooter ? seat + 12 : seat + 9
    let rise = make == .chopper ? g.uniform(8...18.0) : make == .sportsBike ? 1 : g.uniform(3...7.0)
    for side in [-1.0, 1.0] {
      s.rod(
        .polyline([
          at(x, base, side * 3), at(x - 2, base + rise, side * 11), at(x - 9, base + rise, side * 15),
        ]), 2.8,
        .tyre)
      if make != .trailBike {
        let mirror = view(Spot(x, base + rise + 9, side * 14))
        s.rod(.polyline([at(x - 3, base + rise, side * 12), (mirror.x, mirror.y)]), 1.4, .tyre)
        s.add(.ellipse(mirror.x, mirror.y, 3.4, 2.6), m.accent)
      }
    }
  }
}
