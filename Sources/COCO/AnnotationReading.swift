import Tensors

extension AnnotationFile {
  /// Reads a file in COCO's format and checks it.
  ///
  /// More is accepted than COCO writes: `segmentation` may be missing, null or an empty list (then the object
  /// is a box), compressed or not; `area` may be missing or null (then it is the mask's, or the box's), and so may
  /// `iscrowd` (then it is 0) and `supercategory`. Keys that this package does not know are passed over.
  ///
  /// Throws `InputError` where the file cannot be read, is no JSON, or says what cannot be.
  public init(reading path: String) throws {
    self = try JSONReader.read(path) { try AnnotationFile($0) }
  }

  /// Reads the one value of a file.
  init(_ json: JSONReader) throws {
    var images: [ImageEntry] = []
    var annotations: [Annotation] = []
    var categories: [Category] = []
    var missing: Set = ["images", "annotations", "categories"]
    try json.object { key in
      switch key {
      case "images": try json.array { _ in images.append(try json.imageEntry()) }
      case "annotations": try json.array { _ in annotations.append(try json.annotation()) }
      case "categories": try json.array { _ in categories.append(try json.category()) }
      default: try json.skip()
      }
      missing.remove(key)
    }
    if let key = missing.min() { throw json.error("expected the key \"\(key)\", found no such key") }
    try self.init(images: images, annotations: annotations, categories: categories, file: json.file)
  }
}

extension JSONReader {
  fileprivate func imageEntry() throws -> ImageEntry {
    var (id, width, height): (Int?, Int?, Int?)
    var fileName: String?
    try object { key in
      switch key {
      case "id": id = try integer()
      case "width": width = try integer()
      case "height": height = try integer()
      case "file_name": fileName = try string()
      default: try skip()
      }
    }
    return ImageEntry(
      id: try require(id, "id"), fileName: try require(fileName, "file_name"),
      width: try require(width, "width"), height: try require(height, "height"))
  }

  fileprivate func category() throws -> Category {
    var id: Int?
    var name: String?
    var supercategory = ""
    try object { key in
      switch key {
      case "id": id = try integer()
      case "name": name = try string()
      case "supercategory": supercategory = try optional(string) ?? ""
      default: try skip()
      }
    }
    return Category(id: try require(id, "id"), name: try require(name, "name"), supercategory: supercategory)
  }

  fileprivate func annotation() throws -> Annotation {
    let start = JSONReader(copying: self)
    do {
      return try annotationFields()
    } catch let error as InputError {
      // The id may stand behind the fault; look for it, so that the message can name the annotation.
      var id: Int?
      try? start.object { key in
        if key == "id" { id = try start.integer() } else { try start.skip() }
      }
      guard let id else { throw error }
      throw InputError(file: file, place: "\(error.place) (annotation \(id))", problem: error.problem)
    }
  }

  private func annotationFields() throws -> Annotation {
    var (id, imageID, categoryID): (Int?, Int?, Int?)
    var box: BoundingBox?
    var area: Double?
    var isCrowd = false
    var segmentation: Segmentation?
    try object { key in
      switch key {
      case "id": id = try integer()
      case "image_id": imageID = try integer()
      case "category_id": categoryID = try integer()
      case "bbox": box = try boundingBox()
      case "area": area = try optional(number)
      case "iscrowd": isCrowd = try optional(boolean) ?? false
      case "segmentation": segmentation = try self.segmentation()
      default: try skip()
      }
    }
    let wholeBox = try require(box, "bbox")
    if area == nil, case .runLength(let mask) = segmentation { area = Double(mask.area) }
    return Annotation(
      id: try require(id, "id"), imageID: try require(imageID, "image_id"),
      categoryID: try require(categoryID, "category_id"), box: wholeBox, segmentation: segmentation,
      area: area ?? segmentation?.polygonArea ?? wholeBox.area, isCrowd: isCrowd)
  }

  /// Reads `[x, y, width, height]`.
  func boundingBox() throws -> BoundingBox { try boundingBox(try numbers()) }

  /// The box of `[x, y, width, height]`.
  func boundingBox(_ values: [Double]) throws -> BoundingBox {
    guard values.count == 4 else { throw error("expected 4 numbers, found \(values.count)") }
    return BoundingBox(x: values[0], y: values[1], width: values[2], height: values[3])
  }

  /// Reads a list of polygons, or an object of `size` and `counts`; nil for null or an empty list.
  func segmentation() throws -> Segmentation? {
    switch kind {
    case .null:
      _ = takeNull()
      return nil
    case .array:
      var polygons: [[Double]] = []
      try array { _ in polygons.append(try numbers()) }
      return polygons.isEmpty ? nil : .polygons(polygons)
    case .object:
      return .runLength(try runLengthMask())
    default:
      guard let kind else {
        try skip()
        return nil
      }
      throw error("expected a list of polygons or an object of size and counts, found \(kind.rawValue)")
    }
  }

  private func runLengthMask() throws -> RunLengthMask {
    var size: [Int]?
    var runs: [Int]?
    var text: String?
    try object { key in
      switch (key, kind) {
      case ("size", _):
        var sides: [Int] = []
        try array { _ in sides.append(try integer()) }
        guard sides.count == 2, sides.allSatisfy({ 1...100_000 ~= $0 }) else {
          throw error("expected a height and a width from 1 to 100000, found \(sides)")
        }
        size = sides
      case ("counts", .array):
        var counts: [Int] = []
        try array { _ in counts.append(try integer()) }
        runs = counts
      case ("counts", _): text = try string()
      default: try skip()
      }
    }
    let sides = try require(size, "size")
    do {
      if let runs { return try RunLengthMask(checking: runs, height: sides[0], width: sides[1]) }
      return try RunLengthMask(compressed: try require(text, "counts"), height: sides[0], width: sides[1])
    } catch let malformed as RunLengthMask.Malformed {
      throw InputError(file: file, place: "\(place).counts", problem: malformed.description)
    }
  }

  func require<Value>(_ value: Value?, _ key: String) throws -> Value {
    guard let value else { throw error("expected the key \"\(key)\", found no such key") }
    return value
  }
}

extension Segmentation {
  /// The area that the polygons enclose, by the shoelace formula, as COCO's `area`; nil for run lengths.
  fileprivate var polygonArea: Double? {
    guard case .polygons(let polygons) = self else { return nil }
    return polygons.reduce(0) { sum, polygon in
      let count = polygon.count / 2
      let twice = (0..<count).reduce(0.0) { twice, i in
        let j = (i + 1) % count
        return twice + polygon[2 * i] * polygon[2 * j + 1] - polygon[2 * j] * polygon[2 * i + 1]
      }
      return sum + abs(twice) / 2
    }
  }
}
