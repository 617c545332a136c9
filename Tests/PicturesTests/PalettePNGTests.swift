import Foundation
import Tensors
import Testing

@testable import Pictures

@Suite("PNG files with a palette")
struct PalettePNGTests {
  private func noise(_ width: Int, _ height: Int, step: Int) -> Image {
    var image = Image(width: width, height: height)
    var state: UInt32 = 7
    for i in image.pixels.indices {
      state = state &* 1_664_525 &+ 1_013_904_223
      image.pixels[i] = UInt8(Int(state >> 24) / step * step)
    }
    return image
  }

  @Test("An image of few colours comes back as it was")
  func exact() throws {
    // Four values in each of three channels: 64 colours.
    let image = noise(40, 31, step: 64)
    let palette = PaletteImage(image)
    #expect(palette.colors.count == 64 && palette.image == image)
    let data = encodePNG(palette)
    #expect(try decodeImage(data, file: "x.png") == image)
    #expect(encodePNG(palette) == data && data.count < encodePNG(image).count)
  }

  @Test("Of many colours there are 256, each near those that it stands for")
  func nearest() throws {
    let image = noise(120, 90, step: 1)
    let palette = PaletteImage(image)
    #expect(palette.colors.count == 256 && palette.indices.count == 120 * 90)
    #expect(try decodeImage(encodePNG(palette), file: "x.png") == palette.image)
    // 256 boxes cut each channel of evenly spread colours about six times: a mean square distance of some (256 / 6)² / 12.
    var squares = 0.0
    for (a, b) in zip(image.pixels, palette.image.pixels) {
      squares += (Double(a) - Double(b)) * (Double(a) - Double(b))
    }
    #expect((squares / Double(image.pixels.count)).squareRoot() < 20)
  }

  @Test("By hand: two colours for a ramp from black to white are the means of its halves")
  func byHand() {
    let ramp = Image(width: 256, height: 1, pixels: (0..<256).flatMap { [UInt8($0), UInt8($0), UInt8($0)] })
    let palette = PaletteImage(ramp, most: 2)
    // The mean is 127.5, which divides the ramp between cells: 0...127 and 128...255, with means 63.5 and 191.5.
    #expect(palette.colors == [64, 192].map { Pixel(red: $0, green: $0, blue: $0) })
    #expect(palette.indices == [UInt8](repeating: 0, count: 128) + [UInt8](repeating: 1, count: 128))
    let plain = PaletteImage(Image(width: 3, height: 2))
    #expect(plain.colors == [.white] && plain.indices == [0, 0, 0, 0, 0, 0])
  }

  @Test(
    "A page of pictures is one file of pixels; a chart is drawn for print too, unless it has thousands of points"
  )
  func forms() throws {
    let page = PicturePage("", rows: [.init("", [.init(Image(width: 4, height: 4))])])
    #expect(page.endings == ["png"])
    func chart(_ count: Int) -> Chart {
      Chart(
        "", x: Axis("x"), y: Axis("y"),
        [Series("s", .points, (0..<count).map { DataPoint(x: Double($0), y: 1) })])
    }
    #expect(chart(500).endings == ["svg", "pdf", "png"] && chart(501).endings == ["png"])
    #expect(Panels("", rows: [[chart(2), chart(501)]]).endings == ["png"])
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try page.write(to: folder.appending(path: "page").path)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["page.png"])
  }
}
