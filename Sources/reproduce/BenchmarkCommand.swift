import ArgumentParser
import Experiments
import Foundation
import Tensors

/// Throughput, beside what this machine's matrix products reach.
struct BenchmarkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "benchmark",
    abstract: "Throughput of training and inference, and their share of this machine's sgemm peak.")

  @OptionGroup var threads: ThreadOptions

  func run() throws {
    warnOfKernels()
    let count = threads.threads
    let host = HostFacts.here(threads: count)
    print("processor  \(host.processor ?? "unknown"), \(host.cores) cores, \(host.system)")
    print("kernels    \(host.kernels)")
    print("sgemm 1024³  \(decimal(try Benchmark.matrixProducts(threads: 1), 1)) GFLOP/s on 1 thread")
    let peak = try Benchmark.matrixProducts(threads: count)
    if count > 1 { print("             \(decimal(peak, 1)) GFLOP/s on \(count) threads") }

    func column(_ text: String, _ width: Int) -> String {
      String(repeating: " ", count: max(0, width - text.count)) + text
    }
    print("\nthe miniature model, \(count) thread\(count == 1 ? "" : "s")   images/s   GFLOP/s   of sgemm")
    for rate in try Benchmark.network(threads: count) {
      print(
        rate.name.padding(toLength: 32, withPad: " ", startingAt: 0)
          + column(decimal(rate.imagesPerSecond, 1), 8) + column(decimal(rate.gigaflops, 1), 10)
          + column("\(decimal(100 * rate.gigaflops / peak, 0)) %", 11))
    }
  }
}
