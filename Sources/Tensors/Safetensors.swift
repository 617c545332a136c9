import Foundation

/// A safetensors file: named tensors and text metadata, readable by Python's `safetensors` and by other frameworks.
///
/// Layout: 8 bytes, little-endian, the length of the header; the header, JSON, from each name to its type, shape and
/// place; then the values. They are written as F32, or as F16 where that is asked for. F64, F16 and BF16 are read as well, and I64 (the counters in a state
/// dictionary of PyTorch's) where each number is one that a `Float` holds exactly.
public struct Safetensors: Sendable, Equatable {
  /// The tensors by name.
  public var tensors: [String: Tensor]
  /// Text that travels with them: here, the configuration of a model.
  public var metadata: [String: String]

  /// A file's content.
  public init(tensors: [String: Tensor] = [:], metadata: [String: String] = [:]) {
    (self.tensors, self.metadata) = (tensors, metadata)
  }

  /// How many bytes of each value are written.
  public enum Precision: Sendable {
    /// All four, F32.
    case single
    /// Two, F16: the nearest value with 11 significant bits. For weights that travel.
    case half
  }

  /// The file's bytes: tensors in the order of their names, so that equal content has equal bytes.
  public func encoded(at precision: Precision = .single) throws -> Data {
    precondition(tensors["__metadata__"] == nil, "no tensor can be named __metadata__")
    var header: [String: any Sendable] = metadata.isEmpty ? [:] : ["__metadata__": metadata]
    var body = Data()
    for (name, tensor) in tensors.sorted(by: { $0.key < $1.key }) {
      let start = body.count
      switch precision {
      case .single:
        tensor.withUnsafeValues { body.append(Data(bytes: $0, count: tensor.count * 4)) }
      case .half:
        for value in tensor.values {
          withUnsafeBytes(of: Self.half(value).littleEndian) { body.append(contentsOf: $0) }
        }
      }
      header[name] =
        [
          "dtype": precision == .single ? "F32" : "F16", "shape": tensor.shape,
          "data_offsets": [start, body.count],
        ] as [String: any Sendable]
    }
    var text = try JSONSerialization.data(
      withJSONObject: header, options: [.sortedKeys, .withoutEscapingSlashes])
    // The values start at a multiple of 8 bytes.
    text.append(Data(repeating: UInt8(ascii: " "), count: (8 - text.count % 8) % 8))
    var length = UInt64(text.count).littleEndian
    return Data(bytes: &length, count: 8) + text + body
  }

  /// Writes the file, whole or not at all.
  public func write(to path: String, at precision: Precision = .single) throws {
    try writeWhole(encoded(at: precision), to: path)
  }

  /// Reads a file. An `InputError` says where it is cut short or not what it should be.
  public init(contentsOf path: String) throws { try self.init(readWhole(path), file: path) }

