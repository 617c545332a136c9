import Foundation
import Tensors

/// What a detector found, as one of COCO's results files holds it: a list of objects with `image_id`,
/// `category_id`, `score`, and `bbox`, `segmentation` (run lengths) or both.
public struct ResultsFile: Sendable {
  /// The detections, in the file's order. Where the file gives no box, it is the mask's.
  public let detections: [Detection]
  /// What decides whether a detection is small, medium or large. COCO's tool takes the box if the first
  /// detection of a file has one, even when it evaluates masks.
  public let extent: DetectionExtent

  /// Results from detections in memory.
  public init(detections: [Detection], extent: DetectionExtent) {
    self.detections = detections
    self.extent = extent
  }

  /// Reads a results file and checks it against the data set that it is about: images and categories must be
  /// known, scores finite, boxes of no negative size, masks of their image's size.
  ///
  /// Throws `InputError`.
  public init(reading path: String, about truth: AnnotationFile) throws {
    self = try JSONReader.read(path) { try ResultsFile($0, about: truth) }
  }

  /// Reads the one value of a file.
  init(_ json: JSONReader, about truth: AnnotationFile) throws {
    let known = Set(truth.categories.map(\.id))
    var detections: [Detection] = []
    var extent: DetectionExtent?
    try json.array { _ in
      let result = try json.result()
      guard let entry = truth.image(id: result.imageID) else {
        throw json.error(
          ".image_id", "expected the id of one of the \(truth.images.count) images, found \(result.imageID)")
      }
      guard known.contains(result.categoryID) else {
        throw json.error(
          ".category_id",
          "expected the id of one of the \(truth.categories.count) categories, found \(result.categoryID)")
      }
      if let box = result.box, box.width < 0 || box.height < 0 {
        throw json.error(".bbox", "expected no negative side, found \(box.width) x \(box.height)")
      }
      let mask = try result.segmentation.map { try json.mask($0, of: entry) }
      guard let box = result.box ?? mask?.box else {
        throw json.error("", "expected the key \"bbox\" or \"segmentation\", found neither")
      }
      if extent == nil { extent = result.box != nil ? .box : .mask }
      detections.append(
        Detection(
          imageID: result.imageID, categoryID: result.categoryID, score: result.score, box: box, mask: mask))
    }
    self.init(detections: detections, extent: extent ?? .box)
  }

  /// Writes the detections in COCO's format, whole or not at all: boxes, or masks as compressed run lengths,
  /// or both, as `extent` and the detections have it. With masks and `.mask` the boxes are left out, so that
  /// COCO's tool takes the masks' areas too.
  ///
  /// Throws `InputError` where the file cannot be written, or a score or a box is not finite.
  public func write(to path: String) throws {
    for (index, detection) in detections.enumerated() {
      guard let fault = detection.fault else { continue }
      throw InputError(file: path, place: "[\(index)]", problem: fault)
    }
    var json = JSONWriter()
    json.array(detections) { json, detection in
      json.object { json in
        json.key("image_id")
        json.integer(detection.imageID)
        json.key("category_id")
        json.integer(detection.categoryID)
        json.key("score")
        json.number(detection.score)
        if extent == .box || detection.mask == nil {
          json.key("bbox")
          json.write(detection.box)
        }
        if let mask = detection.mask {
          json.key("segmentation")
          json.write(mask, as: .compressed)
        }
      }
    }
    try writeWhole(Data(json.text), to: path)
  }
}

extension JSONReader {
  fileprivate typealias Result = (
    imageID: Int, categoryID: Int, score: Double, box: BoundingBox?, segmentation: Segmentation?
  )

  fileprivate func result() throws -> Result {
    var (imageID, categoryID): (Int?, Int?)
    var score: Double?
    var box: BoundingBox?
    var segmentation: Segmentation?
    try object { key in
      switch key {
      case "image_id": imageID = try integer()
      case "category_id": categoryID = try integer()
      case "score": score = try number()
      case "bbox": box = try optional(numbers).flatMap { $0.isEmpty ? nil : try boundingBox($0) }
      case "segmentation": segmentation = try self.segmentation()
      default: try skip()
      }
    }
    return (
      try require(imageID, "image_id"), try require(categoryID, "category_id"), try require(score, "score"),
      box,
      segmentation
    )
  }

  /// The mask of a detection, which must have its image's size.
  fileprivate func mask(_ segmentation: Segmentation, of entry: ImageEntry) throws -> RunLengthMask {
    guard case .runLength(let mask) = segmentation else {
      throw error(".segmentation", "expected an object of size and counts, found polygons")
    }
    guard mask.height == entry.height, mask.width == entry.width else {
      throw error(
        ".segmentation.size",
        "expected the image's height and width, \(entry.height) x \(entry.width), found "
          + "\(mask.height) x \(mask.width)")
    }
    return mask
  }

  fileprivate func error(_ suffix: String, _ problem: String) -> InputError {
    InputError(file: file, place: place + suffix, problem: problem)
  }
}
