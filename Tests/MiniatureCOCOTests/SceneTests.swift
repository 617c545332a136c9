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

  @Test("Things without a name stand in front of named ones and behind")
  func unnamedShare() {
    var (named, unnamed, inFront, behind) = (0, 0, 0, 0)
    for i in 0..<120 {
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
    #expect((0.4...1).contains(Double(unnamed) / Double(named)))
    #expect(inFront > unnamed / 5 && behind > unnamed / 5)
  }

  @Test(
    "A setting has things of its own, and all settings together have each category as often as it is said")
  func settings() {
    let weights = Lexicon.coco.weights(frequencyPower: 0.8)
    let shares = Setting.shares(of: weights)
    #expect(shares.count == Setting.allCases.count)
    for category in 0..<80 {
      #expect(abs(shares.reduce(0) { $0 + $1[category] } - weights[category]) < 1e-9 * weights[category])
    }
    let toilet = COCOCategories.index(ofName: "toilet")!
    #expect(shares.indices.filter { shares[$0][toilet] > 0 } == [Setting.bathroom.rawValue])
    for setting in Setting.allCases {
      #expect(Set(setting.names).count == setting.names.count && !setting.backgrounds.isEmpty)
      #expect(setting.names.allSatisfy { COCOCategories.index(ofName: $0) != nil })
    }
    // Kinds beyond the 80 have a setting each.
    #expect(Set((80..<200).map { Setting.homes(of: $0) }).count == Setting.allCases.count)
  }

  @Test("What is borne is smaller than its bearer, and placed in front of it")
  func borne() {
    let arrangement = Arrangement(.standard)
    var borne = 0
    for i in 0..<60 {
      var generator = PCG32(seed: 12, stream: UInt64(i))
      let things = arrangement.things(
        weights: Lexicon.coco.weights(frequencyPower: 0.5), using: &generator)
      for (place, thing) in things.enumerated() {
        guard let bearer = thing.bearer else { continue }
        borne += 1
        let bearerPlace = things.firstIndex { $0.id == bearer }!
        #expect(bearerPlace < place)
        #expect(Setting.bears(things[bearerPlace].category!))
        #expect(thing.side <= max(15, 0.15 * things[bearerPlace].side) + 1e-9)
      }
    }
    #expect(borne > 40)
  }

  /// What the same measures find in 259 of COCO's photographs, crowds left out; VOC's classes are A.
  private static let coco: [String: Double] = [
    "objects per image, mean": 9.386, "objects per image, median": 6,
    "mask fill of its box, mean": 0.553, "mask fill of its box, 10 %": 0.331,
    "mask fill of its box, 50 %": 0.560, "mask fill of its box, 90 %": 0.760,
    "share of a box that is other objects": 0.173, "boxes more than a quarter other objects": 0.285,
    "whole box as a mask, IoU > 0.5": 0.634, "whole box as a mask, IoU > 0.75": 0.111,
    "pixels of B in the boxes of A": 0.024, "pixels of other A in the boxes of A": 0.134,
    "pixels of A in the boxes of B": 0.133, "pixels of other B in the boxes of B": 0.076,
    "pairs of one class": 0.287, "overlapping pairs of one class": 0.367,
    "boxes whose IoU with another exceeds 0.3": 0.121, "A's share of objects": 0.533,
  ]

  @Test("COCO's statistics, each within 20 %")
  func statistics() throws {
    let world = MiniatureWorld(seed: 100, count: 1200)
    let setA = try ClassSplit.voc.setA(of: world)
    let figures =
      try DataSetStatistics(of: world).named + CompositionStatistics(of: world, setA: setA).named
    // A picture 128 pixels wide cannot show COCO's small objects.
    let measured = figures.filter { !$0.name.hasPrefix("object side") }
    #expect(Set(measured.map(\.name)) == Set(Self.coco.keys))
    for (name, value) in measured {
      let ratio = value / Self.coco[name]!
      #expect((0.8...1.2).contains(ratio), "\(name): \(value), \(ratio) of COCO's")
    }
  }
}
