import Foundation
import Tensors
import Testing

@Suite("Parallel work")
struct ParallelTests {
  private struct Failure: Error, Equatable { let index: Int }

  @Test("values come in order, the same for any number of threads", arguments: [1, 2, 5])
  func order(threads: Int) throws {
    let values = try Parallel.map(100, threads: threads) { index in
      var generator = PCG32(seed: 1, stream: UInt64(index))
      return Tensor(normal: [index], deviation: 1, using: &generator).sum
    }
    let plain = (0..<100).map { index in
      var generator = PCG32(seed: 1, stream: UInt64(index))
      return Tensor(normal: [index], deviation: 1, using: &generator).sum
    }
    #expect(values == plain)
    #expect(try Parallel.map(0, threads: threads) { $0 }.isEmpty)
  }

  @Test("of several errors that of the lowest index is thrown", arguments: [1, 2, 5])
  func errors(threads: Int) {
    let error = #expect(throws: Failure.self) {
      try Parallel.map(50, threads: threads) { index in
        if index >= 20 { throw Failure(index: index) }
        return index
      }
    }
    #expect(error == Failure(index: 20))
  }

  @Test("after an error nothing else is begun", arguments: [1, 2, 5])
  func stop(threads: Int) {
    let begun = Counter()
    #expect(throws: Failure.self) {
      try Parallel.map(1000, threads: threads) { index in
        begun.increment()
        // The others take longer than the one that fails.
        if index == 0 { throw Failure(index: 0) }
        usleep(2000)
      }
    }
    #expect(begun.value < 100)
  }
}

private final class Counter: @unchecked Sendable {
  private let lock = NSLock()
  private var count = 0
  func increment() { lock.withLock { count += 1 } }
  var value: Int { lock.withLock { count } }
}
