import MaskRCNN
import Tensors
import Testing

@Suite("§2 Boxes and their coding")
struct BoxTests {
  @Test("Sides, area and centre of a box have no + 1")
  func sides() {
    let box = Box(x: 2, y: 3, width: 4, height: 6)
    #expect(box == Box(x1: 2, y1: 3, x2: 6, y2: 9))
    #expect(box == Box(centerX: 4, centerY: 6, width: 4, height: 6))
    #expect((box.width, box.height, box.area) == (4, 6, 24))
    #expect((box.centerX, box.centerY) == (4, 6))
  }

  @Test("Clipping keeps the part inside the image")
  func clipping() {
    #expect(
      Box(x1: -3, y1: 2, x2: 12, y2: 20).clipped(width: 10, height: 8) == Box(x1: 0, y1: 2, x2: 10, y2: 8))
    #expect(Box(x1: 20, y1: -9, x2: 30, y2: -2).clipped(width: 10, height: 8).area == 0)
  }

  @Test("Mirroring twice gives the box again; once, its mirror image")
  func mirroring() {
    let box = Box(x1: 1, y1: 2, x2: 4, y2: 7)
    #expect(box.flipped(imageWidth: 10) == Box(x1: 6, y1: 2, x2: 9, y2: 7))
    #expect(box.flipped(imageWidth: 10).flipped(imageWidth: 10) == box)
    #expect(box.scaled(x: 2, y: 3) == Box(x1: 2, y1: 6, x2: 8, y2: 21))
  }

  @Test("IoU: worked by hand")
  func overlap() {
    let box = Box(x1: 0, y1: 0, x2: 4, y2: 4)
    #expect(iou(box, box) == 1)
    // 2 x 4 shared of 16 + 16 - 8.
    #expect(iou(box, Box(x1: 2, y1: 0, x2: 6, y2: 4)) == 8 / Float(24))
    // One inside the other, side by side, apart, and without an area.
    #expect(iou(box, Box(x1: 1, y1: 1, x2: 3, y2: 3)) == 0.25)
    #expect(iou(box, Box(x1: 4, y1: 0, x2: 8, y2: 4)) == 0)
    #expect(iou(box, Box(x1: 9, y1: 9, x2: 10, y2: 10)) == 0)
    let point = Box(x1: 1, y1: 1, x2: 1, y2: 1)
    #expect(iou(point, point) == 0)
  }

  @Test("IoU agrees with torchvision")
  func goldenOverlap() throws {
    let golden = try GeometryGolden()
    let (rows, columns) = (try golden.boxes("coding.anchors"), try golden.boxes("coding.targets"))
    let overlaps = rows.flatMap { row in columns.map { iou(row, $0) } }
    #expect(largestError(overlaps, try golden.values("coding.iou")) < 1e-6)
    #expect(zip(rows, columns).allSatisfy { iou($0, $1) == iou($1, $0) })
  }

  @Test("A delta worked by hand: half a width to the right, twice as high")
  func deltaByHand() {
    let anchor = Box(x1: 0, y1: 0, x2: 8, y2: 4)
    let target = Box(x1: 4, y1: -2, x2: 12, y2: 6)
    let delta = DeltaWeights.boxHead.delta(from: anchor, to: target)
    #expect(largestError(delta.values, [5, 0, 0, 5 * 0.693_147_2]) < 1e-6)
    #expect(DeltaWeights.proposals.delta(from: anchor, to: anchor).values == [0, 0, 0, 0])
  }

  @Test("Deltas lead back to the boxes they came from", arguments: [DeltaWeights.boxHead, .proposals])
  func roundTrip(weights: DeltaWeights) {
    var generator = PCG32(seed: 5)
    let anchors = randomBoxes(200, side: 128, sizes: 4...90, using: &generator)
    let targets = randomBoxes(200, side: 128, sizes: 4...90, using: &generator)
    for (anchor, target) in zip(anchors, targets) {
      let back = weights.box(weights.delta(from: anchor, to: target), from: anchor)
      #expect(zip(back.edges, target.edges).allSatisfy { abs($0 - $1) < 1e-3 })
    }
  }

  @Test("Coding agrees with torchvision, beyond the bound on growth too")
  func goldenCoding() throws {
    let golden = try GeometryGolden()
    let anchors = try golden.boxes("coding.anchors")
    let targets = try golden.boxes("coding.targets")
    let deltas = try golden.boxes("coding.deltas").map {
      BoxDelta(dx: $0.x1, dy: $0.y1, dw: $0.x2, dh: $0.y2)
    }
    for (name, weights) in [("boxHead", DeltaWeights.boxHead), ("proposals", .proposals)] {
      let encoded = zip(anchors, targets).flatMap { weights.delta(from: $0, to: $1).values }
      #expect(largestError(encoded, try golden.values("coding.\(name).encoded")) < 1e-5)
      let decoded = zip(anchors, deltas).flatMap { weights.box($1, from: $0).edges }
      #expect(largestError(decoded, try golden.values("coding.\(name).decoded")) < 1e-5)
    }
  }

  @Test("A side grows 62.5 times at most")
  func growthIsBounded() {
    let unit = Box(x1: 0, y1: 0, x2: 1, y2: 1)
    let box = DeltaWeights.proposals.box(BoxDelta(dx: 0, dy: 0, dw: 1e9, dh: .infinity), from: unit)
    #expect(abs(box.width - 62.5) < 1e-3 && abs(box.height - 62.5) < 1e-3)
  }
}
