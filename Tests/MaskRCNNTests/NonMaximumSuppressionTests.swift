import MaskRCNN
import Tensors
import Testing

@Suite("§2 Non-maximum suppression")
struct NonMaximumSuppressionTests {
  private let row = [
    Box(x1: 0, y1: 0, x2: 10, y2: 10), Box(x1: 4, y1: 0, x2: 14, y2: 10), Box(x1: 8, y1: 0, x2: 18, y2: 10),
  ]

  @Test("Worked by hand: a dropped box drops no other")
  func byHand() {
    // Neighbours have an IoU of 60 / 140 = 0.43, the outer two 20 / 180 = 0.11.
    #expect(nonMaximumSuppression(row, scores: [0.9, 0.8, 0.7], threshold: 0.4) == [0, 2])
    #expect(nonMaximumSuppression(row, scores: [0.8, 0.9, 0.7], threshold: 0.4) == [1])
    #expect(nonMaximumSuppression(row, scores: [0.7, 0.8, 0.9], threshold: 0.1) == [2])
    #expect(nonMaximumSuppression(row, scores: [0.7, 0.8, 0.9], threshold: 0.5) == [2, 1, 0])
    #expect(nonMaximumSuppression(row, scores: [0.7, 0.8, 0.9], threshold: 0.5, limit: 2) == [2, 1])
    #expect(nonMaximumSuppression([], scores: [], threshold: 0.5).isEmpty)
  }

  @Test("An IoU of exactly the threshold is allowed; of equal scores the first stays")
  func ties() {
    let half = [Box(x1: 0, y1: 0, x2: 4, y2: 4), Box(x1: 0, y1: 0, x2: 4, y2: 2)]
    #expect(nonMaximumSuppression(half, scores: [1, 1], threshold: 0.5) == [0, 1])
    #expect(nonMaximumSuppression(half, scores: [1, 1], threshold: 0.499) == [0])
    #expect(nonMaximumSuppression([row[0], row[0]], scores: [1, 1], threshold: 0.5) == [0])
  }

  @Test("Agrees with torchvision", arguments: ["distinct", "crowded", "ties", "copies"])
  func golden(name: String) throws {
    let golden = try GeometryGolden()
    let kept = nonMaximumSuppression(
      try golden.boxes("nms.\(name).boxes"), scores: try golden.values("nms.\(name).scores"),
      threshold: try golden.values("nms.\(name).threshold")[0])
    #expect(kept == (try golden.integers("nms.\(name).kept")))
  }

  @Test("What is kept does not overlap; what is dropped overlaps something better that is kept")
  func properties() {
    var generator = PCG32(seed: 11)
    for _ in 0..<20 {
      let boxes = randomBoxes(120, side: 50, sizes: 5...30, using: &generator)
      let scores = boxes.map { _ in Float(generator.below(40)) / 40 }
      let kept = nonMaximumSuppression(boxes, scores: scores, threshold: 0.4)
      for (place, index) in kept.enumerated() {
        #expect(kept[..<place].allSatisfy { iou(boxes[$0], boxes[index]) <= 0.4 })
      }
      for dropped in Set(boxes.indices).subtracting(kept) {
        #expect(
          kept.contains {
            iou(boxes[$0], boxes[dropped]) > 0.4 && (scores[$0], dropped) >= (scores[dropped], $0)
          })
      }
      // What was kept is kept again.
      let again = nonMaximumSuppression(
        kept.map { boxes[$0] }, scores: kept.map { scores[$0] }, threshold: 0.4)
      #expect(again == Array(kept.indices))
    }
  }

  @Test("Boxes without an area or with edges that are no numbers do no harm")
  func degenerate() {
    let boxes = [
      Box(x1: 1, y1: 1, x2: 1, y2: 1), Box(x1: 1, y1: 1, x2: 1, y2: 1), Box(x1: .nan, y1: 0, x2: 1, y2: 1),
      Box(x1: 0, y1: 0, x2: .infinity, y2: 2),
    ]
    #expect(nonMaximumSuppression(boxes, scores: [1, 1, 1, 1], threshold: 0.5).count == 4)
  }

  @Test("Detections of different classes do not compete; the best of all are taken")
  func goldenDetections() throws {
    let golden = try GeometryGolden()
    let boxes = try golden.boxes("detections.boxes")
    let scores = try golden.values("detections.scores")
    let classes = try golden.integers("detections.classes")
    let candidates = boxes.indices.map {
      ScoredBox(box: boxes[$0], score: scores[$0], classIndex: classes[$0])
    }
    let kept = try golden.integers("detections.kept")
    let detections = selectDetections(candidates, overlap: 0.5, limit: kept.count)
    // torchvision does not say which of equal scores comes first when classes are joined.
    #expect(detections.map(\.score) == kept.map { scores[$0] })
    let last = detections.last!.score
    #expect(
      Set(detections.filter { $0.score > last })
        == Set(kept.map { candidates[$0] }.filter { $0.score > last }))
  }
}
