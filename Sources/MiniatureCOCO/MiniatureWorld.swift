import COCO
import Pictures
import Tensors

/// The drawn world: COCO's 80 categories as drawings, in scenes where they overlap and where things stand
/// that no annotation names.
///
/// Example `i` is a pure function of `(configuration, seed, i)`, and can be asked for on any thread. Masks are
/// modal, what is visible, and exact to the pixel.
public struct MiniatureWorld: ExampleSource, Hashable, Codable {
  /// What scenes are like. Fixed by COCO's statistics and by appearance alone.
  public struct Configuration: Sendable, Hashable, Codable {
    /// Width and height in pixels.
    public var size = 128
    /// Median of the number of annotated things placed in a scene (log-normal; those that hide are taken out).
    public var medianObjects = 7.2
    /// Standard deviation of the number's logarithm.
    public var objectSpread = 0.72
    /// The most that a scene has.
    public var maximumObjects = 36
    /// How things lie to each other.
    public var overlap = Overlap.crowded(share: 0.42, reach: 0.8)
    /// How much farther back things stand that no annotation names, as the logarithm of a size.
    public var unnamedDepth = 0.5
    /// Things that no annotation names, for each named thing that is placed.
    public var unnamedPerObject = 0.5
    /// Median size in pixels (log-normal).
    public var medianSide = 46.0
    /// Standard deviation of the size's logarithm.
    public var sideSpread = 0.5
    /// The smallest and the largest size.
    public var sides = 15.0...116.0
    /// The share of further objects that are of a kind the scene has already.
    public var companions = 0.59
    /// A class is as frequent as COCO's number of its instances to this power.
    public var frequencyPower = 0.8
    /// Standard deviation of each pixel's noise, of 255.
    public var noise = 4.0
    /// An object is kept while this share of its silhouette is visible ...
    public var leastVisibleShare = 0.5
    /// ... and this many pixels.
    public var leastVisiblePixels = 16
    /// What stands beside what.
    public var composition: Composition? = .standard
    /// The kinds of thing that have names; nil for COCO's 80, which are the first of any.
    public var vocabulary: Vocabulary?

    /// How things lie to each other.
    public enum Overlap: Sendable, Hashable, Codable {
      /// A share of the things is placed upon one that is there already; with a reach of 1 they may just touch.
      case crowded(share: Double, reach: Double)
      /// No two things' boxes meet.
      case none
    }

    /// The values of `standard`.
    public init() {}

    /// The world that the experiments use.
    public static let standard = Configuration()

    /// The world of the results that are committed: more clutter, flat frequencies, sizes as the recipes have them.
    public static var former: Configuration {
      var configuration = Configuration()
      (configuration.medianObjects, configuration.objectSpread, configuration.maximumObjects) = (11, 0.8, 24)
      configuration.overlap = .crowded(share: 0.67, reach: 0.28)
      (configuration.unnamedPerObject, configuration.sides) = (1.5, 12...84)
      (configuration.medianSide, configuration.sideSpread) = (27, 0.55)
      (configuration.companions, configuration.frequencyPower) = (0.3, 0.3)
      configuration.leastVisibleShare = 0.45
      configuration.composition = nil
      return configuration
    }

    /// The negative control: the same world, where nothing overlaps.
    public static var noOverlap: Configuration {
      var configuration = Configuration()
      configuration.overlap = .none
      return configuration
    }
  }

  /// What stands beside what, and how large.
  public struct Composition: Sendable, Hashable, Codable {
    /// A class is as large beside the others as COCO's is, to this power.
    public var sidePower = 0.6
    /// Things are smaller where there are many: as their number to the power of minus this.
    public var crowding = 0.6
    /// The share of scenes that begin with a thing that bears others ...
    public var leading = 0.95
    /// ... which is then at least this large in pixels.
    public var leadingSide = 106.0
    /// The share of small things that are borne by another, where there is one that bears.
    public var bearing = 1.0
    /// What is borne is at most this large beside its bearer.
    public var borneSide = 0.15
    /// How far from its bearer's middle, of where they would just touch.
    public var borneReach = 0.3
    /// Only things of at least this size in pixels bear others.
    public var leastBearer = 60.0
    /// How many forms a category has, the common ones included.
    public var forms = 7.0
    /// The share of instances that have the usual colours of their form.
    public var usualColors = 0.8
    /// How many places a thing tries that are clear of others before it takes one that is not.
    public var patience = 35.0

    /// The values that make scenes like COCO's.
    public init() {}

    /// The world that the experiments use.
    public static let standard = Composition()
    /// Sizes as the recipes have them, and things upon their own kind alone.
    public static var none: Composition {
      var composition = Composition()
      (composition.sidePower, composition.crowding) = (0, 0)
      (composition.leading, composition.bearing) = (0, 0)
      return composition
    }
  }

  /// What scenes are like.
  public let configuration: Configuration
  /// The world's seed: other seeds are other scenes.
  public let seed: UInt64
  /// How many examples it has (all are made when asked for).
  public let count: Int

  /// A world of `count` scenes.
  public init(_ configuration: Configuration = .standard, seed: UInt64, count: Int) {
    precondition(count >= 0, "a world has no fewer than 0 scenes")
    precondition((16...4096).contains(configuration.size), "a scene is 16 to 4096 pixels wide")
    (self.configuration, self.seed, self.count) = (configuration, seed, count)
  }

  /// COCO's 80 categories, with COCO's ids, and those that a larger vocabulary has besides.
  public var categories: [Category] { Lexicon.of(configuration.vocabulary).categories }

  /// The scene at an index, drawn anew.
  public func example(at index: Int) -> Example {
    precondition((0..<count).contains(index), "scene \(index) of \(count)")
    var generator = PCG32(seed: seed, stream: UInt64(index))
    let scene = Scene(configuration, using: &generator)
    let ids = index * (configuration.maximumObjects + 1) + 1
    return Example(
      imageID: index + 1, image: scene.image(using: &generator),
      annotations: scene.annotations(imageID: index + 1, firstID: ids))
  }

  /// The id, name and size of the scene at an index; nothing is drawn.
  public func entry(at index: Int) -> ImageEntry {
    precondition((0..<count).contains(index), "scene \(index) of \(count)")
    let digits = String(index + 1)
    let name = String(repeating: "0", count: max(0, 12 - digits.count)) + digits + ".png"
    return ImageEntry(id: index + 1, fileName: name, width: configuration.size, height: configuration.size)
  }

  /// The objects of the scene at an index; things are drawn, but not put together.
  public func annotations(at index: Int) -> [Annotation] {
    precondition((0..<count).contains(index), "scene \(index) of \(count)")
    var generator = PCG32(seed: seed, stream: UInt64(index))
    return Scene(configuration, using: &generator).annotations(
      imageID: index + 1, firstID: index * (configuration.maximumObjects + 1) + 1)
  }
}
