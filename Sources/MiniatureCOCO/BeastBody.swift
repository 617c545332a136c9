import Foundation
import Pictures
import Tensors

/// One four-legged animal, ready to be drawn in any posture seen from the side: the hip is at the origin.
struct BeastBody: Sendable {
  var anatomy: Anatomy
  var coat: Coat
  var head: BeastHead

  var headScale: Double { anatomy.head / 10 }
  var neckWidth: Double { min(anatomy.depth * 0.72, anatomy.head * (head.kind == .sheep ? 1.4 : 1.7)) }

  /// Unshorn sheep are curly in outline.
  var isFleecy: Bool { head.kind == .sheep && coat.body.texture != .fur }

  // MARK: On its legs

  func drawOnItsLegs(_ s: inout Sketch, _ gait: Gait, _ g: inout PCG32) {
    let length = anatomy.length * gait.foreshortening
    let shoulder = Bone.end((0, 0), .pi / 2 + gait.pitch, length)
    let near = anatomy.depth * 0.12
    let far = near - anatomy.depth * 0.1
    drawTail(&s, at: (-length * 0.12, -anatomy.depth * 0.2), &g)
    leg(&s, (shoulder.0 + 2, shoulder.1 + far), gait.legs[2], isFar: true)
    leg(&s, (length * 0.1, far), gait.legs[3], isFar: true)
    trunk(&s, to: shoulder, &g)
    leg(&s, (shoulder.0 - length * 0.04, shoulder.1 + near), gait.legs[0])
    leg(&s, (0, near), gait.legs[1])
    neckAndHead(
      &s, from: (shoulder.0 + length * 0.04, shoulder.1 - anatomy.depth * 0.15),
      angle: gait.neckAngle + gait.pitch * 0.5, headPitch: gait.headPitch, isFacing: gait.isFacing)
  }

  /// A leg from the trunk to the ground, with a foot.
  private func leg(
    _ s: inout Sketch, _ root: Path.XY, _ pose: (thigh: Double, shin: Double), isFar: Bool = false
  ) {
    let half = (anatomy.legs + anatomy.depth * 0.36) / 2
    let width = anatomy.legWidth
    let knee = Bone.end(root, pose.thigh, half)
    let foot = Bone.end(knee, pose.shin, half)
    let swatch = isFar ? coat.limbs.shaded(-0.25) : coat.limbs
    s.add(.limb([root, knee, foot], [width * 1.8, width * 1.05, width * 0.85]), swatch)
    let shade = isFar ? -0.25 : 0
    if let socks = coat.socks {
      s.inlay(
        .limb([Bone.middle(knee, foot), foot], [width * 0.85, width * 0.85]), socks.plain.shaded(shade))
    }
    paw(&s, foot, turn: -pose.shin, coat.socks?.shaded(shade) ?? swatch)
  }

  /// A hoof or a paw.
  func paw(_ s: inout Sketch, _ at: Path.XY, turn: Double, _ swatch: Swatch) {
    let width = anatomy.legWidth
    if head.kind.hasHooves {
      let hoof = Path.box(-width * 0.5, -width * 0.3, width * 1.05, width * 0.6, round: 1)
      s.fill(hoof.mapped(Joint(at, turn: turn).callAsFunction), Color.ink.shaded(0.12))
    } else {
      s.add(.ellipse(at.0 + width * 0.25, at.1, width * 0.72, width * 0.42, turn: turn), swatch.plain)
    }
  }

  // MARK: Lying and sitting

  func drawLying(_ s: inout Sketch, isAsleep: Bool, _ g: inout PCG32) {
    let length = anatomy.length * g.uniform(0.7...1)
    let (depth, width) = (anatomy.depth, anatomy.legWidth)
    let ground = depth * 0.5 - width * 0.3
    let shoulder = (length, isAsleep ? depth * 0.08 : -depth * g.uniform(0...0.2))
    let reach = g.uniform(0.5...1) * min(anatomy.legs, 24)
    drawTail(&s, at: (-length * 0.12, depth * 0.1), &g, isLow: true)
    s.add(
      .limb([(length * 0.8, depth * 0.3), (length + reach, ground - 2)], [width * 1.3, width]),
      coat.limbs.shaded(-0.25))
    trunk(&s, to: shoulder, &g)
    s.add(.ellipse(length * 0.06, depth * 0.16, depth * 0.42, depth * 0.34, turn: -0.3), coat.limbs)
    let hind = (length * 0.06 + depth * 0.4 + reach * 0.4, ground)
    s.add(.limb([(length * 0.05, depth * 0.36), hind], [width * 1.2, width * 0.9]), coat.limbs)
    paw(&s, hind, turn: 0, coat.socks ?? coat.limbs)
    let fore = (length * 0.9 + reach, ground)
    s.add(
      .limb(
        [(length * 0.86, depth * 0.18), (length * 0.95, ground - 1), fore], [width * 1.6, width, width]),
      coat.limbs)
    paw(&s, fore, turn: 0, coat.socks ?? coat.limbs)
    let neck = (shoulder.0 + length * 0.02, shoulder.1 - depth * 0.15)
    if isAsleep {
      let at = (length + anatomy.head * 1.1, depth * 0.5 - anatomy.head * 0.75)
      s.add(.limb([neck, at], [neckWidth * 1.2, anatomy.head * 1.4]), coat.body)
      addHead(&s, at, pitch: 0.1, isFacing: g.chance(0.4))
    } else {
      neckAndHead(
        &s, from: neck, angle: anatomy.neckAngle + 0.15, headPitch: g.uniform(-0.1...0.5),
        isFacing: g.chance(0.4))
    }
  }

