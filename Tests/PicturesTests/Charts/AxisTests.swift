import Foundation
import Testing

@testable import Pictures

@Suite("Charts: round values on the axes")
struct AxisTests {
  @Test("Steps of 1, 2 and 5 times a power of ten, worked by hand")
  func steps() {
    for (raw, step) in [(1.0, 1.0), (1.01, 2), (2.3, 5), (6, 10), (0.13, 0.2), (0.02, 0.02), (7400, 10000)] {
      #expect(abs(Ticks.niceStep(raw) / step - 1) < 1e-12, "\(raw)")
    }
  }

  @Test("Linear axes: values within the range and their labels, worked by hand")
  func linear() {
    func labels(_ range: ClosedRange<Double>, _ count: Int = 5) -> [String] {
      Ticks.linear(range, about: count).labels
    }
    #expect(labels(0...1) == ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"])
    #expect(labels(0...100) == ["0", "20", "40", "60", "80", "100"])
    #expect(labels(-3...7) == ["−2", "0", "2", "4", "6"])
    #expect(labels(13.2...36.9) == ["15", "20", "25", "30", "35"])
    #expect(labels(0...20000, 4) == ["0", "5k", "10k", "15k", "20k"])
    #expect(labels(9000...11000, 4) == ["9.0k", "9.5k", "10.0k", "10.5k", "11.0k"])
    #expect(labels(0...0.05) == ["0.00", "0.01", "0.02", "0.03", "0.04", "0.05"])
    #expect(labels(0...4e-6, 4) == ["0", "10⁻⁶", "2×10⁻⁶", "3×10⁻⁶", "4×10⁻⁶"])
    #expect(labels(0...9_000_000, 3) == ["0", "5000k"])
    #expect(labels(0...40_000_000, 4) == ["0", "10M", "20M", "30M", "40M"])
  }

  @Test("Logarithmic axes: decades, or 1, 2, 5 where there are few of them")
  func logarithmic() {
    func labels(_ range: ClosedRange<Double>, _ count: Int = 6) -> [String] {
      Ticks.logarithmic(range, about: count).labels
    }
    #expect(labels(1...1000) == ["1", "10", "100", "1000"])
    #expect(labels(0.01...1) == ["0.01", "0.1", "1"])
    #expect(labels(3...60) == ["5", "10", "20", "50"])
    #expect(labels(0.00001...1e6, 4) == ["0.001", "1", "1000", "1M"])
    #expect(labels(210...390, 4) == ["250", "300", "350"])
  }

  @Test("A value's place: linear by differences, logarithmic by ratios")
  func places() {
    let none = Ticks(values: [], labels: [])
    let linear = AxisMap(kind: .linear, range: 10...20, start: 100, end: 200, ticks: none)
    #expect(linear(10) == 100 && linear(15) == 150 && linear(20) == 200)
    let log = AxisMap(kind: .logarithmic, range: 1...100, start: 0, end: 50, ticks: none)
    #expect(abs(log(10) - 25) < 1e-12)
    #expect(log.shows(100) && !log.shows(101) && !log.shows(.nan))
  }

  @Test("The least-squares line through points, worked by hand")
  func fit() throws {
    // x̄ = 2, ȳ = 3; Σ(x-x̄)² = 2, Σ(x-x̄)(y-ȳ) = 3, Σ(y-ȳ)² = 6: slope 1.5, residual 6 - 9/2 = 1.5.
    let fit = try #require(LinearFit([Point(1, 2), Point(2, 2), Point(3, 5)]))
    #expect(abs(fit.slope - 1.5) < 1e-12 && abs(fit.intercept) < 1e-12)
    #expect(abs(fit.correlation - 3 / 12.0.squareRoot()) < 1e-12)
    #expect(abs(fit.residualDeviation - 1.5.squareRoot()) < 1e-12)
    #expect(abs(fit.standardError(at: 2) - (1.5 / 3).squareRoot()) < 1e-12)
    #expect(abs(fit.standardError(at: 4) - (1.5 * (1 / 3.0 + 2)).squareRoot()) < 1e-12)
    #expect(abs(fit(4) - 6) < 1e-12)
    #expect(LinearFit([Point(1, 2), Point(1, 3)]) == nil && LinearFit([Point(1, 2)]) == nil)
  }

  @Test("Bars start at 0, lines run from side to side, points keep off the edges")
  func ranges() {
    func chart(_ kind: Series.Kind) -> Chart {
      Chart(
        "", x: Axis(""), y: Axis(""),
        [Series("", kind, [DataPoint(x: 10, y: 31), DataPoint(x: 20, y: 38)])])
    }
    #expect(chart(.bars).range(.y, length: 200, tickCount: 4) == 0...40)
    #expect(chart(.line).range(.y, length: 200, tickCount: 4) == 30...38)
    #expect(chart(.line).range(.x, length: 200, tickCount: 4) == 10...20)
    #expect(chart(.points).range(.x, length: 200, tickCount: 4) == 9.5...20.5)
    #expect(chart(.points).range(.y, length: 200, tickCount: 4) == 30...40)
    var fixed = chart(.points)
    fixed.yAxis.range = 0...100
    #expect(fixed.range(.y, length: 200, tickCount: 4) == 0...100)
    let empty = Chart("", x: Axis(""), y: Axis("", kind: .logarithmic), [])
    #expect(empty.range(.x, length: 1, tickCount: 4) == 0...1)
    #expect(empty.range(.y, length: 1, tickCount: 4) == 1...10)
  }
}
