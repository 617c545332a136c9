import Tensors

/// §2.2 Which classes have masks to train on: set A. The others, set B, have boxes only.
public indirect enum ClassSplit: Sendable, Hashable {
  /// A is the 20 categories that PASCAL VOC has too; B the other 60.
  case voc
  /// The reverse: A is the 60 categories that VOC lacks.
  case nonVOC
  /// One of the authors' random draws of `count` (20, 30, 40, 50 or 60) of the 80; `trial` runs from 1 to 5.
  case random(count: Int, trial: Int)
  /// A is COCO's 80 categories; B is whatever else the data set names.
  case coco
  /// A is the classes of which the data set has masks.
  case asAnnotated
  /// A is the set A of another split without every fourth of its classes, the `fold`-th of four, which are judged in
  /// place of B: settings are chosen so, and never see the B of the split itself.
  case heldOut(fold: Int, of: ClassSplit)
}

extension ClassSplit: CustomStringConvertible, LosslessStringConvertible {
  /// As the command line writes it: `voc`, `non-voc`, `random:40:1`, `coco`, `as-annotated`; `voc/1` for the first fold of VOC.
  public var description: String {
    switch self {
    case .voc: "voc"
    case .nonVOC: "non-voc"
    case .random(let count, let trial): "random:\(count):\(trial)"
    case .coco: "coco"
    case .asAnnotated: "as-annotated"
    case .heldOut(let fold, let split): "\(split)/\(fold)"
    }
  }

  /// Reads what `description` writes; nil for anything else, a draw that the authors did not make included.
  public init?(_ description: String) {
    switch description {
    case "voc": self = .voc
    case "non-voc": self = .nonVOC
    case "coco": self = .coco
    case "as-annotated": self = .asAnnotated
    case _ where description.contains("/"):
      let parts = description.split(separator: "/", omittingEmptySubsequences: false)
      guard parts.count == 2, let split = ClassSplit(String(parts[0])), let fold = Int(parts[1]),
        (1...4).contains(fold)
      else { return nil }
      self = .heldOut(fold: fold, of: split)
    default:
      let parts = description.split(separator: ":", omittingEmptySubsequences: false)
      guard parts.count == 3, parts[0] == "random", let count = Int(parts[1]), let trial = Int(parts[2]),
        RandomSplits.indices(count: count, trial: trial) != nil
      else { return nil }
      self = .random(count: count, trial: trial)
    }
  }
}

extension ClassSplit {
  /// Set A as class indices: 1 for the first of `categories`, K for the last. B is the rest of 1 ... K.
  ///
  /// Categories are known by their names, so a data set with some of COCO's 80, in any order and under any
  /// ids, has these splits too. `annotations` are looked at for `.asAnnotated` only: a class is in A if one
  /// of its annotations that is no crowd has a shape.
  ///
  /// Throws `InputError` if a random split is asked of categories that are not COCO's, or if A comes out
  /// empty.
  public func setA(
    of categories: [Category], annotations: some Sequence<Annotation>, file: String = "categories"
  ) throws -> Set<Int> {
    let classes: Set<Int>
    switch self {
    case .voc:
      classes = Self.classes(of: categories) { COCOCategories.isVOC($0) }
    case .nonVOC:
      classes = Self.classes(of: categories) { !COCOCategories.isVOC($0) }
    case .random(let count, let trial):
      guard let drawn = RandomSplits.indices(count: count, trial: trial) else {
        throw InputError(
          file: file, place: "split \(self)",
          problem: "expected a count of 20, 30, 40, 50 or 60 and a trial from 1 to 5")
      }
      if let stranger = categories.first(where: { COCOCategories.index(ofName: $0.name) == nil }) {
        throw InputError(
          file: file, place: "category \(stranger.id)",
          problem: "\"\(stranger.name)\" is not one of COCO's 80, which the random splits are drawn from")
      }
      let inA = Set(drawn)
      classes = Self.classes(of: categories) { inA.contains(COCOCategories.index(ofName: $0.name)!) }
    case .coco:
      classes = Self.classes(of: categories) { COCOCategories.index(ofName: $0.name) != nil }
    case .asAnnotated:
      var withMasks: Set<Int> = []
      for annotation in annotations where annotation.segmentation != nil && !annotation.isCrowd {
        withMasks.insert(annotation.categoryID)
      }
      classes = Self.classes(of: categories) { withMasks.contains($0.id) }
    case .heldOut(let fold, let split):
      let whole = try split.setA(of: categories, annotations: annotations, file: file).sorted()
      classes = Set(whole.enumerated().filter { $0.offset % 4 != fold - 1 }.map(\.element))
    }
    guard !classes.isEmpty else {
      throw InputError(
        file: file, place: "split \(self)",
        problem: "expected a class with masks in set A, found none among \(categories.count) categories")
    }
    return classes
  }

  /// The classes that are judged: all, but where classes of A are held out A and those.
  public func judged(of source: some ExampleSource, file: String = "data set") throws -> Set<Int> {
    guard case .heldOut(_, let split) = self else { return Set(1...source.categories.count) }
    return try split.setA(of: source, file: file)
  }

  /// Set A of a data set. Only `.asAnnotated` looks at its annotations.
  public func setA(of source: some ExampleSource, file: String = "data set") throws -> Set<Int> {
    guard looksAtAnnotations else {
      return try setA(of: source.categories, annotations: EmptyCollection(), file: file)
    }
    let annotations = try (0..<source.count).lazy.map { try source.annotations(at: $0) }
    return try setA(of: source.categories, annotations: annotations.joined(), file: file)
  }

  private var looksAtAnnotations: Bool {
    switch self {
    case .asAnnotated: true
    case .heldOut(_, let split): split.looksAtAnnotations
    case .voc, .nonVOC, .random, .coco: false
    }
  }

  private static func classes(of categories: [Category], where isInA: (Category) -> Bool) -> Set<Int> {
    Set(zip(1..., categories).filter { isInA($0.1) }.map(\.0))
  }
}
