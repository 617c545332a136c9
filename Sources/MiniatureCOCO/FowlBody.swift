import Foundation
import Pictures
import Tensors

/// One bird, ready to be drawn: the middle of its body is at the origin, profiles look to the right.
struct FowlBody: Sendable {
  var build: FowlBuild
  var materials: Swatches
  var view: Fowl.View

  private var plumage: Swatch { materials.main }
  private var wing: Swatch { materials.trim }
  private var horn: Swatch { materials.accent.plain }

  // MARK: Views

  func drawFromTheSide(_ s: inout Sketch, _ g: inout PCG32) {
    let b = build
    let slope = view == .pecking ? -g.uniform(0.1...0.35) : view == .swimming ? 0.05 : b.slope
    let body = Joint((0, 0), turn: -slope)
    if view != .swimming { legs(&s, step: view == .walking ? g.uniform(4...11.0) : g.uniform(0...2.0)) }
    s.add(tailPath(g.uniform(-0.3...0.35)).mapped(body.callAsFunction), wing)
    trunk(&s, body)
    foldedWing(&s, body, g.uniform(-0.12...0.1))
    neckAndHead(&s, root: body(Point(x: b.long * 0.72, y: -b.deep * 0.25)), &g)
  }

  func drawFromTheFront(_ s: inout Sketch, _ g: inout PCG32) {
    let b = build
    let (wide, tall) = (b.deep * g.uniform(0.95...1.15), b.long * (b.slope > 0.5 ? 0.95 : 0.75))
    let isFacing = view == .facing
    for side in [-1.0, 1.0] {
      let foot = (side * wide * 0.4, tall + b.legs)
      s.rod(.line(side * wide * 0.35, tall * 0.6, foot.0, foot.1), b.kind == .ostrich ? 4 : 3, horn)
      s.add(.ellipse(foot.0, foot.1, 4.4, 2), horn)
    }
    if b.tail > 10 {
      s.add(
        .polygon([
          (-wide * 0.3, tall * 0.5), (wide * 0.3, tall * 0.5), (4, tall + b.tail * 0.6),
          (-4, tall + b.tail * 0.6),
        ]), wing)
    }
    let top = -tall - b.neck * 0.75
    if b.neck > 14 {
      s.add(
        .limb(
          [(0, -tall * 0.5), (g.uniform(-4...4.0), -tall), (0, top)],
          [b.neckWidth * 1.5, b.neckWidth, b.neckWidth]), plumage)
    }
    s.add(.ellipse(0, 0, wide, tall), isFacing ? plumage : wing)
    if isFacing { s.inlay(.ellipse(0, tall * 0.15, wide * 0.62, tall * 0.72), chest) }
    let open = g.chance(0.25) ? g.uniform(0.5...1.6) : g.uniform(0.03...0.2)
    for side in [-1.0, 1.0] {
      let shoulder = (side * wide * 0.8, -tall * 0.5)
      let tip = Bone.end(shoulder, side * open, tall * 1.35)
      s.add(
        .limb([shoulder, Bone.middle(shoulder, tip), tip], [5, 9, 3]), isFacing ? wing : wing.shaded(-0.15))
    }
    let y = b.neck > 14 ? top : -tall - b.head * 0.35
    if isFacing { face(&s, at: (0, y)) } else { s.add(.circle(0, y, b.head), cap ?? plumage) }
  }

  /// On the wing, from the side: wings up or down, legs drawn in.
  func drawFlying(_ s: inout Sketch, _ g: inout PCG32) {
    let b = build
    let body = Joint((0, 0), turn: -g.uniform(-0.2...0.5))
    let beat = g.chance(0.65) ? g.uniform(0.35...1.3) : -g.uniform(0.4...1.1)
    s.add(wingPath(at: (b.long * 0.25, -b.deep * 0.3), angle: beat + 0.35), wing.shaded(-0.2))
    if b.legs > 20 { s.rod(.line(-b.long * 0.6, 3, -b.long - b.legs * 0.7, 7), 3, horn) }
    s.add(tailPath(0).mapped(body.callAsFunction), wing)
    trunk(&s, body)
    neckAndHead(&s, root: body(Point(x: b.long * 0.75, y: -b.deep * 0.2)), stretched: true, &g)
    s.add(wingPath(at: (b.long * 0.1, -b.deep * 0.2), angle: beat), wing)
  }

