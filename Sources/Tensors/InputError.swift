/// Something wrong with what the user gave: which file, where in it, what is wrong and what was expected.
///
/// The command line prints it as one line and exits with code 65.
public struct InputError: Error, CustomStringConvertible, Equatable {
  /// The file's path, or the name of what stands for one.
  public let file: String
  /// The place in the file, for example `annotations[17].bbox`; empty for the file as a whole.
  public let place: String
  /// What is wrong, and what was expected.
  public let problem: String

  /// An error about a place in a file.
  public init(file: String, place: String = "", problem: String) {
    (self.file, self.place, self.problem) = (file, place, problem)
  }

  /// `FILE: PLACE: PROBLEM`.
  public var description: String {
    [file, place, problem].filter { !$0.isEmpty }.joined(separator: ": ")
  }
}
