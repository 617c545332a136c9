import MaskRCNN
import Testing

@Suite("§2 Anchors")
struct AnchorTests {
  @Test("A square anchor stands around the middle of its cell's patch")
  func centredByHand() {
    let boxes = anchors(rows: 1, columns: 2, stride: 4, size: 8, ratios: [1])
    #expect(boxes == [Box(x1: -2, y1: -2, x2: 6, y2: 6), Box(x1: 2, y1: -2, x2: 10, y2: 6)])
  }

  @Test("Order is row, column, ratio; a ratio is height to width; areas are equal")
  func order() {
    let boxes = anchors(rows: 2, columns: 3, stride: 8, size: 16, ratios: [0.25, 1, 4])
    #expect(boxes.count == 18)
    for (index, box) in boxes.enumerated() {
      #expect(box.centerX == 8 * (Float(index / 3 % 3) + 0.5))
      #expect(box.centerY == 8 * (Float(index / 9) + 0.5))
      #expect((box.width, box.height) == [(32, 8), (16, 16), (8, 32)][index % 3])
    }
  }

  @Test("Centred anchors agree with their formula in double precision")
  func goldenCentred() throws {
    let boxes = anchors(rows: 3, columns: 4, stride: 16, size: 20, ratios: [0.5, 1, 2])
    let expected = try GeometryGolden().values("anchors.centred.first")
    #expect(largestError(boxes.flatMap(\.edges), expected) < 1e-6)
  }

  @Test("torchvision's convention gives torchvision's anchors exactly")
  func goldenTorchvision() throws {
    let boxes = anchors(
      rows: 3, columns: 4, stride: 16, size: 20, ratios: [0.5, 1, 2], convention: .torchvision)
    #expect(boxes.flatMap(\.edges) == (try GeometryGolden().values("anchors.torchvision.first")))
  }

  @Test("Detectron's anchors are those that are known of it")
  func detectronByHand() {
    // Faster R-CNN's table for a stride of 16 and a size of 128, as indices of first and last pixels.
    let boxes = anchors(
      rows: 1, columns: 1, stride: 16, size: 128, ratios: [0.5, 1, 2], convention: .detectron)
    let known: [[Float]] = [[-84, -40, 99, 55], [-56, -56, 71, 71], [-36, -80, 51, 95]]
    #expect(boxes.map { [$0.x1, $0.y1, $0.x2 - 1, $0.y2 - 1] } == known)
  }

  @Test("Columns may lie closer than rows, as on torchvision's coarsest level")
  func columnStride() {
    let boxes = anchors(
      rows: 2, columns: 2, stride: 61, columnStride: 64, size: 512, ratios: [1], convention: .torchvision)
    #expect(boxes.map { [$0.centerX, $0.centerY] } == [[0, 0], [64, 0], [0, 61], [64, 61]])
  }

  @Test("Centred anchors mirror with the image; torchvision's do not")
  func mirroring() {
    func asMirrored(_ convention: AnchorConvention) -> Bool {
      let boxes = anchors(
        rows: 2, columns: 4, stride: 8, size: 20, ratios: [0.5, 1, 2], convention: convention)
      let mirrored = boxes.map { $0.flipped(imageWidth: 32) }
      return mirrored.allSatisfy { box in
        boxes.contains { zip($0.edges, box.edges).allSatisfy { abs($0 - $1) < 1e-4 } }
      }
    }
    #expect(asMirrored(.centred))
    #expect(!asMirrored(.torchvision))
  }
}
