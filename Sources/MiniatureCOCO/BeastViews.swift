import Foundation
import Pictures
import Tensors

/// Four-legged animals that are not seen from the side: facing, from behind, upright, and heads alone.
extension BeastBody {
  /// Half of the trunk's width, as seen from the front.
  private var halfWidth: Double {
    switch head.kind {
    case .horse, .giraffe, .zebra: anatomy.depth * 0.42
    case .cat, .dog: anatomy.depth * 0.56
    case .cow, .bear, .sheep, .elephant: anatomy.depth * 0.46
    }
  }

  /// Coming towards the viewer, the head up or down.
  func drawFacing(_ s: inout Sketch, _ g: inout PCG32) {
    let (depth, half, width) = (anatomy.depth, halfWidth * g.uniform(0.9...1.25), anatomy.legWidth)
    let ground = depth * 0.5 + anatomy.legs
    let aside = half * g.uniform(-0.35...0.35)
    for side in [-1.0, 1.0] {
      let x = side * half * 0.6 + aside * 0.6
      s.add(
        .limb([(x, depth * 0.2), (x, ground - 4)], [width * 1.1, width * 0.7]), coat.limbs.shaded(-0.3))
    }
    s.add(bulk(aside, -depth * 0.05, half * 1.12, depth * 0.5), coat.body.shaded(-0.12))
    for side in [-1.0, 1.0] {
      uprightLeg(&s, (side * half * 0.6, 0), ground, step: g.uniform(-1...2.0))
    }
    s.add(bulk(0, 0, half, depth * 0.5), coat.body)
    if let chest = coat.chest { s.inlay(.ellipse(0, depth * 0.1, half * 0.55, depth * 0.32), chest) }
    let rise = g.chance(0.25) ? -g.uniform(0.1...0.6) : sin(max(anatomy.neckAngle, 0.25)) + 0.1
    let tip = (g.uniform(-0.25...0.25) * anatomy.neck, -depth * 0.2 - rise * anatomy.neck)
    neckFacing(&s, from: (0, -depth * 0.1), to: tip)
    addHead(&s, tip, pitch: g.uniform(0...0.4), isFacing: true)
  }

  /// From behind, looking away or back to one side.
  func drawFromBehind(_ s: inout Sketch, _ g: inout PCG32) {
    let (depth, half) = (anatomy.depth, halfWidth * g.uniform(1...1.3))
    let ground = depth * 0.5 + anatomy.legs
    let looksBack = g.chance(head.kind == .dog ? 0.8 : 0.5)
    let aside = half * (looksBack ? 0.75 : g.uniform(-0.4...0.4))
    let lowered = g.chance(0.3) ? 0.2 : 1.0
    let tip = (aside, -depth * 0.25 - lowered * sin(max(anatomy.neckAngle, 0.4)) * anatomy.neck)
    neckFacing(&s, from: (aside * 0.5, 0), to: tip)
    if looksBack {
      addHead(&s, tip, pitch: g.uniform(0...0.4), isFacing: g.chance(0.3))
    } else {
      s.add(head.nape(coat), on: Joint(tip, scale: headScale))
    }
    for side in [-1.0, 1.0] { uprightLeg(&s, (side * half * 0.66, 0), ground, step: g.uniform(-1...2.5)) }
    s.add(bulk(0, 0, half * 1.05, depth * 0.52), coat.body)
    let tail = coat.tail
    switch anatomy.tail {
    case .stub: s.add(.ellipse(0, -depth * 0.12, depth * 0.12, depth * 0.16), tail)
    case .raised, .curled:
      s.add(
        .limb(
          [(0, -depth * 0.1), (half * 0.6, -depth * 0.3), (half * 1.25, -depth * 0.75)], [5.5, 5.5, 4]), tail)
    case .hanging: s.add(.limb([(0, -depth * 0.2), (2, depth * 0.2), (6, depth * 0.6)], [5, 5, 3]), tail)
    case .tufted:
      s.rod(.line(0, -depth * 0.25, 2, depth * 0.5), 2.4, coat.body.plain)
      s.add(.ellipse(2, depth * 0.6, 3, 5), coat.mane)
    case .brush:
      s.add(
        .limb([(0, -depth * 0.3), (1, depth * 0.3), (3, depth * 0.6 + anatomy.legs * 0.5)], [6, 9, 4]),
        coat.mane)
    }
  }

