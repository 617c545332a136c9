import Foundation
import MaskRCNN
import MiniatureCOCO
import Tensors
import TrainingStrategies

/// How fast things go here, beside what this machine's matrix products reach.
///
/// Operations are those of the network's products done directly, two for each multiplication with its addition; backward
/// counts as twice forward. A convolution that gets by with fewer (`Winograd`) may so come out above the peak.
public struct Benchmark: Codable, Sendable {
  /// Images that a whole training step, end to end with transfer + MLP, gets through in a second.
  public var imagesPerSecond: Double
  /// Billions of operations a second in it.
  public var gflops: Double
  /// Billions of operations a second in products of two matrices 1024 x 1024, one product for each thread at a time.
  public var peakGflops: Double
  /// `gflops` as a share of that.
  public var shareOfPeak: Double
  /// Blocks of memory that tensors asked of the system in each of its steps, after the first few.
  public var allocationsPerStep: Double
  /// OpenBLAS's kernels.
  public var kernels: String
  /// Worker threads.
  public var threads: Int
  /// The processor's name, where the system tells.
  public var processor: String?
  /// Kinds of work: the stages of training, the two halves of a step, inference.
  public var work: [Work]
  /// Layers alone, at the sizes they have in the miniature.
  public var layers: [Layer]

  /// A kind of work.
  public struct Work: Codable, Sendable {
    /// What is done.
    public var name: String
    /// Images a second.
    public var imagesPerSecond: Double
    /// Billions of operations a second.
    public var gflops: Double
    /// That as a share of the peak.
    public var shareOfPeak: Double
  }

  /// A layer and its two halves.
  public struct Layer: Codable, Sendable {
    /// The kind of layer.
    public var type: String
    /// Its size.
    public var size: String
    /// Microseconds forward, for each thread's image.
    public var forwardMicroseconds: Double
    /// Microseconds backward.
    public var backwardMicroseconds: Double
    /// Billions of operations a second forward and backward; nil for a layer without products.
    public var gflops: Double?
    /// That as a share of the peak.
    public var shareOfPeak: Double?
  }

  /// Measures everything. It takes some ten seconds.
  public init(threads: Int, batches: Int = 6) throws {
    let before = try Self.matrixProducts(threads: threads)
    let (work, allocations) = try Self.network(threads: threads, batches: batches)
    let layers = try LayerBenchmark(threads: threads).layers()
    // A machine that others use is not equally fast all the time: the better of two.
    let peak = max(before, try Self.matrixProducts(threads: threads))
    self.work = work.map {
      Work(
        name: $0.name, imagesPerSecond: $0.imagesPerSecond, gflops: $0.gflops, shareOfPeak: $0.gflops / peak)
    }
    self.layers = layers.map { layer in
      var layer = layer
      layer.shareOfPeak = layer.gflops.map { $0 / peak }
      return layer
    }
    let whole = self.work.first { $0.name == Self.wholeStep }!
    (imagesPerSecond, gflops, shareOfPeak) = (whole.imagesPerSecond, whole.gflops, whole.shareOfPeak)
    allocationsPerStep = allocations
    (peakGflops, kernels, self.threads) = (peak, BLAS.kernels, threads)
    processor = HostFacts.here(threads: threads).processor
  }

  static let wholeStep = "end to end"

