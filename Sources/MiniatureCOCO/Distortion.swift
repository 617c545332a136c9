import Foundation
import Pictures
import Tensors

/// A smooth change of a drawing's shape: seen at a slant, from nearer to one side, bent a little.
///
/// It acts on the points of a drawing in a frame in which its bounds run from -1 to 1 both ways.
struct Distortion: Sendable, Equatable {
  /// Width over height, beside the drawing's own.
  var stretch = 1.0
  /// How much is moved aside for each unit down, and down for each unit aside.
  var shear = (across: 0.0, down: 0.0)
  /// Perspective: how much wider the lower half is, and how much taller the right half.
  var taper = (across: 0.0, down: 0.0)
  /// Waves: how far points are moved aside along the height, and down along the width, and where the waves begin.
  var wave = (across: 0.0, down: 0.0)
  var phase = (across: 0.0, down: 0.0)

  static func == (a: Distortion, b: Distortion) -> Bool {
    a.stretch == b.stretch && a.shear == b.shear && a.taper == b.taper && a.wave == b.wave
      && a.phase == b.phase
  }

  /// One as it comes. `strength` is 1 for most things; 0 leaves all as it is.
  static func random(strength: Double = 0.8, using g: inout PCG32) -> Distortion {
    func deviation(_ size: Double, atMost most: Double) -> Double {
      min(max(strength * size * Double(g.normal()), -most), most)
    }
    return Distortion(
      stretch: exp(deviation(0.22, atMost: 0.5)),
      shear: (deviation(0.1, atMost: 0.22), deviation(0.05, atMost: 0.12)),
      taper: (deviation(0.12, atMost: 0.26), deviation(0.08, atMost: 0.2)),
      wave: (deviation(0.045, atMost: 0.1), deviation(0.045, atMost: 0.1)),
      phase: (g.uniform(0...2 * .pi), g.uniform(0...2 * .pi)))
  }

  /// The sketch with all of its points moved.
  func callAsFunction(_ sketch: Sketch) -> Sketch {
    let bounds = sketch.bounds
    let (centre, halfWidth, halfHeight) = (bounds.centre, bounds.width / 2, bounds.height / 2)
    guard halfWidth > 0, halfHeight > 0 else { return sketch }
    let (wider, taller) = (stretch.squareRoot(), 1 / stretch.squareRoot())
    return sketch.mapped { path in
      path.mapped { p in
        let (u, v) = ((p.x - centre.x) / halfWidth, (p.y - centre.y) / halfHeight)
        let x = u * (1 + taper.across * v) + shear.across * v + wave.across * sin(1.9 * v + phase.across)
        let y = v * (1 + taper.down * u) + shear.down * u + wave.down * sin(1.9 * u + phase.down)
        return Point(x: centre.x + x * halfWidth * wider, y: centre.y + y * halfHeight * taller)
      }
    }
  }
}
