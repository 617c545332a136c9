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

  /// What the annotation file says; of several, what they say together.
  public let annotationFile: AnnotationFile
  /// The folders of the images, each with the number of the first image that lies in it.
  private let imageFolders: [(start: Int, path: String)]

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
    try self.init(annotationFile, [(0, folder)])
  }

  private init(_ annotationFile: AnnotationFile, _ folders: [(start: Int, path: String)]) throws {
    guard !annotationFile.images.isEmpty else {
      throw InputError(
        file: annotationFile.file, place: "images", problem: "expected an image, found an empty list")
    }
    guard !annotationFile.categories.isEmpty else {
      throw InputError(
        file: annotationFile.file, place: "categories", problem: "expected a category, found an empty list")
    }
    for (_, folder) in folders where !COCOLayout.isFolder(folder) {
      throw InputError(file: folder, place: "", problem: "expected a folder of images, found no such folder")
    }
    (self.annotationFile, imageFolders) = (annotationFile, folders)
  }

  /// One part of a data set, in one of the layouts that `COCOLayout` knows.
  ///
  /// Throws `InputError` if the folder holds none of them, or what it holds is at fault.
  public init(_ folder: String, part: Part = .training) throws {
    let files = try COCOLayout.files(of: part, in: folder)
    let read = try files.map { try AnnotationFile(reading: $0.annotations) }
    var folders: [(start: Int, path: String)] = []
    var start = 0
    for (file, place) in zip(read, files) {
      folders.append((start, place.images))
      start += file.images.count
    }
    try self.init(read.count == 1 ? read[0] : AnnotationFile(joining: read), folders)
  }

  /// Whether a folder holds a part of its own, so that the parts differ.
  public static func holds(_ part: Part, in folder: String) -> Bool {
    (try? COCOLayout.files(of: part, in: folder)) != nil
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

  /// The path of an image: in its folder under the file name of its entry, or under the longest ending of it that is there.
  public func path(at index: Int) -> String {
    let folder = imageFolders.last { $0.start <= index }!.path
    return ImagePaths.place(of: annotationFile.images[index].fileName, in: folder)
  }

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
