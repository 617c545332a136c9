import Foundation
import Tensors
import Testing

@testable import WeightTransfer

@Suite("§2.1 GloVe: counts, objective, training")
struct GloVeTests {
  let golden: GloVeGolden
  let cooccurrences: Cooccurrences

  init() throws {
    golden = try GloVeGolden()
    cooccurrences = Cooccurrences(
      paragraphs: Cooccurrences.paragraphs(of: golden.sentences.joined(separator: "\n\n")),
      window: golden.window, minimumFrequency: 2)
  }

  @Test("counts of a sentence, worked by hand")
  func countsByHand() {
    // cat 1 sees 1 dog · 2 cats: dog at 1, cat at 2 (1/2); dog sees cat on both sides: 1 + 1.
    let counts = Cooccurrences(paragraphs: [["cat", "dog", "cat", "bird"]], window: 2, minimumFrequency: 1)
    #expect(counts.vocabulary == ["cat", "bird", "dog"])
    let expected: [(Int, Int, Double)] = [
      (0, 0, 1),  // cat-cat, two places apart, seen from both ends: 1/2 + 1/2
      (0, 1, 1),  // cat-bird: next to each other once; the first cat is three places away
      (0, 2, 2),  // cat-dog: on both sides of the dog
      (1, 0, 1),
      (1, 2, 0.5),  // bird-dog, two places apart
      (2, 0, 2),
      (2, 1, 0.5),
    ]
    #expect(counts.entries.count == expected.count)
    for (entry, (word, neighbour, count)) in zip(counts.entries, expected) {
      #expect((entry.word, entry.neighbour) == (word, neighbour))
      #expect(entry.count == count)
    }
  }

  @Test("rare words and those to leave out are gone before neighbours are counted")
  func leavingOut() {
    let counts = Cooccurrences(
      paragraphs: [["a", "cat", "the", "rare", "dog"], ["dog", "cat"]], window: 1, minimumFrequency: 2,
      leavingOut: ["the"])
    #expect(counts.vocabulary == ["cat", "dog"])
    #expect(counts.entries.map(\.count) == [2, 2])
  }

