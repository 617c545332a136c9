import Foundation
import Pictures
import Tensors

/// The colours that tableware and food come in, wider than the palettes with names.
enum Pantry {
  /// Any paint or plastic: bright, pale, dark, and without colour.
  static let paints = Palette(
    ColorRange(0...1, 0.55...0.95, 0.5...1), ColorRange(0...1, 0.15...0.5, 0.6...1),
    ColorRange(0...1, 0.3...0.8, 0.14...0.45), ColorRange(0...1, 0...0.08, 0.82...1),
    ColorRange(0...1, 0...0.12, 0.08...0.3), ColorRange(0...1, 0...0.15, 0.35...0.8))
  /// China and stoneware: white more often than not, else anything.
  static let china = Palette.white + .cream + .silver + paints
  /// Clear glass, which shows what stands behind it.
  static let clear = Palette(
    ColorRange(0...1, 0...0.15, 0.6...0.97), ColorRange(0.05...0.12, 0.1...0.45, 0.3...0.9),
    ColorRange(0.45...0.65, 0.05...0.4, 0.35...0.95), ColorRange(0...1, 0...0.2, 0.2...0.5))
  /// Bottle glass.
  static let bottleGlass = Palette(
    ColorRange(0.2...0.42, 0.3...0.8, 0.1...0.55), ColorRange(0.04...0.1, 0.5...0.9, 0.12...0.55),
    ColorRange(0.55...0.65, 0.3...0.8, 0.2...0.8), ColorRange(0...1, 0...0.3, 0.05...0.2))
  /// Steel, which shows the room; some of it is gilt.
  static let steel = Palette(
    ColorRange(0.5...0.7, 0...0.12, 0.65...0.95), ColorRange(0.5...0.7, 0...0.2, 0.3...0.65),
    ColorRange(0.07...0.13, 0.1...0.45, 0.4...0.9))
  static let wood = Palette(ColorRange(0.04...0.11, 0.35...0.75, 0.25...0.9))
  /// Bread and pastry, from pale to burnt.
  static let bread = Palette(
    ColorRange(0.07...0.11, 0.25...0.5, 0.75...0.97), ColorRange(0.06...0.1, 0.5...0.8, 0.7...0.95),
    ColorRange(0.05...0.08, 0.5...0.8, 0.5...0.75), ColorRange(0.04...0.08, 0.45...0.8, 0.3...0.5))
  static let crumb = Palette(ColorRange(0.09...0.14, 0.08...0.35, 0.82...1))
  static let leaf = Palette(ColorRange(0.18...0.36, 0.35...0.85, 0.25...0.85))
  static let cheese = Palette(ColorRange(0.1...0.15, 0.2...0.8, 0.85...1))
  static let meat = Palette(
    ColorRange(0.94...1.04, 0.25...0.6, 0.7...0.95), ColorRange(0...0.06, 0.4...0.75, 0.25...0.55))
  static let tomato = Palette(ColorRange(-0.02...0.03, 0.7...0.95, 0.6...0.92))
  static let sauces = Palette(
    ColorRange(-0.02...0.03, 0.75...0.95, 0.55...0.9), ColorRange(0.12...0.15, 0.7...0.95, 0.8...1),
    ColorRange(0.1...0.15, 0.05...0.2, 0.9...1))
  static let chocolate = Palette(ColorRange(0.02...0.08, 0.4...0.8, 0.12...0.45))
  /// Icing and glaze: cream, chocolate, and every sugary colour.
  static let icing =
    chocolate + .white + .cream
    + Palette(ColorRange(0.88...0.98, 0.2...0.7, 0.8...1), ColorRange(0...1, 0.2...0.65, 0.7...1))
  static let drinks = Palette(
    ColorRange(0.03...0.09, 0.5...0.9, 0.1...0.4), ColorRange(0.07...0.12, 0.3...0.6, 0.55...0.85),
    ColorRange(0.06...0.15, 0.6...0.95, 0.7...1), ColorRange(0.1...0.6, 0...0.15, 0.8...1),
    ColorRange(0.93...1.02, 0.5...0.9, 0.3...0.85), ColorRange(0.2...0.4, 0.2...0.7, 0.4...0.8))
}

extension PCG32 {
  /// Points spread evenly, but not regularly, over an ellipse.
  mutating func scattered(_ count: Int, _ x: Double, _ y: Double, _ rx: Double, _ ry: Double) -> [Path.XY] {
    let start = uniform(0...6.28)
    return (0..<count).map { i in
      let distance = ((Double(i) + uniform(0.2...0.8)) / Double(count)).squareRoot()
      let angle = start + 2.4 * Double(i) + uniform(-0.3...0.3)
      return (x + rx * distance * cos(angle), y + ry * distance * sin(angle))
    }
  }
}

extension Path {
  /// Stretched across and down, away from a point.
  func squeezed(_ across: Double, _ down: Double, about centre: XY = (50, 50)) -> Path {
    mapped { p in
      Point(x: centre.0 + (p.x - centre.0) * across, y: centre.1 + (p.y - centre.1) * down)
    }
  }

  /// A round shape with bumps along its edge: lettuce, florets, icing.
  static func scalloped(
    _ x: Double, _ y: Double, _ rx: Double, _ ry: Double, bumps: Int, depth: Double, phase: Double = 0
  ) -> Path {
    .blob(
      (0..<(2 * bumps)).map { i in
        let angle = phase + .pi * Double(i) / Double(bumps)
        let reach = i % 2 == 0 ? 1.0 : 1 - depth
        return (x + rx * reach * cos(angle), y + ry * reach * sin(angle))
      })
  }

  /// Where someone has bitten: three rounds in a row across (`turn` 0: one above the other).
  static func bite(_ x: Double, _ y: Double, _ radius: Double, turn: Double = 0) -> Path {
    [-1.0, 0, 1].reduce(into: Path()) { path, i in
      let bow = i == 0 ? radius * 0.25 : 0
      path += Path.circle(x - bow, y + i * radius * 1.1, radius).turned(turn, about: (x, y))
    }
  }

  /// Open curves joined by straight lines into one closed shape.
  static func joined(_ pieces: Path...) -> Path {
    var path = Path()
    for step in pieces.flatMap(\.steps) {
      if case .move(let p) = step, !path.steps.isEmpty {
        path.steps.append(.line(p))
      } else {
        path.steps.append(step)
      }
    }
    path.steps.append(.close)
    return path
  }

  /// A round vessel's wall seen from a little above: half widths at the top and at the bottom, and how far the
  /// circles are squashed.
  static func drum(
    _ x: Double, top: Double, bottom: Double, _ topWidth: Double, _ bottomWidth: Double, squash: Double
  ) -> Path {
    .joined(
      .arc(x, bottom, bottomWidth, bottomWidth * squash, from: .pi, to: 0),
      .arc(x, top, topWidth, topWidth * squash, from: 0, to: -.pi))
  }
}
