import Foundation
import Pictures
import Tensors

/// How a thing is lit: from where, how strongly, how brightly, in which tint.
///
/// The things of a scene share its light, each with a deviation of its own: one stands in the shade, another in the sun.
struct Light: Sendable, Equatable {
  /// Where the light comes from, in radians: 0 from above, growing clockwise.
  var angle = 0.0
  /// How much the far side is darkened and the near side lightened, of 1.
  var contrast = 0.15
  /// How much brighter (positive) or darker (negative) the whole is, of 1.
  var exposure = 0.0
  /// A colour laid over the whole, with its opacity.
  var tint = Color(gray: 0.5, alpha: 0)
  /// How plainly its parts' edges are drawn: 0 for no lines at all.
  var edges = 0.9

  /// The light of a scene: usually from above, more or less hard.
  static func ofScene(using g: inout PCG32) -> Light {
    Light(
      angle: 0.7 * Double(g.normal()), contrast: g.uniform(0.04...0.3), exposure: 0.1 * Double(g.normal()),
      tint: Color(hue: g.uniform(0...1.0), saturation: 0.6, value: 0.7, alpha: g.uniform(0...0.1)),
      edges: max(0, g.uniform(-0.3...0.7)))
  }

  /// The light on one of its things.
  func onThing(using g: inout PCG32) -> Light {
    var light = self
    light.angle += 0.35 * Double(g.normal())
    light.contrast = min(0.5, light.contrast * g.uniform(0.5...1.7))
    light.exposure = min(0.4, max(-0.5, light.exposure + 0.14 * Double(g.normal()) - 0.03))
    light.tint.alpha = min(0.25, light.tint.alpha * g.uniform(0.5...2))
    return light
  }
}

extension Canvas {
  /// Lights what is drawn on a canvas of its own; its outline stays.
  func shine(_ light: Light) {
    blend = .atop
    if light.tint.alpha > 0.01 { paint(.solid(light.tint)) }
    if light.exposure != 0 {
      paint(.solid(Color(gray: light.exposure > 0 ? 1 : 0, alpha: min(0.7, abs(light.exposure)))))
    }
    let (x, y) = (Double(width) / 2, Double(height) / 2)
    // Half the canvas as the light crosses it.
    let reach = abs(sin(light.angle)) * x + abs(cos(light.angle)) * y
    let (dx, dy) = (sin(light.angle) * reach, -cos(light.angle) * reach)
    paint(
      .linear(
        from: Point(x + dx, y + dy), to: Point(x - dx, y - dy),
        stops: [
          GradientStop(0, Color(gray: 1, alpha: light.contrast)),
          GradientStop(0.45, Color(gray: 1, alpha: 0)),
          GradientStop(0.5, Color(gray: 0, alpha: 0)),
          GradientStop(1, Color(gray: 0, alpha: 1.3 * light.contrast)),
        ]))
    blend = .over
  }
}