  @Test("paragraphs end at empty lines, words at whatever is no letter")
  func paragraphs() {
    let text = "A zebra,\nlike a horse.\n\n  \nIts stripes: black-white!"
    #expect(
      Cooccurrences.paragraphs(of: text) == [
        ["a", "zebra", "like", "a", "horse"], ["its", "stripes", "black", "white"],
      ])
  }

  @Test("f grows as x^0.75 up to x_max, and is 1 from there on")
  func weighting() {
    let f = GloVe.Weighting(saturation: 16)
    #expect(f(1) == 0.125)
    #expect(f(16) == 1)
    #expect(f(1000) == 1)
  }

  @Test("the objective of one cell, worked by hand")
  func objectiveByHand() {
    // Two words side by side once: X_01 = X_10 = 1, log X = 0, f(1) = (1/16)^0.75 = 1/8.
    let counts = Cooccurrences(paragraphs: [["cat", "dog"]], window: 1, minimumFrequency: 1)
    let model = GloVe(
      dimension: 1, words: [2, 3], neighbours: [5, 7], wordBiases: [1, 0], neighbourBiases: [0, -1])
    // (2·7 + 1 − 1)² / 8 + (3·5 + 0 + 0)² / 8
    #expect(model.objective(of: counts, weighting: .init(saturation: 16)) == (196.0 + 225) / 8)
  }

  @Test("the gradient, by finite differences in every number")
  func finiteDifferences() {
    let weighting = golden.weighting
    let model = golden.initial.model(golden.dimension)
    let gradient = model.gradient(of: cooccurrences, weighting: weighting)
    let step = 1e-5
    for path in [\GloVe.words, \.neighbours, \.wordBiases, \.neighbourBiases]
      as [WritableKeyPath<GloVe, [Double]>]
    {
      for index in model[keyPath: path].indices {
        var (above, below) = (model, model)
        above[keyPath: path][index] += step
        below[keyPath: path][index] -= step
        let slope =
          (above.objective(of: cooccurrences, weighting: weighting)
            - below.objective(of: cooccurrences, weighting: weighting)) / (2 * step)
        #expect(abs(slope - gradient[keyPath: path][index]) <= 1e-7 * (1 + abs(slope)))
      }
    }
  }

  @Test("counts, objective and gradient equal NumPy's")
  func goldenGradient() {
    #expect(cooccurrences.vocabulary == golden.vocabulary)
    #expect(cooccurrences.entries.count == golden.cells.count)
    for (entry, cell) in zip(cooccurrences.entries, golden.cells) {
      #expect((entry.word, entry.neighbour) == (cell.word, cell.neighbour))
      #expect(abs(entry.count - cell.count) < 1e-12)
    }
    let model = golden.initial.model(golden.dimension)
    let objective = model.objective(of: cooccurrences, weighting: golden.weighting)
    #expect(abs(objective - golden.objective) < 1e-10 * golden.objective)
    expectEqual(
      model.gradient(of: cooccurrences, weighting: golden.weighting), golden.gradient.model(golden.dimension))
  }

  @Test("four epochs of AdaGrad equal NumPy's, loss by loss and number by number")
  func goldenTraining() {
    var training = GloVeTraining(
      golden.initial.model(golden.dimension), on: cooccurrences, weighting: golden.weighting,
      rate: golden.rate)
    for (order, expected) in zip(golden.orders, golden.objectives) {
      let objective = training.epoch(order: order)
      #expect(abs(objective - expected) < 1e-10 * expected)
    }
    expectEqual(training.model, golden.trained.model(golden.dimension))
  }

  @Test("training lowers the objective, and the same seed gives the same bits")
  func determinism() throws {
    let text = golden.sentences.joined(separator: "\n\n")
    var configuration = GloVe.Configuration()
    configuration.dimension = 4
    func vectors(seed: UInt64) throws -> WordVectors {
      var generator = PCG32(seed: seed)
      return try .trained(
        names: ["zebra", "horse"], on: text, configuration: configuration, using: &generator)
    }
    let first = try vectors(seed: 3)
    let (again, other) = (try vectors(seed: 3), try vectors(seed: 4))
    #expect(first == again)
    #expect(first != other)

    var generator = PCG32(seed: 3)
    let model = GloVe(vocabularyCount: cooccurrences.vocabulary.count, dimension: 4, using: &generator)
    var training = GloVeTraining(model, on: cooccurrences, weighting: golden.weighting, rate: 0.05)
    for _ in 0..<15 { training.epoch(using: &generator) }
    let objectives = [model, training.model].map {
      $0.objective(of: cooccurrences, weighting: golden.weighting)
    }
    #expect(objectives[1] < 0.5 * objectives[0])
  }

  @Test("a word that the text does not teach is an input error")
  func untaughtWord() {
    var generator = PCG32(seed: 0)
    let error = #expect(throws: InputError.self) {
      try WordVectors.trained(names: ["zebra", "blue quagga"], using: &generator)
    }
    #expect(error?.place == "\"blue quagga\"")
    #expect(error?.problem.contains("\"quagga\" occurs fewer than 2 times") == true)
  }

  private func expectEqual(_ found: GloVe, _ expected: GloVe) {
    for path in [\GloVe.words, \.neighbours, \.wordBiases, \.neighbourBiases] {
      #expect(found[keyPath: path].count == expected[keyPath: path].count)
      for (a, b) in zip(found[keyPath: path], expected[keyPath: path]) { #expect(abs(a - b) < 1e-10) }
    }
  }
}

/// Tests/Golden/glove.json, made by glove.py beside it.
struct GloVeGolden: Decodable {
  struct Cell: Decodable {
    let word, neighbour: Int
    let count: Double
  }

  struct Numbers: Decodable {
    let words, neighbours, wordBiases, neighbourBiases: [Double]

    func model(_ dimension: Int) -> GloVe {
      GloVe(
        dimension: dimension, words: words, neighbours: neighbours, wordBiases: wordBiases,
        neighbourBiases: neighbourBiases)
    }
  }

  let sentences: [String]
  let window, dimension: Int
  let saturation, exponent, rate: Double
  let vocabulary: [String]
  let cells: [Cell]
  let initial, gradient, trained: Numbers
  let objective: Double
  let orders: [[Int]]
  let objectives: [Double]
  let vectors: [Float]
  let arrays: [String: Data]

  var weighting: GloVe.Weighting { .init(saturation: saturation, exponent: exponent) }

  init() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let data = try Data(contentsOf: folder.appendingPathComponent("Golden/glove.json"))
    self = try JSONDecoder().decode(GloVeGolden.self, from: data)
  }
}
