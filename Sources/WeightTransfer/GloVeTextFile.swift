import Foundation
import Tensors

/// §2.1 GloVe's text format: on each line a word and its D numbers, separated by single spaces.
///
/// The published files have up to 2.2 million lines, so they are read line by line, only the lines of words
/// that are needed are parsed, and reading ends when the last of them is found. Words are compared as they
/// stand, in lower case; of a word that stands there twice, the first counts. The line "COUNT D" that some
/// programs write at the top is accepted.
enum GloVeTextFile {
  /// The vectors of `names`, averaged over the words of each.
  static func read(path: String, names: [String]) throws -> WordVectors {
    try WordVectors.requireWords(in: names, file: path)
    let lines = try LineReader(path: path)
    var missing = Set(names.flatMap(WordVectors.words(of:)))
    var vectors: [String: [Float]] = [:]
    var dimension: Int?

    while !missing.isEmpty || dimension == nil, let line = try lines.next() {
      // The first line settles D, so it is parsed whole: a file of something else is found out here.
      if dimension == nil {
        dimension = try headerDimension(line) ?? numbers(on: line, expected: nil).count
      }
      guard missing.remove(line.word) != nil else { continue }
      vectors[line.word] = try numbers(on: line, expected: dimension)
    }

    guard let dimension, missing.isEmpty else {
      let shown = missing.sorted().prefix(5).map { "\"\($0)\"" }.joined(separator: ", ")
      let more = missing.count > 5 ? " and \(missing.count - 5) more words" : ""
      throw InputError(
        file: path, place: "end of file, after line \(lines.number)",
        problem: "no line for \(shown)\(more); expected one for each word of the \(names.count) names")
    }
    return WordVectors(names: names, dimension: dimension, averaging: vectors)
  }

  /// D from a line "COUNT D", nil for any other line.
  private static func headerDimension(_ line: Line) -> Int? {
    let fields = line.fields
    guard fields.count == 1, Int(line.word) != nil, let dimension = Int(fields[0]) else { return nil }
    return dimension > 0 ? dimension : nil
  }

  /// The numbers on a line, all finite; as many as on the first line.
  private static func numbers(on line: Line, expected count: Int?) throws -> [Float] {
    let fields = line.fields
    guard !fields.isEmpty else {
      throw line.error("expected a word and its numbers, separated by spaces")
    }
    if let count, fields.count != count {
      throw line.error("\(fields.count) numbers, expected \(count) as before")
    }
    guard line.isEnded else {
      throw line.error("the file ends within the line, so it may have been cut short; expected a newline")
    }
    return try fields.enumerated().map { index, field in
      guard let number = Float(field), number.isFinite else {
        throw line.error("number \(index + 1) is \"\(field.prefix(20))\", expected a finite number")
      }
      return number
    }
  }

  /// What the system says about a file that cannot be opened or read.
  static func systemError(_ path: String) -> InputError {
    InputError(file: path, place: "", problem: "cannot be read: \(String(cString: strerror(errno)))")
  }
}

/// A line of a file of word vectors, valid until the next one is read.
private struct Line {
  /// The file's path and the line's number, for messages.
  let path: String
  let number: Int
  /// Whether a newline stood at its end. Only the last line of a file can lack it.
  let isEnded: Bool
  /// All up to the first space.
  let word: String
  /// All after it.
  private let rest: UnsafeBufferPointer<UInt8>

  init(path: String, number: Int, bytes: UnsafeBufferPointer<UInt8>) {
    let newline = UInt8(ascii: "\n")
    let carriageReturn = UInt8(ascii: "\r")
    var end = bytes.count
    isEnded = end > 0 && bytes[end - 1] == newline
    while end > 0, bytes[end - 1] == newline || bytes[end - 1] == carriageReturn { end -= 1 }
    let text = UnsafeBufferPointer(rebasing: bytes[..<end])
    let space = text.firstIndex(of: UInt8(ascii: " ")) ?? end
    word = String(decoding: text[..<space], as: UTF8.self)
    rest = UnsafeBufferPointer(rebasing: text[space...])
    (self.path, self.number) = (path, number)
  }

  /// What stands after the word, cut at the spaces.
  var fields: [String] {
    rest.split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
  }

  func error(_ problem: String) -> InputError {
    InputError(file: path, place: "line \(number) (\"\(word.prefix(20))\")", problem: problem)
  }
}

/// Reads a file line by line, in memory of one line.
private final class LineReader {
  private let path: String
  private let file: UnsafeMutablePointer<FILE>
  private var buffer: UnsafeMutablePointer<CChar>?
  private var capacity = 0
  /// The number of lines read so far.
  private(set) var number = 0

  init(path: String) throws {
    guard let file = fopen(path, "rb") else { throw GloVeTextFile.systemError(path) }
    (self.path, self.file) = (path, file)
  }

  deinit {
    fclose(file)
    free(buffer)
  }

  /// The next line, or nil at the end of the file.
  func next() throws -> Line? {
    let count = getline(&buffer, &capacity, file)
    guard count > 0, let buffer else {
      guard ferror(file) == 0 else { throw GloVeTextFile.systemError(path) }
      return nil
    }
    number += 1
    let bytes = UnsafeRawPointer(buffer).assumingMemoryBound(to: UInt8.self)
    return Line(path: path, number: number, bytes: UnsafeBufferPointer(start: bytes, count: count))
  }
}
