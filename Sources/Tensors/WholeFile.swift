import Foundation

/// Writes `data` to the file at `path` whole or not at all: to a temporary file beside it, which is
/// synced to the disk and then renamed. A reader, or a run that goes on after a crash, sees the old
/// file or the new one, never a part.
///
/// A path that is no ordinary file (`/dev/stdout`, a pipe) is written to directly.
/// - Throws: `InputError` if the folder is missing, cannot be written to, or is full.
public func writeWhole(_ data: Data, to path: String) throws {
  var status = stat()
  if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
    let descriptor = open(path, O_WRONLY)
    guard descriptor >= 0 else { throw writeError(path) }
    defer { close(descriptor) }
    try writeAll(data, to: descriptor, of: path)
    return
  }

  // A name that nobody else has: the first free one of this process's numbers.
  var temporary = ""
  var descriptor: Int32 = -1
  for attempt in 0... {
    temporary = "\(path).\(getpid())-\(attempt).part"
    descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL, 0o666)
    if descriptor >= 0 || errno != EEXIST { break }
  }
  guard descriptor >= 0 else { throw writeError(path) }

  // The bytes must be on the disk before the name is.
  do {
    try writeAll(data, to: descriptor, of: path)
    guard fsync(descriptor) == 0 else { throw writeError(path) }
  } catch {
    close(descriptor)
    unlink(temporary)
    throw error
  }
  guard close(descriptor) == 0, rename(temporary, path) == 0 else {
    let error = writeError(path)
    unlink(temporary)
    throw error
  }
}

/// The bytes of the file at `path`.
/// - Throws: `InputError` if there is none, or it cannot be read.
public func readWhole(_ path: String) throws -> Data {
  let descriptor = open(path, O_RDONLY)
  guard descriptor >= 0 else { throw readError(path) }
  defer { close(descriptor) }
  var data = Data()
  var buffer = [UInt8](repeating: 0, count: 1 << 18)
  while true {
    let count = read(descriptor, &buffer, buffer.count)
    if count < 0, errno == EINTR { continue }
    guard count >= 0 else { throw readError(path) }
    if count == 0 { return data }
    data.append(contentsOf: buffer[..<count])
  }
}

/// Makes a folder and those above it, if they are not there. Throws `InputError` if it cannot be made.
public func makeFolder(_ path: String) throws {
  do {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  } catch {
    throw InputError(file: path, problem: "cannot be made: expected a folder that may be written to")
  }
}

private func writeAll(_ data: Data, to descriptor: Int32, of path: String) throws {
  try data.withUnsafeBytes { bytes in
    var done = 0
    while done < bytes.count {
      let count = write(descriptor, bytes.baseAddress! + done, bytes.count - done)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw writeError(path) }
      done += count
    }
  }
}

private func writeError(_ path: String) -> InputError {
  InputError(file: path, place: "", problem: "cannot be written: \(String(cString: strerror(errno)))")
}

private func readError(_ path: String) -> InputError {
  InputError(file: path, place: "", problem: "cannot be read: \(String(cString: strerror(errno)))")
}
