/// §4 Which WordNet synset each of COCO's 80 categories is, in Visual Genome's use of them.
///
/// A synset is a set of words with one meaning. It is called by its first word, its part of speech and a number:
/// `truck.n.01`. Most categories are found by that first word; `exceptions` are those that are not.
public enum COCOSynsets {
  /// A category that the plain rule would miss, or might get wrong.
  public struct Exception: Sendable, Hashable {
    /// COCO's name.
    public let category: String
    /// The synset it is.
    public let synset: String
    /// What is wrong with the plain rule here.
    public let reason: String
  }

  /// The word that a synset is called by, in COCO's spelling: "truck.n.01" is a "truck", "baseball_bat.n.01" a
  /// "baseball bat". What does not end in a part of speech and a number is its own word.
  public static func word(of synset: String) -> String {
    let parts = synset.split(separator: ".", omittingEmptySubsequences: false)
    let hasSense = parts.count >= 3 && parts[parts.count - 2].count == 1 && Int(parts[parts.count - 1]) != nil
    return String(parts.dropLast(hasSense ? 2 : 0).joined(separator: ".").map { $0 == "_" ? " " : $0 })
  }

  /// The 18 exceptions, in COCO's order. Which synset it is was read by the paper's authors from Visual Genome's
  /// annotations (github.com/ronghanghu/seg_every_thing); the senses are those of WordNet 3.0.
  public static let exceptions: [Exception] = [
    (
      "fire hydrant", "water_faucet.n.01",
      "what Visual Genome's hydrants are labelled; WordNet has fireplug.n.01"
    ),
    ("stop sign", "sign.n.02", "WordNet has no stop sign; this is every public sign"),
    ("handbag", "bag.n.04", "a word of this sense of bag, not its first"),
    ("suitcase", "bag.n.06", "a word of this sense of bag, not its first"),
    ("skis", "ski.n.01", "WordNet has the singular"),
    ("sports ball", "ball.n.01", "WordNet has no sports ball; this is the ball of any game"),
    ("wine glass", "wineglass.n.01", "one word in WordNet"),
    ("orange", "orange.n.01", "the fruit; four more senses have the same first word, one of them the colour"),
    (
      "hot dog", "hotdog.n.01",
      "Visual Genome's label; in WordNet this sense is a daredevil, the sausage is hotdog.n.02"
    ),
    ("donut", "doughnut.n.02", "the other spelling comes first"),
    ("couch", "sofa.n.01", "sofa comes first; couch.n.02 is a coat of paint"),
    (
      "potted plant", "plant.n.01",
      "Visual Genome's label; in WordNet this sense is a factory, the living thing is plant.n.02"
    ),
    (
      "dining table", "dinner_table.n.01",
      "Visual Genome's label; dining_table.n.01 is not among its 3000 most frequent"
    ),
    (
      "tv", "television.n.01",
      "Visual Genome's label; in WordNet this sense is broadcasting, the set is television_receiver.n.01"
    ),
    ("remote", "remote_control.n.01", "remote control comes first"),
    ("cell phone", "cellular_telephone.n.01", "WordNet has cell, and cellphone in one word"),
    ("teddy bear", "teddy.n.01", "teddy comes first"),
    ("hair drier", "hand_blower.n.01", "hand blower comes first"),
  ].map { Exception(category: $0.0, synset: $0.1, reason: $0.2) }

  /// The synset of an exception; nil for a category that the plain rule finds.
  public static func exception(for category: String) -> String? { synsetOfException[category] }

  private static let synsetOfException = Dictionary(
    uniqueKeysWithValues: exceptions.map { ($0.category, $0.synset) })
}
