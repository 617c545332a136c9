import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Writes a file whole or not at all: into a temporary file beside it, synced to disk, then renamed over it.
///
/// Folders that are missing are made. An `InputError` names the path when it cannot be written.
public func writeWhole(_ data: Data, to path: String) throws {
  let url = URL(fileURLWithPath: path)
  func failure(_ action: String, _ code: Int32) -> InputError {
    InputError(file: path, problem: "cannot \(action): \(String(cString: strerror(code)))")
  }
  do {
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
  } catch {
    throw InputError(
      file: path,
      problem: "cannot make the folder \(url.deletingLastPathComponent().path): it, or one above it, is "
        + "a file or may not be written to")
  }
  let temporary =
    "\(path).\(ProcessInfo.processInfo.processIdentifier).\(UInt32.random(in: 0 ... .max)).partial"
  let file = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
  guard file >= 0 else { throw failure("write here", errno) }
  do {
    try data.withUnsafeBytes { bytes in
      var written = 0
      while written < bytes.count {
        let count = write(file, bytes.baseAddress! + written, bytes.count - written)
        if count < 0 && errno == EINTR { continue }
        guard count > 0 else { throw failure("write", errno) }
        written += count
      }
    }
    guard fsync(file) == 0 else { throw failure("sync", errno) }
  } catch {
    close(file)
    unlink(temporary)
    throw error
  }
  guard close(file) == 0, rename(temporary, path) == 0 else {
    let code = errno
    unlink(temporary)
    throw failure("put the written file in its place", code)
  }
}

/// Reads a file whole. An `InputError` names the path when it cannot be read.
public func readWhole(_ path: String) throws -> Data {
  var isDirectory: ObjCBool = false
  guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
    throw InputError(file: path, problem: "there is no such file")
  }
  guard !isDirectory.boolValue else {
    throw InputError(file: path, problem: "is a folder; a file was expected")
  }
  do {
    return try Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe)
  } catch {
    throw InputError(file: path, problem: "cannot be read: \(error.localizedDescription)")
  }
}
