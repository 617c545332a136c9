import Foundation
import Pictures
import Tensors

/// Lorries: with a box, a tank, an open load, a trailer; and pick-ups.
enum Trucks {
  static func draw(_ make: RoadVehicle, _ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    var view = VehicleView.onGround(upTo: 0.85, using: &g)
    view.distance = 280
    if make == .pickUp { return drawPickUp(&s, m, view, &g) }
    let half = make == .articulated ? g.uniform(62...84.0) : g.uniform(36...56.0)
    let width = g.uniform(14...18.0)
    let wheel = g.uniform(7...9.0)
    let cab = g.uniform(16...21.0)
    let axles =
      [
        half - cab * 0.55, -half * 0.62,
        -half * 0.62 - 2.2 * wheel * (make == .articulated ? -1 : 1) * (half > 44 ? 1 : 0),
      ]
    s.rollers(axles, halfWidth: width, radius: wheel, seen: view)
    s.block((-half)...(half - 4), 7...11, halfWidth: width * 0.8, Swatch(.tyre), seen: view)
    let bed = (-half)...(half - cab - 2)
    let glass = Color.glass(using: &g)
    if view.seesFront {
      drawLoad(make, bed, &s, m, view, width, &g)
      drawCab(&s, m, view, half, cab, width, glass, &g)
    } else {
      drawCab(&s, m, view, half, cab, width, glass, &g)
      drawLoad(make, bed, &s, m, view, width, &g)
    }
    s.hubs(axles, halfWidth: width, radius: wheel, m.accent, seen: view)
  }

  /// The driver's cab, flat-nosed or with a bonnet.
  private static func drawCab(
    _ s: inout Sketch, _ m: Swatches, _ view: VehicleView, _ half: Double, _ cab: Double, _ width: Double,
    _ glass: Color, _ g: inout PCG32
  ) {
    let top = g.uniform(32...42.0)
    let bonnet = g.chance(0.4) ? g.uniform(8...14.0) : 0
    let (back, front) = (half - cab, half)
    let face = front + (bonnet > 0 ? 0 : 2)
    func drawBonnet() {
      guard bonnet > 0 else { return }
      s.block(
        (front - 2)...(front + bonnet), 6...(top * 0.58), halfWidth: width * 0.8, m.main, seen: view, round: 3
      )
      guard view.yaw > 0.25 else { return }
      let onEnd = view.end(front + bonnet)
      s.inlay(Path.box(-width * 0.45, 9, width * 0.9, top * 0.36).mapped(onEnd), m.accent)
      for z in [-0.64, 0.64] { s.fill(Path.circle(z * width, top * 0.3, 2.8).mapped(onEnd), .lamp) }
    }
    if !view.seesFront { drawBonnet() }
    s.solid(
      [
        Station(face, 6, width * 0.96), Station(face, top * 0.56, width * 0.96),
        Station(front - 3, top, width * 0.92),
        Station(back, top, width * 0.92), Station(back, 6, width * 0.96),
      ], m.main, seen: view, round: 3
    ) { $0 == 1 ? Swatch(glass, .glass) : nil }
    if cos(view.yaw) > 0.15 {
      s.fill(
        Path.polygon([
          (back + 4, top * 0.56), (front - 1, top * 0.56), (front - 4, top * 0.9), (back + 4, top * 0.9),
        ])
        .mapped(view.side(width * 0.96)), glass)
    }
    if view.yaw > 0.25 && bonnet == 0 {
      let onEnd = view.end(face)
      s.fill(Path.box(-width * 0.6, 12, width * 1.2, top * 0.22).mapped(onEnd), m.main.base.shaded(-0.55))
      s.fill(Path.box(-width * 0.94, 6, width * 1.88, 5).mapped(onEnd), m.accent.base)
      for z in [-0.72, 0.72] { s.fill(Path.circle(z * width, 11, 2.8).mapped(onEnd), .lamp) }
    }
    if view.seesFront { drawBonnet() }
  }

  /// The lines between `count` fields of a side wall.
  static func ribs(_ count: Int, _ x: ClosedRange<Double>, _ y: ClosedRange<Double>) -> Path {
    (1..<count).reduce(Path()) { path, i in
      let at = x.lowerBound + (x.upperBound - x.lowerBound) * Double(i) / Double(count)
      return path + .line(at, y.lowerBound, at, y.upperBound)
    }
  }

