import Foundation
import Tensors

/// Where a run puts things.
public struct OutputFolders: Sendable, Hashable {
  /// The folder of it all.
  public let root: String

  /// Folders under a root.
  public init(root: String) {
    self.root = root.count > 1 && root.hasSuffix("/") ? String(root.dropLast()) : root
  }

  /// Results and tables.
  public var results: String { "\(root)/Paper/results" }
  /// What was drawn.
  public var figures: String { "\(root)/Figures" }
  /// Models and checkpoints, which nobody needs once the results are there.
  public var runs: String { "\(root)/runs" }

  /// Makes the folders. Throws `InputError` if nothing can be written here, before hours are spent on what could not be
  /// kept.
  public func make() throws {
    for folder in [results, figures, runs] {
      try makeFolder(folder)
      let probe = "\(folder)/.probe"
      try writeWhole(Data(), to: probe)
      try FileManager.default.removeItem(atPath: probe)
    }
  }

  /// Takes away what processes left that were stopped in the middle of a write: files `NAME.PROCESS-NUMBER.part` of
  /// processes that are no more (`writeWhole`).
  public func removeRemains() {
    for folder in [results, figures, runs] { Self.removeRemains(in: folder) }
  }

  /// The same in one folder.
  static func removeRemains(in folder: String) {
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    where name.hasSuffix(".part") {
      guard let match = name.wholeMatch(of: /.+\.([0-9]+)-[0-9]+\.part/),
        let process = pid_t(match.output.1),
        kill(process, 0) != 0, errno == ESRCH
      else { continue }
      try? FileManager.default.removeItem(atPath: "\(folder)/\(name)")
    }
  }
}
