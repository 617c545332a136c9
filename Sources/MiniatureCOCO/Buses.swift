import Foundation
import Pictures
import Tensors

/// A long body with rows of windows: a bus of one deck or two, a carriage.
struct Saloon {
  var length: ClosedRange<Double>
  var floor: Double
  var top: Double
  var halfWidth: Double
  var decks = 1
  /// How far the front leans back.
  var slope = 0.0

  /// The body with its windows, stripe and doors; ends are drawn apart.
  func draw(
    on s: inout Sketch, _ m: Swatches, _ view: VehicleView, windows count: Int, glass: Color, stripe: Double,
    doors: [Double] = []
  ) {
    let (back, front) = (length.lowerBound, length.upperBound)
    let middle = (floor + top) / 2
    s.solid(
      [
        Station(front, floor, halfWidth), Station(front, middle, halfWidth),
        Station(front - slope, top, halfWidth * 0.96), Station(back, top, halfWidth * 0.96),
        Station(back, floor, halfWidth),
      ], m.main, seen: view, round: 3)
    guard cos(view.yaw) > 0.12 else { return }
    let onSide = view.side(halfWidth)
    let height = (top - floor) / Double(decks)
    let room = (front - slope - back) - 6
    s.inlay(
      Path.box(back + 1, floor + stripe * height, front - back - 2, height * 0.16).mapped(onSide), m.trim)
    for deck in 0..<decks {
      let foot = floor + height * (Double(deck) + (decks == 1 ? 0.5 : 0.42))
      let step = room / Double(count)
      let row = (0..<count).reduce(Path()) { row, i in
        row + .box(back + 4 + Double(i) * step, foot, step * 0.82, height * 0.34, round: 1)
      }
      s.fill(row.mapped(onSide), glass)
    }
    guard !doors.isEmpty else { return }
    let openings = doors.reduce(Path()) { $0 + .box(back + (front - back) * $1, floor + 1, 8, height * 0.84) }
    s.fill(openings.mapped(onSide), glass.shaded(-0.3))
  }

  /// The end that is seen: a wide pane above, lamps below.
  func drawEnd(on s: inout Sketch, _ m: Swatches, _ view: VehicleView, glass: Color, sign: Color?) {
    guard abs(sin(view.yaw)) > 0.25 else { return }
    let front = view.seesFront
    let onEnd = view.end(front ? length.upperBound : length.lowerBound)
    let (w, height) = (halfWidth, (top - floor) / Double(decks))
    for deck in 0..<decks {
      let foot = floor + height * (Double(deck) + (front && deck == 0 ? 0.36 : 0.48))
      let tall = height * (front && deck == 0 ? 0.44 : 0.34)
      s.fill(Path.box(-w * 0.88, foot, w * 1.76, tall, round: 2).mapped(onEnd), glass)
    }
    if front && decks == 1 {
      s.stroke(
        Path.line(0, floor + height * 0.36, 0, floor + height * 0.8).mapped(onEnd), 1.4,
        m.main.base.shaded(-0.3))
    }
    if let sign {
      s.fill(Path.box(-w * 0.6, top - height * 0.17, w * 1.2, height * 0.13).mapped(onEnd), .ink)
      s.stroke(Path.line(-w * 0.45, top - height * 0.1, w * 0.45, top - height * 0.1).mapped(onEnd), 2, sign)
    }
    s.fill(Path.box(-w * 0.95, floor, w * 1.9, height * 0.1).mapped(onEnd), m.trim.base.shaded(-0.4))
    for side in [-1.0, 1.0] {
      s.fill(
        Path.circle(side * w * 0.74, floor + height * 0.2, w * 0.15).mapped(onEnd), front ? .lamp : .tailLamp)
    }
  }
}

/// Buses: of one deck, of two, with a bonnet for schools, small.
enum Buses {
  static func draw(_ make: RoadVehicle, _ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    var view = VehicleView.onGround(upTo: 0.7, using: &g)
    view.distance = 260
    let half =
      switch make {
      case .minibus: g.uniform(30...42.0)
      case .doubleDecker: g.uniform(38...56.0)
      default: g.uniform(46...82.0)
      }
    let width = g.uniform(14...17.0)
    let bonnet = make == .schoolBus ? g.uniform(12...20.0) : 0
    let top =
      make == .doubleDecker
      ? g.uniform(48...58.0) : make == .minibus ? g.uniform(30...36.0) : g.uniform(32...40.0)
    let body = Saloon(
      length: -half...(half - bonnet), floor: 5, top: top, halfWidth: width,
      decks: make == .doubleDecker ? 2 : 1,
      slope: make == .schoolBus ? 0 : g.uniform(0...5.0))
    let glass = Color.glass(using: &g)
    let wheel = make == .schoolBus ? 8.0 : 7.5
    let axles = [half * 0.68, -half * g.uniform(0.45...0.7)]
    s.rollers(axles, halfWidth: width, radius: wheel, seen: view)
    func drawBonnet(_ s: inout Sketch) {
      guard bonnet > 0 else { return }
      s.block(
        (half - bonnet - 4)...half, 5...(top * 0.56), halfWidth: width * 0.85, m.main, seen: view, round: 4)
      guard view.yaw > 0.25 else { return }
      s.fill(Path.box(-width * 0.45, 8, width * 0.9, top * 0.3, round: 2).mapped(view.end(half)), .ink)
      for side in [-0.66, 0.66] {
        s.fill(Path.circle(side * width, top * 0.34, 2.6).mapped(view.end(half)), .lamp)
      }
    }
    if !view.seesFront { drawBonnet(&s) }
    body.draw(
      on: &s, m, view, windows: max(3, Int(half / g.uniform(6...11.0))), glass: glass,
      stripe: g.uniform(0.1...0.32),
      doors: make == .schoolBus ? [] : [0.86, g.uniform(0.3...0.5)])
    if !(bonnet > 0 && view.seesFront) {
      body.drawEnd(
        on: &s, m, view, glass: glass, sign: g.chance(0.6) ? Color(hue: 0.09, saturation: 0.8, value: 1) : nil
      )
    } else if view.yaw > 0.25 {
      s.fill(
        Path.box(-width * 0.85, top * 0.56, width * 1.7, top * 0.3, round: 2).mapped(view.end(half - bonnet)),
        glass)
    }
    if view.seesFront { drawBonnet(&s) }
    s.hubs(axles, halfWidth: width, radius: wheel, m.accent, seen: view)
  }
}
