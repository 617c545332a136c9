import COCO
import Foundation
import Pictures
import Testing
import Tensors

@testable import MiniatureCOCO

@Suite("§3 Scenes of the drawn world")
struct SceneTests {
  /// A square of `side` pixels with its corner at (x, y), without an edge.
  private func square(_ x: Double, _ y: Double, _ side: Double, category: Int?) throws -> Layer {
    var sketch = Sketch()
    sketch.fill(.box(x, y, side, side), .black)
    let identity = Placement(origin: .zero, target: .zero, scaleX: 1, scaleY: 1)
    return try #require(Layer(sketch, at: identity, category: category, size: 32))
  }

  private var configuration: MiniatureWorld.Configuration {
    var configuration = MiniatureWorld.Configuration.standard
    configuration.size = 32
    return configuration
  }

  @Test("Painter's order: a later square takes its pixels from an earlier one")
  func paintersOrder() throws {
    let scene = Scene(
      configuration, background: Sketch(),
      layers: [try square(4, 4, 10, category: 0), try square(10, 8, 10, category: 1)])
    let annotations = scene.annotations(imageID: 1, firstID: 1)
    // The first loses x 10..<14 of y 8..<14: 24 of its 100 pixels. Its box stays whole.
    #expect(annotations.map(\.area) == [76, 100])
    #expect(annotations[0].box == BoundingBox(x: 4, y: 4, width: 10, height: 10))
    #expect(annotations[1].box == BoundingBox(x: 10, y: 8, width: 10, height: 10))
    let first = try #require(annotations[0].mask(height: 32, width: 32)).decode()
    #expect(first[7 * 32 + 12] == 1 && first[8 * 32 + 12] == 0 && first[8 * 32 + 9] == 1)
  }

  @Test("Boxes are of what is visible")
  func visibleBox() throws {
    let scene = Scene(
      configuration, background: Sketch(),
      layers: [try square(4, 4, 10, category: 0), try square(9, 2, 20, category: 1)])
    #expect(
      scene.annotations(imageID: 1, firstID: 1)[0].box == BoundingBox(x: 4, y: 4, width: 5, height: 10))
  }

  @Test("A thing without a name takes pixels and is never annotated")
  func unnamed() throws {
    let scene = Scene(
      configuration, background: Sketch(),
      layers: [try square(4, 4, 10, category: 0), try square(10, 8, 10, category: nil)])
    #expect(scene.annotations(imageID: 1, firstID: 1).map(\.area) == [76])
  }

  @Test("What is nearly hidden is taken out of the scene, and uncovers what it hid")
  func hidden() throws {
    // The second is all but covered by the third; without it, the first is whole again.
    let scene = Scene(
      configuration, background: Sketch(),
      layers: [
        try square(0, 0, 10, category: 0), try square(6, 6, 10, category: 1),
        try square(7, 7, 12, category: 2),
      ])
    #expect(scene.layers.map(\.category) == [0, 2])
    #expect(scene.annotations(imageID: 1, firstID: 1).map(\.area) == [91, 144])
  }

  @Test("Without overlap, no two boxes meet, named or not")
  func noOverlap() {
    let world = MiniatureWorld(.noOverlap, seed: 4, count: 30)
    var objects = 0
    for i in 0..<30 {
      var generator = PCG32(seed: 4, stream: UInt64(i))
      let scene = Scene(world.configuration, using: &generator)
      // Every layer is seen whole.
      for (layer, visible) in zip(scene.layers, scene.visibility.visible) { #expect(layer.area == visible) }
      let boxes = world.annotations(at: i).map(\.box)
      objects += boxes.count
      for a in boxes.indices {
        for b in boxes.indices where b > a {
          let (p, q) = (boxes[a], boxes[b])
          #expect(p.maxX <= q.x || q.maxX <= p.x || p.maxY <= q.y || q.maxY <= p.y)
        }
      }
    }
    #expect(objects > 90)
  }

  @Test("Things without a name are about two to each annotated one, in front and behind")
  func unnamedShare() {
    var (named, unnamed, inFront, behind) = (0, 0, 0, 0)
    for i in 0..<60 {
      var generator = PCG32(seed: 8, stream: UInt64(i))
      let scene = Scene(.standard, using: &generator)
      let firstNamed = scene.layers.firstIndex { $0.category != nil } ?? 0
      let lastNamed = scene.layers.lastIndex { $0.category != nil } ?? 0
      for (index, layer) in scene.layers.enumerated() {
        if layer.category != nil {
          named += 1
        } else {
          unnamed += 1
          if index > firstNamed { inFront += 1 }
          if index < lastNamed { behind += 1 }
        }
      }
      #expect(scene.annotations(imageID: 1, firstID: 1).count == scene.layers.count { $0.category != nil })
    }
    #expect((1.6...2.6).contains(Double(unnamed) / Double(named)))
    #expect(inFront > unnamed / 5 && behind > unnamed / 5)
  }

  @Test("COCO's statistics, each within 20 %")
  func statistics() {
    let world = MiniatureWorld(seed: 100, count: 300)
    var (fills, others, objects) = ([Double](), [Double](), 0)
    for i in 0..<300 {
      let annotations = world.annotations(at: i)
      objects += annotations.count
      var owner = [Int](repeating: -1, count: 128 * 128)
      for (index, annotation) in annotations.enumerated() {
        let bitmap = annotation.mask(height: 128, width: 128)!.decode()
        for pixel in bitmap.indices where bitmap[pixel] != 0 { owner[pixel] = index }
      }
      for (index, annotation) in annotations.enumerated() {
        let box = annotation.box
        fills.append(annotation.area / box.area)
        var foreign = 0
        for y in Int(box.y)..<Int(box.maxY) {
          for x in Int(box.x)..<Int(box.maxX) {
            let pixel = owner[y * 128 + x]
            if pixel >= 0 && pixel != index { foreign += 1 }
          }
        }
        others.append(Double(foreign) / box.area)
      }
    }
    func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }
    func share(_ values: [Double], above limit: Double) -> Double { mean(values.map { $0 > limit ? 1 : 0 }) }
    func near(_ value: Double, _ low: Double, _ high: Double, _ name: Comment) {
      #expect((0.8 * low...1.2 * high).contains(value), name)
    }
    fills.sort()
    near(Double(objects) / 300, 8, 8, "objects an image")
    near(mean(fills), 0.56, 0.56, "mask fill, mean")
    near(fills[fills.count / 10], 0.33, 0.33, "mask fill, 10 %")
    near(fills[fills.count / 2], 0.57, 0.57, "mask fill, median")
    near(fills[fills.count * 9 / 10], 0.76, 0.76, "mask fill, 90 %")
    near(mean(others), 0.23, 0.29, "others' share of a box")
    near(share(others, above: 0.25), 0.32, 0.39, "boxes with more than a quarter of others")
    near(share(fills, above: 0.5), 0.65, 0.65, "whole box above 0.5")
    near(share(fills, above: 0.75), 0.12, 0.12, "whole box above 0.75")
  }
}
