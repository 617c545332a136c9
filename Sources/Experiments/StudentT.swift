import Foundation

/// Student's t distribution: how far a mean of a few values may lie from the true one, in its standard errors.
public struct StudentT: Sendable, Hashable {
  /// The degrees of freedom: n - 1 for a mean of n values, n - 2 for a line through n points.
  public let degreesOfFreedom: Double

  /// The distribution for some degrees of freedom, one at least.
  public init(degreesOfFreedom: Int) {
    precondition(degreesOfFreedom >= 1, "a distribution has a degree of freedom at least")
    self.degreesOfFreedom = Double(degreesOfFreedom)
  }

  /// The probability of a value below `t`.
  public func probability(below t: Double) -> Double {
    let tail =
      regularizedIncompleteBeta(
        degreesOfFreedom / (degreesOfFreedom + t * t), degreesOfFreedom / 2, 0.5) / 2
    return t < 0 ? tail : 1 - tail
  }

  /// The value that a share `probability` of the distribution lies below, found by halving.
  public func quantile(_ probability: Double) -> Double {
    precondition(probability > 0 && probability < 1, "a quantile is asked for a share between 0 and 1")
    if probability < 0.5 { return -quantile(1 - probability) }
    var (low, high) = (0.0, 1.0)
    while self.probability(below: high) < probability { (low, high) = (high, 2 * high) }
    while true {
      let middle = (low + high) / 2
      guard low < middle, middle < high else { return middle }
      if self.probability(below: middle) < probability { low = middle } else { high = middle }
    }
  }

  /// Half the width of the 95 % interval of a mean, in standard errors.
  public var factor95: Double { quantile(0.975) }
}

/// The regularised incomplete beta function I_x(a, b): its continued fraction, evaluated from the front by the method of
/// Lentz.
func regularizedIncompleteBeta(_ x: Double, _ a: Double, _ b: Double) -> Double {
  guard x > 0 else { return 0 }
  guard x < 1 else { return 1 }
  // The fraction converges quickly on this side of the mean; the other side is its mirror image.
  guard x <= (a + 1) / (a + b + 2) else { return 1 - regularizedIncompleteBeta(1 - x, b, a) }
  let logBeta: Double = lgamma(a) + lgamma(b) - lgamma(a + b)
  let factor: Double = exp(a * log(x) + b * log(1 - x) - logBeta)

  // 1 / (1 + d1 / (1 + d2 / (1 + ...))): c and d are the ratios of successive numerators and denominators.
  func kept(_ value: Double) -> Double { abs(value) < 1e-300 ? 1e-300 : value }
  func term(_ number: Int) -> Double {
    let m = Double(number / 2)
    return number % 2 == 0
      ? m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      : -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
  }
  var (c, d, fraction) = (1.0, 0.0, 1.0)
  for number in 1...1000 {
    d = 1 / kept(1 + term(number) * d)
    c = kept(1 + term(number) / c)
    fraction *= c * d
    if abs(c * d - 1) < 1e-15 { break }
  }
  return factor / (a * fraction)
}
