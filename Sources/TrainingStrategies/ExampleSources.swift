import COCO
import Foundation
import Tensors

/// §2.2 A source whose examples stay in memory once they were asked for, as those of a drawn world do: each is drawn by
/// the first step that needs it, beside the training of others, and used in every epoch. Of more pictures than memory is
/// granted for, those that come late are drawn anew each time; their annotations stay.
public struct ExamplesInMemory: ExampleSource {
  private let source: any ExampleSource
  private let kept: Kept

  /// The memory granted where nothing else is said: a quarter of what the machine has. Some 20,000 scenes of the drawn
  /// world take a GiB.
  public static let grantedBytes = Int(ProcessInfo.processInfo.physicalMemory / 4)

  /// The examples of a source, of which none is made yet.
  public init(_ source: any ExampleSource, grantedBytes: Int = Self.grantedBytes) {
    self.source = source
    kept = Kept(count: source.count, grantedBytes: grantedBytes)
  }

  /// The categories of the source.
  public var categories: [Category] { source.categories }
  /// How many there are.
  public var count: Int { source.count }
  /// How many are in memory.
  public var keptCount: Int { kept.exampleCount }

  /// The example at an index.
  public func example(at index: Int) throws -> Example {
    if let example = kept.example(at: index) { return example }
    // Two threads may make the same one at once; it is the same.
    let example = try source.example(at: index)
    kept.keep(example, at: index)
    return example
  }

  /// Its image's entry, as the source has it.
  public func entry(at index: Int) throws -> ImageEntry { try source.entry(at: index) }

  /// Its annotations, for which no picture is made.
  public func annotations(at index: Int) throws -> [Annotation] {
    if let annotations = kept.annotations(at: index) { return annotations }
    let annotations = try source.annotations(at: index)
    kept.keep(annotations, at: index)
    return annotations
  }

  /// Examples by their index, for all threads.
  private final class Kept: @unchecked Sendable {
    private var examples: [Example?]
    private var annotations: [[Annotation]?]
    private var bytesLeft: Int
    private let lock = NSLock()

    init(count: Int, grantedBytes: Int) {
      (examples, annotations) = (Array(repeating: nil, count: count), Array(repeating: nil, count: count))
      bytesLeft = grantedBytes
    }

    var exampleCount: Int { lock.withLock { examples.count { $0 != nil } } }

    func example(at index: Int) -> Example? { lock.withLock { examples[index] } }

    func annotations(at index: Int) -> [Annotation]? { lock.withLock { annotations[index] } }

    func keep(_ annotations: [Annotation], at index: Int) {
      lock.withLock { self.annotations[index] = annotations }
    }

    func keep(_ example: Example, at index: Int) {
      lock.withLock {
        annotations[index] = example.annotations
        guard examples[index] == nil, example.image.pixels.count <= bytesLeft else { return }
        examples[index] = example
        bytesLeft -= example.image.pixels.count
      }
    }
  }
}

/// §4 A source of which only the first examples have masks; of the others there are boxes alone, which are cheap.
public struct MasksOfTheFirst: ExampleSource {
  private let source: any ExampleSource
  /// How many of the examples have masks.
  public let maskedCount: Int

  /// A source without the masks of all but the first `maskedCount` examples.
  public init(_ source: any ExampleSource, _ maskedCount: Int) {
    (self.source, self.maskedCount) = (source, min(maskedCount, source.count))
  }

  /// The categories of the source.
  public var categories: [Category] { source.categories }
  /// How many there are, with masks and without.
  public var count: Int { source.count }

  /// The example at an index.
  public func example(at index: Int) throws -> Example {
    let example = try source.example(at: index)
    guard index >= maskedCount else { return example }
    return Example(
      imageID: example.imageID, image: example.image, annotations: example.annotations.map(\.boxOnly))
  }

  /// Its image's entry, as the source has it.
  public func entry(at index: Int) throws -> ImageEntry { try source.entry(at: index) }

  /// Its annotations.
  public func annotations(at index: Int) throws -> [Annotation] {
    let annotations = try source.annotations(at: index)
    return index < maskedCount ? annotations : annotations.map(\.boxOnly)
  }
}
