import Foundation
import Pictures
import Tensors

/// Bottles, by what they hold. Most stand; some lie, some are seen from above.
enum Bottle: String, BodyPlan, CaseIterable {
  case wine, beer, water, soda, squeezed, pump, jug, flask

  func draw(on s: inout Sketch, _ m: Swatches, using g: inout PCG32) {
    if g.chance(0.12) {
      Bottle.drawFromAbove(&s, m, &g)
      return
    }
    var standing = Sketch()
    drawStanding(&standing, m, &g)
    let turn = g.chance(0.2) ? g.drawOne(of: [-1, 1]) * g.uniform(1.1...1.8) : 0
    s.add(standing) { $0.turned(turn, about: (50, 50)) }
  }

  /// The same bottle, always standing.
  func drawStanding(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    switch self {
    case .wine:
      let width = g.uniform(13.0...22)
      let slope = g.uniform(6.0...24)
      Bottle.drawShape(
        &s, m, &g, width: width, neck: g.uniform(5...7.5), shoulder: g.uniform(34...52), slope: slope)
      s.add(.box(42.5, 0, 15, g.uniform(8...24), round: 2), m.accent)
    case .beer:
      let width = g.uniform(17.0...25)
      Bottle.drawShape(
        &s, m, &g, width: width, neck: g.uniform(7...9), shoulder: g.uniform(40...56),
        slope: g.uniform(18...30))
      s.add(.box(40.5, 0, 19, 6, round: 2), m.accent)
    case .water: Bottle.drawWater(&s, m, &g)
    case .soda: Bottle.drawSoda(&s, m, &g)
    case .squeezed: Bottle.drawSqueezed(&s, m, &g)
    case .pump: Bottle.drawPump(&s, m, &g)
    case .jug: Bottle.drawJug(&s, m, &g)
    case .flask: Bottle.drawFlask(&s, m, &g)
    }
  }

  /// Half widths of the body and of the neck, where the shoulder lies and how tall it is.
  private static func drawShape(
    _ s: inout Sketch, _ m: Swatches, _ g: inout PCG32, width w: Double, neck n: Double, shoulder: Double,
    slope: Double
  ) {
    s.add(
      .turned(
        at: 50,
        profile: [
          (n, 3), (n, shoulder - slope), (n * 1.25, shoulder - slope * 0.75),
          (w * 0.94, shoulder - slope * 0.12),
          (w, shoulder + 6), (w, 70), (w, 95), (w * 0.86, 100),
        ]), m.main)
    if g.chance(0.3) {
      // What is left in it.
      let level = g.uniform(shoulder...85)
      s.inlay(.box(50 - w + 1, level, 2 * w - 2, 98 - level, round: 4), m.main.shaded(-0.35))
    }
    drawLabel(&s, m, &g, width: w, top: shoulder + g.uniform(2...10), bottom: g.uniform(80...94))
    s.fill(.box(50 - w * 0.75, shoulder + 4, w * 0.22, 88 - shoulder, round: 2), Color.paper.withAlpha(0.35))
  }

  /// A band, a patch or nothing, with a device on it.
  private static func drawLabel(
    _ s: inout Sketch, _ m: Swatches, _ g: inout PCG32, width w: Double, top: Double, bottom: Double
  ) {
    guard g.chance(0.85) else { return }
    let half = g.drawOne(of: [w, w, w * 0.72])
    let height = max(bottom - top, 8)
    s.add(.box(50 - half, top, 2 * half, height, round: half < w ? 3 : 1), m.trim)
    let middle = top + height / 2
    switch g.below(4) {
    case 0: s.fill(.circle(50, middle, min(half * 0.6, height * 0.35)), m.accent.base)
    case 1: s.inlay(.box(50 - half, middle - height * 0.2, 2 * half, height * 0.4), m.accent)
    case 2:
      s.fill(.regular(4, 50, middle, min(half * 0.8, height * 0.42), turn: 0), m.accent.base)
    default:
      for y in [0.3, 0.5, 0.7] {
        s.stroke(
          .line(50 - half * 0.6, top + height * y, 50 + half * 0.6, top + height * y), 2.2, m.accent.base)
      }
    }
  }

  private static func drawWater(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let w = g.uniform(15.0...26)
    let shoulder = g.uniform(24.0...38)
    let waist = w * g.uniform(0.82...1)
    s.add(
      .turned(
        at: 50,
        profile: [
          (7, 6), (7, 12), (w * 0.8, shoulder - 6), (w, shoulder), (w, 52), (waist, 60), (w, 68), (w, 94),
          (w * 0.85, 100),
        ]), m.main)
    let level = g.uniform(16.0...90)
    s.inlay(
      .box(50 - w + 2, max(level, shoulder), 2 * w - 4, 98 - max(level, shoulder), round: 3),
      m.main.shaded(g.uniform(-0.3 ... -0.1)))
    for y in [74.0, 81, 88] { s.stroke(.line(50 - w + 2, y, 50 + w - 2, y), 1.4, m.main.base.shaded(-0.25)) }
    if g.chance(0.75) {
      s.inlay(.box(50 - w, g.uniform(38...46), 2 * w, g.uniform(14...24)), m.trim)
    }
    s.fill(.box(50 - w * 0.7, shoulder + 2, 4, 60, round: 2), Color.paper.withAlpha(0.6))
    s.add(.box(42, 0, 16, 9, round: 2), m.accent)
  }