  /// Both wings spread, from below or above; gliding birds are seen from the front, as a flat bow.
  func drawSpread(_ s: inout Sketch, _ g: inout PCG32) {
    let b = build
    if view == .gliding {
      let (rise, span) = (g.uniform(-8...22.0), b.span)
      for side in [-1.0, 1.0] {
        s.add(
          .limb(
            [(side * 4, 0), (side * span * 0.5, -rise), (side * span, -rise * 0.4)], [11, 9, 2.5]), wing)
      }
      s.add(.ellipse(0, 1, b.deep * 0.8, b.deep * 0.72), plumage)
      face(&s, at: (0, -b.deep * 0.3))
      return
    }
    let (sweep, chord) = (g.uniform(-14...16.0), g.uniform(11...17.0))
    s.add(
      .polygon([(-4, 10), (4, 10), (b.tail * 0.4 + 3, 18 + b.tail), (-b.tail * 0.4 - 3, 18 + b.tail)]),
      wing.shaded(-0.1))
    for side in [-1.0, 1.0] {
      let span = side * b.span
      s.add(
        .blob([
          (side * 3, -chord * 0.7), (span * 0.5, -chord - sweep * 0.4), (span, sweep * 0.5),
          (span * 0.8, chord * 0.5 + sweep * 0.4), (span * 0.4, chord * 0.7), (side * 3, chord * 0.8),
        ]), wing)
    }
    s.add(.ellipse(0, 2, b.deep * 0.55, b.long * 0.85), plumage)
    let y = -b.long * 0.85 - min(b.neck, 12) * 0.4
    s.add(
      .polygon([(-2.8, y - b.head * 0.5), (2.8, y - b.head * 0.5), (0, y - b.head * 0.7 - b.beakLength)]),
      horn)
    s.add(.circle(0, y, b.head * 0.8), cap ?? plumage)
  }

  /// Head and neck alone.
  func drawPortrait(_ s: inout Sketch, _ g: inout PCG32) {
    let b = build
    let long = max(b.neck * 0.6, b.head * 1.8)
    let root = (-g.uniform(0.2...1) * b.head, long)
    s.add(
      .limb(
        [root, (root.0 * 0.7, long * 0.5), (0, 0)],
        [b.neckWidth * 1.9 + b.head * 0.4, b.neckWidth * 1.2, b.head]),
      plumage)
    head(&s, at: (0, 0), turn: g.uniform(-0.2...0.3))
  }

  // MARK: Parts

  private var chest: Swatch {
    switch build.kind {
    case .penguin: .paper
    case .owl: plumage.shaded(0.3)
    default: plumage.shaded(0.12)
    }
  }

  /// The head's own colour, where it has one.
  private var cap: Swatch? {
    switch build.kind {
    case .duck, .penguin: wing
    case .eagle: Swatch(materials.main.second)
    default: nil
    }
  }

  private func trunk(_ s: inout Sketch, _ body: Joint) {
    let (l, d) = (build.long, build.deep)
    let outline = Path.blob([
      (-l, -d * 0.1), (-l * 0.45, -d * 0.7), (l * 0.3, -d), (l * 0.95, -d * 0.5), (l, d * 0.3),
      (l * 0.45, d * 0.95), (-l * 0.4, d * 0.75),
    ])
    s.add(outline.mapped(body.callAsFunction), plumage)
    if build.kind == .penguin || build.kind == .duck {
      s.inlay(Path.ellipse(l * 0.2, d * 0.5, l * 0.6, d * 0.4).mapped(body.callAsFunction), .paper)
    }
  }

  private func foldedWing(_ s: inout Sketch, _ body: Joint, _ tilt: Double) {
    let (l, d) = (build.long, build.deep)
    let outline = Path.blob([
      (l * 0.62, -d * 0.35), (l * 0.5, d * 0.3), (-l * 0.1, d * 0.5), (-l * 1.15, d * (0.2 + tilt)),
      (-l * 0.5, -d * 0.45), (l * 0.1, -d * 0.7),
    ])
    s.add(outline.mapped(body.callAsFunction), wing)
  }

  private func tailPath(_ tilt: Double) -> Path {
    let (l, d, t) = (build.long, build.deep, build.tail)
    if build.kind == .hen || (build.kind == .ostrich) {
      return .blob([
        (-l * 0.6, -d * 0.4), (-l - t * 0.4, -d - t * 0.8), (-l - t, -d * 0.5), (-l - t * 0.7, d * 0.3),
        (-l * 0.7, d * 0.3),
      ])
    }
    let lift = tilt * t
    return .polygon([
      (-l * 0.75, -d * 0.4), (-l - t, -d * 0.15 - lift), (-l - t * 1.05, d * 0.3 - lift), (-l * 0.6, d * 0.4),
    ])
  }

  private func wingPath(at root: Path.XY, angle: Double) -> Path {
    let (span, chord) = (build.span, build.long * 0.55)
    let joint = Joint(root, turn: -angle)
    return Path.blob([
      (chord * 0.6, 0), (chord * 0.1, -span * 0.5), (-chord * 0.6, -span), (-chord * 1.1, -span * 0.75),
      (-chord * 1.2, -span * 0.3), (-chord * 0.8, chord * 0.3),
    ]).mapped(joint.callAsFunction)
  }

