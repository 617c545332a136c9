import COCO
import Foundation
import Pictures
import Tensors

/// A scene: a background and layers of things, named and unnamed, back to front.
struct Scene {
  let configuration: MiniatureWorld.Configuration
  let background: Sketch
  let layers: [Layer]
  let visibility: Visibility

  init(_ configuration: MiniatureWorld.Configuration, using g: inout PCG32) {
    let background = Background.sketch(size: Double(configuration.size), using: &g)
    let kinds = Scene.kinds(configuration, using: &g)
    self.init(
      configuration, background: background, layers: Scene.place(kinds, configuration, using: &g))
  }

  /// A scene of given layers, without those annotated ones of which too little would be seen.
  init(_ configuration: MiniatureWorld.Configuration, background: Sketch, layers: [Layer]) {
    var layers = layers
    var visibility = Visibility(layers, size: configuration.size)
    // The most hidden one goes first; that may bring others back to light.
    while true {
      let shares = layers.indices.map { i -> Double in
        guard layers[i].category != nil else { return 1 }
        if visibility.visible[i] < configuration.leastVisiblePixels { return 0 }
        return Double(visibility.visible[i]) / Double(layers[i].area)
      }
      guard let worst = shares.indices.min(by: { shares[$0] < shares[$1] }),
        shares[worst] < configuration.leastVisibleShare
      else { break }
      layers.remove(at: worst)
      visibility = Visibility(layers, size: configuration.size)
    }
    (self.configuration, self.background) = (configuration, background)
    (self.layers, self.visibility) = (layers, visibility)
  }

  // MARK: What is there

  /// A thing to be placed: a category or none, its recipe, its size in pixels, and how far back it stands.
  struct Kind {
    var category: Int?
    var recipe: Recipe
    var side: Double
    var depth: Double
  }

  /// The things of a scene, those farthest back first.
  private static func kinds(
    _ configuration: MiniatureWorld.Configuration, using g: inout PCG32
  ) -> [Kind] {
    var kinds: [Kind] = []
    func add(_ category: Int?, _ recipe: Recipe) {
      var side = configuration.medianSide * exp(configuration.sideSpread * Double(g.normal())) * recipe.size
      side = min(max(side, configuration.sides.lowerBound), configuration.sides.upperBound)
      // Large things tend to stand behind small ones, unnamed ones behind named.
      let depth = log(side) + 0.3 * Double(g.normal()) + (category == nil ? configuration.unnamedDepth : 0)
      kinds.append(Kind(category: category, recipe: recipe, side: side, depth: depth))
    }
    let wanted = configuration.medianObjects * exp(configuration.objectSpread * Double(g.normal()))
    let named = min(max(1, Int(wanted.rounded())), configuration.maximumObjects)
    let lexicon = Lexicon.of(configuration.vocabulary)
    let weights = lexicon.weights(frequencyPower: configuration.frequencyPower)
    for _ in 0..<named {
      let category =
        !kinds.isEmpty && g.chance(configuration.companions)
        ? kinds[g.below(kinds.count)].category! : g.index(weights: weights)
      let makes = lexicon.makes[category]
      add(category, makes[g.below(makes.count)])
    }
    let unnamed = (Double(named) * configuration.unnamedPerObject * g.uniform(0.6...1.4)).rounded()
    for _ in 0..<min(Int(unnamed), 3 * configuration.maximumObjects) {
      add(nil, Recipe.random(using: &g))
    }
    // Where nothing overlaps, none stands behind another, and the named ones find their places first.
    if configuration.overlap == .none { return kinds }
    return kinds.sorted { $0.depth > $1.depth }
  }

  // MARK: Where it is

