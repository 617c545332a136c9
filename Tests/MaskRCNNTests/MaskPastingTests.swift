import MaskRCNN
import Tensors
import Testing

@Suite("§2 Mask pasting")
struct MaskPastingTests {
  @Test("A certain mask fills the pixels whose centres lie in the box")
  func fullMask() {
    let box = Box(x1: 1.4, y1: 0.6, x2: 4.6, y2: 3.4)
    let bitmap = paste([Float](repeating: 1, count: 9), side: 3, in: box, height: 5, width: 6)
    // Columns 1 to 4 have their centres in 1.4 ... 4.6; rows 1 and 2 in 0.6 ... 3.4.
    let expected = (0..<30).map { index -> UInt8 in
      (1...4).contains(index % 6) && (1...2).contains(index / 6) ? 1 : 0
    }
    #expect(bitmap == expected)
  }

  @Test("Where a pixel is a cell, the mask is the image")
  func identity() {
    let mask: [Float] = [0.9, 0.1, 0.2, 0.8]
    let box = Box(x1: 1, y1: 1, x2: 3, y2: 3)
    let values = pastedProbabilities(mask, side: 2, in: box, height: 4, width: 4)
    #expect(largestError([values[5], values[6], values[9], values[10]], mask) < 1e-6)
    #expect(values.indices.allSatisfy { [5, 6, 9, 10].contains($0) || values[$0] == 0 })
    #expect(paste(mask, side: 2, in: box, height: 4, width: 4)[5...6].elementsEqual([1, 0]))
  }

  @Test(
    "Agrees with grid sampling and with torchvision",
    arguments: [PastingConvention.pixelCentres, .torchvision], [7, 28])
  func golden(convention: PastingConvention, side: Int) throws {
    let golden = try GeometryGolden()
    let masks = try golden.tensor("pasting.masks\(side)")
    let expected = try golden.tensor("pasting.\(convention.rawValue)\(side)")
    for (index, box) in try golden.boxes("pasting.boxes").prefix(masks.shape[0]).enumerated() {
      let mask = masks.row(index).values
      let values = pastedProbabilities(
        mask, side: side, in: box, height: 24, width: 31, convention: convention)
      #expect(largestError(values, expected.row(index).values) < 1e-4, "box \(index)")
      let bitmap = paste(mask, side: side, in: box, height: 24, width: 31, convention: convention)
      for (pixel, value) in zip(bitmap, expected.row(index).values) where abs(value - 0.5) > 1e-4 {
        #expect(pixel == (value >= 0.5 ? 1 : 0), "box \(index)")
      }
    }
  }

  @Test(
    "A lower threshold only adds pixels", arguments: [PastingConvention.pixelCentres, .torchvision])
  func thresholds(convention: PastingConvention) {
    var generator = PCG32(seed: 4)
    for box in randomBoxes(20, side: 30, sizes: 2...25, using: &generator) {
      let mask = (0..<49).map { _ in generator.uniform() }
      let bitmaps = [Float(0.7), 0.5, 0.3].map {
        paste(mask, side: 7, in: box, height: 30, width: 30, threshold: $0, convention: convention)
      }
      for (fewer, more) in zip(bitmaps, bitmaps.dropFirst()) {
        #expect(zip(fewer, more).allSatisfy { $0 <= $1 })
      }
    }
  }

  @Test("Mirrored mask and mirrored box give the mirrored picture")
  func mirroring() {
    var generator = PCG32(seed: 6)
    func mirrored(_ values: [Float], _ width: Int) -> [Float] {
      values.indices.map { values[$0 / width * width + width - 1 - $0 % width] }
    }
    for box in randomBoxes(20, side: 30, sizes: 2...25, using: &generator) {
      let mask = (0..<25).map { _ in generator.uniform() }
      let straight = pastedProbabilities(mask, side: 5, in: box, height: 26, width: 32)
      let turned = pastedProbabilities(
        mirrored(mask, 5), side: 5, in: box.flipped(imageWidth: 32), height: 26, width: 32)
      #expect(largestError(turned, mirrored(straight, 32)) < 1e-4)
    }
  }

  @Test(
    "A box outside the image, without an area or at no place holds no pixel",
    arguments: [PastingConvention.pixelCentres, .torchvision])
  func nothing(convention: PastingConvention) {
    let mask = [Float](repeating: 1, count: 4)
    let boxes = [
      Box(x1: 40, y1: 0, x2: 50, y2: 9), Box(x1: -30, y1: -30, x2: -20, y2: -20),
      Box(x1: 3, y1: 3, x2: 3, y2: 3), Box(x1: 5, y1: 5, x2: 2, y2: 2),
      Box(x1: .nan, y1: 0, x2: 4, y2: 4), Box(x1: 0, y1: 0, x2: .infinity, y2: 4),
    ]
    for box in boxes {
      let bitmap = paste(mask, side: 2, in: box, height: 8, width: 8, convention: convention)
      #expect(bitmap.allSatisfy { $0 == 0 }, "\(box)")
    }
    let huge = paste(
      mask, side: 2, in: Box(x1: -1e20, y1: -1e20, x2: 1e20, y2: 1e20), height: 8, width: 8,
      convention: .pixelCentres)
    #expect(huge.allSatisfy { $0 == 1 })
  }
}
