import Foundation
import Tensors

/// What a data set looks like, in the figures that decide whether masks of unseen classes are hard to guess:
/// how much of its box an object fills, and how much of the box belongs to others.
///
/// Crowds are left out. Boxes are widened to whole pixels. Objects without a mask count for the number of
/// objects and for their size only.
public struct DataSetStatistics: Sendable, Equatable {
  /// How a quantity is spread over objects.
  public struct Spread: Sendable, Equatable {
    /// The mean.
    public let mean: Double
    /// One object in ten lies below.
    public let low: Double
    /// Half of the objects lie below.
    public let median: Double
    /// Nine objects in ten lie below.
    public let high: Double

    /// A spread from its figures.
    public init(mean: Double, low: Double, median: Double, high: Double) {
      (self.mean, self.low, self.median, self.high) = (mean, low, median, high)
    }
  }

  /// How many images there are.
  public let imageCount: Int
  /// How many objects there are.
  public let objectCount: Int
  /// Objects in an image, mean over all images.
  public let meanObjectsPerImage: Double
  /// Objects in an image, median over all images.
  public let medianObjectsPerImage: Double
  /// The share of its box that a mask fills.
  public let maskFill: Spread
  /// The share of a box's pixels that belong to other annotated objects and not to its own, mean over boxes. Masks of
  /// photographs lie upon each other here and there, drawn ones cannot: so what is an object's own is not another's.
  public let othersShare: Double
  /// The share of boxes in which more than a quarter of the pixels belong to others, counted in the same way.
  public let crowdedBoxes: Double
  /// The share of objects of which the whole box, taken as a mask, has an IoU above 0.5 with the mask.
  public let wholeBoxAboveHalf: Double
  /// The same above 0.75.
  public let wholeBoxAboveThreeQuarters: Double
  /// An object's side relative to its image's: the square root of box area over image area.
  public let relativeSide: Spread

  /// Measures a data set, images side by side.
  ///
  /// Throws `InputError` where the data is at fault, or holds no object with a mask.
  public init(
    of source: some ExampleSource, name: String = "data set", threads: Int = Parallel.coreCount
  ) throws {
    let images = try Parallel.map(source.count, threads: threads) { index in
      try ImageStatistics(entry: source.entry(at: index), annotations: source.annotations(at: index))
    }
    let shapes = images.flatMap(\.shapes)
    guard !shapes.isEmpty else {
      throw InputError(
        file: name, place: "annotations", problem: "expected an object with a mask, found none")
    }
    let counts = images.map { Double($0.sides.count) }.sorted()
    func share(_ holds: (ImageStatistics.Shape) -> Bool) -> Double {
      Double(shapes.count(where: holds)) / Double(shapes.count)
    }
    imageCount = images.count
    objectCount = images.reduce(0) { $0 + $1.sides.count }
    meanObjectsPerImage = counts.reduce(0, +) / Double(counts.count)
    medianObjectsPerImage = percentile(0.5, of: counts)
    maskFill = Spread(of: shapes.map(\.fill))
    othersShare = shapes.map(\.others).reduce(0, +) / Double(shapes.count)
    crowdedBoxes = share { $0.others > 0.25 }
    wholeBoxAboveHalf = share { $0.wholeBoxIoU > 0.5 }
    wholeBoxAboveThreeQuarters = share { $0.wholeBoxIoU > 0.75 }
    relativeSide = Spread(of: images.flatMap(\.sides))
  }
}

extension DataSetStatistics: CustomStringConvertible {
  /// The figures with their names, shares as fractions of 1.
  public var named: [(name: String, value: Double)] {
    [
      ("objects per image, mean", meanObjectsPerImage),
      ("objects per image, median", medianObjectsPerImage),
      ("mask fill of its box, mean", maskFill.mean),
      ("mask fill of its box, 10 %", maskFill.low),
      ("mask fill of its box, 50 %", maskFill.median),
      ("mask fill of its box, 90 %", maskFill.high),
      ("share of a box that is other objects", othersShare),
      ("boxes more than a quarter other objects", crowdedBoxes),
      ("whole box as a mask, IoU > 0.5", wholeBoxAboveHalf),
      ("whole box as a mask, IoU > 0.75", wholeBoxAboveThreeQuarters),
      ("object side / image side, 10 %", relativeSide.low),
      ("object side / image side, 50 %", relativeSide.median),
      ("object side / image side, 90 %", relativeSide.high),
    ]
  }

  /// A line for each figure.
  public var description: String {
    let first = "\(imageCount) images, \(objectCount) objects"
    let lines = named.map { name, value in
      name.padding(toLength: 42, withPad: " ", startingAt: 0) + String(format: "%6.3f", value)
    }
    return ([first] + lines).joined(separator: "\n")
  }
}

/// What one image adds.
private struct ImageStatistics: Sendable {
  struct Shape {
    let fill: Double
    let others: Double
    let wholeBoxIoU: Double
  }

  /// The relative side of each object.
  let sides: [Double]
  /// What is known of each object that has a mask.
  let shapes: [Shape]

  init(entry: ImageEntry, annotations: [Annotation]) {
    let (height, width) = (entry.height, entry.width)
    let objects = annotations.filter { !$0.isCrowd }
    sides = objects.map { ($0.box.area / Double(width * height)).squareRoot() }

    // How many objects each pixel belongs to.
    let masks = objects.map { $0.mask(height: height, width: width)?.decode() }
    var owners = [UInt16](repeating: 0, count: height * width)
    for mask in masks {
      guard let mask else { continue }
      for i in mask.indices { owners[i] += UInt16(mask[i]) }
    }
    shapes = zip(objects, masks).compactMap { object, mask in
      guard let mask else { return nil }
      let columns = pixels(from: object.box.x, to: object.box.maxX, side: width)
      let rows = pixels(from: object.box.y, to: object.box.maxY, side: height)
      var (own, others) = (0, 0)
      for y in rows {
        for i in (y * width + columns.lowerBound)..<(y * width + columns.upperBound) {
          own += Int(mask[i])
          if mask[i] == 0 && owners[i] > 0 { others += 1 }
        }
      }
      let box = columns.count * rows.count
      let outside = mask.reduce(0) { $0 + Int($1) } - own
      return Shape(
        fill: Double(own) / Double(box), others: Double(others) / Double(box),
        wholeBoxIoU: Double(own) / Double(box + outside))
    }
  }
}

/// The pixels that a stretch touches, at least one.
func pixels(from start: Double, to end: Double, side: Int) -> Range<Int> {
  let first = max(0, min(side - 1, Int(start.rounded(.down))))
  let last = max(first + 1, min(side, Int(end.rounded(.up))))
  return first..<last
}

extension DataSetStatistics.Spread {
  /// The spread of at least one value.
  fileprivate init(of values: [Double]) {
    let sorted = values.sorted()
    self.init(
      mean: sorted.reduce(0, +) / Double(sorted.count), low: percentile(0.1, of: sorted),
      median: percentile(0.5, of: sorted), high: percentile(0.9, of: sorted))
  }
}

/// The value below which a fraction of the sorted values lie, between neighbours in proportion.
private func percentile(_ fraction: Double, of sorted: [Double]) -> Double {
  let place = fraction * Double(sorted.count - 1)
  let below = Int(place)
  let above = min(below + 1, sorted.count - 1)
  return sorted[below] + (sorted[above] - sorted[below]) * (place - Double(below))
}