  /// Upright on its haunches, facing, or with its back to the viewer.
  func drawSittingUpright(_ s: inout Sketch, isFacing: Bool, _ g: inout PCG32) {
    let tall = anatomy.length * g.uniform(0.62...0.85)
    let (wide, width) = (anatomy.depth * g.uniform(0.42...0.6), anatomy.legWidth)
    let tail: [Path.XY] = [(wide * 0.6, -2), (wide * 1.5, -1), (wide * 1.9, -g.uniform(0...16))]
    if anatomy.tail != .stub { s.add(.limb(tail, [5.5, 5.5, 4]), coat.tail) }
    s.add(
      .blob([
        (-wide * 0.6, -tall), (0, -tall * 1.08), (wide * 0.6, -tall), (wide * 0.85, -tall * 0.45),
        (wide * 0.95, -2), (0, 0), (-wide * 0.95, -2), (-wide * 0.85, -tall * 0.45),
      ]), coat.body)
    for side in [-1.0, 1.0] {
      s.add(.ellipse(side * wide * 0.85, -tall * 0.16, wide * 0.42, tall * 0.2), coat.limbs)
    }
    guard isFacing else {
      s.add(
        head.nape(coat), on: Joint((g.uniform(-3...3.0), -tall * 1.05 - anatomy.head * 0.5), scale: headScale)
      )
      return
    }
    if let chest = coat.chest { s.inlay(.ellipse(0, -tall * 0.6, wide * 0.4, tall * 0.34), chest) }
    for side in [-1.0, 1.0] {
      let x = side * wide * 0.34
      s.add(.limb([(x, -tall * 0.55), (x, -1)], [width * 1.15, width * 0.95]), coat.limbs)
      s.add(.ellipse(x, 0, width * 0.65, width * 0.45), (coat.socks ?? coat.limbs).plain)
      s.add(.ellipse(side * wide * 0.95, -0.5, width * 0.75, width * 0.45), (coat.socks ?? coat.limbs).plain)
    }
    let tip = (g.uniform(-3...3.0), -tall * 1.05 - anatomy.head * 0.55)
    if g.chance(0.8) {
      addHead(&s, tip, pitch: g.uniform(0...0.4), isFacing: true)
    } else {
      addHead(&s, tip, pitch: g.uniform(-0.2...0.3), isFacing: false)
    }
  }

  /// Head and neck, as they fill a picture.
  func drawPortrait(_ s: inout Sketch, isFacing: Bool, _ g: inout PCG32) {
    let long = anatomy.neck * g.uniform(head.kind == .giraffe ? 0.3...1.05 : 0.75...1.1) + anatomy.head * 0.8
    let base = neckWidth * g.uniform(0.85...1.3)
    let lean = isFacing ? g.uniform(-0.3...0.3) : g.uniform(0.2...0.9)
    let root = (-sin(lean) * long, cos(lean) * long)
    if head.hasMane, !isFacing {
      s.add(
        .limb(
          [(root.0 - base * 0.5, root.1), (root.0 * 0.5 - base * 0.5, root.1 * 0.5), (-base * 0.3, -6)],
          [8, 9, 6]), coat.mane)
    }
    if g.chance(0.5) && head.kind != .giraffe {
      let wide = max(base * 0.7, anatomy.depth * 0.5) * g.uniform(0.8...1.3)
      s.add(
        isFleecy
          ? .fleece(root.0, root.1 + anatomy.depth * 0.25, wide * 1.1, anatomy.depth * 0.5)
          : .blob([
            (root.0 - wide, root.1 + anatomy.depth * 0.45), (root.0 - wide * 0.8, root.1),
            (root.0, root.1 - anatomy.depth * 0.25), (root.0 + wide * 0.8, root.1),
            (root.0 + wide, root.1 + anatomy.depth * 0.45),
          ]), coat.body)
    }
    s.add(
      .limb(
        [root, (root.0 * 0.45, root.1 * 0.5), (0, 0)], [base * 1.7, base * 1.15, anatomy.head * 1.3]),
      coat.body)
    if let chest = coat.chest {
      s.inlay(.ellipse(root.0 + base * 0.2, root.1 * 0.8, base * 0.4, anatomy.head * 0.7), chest)
    }
    addHead(&s, (0, 0), pitch: g.uniform(-0.2...0.6), isFacing: isFacing)
  }

  /// A trunk from the front or from behind; a fleece is curly.
  private func bulk(_ x: Double, _ y: Double, _ half: Double, _ tall: Double) -> Path {
    isFleecy ? .fleece(x, y, half * 1.12, tall * 1.08) : .ellipse(x, y, half, tall)
  }

  /// A leg seen from the front.
  private func uprightLeg(_ s: inout Sketch, _ root: Path.XY, _ ground: Double, step: Double) {
    let width = anatomy.legWidth
    let foot = (root.0 * 0.95, ground - step)
    s.add(
      .limb([root, (root.0, (root.1 + ground) * 0.55), foot], [width * 1.5, width, width * 0.85]),
      coat.limbs)
    if let socks = coat.socks {
      let top = ground - anatomy.legs * 0.4
      s.inlay(.limb([(root.0, top), foot], [width * 0.9, width * 0.9]), socks.plain)
    }
    let sole = Path.box(foot.0 - width * 0.55, foot.1 - width * 0.3, width * 1.1, width * 0.7, round: 2)
    s.fill(sole, head.kind.hasHooves ? Color.ink.shaded(0.12) : (coat.socks ?? coat.limbs).base.shaded(-0.15))
  }

  private func neckFacing(_ s: inout Sketch, from root: Path.XY, to tip: Path.XY) {
    if head.hasMane, head.kind == .horse || head.kind == .zebra {
      s.add(.limb([root, tip], [neckWidth * 1.1, neckWidth * 1.05]), coat.mane)
    }
    s.add(
      .limb(
        [root, Bone.middle(root, tip), tip], [neckWidth * 1.25, neckWidth * 0.9, anatomy.head * 1.15]),
      coat.body)
  }
}
