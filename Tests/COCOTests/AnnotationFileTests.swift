import Foundation
import Pictures
import Tensors
import Testing

@testable import COCO

@Suite("§2 Annotation files")
struct AnnotationFileTests {
  /// A data set of one image, 20 x 10 pixels, with whatever objects.
  private static func file(_ annotations: String, images: String = image, categories: String = category)
    -> String
  {
    #"{"info":{"year":2017},"images":[\#(images)],"annotations":[\#(annotations)],"#
      + #""categories":[\#(categories)]}"#
  }
  private static let image = #"{"id":4,"file_name":"a\u00e9\"\ud83d\ude00.png","width":20,"height":10}"#
  private static let category = #"{"id":7,"name":"cat","supercategory":"animal"}"#

  /// An object with some of its keys exchanged; an empty text leaves the key out.
  private static func object(_ changes: [String: String] = [:]) -> String {
    var fields: [(String, String)] = [
      ("segmentation", "[[1,1,5,1,5,5]]"), ("area", "8"), ("iscrowd", "0"), ("image_id", "4"),
      ("bbox", "[1,1,4,4]"), ("category_id", "7"), ("id", "31"),
    ]
    for i in fields.indices {
      if let change = changes[fields[i].0] { fields[i].1 = change }
    }
    return "{" + fields.filter { !$0.1.isEmpty }.map { "\"\($0)\":\($1)" }.joined(separator: ",")
      + "}"
  }

