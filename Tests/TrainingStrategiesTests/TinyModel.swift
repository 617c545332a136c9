import COCO
import HybridMaskHead
import MaskRCNN
import Pictures
import Tensors
import WeightTransfer

@testable import TrainingStrategies

extension DetectorConfiguration {
  /// As small as a model with all the parts can be: 32 x 32 images, a few channels.
  static let tiny: DetectorConfiguration = {
    var tiny = DetectorConfiguration.miniature
    tiny.backbone = ResNetConfiguration(
      stem: .small, stemWidth: 8, block: .basic,
      stages: [.init(blocks: 1, width: 8, stride: 2), .init(blocks: 1, width: 16, stride: 2)],
      normalization: .group(channels: 4))
    tiny.pyramidWidth = 8
    tiny.imageSide = 32
    tiny.smallestAnchor = 8
    tiny.anchorsSampled = 16
    tiny.proposalsKept = 20
    tiny.regionsSampled = 12
    tiny.maskRegions = 6
    tiny.boxRegionSide = 3
    tiny.boxHeadWidths = [16, 12]
    tiny.maskRegionSide = 4
    tiny.maskHeadWidths = [8, 8]
    return tiny
  }()
}

extension Method {
  /// Transfer + MLP: everything the paper has.
  static let maskX = Method(.transfer(.paper), mlp: MLPConfiguration(squeeze: 2, hidden: [8]))
}

/// Discs, squares and crosses in many colours: three classes, a scene for each index.
struct TinyScenes: ExampleSource {
  let categories = ["disc", "square", "cross"].enumerated().map {
    Category(id: $0.offset + 10, name: $0.element, supercategory: "shape")
  }
  let count: Int
  /// What becomes of each mask; nil takes it away.
  var mask: @Sendable (Annotation, RunLengthMask) -> RunLengthMask? = { $1 }

  func example(at index: Int) -> Example {
    var generator = PCG32(seed: 77, stream: UInt64(index))
    let side = 32
    var pixels = [UInt8](repeating: 0, count: side * side * 3)
    for i in pixels.indices { pixels[i] = UInt8(60 + generator.below(20)) }
    var annotations: [Annotation] = []
    for number in 0..<3 {
      let shape = (number + index) % 3
      let radius = 4 + generator.below(4)
      let (cx, cy) = (
        radius + generator.below(side - 2 * radius), radius + generator.below(side - 2 * radius)
      )
      let color = (0..<3).map { _ in UInt8(120 + generator.below(130)) }
      var bitmap = [UInt8](repeating: 0, count: side * side)
      for y in cy - radius..<cy + radius {
        for x in cx - radius..<cx + radius {
          let (dx, dy) = (2 * (x - cx) + 1, 2 * (y - cy) + 1)
          let inside =
            switch shape {
            case 0: dx * dx + dy * dy <= 4 * radius * radius
            case 1: true
            default: min(abs(dx), abs(dy)) <= radius / 2 + 1
            }
          guard inside else { continue }
          bitmap[y * side + x] = 1
          for c in 0..<3 { pixels[(y * side + x) * 3 + c] = color[c] }
        }
      }
      let whole = RunLengthMask(bitmap: bitmap, height: side, width: side)
      let annotation = Annotation(
        id: 3 * index + number + 1, imageID: index + 1, categoryID: 10 + shape,
        box: BoundingBox(
          x: Double(cx - radius), y: Double(cy - radius), width: Double(2 * radius),
          height: Double(2 * radius)),
        segmentation: nil, area: Double(whole.area))
      annotations.append(
        Annotation(
          id: annotation.id, imageID: annotation.imageID, categoryID: annotation.categoryID,
          box: annotation.box,
          segmentation: mask(annotation, whole).map(Segmentation.runLength), area: annotation.area))
    }
    return Example(
      imageID: index + 1, image: Image(width: side, height: side, pixels: pixels), annotations: annotations)
  }
}

/// A tiny model with fresh weights, the same for the same seed.
func tinyModel(_ method: Method = .maskX, seed: UInt64 = 1) -> MaskXRCNN {
  var generator = PCG32(seed: seed)
  let detector = Detector(.tiny, classCount: 3, using: &generator)
  return MaskXRCNN(detector: detector, method: method, using: &generator)
}

/// A few steps of training, fast enough to change something.
func fewSteps(_ steps: Int) -> TrainingSchedule {
  TrainingSchedule(steps: steps, batch: 3, rate: 0.05, warmUp: 0)
}

/// All values of all weights.
func bits(of model: MaskXRCNN) -> [[UInt32]] {
  model.parameters.map { $0.value.values.map(\.bitPattern) }
}
