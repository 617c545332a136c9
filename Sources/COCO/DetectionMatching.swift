/// The detections of one category in one image, at most 100 and by descending score, each matched with the
/// truth at each of the ten overlaps and in each of the four ranges of area.
struct DetectionMatching {
  /// Scores, descending.
  let scores: [Double]
  /// For each range of area and each detection: bit t is set if it is matched at overlap t.
  let matched: [[UInt16]]
  /// For each range of area and each detection: bit t is set if it does not count at overlap t.
  let ignored: [[UInt16]]
  /// For each range of area, how many objects there are to find.
  let objectCounts: [Int]

  /// A detection or an object, as far as matching goes.
  struct Truth {
    let area: Double
    let isCrowd: Bool
  }

  /// Matches detections, sorted by descending score, with the truth. `ious` is [detection][truth].
  init(scores: [Double], areas: [Double], truth: [Truth], ious: [[Double]]) {
    self.scores = scores
    var matched: [[UInt16]] = []
    var ignored: [[UInt16]] = []
    var objectCounts: [Int] = []
    for range in AveragePrecision.AreaRange.allCases {
      let isIgnored = truth.map { $0.isCrowd || !range.contains($0.area) }
      // Objects that count come first: a detection takes one that does not only if no other will have it.
      let order = truth.indices.filter { !isIgnored[$0] } + truth.indices.filter { isIgnored[$0] }
      let counted = truth.count - isIgnored.count { $0 }
      var matches = [UInt16](repeating: 0, count: scores.count)
      var ignores = [UInt16](repeating: 0, count: scores.count)
      for (t, overlap) in AveragePrecision.overlaps.enumerated() {
        let bit = UInt16(1) << UInt16(t)
        var isTaken = [Bool](repeating: false, count: truth.count)
        for d in scores.indices {
          var best = min(overlap, 1 - 1e-10)
          var match: Int?
          var hasCounted = false
          for (rank, g) in order.enumerated() {
            // An object is found once; a crowd may be found again and again.
            if isTaken[g], !truth[g].isCrowd { continue }
            if hasCounted, rank >= counted { break }
            if ious[d][g] < best { continue }
            best = ious[d][g]
            match = g
            hasCounted = rank < counted
          }
          if let match {
            matches[d] |= bit
            if isIgnored[match] { ignores[d] |= bit }
            isTaken[match] = true
          } else if !range.contains(areas[d]) {
            ignores[d] |= bit
          }
        }
      }
      matched.append(matches)
      ignored.append(ignores)
      objectCounts.append(counted)
    }
    (self.matched, self.ignored, self.objectCounts) = (matched, ignored, objectCounts)
  }
}
