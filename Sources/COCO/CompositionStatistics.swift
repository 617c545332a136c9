import Tensors

/// What stands beside what: whose pixels lie in whose boxes, for two sets of classes A and B.
///
/// What a mask head learns about a class that it never sees a mask of, it learns where that class stands in the boxes of
/// others, as background; and a box's other things are what knowing the class tells it apart from.
/// Crowds are left out. Pixels of an object's own mask are never another's.
public struct CompositionStatistics: Sendable, Equatable {
  /// The share of a box of A that is objects of B, mean over boxes.
  public let shareOfBInA: Double
  /// The share of a box of A that is other objects of A.
  public let shareOfOthersInA: Double
  /// The share of a box of B that is objects of A.
  public let shareOfAInB: Double
  /// The share of a box of B that is other objects of B.
  public let shareOfOthersInB: Double
  /// Of all pairs of objects in an image, the share that are of one class.
  public let pairsOfOneClass: Double
  /// The same of pairs whose boxes share area.
  public let overlappingPairsOfOneClass: Double
  /// The share of boxes whose IoU with another exceeds 0.3.
  public let closeBoxes: Double
  /// The share of objects that are of A.
  public let shareOfA: Double

  /// Measures a data set, images side by side. `setA` holds class indices, from 1, as `ClassSplit.setA` makes them.
  ///
  /// Throws `InputError` where the data is at fault, or holds no object of A or of B with a mask.
  public init(
    of source: some ExampleSource, setA: Set<Int>, name: String = "data set",
    threads: Int = Parallel.coreCount
  ) throws {
    let classOf = Dictionary(
      uniqueKeysWithValues: source.categories.enumerated().map { ($1.id, $0 + 1) })
    let images = try Parallel.map(source.count, threads: threads) { index in
      try ImageComposition(entry: source.entry(at: index), annotations: source.annotations(at: index)) {
        classOf[$0].map(setA.contains) ?? false
      }
    }
    func shares(_ ofA: Bool) throws -> (inA: Double, inB: Double) {
      let shares = images.flatMap(\.shares).filter { $0.isInA == ofA }
      guard !shares.isEmpty else {
        throw InputError(
          file: name, place: "annotations",
          problem: "expected an object of set \(ofA ? "A" : "B") with a mask, found none")
      }
      let count = Double(shares.count)
      return (shares.reduce(0) { $0 + $1.ofA } / count, shares.reduce(0) { $0 + $1.ofB } / count)
    }
    let (ofA, ofB) = (try shares(true), try shares(false))
    (shareOfOthersInA, shareOfBInA) = ofA
    (shareOfAInB, shareOfOthersInB) = ofB
    func ratio(_ part: KeyPath<ImageComposition, Int>, of whole: KeyPath<ImageComposition, Int>) -> Double {
      Double(images.reduce(0) { $0 + $1[keyPath: part] })
        / Double(max(1, images.reduce(0) { $0 + $1[keyPath: whole] }))
    }
    pairsOfOneClass = ratio(\.equalPairs, of: \.pairs)
    overlappingPairsOfOneClass = ratio(\.equalOverlapping, of: \.overlapping)
    closeBoxes = ratio(\.close, of: \.objects)
    shareOfA = ratio(\.ofA, of: \.objects)
  }

  /// The figures with their names, shares as fractions of 1.
  public var named: [(name: String, value: Double)] {
    [
      ("pixels of B in the boxes of A", shareOfBInA),
      ("pixels of other A in the boxes of A", shareOfOthersInA),
      ("pixels of A in the boxes of B", shareOfAInB),
      ("pixels of other B in the boxes of B", shareOfOthersInB),
      ("pairs of one class", pairsOfOneClass),
      ("overlapping pairs of one class", overlappingPairsOfOneClass),
      ("boxes whose IoU with another exceeds 0.3", closeBoxes),
      ("A's share of objects", shareOfA),
    ]
  }
}

/// What one image adds.
private struct ImageComposition: Sendable {
  /// What lies in one object's box: the shares that are other objects of A, and of B.
  struct Shares {
    let isInA: Bool
    let ofA: Double
    let ofB: Double
  }

  let shares: [Shares]
  var objects = 0
  var ofA = 0
  var close = 0
  var pairs = 0
  var equalPairs = 0
  var overlapping = 0
  var equalOverlapping = 0

  init(entry: ImageEntry, annotations: [Annotation], isInA: (_ categoryID: Int) -> Bool) {
    let (height, width) = (entry.height, entry.width)
    let all = annotations.filter { !$0.isCrowd }
    let sides = all.map { isInA($0.categoryID) }
    objects = all.count
    ofA = sides.count { $0 }

    // Whether each pixel belongs to any of A, to any of B.
    let masks = all.map { $0.mask(height: height, width: width)?.decode() }
    var (ownedByA, ownedByB) = (
      [UInt8](repeating: 0, count: height * width), [UInt8](repeating: 0, count: height * width)
    )
    for (mask, side) in zip(masks, sides) {
      guard let mask else { continue }
      for i in mask.indices where mask[i] != 0 {
        if side { ownedByA[i] = 1 } else { ownedByB[i] = 1 }
      }
    }
    shares = all.indices.compactMap { k in
      guard let mask = masks[k] else { return nil }
      let columns = pixels(from: all[k].box.x, to: all[k].box.maxX, side: width)
      let rows = pixels(from: all[k].box.y, to: all[k].box.maxY, side: height)
      var (ofA, ofB) = (0, 0)
      for y in rows {
        for i in (y * width + columns.lowerBound)..<(y * width + columns.upperBound) where mask[i] == 0 {
          ofA += Int(ownedByA[i])
          ofB += Int(ownedByB[i])
        }
      }
      let box = Double(columns.count * rows.count)
      return Shares(isInA: sides[k], ofA: Double(ofA) / box, ofB: Double(ofB) / box)
    }

    for i in all.indices {
      var isClose = false
      for j in all.indices where j != i {
        let overlap = iou(all[i].box, all[j].box)
        isClose = isClose || overlap > 0.3
        guard j > i else { continue }
        let isEqual = all[i].categoryID == all[j].categoryID
        pairs += 1
        equalPairs += isEqual ? 1 : 0
        overlapping += overlap > 0 ? 1 : 0
        equalOverlapping += isEqual && overlap > 0 ? 1 : 0
      }
      close += isClose ? 1 : 0
    }
  }
}
