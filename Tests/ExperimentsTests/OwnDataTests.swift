import COCO
import Foundation
import Pictures
import Tensors
import Testing

@testable import Experiments

/// The commands of chapter B are run as they stand there, with fewer scenes and steps.
@Suite("§3 Your own data")
struct OwnDataTests {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The commands of a chapter: indented lines that begin with `reproduce`, and those that go on after a backslash.
  private static func commands(of page: String) throws -> [[String]] {
    let text = try String(contentsOf: root.appendingPathComponent(page), encoding: .utf8)
      .replacingOccurrences(of: "\\\n", with: " ")
    return text.split(separator: "\n").filter { $0.hasPrefix("    reproduce ") }.map { line in
      line.prefix { $0 != "#" }.split(separator: " ").dropFirst().map(String.init)
    }
  }

  /// The same command with few scenes and steps.
  private static func shortened(_ command: [String]) -> [String] {
    let few = ["--count": "6", "--steps": "2", "--mask-steps": "2"]
    return command.indices.map { $0 > 0 ? few[command[$0 - 1]] ?? command[$0] : command[$0] }
  }

  /// Runs a command in a folder; what it said.
  private static func run(_ command: [String], in folder: String) throws -> (status: Int32, said: String) {
    let program = try #require(
      KillTests.program, "`reproduce` is not beside the tests: `swift build` builds it")
    let log = "\(folder)/log.txt"
    let status = try KillTests.Child(program, command, log: log, in: folder).end()
    return (status >> 8, String(decoding: try readWhole(log), as: UTF8.self))
  }

  @Test("Every command of the chapter works, one after the other, and leaves what the next one needs")
  func walk() throws {
    let commands = try Self.commands(of: "Paper/B-YourOwnData.md")
    #expect(Set(commands.map { $0[0] }) == ["dataset", "train", "segment", "evaluate"])
    try inTemporaryFolder { folder in
      for command in commands {
        let (status, said) = try Self.run(Self.shortened(command), in: folder)
        #expect(status == 0, "\(command.joined(separator: " ")): \(said)")
      }
      // Masks for some classes, boxes for all.
      let things = try COCOFolder("\(folder)/things").annotationFile
      let names = Dictionary(uniqueKeysWithValues: things.categories.map { ($0.id, $0.name) })
      #expect(
        things.annotations.allSatisfy {
          ($0.segmentation != nil) == COCOCategories.vocNames.contains(names[$0.categoryID]!)
        })
      // The detector of the model is the one that was given.
      let detector = try ModelFile(contentsOf: "\(folder)/detector.safetensors")
      let model = try ModelFile(contentsOf: "\(folder)/model.safetensors")
      #expect(detector.about.setA.isEmpty && !model.about.setA.isEmpty)
      #expect(
        model.model.detector.parameters.map(\.value) == detector.model.detector.parameters.map(\.value))
      // A picture for each image, and results in COCO's form.
      let found = try FileManager.default.contentsOfDirectory(atPath: "\(folder)/found")
      #expect(found.contains("results.json") && found.count { $0.hasSuffix("-masks.png") } == 6)
    }
  }

  @Test("Any categories, ids with gaps, one JSON beside the images; a class that the detector lacks is named")
  func anyCategories() throws {
    try inTemporaryFolder { folder in
      // Some scenes of the drawn world, in which cats and zebras alone are annotated, under other ids.
      let (status, _) = try Self.run(["dataset", "--count", "12", "--output", "world"], in: folder)
      #expect(status == 0)
      let world = try COCOFolder("\(folder)/world").annotationFile
      let ids = Dictionary(uniqueKeysWithValues: world.categories.map { ($0.name, $0.id) })
      func write(_ names: [(id: Int, name: String, of: String)]) throws {
        let own = Dictionary(uniqueKeysWithValues: names.map { (ids[$0.of]!, $0.id) })
        let annotations = world.annotations.compactMap { annotation in
          own[annotation.categoryID].map { id in
            Annotation(
              id: annotation.id, imageID: annotation.imageID, categoryID: id, box: annotation.box,
              segmentation: id == names[0].id ? annotation.segmentation : nil, area: annotation.area)
          }
        }
        try AnnotationFile(
          images: world.images, annotations: annotations,
          categories: names.map { Category(id: $0.id, name: $0.name, supercategory: "") }
        ).write(to: "\(folder)/world/train2017/things.json")
      }
      let common = Set(world.annotations.map(\.categoryID)).sorted().prefix(2).map { id in
        world.categories.first { $0.id == id }!.name
      }
      try write([(907, common[0], common[0]), (12, common[1], common[1])])
      let detector = try GivenDetectorTests.write(to: folder)
      let train = [
        "train", "--data", "world/train2017", "--split", "as-annotated", "--detector", detector,
        "--mask-steps", "2",
        "--batch", "2", "--regions", "regions", "--output", "model.safetensors",
      ]
      let (trained, said) = try Self.run(train, in: folder)
      #expect(trained == 0, "\(said)")
      #expect(said.contains("12 images, 2 classes, masks of 1: \(common[0])"))
      let model = try ModelFile(contentsOf: "\(folder)/model.safetensors")
      #expect(model.categories.map(\.id) == [907, 12] && model.about.setA == [common[0]])
      // What the detector saw is kept for the next training.
      let kept = try FileManager.default.subpathsOfDirectory(atPath: "\(folder)/regions")
      #expect(kept.count { $0.hasSuffix(".regions") } == 12)
      let (segmented, _) = try Self.run(
        ["segment", "--model", "model.safetensors", "--output", "found", "world/train2017"], in: folder)
      #expect(segmented == 0)

      try write([(907, common[0], common[0]), (12, "gadget", common[1])])
      let (refused, problem) = try Self.run(train, in: folder)
      #expect(refused == 65 && problem.contains("gadget"), "\(problem)")
      // Usage that makes no sense.
      for wrong in [["--strategy", "end-to-end"], ["--steps", "3"], ["--method", "none"]] {
        #expect(try Self.run(train + wrong, in: folder).status == 64)
      }
    }
  }

  @Test(
    "Masks are not learnt from none: the classes of A are named before anything is trained; some without are said"
  )
  func withoutMasks() throws {
    try inTemporaryFolder { folder in
      #expect(try Self.run(["dataset", "--count", "12", "--output", "world"], in: folder).status == 0)
      let file = "\(folder)/world/annotations/instances_train2017.json"
      let world = try AnnotationFile(reading: file)
      let train = [
        "train", "--data", "world", "--steps", "1", "--mask-steps", "1", "--output", "model.safetensors",
      ]
      let personID = try #require(world.categories.first { $0.name == "person" }).id
      // Boxes of all, masks of non-VOC classes alone.
      let nonVOC = world.categories.filter { !COCOCategories.vocNames.contains($0.name) }.map(\.id)
      try world.withMasks(ofCategories: Set(nonVOC)).write(to: file)
      let (status, said) = try Self.run(train, in: folder)
      #expect(
        status == 65 && said.contains("found none of its classes") && said.contains("person"), "\(said)")
      #expect(!FileManager.default.fileExists(atPath: "\(folder)/model.safetensors"))
      // A detector alone needs none.
      #expect(try Self.run(train + ["--method", "none"], in: folder).status == 0)
      try world.withMasks(ofCategories: [personID]).write(to: file)
      let (some, warned) = try Self.run(train, in: folder)
      #expect(some == 0 && warned.contains("no object has a mask: bicycle"), "\(warned)")
    }
  }

  @Test("Pictures of one name keep their own ids and drawings, and drawings are not segmented again")
  func namesakes() throws {
    try inTemporaryFolder { folder in
      for camera in ["cam1", "cam2"] {
        try FileManager.default.createDirectory(
          atPath: "\(folder)/\(camera)", withIntermediateDirectories: true)
        try writePNG(Image(width: 32, height: 24), to: "\(folder)/\(camera)/x.png")
      }
      try writePNG(Image(width: 32, height: 24), to: "\(folder)/cam1/x-1.png")
      let entries = ["cam1/x.png", "cam2/x.png", "cam1/x-1.png"].enumerated().map {
        ImageEntry(id: 100 + $0, fileName: $1, width: 32, height: 24)
      }
      try AnnotationFile(
        images: entries, annotations: [], categories: [Category(id: 1, name: "cat", supercategory: "")]
      ).write(to: "\(folder)/truth.json")
      let model = try GivenDetectorTests.write(to: folder)
      let segment = ["segment", "--model", model, "--output", "found"]
      let (status, said) = try Self.run(
        segment + ["cam1", "cam2", "--annotations", "truth.json"], in: folder)
      #expect(status == 0, "\(said)")
      let found = try FileManager.default.contentsOfDirectory(atPath: "\(folder)/found")
      #expect(found.count { $0.hasSuffix("-masks.png") } == 3)
      let (refused, problem) = try Self.run(
        segment + ["cam1/x.png", "\(folder)/cam1/../cam1/x.png", "--annotations", "truth.json"], in: folder)
      #expect(refused == 65 && problem.contains("both fit cam1/x.png (image 100)"), "\(problem)")
      // The output folder's own drawings are left alone.
      try FileManager.default.copyItem(atPath: "\(folder)/cam2/x.png", toPath: "\(folder)/found/y.png")
      let (again, saidAgain) = try Self.run(segment + ["found"], in: folder)
      #expect(again == 0 && saidAgain.contains("in 1 pictures"), "\(saidAgain)")
    }
  }
}
