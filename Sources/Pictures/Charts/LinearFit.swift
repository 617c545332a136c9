/// The line of least squares through points: y = intercept + slope x.
public struct LinearFit: Sendable, Hashable {
  /// The change of y for a step of 1 in x.
  public let slope: Double
  /// y at x = 0.
  public let intercept: Double
  /// Pearson's r: -1 to 1; 0 if all y are equal.
  public let correlation: Double
  /// The standard deviation of y around the line, for n - 2 degrees of freedom; 0 for two points.
  public let residualDeviation: Double

  private let count: Double
  private let meanX: Double
  private let squaresX: Double

  /// The fit, or nothing for fewer than two different x.
  public init?(_ points: [Point]) {
    let count = Double(points.count)
    guard points.count >= 2 else { return nil }
    let meanX = points.reduce(0) { $0 + $1.x } / count
    let meanY = points.reduce(0) { $0 + $1.y } / count
    let squaresX = points.reduce(0) { $0 + ($1.x - meanX) * ($1.x - meanX) }
    let squaresY = points.reduce(0) { $0 + ($1.y - meanY) * ($1.y - meanY) }
    let products = points.reduce(0) { $0 + ($1.x - meanX) * ($1.y - meanY) }
    guard squaresX > 0 else { return nil }
    slope = products / squaresX
    intercept = meanY - products / squaresX * meanX
    correlation = squaresY > 0 ? products / (squaresX * squaresY).squareRoot() : 0
    let residual = max(0, squaresY - products * products / squaresX)
    residualDeviation = points.count > 2 ? (residual / (count - 2)).squareRoot() : 0
    (self.count, self.meanX, self.squaresX) = (count, meanX, squaresX)
  }

  /// The line's y.
  public func callAsFunction(_ x: Double) -> Double { intercept + slope * x }

  /// How uncertain the line's y itself is: its standard error.
  public func standardError(at x: Double) -> Double {
    residualDeviation * (1 / count + (x - meanX) * (x - meanX) / squaresX).squareRoot()
  }

  /// How uncertain the slope is: its standard error.
  public var slopeStandardError: Double { residualDeviation / squaresX.squareRoot() }

  /// How many points there are beyond the two that a line needs.
  public var degreesOfFreedom: Int { Int(count) - 2 }

  /// The line over a range of x, with a band of so many standard errors of its y either way.
  public func series(
    _ name: String, over range: ClosedRange<Double>, standardErrors: Double, style: SeriesStyle? = nil
  ) -> Series {
    let points = (0...40).map { i -> DataPoint in
      let x = range.lowerBound + (range.upperBound - range.lowerBound) * Double(i) / 40
      return DataPoint(x: x, y: self(x), plusMinus: standardErrors * standardError(at: x))
    }
    return Series(name, .line, points, style: style)
  }
}
