import Foundation
import Pictures
import Tensors

/// Where a thing is looked at from.
///
/// Things in space are laid out in units of about 100: `x` to the right of one who looks the thing in the
/// face, `up` from the ground, `front` towards that onlooker, the ground's middle at zero.
struct Viewpoint: Sendable {
  /// Radians about the upright axis: at 0 one sees its face, at half a turn its back.
  var turn: Double
  /// Radians above the level: a quarter turn looks straight down.
  var tilt: Double
  /// How much larger the nearer parts look; 0: not at all.
  var nearness = 0.002

  /// One of the usual ways to see a piece of furniture, each with a range of its own.
  enum Kind: CaseIterable, Sendable { case facing, threeQuarter, side, behind, above }

  static func random(_ kinds: [Kind] = Kind.allCases, using g: inout PCG32) -> Viewpoint {
    let nearness = g.uniform(0.0005...0.003)
    let low = g.uniform(0.08...0.55)
    return switch g.drawOne(of: kinds) {
    case .facing: Viewpoint(turn: g.uniform(-0.2...0.2), tilt: low, nearness: nearness)
    case .threeQuarter: Viewpoint(turn: g.uniform(0.35...1.15), tilt: low + 0.1, nearness: nearness)
    case .side: Viewpoint(turn: g.uniform(1.3...1.8), tilt: low, nearness: nearness)
    case .behind: Viewpoint(turn: .pi + g.uniform(-0.9...0.9), tilt: low, nearness: nearness)
    case .above:
      Viewpoint(turn: g.uniform(-1...1.0), tilt: g.uniform(0.8...1.35), nearness: nearness)
    }
  }

  /// Where a point in space is seen, y downwards.
  func callAsFunction(_ x: Double, _ up: Double, _ front: Double) -> Point {
    let ahead = front * cos(turn) - x * sin(turn)
    let scale = magnification(x, up, front)
    return Point(
      x: (x * cos(turn) + front * sin(turn)) * scale, y: (ahead * sin(tilt) - up * cos(tilt)) * scale)
  }

  /// How near a point is to the onlooker; of a surface's normal, how much the surface shows itself.
  func depth(_ x: Double, _ up: Double, _ front: Double) -> Double {
    (front * cos(turn) - x * sin(turn)) * cos(tilt) + up * sin(tilt)
  }

  /// How large things look there.
  func magnification(_ x: Double, _ up: Double, _ front: Double) -> Double {
    1 / max(0.4, 1 - nearness * depth(x, up, front))
  }

  /// How a plan drawn on paper (x to the right, y downwards, its middle at zero) is seen when it lies at a
  /// height above the ground.
  func lying(_ path: Path, at up: Double = 0) -> Path {
    path.mapped { callAsFunction($0.x, up, $0.y) }
  }

  /// How a drawing is seen when it stands upright on the ground, some way to the front.
  func standing(_ path: Path, front: Double = 0) -> Path {
    path.mapped { callAsFunction($0.x, -$0.y, front) }
  }
}

extension PCG32 {
  /// One of several, all equally likely.
  mutating func drawOne<Option>(of options: [Option]) -> Option { options[below(options.count)] }
}

extension Sketch {
  /// A flat drawing (its middle at zero) as it lies on the ground, with an edge of some thickness in one colour.
  mutating func addLying(_ plan: Sketch, seen view: Viewpoint, thickness: Double = 0, edge: Swatch? = nil) {
    if let edge, thickness > 0, let outline = plan.parts.first?.path {
      add(view.lying(outline), edge)
    }
    // Lines thin as the drawing is foreshortened.
    add(plan, strokes: max(sin(view.tilt), 0.35).squareRoot()) { view.lying($0, at: thickness) }
  }
}

extension Swatch {
  /// The same colours in another texture.
  func textured(_ texture: Texture, grain: Double = 1) -> Swatch {
    Swatch(texture: texture, base: base, second: second, seed: seed, grain: grain)
  }

  /// A cloth of these colours, plain more often than patterned.
  func clothed(using g: inout PCG32) -> Swatch {
    let pattern = g.drawOne(of: [
      Texture.cloth, .cloth, .cloth, .cloth, .clothStriped, .clothChecked, .clothDotted, .patched,
    ])
    return textured(pattern, grain: g.uniform(0.8...1.8))
  }
}
