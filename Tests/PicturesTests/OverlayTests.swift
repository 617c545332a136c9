import Foundation
import Testing

@testable import Pictures

@Suite("Masks drawn over images")
struct OverlayTests {
  /// Twice the signed area: positive for clockwise polygons on the screen (y grows downwards).
  private func doubleArea(_ loop: [Point]) -> Double {
    loop.indices.reduce(0) { sum, i in
      let (a, b) = (loop[i], loop[(i + 1) % loop.count])
      return sum + a.x * b.y - b.x * a.y
    }
  }

  @Test("The contour of two pixels side by side is their rectangle")
  func twoPixels() {
    let mask: [UInt8] = [
      0, 0, 0, 0,
      0, 1, 1, 0,
      0, 0, 0, 0,
    ]
    #expect(contours(of: mask, width: 4) == [[Point(1, 1), Point(3, 1), Point(3, 2), Point(1, 2)]])
  }

  @Test("A hole is a loop the other way round; pixels that touch at a corner are apart")
  func holesAndCorners() {
    let ring: [UInt8] = [1, 1, 1, 1, 0, 1, 1, 1, 1]
    let loops = contours(of: ring, width: 3)
    #expect(loops.count == 2)
    #expect(loops.map { doubleArea($0) / 2 }.sorted() == [-1, 9])

    let diagonal: [UInt8] = [1, 0, 0, 1]
    #expect(contours(of: diagonal, width: 2).map { doubleArea($0) / 2 } == [1, 1])
    let saddle: [UInt8] = [0, 1, 1, 0]
    #expect(contours(of: saddle, width: 2).map { doubleArea($0) / 2 } == [1, 1])
  }

  @Test("The contours of any mask enclose its area")
  func areas() {
    var state: UInt32 = 7
    for density in [3, 5, 8] as [UInt32] {
      let mask = (0..<23 * 17).map { _ -> UInt8 in
        state = state &* 1_664_525 &+ 1_013_904_223
        return (state >> 16) % 10 < density ? 1 : 0
      }
      let area = contours(of: mask, width: 23).reduce(0) { $0 + doubleArea($1) / 2 }
      #expect(area == Double(mask.reduce(0) { $0 + Int($1) }))
      // The smooth contour passes every corner at half a pixel: it loses at convex, gains at concave ones.
      #expect(contours(of: mask, width: 23, style: .smooth).allSatisfy { $0.count >= 4 })
    }
  }

  @Test("A mask colours its own pixels and leaves the others alone")
  func colours() {
    let image = Image(width: 10, height: 10, filled: Pixel(red: 100, green: 100, blue: 100))
    var mask = [UInt8](repeating: 0, count: 100)
    for y in 2..<8 { for x in 2..<8 { mask[y * 10 + x] = 1 } }
    var style = OverlayStyle.masksOnly
    style.maskOpacity = 0.5
    let red = OutlinedObject(mask: mask, color: Color(red: 1, green: 0, blue: 0))
    let picture = drawing(of: [red], over: image, scale: 4, style: style)
    #expect(picture.width == 40)
    #expect(abs(Int(picture[20, 20].red) - 178) <= 1 && abs(Int(picture[20, 20].green) - 50) <= 1)
    #expect(picture[2, 2] == image[0, 0] && picture[37, 20] == image[0, 0])
  }

  @Test("Labels stay inside the picture and clear of each other")
  func labels() {
    let area = Rectangle(x: 0, y: 0, width: 300, height: 200)
    let canvas = Canvas(width: 300, height: 200)
    var objects: [OutlinedObject] = []
    for i in 0..<12 {
      let corner = i < 6 ? Double(i) : 250 + Double(i)
      objects.append(
        OutlinedObject(
          box: Rectangle(x: corner, y: Double(i * i), width: 30, height: 40), label: "category \(i)",
          score: 0.5))
    }
    objects.append(OutlinedObject(label: String(repeating: "a very long name ", count: 10)))
    let labels = canvas.overlayLabels(
      objects, imageWidth: 300, in: area, scale: (1, 1), style: OverlayStyle())
    #expect(labels.count == 13)
    for (i, label) in labels.enumerated() {
      #expect(area.contains(label.box), "\(label.text)")
      #expect(canvas.textExtent(label.text, size: label.size, weight: .bold).width <= label.box.width)
      for other in labels[..<i] { #expect(!label.box.overlaps(other.box), "\(label.text), \(other.text)") }
    }
  }
}
