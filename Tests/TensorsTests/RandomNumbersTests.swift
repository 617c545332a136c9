import Foundation
import Tensors
import Testing

@Suite("Random numbers")
struct RandomNumbersTests {
  @Test("the reference's first outputs for seed 42, stream 54")
  func reference() {
    var generator = PCG32(seed: 42, stream: 54)
    let first = (0..<6).map { _ in generator.next32() }
    #expect(first == [0xa15c_02b7, 0x7b47_f409, 0xba1d_3330, 0x83d2_f293, 0xbfa4_784b, 0xcbed_606e])
    var wide = PCG32(seed: 42, stream: 54)
    #expect(wide.next() == 0xa15c_02b7_7b47_f409)
  }

  @Test("streams and seeds differ; a copy, and one read back from JSON, go on alike")
  func streams() throws {
    func draws(_ generator: PCG32) -> [UInt32] {
      var generator = generator
      return (0..<8).map { _ in generator.next32() }
    }
    var original = PCG32(seed: 1, stream: 2)
    #expect(draws(PCG32(seed: 1, stream: 3)) != draws(original))
    #expect(draws(PCG32(seed: 2, stream: 2)) != draws(original))
    _ = original.normal()
    let restored = try JSONDecoder().decode(PCG32.self, from: JSONEncoder().encode(original))
    #expect(restored == original && draws(restored) == draws(original))
  }

  @Test("the moments of the uniform and the normal distribution")
  func moments() {
    var generator = PCG32(seed: 5)
    let count = 100_000
    func moments(_ draw: () -> Double) -> (Double, Double, Double) {
      let values = (0..<count).map { _ in draw() }
      let mean = values.reduce(0, +) / Double(count)
      let central = { (power: Double) in values.reduce(0) { $0 + pow($1 - mean, power) } / Double(count) }
      return (mean, central(2), central(4))
    }
    // Each bound is some four standard errors.
    let uniform = moments { Double(generator.uniform()) }
    #expect(abs(uniform.0 - 1 / 2.0) < 0.004 && abs(uniform.1 - 1 / 12.0) < 0.001)
    let wide = moments { generator.uniform(-3...5.0) }
    #expect(abs(wide.0 - 1) < 0.03 && abs(wide.1 - 64 / 12.0) < 0.06)
    let single = moments { Double(generator.uniform(Float(2)...4)) }
    #expect(abs(single.0 - 3) < 0.01)
    let normal = moments { Double(generator.normal()) }
    #expect(abs(normal.0) < 0.013 && abs(normal.1 - 1) < 0.02 && abs(normal.2 - 3) < 0.13)
    let heads = moments { generator.chance(0.2) ? 1 : 0 }
    #expect(abs(heads.0 - 0.2) < 0.006)
    #expect(!generator.chance(0) && generator.chance(1))
  }

  @Test("uniform numbers below a bound: all come up, equally often")
  func below() {
    var generator = PCG32(seed: 6)
    var counts = [Int](repeating: 0, count: 7)
    for _ in 0..<70_000 { counts[generator.below(7)] += 1 }
    #expect(counts.allSatisfy { abs($0 - 10_000) < 400 })
    #expect(generator.below(1) == 0)
  }

  @Test("weighted draws follow their weights, and never take a weight of zero")
  func weighted() {
    var generator = PCG32(seed: 7)
    var counts = [Int](repeating: 0, count: 4)
    for _ in 0..<40_000 { counts[generator.index(weights: [1, 0, 3, 0])] += 1 }
    #expect(counts[1] == 0 && counts[3] == 0 && abs(counts[0] - 10_000) < 400)
  }

  @Test("samples hold no index twice, and each position sees all indices equally often")
  func sampling() {
    var generator = PCG32(seed: 8)
    #expect(generator.sample(10, below: 10).sorted() == Array(0..<10))
    #expect(generator.sample(0, below: 0).isEmpty)
    var counts = [[Int]](repeating: [Int](repeating: 0, count: 5), count: 3)
    for _ in 0..<10_000 {
      let sample = generator.sample(3, below: 5)
      #expect(Set(sample).count == 3)
      for (position, index) in sample.enumerated() { counts[position][index] += 1 }
    }
    #expect(counts.joined().allSatisfy { abs($0 - 2000) < 200 })
  }
}
