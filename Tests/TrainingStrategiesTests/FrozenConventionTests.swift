import COCO
import MaskRCNN
import Pictures
import Tensors
import Testing

@testable import TrainingStrategies

/// A detector that comes from elsewhere sees images as it did there, also where stage two is built around it.
@Suite("§2.2 A frozen detector and whose conventions it follows")
struct FrozenConventionTests {
  /// A scene of 50 x 30 pixels with one object, whose mask fills its box.
  private static let example: Example = {
    let (width, height) = (50, 30)
    var generator = PCG32(seed: 5)
    var mask = [UInt8](repeating: 0, count: width * height)
    for y in 6..<24 { for x in 10..<40 { mask[y * width + x] = 1 } }
    return Example(
      imageID: 3,
      image: Image(
        width: width, height: height,
        pixels: (0..<3 * width * height).map { _ in UInt8(generator.below(256)) }),
      annotations: [
        Annotation(
          id: 1, imageID: 3, categoryID: 11, box: BoundingBox(x: 10, y: 6, width: 30, height: 18),
          segmentation: .runLength(RunLengthMask(bitmap: mask, height: height, width: width)), area: 540)
      ])
  }()

  private static func configuration(_ convention: Convention?) -> DetectorConfiguration {
    var configuration = DetectorConfiguration.tiny
    (configuration.shorterSide, configuration.imageSide) = (45, 70)
    configuration.convention = convention
    return configuration
  }

  private static func image(_ configuration: DetectorConfiguration) -> TrainingImage {
    TrainingImage(example, by: configuration, classOf: [10: 1, 11: 2, 12: 3])
  }

  @Test(
    "The longer side bounds the size, padding is no part of the image, and boxes and masks follow",
    arguments: [nil, .torchvision, .detectron] as [Convention?])
  func sizes(_ convention: Convention?) throws {
    // 45 / 30 would make the longer side 75: it is 70, and the shorter 42.
    let image = Self.image(Self.configuration(convention))
    #expect(image.height == 42 && image.width == 70)
    #expect(image.pixels.shape == (convention == nil ? [1, 42, 70, 3] : [1, 64, 96, 3]))
    let box = try #require(image.boxes.first)
    #expect(abs(box.x1 - 14) < 1e-4 && abs(box.y1 - 8.4) < 1e-4)
    // Detectron scales the index of the last pixel.
    let right: Float = convention == .detectron ? 39 * 1.4 + 1 : 56
    #expect(abs(box.x2 - right) < 1e-4)
    #expect(image.masks[0]!.count == 42 * 70 && image.classes == [2])

    let mirrored = image.flipped
    #expect(mirrored.pixels.shape == image.pixels.shape)
    #expect(abs(mirrored.boxes[0].x1 - (70 - box.x2)) < 1e-4)
    let (plain, mirror, columns) = (image.pixels.values, mirrored.pixels.values, image.pixels.shape[2])
    for (x, other) in [(0, 69), (69, 0), (20, 49)] {
      #expect(mirror[(5 * columns + x) * 3] == plain[(5 * columns + other) * 3])
    }
    #expect(mirrored.flipped.pixels == image.pixels)
    if convention != nil { #expect(mirror[(5 * columns + 70) * 3] == 0) }
  }

  @Test(
    "It finds in an image of a data set what the same model finds in the picture",
    arguments: [nil, .torchvision, .detectron] as [Convention?])
  func detections(_ convention: Convention?) throws {
    var generator = PCG32(seed: 9)
    let configuration = Self.configuration(convention)
    let model = MaskXRCNN(
      detector: Detector(configuration, classCount: 3, using: &generator), method: .maskX, using: &generator)
    let categories = TinyScenes(count: 1).categories
    let view = FrozenDetector(model.detector).view(Self.image(configuration))
    let found = model.findings(in: view).map {
      $0.located(in: view.image.seen, imageID: 3, categories: categories)
    }
    let direct = try model(Self.example.image, imageID: 3, categories: categories)
    #expect(found.count == direct.count && found.count > 5)
    for (a, b) in zip(found, direct) {
      #expect(a.categoryID == b.categoryID && abs(a.score - b.score) < 1e-4)
      #expect(abs(a.box.x - b.box.x) < 1e-2 && abs(a.box.width - b.box.width) < 1e-2)
    }

    var bytes = StoredBytes()
    view.write(to: &bytes)
    let stored = FrozenDetector.View(from: &bytes)
    #expect(stored.detections == view.detections)
    #expect(
      stored.image.seen.inOriginal(view.detections[0].box).x2
        == view.image.seen.inOriginal(view.detections[0].box).x2)
    #expect(stored.image.height == 42 && stored.image.seen.originalWidth == 50)
  }
}
