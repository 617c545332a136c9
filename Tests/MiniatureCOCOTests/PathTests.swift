import Foundation
import Pictures
import Testing

@testable import MiniatureCOCO

@Suite("§3 Paths and placements of the drawn world")
struct PathTests {
  @Test("A circle's bounds are its square")
  func circle() {
    let bounds = Path.circle(10, 20, 5).bounds
    #expect(bounds == Bounds(left: 5, top: 15, right: 15, bottom: 25))
  }

  @Test("A straight limb is as wide as it was told")
  func limb() {
    let bounds = Path.limb([(0, 0), (0, 10)], [4, 4]).bounds
    #expect(abs(bounds.left + 2) < 0.7 && abs(bounds.right - 2) < 0.7)
  }

  @Test("Turning a quarter takes right to down")
  func turning() throws {
    let turned = Path.line(0, 0, 3, 0).turned(.pi / 2, about: (0, 0))
    guard case .line(let end) = turned.steps[1] else { throw CancellationError() }
    #expect(abs(end.x) < 1e-12 && abs(end.y - 3) < 1e-12)
  }

  @Test("A mirrored path mirrored again is itself")
  func mirroring() {
    let path = Path.polygon([(1, 2), (5, 6), (9, 1)])
    let back = path.mirrored(at: 4).mirrored(at: 4)
    #expect(back == path)
  }

  @Test("A placement scales, mirrors, turns and moves, in this order")
  func placement() {
    let placement = Placement(
      origin: Point(1, 1), target: Point(10, 20), scaleX: -2, scaleY: 3, turn: .pi / 2)
    // (2, 2) lies (1, 1) from the origin: (-2, 3) scaled, (-3, -2) turned.
    let point = placement(Point(2, 2))
    #expect(abs(point.x - 7) < 1e-12 && abs(point.y - 18) < 1e-12)
  }

  @Test("A drawing lies within the bounds that its placement promises")
  func promisedBounds() throws {
    var sketch = Sketch()
    sketch.add(.ellipse(0, 0, 30, 10), .ink)
    let placement = Placement(origin: .zero, target: Point(50, 50), scaleX: 1, scaleY: 1, turn: 0.7)
    let bounds = placement.bounds(of: sketch)
    let layer = try #require(Layer(sketch, at: placement, category: nil, size: 100))
    #expect(Double(layer.left) >= bounds.left.rounded(.down))
    #expect(Double(layer.left + layer.width) <= bounds.right.rounded(.up))
    // Half an ellipse's area, to a pixel's width around the edge.
    #expect(abs(Double(layer.area) - .pi * 300) < 140)
  }
}
