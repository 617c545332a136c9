import Foundation
import Pictures
import Tensors

/// Boats: with sails, with a motor, with oars; ships.
struct BoatBody {
  var make: Craft
  var view: VehicleView
  var half: Double
  var beam: Double
  var freeboard: Double
  /// How much higher the bow is than the middle.
  var sheer: Double

  init(_ make: Craft, using g: inout PCG32) {
    self.make = make
    var yaw = g.uniform(-1.57...1.57)
    if g.chance(0.35) { yaw *= 0.12 }
    view = VehicleView(
      yaw: yaw, pitch: g.chance(0.7) ? g.uniform(0.02...0.35) : g.uniform(0.4...1.1), distance: 280)
    half = g.uniform(40...56.0)
    switch make {
    case .canoe:
      (beam, freeboard, sheer) = (g.uniform(7...12.0), g.uniform(7...11.0), g.uniform(2...9.0))
      view.pitch = g.uniform(0.1...1.5)
    case .rowingBoat:
      (beam, freeboard, sheer) = (g.uniform(14...20.0), g.uniform(11...16.0), g.uniform(3...8.0))
      half *= 0.8
      view.pitch = g.uniform(0.15...1.4)
    case .motorBoat:
      (beam, freeboard, sheer) = (g.uniform(13...18.0), g.uniform(11...16.0), g.uniform(2...7.0))
    case .trawler:
      (beam, freeboard, sheer) = (g.uniform(14...18.0), g.uniform(14...20.0), g.uniform(5...12.0))
    case .ferry: (beam, freeboard, sheer) = (g.uniform(14...20.0), g.uniform(12...20.0), g.uniform(0...5.0))
    default: (beam, freeboard, sheer) = (g.uniform(10...15.0), g.uniform(9...14.0), g.uniform(1...6.0))
    }
    if make == .ferry || make == .trawler { view.pitch = min(view.pitch, 0.5) }
  }

  /// The rim, and the same at the water line, pointed at the bow and, for canoes, at the stern.
  private func ring(_ reach: Double, _ width: Double, isDeck: Bool) -> [Spot] {
    let stern = make == .canoe ? 0.05 : 0.75
    let outline = [
      (1.0, 0.03), (0.72, 0.6), (0.3, 0.97), (-0.3, 1.0), (-0.75, make == .canoe ? 0.6 : 0.92), (-1.0, stern),
    ]
    func spot(_ p: (Double, Double), _ side: Double) -> Spot {
      let lift = p.0 > 0 ? p.0 * p.0 : make == .canoe ? p.0 * p.0 : 0.25 * p.0 * p.0
      return Spot(p.0 * reach, isDeck ? freeboard + sheer * lift : 0, side * p.1 * width)
    }
    return outline.map { spot($0, 1) } + outline.reversed().map { spot($0, -1) }
  }

  private func drawHull(_ s: inout Sketch, _ m: Swatches, inside: Swatch) {
    let rim = ring(half, beam, isDeck: true).map { view($0) }
    let keel = ring(half * 0.84, beam * 0.72, isDeck: false).map { view($0) }
    s.add(.rounded(Path.hull(rim + keel), by: 3), m.main)
    if view.pitch < 0.5 {
      let band = ring(half * 0.88, beam * 0.8, isDeck: false).map {
        view(Spot($0.x, $0.y + freeboard * 0.22, $0.z))
      }
      s.inlay(.rounded(Path.hull(keel + band), by: 2), m.accent)
    }
    s.add(.polygon(rim.map { ($0.x, $0.y) }), inside)
  }

  func draw(on s: inout Sketch, _ m: Swatches, using g: inout PCG32) {
    let wood = Swatch(
      Color(hue: g.uniform(0.06...0.11), saturation: g.uniform(0.2...0.6), value: g.uniform(0.4...0.85)))
    let isHollow = make == .canoe || make == .rowingBoat
    drawHull(
      &s, m,
      inside: isHollow
        ? (g.chance(0.5) ? wood.shaded(-0.25) : m.main.shaded(-0.35)) : g.chance(0.5) ? wood : m.trim)
    switch make {
    case .canoe, .rowingBoat: drawBenches(&s, m, wood, &g)
    case .motorBoat: drawCockpit(&s, m, &g)
    case .trawler: drawTrawler(&s, m, &g)
    case .ferry: drawDecks(&s, m, &g)
    default: drawSails(&s, m, wood, &g)
    }
  }

  private func drawBenches(_ s: inout Sketch, _ m: Swatches, _ wood: Swatch, _ g: inout PCG32) {
    let height = freeboard * 0.85
    for x in [-0.5, 0, 0.45] {
      let wide = beam * (x == 0.45 ? 0.78 : 0.9) * (make == .canoe ? 0.8 : 1)
      let board = [
        Spot(x * half - 3, height, -wide), Spot(x * half + 3, height, -wide),
        Spot(x * half + 3, height, wide), Spot(x * half - 3, height, wide),
      ]
      s.inlay(.polygon(board.map { view($0) }.map { ($0.x, $0.y) }), wood)
    }
    guard g.chance(0.5) else { return }
    // Oars or a paddle laid across.
    for side in make == .canoe ? [1.0] : [-1, 1] {
      let (a, b) = (
        view(Spot(0, freeboard + 2, side * beam * 0.3)),
        view(Spot(g.uniform(-14...6.0), 2, side * beam * g.uniform(1.8...2.6)))
      )
      s.rod(.line(a.x, a.y, b.x, b.y), 1.8, wood)
      s.add(.ellipse(b.x, b.y, 4.5, 2.4, turn: atan2(b.y - a.y, b.x - a.x)), wood)
    }
  }

