import Tensors

/// What is laid over each other: masks or boxes.
public enum OverlapKind: String, Sendable, Hashable, CaseIterable {
  /// Masks. A detection without one counts as its whole box.
  case masks = "segm"
  /// Boxes.
  case boxes = "bbox"
}

/// What decides whether a detection is small, medium or large.
public enum DetectionExtent: Sendable, Hashable {
  /// The pixels of its mask.
  case mask
  /// The area of its box.
  case box
}

/// Average precision and average recall by COCO's rules (Lin et al., 2014; the twelve numbers of the COCO
/// challenge).
///
/// 1. In each image, for each category, the detections are taken by score, and each is given the best free
///    object that it overlaps enough. A detection that lands on a crowd, or on an object outside the range of
///    areas, or that finds nothing and lies outside that range itself, does not count. `DetectionMatching`
///    does this.
/// 2. For each category, the detections of all images are taken by score; precision is read off at 101 levels
///    of recall. `PrecisionCurve` does this.
/// 3. The twelve numbers are means over categories and thresholds. `Summary` does this.
///
/// The numbers are those of COCO's own tool, with one exception: an annotation under the id 0 can be found
/// like any other, where the tool takes 0 for "nothing found".
public enum AveragePrecision {
  /// The ten overlaps that a match must reach, 0.5, 0.55, ... 0.95, with the bits that NumPy's `linspace`
  /// gives.
  static let overlaps: [Double] = {
    let step = (0.95 - 0.5) / 9.0
    return (0..<9).map { 0.5 + Double($0) * step } + [0.95]
  }()
  /// The 101 levels of recall at which precision is read, with the bits that NumPy's `linspace` gives.
  static let recalls: [Double] = (0..<100).map { Double($0) * 0.01 } + [1]
  /// How many detections of an image and category may count.
  static let detectionLimits = [1, 10, 100]

  /// Ranges of area, both ends included, in square pixels.
  enum AreaRange: Int, CaseIterable {
    case all, small, medium, large

    func contains(_ area: Double) -> Bool {
      switch self {
      case .all: area >= 0 && area <= 1e10
      case .small: area >= 0 && area <= 32 * 32
      case .medium: area >= 32 * 32 && area <= 96 * 96
      case .large: area >= 96 * 96 && area <= 1e10
      }
    }
  }

  /// The twelve numbers of detections against the truth.
  ///
  /// - Parameters:
  ///   - truth: the data set; all of its images count, those without detections too.
  ///   - detections: in any order; of equal scores, the earlier one in the list comes first.
  ///   - type: whether masks or boxes are laid over each other.
  ///   - categories: the ids of those that count; nil for all of the data set's.
  ///   - extent: what makes a detection small, medium or large; nil for the mask where masks are compared,
  ///     and the box where boxes are.
  ///   - threads: how many images are worked on side by side. The result does not depend on it.
  /// - Throws: `InputError` if a score or a box is not finite, if masks are compared and an object of one of
  ///   the categories has none, if a detection's image is none of the data set's, or if a mask has another
  ///   size than its image.
  public static func evaluate(
    truth: AnnotationFile, detections: [Detection], type: OverlapKind, categories: Set<Int>? = nil,
    extent: DetectionExtent? = nil, threads: Int = Parallel.coreCount
  ) throws -> Summary {
    try evaluate(
      truth: truth, detections: detections, type: type, over: [categories ?? Set(truth.categories.map(\.id))],
      extent: extent, threads: threads)[0]
  }

  /// The same for several sets of categories, which may overlap: each category is judged once.
  public static func evaluate(
    truth: AnnotationFile, detections: [Detection], type: OverlapKind, over sets: [Set<Int>],
    extent: DetectionExtent? = nil, threads: Int = Parallel.coreCount
  ) throws -> [Summary] {
    let extent = extent ?? (type == .masks ? .mask : .box)
    let counted = Set(truth.categories.map(\.id)).intersection(sets.reduce(Set()) { $0.union($1) })
    let ids = counted.sorted()
    let classIndices = Dictionary(uniqueKeysWithValues: zip(ids, ids.indices))

    // 1. Match within each image, category by category. Images are taken by id, as COCO's tool does: it
    //    decides between equal scores.
    let images = truth.images.sorted { $0.id < $1.id }
    let known = Set(images.map(\.id))
    for detection in detections {
      guard let fault = detection.fault else { continue }
      throw InputError(file: truth.file, place: "a detection in image \(detection.imageID)", problem: fault)
    }
    if let stranger = detections.first(where: { !known.contains($0.imageID) }) {
      throw InputError(
        file: truth.file, place: "image \(stranger.imageID)",
        problem: "expected the image of a detection, found no such image")
    }
    let found = Dictionary(grouping: detections, by: \.imageID)
    let matchings = try Parallel.map(images.count, threads: threads) { i in
      try ImageMatching(
        entry: images[i], truth: truth.annotations(ofImage: images[i].id), file: truth.file,
        detections: found[images[i].id] ?? [], categories: counted, type: type, extent: extent
      ).matchings()
    }
    var byCategory = [[DetectionMatching]](repeating: [], count: ids.count)
    for (category, matching) in matchings.joined() { byCategory[classIndices[category]!].append(matching) }

    // 2. A curve for each category, range of areas, limit and overlap.
    let curves = try Parallel.map(ids.count, threads: threads) { [byCategory] k in
      CategoryCurves(of: byCategory[k])
    }

    // 3. Means.
    return sets.map { set in
      let own = ids.indices.filter { set.contains(ids[$0]) }
      return Summary(categories: own.map { ids[$0] }, curves: own.map { curves[$0] })
    }
  }

  /// The twelve numbers of a results file, as COCO's tool gives them for that file.
  public static func evaluate(
    truth: AnnotationFile, results: ResultsFile, type: OverlapKind, categories: Set<Int>? = nil,
    threads: Int = Parallel.coreCount
  ) throws -> Summary {
    try evaluate(
      truth: truth, detections: results.detections, type: type, categories: categories,
      extent: results.extent,
      threads: threads)
  }
}
