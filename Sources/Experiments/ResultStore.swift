import Foundation
import Tensors

/// The results of experiments: a JSON file each, named by the experiment's fingerprint, never computed twice.
///
/// A file carries the fingerprint of its own content. One that was cut short, altered, or belongs to another
/// experiment is told apart from one that is missing, said aloud, and computed anew.
public struct ResultStore: Sendable {
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

  private struct Sealed: Codable {
    let checksum: String
    let result: RunResult
  }

  /// The file of an experiment's result.
  public func path(of experiment: Experiment) throws -> String {
    "\(folder)/\(try Fingerprint(of: experiment).short).json"
  }

  /// Writes a result, whole or not at all.
  public func write(_ result: RunResult) throws {
    let sealed = Sealed(checksum: try Fingerprint(of: result).description, result: result)
    try writeWhole(canonicalJSON(sealed).brokenIntoLines(depth: 2), to: path(of: result.experiment))
  }

  /// The result of an experiment, if there is one that is whole. Says so if there is one that is not.
  public func result(of experiment: Experiment) throws -> RunResult? {
    switch try find(experiment) {
    case .whole(let result): return result
    case .missing: return nil
    case .damaged(let error):
      say("\(error); it will be computed anew")
      return nil
    }
  }

  /// What there is of an experiment's result. Nothing is said.
  func find(_ experiment: Experiment) throws -> Stored<RunResult> {
    let path = try path(of: experiment)
    guard FileManager.default.fileExists(atPath: path) else { return .missing }
    do {
      let result = try read(path)
      guard result.experiment == experiment else {
        throw InputError(file: path, place: "result.experiment", problem: "belongs to another experiment")
      }
      return .whole(result)
    } catch let error as InputError {
      return .damaged(error)
    }
  }

  /// All whole results, by file name. Damaged files are named and left out.
  public func all() throws -> [RunResult] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".json") && $0.count == 17 }.sorted().compactMap { name in
      do {
        return try read("\(folder)/\(name)")
      } catch {
        say("\(error); left out")
        return nil
      }
    }
  }

  /// Reads a file and holds it against its checksum. Throws `InputError` if it is not what was written.
  public func read(_ path: String) throws -> RunResult {
    let data = try readWhole(path)
    let sealed: Sealed
    do {
      sealed = try JSONDecoder().decode(Sealed.self, from: data)
    } catch {
      throw InputError(file: path, problem: "is not a whole result file")
    }
    guard sealed.checksum == (try Fingerprint(of: sealed.result).description) else {
      throw InputError(
        file: path, place: "checksum", problem: "does not fit the content: the file was altered")
    }
    return sealed.result
  }
}

/// What a file holds that is to be read back.
enum Stored<Content> {
  /// What was written.
  case whole(Content)
  /// Something else: cut short, altered, or another's.
  case damaged(InputError)
  /// There is no file.
  case missing
}
