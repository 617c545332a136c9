import Foundation

/// How much work goes side by side. The results never depend on it.
public enum Parallel {
  /// One thread per core of this machine.
  public static let coreCount = ProcessInfo.processInfo.activeProcessorCount

  /// The values of `body(0) ... body(count - 1)`, in order, computed on up to `threads` threads.
  ///
  /// Which thread computes which index is left to chance, so `body` must be a pure function of its index;
  /// then the result has the same bits for any number of threads. Once a body throws, no other is begun; of several errors
  /// that of the lowest index is thrown, after all have ended.
  public static func map<Value>(
    _ count: Int, threads: Int, _ body: @Sendable (Int) throws -> Value
  ) throws -> [Value] {
    guard threads > 1, count > 1 else { return try (0..<count).map(body) }
    let slots = Slots<Result<Value, any Error>>(count)
    DispatchQueue.concurrentPerform(iterations: min(threads, count)) { _ in
      while let index = slots.take() {
        let result = Result { try body(index) }
        slots.values[index] = result
        if case .failure = result { slots.close() }
      }
    }
    // What was not begun comes after what failed: indices are taken in order.
    return try (0..<count).map { try slots.values[$0]!.get() }
  }

  /// Runs `body(0) ... body(count - 1)` on up to `threads` threads, in any order, and returns when all have ended.
  public static func forEach(_ count: Int, threads: Int, _ body: @Sendable (Int) -> Void) {
    guard threads > 1, count > 1 else { return (0..<count).forEach(body) }
    let slots = Slots<Void>(count)
    DispatchQueue.concurrentPerform(iterations: min(threads, count)) { _ in
      while let index = slots.take() { body(index) }
    }
  }
}

/// A row of empty places that threads take by number, each once.
private final class Slots<Value>: @unchecked Sendable {
  let values: UnsafeMutableBufferPointer<Value?>
  private var nextIndex = 0
  private let lock = NSLock()

  init(_ count: Int) {
    values = .allocate(capacity: count)
    values.initialize(repeating: nil)
  }

  deinit {
    values.deinitialize()
    values.deallocate()
  }

  /// The next free place, or nil when all are taken.
  func take() -> Int? {
    lock.lock()
    defer { lock.unlock() }
    guard nextIndex < values.count else { return nil }
    defer { nextIndex += 1 }
    return nextIndex
  }

  /// No place is taken from now on.
  func close() {
    lock.lock()
    defer { lock.unlock() }
    nextIndex = values.count
  }
}
