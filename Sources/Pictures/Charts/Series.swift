/// A value in a chart.
public struct DataPoint: Sendable, Hashable {
  /// To the right. On an axis of categories: the number of the category, from 0.
  public var x: Double
  /// Upwards. On an axis of categories: the number of the category, from 0.
  public var y: Double
  /// From where to where the value may well be: y's, or x's where y is an axis of categories.
  public var uncertainty: ClosedRange<Double>?
  /// Written beside the point; nothing for an empty one.
  public var label: String
  /// The size of its marker, relative to the usual one.
  public var size: Double

  /// A point, with what is known of it.
  public init(
    x: Double, y: Double, uncertainty: ClosedRange<Double>? = nil, label: String = "", size: Double = 1
  ) {
    self.x = x
    self.y = y
    self.uncertainty = uncertainty
    self.label = label
    self.size = size
  }

  /// A point whose y may be off by `plusMinus` either way; by nothing that could be drawn, where that is not
  /// a finite number.
  public init(x: Double, y: Double, plusMinus: Double, label: String = "") {
    let reach = abs(plusMinus)
    let isKnown = y.isFinite && reach.isFinite
    self.init(x: x, y: y, uncertainty: isKnown ? y - reach...y + reach : nil, label: label)
  }
}

/// Values that belong together, drawn in one way.
public struct Series: Sendable, Hashable {
  /// How values are drawn.
  public enum Kind: Sendable, Hashable {
    /// A line from point to point; uncertainties become a shaded band. A point that is not finite is a gap.
    case line
    /// A marker for each point; uncertainties become whiskers.
    case points
    /// A bar from 0 for each point; uncertainties become whiskers. Several series of bars stand side by side.
    case bars
    /// A line across the whole chart at the height of the first point, for a value to compare with.
    case level
  }

  /// What the legend calls it; without a name it is not in the legend.
  public var name: String
  /// How it is drawn.
  public var kind: Kind
  /// The values.
  public var points: [DataPoint]
  /// Colour, marker and dashes; without it, those of the series' number.
  public var style: SeriesStyle?

  /// Values with a name.
  public init(_ name: String, _ kind: Kind, _ points: [DataPoint], style: SeriesStyle? = nil) {
    self.name = name
    self.kind = kind
    self.points = points
    self.style = style
  }

  /// Bars for categories 0, 1, 2, ... on the x axis, with `labels` written over each (over none,
  /// if there is no room for all).
  public static func bars(
    _ name: String, _ values: [Double], plusMinus: [Double]? = nil, labels: [String]? = nil,
    style: SeriesStyle? = nil
  ) -> Series {
    precondition(plusMinus == nil || plusMinus!.count == values.count, "an uncertainty for each bar")
    precondition(labels == nil || labels!.count == values.count, "a label for each bar")
    let points = values.indices.map { i in
      let label = labels?[i] ?? ""
      guard let plusMinus else { return DataPoint(x: Double(i), y: values[i], label: label) }
      return DataPoint(x: Double(i), y: values[i], plusMinus: plusMinus[i], label: label)
    }
    return Series(name, .bars, points, style: style)
  }

  /// A dashed grey line at one value, to compare with.
  public static func level(_ name: String, at value: Double, style: SeriesStyle = .reference) -> Series {
    Series(name, .level, [DataPoint(x: value, y: value)], style: style)
  }
}

/// The shape that stands for a point.
public enum MarkerShape: Sendable, Hashable, CaseIterable {
  /// Around.
  case circle
  /// With sides along the axes.
  case square
  /// Standing on its base.
  case triangle
  /// Standing on a corner.
  case diamond
  /// Standing on its tip.
  case triangleDown
  /// Two diagonal strokes.
  case cross
  /// Two strokes along the axes.
  case plus
}

/// The strokes over the ground of a bar, which tell bars apart in black and white.
public enum Hatch: Sendable, Hashable, CaseIterable {
  /// The plain colour.
  case none
  /// Strokes that rise to the right.
  case rising
  /// Strokes that fall to the right.
  case falling
  /// Both.
  case crossed
  /// Strokes along the x axis.
  case level
}

/// The look of a series. Series differ in colour, marker, dashes and hatch at once, so that they can be told
/// apart in black and white and by people who see colours differently.
public struct SeriesStyle: Sendable, Hashable {
  /// The colour of lines, markers and bars.
  public var color: Color
  /// The shape of points; a line without a shape has no markers.
  public var marker: MarkerShape?
  /// The size of markers, relative to the usual one.
  public var markerSize = 1.0
  /// Whether only the outline of markers has the colour.
  public var isOpen = false
  /// Strokes and gaps of lines in points; empty is a whole line.
  public var dash: [Double]
  /// The strokes over bars.
  public var hatch: Hatch
  /// The width of lines in points.
  public var width: Double

  /// A look by its parts.
  public init(
    color: Color, marker: MarkerShape? = nil, dash: [Double] = [], hatch: Hatch = .none, width: Double = 1.6
  ) {
    self.color = color
    self.marker = marker
    self.dash = dash
    self.hatch = hatch
    self.width = width
  }

  /// The look of series number `index`. The colours are those of Okabe and Ito, "Color Universal Design",
  /// which all kinds of colour vision tell apart; yellow is left out, as white paper swallows it.
  public static func automatic(_ index: Int) -> SeriesStyle {
    let colors: [UInt32] = [0x0072b2, 0xd55e00, 0x009e73, 0xcc79a7, 0xe69f00, 0x56b4e9, 0x404040]
    let dashes: [[Double]] = [[], [6, 2.5], [2, 2], [8, 2.5, 2, 2.5], [4, 2], [10, 3], [1, 2]]
    return SeriesStyle(
      color: Color(hex: colors[index % colors.count]),
      marker: MarkerShape.allCases[index % MarkerShape.allCases.count],
      dash: dashes[index % dashes.count], hatch: Hatch.allCases[index % Hatch.allCases.count])
  }

  /// A thin dashed grey line.
  public static let reference = SeriesStyle(color: Color(gray: 0.4), dash: [5, 3], width: 1.1)
}
