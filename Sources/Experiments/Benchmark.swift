import Foundation
import Tensors

/// How fast things go here.
public enum Benchmark {
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
