import COCO
import Tensors
import Testing

@testable import WeightTransfer

@Suite("§2.1 GloVe on the text about the 80 categories")
struct GloVeNeighboursTests {
  static let categories = COCOCategories.all
  static let vectors = Result<WordVectors, any Error> {
    var generator = PCG32(seed: 1)
    return try .trained(names: categories.map(\.name), using: &generator)
  }

  @Test("every word of every name occurs at least six times")
  func frequencies() {
    let paragraphs = Cooccurrences.paragraphs(of: GloVeText.whole)
    let words = paragraphs.joined()
    #expect(words.count > 6000)
    for word in Set(Self.categories.flatMap { WordVectors.words(of: $0.name) }) {
      #expect(words.count { $0 == word } >= 6, "\(word)")
    }
  }

  @Test("names of one supercategory are more similar than names of two, beyond any shuffling of the labels")
  func supercategories() throws {
    let vectors = try Self.vectors.get()
    let count = vectors.names.count
    let similarity = (0..<count).map { i in (0..<count).map { j in Double(vectors.similarity(i, j)) } }

    /// Mean similarity within the groups minus that between them.
    func excess(_ labels: [String]) -> Double {
      var (within, between) = ((sum: 0.0, pairs: 0.0), (sum: 0.0, pairs: 0.0))
      for i in 0..<count {
        for j in 0..<i {
          if labels[i] == labels[j] {
            within = (within.sum + similarity[i][j], within.pairs + 1)
          } else {
            between = (between.sum + similarity[i][j], between.pairs + 1)
          }
        }
      }
      return within.sum / within.pairs - between.sum / between.pairs
    }

    let labels = Self.categories.map(\.supercategory)
    var generator = PCG32(seed: 2)
    let shuffled = (0..<200).map { _ in
      excess(generator.sample(count, below: count).map { labels[$0] })
    }
    #expect(excess(labels) > 0.1)
    #expect(excess(labels) > 2 * shuffled.max()!)
  }

  @Test("the nearest name is of the same supercategory for more than half of the names")
  func nearest() throws {
    let vectors = try Self.vectors.get()
    let labels = Dictionary(uniqueKeysWithValues: Self.categories.map { ($0.name, $0.supercategory) })
    let agreeing = vectors.names.indices.count { i in
      labels[vectors.nearest(to: i, count: 1)[0].name] == labels[vectors.names[i]]
    }
    #expect(agreeing > 48)
    #expect(vectors.values.allSatisfy { $0.isFinite })
  }
}
