import Pictures
import Tensors
import Testing

@testable import COCO

@Suite("What stands beside what, and how much a class varies")
struct CompositionTests {
  /// Images of 10 x 10 pixels, with objects as rectangles of pixels within a box, and the colour that they have.
  private struct Source: ExampleSource {
    struct Object {
      var category: Int
      var box: BoundingBox
      /// The pixels of the box that are the object's own.
      var pixels: BoundingBox
      var color = Pixel(red: 0, green: 0, blue: 0)
    }
    var images: [[Object]]
    var side = 10
    let categories = (1...4).map { Category(id: $0, name: "class \($0)", supercategory: "thing") }

    var count: Int { images.count }
    func example(at index: Int) -> Example {
      var pixels = [UInt8](repeating: 255, count: 3 * side * side)
      let annotations = images[index].enumerated().map { number, object -> Annotation in
        var bitmap = [UInt8](repeating: 0, count: side * side)
        for y in Int(object.pixels.y)..<Int(object.pixels.maxY) {
          for x in Int(object.pixels.x)..<Int(object.pixels.maxX) {
            bitmap[y * side + x] = 1
            let place = 3 * (y * side + x)
            (pixels[place], pixels[place + 1], pixels[place + 2]) = (
              object.color.red, object.color.green, object.color.blue
            )
          }
        }
        return Annotation(
          id: number + 1, imageID: index + 1, categoryID: object.category, box: object.box,
          segmentation: .runLength(RunLengthMask(bitmap: bitmap, height: side, width: side)),
          area: object.pixels.area)
      }
      return Example(
        imageID: index + 1, image: Image(width: side, height: side, pixels: pixels), annotations: annotations)
    }
  }

  private func box(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> BoundingBox {
    BoundingBox(x: x, y: y, width: width, height: height)
  }

  @Test("Shares of boxes by hand: two of A, one of B")
  func shares() throws {
    // Class 1 is A. The first's box is the left half, of which it fills the upper 30 pixels; the second, of class 1 too, has
    // 10 of the pixels below; the third, of class 2, has 6 of those and 4 beside.
    let source = Source(images: [
      [
        .init(category: 1, box: box(0, 0, 5, 10), pixels: box(0, 0, 5, 6)),
        .init(category: 1, box: box(0, 6, 5, 2), pixels: box(0, 6, 5, 2)),
        .init(category: 2, box: box(2, 8, 5, 2), pixels: box(2, 8, 5, 2)),
      ]
    ])
    let measured = try CompositionStatistics(of: source, setA: [1], threads: 1)
    // In the first's box of 50: 10 of A, 6 of B. In the second's nothing else.
    #expect(abs(measured.shareOfOthersInA - (10.0 / 50 + 0) / 2) < 1e-12)
    #expect(abs(measured.shareOfBInA - (6.0 / 50 + 0) / 2) < 1e-12)
    #expect(measured.shareOfAInB == 0 && measured.shareOfOthersInB == 0)
    #expect(abs(measured.shareOfA - 2.0 / 3) < 1e-12)
    // Three pairs, one of one class; two overlap, and it is one of them.
    #expect(abs(measured.pairsOfOneClass - 1.0 / 3) < 1e-12)
    #expect(abs(measured.overlappingPairsOfOneClass - 1.0 / 2) < 1e-12)
    // The second's box is 10 of the first's 50; the third's shares 6 of 54 with it.
    #expect(measured.closeBoxes == 0)
    // With B's part given to A, all are of A, and nothing is of B.
    #expect(throws: InputError.self) { try CompositionStatistics(of: source, setA: [1, 2], threads: 1) }
  }

  @Test("Pixels that two objects share are nobody else's, and close boxes are told")
  func sharedPixels() throws {
    let source = Source(images: [
      [
        .init(category: 1, box: box(0, 0, 10, 4), pixels: box(0, 0, 6, 4)),
        .init(category: 2, box: box(0, 0, 10, 5), pixels: box(4, 0, 6, 5)),
      ]
    ])
    let measured = try CompositionStatistics(of: source, setA: [1], threads: 2)
    // 24 pixels of the first, 30 of the second, of which 8 are both's: the second has 16 others in a box of 40, the first
    // 16 others in one of 50.
    #expect(abs(measured.shareOfBInA - 16.0 / 40) < 1e-12)
    #expect(abs(measured.shareOfAInB - 16.0 / 50) < 1e-12)
    #expect(measured.closeBoxes == 1)
    let shapes = try DataSetStatistics(of: source)
    #expect(abs(shapes.othersShare - (16.0 / 40 + 16.0 / 50) / 2) < 1e-12 && shapes.crowdedBoxes == 1)
  }

  @Test("Classes of one colour each are all named by their neighbours; classes of the same colours by chance")
  func variety() throws {
    func images(_ color: (_ image: Int, _ category: Int) -> UInt8) -> Source {
      Source(
        images: (0..<20).map { image in
          (1...4).map { category in
            let corner = box(Double(10 * (category - 1)), 0, 9, 9)
            return .init(
              category: category, box: corner, pixels: corner,
              color: Pixel(red: color(image, category), green: 0, blue: 0))
          }
        }, side: 40)
    }
    let plain = try #require(try ClassVariety(of: images { 60 * UInt8($1) }, threads: 2))
    #expect(plain.neighbourAccuracy == 1 && plain.chance == 0.25)
    #expect(plain.accuracyOfClass == [1: 1, 2: 1, 3: 1, 4: 1])
    // Colours that have nothing to do with the class.
    let mixed = try #require(
      try ClassVariety(of: images { UInt8(($0 * 37 + $1 * 101 + $0 * $1 * 53) % 256) }, threads: 1))
    #expect(mixed.neighbourAccuracy < 0.5)
    // Too few objects of each, or too small ones, are none.
    #expect(
      try ClassVariety(of: Source(images: Array(images { _, _ in 9 }.images.prefix(7)), side: 40)) == nil)
  }
}
