import Tensors
import Testing

@testable import COCO

@Suite("§3 Average precision")
struct AveragePrecisionTests {
  private let truth: AnnotationFile
  private let results: ResultsFile
  private let expected: [Golden.Evaluation]

  init() throws {
    truth = try AnnotationFile(reading: Golden.path("coco-truth.json"))
    results = try ResultsFile(reading: Golden.path("coco-results.json"), about: truth)
    expected = try Golden.decode("coco-expected.json", as: [Golden.Evaluation].self)
  }

  @Test("All numbers and all printed lines are pycocotools', for masks and boxes, all categories and some")
  func golden() throws {
    #expect(expected.count == 24)
    for golden in expected {
      let type = try #require(OverlapKind(rawValue: golden.type))
      let categories = golden.categories.isEmpty ? nil : Set(golden.categories)
      let summary = try AveragePrecision.evaluate(
        truth: truth, results: view(golden.results), type: type, categories: categories)
      #expect(
        golden.difference(from: summary) < 1e-12, "\(golden.results) \(golden.type) \(golden.categories)")
      #expect(summary.description + "\n" == golden.printed)
    }
  }

  @Test("Sets of categories judged together score as each does alone")
  func sets() throws {
    let ids = truth.categories.map(\.id)
    let sets = [Set(ids.prefix(20)), Set(ids.dropFirst(10)), [], Set(ids)]
    let detections = results.detections
    let together = try AveragePrecision.evaluate(
      truth: truth, detections: detections, type: .masks, over: sets)
    for (set, summary) in zip(sets, together) {
      let alone = try AveragePrecision.evaluate(
        truth: truth, detections: detections, type: .masks, categories: set)
      #expect(alone == summary && summary.categoryAP.count == set.count)
    }
    #expect(together[0] != together[1])
  }

  @Test("The number of threads changes nothing")
  func threads() throws {
    let one = try AveragePrecision.evaluate(truth: truth, results: results, type: .masks, threads: 1)
    let four = try AveragePrecision.evaluate(truth: truth, results: results, type: .masks, threads: 4)
    #expect(one == four)
  }

  @Test("The truth itself, found with certainty, scores 1 wherever there is something to find")
  func perfect() throws {
    let found = truth.annotations.filter { !$0.isCrowd }.map { object in
      let entry = truth.image(id: object.imageID)!
      return Detection(
        imageID: object.imageID, categoryID: object.categoryID, score: 1, box: object.box,
        mask: object.mask(height: entry.height, width: entry.width))
    }
    for type in OverlapKind.allCases {
      let summary = try AveragePrecision.evaluate(truth: truth, detections: found, type: type)
      for (name, value) in summary.named where name != "AR1" {
        #expect(abs(value - 1) < 1e-12, "\(type) \(name)")
      }
      #expect(summary.categoryAP[12] == -1)
    }
  }

  @Test("By hand: one of two objects found, after one false alarm")
  func byHand() throws {
    func object(_ id: Int, _ x: Double) -> Annotation {
      Annotation(
        id: id, imageID: 1, categoryID: 1, box: BoundingBox(x: x, y: 0, width: 10, height: 10),
        segmentation: nil,
        area: 100)
    }
    let truth = try AnnotationFile(
      images: [ImageEntry(id: 1, fileName: "", width: 100, height: 20)],
      annotations: [object(1, 0), object(2, 50)], categories: [Category(id: 1, name: "a", supercategory: "")])
    let found = [
      Detection(imageID: 1, categoryID: 1, score: 0.5, box: BoundingBox(x: 0, y: 0, width: 10, height: 10)),
      Detection(imageID: 1, categoryID: 1, score: 0.9, box: BoundingBox(x: 30, y: 0, width: 10, height: 10)),
    ]
    let summary = try AveragePrecision.evaluate(truth: truth, detections: found, type: .boxes)
    // Precision is 1/2 up to a recall of 1/2: at 51 of the 101 levels.
    #expect(abs(summary.AP - 0.5 * 51 / 101) < 1e-12)
    #expect(abs(summary.AR1 - 0) < 1e-12)
    #expect(abs(summary.AR10 - 0.5) < 1e-12)
    #expect(summary.APm == -1)
    // An object without a shape cannot be compared with masks.
    #expect(throws: InputError.self) {
      try AveragePrecision.evaluate(truth: truth, detections: found, type: .masks)
    }
  }

  @Test("Without detections every number is 0; without objects, -1")
  func nothing() throws {
    let none = try AveragePrecision.evaluate(truth: truth, detections: [], type: .boxes)
    #expect(none.named.allSatisfy { $0.value == 0 })
    let empty = try AnnotationFile(images: [], annotations: [], categories: [])
    let summary = try AveragePrecision.evaluate(truth: empty, detections: [], type: .masks)
    #expect(summary.named.allSatisfy { $0.value == -1 })
  }

  @Test("Scores and boxes that are no numbers are refused, not ranked")
  func notFinite() throws {
    let box = BoundingBox(x: 0, y: 0, width: 1, height: 1)
    let detections = [
      Detection(imageID: 5, categoryID: 1, score: .nan, box: box),
      Detection(
        imageID: 5, categoryID: 1, score: 1, box: BoundingBox(x: 0, y: 0, width: .infinity, height: 1)),
    ]
    for detection in detections {
      #expect(throws: InputError.self) {
        try AveragePrecision.evaluate(truth: truth, detections: [detection], type: .masks)
      }
      try Golden.withFile("") { path in
        #expect(throws: InputError.self) {
          try ResultsFile(detections: [detection], extent: .box).write(to: path)
        }
      }
    }
  }

  @Test("Results are written as they are read")
  func roundTrip() throws {
    for name in ["both", "masks", "boxes"] {
      let view = view(name)
      try Golden.withFile("") { path in
        try view.write(to: path)
        let again = try ResultsFile(reading: path, about: truth)
        #expect(again.extent == view.extent)
        #expect(again.detections == view.detections)
      }
    }
  }

  @Test("A box that is null or an empty list is no box: the mask's is taken, as COCO's tool does")
  func withoutBox() throws {
    let mask = #""segmentation":{"size":[160,200],"counts":[320,2,31678]}"#
    for box in ["null", "[]"] {
      try Golden.withFile(#"[{"image_id":5,"category_id":1,"score":1,"bbox":\#(box),\#(mask)}]"#) { path in
        let read = try ResultsFile(reading: path, about: truth)
        #expect(read.extent == .mask)
        #expect(read.detections[0].box == BoundingBox(x: 2, y: 0, width: 1, height: 2))
      }
    }
  }

  @Test(
    "Results that cannot be about the data set are refused, with the place",
    arguments: [
      (#"[{"image_id":99,"category_id":1,"score":1,"bbox":[0,0,1,1]}]"#, "[0].image_id", "99"),
      (#"[{"image_id":5,"category_id":2,"score":1,"bbox":[0,0,1,1]}]"#, "[0].category_id", "2"),
      (
        #"[{"image_id":5,"category_id":1,"score":1,"bbox":[0,0,1]}]"#, "[0].bbox",
        "expected 4 numbers, found 3"
      ),
      (#"[{"image_id":5,"category_id":1,"score":1,"bbox":[0,0,-1,3]}]"#, "[0].bbox", "-1"),
      (#"[{"image_id":5,"category_id":1,"score":"1","bbox":[0,0,1,1]}]"#, "[0].score", "found a string"),
      (#"[{"image_id":5,"category_id":1,"score":NaN,"bbox":[0,0,1,1]}]"#, "[0].score, line 1", "NaN"),
      (#"[{"image_id":5,"category_id":1,"score":1}]"#, "[0]", "found neither"),
      (#"[{"image_id":5,"category_id":1,"bbox":[0,0,1,1]}]"#, "[0]", "score"),
      (
        #"[{"image_id":5,"category_id":1,"score":1,"segmentation":{"size":[2,3],"counts":"6"}}]"#,
        "[0].segmentation.size", "160 x 200, found 2 x 3"
      ),
      (#"{"annotations":[]}"#, "top level", "expected an array, found an object"),
    ])
  func badResults(text: String, place: String, problem: String) throws {
    try Golden.withFile(text) { path in
      do {
        _ = try ResultsFile(reading: path, about: truth)
        Issue.record("expected an error")
      } catch let error as InputError {
        #expect(error.place.hasPrefix(place), "\(error)")
        #expect(error.problem.contains(problem), "\(error)")
      }
    }
  }

  /// The results with all they have, or with masks alone, or boxes alone.
  private func view(_ name: String) -> ResultsFile {
    let detections = results.detections.map { detection in
      Detection(
        imageID: detection.imageID, categoryID: detection.categoryID, score: detection.score,
        box: name == "masks" ? detection.mask!.box : detection.box,
        mask: name == "boxes" ? nil : detection.mask)
    }
    return ResultsFile(detections: detections, extent: name == "masks" ? .mask : .box)
  }
}
