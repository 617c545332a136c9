import Foundation
import Pictures
import Tensors

/// Heads of one to five lamps: upright or lying, seen from the front, aslant, from the side or behind; on
/// boards, on posts, on arms.
enum TrafficLights {
  private static let hues = [
    Color(red: 0.98, green: 0.15, blue: 0.12), Color(red: 1.0, green: 0.75, blue: 0.1),
    Color(red: 0.15, green: 0.9, blue: 0.45),
  ]

  static func draw(_ make: StreetThing, _ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    switch make {
    case .flatTrafficLight:
      var head = Sketch()
      drawHead(&head, m, lamps: 3, yaw: g.uniform(-0.6...0.6), hasPost: false, &g)
      s.add(head) { $0.turned(-.pi / 2, about: (50, 40)) }
      if g.chance(0.6) {
        // The arm it hangs from.
        let b = s.bounds
        s.rod(.line(b.left - g.uniform(4...50.0), b.centre.y, b.left + 4, b.centre.y), 5, m.trim.plain)
      }
    case .walkLight: drawHead(&s, m, lamps: 2, yaw: g.uniform(-1.1...1.1), hasPost: g.chance(0.5), &g)
    case .signalPost:
      // Heads facing both ways on one post.
      let long = g.uniform(70...130.0)
      s.add(.box(46.5, 10, 7, long), m.trim)
      for (side, yaw) in [(-1.0, g.uniform(-1.5 ... -0.5)), (1, g.uniform(0.0...1.5))] {
        var head = Sketch()
        drawHead(&head, m, lamps: 3, yaw: yaw, hasPost: false, &g)
        let drop = g.uniform(0...12.0)
        s.add(head, strokes: 0.75) {
          $0.mapped { Point(x: 50 + side * 19 + ($0.x - 50) * 0.66, y: drop + $0.y * 0.66) }
        }
      }
    case .turnLight:
      // One lamp above, two pairs below: for those who go on and for those who turn.
      s.add(.box(38, 10, 24, 60, round: 3), m.main.shaded(-0.3))
      for (x, y, lamps) in [(0.0, -34.0, 1), (-0.5, 10, 2), (0.5, 10, 2)] {
        var head = Sketch()
        drawHead(&head, m, lamps: lamps, yaw: g.uniform(-0.1...0.1), hasPost: false, &g)
        let (b, high) = (head.bounds, lamps == 1 ? 26.0 : 50)
        s.add(head) {
          $0.mapped {
            Point(
              x: 50 + x * 28 + ($0.x - b.centre.x) * 30 / b.width,
              y: 40 + y + ($0.y - b.centre.y) * high / b.height)
          }
        }
      }
    default:
      drawHead(
        &s, m, lamps: [3, 3, 3, 3, 4, 4, 3, 1][g.below(8)], yaw: g.uniform(-1.35...1.35),
        hasPost: g.chance(0.6), &g)
    }
  }

  /// One head, its lamps ahead of it, turned by `yaw`; now and then it is seen from behind.
  private static func drawHead(
    _ s: inout Sketch, _ m: Swatches, lamps: Int, yaw: Double, hasPost: Bool, _ g: inout PCG32
  ) {
    let fromBehind = g.chance(0.1)
    let toward = fromBehind ? -.pi / 2 + (yaw < 0 ? -0.7 : 0.7) : .pi / 2 + yaw
    let view = VehicleView(yaw: toward, pitch: g.uniform(-0.35...0.1), distance: 400)
    let (w, cell, depth) = (g.uniform(9...15.0), g.uniform(19...27.0), g.uniform(5...14.0))
    let half = cell * Double(lamps) / 2
    func place(_ x: Double) -> (Point) -> Point {
      { p in
        let q = view(Spot(x, p.y, p.x))
        return Point(x: q.x, y: q.y - 10)
      }
    }
    func hull(_ x: ClosedRange<Double>, _ w: Double, _ h: Double, _ swatch: Swatch) {
      let ends = [x.lowerBound, x.upperBound].flatMap { x in
        [Point(x: -w, y: -h), Point(x: w, y: -h), Point(x: w, y: h), Point(x: -w, y: h)].map(place(x))
      }
      s.add(.rounded(Path.hull(ends), by: 4), swatch)
    }
    if hasPost {
      let long = g.uniform(10...56.0)
      let base = place(-depth)(Point(x: 0, y: -half))
      s.add(.box(base.x - 3.5, base.y - 6, 7, long), m.trim)
    }
    func board() {
      s.add(
        Path.box(-w * 1.5, -half - w * 0.5, w * 3, 2 * half + w, round: 6).mapped(place(-depth * 0.3)),
        m.accent)
      s.inlay(
        Path.box(-w * 1.32, -half - w * 0.34, w * 2.64, 2 * half + w * 0.68, round: 5).mapped(
          place(-depth * 0.3)), m.main.shaded(-0.3))
    }
    func height(_ i: Int) -> Double { half - cell * (Double(i) + 0.5) }
    /// The hood over a lamp.
    func drawHood(_ i: Int) {
      let rim = (0...4).map { k in
        let a = Double(k) * .pi / 4
        return Point(x: w * 0.9 * cos(a), y: height(i) + cell * 0.46 * sin(a))
      }
      let hood = rim.map(place(depth)) + rim.map(place(depth + w))
      s.add(.rounded(Path.hull(hood), by: 1), m.main.shaded(-0.3))
    }
    let hasBoard = g.chance(0.35)
    if hasBoard && !fromBehind { board() }
    if fromBehind { for i in 0..<lamps { drawHood(i) } }
    hull(-depth...depth, w, half, m.main.shaded(-0.15))
    s.inlay(Path.box(-w, -half, 2 * w, 2 * half, round: 4).mapped(place(fromBehind ? -depth : depth)), m.main)
    // A lamp shines more or less; those that are off are dark.
    let (glare, gloom) = (g.uniform(0...0.5), g.uniform(0.5...0.85))
    let lit = lamps == 1 ? 0 : g.chance(0.12) ? -1 : g.below(lamps)
    for i in 0..<lamps {
      let y = height(i)
      if fromBehind {
        s.stroke(
          Path.line(-w * 0.8, y - cell / 2, w * 0.8, y - cell / 2).mapped(place(-depth)), 1.6,
          m.main.base.shaded(-0.4))
        s.fill(Path.circle(0, y, w * 0.5).mapped(place(-depth)), m.main.base.shaded(-0.25))
        continue
      }
      drawHood(i)
      let hue = lamps == 1 ? hues[g.below(2)] : lamps == 2 ? hues[i * 2] : hues[min(i, 2)]
      s.fill(Path.circle(0, y, w * 0.84).mapped(place(depth + 1)), .ink)
      s.fill(Path.circle(0, y, w * 0.74).mapped(place(depth + 1)), hue.shaded(i == lit ? glare : -gloom))
    }
    if hasBoard && fromBehind { board() }
  }
}
