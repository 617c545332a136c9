import ArgumentParser
import Experiments
import Foundation
import Tensors

/// The command line.
struct Reproduce: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reproduce",
    abstract: "Learning to Segment Every Thing (Hu, Dollár, He, Darrell, Girshick, CVPR 2018), reproduced.",
    discussion: """
      Exit codes: 0 done, 64 bad usage, 65 bad input (the file, the place in it and what was expected are on \
      standard error), 70 a fault of this program.
      """,
    subcommands: [
      AllCommand.self, PlanCommand.self, DatasetCommand.self, PretrainCommand.self, VisualGenomeCommand.self,
      TrainCommand.self,
      SegmentCommand.self, EvaluateCommand.self, ConvertCommand.self,
      TablesCommand.self, FiguresCommand.self, BenchmarkCommand.self, VerifyCommand.self, KernelsCommand.self,
    ])
}

/// How many threads work.
struct ThreadOptions: ParsableArguments {
  @Option(help: "Threads to work on. No result depends on it.")
  var threads: Int = Parallel.coreCount

  func validate() throws {
    guard (1...1024).contains(threads) else {
      throw ValidationError("--threads expects a number from 1 to 1024, not \(threads)")
    }
  }
}

/// How often a training's state is kept.
struct CheckpointOptions: ParsableArguments {
  @Option(
    help: "Seconds between checkpoints of a training; a process that is killed loses no more. 0: each step.")
  var checkpointInterval: Double = 30

  func validate() throws {
    guard checkpointInterval >= 0, checkpointInterval.isFinite else {
      throw ValidationError("--checkpoint-interval expects 0 or more, not \(checkpointInterval)")
    }
  }
}

/// Says in a line when OpenBLAS runs on kernels that are not this processor's own.
func warnOfKernels() {
  let executable = Bundle.main.executablePath ?? CommandLine.arguments[0]
  if let warning = KernelChoice.warning(executable: executable) { printError(warning) }
}
