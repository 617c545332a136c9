/// How a truth counts when something is laid over it.
public enum TruthKind: Sendable {
  /// One object: overlap is measured against the union of both.
  case object
  /// A region of many objects: overlap is measured against the found thing alone, so that finding a part of
  /// the region is enough.
  case crowd
}

/// Intersection over union of two masks of one size; over the found mask's own area where the truth is a
/// crowd. Two masks that share no pixel score 0.
public func iou(_ found: RunLengthMask, _ truth: RunLengthMask, truthIs kind: TruthKind = .object) -> Double {
  let shared = found.intersectionArea(truth)
  guard shared > 0 else { return 0 }
  let whole = kind == .crowd ? found.area : found.area + truth.area - shared
  return Double(shared) / Double(whole)
}

/// Intersection over union of two boxes; over the found box's own area where the truth is a crowd.
/// Two boxes that share no area score 0.
public func iou(_ found: BoundingBox, _ truth: BoundingBox, truthIs kind: TruthKind = .object) -> Double {
  let width = min(found.maxX, truth.maxX) - max(found.x, truth.x)
  let height = min(found.maxY, truth.maxY) - max(found.y, truth.y)
  guard width > 0, height > 0 else { return 0 }
  let shared = width * height
  let whole = kind == .crowd ? found.area : found.area + truth.area - shared
  return shared / whole
}
