import Backpropagation
import Tensors
import Testing

@Suite("Normalisation")
struct NormalizationTests {
  @Test("two groups, by hand")
  func byHand() {
    let tape = Tape()
    // Channels 0 and 1 hold 1, 3, 5, 7: mean 4, variance 5. Channels 2 and 3 hold 8, 10, 8, 10: mean 9, variance 1.
    let x = tape.constant(Tensor(shape: [1, 1, 2, 4], values: [1, 3, 8, 10, 5, 7, 8, 10]))
    let y = groupNormalization(
      x, groups: 2, scale: tape.constant(Tensor(shape: [4], values: [1, 1, 1, 2])),
      shift: tape.constant(Tensor(shape: [4], values: [0, 10, 5, 6])), epsilon: 0)
    let root = Float(5).squareRoot()
    expectClose(
      y.value,
      Tensor(
        shape: [1, 1, 2, 4],
        values: [-3 / root, 10 - 1 / root, 5 - 1, 6 + 2, 1 / root, 10 + 3 / root, 5 - 1, 6 + 2]),
      tolerance: 1e-6)
  }

  @Test("mean 0 and variance 1 in each image's groups, whatever came in")
  func moments() {
    var generator = PCG32(seed: 8)
    let x = normal(2, 16, 16, 8, using: &generator).map { 1000 + 50 * $0 }
    let tape = Tape()
    let y = groupNormalization(
      tape.constant(x), groups: 2, scale: tape.constant(Tensor(shape: [8], repeating: 1)),
      shift: tape.constant(Tensor(shape: [8]))
    ).value
    for image in 0..<2 {
      for group in 0..<2 {
        var (sum, squares) = (0.0, 0.0)
        for pixel in 0..<256 {
          for channel in 0..<4 {
            let value = Double(y[(image * 256 + pixel) * 8 + group * 4 + channel])
            sum += value
            squares += value * value
          }
        }
        #expect(abs(sum / 1024) < 1e-4)
        #expect(abs(squares / 1024 - 1) < 1e-4)
      }
    }
  }

  @Test("gradients, by finite differences")
  func differences() {
    var generator = PCG32(seed: 9)
    let x = normal(2, 3, 3, 4, using: &generator)
    let (scale, shift) = (normal(4, using: &generator), normal(4, using: &generator))
    for groups in [1, 2, 4] {
      expectGradients(of: [x, scale, shift], tolerance: 1e-2) {
        groupNormalization($0[0], groups: groups, scale: $0[1], shift: $0[2])
      }
    }
    expectGradients(of: [x, scale, shift]) { channelwiseAffine($0[0], scale: $0[1], shift: $0[2]) }
  }

  @Test("a channelwise affine map, by hand")
  func affine() {
    let tape = Tape()
    let y = channelwiseAffine(
      tape.constant(Tensor(shape: [1, 1, 2, 2], values: [1, 2, 3, 4])),
      scale: tape.constant(Tensor(shape: [2], values: [10, -1])),
      shift: tape.constant(Tensor(shape: [2], values: [1, 0])))
    #expect(y.value == Tensor(shape: [1, 1, 2, 2], values: [11, -2, 31, -4]))
  }
}
