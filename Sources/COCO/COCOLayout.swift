import Foundation
import Tensors

/// Where a folder keeps the annotations and images of a data set. These layouts are tried, in this order:
///
/// 1. COCO's: `annotations/instances_train2017.json` and `train2017/`, or with any other ending than 2017. Of several endings
///    one that has both parts is taken, then the last in the alphabet. Images of 2014 begin with `COCO_train2014_`; their
///    names are taken from the annotation file like any other.
///    Where `instances_minival2014.json` is there, it takes the place of `instances_val2014.json`, and
///    `instances_valminusminival2014.json` joins the training part; the images of both are in `val2014/`.
///    The folders of images may lie in `images/`.
/// 2. `train/` and `val/`, each with an annotation file and images as in 3.
/// 3. An annotation file and images, which serve as both parts: `annotations.json`, or the only file that ends in `.json`,
///    in the folder itself or in `annotations/`; images in `images/`, or beside an annotation file in the folder itself.
public enum COCOLayout {
  /// An annotation file and the folder of its images.
  public struct Files: Sendable, Hashable {
    /// The path of the annotation file.
    public let annotations: String
    /// The path of the folder.
    public let images: String
  }

  /// The files of a part, of which nothing is read.
  ///
  /// Throws `InputError` with all that was looked for if the folder holds none of the layouts.
  public static func files(of part: COCOFolder.Part, in folder: String) throws -> [Files] {
    guard isFolder(folder) else {
      throw InputError(file: folder, problem: "expected a folder of a data set, found no such folder")
    }
    if let ending = ending(for: part, in: folder) { return files(of: part, ending: ending, in: folder) }
    for place in ["\(folder)/\(part.rawValue)", folder] {
      if let files = plainFiles(in: place) { return [files] }
    }
    let name = part.rawValue
    let half = annotationFiles(in: "\(folder)/annotations").filter { $0.hasPrefix("instances_\(name)") }
    let found = half.isEmpty ? "" : "; found annotations/\(half[0]) without its folder of images"
    throw InputError(
      file: folder,
      problem:
        "expected a data set in COCO's layout. Looked for annotations/instances_\(name)2017.json beside \(name)2017/, "
        + "the same with 2014 or another ending, "
        + (part == .validation ? "annotations/instances_minival2014.json beside val2014/, " : "")
        + "and for annotations.json or a single other .json, in \(name)/, here or in annotations/, beside images/ or "
        + "the images themselves\(found)")
  }

  static func isFolder(_ path: String) -> Bool {
    var isDirectory: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) && isDirectory.boolValue
  }

  private static func images(_ name: String, in folder: String) -> String? {
    ["\(folder)/\(name)", "\(folder)/images/\(name)"].first(where: isFolder)
  }

  private static func isFile(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  private static func annotationFiles(in folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter { $0.hasSuffix(".json") }
      .sorted()
  }

  /// The ending under which a folder has a part in COCO's layout.
  private static func ending(for part: COCOFolder.Part, in folder: String) -> String? {
    let names = annotationFiles(in: "\(folder)/annotations")
    func endings(_ part: COCOFolder.Part) -> Set<String> {
      let own = names.filter { $0.hasPrefix("instances_\(part.rawValue)") }
        .map { String($0.dropFirst("instances_\(part.rawValue)".count).dropLast(5)) }
      let small = part == .validation && names.contains("instances_minival2014.json") ? ["2014"] : []
      return Set(own + small).filter { images("\(part.rawValue)\($0)", in: folder) != nil }
    }
    let (wanted, other) = (endings(part), endings(part == .training ? .validation : .training))
    let both = wanted.intersection(other)
    return (both.isEmpty ? wanted : both).max()
  }

  private static func files(of part: COCOFolder.Part, ending: String, in folder: String) -> [Files] {
    func files(_ annotations: String, _ place: String) -> Files {
      Files(
        annotations: "\(folder)/annotations/instances_\(annotations).json",
        images: images(place, in: folder) ?? "\(folder)/\(place)")
    }
    let own = files("\(part.rawValue)\(ending)", "\(part.rawValue)\(ending)")
    let minival = files("minival\(ending)", "val\(ending)")
    guard ending == "2014", isFile(minival.annotations) else { return [own] }
    if part == .validation { return [minival] }
    let rest = files("valminusminival\(ending)", "val\(ending)")
    return isFile(rest.annotations) && isFolder(rest.images) ? [own, rest] : [own]
  }

  private static func plainFiles(in folder: String) -> Files? {
    let hasImages = isFolder("\(folder)/images")
    for place in [folder, "\(folder)/annotations"] where place == folder || hasImages {
      // What is one part's by its name is not both parts'.
      let names = annotationFiles(in: place).filter {
        !$0.hasPrefix("instances_train") && !$0.hasPrefix("instances_val")
          && !$0.hasPrefix("instances_minival")
      }
      if let name = names.contains("annotations.json")
        ? "annotations.json" : names.count == 1 ? names[0] : nil
      {
        return Files(annotations: "\(place)/\(name)", images: hasImages ? "\(folder)/images" : folder)
      }
    }
    return nil
  }
}
