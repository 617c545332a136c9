import Foundation
import Testing

@testable import Pictures

@Suite("Charts: words never overlap, data stand where they belong")
struct ChartTests {
  /// Numbers in 0..<1, the same each time.
  struct Noise {
    var state: UInt32
    mutating func next() -> Double {
      state = state &* 1_664_525 &+ 1_013_904_223
      return Double(state >> 8) / Double(1 << 24)
    }
  }

  static let names = [
    "person", "bicycle", "motorcycle", "airplane", "traffic light", "fire hydrant", "stop sign",
    "parking meter", "elephant", "tennis racket", "wine glass", "potted plant", "dining table",
  ]

  /// Charts of all kinds, some of them crowded.
  static let charts: [Chart] = {
    var noise = Noise(state: 3)
    let long =
      "A title that is far too long to stand in one line of a chart of the usual width, so it is broken"
    func curve() -> [DataPoint] {
      let level = noise.next()
      return (0..<120).map {
        DataPoint(x: Double($0) * 150, y: exp(-Double($0) / 40) + level + 0.1 * noise.next(), plusMinus: 0.1)
      }
    }
    func cloud(_ count: Int, _ labels: [String]) -> [DataPoint] {
      (0..<count).map { i in
        DataPoint(
          x: 1000 + 20000 * noise.next(), y: 40 * noise.next(),
          label: labels.isEmpty ? "" : labels[i % labels.count])
      }
    }
    let values = names.map { _ in 30 * noise.next() }
    let texts = values.map { String(format: "%.1f", $0) }
    var charts = [
      Chart(
        long, subtitle: long, x: Axis("training step"), y: Axis("loss"),
        (0..<5).map { Series("series \($0)", .line, curve()) }, note: long + ". " + long),
      Chart(
        "", x: Axis("step", kind: .logarithmic), y: Axis("loss", kind: .logarithmic),
        [Series("a", .line, curve()), .level("chance", at: 0.7)]),
      Chart("Names", x: Axis("annotations"), y: Axis("AP"), [Series("AP", .points, cloud(40, names))]),
      Chart(
        "Crowd", x: Axis("annotations"), y: Axis("AP"),
        [Series("a", .points, cloud(90, names)), Series("b", .points, cloud(90, []))]),
      Chart(
        "Bars", x: Axis("", kind: .categories(Array(names.prefix(5)))), y: Axis("AP"),
        (0..<3).map { k in
          .bars(
            "bar \(k)", values.prefix(5).map { $0 + Double(k) },
            plusMinus: [1, 2, 3, 4, 5], labels: Array(texts.prefix(5)))
        }),
      Chart(
        "Many bars", x: Axis("", kind: .categories(names)), y: Axis("AP"),
        [.bars("one", values, labels: texts), .bars("two", values.reversed(), labels: texts.reversed())]),
      Chart(
        "Lying bars", x: Axis("AP", range: 0...45), y: Axis("", kind: .categories(names)),
        [
          Series(
            "AP", .bars,
            names.indices.map {
              DataPoint(
                x: values[$0], y: Double($0), uncertainty: values[$0]...values[$0] + 2, label: texts[$0])
            })
        ]),
      Chart("Nothing", x: Axis("x"), y: Axis("y"), []),
    ]
    for i in charts.indices where i % 2 == 0 {
      var small = charts[i]
      small.size = FigureSize(width: 300, height: 230)
      charts.append(small)
    }
    return charts
  }()

  @Test("No two words overlap, and all stand inside the figure", arguments: charts.indices)
  func overlaps(index: Int) {
    let chart = Self.charts[index]
    let ruler = Canvas(width: 1, height: 1)
    let layout = chart.layout(in: chart.size.rectangle, ruler: ruler)
    let texts = layout.allTexts
    for (i, text) in texts.enumerated() {
      #expect(chart.size.rectangle.contains(text.box), "\(text.string)")
      for other in texts[..<i] {
        #expect(!text.box.overlaps(other.box), "'\(text.string)' and '\(other.string)'")
      }
    }
    // The legend covers nothing that is drawn, and no name covers a marker.
    if let legend = layout.legend, layout.plot.overlaps(legend.box) {
      #expect(layout.marks.leaveFree(legend.box))
    }
    for label in layout.labels.texts {
      #expect(!layout.marks.markers.contains { $0.box.overlaps(label.box) }, "\(label.string)")
    }
  }

  @Test("Every name of a point is on the chart or in the note")
  func namesAreKept() {
    var noise = Noise(state: 9)
    let points = (0..<80).map { DataPoint(x: noise.next(), y: noise.next(), label: "category \($0)") }
    let chart = Chart(
      "", x: Axis("x"), y: Axis("y"), [Series("", .points, points)], size: FigureSize(width: 640, height: 480)
    )
    let layout = chart.layout(in: chart.size.rectangle, ruler: Canvas(width: 1, height: 1))
    let words = layout.allTexts.filter { $0.style == .note }.map(\.string).joined(separator: " ")
    let placed = Set(layout.labels.texts.map(\.string))
    #expect(placed.count > 40)
    for point in points {
      #expect(placed.contains(point.label) || words.contains(point.label), "\(point.label)")
    }
  }

