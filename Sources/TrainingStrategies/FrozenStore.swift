import Foundation
import Tensors

/// §2.2 What a frozen detector sees in the images of a data set, on the disk: a file for each image, written whole, so
/// that a process which is killed loses the images in its hands and no others, and memory holds what is being looked at.
///
/// Whoever asks gets what is stored, computed in this process or in another: rounded once, the same bits each time. A file
/// that was cut short or altered is told by its length and checksum, said aloud, and made again.
public struct FrozenStore<Sight: StoredSight>: Sendable {
  /// The folder of the files.
  public let folder: String
  /// The number of images.
  public let count: Int
  private let compute: @Sendable (Int) throws -> Sight
  private let say: @Sendable (String) -> Void

  /// The sights of `count` images in a folder, which is made if need be. `compute` makes that of an image.
  ///
  /// - Throws: `InputError` if there can be no such folder.
  public init(
    folder: String, count: Int, say: @escaping @Sendable (String) -> Void,
    compute: @escaping @Sendable (Int) throws -> Sight
  ) throws {
    (self.folder, self.count, self.say, self.compute) = (folder, count, say, compute)
    try makeFolder(folder)
  }

  /// The file of an image's sight.
  public func path(of index: Int) -> String {
    let digits = "\(index)"
    return "\(folder)/\(String(repeating: "0", count: max(0, 6 - digits.count)))\(digits).\(Sight.ending)"
  }

  /// The sight of an image, as it is stored; it is computed and stored first if it is not there.
  public subscript(index: Int) -> Sight {
    get throws {
      let path = path(of: index)
      if FileManager.default.fileExists(atPath: path) {
        do {
          return try read(path)
        } catch let error as InputError {
          say("\(error); it will be computed anew")
        }
      }
      return try make(index)
    }
  }

  /// The images whose sights are not stored.
  public var missing: [Int] {
    let names = Set((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
    return (0..<count).filter { !names.contains(String(path(of: $0).dropFirst(folder.count + 1))) }
  }

  /// Computes and stores sights of images, on up to `threads` threads. `progress` is called for each.
  public func fill(_ indices: [Int], threads: Int, progress: @Sendable () -> Void = {}) throws {
    _ = try Parallel.map(indices.count, threads: threads) { number in
      _ = try make(indices[number])
      progress()
      return true
    }
  }

  /// The bytes of a stored sight.
  public func bytes(of index: Int) throws -> Int { try readWhole(path(of: index)).count }

  // MARK: A file

  // Eight bytes that say what it is, the length of what follows the header, its checksum.
  private static var magic: UInt64 { 0x3230_6e65_7a6f_7266 }
  private static var headerLength: Int { 24 }

  private func make(_ index: Int) throws -> Sight {
    var content = try compute(index).stored(of: index, file: path(of: index))
    let sum = content.data.withUnsafeBytes(checksum)
    var header = [Self.magic, UInt64(content.data.count), sum]
    try writeWhole(Data(bytes: &header, count: Self.headerLength) + content.data, to: path(of: index))
    return Sight(from: &content)
  }

  private func read(_ path: String) throws -> Sight {
    let data = try readWhole(path)
    guard data.count >= Self.headerLength else {
      throw InputError(file: path, problem: "is cut short: it has \(data.count) bytes")
    }
    let header = data.withUnsafeBytes { bytes in
      (0..<3).map { bytes.loadUnaligned(fromByteOffset: 8 * $0, as: UInt64.self) }
    }
    let length = data.count - Self.headerLength
    guard header[0] == Self.magic, header[1] == UInt64(length) else {
      throw InputError(file: path, problem: "is cut short, or no file of what a detector sees")
    }
    var content = StoredBytes(data.dropFirst(Self.headerLength))
    guard content.data.withUnsafeBytes(checksum) == header[2] else {
      throw InputError(
        file: path, place: "checksum", problem: "does not fit the content: the file was altered")
    }
    return Sight(from: &content)
  }
}

/// §2.2 What a frozen detector finds in the images to judge by: in memory, or on the disk.
public struct FrozenViews: Sendable {
  /// The number of images.
  public let count: Int
  private let view: @Sendable (Int) throws -> FrozenDetector.View

  /// Views in memory, in the form in which they are stored, made on up to `threads` threads.
  public init(
    count: Int, threads: Int, _ compute: @escaping @Sendable (Int) throws -> FrozenDetector.View
  ) throws {
    let kept = try Parallel.map(count, threads: threads) { try compute($0).stored(of: $0) }
    self.count = count
    view = { index in
      var bytes = kept[index]
      return FrozenDetector.View(from: &bytes)
    }
  }

  /// Views on the disk.
  public init(_ store: FrozenStore<FrozenDetector.View>) { (count, view) = (store.count, { try store[$0] }) }

  /// The view of an image.
  public subscript(index: Int) -> FrozenDetector.View { get throws { try view(index) } }
}
