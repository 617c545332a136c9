import COCO
import MiniatureCOCO
import Synchronization
import Testing

@testable import TrainingStrategies

@Suite("§2.2 Examples in memory, and examples without masks")
struct ExampleSourceTests {
  /// The drawn world, and how often it was asked.
  private final class Counted: ExampleSource {
    let world = MiniatureWorld(seed: 3, count: 4)
    let examples = Atomic<Int>(0)

    var categories: [COCO.Category] { world.categories }
    var count: Int { world.count }

    func example(at index: Int) throws -> Example {
      examples.add(1, ordering: .relaxed)
      return world.example(at: index)
    }

    func entry(at index: Int) throws -> ImageEntry { world.entry(at: index) }
    func annotations(at index: Int) throws -> [Annotation] { world.annotations(at: index) }
  }

  @Test("What is kept is made once; beyond the memory granted, pictures are made anew and annotations stay")
  func kept() throws {
    let source = Counted()
    // Two pictures of 128 x 128 in three bytes.
    let memory = ExamplesInMemory(source, grantedBytes: 2 * 3 * 128 * 128)
    for _ in 0..<2 {
      for index in 0..<4 {
        let example = try memory.example(at: index)
        #expect(example.image == source.world.example(at: index).image)
        #expect(example.annotations == source.world.annotations(at: index))
      }
    }
    #expect(memory.keptCount == 2)
    // Four, and the last two again.
    #expect(source.examples.load(ordering: .relaxed) == 6)
    for index in 0..<4 {
      #expect(try memory.annotations(at: index) == source.world.annotations(at: index))
    }
    #expect(source.examples.load(ordering: .relaxed) == 6)
  }

  @Test("Annotations cost no picture, and those of a picture that was made are not made again")
  func annotationsFirst() throws {
    let source = Counted()
    let memory = ExamplesInMemory(source, grantedBytes: 0)
    #expect(try memory.annotations(at: 1) == source.world.annotations(at: 1))
    #expect(try memory.annotations(at: 1) == source.world.annotations(at: 1))
    #expect(source.examples.load(ordering: .relaxed) == 0 && memory.keptCount == 0)
  }

  @Test("Only the first examples have masks; the others have the same boxes")
  func masksOfTheFirst() throws {
    let world = MiniatureWorld(seed: 3, count: 4)
    let source = MasksOfTheFirst(world, 1)
    #expect(source.count == 4 && source.maskedCount == 1 && MasksOfTheFirst(world, 9).maskedCount == 4)
    for index in 0..<4 {
      let (example, whole) = (try source.example(at: index), world.example(at: index))
      #expect(example.image == whole.image && example.imageID == whole.imageID)
      #expect(try source.annotations(at: index) == example.annotations)
      #expect(example.annotations == (index < 1 ? whole.annotations : whole.annotations.map(\.boxOnly)))
      #expect(try source.entry(at: index).fileName == world.entry(at: index).fileName)
    }
  }
}
