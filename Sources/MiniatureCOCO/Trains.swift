import Foundation
import Pictures
import Tensors

/// Trains of every sort, as many carriages as come into view.
enum Trains {
  static func draw(_ make: RoadVehicle, _ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    var view = VehicleView.onGround(upTo: 0.5, using: &g)
    // From behind less often than towards us; what is drawn by an engine is known by its engine.
    let isHauled = make == .steamEngine || make == .goodsTrain
    if abs(view.yaw) > 0.3 { view.yaw = abs(view.yaw) * (isHauled || g.chance(0.85) ? 1 : -1) }
    let carriages = g.below(make == .tram ? 2 : 4)
    let (long, gap) = (g.uniform(60...90.0), 4.0)
    view.distance = long * Double(carriages + 1) * 0.75 + 150
    let width = g.uniform(15...19.0)
    let top = g.uniform(36...46.0)
    let glass = Color.glass(using: &g)
    // From the engine backwards; what is farther away is drawn first.
    let order = view.seesFront ? Array((0...carriages).reversed()) : Array(0...carriages)
    let head = long * Double(carriages) / 2 + long / 2
    for i in order {
      let front = head - Double(i) * (long + gap)
      let length = (front - long)...front
      for x in [0.12, 0.32, 0.68, 0.88] {
        s.roller(front - x * long, z: (width - 7)...width, radius: 6, seen: view)
      }
      switch (make, i) {
      case (.steamEngine, 0): drawSteamEngine(&s, m, view, length, width, top, glass)
      case (.goodsTrain, 0): drawDiesel(&s, m, view, length, width, top, glass.shaded(0.35))
      case (.goodsTrain, _): drawWagon(&s, m, view, length, width, top, &g)
      case (.train, 0): drawExpress(&s, m, view, length, width, top, glass)
      default: drawCarriage(&s, m, view, length, width, top, glass, isHead: i == 0, isTram: make == .tram)
      }
    }
  }

  private static func drawCarriage(
    _ s: inout Sketch, _ m: Swatches, _ view: VehicleView, _ length: ClosedRange<Double>, _ width: Double,
    _ top: Double, _ glass: Color, isHead: Bool, isTram: Bool
  ) {
    let body = Saloon(
      length: length, floor: isTram ? 3 : 6, top: top, halfWidth: width, slope: isTram ? 4 : 1)
    body.draw(on: &s, m, view, windows: isTram ? 4 : 6, glass: glass, stripe: 0.2, doors: [0.3, 0.68])
    guard isHead || !view.seesFront else { return }
    body.drawEnd(on: &s, m, view, glass: glass, sign: isTram ? .lamp : nil)
    if view.yaw > 0.25 && !isTram {
      s.inlay(Path.box(-width * 0.9, 9, width * 1.8, top * 0.26).mapped(view.end(length.upperBound)), m.trim)
      for z in [-0.7, 0.7] {
        s.fill(Path.circle(z * width, 14, 3).mapped(view.end(length.upperBound)), .lamp)
      }
    }
    if isTram {
      let x = (length.lowerBound + length.upperBound) / 2
      s.rod(
        .polyline(
          [Spot(x - 6, top, 0), Spot(x + 4, top + 7, 0), Spot(x - 6, top + 14, 0)].map { view($0) }.map {
            ($0.x, $0.y)
          }), 2, .tyre)
    }
  }

  /// A fast train's head, its nose sloping to a point.
  private static func drawExpress(
    _ s: inout Sketch, _ m: Swatches, _ view: VehicleView, _ length: ClosedRange<Double>, _ width: Double,
    _ top: Double, _ glass: Color
  ) {
    let (back, front) = (length.lowerBound, length.upperBound)
    let nose = min(30, (front - back) * 0.4)
    s.solid(
      [
        Station(front, 5, width * 0.55), Station(front + 2, 12, width * 0.5),
        Station(front - nose * 0.45, top * 0.62, width * 0.85), Station(front - nose, top, width),
        Station(back, top, width), Station(back, 5, width),
      ], m.main, seen: view, round: 4
    ) { $0 == 2 ? Swatch(glass, .glass) : nil }
    if cos(view.yaw) > 0.12 {
      let onSide = view.side(width)
      s.inlay(Path.box(back + 1, 11, (front - nose * 0.5) - back, 6).mapped(onSide), m.trim)
      let windows = (0..<4).reduce(Path()) {
        $0 + .box(back + 4 + Double($1) * 11, top * 0.56, 8, top * 0.24)
      }
      s.fill(windows.mapped(onSide), glass)
    }
    guard view.yaw > 0.2 else { return }
    for z in [-0.34, 0.34] { s.fill(Path.circle(z * width, 15, 3).mapped(view.end(front - 1)), .lamp) }
  }

