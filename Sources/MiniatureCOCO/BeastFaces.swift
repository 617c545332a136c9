import Foundation
import Pictures

/// The heads of four-legged animals turned to the viewer or away from the viewer.
extension BeastHead {
  func face(_ coat: Coat) -> Sketch {
    var s = Sketch()
    switch kind {
    case .horse, .zebra: horseFace(&s, coat)
    case .giraffe: giraffeFace(&s, coat)
    case .cow: cowFace(&s, coat)
    case .cat: catFace(&s, coat)
    case .dog: dogFace(&s, coat)
    case .bear: bearFace(&s, coat)
    case .sheep: sheepFace(&s, coat)
    case .elephant: elephantFace(&s, coat)
    }
    return s
  }

  /// The back of the head: the ears, and whatever stands on top.
  func nape(_ coat: Coat) -> Sketch {
    var s = Sketch()
    switch kind {
    case .elephant: flaps(&s, coat)
    case .cow, .sheep, .giraffe: levelEars(&s, coat, at: -4)
    default: uprightEars(&s, coat, apart: 6.5)
    }
    if kind == .giraffe { ossicones(&s, coat) }
    if kind == .cow { cowHorns(&s) }
    s.add(.ellipse(0, 0, kind == .elephant ? 11 : 9.5, 10), coat.body)
    if hasMane { s.add(.limb([(0, -10), (0, 0), (0, 10)], [5, 7, 6]), coat.mane) }
    return s
  }

  private func horseFace(_ s: inout Sketch, _ coat: Coat) {
    uprightEars(&s, coat, apart: 5)
    s.add(.limb([(0, -9), (0, 3), (0, 13), (0, 22)], [14, 17, 12, 11]), coat.mask)
    if hasBlaze { s.stroke(.line(0, -6, 0, 17), 3.6, .paper) }
    s.inlay(.ellipse(0, 20, 5.4, 5), coat.muzzle)
    nostrils(&s, 2.8, 20)
    eyes(&s, apart: 6.8, at: -1)
    s.add(.limb([(-2, -12), (0, -7), (1, -1)], [6, 6, 2.5]), coat.mane)
  }

  private func giraffeFace(_ s: inout Sketch, _ coat: Coat) {
    ossicones(&s, coat)
    levelEars(&s, coat, at: -5)
    s.add(.limb([(0, -8), (0, 2), (0, 12), (0, 20)], [14, 17, 11, 10]), coat.mask.plain)
    s.inlay(.ellipse(0, 18, 5, 4.6), coat.muzzle)
    nostrils(&s, 2.4, 17)
    eyes(&s, apart: 7, at: -1)
  }

  private func cowFace(_ s: inout Sketch, _ coat: Coat) {
    cowHorns(&s)
    levelEars(&s, coat, at: -4)
    s.add(.limb([(0, -9), (0, 2), (0, 12), (0, 17)], [17, 19, 14, 14]), coat.mask)
    if hasBlaze { s.inlay(.limb([(0, -8), (0, 8)], [8, 5]), .paper) }
    s.add(.ellipse(0, 15, 8.4, 6.2), coat.muzzle)
    nostrils(&s, 3.6, 14)
    eyes(&s, apart: 7, at: -1)
  }

  private func catFace(_ s: inout Sketch, _ coat: Coat) {
    for side in [-1.0, 1.0] {
      s.add(.polygon([(side * 10, -3), (side * 9.5, -16 * flare), (side * 1.5, -8)]), coat.ears)
      s.fill(
        .polygon([(side * 8.4, -5), (side * 8.2, -12 * flare), (side * 4, -8)]), coat.ears.second.shaded(0.1))
    }
    s.add(.ellipse(0, 0, 11, 9.6), coat.mask)
    s.inlay(.ellipse(0, 4.6, 5.4, 3.8), coat.muzzle)
    if hasBlaze { s.inlay(.polygon([(0, -7), (3, 5), (-3, 5)]), coat.muzzle) }
    for side in [-1.0, 1.0] {
      s.fill(.ellipse(side * 4.6, -1.4, 2.4, 2.7), eye)
      s.fill(.ellipse(side * 4.6, -1.4, 1, 2.4), .ink)
      s.stroke(.line(side * 4, 4, side * 13, 2.6), 0.7, .paper)
    }
    s.fill(.polygon([(-1.9, 2), (1.9, 2), (0, 4.4)]), Color(red: 0.72, green: 0.38, blue: 0.4, alpha: 1))
  }

  private func dogFace(_ s: inout Sketch, _ coat: Coat) {
    if ears == .pointed { uprightEars(&s, coat, apart: 7) }
    s.add(.blob([(0, -10), (8, -8), (10, 0), (7, 8), (0, 11), (-7, 8), (-10, 0), (-8, -8)]), coat.mask)
    if hasBlaze { s.inlay(.limb([(0, -9), (0, 2)], [4, 3.4]), coat.muzzle) }
    if extra {
      s.add(.ellipse(0, 13, 2.6, 4.6), Swatch(Color(red: 0.9, green: 0.45, blue: 0.5, alpha: 1)))
    }
    s.add(.ellipse(0, 5.5 + snout, 4.6 + 1.2 * snout, 4.2 + 1.4 * snout), coat.muzzle)
    s.fill(.ellipse(0, 3 + snout, 2.8, 2.1), .ink)
    eyes(&s, apart: 4.6, at: -2)
    if ears != .pointed {
      for side in [-1.0, 1.0] {
        s.add(
          .limb([(side * 7, -8), (side * 11.5, -2), (side * 11, 5 + 5 * flare)], [5, 8, 5]), coat.mane)
      }
    }
  }

