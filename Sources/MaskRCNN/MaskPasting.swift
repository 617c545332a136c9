/// §2 How a mask of M x M probabilities meets the pixels of its box.
public enum PastingConvention: String, Sendable, Codable {
  /// Each pixel's centre is looked up in the mask, bilinearly, at the box's exact place (as Detectron2 does).
  case pixelCentres
  /// The mask gets a border of one zero, its box grows accordingly and is rounded to whole pixels, and the mask is
  /// resized to it (as torchvision does, and Detectron did).
  case torchvision
}

/// §2 Lays a predicted mask into the image: which pixels of `height` x `width` belong to the object, row by row, 0
/// or 1.
///
/// `probabilities` has `side` x `side` values, row by row. A pixel belongs to the object where the probability,
/// interpolated, is at least `threshold`; pixels that the box does not reach never do.
public func paste(
  _ probabilities: [Float], side: Int, in box: Box, height: Int, width: Int, threshold: Float = 0.5,
  convention: PastingConvention = .pixelCentres
) -> [UInt8] {
  var bitmap = [UInt8](repeating: 0, count: height * width)
  forEachPastedPixel(probabilities, side: side, in: box, height: height, width: width, convention) {
    if $1 >= threshold { bitmap[$0] = 1 }
  }
  return bitmap
}

/// §2 As `paste`, before the threshold: the interpolated probabilities, 0 where the box does not reach.
public func pastedProbabilities(
  _ probabilities: [Float], side: Int, in box: Box, height: Int, width: Int,
  convention: PastingConvention = .pixelCentres
) -> [Float] {
  var values = [Float](repeating: 0, count: height * width)
  forEachPastedPixel(probabilities, side: side, in: box, height: height, width: width, convention) {
    values[$0] = $1
  }
  return values
}

/// Calls `body` with the index and the probability of each pixel that the mask reaches.
@inline(__always)
private func forEachPastedPixel(
  _ probabilities: [Float], side: Int, in box: Box, height: Int, width: Int, _ convention: PastingConvention,
  _ body: (_ index: Int, _ probability: Float) -> Void
) {
  precondition(
    side > 0 && probabilities.count == side * side,
    "a mask of side \(side) has not \(probabilities.count) values")
  let rows = PixelLookup(from: box.y1, to: box.y2, side: side, length: height, convention)
  let columns = PixelLookup(from: box.x1, to: box.x2, side: side, length: width, convention)
  var line = [Float](repeating: 0, count: side)
  for (y, row) in zip(rows.pixels, rows.places) {
    // The mask's line at this height, then its value at each pixel of the line.
    for i in 0..<side {
      line[i] =
        row.weightOfLow * (row.low >= 0 ? probabilities[row.low * side + i] : 0)
        + row.weightOfHigh * (row.high >= 0 ? probabilities[row.high * side + i] : 0)
    }
    for (x, column) in zip(columns.pixels, columns.places) {
      body(
        y * width + x,
        column.weightOfLow * (column.low >= 0 ? line[column.low] : 0)
          + column.weightOfHigh * (column.high >= 0 ? line[column.high] : 0))
    }
  }
}

/// On one axis: the image's pixels that a mask reaches, and where each looks in the mask.
private struct PixelLookup {
  /// Two neighbouring cells of the mask and their weights; cell -1 is outside and counts as 0.
  struct Place {
    var low: Int
    var high: Int
    var weightOfLow: Float
    var weightOfHigh: Float

    /// A place between the cells of a mask with `side` cells: 0 is the middle of the first.
    init(_ place: Float, side: Int) {
      let floor = place.rounded(.down)
      let cell = Int(floor)
      low = (0..<side).contains(cell) ? cell : -1
      high = (0..<side).contains(cell + 1) ? cell + 1 : -1
      (weightOfLow, weightOfHigh) = (1 - (place - floor), place - floor)
    }
  }

  private(set) var pixels = 0..<0
  private(set) var places: [Place] = []

  init(from start: Float, to end: Float, side: Int, length: Int, _ convention: PastingConvention) {
    // A box without extent, or at no place, holds no pixel.
    guard start.isFinite, end.isFinite, end > start else { return }
    switch convention {
    case .pixelCentres:
      // The mask fades out over half a cell beyond the box.
      let margin = (end - start) / Float(side) / 2
      pixels = Self.range(from: start - margin - 1, to: end + margin + 1, length: length)
      places = pixels.map { pixel in
        let place = (Float(pixel) + 0.5 - start) / (end - start) * Float(side) - 0.5
        return Place(min(max(place, -1), Float(side)), side: side)
      }
    case .torchvision:
      // The box around the mask with its border, in whole pixels; both ends belong to it.
      let scale = Float(side + 2) / Float(side)
      let (middle, half) = ((start + end) * 0.5, (end - start) * 0.5 * scale)
      let (first, last) = (Self.whole(middle - half), Self.whole(middle + half))
      let count = max(last - first + 1, 1)
      pixels = max(first, 0)..<max(min(last + 1, length), max(first, 0))
      places = pixels.map { pixel in
        let place = (Float(pixel - first) + 0.5) * Float(side + 2) / Float(count) - 0.5
        // Resizing repeats the edge, here the border of zeros, which is cell -1 of the mask itself.
        return Place(min(max(place, 0), Float(side + 1)) - 1, side: side)
      }
    }
  }

  private static func range(from start: Float, to end: Float, length: Int) -> Range<Int> {
    let first = min(max(whole(start.rounded(.down)), 0), length)
    return first..<max(first, min(whole(end.rounded(.up)), length))
  }

  /// Towards zero, within bounds that no image exceeds.
  private static func whole(_ value: Float) -> Int { Int(min(max(value, -0x1p30), 0x1p30)) }
}
