/// The colours that gear comes in, wider than the named palettes: whatever is dyed, painted, sawn or tanned.
enum GearColors {
  /// Any dye or paint at all, bright, dull or dark, and the colours that are none.
  static let any = Palette(
    ColorRange(0...1, 0.45...0.95, 0.4...1), ColorRange(0...1, 0.2...0.6, 0.25...0.95),
    ColorRange(0...0.16, 0.3...0.9, 0.35...0.95), ColorRange(0.5...0.7, 0.3...0.9, 0.2...0.9),
    neutral.ranges[0], neutral.ranges[1])
  /// White, grey, black.
  static let neutral = Palette(
    ColorRange(0...1, 0...0.08, 0.7...1), ColorRange(0...1, 0...0.12, 0.08...0.75))
  static let pale = Palette(ColorRange(0...1, 0...0.3, 0.8...1))
  static let dark = Palette(ColorRange(0...1, 0.1...0.7, 0.1...0.35))
  /// Wood from birch to ebony, fresh and weathered.
  static let wood = Palette(
    ColorRange(0.07...0.12, 0.25...0.6, 0.6...0.95), ColorRange(0.03...0.08, 0.4...0.75, 0.25...0.6),
    ColorRange(0.06...0.12, 0.05...0.25, 0.3...0.7), ColorRange(0.02...0.06, 0.3...0.7, 0.12...0.3))
  static let leather = Palette(
    ColorRange(0.03...0.1, 0.4...0.85, 0.2...0.8), ColorRange(0.05...0.12, 0.2...0.5, 0.6...0.95),
    ColorRange(0...1, 0.05...0.3, 0.08...0.3))
  static let metal = Palette(ColorRange(0.5...0.7, 0...0.12, 0.1...0.9))
  static let leaf = Palette(
    ColorRange(0.2...0.42, 0.35...0.9, 0.25...0.75), ColorRange(0.16...0.25, 0.4...0.8, 0.5...0.85),
    ColorRange(0.3...0.45, 0.2...0.5, 0.3...0.7))
  static let clay = Palette(
    ColorRange(0.03...0.08, 0.4...0.75, 0.45...0.85), ColorRange(0.05...0.15, 0.05...0.3, 0.5...0.95))
  static let china = Palette(ColorRange(0...1, 0...0.07, 0.86...1))
}