  /// Asleep in a ring, nose to tail.
  func drawCurled(_ s: inout Sketch, _ g: inout PCG32) {
    let (long, flat) = (g.uniform(24...30.0), g.uniform(14...26.0))
    s.add(.ellipse(0, 0, long, flat), coat.body)
    s.add(.ellipse(-long * 0.5, flat * 0.25, long * 0.42, flat * 0.55, turn: 0.3), coat.limbs)
    if let chest = coat.chest { s.inlay(.ellipse(long * 0.2, flat * 0.5, long * 0.4, flat * 0.3), chest) }
    let around = Path.arc(0, 0, long * 0.92, flat * 0.9, from: 2.6, to: 0.6)
    s.rod(around, anatomy.legWidth * 0.95, coat.tail)
    s.add(
      .limb([(long * 0.5, flat * 0.2), (long * 0.3, flat * 0.75), (-long * 0.2, flat * 0.85)], [8, 7, 5.5]),
      coat.limbs)
    addHead(&s, (long * 0.66, flat * 0.35), pitch: g.uniform(0.3...2.2), isFacing: g.chance(0.4))
  }

  /// Upright on its haunches, from the side.
  func drawSitting(_ s: inout Sketch, _ g: inout PCG32) {
    let (depth, width) = (anatomy.depth, anatomy.legWidth)
    let pitch = g.uniform(0.7...1.15)
    let shoulder = Bone.end((0, 0), .pi / 2 + pitch, anatomy.length * 0.72)
    let ground = depth * 0.45
    drawTail(&s, at: (-depth * 0.35, depth * 0.25), &g, isLow: true)
    let farFoot = (shoulder.0 + depth * 0.2 + 3, ground - 1)
    s.add(
      .limb([(shoulder.0 + 2, shoulder.1 + depth * 0.2), farFoot], [width * 1.4, width]),
      coat.limbs.shaded(-0.25))
    trunk(&s, to: shoulder, &g)
    s.add(.ellipse(depth * 0.06, depth * 0.08, depth * 0.46, depth * 0.4, turn: -0.6), coat.limbs)
    let foot = (depth * 0.55, ground)
    s.add(.limb([(depth * 0.05, ground - 1), foot], [width, width * 0.9]), coat.limbs)
    paw(&s, foot, turn: 0, coat.socks ?? coat.limbs)
    let fore = (shoulder.0 + depth * 0.12, ground)
    s.add(
      .limb([(shoulder.0, shoulder.1 + depth * 0.15), fore], [width * 1.6, width * 0.95]), coat.limbs)
    paw(&s, fore, turn: 0, coat.socks ?? coat.limbs)
    neckAndHead(
      &s, from: (shoulder.0, shoulder.1 - depth * 0.1), angle: max(anatomy.neckAngle, 0.6) + 0.3,
      headPitch: g.uniform(-0.2...0.4), isFacing: g.chance(0.4))
  }

  // MARK: Parts

  /// The trunk, from the hip at the origin to the shoulder.
  private func trunk(_ s: inout Sketch, to shoulder: Path.XY, _ g: inout PCG32) {
    let length = hypot(shoulder.0, shoulder.1)
    let depth = anatomy.depth
    let joint = Joint((0, 0), turn: atan2(shoulder.1, shoulder.0))
    let (sag, belly) = (head.kind.sag + g.uniform(-0.04...0.05), g.uniform(-0.1...0.1))
    let end = head.kind == .sheep ? 0.2 : 0.14
    let shape: [Path.XY] = [
      (-end, 0.05), (-0.08, -0.36), (0.1, -0.47), (0.5, sag - 0.46), (0.88, -0.5), (1 + end, -0.25),
      (1.12, 0.2), (0.92, 0.46), (0.5, 0.5 + belly), (0.15, 0.4 + belly), (-0.1, 0.36),
    ]
    let outline =
      isFleecy
      ? Path.fleece(length * 0.5, 0, length * 0.68, depth * 0.56)
      : Path.blob(shape.map { ($0.0 * length, $0.1 * depth) })
    s.add(outline.mapped(joint.callAsFunction), coat.body)
    if let chest = coat.chest {
      let pale = Path.ellipse(length * 0.75, depth * 0.3, length * 0.32, depth * 0.17)
      s.inlay(pale.mapped(joint.callAsFunction), chest)
    }
    if let blanket = coat.blanket {
      let (from, low) = (length * g.uniform(0.1...0.4), depth * g.uniform(-0.05...0.4))
      let cloth = Path.blob([
        (from, -depth * 0.48), (length * 0.55, -depth * 0.47), (length * 0.85, -depth * 0.5),
        (length * 0.84, low), (length * 0.55, low + 1), (from + 1, low),
      ])
      s.add(cloth.mapped(joint.callAsFunction), blanket)
    }
  }

