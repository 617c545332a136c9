import Backpropagation
import Tensors
import Testing

@testable import MaskRCNN

@Suite("§2 The box head with many classes")
struct BoxHeadTests {
  private func head(_ classCount: Int) -> BoxHead {
    var configuration = DetectorConfiguration.miniature
    (configuration.pyramidWidth, configuration.boxRegionSide, configuration.boxHeadWidths) = (4, 3, [16, 8])
    var generator = PCG32(seed: 4)
    let head = BoxHead(configuration, classCount: classCount, using: &generator)
    for parameter in head.regressor.parameters {
      parameter.value = Tensor(normal: parameter.value.shape, deviation: 1, using: &generator)
    }
    return head
  }

  private let pairs: [BoxHead.Pair] = [(0, 7), (2, 199), (2, 1), (1, 7), (0, 0)]

  @Test("Picked rows of the regressor give the boxes, and the gradients, that all rows give")
  func pickedRows() throws {
    let head = head(200)
    #expect(head.classCount > BoxHead.fewClasses)
    var generator = PCG32(seed: 5)
    let values = Tensor(normal: [3, 8], deviation: 1, using: &generator)
    let direction = Tensor(normal: [pairs.count, 4], deviation: 1, using: &generator)
    func run(_ deltas: (Variable) -> Variable) -> (Tensor, [Tensor]) {
      let tape = Tape(training: head.regressor.parameters)
      let features = tape.variable(values)
      let result = deltas(features)
      let gradients = tape.gradients(of: result, along: direction)
      return (
        result.value, head.regressor.parameters.map { gradients[$0]! } + [tape.gradient(of: features)!]
      )
    }
    let picked = run { head.deltas($0, pairs) }
    let all = run {
      rows(head.regressor($0).reshaped([3 * 201, 4]), pairs.map { $0.region * 201 + $0.label })
    }
    func distance(_ a: Tensor, _ b: Tensor) -> Float {
      zip(a.values, b.values).reduce(0) { max($0, abs($1.0 - $1.1)) }
    }
    #expect(picked.0.shape == [5, 4] && distance(picked.0, all.0) < 1e-5)
    for (a, b) in zip(picked.1, all.1) { #expect(a.shape == b.shape && distance(a, b) < 1e-5) }
  }

  @Test("No pairs give no boxes, with few classes and with many", arguments: [80, 200])
  func noPairs(classCount: Int) {
    let features = Tape().constant(Tensor(shape: [2, 8], repeating: 1))
    #expect(head(classCount).deltas(features, []).shape == [0, 4])
  }
}
