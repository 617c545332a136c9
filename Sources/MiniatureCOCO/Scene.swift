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
    let lexicon = Lexicon.of(configuration.vocabulary)
    let shares = Setting.shares(of: lexicon.weights(frequencyPower: configuration.frequencyPower))
    let setting = Setting.allCases[g.index(weights: shares.map { $0.reduce(0, +) })]
    let background = setting.backgrounds[g.below(setting.backgrounds.count)]
      .sketch(size: Double(configuration.size), using: &g)
    let arrangement = Arrangement(configuration)
    let things = arrangement.things(weights: shares[setting.rawValue], using: &g)
    self.init(
      configuration, background: background, layers: arrangement.layers(of: things, using: &g))
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
