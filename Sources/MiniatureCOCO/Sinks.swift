import Foundation
import Pictures
import Tensors

/// Sinks: basins on a pillar or on a wall, let into a worktop, steel ones for a kitchen, deep boxes, and
/// bowls.
enum Sink: String, BodyPlan, CaseIterable {
  case pillar, wall, sunken, kitchen, deep, bowl

  func draw(on s: inout Sketch, _ m: Swatches, using g: inout PCG32) {
    switch self {
    case .pillar, .wall: drawHanging(&s, m, &g)
    case .sunken: drawSunken(&s, m, &g)
    case .kitchen: drawKitchen(&s, m, &g)
    case .deep: drawDeep(&s, m, &g)
    case .bowl: drawBowl(&s, m, &g)
    }
  }

  /// A tap that stands at a point and bends towards the viewer: a swan's neck, or a short spout.
  private func drawTap(_ s: inout Sketch, at foot: Path.XY, _ metal: Swatch, _ g: inout PCG32) {
    let (x, y) = foot
    let side = g.uniform(-1.0...1)
    if g.chance(0.55) {
      let h = g.uniform(24...46.0)
      s.rod(
        .curve([
          (x, y), (x, y - h * 0.7), (x + side * 6, y - h), (x + side * 15, y - h * 0.86),
          (x + side * 17, y - h * 0.5),
        ]), 5.5, metal)
    } else {
      s.rod(.curve([(x, y), (x, y - 12), (x + side * 8, y - 14), (x + side * 14, y - 4)]), 7, metal)
    }
    if g.chance(0.6) {
      for dx in [-14.0, 14] {
        s.rod(.line(x + dx, y + 1, x + dx, y - 7), 5, metal)
        s.rod(.line(x + dx - 5, y - 8, x + dx + 5, y - 8), 4, metal)
      }
    } else {
      s.rod(.line(x, y - 4, x + 11, y - 10), 4.5, metal)
    }
  }

  /// From the front: the rim as a flat ellipse over a round or square hull.
  private func drawHanging(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let (half, flat, deep) = (g.uniform(36...60.0), g.uniform(5...24.0), g.uniform(22...46.0))
    let isSquare = g.chance(0.4)
    if self == .pillar {
      let (waist, floor) = (g.uniform(7...15.0), g.uniform(88...122.0))
      s.add(
        .blob([
          (50 - half * 0.4, 40 + deep * 0.7), (50 - waist, 74), (50 - waist * 1.6, floor),
          (50 + waist * 1.6, floor), (50 + waist, 74), (50 + half * 0.4, 40 + deep * 0.7),
        ]), m.main.shaded(-0.15))
    } else if g.chance(0.6) {
      s.rod(
        .curve([(50, 38 + deep), (50, 56 + deep), (58, 62 + deep), (64, 54 + deep), (64, 44 + deep)]), 6,
        .chrome)
    }
    if isSquare {
      s.add(
        .polygon([
          (50 - half, 40), (50 + half, 40), (50 + half * 0.9, 40 + deep), (50 - half * 0.9, 40 + deep),
        ]), m.main.shaded(-0.06))
      s.add(
        .polygon([
          (50 - half * 0.9, 40 - flat), (50 + half * 0.9, 40 - flat), (50 + half, 41), (50 - half, 41),
        ]), m.main)
    } else {
      var hull = Path.arc(50, 40, half * 0.97, deep, from: 0, to: .pi)
      hull.steps.append(.close)
      s.add(hull, m.main.shaded(-0.06))
      s.add(.ellipse(50, 40, half, flat), m.main)
    }
    let y = isSquare ? 40 - flat * 0.45 : 40 + flat * 0.08
    s.fill(.ellipse(50, y, half * 0.76, flat * (isSquare ? 0.38 : 0.7)), m.main.base.shaded(-0.25))
    s.fill(.ellipse(50, y + flat * 0.2, 4, 2), .ink)
    drawTap(&s, at: (50, 41 - flat * 0.85), m.trim, &g)
  }

  /// From above: a rim, a hollow, a drain, a tap behind it.
  private func drawSunken(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let (w, h) = (g.uniform(90...116.0), g.uniform(60...86.0))
    let view = SolidView(
      yaw: g.uniform(-0.55...0.55), pitch: g.uniform(0.45...1.4), perspective: g.uniform(0...0.35))
    let f = SolidFace(view, from: (-w / 2, 0, h / 2), across: (w, 0, 0), down: (0, 0, -h))
    let round = g.drawOne(of: [h / 2, h / 2, 12])
    func ring(_ inset: Double) -> Path {
      round > 20
        ? f.ellipse(w / 2, h / 2, w / 2 - inset, h / 2 - inset)
        : f.box(inset, inset, w - 2 * inset, h - 2 * inset, round: round)
    }
    s.add(ring(0), m.main)
    s.fill(ring(9), m.main.base.shaded(-0.28))
    s.fill(ring(16).moved(0, 3), m.main.base.shaded(-0.1))
    if g.chance(0.3) { s.fill(ring(18).moved(0, 3), Color(red: 0.6, green: 0.75, blue: 0.82)) }
    s.fill(f.ellipse(w / 2, h * 0.56, 6, 6), .ink)
    drawTap(&s, at: f(w / 2, 6), m.trim, &g)
  }

