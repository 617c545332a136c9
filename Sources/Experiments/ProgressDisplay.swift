import Foundation

/// Where the lines of progress go, and of what whole they tell.
public struct ProgressDisplay: Sendable {
  enum Kind: Sendable, Equatable {
    case terminal(width: Int)
    case lines(interval: Double)
    case silent
  }

  let kind: Kind
  /// The whole that the work is a part of, if it is one.
  public var whole: WholeProgress?

  /// One line, written over.
  public static func terminal(width: Int) -> ProgressDisplay {
    ProgressDisplay(kind: .terminal(width: width))
  }
  /// Plain lines, at least `interval` seconds apart.
  public static func lines(interval: Double) -> ProgressDisplay {
    ProgressDisplay(kind: .lines(interval: interval))
  }
  /// Nowhere.
  public static let silent = ProgressDisplay(kind: .silent)

  /// What standard error is: a terminal, or not.
  public static var standardError: ProgressDisplay {
    guard isatty(STDERR_FILENO) == 1 else { return .lines(interval: 10) }
    var size = winsize()
    let known = ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    return .terminal(width: known ? Int(size.ws_col) : 80)
  }

  /// Says a line on standard error, over the line of progress that may be there.
  public func say(_ line: String) {
    switch kind {
    case .terminal(let width):
      let padding = String(repeating: " ", count: max(0, width - 1 - line.count))
      FileHandle.standardError.write(Data("\r\(line)\(padding)\n".utf8))
    case .lines, .silent: FileHandle.standardError.write(Data("\(line)\n".utf8))
    }
  }
}

extension String {
  /// Cut or padded to a width, so that nothing of a longer line before it stays.
  func fitted(to width: Int) -> String {
    let width = max(width, 10)
    return count > width ? String(prefix(width)) : self + String(repeating: " ", count: width - count)
  }
}
