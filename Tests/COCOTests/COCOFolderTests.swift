import Foundation
import Pictures
import Tensors
import Testing

@testable import COCO

@Suite("§2 Folders and their statistics")
struct COCOFolderTests {
  fileprivate static let categories = [Category(id: 7, name: "cat", supercategory: "animal")]

  /// A 10 x 10 image with a mask of its left half, one of the two lower thirds of it, and a crowd.
  private func truth(fileName: String = "1.png", width: Int = 10) throws -> AnnotationFile {
    func object(_ id: Int, _ box: BoundingBox, isCrowd: Bool = false) -> Annotation {
      let corners = [box.x, box.y, box.maxX, box.y, box.maxX, box.maxY, box.x, box.maxY]
      return Annotation(
        id: id, imageID: 1, categoryID: 7, box: box, segmentation: .polygons([corners]), area: box.area,
        isCrowd: isCrowd)
    }
    return try AnnotationFile(
      images: [ImageEntry(id: 1, fileName: fileName, width: width, height: 10)],
      annotations: [
        object(1, BoundingBox(x: 0, y: 0, width: 5, height: 10)),
        object(2, BoundingBox(x: 0, y: 4, width: 5, height: 6)),
        object(3, BoundingBox(x: 0, y: 0, width: 10, height: 10), isCrowd: true),
      ], categories: Self.categories)
  }

  /// Calls `body` with an empty folder, which is gone afterwards.
  private func withFolder(_ body: (String) throws -> Void) throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("coco-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: path) }
    try body(path)
  }

  private func fill(_ annotations: String, _ images: String, fileName: String = "1.png") throws {
    try FileManager.default.createDirectory(
      atPath: (annotations as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try FileManager.default.createDirectory(atPath: images, withIntermediateDirectories: true)
    try truth(fileName: fileName).write(to: annotations)
    try writePNG(Image(width: 10, height: 10, filled: .black), to: "\(images)/\(fileName)")
  }

  @Test(
    "COCO's layouts and the plain ones are found",
    arguments: [
      ("annotations/instances_train2017.json", "train2017", "000000000001.png"),
      ("annotations/instances_train2014.json", "train2014", "COCO_train2014_000000000001.png"),
      ("train/annotations.json", "train/images", "1.png"),
      ("annotations.json", "images", "1.png"),
      ("annotations.json", ".", "1.png"),
      ("my things.json", ".", "1.png"),
      ("_annotations.coco.json", "images", "1.png"),
      ("train/_annotations.coco.json", "train", "1.png"),
      ("annotations/instances_default.json", "images", "1.png"),
      ("annotations/instances_train2017.json", "images/train2017", "1.png"),
    ])
  func layouts(annotations: String, images: String, fileName: String) throws {
    try withFolder { folder in
      #expect(throws: InputError.self) { try COCOFolder(folder) }
      try fill("\(folder)/\(annotations)", "\(folder)/\(images)", fileName: fileName)
      let data = try COCOFolder(folder)
      #expect(data.count == 1)
      #expect(data.categories == Self.categories)
      #expect(data.entry(at: 0).fileName == fileName)
      let example = try data.example(at: 0)
      #expect(example.image.width == 10)
      #expect(example.annotations == data.annotations(at: 0))
      #expect(example.annotations.count == 3)
      // What is no part's by its name is both parts.
      #expect(COCOFolder.holds(.validation, in: folder) == !"\(annotations)\(images)".contains("train"))
    }
  }

  /// Annotations of one image with an object, under ids of their own.
  private func one(_ id: Int, _ name: String, categories: [COCO.Category] = COCOFolderTests.categories) throws
    -> AnnotationFile
  {
    try AnnotationFile(
      images: [ImageEntry(id: id, fileName: name, width: 10, height: 10)],
      annotations: [
        Annotation(
          id: id, imageID: id, categoryID: 7, box: BoundingBox(x: 0, y: 0, width: 5, height: 5),
          segmentation: nil, area: 25)
      ], categories: categories)
  }

  @Test("COCO 2014: with the minival, the rest of the validation images joins those to train on")
  func minival() throws {
    try withFolder { folder in
      try fill("\(folder)/annotations/instances_train2014.json", "\(folder)/train2014")
      try fill("\(folder)/annotations/instances_val2014.json", "\(folder)/val2014", fileName: "2.png")
      #expect(try COCOFolder(folder).count == 1)
      #expect(try COCOFolder(folder, part: .validation).entry(at: 0).fileName == "2.png")

      try one(3, "3.png").write(to: "\(folder)/annotations/instances_minival2014.json")
      try one(4, "2.png").write(to: "\(folder)/annotations/instances_valminusminival2014.json")
      let training = try COCOFolder(folder)
      #expect(training.count == 2 && training.categories == Self.categories)
      #expect(training.path(at: 0) == "\(folder)/train2014/1.png")
      #expect(training.path(at: 1) == "\(folder)/val2014/2.png")
      #expect(try training.example(at: 1).imageID == 4 && training.annotations(at: 1).map(\.id) == [4])
      #expect(try COCOFolder(folder, part: .validation).entry(at: 0).id == 3)

      // An ending with both parts goes before a later one with one.
      try fill("\(folder)/annotations/instances_train2017.json", "\(folder)/train2017")
      #expect(try COCOFolder(folder).path(at: 0) == "\(folder)/train2014/1.png")

      // The same id in both, or other categories.
      try one(1, "2.png").write(to: "\(folder)/annotations/instances_valminusminival2014.json")
      #expect(throws: InputError.self) { try COCOFolder(folder) }
      try one(4, "2.png", categories: [Category(id: 7, name: "dog", supercategory: "")])
        .write(to: "\(folder)/annotations/instances_valminusminival2014.json")
      #expect { try COCOFolder(folder) } throws: { "\($0)".contains("categories: expected those of") }
    }
  }

  @Test("Where nothing fits, one line says what was looked for, and what half of it is there")
  func nothingFits() throws {
    try withFolder { folder in
      for file in ["a.json", "b.json"] { try truth().write(to: "\(folder)/\(file)") }
      #expect {
        try COCOFolder(folder)
      } throws: {
        ["instances_train2017.json", "2014", "annotations.json", "images/"].allSatisfy("\($0)".contains)
      }
      try fill("\(folder)/annotations/instances_val2017.json", "\(folder)/elsewhere")
      #expect {
        try COCOFolder(folder, part: .validation)
      } throws: {
        "\($0)".contains("minival") && "\($0)".contains("found annotations/instances_val2017.json without")
      }
    }
  }

