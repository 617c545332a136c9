/// What is wrong with something the user gave: a file that does not hold what was expected, or a place
/// that cannot be read or written. It ends the program with exit code 65, and prints as
/// "FILE: PLACE: PROBLEM".
public struct InputError: Error, Equatable, CustomStringConvertible {
  /// The path of the file in question.
  public let file: String
  /// The place in the file, as exact as is known: "line 3", "annotation 17: bbox", "byte 33, chunk IHDR".
  public let place: String
  /// What is wrong there, and what was expected.
  public let problem: String

  /// An error about `place` in `file`.
  public init(file: String, place: String = "", problem: String) {
    self.file = file
    self.place = place
    self.problem = problem
  }

  /// One line: "FILE: PLACE: PROBLEM", without the place where there is none.
  public var description: String {
    [file, place, problem].filter { !$0.isEmpty }.joined(separator: ": ")
  }
}
