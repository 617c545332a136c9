import Foundation
import Tensors
import Testing

@testable import Pictures

@Suite("Drawings written to files")
struct DrawingFileTests {
  let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("drawings-\(UUID().uuidString)").path

  init() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  @Test("A place that cannot be written to is an error that says so")
  func unwritable() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try writePNG(Image(width: 2, height: 2), to: folder + "/file")
    for path in [folder + "/none/x", folder + "/file/x", folder] {
      let writers: [() throws -> Void] = [
        { try writePNG(Image(width: 2, height: 2), to: path) },
        { try Canvas.svg(path: path, width: 9, height: 9).finish() },
        { try Canvas.pdf(path: path, width: 9, height: 9).finish() },
      ]
      for write in writers {
        #expect {
          try write()
        } throws: { error in
          (error as? InputError)?.file == path && "\(error)".contains("cannot be written")
        }
      }
      #expect(throws: InputError.self) { try readImage(path) }
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["file"])
    #expect(try readImage(folder + "/file") == Image(width: 2, height: 2))
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
