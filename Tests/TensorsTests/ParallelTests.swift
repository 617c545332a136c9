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
}
