/// §2 Greedy non-maximum suppression: takes the boxes from the best score to the worst and drops each whose IoU
/// with one already kept is above `threshold`. Returns the kept indices, best score first, at most `limit`.
///
/// Of equal scores the lower index comes first. Takes O(n log n + n k) for k boxes kept.
public func nonMaximumSuppression(
  _ boxes: [Box], scores: [Float], threshold: Float, limit: Int = .max
) -> [Int] {
  precondition(boxes.count == scores.count, "\(boxes.count) boxes have \(scores.count) scores")
  var kept: [Int] = []
  var keptBoxes = BoxColumns(capacity: min(boxes.count, max(limit, 0)))
  for index in bestFirst(scores) {
    if kept.count >= limit { break }
    guard !keptBoxes.overlap(boxes[index], above: threshold) else { continue }
    keptBoxes.append(boxes[index])
    kept.append(index)
  }
  return kept
}

/// §2 The indices of `scores`, the best first; of equal scores the lower index.
public func bestFirst(_ scores: [Float]) -> [Int] {
  scores.withUnsafeBufferPointer { scores in
    scores.indices.sorted { scores[$0] != scores[$1] ? scores[$0] > scores[$1] : $0 < $1 }
  }
}

/// Boxes, edge by edge, so that one box is compared with many in a vectorised loop.
private struct BoxColumns {
  /// Five rows of `capacity` numbers: x1, y1, x2, y2, area.
  private var numbers: [Float]
  private let capacity: Int
  private var count = 0
  /// How many boxes are compared before the answer is looked at.
  private let block = 32

  init(capacity: Int) {
    self.capacity = capacity
    numbers = [Float](repeating: 0, count: 5 * capacity)
  }

  mutating func append(_ box: Box) {
    for (row, number) in [box.x1, box.y1, box.x2, box.y2, box.area].enumerated() {
      numbers[row * capacity + count] = number
    }
    count += 1
  }

  /// Whether one of the boxes has an IoU above the threshold with `box`.
  func overlap(_ box: Box, above threshold: Float) -> Bool {
    let boxArea = box.area
    return numbers.withUnsafeBufferPointer { numbers in
      guard let x1 = numbers.baseAddress else { return false }
      let (y1, x2) = (x1 + capacity, x1 + 2 * capacity)
      let (y2, area) = (x1 + 3 * capacity, x1 + 4 * capacity)
      for start in stride(from: 0, to: count, by: block) {
        var hits: Int32 = 0
        for i in start..<min(start + block, count) {
          let width = max(0, min(x2[i], box.x2) - max(x1[i], box.x1))
          let height = max(0, min(y2[i], box.y2) - max(y1[i], box.y1))
          let shared = width * height
          // Where neither box has an area, 0 / 0 is above no threshold.
          hits |= shared / (area[i] + boxArea - shared) > threshold ? 1 : 0
        }
        if hits != 0 { return true }
      }
      return false
    }
  }
}
