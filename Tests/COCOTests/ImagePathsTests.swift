import Foundation
import Tensors
import Testing

@testable import COCO

@Suite("§3 Pictures and the entries of an annotation file")
struct ImagePathsTests {
  private static func paths(_ names: [String]) throws -> ImagePaths {
    ImagePaths(
      try AnnotationFile(
        images: names.enumerated().map { ImageEntry(id: 100 + $0, fileName: $1, width: 4, height: 4) },
        annotations: [], categories: [], file: "truth.json"))
  }

  @Test(
    "The longest ending in common decides, whatever the slashes, the folders before it, and the form of the letters",
    arguments: [
      (["cam1/0001.png", "cam2/0001.png"], "photos/cam2/0001.png", 101),
      (["cam1/0001.png", "cam2/0001.png"], "/data/x/cam1/0001.png", 100),
      (["cam1\\0001.png", "cam2\\0001.png"], "cam2/0001.png", 101),
      (["/home/a/set/cam1/0001.png", "/home/a/set/cam2/0001.png"], "./cam1/0001.png", 100),
      (["0001.png"], "any/where/0001.png", 100),
      (["0001.png", "cam2/0001.png"], "cam2/0001.png", 101),
      // é as one letter, and as e with an accent.
      (["caf\u{E9}.png"], "in/cafe\u{301}.png", 100),
    ])
  func longest(names: [String], path: String, id: Int) throws {
    #expect(try Self.paths(names).entry(for: path).id == id)
  }

  @Test(
    "What is ambiguous is refused with both entries, what is unknown with its name, and no entry serves twice"
  )
  func refused() throws {
    let two = try Self.paths(["cam1/0001.png", "cam2/0001.png"])
    #expect {
      try two.entry(for: "cam3/0001.png")
    } throws: { error in
      ["truth.json", "cam1/0001.png (image 100)", "cam2/0001.png (image 101)"].allSatisfy {
        "\(error)".contains($0)
      }
    }
    #expect {
      try two.entry(for: "cam1/0002.png")
    } throws: { error in
      "\(error)".contains("cam1/0002.png")
    }
    #expect(try two.entries(for: ["cam2/0001.png", "cam1/0001.png"]).map(\.id) == [101, 100])
    #expect {
      try Self.paths(["0001.png"]).entries(for: ["a/0001.png", "b/0001.png"])
    } throws: { error in
      "\(error)".contains("a/0001.png and b/0001.png")
    }
  }

  @Test("A picture is found in its folder under the longest ending of its entry's name that is there")
  func places() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for path in ["cam1", "set/cam1"] {
      try FileManager.default.createDirectory(atPath: "\(folder)/\(path)", withIntermediateDirectories: true)
    }
    for name in ["cam1/0001.png", "set/cam1/0002.png", "0001.png", "cafe\u{301}.png"] {
      try writeWhole(Data(), to: "\(folder)/\(name)")
    }
    func place(_ name: String) -> String {
      String(ImagePaths.place(of: name, in: folder).dropFirst(folder.count + 1))
    }
    #expect(place("cam1/0001.png") == "cam1/0001.png")
    #expect(place("cam1\\0001.png") == "cam1/0001.png")
    #expect(place("/home/a/cam1/0001.png") == "cam1/0001.png")
    #expect(place("C:\\set\\cam1\\0002.png") == "set/cam1/0002.png")
    #expect(place("cam7/0001.png") == "0001.png")
    // Composed in the file, taken apart on the disk.
    #expect(Array(place("caf\u{E9}.png").utf8) == Array("cafe\u{301}.png".utf8))
    #expect(place("none/0009.png") == "none/0009.png")
  }

  @Test(
    "No two names of what is made of pictures are equal",
    arguments: [
      (["a/x.png", "b/x.png", "c/x-1.png"], ["x-1", "x-2", "x-1-3"]),
      (["c/x-2.png", "a/x.png", "b/x.jpg"], ["x-2", "x-2-2", "x-3"]),
      (["a/X.png", "b/x.png"], ["X-1", "x-2"]), (["one.png", "two.b.png"], ["one", "two.b"]),
    ])
  func uniqueNames(paths: [String], names: [String]) {
    #expect(ImagePaths.uniqueNames(for: paths) == names)
  }
}