  /// Training and inference of the miniature model on drawn scenes, and the blocks asked for in a whole step. Shares are
  /// filled in later.
  private static func network(threads: Int, batches: Int) throws -> ([Work], allocations: Double) {
    let configuration = DetectorConfiguration.miniature
    let scenes = ExamplesInMemory(MiniatureWorld(seed: 1, count: 16))
    for index in 0..<scenes.count { _ = try scenes.example(at: index) }
    let cost = ArithmeticCost(configuration: configuration, classCount: scenes.categories.count)
    let everything = Set(1...scenes.categories.count)
    let set = TrainingSet(scenes, by: configuration, setA: everything)
    var generator = PCG32(seed: 1)
    let detector = Detector(configuration, classCount: scenes.categories.count, using: &generator)
    let model = MaskXRCNN(
      detector: detector, method: Method(.transfer(.paper), mlp: .miniature), using: &generator)
    let frozen = FrozenDetector(detector)
    // Some steps are not counted: they make the buffers that the others use again.
    let uncounted = 8
    // Steps of stage two are short: it needs more of them to be measured.
    let many = 10 * batches
    let schedule = TrainingSchedule(steps: many + uncounted, batch: 8, rate: 0.001)
    var work: [Work] = []
    var allocations = 0
    func add(_ name: String, images: Int, seconds: Double, operations: Double) {
      work.append(
        Work(
          name: name, imagesPerSecond: Double(images) / seconds, gflops: 1e-9 * operations / seconds,
          shareOfPeak: 0))
    }
    /// Seconds that the batches take.
    func train(
      _ name: String, _ session: TrainingSession, batches: Int = batches, operationsPerImage: Double
    ) throws -> Double {
      var session = session
      for _ in 0..<uncounted { try session.advance(threads: threads) }
      allocations = BufferPool.shared.allocationCount
      let seconds = try clocked { for _ in 0..<batches { try session.advance(threads: threads) } }
      allocations = BufferPool.shared.allocationCount - allocations
      let images = batches * schedule.batch
      add(name, images: images, seconds: seconds, operations: 3 * Double(images) * operationsPerImage)
      return seconds
    }
    let boxes = Double(configuration.regionsSampled) * cost.boxRegion
    let masks = Double(configuration.maskRegions) * cost.maskRegion
    _ = try train(
      "stage one", .stageOne(detector, on: set, schedule, seed: 1), operationsPerImage: cost.image + boxes)
    // Stage two from what was kept, and as it would be if the detector ran in every step.
    let kept = try FrozenRegions(frozen, set, threads: threads, grantedBytes: .max)
    _ = try train(
      "stage two", .stageTwo(model, on: kept, setA: everything, schedule, seed: 1), batches: many,
      operationsPerImage: masks)
    let none = try FrozenRegions(frozen, set, threads: threads, grantedBytes: 0)
    _ = try train(
      "stage two, nothing kept", .stageTwo(model, on: none, setA: everything, schedule, seed: 1),
      operationsPerImage: masks)

    // As many trainings of stage two side by side as there are threads, of one thread each.
    let sessions = (0..<threads).map { number in
      TrainingSession.stageTwo(
        MaskXRCNN(detector: detector, method: model.method, using: &generator), on: kept,
        setA: everything, schedule, seed: UInt64(number))
    }
    func advanced(_ sessions: [TrainingSession], by steps: Int) throws -> [TrainingSession] {
      try Parallel.map(threads, threads: threads) { number in
        var session = sessions[number]
        for _ in 0..<steps { try session.advance(threads: 1) }
        return session
      }
    }
    let warm = try advanced(sessions, by: uncounted)
    let together = try clocked { _ = try advanced(warm, by: many) }
    let seen = threads * many * schedule.batch
    add("stage two, side by side", images: seen, seconds: together, operations: 3 * Double(seen) * masks)

    // A whole step, and its first half alone.
    let session = TrainingSession.endToEnd(model, on: set, strategy: .endToEndStopGradient, schedule, seed: 1)
    let operations = cost.image + boxes + masks
    let whole = try train(wholeStep, session, operationsPerImage: operations)
    let allocationsPerStep = Double(allocations) / Double(batches)
    let images = batches * schedule.batch
    try session.measureLosses(steps: 1, threads: threads)
    let forward = try clocked { try session.measureLosses(steps: batches, threads: threads) }
    add("end to end, forward", images: images, seconds: forward, operations: Double(images) * operations)
    add(
      "end to end, backward", images: images, seconds: max(1e-9, whole - forward),
      operations: 2 * Double(images) * operations)

    // Inference: proposals, boxes, and a mask for each detection.
    let pictures = try (0..<set.count).map { try set.image(at: $0) }
    var found = 0
    let seconds = try clocked {
      found = try Parallel.map(pictures.count, threads: threads) {
        model.findings(in: frozen.view(pictures[$0])).count
      }.reduce(0, +)
    }
    add(
      "inference", images: pictures.count, seconds: seconds,
      operations: Double(pictures.count) * (cost.image + Double(configuration.proposalsKept) * cost.boxRegion)
        + Double(found) * cost.maskRegion)
    return (work, allocationsPerStep)
  }

  /// The rate of products of two matrices 1024 x 1024, one product for each thread at a time, in GFLOP/s: the peak that
  /// everything else is held against. The best of several repetitions.
  static func matrixProducts(threads: Int, repetitions: Int = 5) throws -> Double {
    let side = 1024
    var generator = PCG32(seed: 1)
    let a = Tensor(normal: [side, side], deviation: 1, using: &generator)
    let b = Tensor(normal: [side, side], deviation: 1, using: &generator)
    let products = 4 * threads
    var best = 0.0
    for _ in 0..<repetitions {
      let seconds = try clocked {
        _ = try Parallel.map(products, threads: threads) { _ in Tensor.product(a, .plain, b).count }
      }
      best = max(best, 2e-9 * Double(side * side * side * products) / seconds)
    }
    return best
  }

  /// Seconds that `body` takes on the clock.
  public static func clocked(_ body: () throws -> Void) rethrows -> Double {
    let watch = Stopwatch()
    try body()
    return max(1e-9, watch.seconds)
  }
}