  /// Reads a file's bytes; `file` names them in errors.
  public init(_ data: Data, file: String) throws {
    func fail(_ place: String, _ problem: String) -> InputError {
      InputError(file: file, place: place, problem: problem)
    }
    guard data.count >= 8 else {
      throw fail(
        "byte 0", "a safetensors file starts with 8 bytes of length; this one has \(data.count) in all")
    }
    let length = data.prefix(8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    guard length <= UInt64(data.count - 8) else {
      throw fail(
        "byte 0",
        "the header should be \(length) bytes long, but \(data.count - 8) follow: not a "
          + "safetensors file, or cut short")
    }
    let bodyStart = data.startIndex + 8 + Int(length)
    let header: [String: Any]
    do {
      let json = try JSONSerialization.jsonObject(with: data[data.startIndex + 8..<bodyStart])
      guard let object = json as? [String: Any] else { throw fail("header", "expected a JSON object") }
      header = object
    } catch let error as InputError {
      throw error
    } catch {
      throw fail("header", "expected JSON: \(error.localizedDescription)")
    }

    self.init()
    let body = data[bodyStart...]
    var places: [(bytes: Range<Int>, name: String)] = []
    for (name, value) in header {
      if name == "__metadata__" {
        guard let text = value as? [String: String] else { throw fail(name, "expected text values by name") }
        metadata = text
        continue
      }
      guard let fields = value as? [String: Any], let type = fields["dtype"] as? String,
        let shape = fields["shape"] as? [Int], let offsets = fields["data_offsets"] as? [Int],
        offsets.count == 2, shape.allSatisfy({ $0 >= 0 })
      else { throw fail(name, "expected dtype, shape and two data_offsets") }
      guard let type = ValueType(rawValue: type) else {
        throw fail(name, "dtype \(type) is not read here; expected F32, F64, F16, BF16 or I64")
      }
      let (bytes, overflow) = shape.reduce((type.width, false)) { partial, side in
        let product = partial.0.multipliedReportingOverflow(by: side)
        return (product.partialValue, partial.1 || product.overflow)
      }
      guard !overflow, offsets[0] >= 0, offsets[1] >= offsets[0], offsets[1] - offsets[0] == bytes else {
        throw fail(
          name, "shape \(shape) of \(type.rawValue) does not fill the bytes \(offsets[0]) to \(offsets[1])")
      }
      guard offsets[1] <= body.count else {
        throw fail(
          name,
          "its values end at byte \(offsets[1]) of the body, which has only \(body.count): the file was cut short"
        )
      }
      places.append((offsets[0]..<offsets[1], name))
      let tensor = Self.tensor(shape, type, body[bodyStart + offsets[0]..<bodyStart + offsets[1]])
      if type == .integer, tensor.values.contains(where: \.isNaN) {
        throw fail(name, "holds a whole number that a Float does not hold exactly")
      }
      tensors[name] = tensor
    }

    // Each byte of the body belongs to one tensor.
    var end = 0
    for (bytes, name) in places.sorted(by: {
      ($0.bytes.lowerBound, $0.bytes.upperBound, $0.name)
        < ($1.bytes.lowerBound, $1.bytes.upperBound, $1.name)
    }) {
      guard bytes.lowerBound == end else {
        throw fail(name, "its values should start at byte \(end) of the body, not at \(bytes.lowerBound)")
      }
      end = bytes.upperBound
    }
    guard end == body.count else {
      throw fail("", "the values end at byte \(end) of the body, which has \(body.count)")
    }
  }

  /// The types of values that are read.
  private enum ValueType: String {
    case single = "F32"
    case double = "F64"
    case half = "F16"
    case brain = "BF16"
    case integer = "I64"

    /// Bytes a value.
    var width: Int {
      switch self {
      case .single: 4
      case .double, .integer: 8
      case .half, .brain: 2
      }
    }
  }

  /// The values as floats; NaN for a whole number that is no float.
  private static func tensor(_ shape: [Int], _ type: ValueType, _ bytes: Data) -> Tensor {
    var tensor = Tensor(uninitialized: shape)
    let count = tensor.count
    tensor.withUnsafeMutableValues { out in
      bytes.withUnsafeBytes { raw in
        func bits<Bits: FixedWidthInteger>(_ i: Int, as: Bits.Type) -> Bits {
          Bits(littleEndian: raw.loadUnaligned(fromByteOffset: i * MemoryLayout<Bits>.size, as: Bits.self))
        }
        switch type {
        case .single: for i in 0..<count { out[i] = Float(bitPattern: bits(i, as: UInt32.self)) }
        case .double: for i in 0..<count { out[i] = Float(Double(bitPattern: bits(i, as: UInt64.self))) }
        case .half: for i in 0..<count { out[i] = float(half: bits(i, as: UInt16.self)) }
        case .brain:
          for i in 0..<count { out[i] = Float(bitPattern: UInt32(bits(i, as: UInt16.self)) << 16) }
        case .integer: for i in 0..<count { out[i] = Float(exactly: bits(i, as: Int64.self)) ?? .nan }
        }
      }
    }
    return tensor
  }

  /// The nearest number of half precision, of two as near the even one; infinity beyond the largest.
  static func half(_ value: Float) -> UInt16 {
    let bits = value.bitPattern
    let (sign, size) = (UInt16(truncatingIfNeeded: bits >> 16 & 0x8000), bits & 0x7fff_ffff)
    if value.isNaN { return sign | 0x7e00 }
    // Below 2^-14 its values lie 2^-24 apart.
    if size < 113 << 23 {
      return sign | UInt16((Float(bitPattern: size) * 0x1p24).rounded(.toNearestOrEven))
    }
    let rounded = (size &+ 0xfff &+ (size >> 13 & 1)) >> 13 &- 112 << 10
    return sign | UInt16(min(rounded, 0x7c00))
  }

  /// IEEE 754 half precision, spelled out, since `Float16` does not exist on every platform.
  private static func float(half bits: UInt16) -> Float {
    let sign: Float = bits >> 15 == 1 ? -1 : 1
    let exponent = Int(bits >> 10 & 0x1f)
    let fraction = Float(bits & 0x3ff)
    switch exponent {
    case 0: return sign * fraction * 0x1p-24
    case 31: return fraction == 0 ? sign * .infinity : .nan
    default:
      return sign * (1 + fraction * 0x1p-10) * Float(sign: .plus, exponent: exponent - 15, significand: 1)
    }
  }
}
