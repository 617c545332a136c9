import Pictures
import Tensors

/// A region of colours, as ranges of hue (turns), saturation and value, each 0 to 1.
public struct ColorRange: Sendable, Hashable, Codable {
  var hue: ClosedRange<Double>
  var saturation: ClosedRange<Double>
  var value: ClosedRange<Double>

  init(_ hue: ClosedRange<Double>, _ saturation: ClosedRange<Double>, _ value: ClosedRange<Double>) {
    (self.hue, self.saturation, self.value) = (hue, saturation, value)
  }

  func color(using generator: inout PCG32) -> Color {
    let turn = generator.uniform(hue)
    return Color(
      hue: turn < 0 ? turn + 1 : turn, saturation: generator.uniform(saturation),
      value: generator.uniform(value))
  }
}

/// The colours that a kind of thing comes in: one range is drawn for each instance, then a colour in it.
///
/// The named palettes are shared by all categories and by the things that no annotation names.
public struct Palette: Sendable, Hashable, Codable {
  var ranges: [ColorRange]

  init(_ ranges: ColorRange...) { self.ranges = ranges }
  init(ranges: [ColorRange]) { self.ranges = ranges }

  func color(using generator: inout PCG32) -> Color {
    ranges[generator.below(ranges.count)].color(using: &generator)
  }

  static func + (a: Palette, b: Palette) -> Palette { Palette(ranges: a.ranges + b.ranges) }
}

extension Palette {
  static let white = Palette(ColorRange(0.08...0.16, 0.0...0.05, 0.92...1.0))
  static let cream = Palette(ColorRange(0.10...0.13, 0.10...0.22, 0.88...0.97))
  static let silver = Palette(ColorRange(0.55...0.62, 0.02...0.08, 0.70...0.84))
  static let grey = Palette(ColorRange(0.55...0.65, 0.02...0.10, 0.45...0.62))
  static let charcoal = Palette(ColorRange(0.58...0.68, 0.05...0.16, 0.20...0.32))
  static let black = Palette(ColorRange(0.60...0.70, 0.05...0.20, 0.08...0.16))
  static let red = Palette(ColorRange(-0.02...0.01, 0.78...0.92, 0.74...0.90))
  static let orange = Palette(ColorRange(0.065...0.095, 0.85...0.97, 0.92...1.0))
  static let yellow = Palette(ColorRange(0.13...0.155, 0.75...0.92, 0.93...1.0))
  static let lime = Palette(ColorRange(0.20...0.25, 0.60...0.80, 0.72...0.85))
  static let green = Palette(ColorRange(0.30...0.37, 0.55...0.80, 0.42...0.62))
  static let darkGreen = Palette(ColorRange(0.33...0.40, 0.55...0.75, 0.25...0.38))
  static let teal = Palette(ColorRange(0.47...0.51, 0.50...0.75, 0.55...0.75))
  static let sky = Palette(ColorRange(0.54...0.58, 0.35...0.55, 0.85...0.95))
  static let blue = Palette(ColorRange(0.58...0.63, 0.65...0.85, 0.60...0.85))
  static let navy = Palette(ColorRange(0.62...0.66, 0.50...0.70, 0.25...0.38))
  static let purple = Palette(ColorRange(0.74...0.79, 0.40...0.65, 0.50...0.70))
  static let pink = Palette(ColorRange(0.92...0.97, 0.30...0.50, 0.90...1.0))
  static let brown = Palette(ColorRange(0.055...0.08, 0.55...0.75, 0.38...0.55))
  static let darkBrown = Palette(ColorRange(0.05...0.07, 0.50...0.68, 0.22...0.32))
  static let tan = Palette(ColorRange(0.085...0.11, 0.38...0.52, 0.74...0.88))
  static let ginger = Palette(ColorRange(0.07...0.085, 0.65...0.80, 0.80...0.92))
  static let gold = Palette(ColorRange(0.11...0.13, 0.55...0.70, 0.82...0.93))
  static let skins = Palette(
    ColorRange(0.06...0.08, 0.28...0.38, 0.90...0.97), ColorRange(0.06...0.075, 0.42...0.52, 0.70...0.80),
    ColorRange(0.05...0.065, 0.50...0.60, 0.40...0.52))
  static let hair = black + darkBrown + brown + gold

  /// Every palette with a name of its own, for things drawn from the wider grammar.
  static let all: [Palette] = [
    white, cream, silver, grey, charcoal, black, red, orange, yellow, lime, green, darkGreen, teal, sky,
    blue, navy, purple, pink, brown, darkBrown, tan, ginger, gold,
  ]
  static let bright = red + yellow + blue + green + orange + purple + teal + pink
  static let carPaint = red + blue + white + silver + yellow + charcoal + green
  static let clothes = red + blue + navy + green + white + yellow + grey + purple + pink
}

extension Color {
  /// Towards white (positive) or black (negative), by a share of the way.
  func shaded(_ amount: Double) -> Color {
    mixed(with: Color(gray: amount > 0 ? 1 : 0, alpha: alpha), abs(amount))
  }

  static let ink = Color(red: 0.10, green: 0.09, blue: 0.11, alpha: 1)
  static let paper = Color(red: 0.98, green: 0.97, blue: 0.94, alpha: 1)
  static let tyre = Color(red: 0.13, green: 0.13, blue: 0.15, alpha: 1)
  static let pane = Color(red: 0.60, green: 0.78, blue: 0.88, alpha: 1)
  static let lamp = Color(red: 1.0, green: 0.93, blue: 0.55, alpha: 1)
}