  @Test("Polygons, run lengths of both kinds, crowds and plain boxes are read")
  func reading() throws {
    let objects = [
      Self.object(),
      Self.object(["id": "32", "segmentation": "", "iscrowd": "", "area": ""]),
      Self.object(["id": "33", "segmentation": "null"]),
      Self.object(["id": "34", "segmentation": "[]"]),
      Self.object(["id": "35", "segmentation": #"{"size":[10,20],"counts":[3,4,193]}"#, "iscrowd": "1"]),
      Self.object(["id": "36", "segmentation": #"{"size":[10,20],"counts":"34Q6"}"#, "area": ""]),
      Self.object(["id": "37", "segmentation": "[[1,1,5,1,5,5],[8,2,9,2,9,4,8,4]]", "area": ""]),
    ]
    try Golden.withFile(Self.file(objects.joined(separator: " ,\n\t"))) { path in
      let file = try AnnotationFile(reading: path)
      #expect(file.images.map(\.fileName) == ["aé\"😀.png"])
      #expect(file.categories == [Category(id: 7, name: "cat", supercategory: "animal")])
      #expect(file.annotations.map(\.id) == Array(31...37))
      #expect(file.annotations.map(\.isCrowd) == [false, false, false, false, true, false, false])
      #expect(file.annotations[1...3].allSatisfy { $0.segmentation == nil })
      #expect(file.annotations[1].area == 16)
      #expect(
        file.annotations[4].segmentation
          == .runLength(RunLengthMask(height: 10, width: 20, counts: [3, 4, 193])))
      #expect(file.annotations[5].segmentation == file.annotations[4].segmentation)
      #expect(file.annotations[5].area == 4)
      #expect(file.annotations[6].area == 10)
      #expect(file.annotations(ofImage: 4).count == 7)
      #expect(file.annotations(ofImage: 5).isEmpty)
      #expect(file.withMasks(ofCategories: []).annotations.allSatisfy { $0.segmentation == nil })
      #expect(file.withMasks(ofCategories: [7]).annotations == file.annotations)

      try file.write(to: path, about: "a\u{1}\\")
      let again = try AnnotationFile(reading: path)
      #expect(again.images == file.images)
      #expect(again.annotations == file.annotations)
      #expect(again.categories == file.categories)
    }
  }

  @Test("An optional key that is null is a missing key, and NaN where nobody reads it does no harm")
  func nulls() throws {
    let object = Self.object(["area": "null", "iscrowd": "null", "segmentation": "null"])
    let text = Self.file(
      object.replacingOccurrences(of: "{\"segm", with: #"{"score":NaN,"x":[-Infinity,{"y":Infinity}],"segm"#),
      categories: #"{"id":7,"name":"cat","supercategory":null}"#)
    try Golden.withFile(text) { path in
      let file = try AnnotationFile(reading: path)
      #expect(file.annotations[0].area == 16 && !file.annotations[0].isCrowd)
      #expect(file.categories[0].supercategory == "")
    }
  }

  @Test("Ids are whole numbers of 64 bits, exactly; one that is too large is refused with its place")
  func largeIDs() throws {
    // 2^53 + 1 and 2^53 are one number to a Double.
    let ids = ["9007199254740993", "9007199254740992", "\(Int.max)", "\(Int.min)", "3.0", "4e0"]
    let text = Self.file(ids.map { Self.object(["id": $0]) }.joined(separator: ","))
    try Golden.withFile(text) { path in
      let read = try AnnotationFile(reading: path).annotations.map(\.id)
      #expect(read == [9_007_199_254_740_993, 9_007_199_254_740_992, Int.max, Int.min, 3, 4])
    }
    for wrong in ["9223372036854775808", "007", "-", "1.5"] {
      try Golden.withFile(Self.file(Self.object(["id": wrong]))) { path in
        let error = #expect(throws: InputError.self) { try AnnotationFile(reading: path) }
        #expect(error?.place.hasPrefix("annotations[0]") == true)
      }
    }
  }

  @Test(
    "What is wrong is refused, with its place and what was expected",
    arguments: [
      (object(["image_id": "5"]), "annotations[0].image_id (annotation 31)", "1 images, found 5"),
      (object(["category_id": "8"]), "annotations[0].category_id (annotation 31)", "1 categories, found 8"),
      (object(["bbox": "[1,1,4]"]), "annotations[0].bbox (annotation 31)", "expected 4 numbers, found 3"),
      (object(["bbox": "[1,1,0,4]"]), "annotations[0].bbox (annotation 31)", "found 0.0 x 4.0"),
      (object(["bbox": "[1,1,4,-2]"]), "annotations[0].bbox (annotation 31)", "found 4.0 x -2.0"),
      (object(["bbox": "[1,1,21,4]"]), "annotations[0].bbox (annotation 31)", "20 x 10"),
      (object(["bbox": "[-1.5,1,4,4]"]), "annotations[0].bbox (annotation 31)", "20 x 10"),
      (
        object(["bbox": "[1,\"1\",4,4]"]), "annotations[0].bbox[1] (annotation 31)",
        "a number, found a string"
      ),
      (
        object(["bbox": "[1,1,1e999,4]"]), "annotations[0].bbox[2] (annotation 31)",
        "finite number, found 1e999"
      ),
      (object(["bbox": "[1,NaN,4,4]"]), "annotations[0].bbox[1], line 1", "expected a number, found \"NaN\""),
      (object(["bbox": "[1,-Infinity,4,4]"]), "annotations[0].bbox[1], line 1", "found \"-Infinity\""),
      (object(["bbox": "7"]), "annotations[0].bbox (annotation 31)", "expected an array, found a number"),
      (object(["bbox": ""]), "annotations[0] (annotation 31)", "expected the key \"bbox\""),
      (object(["id": "1.5"]), "annotations[0].id", "expected a whole number, found 1.5"),
      (object(["id": "\"31\""]), "annotations[0].id", "expected a whole number, found a string"),
      (object(["iscrowd": "2"]), "annotations[0].iscrowd (annotation 31)", "expected 0 or 1, found 2"),
      (object(["area": "-1"]), "annotations[0].area (annotation 31)", "found -1"),
      (
        object(["segmentation": "[[1,2,3]]"]), "annotations[0].segmentation[0] (annotation 31)",
        "found 3 numbers"
      ),
      (
        object(["segmentation": "[[1,2,3,4,5,6],[1,2,3,4,5,6,7]]"]),
        "annotations[0].segmentation[1] (annotation 31)", "found 7 numbers"
      ),
      (
        object(["segmentation": "[[1,2,3,4]]"]), "annotations[0].segmentation[0] (annotation 31)",
        "three points"
      ),
      (
        object(["segmentation": "[1,2,3,4,5,6]"]), "annotations[0].segmentation[0] (annotation 31)",
        "an array"
      ),
      (
        object(["segmentation": "[[1,2,3,4,5,1e9]]"]), "annotations[0].segmentation[0][5] (annotation 31)",
        "near"
      ),
      (object(["segmentation": "3"]), "annotations[0].segmentation (annotation 31)", "found a number"),
      (
        object(["segmentation": #"{"size":[10,20],"counts":[3,400]}"#]),
        "annotations[0].segmentation.counts (annotation 31)", "10 x 20 = 200 pixels in all, found 403"
      ),
      (
        object(["segmentation": #"{"size":[10,20],"counts":[3,4]}"#]),
        "annotations[0].segmentation.counts (annotation 31)", "found 7"
      ),
      (
        object(["segmentation": #"{"size":[10,20],"counts":"3"}"#]),
        "annotations[0].segmentation.counts (annotation 31)", "found 3"
      ),
      (
        object(["segmentation": #"{"size":[10,20],"counts":[-3,203]}"#]),
        "annotations[0].segmentation.counts (annotation 31)", "found -3"
      ),
      (
        object(["segmentation": #"{"size":[20,10],"counts":[200]}"#]),
        "annotations[0].segmentation.size (annotation 31)", "10 x 20, found 20 x 10"
      ),
      (
        object(["segmentation": #"{"size":[10],"counts":[200]}"#]), "annotations[0].segmentation.size", "[10]"
      ),
      (
        object(["segmentation": #"{"size":[9999999999999,9999999999999],"counts":"0"}"#]),
        "annotations[0].segmentation.size (annotation 31)", "from 1 to 100000"
      ),
      (
        object(["segmentation": #"{"counts":[200]}"#]), "annotations[0].segmentation (annotation 31)",
        "\"size\""
      ),
      (object() + "," + object(), "annotations[1].id", "found 31, which annotations[0] has"),
      (object() + ",", "annotations[1], line 1", "expected an object, found \"]\""),
      ("7", "annotations[0]", "expected an object, found a number"),
    ] as [(String, String, String)])
  func refusing(annotations: String, place: String, problem: String) throws {
    try expectError(Self.file(annotations), place, problem)
  }

  @Test(
    "Faults outside the annotations have their place too",
    arguments: [
      ("", "top level, line 1, column 1", "found the end of the file"),
      ("[]", "top level", "expected an object, found an array"),
      (#"{"images":[],"annotations":[]}"#, "top level", "expected the key \"categories\""),
      (file("") + "x", "top level, line 1", "expected the end of the file, found more"),
      (file("", images: image + "," + image), "images[1].id", "found 4, which images[0] has"),
      (file("", categories: category + "," + category), "categories[1].id", "found 7"),
      (
        file("", images: #"{"id":4,"file_name":"a","width":0,"height":10}"#), "images[0].width (image 4)",
        "found 0"
      ),
      (file("", images: #"{"id":4,"width":2,"height":10}"#), "images[0]", "expected the key \"file_name\""),
      (file("", categories: #"{"id":4,"name":null}"#), "categories[0].name", "expected a string, found null"),
      (String(file(object()).prefix(150)), "annotations[0].", "found the end of the file"),
      (String(repeating: "[", count: 100_000), "top level", "expected an object"),
      (#"{"x":"# + String(repeating: "[", count: 100_000), "x[0][0]", "nested too deep"),
      (#"{"x": 01}"#, "x, line 1", "must not begin with 0"),
      (#"{"x": "a\qb"}"#, "x, line 1", "after a backslash"),
      ("{\"x\": \"a\nb\"}", "x, line 1", "control character"),
      ("{\n\"x\": tru}", "x, line 2, column 6", "expected a value, found \"tru}\""),
    ])
  func refusingElsewhere(text: String, place: String, problem: String) throws {
    try expectError(text, place, problem)
  }

  @Test("Strings are read as JSON means them")
  func strings() throws {
    let text =
      #"["","a","\n\t\r\b\f\/\\\"","\u0041x\u00e9","\ud83d\ude00","\ud83dx","\ude00","\ud83d\u0041","😀é"]"#
    let read = try Golden.withFile(text) { path in
      try JSONReader.read(path) { json in
        var strings: [String] = []
        try json.array { _ in strings.append(try json.string()) }
        return strings
      }
    }
    #expect(
      read == ["", "a", "\n\t\r\u{8}\u{C}/\\\"", "Axé", "😀", "\u{FFFD}x", "\u{FFFD}", "\u{FFFD}A", "😀é"])
    for text in [#""\u12"#, #""\u12G4""#, #""\"#, #""a"#, #""\ud83d\u1""#] {
      try Golden.withFile(text) { path in
        #expect(throws: InputError.self) { try JSONReader.read(path) { try $0.string() } }
      }
    }
  }

  @Test("A missing file is an input error")
  func missingFile() {
    #expect(throws: InputError.self) { try AnnotationFile(reading: "/nonexistent/instances.json") }
    #expect(throws: InputError.self) { try AnnotationFile(reading: "/") }
  }

  @Test("Numbers keep every bit")
  func numbers() throws {
    var generator = PCG32(seed: 5)
    var values = [
      0.1, 123.456, 2.2250738585072014e-308, 1.7976931348623157e308, 9_007_199_254_740_992, 0.1e-7, 12e22,
      100,
    ]
    values += (0..<500).map { _ in Double(Int(generator.next32())) / 1000 }
    values += (0..<500).map { _ in Double(bitPattern: generator.next() & ~(1 << 62)) }
    values += [1e22, 1e23, 123_456_789_012_345_680]
    let text = "[" + values.map { "\($0)" }.joined(separator: ",") + ",1E2,-0.5e+1,0.30000000000000004441]"
    try Golden.withFile(text) { path in
      let read = try JSONReader.read(path) { try $0.numbers() }
      #expect(read == values + [100, -5, 0.30000000000000004])
    }
  }

  @Test("COCO's two objects of no height are set aside, and no others")
  func cocoFaults() throws {
    func file(image: Int) throws -> AnnotationFile {
      let flat = Annotation(
        id: 1, imageID: image, categoryID: 7, box: BoundingBox(x: 1, y: 1, width: 1, height: 0),
        segmentation: nil, area: 0)
      return try AnnotationFile(
        images: [ImageEntry(id: image, fileName: "", width: 5, height: 5)], annotations: [flat],
        categories: [Category(id: 7, name: "cat", supercategory: "")])
    }
    #expect(try file(image: 200_365).annotations.isEmpty)
    #expect(try file(image: 200_365).setAside.count == 1)
    #expect(throws: InputError.self) { try file(image: 200_366) }
  }

  @Test("A file with random damage is read or refused, and nothing else happens")
  func damage() throws {
    let original = Array(
      Self.file(
        [
          Self.object(),
          Self.object(["id": "35", "segmentation": #"{"size":[10,20],"counts":[3,4,193]}"#, "iscrowd": "1"]),
          Self.object(["id": "36", "segmentation": #"{"size":[10,20],"counts":"34Q6"}"#]),
        ].joined(separator: ",")
      ).utf8)
    let pieces = [
      "9", "-", "e", "\"", "[", "]", "{", "}", ",", "null", "1e308", "\\", "\u{0}", "99999999999999999999",
    ]
    .map { Array($0.utf8) }
    let truth = try AnnotationFile(reading: Golden.path("coco-truth.json"))
    var generator = PCG32(seed: 9)
    var refused = 0
    for round in 0..<3000 {
      var text = original
      for _ in 0...generator.below(4) {
        let place = generator.below(text.count)
        switch generator.below(4) {
        case 0: text[place] = UInt8(generator.below(256))
        case 1: text.remove(at: place)
        case 2: text.insert(contentsOf: pieces[generator.below(pieces.count)], at: place)
        default:
          text.removeSubrange(place..<min(text.count, place + 1 + generator.below(round % 7 == 0 ? 400 : 6)))
        }
        if text.isEmpty { text = [0x20] }
      }
      do {
        let file = try text.withUnsafeBufferPointer { try AnnotationFile(JSONReader($0, file: "damaged")) }
        // What was accepted can be used.
        for object in file.annotations {
          let entry = try #require(file.image(id: object.imageID))
          _ = object.mask(height: entry.height, width: entry.width)?.box
        }
      } catch is InputError {
        refused += 1
      }
      _ = try? text.withUnsafeBufferPointer { try ResultsFile(JSONReader($0, file: "damaged"), about: truth) }
    }
    #expect(refused > 1500)
  }

  private func expectError(_ text: String, _ place: String, _ problem: String) throws {
    try Golden.withFile(text) { path in
      do {
        _ = try AnnotationFile(reading: path)
        Issue.record("expected an error at \(place)")
      } catch let error as InputError {
        #expect(error.file == path)
        #expect(error.place.hasPrefix(place), "\(error)")
        #expect(error.problem.contains(problem), "\(error)")
      }
    }
  }
}
