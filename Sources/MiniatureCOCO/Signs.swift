import Foundation
import Pictures
import Tensors

/// Stop signs: on a short or a long post, aslant, from behind, two on one post, on a stick in a hand.
enum StopSigns {
  static func draw(_ make: StreetThing, _ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    switch make {
    case .doubleStopSign:
      // Another plate below it, or street names above.
      let long = g.uniform(60...100.0)
      s.add(.box(46.5, -12, 7, long), m.trim)
      drawPlate(&s, m, yaw: g.uniform(-0.7...0.7), &g)
      if g.chance(0.5) {
        let (w, h) = (g.uniform(20...30.0), g.uniform(12...24.0))
        s.add(.box(50 - w, 78, 2 * w, h, round: 2), m.accent)
        s.fill(.box(50 - w * 0.75, 78 + h * 0.36, w * 1.5, h * 0.28), m.accent.base.shaded(0.7))
      } else {
        for (y, lean) in [(-14.0, 0.08), (-28, -0.1)] {
          let name = Path.box(50 - g.uniform(26...42.0), y, g.uniform(60...80.0), 11, round: 1).turned(lean, about: (50, y))
          s.add(name, m.accent)
          s.stroke(.line(34, y + 5.5, 66, y + 5.5), 3, m.accent.base.shaded(0.75))
        }
      }
    case .stopPaddle:
      s.add(.box(46, 66, 8, g.uniform(14...40.0), round: 3), m.accent)
      drawPlate(&s, m, yaw: g.uniform(-1.0...1.0), &g)
    default:
      if g.chance(0.7) {
        let wide = g.uniform(5...9.0)
        s.add(.box(50 - wide / 2, 0, wide, g.uniform(74...180.0)), m.trim)
      }
      drawPlate(&s, m, yaw: g.uniform(-1.2...1.2), &g)
    }
  }

  /// The octagon with its border and its word, seen aslant; one in six shows its bare back.
  private static func drawPlate(_ s: inout Sketch, _ m: Swatches, yaw: Double, _ g: inout PCG32) {
    var plate = Sketch()
    let octagon = { (r: Double) in Path.regular(8, 50, 36, r, turn: .pi / 8) }
    if g.chance(0.16) {
      plate.add(octagon(38), m.trim.shaded(0.2))
      plate.stroke(.line(26, 26, 74, 26) + .line(26, 46, 74, 46), 3, m.trim.base.shaded(-0.25))
      plate.stroke(.line(50, 2, 50, 70), 5, m.trim.base.shaded(-0.15))
    } else {
      let white = Color.paper.shaded(g.uniform(-0.35...0))
      plate.add(octagon(38), Swatch(white))
      plate.inlay(octagon(g.uniform(33...35.5)), m.main)
      drawWord(&plate, white, large: g.uniform(0.85...1.25))
      // Snow, leaves or the shadow of a tree over a part of it.
      if g.chance(0.3) {
        let x = g.uniform(20...60.0)
        let shade = g.chance(0.5) ? Color(gray: 0.02, alpha: 0.45) : Color(gray: 0.98, alpha: 0.45)
        plate.fill(.polygon([(x - 4, 4), (x + 18, 2), (x + 12, 36), (x + 22, 68), (x - 6, 69), (x + 2, 36)]), shade)
      }
    }
    let (narrow, slant) = (cos(yaw), 0.16 * sin(yaw))
    s.add(plate) { $0.mapped { Point(x: 50 + ($0.x - 50) * narrow, y: $0.y + ($0.x - 50) * slant) } }
  }

