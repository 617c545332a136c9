/// The mean of repeated runs, how far they lie apart, and how far the mean may be off.
public struct Spread: Sendable, Hashable, Codable {
  /// The arithmetic mean.
  public let mean: Double
  /// The standard deviation of the sample (divided by n - 1); nil for a single run.
  public let deviation: Double?
  /// The number of runs.
  public let count: Int

  /// The spread of some values; nil if there are none.
  public init?(_ values: [Double]) {
    guard !values.isEmpty else { return nil }
    count = values.count
    let mean = values.reduce(0, +) / Double(values.count)
    self.mean = mean
    deviation =
      values.count < 2
      ? nil
      : (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1)).squareRoot()
  }

  /// The standard error of the mean; nil for a single run.
  public var standardError: Double? { deviation.map { $0 / Double(count).squareRoot() } }

  /// Half the width of the 95 % confidence interval of the mean, by Student's t distribution; nil for a single run.
  public var halfWidth: Double? {
    standardError.map { StudentT(degreesOfFreedom: count - 1).factor95 * $0 }
  }

  /// The 95 % confidence interval of the mean; nil for a single run.
  public var interval: ClosedRange<Double>? { halfWidth.map { mean - $0...mean + $0 } }

  /// How many values in all would tell the mean from a limit, were it to stay where it is and the values to lie as far apart
  /// as these: the fewest whose 95 % interval leaves the limit out. Nil for a single run, where the mean is the limit, and
  /// where a thousand would not do.
  public func countDeciding(against limit: Double) -> Int? {
    guard let deviation, mean != limit else { return nil }
    return (2...1000).first { count in
      StudentT(degreesOfFreedom: count - 1).factor95 * deviation / Double(count).squareRoot()
        < abs(mean - limit)
    }
  }

  /// `20.2` for one run, `20.2 ± 0.4` for several: the mean and half of its 95 % interval, with one decimal.
  public var text: String {
    guard let halfWidth else { return decimal(mean, 1) }
    return "\(decimal(mean, 1)) ± \(decimal(halfWidth, 1))"
  }
}

/// A number with a fixed count of decimals, the same in every locale.
public func decimal(_ value: Double, _ digits: Int) -> String {
  guard value.isFinite else { return value.isNaN ? "nan" : value < 0 ? "-inf" : "inf" }
  var scale = 1.0
  for _ in 0..<digits { scale *= 10 }
  let scaled = (value.magnitude * scale).rounded()
  guard scaled < 9e15 else { return "\(value)" }
  let whole = Int(scaled)
  let sign = value < 0 && whole != 0 ? "-" : ""
  guard digits > 0 else { return "\(sign)\(whole)" }
  let fraction = String(whole % Int(scale))
  return "\(sign)\(whole / Int(scale))." + String(repeating: "0", count: digits - fraction.count) + fraction
}
