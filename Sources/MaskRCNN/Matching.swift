/// §2 The truth that a candidate box overlaps most.
public struct Match: Sendable, Hashable {
  /// Which of the truths; nil if none overlaps the candidate.
  public var truth: Int?
  /// Their intersection over union; 0 if none overlaps.
  public var iou: Float

  /// A match with a truth, or with none.
  public init(truth: Int?, iou: Float) { (self.truth, self.iou) = (truth, iou) }
}

/// §2 For each candidate the truth of largest IoU; of equal ones the lowest index.
public func match(_ candidates: [Box], to truths: [Box]) -> [Match] {
  candidates.map { candidate in
    var best = Match(truth: nil, iou: 0)
    for (index, truth) in truths.enumerated() {
      let overlap = iou(candidate, truth)
      if overlap > best.iou { best = Match(truth: index, iou: overlap) }
    }
    return best
  }
}

/// §2 What a candidate box is to be taught.
public enum RegionLabel: Sendable, Hashable {
  /// That it shows an object, the truth of this index.
  case positive(truth: Int)
  /// That it shows background.
  case negative
  /// Nothing: it is too close to both, or lies in a crowd.
  case ignored

  /// The truth that it shows; nil for background and what is ignored.
  public var truth: Int? {
    if case .positive(let truth) = self { truth } else { nil }
  }
}

/// §2 Labels anchors for the proposal network (Faster R-CNN, section 3.1.2).
///
/// Positive: an IoU of at least `positive` with a truth, or the largest IoU that the truth has with any anchor (all
/// such anchors where several are equal), so that no truth goes without. Negative: an IoU below `negative` with every
/// truth. Anchors that lie in a box of `crowds` (half of their area or more) are ignored. With no truths every anchor
/// is negative.
public func labelAnchors(
  _ anchors: [Box], truths: [Box], ignoring crowds: [Box] = [], positive: Float = 0.7, negative: Float = 0.3
) -> [RegionLabel] {
  let matches = match(anchors, to: truths)
  // The largest IoU that each truth has with any anchor.
  let best = truths.map { truth in anchors.reduce(0) { max($0, iou($1, truth)) } }
  func isBestForATruth(_ anchor: Box) -> Bool {
    zip(truths, best).contains { truth, best in best > 0 && iou(anchor, truth) == best }
  }
  return zip(anchors, matches).map { anchor, match in
    if isInCrowd(anchor, match, crowds) { return .ignored }
    if let truth = match.truth, match.iou >= positive || isBestForATruth(anchor) {
      return .positive(truth: truth)
    }
    return match.iou < negative ? .negative : .ignored
  }
}

/// §2 Labels proposals for the box head (Fast R-CNN, section 2.3): positive from an IoU of `positive` with a truth
/// on, negative below. Proposals that lie in a box of `crowds` (half of their area or more) are ignored.
public func labelProposals(
  _ proposals: [Box], truths: [Box], ignoring crowds: [Box] = [], positive: Float = 0.5
) -> [RegionLabel] {
  zip(proposals, match(proposals, to: truths)).map { proposal, match in
    if isInCrowd(proposal, match, crowds) { return .ignored }
    if let truth = match.truth, match.iou >= positive { return .positive(truth: truth) }
    return .negative
  }
}

/// Whether half of a candidate's area or more lies in one crowd region. A truth's own box never counts as such.
private func isInCrowd(_ candidate: Box, _ match: Match, _ crowds: [Box]) -> Bool {
  guard !crowds.isEmpty, match.iou < 1 else { return false }
  return crowds.contains { 2 * candidate.intersection($0) >= candidate.area }
}
