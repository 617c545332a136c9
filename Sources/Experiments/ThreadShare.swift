import Foundation

/// The threads of a process, shared by the runs that go side by side in it.
///
/// A training works on the images of a step side by side, and all its threads wait for the last of them. Where steps are
/// short, as in stage two, trainings of one thread each get through more steps than one after the other with all threads
/// (`Paper/A-Engine.md` says how many); where they are long, end to end, it makes no difference, and one at a time needs
/// less memory. The last of several takes over the threads of those that have ended. No result depends on any of it.
public final class ThreadShare: @unchecked Sendable {
  /// All threads.
  public let total: Int
  private let lock = NSLock()
  private var users = 0

  /// Threads that nobody uses yet.
  public init(of total: Int) { self.total = total }

  /// Counts the caller among those who share, as long as `body` runs.
  public func use<Value>(_ body: () throws -> Value) rethrows -> Value {
    lock.withLock { users += 1 }
    defer { lock.withLock { users -= 1 } }
    return try body()
  }

  /// The threads that each user may use at this moment.
  public var threads: Int { lock.withLock { max(1, total / max(1, users)) } }

  /// Which part of the time on the clock counts as a user's: the parts of all add up to what the clock tells.
  public var part: Double { lock.withLock { 1 / Double(max(1, users)) } }
}
