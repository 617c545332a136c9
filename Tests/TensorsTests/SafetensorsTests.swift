import Foundation
import Tensors
import Testing

@Suite("Safetensors files")
struct SafetensorsTests {
  private let example = Safetensors(
    tensors: [
      "b": Tensor(shape: [2, 3], values: [1, -2, 3, .infinity, .leastNonzeroMagnitude, -0.0]),
      "a/ä \"quoted\"": Tensor(7),
      "nothing": Tensor(shape: [0, 4]),
    ],
    metadata: ["configuration": "{\"classes\": [\"ein \\\"Wort\\\"\"]}", "": "empty key"])

  private func folder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  @Test("what is written is read back, to the bit; equal content has equal bytes")
  func roundTrip() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("model.safetensors").path
    try example.write(to: path)
    let read = try Safetensors(contentsOf: path)
    #expect(read == example)
    #expect(read.tensors["b"]![5].sign == .minus)
    #expect(try read.encoded() == example.encoded())
    // A slice of larger data, whose indices do not start at 0, is read all the same.
    let padded = Data([1, 2, 3]) + (try example.encoded())
    #expect(try Safetensors(padded.dropFirst(3), file: "slice") == example)
    #expect(try Safetensors(Safetensors().encoded(), file: "empty") == Safetensors())
  }

  @Test("a file by Python's safetensors, with every type of value (Tests/Golden/value_types.py)")
  func golden() throws {
    let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let file = try Safetensors(
      contentsOf: tests.appendingPathComponent("Golden/value_types.safetensors").path)
    let values: [Float] = [0, -0, 1, -2.5, 65504, 0x1p-24, .infinity, -.infinity]
    for name in ["single", "double", "half"] {
      #expect(file.tensors[name] == Tensor(shape: [2, 4], values: values), "\(name)")
      #expect(file.tensors[name]?[1].sign == .minus)
    }
    // 65504 is not a bfloat16; 65536 is the nearest.
    #expect(
      file.tensors["brain"] == Tensor(shape: [2, 4], values: values.map { $0 == 65504 ? 65536 : $0 }))
    #expect(file.tensors["scalar"] == Tensor(7))
    #expect(file.tensors["empty"] == Tensor(shape: [0, 3]))
    #expect(file.tensors["name with spaces, ünïcode"] == Tensor(shape: [1], values: [1 / 3]))
    #expect(file.tensors.count == 7)
    #expect(file.metadata == ["configuration": "{\"a\": [1, \"zwei\"]}", "author": "nobody"])
  }

  @Test("at half precision the nearest values are written, and read back as they are")
  func half() throws {
    // 1 + 2^-11 lies in the middle between 1 and 1 + 2^-10: the even one is 1. The next float is nearer to the other.
    // 65519.996 is still 65504, 65520 is infinity. Below 2^-14 values lie 2^-24 apart; 2^-25 is the middle to 0.
    let values: [(Float, Float)] = [
      (0, 0), (1, 1), (-2.5, -2.5), (1 + 0x1p-11, 1), ((1 + 0x1p-11 as Float).nextUp, 1 + 0x1p-10),
      (1 + 3 * 0x1p-11, 1 + 0x1p-9), (65504, 65504), ((65520 as Float).nextDown, 65504), (65520, .infinity),
      (1e9, .infinity), (-.infinity, -.infinity), (0x1p-14, 0x1p-14), (0x1p-24, 0x1p-24), (0x1p-25, 0),
      (0x1.8p-24, 0x1p-23), (-0x1p-30, 0), ((0x1p-14 as Float).nextDown, 0x1p-14),
    ]
    let file = Safetensors(tensors: ["w": Tensor(shape: [values.count], values: values.map(\.0))])
    let bytes = try file.encoded(at: .half)
    let read = try Safetensors(bytes, file: "half")
    #expect(read.tensors["w"]?.values == values.map(\.1))
    #expect(try read.encoded(at: .half) == bytes)
    #expect(try file.encoded().count > bytes.count)
    let notANumber = Safetensors(tensors: ["w": Tensor(Float.nan)])
    #expect(try Safetensors(notANumber.encoded(at: .half), file: "nan").tensors["w"]!.scalar.isNaN)
  }

  @Test("whole numbers are read where a float holds them exactly")
  func integers() throws {
    func file(_ value: Int64) -> Data {
      let header = "{\"n\":{\"dtype\":\"I64\",\"shape\":[],\"data_offsets\":[0,8]}}"
      var length = UInt64(header.utf8.count).littleEndian
      var value = value.littleEndian
      return Data(bytes: &length, count: 8) + Data(header.utf8) + Data(bytes: &value, count: 8)
    }
    for value: Int64 in [0, 90_000, -3, 1 << 40] {
      #expect(try Safetensors(file(value), file: "F").tensors["n"] == Tensor(Float(value)))
    }
    let error = #expect(throws: InputError.self) { try Safetensors(file(1 << 24 + 1), file: "F") }
    #expect(error?.place == "n")
  }

  @Test("every proper beginning of a file, and a file with bytes too many, is an input error")
  func cutShort() throws {
    let data = try example.encoded()
    for length in 0..<data.count {
      #expect(throws: InputError.self) { try Safetensors(data.prefix(length), file: "cut") }
    }
    #expect(throws: InputError.self) { try Safetensors(data + [0], file: "long") }
  }

  @Test("broken headers are input errors that say where")
  func brokenHeaders() throws {
    func file(_ header: String, body: Int = 8) -> Data {
      var length = UInt64(header.utf8.count).littleEndian
      return Data(bytes: &length, count: 8) + Data(header.utf8) + Data(count: body)
    }
    let broken: [(header: String, place: String)] = [
      ("[]", "header"), ("{", "header"), ("", "header"), ("\u{0}", "header"),
      ("{\"__metadata__\":{\"a\":1}}", "__metadata__"), ("{\"w\":3}", "w"),
      ("{\"w\":{\"dtype\":\"F32\",\"shape\":[2]}}", "w"),
      ("{\"w\":{\"dtype\":\"I32\",\"shape\":[1],\"data_offsets\":[0,8]}}", "w"),
      ("{\"w\":{\"dtype\":\"F32\",\"shape\":[-2],\"data_offsets\":[0,8]}}", "w"),
      ("{\"w\":{\"dtype\":\"F32\",\"shape\":[1.5],\"data_offsets\":[0,8]}}", "w"),
      ("{\"w\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[0,8]}}", "w"),
      ("{\"w\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[8,0]}}", "w"),
      ("{\"w\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[-8,0]}}", "w"),
      ("{\"w\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[8,16]}}", "w"),
      ("{\"w\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}", "w"),
      (
        "{\"w\":{\"dtype\":\"F32\",\"shape\":[4294967296,4294967296,4294967296],\"data_offsets\":[0,8]}}", "w"
      ),
      ("{\"w\":{\"dtype\":\"F32\",\"shape\":[1e300],\"data_offsets\":[0,8]}}", "w"),
    ]
    for (header, place) in broken {
      let error = #expect(throws: InputError.self, "\(header)") { try Safetensors(file(header), file: "F") }
      #expect(error?.file == "F" && error?.place == place, "\(header): \(error.map(String.init) ?? "")")
    }
    // Two tensors in the same bytes, and bytes that belong to none.
    let twice = (0..<2).map { "\"w\($0)\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}" }
    #expect(throws: InputError.self) { try Safetensors(file("{\(twice.joined(separator: ","))}"), file: "F") }
    #expect(throws: InputError.self) { try Safetensors(file("{}"), file: "F") }
    // A length of header near 2^64.
    #expect(throws: InputError.self) { try Safetensors(Data(repeating: 0xff, count: 64), file: "F") }
  }

  @Test("bytes changed at random never crash the reader: an input error, or some tensors")
  func fuzz() throws {
    let data = try example.encoded()
    let headerEnd = 8 + Int(data[0]) + Int(data[1]) << 8
    var generator = PCG32(seed: 9)
    var rejected = 0
    for _ in 0..<5000 {
      var corrupted = data
      for _ in 0...generator.below(3) {
        corrupted[generator.below(headerEnd)] = UInt8(generator.below(256))
      }
      do { _ = try Safetensors(corrupted, file: "corrupted") } catch is InputError { rejected += 1 }
    }
    #expect(rejected > 2500)
  }
}
