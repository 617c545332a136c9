import Tensors
import Testing

@testable import Experiments

@Suite("§2.1 What one description of classes tells of another, by ridge regression")
struct RidgeRegressionTests {
  @Test("Three equations by hand")
  func cholesky() {
    // [[4, 2], [2, 3]] has the factor [[2, 0], [1, √2]]; 4x + 2y = 8 and 2x + 3y = 8 give x = 1, y = 2.
    let x = solvedByCholesky([[4, 2], [2, 3]], [[8, 4], [8, 2]])
    for (a, b) in zip(x.joined(), [1.0, 1, 2, 0]) { #expect(abs(a - b) < 1e-12) }
    // A direction without any length is left alone.
    let kept = solvedByCholesky([[0, 0], [0, 2]], [[5], [6]])
    #expect(kept[0] == [0] && abs(kept[1][0] - 3) < 1e-12)
  }

  @Test("A line through three points, without and with a penalty, by hand")
  func line() {
    // y = 2x + 1 at x = 0, 1, 2: deviations -1, 0, 1 and -2, 0, 2. The slope is Σxy / (Σx² + λ) = 4 / (2 + λ).
    let (x, y) = ([[0.0], [1], [2]], [[1.0], [3], [5]])
    #expect(abs(RidgeRegression(x, y, penalty: 0)([10])[0] - 21) < 1e-9)
    let bent = RidgeRegression(x, y, penalty: 2)
    #expect(abs(bent([10])[0] - (3 + 9.0)) < 1e-9)
    #expect(abs(bent([1])[0] - 3) < 1e-12)
  }

  @Test("What is linear is explained on samples left out; what is random is not")
  func explained() {
    var generator = PCG32(seed: 4)
    func vectors(_ count: Int, _ length: Int) -> [[Double]] {
      (0..<count).map { _ in (0..<length).map { _ in Double(generator.normal()) } }
    }
    let inputs = vectors(40, 6)
    let map = vectors(3, 6)
    let targets = inputs.map { input in map.map { row in zip(row, input).reduce(0) { $0 + $1.0 * $1.1 } } }
    let folds = (0..<8).map { fold in (0..<40).filter { $0 % 8 == fold } }
    #expect(
      RidgeRegression.explainedVariance(inputs, targets, penalty: 1e-6, leavingOut: folds) > 0.999)
    let noise = vectors(40, 3)
    #expect(RidgeRegression.explainedVariance(inputs, noise, penalty: 0.3, leavingOut: folds) < 0.1)
    // Under a penalty that allows nothing the mean of the others is left, which explains nothing.
    let nothing = RidgeRegression.explainedVariance(inputs, targets, penalty: 1e12, leavingOut: folds)
    #expect(abs(nothing) < 1e-6)
  }
}
