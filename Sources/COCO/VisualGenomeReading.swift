import Foundation
import Tensors

extension VisualGenome {
  /// Reads `image_data.json` and `objects.json` from a folder, or from `annotations` in it.
  ///
  /// Throws `InputError` if there are no such files, or what they say cannot be.
  public init(_ folder: String) throws {
    let places = [folder, "\(folder)/annotations"]
    guard
      let place = places.first(where: { FileManager.default.fileExists(atPath: "\($0)/image_data.json") })
    else {
      throw InputError(
        file: folder,
        problem: "expected image_data.json and objects.json, here or in annotations/, found none")
    }
    try self.init(images: "\(place)/image_data.json", objects: "\(place)/objects.json")
  }

  /// Reads the two files of Visual Genome, of any version: an id is called `image_id` and `object_id`, or `id`.
  ///
  /// An object without `synsets` (version 1.0 has such) has none. Names, and keys that this package does not know,
  /// are passed over. The files are read from front to back; no more of them is kept than this value holds.
  ///
  /// Throws `InputError` where a file cannot be read, is no JSON, or says what cannot be; also where no object at
  /// all has a synset.
  public init(images imageFile: String, objects objectFile: String) throws {
    images = try JSONReader.read(imageFile) { try $0.images() }
    file = objectFile
    var collected = ObjectCollection(images: images)
    try JSONReader.read(objectFile) { json in
      try json.array { _ in try json.objectsOfImage(into: &collected) }
    }
    guard !collected.counts.isEmpty else {
      throw InputError(
        file: objectFile, problem: "expected objects with synsets, found none: Visual Genome 1.4 has them")
    }
    // From the order in which the synsets were met to that of their frequency.
    let order = collected.counts.indices.sorted {
      (collected.counts[$1], collected.names[$0]) < (collected.counts[$0], collected.names[$1])
    }
    var rank = [Int](repeating: 0, count: order.count)
    for (place, synset) in order.enumerated() { rank[synset] = place }
    synsets = order.map { Synset(name: collected.names[$0], count: collected.counts[$0]) }
    objects = collected.objects.map {
      Object(id: $0.id, image: $0.image, synset: rank[$0.synset], box: $0.box)
    }
    skipped = collected.skipped
    cutBoxCount = collected.cutBoxCount
  }
}

/// What is kept while `objects.json` is read.
private struct ObjectCollection {
  let images: [VisualGenome.Image]
  /// The place of each image.
  let places: [Int: Int]
  /// The synsets, in the order in which they were met, and how often.
  private(set) var names: [String] = []
  private(set) var counts: [Int] = []
  /// The objects, with synsets as places in `names`.
  private(set) var objects: [VisualGenome.Object] = []
  private(set) var skipped = VisualGenome.Skipped()
  private(set) var cutBoxCount = 0
  private var numbers: [String: Int] = [:]
  private var ids: Set<Int> = []

  init(images: [VisualGenome.Image]) {
    self.images = images
    places = Dictionary(uniqueKeysWithValues: images.indices.map { (images[$0].entry.id, $0) })
  }

  /// The number of a synset, which has been met once more.
  mutating func count(_ synset: String) -> Int {
    if let number = numbers[synset] {
      counts[number] += 1
      return number
    }
    numbers[synset] = names.count
    names.append(synset)
    counts.append(1)
    return names.count - 1
  }

  mutating func add(_ object: ListedObject, image: Int) {
    guard let synset = object.synsets.first else {
      skipped.withoutSynset += 1
      return
    }
    guard object.synsets.count == 1 else {
      skipped.withSeveralSynsets += 1
      return
    }
    guard ids.insert(object.id).inserted else {
      skipped.repeated += 1
      return
    }
    let entry = images[image].entry
    guard let box = object.box.cut(toWidth: entry.width, height: entry.height) else {
      skipped.withoutExtent += 1
      return
    }
    if box != object.box { cutBoxCount += 1 }
    objects.append(VisualGenome.Object(id: object.id, image: image, synset: synset, box: box))
  }
}

/// An object as the file lists it, synsets as numbers.
private struct ListedObject {
  let id: Int
  let box: BoundingBox
  let synsets: [Int]
}

extension JSONReader {
  /// Reads `image_data.json`.
  fileprivate func images() throws -> [VisualGenome.Image] {
    var images: [VisualGenome.Image] = []
    var first: [Int: Int] = [:]
    try array { index in
      let image = try image()
      if let earlier = first.updateValue(index, forKey: image.entry.id) {
        throw error("expected an image of its own id, found \(image.entry.id), which [\(earlier)] has")
      }
      images.append(image)
    }
    return images
  }

  private func image() throws -> VisualGenome.Image {
    var (newID, oldID, width, height, cocoID): (Int?, Int?, Int?, Int?, Int?)
    var fileName: String?
    try object { key in
      switch key {
      case "image_id": newID = try optional(integer)
      case "id": oldID = try optional(integer)
      case "width": width = try side()
      case "height": height = try side()
      case "url": fileName = try endOfAddress()
      case "coco_id": cocoID = try optional(integer)
      default: try skip()
      }
    }
    let entry = ImageEntry(
      id: try require(newID ?? oldID, "image_id"), fileName: try require(fileName, "url"),
      width: try require(width, "width"), height: try require(height, "height"))
    return VisualGenome.Image(entry: entry, cocoID: cocoID)
  }

  private func side() throws -> Int {
    let side = try integer()
    guard 1...100_000 ~= side else { throw error("expected a side from 1 to 100000 pixels, found \(side)") }
    return side
  }

  /// Reads an address; its last folder and the name in it say where the image lies.
  private func endOfAddress() throws -> String {
    let address = try string()
    let end = address.split(separator: "/", omittingEmptySubsequences: false).suffix(2)
    guard end.count == 2, end.allSatisfy({ !["", ".", ".."].contains($0) }) else {
      throw error("expected an address that ends in a folder and a name, found \"\(address)\"")
    }
    return end.joined(separator: "/")
  }

  /// Reads an element of `objects.json`: an image's id and its objects, in either order.
  fileprivate func objectsOfImage(into collected: inout ObjectCollection) throws {
    var (newID, oldID): (Int?, Int?)
    var listed: [ListedObject]?
    try object { key in
      switch key {
      case "image_id": newID = try optional(integer)
      case "id": oldID = try optional(integer)
      case "objects":
        var objects: [ListedObject] = []
        try array { _ in objects.append(try listedObject(counting: &collected)) }
        listed = objects
      default: try skip()
      }
    }
    let id = try require(newID ?? oldID, "image_id")
    guard let image = collected.places[id] else {
      throw error(
        "expected the id of one of the \(collected.images.count) images of image_data.json, found \(id)")
    }
    for object in try require(listed, "objects") { collected.add(object, image: image) }
  }

  private func listedObject(counting collected: inout ObjectCollection) throws -> ListedObject {
    var (newID, oldID): (Int?, Int?)
    var (x, y, width, height): (Double?, Double?, Double?, Double?)
    var synsets: [Int] = []
    try object { key in
      switch key {
      case "object_id": newID = try optional(integer)
      case "id": oldID = try optional(integer)
      case "x": x = try number()
      case "y": y = try number()
      case "w": width = try number()
      case "h": height = try number()
      case "synsets":
        try optional { try array { _ in synsets.append(collected.count(try string())) } }
      default: try skip()
      }
    }
    let box = BoundingBox(
      x: try require(x, "x"), y: try require(y, "y"), width: try require(width, "w"),
      height: try require(height, "h"))
    return ListedObject(id: try require(newID ?? oldID, "object_id"), box: box, synsets: synsets)
  }
}
