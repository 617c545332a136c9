import Tensors

/// Lays the detections of one image over its truth, category by category.
struct ImageMatching {
  let entry: ImageEntry
  let truth: [Annotation]
  let file: String
  let detections: [Detection]
  let categories: Set<Int>
  let type: OverlapKind
  let extent: DetectionExtent

  /// The matching of each category that the image has anything of, in any order.
  func matchings() throws -> [(category: Int, matching: DetectionMatching)] {
    let objects = Dictionary(grouping: truth.filter { categories.contains($0.categoryID) }, by: \.categoryID)
    let found = Dictionary(
      grouping: detections.filter { categories.contains($0.categoryID) }, by: \.categoryID)
    return try Set(objects.keys).union(found.keys).map { category in
      (category, try matching(objects[category] ?? [], found[category] ?? []))
    }
  }

  private func matching(_ objects: [Annotation], _ found: [Detection]) throws -> DetectionMatching {
    // By score, of equal ones the earlier first; the rest cannot count.
    let order = found.indices.sorted { (found[$0].score, $1) > (found[$1].score, $0) }
    let kept = order.prefix(AveragePrecision.detectionLimits.last!).map { found[$0] }
    let areas = try kept.map { detection in
      guard extent == .mask else { return detection.box.area }
      return Double(try mask(of: detection).area)
    }
    return DetectionMatching(
      scores: kept.map(\.score), areas: areas,
      truth: objects.map { DetectionMatching.Truth(area: $0.area, isCrowd: $0.isCrowd) },
      ious: type == .boxes ? boxOverlaps(kept, objects) : try maskOverlaps(kept, objects))
  }

  private func boxOverlaps(_ found: [Detection], _ objects: [Annotation]) -> [[Double]] {
    found.map { detection in
      objects.map { iou(detection.box, $0.box, truthIs: $0.isCrowd ? .crowd : .object) }
    }
  }

  private func maskOverlaps(_ found: [Detection], _ objects: [Annotation]) throws -> [[Double]] {
    let truths = try objects.map { object in
      guard let mask = object.mask(height: entry.height, width: entry.width) else {
        throw InputError(
          file: file, place: "annotation \(object.id)",
          problem: "expected a segmentation to compare masks with, found a box alone")
      }
      return (mask: mask, box: mask.box, kind: object.isCrowd ? TruthKind.crowd : .object)
    }
    return try found.map { detection in
      let mask = try mask(of: detection)
      let box = mask.box
      // Most pairs are far apart, and their boxes tell.
      return truths.map { iou(box, $0.box) > 0 ? iou(mask, $0.mask, truthIs: $0.kind) : 0 }
    }
  }

  /// The detection's mask, or its whole box as one.
  private func mask(of detection: Detection) throws -> RunLengthMask {
    guard let mask = detection.mask else {
      let box = detection.box
      return RunLengthMask(
        polygon: [box.x, box.y, box.x, box.maxY, box.maxX, box.maxY, box.maxX, box.y], height: entry.height,
        width: entry.width)
    }
    guard mask.height == entry.height, mask.width == entry.width else {
      throw InputError(
        file: file, place: "image \(entry.id)",
        problem:
          "expected masks of \(entry.height) x \(entry.width), found one of \(mask.height) x \(mask.width)")
    }
    return mask
  }
}
