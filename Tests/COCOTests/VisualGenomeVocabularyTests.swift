import Foundation
import Testing

@testable import COCO

@Suite("§4 The vocabulary of Visual Genome")
struct VisualGenomeVocabularyTests {
  /// What WordNet says, by Tests/Golden/wordnet.py.
  private struct WordNet: Decodable {
    /// The synsets with a category's name as their first word.
    let called: [String: [String]]
    /// The words of each synset that `COCOSynsets` mentions.
    let words: [String: [String]]
  }

  @Test("Every exception is a synset of WordNet, and one category of COCO has it")
  func exceptions() throws {
    let wordNet = try Golden.decode("wordnet.json", as: WordNet.self)
    let exceptions = COCOSynsets.exceptions
    #expect(exceptions.count == 18)
    #expect(Set(exceptions.map(\.synset)).count == 18)
    let names = COCOCategories.all.map(\.name)
    let places = exceptions.compactMap { names.firstIndex(of: $0.category) }
    #expect(places.count == 18 && places == Array(Set(places)).sorted(), "in COCO's order")
    for exception in exceptions {
      #expect(wordNet.words[exception.synset] != nil, "\(exception.synset) is not in WordNet")
      // What a reason points to is there too.
      for mention in exception.reason.matches(of: /\w+\.n\.\d\d/) {
        #expect(wordNet.words[String(mention.output)] != nil, "\(mention.output) is not in WordNet")
      }
    }
    #expect(wordNet.words["sofa.n.01"] == ["sofa", "couch", "lounge"])
  }

  @Test(
    "The plain rule misses 15 of the 18 exceptions for certain, may err in three, and none of the other 62")
  func plainRule() throws {
    let called = try Golden.decode("wordnet.json", as: WordNet.self).called
    var missed: [String] = []
    for category in COCOCategories.all {
      let synsets = try #require(called[category.name])
      #expect(synsets.allSatisfy { COCOSynsets.word(of: $0) == category.name })
      if COCOSynsets.exception(for: category.name) == nil {
        #expect(!synsets.isEmpty, "no synset is called \(category.name): it needs an exception")
      } else if synsets.isEmpty {
        missed.append(category.name)
      }
    }
    let inDoubt = COCOSynsets.exceptions.map(\.category).filter { !missed.contains($0) }
    #expect(missed.count == 15)
    #expect(inDoubt == ["orange", "couch", "dining table"])
    #expect(called["orange"]?.count == 5)
    #expect(called["couch"] == ["couch.n.02", "couch.n.03"])
    #expect(called["dining table"] == ["dining_table.n.01"])
  }

  @Test(
    "A synset's word",
    arguments: [
      ("truck.n.01", "truck"), ("baseball_bat.n.01", "baseball bat"), ("at.r.12", "at"),
      ("dr..n.01", "dr."), ("u.s..n.02", "u.s."), ("plain", "plain"), ("a.b", "a.b"), ("a.b.c", "a.b.c"),
      ("", ""),
    ])
  func word(synset: String, word: String) {
    #expect(COCOSynsets.word(of: synset) == word)
  }

  /// Synsets in the order given, each a little rarer than the one before.
  private func synsets(_ names: String...) -> [VisualGenome.Synset] {
    names.enumerated().map { VisualGenome.Synset(name: $1, count: 100 - $0) }
  }

  @Test("COCO's 80 come first under their ids, then the rest in alphabetical order from 91 on")
  func order() {
    let vocabulary = VisualGenomeVocabulary(
      of: synsets("window.n.01", "dog.n.01", "mouse.n.04", "mouse.n.01", "sofa.n.01", "arm.n.01"))
    #expect(Array(vocabulary.categories.prefix(80)) == COCOCategories.all)
    #expect(vocabulary.categories.dropFirst(80).map(\.name) == ["arm.n.01", "mouse.n.01", "window.n.01"])
    #expect(vocabulary.categories.dropFirst(80).map(\.id) == [91, 92, 93])
    let aligned = Dictionary(uniqueKeysWithValues: vocabulary.classes.map { ($0.category.name, $0) })
    // Of two mice the more frequent is COCO's. The couch is an exception.
    #expect(aligned["mouse"]?.synset == "mouse.n.04" && aligned["mouse"]?.count == 98)
    #expect(aligned["couch"]?.synset == "sofa.n.01" && aligned["couch"]?.count == 96)
    // Nothing is called so, by the rule or by the table.
    #expect(aligned["cat"]?.synset == nil && aligned["cat"]?.count == 0)
    #expect(aligned["tv"]?.synset == "television.n.01" && aligned["tv"]?.count == 0)
    #expect(vocabulary.missingFromCOCO.count == 77)
    #expect((0..<7).map { vocabulary.categoryID(ofSynset: $0) } == [93, 18, 74, 92, 63, 91, nil])
  }

  @Test("Of more synsets the most frequent are classes; one of COCO's that is rarer has no objects")
  func size() {
    let all = synsets("dog.n.01", "window.n.01", "cat.n.01", "sofa.n.01", "arm.n.01")
    let vocabulary = VisualGenomeVocabulary(of: all, size: 2)
    #expect(vocabulary.classes.count == 81)
    #expect((0..<5).map { vocabulary.categoryID(ofSynset: $0) } == [18, 91, nil, nil, nil])
    let aligned = Dictionary(uniqueKeysWithValues: vocabulary.classes.map { ($0.category.name, $0) })
    // The plain rule looks among the most frequent alone; the table needs not look.
    #expect(aligned["cat"]?.synset == nil)
    #expect(aligned["couch"]?.synset == "sofa.n.01" && aligned["couch"]?.count == 0)
  }

  @Test("An exception holds against a synset that bears the category's own name")
  func exceptionFirst() {
    let vocabulary = VisualGenomeVocabulary(of: synsets("orange.n.02", "couch.n.02", "orange.n.01"))
    #expect(vocabulary.categories.dropFirst(80).map(\.name) == ["couch.n.02", "orange.n.02"])
    #expect(vocabulary.categoryID(ofSynset: 2) == 55)
  }

  @Test("The rule by name takes whatever is called a tie, and leaves the necktie among the rest")
  func necktie() throws {
    let called = try Golden.decode("wordnet.json", as: WordNet.self).called
    #expect(called["tie"] == ["tie.n.03", "tie.n.04", "tie.n.07", "tie.n.08", "tie.n.09"])
    let vocabulary = VisualGenomeVocabulary(of: synsets("necktie.n.01", "tie.n.03"))
    #expect(vocabulary.classes.first { $0.category.name == "tie" }?.synset == "tie.n.03")
    #expect(vocabulary.categories.last?.name == "necktie.n.01")
  }

  @Test("The chapter's table of exceptions is this one")
  func chapter() throws {
    let path = URL(fileURLWithPath: Golden.folder).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Paper/4-VisualGenome.md")
    let chapter = try String(contentsOf: path, encoding: .utf8)
    for row in COCOSynsets.exceptions {
      let line = "| \(row.category) | `\(row.synset)` | \(row.reason) |"
      #expect(chapter.contains(line), "the chapter lacks: \(line)")
    }
    #expect(chapter.matches(of: /\| `\w+\.n\.\d\d` \|/).count == COCOSynsets.exceptions.count)
  }
}
