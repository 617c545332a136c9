import Foundation
import Testing

@testable import Pictures

@Suite("Canvas: shapes of known area, layers, text")
struct CanvasTests {
  @Test("A rectangle on whole pixels covers exactly its pixels")
  func rectangle() {
    let canvas = Canvas(width: 8, height: 6)
    canvas.rectangle(x: 2, y: 1, width: 3, height: 4)
    canvas.fill(.black)
    let alpha = canvas.alpha()
    for y in 0..<6 {
      for x in 0..<8 {
        #expect(alpha[y * 8 + x] == ((2..<5).contains(x) && (1..<5).contains(y) ? 255 : 0))
      }
    }
  }

  @Test("Half a pixel gets half the opacity, or none of it without antialiasing")
  func coverage() {
    let canvas = Canvas(width: 3, height: 1)
    canvas.rectangle(x: 0.75, y: 0, width: 1.5, height: 1)
    canvas.fill(.black)
    #expect(abs(Int(canvas.alpha()[0]) - 64) <= 1)
    #expect(canvas.alpha()[1] == 255)

    let sharp = Canvas(width: 3, height: 1)
    sharp.antialiasing = .off
    #expect(sharp.antialiasing == .off)
    sharp.rectangle(x: 0.75, y: 0, width: 1.5, height: 1)
    sharp.fill(.black)
    #expect(sharp.alpha() == [0, 255, 0])
  }

  @Test("Circle and ellipse have the areas π r² and π a b, whatever their rotation")
  func ellipses() {
    func area(_ canvas: Canvas) -> Double { canvas.alpha().reduce(0) { $0 + Double($1) } / 255 }
    let circle = Canvas(width: 100, height: 100)
    circle.circle(center: Point(50, 50), radius: 40)
    circle.fill(.black)
    #expect(abs(area(circle) / (.pi * 1600) - 1) < 0.002)

    let ellipse = Canvas(width: 100, height: 100)
    ellipse.ellipse(center: Point(50, 50), radii: (40, 15), rotation: 0.7)
    ellipse.fill(.black)
    #expect(abs(area(ellipse) / (.pi * 600) - 1) < 0.003)
  }

  @Test("A translucent colour over another: a c + (1 - a) below")
  func alphaBlending() {
    let canvas = Canvas(width: 1, height: 1, background: Color(red: 0, green: 0, blue: 1))
    canvas.paint(.solid(Color(red: 1, green: 0, blue: 0, alpha: 0.25)))
    let pixel = canvas.image()[0, 0]
    #expect(abs(Int(pixel.red) - 64) <= 1 && pixel.green == 0 && abs(Int(pixel.blue) - 191) <= 1)
  }

  @Test("What is transparent reads as white")
  func transparentIsWhite() {
    let canvas = Canvas(width: 2, height: 1)
    canvas.rectangle(x: 0, y: 0, width: 1, height: 1)
    canvas.fill(Color(gray: 0, alpha: 0.5))
    let image = canvas.image()
    #expect(abs(Int(image[0, 0].red) - 127) <= 1)
    #expect(image[1, 0] == .white)
  }

  @Test("Even-odd leaves a hole where non-zero fills it")
  func fillRules() {
    func inner(_ rule: Canvas.FillRule) -> UInt8 {
      let canvas = Canvas(width: 9, height: 9)
      canvas.rectangle(x: 0, y: 0, width: 9, height: 9)
      canvas.rectangle(x: 3, y: 3, width: 3, height: 3)
      canvas.fill(.black, rule: rule)
      return canvas.alpha()[4 * 9 + 4]
    }
    #expect(inner(.evenOdd) == 0 && inner(.nonZero) == 255)
  }

  @Test("Transformation, clip and antialiasing end with `saved`")
  func savedState() {
    let canvas = Canvas(width: 4, height: 1)
    canvas.saved {
      canvas.translate(2, 0)
      canvas.antialiasing = .off
      canvas.blend = .add
      canvas.rectangle(x: 0, y: 0, width: 1, height: 1)
      canvas.clip()
      canvas.paint(.solid(.black))
    }
    #expect(canvas.alpha() == [0, 0, 255, 0])
    #expect(canvas.antialiasing == .on && canvas.blend == .over)
    canvas.rectangle(x: 0, y: 0, width: 1, height: 1)
    canvas.fill(.black)
    #expect(canvas.alpha() == [255, 0, 255, 0])
  }

  @Test("A layer is drawn with its opacity, a rubber takes away")
  func layers() {
    let layer = Canvas(width: 2, height: 1, background: .black)
    let canvas = Canvas(width: 4, height: 1)
    canvas.draw(layer, at: Point(1, 0), alpha: 0.5)
    #expect(canvas.alpha()[0] == 0 && abs(Int(canvas.alpha()[1]) - 128) <= 1)
    canvas.blend = .erase
    canvas.draw(layer, at: Point(2, 0))
    #expect(canvas.alpha()[2] == 0 && canvas.alpha()[1] > 0)
  }

