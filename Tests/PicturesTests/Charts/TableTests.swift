import Foundation
import Testing

@testable import Pictures

@Suite("Drawn tables, pages of pictures, panels")
struct TableTests {
  static let long = "Words that are much too long for one line and much too long for any column of any table"

  static let table = DrawnTable(
    "Table 1. " + long,
    columns: [
      .text("study"), .text("row"), .number("B", group: "a group with a long name"),
      .number("A", group: "a group with a long name"), .number("AP50", group: "other"),
      .number("a header of several words that is wide"),
    ],
    rows: [
      .heading("(a) inputs of T, and " + long),
      .cells(["input", "randn", "15.4", "35.2", "–", "1,000"]),
      .cells(["", .init(TableTests.long), .bold("120.25 ± 0.5"), "−35", "31.1", "7"]),
      .rule,
      .cells(["structure", "2-layer, LeakyReLU", "9.2", .init("35.2", slant: .italic), "n/a", ""]),
    ], note: long + ". " + long + ".")

  private func checkNoOverlap(_ texts: [PlacedText], in area: Rectangle) {
    for (i, text) in texts.enumerated() {
      #expect(area.contains(text.box), "\(text.string)")
      for other in texts[..<i] {
        #expect(!text.box.overlaps(other.box), "'\(text.string)' and '\(other.string)'")
      }
    }
  }

  @Test("No two cells, headers or lines of words overlap; all stand inside")
  func overlaps() {
    let ruler = Canvas(width: 1, height: 1)
    let small = DrawnTable(Self.long, columns: [.number("x")], rows: [.cells(["1"])], note: Self.long)
    for table in [Self.table, small] {
      let layout = table.layout(ruler: ruler)
      checkNoOverlap(layout.texts, in: table.size.rectangle)
      #expect(layout.rules.allSatisfy { $0.from.x < $0.to.x && $0.from.y == $0.to.y })
    }
  }

  @Test("A number ends before its decimal point; words are no numbers")
  func decimalPoints() {
    func parts(_ text: String) -> [String]? {
      Self.table.parts(ofNumber: text).map { [$0.whole, $0.fraction] }
    }
    #expect(parts("30.2 ± 0.4") == ["30", ".2 ± 0.4"])
    #expect(parts("−1.5") == ["−1", ".5"])
    #expect(parts("1,035") == ["1,035", ""])
    #expect(parts("+7 %") == ["+7", " %"])
    #expect(parts("–") == nil && parts("n/a") == nil && parts("") == nil)
  }

  @Test("Decimal points stand below each other")
  func alignment() {
    let table = DrawnTable(
      "", columns: [.number("AP")],
      rows: [.cells(["1.25"]), .cells(["100.5"]), .cells([.bold("22.0")]), .cells(["7"])])
    let ruler = Canvas(width: 1, height: 1)
    let points = table.layout(ruler: ruler).texts.compactMap { text -> Double? in
      guard let (whole, _) = table.parts(ofNumber: text.string) else { return nil }
      return text.box.x + ruler.width(of: whole, text.style)
    }
    #expect(points.count == 4)
    for point in points { #expect(abs(point - points[0]) < 1e-9) }
  }

  @Test("A page: each picture in its row and column, words clear of pictures and of each other")
  func page() {
    let wide = PicturePage.Picture(Image(width: 40, height: 20), caption: "IoU 0.5, " + Self.long)
    let tall = PicturePage.Picture(Image(width: 20, height: 40))
    let page = PicturePage(
      "Scenes", headings: ["image", Self.long, "truth"],
      rows: [.init("A row, " + Self.long, [wide, nil, tall]), .init("", [tall, wide, wide])], note: Self.long,
      pictureWidth: 80)
    let layout = page.layout(ruler: Canvas(width: 1, height: 1))
    checkNoOverlap(layout.texts, in: page.size.rectangle)
    let places = layout.pictures.map(\.place)
    #expect(places.map(\.height) == [40, 160, 160, 40, 40])
    #expect(places[0].x == places[2].x && places[1].x == places[4].x && places[0].y == places[1].y)
    for (i, place) in places.enumerated() {
      #expect(page.size.rectangle.contains(place))
      #expect(!places[..<i].contains { $0.overlaps(place) })
      #expect(!layout.texts.contains { $0.box.overlaps(place) })
    }
    #expect(page.image(scale: 1).width == page.size.width)
  }

  @Test("Panels are as large as their charts and words")
  func panels() {
    let chart = Chart("", x: Axis("x"), y: Axis("y"), [], size: FigureSize(width: 200, height: 150))
    #expect(Panels(rows: [[chart, chart], [chart]]).size == FigureSize(width: 400, height: 300))
    let titled = Panels("Title", rows: [[chart]], note: "Note")
    #expect(titled.size.width == 200 && titled.size.height > 170)
    #expect(titled.image(scale: 1).height == titled.size.height)
  }

  @Test("Lines are broken between words, and words only where they are wider than a line")
  func wrapping() {
    let ruler = Canvas(width: 1, height: 1)
    let style = TextStyle(size: 10)
    let lines = ruler.wrapped(Self.long, style, width: 120)
    #expect(lines.joined(separator: " ") == Self.long)
    #expect(lines.allSatisfy { ruler.width(of: $0, style) <= 120 })
    #expect(ruler.wrapped("", style, width: 10) == [])
    #expect(ruler.wrapped("a\nb", style, width: 100) == ["a", "b"])
    let pieces = ruler.wrapped(String(repeating: "x", count: 50), style, width: 40)
    #expect(pieces.count > 5 && pieces.joined().count == 50)
  }
}
