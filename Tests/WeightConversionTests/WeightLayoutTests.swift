import Backpropagation
import Tensors
import Testing
import WeightConversion

@Suite("How weights lie in channels-first files")
struct WeightLayoutTests {
  private func counted(_ shape: [Int]) -> Tensor {
    Tensor(shape: shape, values: (0..<shape.reduce(1, *)).map(Float.init))
  }

  private func random(_ shape: [Int], seed: UInt64) -> Tensor {
    var generator = PCG32(seed: seed)
    return Tensor(normal: shape, deviation: 1, using: &generator)
  }

  @Test("By hand: two channels of 2 x 2, one after the other there, pixel by pixel here")
  func byHand() {
    // There 0 1 / 2 3 is the first channel and 4 5 / 6 7 the second.
    let pixels: [Float] = [0, 4, 1, 5, 2, 6, 3, 7]
    let kernel = WeightLayout.convolution.ours(counted([1, 2, 2, 2]))
    #expect(kernel == Tensor(shape: [1, 2, 2, 2], values: pixels))
    let columns = WeightLayout.flattened(side: 2).ours(counted([1, 8]))
    #expect(columns == Tensor(shape: [1, 8], values: pixels))
    // A second output starts anew.
    #expect(WeightLayout.flattened(side: 2).ours(counted([2, 8])).row(1).values == pixels.map { $0 + 8 })
    #expect(WeightLayout.pointwiseConvolution.ours(counted([3, 2, 1, 1])) == counted([3, 2]))
    #expect(WeightLayout.same.ours(counted([3, 2])) == counted([3, 2]))
    #expect(WeightLayout.normalization.ours(counted([3])) == counted([3]))
  }

  /// Layouts with a shape of ours and the same weight's shape in a file.
  private static let shapes: [(WeightLayout, [Int], [Int])] = [
    (.same, [3, 4], [3, 4]), (.normalization, [5], [5]),
    (.convolution, [2, 3, 3, 5], [2, 5, 3, 3]), (.convolution, [4, 2, 2, 3], [4, 3, 2, 2]),
    (.pointwiseConvolution, [3, 4], [3, 4, 1, 1]), (.flattened(side: 3), [2, 45], [2, 45]),
  ]

  @Test("There and back are the same bits, under the shapes that are said", arguments: shapes)
  func inverse(layout: WeightLayout, ours: [Int], theirs: [Int]) {
    #expect(layout.theirShape(ours) == theirs)
    let file = random(theirs, seed: 1)
    #expect(layout.ours(file).shape == ours)
    #expect(layout.theirs(layout.ours(file)) == file)
    let model = random(ours, seed: 2)
    #expect(layout.ours(layout.theirs(model)) == model)
  }

  @Test("A convolution's output is the sum over channels, rows and columns that PyTorch defines")
  func convolutionOutput() {
    let (w, x) = (random([2, 3, 3, 3], seed: 3), random([1, 3, 3, 3], seed: 4))
    let tape = Tape()
    let y = convolution(
      tape.constant(x), weight: tape.constant(WeightLayout.convolution.ours(w)), bias: nil, Window(kernel: 3))
    for output in 0..<2 {
      var sum: Float = 0
      for channel in 0..<3 {
        for row in 0..<3 {
          for column in 0..<3 { sum += w[output, channel, row, column] * x[0, row, column, channel] }
        }
      }
      #expect(abs(y.value[0, 0, 0, output] - sum) < 1e-5)
    }
  }

  @Test("A transposed convolution lays its kernel, input channel first, over each 2 x 2 block")
  func transposedConvolutionOutput() {
    let (w, x) = (random([2, 3, 2, 2], seed: 5), random([1, 1, 2, 2], seed: 6))
    let tape = Tape()
    let y = transposedConvolution(
      tape.constant(x), weight: tape.constant(WeightLayout.convolution.ours(w)),
      bias: tape.constant(Tensor(shape: [3])))
    for place in 0..<2 {
      for row in 0..<2 {
        for column in 0..<2 {
          for output in 0..<3 {
            let sum = (0..<2).map { x[0, 0, place, $0] * w[$0, output, row, column] }.reduce(0, +)
            #expect(abs(y.value[0, row, 2 * place + column, output] - sum) < 1e-5)
          }
        }
      }
    }
  }

  @Test("A layer on flattened maps gives what it gives on maps flattened channel by channel")
  func flattenedOutput() {
    let (w, x) = (random([4, 18], seed: 7), random([1, 3, 3, 2], seed: 8))
    let tape = Tape()
    let y = linear(
      tape.constant(x.reshaped([1, 18])), weight: tape.constant(WeightLayout.flattened(side: 3).ours(w)),
      bias: nil)
    for output in 0..<4 {
      var sum: Float = 0
      for channel in 0..<2 {
        for row in 0..<3 {
          for column in 0..<3 {
            sum += w[output, channel * 9 + row * 3 + column] * x[0, row, column, channel]
          }
        }
      }
      #expect(abs(y.value[0, output] - sum) < 1e-5)
    }
  }
}
