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
          let name = Path.box(50 - g.uniform(26...42.0), y, g.uniform(60...80.0), 11, round: 1).turned(
            lean, about: (50, y))
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
        s.add(.box(50 - wide / 2, 0, wide, g.uniform(74...170.0)), m.trim)
      }
      drawPlate(&s, m, yaw: g.uniform(-1.2...1.2), &g)
    }
  }

  /// The octagon with its border and its word, seen aslant; one in ten shows its bare back.
  private static func drawPlate(_ s: inout Sketch, _ m: Swatches, yaw: Double, _ g: inout PCG32) {
    var plate = Sketch()
    let octagon = { (r: Double) in Path.regular(8, 50, 36, r, turn: .pi / 8) }
    if g.chance(0.1) {
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
        plate.fill(
          .polygon([(x - 4, 4), (x + 18, 2), (x + 12, 36), (x + 22, 68), (x - 6, 69), (x + 2, 36)]), shade)
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
