import Foundation
import Pictures
import Tensors

/// A data set on the disk: an annotation file in COCO's format and a folder of images.
public struct COCOFolder: ExampleSource {
  /// The part of a data set that a folder holds under one roof.
  public enum Part: String, Sendable, Hashable, CaseIterable {
    /// What models learn from: `instances_train2017.json` and `train2017/`.
    case training = "train"
    /// What they are judged by: `instances_val2017.json` and `val2017/`.
    case validation = "val"
  }

  /// What the annotation file says.
  public let annotationFile: AnnotationFile
  /// The folder of the images.
  public let imageFolder: String

  /// A data set from the paths of its annotation file and of its image folder.
  ///
  /// Throws `InputError` if the file is at fault, has no image or no category, or if there is no such folder.
  public init(annotations path: String, images folder: String) throws {
    try self.init(annotationFile: AnnotationFile(reading: path), images: folder)
  }

  /// A data set from annotations already read, or changed since (`withMasks(ofCategories:)`), and an image
  /// folder.
  ///
  /// Throws `InputError` if there is no image, no category or no such folder.
  public init(annotationFile: AnnotationFile, images folder: String) throws {
    guard !annotationFile.images.isEmpty else {
      throw InputError(
        file: annotationFile.file, place: "images", problem: "expected an image, found an empty list")
    }
    guard !annotationFile.categories.isEmpty else {
      throw InputError(
        file: annotationFile.file, place: "categories", problem: "expected a category, found an empty list")
    }
    guard Self.isFolder(folder) else {
      throw InputError(file: folder, place: "", problem: "expected a folder of images, found no such folder")
    }
    self.annotationFile = annotationFile
    imageFolder = folder
  }

  /// One part of a data set in one of three layouts, tried in this order:
  ///
  /// 1. COCO's: `annotations/instances_train2017.json` and `train2017/`, or with any other ending than 2017
  ///    (of several, the last in the alphabet). In 2014's, file names begin with `COCO_train2014_`; they are
  ///    taken from the annotation file like any other.
  /// 2. `train/annotations.json` and `train/images/`.
  /// 3. `annotations.json` and `images/`, which serve as both parts.
  ///
  /// Throws `InputError` if the folder holds none of them, or what it holds is at fault.
  public init(_ folder: String, part: Part = .training) throws {
    guard let found = Self.layout(of: folder, part) else {
      throw InputError(
        file: folder, place: "",
        problem: Self.isFolder(folder)
          ? "expected annotations/instances_\(part.rawValue)2017.json beside "
            + "\(part.rawValue)2017/, or annotations.json beside images/"
          : "expected a folder of a data set, found no such folder")
    }
    try self.init(annotations: found.annotations, images: found.images)
  }

  /// Whether a folder holds a part of its own, so that the parts differ.
  public static func holds(_ part: Part, in folder: String) -> Bool { layout(of: folder, part) != nil }

  private static func layout(of folder: String, _ part: Part) -> (annotations: String, images: String)? {
    let prefix = "instances_\(part.rawValue)"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/annotations")) ?? []
    for name in names.sorted(by: >) where name.hasPrefix(prefix) && name.hasSuffix(".json") {
      let images = "\(folder)/\(part.rawValue)\(name.dropFirst(prefix.count).dropLast(5))"
      if isFolder(images) { return ("\(folder)/annotations/\(name)", images) }
    }
    for place in ["\(folder)/\(part.rawValue)", folder]
    where FileManager.default.fileExists(atPath: "\(place)/annotations.json") && isFolder("\(place)/images") {
      return ("\(place)/annotations.json", "\(place)/images")
    }
    return nil
  }

  private static func isFolder(_ path: String) -> Bool {
    var isDirectory: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) && isDirectory.boolValue
  }
}

extension COCOFolder {
  /// The file's categories, in its order.
  public var categories: [Category] { annotationFile.categories }
  /// How many images the file names, those without objects included.
  public var count: Int { annotationFile.images.count }
  /// The file's entry of an image.
  public func entry(at index: Int) -> ImageEntry { annotationFile.images[index] }
  /// The objects of an image.
  public func annotations(at index: Int) -> [Annotation] {
    annotationFile.annotations(ofImage: annotationFile.images[index].id)
  }

  /// The path of an image.
  public func path(at index: Int) -> String { "\(imageFolder)/\(annotationFile.images[index].fileName)" }

  /// Reads an image. Throws `InputError` if it is missing, damaged, or of another size than its entry says.
  public func example(at index: Int) throws -> Example {
    let entry = entry(at: index)
    let image = try readImage(path(at: index))
    guard image.width == entry.width, image.height == entry.height else {
      throw InputError(
        file: path(at: index), place: "size",
        problem: "expected \(entry.width) x \(entry.height) pixels, as \(annotationFile.file) says, found "
          + "\(image.width) x \(image.height)")
    }
    return Example(imageID: entry.id, image: image, annotations: annotations(at: index))
  }
}
