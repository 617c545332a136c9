import Foundation
import Testing

@testable import Tensors

@Suite("Tensors")
struct TensorTests {
  @Test("a tensor is a value: a copy does not change with its original, however it is written to")
  func valueSemantics() {
    let original = Tensor(shape: [2, 2], values: [1, 2, 3, 4])
    var copy = original
    copy[1, 0] = 30
    var second = original.reshaped([4])
    second.scale(by: 2)
    var third = original
    third.add(original, times: 10)
    var fourth = original
    fourth.withUnsafeMutableValues { $0[0] = -1 }
    #expect(original.values == [1, 2, 3, 4])
    #expect(copy.values == [1, 2, 30, 4])
    #expect(second.values == [2, 4, 6, 8])
    #expect(third.values == [11, 22, 33, 44])
    #expect(fourth.values == [-1, 2, 3, 4])
  }

  @Test("shapes, positions and reductions, by hand")
  func byHand() {
    let x = Tensor(shape: [2, 3], values: [1, -2, 3, -4, 5, -6])
    #expect(x[1, 2] == -6 && x[4] == 5 && x.row(1).values == [-4, 5, -6] && x.row(1).shape == [3])
    #expect(x.sum == -3 && x.largestMagnitude == 6 && x.norm == 91.0.squareRoot())
    #expect(x.map { $0 * $0 }.sum == 91 && x.zipped(with: x, -).sum == 0)
    #expect(Tensor(3).scalar == 3 && Tensor(3).shape == [] && Tensor(3).count == 1)
    #expect(x.isFinite && !x.map { $0 / 0 }.isFinite)
    #expect(x.map { $0 == 5 ? .nan : $0 }.largestMagnitude.isNaN)
    let empty = Tensor(shape: [0, 3], values: [])
    #expect(empty.count == 0 && empty.sum == 0 && empty.values.isEmpty && empty == Tensor(shape: [0, 3]))
    #expect(Tensor(shape: [2]) != Tensor(shape: [1, 2]))
  }

  @Test("sums of any length are those of a plain loop in double precision", arguments: [0, 1, 7, 8, 9, 1000])
  func sums(count: Int) {
    var generator = PCG32(seed: 1)
    let x = Tensor(normal: [count], deviation: 1, using: &generator)
    #expect(abs(x.sum - x.values.reduce(0) { $0 + Double($1) }) < 1e-12 * Double(count + 1))
    let squares = x.values.reduce(0) { $0 + Double($1) * Double($1) }
    #expect(abs(x.norm - squares.squareRoot()) < 1e-12 * Double(count + 1))
  }

  @Test("the logistic function does not overflow")
  func logisticFunction() {
    #expect(logistic(0) == 0.5 && logistic(200) == 1 && logistic(-200) == 0)
    #expect(abs(logistic(1) + logistic(-1) - 1) < 1e-7)
  }

  @Test("blocks hold what is asked of them, waste at most a quarter, and fit neighbouring sizes")
  func capacities() {
    #expect(BufferPool.capacity(for: 0) == 16 && BufferPool.capacity(for: 17) == 128)
    var last = 0
    for count in 1...5000 {
      let capacity = BufferPool.capacity(for: count)
      #expect(capacity >= count && capacity >= last && BufferPool.capacity(for: capacity) == capacity)
      if count > 128 { #expect(capacity - count <= count / 8 + 16) }
      last = capacity
    }
    #expect(BufferPool.capacity(for: 1 << 20) == 1 << 20)
    #expect(BufferPool.capacity(for: (1 << 20) + 1) == (1 << 20) + (1 << 17))
  }

  @Test("a block that was given back is handed out again")
  func reuse() {
    let pool = BufferPool()
    let (block, capacity) = pool.take(1000)
    #expect(capacity == 1024 && UInt(bitPattern: block) % 64 == 0)
    pool.give(block, capacity: capacity)
    let (other, _) = pool.take(2000)
    let (again, _) = pool.take(1024)
    #expect(again == block && other != block)
    // A block serves for anything down to two thirds of its size, and nothing smaller.
    pool.give(block, capacity: capacity)
    let (small, _) = pool.take(600)
    let (large, itsCapacity) = pool.take(700)
    #expect(small != block && large == block && itsCapacity == 1024)
    small.deallocate()
    other.deallocate()
    again.deallocate()
  }
}