  /// A boiler, a chimney, a cab.
  private static func drawSteamEngine(
    _ s: inout Sketch, _ m: Swatches, _ view: VehicleView, _ length: ClosedRange<Double>, _ width: Double,
    _ top: Double, _ glass: Color
  ) {
    let (back, front) = (length.lowerBound, length.upperBound)
    let radius = width * 0.72
    let cab = back...(back + (front - back) * 0.3)
    func drawCab() {
      s.block(cab, 8...top, halfWidth: width, m.main, seen: view, round: 2)
      if cos(view.yaw) > 0.15 {
        s.fill(
          Path.box(cab.lowerBound + 5, top * 0.55, (front - back) * 0.16, top * 0.28).mapped(
            view.side(width)), glass)
      }
      s.block(
        (cab.lowerBound - 2)...(cab.upperBound + 2), top...(top + 3), halfWidth: width * 1.05, m.trim,
        seen: view)
    }
    if view.seesFront { drawCab() }
    s.block((back + 4)...front, 8...13, halfWidth: width * 0.9, m.trim, seen: view)
    s.drum(cab.upperBound...(front - 3), y: 12 + radius, radius: radius, m.main, seen: view)
    for (x, wide, high) in [(front - 11, 8.0, 14.0), (front - 28, 9, 5)] {
      let (a, b) = (view(Spot(x, 10 + 2 * radius, 0)), view(Spot(x, 12 + 2 * radius + high, 0)))
      s.add(.limb([(a.x, a.y), (b.x, b.y)], [wide, wide * 1.25]), m.trim)
    }
    if !view.seesFront { drawCab() }
    if view.yaw > 0.25 {
      s.fill(Path.circle(0, 13 + radius, radius * 0.55).mapped(view.end(front - 3)), m.trim.base.shaded(-0.2))
      s.fill(Path.circle(0, 14 + 2 * radius, 3.5).mapped(view.end(front - 3)), .lamp)
      s.add(
        Path.polygon([(-width, 9), (width, 9), (width * 0.7, 0), (-width * 0.7, 0)]).mapped(view.end(front)),
        m.accent)
    }
    let wheels = (0..<3).map { cab.upperBound + 2 + Double($0) * 17 }
    s.hubs(wheels, halfWidth: width, radius: 8, m.accent, seen: view)
    if cos(view.yaw) > 0.3 {
      s.stroke(Path.line(wheels[0], 7, wheels[2], 7).mapped(view.side(width)), 2.4, m.accent.base)
    }
  }

  /// A goods engine: a narrow hood and a cab that is higher.
  private static func drawDiesel(
    _ s: inout Sketch, _ m: Swatches, _ view: VehicleView, _ length: ClosedRange<Double>, _ width: Double,
    _ top: Double, _ glass: Color
  ) {
    let (back, front) = (length.lowerBound, length.upperBound)
    func drawHood() {
      s.block(back...(front - 26), 9...(top - 3), halfWidth: width * 0.8, m.main, seen: view, round: 1)
      if cos(view.yaw) > 0.2 {
        s.inlay(Path.box(back + 1, 14, front - 28 - back, 7).mapped(view.side(width * 0.8)), m.trim)
        let vents = (0..<3).reduce(Path()) { $0 + .box(back + 6 + Double($1) * 10, 24, 6, 7) }
        s.fill(vents.mapped(view.side(width * 0.8)), m.main.base.shaded(-0.5))
      }
    }
    func drawCab() {
      s.block((front - 26)...(front - 8), 9...top, halfWidth: width, m.main, seen: view, round: 2)
      if cos(view.yaw) > 0.15 {
        s.fill(Path.box(front - 22, top * 0.6, 10, top * 0.26).mapped(view.side(width)), glass)
      }
      if view.yaw > 0.2 {
        s.fill(
          Path.box(-width * 0.85, top * 0.62, width * 1.7, top * 0.26).mapped(view.end(front - 8)), glass)
      }
    }
    if view.seesFront { drawHood() } else { drawCab() }
    s.block(back...front, 5...10, halfWidth: width, Swatch(.tyre), seen: view)
    if view.seesFront { drawCab() } else { drawHood() }
    s.block((front - 9)...front, 9...(top * 0.58), halfWidth: width * 0.7, m.main, seen: view, round: 3)
    guard view.yaw > 0.2 else { return }
    s.inlay(Path.box(-width * 0.65, 11, width * 1.3, 8).mapped(view.end(front)), m.trim)
    for z in [-0.4, 0.4] { s.fill(Path.circle(z * width, top * 0.5, 2.6).mapped(view.end(front)), .lamp) }
  }

  /// A goods wagon: covered, open or with a tank, in a colour of its own.
  private static func drawWagon(
    _ s: inout Sketch, _ m: Swatches, _ view: VehicleView, _ length: ClosedRange<Double>, _ width: Double,
    _ top: Double, _ g: inout PCG32
  ) {
    let color = Color(hue: g.uniform(0...1.0), saturation: g.uniform(0.1...0.8), value: g.uniform(0.25...0.8))
    let load = Swatch(color, .painted)
    s.block(length, 5...9, halfWidth: width * 0.9, Swatch(.tyre), seen: view)
    if g.chance(0.3) {
      s.drum(
        (length.lowerBound + 3)...(length.upperBound - 3), y: 9 + width * 0.8, radius: width * 0.85, load,
        seen: view)
      return
    }
    s.block(length, 8...(top * g.uniform(0.5...1.05)), halfWidth: width, load, seen: view)
    guard cos(view.yaw) > 0.2 else { return }
    s.stroke(Trucks.ribs(6, length, 10...(top * 0.45)).mapped(view.side(width)), 1.4, color.shaded(-0.35))
  }
}