  private static func drawSoda(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let w = g.uniform(14.0...24)
    let waist = w * g.uniform(0.66...0.95)
    s.add(
      .turned(
        at: 50,
        profile: [
          (6.5, 4), (7, 16), (w * 0.8, 30), (w, 42), (waist, 60), (w * 0.98, 76), (w, 92), (w * 0.8, 100),
        ]), Swatch(texture: .plastic, base: Pantry.drinks.color(using: &g), second: .paper))
    s.add(
      .polygon([
        (50 - w, 40), (50 + w, 40), (50 + waist, 60), (50 + waist, 66), (50 - waist, 66), (50 - waist, 60),
      ]), m.main)
    s.stroke(.curve([(50 - waist, 56), (46, 48), (54, 58), (50 + waist, 48)]), 4, m.trim.base)
    s.add(.box(42, 0, 16, 8, round: 2), m.accent)
  }

  /// Ketchup, mustard, detergent: opaque, with a pointed or a broad cap, on its head or upright.
  private static func drawSqueezed(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let w = g.uniform(18.0...30)
    let waist = w * g.uniform(0.7...1)
    var bottle = Sketch()
    bottle.add(
      .turned(
        at: 50, profile: [(w * 0.4, 20), (w * 0.85, 28), (w, 40), (waist, 62), (w, 84), (w * 0.92, 98)]),
      m.main)
    if g.chance(0.5) {
      bottle.add(.polygon([(46, 0), (54, 0), (50 + w * 0.45, 24), (50 - w * 0.45, 24)]), m.accent)
    } else {
      bottle.add(.box(50 - w * 0.6, 6, w * 1.2, 18, round: 3), m.accent)
    }
    if g.chance(0.7) { bottle.add(.ellipse(50, 62, waist * 0.8, g.uniform(12...22)), m.trim) }
    if g.chance(0.6) { bottle.inlay(.box(50 - waist * 0.6, 58, waist * 1.2, 8), m.accent) }
    let isOnItsHead = g.chance(0.25)
    s.add(bottle) { isOnItsHead ? $0.turned(.pi, about: (50, 50)) : $0 }
  }

  /// Soap and lotion, a pump on top; or a spray's trigger.
  private static func drawPump(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let w = g.uniform(18.0...32)
    s.rod(.line(50, 10, 50, 34), 6, m.accent.plain)
    if g.chance(0.5) {
      s.add(.blob([(28, 10), (34, 5), (60, 5), (60, 14), (40, 13)]), m.accent)
    } else {
      s.add(
        .polygon([(26, 2), (64, 2), (66, 18), (40, 18), (34, 30), (29, 28), (34, 14), (26, 12)]), m.accent)
    }
    s.add(.box(40, 24, 20, 10, round: 2), m.accent)
    if g.chance(0.5) {
      s.add(.box(50 - w, 32, 2 * w, 68, round: g.uniform(3...16)), m.main)
    } else {
      s.add(.turned(at: 50, profile: [(9, 32), (w * 0.7, 44), (w, 80), (w, 96), (w * 0.9, 100)]), m.main)
    }
    drawLabel(&s, m, &g, width: w * 0.8, top: g.uniform(50...58), bottom: 90)
  }

  /// Milk, juice, bleach: broad, with a handle.
  private static func drawJug(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let w = g.uniform(24.0...36)
    s.add(
      .blob([
        (44, 8), (56, 8), (60, 18), (50 + w, 36), (50 + w, 66), (50 + w - 1, 96), (50, 100), (51 - w, 96),
        (50 - w, 66), (50 - w * 0.8, 36), (41, 18),
      ]), m.main)
    s.stroke(
      .curve([(56 + w * 0.3, 34), (44 + w, 40), (46 + w, 56), (56 + w * 0.3, 62)]), 5,
      m.main.base.shaded(-0.4))
    if g.chance(0.75) { s.add(.box(52 - w, 56, w * 1.3, g.uniform(22...36), round: 3), m.trim) }
    if g.chance(0.5) { s.fill(.circle(52 - w * 0.35, 70, 8), m.accent.base) }
    s.add(.box(41, 0, 18, 11, round: 3), m.accent)
  }

  /// A sportsman's or a hiker's: a plain body, a big lid with a spout or a loop.
  private static func drawFlask(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let w = g.uniform(16.0...26)
    if g.chance(0.5) {
      s.rod(.arc(50, 12, w * 0.55, 12, from: -.pi, to: 0), 5, m.accent.plain)
    } else {
      s.add(.box(45, -2, 10, 16, round: 4), m.trim)
    }
    s.add(
      .turned(
        at: 50, profile: [(w * 0.7, 22), (w, 32), (w, 44), (w * g.uniform(0.8...1), 58), (w, 72), (w, 100)],
        corners: .sharp), m.main)
    s.add(.box(50 - w * 0.85, 10, w * 1.7, 16, round: 4), m.accent)
    if g.chance(0.6) { s.inlay(.box(50 - w, g.uniform(40...60), 2 * w, g.uniform(6...24)), m.trim) }
  }

  /// Steeply from above: body, shoulder, neck and cap as rounds that lie one above the other.
  private static func drawFromAbove(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let w = g.uniform(24.0...34)
    let depth = g.uniform(26.0...50)
    let squash = g.uniform(0.6...0.9)
    s.add(.drum(50, top: 46, bottom: 46 + depth, w, w * 0.85, squash: squash), m.main)
    s.inlay(.drum(50, top: 62, bottom: 46 + depth * 0.8, w * 0.95, w * 0.88, squash: squash), m.trim)
    s.add(.ellipse(50, 46, w, w * squash), m.main.shaded(0.08))
    s.add(.drum(50, top: 26, bottom: 40, 9, 12, squash: squash), m.main)
    s.add(.drum(50, top: 18, bottom: 26, 11, 11, squash: squash), m.accent)
    s.add(.ellipse(50, 18, 11, 11 * squash), m.accent.shaded(0.2))
  }
}
