import Foundation
import Tensors
import Testing

@testable import COCO

@Suite("§2 Run-length masks")
struct RunLengthMaskTests {
  private struct Fixture: Decodable {
    struct Outline: Decodable {
      let polygon: [Double]
      let mask: Golden.Coded
      let area: Int
      let box: [Double]
    }
    struct Bitmap: Decodable {
      let bitmap: String
      let counts: [Int]
      let mask: Golden.Coded
      let area: Int
      let box: [Double]
    }
    struct Family: Decodable {
      let masks: [Golden.Coded]
      let crowd: [Int]
      let union: Golden.Coded
      let intersection: Golden.Coded
      let iou: [[Double]]
      let boxes: [[Double]]
      let boxIoU: [[Double]]
    }
    let polygons: [Outline]
    let bitmaps: [Bitmap]
    let families: [Family]
  }

  private let fixture: Fixture

  init() throws { fixture = try Golden.decode("coco-masks.json", as: Fixture.self) }

  @Test("By hand: columns first, background first")
  func byHand() {
    // . X .
    // X X .
    let mask = RunLengthMask(bitmap: [0, 1, 0, 9, 1, 0], height: 2, width: 3)
    #expect(mask.counts == [1, 3, 2])
    #expect(mask.area == 3)
    #expect(mask.box == BoundingBox(x: 0, y: 0, width: 2, height: 2))
    #expect(mask.decode() == [0, 1, 0, 1, 1, 0])
    #expect(mask.compressed == "132")
    #expect(RunLengthMask(bitmap: [1, 1], height: 1, width: 2).counts == [0, 2])
    #expect(RunLengthMask.empty(height: 4, width: 5).box == BoundingBox(x: 0, y: 0, width: 0, height: 0))
  }

  @Test("By hand: a polygon of whole pixels covers just them")
  func squarePolygon() {
    let mask = RunLengthMask(polygon: [1, 1, 3, 1, 3, 4, 1, 4], height: 5, width: 5)
    #expect(mask.box == BoundingBox(x: 1, y: 1, width: 2, height: 3))
    #expect(mask.area == 6)
  }

  @Test("Polygons become pycocotools' masks, byte for byte")
  func polygons() {
    #expect(fixture.polygons.count > 60)
    for outline in fixture.polygons {
      let mask = RunLengthMask(
        polygon: outline.polygon, height: outline.mask.size[0], width: outline.mask.size[1])
      #expect(mask.compressed == outline.mask.counts, "polygon \(outline.polygon)")
      #expect(mask.area == outline.area)
      #expect(mask.box == box(outline.box))
    }
  }

  @Test("Bitmaps, counts, compressed strings, areas and boxes are pycocotools'")
  func bitmaps() throws {
    for golden in fixture.bitmaps {
      let mask = try golden.mask.mask()
      #expect(mask.counts == golden.counts)
      #expect(mask.compressed == golden.mask.counts)
      #expect(mask.area == golden.area)
      #expect(mask.box == box(golden.box))
      let bitmap = mask.decode()
      #expect(RunLengthMask(bitmap: bitmap, height: mask.height, width: mask.width) == mask)
      if !golden.bitmap.isEmpty { #expect(bitmap == golden.bitmap.utf8.map { $0 - 48 }) }
    }
  }

  @Test("Unions, intersections and overlaps are pycocotools'")
  func families() throws {
    for family in fixture.families {
      let masks = try family.masks.map { try $0.mask() }
      let union = RunLengthMask.union(masks, height: masks[0].height, width: masks[0].width)
      #expect(union.compressed == family.union.counts)
      #expect(masks[0].intersection(masks[1]).compressed == family.intersection.counts)
      #expect(masks[0].subtracting(masks[1]).area == masks[0].area - masks[0].intersectionArea(masks[1]))
      let boxes = family.boxes.map { box($0) }
      for i in masks.indices {
        for j in masks.indices {
          let kind: TruthKind = family.crowd[j] == 1 ? .crowd : .object
          #expect(iou(masks[i], masks[j], truthIs: kind) == family.iou[i][j])
          #expect(iou(boxes[i], boxes[j], truthIs: kind) == family.boxIoU[i][j])
        }
      }
    }
  }

  @Test("Random masks come back from every form")
  func roundTrips() throws {
    var generator = PCG32(seed: 3)
    for _ in 0..<200 {
      let (height, width) = (1 + generator.below(40), 1 + generator.below(40))
      let density = generator.uniform()
      let bitmap = (0..<height * width).map { _ in UInt8(generator.uniform() < density ? 1 : 0) }
      let mask = RunLengthMask(bitmap: bitmap, height: height, width: width)
      #expect(mask.decode() == bitmap)
      #expect(mask.area == bitmap.count { $0 == 1 })
      #expect(try RunLengthMask(compressed: mask.compressed, height: height, width: width) == mask)
      #expect(mask.union(mask) == mask)
      #expect(mask.intersection(mask) == mask)
    }
  }

  @Test(
    "Strings that are no mask are refused",
    arguments: ["", "5", "99999999", "\u{1}", "o", "4N", "13ooooooooooooo", "é"])
  func malformed(_ text: String) {
    #expect(throws: RunLengthMask.Malformed.self) {
      try RunLengthMask(compressed: text, height: 2, width: 3)
    }
  }

  @Test("Random strings are a mask that fills its image, or refused")
  func randomStrings() {
    var generator = PCG32(seed: 4)
    for _ in 0..<20_000 {
      let bytes = (0..<generator.below(14)).map { _ in UInt8(44 + generator.below(72)) }
      if let mask = try? RunLengthMask(
        compressed: String(decoding: bytes, as: UTF8.self), height: 2, width: 3)
      {
        #expect(mask.counts.reduce(0, +) == 6)
      }
    }
  }

  @Test("Counts that do not fill the image are refused")
  func malformedCounts() {
    for counts in [[], [5], [7], [-1, 7], [3, 4], [.max, .max, 8], [6, .min]] {
      #expect(throws: RunLengthMask.Malformed.self) {
        try RunLengthMask(checking: counts, height: 2, width: 3)
      }
    }
    #expect(throws: Never.self) { try RunLengthMask(checking: [6, 0], height: 2, width: 3) }
  }

  private func box(_ values: [Double]) -> BoundingBox {
    BoundingBox(x: values[0], y: values[1], width: values[2], height: values[3])
  }
}