  /// What is behind the cab.
  private static func drawLoad(
    _ make: RoadVehicle, _ bed: ClosedRange<Double>, _ s: inout Sketch, _ m: Swatches, _ view: VehicleView,
    _ width: Double, _ g: inout PCG32
  ) {
    let onSide = view.side(width)
    let (back, front) = (bed.lowerBound, bed.upperBound)
    switch make {
    case .tanker:
      let radius = g.uniform(12...16.0)
      s.drum(bed, y: 11 + radius, radius: radius, m.trim, seen: view)
      if cos(view.yaw) > 0.2 {
        let rings = ribs(3, bed, 14...(10 + 2 * radius)).mapped(view.side(radius * 0.9))
        s.stroke(rings, 2, m.trim.base.shaded(-0.4))
      }
    case .tipper:
      let wall = g.uniform(22...28.0)
      let earth = Color(
        hue: g.uniform(0.06...0.12), saturation: g.uniform(0.1...0.5), value: g.uniform(0.35...0.8))
      let (middle, heap) = ((back + front) / 2, wall + g.uniform(2...14.0))
      s.add(
        .blob(
          [
            Spot(back + 3, wall - 2, 0), Spot(middle - 8, heap, 0), Spot(middle + 6, heap - 2, 0),
            Spot(front - 3, wall - 2, 0),
          ]
          .map { view($0) }.map { ($0.x, $0.y) }), Swatch(earth, .crust))
      s.block(bed, 11...wall, halfWidth: width, m.trim, seen: view)
      s.inlay(
        Path.polygon([
          (back + 3, -width * 0.85), (front - 3, -width * 0.85), (front - 3, width * 0.85),
          (back + 3, width * 0.85),
        ]).mapped(view.level(wall)), Swatch(earth, .crust))
      if cos(view.yaw) > 0.2 {
        s.stroke(ribs(5, bed, 12...(wall - 1)).mapped(onSide), 1.6, m.trim.base.shaded(-0.3))
      }
    case .flatbed:
      // Timber, crates or a bare bed.
      let crates = g.below(3)
      for i in 0..<crates {
        let step = (front - back) / Double(max(crates, 1))
        let color = Color(
          hue: g.uniform(0...0.15), saturation: g.uniform(0.2...0.7), value: g.uniform(0.35...0.8))
        s.block(
          (back + Double(i) * step + 2)...(back + Double(i + 1) * step - 3), 11...g.uniform(20...34.0),
          halfWidth: width * 0.8, Swatch(color, .wood), seen: view)
      }
      s.block(bed, 9...14, halfWidth: width, m.trim, seen: view)
      s.block((front - 3)...front, 12...30, halfWidth: width, m.trim, seen: view)
    default:
      let top = g.uniform(36...52.0)
      s.block(bed, 11...top, halfWidth: width, m.trim, seen: view, round: 1.5)
      if cos(view.yaw) > 0.2 {
        if g.chance(0.5) {
          s.inlay(
            Path.box(back + 4, 16 + (top - 16) * 0.35, (front - back) - 8, (top - 16) * 0.3).mapped(onSide),
            m.main)
        } else {
          s.stroke(ribs(6, bed, 13...(top - 2)).mapped(onSide), 1.2, m.trim.base.shaded(-0.25))
        }
      }
      if view.yaw < -0.25 {
        s.stroke(Path.line(0, 13, 0, top - 2).mapped(view.end(back)), 1.8, m.trim.base.shaded(-0.45))
      }
    }
    if view.yaw < -0.25 {
      for z in [-0.8, 0.8] { s.fill(Path.box(z * width - 3, 8, 6, 4).mapped(view.end(back)), .tailLamp) }
    }
  }

  /// A cabin in front of an open bed.
  private static func drawPickUp(_ s: inout Sketch, _ m: Swatches, _ view: VehicleView, _ g: inout PCG32) {
    let (half, width, wheel) = (g.uniform(44...56.0), g.uniform(18...22.0), g.uniform(9...13.0))
    let (sill, waist) = (wheel * g.uniform(0.8...1.1), wheel + g.uniform(13...17.0))
    let roof = waist + g.uniform(12...17.0)
    let glass = Color.glass(using: &g)
    let (foot, back) = (half * 0.42, -half * g.uniform(0.05...0.3))
    let axles = [half * 0.64, -half * 0.6]
    s.rollers(axles, halfWidth: width, radius: wheel, seen: view)
    s.solid(
      [
        Station(half, sill, width), Station(half, waist - 3, width), Station(foot, waist, width),
        Station(-half, waist, width), Station(-half, sill, width),
      ], m.main, seen: view, round: 2.5)
    s.fill(
      Path.polygon([
        (-half + 3, -width * 0.84), (back - 2, -width * 0.84), (back - 2, width * 0.84),
        (-half + 3, width * 0.84),
      ])
      .mapped(view.level(waist)), m.trim.base.shaded(-0.3))
    if g.chance(0.3) {
      s.block(
        (-half * 0.85)...(back - 6), (waist - 2)...(waist + g.uniform(4...12.0)), halfWidth: width * 0.7,
        m.trim, seen: view, round: 3)
    }
    s.solid(
      [
        Station(foot, waist, width * 0.95), Station(foot - 10, roof, width * 0.8),
        Station(back + 2, roof, width * 0.8),
        Station(back, waist, width * 0.95),
      ], m.main, seen: view, round: 3
    ) { $0 == 0 || $0 == 2 ? Swatch(glass, .glass) : nil }
    if cos(view.yaw) > 0.15 {
      s.fill(
        Path.polygon([
          (back + 4, waist + 1), (foot - 4, waist + 1), (foot - 11, roof - 3), (back + 5, roof - 3),
        ])
        .mapped(view.side(width * 0.9)), glass)
      s.fill(Path.box(-half * 0.96, sill, half * 1.92, 3).mapped(view.side(width)), m.trim.base)
    }
    let front = view.seesFront
    if abs(sin(view.yaw)) > 0.25 {
      let onEnd = view.end(front ? half : -half)
      if front {
        s.fill(Path.box(-width * 0.6, sill + 6, width * 1.2, (waist - sill) * 0.4).mapped(onEnd), .ink)
      }
      s.fill(Path.box(-width * 0.96, sill, width * 1.92, 4).mapped(onEnd), m.accent.base)
      for z in [-0.8, 0.8] {
        s.fill(
          Path.box(z * width - 3, sill + 6, 6, (waist - sill) * 0.4).mapped(onEnd), front ? .lamp : .tailLamp)
      }
    }
    s.hubs(axles, halfWidth: width, radius: wheel, m.accent, seen: view)
  }
}