  /// Neck, mane and head; the angle is above the horizontal.
  private func neckAndHead(
    _ s: inout Sketch, from root: Path.XY, angle: Double, headPitch: Double, isFacing: Bool
  ) {
    let tip = Bone.end(root, .pi / 2 + angle, anatomy.neck + anatomy.head * 0.4)
    let bend = (
      (root.0 + tip.0) / 2 + sin(angle) * anatomy.neck * 0.06,
      (root.1 + tip.1) / 2 + cos(angle) * anatomy.neck * 0.06
    )
    if head.hasMane, head.kind == .horse || head.kind == .zebra {
      let back = (-sin(angle) * neckWidth * 0.55, -cos(angle) * neckWidth * 0.55)
      s.add(
        .limb(
          [
            (root.0 + back.0, root.1 + back.1), (bend.0 + back.0 * 1.1, bend.1 + back.1 * 1.1),
            (tip.0 + back.0, tip.1 + back.1),
          ], [4, 8, 5]), coat.mane)
    }
    let widths = [neckWidth * 1.35, neckWidth * 0.95, anatomy.head * 1.3]
    s.add(.limb([root, bend, tip], widths), coat.body)
    addHead(&s, tip, pitch: headPitch, isFacing: isFacing)
  }

  /// The head, in profile or turned to the viewer.
  func addHead(_ s: inout Sketch, _ at: Path.XY, pitch: Double, isFacing: Bool) {
    if isFacing {
      s.add(head.face(coat), on: Joint(at, scale: headScale, turn: min(pitch, 0.4) - 0.2))
    } else {
      s.add(head.profile(coat), on: Joint(at, scale: headScale, turn: pitch - head.kind.droop))
    }
  }

  func drawTail(_ s: inout Sketch, at root: Path.XY, _ g: inout PCG32, isLow: Bool = false) {
    let long = anatomy.depth * 0.5 + anatomy.legs * 0.5
    let (x, y) = root
    let sway = g.uniform(-0.2...0.6)
    switch anatomy.tail {
    case .raised where !isLow:
      let up = g.uniform(14...26.0)
      s.add(
        .limb(
          [(x + 4, y), (x - 9, y - 4), (x - 11, y - up * 0.7), (x - 14 + sway * 16, y - up)], [5, 5, 5, 3.5]),
        coat.tail)
    case .curled where !isLow:
      s.rod(.curve([(x + 4, y), (x - 6, y - 8), (x - 2, y - 16), (x + 5, y - 12)]), 5, coat.tail)
    case .raised, .hanging, .curled:
      let end = isLow ? (x - 20 + sway * 10, y + 8) : (x - 12, y + long * 0.8)
      s.add(.limb([(x + 4, y), Bone.middle((x - 8, y + 3), end), end], [5, 5.5, 3.5]), coat.tail)
    case .tufted:
      let end = (x - 4 - sway * 10, y + (isLow ? anatomy.depth * 0.3 : long))
      s.rod(.curve([(x + 3, y), (x - 4 - sway * 3, y + 5), end]), 2.4, coat.body.plain)
      s.add(.ellipse(end.0, end.1, 2.8, 4.5), coat.mane)
    case .brush:
      let end = (x - 6 - sway * 16, y + (isLow ? anatomy.depth * 0.35 : long * 1.1))
      s.add(.limb([(x + 3, y), (x - 6 - sway * 8, y + long * 0.35), end], [4.5, 8, 3]), coat.mane)
    case .stub: s.add(.circle(x, y + anatomy.depth * 0.1, anatomy.depth * 0.13), coat.tail)
    }
  }
}

extension Beast.Kind {
  var hasHooves: Bool {
    switch self {
    case .horse, .zebra, .giraffe, .cow, .sheep: true
    case .cat, .dog, .bear, .elephant: false
    }
  }

  /// How far the back sinks between hip and shoulder; negative: it is arched.
  fileprivate var sag: Double {
    switch self {
    case .sheep, .elephant, .bear: -0.08
    case .cat: -0.02
    default: 0.05
    }
  }

  /// By how much the drawn profile already points down.
  fileprivate var droop: Double {
    switch self {
    case .horse, .zebra, .giraffe, .cow, .sheep: 0.15
    case .elephant: 0.3
    default: 0.1
    }
  }
}

extension Path {
  /// A curly ball of wool.
  static func fleece(_ x: Double, _ y: Double, _ rx: Double, _ ry: Double) -> Path {
    let curls = 13
    return .blob(
      (0..<(2 * curls)).map { i in
        let angle = Double(i) * .pi / Double(curls)
        let reach = i % 2 == 0 ? 1.04 : 0.9
        return (x + rx * reach * cos(angle), y + ry * reach * sin(angle))
      })
  }
}
