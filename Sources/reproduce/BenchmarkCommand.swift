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

      --vocabulary measures instead what 80 to 3000 classes cost, in a few minutes, and writes it as results \
      (vocabulary-cost) with a table and a figure.
      """)

  @Flag(help: "Print one JSON object.")
  var json = false

  @Flag(help: "What more classes cost, rather than how fast the network is.")
  var vocabulary = false

  @Option(help: "The folder to write to, with --vocabulary.")
  var output: String = "."

  @OptionGroup var threads: ThreadOptions

  func run() throws {
    warnOfKernels()
    if vocabulary { return try measureVocabulary() }
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

  private func measureVocabulary() throws {
    let rounds = 9
    let progress = Progress(
      "costs", total: (rounds + 1) * VocabularyCost.counts.count, unit: "measurements")
    let cost = try VocabularyCost(threads: threads.threads, rounds: rounds) { progress.advance() }
    progress.finish()
    for path in try cost.write(to: OutputFolders(root: output)) { print(path) }
    print("\n\(cost.document.markdown)")
  }

  private func percent(_ share: Double) -> String { "\(decimal(100 * share, 0)) %" }

  private func line(_ cells: [String]) -> String {
    cells[0].padding(toLength: 48, withPad: " ", startingAt: 0)
      + cells.dropFirst().map { String(repeating: " ", count: max(1, 11 - $0.count)) + $0 }.joined()
  }
}