  @Test("Bars are as high as their values; several stand side by side")
  func bars() {
    let chart = Chart(
      "", x: Axis("", kind: .categories(["a", "b"])), y: Axis("", range: 0...10),
      [.bars("one", [5, 10]), .bars("two", [0, 2.5])], legend: .hidden)
    let layout = chart.layout(in: chart.size.rectangle, ruler: Canvas(width: 1, height: 1))
    let plot = layout.plot
    let bars = layout.marks.bars.map(\.box)
    for (bar, share) in zip(bars, [0.5, 1, 0, 0.25]) {
      #expect(abs(bar.height - share * plot.height) < 1e-9 && abs(bar.maxY - plot.maxY) < 1e-9)
    }
    #expect(bars[0].maxX < bars[2].x && bars[2].maxX < bars[1].x && bars[1].maxX < bars[3].x)
  }

  @Test("A loss that is not a number is a gap, not a place")
  func gaps() {
    let values = [1, 2, .nan, 4, 5, .infinity, 7]
    let points = values.enumerated().map { DataPoint(x: Double($0), y: $1, plusMinus: 1) }
    let chart = Chart("", x: Axis("x"), y: Axis("y"), [Series("", .line, points)])
    let layout = chart.layout(in: chart.size.rectangle, ruler: Canvas(width: 1, height: 1))
    #expect(layout.marks.lines.map(\.points.count) == [2, 2, 1])
    #expect(layout.marks.markers.count == 5)
    #expect(DataPoint(x: 0, y: 1, plusMinus: .nan).uncertainty == nil)
  }

  @Test("Neighbouring series differ in brightness or in dashes, markers and hatches at once")
  func blackAndWhite() {
    let styles = (0..<5).map(SeriesStyle.automatic)
    for (a, b) in zip(styles, styles.dropFirst()) {
      #expect(a.marker != b.marker && a.dash != b.dash && a.hatch != b.hatch && a.color != b.color)
    }
    #expect(Set(styles.map(\.marker)).count == 5 && Set(styles.map(\.dash)).count == 5)
  }

  @Test("A style sets the size of its markers, in the chart and in its legend, and may leave them open")
  func markers() throws {
    var style = SeriesStyle(color: .black, marker: .square)
    style.markerSize = 2
    let point = [DataPoint(x: 1, y: 1)]
    func chart(_ style: SeriesStyle) -> Chart {
      Chart(
        "", x: Axis(""), y: Axis(""), [Series("", .points, point, style: style)],
        size: FigureSize(width: 200, height: 200))
    }
    let canvas = Canvas(width: 1, height: 1)
    let marker = try #require(
      chart(style).layout(in: chart(style).size.rectangle, ruler: canvas).marks.markers.first)
    #expect(marker.radius == 6.8)
    let middle = (x: Int(2 * marker.center.x), y: Int(2 * marker.center.y))
    #expect(chart(style).image()[middle.x, middle.y] == Pixel(red: 0, green: 0, blue: 0))
    style.isOpen = true
    #expect(chart(style).image()[middle.x, middle.y] == Pixel(red: 255, green: 255, blue: 255))
  }

  @Test("The three files: SVG with its words, PDF, PNG at two pixels to the point")
  func files() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("charts-\(UUID().uuidString)")
      .path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let chart = Self.charts[4]
    try chart.write(to: folder + "/bars")
    let svg = String(
      decoding: try Data(contentsOf: URL(fileURLWithPath: folder + "/bars.svg")), as: UTF8.self)
    for word in ["Bars", "person", "traffic light", "bar 2", "AP"] {
      #expect(svg.contains(">\(word)<"), "\(word)")
    }
    let pdf = try Data(contentsOf: URL(fileURLWithPath: folder + "/bars.pdf"))
    #expect(pdf.starts(with: Data("%PDF-".utf8)))
    let png = try readImage(folder + "/bars.png")
    #expect(png.width == 960 && png.height == 640)
    #expect(png == chart.image())
    #expect(throws: (any Error).self) { try chart.write(to: folder + "/none/bars") }
  }

  @Test("A line through a box is found, one beside it is not")
  func segments() {
    let box = Rectangle(x: 1, y: 1, width: 2, height: 1)
    #expect(segment(Point(0, 0), Point(4, 3), meets: box))
    #expect(segment(Point(1.5, 1.5), Point(1.6, 1.6), meets: box))
    #expect(segment(Point(2, 0), Point(2, 9), meets: box))
    #expect(!segment(Point(0, 0), Point(0, 9), meets: box))
    #expect(!segment(Point(0, 1.5), Point(2, 9), meets: box))
    #expect(!segment(Point(4, 0), Point(9, 9), meets: box))
  }
}
