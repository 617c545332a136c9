import Foundation
import Pictures
import Tensors

/// A motor car as a solid: where its bonnet ends, where its cabin stands, how high it is.
struct CarBody {
  /// Half its length, half its width.
  var half: Double
  var width: Double
  var sill: Double
  var nose: Double
  var waist: Double
  var boot: Double
  var roof: Double
  /// Along the car: the windscreen's foot and top, the rear window's top and foot.
  var screen: (foot: Double, top: Double)
  var rear: (top: Double, foot: Double)
  var wheel: Double
  var isOpen = false

  /// One of a make, in its own proportions.
  init(_ make: RoadVehicle, using g: inout PCG32) {
    half = g.uniform(42...54.0)
    width = g.uniform(18...23.0)
    sill = g.uniform(4...7.0)
    waist = g.uniform(19...24.0)
    nose = waist - g.uniform(1...5.0)
    boot = waist - g.uniform(0...3.0)
    roof = waist + g.uniform(11...15.0)
    wheel = g.uniform(7.5...9.5)
    screen = (half * g.uniform(0.35...0.55), half * g.uniform(0.05...0.2))
    rear = (-half * g.uniform(0.35...0.5), -half * g.uniform(0.62...0.8))
    switch make {
    case .hatchback:
      half *= g.uniform(0.72...0.86)
      roof += g.uniform(1...5.0)
      screen = (half * g.uniform(0.45...0.65), half * g.uniform(0.1...0.25))
      rear = (-half * g.uniform(0.7...0.85), -half * g.uniform(0.9...0.98))
    case .offRoader:
      sill += 3
      wheel *= 1.25
      waist += 5
      nose = waist - g.uniform(0...2.0)
      boot = waist
      roof = waist + g.uniform(12...17.0)
      screen = (half * g.uniform(0.3...0.45), half * g.uniform(0.15...0.28))
      rear = (-half * g.uniform(0.86...0.95), -half * 0.98)
    case .minivan:
      waist += 3
      nose = waist - g.uniform(3...7.0)
      roof = waist + g.uniform(16...24.0)
      screen = (half * g.uniform(0.7...0.85), half * g.uniform(0.35...0.55))
      rear = (-half * g.uniform(0.9...0.96), -half * 0.98)
    case .sportsCar:
      waist -= g.uniform(3...5.0)
      nose = waist - g.uniform(4...7.0)
      boot = waist
      roof = waist + g.uniform(8...11.0)
      width += 2
      screen = (half * g.uniform(0.2...0.4), -half * g.uniform(0.0...0.15))
      rear = (-half * g.uniform(0.25...0.4), -half * g.uniform(0.6...0.9))
      isOpen = g.chance(0.4)
    default: break
    }
  }
}

extension CarBody {
  func draw(on s: inout Sketch, _ m: Swatches, using g: inout PCG32) {
    let view = VehicleView.onGround(using: &g)
    let glass = Color.glass(using: &g)
    let axles = [half * g.uniform(0.56...0.66), -half * g.uniform(0.52...0.64)]
    s.rollers(axles, halfWidth: width, radius: wheel, seen: view)
    s.solid(
      [
        Station(half * 0.99, sill, width), Station(half, nose * 0.7, width),
        Station(half * 0.95, nose, width),
        Station(screen.foot, waist, width), Station(rear.foot, waist, width),
        Station(-half * 0.97, boot, width),
        Station(-half, boot * 0.6, width), Station(-half * 0.98, sill, width),
      ], m.main, seen: view, round: 4)
    if isOpen {
      drawOpenCabin(&s, m, view, glass)
    } else {
      drawCabin(&s, m, view, glass)
    }
    drawEnd(&s, m, view, &g)
    if cos(view.yaw) > 0.3 {
      let onSide = view.side(width)
      let line = m.main.base.shaded(-0.45)
      s.fill(Path.box(-half * 0.95, sill, half * 1.9, 3).mapped(onSide), m.trim.base)
      let door = (screen.top + rear.top) / 2
      s.stroke(Path.line(door, sill + 2, door, waist).mapped(onSide), 1.2, line)
      s.stroke(Path.line(door - 7, waist - 3.5, door - 2, waist - 3.5).mapped(onSide), 1.6, line)
    }
    s.hubs(axles, halfWidth: width, radius: wheel, m.accent, seen: view)
  }

