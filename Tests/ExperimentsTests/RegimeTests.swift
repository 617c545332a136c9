import COCO
import Foundation
import MaskRCNN
import Tensors
import Testing
import TrainingStrategies

@testable import Experiments

@Suite("§3 What settings are chosen by")
struct RegimeTests {
  private static let studies = Profile.development.studies(base: Profile.development.base())

  @Test("Development has scenes of its own, and compares no way to transfer on a split's own B")
  func development() throws {
    #expect(Self.studies.map(\.name) == ["regime", "held-out"])
    for profile in Profile.allCases where profile != .development {
      for study in profile.studies(base: profile.base()) {
        let seeds = study.experiments.map(\.data).compactMap { source -> Set<UInt64>? in
          guard case .miniature(let world) = source else { return nil }
          return [world.trainingSeed, world.validationSeed]
        }
        #expect(seeds.allSatisfy { $0.isDisjoint(with: [1001, 1002]) }, "\(study.name)")
      }
    }
    let regime = Self.studies[0]
    for experiment in regime.experiments {
      switch experiment.contender {
      case .wholeBox: break
      case .partial(let method): #expect(method == .baseline)
      case .full(let method): #expect(method == .baseline || method == .oracle)
      case .kernels: Issue.record("no row of the regime has kernels of its own")
      }
    }
    #expect(regime.splits == [.voc, .nonVOC])
    let folds = Self.studies[1].splits
    #expect(folds.count == 8 && folds.allSatisfy { if case .heldOut = $0 { true } else { false } })
    // The four folds of a split hold out each class of A once.
    for split in [ClassSplit.voc, .nonVOC] {
      let all = try split.setA(of: COCOCategories.all, annotations: [])
      var heldOut: [Int] = []
      for fold in 1...4 {
        let kept = try ClassSplit.heldOut(fold: fold, of: split).setA(of: COCOCategories.all, annotations: [])
        heldOut += all.subtracting(kept)
      }
      #expect(heldOut.count == all.count && Set(heldOut) == all)
    }
  }

  @Test("The conditions on the regime, by hand")
  func gates() throws {
    let regime = Self.studies[0]
    let results = regime.rows.flatMap { row in
      regime.splits.flatMap { split in
        row.experiments[split]!.map { experiment -> RunResult in
          let ap: Double
          switch experiment.contender {
          case .wholeBox: ap = 0.05
          case .partial, .kernels: ap = 0.1
          case .full(let method): ap = method == .oracle ? 0.2 : 0.19
          }
          return SampleResults.result(experiment, apOnB: ap, apOnA: ap)
        }
      }
    }
    let found = StudyResults(regime, results: results)
    let gates = Dictionary(uniqueKeysWithValues: found.regimeGates.map { ($0.title, $0) })
    #expect(gates.count == 9)
    func check(_ title: String, _ value: Double, isMet: Bool) throws {
      let gate = try #require(gates[title])
      #expect(abs(try #require(gate.measured) - value) < 1e-9 && gate.isMet == isMet, "\(title)")
    }
    try check("box AP", 30, isMet: true)
    // AP50 is twice AP and AP75 half of it in the made-up results.
    try check("the oracle's AP75 over its AP50", 0.25, isMet: false)
    try check("classes on which the oracle is below AP 3", 0, isMet: true)
    try check("class-agnostic with all masks over oracle, VOC → non-VOC", 0.95, isMet: true)
    try check("baseline over whole box, non-VOC → VOC", 2, isMet: true)
    try check("baseline over oracle, VOC → non-VOC", 0.5, isMet: true)
    try check("baseline over oracle, non-VOC → VOC", 0.5, isMet: false)
    let notes = found.document(profile: .development).notes
    #expect(notes.contains("Met: box AP 30.00, wanted at least 20.00."))
    #expect(notes.contains("Not met: baseline over oracle, non-VOC → VOC 0.50, wanted 0.53 to 0.69."))
    #expect(StudyResults(regime, results: []).regimeNotes.isEmpty)
  }

