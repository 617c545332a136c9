import Dispatch

/// Tells how long something takes, by a clock that nobody sets.
public struct Stopwatch: Sendable {
  private var start = Stopwatch.now()

  /// A watch that runs from now on.
  public init() {}

  /// Seconds since it was started, or since the last lap.
  public var seconds: Double { Self.now() - start }

  /// The seconds so far; then it starts anew.
  public mutating func lap() -> Double {
    let now = Self.now()
    defer { start = now }
    return now - start
  }

  /// Seconds since some moment that is the same for all.
  @Sendable public static func now() -> Double { Double(DispatchTime.now().uptimeNanoseconds) * 1e-9 }
}
