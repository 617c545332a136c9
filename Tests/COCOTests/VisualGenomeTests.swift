import Foundation
import Tensors
import Testing

@testable import COCO

@Suite("§4 Visual Genome's annotations")
struct VisualGenomeTests {
  /// Five images of 100 x 80 pixels: 12 and 13 are COCO's 500 and 501, the others are not in COCO.
  static let imageData =
    image(11) + "," + image(12, coco: "500") + "," + image(13, coco: "501") + "," + image(14)
    + "," + image(15, folder: "VG_100K_2")

  static func image(_ id: Int, coco: String = "null", folder: String = "VG_100K", key: String = "image_id")
    -> String
  {
    #"{"width": 100, "url": "https://cs.stanford.edu/people/rak248/\#(folder)/\#(id).jpg", "height": 80, "#
      + #""\#(key)": \#(id), "coco_id": \#(coco), "flickr_id": null}"#
  }

  /// An object as version 1.4 has it.
  static func object(_ id: Int, _ synsets: String..., box: [Int] = [10, 20, 30, 40]) -> String {
    let names = synsets.map { "\"\($0)\"" }.joined(separator: ", ")
    return #"{"synsets": [\#(names)], "h": \#(box[3]), "object_id": \#(id), "merged_object_ids": [], "#
      + #""names": ["a thing"], "w": \#(box[2]), "y": \#(box[1]), "x": \#(box[0])}"#
  }

  static func objects(_ image: Int, _ objects: String...) -> String {
    #"{"image_id": \#(image), "objects": [\#(objects.joined(separator: ", "))], "image_url": "http"}"#
  }

  /// Four dogs, two windows, two computer mice, and seven synsets that occur once.
  static let objectData = [
    objects(
      11, object(1, "dog.n.01"), object(2, "dog.n.01", box: [-5, 70, 20, 20]), object(3),
      object(4, "man.n.01", "person.n.01"), object(5, "window.n.01", box: [90, -3, 20, 10])),
    objects(
      12, object(6, "dog.n.01", box: [0, 0, 100, 80]), object(6, "dog.n.01"),
      object(7, "window.n.01", box: [120, 0, 5, 5]), object(8, "mouse.n.04"), object(9, "mouse.n.01")),
    objects(
      13, object(10, "mouse.n.04"), object(11, "television.n.01"), object(12, "necktie.n.01"),
      object(13, "baseball_bat.n.01", box: [10, 10, 0, 5])),
    objects(15, object(14, "zebra.n.01")),
  ].joined(separator: ",\n")

  /// A data set read from the texts of its two files.
  static func genome(_ images: String = imageData, _ objects: String = objectData) throws -> VisualGenome {
    try Golden.withFile("[\(images)]") { imageFile in
      try Golden.withFile("[\(objects)]") { objectFile in
        try VisualGenome(images: imageFile, objects: objectFile)
      }
    }
  }

  @Test("Images keep their order, the end of their address and their id in COCO")
  func images() throws {
    let images = try Self.genome().images
    #expect(images.map(\.entry.id) == [11, 12, 13, 14, 15])
    #expect(images.map(\.cocoID) == [nil, 500, 501, nil, nil])
    #expect(images[0].entry == ImageEntry(id: 11, fileName: "VG_100K/11.jpg", width: 100, height: 80))
    #expect(images[4].entry.fileName == "VG_100K_2/15.jpg")
  }

