import Foundation
import Pictures
import Tensors

/// Parking meters: the round-headed one with its dial, single or in pairs, the digital one, the pay station.
enum ParkingMeters {
  static func draw(_ make: StreetThing, _ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    if make == .payStation { return drawStation(&s, m, &g) }
    let post = g.uniform(10...85.0)
    let (isPair, wide) = (g.chance(0.3), g.uniform(6...11.0))
    s.add(.box(50 - wide / 2, 48, wide, post + 8), m.trim)
    if isPair { s.add(.box(28, 50, 44, 8, round: 2), m.trim) }
    let (narrow, tall) = (g.uniform(0.65...1.15), g.uniform(0.85...1.3))
    let isBehind = g.chance(0.1)
    for x in isPair ? [-21.0, 21] : [0] {
      var head = Sketch()
      if make == .digitalMeter {
        drawDigitalHead(&head, m, isBehind, &g)
      } else {
        drawRoundHead(&head, m, isBehind, &g)
      }
      let scale = isPair ? 0.85 : 1
      s.add(head) {
        $0.mapped { Point(x: 50 + x + ($0.x - 50) * narrow * scale, y: 56 + ($0.y - 56) * tall * scale) }
      }
    }
  }

  private static func drawRoundHead(_ s: inout Sketch, _ m: Swatches, _ isBehind: Bool, _ g: inout PCG32) {
    let (shoulder, waist) = (g.uniform(17...23.0), g.uniform(12...20.0))
    s.add(
      .blob([
        (50 - shoulder, 20), (50 - shoulder * 0.8, 6), (50, 0), (50 + shoulder * 0.8, 6), (50 + shoulder, 20),
        (50 + waist, 48), (58, 57), (42, 57), (50 - waist, 48),
      ]), m.main)
    if isBehind {
      s.stroke(.arc(50, 22, shoulder * 0.7, 15, from: .pi, to: 2 * .pi), 2, m.main.base.shaded(-0.4))
      s.inlay(.box(50 - waist * 0.6, 30, waist * 1.2, 18, round: 3), m.main.shaded(-0.25))
      return
    }
    let dial = Color(hue: g.uniform(0.1...0.6), saturation: g.uniform(0...0.2), value: g.uniform(0.35...0.95))
    s.add(
      .blob([
        (50 - shoulder * 0.75, 22), (50 - shoulder * 0.6, 10), (50, 5), (50 + shoulder * 0.6, 10),
        (50 + shoulder * 0.75, 22), (50, 25),
      ]), Swatch(dial))
    s.stroke(.line(50, 22, 44 + g.uniform(0...12.0), 11), 2, Color(red: 0.8, green: 0.1, blue: 0.1))
    s.fill(.box(50 - waist * 0.6, 31, waist * 1.2, 8, round: 1), m.accent.base)
    s.fill(.box(48, 42, 4, 9), .ink)
  }

  private static func drawDigitalHead(_ s: inout Sketch, _ m: Swatches, _ isBehind: Bool, _ g: inout PCG32) {
    let half = g.uniform(14...20.0)
    s.add(.box(50 - half, g.uniform(-8...4.0), half * 2, 62, round: g.uniform(5...16.0)), m.main)
    guard !isBehind else {
      s.inlay(.box(50 - half * 0.6, 12, half * 1.2, 30, round: 3), m.main.shaded(-0.25))
      return
    }
    let screen = Color(
      hue: g.uniform(0.2...0.6), saturation: g.uniform(0.1...0.35), value: g.uniform(0.3...0.8))
    s.fill(.box(50 - half * 0.75, 9, half * 1.5, 13, round: 1.5), screen)
    s.stroke(.line(50 - half * 0.4, 15.5, 50 + half * 0.4, 15.5), 3, .ink)
    s.fill(.box(50 - half * 0.7, 26, half * 1.4, 11), m.accent.base)
    s.fill(.circle(50 - half * 0.35, 45, 3.4), .ink)
    s.fill(.box(50 + half * 0.1, 41, half * 0.6, 8), m.accent.base.shaded(-0.4))
  }

  /// A cabinet for a whole row of cars.
  private static func drawStation(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let view = VehicleView(yaw: .pi / 2 + g.uniform(-1.0...1.0), pitch: g.uniform(0...0.25), distance: 300)
    let (w, depth, high) = (g.uniform(11...17.0), g.uniform(8...12.0), g.uniform(70...110.0))
    let foot = g.chance(0.5) ? high * g.uniform(0.3...0.5) : 0
    if foot > 0 { s.block(-4...4, 0...(foot + 2), halfWidth: 5, m.trim, seen: view) }
    s.solid(
      [
        Station(depth, foot, w), Station(depth, high * 0.8, w), Station(depth - 5, high, w),
        Station(-depth, high, w),
        Station(-depth, foot, w),
      ], m.main, seen: view, round: 3)
    let onFront = view.end(depth)
    s.fill(
      Path.box(-w * 0.7, high * 0.68, w * 1.4, high * 0.1).mapped(onFront),
      Color(hue: 0.4, saturation: 0.2, value: g.uniform(0.3...0.8)))
    s.fill(Path.box(-w * 0.7, high * 0.56, w * 1.4, high * 0.08).mapped(onFront), m.accent.base)
    s.fill(Path.box(w * 0.1, high * 0.46, w * 0.5, high * 0.06).mapped(onFront), .ink)
    if g.chance(0.8) {
      // The plate with a P.
      let top = view(Spot(0, high + 12, 0))
      s.add(.box(top.x - 12, top.y - 12, 24, 24, round: 3), Swatch(Color(red: 0.1, green: 0.3, blue: 0.75)))
      s.stroke(.line(top.x - 3, top.y - 7, top.x - 3, top.y + 8), 3.4, .paper)
      s.stroke(.arc(top.x - 2, top.y - 3, 6, 4.5, from: -1.5, to: 1.5), 3.4, .paper)
    }
  }
}
