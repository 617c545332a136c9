import COCO
import Foundation
import Tensors

/// The kinds of thing that a world names, spelt out: their categories, their recipes, and how frequent they are.
struct Lexicon: Sendable {
  /// The categories. COCO's keep their ids; those that follow count from 91, as Visual Genome's do.
  let categories: [COCO.Category]
  /// What draws each of them: one or several recipes, all equally frequent.
  let makes: [[Recipe]]
  /// Of each near-synonym the index of the kind that it nearly is; nil for the others.
  let nearly: [Int?]

  /// COCO's 80.
  static let coco = Lexicon(
    categories: COCOCategories.all, makes: Catalogue.makes,
    nearly: [Int?](repeating: nil, count: COCOCategories.all.count))

  /// The lexicon of a vocabulary; nil stands for COCO's 80. It is made once for each.
  static func of(_ vocabulary: Vocabulary?) -> Lexicon {
    guard let vocabulary else { return coco }
    return known.lexicon(of: vocabulary)
  }

  /// So many of the kinds beyond the 80, evenly from the most frequent to the rarest.
  func sample(_ count: Int) -> [(name: String, makes: [Recipe])] {
    let others = Array(zip(categories, makes).dropFirst(Self.coco.categories.count))
    let kept = min(count, others.count)
    return (0..<kept).map { others[$0 * others.count / kept] }.map { ($0.0.name, $0.1) }
  }

  /// How large one of COCO's 80 is beside the others; nil for the kinds beyond, whose recipes say so.
  func side(of category: Int) -> Double? {
    category < Frequencies.sides.count ? Frequencies.sides[category] : nil
  }

  // MARK: How frequent they are

  /// The share of named things that belong to COCO's 80 where there are more.
  static let shareOfCOCO = 0.4
  /// The long tail: the kind of rank r is as frequent as 1 / (r + q) (Mandelbrot's form of Zipf's law).
  static let rankOffset = 10.0

  /// The weight of each kind: COCO's own numbers to a power, and a long tail of all others.
  func weights(frequencyPower: Double) -> [Double] {
    let coco = Frequencies.instances.map { pow(Double($0), frequencyPower) }
    let others = (0..<categories.count - coco.count).map { 1 / (Double($0 + 1) + Self.rankOffset) }
    guard !others.isEmpty else { return coco }
    let (sum, rest) = (coco.reduce(0, +), others.reduce(0, +))
    return coco.map { Self.shareOfCOCO * $0 / sum } + others.map { (1 - Self.shareOfCOCO) * $0 / rest }
  }

  // MARK: How they are coined

  /// The share of kinds that are near-synonyms of one before them.
  static let shareOfSynonyms = 0.25

  /// Coins the kinds of a vocabulary one after the other. A name that is there already is not used again.
  fileprivate init(coining vocabulary: Vocabulary) {
    var generator = PCG32(seed: vocabulary.seed, stream: 0x80)
    var coined = zip(COCOCategories.all, Catalogue.makes).map { category, makes in
      Coinage(
        words: [Words.ofCOCO(category.name)], makes: makes, supercategory: category.supercategory)
    }
    var names = Set(coined.map(\.name))
    var nearly = [Int?](repeating: nil, count: coined.count)
    while coined.count < vocabulary.count {
      let original = generator.chance(Self.shareOfSynonyms) ? generator.below(coined.count) : nil
      let next =
        original.map { coined[$0].nearSynonym(using: &generator) } ?? Coinage.random(using: &generator)
      guard names.insert(next.name).inserted else { continue }
      coined.append(next)
      nearly.append(original)
    }
    categories =
      COCOCategories.all
      + coined.enumerated().dropFirst(COCOCategories.all.count).map { index, coinage in
        Category(id: index + 11, name: coinage.name, supercategory: coinage.supercategory)
      }
    makes = coined.map(\.makes)
    self.nearly = nearly
  }

  private init(categories: [COCO.Category], makes: [[Recipe]], nearly: [Int?]) {
    (self.categories, self.makes, self.nearly) = (categories, makes, nearly)
  }

  /// The lexicons that were asked for: to coin one takes longer than to draw a scene of it.
  private final class Known: @unchecked Sendable {
    private var lexicons: [Vocabulary: Lexicon] = [:]
    private let lock = NSLock()

    func lexicon(of vocabulary: Vocabulary) -> Lexicon {
      lock.withLock {
        if let lexicon = lexicons[vocabulary] { return lexicon }
        let lexicon = Lexicon(coining: vocabulary)
        lexicons[vocabulary] = lexicon
        return lexicon
      }
    }
  }

  private static let known = Known()
}
