/// Greedy non-maximum suppression: takes the boxes from the best score to the worst and drops each whose IoU with one
/// already kept is above `threshold`. Returns the kept indices, best score first, at most `limit`.
///
/// Of equal scores the lower index comes first. Takes O(n log n + n k) for k boxes kept, eight comparisons at a time.
public func nonMaximumSuppression(
  _ boxes: [Box], scores: [Float], threshold: Float, limit: Int = .max
) -> [Int] {
  precondition(boxes.count == scores.count, "\(boxes.count) boxes have \(scores.count) scores")
  var kept: [Int] = []
  var keptBoxes = BoxLanes()
  for index in bestFirst(scores) {
    if kept.count >= limit { break }
    guard !keptBoxes.overlap(boxes[index], above: threshold) else { continue }
    keptBoxes.append(boxes[index])
    kept.append(index)
  }
  return kept
}

/// The indices of `scores`, the best first; of equal scores the lower index.
public func bestFirst(_ scores: [Float]) -> [Int] {
  scores.withUnsafeBufferPointer { scores in
    scores.indices.sorted { scores[$0] != scores[$1] ? scores[$0] > scores[$1] : $0 < $1 }
  }
}

/// Boxes in groups of eight, so that one box is compared with eight at once.
private struct BoxLanes {
  private struct Lane {
    // Lanes not yet filled hold boxes that overlap nothing.
    var x1 = SIMD8<Float>(repeating: .infinity)
    var y1 = SIMD8<Float>(repeating: .infinity)
    var x2 = SIMD8<Float>(repeating: -.infinity)
    var y2 = SIMD8<Float>(repeating: -.infinity)
    var area = SIMD8<Float>(repeating: 0)
  }
  private var lanes: [Lane] = []
  private var count = 0

  mutating func append(_ box: Box) {
    if count % 8 == 0 { lanes.append(Lane()) }
    let (group, place) = (count / 8, count % 8)
    lanes[group].x1[place] = box.x1
    lanes[group].y1[place] = box.y1
    lanes[group].x2[place] = box.x2
    lanes[group].y2[place] = box.y2
    lanes[group].area[place] = box.area
    count += 1
  }

  /// Whether one of the boxes has an IoU above the threshold with `box`.
  func overlap(_ box: Box, above threshold: Float) -> Bool {
    let zero = SIMD8<Float>(repeating: 0)
    for lane in lanes {
      let width =
        pointwiseMin(lane.x2, SIMD8(repeating: box.x2)) - pointwiseMax(lane.x1, SIMD8(repeating: box.x1))
      let height =
        pointwiseMin(lane.y2, SIMD8(repeating: box.y2)) - pointwiseMax(lane.y1, SIMD8(repeating: box.y1))
      let shared = pointwiseMax(width, zero) * pointwiseMax(height, zero)
      let union = lane.area + box.area - shared
      // Where no box has an area, 0 / 0 is above no threshold.
      if any(shared / union .> threshold) { return true }
    }
    return false
  }
}
