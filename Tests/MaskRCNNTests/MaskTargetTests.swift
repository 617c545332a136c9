import MaskRCNN
import Tensors
import Testing

@Suite("§2 Mask targets")
struct MaskTargetTests {
  @Test("Worked by hand: a bitmap of four quarters, each bin a pixel or four")
  func byHand() {
    let bitmap: [UInt8] = [1, 1, 0, 0, 1, 1, 0, 0, 0, 0, 1, 1, 0, 0, 1, 0]
    let whole = Box(x1: 0, y1: 0, x2: 4, y2: 4)
    #expect(maskTarget(bitmap, height: 4, width: 4, box: whole, side: 4) == bitmap.map(Float.init))
    #expect(maskCoverage(bitmap, height: 4, width: 4, box: whole, side: 2) == [1, 0, 0, 0.75])
    #expect(maskTarget(bitmap, height: 4, width: 4, box: whole, side: 2) == [1, 0, 0, 1])
    // One column and one row further: quarters of one pixel of each.
    let middle = Box(x1: 1, y1: 1, x2: 3, y2: 3)
    #expect(maskTarget(bitmap, height: 4, width: 4, box: middle, side: 2) == [1, 0, 0, 1])
    #expect(maskTarget(bitmap, height: 4, width: 4, box: middle, side: 1) == [1])
  }

  @Test("The share of each bin agrees with torchvision's RoIAlign of the bitmap, and so does the target")
  func golden() throws {
    let golden = try GeometryGolden()
    let bitmap = try golden.values("maskTarget.bitmap").map { UInt8($0) }
    for (index, box) in try golden.boxes("maskTarget.boxes").enumerated() {
      for alignment in [RegionAlignment.halfPixel, .unshifted] {
        let coverage = maskCoverage(bitmap, height: 20, width: 26, box: box, side: 14, alignment: alignment)
        let expected = try golden.tensor("maskTarget.\(alignment.rawValue)14").row(index).values
        #expect(largestError(coverage, expected) < 1e-5)
        guard alignment == .halfPixel else { continue }
        let target = maskTarget(bitmap, height: 20, width: 26, box: box, side: 14)
        for (value, share) in zip(target, expected) where abs(share - 0.5) > 1e-5 {
          #expect(value == (share >= 0.5 ? 1 : 0))
        }
      }
    }
  }

  @Test("A full bitmap gives ones, an empty one zeros, a box without an area zeros")
  func extremes() {
    let full = [UInt8](repeating: 1, count: 12 * 9)
    let box = Box(x1: 1.5, y1: 2.25, x2: 8.75, y2: 11)
    #expect(maskTarget(full, height: 12, width: 9, box: box, side: 7).allSatisfy { $0 == 1 })
    let empty = [UInt8](repeating: 0, count: 12 * 9)
    #expect(maskTarget(empty, height: 12, width: 9, box: box, side: 7).allSatisfy { $0 == 0 })
    for box in [Box(x1: 4, y1: 4, x2: 4, y2: 4), Box(x1: .nan, y1: 1, x2: 4, y2: 4)] {
      #expect(maskTarget(full, height: 12, width: 9, box: box, side: 3).allSatisfy { $0 == 0 })
    }
  }

  @Test("Mirrored bitmap and mirrored box give the mirrored target")
  func mirroring() {
    var generator = PCG32(seed: 21)
    let (height, width, side) = (15, 18, 6)
    let bitmap = (0..<height * width).map { _ in UInt8(generator.below(2)) }
    func mirrored<Value>(_ values: [Value], _ width: Int) -> [Value] {
      values.indices.map { values[$0 / width * width + width - 1 - $0 % width] }
    }
    for box in randomBoxes(20, side: 16, sizes: 2...14, using: &generator) {
      let straight = maskCoverage(bitmap, height: height, width: width, box: box, side: side)
      let turned = maskCoverage(
        mirrored(bitmap, width), height: height, width: width, box: box.flipped(imageWidth: width), side: side
      )
      #expect(largestError(turned, mirrored(straight, side)) < 1e-5)
    }
  }

  @Test("A disc survives the way into its box and back into the image")
  func roundTrip() {
    let (height, width) = (90, 100)
    let bitmap = (0..<height * width).map { index -> UInt8 in
      let (x, y) = (Double(index % width) + 0.5 - 48.3, Double(index / width) + 0.5 - 40.6)
      return x * x / 900 + y * y / 400 <= 1 ? 1 : 0
    }
    let box = Box(x1: 18.3, y1: 20.6, x2: 78.3, y2: 60.6)
    let target = maskTarget(bitmap, height: height, width: width, box: box, side: 28)
    let back = paste(target, side: 28, in: box, height: height, width: width)
    let shared = zip(bitmap, back).count { $0 == 1 && $1 == 1 }
    let either = zip(bitmap, back).count { $0 == 1 || $1 == 1 }
    #expect(Double(shared) / Double(either) > 0.97)
  }
}
