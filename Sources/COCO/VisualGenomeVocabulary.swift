/// §4 The classes of the paper's large data set: COCO's 80 categories first, then the rest of Visual Genome's most
/// frequent synsets.
///
/// The 80 keep COCO's ids, names and order, so that the 80 first rows of a detector's weights are COCO's classes, and
/// COCO's masks can be learnt from. The others follow in alphabetical order, with ids from 91 on, and are called by
/// their synsets: "window.n.01".
public struct VisualGenomeVocabulary: Sendable {
  /// A class.
  public struct Class: Sendable, Hashable {
    /// Its id and name.
    public let category: Category
    /// What it is in WordNet; nil for a category of COCO that no frequent synset is called by.
    public let synset: String?
    /// How many times objects have this synset; 0 where it is not among the most frequent, and so has no objects.
    public let count: Int
  }

  /// The classes; class k of a model is the k-th, from 1. There may be more of them than most frequent synsets: those
  /// of COCO that are not among these stand in the list all the same.
  public let classes: [Class]

  /// The id of the category of each of the most frequent synsets.
  private let categoryIDs: [Int]

  /// The classes of the `size` most frequent of `synsets`, which are in the order of their frequency.
  ///
  /// A category of COCO is the synset that `COCOSynsets.exceptions` says, or else the most frequent synset with the
  /// category's name as its first word.
  public init(of synsets: [VisualGenome.Synset], size: Int = 3000) {
    precondition(size > 0, "a vocabulary has a class")
    let frequent = synsets.prefix(size)
    let counts = Dictionary(uniqueKeysWithValues: frequent.map { ($0.name, $0.count) })
    let byWord = Dictionary(
      frequent.map { (COCOSynsets.word(of: $0.name), $0.name) }, uniquingKeysWith: { first, _ in first })

    // COCO's, then the rest.
    let ofCOCO = COCOCategories.all.map { category in
      let synset = COCOSynsets.exception(for: category.name) ?? byWord[category.name]
      return Class(category: category, synset: synset, count: synset.flatMap { counts[$0] } ?? 0)
    }
    let taken = Set(ofCOCO.compactMap(\.synset))
    let firstID = COCOCategories.all.map(\.id).max()! + 1
    let others = frequent.filter { !taken.contains($0.name) }.sorted { $0.name < $1.name }
    classes =
      ofCOCO
      + others.enumerated().map { place, synset in
        Class(
          category: Category(id: firstID + place, name: synset.name, supercategory: ""), synset: synset.name,
          count: synset.count)
      }
    let ids = Dictionary(
      uniqueKeysWithValues: classes.compactMap { one in one.synset.map { ($0, one.category.id) } })
    categoryIDs = frequent.map { ids[$0.name]! }
  }

  /// The categories, in the order of the classes.
  public var categories: [Category] { classes.map(\.category) }

  /// The category of a synset by its place in the order of frequency, from 0; nil for one that is too rare.
  public func categoryID(ofSynset place: Int) -> Int? {
    categoryIDs.indices.contains(place) ? categoryIDs[place] : nil
  }

  /// COCO's categories of which there are no objects.
  public var missingFromCOCO: [String] {
    classes.prefix(COCOCategories.all.count).filter { $0.count == 0 }.map(\.category.name)
  }
}
