import Foundation
import Pictures
import Tensors

/// What a surface looks like, apart from its colours.
public enum Texture: String, Sendable, Hashable, Codable, CaseIterable {
  case plain, fur, striped, spotted, patched, woolly, feathered, metal, painted, wood, cloth
  case clothStriped, clothChecked, clothDotted, leaf, glass, skin, plastic, crust
}

/// A texture with the colours it comes in: what a category says about one of its parts.
public struct Material: Sendable, Hashable, Codable {
  var texture: Texture
  var palette: Palette
  var second: Palette

  init(_ texture: Texture, _ palette: Palette, _ second: Palette = .white) {
    (self.texture, self.palette, self.second) = (texture, palette, second)
  }

  /// One instance's surface.
  func swatch(using generator: inout PCG32) -> Swatch {
    Swatch(
      texture: texture, base: palette.color(using: &generator), second: second.color(using: &generator),
      seed: UInt64(generator.next32()))
  }
}

/// One instance's surface: a texture in two colours, its marks a pure function of `seed`.
struct Swatch: Sendable, Equatable {
  var texture: Texture
  var base: Color
  var second: Color
  var seed: UInt64 = 0
  /// Size of the marks; 1 suits a drawing of 100 units.
  var grain = 1.0

  init(texture: Texture, base: Color, second: Color, seed: UInt64 = 0, grain: Double = 1) {
    (self.texture, self.base, self.second) = (texture, base, second)
    (self.seed, self.grain) = (seed, grain)
  }

  init(_ color: Color, _ texture: Texture = .plain) {
    self.init(texture: texture, base: color, second: color.shaded(-0.3))
  }

  /// The same surface in the shade (negative) or in the light.
  func shaded(_ amount: Double) -> Swatch {
    var swatch = self
    swatch.base = base.shaded(amount)
    swatch.second = second.shaded(amount)
    return swatch
  }

  /// Its two colours, without marks.
  var plain: Swatch { Swatch(texture: .plain, base: base, second: second) }
  var reversed: Swatch {
    Swatch(texture: texture, base: second, second: base, seed: seed, grain: grain)
  }

  static let ink = Swatch(.ink)
  static let paper = Swatch(.paper)
  static let tyre = Swatch(.tyre)
  static let pane = Swatch(.pane)
  static let chrome = Swatch(Color(red: 0.78, green: 0.80, blue: 0.84, alpha: 1), .metal)
}

extension Texture {
  /// How bright the highlight of a smooth surface is; nil for dull ones.
  var gloss: Double? {
    switch self {
    case .metal: 0.55
    case .glass: 0.5
    case .painted: 0.35
    case .plastic: 0.25
    default: nil
    }
  }

  /// The least distance between its marks, in pixels a tenth of a step: finer marks would only be noise.
  fileprivate var finest: Double {
    switch self {
    case .fur, .woolly, .feathered, .leaf, .crust: 0.38
    case .wood: 0.5
    default: 0.22
    }
  }
}

/// The marks of a texture within a part's bounds: one path, filled or stroked in one colour.
///
/// They are made of few straight pieces: there are many, and they are small.
struct Marks {
  var path = Path()
  var color: Color
  /// Nil: filled.
  var strokeWidth: Double?