  private func bearFace(_ s: inout Sketch, _ coat: Coat) {
    for side in [-1.0, 1.0] { s.add(.circle(side * 9, -8.5, 4.4 * flare), coat.ears) }
    s.add(
      .blob([(0, -11), (9, -8), (12.5, 2), (8, 9), (0, 11.5), (-8, 9), (-12.5, 2), (-9, -8)]),
      hasEyePatches ? coat.body : coat.mask)
    s.add(.ellipse(0, 5.5, 6.2, 5.6), coat.muzzle)
    s.fill(.ellipse(0, 3.2, 3.2, 2.3), .ink)
    if hasEyePatches {
      for side in [-1.0, 1.0] {
        s.fill(.ellipse(side * 5, -1.5, 3, 4, turn: side * 0.5), coat.ears.base)
      }
    }
    eyes(&s, apart: 4.6, at: -2)
  }

  private func sheepFace(_ s: inout Sketch, _ coat: Coat) {
    s.add(.fleece(0, -4, 12, 9), coat.body)
    s.add(.ellipse(-11, 0, 6.5 * flare, 3, turn: -0.35), coat.mane.shaded(0.08))
    s.add(.ellipse(11, 0, 6.5 * flare, 3, turn: 0.35), coat.mane.shaded(0.08))
    s.add(.limb([(0, -5), (0, 4), (0, 14)], [13, 14, 9]), coat.mane)
    s.add(.ellipse(0, -8, 7.5, 4.6), coat.body)
    for side in [-1.0, 1.0] {
      s.fill(.circle(side * 4.4, 0, 1.8), .paper)
      s.fill(.circle(side * 4.4, 0, 1.1), .ink)
      if hasHorns {
        s.rod(
          .arc(side * 10, 0, 6 * flare, 6.5 * flare, from: side > 0 ? -2.6 : -0.5, to: side > 0 ? 2.4 : -5.5),
          4.4, Swatch(Color(hue: 0.1, saturation: 0.3, value: 0.72)))
      }
    }
    nostrils(&s, 1.8, 12)
  }

  private func elephantFace(_ s: inout Sketch, _ coat: Coat) {
    flaps(&s, coat)
    s.add(.blob([(-6, -12), (6, -12), (10, -3), (7, 9), (0, 11), (-7, 9), (-10, -3)]), coat.body)
    if extra {
      s.add(.limb([(-5, 8), (-8, 16), (-7, 21)], [4, 3.4, 1.5]), .paper)
      s.add(.limb([(5, 8), (8, 16), (7, 21)], [4, 3.4, 1.5]), .paper)
    }
    let end = lift > 0.4 ? [(3.0, 22.0), (10.0, 22 - 16 * lift)] : [(1.0, 23.0), (3.0, 35.0)]
    s.add(.limb([(0, 1), (0, 12)] + end, [11.5, 9.5, 7.5, 5.5]), coat.body)
    eyes(&s, apart: 6, at: -1)
  }

  // MARK: Features

  private func uprightEars(_ s: inout Sketch, _ coat: Coat, apart: Double) {
    for side in [-1.0, 1.0] {
      let x = side * apart
      if kind == .bear || kind == .zebra {
        s.add(.ellipse(x * 1.2, -9, 3.6 * flare, 4.8 * flare, turn: side * 0.3), coat.ears)
      } else {
        s.add(
          .polygon([(x + side * 3.4, -4), (x + side * 2.4, -8 - 10 * flare), (x - side * 3.4, -7)]), coat.ears
        )
      }
    }
  }

  private func levelEars(_ s: inout Sketch, _ coat: Coat, at y: Double) {
    for side in [-1.0, 1.0] {
      s.add(
        .ellipse(side * 13, y, 6.6 * flare, 3.3, turn: side * 0.2),
        kind == .sheep ? coat.mane : coat.ears)
    }
  }

  private func flaps(_ s: inout Sketch, _ coat: Coat) {
    let f = flare
    for side in [-1.0, 1.0] {
      s.add(
        .blob([
          (side * 5, -9), (side * 14 * f, -13 * f), (side * 23 * f, -7 * f), (side * 21 * f, 6 * f),
          (side * 13 * f, 13 * f), (side * 6, 6),
        ]), coat.ears.shaded(-0.14))
    }
  }

  private func ossicones(_ s: inout Sketch, _ coat: Coat) {
    for side in [-1.0, 1.0] {
      s.rod(.line(side * 3.4, -5, side * 4.4, -14 * flare), 3.4, coat.body.plain)
      s.add(.circle(side * 4.4, -14 * flare - 1, 2.7), coat.mane)
    }
  }

  private func cowHorns(_ s: inout Sketch) {
    guard hasHorns else { return }
    for side in [-1.0, 1.0] {
      s.add(
        .limb([(side * 6, -7), (side * 13 * flare, -11), (side * 14 * flare, -19 * flare)], [5, 4.4, 1.5]),
        Swatch(Color.paper.shaded(-0.1)))
    }
  }

  private func eyes(_ s: inout Sketch, apart: Double, at y: Double) {
    for side in [-1.0, 1.0] { s.fill(.circle(side * apart, y, 1.7), .ink) }
  }

  private func nostrils(_ s: inout Sketch, _ apart: Double, _ y: Double) {
    for side in [-1.0, 1.0] { s.fill(.ellipse(side * apart, y, 1.1, 1.4), .ink) }
  }
}
