/// How many kinds of thing a world names: COCO's 80 first, then kinds coined from the same grammar.
///
/// The longer vocabulary of a seed begins with the shorter one. Kinds come in the order in which they are frequent.
public struct Vocabulary: Sendable, Hashable, Codable {
  /// The number of kinds, 80 or more.
  public let count: Int
  /// The seed of the kinds beyond the 80: other seeds coin others.
  public let seed: UInt64

  /// A vocabulary of so many kinds.
  public init(count: Int, seed: UInt64 = 1) {
    precondition(Self.counts.contains(count), "a vocabulary has from 80 to 10000 kinds")
    (self.count, self.seed) = (count, seed)
  }

  /// Read as it was written. Throws `DecodingError` if the count is none.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    (count, seed) = (
      try container.decode(Int.self, forKey: .count), try container.decode(UInt64.self, forKey: .seed)
    )
    guard Self.counts.contains(count) else {
      throw DecodingError.dataCorruptedError(
        forKey: .count, in: container,
        debugDescription: "\(count) is no number of kinds; expected \(Self.counts)")
    }
  }

  /// The counts that there are: the grammar has some more names than the largest.
  public static let counts = 80...10_000
}

extension MiniatureWorld.Configuration {
  /// The standard world with so many kinds of thing that have names; with 80 it is the standard world itself.
  public static func naming(_ count: Int, seed: UInt64 = 1) -> Self {
    var configuration = standard
    if count > 80 { configuration.vocabulary = Vocabulary(count: count, seed: seed) }
    return configuration
  }
}
