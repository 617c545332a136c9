import Foundation
import Tensors
import Testing

@Suite("Files that appear whole or not at all")
struct WholeFileTests {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("whole-\(UUID().uuidString)")
    .path

  init() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  @Test("What is written is read, the old file is replaced, and nothing else is left behind")
  func roundTrip() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/file"
    try writeWhole(Data("first".utf8), to: path)
    try writeWhole(Data((0..<1_000_000).map { UInt8($0 & 255) }), to: path)
    #expect(try readWhole(path) == Data((0..<1_000_000).map { UInt8($0 & 255) }))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["file"])
  }

  @Test("A missing folder, a file as a folder and a folder as a file are errors that say so")
  func unwritable() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try writeWhole(Data(), to: folder + "/file")
    for path in [folder + "/none/x", folder + "/file/x", folder] {
      #expect {
        try writeWhole(Data([1]), to: path)
      } throws: { error in
        (error as? InputError)?.file == path && "\(error)".contains("cannot be written")
      }
      #expect(throws: InputError.self) { try readWhole(path) }
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["file"])
  }
}
