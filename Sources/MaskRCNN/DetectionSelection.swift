/// §2 A box with a class and a score: a detection, or a candidate for one.
public struct ScoredBox: Sendable, Hashable, Codable {
  /// Where it is.
  public var box: Box
  /// How sure the box head is, 0 to 1.
  public var score: Float
  /// The class, 1...K; 0 is background.
  public var classIndex: Int

  /// A box with its score and class.
  public init(box: Box, score: Float, classIndex: Int) {
    (self.box, self.score, self.classIndex) = (box, score, classIndex)
  }
}

/// §2 The detections among candidates: thinned by non-maximum suppression within each class, where an IoU above
/// `overlap` is too much, and of all classes the best `limit`, best first.
public func selectDetections(_ candidates: [ScoredBox], overlap: Float = 0.5, limit: Int = 100) -> [ScoredBox]
{
  // Classes do not compete, so each is thinned alone.
  let byClass = Dictionary(grouping: candidates.indices) { candidates[$0].classIndex }
  var kept: [Int] = []
  for members in byClass.values {
    let survivors = nonMaximumSuppression(
      members.map { candidates[$0].box }, scores: members.map { candidates[$0].score }, threshold: overlap,
      limit: limit)
    kept += survivors.map { members[$0] }
  }
  // Of equal scores the lower index comes first, whatever the order of the classes.
  kept.sort()
  return bestFirst(kept.map { candidates[$0].score }).prefix(limit).map { candidates[kept[$0]] }
}
