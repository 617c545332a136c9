/// A kind of thing that a data set names, with the id its files use.
///
/// Ids are whatever the file says (COCO's run from 1 to 90 with gaps). Models count differently: class 0 is
/// background and classes 1 ... K are the categories in the data set's order.
public struct Category: Sendable, Hashable, Identifiable {
  /// The number that annotations refer to.
  public let id: Int
  /// What people call it: "traffic light".
  public let name: String
  /// The family it belongs to: "outdoor".
  public let supercategory: String

  /// A category from its parts.
  public init(id: Int, name: String, supercategory: String) {
    self.id = id
    self.name = name
    self.supercategory = supercategory
  }
}

extension Sequence where Element == Category {
  /// The class index of each category id: 1 for the first category, K for the last.
  public var classIndices: [Int: Int] {
    Dictionary(zip(map(\.id), 1...), uniquingKeysWith: { first, _ in first })
  }
}
