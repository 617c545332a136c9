import COCO
import Foundation
import Testing
import Tensors

@testable import MiniatureCOCO

@Suite("§3 The drawn world")
struct MiniatureWorldTests {
  @Test("A scene is a pure function of seed and index, whatever the order and the thread")
  func purity() throws {
    let world = MiniatureWorld(seed: 11, count: 12)
    let forward = (0..<12).map { world.example(at: $0) }
    let backward = (0..<12).reversed().map { world.example(at: $0) }.reversed()
    let parallel = try Parallel.map(12, threads: 4) { world.example(at: $0) }
    for (a, (b, c)) in zip(forward, zip(backward, parallel)) {
      #expect(a.image == b.image && a.image == c.image)
      #expect(a.annotations == b.annotations && a.annotations == c.annotations)
    }
    #expect(forward[0].image != forward[1].image)
    #expect(forward[0].image != MiniatureWorld(seed: 12, count: 1).example(at: 0).image)
  }

  @Test("Annotations can be had without the picture, and are the same")
  func annotationsAlone() {
    let world = MiniatureWorld(seed: 3, count: 5)
    for i in 0..<5 {
      let example = world.example(at: i)
      #expect(world.annotations(at: i) == example.annotations)
      #expect(world.entry(at: i).id == example.imageID)
      #expect(world.entry(at: i).width == example.image.width)
    }
  }

  @Test("Masks are disjoint, their boxes tight, their areas right, their ids unique")
  func masks() throws {
    let world = MiniatureWorld(seed: 5, count: 40)
    var ids = Set<Int>()
    for i in 0..<40 {
      var covered = [UInt8](repeating: 0, count: 128 * 128)
      for annotation in world.annotations(at: i) {
        #expect(ids.insert(annotation.id).inserted)
        #expect(annotation.imageID == i + 1)
        let mask = try #require(annotation.mask(height: 128, width: 128))
        let bitmap = mask.decode()
        for pixel in bitmap.indices { covered[pixel] += bitmap[pixel] }
        #expect(annotation.area == Double(bitmap.reduce(0) { $0 + Int($1) }))
        let columns = (0..<128).filter { x in (0..<128).contains { bitmap[$0 * 128 + x] != 0 } }
        let rows = (0..<128).filter { y in (0..<128).contains { bitmap[y * 128 + $0] != 0 } }
        #expect(
          annotation.box.x == Double(columns.first!) && annotation.box.maxX == Double(columns.last! + 1))
        #expect(annotation.box.y == Double(rows.first!) && annotation.box.maxY == Double(rows.last! + 1))
      }
      #expect(covered.allSatisfy { $0 <= 1 })
    }
  }

  @Test("Other sizes are other worlds with the same rules")
  func sizes() {
    var configuration = MiniatureWorld.Configuration.standard
    configuration.size = 96
    let example = MiniatureWorld(configuration, seed: 1, count: 1).example(at: 0)
    #expect(example.image.width == 96 && example.image.height == 96)
    for annotation in example.annotations { #expect(annotation.box.maxX <= 96 && annotation.box.maxY <= 96) }
  }

  @Test("A configuration survives being written and read")
  func configurationCoding() throws {
    let world = MiniatureWorld(.noOverlap, seed: 9, count: 4)
    let data = try JSONEncoder().encode(world)
    #expect(try JSONDecoder().decode(MiniatureWorld.self, from: data) == world)
  }

  @Test("What is exported in COCO's layout is read back the same")
  func roundTrip() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "miniature-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let world = MiniatureWorld(seed: 21, count: 6)
    try world.export(to: folder.path, threads: 2)
    let read = try COCOFolder(folder.path)
    #expect(read.count == 6)
    #expect(read.categories == world.categories)
    for i in 0..<6 {
      let (a, b) = (world.example(at: i), try read.example(at: i))
      #expect(a.image == b.image)
      #expect(a.imageID == b.imageID)
      #expect(a.annotations == b.annotations)
    }
  }

  @Test("An export to a place that cannot be written is refused with the place")
  func unwritable() {
    #expect(throws: InputError.self) {
      try MiniatureWorld(seed: 1, count: 1).export(to: "/dev/null/nowhere")
    }
  }
}
