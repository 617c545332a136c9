import Foundation
import Pictures
import Tensors

/// What stands in the street: traffic light, fire hydrant, stop sign, parking meter, by their makes.
enum StreetThing: String, BodyPlan, CaseIterable {
  case trafficLight, flatTrafficLight, walkLight, signalPost
  case fireHydrant, roundHydrant, pillarHydrant
  case stopSign, doubleStopSign, stopPaddle
  case parkingMeter, digitalMeter, payStation

  func draw(on s: inout Sketch, _ m: Swatches, using g: inout PCG32) {
    switch self {
    case .trafficLight, .flatTrafficLight, .walkLight, .signalPost:
      TrafficLights.draw(self, &s, m, &g)
    case .fireHydrant, .roundHydrant, .pillarHydrant: Hydrants.draw(self, &s, m, &g)
    case .stopSign, .doubleStopSign, .stopPaddle: StopSigns.draw(self, &s, m, &g)
    case .parkingMeter, .digitalMeter, .payStation: ParkingMeters.draw(self, &s, m, &g)
    }
  }
}

/// Heads of two or three lamps: upright or lying, seen from the front, aslant, from the side or behind; on
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
        s.add(head, strokes: 0.75) { $0.mapped { Point(x: 50 + side * 19 + ($0.x - 50) * 0.66, y: drop + $0.y * 0.66) } }
      }
    default: drawHead(&s, m, lamps: 3, yaw: g.uniform(-1.35...1.35), hasPost: g.chance(0.6), &g)
    }
  }

  /// One head, its lamps ahead of it, turned by `yaw`; one in five is seen from behind.
  private static func drawHead(
    _ s: inout Sketch, _ m: Swatches, lamps: Int, yaw: Double, hasPost: Bool, _ g: inout PCG32
  ) {
    let pitch = g.uniform(-0.35...0.1)
    let view = Viewpoint(yaw: .pi / 2 + yaw, pitch: pitch, distance: 400)
    let (w, cell, depth) = (g.uniform(10...15.0), g.uniform(20...25.0), g.uniform(6...12.0))
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
      let long = g.uniform(10...90.0)
      let base = place(-depth)(Point(x: 0, y: -half))
      s.add(.box(base.x - 3.5, base.y - 6, 7, long), m.trim)
    }
    let fromBehind = g.chance(0.18)
    func board() {
      s.add(Path.box(-w * 1.5, -half - w * 0.5, w * 3, 2 * half + w, round: 6).mapped(place(-depth * 0.3)), m.accent)
      s.inlay(Path.box(-w * 1.32, -half - w * 0.34, w * 2.64, 2 * half + w * 0.68, round: 5).mapped(place(-depth * 0.3)), m.main.shaded(-0.3))
    }
    let hasBoard = g.chance(0.35)
    if hasBoard && !fromBehind { board() }
    hull(-depth...depth, w, half, m.main.shaded(-0.15))
    s.inlay(Path.box(-w, -half, 2 * w, 2 * half, round: 4).mapped(place(fromBehind ? -depth : depth)), m.main)
    let lit = g.chance(0.12) ? -1 : g.below(lamps)
    for i in 0..<lamps {
      let y = half - cell * (Double(i) + 0.5)
      if fromBehind {
        s.stroke(Path.line(-w * 0.8, y - cell / 2, w * 0.8, y - cell / 2).mapped(place(-depth)), 1.6, m.main.base.shaded(-0.4))
        s.fill(Path.circle(0, y, w * 0.5).mapped(place(-depth)), m.main.base.shaded(-0.25))
        continue
      }
      // A hood over each lamp.
      let visor = Path.arc(0, y, w * 0.9, cell * 0.46, from: 0, to: .pi)
      let (far, near) = (visor.mapped(place(depth)), visor.mapped(place(depth + w * 0.9)))
      func ends(_ path: Path) -> [Point] {
        path.steps.map { step in
          switch step {
          case .move(let p), .line(let p): p
          case .curve(_, _, let p): p
          case .close: .zero
          }
        }
      }
      s.add(.polygon(Path.hull(ends(far) + ends(near)).map { ($0.x, $0.y) }), m.main.shaded(-0.3))
      let hue = lamps == 2 ? hues[i * 2] : hues[i]
      s.fill(Path.circle(0, y, w * 0.84).mapped(place(depth + 1)), .ink)
      s.fill(Path.circle(0, y, w * 0.74).mapped(place(depth + 1)), hue.shaded(i == lit ? 0.15 : -0.55))
    }
    if hasBoard && fromBehind { board() }
  }
}
