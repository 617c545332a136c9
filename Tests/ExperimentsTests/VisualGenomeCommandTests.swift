import COCO
import Foundation
import Tensors
import Testing

@testable import Experiments

@Suite("§4 reproduce visual-genome")
struct VisualGenomeCommandTests {
  /// Runs `reproduce visual-genome` and waits for it.
  private func run(_ arguments: String...) throws -> (status: Int32, output: String, errors: String) {
    let process = Process()
    process.executableURL = KillTests.program
    process.arguments = ["visual-genome"] + arguments
    let (output, errors) = (Pipe(), Pipe())
    (process.standardOutput, process.standardError) = (output, errors)
    try process.run()
    // Both fit into a pipe.
    let texts = [output, errors].map {
      String(decoding: $0.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    }
    process.waitUntilExit()
    return (process.terminationStatus, texts[0], texts[1])
  }

  /// Three images, the second of which COCO has, and their objects; COCO's own file; one image file.
  private func lay(out folder: String) throws {
    let images = [(1, "null"), (2, "500"), (3, "null")].map { id, coco in
      #"{"image_id": \#(id), "url": "https://x/VG_100K/\#(id).jpg", "width": 9, "height": 9, "coco_id": \#(coco)}"#
    }
    let objects = [(1, "dog"), (2, "dog"), (3, "arm")].map { id, word in
      #"{"image_id": \#(id), "objects": [{"object_id": \#(id), "x": 5, "y": 0, "w": 6, "h": 3, "#
        + #""synsets": ["\#(word).n.01"]}]}"#
    }
    try FileManager.default.createDirectory(
      atPath: "\(folder)/genome/images/VG_100K", withIntermediateDirectories: true)
    try writeWhole(Data("[\(images.joined(separator: ","))]".utf8), to: "\(folder)/genome/image_data.json")
    try writeWhole(Data("[\(objects.joined(separator: ","))]".utf8), to: "\(folder)/genome/objects.json")
    try writeWhole(Data(), to: "\(folder)/genome/images/VG_100K/1.jpg")
    try AnnotationFile(
      images: [ImageEntry(id: 500, fileName: "500.jpg", width: 9, height: 9)], annotations: [],
      categories: COCOCategories.all
    ).write(to: "\(folder)/coco.json")
  }

  @Test("It writes a folder in COCO's layout whose images stay where they are, the same each time")
  func writing() throws {
    try inTemporaryFolder { folder in
      try lay(out: folder)
      let output = "\(folder)/out"
      let arguments = ["\(folder)/genome", "--coco-validation", "\(folder)/coco.json", "--output", output]
      let first = try run(
        arguments[0], arguments[1], arguments[2], arguments[3], output, "--test-images", "1")
      #expect(first.status == 0 && first.errors.isEmpty, "\(first.errors)")
      #expect(
        first.output == """
          \(output)/annotations/instances_train.json: 1 images, 1 objects
          \(output)/annotations/instances_val.json: 1 images, 1 objects
          \(output)/annotations/instances_test.json: 1 images, 1 objects
          3 images, 3 objects, 2 synsets
          3 objects kept, 3 boxes cut to their images; left out:
            0 without a synset
            0 with several synsets
            0 with the id of an earlier one
            0 with nothing of the box in the image
            0 of rarer synsets
          81 classes, COCO's 80 first, 1 of these with objects; without: \
          \(COCOCategories.all.map(\.name).filter { $0 != "dog" }.joined(separator: ", "))

          """)

      let training = try COCOFolder(output, part: .training)
      #expect(training.count == 1 && training.annotations(at: 0).map(\.categoryID) == [18])
      #expect(FileManager.default.fileExists(atPath: training.path(at: 0)))
      #expect(try COCOFolder(output, part: .validation).annotations(at: 0).map(\.id) == [2])
      let table = String(decoding: try readWhole("\(output)/classes.tsv"), as: UTF8.self)
      #expect(table.hasPrefix("id\tname\tsynset\tcount\n1\tperson\t\t0\n"))
      #expect(table.contains("\n18\tdog\tdog.n.01\t2\n") && table.hasSuffix("\n91\tarm.n.01\tarm.n.01\t1\n"))

      // Again, over what is there.
      let names = ["annotations/instances_train.json", "annotations/instances_test.json", "classes.tsv"]
      let before = try names.map { try readWhole("\(output)/\($0)") }
      #expect(
        try run(arguments[0], arguments[1], arguments[2], arguments[3], output, "--test-images", "1").status
          == 0)
      #expect(try names.map { try readWhole("\(output)/\($0)") } == before)
    }
  }

  @Test("Bad input ends with 65 and a line about it, bad usage with 64")
  func refusing() throws {
    try inTemporaryFolder { folder in
      try lay(out: folder)
      let (genome, coco, output) = ("\(folder)/genome", "\(folder)/coco.json", "\(folder)/out")
      // No image is left to learn from.
      let empty = try run(genome, "--coco-validation", coco, "--output", output)
      #expect(empty.status == 65)
      #expect(
        empty.errors.contains("none beside 1 for validation and 2 for testing: --test-images takes fewer"))
      // A folder stands where a link should.
      try FileManager.default.createDirectory(atPath: "\(output)/train", withIntermediateDirectories: true)
      let blocked = try run(genome, "--coco-validation", coco, "--output", output, "--test-images", "1")
      #expect(blocked.status == 65 && blocked.errors.contains("\(output)/train: cannot be made"))
      // A file is at fault.
      let file = "\(genome)/objects.json"
      try writeWhole(Data("[{\"image_id\": 7, \"objects\": []}]".utf8), to: file)
      let wrong = try run(genome, "--coco-validation", coco, "--output", output)
      #expect(wrong.status == 65)
      #expect(
        wrong.errors
          == "\(file): [0]: expected the id of one of the 3 images of image_data.json, found 7\n")
      #expect(try run(genome, "--coco-validation", coco, "--output", output, "--classes", "0").status == 64)
      #expect(try run(genome, "--output", output).status == 64)
    }
  }
}
