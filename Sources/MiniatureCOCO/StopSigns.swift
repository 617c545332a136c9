import Foundation
import Pictures
import Tensors

/// Stop signs: on a short or a long post, aslant, from behind, two on one post, on a stick in a hand.
enum StopSigns {
  static func draw(_ make: StreetThing, _ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    switch make {
    case .doubleStopSign: drawWithOthers(&s, m, &g)
    case .stopPaddle:
      s.add(.box(46, 66, 8, g.uniform(14...40.0), round: 3), m.accent)
      drawPlate(&s, m, yaw: g.uniform(-1.0...1.0), &g)
    default:
      if g.chance(0.75) {
        let wide = g.uniform(5...14.0)
        s.add(.box(50 - wide / 2, g.uniform(-24...20.0), wide, g.uniform(90...170.0)), m.trim)
      }
      drawPlate(&s, m, yaw: g.uniform(-1.3...1.3), &g)
    }
  }

  /// On one post with a plate below it, with street names above, or with a second sign for another street.
  private static func drawWithOthers(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let wide = g.uniform(6...10.0)
    s.add(.box(50 - wide / 2, -12, wide, g.uniform(70...130.0)), m.trim)
    switch g.below(3) {
    case 0:
      drawPlate(&s, m, yaw: g.uniform(-0.7...0.7), &g)
      let (w, h) = (g.uniform(18...34.0), g.uniform(14...34.0))
      s.add(.box(50 - w, 78, 2 * w, h, round: 2), m.accent)
      s.fill(.box(50 - w * 0.75, 78 + h * 0.36, w * 1.5, h * 0.28), m.accent.base.shaded(0.7))
    case 1:
      drawPlate(&s, m, yaw: g.uniform(-0.7...0.7), &g)
      for (y, lean) in [(-14.0, 0.08), (-28, -0.1)] {
        let half = g.uniform(26...46.0)
        s.add(.box(50 - half, y, half * 2, 12, round: 1).turned(lean, about: (50, y)), m.accent)
        s.stroke(.line(34, y + 6, 66, y + 6), 3, m.accent.base.shaded(0.75))
      }
    default:
      for (x, yaw) in [(-30.0, g.uniform(0.3...1.2)), (30, -g.uniform(0.3...1.2))] {
        var plate = Sketch()
        drawPlate(&plate, m, yaw: yaw, &g)
        s.add(plate) { $0.moved(x * cos(yaw), 0) }
      }
    }
  }

  /// The octagon with its border and its word, seen aslant; one in seven shows its bare back.
  private static func drawPlate(_ s: inout Sketch, _ m: Swatches, yaw: Double, _ g: inout PCG32) {
    var plate = Sketch()
    let octagon = { (r: Double) in Path.regular(8, 50, 36, r, turn: .pi / 8) }
    if g.chance(0.14) {
      let bare = Swatch(Color(hue: 0.6, saturation: 0.06, value: g.uniform(0.4...0.85)), .metal)
      plate.add(octagon(38), bare)
      plate.stroke(.line(26, 26, 74, 26) + .line(26, 46, 74, 46), 3, bare.base.shaded(-0.25))
      plate.stroke(.line(50, 2, 50, 70), 5, bare.base.shaded(-0.15))
    } else {
      let white = Color.paper.shaded(g.uniform(-0.45...0))
      plate.add(octagon(38), Swatch(white))
      plate.inlay(octagon(g.uniform(28.5...35.5)), m.main)
      drawWord(&plate, white, large: g.uniform(0.8...1.35))
      if g.chance(0.4) { drawWear(&plate, &g) }
    }
    let (narrow, slant) = (cos(yaw), 0.16 * sin(yaw))
    s.add(plate) { $0.mapped { Point(x: 50 + ($0.x - 50) * narrow, y: $0.y + ($0.x - 50) * slant) } }
  }

  /// The shadow of a branch, or a sticker.
  private static func drawWear(_ plate: inout Sketch, _ g: inout PCG32) {
    let x = g.uniform(20...60.0)
    if g.chance(0.5) {
      plate.fill(
        .polygon([(x - 4, 6), (x + 18, 4), (x + 12, 36), (x + 20, 67), (x - 4, 67), (x + 2, 36)]),
        Color(gray: 0.02, alpha: g.uniform(0.3...0.6)))
    } else {
      let color = Color(hue: g.uniform(0...1.0), saturation: 0.7, value: g.uniform(0.3...0.95))
      plate.fill(.box(x, g.chance(0.5) ? 10 : 49, 20, 13, round: 3), color)
    }
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
