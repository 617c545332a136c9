/// A chart with two axes: lines, points and bars, in any mixture.
///
///     try Chart(
///       "Loss", x: Axis("step"), y: Axis("loss", kind: .logarithmic),
///       [Series("box", .line, boxLosses), Series("mask", .line, maskLosses)],
///       note: "One run, seed 1."
///     ).write(to: "Figures/loss")
public struct Chart: Figure, Sendable, Hashable {
  /// Where the legend goes.
  public enum Legend: Sendable, Hashable {
    /// In a corner of the chart where nothing is drawn, or else above it; none for a single series.
    case automatic
    /// Above the chart.
    case above
    /// Nowhere.
    case hidden
  }

  /// What the chart shows, in bold above it; may be empty.
  public var title: String
  /// More about it, below the title; may be empty.
  public var subtitle: String
  /// The axis to the right.
  public var xAxis: Axis
  /// The axis upwards. With categories, bars lie on their sides.
  public var yAxis: Axis
  /// What is drawn, later ones over earlier ones.
  public var series: [Series]
  /// What must be said about it, below; may be empty.
  public var note: String
  /// Where the legend goes.
  public var legend: Legend
  /// Width and height in points.
  public var size: FigureSize

  /// A chart by what it shows.
  public init(
    _ title: String, subtitle: String = "", x: Axis, y: Axis, _ series: [Series], note: String = "",
    legend: Legend = .automatic, size: FigureSize = FigureSize(width: 480, height: 320)
  ) {
    self.title = title
    self.subtitle = subtitle
    self.xAxis = x
    self.yAxis = y
    self.series = series
    self.note = note
    self.legend = legend
    self.size = size
  }

  /// Draws the chart with its upper left corner at the canvas's origin.
  public func draw(on canvas: Canvas) {
    draw(on: canvas, in: size.rectangle)
  }

  /// Draws the chart so that it fills `area`.
  public func draw(on canvas: Canvas, in area: Rectangle) {
    drawMarks(of: layout(in: area, ruler: canvas), on: canvas)
  }

  /// Many hundreds of marks take less room as pixels.
  public var isRaster: Bool { series.reduce(0) { $0 + $1.points.count } > 500 }

  func style(of index: Int) -> SeriesStyle { series[index].style ?? .automatic(index) }

  /// Whether values lie along x: names stand on the y axis.
  var isSideways: Bool { yAxis.names != nil }
}
