import Tensors

/// Whether the parts of an annotation file fit together, each fault with its place.
struct AnnotationCheck {
  let file: String
  let images: [ImageEntry]
  let annotations: [Annotation]
  let categories: [Category]

  /// How far a box may reach over the edge of its image, in pixels: COCO's boxes are rounded.
  private static let tolerance = 1.0

  /// Throws `InputError` at the first fault.
  func run() throws {
    try checkImages()
    try requireUnique(categories.map(\.id), in: "categories", "a category")
    try requireUnique(annotations.map(\.id), in: "annotations", "an annotation")
    let entries = Dictionary(uniqueKeysWithValues: images.map { ($0.id, $0) })
    let known = Set(categories.map(\.id))
    for (index, annotation) in annotations.enumerated() where !COCOFaults.contains(annotation) {
      guard let entry = entries[annotation.imageID] else {
        throw error(
          index, "image_id",
          "expected the id of one of the \(images.count) images, found \(annotation.imageID)")
      }
      guard known.contains(annotation.categoryID) else {
        throw error(
          index, "category_id",
          "expected the id of one of the \(categories.count) categories, found \(annotation.categoryID)")
      }
      try check(annotation.box, of: entry, index)
      guard annotation.area.isFinite, annotation.area >= 0 else {
        throw error(index, "area", "expected a number from 0 on, found \(annotation.area)")
      }
      switch annotation.segmentation {
      case .polygons(let polygons): try check(polygons, of: entry, index)
      case .runLength(let mask): try check(mask, of: entry, index)
      case nil: break
      }
    }
  }

  private func checkImages() throws {
    try requireUnique(images.map(\.id), in: "images", "an image")
    for (index, entry) in images.enumerated() {
      for (key, side) in [("width", entry.width), ("height", entry.height)] {
        guard 1...100_000 ~= side else {
          throw InputError(
            file: file, place: "images[\(index)].\(key) (image \(entry.id))",
            problem: "expected a side from 1 to 100000 pixels, found \(side)")
        }
      }
    }
  }

  private func check(_ box: BoundingBox, of entry: ImageEntry, _ index: Int) throws {
    guard [box.x, box.y, box.width, box.height].allSatisfy(\.isFinite) else {
      throw error(
        index, "bbox", "expected finite numbers, found \(box.x), \(box.y), \(box.width), \(box.height)")
    }
    guard box.width > 0, box.height > 0 else {
      throw error(
        index, "bbox", "expected a width and a height above 0, found \(box.width) x \(box.height)")
    }
    guard box.x >= -Self.tolerance, box.y >= -Self.tolerance,
      box.maxX <= Double(entry.width) + Self.tolerance, box.maxY <= Double(entry.height) + Self.tolerance
    else {
      throw error(
        index, "bbox",
        "expected a box inside the image of \(entry.width) x \(entry.height) pixels, found one from "
          + "(\(box.x), \(box.y)) to (\(box.maxX), \(box.maxY))")
    }
  }

  /// A polygon may leave its image, where it is cut off, but not by more than the image's size.
  private func check(_ polygons: [[Double]], of entry: ImageEntry, _ index: Int) throws {
    guard !polygons.isEmpty else {
      throw error(index, "segmentation", "expected a polygon, found none")
    }
    for (number, polygon) in polygons.enumerated() {
      let key = "segmentation[\(number)]"
      guard polygon.count >= 6, polygon.count.isMultiple(of: 2) else {
        throw error(
          index, key, "expected x and y of three points or more, found \(polygon.count) numbers")
      }
      for (place, value) in polygon.enumerated() {
        let side = Double(place.isMultiple(of: 2) ? entry.width : entry.height)
        guard value >= -side, value <= 2 * side else {
          throw error(
            index, "\(key)[\(place)]",
            "expected a point in or near the image of \(entry.width) x \(entry.height) pixels, found \(value)"
          )
        }
      }
    }
  }

  private func check(_ mask: RunLengthMask, of entry: ImageEntry, _ index: Int) throws {
    guard mask.height == entry.height, mask.width == entry.width else {
      throw error(
        index, "segmentation.size",
        "expected the image's height and width, \(entry.height) x \(entry.width), found "
          + "\(mask.height) x \(mask.width)"
      )
    }
  }

  private func requireUnique(_ ids: [Int], in list: String, _ thing: String) throws {
    var first: [Int: Int] = [:]
    first.reserveCapacity(ids.count)
    for (index, id) in ids.enumerated() {
      guard let earlier = first.updateValue(index, forKey: id) else { continue }
      throw InputError(
        file: file, place: "\(list)[\(index)].id",
        problem: "expected \(thing) of its own id, found \(id), which \(list)[\(earlier)] has")
    }
  }

  private func error(_ index: Int, _ key: String, _ problem: String) -> InputError {
    InputError(
      file: file, place: "annotations[\(index)].\(key) (annotation \(annotations[index].id))",
      problem: problem)
  }
}
