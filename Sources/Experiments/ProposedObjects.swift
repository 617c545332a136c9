import MaskRCNN
import TrainingStrategies

/// An object and how well the best of the proposals fits it.
struct ProposedObject: Sendable {
  /// The root of its box's area, in pixels.
  let side: Double
  /// The largest overlap of a proposal with its box.
  let bestOverlap: Double

  /// The objects of an image.
  static func all(in view: FrozenDetector.View) -> [ProposedObject] {
    view.image.boxes.map { box in
      ProposedObject(
        side: Double(box.area).squareRoot(),
        bestOverlap: Double(view.proposals.map { iou($0, box) }.max() ?? 0))
    }
  }
}

extension ProposalRecall {
  /// The sides that divide the sizes, in pixels.
  static let sides = [0.0, 12, 16, 24, 32, 48, 64]

  /// The recall of objects of each size that occurs.
  static func bySize(_ objects: [ProposedObject]) -> [ProposalRecall] {
    sides.indices.compactMap { number in
      let (from, to) = (sides[number], number + 1 < sides.count ? sides[number + 1] : nil)
      let own = objects.filter { $0.side >= from && $0.side < to ?? .infinity }
      guard !own.isEmpty else { return nil }
      func share(atLeast overlap: Double) -> Double {
        Double(own.count { $0.bestOverlap >= overlap }) / Double(own.count)
      }
      return ProposalRecall(
        fromSide: from, toSide: to, objects: own.count, recall50: share(atLeast: 0.5),
        recall75: share(atLeast: 0.75))
    }
  }
}

extension TrainingImage {
  /// How many objects each pixel belongs to, row by row.
  var owners: [UInt8] {
    var owners = [UInt8](repeating: 0, count: height * width)
    for mask in masks {
      guard let mask else { continue }
      for i in mask.indices where mask[i] != 0 { owners[i] = min(owners[i], 254) + 1 }
    }
    return owners
  }

  /// The share of a box's pixels that are other objects' than the one of a mask, and not its own.
  func shareOfOthers(than mask: [UInt8], in box: Box, owners: [UInt8]) -> Double {
    /// The pixels that a stretch touches, at least one.
    func pixels(_ start: Float, _ end: Float, side: Int) -> Range<Int> {
      let first = max(0, min(side - 1, Int(start.rounded(.down))))
      return first..<max(first + 1, min(side, Int(end.rounded(.up))))
    }
    let (columns, rows) = (pixels(box.x1, box.x2, side: width), pixels(box.y1, box.y2, side: height))
    var others = 0
    for y in rows {
      for i in (y * width + columns.lowerBound)..<(y * width + columns.upperBound)
      where mask[i] == 0 && owners[i] > 0 { others += 1 }
    }
    return Double(others) / Double(rows.count * columns.count)
  }
}
