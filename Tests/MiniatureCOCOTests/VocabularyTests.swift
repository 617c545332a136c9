import COCO
import Foundation
import Pictures
import Testing
import Tensors

@testable import MiniatureCOCO

@Suite("§3 The drawn world with a large vocabulary")
struct VocabularyTests {
  private let lexicon = Lexicon.of(Vocabulary(count: 3000))

  @Test("With 80 kinds it is the standard world, and is written as before")
  func standard() throws {
    #expect(MiniatureWorld.Configuration.naming(80) == .standard)
    let text = String(
      decoding: try JSONEncoder().encode(MiniatureWorld.Configuration.standard), as: UTF8.self)
    #expect(!text.contains("vocabulary"))
    #expect(MiniatureWorld(seed: 1, count: 1).categories == COCOCategories.all)
    #expect(
      lexicon.weights(frequencyPower: 0.3).count == 3000
        && Lexicon.coco.weights(frequencyPower: 0.3) == Frequencies.instances.map { pow(Double($0), 0.3) })
  }

  @Test("3000 kinds have 3000 names and ids, COCO's first")
  func names() {
    #expect(lexicon.categories.count == 3000 && lexicon.makes.count == 3000)
    #expect(Set(lexicon.categories.map(\.name)).count == 3000)
    #expect(Set(lexicon.categories.map(\.id)).count == 3000)
    #expect(Array(lexicon.categories.prefix(80)) == COCOCategories.all)
    #expect(Array(lexicon.makes.prefix(80)) == Catalogue.makes)
    #expect(lexicon.categories[80].id == 91)
  }

  @Test("A vocabulary begins with the shorter ones of its seed, and is always the same")
  func prefixes() {
    let shorter = Lexicon.of(Vocabulary(count: 400))
    #expect(shorter.categories == Array(lexicon.categories.prefix(400)))
    #expect(shorter.makes == Array(lexicon.makes.prefix(400)))
    #expect(Lexicon.of(Vocabulary(count: 400, seed: 2)).categories != shorter.categories)
    // What this seed coins on any machine.
    #expect(
      lexicon.categories[80...83].map(\.name) == [
        "eared checked trunked beast", "cloth plump fowl", "stove", "wheeled plain trunked beast",
      ])
  }

  @Test("A quarter are near-synonyms: the recipe of another kind, but for its details' material at most")
  func synonyms() throws {
    let nearly = lexicon.nearly.enumerated().compactMap { index, original in original.map { (index, $0) } }
    // 2920 kinds of which each is one with probability 1/4, some names taken: 6 deviations either side.
    #expect((590...870).contains(nearly.count))
    var same = 0
    for (index, original) in nearly {
      #expect(original < index)
      var makes = lexicon.makes[index]
      same += makes == lexicon.makes[original] ? 1 : 0
      for make in makes.indices { makes[make].accent = lexicon.makes[original][make].accent }
      #expect(makes == lexicon.makes[original])
    }
    #expect(abs(Double(same) / Double(nearly.count) - 0.5) < 0.12)
    #expect(nearly.contains { $0.1 < 80 })
  }

  @Test("Every kind can be drawn")
  func drawable() throws {
    for index in stride(from: 80, to: 3000, by: 29) {
      var generator = PCG32(seed: 2, stream: UInt64(index))
      let pose = Pose.random(of: lexicon.makes[index], using: &generator)
      let layer = Layer(pose.sketch, at: pose.fitted(into: 46, around: Point(24, 24)), category: 0, size: 48)
      #expect((layer?.area ?? 0) > 60, "\(lexicon.categories[index].name)")
    }
  }

  @Test("Frequencies have a long tail, and COCO's 80 their share")
  func frequencies() {
    let weights = lexicon.weights(frequencyPower: 0.3)
    #expect(abs(weights.reduce(0, +) - 1) < 1e-9)
    #expect(abs(weights.prefix(80).reduce(0, +) - 0.4) < 1e-9)
    #expect(zip(weights.dropFirst(80), weights.dropFirst(81)).allSatisfy { $0 > $1 })
    // Rank 1 beside rank 2920: (2920 + 10) / (1 + 10).
    #expect(abs(weights[80] / weights[2999] - 2930.0 / 11) < 1e-6)
  }

  @Test("Scenes of it name what they hold, in COCO's format")
  func scenes() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "vocabulary-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let world = MiniatureWorld(.naming(400), seed: 4, count: 30)
    try world.export(to: folder.path, threads: 2)
    let read = try COCOFolder(folder.path)
    #expect(read.categories == world.categories && read.categories.count == 400)
    let ids = try (0..<30).flatMap { try read.annotations(at: $0).map(\.categoryID) }
    #expect(ids == (0..<30).flatMap { world.annotations(at: $0).map(\.categoryID) })
    // Three in five are of the others, give or take companions that come together.
    let share = Double(ids.count { $0 > 90 }) / Double(ids.count)
    #expect(abs(share - 0.6) < 0.15, "\(share)")
  }

  @Test("A count that is none is refused")
  func refused() {
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(Vocabulary.self, from: Data(#"{"count":5,"seed":1}"#.utf8))
    }
  }
}
