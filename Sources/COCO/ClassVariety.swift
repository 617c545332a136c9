import Foundation
import Pictures
import Tensors

/// How much the objects of one class vary, as the failure of a simple guess: each object is named by its five nearest
/// neighbours in colours, aspect and outline, none of them in the same image.
///
/// Where a class is one drawing, whoever has seen twenty cows has seen them all, and the guess is nearly always right;
/// objects in photographs are named by it seldom. Objects of less than 60 pixels are left out, and so are
/// classes with fewer than eight objects; of the others at most 25 are drawn, three times over.
public struct ClassVariety: Sendable, Equatable {
  /// The share of objects that their neighbours name, mean over classes and over three draws.
  public let neighbourAccuracy: Double
  /// What a blind guess would score: one over the number of classes.
  public let chance: Double
  /// The share of each class, by its id, mean over three draws.
  public let accuracyOfClass: [Int: Double]

  /// Measures a data set's masks, images side by side. Nil where fewer than two classes have enough objects.
  public init?(
    of source: some ExampleSource, threads: Int = Parallel.coreCount
  ) throws {
    let looks = try Parallel.map(source.count, threads: threads) { try Look.all(in: source.example(at: $0)) }
      .joined()
    let byClass = Dictionary(grouping: looks, by: \.category).filter { $0.value.count >= Self.fewest }
    guard byClass.count > 1 else { return nil }
    let draws = (0..<3).map { Self.accuracies(byClass, seed: $0) }
    accuracyOfClass = draws[0].reduce(into: [:]) { means, entry in
      means[entry.key] = draws.reduce(0) { $0 + $1[entry.key]! } / Double(draws.count)
    }
    neighbourAccuracy = accuracyOfClass.values.reduce(0, +) / Double(accuracyOfClass.count)
    chance = 1 / Double(byClass.count)
  }

  /// Of a class, no fewer objects than this ...
  static let fewest = 8
  /// ... and no more than this.
  static let most = 25
  /// How many neighbours vote.
  static let neighbours = 5

  private static func accuracies(_ byClass: [Int: [Look]], seed: UInt64) -> [Int: Double] {
    var generator = PCG32(seed: seed, stream: 5)
    let looks = byClass.keys.sorted().flatMap { category -> [Look] in
      let all = byClass[category]!
      return generator.sample(min(most, all.count), below: all.count).map { all[$0] }
    }
    var (right, all) = ([Int: Double](), [Int: Double]())
    for look in looks {
      let nearest = looks.filter { $0.image != look.image }
        .map { (distance: look.distance(to: $0), category: $0.category) }
        .sorted { $0.distance < $1.distance }.prefix(neighbours)
      // The class with the most votes; of equals the one that has the nearer first vote.
      var votes: [(category: Int, count: Int)] = []
      for (_, category) in nearest {
        if let place = votes.firstIndex(where: { $0.category == category }) {
          votes[place].count += 1
        } else {
          votes.append((category, 1))
        }
      }
      var named: (category: Int, count: Int)?
      for vote in votes where vote.count > named?.count ?? 0 { named = vote }
      all[look.category, default: 0] += 1
      right[look.category, default: 0] += named?.category == look.category ? 1 : 0
    }
    return right.merging(all) { $0 / $1 }
  }
}

/// What an object looks like, in 83 numbers: its colours, its box's aspect, its outline, its contrast and saturation.
private struct Look: Sendable {
  var category: Int
  var image: Int
  var numbers: [Float]

  func distance(to other: Look) -> Float {
    var sum: Float = 0
    for i in numbers.indices {
      let difference = numbers[i] - other.numbers[i]
      sum += difference * difference
    }
    return sum
  }

  /// The looks of an image's objects of at least 60 pixels, crowds left out.
  static func all(in example: Example) -> [Look] {
    let (height, width) = (example.image.height, example.image.width)
    return example.annotations.compactMap { annotation in
      guard !annotation.isCrowd, let mask = annotation.mask(height: height, width: width), mask.area >= 60
      else { return nil }
      return Look(
        category: annotation.categoryID, image: example.imageID,
        numbers: numbers(of: mask.decode(), in: example.image))
    }
  }

  private static func numbers(of mask: [UInt8], in image: Image) -> [Float] {
    let width = image.width
    let own = mask.indices.filter { mask[$0] != 0 }
    let count = Float(own.count)
    let (rows, columns) = (own.map { $0 / width }, own.map { $0 % width })
    let (top, left) = (rows.min()!, columns.min()!)
    let (h, w) = (rows.max()! - top + 1, columns.max()! - left + 1)
    var colours = [Float](repeating: 0, count: 64)
    var outline = [Float](repeating: 0, count: 16)
    var (sum, squares, saturation): (Float, Float, Float) = (0, 0, 0)
    for (i, pixel) in own.enumerated() {
      let channels = (0..<3).map { Int(image.pixels[3 * pixel + $0]) }
      colours[channels.reduce(0) { $0 * 4 + $1 / 64 }] += 1
      outline[4 * (rows[i] - top) / h * 4 + 4 * (columns[i] - left) / w] += 1
      let brightness = Float(channels.reduce(0, +)) / 3
      sum += brightness
      squares += brightness * brightness
      saturation += Float(channels.max()! - channels.min()!)
    }
    let deviation = max(0, squares / count - (sum / count) * (sum / count)).squareRoot()
    return colours.map { 2 * ($0 / count).squareRoot() } + [Float(log(Double(h) / Double(w)))]
      + outline.map { 0.7 * $0 / max(1, Float(h * w) / 16) } + [deviation / 64, saturation / count / 64]
  }
}