  @Test("Synsets are counted wherever they stand, and sorted by frequency and then by name")
  func frequency() throws {
    let synsets = try Self.genome().synsets
    #expect(
      synsets.map(\.name) == [
        "dog.n.01", "mouse.n.04", "window.n.01", "baseball_bat.n.01", "man.n.01", "mouse.n.01",
        "necktie.n.01",
        "person.n.01", "television.n.01", "zebra.n.01",
      ])
    #expect(synsets.map(\.count) == [4, 2, 2, 1, 1, 1, 1, 1, 1, 1])
  }

  @Test("Objects with none or several synsets, repeated ids and boxes of nothing are left out and counted")
  func skipping() throws {
    let genome = try Self.genome()
    #expect(genome.objects.map(\.id) == [1, 2, 5, 6, 8, 9, 10, 11, 12, 14])
    #expect(genome.objects.map(\.image) == [0, 0, 0, 1, 1, 1, 2, 2, 2, 4])
    #expect(genome.objects.map(\.synset) == [0, 0, 2, 0, 1, 5, 1, 8, 6, 9])
    #expect(genome.skipped.withoutSynset == 1 && genome.skipped.withSeveralSynsets == 1)
    #expect(genome.skipped.repeated == 1 && genome.skipped.withoutExtent == 2)
    #expect(genome.objects.count + genome.skipped.total == 15)
  }

  @Test("Boxes are cut at the edges of their images")
  func cutting() throws {
    let genome = try Self.genome()
    #expect(genome.cutBoxCount == 2)
    #expect(genome.objects[0].box == BoundingBox(x: 10, y: 20, width: 30, height: 40))
    #expect(genome.objects[1].box == BoundingBox(x: 0, y: 70, width: 15, height: 10))
    #expect(genome.objects[2].box == BoundingBox(x: 90, y: 0, width: 10, height: 7))
    #expect(genome.objects[3].box == BoundingBox(x: 0, y: 0, width: 100, height: 80))
    func cut(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> BoundingBox? {
      BoundingBox(x: x, y: y, width: width, height: height).cut(toWidth: 100, height: 80)
    }
    #expect(cut(-10, -10, 200, 200) == BoundingBox(x: 0, y: 0, width: 100, height: 80))
    #expect(cut(-10, 0, 10, 10) == nil && cut(100, 0, 1, 1) == nil && cut(0, 80, 1, 1) == nil)
    #expect(cut(0, -9, 5, 9) == nil && cut(50, 50, -5, 5) == nil && cut(50, 50, 5, -5) == nil)
  }

  @Test("Older versions call ids otherwise, and may lack synsets")
  func olderVersions() throws {
    let genome = try Self.genome(
      Self.image(3, key: "id") + "," + Self.image(4, key: "id"),
      #"{"objects": [{"id": 7, "x": 1.5, "y": 2, "w": 3, "h": 4, "names": ["dog"], "synsets": ["dog.n.01"]}, "#
        + #"{"id": 8, "x": 1, "y": 2, "w": 3, "h": 4, "names": ["cat"]}], "id": 4}"#)
    #expect(genome.images.map(\.entry.id) == [3, 4])
    #expect(genome.objects.map(\.id) == [7] && genome.objects[0].image == 1)
    #expect(genome.objects[0].box.x == 1.5)
    #expect(genome.skipped.withoutSynset == 1)
  }

  @Test("Validation is what COCO's has, test the last that are not in COCO, training the rest")
  func division() throws {
    let images = try Self.genome().images
    func parts(_ coco: Set<Int>, _ testCount: Int) -> [VisualGenomeDivision.Part] {
      VisualGenomeDivision(images, cocoValidation: coco, testCount: testCount).parts
    }
    #expect(parts([500, 999], 2) == [.training, .validation, .training, .test, .test])
    #expect(parts([500, 501], 1) == [.training, .validation, .validation, .training, .test])
    // An image's own id is not the one that COCO has.
    #expect(parts([11, 12], 0) == Array(repeating: .training, count: 5))
    #expect(parts([501], 5000) == [.test, .training, .validation, .test, .test])
    #expect(VisualGenomeDivision(images, cocoValidation: [500], testCount: 2).count(.training) == 2)
  }

  @Test("The parts hold every frequent object once, and are COCO files that can be read again")
  func parts() throws {
    let genome = try Self.genome()
    let vocabulary = VisualGenomeVocabulary(of: genome.synsets, size: 3)
    let division = VisualGenomeDivision(genome.images, cocoValidation: [500], testCount: 2)
    let files = try VisualGenomeDivision.Part.allCases.map {
      try genome.annotations(of: $0, in: division, vocabulary: vocabulary)
    }
    // Dogs, computer mice and windows; the television is COCO's, but too rare here, and so is the zebra.
    #expect(files.map { $0.annotations.map(\.id) } == [[1, 2, 5, 10], [6, 8], []])
    #expect(files.map { $0.annotations.map(\.categoryID) } == [[18, 18, 91, 74], [18, 74], []])
    #expect(files.map { $0.images.map(\.id) } == [[11, 13], [12], [14, 15]])
    #expect(files[0].annotations[1].area == 150)
    for file in files {
      #expect(file.categories.count == 81 && file.categories[80].name == "window.n.01")
      try Golden.withFile("") { path in
        try file.write(to: path)
        let again = try AnnotationFile(reading: path)
        #expect(again.images == file.images && again.categories == file.categories)
        #expect(again.annotations == file.annotations)
        #expect(again.annotations.allSatisfy { $0.segmentation == nil })
      }
    }
  }

  @Test(
    "What is wrong with objects.json is refused, with its place and what was expected",
    arguments: [
      ("", "", "expected objects with synsets, found none"),
      (objects(11, object(1)), "", "expected objects with synsets, found none"),
      ("7", "[0]", "expected an object, found a number"),
      (
        objects(11) + "," + objects(99, object(1, "a.n.01")), "[1]",
        "one of the 5 images of image_data.json, found 99"
      ),
      (#"{"objects": []}"#, "[0]", "expected the key \"image_id\""),
      (#"{"image_id": 11}"#, "[0]", "expected the key \"objects\""),
      (#"{"image_id": "11", "objects": []}"#, "[0].image_id", "expected a whole number, found a string"),
      (#"{"image_id": 11, "objects": {}}"#, "[0].objects", "expected an array, found an object"),
      (
        #"{"image_id": 11, "objects": [{"object_id": 1, "x": 1, "y": 2, "w": 3, "synsets": []}]}"#,
        "[0].objects[0]", "expected the key \"h\""
      ),
      (
        #"{"image_id": 11, "objects": [{"x": 1, "y": 2, "w": 3, "h": 4, "synsets": []}]}"#,
        "[0].objects[0]", "expected the key \"object_id\""
      ),
      (
        #"{"image_id": 11, "objects": [{"object_id": 1, "x": 1, "y": null}]}"#, "[0].objects[0].y",
        "expected a number, found null"
      ),
      (
        #"{"image_id": 11, "objects": [{"object_id": 1, "synsets": "dog.n.01"}]}"#, "[0].objects[0].synsets",
        "expected an array, found a string"
      ),
      (
        #"{"image_id": 11, "objects": [{"object_id": 1, "synsets": [3]}]}"#, "[0].objects[0].synsets[0]",
        "expected a string, found a number"
      ),
      (
        #"{"image_id": 11, "objects": [{"object_id": 1, "x": NaN}]}"#, "[0].objects[0].x, line 1",
        "expected a number, found \"NaN}]}]\""
      ),
      (objects(11, object(1, "dog.n.01")) + ",", "[1], line 1", "expected an object, found \"]\""),
    ] as [(String, String, String)])
  func refusingObjects(text: String, place: String, problem: String) throws {
    try expectError(objects: "[\(text)]", place, problem)
  }

  @Test(
    "What is wrong with image_data.json too",
    arguments: [
      ("{}", "top level", "expected an array, found an object"),
      ("[\(image(11)),\(image(11))]", "[1]", "expected an image of its own id, found 11, which [0] has"),
      (#"[{"image_id": 1, "width": 0}]"#, "[0].width", "a side from 1 to 100000 pixels, found 0"),
      (#"[{"image_id": 1, "height": 2e5}]"#, "[0].height", "from 1 to 100000 pixels, found 200000"),
      (#"[{"url": "a/b", "width": 1, "height": 1}]"#, "[0]", "expected the key \"image_id\""),
      (#"[{"image_id": 1, "width": 1, "height": 1}]"#, "[0]", "expected the key \"url\""),
      (#"[{"image_id": 1, "url": "11.jpg"}]"#, "[0].url", "ends in a folder and a name, found \"11.jpg\""),
      (#"[{"image_id": 1, "url": "../11.jpg"}]"#, "[0].url", "ends in a folder and a name"),
      (#"[{"image_id": 1, "url": "VG_100K/"}]"#, "[0].url", "ends in a folder and a name"),
      (#"[{"image_id": 1, "coco_id": "x"}]"#, "[0].coco_id", "expected a whole number, found a string"),
      ("[\(image(11))", "top level, line 1", "a comma or the end of the array, found the end of the file"),
    ])
  func refusingImages(text: String, place: String, problem: String) throws {
    try expectError(images: text, place, problem)
  }

  private func expectError(
    images: String = "[\(imageData)]", objects: String = "[\(objectData)]", _ place: String, _ problem: String
  ) throws {
    try Golden.withFile(images) { imageFile in
      try Golden.withFile(objects) { objectFile in
        do {
          _ = try VisualGenome(images: imageFile, objects: objectFile)
          Issue.record("expected an error at \(place)")
        } catch let error as InputError {
          #expect([imageFile, objectFile].contains(error.file))
          #expect(error.place.hasPrefix(place), "\(error)")
          #expect(error.problem.contains(problem), "\(error)")
        }
      }
    }
  }

  @Test("A folder without the two files is refused; they may stand in annotations/")
  func folder() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("genome-\(UUID().uuidString)")
    let annotations = folder.appendingPathComponent("annotations")
    try FileManager.default.createDirectory(at: annotations, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(throws: InputError.self) { try VisualGenome(folder.path) }
    try writeWhole(
      Data("[\(Self.imageData)]".utf8), to: annotations.appendingPathComponent("image_data.json").path)
    #expect(throws: InputError.self) { try VisualGenome(folder.path) }
    try writeWhole(
      Data("[\(Self.objectData)]".utf8), to: annotations.appendingPathComponent("objects.json").path)
    #expect(try VisualGenome(folder.path).objects.count == 10)
  }

  @Test("Files with random damage are read or refused; what was accepted is sound")
  func damage() throws {
    let original = Array("[\(Self.objectData)]".utf8)
    let pieces = ["9", "-", "\"", "[", "]", "{", ",", "null", "1e308", "-1e308", "\\"].map { Array($0.utf8) }
    var generator = PCG32(seed: 9)
    var refused = 0
    try Golden.withFile("[\(Self.imageData)]") { imageFile in
      for _ in 0..<150 {
        var text = original
        for _ in 0...generator.below(3) {
          let place = generator.below(text.count)
          switch generator.below(3) {
          case 0: text[place] = UInt8(generator.below(128))
          case 1: text.insert(contentsOf: pieces[generator.below(pieces.count)], at: place)
          default: text.removeSubrange(place..<min(text.count, place + 1 + generator.below(40)))
          }
        }
        try Golden.withFile(String(decoding: text, as: UTF8.self)) { objectFile in
          do {
            let genome = try VisualGenome(images: imageFile, objects: objectFile)
            let vocabulary = VisualGenomeVocabulary(of: genome.synsets, size: 5)
            let division = VisualGenomeDivision(genome.images, cocoValidation: [500], testCount: 1)
            for part in VisualGenomeDivision.Part.allCases {
              _ = try genome.annotations(of: part, in: division, vocabulary: vocabulary)
            }
          } catch is InputError {
            refused += 1
          }
        }
      }
    }
    #expect(30..<150 ~= refused)
  }
}
