/// The look of a piece of text in a figure.
struct TextStyle: Sendable, Hashable {
  var size: Double
  var weight = TextWeight.regular
  var slant = TextSlant.upright
  var color = Color(gray: 0.1)

  /// From one base line to the next.
  var lineHeight: Double { 1.32 * size }

  /// What a line of letters covers above its base line, and below it.
  var ascent: Double { 0.76 * size }
  var descent: Double { 0.22 * size }
  var height: Double { ascent + descent }

  static let title = TextStyle(size: 12.5, weight: .bold)
  static let subtitle = TextStyle(size: 10, color: Color(gray: 0.3))
  static let axisTitle = TextStyle(size: 10)
  static let tick = TextStyle(size: 9, color: Color(gray: 0.25))
  static let legend = TextStyle(size: 9.5)
  static let pointLabel = TextStyle(size: 8.5, color: Color(gray: 0.15))
  static let note = TextStyle(size: 8.5, slant: .italic, color: Color(gray: 0.35))
}

/// A line of text that has its place in a figure. Layouts are lists of these, so that a test can see that no
/// two overlap.
struct PlacedText: Sendable, Hashable {
  var string: String
  var style: TextStyle
  /// What it covers.
  var box: Rectangle
  var reading = Reading.across

  /// Which way the line runs.
  enum Reading: Sendable {
    case across
    case upwards
  }

  func draw(on canvas: Canvas) {
    let start =
      switch reading {
      case .across: Point(box.x, box.y + style.ascent)
      case .upwards: Point(box.x + style.ascent, box.maxY)
      }
    canvas.text(
      string, at: start, size: style.size, weight: style.weight, slant: style.slant, color: style.color,
      rotation: reading == .upwards ? -.pi / 2 : 0)
  }
}

/// Text measured and placed. The canvas is the ruler: it is measured with, not drawn on.
extension Canvas {
  func width(of string: String, _ style: TextStyle) -> Double {
    textExtent(string, size: style.size, weight: style.weight, slant: style.slant).width
  }

  /// One line: its left end, middle or right end at `x`, its top at `top`.
  func placed(
    _ string: String, _ style: TextStyle, x: Double, top: Double, alignment: TextAlignment = .left
  ) -> PlacedText {
    let width = width(of: string, style)
    let left =
      switch alignment {
      case .left: x
      case .center: x - width / 2
      case .right: x - width
      }
    return PlacedText(
      string: string, style: style, box: Rectangle(x: left, y: top, width: width, height: style.height))
  }

  /// One line read from below to above: its start, middle or end at `y`, its left side at `left`.
  func placedUpwards(
    _ string: String, _ style: TextStyle, left: Double, y: Double, alignment: TextAlignment = .left
  ) -> PlacedText {
    let width = width(of: string, style)
    let top =
      switch alignment {
      case .left: y - width
      case .center: y - width / 2
      case .right: y
      }
    return PlacedText(
      string: string, style: style, box: Rectangle(x: left, y: top, width: style.height, height: width),
      reading: .upwards)
  }

  /// Several lines, one below the other.
  func placed(
    _ lines: [String], _ style: TextStyle, x: Double, top: Double, alignment: TextAlignment = .left
  ) -> [PlacedText] {
    lines.enumerated().map { i, line in
      placed(line, style, x: x, top: top + Double(i) * style.lineHeight, alignment: alignment)
    }
  }

  /// The height of some lines, the last one's depth included.
  func height(of lines: [String], _ style: TextStyle) -> Double {
    lines.isEmpty ? 0 : Double(lines.count - 1) * style.lineHeight + style.height
  }

  /// The text in lines of at most the given width, broken between words, and within a word only where it is
  /// wider than a line. Nothing for an empty text.
  func wrapped(_ text: String, _ style: TextStyle, width limit: Double) -> [String] {
    guard !text.isEmpty else { return [] }
    var lines: [String] = []
    for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
      var line = ""
      for word in paragraph.split(separator: " ") {
        let longer = line.isEmpty ? String(word) : line + " " + word
        if width(of: longer, style) <= limit {
          line = longer
          continue
        }
        if !line.isEmpty { lines.append(line) }
        line = String(word)
        while width(of: line, style) > limit, line.count > 1 {
          var head = line
          while width(of: head, style) > limit, head.count > 1 { head.removeLast() }
          lines.append(head)
          line.removeFirst(head.count)
        }
      }
      lines.append(line)
    }
    return lines
  }
}
