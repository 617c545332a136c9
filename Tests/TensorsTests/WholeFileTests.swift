import Foundation
import Testing

import Tensors

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
    for path in [folder + "/none/x.png", folder + "/file/x.png", folder] {
      #expect {
        try writePNG(Image(width: 2, height: 2), to: path)
      } throws: { error in
        (error as? InputError)?.file == path && "\(error)".contains("cannot be written")
      }
      #expect(throws: InputError.self) { try readImage(path) }
    }
    for canvas in [
      Canvas.svg(path: folder + "/none/x.svg", width: 9, height: 9),
      Canvas.pdf(path: folder + "/none/x.pdf", width: 9, height: 9),
    ] {
      #expect(throws: InputError.self) { try canvas.finish() }
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["file"])
  }

  @Test("SVG holds its labels as text, PDF is a PDF; both have the same bytes each time")
  func vectorFiles() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    func draw(_ canvas: Canvas) throws {
      canvas.text("mask AP < box AP", at: Point(10, 30), size: 12)
      canvas.draw(Image(width: 3, height: 3, filled: .black), at: Point(150, 50), alpha: 0.5)
      canvas.draw(Image(width: 3, height: 3), at: Point(160, 50))
      canvas.circle(center: Point(50, 50), radius: 10)
      canvas.fill(Color(hex: 0x3366cc))
      try canvas.finish()
    }
    for name in ["1.svg", "2.svg"] { try draw(.svg(path: folder + "/" + name, width: 200, height: 100)) }
    for name in ["1.pdf", "2.pdf"] { try draw(.pdf(path: folder + "/" + name, width: 200, height: 100)) }
    let svg = try readWhole(folder + "/1.svg")
    #expect(String(decoding: svg, as: UTF8.self).contains("mask AP &lt; box AP"))
    #expect(svg == (try readWhole(folder + "/2.svg")))
    let pdf = try readWhole(folder + "/1.pdf")
    #expect(pdf.starts(with: Data("%PDF-".utf8)))
    #expect(pdf == (try readWhole(folder + "/2.pdf")))
  }
}
