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
    let host = HostFacts.here(threads: threads.threads)
    print("processor  \(host.processor ?? "unknown"), \(host.cores) cores, \(host.system)")
    print("kernels    \(host.kernels)")
    let one = try Benchmark.matrixProducts(threads: 1)
    print("sgemm 1024³, 1 thread    \(decimal(one, 1)) GFLOP/s")
    if threads.threads > 1 {
      let all = try Benchmark.matrixProducts(threads: threads.threads)
      print("sgemm 1024³, \(threads.threads) threads   \(decimal(all, 1)) GFLOP/s")
    }
  }
}
