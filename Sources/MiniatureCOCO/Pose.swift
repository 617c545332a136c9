import Foundation
import Pictures
import Tensors

/// One instance of a recipe, ready to be placed: its drawing, already distorted, and how it is mirrored and turned.
struct Pose: Sendable {
  var sketch: Sketch
  var bounds: Bounds
  /// -1 for a drawing that faces the other way.
  var facing: Double
  var turn: Double

  /// One of any of a category's makes, in a form of its own.
  static func random(of makes: [Recipe], using g: inout PCG32) -> Pose {
    random(of: makes[g.below(makes.count)], using: &g)
  }

  /// A recipe in a form of its own.
  static func random(of recipe: Recipe, using g: inout PCG32) -> Pose {
    var form = PCG32(seed: g.next())
    return random(of: recipe, form: &form, usualColors: 0, using: &g)
  }

  /// A recipe in a given form, in its usual colours with some probability.
  static func random(
    of recipe: Recipe, form: inout PCG32, usualColors: Double, using g: inout PCG32
  ) -> Pose {
    let plain = recipe.sketch(form: &form, hasUsualColors: g.chance(usualColors), using: &g)
    let sketch = Distortion.random(using: &g)(plain)
    return Pose(
      sketch: sketch, bounds: sketch.bounds, facing: recipe.mirroring == .free && g.chance(0.5) ? -1 : 1,
      turn: recipe.lean * g.uniform(-1...1.0) + 0.08 * Double(g.normal()))
  }

  /// Placed so that its size is `side`: between the longer side of the unturned drawing and the side of a
  /// square as large as its box, so that long things stay thick enough to be seen.
  func placed(side: Double, at target: Point) -> Placement {
    let (w, h) = (bounds.width, bounds.height)
    let measure = (max(w, h) * (w * h).squareRoot()).squareRoot()
    return placement(scale: side / measure, at: target)
  }

  /// Placed so that all of it lies in a square of the given side around a point.
  func fitted(into side: Double, around centre: Point) -> Placement {
    let trial = placement(scale: 1, at: .zero).bounds(of: sketch)
    let scale = side / max(trial.width, trial.height)
    return placement(
      scale: scale, at: Point(centre.x - scale * trial.centre.x, centre.y - scale * trial.centre.y))
  }

  private func placement(scale: Double, at target: Point) -> Placement {
    Placement(
      origin: bounds.centre, target: target, scaleX: facing * scale, scaleY: scale, turn: turn)
  }
}
