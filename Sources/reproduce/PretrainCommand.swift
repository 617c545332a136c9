import ArgumentParser
import Experiments
import Foundation
import Tensors

/// Makes the weights that stage one goes on from.
struct PretrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pretrain",
    abstract: "Learns the weights that stage one goes on from, which ship with the package.",
    discussion: """
      What ImageNet is to the paper: a detector of a thousand kinds of drawn things, in scenes that no experiment sees, \
      from boxes and names alone. It takes hours. Stopped at any moment, it goes on where it was when the same command is \
      given again.
      """)

  @Option(help: "The file to write, safetensors at half precision.")
  var output: String

  @OptionGroup var threads: ThreadOptions
  @OptionGroup var checkpoints: CheckpointOptions

  func run() throws {
    warnOfKernels()
    let states = "\(output).checkpoints"
    try makeFolder(states)
    let workbench = Workbench(
      checkpoints: CheckpointStore(folder: states), threads: threads.threads,
      checkpointInterval: checkpoints.checkpointInterval)
    try PretrainedWeights.write(workbench.pretrained(PretrainedWeights.training), to: output)
    print(output)
  }
}
