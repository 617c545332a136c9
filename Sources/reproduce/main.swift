import ArgumentParser
import Foundation
import Tensors
import TrainingStrategies

// Exit codes: 0 done, 64 bad usage, 65 bad input, 70 a fault of this program.

// A broken precondition stops a Swift program by a trap. It is our fault, and is told apart from a kill.
for trap in [SIGILL, SIGTRAP, SIGFPE] { signal(trap) { _ in _exit(70) } }
// A closed pipe (`reproduce ... | head`) ends the program quietly.
signal(SIGPIPE, SIG_DFL)

func printError(_ line: String) { FileHandle.standardError.write(Data("\(line)\n".utf8)) }

do {
  var command = try Reproduce.parseAsRoot()
  try command.run()
} catch let error as InputError {
  printError("\(error)")
  exit(65)
} catch let error as TrainingFailure {
  // A rate too high for the data.
  printError("\(error)")
  exit(65)
} catch {
  // Argument errors, help and explicit exit codes have a code of their own; anything else is a fault of ours.
  guard Reproduce.exitCode(for: error) != .failure else {
    printError("reproduce: internal error: \(error)")
    exit(70)
  }
  Reproduce.exit(withError: error)
}
