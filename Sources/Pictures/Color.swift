/// A colour with opacity, each channel in 0...1, as shown on the screen (sRGB, not linear light).
public struct Color: Sendable, Hashable {
  /// Red, 0...1.
  public var red: Double
  /// Green, 0...1.
  public var green: Double
  /// Blue, 0...1.
  public var blue: Double
  /// Opacity: 0 is invisible, 1 covers what lies below.
  public var alpha: Double

  /// A colour by its channels.
  public init(red: Double, green: Double, blue: Double, alpha: Double = 1) {
    self.red = red
    self.green = green
    self.blue = blue
    self.alpha = alpha
  }

  /// A colour by hue (a turn of the colour circle is 1; any number is taken modulo 1), saturation and value.
  public init(hue: Double, saturation: Double, value: Double, alpha: Double = 1) {
    let position = (hue - hue.rounded(.down)) * 6
    // Each channel is a trapezium over the circle: red is full around 0, green around 2, blue around 4.
    func channel(_ offset: Double) -> Double {
      let k = (offset + position).truncatingRemainder(dividingBy: 6)
      return value - value * saturation * max(0, min(k, 4 - k, 1))
    }
    self.init(red: channel(5), green: channel(3), blue: channel(1), alpha: alpha)
  }

  /// A colour as on the web: 0xRRGGBB.
  public init(hex: UInt32, alpha: Double = 1) {
    self.init(
      red: Double(hex >> 16 & 255) / 255, green: Double(hex >> 8 & 255) / 255,
      blue: Double(hex & 255) / 255, alpha: alpha)
  }

  /// A grey: 0 is black, 1 white.
  public init(gray: Double, alpha: Double = 1) {
    self.init(red: gray, green: gray, blue: gray, alpha: alpha)
  }

  /// White.
  public static let white = Color(gray: 1)
  /// Black.
  public static let black = Color(gray: 0)
  /// Nothing to be seen.
  public static let clear = Color(gray: 0, alpha: 0)

  /// The same colour with another opacity.
  public func withAlpha(_ alpha: Double) -> Color {
    Color(red: red, green: green, blue: blue, alpha: alpha)
  }

  /// The colour `fraction` of the way to `other`, channel by channel.
  public func mixed(with other: Color, _ fraction: Double) -> Color {
    func mix(_ a: Double, _ b: Double) -> Double { a + (b - a) * fraction }
    return Color(
      red: mix(red, other.red), green: mix(green, other.green), blue: mix(blue, other.blue),
      alpha: mix(alpha, other.alpha))
  }

  /// How bright the colour appears, 0...1: the weights of ITU-R BT.709 on the channels as they are.
  public var luma: Double { 0.2126 * red + 0.7152 * green + 0.0722 * blue }

  /// The nearest 8-bit pixel, opacity left out.
  public var pixel: Pixel {
    func byte(_ value: Double) -> UInt8 { UInt8((min(max(value, 0), 1) * 255).rounded()) }
    return Pixel(red: byte(red), green: byte(green), blue: byte(blue))
  }
}