  /// Steel, with one or two basins, sometimes a board to drain dishes.
  private func drawKitchen(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let (w, h) = (g.uniform(92...140.0), g.uniform(52...74.0))
    let view = SolidView(
      yaw: g.uniform(-0.7...0.7), pitch: g.uniform(0.45...1.4), perspective: g.uniform(0...0.35))
    let f = SolidFace(view, from: (-w / 2, 0, h / 2), across: (w, 0, 0), down: (0, 0, -h))
    s.add(f.box(0, 0, w, h, round: 6), m.main)
    let count = g.drawOne(of: [1.0, 2, 2])
    let drains = w > 110 && g.chance(0.6)
    let reach = drains ? w * 0.66 : w
    let each = (reach - 6 - 5 * count) / count
    for i in 0..<Int(count) {
      let basin = f.part(6 + Double(i) * (each + 5), 12, each, h - 19)
      s.add(basin.box(0, 0, each, basin.height, round: 7), m.main.shaded(-0.42).plain)
      s.fill(
        basin.box(each * 0.1, basin.height * 0.26, each * 0.8, basin.height * 0.68, round: 5),
        m.main.base.shaded(-0.2))
      s.fill(basin.ellipse(each / 2, basin.height * 0.62, 5, 5), .ink)
    }
    if drains {
      for x in [0.7, 0.77, 0.84, 0.91] {
        s.stroke(f.line(w * x, 14, w * x, h - 9), 2, m.main.base.shaded(-0.35))
      }
    }
    drawTap(&s, at: f(reach / 2, 6), m.trim, &g)
  }

  /// A deep box with a high front, as in old kitchens and laundries.
  private func drawDeep(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let (w, h, d) = (g.uniform(84...116.0), g.uniform(22...48.0), g.uniform(46...64.0))
    let view = SolidView(
      yaw: g.uniform(-0.8...0.8), pitch: g.uniform(0.3...0.9), perspective: g.uniform(0.05...0.35))
    let box = SolidBox(width: w, height: h, depth: d, view: view)
    s.add(box, m.main)
    let f = box.upper
    s.fill(f.box(6, 8, w - 12, d - 14, round: 4), m.main.base.shaded(-0.45))
    s.fill(f.box(10, d * 0.36, w - 20, d * 0.5, round: 3), m.main.base.shaded(-0.2))
    s.fill(f.ellipse(w / 2, d * 0.62, 5, 5), .ink)
    drawTap(&s, at: f(w / 2, 5), m.trim, &g)
  }

  /// A bowl on a worktop, a tall tap behind it.
  private func drawBowl(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let (half, flat, deep) = (g.uniform(40...54.0), g.uniform(9...20.0), g.uniform(24...40.0))
    let side = g.drawOne(of: [-1.0, 1])
    let x = 50 + side * half * g.uniform(0...0.7)
    let height = g.uniform(34...60.0)
    s.rod(
      .polyline([(x, 46), (x, 40 - height), (x - side * 22, 42 - height), (x - side * 22, 50 - height)]), 6,
      m.trim)
    s.rod(.line(x, 38 - height, x + side * 9, 34 - height), 4, m.trim)
    s.add(
      .polygon([
        (50 - half * 0.4, 36 + deep), (50 + half * 0.4, 36 + deep), (50 + half * 0.36, 44 + deep),
        (50 - half * 0.36, 44 + deep),
      ]),
      m.trim.shaded(-0.2))
    var hull = Path.arc(50, 40, half, deep, from: 0, to: .pi)
    hull.steps.append(.close)
    s.add(hull, m.main.shaded(-0.08))
    s.addPierced(
      .ellipse(50, 40, half, flat) + .ellipse(50, 40, half - 4, flat - 3), m.main.shaded(0.1))
    s.fill(.ellipse(50, 40, half - 4, flat - 3), m.main.base.shaded(-0.3))
    s.fill(.ellipse(50, 40 + flat * 0.4, half * 0.6, flat * 0.4), Color(red: 0.6, green: 0.75, blue: 0.82))
  }
}