  @Test("An image drawn on a canvas comes back the same, and stretched by nearest pixels")
  func imageRoundTrip() {
    var image = Image(width: 3, height: 2)
    for i in 0..<18 { image.pixels[i] = UInt8(i * 14) }
    #expect(Canvas(image).image() == image)

    let canvas = Canvas(width: 6, height: 4)
    canvas.draw(image, in: Rectangle(x: 0, y: 0, width: 6, height: 4), sampling: .nearest)
    let large = canvas.image()
    for y in 0..<4 { for x in 0..<6 { #expect(large[x, y] == image[x / 2, y / 2]) } }
  }

  @Test("A gradient goes evenly from one colour to the other; a tile repeats")
  func paints() {
    let canvas = Canvas(width: 101, height: 1)
    canvas.paint(
      .linear(
        from: Point(0.5, 0), to: Point(100.5, 0),
        stops: [GradientStop(0, .black), GradientStop(1, .white)]))
    let ramp = canvas.image()
    #expect(abs(Int(ramp[50, 0].red) - 128) <= 2 && ramp[0, 0].red <= 2 && ramp[100, 0].red >= 253)

    let tile = Canvas(width: 2, height: 1, background: .white)
    tile.rectangle(x: 0, y: 0, width: 1, height: 1)
    tile.fill(.black)
    let striped = Canvas(width: 6, height: 1)
    striped.paint(.tile(tile))
    #expect((0..<6).map { striped.image()[$0, 0].red } == [0, 255, 0, 255, 0, 255])
  }

  @Test("Text lies where its extent says, and scales with its size")
  func text() {
    let canvas = Canvas(width: 200, height: 40)
    let extent = canvas.textExtent("Segment", size: 20)
    #expect(extent.width > 40 && extent.width < 140)
    let twice = canvas.textExtent("Segment", size: 40)
    #expect(abs(twice.width - 2 * extent.width) < 1e-6 * extent.width + 0.1)

    canvas.text("Segment", at: Point(100, 28), size: 20, alignment: .center)
    let alpha = canvas.alpha()
    let columns = (0..<200).filter { x in (0..<40).contains { alpha[$0 * 200 + x] > 0 } }
    #expect(!columns.isEmpty)
    #expect(Double(columns.first!) >= 100 - extent.width / 2 - 2)
    #expect(Double(columns.last!) <= 100 + extent.width / 2 + 2)
  }

  @Test("Hue, saturation and value as on the colour circle")
  func hues() {
    #expect(Color(hue: 0, saturation: 1, value: 1) == Color(red: 1, green: 0, blue: 0))
    #expect(Color(hue: 1.0 / 3, saturation: 1, value: 1).pixel == Pixel(red: 0, green: 255, blue: 0))
    #expect(Color(hue: -1.0 / 3, saturation: 1, value: 1).pixel == Pixel(red: 0, green: 0, blue: 255))
    #expect(Color(hue: 1.0 / 12, saturation: 1, value: 1).pixel == Pixel(red: 255, green: 128, blue: 0))
    #expect(Color(hue: 0.4, saturation: 0, value: 0.5) == Color(gray: 0.5))
    #expect(Color(hex: 0x336699).pixel == Pixel(red: 0x33, green: 0x66, blue: 0x99))
  }

  @Test("Affine maps compose from left to right")
  func affine() {
    let map = Affine.scaling(2, 3).then(.translation(1, 1)).then(.rotation(.pi / 2))
    let point = map(Point(1, 1))  // (2, 3), (3, 4), (-4, 3)
    #expect(abs(point.x + 4) < 1e-12 && abs(point.y - 3) < 1e-12)
    #expect(abs(map.determinant - 6) < 1e-12)
  }

  @Test("Different canvases are drawn on by different threads at once, with the same result")
  func threads() async {
    func drawing() -> Image {
      let canvas = Canvas(width: 64, height: 64, background: .white)
      for i in 0..<200 {
        canvas.circle(center: Point(Double(i * 7 % 64), Double(i * 13 % 64)), radius: Double(i % 9 + 1))
        canvas.fill(Color(hue: Double(i) / 200, saturation: 1, value: 1, alpha: 0.4))
        canvas.text("\(i)", at: Point(Double(i % 50), 30), size: 9)
      }
      return canvas.image()
    }
    let expected = drawing()
    await withTaskGroup(of: Image.self) { group in
      for _ in 0..<8 { group.addTask { drawing() } }
      for await image in group { #expect(image == expected) }
    }
  }
}
