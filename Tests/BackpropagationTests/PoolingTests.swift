import Backpropagation
import Tensors
import Testing

@Suite("Pooling and upsampling")
struct PoolingTests {
  @Test("the largest of each window, and the gradient to where it stood, by hand")
  func byHand() throws {
    let tape = Tape()
    let x = tape.variable(Tensor(shape: [1, 2, 4, 1], values: [1, 5, -3, -2, 4, 5, -1, -9]))
    let y = maxPool(x, Window(kernel: 2, stride: 2))
    #expect(y.value == Tensor(shape: [1, 1, 2, 1], values: [5, -1]))
    _ = tape.gradients(of: sum(y * tape.constant(Tensor(shape: [1, 1, 2, 1], values: [10, 20]))))
    // Of equal values the first wins.
    #expect(
      try #require(tape.gradient(of: x)) == Tensor(shape: [1, 2, 4, 1], values: [0, 10, 0, 0, 0, 0, 20, 0]))
  }

  @Test("padding never wins, even over negative values")
  func padding() {
    let tape = Tape()
    let x = tape.constant(Tensor(shape: [1, 2, 2, 1], values: [-4, -3, -2, -1]))
    #expect(
      maxPool(x, Window(kernel: 3, stride: 2, padding: 1)).value == Tensor(shape: [1, 1, 1, 1], values: [-1]))
  }

  @Test("a window of one pixel and stride 2 takes every second pixel")
  func subsampling() {
    let tape = Tape()
    let x = tape.constant(Tensor(shape: [1, 3, 3, 1], values: (1...9).map(Float.init)))
    #expect(
      maxPool(x, Window(kernel: 1, stride: 2)).value == Tensor(shape: [1, 2, 2, 1], values: [1, 3, 7, 9]))
  }

  @Test("upsampling repeats pixels; pooling takes them back")
  func upsampling() {
    let tape = Tape()
    let x = tape.constant(Tensor(shape: [1, 1, 2, 1], values: [1, 2]))
    let y = upsample(x, height: 2, width: 4)
    #expect(y.value == Tensor(shape: [1, 2, 4, 1], values: [1, 1, 2, 2, 1, 1, 2, 2]))
    #expect(maxPool(y, Window(kernel: 2, stride: 2)).value == x.value)
    // 2 pixels onto 5: 0 0 0 1 1, since 2 · 2 / 5 rounds down to 0.
    #expect(
      upsample(x, height: 1, width: 5).value == Tensor(shape: [1, 1, 5, 1], values: [1, 1, 1, 2, 2]))
  }

  @Test("gradients, by finite differences")
  func differences() {
    // All values differ by more than the step, so that no maximum changes.
    var generator = PCG32(seed: 10)
    let order = generator.sample(2 * 5 * 4 * 3, below: 2 * 5 * 4 * 3)
    let x = Tensor(shape: [2, 5, 4, 3], values: order.map { Float($0) / 10 })
    for window in [Window(kernel: 2, stride: 2), Window(kernel: 3, stride: 2, padding: 1)] {
      expectGradients(of: [x]) { maxPool($0[0], window) }
    }
    expectGradients(of: [x]) { upsample($0[0], height: 10, width: 7) }
  }
}
