import Foundation
import Pictures
import Tensors

/// Fire hydrants: a barrel with a bonnet and nozzles, turned any way; tall pillars.
enum Hydrants {
  static func draw(_ make: StreetThing, _ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let pitch = g.chance(0.75) ? g.uniform(0.05...0.4) : g.uniform(0.5...0.9)
    let view = VehicleView(yaw: g.uniform(-1.57...1.57), pitch: pitch, distance: 260)
    let isTall = make == .pillarHydrant
    let r = isTall ? g.uniform(10...14.0) : g.uniform(14...21.0)
    let high = isTall ? g.uniform(66...92.0) : g.uniform(46...76.0)
    let nozzles = high * g.uniform(0.55...0.75)
    let wide = g.uniform(1.15...1.4)
    func disc(_ y: Double, _ r: Double) -> [Point] {
      (0..<12).map { i in
        let a = Double(i) * .pi / 6
        return view(Spot(r * cos(a), y, r * sin(a)))
      }
    }
    func drum(_ y: ClosedRange<Double>, _ low: Double, _ top: Double, _ swatch: Swatch) {
      s.add(.rounded(Path.hull(disc(y.lowerBound, low) + disc(y.upperBound, top)), by: 2), swatch)
    }
    func nozzle(_ angle: Double, _ size: Double, _ y: Double) {
      let (dx, dz) = (cos(angle), sin(angle))
      func ring(_ out: Double, _ size: Double) -> [Point] {
        (0..<8).map { i in
          let a = Double(i) * .pi / 4
          return view(Spot(dx * out - dz * size * cos(a), y + size * sin(a), dz * out + dx * size * cos(a)))
        }
      }
      s.add(.rounded(Path.hull(ring(r * 0.5, size) + ring(r * 1.5, size)), by: 1), m.main)
      s.add(.rounded(Path.hull(ring(r * 1.4, size * 1.15) + ring(r * 1.75, size * 1.15)), by: 1), m.trim)
      if view.nearness(Spot(dx, 0, dz)) > 0.5 {
        s.fill(.rounded(ring(r * 1.75, size * 0.45), by: 1), m.trim.base.shaded(-0.4))
      }
    }
    // A big nozzle ahead, a smaller one on either side; those behind the barrel come first.
    let count = isTall ? 2 : g.chance(0.8) ? 3 : 2
    let right = Double.pi / 2
    let angles: [Double] = count == 3 ? [0, right, -right] : [right, -right]
    func isNear(_ a: Double) -> Bool { view.nearness(Spot(cos(a), 0, sin(a))) > 0 }
    func drawNozzles(near: Bool) {
      for a in angles where isNear(a) == near {
        nozzle(a, r * (a == 0 ? 0.62 : 0.42), nozzles - (a == 0 ? 4 : 0))
      }
    }
    drum(0...6, r * wide, r * wide, m.main)
    drawNozzles(near: false)
    drum(5...high, r, r * (make == .roundHydrant ? 0.86 : 1), m.main)
    if g.chance(0.5) {
      s.inlay(.rounded(Path.hull(disc(high * 0.18, r) + disc(high * 0.28, r)), by: 1), m.trim)
    }
    drum((high - 2)...(high + 4), r * wide, r * wide, m.accent)
    let dome = make == .roundHydrant ? g.uniform(14...24.0) : g.uniform(7...14.0)
    let cap = g.chance(0.5) ? m.trim : m.main
    s.add(
      .rounded(
        Path.hull(disc(high + 3, r) + disc(high + dome * 0.65, r * 0.8) + disc(high + dome, r * 0.4)), by: 2),
      cap)
    drum((high + dome - 1)...(high + dome + 6), r * 0.25, r * 0.25, m.trim)
    drawNozzles(near: true)
  }
}
