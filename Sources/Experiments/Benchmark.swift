import Foundation
import MaskRCNN
import MiniatureCOCO
import Tensors
import TrainingStrategies

/// How fast things go here.
public enum Benchmark {
  /// A kind of work: how many images a second, and the rate of the products in it.
  public struct Rate: Sendable {
    /// What is done.
    public let name: String
    /// Images a second.
    public let imagesPerSecond: Double
    /// Billions of operations a second in the network's products, of which training has three times as many as a
    /// forward pass.
    public let gigaflops: Double
  }

  /// Training and inference of the miniature model on drawn scenes.
  public static func network(threads: Int, batches: Int = 6) throws -> [Rate] {
    let configuration = DetectorConfiguration.miniature
    let scenes = try ExamplesInMemory(MiniatureWorld(seed: 1, count: 16), threads: threads)
    let cost = ArithmeticCost(configuration: configuration, classCount: scenes.categories.count)
    let everything = Set(1...scenes.categories.count)
    let set = TrainingSet(scenes, side: configuration.imageSide, setA: everything)
    var generator = PCG32(seed: 1)
    let detector = Detector(configuration, classCount: scenes.categories.count, using: &generator)
    let model = MaskXRCNN(detector: detector, method: .baseline, using: &generator)
    let frozen = FrozenDetector(detector)
    // One step is not counted: it makes the buffers that the others use again.
    let schedule = TrainingSchedule(steps: batches + 1, batch: 8, rate: 0.001)
    var rates: [Rate] = []

    func train(_ name: String, _ session: TrainingSession, operationsPerImage: Double) throws {
      var session = session
      try session.advance(threads: threads)
      let seconds = try clocked { for _ in 0..<batches { try session.advance(threads: threads) } }
      let images = Double(batches * schedule.batch) / seconds
      rates.append(Rate(name: name, imagesPerSecond: images, gigaflops: 1e-9 * images * operationsPerImage))
    }
    let boxes = Double(configuration.regionsSampled) * cost.boxRegion
    try train(
      "stage one", .stageOne(detector, on: set, schedule, seed: 1),
      operationsPerImage: 3 * (cost.image + boxes))
    let regions = try Parallel.map(set.count, threads: threads) {
      frozen.trainingRegions(try set.image(at: $0))
    }
    let masks = Double(configuration.maskRegions) * cost.maskRegion
    try train(
      "stage two", .stageTwo(model, on: regions, setA: everything, schedule, seed: 1),
      operationsPerImage: 3 * masks)
    try train(
      "end to end", .endToEnd(model, on: set, strategy: .endToEndStopGradient, schedule, seed: 1),
      operationsPerImage: 3 * (cost.image + boxes + masks))

    // Inference: proposals, boxes, and a mask for each detection.
    let images = try (0..<set.count).map { try set.image(at: $0) }
    var found = 0
    let seconds = try clocked {
      found = try Parallel.map(images.count, threads: threads) {
        model.findings(in: frozen.view(images[$0])).count
      }.reduce(0, +)
    }
    let operations =
      Double(images.count) * (cost.image + Double(configuration.proposalsKept) * cost.boxRegion)
      + Double(found) * cost.maskRegion
    rates.append(
      Rate(
        name: "inference", imagesPerSecond: Double(images.count) / seconds,
        gigaflops: 1e-9 * operations / seconds))
    return rates
  }

  /// The rate of products of two matrices 1024 x 1024, one product per thread at a time, in GFLOP/s: the peak that
  /// everything else is held against. The best of several repetitions.
  public static func matrixProducts(threads: Int, repetitions: Int = 5) throws -> Double {
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
    let start = DispatchTime.now().uptimeNanoseconds
    try body()
    return max(1e-9, Double(DispatchTime.now().uptimeNanoseconds - start) * 1e-9)
  }
}
