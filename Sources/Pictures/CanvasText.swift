import CCairo

/// How heavy letters are.
public enum TextWeight: Sendable {
  /// As in running text.
  case regular
  /// Bold.
  case bold
}

/// Whether letters lean.
public enum TextSlant: Sendable {
  /// They stand.
  case upright
  /// They lean.
  case italic
}

/// Where text lies relative to its point, along the line.
public enum TextAlignment: Sendable {
  /// It starts there.
  case left
  /// Its middle is there.
  case center
  /// It ends there.
  case right
}

/// Where text lies relative to its point, across the line.
public enum TextAnchor: Sendable {
  /// The letters stand on it.
  case baseline
  /// The middle of the capitals.
  case middle
  /// The top of the font.
  case top
  /// The bottom of the font.
  case bottom
}

/// The size of a line of text.
public struct TextExtent: Sendable, Hashable {
  /// The advance along the line.
  public var width: Double
  /// The font's height above the base line.
  public var ascent: Double
  /// The font's depth below the base line.
  public var descent: Double

  /// The font's full height.
  public var height: Double { ascent + descent }
}

/// Text, in the sans-serif font of the system: DejaVu Sans where it is there.
extension Canvas {
  /// Letters keep their shapes and distances at every scale, so that a chart has one layout in all formats.
  func prepareText() {
    let options = cairo_font_options_create()
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
    cairo_set_font_options(context, options)
    cairo_font_options_destroy(options)
  }

  private func select(size: Double, weight: TextWeight, slant: TextSlant) {
    cairo_select_font_face(
      context, "DejaVu Sans",
      slant == .italic ? CAIRO_FONT_SLANT_ITALIC : CAIRO_FONT_SLANT_NORMAL,
      weight == .bold ? CAIRO_FONT_WEIGHT_BOLD : CAIRO_FONT_WEIGHT_NORMAL)
    cairo_set_font_size(context, size)
  }

  /// The size that a line of text would take, in the units of the drawing.
  public func textExtent(
    _ string: String, size: Double, weight: TextWeight = .regular, slant: TextSlant = .upright
  ) -> TextExtent {
    select(size: size, weight: weight, slant: slant)
    var text = cairo_text_extents_t()
    var font = cairo_font_extents_t()
    cairo_text_extents(context, string, &text)
    cairo_font_extents(context, &font)
    return TextExtent(width: text.x_advance, ascent: font.ascent, descent: font.descent)
  }

  /// Draws one line of text at `point`, turned about it by `rotation` radians (clockwise on the screen).
  public func text(
    _ string: String, at point: Point, size: Double, weight: TextWeight = .regular,
    slant: TextSlant = .upright, alignment: TextAlignment = .left, anchor: TextAnchor = .baseline,
    color: Color = .black, rotation: Double = 0
  ) {
    guard !string.isEmpty else { return }
    let extent = textExtent(string, size: size, weight: weight, slant: slant)
    let x =
      switch alignment {
      case .left: 0.0
      case .center: -extent.width / 2
      case .right: -extent.width
      }
    let y =
      switch anchor {
      case .baseline: 0.0
      case .middle: 0.364 * size  // half the height of DejaVu's capitals
      case .top: extent.ascent
      case .bottom: -extent.descent
      }
    saved {
      translate(point.x, point.y)
      rotate(rotation)
      use(.solid(color))
      cairo_move_to(context, x, y)
      cairo_show_text(context, string)
      cairo_new_path(context)
      if case .file(let file) = target {
        file.remember(string, at: Point(x, y), width: extent.width, size: size, weight: weight, in: context)
      }
    }
  }
}
