import COCO
import MiniatureCOCO

/// The images of an experiment.
public enum DataSource: Codable, Hashable, Sendable {
  /// The drawn world.
  case miniature(World)
  /// Photographs in COCO's layout. Where they lie is the machine's business: the value holds what they are.
  case photographs(Photographs)

  /// So many scenes of the drawn world to train on and, from another seed, so many to judge by.
  public struct World: Codable, Hashable, Sendable {
    /// The properties of the world.
    public var world: MiniatureWorld.Configuration
    /// The seed of the training scenes.
    public var trainingSeed: UInt64
    /// How many training scenes.
    public var trainingCount: Int
    /// How many of them, from the first on, have masks; nil for all. The others have boxes.
    public var maskedCount: Int?
    /// The seed of the scenes to judge by.
    public var validationSeed: UInt64
    /// How many scenes to judge by.
    public var validationCount: Int

    /// A world and how much of it.
    public init(
      world: MiniatureWorld.Configuration, trainingSeed: UInt64, trainingCount: Int, maskedCount: Int? = nil,
      validationSeed: UInt64, validationCount: Int
    ) {
      (self.world, self.trainingSeed, self.trainingCount) = (world, trainingSeed, trainingCount)
      self.maskedCount = maskedCount
      (self.validationSeed, self.validationCount) = (validationSeed, validationCount)
    }
  }

  /// Photographs, known by the content of their annotation files.
  public struct Photographs: Codable, Hashable, Sendable {
    /// Fingerprint of the training annotations.
    public var training: String
    /// Fingerprint of the annotations to judge by; nil where nothing is judged.
    public var validation: String?
  }

  /// The same images to train on, others to judge by: settings are chosen on these. Nil for photographs.
  var forSelection: DataSource? {
    guard case .miniature(var world) = self else { return nil }
    world.validationSeed += 1
    return .miniature(world)
  }

  /// Half as many scenes to train on, in which nothing overlaps: the negative control. Nil for photographs.
  var withoutOverlap: DataSource? {
    guard case .miniature(var world) = self else { return nil }
    world.world.overlap = .none
    world.trainingCount /= 2
    return .miniature(world)
  }

  /// The same world with more kinds of thing that have names, and more scenes of it, which have boxes alone. Nil for
  /// photographs.
  func naming(_ vocabulary: LargeVocabulary) -> DataSource? {
    guard case .miniature(var world) = self else { return nil }
    world.world.vocabulary = Vocabulary(count: vocabulary.classes)
    if vocabulary.scenes > 1 {
      world.maskedCount = world.maskedCount ?? world.trainingCount
      world.trainingCount *= vocabulary.scenes
    }
    return .miniature(world)
  }

  /// The categories of the drawn world; COCO's 80 for photographs, whose own only their folder knows.
  var categories: [COCO.Category] {
    guard case .miniature(let world) = self else { return COCOCategories.all }
    return MiniatureWorld(world.world, seed: 0, count: 0).categories
  }

  /// The part that training looks at: a change of the rest changes no weight.
  var trainingPart: DataSource {
    switch self {
    case .miniature(var world):
      (world.validationSeed, world.validationCount) = (0, 0)
      return .miniature(world)
    case .photographs(var photographs):
      photographs.validation = nil
      return .photographs(photographs)
    }
  }
}
