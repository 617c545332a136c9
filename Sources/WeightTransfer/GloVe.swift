#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif
import Tensors

/// §2.1 GloVe's model and its objective (Pennington, Socher and Manning, "GloVe: Global Vectors for Word
/// Representation", EMNLP 2014, equations 8 and 9).
///
///     J = Σ_ij f(X_ij) (w_i · w̃_j + b_i + b̃_j − log X_ij)²,   f(x) = min(1, (x / x_max)^α)
///
/// Every word has two vectors: w as the word that is looked at, w̃ as a neighbour of another.
public struct GloVe: Sendable, Equatable {
  /// D.
  public let dimension: Int
  /// w and w̃, [V, D] each, row by row.
  public internal(set) var words, neighbours: [Double]
  /// b and b̃, [V] each.
  public internal(set) var wordBiases, neighbourBiases: [Double]

  /// All of V words' numbers uniform in ±0.5 / D, as the authors begin.
  public init(vocabularyCount: Int, dimension: Int, using generator: inout PCG32) {
    precondition(dimension > 0, "a vector needs at least one number")
    func drawn(_ count: Int) -> [Double] {
      (0..<count).map { _ in generator.uniform(-0.5...0.5) / Double(dimension) }
    }
    self.dimension = dimension
    words = drawn(vocabularyCount * dimension)
    neighbours = drawn(vocabularyCount * dimension)
    wordBiases = drawn(vocabularyCount)
    neighbourBiases = drawn(vocabularyCount)
  }

  /// These numbers. The biases' length is V.
  init(dimension: Int, words: [Double], neighbours: [Double], wordBiases: [Double], neighbourBiases: [Double])
  {
    self.dimension = dimension
    (self.words, self.neighbours) = (words, neighbours)
    (self.wordBiases, self.neighbourBiases) = (wordBiases, neighbourBiases)
  }

  /// How much a count says: f(x) = min(1, (x / x_max)^α). Rare neighbours are mostly chance, and very frequent
  /// ones must not outvote all others.
  public struct Weighting: Sendable, Equatable, Hashable, Codable {
    /// The count from which on all weigh 1. The authors take 100, for texts of 10^9 words and more.
    public var saturation: Double
    /// α, 3/4 in the paper.
    public var exponent: Double

    /// The weighting with these values.
    public init(saturation: Double, exponent: Double = 0.75) {
      (self.saturation, self.exponent) = (saturation, exponent)
    }

    /// f(x).
    public func callAsFunction(_ count: Double) -> Double {
      count < saturation ? pow(count / saturation, exponent) : 1
    }
  }
}

/// What one cell of X contributes to J: weight · (w_i · w̃_j + b_i + b̃_j − target)².
struct GloVeTerm {
  let word, neighbour: Int
  /// f(X_ij) and log X_ij, computed once.
  let weight, target: Double

  init(_ entry: Cooccurrences.Entry, _ weighting: GloVe.Weighting) {
    (word, neighbour) = (entry.word, entry.neighbour)
    (weight, target) = (weighting(entry.count), log(entry.count))
  }
}

extension GloVe {
  /// J, over all cells of X.
  public func objective(of cooccurrences: Cooccurrences, weighting: Weighting) -> Double {
    cooccurrences.entries.reduce(0) { sum, entry in
      let term = GloVeTerm(entry, weighting)
      let residual = residual(of: term)
      return sum + term.weight * residual * residual
    }
  }

  /// w_i · w̃_j + b_i + b̃_j − log X_ij.
  func residual(of term: GloVeTerm) -> Double {
    var sum = wordBiases[term.word] + neighbourBiases[term.neighbour] - term.target
    for d in 0..<dimension {
      sum += words[term.word * dimension + d] * neighbours[term.neighbour * dimension + d]
    }
    return sum
  }

  /// ∂J for each of the numbers, in the same places.
  ///
  /// With g = 2 f(X_ij) · residual, cell (i, j) adds g w̃_j to ∂w_i, g w_i to ∂w̃_j, and g to both biases'.
  public func gradient(of cooccurrences: Cooccurrences, weighting: Weighting) -> GloVe {
    var gradient = GloVe(
      dimension: dimension, words: words.map { _ in 0 }, neighbours: neighbours.map { _ in 0 },
      wordBiases: wordBiases.map { _ in 0 }, neighbourBiases: neighbourBiases.map { _ in 0 })
    for entry in cooccurrences.entries {
      let term = GloVeTerm(entry, weighting)
      let slope = 2 * term.weight * residual(of: term)
      let (i, j) = (term.word * dimension, term.neighbour * dimension)
      for d in 0..<dimension {
        gradient.words[i + d] += slope * neighbours[j + d]
        gradient.neighbours[j + d] += slope * words[i + d]
      }
      gradient.wordBiases[term.word] += slope
      gradient.neighbourBiases[term.neighbour] += slope
    }
    return gradient
  }
}
