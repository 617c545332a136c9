import Foundation

/// One axis of a chart.
public struct Axis: Sendable, Hashable {
  /// How values become places.
  public enum Kind: Sendable, Hashable {
    /// Equal differences, equal distances.
    case linear
    /// Equal ratios, equal distances; values must be above 0.
    case logarithmic
    /// A place for each name; the first one's value is 0, the next one's 1. From left to right, or from the
    /// top down.
    case categories([String])
  }

  /// What is shown, with its unit.
  public var title: String
  /// How values become places.
  public var kind: Kind
  /// What is shown of the axis; without it, what the data need.
  public var range: ClosedRange<Double>?

  /// An axis by its title.
  public init(_ title: String, kind: Kind = .linear, range: ClosedRange<Double>? = nil) {
    self.title = title
    self.kind = kind
    self.range = range
  }

  /// The names of the categories, if it has some.
  var names: [String]? {
    if case .categories(let names) = kind { return names }
    return nil
  }

  /// Whether the axis has a place for the value.
  func canShow(_ value: Double) -> Bool { value.isFinite && (kind != .logarithmic || value > 0) }
}

/// Round values within a range, and how they are written.
struct Ticks: Sendable, Hashable {
  var values: [Double]
  var labels: [String]

  /// About `count` multiples of 1, 2 or 5 times a power of ten that lie in the range.
  static func linear(_ range: ClosedRange<Double>, about count: Int) -> Ticks {
    let step = niceStep((range.upperBound - range.lowerBound) / Double(max(1, count)))
    let first = (range.lowerBound / step - 1e-9).rounded(.up)
    let last = (range.upperBound / step + 1e-9).rounded(.down)
    guard first <= last else { return Ticks(values: [], labels: []) }
    let values = stride(from: first, through: last, by: 1).map { $0 == 0 ? 0 : $0 * step }
    return Ticks(values: values, labels: linearLabels(values, step: step))
  }

  /// The powers of ten in the range; with fewer than three of them also 2 and 5 times these; with still fewer
  /// than two values, those of a linear axis.
  static func logarithmic(_ range: ClosedRange<Double>, about count: Int) -> Ticks {
    let low = Int(log10(range.lowerBound).rounded(.down))
    let high = Int(log10(range.upperBound).rounded(.up))
    let (smallest, largest) = (range.lowerBound * (1 - 1e-9), range.upperBound * (1 + 1e-9))
    func values(_ factors: [Double], every stride: Int = 1) -> [Double] {
      var values: [Double] = []
      for exponent in low...high where exponent % stride == 0 {
        for factor in factors {
          let value = factor * pow(10, Double(exponent))
          if value >= smallest && value <= largest { values.append(value) }
        }
      }
      return values
    }
    var chosen = values([1])
    if chosen.count > max(2, count) {
      chosen = values([1], every: (chosen.count + count - 1) / max(1, count))
    } else if chosen.count < 3 {
      chosen = values([1, 2, 5])
    }
    guard chosen.count >= 2 else { return linear(range, about: count) }
    return Ticks(values: chosen, labels: chosen.map(logarithmicLabel))
  }

  /// The smallest of 1, 2, 5, 10, 20, 50, ... (and 0.5, 0.2, 0.1, ...) that is not below `raw`.
  static func niceStep(_ raw: Double) -> Double {
    precondition(raw > 0 && raw.isFinite, "a step is a positive number")
    let power = pow(10, log10(raw).rounded(.down))
    let factor = [1, 2, 5, 10].first { $0 * power >= raw * (1 - 1e-9) } ?? 10.0
    return factor * power
  }

  /// All with as many decimals as the step needs; thousands and millions by letter where all are whole ones.
  private static func linearLabels(_ values: [Double], step: Double) -> [String] {
    let largest = values.map(abs).max() ?? 0
    for (unit, letter) in [(1e6, "M"), (1e3, "k")] where largest >= 10 * unit {
      let decimals = step >= unit ? 0 : 1
      guard step >= unit / 10 else { continue }
      return values.map { $0 == 0 ? "0" : fixed($0 / unit, decimals) + letter }
    }
    if largest >= 1e7 || (step < 1e-5 && largest < 1e-3) { return values.map(scientific) }
    let decimals = max(0, Int(-log10(step * 1.000001).rounded(.down)))
    return values.map { fixed($0, decimals) }
  }

  private static func logarithmicLabel(_ value: Double) -> String {
    if value >= 1e7 || value < 1e-4 { return scientific(value) }
    if value >= 1e6 { return fixed(value / 1e6, 0) + "M" }
    if value >= 1e4 { return fixed(value / 1e3, 0) + "k" }
    return fixed(value, max(0, Int(-log10(value * 1.000001).rounded(.down))))
  }

  /// With a true minus sign.
  private static func fixed(_ value: Double, _ decimals: Int) -> String {
    String(format: "%.\(decimals)f", value).replacingOccurrences(of: "-", with: "−")
  }

  /// 2×10⁻⁶.
  private static func scientific(_ value: Double) -> String {
    guard value != 0 else { return "0" }
    let exponent = Int((log10(abs(value)) + 1e-9).rounded(.down))
    let factor = String(format: "%.3g", value / pow(10, Double(exponent)))
    let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
    let raised = (exponent < 0 ? "⁻" : "") + String("\(abs(exponent))".map { digits[$0.wholeNumberValue!] })
    let power = "10" + raised
    return factor == "1" ? power : factor.replacingOccurrences(of: "-", with: "−") + "×" + power
  }
}

/// An axis laid out: the values shown, and where on the page they are.
struct AxisMap: Sendable {
  var kind: Axis.Kind
  var range: ClosedRange<Double>
  /// The places of the range's ends.
  var start: Double
  var end: Double
  var ticks: Ticks

  func callAsFunction(_ value: Double) -> Double {
    let fraction =
      kind == .logarithmic
      ? log(value / range.lowerBound) / log(range.upperBound / range.lowerBound)
      : (value - range.lowerBound) / (range.upperBound - range.lowerBound)
    return start + (end - start) * fraction
  }

  /// Whether the value is finite and lies in the range, up to rounding.
  func shows(_ value: Double) -> Bool {
    guard value.isFinite else { return false }
    let slack = 1e-9 * (range.upperBound - range.lowerBound)
    return value >= range.lowerBound - slack && value <= range.upperBound + slack
  }
}
