import Foundation
import Pictures
import Tensors

/// From where a thing with flat sides is seen: how far the viewer has walked around it, and how far above it
/// the eye is. Devices, appliances and books are built of faces in space and drawn through such a view.
///
/// In space x runs to the right, y down and z away from the viewer; the origin is on the ground, under the
/// middle of the thing.
struct SolidView: Sendable {
  /// Radians around the thing; 0 sees its front, positive angles also its right-hand side.
  var yaw: Double
  /// Radians above the horizon; a right angle looks straight down.
  var pitch: Double
  /// How much larger near parts look; 0 for none.
  var perspective = 0.2

  /// Straight from the front, at the thing's height.
  static func level(using g: inout PCG32) -> SolidView {
    SolidView(yaw: g.uniform(-0.06...0.06), pitch: g.uniform(0...0.06))
  }

  /// Across a corner, so that the front and one side are seen, and some of the top.
  static func corner(using g: inout PCG32) -> SolidView {
    SolidView(
      yaw: g.drawOne(of: [-1.0, 1]) * g.uniform(0.3...0.95), pitch: g.uniform(0.06...0.5),
      perspective: g.uniform(0.05...0.4))
  }

  /// From well above.
  static func high(using g: inout PCG32) -> SolidView {
    SolidView(
      yaw: g.uniform(-0.7...0.7), pitch: g.uniform(0.55...1.0), perspective: g.uniform(0.05...0.35))
  }

  /// Where a point in space is seen, in the units of drawings.
  func callAsFunction(_ x: Double, _ y: Double, _ z: Double) -> Path.XY {
    let across = x * cos(yaw) + z * sin(yaw)
    let away = z * cos(yaw) - x * sin(yaw)
    let scale = 1 / (1 + perspective * (away * cos(pitch) + y * sin(pitch)) / 100)
    return (50 + scale * across, 100 + scale * (y * cos(pitch) - away * sin(pitch)))
  }
}

/// A flat rectangle in space as it is seen: a quadrilateral that a drawing of `width` x `height` is laid on.
struct SolidFace: Sendable {
  typealias XYZ = (x: Double, y: Double, z: Double)

  var width: Double
  var height: Double
  /// Top left, top right, bottom right, bottom left.
  var corners: [Path.XY]

  init(width: Double, height: Double, corners: [Path.XY]) {
    (self.width, self.height, self.corners) = (width, height, corners)
  }

  /// Seen straight on, with its upper left corner at a point.
  init(flat x: Double, _ y: Double, _ width: Double, _ height: Double) {
    self.init(
      width: width, height: height,
      corners: [(x, y), (x + width, y), (x + width, y + height), (x, y + height)])
  }

  /// The rectangle that starts at a corner and runs so far across and so far down.
  init(_ view: SolidView, from c: XYZ, across a: XYZ, down d: XYZ) {
    self.init(
      width: (a.x * a.x + a.y * a.y + a.z * a.z).squareRoot(),
      height: (d.x * d.x + d.y * d.y + d.z * d.z).squareRoot(),
      corners: [
        view(c.x, c.y, c.z), view(c.x + a.x, c.y + a.y, c.z + a.z),
        view(c.x + a.x + d.x, c.y + a.y + d.y, c.z + a.z + d.z), view(c.x + d.x, c.y + d.y, c.z + d.z),
      ])
  }

  /// Where a point of the rectangle is seen.
  func callAsFunction(_ x: Double, _ y: Double) -> Path.XY {
    let (u, v) = (x / width, y / height)
    func blend(_ side: (Path.XY) -> Double) -> Double {
      (1 - v) * ((1 - u) * side(corners[0]) + u * side(corners[1]))
        + v * ((1 - u) * side(corners[3]) + u * side(corners[2]))
    }
    return (blend { $0.0 }, blend { $0.1 })
  }

  /// How many square units are seen of it; negative where it is seen from its back.
  var area: Double {
    (0..<4).reduce(0) { sum, i in
      let (a, b) = (corners[i], corners[(i + 1) % 4])
      return sum + (a.0 * b.1 - b.0 * a.1) / 2
    }
  }

  /// Whether enough of its front is seen to be worth drawing.
  var isSeen: Bool { area > 25 }

  var outline: Path { .polygon(corners) }

