import Foundation
import Pictures
import Testing

@testable import Experiments

@Suite("§3 Intervals, ranks and trends, against tables and by hand")
struct StatisticsTests {
  @Test(
    "Quantiles of Student's t are the textbook's",
    arguments: [
      // Degrees of freedom, then the quantiles 0.95, 0.975 and 0.995 to four decimals.
      (1, 6.3138, 12.7062, 63.6567), (2, 2.9200, 4.3027, 9.9248), (4, 2.1318, 2.7764, 4.6041),
      (9, 1.8331, 2.2622, 3.2498), (23, 1.7139, 2.0687, 2.8073), (1_000_000, 1.6449, 1.9600, 2.5758),
    ])
  func quantiles(_ degrees: Int, _ one: Double, _ two: Double, _ three: Double) {
    let t = StudentT(degreesOfFreedom: degrees)
    for (probability, value) in [(0.95, one), (0.975, two), (0.995, three)] {
      #expect(abs(t.quantile(probability) - value) < 6e-5, "\(degrees), \(probability)")
      #expect(abs(t.quantile(1 - probability) + value) < 6e-5, "\(degrees), \(1 - probability)")
    }
    #expect(abs(t.quantile(0.5)) < 1e-12)
  }

  @Test("The distribution of one and of two degrees of freedom is what its closed form says")
  func closedForms() {
    for t in [-30.0, -2, -0.3, 0, 0.1, 1, 7, 400] {
      let cauchy = 0.5 + atan(t) / .pi
      let two = 0.5 + t / (2 * (2 + t * t).squareRoot())
      #expect(abs(StudentT(degreesOfFreedom: 1).probability(below: t) - cauchy) < 1e-12)
      #expect(abs(StudentT(degreesOfFreedom: 2).probability(below: t) - two) < 1e-12)
    }
  }

  @Test("The incomplete beta function where it is a polynomial")
  func beta() {
    for x in [0, 0.1, 0.35, 0.5, 0.8, 1] {
      // I_x(1, 1) = x; I_x(2, 2) = 3x² - 2x³; I_x(1, 3) = 1 - (1 - x)³.
      #expect(abs(regularizedIncompleteBeta(x, 1, 1) - x) < 1e-13)
      #expect(abs(regularizedIncompleteBeta(x, 2, 2) - (3 * x * x - 2 * x * x * x)) < 1e-13)
      #expect(abs(regularizedIncompleteBeta(x, 1, 3) - (1 - (1 - x) * (1 - x) * (1 - x))) < 1e-13)
    }
  }

  @Test("How many values would tell a mean from a limit, by hand")
  func deciding() throws {
    // Mean 1 and deviation 1: the interval of n values is ± t / √n. For 6 values 2.571 / 2.449 is more than 1, for 7
    // 2.447 / 2.646 is less.
    let spread = try #require(Spread([0, 1, 2]))
    #expect(spread.deviation == 1 && spread.countDeciding(against: 0) == 7)
    // Ten deviations away two values do: 12.706 / 1.414 is less than 10.
    #expect(spread.countDeciding(against: 11) == 2)
    #expect(spread.countDeciding(against: 1) == nil && Spread([3])?.countDeciding(against: 0) == nil)
    // A hundredth of a deviation away a thousand do not.
    #expect(spread.countDeciding(against: 0.99) == nil)
  }

  @Test("Mean, standard deviation and interval by hand, and how they are printed")
  func spread() throws {
    #expect(Spread([]) == nil)
    let single = try #require(Spread([20.25]))
    #expect(single.text == "20.3" && single.interval == nil && single.deviation == nil)
    // (1 + 2 + 6) / 3 = 3; squares 4 + 1 + 9 = 14, halved 7; √(7 / 3) = 1.5275, times 4.3027 is 6.5724.
    let three = try #require(Spread([1, 2, 6]))
    #expect(three.mean == 3 && three.deviation == 7.0.squareRoot())
    #expect(abs(try #require(three.halfWidth) - 6.5724) < 1e-4)
    #expect(three.text == "3.0 ± 6.6")
    let interval = try #require(three.interval)
    #expect(abs(interval.lowerBound + 3.5724) < 1e-4 && abs(interval.upperBound - 9.5724) < 1e-4)
    #expect(Spread([2, 2])?.interval == 2...2)
    #expect(decimal(-0.04, 1) == "0.0")
    #expect(decimal(-1.25, 1) == "-1.3")
    #expect(decimal(12, 0) == "12")
    #expect([0.04, 0.06, -0.06, 0].map { signed($0, 1) } == ["0.0", "+0.1", "-0.1", "0.0"])
  }

