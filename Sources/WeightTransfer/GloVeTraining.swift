import Tensors

/// §2.1 GloVe's training: AdaGrad (Duchi, Hazan and Singer, 2011) over the cells of X, one at a time, in random
/// order.
///
/// Every number keeps the sum G of its squared gradients, which starts at 1, and takes the step rate · g / √G.
public struct GloVeTraining: Sendable {
  /// The model as it is now.
  public private(set) var model: GloVe
  private var squares: GloVe
  private let terms: [GloVeTerm]
  private let rate: Double

  /// A training of `model` on X, before its first step.
  public init(_ model: GloVe, on cooccurrences: Cooccurrences, weighting: GloVe.Weighting, rate: Double) {
    self.model = model
    squares = GloVe(
      dimension: model.dimension, words: model.words.map { _ in 1 },
      neighbours: model.neighbours.map { _ in 1 }, wordBiases: model.wordBiases.map { _ in 1 },
      neighbourBiases: model.neighbourBiases.map { _ in 1 })
    terms = cooccurrences.entries.map { GloVeTerm($0, weighting) }
    self.rate = rate
  }

  /// One pass over all cells in an order drawn by the generator. Returns J as the cells saw it, each before
  /// its own step.
  @discardableResult
  public mutating func epoch(using generator: inout PCG32) -> Double {
    epoch(order: generator.sample(terms.count, below: terms.count))
  }

  /// One pass over the cells in this order.
  @discardableResult
  mutating func epoch(order: [Int]) -> Double {
    var objective = 0.0
    for index in order {
      let term = terms[index]
      let residual = model.residual(of: term)
      objective += term.weight * residual * residual
      step(term, slope: 2 * term.weight * residual)
    }
    return objective
  }

  /// The step of one cell's numbers, both vectors from their old values.
  private mutating func step(_ term: GloVeTerm, slope: Double) {
    let dimension = model.dimension
    let (i, j) = (term.word * dimension, term.neighbour * dimension)
    model.words.withUnsafeMutableBufferPointer { w in
      model.neighbours.withUnsafeMutableBufferPointer { v in
        squares.words.withUnsafeMutableBufferPointer { wSquares in
          squares.neighbours.withUnsafeMutableBufferPointer { vSquares in
            for d in 0..<dimension {
              let (wSlope, vSlope) = (slope * v[j + d], slope * w[i + d])
              wSquares[i + d] += wSlope * wSlope
              vSquares[j + d] += vSlope * vSlope
              w[i + d] -= rate * wSlope / wSquares[i + d].squareRoot()
              v[j + d] -= rate * vSlope / vSquares[j + d].squareRoot()
            }
          }
        }
      }
    }
    squares.wordBiases[term.word] += slope * slope
    squares.neighbourBiases[term.neighbour] += slope * slope
    model.wordBiases[term.word] -= rate * slope / squares.wordBiases[term.word].squareRoot()
    model.neighbourBiases[term.neighbour] -=
      rate * slope / squares.neighbourBiases[term.neighbour].squareRoot()
  }
}

extension GloVe {
  /// All that decides what vectors a text gives, beside the text and the random numbers.
  public struct Configuration: Sendable, Equatable, Hashable, Codable {
    /// D. The paper's vectors have 300 numbers and come from thousands of millions of words; ten thousand
    /// words cannot fill so many.
    public var dimension = 50
    /// How many words to each side count as neighbours.
    public var window = 15
    /// Words that occur less often are left out.
    public var minimumFrequency = 2
    /// Words that are left out, however often they occur.
    public var leftOut = GloVeText.functionWords
    /// f of equation 9.
    public var weighting = Weighting(saturation: 10)
    /// AdaGrad's step.
    public var rate = 0.05
    /// How many times each cell of X is seen.
    public var epochs = 15

    /// The defaults, for `GloVeText`: dimension, window, x_max and epochs as in the example run that comes with
    /// the authors' program.
    public init() {}
  }
}

extension WordVectors {
  /// Vectors of `names`, [K, D], trained by GloVe's objective on a text: w + w̃ of each word, and the mean over
  /// the words of a name. The same text, configuration and generator give the same bits.
  ///
  /// - Throws: `InputError` if a word of a name is not in the text often enough to be learnt.
  public static func trained(
    names: [String], on text: String = GloVeText.whole, configuration: GloVe.Configuration = .init(),
    using generator: inout PCG32
  ) throws -> WordVectors {
    try WordVectors.requireWords(in: names, file: "the text for GloVe")
    let cooccurrences = Cooccurrences(
      paragraphs: Cooccurrences.paragraphs(of: text), window: configuration.window,
      minimumFrequency: configuration.minimumFrequency, leavingOut: configuration.leftOut)
    let places = Dictionary(uniqueKeysWithValues: cooccurrences.vocabulary.enumerated().map { ($1, $0) })
    for name in names {
      for word in words(of: name) where places[word] == nil {
        throw InputError(
          file: "the text for GloVe", place: "\"\(name)\"",
          problem: "\"\(word)\" occurs fewer than \(configuration.minimumFrequency) times; expected a text "
            + "about it, or a file of vectors")
      }
    }

    let dimension = configuration.dimension
    let model = GloVe(
      vocabularyCount: cooccurrences.vocabulary.count, dimension: dimension, using: &generator)
    var training = GloVeTraining(
      model, on: cooccurrences, weighting: configuration.weighting, rate: configuration.rate)
    for _ in 0..<configuration.epochs { training.epoch(using: &generator) }

    let vectors = places.mapValues { place in
      (place * dimension..<(place + 1) * dimension).map {
        Float(training.model.words[$0] + training.model.neighbours[$0])
      }
    }
    return WordVectors(names: names, dimension: dimension, averaging: vectors)
  }
}