  /// Nil where the texture has no marks.
  init?(_ swatch: Swatch, within bounds: Bounds, pixelsPerUnit: Double) {
    let unit = max(swatch.grain, swatch.texture.finest / pixelsPerUnit)
    color = swatch.second
    var generator = PCG32(seed: swatch.seed, stream: 77)
    func jitter(_ reach: Double) -> Double { generator.uniform(-reach...reach) * unit }
    switch swatch.texture {
    case .plain, .skin, .cloth, .painted, .plastic, .glass, .metal: return nil
    case .striped:
      Marks.each(bounds.left - 8 * unit, bounds.right + 8 * unit, by: 10 * unit) { x in
        let (sway, half) = (jitter(3), (2.2 + jitter(0.4) / unit) * unit)
        let (top, middle, bottom) = (bounds.top - 3, bounds.centre.y, bounds.bottom + 3)
        path += .polygon([
          (x - half, top), (x + half, top), (x + sway + half * 1.2, middle), (x - sway + half * 0.8, bottom),
          (x - sway - half * 0.8, bottom), (x + sway - half * 1.2, middle),
        ])
      }
    case .spotted:
      Marks.grid(bounds, step: 9.5 * unit) { x, y in
        path += .regular(
          6, x + jitter(1.6), y + jitter(1.6), (3.4 + jitter(0.6) / unit) * unit, turn: jitter(1))
      }
    case .patched:
      Marks.grid(bounds, step: 22 * unit) { x, y in
        let (a, b) = (generator.uniform(6...10.0) * unit, generator.uniform(5...9.0) * unit)
        let (cx, cy) = (x + jitter(5), y + jitter(5))
        if generator.chance(0.8) {
          path += .blob([
            (cx - a, cy - b * 0.3), (cx - a * 0.2, cy - b), (cx + a, cy - b * 0.5),
            (cx + a * 0.7, cy + b * 0.6), (cx - a * 0.1, cy + b),
          ])
        }
      }
    case .clothDotted:
      Marks.grid(bounds, step: 9 * unit) { x, y in path += .regular(8, x, y, 2.6 * unit, turn: 0) }
    case .clothStriped:
      let (step, lean) = (9 * unit, bounds.height * 0.35)
      Marks.each(bounds.left - lean - step, bounds.right + step, by: step) { x in
        path += .polygon([
          (x + lean, bounds.top), (x + lean + step / 2, bounds.top), (x + step / 2, bounds.bottom),
          (x, bounds.bottom),
        ])
      }
    case .clothChecked:
      let step = 7 * unit
      var row = 0
      Marks.each(bounds.top, bounds.bottom, by: step) { y in
        row += 1
        Marks.each(bounds.left + (row % 2 == 0 ? 0 : step), bounds.right, by: 2 * step) { x in
          path += .box(x, y, step, step)
        }
      }
    case .fur:
      (color, strokeWidth) = (swatch.base.shaded(-0.28), 1.0 * unit)
      Marks.grid(bounds, step: 8 * unit) { x, y in
        let lean = jitter(1.5)
        path += .line(x + lean, y, x + lean + 1.2 * unit, y + 3.4 * unit)
      }
    case .woolly:
      (color, strokeWidth) = (swatch.base.shaded(-0.22), 1.2 * unit)
      Marks.grid(bounds, step: 8 * unit) { x, y in
        path += .polyline(Marks.scallop(x + jitter(1.5), y, 2.9 * unit))
      }
    case .feathered:
      (color, strokeWidth) = (swatch.base.shaded(-0.3), 1.1 * unit)
      Marks.grid(bounds, step: 7 * unit) { x, y in path += .polyline(Marks.scallop(x, y, 3.5 * unit)) }
    case .wood:
      (color, strokeWidth) = (swatch.base.shaded(-0.24), 0.9 * unit)
      Marks.each(bounds.top + 1.5 * unit, bounds.bottom, by: 4.5 * unit) { y in
        let sway = jitter(1.2)
        path += .polyline([
          (bounds.left, y), (bounds.left + bounds.width * 0.35, y + sway),
          (bounds.left + bounds.width * 0.7, y - sway), (bounds.right, y + sway * 0.5),
        ])
      }
    case .leaf:
      (color, strokeWidth) = (swatch.base.shaded(-0.28), 1.0 * unit)
      Marks.grid(bounds, step: 9 * unit) { x, y in
        path += .line(x - 2 * unit, y + 2 * unit, x + 2.5 * unit, y - 2 * unit)
      }
    case .crust:
      color = swatch.base.shaded(generator.chance(0.5) ? -0.25 : 0.3)
      Marks.grid(bounds, step: 7.5 * unit) { x, y in
        path += .regular(4, x + jitter(2), y + jitter(2), 1.1 * unit, turn: jitter(1))
      }
    }
    if path.steps.isEmpty { return nil }
  }

  private static func each(_ from: Double, _ to: Double, by step: Double, _ body: (Double) -> Void) {
    var x = from
    while x < to {
      body(x)
      x += step
    }
  }

  /// The points of a staggered grid over the bounds.
  private static func grid(_ b: Bounds, step: Double, _ body: (Double, Double) -> Void) {
    var row = 0
    each(b.top + step * 0.3, b.bottom + step * 0.3, by: step * 0.87) { y in
      row += 1
      each(b.left + (row % 2 == 0 ? 0.2 : 0.7) * step, b.right + step * 0.3, by: step) { x in body(x, y) }
    }
  }

  /// The lower half of a circle, in four straight pieces.
  private static func scallop(_ x: Double, _ y: Double, _ r: Double) -> [Path.XY] {
    [(x - r, y), (x - 0.7 * r, y + 0.7 * r), (x, y + r), (x + 0.7 * r, y + 0.7 * r), (x + r, y)]
  }
}

func += (a: inout Path, b: Path) { a.steps += b.steps }
