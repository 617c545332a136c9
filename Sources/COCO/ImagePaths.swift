import Foundation
import Tensors

/// How pictures and the entries of an annotation file find each other: by the ending that their paths have in common.
///
/// File names in annotation files are of many kinds: `0001.png`, `cam1/0001.png`, `cam1\0001.png` from Windows, or the whole
/// path on the machine of whoever made them. Paths are compared folder by folder from the end; letters count as equal where
/// Unicode says so, however they are composed.
public struct ImagePaths: Sendable {
  private let file: String
  private let images: [ImageEntry]
  /// The entries by the name without folders.
  private let byName: [String: [Int]]

  /// The entries of an annotation file.
  public init(_ annotations: AnnotationFile) {
    (file, images) = (annotations.file, annotations.images)
    byName = Dictionary(grouping: images.indices) { [images] in
      Self.components(images[$0].fileName).last ?? ""
    }
  }

  /// The entry whose path has the longest ending in common with a picture's.
  ///
  /// Throws `InputError` if there is none, or if two entries have as much in common with it.
  public func entry(for path: String) throws -> ImageEntry {
    let wanted = Self.components(path)
    let candidates = (byName[wanted.last ?? ""] ?? []).map { index in
      (index: index, common: Self.commonEnding(wanted, Self.components(images[index].fileName)))
    }
    guard let most = candidates.map(\.common).max() else {
      throw InputError(
        file: file, place: "images", problem: "expected an entry for \(path), found none of that name")
    }
    let best = candidates.filter { $0.common == most }.map { images[$0.index] }
    guard best.count == 1 else {
      throw InputError(
        file: file, place: "images",
        problem:
          "\(path) may be \(best[0].fileName) (image \(best[0].id)) or \(best[1].fileName) (image \(best[1].id)): "
          + "expected a path that tells them apart")
    }
    return best[0]
  }

  /// The entries of pictures, each its own.
  ///
  /// Throws `InputError` if one has none or several, or if two pictures have the same.
  public func entries(for paths: [String]) throws -> [ImageEntry] {
    var first: [Int: String] = [:]
    return try paths.map { path in
      let entry = try entry(for: path)
      if let other = first.updateValue(path, forKey: entry.id) {
        throw InputError(
          file: file, place: "images",
          problem:
            "\(other) and \(path) both fit \(entry.fileName) (image \(entry.id)): expected one picture for an entry"
        )
      }
      return entry
    }
  }

  /// Where a picture lies in a folder: under its file name, or else under the longest ending of it that is there. If it is
  /// nowhere, where it should be.
  static func place(of fileName: String, in folder: String) -> String {
    let components = components(fileName)
    for start in components.indices {
      let ending = components[start...].joined(separator: "/")
      // The file system knows bytes, not letters.
      for form in [
        ending, ending.precomposedStringWithCanonicalMapping, ending.decomposedStringWithCanonicalMapping,
      ] {
        let path = "\(folder)/\(form)"
        if FileManager.default.fileExists(atPath: path) { return path }
      }
    }
    return "\(folder)/\(fileName)"
  }

  /// The folders of a path and its name.
  private static func components(_ path: String) -> [String] {
    path.split { $0 == "/" || $0 == "\\" }.map(String.init).filter { $0 != "." }
  }

  private static func commonEnding(_ first: [String], _ second: [String]) -> Int {
    zip(first.reversed(), second.reversed()).prefix { $0 == $1 }.count
  }

  /// A name for what is made of each picture: the picture's own without its ending, with a number behind it where others have
  /// the same. No two are equal, upper and lower case apart.
  public static func uniqueNames(for paths: [String]) -> [String] {
    let stems = paths.map { path in
      let name = components(path).last ?? path
      return name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
    }
    let counts = Dictionary(stems.map { ($0.lowercased(), 1) }, uniquingKeysWith: +)
    var taken: Set<String> = []
    return stems.enumerated().map { number, stem in
      var name = counts[stem.lowercased()]! > 1 ? "\(stem)-\(number + 1)" : stem
      while !taken.insert(name.lowercased()).inserted { name += "-\(number + 1)" }
      return name
    }
  }
}