  private func drawCabin(_ s: inout Sketch, _ m: Swatches, _ view: VehicleView, _ glass: Color) {
    let (foot, top) = (width * 0.96, width * 0.78)
    let panes = Swatch(glass, .glass)
    s.solid(
      [
        Station(screen.foot, waist, foot), Station(screen.top, roof, top), Station(rear.top, roof, top),
        Station(rear.foot, waist, foot),
      ], m.main, seen: view, round: 3
    ) { $0 == 0 || $0 == 2 ? panes : nil }
    guard cos(view.yaw) > 0.12 else { return }
    // Two side windows, on a side that leans inwards.
    func spot(_ along: Double, _ up: Double) -> Point {
      let (front, back) = (
        screen.foot + (screen.top - screen.foot) * up, rear.foot + (rear.top - rear.foot) * up
      )
      return view(
        Spot(
          back + (front - back) * along, waist + (roof - waist) * up, foot + (top - foot) * up))
    }
    for (a, b) in [(0.08, 0.47), (0.53, 0.92)] {
      s.fill(.rounded([spot(a, 0.06), spot(b, 0.06), spot(b, 0.84), spot(a, 0.84)], by: 1.5), glass)
    }
  }

  private func drawOpenCabin(_ s: inout Sketch, _ m: Swatches, _ view: VehicleView, _ glass: Color) {
    let inside = Path.box(rear.foot, -width * 0.85, screen.foot - rear.foot, width * 1.7, round: 4)
    s.fill(inside.mapped(view.level(waist)), m.trim.base.shaded(-0.3))
    for z in [-0.45, 0.45] {
      let seat = (rear.top + screen.top) / 2
      s.add(
        .limb(
          [view(Spot(seat, waist - 1, z * width)), view(Spot(seat - 3, roof - 4, z * width))].map {
            ($0.x, $0.y)
          },
          [9, 8]), m.trim)
    }
    let frame = [
      Spot(screen.foot, waist, -width * 0.9), Spot(screen.top, roof, -width * 0.8),
      Spot(screen.top, roof, width * 0.8), Spot(screen.foot, waist, width * 0.9),
    ].map { view($0) }
    s.rod(.polygon(frame.map { ($0.x, $0.y) }), 1.8, m.main.plain)
    s.fill(.polygon(frame.map { ($0.x, $0.y) }), glass.withAlpha(0.6))
  }

  /// Lamps, grille and number plate of whichever end is seen.
  private func drawEnd(_ s: inout Sketch, _ m: Swatches, _ view: VehicleView, _ g: inout PCG32) {
    let front = view.seesFront
    let (x, top) = front ? (half, nose) : (-half, boot)
    let (from, across) = (sill + (top - sill) * 0.5, width * g.uniform(0.18...0.3))
    let lamp = front ? Color.lamp.shaded(g.uniform(0...0.6)) : .tailLamp
    if abs(sin(view.yaw)) > 0.25 {
      let onEnd = view.end(x)
      s.fill(Path.box(-width * 0.96, sill, width * 1.92, 3.5, round: 1).mapped(onEnd), m.trim.base)
      if front {
        let wide = width * g.uniform(0.4...0.62)
        s.fill(Path.box(-wide, from - 1, 2 * wide, (top - sill) * 0.36, round: 2).mapped(onEnd), .ink)
      }
      s.fill(Path.box(-width * 0.25, sill + 3, width * 0.5, 4).mapped(onEnd), .paper)
      for side in [-1.0, 1.0] {
        s.fill(
          Path.ellipse(side * width * 0.76, from + 2, across, (top - sill) * 0.2).mapped(onEnd), lamp)
      }
    } else {
      // From the side a lamp is a glimpse at each end.
      s.fill(Path.ellipse(half * 0.95, nose - 4, 3.5, 2.6).mapped(view.side(width)), .lamp)
      s.fill(Path.ellipse(-half * 0.95, boot - 4, 3, 3).mapped(view.side(width)), .tailLamp)
    }
  }
}