  /// The layers of the things, back to front; those that find no place are left out.
  private static func place(
    _ kinds: [Kind], _ configuration: MiniatureWorld.Configuration, using g: inout PCG32
  ) -> [Layer] {
    let size = Double(configuration.size)
    var places: [(bounds: Bounds, isNamed: Bool)] = []
    return kinds.compactMap { kind in
      let pose = Pose.random(of: kind.recipe, using: &g)
      // Named things gather upon named ones, unnamed things upon any.
      let hosts = kind.category == nil ? places : places.filter(\.isNamed)
      var side = kind.side
      for _ in 0..<(configuration.overlap == .none ? 40 : 12) {
        let atOrigin = pose.placed(side: side, at: .zero)
        let extent = atOrigin.bounds(of: pose.sketch)
        var target = Point(g.uniform(0.05...0.95) * size, g.uniform(0.05...0.95) * size)
        if case .crowded(let share, let reach) = configuration.overlap, !hosts.isEmpty,
          g.chance(kind.category == nil ? 0.6 * share : share)
        {
          let host = hosts[g.below(hosts.count)].bounds
          target = Point(
            host.centre.x + g.uniform(-reach...reach) * (host.width + extent.width) / 2,
            host.centre.y + g.uniform(-reach...reach) * (host.height + extent.height) / 2)
        }
        let bounds = extent.moved(by: target)
        // At least two thirds across and down must lie within the scene.
        let across = (min(bounds.right, size) - max(bounds.left, 0)) / bounds.width
        let down = (min(bounds.bottom, size) - max(bounds.top, 0)) / bounds.height
        var fits = across > 0.66 && down > 0.66
        if configuration.overlap == .none {
          fits = fits && !places.contains { $0.bounds.meets(bounds) }
          side = max(side * 0.96, configuration.sides.lowerBound)
        }
        guard fits else { continue }
        places.append((bounds, kind.category != nil))
        return Layer(
          pose.sketch, at: atOrigin.moved(to: target), category: kind.category, size: configuration.size)
      }
      return nil
    }
  }

  // MARK: What comes of it

  /// The picture: background and layers put together, with light and noise.
  func image(using g: inout PCG32) -> Image {
    let size = configuration.size
    let canvas = Canvas(width: size, height: size, background: .paper)
    let whole = Placement(origin: .zero, target: .zero, scaleX: 1, scaleY: 1)
    canvas.antialiasing = .fast
    background.draw(on: canvas, at: whole)
    for layer in layers {
      canvas.draw(layer.canvas, at: Point(Double(layer.left), Double(layer.top)), sampling: .nearest)
    }
    var image = canvas.image()
    let gains = (0..<3).map { _ in Float(g.uniform(0.88...1.06)) }
    let noise = Float(configuration.noise)
    var pixels = image.pixels
    pixels.withUnsafeMutableBufferPointer { pixels in
      for i in stride(from: 0, to: pixels.count, by: 3) {
        for channel in 0..<3 {
          // The sum of four random bytes is near enough to normal: mean 510, deviation 147.8.
          let bits = g.next32()
          let sum = (bits & 255) + (bits >> 8 & 255) + (bits >> 16 & 255) + (bits >> 24)
          let value = Float(pixels[i + channel]) * gains[channel] + (Float(sum) - 510) * (noise / 147.8)
          pixels[i + channel] = UInt8(min(max(value, 0), 255).rounded())
        }
      }
    }
    image.pixels = pixels
    return image
  }

  /// The named things, with the masks of what is seen of them.
  func annotations(imageID: Int, firstID: Int) -> [Annotation] {
    let size = configuration.size
    let categories = Lexicon.of(configuration.vocabulary).categories
    var annotations: [Annotation] = []
    for (index, layer) in layers.enumerated() {
      guard let category = layer.category else { continue }
      let mask = RunLengthMask(bitmap: visibility.mask(of: index), height: size, width: size)
      annotations.append(
        Annotation(
          id: firstID + annotations.count, imageID: imageID, categoryID: categories[category].id,
          box: mask.box, segmentation: .runLength(mask), area: Double(mask.area)))
    }
    return annotations
  }
}

extension Bounds {
  func moved(by offset: Point) -> Bounds {
    Bounds(left: left + offset.x, top: top + offset.y, right: right + offset.x, bottom: bottom + offset.y)
  }

  /// Whether two boxes share any of the pixels they touch.
  func meets(_ other: Bounds) -> Bool {
    left.rounded(.down) < other.right.rounded(.up) && other.left.rounded(.down) < right.rounded(.up)
      && top.rounded(.down) < other.bottom.rounded(.up) && other.top.rounded(.down) < bottom.rounded(.up)
  }
}
