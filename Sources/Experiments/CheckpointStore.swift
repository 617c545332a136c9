import Foundation
import Tensors

/// States of long trainings, so that a process that was stopped goes on where it was, to the same bits.
///
/// Each is a safetensors file with a checksum in its metadata, written whole. A kill in the middle of a write leaves the
/// state before it.
public struct CheckpointStore: Sendable {
  /// The folder of the files.
  public let folder: String
  /// Where lines for the user go.
  let say: @Sendable (String) -> Void

  /// A store in a folder.
  public init(
    folder: String,
    say: @escaping @Sendable (String) -> Void = { FileHandle.standardError.write(Data("\($0)\n".utf8)) }
  ) {
    (self.folder, self.say) = (folder, say)
  }

  /// The file of a state.
  public func path(of key: Fingerprint, _ part: Part) -> String {
    "\(folder)/\(key.short)\(part == .finished ? "" : ".partial").safetensors"
  }

  /// Whether a training has ended.
  public enum Part: Sendable {
    /// On the way.
    case underway
    /// The trained model.
    case finished
  }

  /// Writes a state. A finished one takes the place of the one underway.
  public func write(_ state: Safetensors, of key: Fingerprint, _ part: Part) throws {
    var sealed = state
    sealed.metadata["checksum"] = Fingerprint(ofBytes: try state.encoded()).description
    try sealed.write(to: path(of: key, part))
    if part == .finished { try? FileManager.default.removeItem(atPath: path(of: key, .underway)) }
  }

  /// Reads a state, if there is one that is whole. Says so if there is one that is not.
  public func read(_ key: Fingerprint, _ part: Part) throws -> Safetensors? {
    switch try find(key, part) {
    case .whole(let state): return state
    case .missing: return nil
    case .damaged(let error):
      say("\(error); it will be computed anew")
      return nil
    }
  }

  /// What there is of a state. Nothing is said.
  func find(_ key: Fingerprint, _ part: Part) throws -> Stored<Safetensors> {
    let path = path(of: key, part)
    guard FileManager.default.fileExists(atPath: path) else { return .missing }
    do {
      var state = try Safetensors(contentsOf: path)
      let checksum = state.metadata.removeValue(forKey: "checksum")
      guard checksum == Fingerprint(ofBytes: try state.encoded()).description else {
        throw InputError(
          file: path, place: "checksum", problem: "does not fit the content: the file was altered")
      }
      return .whole(state)
    } catch let error as InputError {
      return .damaged(error)
    }
  }
}
