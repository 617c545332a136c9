import Foundation

/// Linear regression with a penalty on the length of the weights (Hoerl and Kennard, "Ridge regression", 1970), for few
/// samples of long vectors: solved by way of the samples' scalar products.
///
/// It asks how much of one description of classes another tells, as a linear map would find it: what a class's weights in the
/// detector say of the kernel that the oracle learnt for its masks. R² on samples that were left out is the share of their
/// variance that is explained; 0 is what the mean of the others explains.
public struct RidgeRegression: Sendable {
  private let inputs: [[Double]]
  private let mean: [Double]
  private let meanInput: [Double]
  /// For each sample the weights, by dimension of the targets, with which its scalar product counts.
  private let coefficients: [[Double]]

  /// Fits samples: as many targets as inputs, two or more.
  ///
  /// - Parameter penalty: the weight of the squared length, 0 or more; above 0 where vectors are longer than samples are many.
  public init(_ inputs: [[Double]], _ targets: [[Double]], penalty: Double) {
    precondition(
      inputs.count == targets.count && inputs.count > 1, "a target for each of two samples or more")
    precondition(penalty >= 0, "a penalty is no reward")
    let (meanInput, mean) = (Self.mean(of: inputs), Self.mean(of: targets))
    let centred = inputs.map { zip($0, meanInput).map(-) }
    var products = centred.map { left in centred.map { right in Self.product(left, right) } }
    for i in products.indices { products[i][i] += penalty }
    let rest = targets.map { zip($0, mean).map(-) }
    (self.inputs, self.mean, self.meanInput) = (centred, mean, meanInput)
    coefficients = solvedByCholesky(products, rest)
  }

  /// The target of an input.
  public func callAsFunction(_ input: [Double]) -> [Double] {
    let centred = zip(input, meanInput).map(-)
    var result = mean
    for (sample, own) in zip(inputs, coefficients) {
      let product = Self.product(centred, sample)
      for i in result.indices { result[i] += product * own[i] }
    }
    return result
  }

  /// The share of the variance of left-out samples that the others explain, over all folds: 1 for all of it, 0 for no more
  /// than their mean does; below 0 where it is better not to ask.
  public static func explainedVariance(
    _ inputs: [[Double]], _ targets: [[Double]], penalty: Double, leavingOut folds: [[Int]]
  ) -> Double {
    var (missed, spread) = (0.0, 0.0)
    for fold in folds {
      let out = Set(fold)
      let kept = inputs.indices.filter { !out.contains($0) }
      let fit = RidgeRegression(kept.map { inputs[$0] }, kept.map { targets[$0] }, penalty: penalty)
      for sample in fold {
        missed += squaredDistance(fit(inputs[sample]), targets[sample])
        spread += squaredDistance(fit.mean, targets[sample])
      }
    }
    return 1 - missed / spread
  }

  private static func mean(of vectors: [[Double]]) -> [Double] {
    vectors[0].indices.map { i in vectors.reduce(0) { $0 + $1[i] } / Double(vectors.count) }
  }

  private static func product(_ a: [Double], _ b: [Double]) -> Double {
    zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
  }

  private static func squaredDistance(_ a: [Double], _ b: [Double]) -> Double {
    zip(a, b).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
  }
}

/// Solves A·X = B for a symmetric, positive matrix A by its Cholesky factor, A = L·Lᵀ. A direction in which A is 0 is left out.
func solvedByCholesky(_ a: [[Double]], _ b: [[Double]]) -> [[Double]] {
  let n = a.count
  let smallest = 1e-12 * (a.indices.map { a[$0][$0] }.max() ?? 0)
  var l = [[Double]](repeating: [Double](repeating: 0, count: n), count: n)
  for i in 0..<n {
    for j in 0...i {
      let rest = a[i][j] - (0..<j).reduce(0) { $0 + l[i][$1] * l[j][$1] }
      if i == j {
        l[i][i] = rest > smallest ? rest.squareRoot() : 0
      } else {
        l[i][j] = l[j][j] > 0 ? rest / l[j][j] : 0
      }
    }
  }
  var x = b
  for column in b.first?.indices ?? 0..<0 {
    // Forwards through L, backwards through its transpose.
    for i in 0..<n {
      let rest = x[i][column] - (0..<i).reduce(0) { $0 + l[i][$1] * x[$1][column] }
      x[i][column] = l[i][i] > 0 ? rest / l[i][i] : 0
    }
    for i in (0..<n).reversed() {
      let rest = x[i][column] - (i + 1..<n).reduce(0) { $0 + l[$1][i] * x[$1][column] }
      x[i][column] = l[i][i] > 0 ? rest / l[i][i] : 0
    }
  }
  return x
}
