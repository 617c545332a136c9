import Backpropagation
import Tensors
import Testing

@testable import MaskRCNN

@Suite("§2 A detector for some of its classes")
struct ClassSelectionTests {
  private func detector() -> Detector {
    var configuration = DetectorConfiguration.miniature
    configuration.imageSide = 64
    configuration.backbone.stemWidth = 8
    configuration.backbone.stages = [8, 16].map { .init(blocks: 1, width: $0, stride: 2) }
    (configuration.pyramidWidth, configuration.boxHeadWidths) = (8, [16, 12])
    var generator = PCG32(seed: 1)
    return Detector(configuration, classCount: 4, using: &generator)
  }

  @Test("Logits and deltas of the classes that are kept are the same numbers, in the new order")
  func sameNumbers() {
    let (whole, chosen) = (detector(), [4, 2])
    let kept = whole.keeping(classes: chosen, imageSide: 96)
    #expect(kept.classCount == 2 && kept.configuration.imageSide == 96)
    #expect(whole.configuration.imageSide == 64)
    var generator = PCG32(seed: 2)
    let tape = Tape()
    let pixels = tape.constant(Tensor(normal: [1, 64, 64, 3], deviation: 1, using: &generator))
    let levels = whole.levels(pixels)
    let boxes = [Box(x1: 3, y1: 4, x2: 40, y2: 50), Box(x1: 10, y1: 0, x2: 30, y2: 20)]
    func look(_ detector: Detector) -> (logits: [Float], deltas: [Float]) {
      let regions = detector.regions(detector.levels(pixels), boxes, side: 7)
      let (logits, features) = detector.boxHead(regions)
      let pairs = boxes.indices.flatMap { region in
        (0...detector.classCount).map { (region: region, label: $0) }
      }
      let deltas = detector.boxHead.deltas(features, pairs)
      return (logits.value.values, deltas.value.values)
    }
    #expect(kept.levels(pixels).map { $0.value } == levels.map { $0.value })
    let (all, some) = (look(whole), look(kept))
    for region in 0..<2 {
      for (own, other) in [0, 4, 2].enumerated() {
        #expect(abs(some.logits[region * 3 + own] - all.logits[region * 5 + other]) < 1e-5)
        for side in 0..<4 {
          let (a, b) = (
            some.deltas[(region * 3 + own) * 4 + side], all.deltas[(region * 5 + other) * 4 + side]
          )
          #expect(abs(a - b) < 1e-5)
        }
      }
    }
  }

  @Test("All classes in their order are the same detector, to the bit")
  func all() {
    let whole = detector()
    let kept = whole.keeping(classes: [1, 2, 3, 4], imageSide: 64)
    #expect(kept.parameters.map(\.name) == whole.parameters.map(\.name))
    #expect(kept.parameters.map(\.value) == whole.parameters.map(\.value))
  }
}
