extension Segmentation {
  /// The pixels it covers in an image of this size; several polygons are united.
  ///
  /// Polygons must be finite, of an even count of at least six numbers; what lies outside the image is cut
  /// off. A mask must have the image's size.
  public func mask(height: Int, width: Int) -> RunLengthMask {
    switch self {
    case .polygons(let polygons):
      return RunLengthMask.union(
        polygons.map { RunLengthMask(polygon: $0, height: height, width: width) }, height: height,
        width: width)
    case .runLength(let mask):
      precondition(
        mask.height == height && mask.width == width, "a run-length mask has the size of its image")
      return mask
    }
  }
}

extension RunLengthMask {
  /// The pixels inside a polygon, given as x, y, x, y, ..., by the rule of COCO's own tool, so that every
  /// mask equals its mask: the outline is drawn on a grid five times as fine, and where it crosses the middle
  /// of a column of pixels, the column changes between inside and outside.
  public init(polygon: [Double], height: Int, width: Int) {
    precondition(polygon.count >= 6 && polygon.count.isMultiple(of: 2), "a polygon has at least three points")
    // 1. The corners on the fine grid, the first one again at the end.
    let fineness = 5.0
    let limit = 1e6
    var corners = stride(from: 0, to: polygon.count, by: 2).map { i in
      (
        x: Int(max(-limit, min(limit, polygon[i])) * fineness + 0.5),
        y: Int(max(-limit, min(limit, polygon[i + 1])) * fineness + 0.5)
      )
    }
    corners.append(corners[0])

    // 2. Walk along the outline. Each step from one fine column to the next, at the middle of a column of
    //    pixels, is a crossing.
    var crossings: [Int] = []
    var previous: (x: Int, y: Int)?
    func step(to point: (x: Int, y: Int)) {
      defer { previous = point }
      guard let last = previous, last.x != point.x else { return }
      let fineX = point.x < last.x ? point.x : point.x - 1
      let column = (Double(fineX) + 0.5) / fineness - 0.5
      guard column == column.rounded(.down), column >= 0, column <= Double(width - 1) else { return }
      let fineY = Double(min(point.y, last.y))
      let row = max(0, min(Double(height), (fineY + 0.5) / fineness - 0.5)).rounded(.up)
      crossings.append(Int(column) * height + Int(row))
    }
    for (start, end) in zip(corners, corners.dropFirst()) {
      walk(from: start, to: end, step)
    }

    // 3. The sorted crossings are where runs end. Two at one place cancel each other.
    crossings.append(height * width)
    crossings.sort()
    self.init(height: height, width: width, changes: crossings)
  }

  /// The runs between sorted places of change, where places that coincide in pairs cancel.
  private init(height: Int, width: Int, changes: [Int]) {
    var lengths: [Int] = []
    var last = 0
    for change in changes {
      lengths.append(change - last)
      last = change
    }
    // An empty run joins its two neighbours; the first run may be empty.
    var counts = [lengths[0]]
    var i = 1
    while i < lengths.count {
      if lengths[i] > 0 {
        counts.append(lengths[i])
        i += 1
      } else {
        if i + 1 < lengths.count { counts[counts.count - 1] += lengths[i + 1] }
        i += 2
      }
    }
    self.init(height: height, width: width, counts: counts)
  }
}

/// Calls `body` with the points of a line on the grid, both ends included, one for each step along the line's
/// longer direction. The points do not depend on the direction in which the line is walked.
private func walk(from start: (x: Int, y: Int), to end: (x: Int, y: Int), _ body: ((x: Int, y: Int)) -> Void)
{
  let (dx, dy) = (abs(end.x - start.x), abs(end.y - start.y))
  guard dx > 0 || dy > 0 else { return body(start) }
  if dx >= dy {
    // From left to right, whatever the direction of the walk, so that rounding is the same.
    let isReversed = start.x > end.x
    let (a, b) = isReversed ? (end, start) : (start, end)
    let slope = Double(b.y - a.y) / Double(dx)
    for step in 0...dx {
      let t = isReversed ? dx - step : step
      body((x: a.x + t, y: Int(Double(a.y) + slope * Double(t) + 0.5)))
    }
  } else {
    let isReversed = start.y > end.y
    let (a, b) = isReversed ? (end, start) : (start, end)
    let slope = Double(b.x - a.x) / Double(dy)
    for step in 0...dy {
      let t = isReversed ? dy - step : step
      body((x: Int(Double(a.x) + slope * Double(t) + 0.5), y: a.y + t))
    }
  }
}
