/// A binary mask as the lengths of its runs, in COCO's order: down each column, columns from left to right,
/// starting with a run of background (which may be empty).
///
/// Equal masks from this package have equal counts: no run but the first is ever empty. Counts that came from
/// a file are kept as they were.
public struct RunLengthMask: Sendable, Hashable {
  /// Rows of the image.
  public let height: Int
  /// Columns of the image.
  public let width: Int
  /// Run lengths: background, object, background, ... They add up to `height * width`.
  public let counts: [Int]

  /// A mask from its runs, which must not be negative and must fill the image exactly.
  public init(height: Int, width: Int, counts: [Int]) {
    precondition(height >= 0 && width >= 0, "a mask has no negative side")
    precondition(
      counts.allSatisfy { $0 >= 0 } && counts.reduce(0, +) == height * width,
      "the runs of a mask must fill it exactly")
    self.height = height
    self.width = width
    self.counts = counts
  }

  /// The mask of a bitmap, row by row: any byte but 0 is object.
  public init(bitmap: [UInt8], height: Int, width: Int) {
    precondition(bitmap.count == height * width, "a bitmap has height x width bytes")
    var counts: [Int] = []
    var run = 0
    var isObject = false
    bitmap.withUnsafeBufferPointer { bitmap in
      for x in 0..<width {
        var place = x
        for _ in 0..<height {
          if (bitmap[place] != 0) != isObject {
            counts.append(run)
            run = 0
            isObject.toggle()
          }
          run += 1
          place += width
        }
      }
    }
    counts.append(run)
    self.init(height: height, width: width, counts: counts)
  }

  /// A mask with no pixel.
  public static func empty(height: Int, width: Int) -> RunLengthMask {
    RunLengthMask(height: height, width: width, counts: [height * width])
  }

  /// The bitmap, row by row: height x width bytes, 1 where the object is, else 0.
  public func decode() -> [UInt8] {
    var bitmap = [UInt8](repeating: 0, count: height * width)
    bitmap.withUnsafeMutableBufferPointer { bitmap in
      forEachObjectRun { start, end in
        // A run may go on over several columns.
        var (x, y) = start.quotientAndRemainder(dividingBy: height)
        var place = y * width + x
        for _ in start..<end {
          bitmap[place] = 1
          y += 1
          place += width
          if y == height {
            x += 1
            y = 0
            place = x
          }
        }
      }
    }
    return bitmap
  }

  /// How many pixels it has.
  public var area: Int {
    var area = 0
    forEachObjectRun { start, end in area += end - start }
    return area
  }

  /// The smallest box around its pixels, in whole pixels; all zero for an empty mask.
  public var box: BoundingBox {
    var (minX, minY, maxX, maxY) = (width, height, -1, -1)
    forEachObjectRun { start, end in
      let (firstX, firstY) = start.quotientAndRemainder(dividingBy: height)
      let (lastX, lastY) = (end - 1).quotientAndRemainder(dividingBy: height)
      minX = min(minX, firstX)
      maxX = max(maxX, lastX)
      // A run that crosses into the next column touches both the bottom and the top.
      minY = firstX == lastX ? min(minY, firstY) : 0
      maxY = firstX == lastX ? max(maxY, lastY) : height - 1
    }
    guard maxX >= 0 else { return BoundingBox(x: 0, y: 0, width: 0, height: 0) }
    return BoundingBox(
      x: Double(minX), y: Double(minY), width: Double(maxX - minX + 1), height: Double(maxY - minY + 1))
  }

  /// Calls `body` with the start and the end (exclusive) of each run of object that is not empty, counted in
  /// pixels down the columns.
  @inline(__always)
  func forEachObjectRun(_ body: (_ start: Int, _ end: Int) -> Void) {
    var start = 0
    var isObject = false
    for count in counts {
      if isObject, count > 0 { body(start, start + count) }
      start += count
      isObject.toggle()
    }
  }
}
