import Foundation
import MaskRCNN
import Tensors

/// §2.2 What a frozen detector sees in every image of a training set: computed once and kept, as far as memory is granted;
/// the rest is computed anew each time it is asked for. Or all of them lie on the disk (`FrozenStore`). The values are the
/// same each time: those of the form in which they are stored (`StoredSight`), features at half precision.
public struct FrozenRegions: Sendable {
  /// The number of images.
  public let count: Int
  /// The number of images whose regions are kept.
  public var keptCount: Int { kept.count }
  /// The bytes that they take.
  public let bytes: Int
  private let kept: [StoredBytes]
  private let compute: @Sendable (Int) throws -> FrozenDetector.TrainingRegions

  /// The memory granted where nothing else is said: a quarter of what the machine has, and at most 1.25 GiB, which holds
  /// 8000 images of the drawn world.
  public static let grantedBytes = min(Int(ProcessInfo.processInfo.physicalMemory / 4), 5 << 28)

  /// The regions of a training set, or of its first `count` images, made on up to `threads` threads. `progress` is called
  /// for each image that is kept.
  public init(
    _ detector: FrozenDetector, _ set: TrainingSet, in boxes: MaskBoxes? = nil, count: Int? = nil,
    threads: Int,
    grantedBytes: Int = Self.grantedBytes, progress: @Sendable () -> Void = {}
  ) throws {
    self.count = count ?? set.count
    compute = { detector.trainingRegions(try set.image(at: $0), in: boxes) }
    var kept: [StoredBytes] = []
    var bytes = 0
    // A few at a time, so that what is granted is hardly exceeded.
    while kept.count < self.count, bytes < grantedBytes {
      let start = kept.count
      let next = try Parallel.map(min(64, self.count - start), threads: threads) { [compute] number in
        let regions = try compute(start + number).stored(of: start + number)
        progress()
        return regions
      }
      bytes += next.reduce(0) { $0 + $1.data.count }
      kept += next
    }
    (self.kept, self.bytes) = (kept, bytes)
  }

  /// The regions of a training set on the disk, or of some of its images.
  public init(_ store: FrozenStore<FrozenDetector.TrainingRegions>, of indices: [Int]? = nil) {
    (count, kept, bytes) = (indices?.count ?? store.count, [], 0)
    compute = { number in try store[indices?[number] ?? number] }
  }

  /// The regions of an image.
  public subscript(index: Int) -> FrozenDetector.TrainingRegions {
    get throws {
      var bytes = index < kept.count ? kept[index] : try compute(index).stored(of: index)
      return FrozenDetector.TrainingRegions(from: &bytes)
    }
  }
}
