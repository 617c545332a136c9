import COCO
import Foundation
import MaskRCNN
import Tensors
import Testing
import TrainingStrategies

@testable import Experiments

@Suite("§3 Around a detector from a file")
struct GivenDetectorTests {
  /// A model file with the small detector of `LongTrainingTests`, of these categories. Its path.
  static func write(
    to folder: String, seed: UInt64 = 5, categories: [COCO.Category] = COCOCategories.all
  ) throws -> String {
    var generator = PCG32(seed: seed)
    let detector = Detector(
      LongTrainingTests.experiment.detector, classCount: categories.count, using: &generator)
    let model = MaskXRCNN(detector: detector, method: .baseline, using: &generator)
    let path = "\(folder)/detector-\(seed).safetensors"
    try ModelFile(
      model: model, categories: categories, about: .init(strategy: .stageWise, setA: [], steps: [])
    ).write(to: path, embeddings: nil)
    return path
  }

  @Test("Classes are found by name, in the data's order; those that are not known are named")
  func names() throws {
    try inTemporaryFolder { folder in
      let path = try Self.write(to: folder)
      let given = try GivenDetector(file: path)
      let file = try ModelFile(contentsOf: path)
      func category(_ id: Int, _ name: String) -> COCO.Category {
        Category(id: id, name: name, supercategory: "")
      }
      let detector = try given.detector(for: [category(70, "zebra"), category(3, "cat")], of: "things.json")
      #expect(detector.classCount == 2)
      let zebra = COCOCategories.index(ofName: "zebra")! + 1
      let own = detector.boxHead.classifier.weight.value.row(1)
      #expect(own == file.model.detector.boxHead.classifier.weight.value.row(zebra))
      #expect {
        try given.detector(
          for: [category(1, "cat"), category(2, "mug"), category(3, "Zebra")], of: "things.json")
      } throws: {
        "\($0)".hasPrefix(path) && "\($0)".hasSuffix("2 of the 3 classes of things.json: mug, Zebra")
      }
      #expect(throws: InputError.self) { try GivenDetector(file: "\(folder)/none") }
    }
  }

  @Test(
    "Experiments without a given detector are encoded as they were; with one, the file's content is in their name"
  )
  func identity() throws {
    try inTemporaryFolder { folder in
      let plain = LongTrainingTests.experiment
      #expect(!String(decoding: try canonicalJSON(plain), as: UTF8.self).contains("detectorModel"))
      let (a, b) = (
        try GivenDetector(file: Self.write(to: folder)),
        try GivenDetector(file: Self.write(to: folder, seed: 6))
      )
      let (first, second) = (plain.around(a), plain.around(b))
      #expect(a.fingerprint != b.fingerprint && first != second)
      #expect(try Fingerprint(of: first) != Fingerprint(of: second))
      #expect(
        first.stageOneIdentity != second.stageOneIdentity && first.trainingIdentity != second.trainingIdentity
      )
      // The whole file is what counts, under any name.
      try writeWhole(readWhole(a.path), to: "\(folder)/copy.safetensors")
      #expect(try GivenDetector(file: "\(folder)/copy.safetensors").fingerprint == a.fingerprint)
    }
  }

  @Test("Studies around a given detector are the stage-wise ones")
  func studies() throws {
    try inTemporaryFolder { folder in
      let given = try GivenDetector(file: Self.write(to: folder))
      for profile in Profile.allCases where profile != .development {
        let studies = profile.studies(base: profile.base(around: given))
        let names = studies.map(\.name)
        #expect(names.starts(with: ["key-comparison", "table-1a", "table-1b", "table-1c"]))
        #expect(
          !names.contains("table-1d") && !names.contains("table-2") && !names.contains("control-overlap"))
        #expect(
          studies.flatMap(\.experiments).allSatisfy {
            $0.strategy == .stageWise && $0.detectorModel == given.fingerprint
              && $0.schedule.detector == .none
          })
      }
    }
  }

  @Test("Nothing of the detector is trained, and a result of another detector is never taken for one of this")
  func run() throws {
    try inTemporaryFolder { folder in
      func bench(_ given: GivenDetector?, threads: Int = 2) -> Workbench {
        Workbench(
          checkpoints: CheckpointStore(folder: "\(folder)/runs"), threads: threads, display: .silent,
          detector: given)
      }
      let (a, b) = (
        try GivenDetector(file: Self.write(to: folder)),
        try GivenDetector(file: Self.write(to: folder, seed: 6))
      )
      let experiment = LongTrainingTests.experiment.around(a)
      let trained = try bench(a).trained(experiment, title: "")
      let file = try ModelFile(contentsOf: a.path)
      #expect(trained.detector.parameters.map(\.value) == file.model.detector.parameters.map(\.value))
      #expect(trained.curve.allSatisfy { $0.stage == "mask" } && !trained.curve.isEmpty)

      // The bits do not depend on who computed the regions, nor on threads.
      let weights = trained.model!.maskParameters.map(\.value)
      try FileManager.default.removeItem(
        atPath: "\(folder)/runs/\(Fingerprint(of: experiment.trainingIdentity).short).safetensors")
      let again = try bench(a, threads: 1).trained(experiment, title: "")
      #expect(again.model!.maskParameters.map(\.value) == weights)

      let store = ResultStore(folder: folder)
      let result = try Runner(store: store, workbench: bench(a)).run([experiment])[0]
      #expect(result.masksPerClassInA > 0)
      #expect(try store.result(of: LongTrainingTests.experiment.around(b)) == nil)
      // The workbench has another detector at hand, or none.
      #expect(throws: InputError.self) { try bench(b).trained(experiment.with { $0.seed = 2 }, title: "") }
      #expect(throws: InputError.self) { try bench(nil).trained(experiment.with { $0.seed = 2 }, title: "") }
    }
  }

  @Test("The cost is what is there to do: after the images are looked at, their room and no time")
  func cost() throws {
    try inTemporaryFolder { folder in
      let given = try GivenDetector(file: Self.write(to: folder))
      let experiment = LongTrainingTests.experiment.around(given)
      func cost() throws -> FrozenCost {
        try Workbench(
          checkpoints: CheckpointStore(folder: folder), threads: 2, display: .silent, detector: given
        ).frozenCost(of: experiment, lookingFor: 0)
      }
      // 4 and 3 images; 2 of each are looked at.
      let first = try cost()
      #expect(first.training.count == 4 && first.training.missing == 2 && first.judged?.missing == 1)
      #expect(first.secondsLeft > 0 && first.bytesLeft > 0 && first.secondsPerStep > 0)
      let second = try cost()
      #expect(second.training.missing == 0 && second.judged?.missing == 0 && second.bytesLeft == 0)
      let third = try cost()
      #expect(third.training.seconds == nil && third.secondsLeft == 0)
      // All files together, from a few: the estimate is of the right size.
      let names = try FileManager.default.subpathsOfDirectory(atPath: third.folder).filter {
        $0.hasSuffix("regions")
      }
      let all = try names.reduce(0) { try $0 + readWhole("\(third.folder)/\($1)").count }
      let estimate = third.training.bytes * Double(third.training.units)
      #expect(names.count == 4 && estimate > 0.5 * Double(all) && estimate < 2 * Double(all))
      let lines = third.lines(steps: 10, besidesCOCO: true)
      #expect(lines.contains { $0.contains("4 + 3 images") && $0.contains("left: 0.0 s, 0 B") })
    }
  }

  @Test("Sizes for people")
  func sizes() {
    #expect(
      [0, 812, 1023, 2.4 * 0x1p30, 150 * 0x1p20].map(FrozenCost.size) == [
        "0 B", "812 B", "1.0 KiB", "2.4 GiB", "150 MiB",
      ])
  }

  @Test("Killed with SIGKILL while it looks and while it trains, it ends with the same bits")
  func kills() throws {
    let program = try #require(
      KillTests.program, "`reproduce` is not beside the tests: `swift build` builds it")
    try inTemporaryFolder { folder in
      var experiment = LongTrainingTests.experiment
      guard case .miniature(var world) = experiment.data else { return }
      (world.trainingCount, world.validationCount) = (60, 20)
      experiment.data = .miniature(world)
      let base = "\(folder)/base.json"
      try writeWhole(canonicalJSON(experiment), to: base)
      let detector = try Self.write(to: folder)
      func child(_ output: String) throws -> KillTests.Child {
        try KillTests.Child(
          program,
          [
            "all", "--smoke", "--only", "table-1c", "--base", base, "--detector", detector, "--output",
            output,
            "--checkpoint-interval", "0", "--threads", "2",
          ])
      }
      let seconds = try Benchmark.clocked {
        let status = try child("\(folder)/through").end()
        #expect(status == 0)
      }
      var generator = PCG32(seed: 4)
      var kills = 0
      for _ in 0..<10 where kills < 3 {
        let child = try child("\(folder)/killed")
        Thread.sleep(forTimeInterval: seconds * Double.random(in: 0.05..<0.35, using: &generator))
        kill(child.id, SIGKILL)
        if child.end() == SIGKILL { kills += 1 }
      }
      #expect(kills == 3)
      #expect(try child("\(folder)/killed").end() == 0)
      let (expected, found) = (
        try KillTests.outcome("\(folder)/through"), try KillTests.outcome("\(folder)/killed")
      )
      #expect(expected.results.count == 3 && found.results == expected.results)
      #expect(found.tables == expected.tables)
    }
  }
}
