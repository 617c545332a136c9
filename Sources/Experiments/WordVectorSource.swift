import Foundation
import Tensors
import WeightTransfer

/// Where the vectors of the class names come from, for a T that reads them.
public enum WordVectorSource: Sendable, Hashable, CustomStringConvertible {
  /// Trained by GloVe's objective on the package's own text about the 80 categories.
  case ownText
  /// A file: GloVe's text format or a `.npy` array. The fingerprint is of its bytes.
  case file(path: String, fingerprint: String)

  /// A file's vectors. Throws `InputError` if it cannot be read.
  public init(file path: String) throws {
    self = .file(path: path, fingerprint: Fingerprint(ofBytes: try readWhole(path)).short)
  }

  /// What an experiment says of it: no path, which is the machine's business.
  public var description: String {
    switch self {
    case .ownText: "own text"
    case .file(_, let fingerprint): fingerprint
    }
  }

  /// The vectors `[K + 1, D]` of K names, behind a row of zeros for the background.
  public func embeddings(of names: [String]) throws -> Tensor {
    let vectors: WordVectors
    switch self {
    case .ownText:
      var generator = PCG32(seed: 1, stream: 0x676c6f7665)
      vectors = try WordVectors.trained(names: names, using: &generator)
    case .file(let path, _): vectors = try WordVectors.read(path: path, names: names)
    }
    let background = [Float](repeating: 0, count: vectors.dimension)
    return Tensor(shape: [names.count + 1, vectors.dimension], values: background + vectors.values)
  }
}
