import Backpropagation
import COCO
import MaskRCNN
import Tensors
import Testing

@testable import TrainingStrategies

@Suite("§2.2 Partial supervision")
struct PartialSupervisionTests {
  private static let setA: Set<Int> = [1, 3]

  /// What may be done to the masks of one class: nothing, shift them, or take them away.
  enum Tampering: CaseIterable {
    case none, changed, deleted
  }

  private func scenes(_ tampering: Tampering, withMasksOf category: Int) -> TinyScenes {
    var scenes = TinyScenes(count: 6)
    scenes.mask = { annotation, mask in
      guard annotation.categoryID == category else { return mask }
      switch tampering {
      case .none: return mask
      case .deleted: return nil
      case .changed:
        let bitmap = mask.decode()
        return RunLengthMask(bitmap: bitmap.reversed(), height: mask.height, width: mask.width)
      }
    }
    return scenes
  }

  /// Trains a model of a strategy for a few steps.
  private func train(_ strategy: Strategy, on source: TinyScenes) throws -> MaskXRCNN {
    let model = tinyModel()
    let set = TrainingSet(source, by: .tiny, setA: Self.setA)
    switch strategy {
    case .stageWise:
      var first = TrainingSession.stageOne(model.detector, on: set, fewSteps(2), seed: 5)
      while !first.isDone { try first.advance(threads: 1) }
      // Regions as the experiments make them, for every split at once: with the masks of all classes.
      let frozen = FrozenDetector(model.detector)
      let everything = TrainingSet(source, by: .tiny, setA: [1, 2, 3])
      let regions = try FrozenRegions(frozen, everything, threads: 1)
      var second = TrainingSession.stageTwo(model, on: regions, setA: Self.setA, fewSteps(3), seed: 6)
      while !second.isDone { try second.advance(threads: 1) }
    default:
      var session = TrainingSession.endToEnd(model, on: set, strategy: strategy, fewSteps(3), seed: 5)
      while !session.isDone { try session.advance(threads: 1) }
    }
    return model
  }

  @Test(
    "Changing or deleting every mask of B changes no bit of a trained model", arguments: Strategy.allCases)
  func masksOfBDoNotMatter(strategy: Strategy) throws {
    // Category 11, the square, is class 2: the only one in B.
    let untouched = bits(of: try train(strategy, on: scenes(.none, withMasksOf: 11)))
    #expect(bits(of: try train(strategy, on: scenes(.changed, withMasksOf: 11))) == untouched)
    #expect(bits(of: try train(strategy, on: scenes(.deleted, withMasksOf: 11))) == untouched)
    // The same done to a class of A does matter, so the test can fail.
    #expect(bits(of: try train(strategy, on: scenes(.changed, withMasksOf: 10))) != untouched)
  }

  @Test("Without the training set's care, the sampling alone still takes masks of A only")
  func samplingLooksAtAAlone() throws {
    let set = TrainingSet(TinyScenes(count: 4), by: .tiny, setA: [1, 2, 3])
    for index in 0..<4 {
      let image = try set.image(at: index)
      var generator = PCG32(seed: 9)
      let proposals = image.boxes.map { $0.scaled(x: 1.05, y: 0.95) }
      let sample = DetectorConfiguration.tiny.sampleMasks(
        proposals, for: image, setA: Self.setA, using: &generator)
      #expect(!sample.classes.isEmpty && sample.classes.allSatisfy(Self.setA.contains))
      #expect(sample.targets.values.allSatisfy { $0 == 0 || $0 == 1 })
      for (box, label) in zip(sample.boxes, sample.classes) {
        let overlap = zip(image.boxes, image.classes).filter { $0.1 == label }.map { iou($0.0, box) }.max()
        #expect(try #require(overlap) >= 0.5)
      }
    }
  }

  /// The gradients of one image, with the mask loss or without it.
  private func gradients(
    _ model: MaskXRCNN, _ image: TrainingImage, _ strategy: Strategy, masks: Bool
  ) -> Gradients {
    let tape = Tape(training: model.parameters)
    let losses = model.endToEndLosses(
      image, setA: Self.setA, strategy: strategy, seed: 3, on: tape, sampling: .random(PCG32(seed: 4)))
    let kept = masks ? losses : losses.filter { $0.name != "mask" }
    return tape.gradients(of: kept.dropFirst().reduce(kept[0].value) { $0 + $1.value })
  }

  @Test(
    "With the stop-gradient the mask loss adds exactly nothing to the gradient of w_det; without it, something"
  )
  func stopGradientCuts() throws {
    let model = tinyModel()
    let image = try TrainingSet(TinyScenes(count: 1), by: .tiny, setA: Self.setA).image(at: 0)
    let detection = [model.detector.boxHead.classifier.weight, model.detector.boxHead.regressor.weight]
    let alone = gradients(model, image, .endToEndStopGradient, masks: false)
    let stopped = gradients(model, image, .endToEndStopGradient, masks: true)
    let open = gradients(model, image, .endToEnd, masks: true)
    for parameter in detection {
      let expected = try #require(alone[parameter])
      #expect(try #require(stopped[parameter]) == expected, "\(parameter.name), stopped")
      #expect(try #require(open[parameter]) != expected, "\(parameter.name), open")
    }
    // The mask loss still reaches the pyramid and θ, with the stop-gradient as without it.
    let pyramid = try #require(model.detector.pyramid.parameters.first)
    #expect(try #require(stopped[pyramid]) != #require(alone[pyramid]))
    let theta = try #require(model.predictor.parameters.first)
    #expect(alone[theta] == nil && stopped[theta] == open[theta])
  }

  @Test("Stage two learns the same, to the bit, from regions that are kept and from regions computed anew")
  func regionsKeptOrNot() throws {
    let models = try [Int.max, 1, 0].map { granted in
      let model = tinyModel()
      let set = TrainingSet(TinyScenes(count: 70), by: .tiny, setA: Self.setA)
      let regions = try FrozenRegions(
        FrozenDetector(model.detector), set, threads: 2, grantedBytes: granted)
      // All; those of the first 64 images, which are made together; none.
      #expect(regions.keptCount == (granted == .max ? 70 : granted == 1 ? 64 : 0))
      #expect(regions.count == 70 && (regions.bytes > 0) == (granted > 0))
      var session = TrainingSession.stageTwo(model, on: regions, setA: Self.setA, fewSteps(12), seed: 6)
      while !session.isDone { try session.advance(threads: 2) }
      return bits(of: model)
    }
    #expect(models[0] == models[1] && models[0] == models[2])

    // Of the first images alone.
    let model = tinyModel()
    let set = TrainingSet(TinyScenes(count: 70), by: .tiny, setA: Self.setA)
    let few = try FrozenRegions(FrozenDetector(model.detector), set, count: 3, threads: 2)
    #expect(few.count == 3 && few.keptCount == 3)
  }

  @Test("Stage two leaves every bit of the detector as it was")
  func stageTwoFreezesTheDetector() throws {
    let model = tinyModel()
    let set = TrainingSet(TinyScenes(count: 4), by: .tiny, setA: Self.setA)
    let before = model.detector.parameters.map(\.value)
    let frozen = FrozenDetector(model.detector)
    let regions = try FrozenRegions(frozen, set, threads: 1)
    let theta = model.maskParameters.map(\.value)
    var session = TrainingSession.stageTwo(model, on: regions, setA: Self.setA, fewSteps(2), seed: 6)
    while !session.isDone { try session.advance(threads: 1) }
    #expect(model.detector.parameters.map(\.value) == before)
    #expect(model.maskParameters.map(\.value) != theta)
  }
}
