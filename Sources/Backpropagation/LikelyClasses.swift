import Tensors

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A probability with its place.
public struct Likelihood: Sendable, Hashable {
  /// The row.
  public let row: Int
  /// The class.
  public let label: Int
  /// The probability.
  public let probability: Float
}

/// Rows of at least so many logits are worked on eight at a time: with thousands of classes their exponentials would
/// take as long as a good part of the network.
let longRow = 512

/// The classes `1 ..< K` of logits `[R, K]` whose softmax is above a threshold of at least 0, row by row.
public func likelyClasses(_ logits: Tensor, above threshold: Float) -> [Likelihood] {
  precondition(threshold >= 0, "a threshold of \(threshold) keeps nothing out")
  let k = logits.shape[1]
  var found: [Likelihood] = []
  guard k >= longRow else {
    softmax(logits).withUnsafeValues { values in
      for row in 0..<logits.shape[0] {
        for label in 1..<max(1, k) where values[row * k + label] > threshold {
          found.append(Likelihood(row: row, label: label, probability: values[row * k + label]))
        }
      }
    }
    return found
  }
  logits.withUnsafeValues { values in
    for row in 0..<logits.shape[0] { addLikely(values + row * k, k, row, above: threshold, to: &found) }
  }
  return found
}

/// The same of one long row: of all classes only the sum of exponentials is formed, and probabilities of those alone
/// that are above the threshold.
private func addLikely(
  _ row: UnsafePointer<Float>, _ count: Int, _ number: Int, above threshold: Float,
  to found: inout [Likelihood]
) {
  let bytes = UnsafeRawPointer(row)
  func eight(_ i: Int) -> SIMD8<Float> {
    bytes.loadUnaligned(fromByteOffset: i * MemoryLayout<Float>.size, as: SIMD8<Float>.self)
  }
  let whole = count - count % 8

  var largestOfEight = eight(0)
  for i in stride(from: 8, to: whole, by: 8) {
    let values = eight(i)
    largestOfEight.replace(with: values, where: values .> largestOfEight)
  }
  var largest = largestOfEight.max()
  for i in whole..<count { largest = max(largest, row[i]) }

  var sums = SIMD8<Float>()
  for i in stride(from: 0, to: whole, by: 8) { sums += exponential(ofNegative: eight(i) - largest) }
  var total = sums.sum()
  for i in whole..<count { total += exp(row[i] - largest) }

  // e^(x - largest) / total is above the threshold where x is above this; a little less, so that rounding drops none.
  let least = largest + log(threshold * total) - 1e-3
  func add(_ label: Int) {
    let probability = exp(row[label] - largest) / total
    guard label > 0, probability > threshold else { return }
    found.append(Likelihood(row: number, label: label, probability: probability))
  }
  for i in stride(from: 0, to: whole, by: 8) where any(eight(i) .> least) {
    for label in i..<i + 8 { add(label) }
  }
  for label in whole..<count { add(label) }
}

/// e^x of eight numbers up to 0, to about the last bit: with n = round(x / ln 2) and the rest r = x - n·ln 2, which is
/// small, it is 2ⁿ times the Taylor polynomial of e^r.
@inline(__always)
func exponential(ofNegative x: SIMD8<Float>) -> SIMD8<Float> {
  var x = x
  x.replace(with: SIMD8(repeating: -87), where: x .< -87)
  // Added to it, 1.5 · 2^23 leaves a whole number, which stands in the lowest bits.
  let shift = SIMD8<Float>(repeating: 0x1.8p23)
  let shifted = x * 1.442_695_04 + shift
  let n = shifted - shift
  // ln 2 in two parts, so that n times the first is exact.
  let r = (x - n * 0.693_359_375) + n * 2.121_944_4e-4
  var sum = SIMD8<Float>(repeating: 1.0 / 720)
  func next(_ coefficient: Float) { sum = sum * r + coefficient }
  next(1.0 / 120)
  next(1.0 / 24)
  next(1.0 / 6)
  next(0.5)
  next(1)
  next(1)
  let bits = unsafeBitCast(shifted, to: SIMD8<Int32>.self) &- unsafeBitCast(shift, to: SIMD8<Int32>.self)
  return sum * unsafeBitCast((bits &+ 127) &<< 23, to: SIMD8<Float>.self)
}
