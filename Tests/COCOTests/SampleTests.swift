import Testing

@testable import COCO

@Suite(
  "COCO's own annotations, where COCO_SAMPLE names a folder of them", .enabled(if: Golden.sample != nil))
struct SampleTests {
  private struct Part: Decodable {
    let masks: [String: UInt32]
    let detections: Int
    let cases: [Golden.Evaluation]
    let statistics: [Double]
  }

  @Test("Masks, areas and boxes are pycocotools', byte for byte", arguments: ["train2017", "val2017"])
  func masks(_ part: String) throws {
    let (file, golden) = try load(part)
    #expect(file.annotations.count == golden.masks.count)
    for object in file.annotations {
      let entry = try #require(file.image(id: object.imageID))
      let mask = try #require(object.mask(height: entry.height, width: entry.width))
      let box = [mask.box.x, mask.box.y, mask.box.width, mask.box.height].map { "\(Int($0))" }.joined(
        separator: ",")
      let line = "\(mask.compressed) \(mask.area) \(box)"
      #expect(checkSum(line) == golden.masks["\(object.id)"], "annotation \(object.id)")
      #expect(try RunLengthMask(compressed: mask.compressed, height: mask.height, width: mask.width) == mask)
    }
  }

  @Test("Average precision of perturbed truth is pycocotools'", arguments: ["train2017", "val2017"])
  func averagePrecision(_ part: String) throws {
    let (file, golden) = try load(part)
    let detections = SampleDetections.perturbed(file)
    #expect(detections.count == golden.detections)
    for golden in golden.cases {
      let found = ResultsFile(detections: detections, extent: golden.results == "masks" ? .mask : .box)
      let summary = try AveragePrecision.evaluate(
        truth: file, results: found, type: try #require(OverlapKind(rawValue: golden.type)),
        categories: golden.categories.isEmpty ? nil : Set(golden.categories))
      #expect(golden.difference(from: summary) < 1e-12)
      #expect(summary.description + "\n" == golden.printed)
    }
  }

  @Test("What was read is written and read again", arguments: ["train2017", "val2017"])
  func roundTrip(_ part: String) throws {
    let (file, _) = try load(part)
    try Golden.withFile("") { path in
      try file.write(to: path)
      let again = try AnnotationFile(reading: path)
      #expect(again.images == file.images)
      #expect(again.annotations == file.annotations)
      #expect(again.categories == file.categories)
      #expect(again.categories == COCOCategories.all)
    }
  }

  @Test("Statistics are those that NumPy finds", arguments: ["train2017", "val2017"])
  func statistics(_ part: String) throws {
    let (_, golden) = try load(part)
    let folder = try COCOFolder(
      try #require(Golden.sample), part: part == "train2017" ? .training : .validation)
    let measured = try DataSetStatistics(of: folder)
    for (named, expected) in zip(measured.named, golden.statistics) {
      #expect(abs(named.value - expected) < 1e-12, "\(named.name)")
    }
    #expect(measured.named.count == golden.statistics.count)
  }

  @Test("Photographs are read at the size that their entries say")
  func photographs() throws {
    let folder = try COCOFolder(try #require(Golden.sample))
    for index in 0..<min(5, folder.count) {
      let example = try folder.example(at: index)
      #expect(example.image.width == folder.entry(at: index).width)
      #expect(!example.annotations.isEmpty)
    }
  }

  private func load(_ part: String) throws -> (AnnotationFile, Part) {
    let path = "\(try #require(Golden.sample))/annotations/instances_\(part).json"
    let golden = try Golden.decode("coco-sample.json", as: [String: Part].self)
    return (try AnnotationFile(reading: path), try #require(golden[part]))
  }

  /// CRC-32, as zip files have it.
  private func checkSum(_ text: String) -> UInt32 {
    ~text.utf8.reduce(~0 as UInt32) { sum, byte in
      (0..<8).reduce(sum ^ UInt32(byte)) { rest, _ in (rest >> 1) ^ (rest & 1 == 1 ? 0xEDB8_8320 : 0) }
    }
  }
}
