import Foundation
import Pictures

/// Bones: what lies at the other end of them, for body plans that bend at joints.
enum Bone {
  /// The end of a bone that hangs from `root`: straight down at angle 0, forward (to the right) at positive angles.
  static func end(_ root: Path.XY, _ angle: Double, _ length: Double) -> Path.XY {
    (root.0 + sin(angle) * length, root.1 + cos(angle) * length)
  }

  static func middle(_ a: Path.XY, _ b: Path.XY) -> Path.XY { ((a.0 + b.0) / 2, (a.1 + b.1) / 2) }
}

/// Where a part that is drawn around the origin comes to lie in a larger drawing.
struct Joint: Sendable {
  var x: Double
  var y: Double
  var scale = 1.0
  /// Radians, clockwise.
  var turn = 0.0
  var isMirrored = false

  init(_ at: Path.XY, scale: Double = 1, turn: Double = 0, isMirrored: Bool = false) {
    (x, y) = at
    (self.scale, self.turn, self.isMirrored) = (scale, turn, isMirrored)
  }

  func callAsFunction(_ p: Point) -> Point {
    let (u, v) = ((isMirrored ? -p.x : p.x) * scale, p.y * scale)
    return Point(x: x + cos(turn) * u - sin(turn) * v, y: y + sin(turn) * u + cos(turn) * v)
  }
}

extension Sketch {
  /// Another sketch, drawn around the origin, put onto a joint.
  mutating func add(_ other: Sketch, on joint: Joint) {
    add(other, strokes: joint.scale) { $0.mapped(joint.callAsFunction) }
  }
}