  @Test("An image that is missing, damaged or of another size is refused, and so is an empty data set")
  func refusing() throws {
    try withFolder { folder in
      try fill("\(folder)/annotations.json", "\(folder)/images")
      try truth(width: 11).write(to: "\(folder)/annotations.json")
      #expect {
        try COCOFolder(folder).example(at: 0)
      } throws: {
        "\($0)".contains("1.png: size: expected 11 x 10 pixels") && "\($0)".hasSuffix("found 10 x 10")
      }
      try Data("x".utf8).write(to: URL(fileURLWithPath: "\(folder)/images/1.png"))
      #expect(throws: InputError.self) { try COCOFolder(folder).example(at: 0) }
      try FileManager.default.removeItem(atPath: "\(folder)/images/1.png")
      #expect(throws: InputError.self) { try COCOFolder(folder).example(at: 0) }
      try AnnotationFile(images: [], annotations: [], categories: Self.categories)
        .write(to: "\(folder)/annotations.json")
      #expect { try COCOFolder(folder) } throws: { "\($0)".contains("expected an image") }
      #expect(throws: InputError.self) { try COCOFolder("\(folder)/none") }
      #expect(throws: InputError.self) { try truth().write(to: "\(folder)/none/annotations.json") }
    }
  }

  @Test("Statistics by hand: two objects, one behind the other")
  func statistics() throws {
    try withFolder { folder in
      try fill("\(folder)/annotations.json", "\(folder)/images")
      let measured = try DataSetStatistics(of: COCOFolder(folder))
      #expect(measured.imageCount == 1)
      #expect(measured.objectCount == 2)
      #expect(measured.meanObjectsPerImage == 2)
      #expect(measured.maskFill.mean == 1)
      // Each fills its box, so that nothing in it is another's, although they lie upon each other.
      #expect(measured.othersShare == 0)
      #expect(measured.crowdedBoxes == 0)
      #expect(measured.wholeBoxAboveThreeQuarters == 1)
      #expect(abs(measured.relativeSide.low - (0.3.squareRoot() * 0.9 + 0.5.squareRoot() * 0.1)) < 1e-12)
    }
  }

  @Test("Sources that only know whole examples have entries and statistics too")
  func plainSource() throws {
    struct Plain: ExampleSource {
      let file: AnnotationFile
      var categories: [Category] { file.categories }
      var count: Int { 1 }
      func example(at index: Int) -> Example {
        Example(imageID: 1, image: Image(width: 10, height: 10), annotations: file.annotations)
      }
    }
    let source = Plain(file: try truth())
    #expect(try source.entry(at: 0).width == 10)
    #expect(try DataSetStatistics(of: source).objectCount == 2)
    #expect(try ClassSplit.asAnnotated.setA(of: source) == [1])
  }
}
