/// Precision over recall for one category, one range of areas, one limit of detections and one overlap.
struct PrecisionCurve {
  /// Precision at each of the 101 levels of recall: the best that is reached at that recall or above; 0
  /// beyond the last recall reached.
  let precisions: [Double]
  /// The recall that all detections together reach.
  let recall: Double

  /// The curve of detections in descending order of score, of which those with `counts` false are left out.
  init(_ detections: some Sequence<(isMatched: Bool, counts: Bool)>, objectCount: Int) {
    // 1. Recall and precision after each detection.
    var recalls: [Double] = []
    var precisions: [Double] = []
    var (truePositives, falsePositives) = (0.0, 0.0)
    for detection in detections {
      if detection.counts {
        if detection.isMatched { truePositives += 1 } else { falsePositives += 1 }
      }
      recalls.append(truePositives / Double(objectCount))
      precisions.append(truePositives / (falsePositives + truePositives + Double.ulpOfOne))
    }
    recall = recalls.last ?? 0

    // 2. From the right, what is reached later at higher recall counts earlier too.
    for i in precisions.indices.dropFirst().reversed() where precisions[i] > precisions[i - 1] {
      precisions[i - 1] = precisions[i]
    }

    // 3. Read off at the first detection that reaches each level.
    var i = 0
    self.precisions = AveragePrecision.recalls.map { level in
      while i < recalls.count, recalls[i] < level { i += 1 }
      return i < recalls.count ? precisions[i] : 0
    }
  }
}

/// All curves of one category.
struct CategoryCurves {
  /// [range of area][limit][overlap]; nil where the category has no object in the range.
  let curves: [[[PrecisionCurve]?]]

  init(of matchings: [DetectionMatching]) {
    // Detections of all images by score, of equal ones the earlier image's first, then the better ranked.
    var order: [(image: Int, rank: Int, score: Double)] = []
    for (image, matching) in matchings.enumerated() {
      for (rank, score) in matching.scores.enumerated() { order.append((image, rank, score)) }
    }
    order.sort {
      $0.score != $1.score ? $0.score > $1.score : ($0.image, $0.rank) < ($1.image, $1.rank)
    }

    curves = AveragePrecision.AreaRange.allCases.map { range in
      let area = range.rawValue
      let objectCount = matchings.reduce(0) { $0 + $1.objectCounts[area] }
      return AveragePrecision.detectionLimits.map { limit in
        guard objectCount > 0 else { return nil }
        let counted = order.filter { $0.rank < limit }
        return AveragePrecision.overlaps.indices.map { t in
          let bit = UInt16(1) << UInt16(t)
          let detections = counted.lazy.map { place in
            (
              isMatched: matchings[place.image].matched[area][place.rank] & bit != 0,
              counts: matchings[place.image].ignored[area][place.rank] & bit == 0
            )
          }
          return PrecisionCurve(detections, objectCount: objectCount)
        }
      }
    }
  }
}