  private func drawSails(_ s: inout Sketch, _ m: Swatches, _ wood: Swatch, _ g: inout PCG32) {
    let height = g.uniform(60...105.0)
    let mast = half * g.uniform(0.0...0.25)
    let foot = freeboard + 6
    // How far the sails are let out.
    let swing = g.uniform(0.1...1.0) * (g.chance(0.5) ? 1 : -1)
    let furled = g.chance(0.2)
    func sail(_ corners: [Spot], _ swatch: Swatch, _ s: inout Sketch) {
      let points = corners.map { view($0) }
      let bulge = Point(x: (points[1].x + points[2].x) / 2 + 3, y: (points[1].y + points[2].y) / 2 - 3)
      var path = Path()
      path.steps = [.move(points[0]), .line(points[1]), .curve(bulge, bulge, points[2]), .close]
      s.add(path, swatch)
    }
    let boom = half * g.uniform(0.7...0.9) + mast
    let end = Spot(mast - boom * cos(swing), foot + 2, boom * sin(swing))
    let (low, high) = (view(Spot(mast, freeboard, 0)), view(Spot(mast, height, 0)))
    if furled {
      let tip = view(end)
      s.add(.limb([(low.x, low.y - 6), (tip.x, tip.y)], [5, 4]), m.trim)
    } else {
      let jib = [
        Spot(mast, height * 0.88, 0), Spot(half * 0.96, freeboard + sheer + 2, 0),
        Spot(mast - 4, foot, half * 0.5 * sin(swing) + 3),
      ]
      if g.chance(0.75) { sail(jib, g.chance(0.6) ? m.trim.shaded(-0.08) : m.accent, &s) }
      sail([Spot(mast, foot, 0), Spot(mast, height * 0.97, 0), end], m.trim, &s)
    }
    s.rod(.line(low.x, low.y, high.x, high.y), 2.4, wood)
    if g.chance(0.5) {
      s.block(
        (-half * 0.4)...(half * 0.2), (freeboard - 1)...(freeboard + 6), halfWidth: beam * 0.5, m.accent,
        seen: view, round: 2)
    }
  }

  private func drawCockpit(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let glass = Color.glass(using: &g)
    let deck = freeboard + 1
    s.block(
      (half * 0.1)...(half * 0.75), (deck - 3)...(deck + 4), halfWidth: beam * 0.6, m.trim, seen: view,
      round: 3)
    let top = deck + g.uniform(8...18.0)
    s.solid(
      [
        Station(half * 0.3, deck + 1, beam * 0.75), Station(half * 0.05, top, beam * 0.6),
        Station(-half * g.uniform(0.0...0.4), top, beam * 0.6), Station(-half * 0.4, deck, beam * 0.75),
      ], m.trim, seen: view, round: 2
    ) { $0 == 0 ? Swatch(glass, .glass) : nil }
    if cos(view.yaw) > 0.2 {
      s.fill(
        Path.polygon([
          (-half * 0.28, deck + 3), (half * 0.18, deck + 3), (half * 0.04, top - 2), (-half * 0.16, top - 2),
        ]).mapped(view.side(beam * 0.7)), glass)
    }
    guard g.chance(0.5) else { return }
    s.block(
      (-half - 5)...(-half + 3), (freeboard * 0.4)...(deck + 8), halfWidth: 4, Swatch(.tyre), seen: view,
      round: 2)
  }

  private func drawTrawler(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let deck = freeboard
    let x = half * g.uniform(-0.4...0.2)
    let top = deck + g.uniform(18...28.0)
    let (low, high) = (view(Spot(-x - 6, deck, 0)), view(Spot(-x - 6, deck + g.uniform(36...60.0), 0)))
    let cabin = { (s: inout Sketch) in
      s.block((x - 12)...(x + 12), deck...top, halfWidth: beam * 0.65, m.trim, seen: view, round: 2)
      let dark = Color(hue: 0.6, saturation: 0.3, value: 0.25)
      if cos(view.yaw) > 0.2 {
        for dx in [-8.0, 2] { s.fill(Path.box(x + dx, top - 10, 6, 6).mapped(view.side(beam * 0.65)), dark) }
      }
      if view.yaw > 0.25 { s.fill(Path.box(-beam * 0.5, top - 10, beam, 6).mapped(view.end(x + 12)), dark) }
    }
    cabin(&s)
    s.rod(.line(low.x, low.y, high.x, high.y), 2.4, m.accent)
    let tip = view(Spot(-x + 22, deck + 28, 0))
    s.rod(.line(low.x, low.y - 4, tip.x, tip.y), 2, m.accent)
  }

  private func drawDecks(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    var floor = freeboard
    let dark = Color(hue: 0.6, saturation: 0.3, value: g.uniform(0.2...0.5))
    var (back, front) = (-half * g.uniform(0.75...0.9), half * g.uniform(0.3...0.6))
    for _ in 0..<(1 + g.below(3)) {
      let top = floor + g.uniform(9...13.0)
      s.block(back...front, floor...top, halfWidth: beam * 0.85, m.trim, seen: view, round: 1)
      if cos(view.yaw) > 0.2 {
        s.stroke(
          Path.line(back + 4, (floor + top) / 2, front - 4, (floor + top) / 2).mapped(view.side(beam * 0.85)),
          3.4, dark)
      }
      if view.yaw > 0.25 {
        s.fill(Path.box(-beam * 0.7, floor + 3, beam * 1.4, 4.5).mapped(view.end(front)), dark)
      }
      floor = top
      back += half * g.uniform(0.05...0.3)
      front -= half * g.uniform(0.05...0.2)
    }
    guard front - back > 12 else { return }
    s.block(
      (back + 2)...(back + 12), floor...(floor + g.uniform(8...16.0)), halfWidth: 5, m.accent, seen: view,
      round: 1)
  }
}
