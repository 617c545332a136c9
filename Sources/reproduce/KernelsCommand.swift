import ArgumentParser
import Tensors

/// Prints the name of OpenBLAS's kernels, for a process that asks what they would be in another environment.
struct KernelsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kernels", abstract: "The kernels that OpenBLAS uses here.", shouldDisplay: false)

  func run() { print(BLAS.kernels) }
}
