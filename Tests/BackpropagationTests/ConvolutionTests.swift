import Backpropagation
import Tensors
import Testing

@Suite("Convolutions")
struct ConvolutionTests {
  @Test("a 2x2 kernel on a 3x3 ramp, by hand")
  func byHand() {
    let tape = Tape()
    // 1 2 3 / 4 5 6 / 7 8 9 under 1 0 / 0 -1 plus 10: always x - (x + 4) + 10 = 6.
    let ramp = tape.constant(Tensor(shape: [1, 3, 3, 1], values: (1...9).map(Float.init)))
    let kernel = tape.constant(Tensor(shape: [1, 2, 2, 1], values: [1, 0, 0, -1]))
    let bias = tape.constant(Tensor(shape: [1], values: [10]))
    let y = convolution(ramp, weight: kernel, bias: bias, Window(kernel: 2))
    #expect(y.value == Tensor(shape: [1, 2, 2, 1], values: [6, 6, 6, 6]))
    // Padded by 1 and at every second place, only 1 of 4 windows lies inside.
    let padded = convolution(ramp, weight: kernel, bias: nil, Window(kernel: 2, stride: 2, padding: 1))
    #expect(padded.value == Tensor(shape: [1, 2, 2, 1], values: [-1, -3, -7, 5 - 9]))
  }

  @Test("a kernel of one 1 in its centre is the identity")
  func identity() {
    var generator = PCG32(seed: 3)
    let x = normal(2, 4, 5, 3, using: &generator)
    var kernel = Tensor(shape: [3, 3, 3, 3])
    for channel in 0..<3 { kernel[channel, 1, 1, channel] = 1 }
    let tape = Tape()
    let y = convolution(
      tape.constant(x), weight: tape.constant(kernel), bias: nil, Window(kernel: 3, padding: 1))
    #expect(y.value == x)
  }

  @Test(
    "gradients, by finite differences",
    arguments: [Window(kernel: 1), Window(kernel: 3, stride: 2, padding: 1), Window(kernel: 2, stride: 1)])
  func differences(window: Window) {
    var generator = PCG32(seed: 4)
    let inputs = [
      normal(2, 4, 5, 2, using: &generator), normal(3, window.kernel, window.kernel, 2, using: &generator),
      normal(3, using: &generator),
    ]
    expectGradients(of: inputs) { convolution($0[0], weight: $0[1], bias: $0[2], window) }
    expectGradients(of: Array(inputs.prefix(2))) { convolution($0[0], weight: $0[1], bias: nil, window) }
  }

  @Test("a transposed convolution paints its kernel, scaled, at each pixel")
  func transposedByHand() {
    let tape = Tape()
    let x = tape.constant(Tensor(shape: [1, 1, 2, 1], values: [1, 10]))
    let kernel = tape.constant(Tensor(shape: [1, 2, 2, 1], values: [1, 2, 3, 4]))
    let bias = tape.constant(Tensor(shape: [1], values: [100]))
    #expect(
      transposedConvolution(x, weight: kernel, bias: bias).value
        == Tensor(shape: [1, 2, 4, 1], values: [101, 102, 110, 120, 103, 104, 130, 140]))
  }

  @Test("a transposed convolution is the adjoint of the convolution with the same kernel")
  func adjoint() {
    var generator = PCG32(seed: 5)
    let (x, y) = (normal(2, 3, 4, 5, using: &generator), normal(2, 6, 8, 3, using: &generator))
    // As a convolution from 3 channels to 5, the kernel is [5, 2, 2, 3]; transposed, from 5 to 3, it is the same.
    let kernel = normal(5, 2, 2, 3, using: &generator)
    let tape = Tape()
    let up = transposedConvolution(
      tape.constant(x), weight: tape.constant(kernel), bias: tape.constant(Tensor(shape: [3])))
    let down = convolution(
      tape.constant(y), weight: tape.constant(kernel), bias: nil, Window(kernel: 2, stride: 2))
    #expect(abs(dot(up.value, y) - dot(x, down.value)) < 1e-4)
    expectGradients(of: [x, kernel, normal(3, using: &generator)]) {
      transposedConvolution($0[0], weight: $0[1], bias: $0[2])
    }
  }

  @Test("a kernel for each region: by hand, by finite differences, and as a convolution where all are equal")
  func pointwise() {
    let tape = Tape()
    let features = tape.constant(Tensor(shape: [2, 1, 2, 2], values: [1, 2, 3, 4, 5, 6, 7, 8]))
    let kernels = tape.constant(Tensor(shape: [2, 2], values: [1, -1, 10, 1]))
    #expect(
      pointwiseConvolution(features, kernels: kernels).value
        == Tensor(shape: [2, 1, 2], values: [-1, -1, 56, 78]))

    var generator = PCG32(seed: 6)
    let (x, row) = (normal(3, 4, 4, 5, using: &generator), normal(1, 5, using: &generator))
    let repeated = rows(tape.constant(row), [0, 0, 0])
    let convolved = convolution(
      tape.constant(x), weight: tape.constant(row.reshaped([1, 1, 1, 5])), bias: nil, Window(kernel: 1))
    expectClose(
      pointwiseConvolution(tape.constant(x), kernels: repeated).value, convolved.value.reshaped([3, 4, 4]),
      tolerance: 1e-6)
    expectGradients(of: [x, normal(3, 5, using: &generator)]) { pointwiseConvolution($0[0], kernels: $0[1]) }
  }

  @Test("no regions at all: empty outputs, and gradients of zero")
  func empty() throws {
    let tape = Tape()
    let weight = tape.variable(Tensor(shape: [4, 3, 3, 2], repeating: 1))
    let up = tape.variable(Tensor(shape: [4, 2, 2, 3], repeating: 1))
    let bias = tape.variable(Tensor(shape: [3], repeating: 1))
    let features = convolution(
      tape.constant(Tensor(shape: [0, 5, 5, 2])), weight: weight, bias: nil, Window(kernel: 3, padding: 1))
    let doubled = transposedConvolution(features, weight: up, bias: bias)
    let logits = pointwiseConvolution(doubled, kernels: tape.constant(Tensor(shape: [0, 3])))
    #expect(logits.shape == [0, 10, 10])
    _ = tape.gradients(of: sum(logits))
    for leaf in [weight, up, bias] {
      #expect(try #require(tape.gradient(of: leaf)) == Tensor(shape: leaf.shape))
    }
  }
}
