import Foundation
import Pictures

/// One thing, drawn once on a canvas of its own: its colours, and its silhouette where it is at least half
/// opaque.
struct Layer {
  /// The category's index in COCO's order, or nil for a thing that no annotation names.
  var category: Int?
  var canvas: Canvas
  /// Where the canvas's top left corner lies in the scene.
  var left: Int
  var top: Int
  /// One byte a pixel of the canvas, row by row: 1 where the thing is.
  var silhouette: [UInt8]
  /// The silhouette's pixels.
  var area: Int

  var width: Int { canvas.width }
  var height: Int { canvas.height }

  /// Draws a sketch within a scene of `size` by `size` pixels; nil where none of it is in sight.
  init?(_ sketch: Sketch, at placement: Placement, category: Int?, size: Int, light: Light = Light()) {
    let bounds = placement.bounds(of: sketch)
    left = max(0, Int(bounds.left.rounded(.down)))
    top = max(0, Int(bounds.top.rounded(.down)))
    let right = min(size, Int(bounds.right.rounded(.up)))
    let bottom = min(size, Int(bounds.bottom.rounded(.up)))
    guard right > left, bottom > top else { return nil }
    canvas = Canvas(width: right - left, height: bottom - top)
    canvas.antialiasing = .fast
    canvas.translate(-Double(left), -Double(top))
    sketch.draw(on: canvas, at: placement, edges: light.edges)
    canvas.translate(Double(left), Double(top))
    canvas.shine(light)
    silhouette = canvas.alpha().map { $0 >= 128 ? 1 : 0 }
    area = silhouette.reduce(0) { $0 + Int($1) }
    self.category = category
    if area == 0 { return nil }
  }

  /// Calls `body` with the scene's index of each pixel of the silhouette, row by row.
  func forEachPixel(size: Int, _ body: (Int) -> Void) {
    for y in 0..<height {
      let row = (top + y) * size + left
      for x in 0..<width where silhouette[y * width + x] != 0 { body(row + x) }
    }
  }
}

/// Which of the layers is seen at each pixel, by painter's order: later layers cover earlier ones.
struct Visibility {
  /// [size, size]: the layer's index, or -1 for the background.
  private(set) var owner: [Int32]
  /// Of each layer, the pixels where it is seen.
  private(set) var visible: [Int]

  init(_ layers: [Layer], size: Int) {
    var owner = [Int32](repeating: -1, count: size * size)
    for (index, layer) in layers.enumerated() {
      layer.forEachPixel(size: size) { owner[$0] = Int32(index) }
    }
    var visible = [Int](repeating: 0, count: layers.count)
    for index in owner where index >= 0 { visible[Int(index)] += 1 }
    (self.owner, self.visible) = (owner, visible)
  }

  /// The visible part of a layer, as a bitmap of the scene.
  func mask(of index: Int) -> [UInt8] { owner.map { $0 == Int32(index) ? 1 : 0 } }
}
