import Foundation
import Tensors

/// §2.1 Word vectors as a NumPy array: a `.npy` file of shape (K, D), float32, little-endian, C order, with
/// row k for the k-th name. The format is NumPy's own (versions 1 and 2): a magic string, two bytes of version,
/// the header's length in 2 or 4 bytes, the header as a Python dictionary, then the numbers.
enum GloVeArrayFile {
  /// The six bytes at the start of every `.npy` file.
  static let magic: [UInt8] = [0x93] + Array("NUMPY".utf8)

  /// The rows of the array as the vectors of `names`.
  static func read(path: String, names: [String]) throws -> WordVectors {
    let data: Data
    do {
      data = try Data(contentsOf: URL(fileURLWithPath: path))
    } catch {
      throw InputError(file: path, place: "", problem: "cannot be read: \(error.localizedDescription)")
    }
    let bytes = [UInt8](data)
    let header = try Header(bytes, path)

    // The shape must be (K, D), and the numbers must fill the file exactly.
    guard header.shape.count == 2, header.shape[0] == names.count, header.shape[1] > 0 else {
      throw InputError(
        file: path, place: "header: shape",
        problem: "\(header.shapeText), expected (\(names.count), D), a row for each name")
    }
    let dimension = header.shape[1]
    let (count, overflow) = names.count.multipliedReportingOverflow(by: dimension)
    guard !overflow, count <= bytes.count, bytes.count == header.end + 4 * count else {
      throw InputError(
        file: path, place: "byte \(bytes.count)",
        problem:
          "the file ends here; expected 4 x \(names.count) x \(dimension) bytes after byte \(header.end)")
    }

    var values = [Float](repeating: 0, count: count)
    for i in 0..<count {
      let bits = littleEndian(bytes[header.end + 4 * i..<header.end + 4 * i + 4])
      values[i] = Float(bitPattern: UInt32(bits))
      guard values[i].isFinite else {
        let (row, column) = i.quotientAndRemainder(dividingBy: dimension)
        throw InputError(
          file: path, place: "row \(row) (\(names[row])), column \(column)",
          problem: "\(values[i]), expected a finite number")
      }
    }
    return WordVectors(names: names, dimension: dimension, values: values)
  }

  /// An unsigned number, its lowest byte first.
  private static func littleEndian(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}

extension GloVeArrayFile {
  /// What stands before the numbers: type, order and shape. The first two must be as expected.
  private struct Header {
    let shape: [Int]
    let shapeText: String
    /// The place of the first number in the file.
    let end: Int

    init(_ bytes: [UInt8], _ path: String) throws {
      guard bytes.starts(with: magic) else {
        throw InputError(
          file: path, place: "byte 0", problem: "no NumPy array; expected the bytes 0x93 N U M P Y")
      }
      guard bytes.count >= 12 else { throw Self.cutShort(bytes, path) }
      guard bytes[6] == 1 || bytes[6] == 2, bytes[7] == 0 else {
        throw InputError(
          file: path, place: "byte 6", problem: "version \(bytes[6]).\(bytes[7]), expected 1.0 or 2.0")
      }

      let start = bytes[6] == 1 ? 10 : 12
      end = start + littleEndian(bytes[8..<start])
      guard end <= bytes.count else { throw Self.cutShort(bytes, path) }
      let dictionary = String(decoding: bytes[start..<end], as: UTF8.self)
      shapeText = try Self.value(of: "shape", in: dictionary, path)
      let lengths = shapeText.dropFirst().dropLast().split(separator: ",").map {
        Int($0.trimmingCharacters(in: .whitespaces))
      }
      guard shapeText.hasPrefix("("), !lengths.contains(where: { $0 == nil || $0! < 0 }) else {
        throw InputError(
          file: path, place: "header: shape", problem: "\(shapeText.prefix(40)), expected two lengths (K, D)")
      }
      shape = lengths.map { $0! }

      for (key, expected) in [("descr", "'<f4'"), ("fortran_order", "False")] {
        let found = try Self.value(of: key, in: dictionary, path)
        guard found == expected else {
          let meaning = key == "descr" ? "float32, little-endian" : "C order, row by row"
          throw InputError(
            file: path, place: "header: \(key)",
            problem: "\(found.prefix(40)), expected \(expected) (\(meaning))")
        }
      }
    }

    /// The value of a key, as it is written: up to the next comma, or the closing bracket of a tuple.
    private static func value(of key: String, in dictionary: String, _ path: String) throws -> String {
      guard let place = dictionary.range(of: "'\(key)':") else {
        throw InputError(file: path, place: "header", problem: "no key '\(key)'; expected one")
      }
      let rest = dictionary[place.upperBound...].drop { $0 == " " }
      if rest.hasPrefix("("), let close = rest.firstIndex(of: ")") { return String(rest[...close]) }
      return String(rest.prefix { $0 != "," && $0 != "}" })
    }

    private static func cutShort(_ bytes: [UInt8], _ path: String) -> InputError {
      InputError(
        file: path, place: "byte \(bytes.count)",
        problem: "the file ends within its header; expected descr, fortran_order and shape")
    }
  }
}