  private func legs(_ s: inout Sketch, step: Double) {
    let b = build
    let ground = b.deep * 0.8 + b.legs
    let width = b.kind == .ostrich ? 4.4 : 3
    for (x, far) in [(-step, true), (step, false)] {
      let swatch = far ? horn.shaded(-0.25) : horn
      s.rod(
        .polyline([(x * 0.3 - 1, b.deep * 0.4), (x * 0.6 - 3, b.deep * 0.8 + b.legs * 0.45), (x, ground)]),
        width, swatch)
      s.rod(.line(x - 2, ground, x + 6, ground + 0.5), 2.6, swatch)
    }
  }

  private func neckAndHead(_ s: inout Sketch, root at: Point, stretched: Bool = false, _ g: inout PCG32) {
    let b = build
    let root = (at.x, at.y)
    var angle = stretched ? g.uniform(0...0.4) : g.uniform(0.75...1.35)
    if b.neck < 14 { angle = min(angle, 1.0) }
    if view == .pecking { angle = -g.uniform(0.7...1.1) }
    let tip = Bone.end(root, .pi / 2 + angle, b.neck)
    let curve = b.neck > 14 && !stretched ? g.uniform(-0.25...0.3) * b.neck : 0
    let bend = ((root.0 + tip.0) / 2 + curve, (root.1 + tip.1) / 2 + curve * 0.2)
    s.add(
      .limb([root, bend, tip], [b.neckWidth * 1.5, b.neckWidth, min(b.neckWidth, b.head * 1.5)]),
      b.kind == .ostrich ? horn : cap ?? plumage)
    head(&s, at: tip, turn: view == .pecking ? g.uniform(0.4...0.9) : g.uniform(-0.15...0.25))
  }

  /// A head in profile.
  private func head(_ s: inout Sketch, at: Path.XY, turn: Double) {
    let (r, long) = (build.head, build.beakLength)
    var h = Sketch()
    let red = Swatch(Color(red: 0.8, green: 0.15, blue: 0.12, alpha: 1))
    if build.kind == .hen {
      h.add(.blob([(-4, -5), (-5, -11), (-1, -9), (2, -12), (4, -8), (6, -9), (4, -4)]), red)
      h.add(.ellipse(r * 0.8, r * 0.9, 2.2, 3.6), red)
    }
    switch build.beak {
    case .short: h.add(.polygon([(r * 0.7, -r * 0.35), (r * 0.8 + long, r * 0.2), (r * 0.7, r * 0.5)]), horn)
    case .straight:
      h.add(.polygon([(r * 0.7, -r * 0.25), (r * 0.9 + long * 1.2, r * 0.15), (r * 0.7, r * 0.4)]), horn)
    case .long: h.add(.polygon([(r * 0.6, -r * 0.45), (r + long, r * 0.3), (r * 0.6, r * 0.5)]), horn)
    case .flat:
      h.add(.limb([(r * 0.6, 0), (r + long * 0.5, r * 0.3), (r + long, r * 0.4)], [r * 0.8, 4.5, 5]), horn)
    case .hooked:
      h.add(
        .blob([
          (r * 0.5, -r * 0.5), (r + long * 0.45, -r * 0.35), (r + long * 0.7, r * 0.75), (r * 0.8, r * 0.35),
        ]),
        horn)
    }
    h.add(.ellipse(0, 0, r, r * 0.92), cap ?? plumage)
    h.fill(.circle(r * 0.35, -r * 0.15, r * 0.28), .paper)
    h.fill(.circle(r * 0.4, -r * 0.15, r * 0.19), .ink)
    s.add(h, on: Joint(at, turn: turn))
  }

  /// A head turned to the viewer.
  private func face(_ s: inout Sketch, at: Path.XY) {
    let (x, y) = at
    let r = build.head
    let isOwl = build.kind == .owl
    if isOwl {
      for side in [-1.0, 1.0] {
        s.add(
          .polygon([
            (x + side * r * 0.95, y - r * 0.2), (x + side * r * 0.8, y - r * 1.25),
            (x + side * r * 0.2, y - r * 0.7),
          ]), wing)
      }
    }
    s.add(.ellipse(x, y, r * (isOwl ? 1.1 : 1), r * 0.95), cap ?? plumage)
    for side in [-1.0, 1.0] {
      let eye = (x + side * r * 0.45, y - r * 0.1)
      if isOwl {
        s.fill(.circle(eye.0, eye.1, r * 0.44), .paper)
        s.fill(.circle(eye.0, eye.1, r * 0.36), Color(hue: 0.12, saturation: 0.85, value: 0.95))
      }
      s.fill(.circle(eye.0, eye.1, r * 0.2), .ink)
    }
    s.add(.polygon([(x - r * 0.26, y + r * 0.1), (x + r * 0.26, y + r * 0.1), (x, y + r * 0.75)]), horn)
  }
}