  @Test("Recall of proposals by size, by hand")
  func recall() {
    let objects = [(10.0, 0.6), (11, 0.4), (40, 0.8), (47, 0.75), (200, 0)].map {
      ProposedObject(side: $0.0, bestOverlap: $0.1)
    }
    let recall = ProposalRecall.bySize(objects)
    #expect(
      recall == [
        ProposalRecall(fromSide: 0, toSide: 12, objects: 2, recall50: 0.5, recall75: 0),
        ProposalRecall(fromSide: 32, toSide: 48, objects: 2, recall50: 1, recall75: 1),
        ProposalRecall(fromSide: 64, toSide: nil, objects: 1, recall50: 0, recall75: 0),
      ])
  }

  @Test("The share of a box that is other objects', by hand: what is its own is nobody else's")
  func uncrowded() {
    // A 4 x 2 image; the first object has the left half, the second the pixels 1 and 2 of the upper row.
    let masks: [[UInt8]] = [[1, 1, 0, 0, 1, 1, 0, 0], [0, 1, 1, 0, 0, 0, 0, 0]]
    let boxes = [Box(x1: 0, y1: 0, x2: 3, y2: 2), Box(x1: 1, y1: 0, x2: 3, y2: 1)]
    let seen = SeenPicture(
      pixels: Tensor(shape: [1, 2, 4, 3]), height: 2, width: 4, originalHeight: 2, originalWidth: 4,
      convention: nil, scale: (1, 1))
    let image = TrainingImage(seen, boxes: boxes, classes: [1, 2], masks: masks)
    let owners = image.owners
    #expect(owners == [1, 2, 1, 0, 1, 1, 0, 0])
    #expect(abs(image.shareOfOthers(than: masks[0], in: boxes[0], owners: owners) - 1.0 / 6) < 1e-12)
    #expect(image.shareOfOthers(than: masks[1], in: boxes[1], owners: owners) == 0)
    // A box at the very edge has a pixel at least.
    #expect(image.shareOfOthers(than: masks[1], in: Box(x1: 4, y1: 2, x2: 4, y2: 2), owners: owners) == 0)
  }

  @Test(
    "Pretrained weights: all but the classes' own, at half precision; others than an experiment names are refused"
  )
  func pretrained() throws {
    try inTemporaryFolder { folder in
      var generator = PCG32(seed: 1)
      let taught = Detector(.small, classCount: 5, using: &generator)
      let path = "\(folder)/weights.safetensors"
      try PretrainedWeights.write(taught, to: path)
      let weights = try PretrainedWeights(contentsOf: path)
      let fresh = Detector(.small, classCount: 3, using: &generator)
      let before = Dictionary(uniqueKeysWithValues: fresh.parameters.map { ($0.name, $0.value) })
      try weights.load(into: fresh)
      for (own, known) in zip(fresh.parameters, taught.parameters) {
        if own.name.hasPrefix("box.cls") || own.name.hasPrefix("box.box") {
          #expect(own.value == before[own.name])
        } else {
          let error = own.value.zipped(with: known.value, -).largestMagnitude
          #expect(error <= 0x1p-11 * known.value.largestMagnitude, "\(own.name)")
        }
      }
      // Of other sizes, cut short, and none at all.
      let other = Detector(.miniature, classCount: 3, using: &generator)
      #expect(throws: InputError.self) { try weights.load(into: other) }
      try writeWhole(readWhole(path).dropLast(9), to: path)
      #expect(throws: InputError.self) { try PretrainedWeights(contentsOf: path) }
      #expect(throws: InputError.self) { try PretrainedWeights(contentsOf: "\(folder)/none") }
      #expect(throws: InputError.self) { try PretrainedWeights.shipped(fingerprint: "no such one") }
    }
  }

  @Test(
    "The weights that ship with the package are those that experiments name, and say how they were learnt")
  func shipped() throws {
    let weights = try PretrainedWeights.shipped(fingerprint: PretrainedWeights.current)
    #expect(Profile.development.base().start == .pretrained(weights.fingerprint))
    #expect(Profile.standard.base().start == nil)
    var generator = PCG32(seed: 1)
    let detector = Detector(.small, classCount: 80, using: &generator)
    let before = detector.parameters.map(\.value)
    try weights.load(into: detector)
    #expect(zip(before, detector.parameters).contains { $0 != $1.value })
    #expect(detector.parameters.allSatisfy { $0.value.isFinite })
    let learning = try weights.learning()
    #expect(learning.detector == PretrainedWeights.training.detector && learning.masks == nil)
    #expect(learning.data.categories.count == PretrainedWeights.kinds && learning.schedule.masks == nil)
  }
}