  /// A part of it as a rectangle of its own.
  func part(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> SolidFace {
    SolidFace(
      width: width, height: height,
      corners: [self(x, y), self(x + width, y), self(x + width, y + height), self(x, y + height)])
  }

  /// A path of the rectangle's coordinates, laid on it.
  func laid(_ path: Path) -> Path {
    path.mapped { p in
      let (x, y) = self(p.x, p.y)
      return Point(x: x, y: y)
    }
  }

  func box(_ x: Double, _ y: Double, _ w: Double, _ h: Double, round: Double = 0) -> Path {
    laid(.box(x, y, w, h, round: round))
  }

  func ellipse(_ x: Double, _ y: Double, _ rx: Double, _ ry: Double) -> Path { laid(.ellipse(x, y, rx, ry)) }

  func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) -> Path { laid(.line(x1, y1, x2, y2)) }
}

/// A thing that lies flat before the viewer: its upper face, and how far below it its underside is seen.
struct LyingSlab: Sendable {
  var face: SolidFace
  var drop: Path.XY

  /// Seen from straight above or from one side of the table, turned any way within `reach` radians.
  init(width: Double, height: Double, thickness: Double, reach: Double = 1.3, using g: inout PCG32) {
    if g.chance(0.45) {
      face = SolidFace(flat: 50 - width / 2, 50 - height / 2, width, height)
      drop = (0, g.uniform(0...0.6) * thickness)
    } else {
      let view = SolidView(
        yaw: g.uniform(-reach...reach), pitch: g.uniform(0.45...1.2), perspective: g.uniform(0...0.4))
      face = SolidFace(
        view, from: (-width / 2, 0, height / 2), across: (width, 0, 0), down: (0, 0, -height))
      drop = (0, thickness * cos(view.pitch))
    }
  }
}

/// A box in space, standing on the ground or held above it.
struct SolidBox: Sendable {
  var width: Double
  var height: Double
  var depth: Double
  var view: SolidView
  /// How far its bottom is above the ground.
  var lift = 0.0

  var top: Double { -height - lift }

  var front: SolidFace {
    SolidFace(view, from: (-width / 2, top, -depth / 2), across: (width, 0, 0), down: (0, height, 0))
  }
  var back: SolidFace {
    SolidFace(view, from: (width / 2, top, depth / 2), across: (-width, 0, 0), down: (0, height, 0))
  }
  var right: SolidFace {
    SolidFace(view, from: (width / 2, top, -depth / 2), across: (0, 0, depth), down: (0, height, 0))
  }
  var left: SolidFace {
    SolidFace(view, from: (-width / 2, top, depth / 2), across: (0, 0, -depth), down: (0, height, 0))
  }
  var upper: SolidFace {
    SolidFace(view, from: (-width / 2, top, depth / 2), across: (width, 0, 0), down: (0, 0, -depth))
  }
}

extension Sketch {
  /// The faces of a box that are seen, the top lighter and the sides darker than the front.
  ///
  /// Corners are rounded where nothing but the front is seen.
  mutating func add(_ box: SolidBox, _ swatch: Swatch, round: Double = 0) {
    let faces = [
      (box.back, -0.06), (box.left, -0.18), (box.right, -0.18), (box.upper, 0.14), (box.front, 0),
    ].filter { $0.0.isSeen }
    for (face, shade) in faces {
      let path = faces.count == 1 ? face.box(0, 0, face.width, face.height, round: round) : face.outline
      add(path, shade == 0 ? swatch : swatch.shaded(shade))
    }
  }

  /// A flat thing with rounded corners: its underside, then its upper face.
  mutating func add(_ slab: LyingSlab, _ swatch: Swatch, round: Double) {
    let top = slab.face.box(0, 0, slab.face.width, slab.face.height, round: round)
    if slab.drop.1 > 0.8 {
      add(top.moved(slab.drop.0, slab.drop.1), swatch.shaded(-0.3))
      // What round corners leave open between the two is filled by copies in between.
      var between = Path()
      for share in [0.2, 0.4, 0.6, 0.8] {
        between += top.moved(slab.drop.0 * share, slab.drop.1 * share)
      }
      fill(between, swatch.base.shaded(-0.3))
    }
    add(top, swatch)
  }
}

extension Color {
  var brightness: Double { (red + green + blue) / 3 }

  /// The colour, made lighter or darker where it would not be told from another.
  func standingOut(from other: Color) -> Color {
    guard abs(brightness - other.brightness) < 0.25 else { return self }
    return other.brightness > 0.5 ? shaded(-0.55) : shaded(0.55)
  }
}
