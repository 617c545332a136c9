import Foundation
import Tensors

/// §2.1 One vector for each name: the input of T that knows nothing of any picture.
///
/// The paper compares `w_cls` and `w_box` with GloVe vectors of the class names (300 numbers each) and with
/// random ones; all stay fixed while T is trained. A name of several words has the mean of its words' vectors.
/// Nothing is normalised.
public struct WordVectors: Sendable, Equatable {
  /// The K names, in the order in which they were asked for.
  public let names: [String]
  /// D, the length of each vector.
  public let dimension: Int
  /// All vectors, [K, D], row by row in the order of the names.
  public let values: [Float]

  /// Vectors [K, D], row by row.
  public init(names: [String], dimension: Int, values: [Float]) {
    precondition(dimension > 0 && values.count == names.count * dimension, "values must be [K, D]")
    (self.names, self.dimension, self.values) = (names, dimension, values)
  }

  /// The vector of the name at `index`, [D].
  public subscript(index: Int) -> [Float] {
    Array(values[index * dimension..<(index + 1) * dimension])
  }

  /// The vector of a name, [D]; nil for a name that is not there.
  public subscript(name: String) -> [Float]? { names.firstIndex(of: name).map { self[$0] } }
}

extension WordVectors {
  /// The vectors of `names` from a file: GloVe's text format, or a `.npy` array of shape (K, D) with one row
  /// for each name, in their order. The content decides which of the two it is, not the file's name.
  ///
  /// - Throws: `InputError` with the place: a word that is not there, another shape or type, a number that is
  ///   not finite, a file cut short.
  public static func read(path: String, names: [String]) throws -> WordVectors {
    let opening = try opening(of: path)
    if opening.starts(with: GloVeArrayFile.magic) || path.hasSuffix(".npy") {
      return try GloVeArrayFile.read(path: path, names: names)
    }
    if opening.starts(with: Array("PK".utf8) + [3, 4]) || opening.starts(with: [0x1f, 0x8b]) {
      throw InputError(
        file: path, place: "byte 0",
        problem: "a compressed archive; expected the text file or the .npy array inside it")
    }
    return try GloVeTextFile.read(path: path, names: names)
  }

  /// The first eight bytes, which tell the formats apart.
  private static func opening(of path: String) throws -> [UInt8] {
    guard let file = fopen(path, "rb") else { throw GloVeTextFile.systemError(path) }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 8)
    let count = fread(&bytes, 1, 8, file)
    guard ferror(file) == 0 else { throw GloVeTextFile.systemError(path) }
    guard count > 0 else {
      throw InputError(file: path, place: "byte 0", problem: "the file is empty; expected word vectors")
    }
    return Array(bytes[..<count])
  }
}

extension WordVectors {
  /// The words of a name, in lower case: "hair drier" is `hair` and `drier`.
  public static func words(of name: String) -> [String] {
    name.lowercased().split { $0.isWhitespace || $0 == "_" }.map(String.init)
  }

  /// Throws `InputError` naming the first name that has no word in it, such as "_": its vector would be a mean of nothing.
  static func requireWords(in names: [String], file: String) throws {
    for name in names where words(of: name).isEmpty {
      throw InputError(
        file: file, place: "class \"\(name)\"",
        problem: "there is no word in the name of this class; expected one that has a vector")
    }
  }

  /// Each name gets the mean of its words' vectors. Every word of every name must be in `vectors`.
  init(names: [String], dimension: Int, averaging vectors: [String: [Float]]) {
    var values: [Float] = []
    values.reserveCapacity(names.count * dimension)
    for name in names {
      let rows = Self.words(of: name).map { vectors[$0]! }
      for column in 0..<dimension {
        values.append(rows.reduce(0) { $0 + $1[column] } / Float(rows.count))
      }
    }
    self.init(names: names, dimension: dimension, values: values)
  }
}

extension WordVectors {
  /// The cosine of the angle between two names' vectors, -1 to 1; 0 where one of them is zero.
  public func similarity(_ first: Int, _ second: Int) -> Float {
    var (product, firstSquare, secondSquare): (Float, Float, Float) = (0, 0, 0)
    for (a, b) in zip(self[first], self[second]) {
      product += a * b
      firstSquare += a * a
      secondSquare += b * b
    }
    let lengths = (firstSquare * secondSquare).squareRoot()
    return lengths > 0 ? product / lengths : 0
  }

  /// The `count` names most similar to the one at `index`, the best first, itself left out.
  public func nearest(to index: Int, count: Int) -> [(name: String, similarity: Float)] {
    let others = names.indices.filter { $0 != index }.map {
      (name: names[$0], similarity: similarity(index, $0))
    }
    return Array(others.sorted { $0.similarity > $1.similarity }.prefix(count))
  }
}
