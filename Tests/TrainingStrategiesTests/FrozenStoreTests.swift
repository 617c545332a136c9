import COCO
import Foundation
import MaskRCNN
import Tensors
import Testing

@testable import TrainingStrategies

@Suite("§2.2 What a frozen detector sees, on the disk")
struct FrozenStoreTests {
  private static let setA: Set<Int> = [1, 3]

  private func inFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
  }

  /// What was computed and what was said.
  private final class Log: @unchecked Sendable {
    private let lock = NSLock()
    private var (numbers, lines) = ([Int](), [String]())
    func computed(_ index: Int) { lock.withLock { numbers.append(index) } }
    func say(_ line: String) { lock.withLock { lines.append(line) } }
    var all: (computed: [Int], said: [String]) { lock.withLock { (numbers.sorted(), lines) } }
  }

  private func regions(
    of model: MaskXRCNN, in folder: String, _ log: Log = Log(), stopAt stop: Int? = nil
  ) throws -> FrozenStore<FrozenDetector.TrainingRegions> {
    struct Stop: Error {}
    let set = TrainingSet(TinyScenes(count: 7), by: .tiny, setA: [1, 2, 3])
    let frozen = FrozenDetector(model.detector)
    return try FrozenStore(folder: folder, count: set.count, say: log.say) { index in
      if index == stop { throw Stop() }
      log.computed(index)
      return frozen.trainingRegions(try set.image(at: index), in: nil)
    }
  }

  @Test(
    "Masks are learnt in true boxes alone, or in proposals and true boxes as they come, always the same ones")
  func maskBoxes() throws {
    let frozen = FrozenDetector(tinyModel().detector)
    let set = TrainingSet(TinyScenes(count: 7), by: .tiny, setA: [1, 2, 3])
    var (proposed, own) = (0, 0)
    for index in 0..<7 {
      let image = try set.image(at: index)
      let tight = frozen.trainingRegions(image, in: .trueBoxes).sample
      #expect(tight.boxes.sorted { $0.x1 < $1.x1 } == image.boxes.sorted { $0.x1 < $1.x1 })
      let loose = frozen.trainingRegions(image, in: .proposals)
      #expect(loose.sample == frozen.trainingRegions(image, in: .proposals).sample)
      #expect(Dictionary(grouping: loose.sample.boxes) { $0 }.values.allSatisfy { $0.count == 1 })
      for (box, label) in zip(loose.sample.boxes, loose.sample.classes) {
        let best = image.boxes.indices.max { iou(image.boxes[$0], box) < iou(image.boxes[$1], box) }!
        #expect(iou(image.boxes[best], box) >= 0.5 && image.classes[best] == label)
        if image.boxes.contains(box) { own += 1 } else { proposed += 1 }
      }
      #expect(loose.sample.boxes.count <= 3 * image.boxes.count)
      #expect(loose.features.shape[0] == loose.sample.boxes.count)
    }
    #expect(proposed > 0 && own > 0)
  }

  @Test("Boxes, classes and masks come back as they were, features rounded to half precision")
  func roundTrip() throws {
    try inFolder { folder in
      let model = tinyModel()
      let set = TrainingSet(TinyScenes(count: 7), by: .tiny, setA: [1, 2, 3])
      let frozen = FrozenDetector(model.detector)
      let store = try regions(of: model, in: "\(folder)/train")
      let views = try FrozenStore(folder: "\(folder)/val", count: 7, say: { _ in }) {
        frozen.view(try set.image(at: $0))
      }
      func rounded(_ tensor: Tensor) -> Tensor { HalfTensor(rounding: tensor).tensor }
      for index in 0..<7 {
        let direct = frozen.trainingRegions(try set.image(at: index), in: nil)
        // Computed and stored, then read.
        for _ in 0..<2 {
          let stored = try store[index]
          #expect(stored.sample == direct.sample && stored.features == rounded(direct.features))
          #expect(!stored.sample.classes.isEmpty && stored.features != direct.features)
        }
        let view = frozen.view(try set.image(at: index))
        for _ in 0..<2 {
          let stored = try views[index]
          #expect(stored.detections == view.detections && stored.proposals == view.proposals)
          #expect(stored.classesNamed == view.classesNamed && stored.image.masks == view.image.masks)
          #expect(stored.image.boxes == view.image.boxes && stored.image.classes == view.image.classes)
          #expect(stored.image.height == 32 && stored.image.width == 32)
          #expect(stored.objectFeatures == rounded(view.objectFeatures))
          #expect(stored.detectionFeatures == rounded(view.detectionFeatures))
        }
      }
    }
  }

  @Test("An object without a mask is stored without one")
  func boxesAlone() throws {
    try inFolder { folder in
      var scenes = TinyScenes(count: 3)
      scenes.mask = { annotation, mask in annotation.categoryID == 10 ? nil : mask }
      let set = TrainingSet(scenes, by: .tiny, setA: [1, 2, 3])
      let frozen = FrozenDetector(tinyModel().detector)
      let views = try FrozenStore(folder: folder, count: 3, say: { _ in }) {
        frozen.view(try set.image(at: $0))
      }
      try views.fill(views.missing, threads: 2)
      for index in 0..<3 {
        let masks = try views[index].image.masks
        #expect(
          try masks == set.image(at: index).masks && masks.contains { $0 == nil }
            && masks.contains { $0 != nil })
      }
    }
  }

  @Test(
    "Work that was stopped goes on with what is missing; a file that was cut or altered is said and made again"
  )
  func resume() throws {
    try inFolder { folder in
      let model = tinyModel()
      let whole = try regions(of: model, in: "\(folder)/whole")
      try whole.fill(whole.missing, threads: 2)
      func content(_ store: FrozenStore<FrozenDetector.TrainingRegions>) throws -> [Data] {
        try (0..<7).map { try readWhole(store.path(of: $0)) }
      }

      let log = Log()
      let stopped = try regions(of: model, in: "\(folder)/stopped", log, stopAt: 4)
      #expect(throws: (any Error).self) { try stopped.fill(stopped.missing, threads: 1) }
      #expect(log.all.computed == [0, 1, 2, 3])
      let resumed = try regions(of: model, in: "\(folder)/stopped", log)
      #expect(resumed.missing == [4, 5, 6])
      try resumed.fill(resumed.missing, threads: 2)
      #expect(log.all.computed == Array(0..<7) && log.all.said.isEmpty)
      #expect(try content(resumed) == content(whole))

      let bytes = try readWhole(resumed.path(of: 2))
      var altered = bytes
      altered[bytes.count / 2] ^= 8
      for damaged in [bytes.dropLast(5), bytes.prefix(10), Data(), altered] {
        try writeWhole(damaged, to: resumed.path(of: 2))
        let before = log.all
        #expect(try resumed[2].sample == whole[2].sample)
        #expect(
          log.all.said.count == before.said.count + 1 && log.all.computed.count == before.computed.count + 1)
        #expect(
          log.all.said.last!.contains("000002.regions") && log.all.said.last!.hasSuffix("computed anew"))
      }
      #expect(try content(resumed) == content(whole))
    }
  }

  @Test(
    "Stage two learns the same, to the bit, from what it computed itself, from what it found, and on any number of threads"
  )
  func sameBits() throws {
    try inFolder { folder in
      let runs = try [(folder: "one", threads: 1), ("one", 2), ("two", 2)].map { run in
        let model = tinyModel()
        let store = try regions(of: model, in: "\(folder)/\(run.folder)")
        var session = TrainingSession.stageTwo(
          model, on: FrozenRegions(store), setA: Self.setA, fewSteps(6), seed: 6)
        while !session.isDone { try session.advance(threads: run.threads) }
        return bits(of: model)
      }
      #expect(runs[0] == runs[1] && runs[0] == runs[2])
    }
  }

  @Test("Features that are not finite are refused with the image's number")
  func notFinite() throws {
    try inFolder { folder in
      let model = tinyModel()
      for parameter in model.detector.pyramid.parameters { parameter.value[0] = .infinity }
      let store = try regions(of: model, in: folder)
      #expect { try store[1] } throws: { "\($0)".contains("image 2") }
    }
  }
}
