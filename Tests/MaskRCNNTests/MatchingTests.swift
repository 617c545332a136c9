import MaskRCNN
import Tensors
import Testing

@Suite("§2 Matching and sampling")
struct MatchingTests {
  private let truths = [Box(x1: 0, y1: 0, x2: 10, y2: 10), Box(x1: 20, y1: 0, x2: 30, y2: 10)]

  @Test("The best truth of a candidate: worked by hand")
  func byHand() {
    let candidates = [
      Box(x1: 0, y1: 0, x2: 10, y2: 8), Box(x1: 22, y1: 0, x2: 30, y2: 10), Box(x1: 5, y1: 0, x2: 25, y2: 10),
      Box(x1: 50, y1: 50, x2: 60, y2: 60),
    ]
    let matches = match(candidates, to: truths)
    #expect(matches.map(\.truth) == [0, 1, 0, nil])
    #expect(matches.map(\.iou) == [0.8, 0.8, 0.2, 0])
    #expect(match(candidates, to: []).allSatisfy { $0 == Match(truth: nil, iou: 0) })
  }

  @Test("Anchors: good ones, the best of each truth, poor ones, and those between")
  func anchorsByHand() {
    let anchors = [
      Box(x1: 0, y1: 0, x2: 10, y2: 8),  // 0.8 with the first truth
      Box(x1: 0, y1: 0, x2: 10, y2: 5),  // 0.5: neither
      Box(x1: 20, y1: 0, x2: 30, y2: 4),  // 0.4, the best that the second truth has
      Box(x1: 20, y1: 6, x2: 30, y2: 10),  // 0.4 as well
      Box(x1: 50, y1: 0, x2: 60, y2: 10),  // nothing
    ]
    #expect(
      labelAnchors(anchors, truths: truths)
        == [.positive(truth: 0), .ignored, .positive(truth: 1), .positive(truth: 1), .negative])
  }

  @Test("Without truths all is background; a truth that no anchor meets makes none positive")
  func nothingToFind() {
    let anchors = [truths[0], truths[1]]
    #expect(labelAnchors(anchors, truths: []) == [.negative, .negative])
    #expect(labelProposals(anchors, truths: []) == [.negative, .negative])
    #expect(labelAnchors([], truths: truths).isEmpty)
    let far = Box(x1: 100, y1: 100, x2: 110, y2: 110)
    #expect(labelAnchors(anchors, truths: [far]) == [.negative, .negative])
  }

  @Test("What lies in a crowd teaches nothing, except a truth's own box")
  func crowds() {
    let crowd = [Box(x1: 0, y1: 0, x2: 40, y2: 40)]
    let candidates = [
      truths[0], Box(x1: 0, y1: 0, x2: 10, y2: 9), Box(x1: 30, y1: 0, x2: 50, y2: 10),
      Box(x1: 31, y1: 0, x2: 50, y2: 10),
    ]
    let expected: [RegionLabel] = [.positive(truth: 0), .ignored, .ignored, .negative]
    #expect(labelProposals(candidates, truths: truths, ignoring: crowd) == expected)
    #expect(labelAnchors(candidates, truths: [truths[0]], ignoring: crowd) == expected)
  }

  @Test("Labels agree with torchvision's")
  func golden() throws {
    let golden = try GeometryGolden()
    let candidates = try golden.boxes("matching.candidates")
    let truths = try golden.boxes("matching.truths")
    // torchvision: the truth's index, -1 for background, -2 for neither.
    func codes(_ labels: [RegionLabel]) -> [Int] {
      labels.map {
        switch $0 {
        case .positive(let truth): truth
        case .negative: -1
        case .ignored: -2
        }
      }
    }
    #expect(codes(labelAnchors(candidates, truths: truths)) == (try golden.integers("matching.proposals")))
    #expect(codes(labelProposals(candidates, truths: truths)) == (try golden.integers("matching.regions")))
  }

  @Test("A sample has the size and share asked for, or what there is")
  func sampleSizes() {
    var generator = PCG32(seed: 1)
    func sizes(_ positives: Int, _ negatives: Int) -> [Int] {
      let drawn = sample(
        positives: Array(0..<positives), negatives: Array(1000..<1000 + negatives), count: 48, fraction: 0.25,
        using: &generator)
      #expect(Set(drawn.positives).count == drawn.positives.count && drawn.positives.allSatisfy { $0 < 1000 })
      #expect(
        Set(drawn.negatives).count == drawn.negatives.count && drawn.negatives.allSatisfy { $0 >= 1000 })
      #expect(drawn.positives == drawn.positives.sorted() && drawn.negatives == drawn.negatives.sorted())
      return [drawn.positives.count, drawn.negatives.count]
    }
    #expect(sizes(100, 500) == [12, 36])
    #expect(sizes(5, 500) == [5, 43])
    #expect(sizes(100, 10) == [12, 10])
    #expect(sizes(0, 500) == [0, 48])
    #expect(sizes(0, 0) == [0, 0])
  }

  @Test("The same generator draws the same; every candidate is drawn about equally often")
  func sampleIsFair() {
    let labels = (0..<40).map { index -> RegionLabel in
      index < 10 ? .positive(truth: 0) : index < 35 ? .negative : .ignored
    }
    var (one, other) = (PCG32(seed: 3), PCG32(seed: 3))
    var counts = [Int](repeating: 0, count: 40)
    for _ in 0..<2000 {
      let drawn = sample(labels, count: 10, fraction: 0.5, using: &one)
      #expect(drawn == sample(labels, count: 10, fraction: 0.5, using: &other))
      for index in drawn.indices { counts[index] += 1 }
    }
    // 5 of 10 positives and 5 of 25 negatives each time; five standard deviations are 112 and 89.
    #expect(counts[..<10].allSatisfy { abs($0 - 1000) < 112 })
    #expect(counts[10..<35].allSatisfy { abs($0 - 400) < 90 })
    #expect(counts[35...].allSatisfy { $0 == 0 })
  }
}