  /// S T O P
  private static func drawWord(_ s: inout Sketch, _ color: Color, large: Double) {
    let letters = [
      Path.curve([(33, 29), (29, 27), (26, 31), (30, 36), (33, 40), (30, 45), (25, 43)]),
      .line(37, 28, 48, 28) + .line(42.5, 28, 42.5, 45), .ellipse(56, 36.5, 4.5, 8),
      .line(66, 28, 66, 45) + .curve([(66, 28), (72, 28), (74, 32), (72, 36.5), (66, 37)]),
    ]
    for letter in letters {
      s.stroke(letter.mapped { Point(x: $0.x, y: 36.5 + ($0.y - 36.5) * large) }, 3.6, color)
    }
  }
}

/// Parking meters: the round-headed one with its dial, single or in pairs, the digital one, the pay station.
enum ParkingMeters {
  static func draw(_ make: StreetThing, _ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    if make == .payStation { return drawStation(&s, m, &g) }
    let post = g.uniform(10...120.0)
    let (isPair, wide) = (g.chance(0.3), g.uniform(6...11.0))
    s.add(.box(50 - wide / 2, 48, wide, post + 8), m.trim)
    if isPair { s.add(.box(28, 50, 44, 8, round: 2), m.trim) }
    let (narrow, tall) = (g.uniform(0.5...1.1), g.uniform(0.85...1.3))
    let isBehind = g.chance(0.2)
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
    s.add(.blob([(50 - shoulder * 0.75, 22), (50 - shoulder * 0.6, 10), (50, 5), (50 + shoulder * 0.6, 10), (50 + shoulder * 0.75, 22), (50, 25)]), Swatch(dial))
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
    let screen = Color(hue: g.uniform(0.2...0.6), saturation: g.uniform(0.1...0.35), value: g.uniform(0.3...0.8))
    s.fill(.box(50 - half * 0.75, 9, half * 1.5, 13, round: 1.5), screen)
    s.stroke(.line(50 - half * 0.4, 15.5, 50 + half * 0.4, 15.5), 3, .ink)
    s.fill(.box(50 - half * 0.7, 26, half * 1.4, 11), m.accent.base)
    s.fill(.circle(50 - half * 0.35, 45, 3.4), .ink)
    s.fill(.box(50 + half * 0.1, 41, half * 0.6, 8), m.accent.base.shaded(-0.4))
  }

  /// A cabinet for a whole row of cars.
  private static func drawStation(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let view = Viewpoint(yaw: .pi / 2 + g.uniform(-1.0...1.0), pitch: g.uniform(0...0.25), distance: 300)
    let (w, depth, high) = (g.uniform(11...17.0), g.uniform(8...12.0), g.uniform(70...110.0))
    let foot = g.chance(0.5) ? high * g.uniform(0.3...0.5) : 0
    if foot > 0 { s.block(-4...4, 0...(foot + 2), halfWidth: 5, m.trim, seen: view) }
    s.solid(
      [
        Station(depth, foot, w), Station(depth, high * 0.8, w), Station(depth - 5, high, w), Station(-depth, high, w),
        Station(-depth, foot, w),
      ], m.main, seen: view, round: 3)
    let onFront = view.end(depth)
    s.fill(Path.box(-w * 0.7, high * 0.68, w * 1.4, high * 0.1).mapped(onFront), Color(hue: 0.4, saturation: 0.2, value: g.uniform(0.3...0.8)))
    s.fill(Path.box(-w * 0.7, high * 0.56, w * 1.4, high * 0.08).mapped(onFront), m.accent.base)
    s.fill(Path.box(w * 0.1, high * 0.46, w * 0.5, high * 0.06).mapped(onFront), .ink)
    if g.chance(0.6) {
      // The plate with a P.
      let top = view(Spot(0, high + 12, 0))
      s.add(.box(top.x - 12, top.y - 12, 24, 24, round: 3), Swatch(Color(red: 0.1, green: 0.3, blue: 0.75)))
      s.stroke(.line(top.x - 3, top.y - 7, top.x - 3, top.y + 8), 3.4, .paper)
      s.stroke(.arc(top.x - 2, top.y - 3, 6, 4.5, from: -1.5, to: 1.5), 3.4, .paper)
    }
  }
}
