/// §4 What Visual Genome (Krishna et al., 2017) says of its images: boxes of things, each with the WordNet synsets that
/// people chose for it.
///
/// Only what can become an example is kept: an object with exactly one synset (paper, section 5) and a box that has
/// an extent inside its image. `skipped` counts the others.
public struct VisualGenome: Sendable {
  /// An image, and whether COCO has it too.
  public struct Image: Sendable, Hashable {
    /// Id, name and size. The name is the end of the image's address: `VG_100K/2370463.jpg`.
    public let entry: ImageEntry
    /// Its id in COCO; nil for an image that is not in COCO.
    public let cocoID: Int?
  }

  /// A box with one meaning.
  public struct Object: Sendable, Hashable {
    /// Unique in the data set.
    public let id: Int
    /// Its image, as a place in `images`.
    public let image: Int
    /// What it is, as a place in `synsets`.
    public let synset: Int
    /// Where it is, cut to its image.
    public let box: BoundingBox
  }

  /// A meaning, and how often it was given.
  public struct Synset: Sendable, Hashable {
    /// WordNet's name: "dog.n.01".
    public let name: String
    /// How many times objects have it, those with several synsets included.
    public let count: Int
  }

  /// How many objects were left out, and why: each is counted once, by the first reason that holds.
  public struct Skipped: Sendable, Hashable {
    /// Nobody gave them a synset.
    public var withoutSynset = 0
    /// They have several, and which one is meant is not said.
    public var withSeveralSynsets = 0
    /// An object of the same id came before.
    public var repeated = 0
    /// Nothing of the box lies in the image.
    public var withoutExtent = 0

    /// All of them.
    public var total: Int { withoutSynset + withSeveralSynsets + repeated + withoutExtent }
  }

  /// Where the objects came from; for messages.
  public let file: String
  /// The images, in the file's order.
  public let images: [Image]
  /// The objects that are kept, in the file's order.
  public let objects: [Object]
  /// The synsets, the most frequent first; equally frequent ones in alphabetical order.
  public let synsets: [Synset]
  /// What is not among `objects`.
  public let skipped: Skipped
  /// How many boxes of `objects` reached over the edge of their images and were cut there.
  public let cutBoxCount: Int
}

extension BoundingBox {
  /// The part that lies in an image of this size; nil where there is none.
  func cut(toWidth width: Int, height: Int) -> BoundingBox? {
    let (left, top) = (max(x, 0), max(y, 0))
    let (right, bottom) = (min(maxX, Double(width)), min(maxY, Double(height)))
    guard right > left, bottom > top else { return nil }
    return BoundingBox(x: left, y: top, width: right - left, height: bottom - top)
  }
}