  @Test("Spearman's coefficient by hand, with equal values, and whatever the curve")
  func ranks() throws {
    func of(_ x: [Double], _ y: [Double]) -> RankCorrelation? { RankCorrelation(Array(zip(x, y))) }
    #expect(try #require(of([1, 2, 3, 4], [1, 10, 100, 1000])).coefficient == 1)
    #expect(try #require(of([1, 2, 3, 4], [4, 3, 2, 1])).coefficient == -1)
    // Rank differences 1, -1, 1, -1, 0: 1 - 6 · 4 / (5 · 24) = 0.8.
    #expect(abs(try #require(of([1, 2, 3, 4, 5], [20, 10, 40, 30, 50])).coefficient - 0.8) < 1e-12)
    // Ranks 1, 2.5, 2.5, 4 and 1, 3, 2, 4: products 4.5, squares 4.5 and 5.
    #expect(
      abs(try #require(of([1, 2, 2, 3], [1, 3, 2, 4])).coefficient - 4.5 / 22.5.squareRoot()) < 1e-12)
    #expect(
      of([1, 2], [1, 2]) == nil && of([1, 1, 1], [1, 2, 3]) == nil && of([1, 2, 3], [2, 2, 2]) == nil)
  }

  @Test("The permutation test is near the exact probability, and the same each time")
  func permutations() throws {
    func p(_ y: [Double]) throws -> Double {
      try #require(RankCorrelation(Array(zip((0..<y.count).map(Double.init), y)))).pValue
    }
    // Of 24 orders of four the rising and the falling one are as far: 2 / 24. Of 120 orders of five 2.
    #expect(abs(try p([1, 2, 3, 4]) - 2.0 / 24) < 0.01)
    #expect(abs(try p([5, 4, 3, 2, 1]) - 2.0 / 120) < 0.005)
    // As far as 0.8 to either side: 1 2 3 4, its three swaps of neighbours, and the same four backwards.
    #expect(abs(try p([1, 3, 2, 4]) - 8.0 / 24) < 0.02)
    #expect(try p([1, 3, 2, 4]) == p([1, 3, 2, 4]))
    // Never nought: the observed order is one of those that are counted.
    #expect(try p((0..<30).map(Double.init)) == 1.0 / 10_001)
  }

  @Test("A trend's slope for 100 masks and its interval, by hand")
  func trend() throws {
    // As in the test of the line: slope 1.5, residual deviation √1.5, Σ(x-x̄)² = 2; one degree of freedom.
    let trend = try #require(Trend([(1, 2), (2, 2), (3, 5)]))
    let half = 12.7062 * (1.5 / 2).squareRoot() * 100
    #expect(abs(trend.slope - 150) < 1e-9 && trend.count == 3)
    #expect(abs(try #require(trend.interval).lowerBound - (150 - half)) < 0.01)
    #expect(abs(try #require(trend.interval).upperBound - (150 + half)) < 0.01)
    #expect(Trend([(1, 2), (2, 2)])?.interval == nil)
    #expect(Trend([(1, 2), (1, 3), (1, 4)]) == nil)
  }

  @Test("The band around a line is the interval of its mean, by hand")
  func band() throws {
    let fit = try #require(LinearFit([Point(1, 2), Point(2, 2), Point(3, 5)]))
    #expect(fit.degreesOfFreedom == 1)
    let factor = try #require(fit.halfWidthFactor)
    #expect(abs(factor - 12.7062) < 1e-4)
    let points = fit.series("", over: 1...3, standardErrors: factor).points
    // At x̄ = 2: √(1.5 / 3); at 3: √(1.5 (1 / 3 + 1 / 2)).
    for (point, y, error) in [
      (points[20], 3.0, 0.5.squareRoot()), (points[40], 4.5, 1.25.squareRoot()),
    ] {
      let range = try #require(point.uncertainty)
      #expect(abs(point.y - y) < 1e-12)
      #expect(abs(range.upperBound - (y + factor * error)) < 1e-9)
      #expect(abs(range.lowerBound - (y - factor * error)) < 1e-9)
    }
  }
}
