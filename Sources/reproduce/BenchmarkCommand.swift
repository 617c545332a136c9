import ArgumentParser
import Experiments
import Foundation

/// Throughput, beside what this machine's matrix products reach.
struct BenchmarkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "benchmark",
    abstract: "Throughput of training and inference, and their share of this machine's sgemm peak.",
    discussion: """
      Operations are counted as the direct way would need them, backward as twice forward; a convolution that gets by \
      with fewer may come out above the peak.
      """)

  @Flag(help: "Print one JSON object.")
  var json = false

  @OptionGroup var threads: ThreadOptions

  func run() throws {
    warnOfKernels()
    let benchmark = try Benchmark(threads: threads.threads)
    if json {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
      print(String(decoding: try encoder.encode(benchmark), as: UTF8.self))
      return
    }
    let count = benchmark.threads
    print("processor    \(benchmark.processor ?? "unknown"), \(count) thread\(count == 1 ? "" : "s")")
    print("kernels      \(benchmark.kernels)")
    print("sgemm 1024³  \(decimal(benchmark.peakGflops, 1)) GFLOP/s")
    print("allocations  \(decimal(benchmark.allocationsPerStep, 1)) in a step, end to end")
    print("")
    print(line(["the miniature model", "", "images/s", "GFLOP/s", "of sgemm"]))
    for work in benchmark.work {
      print(
        line([
          work.name, "", decimal(work.imagesPerSecond, 1), decimal(work.gflops, 1), percent(work.shareOfPeak),
        ]))
    }
    print("")
    print(line(["layer", "µs forward", "backward", "GFLOP/s", "of sgemm"]))
    for layer in benchmark.layers {
      print(
        line([
          "\(layer.type), \(layer.size)", decimal(layer.forwardMicroseconds, 0),
          decimal(layer.backwardMicroseconds, 0), layer.gflops.map { decimal($0, 1) } ?? "–",
          layer.shareOfPeak.map(percent) ?? "–",
        ]))
    }
  }

  private func percent(_ share: Double) -> String { "\(decimal(100 * share, 0)) %" }

  private func line(_ cells: [String]) -> String {
    cells[0].padding(toLength: 48, withPad: " ", startingAt: 0)
      + cells.dropFirst().map { String(repeating: " ", count: max(1, 11 - $0.count)) + $0 }.joined()
  }
}
