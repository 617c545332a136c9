import Foundation
import Pictures
import Tensors

/// A stuffed bear: thick stubby limbs that stand out from a round body, a large head with round ears and a pale
/// muzzle. It sits, stands, lies, shows its back or its face alone.
///
/// Main: plush; trim: what it wears; accent: muzzle, soles and belly.
struct TeddyBear: Sendable {
  enum View: CaseIterable, Sendable { case sitting, slumped, standing, side, behind, lying, head, leaning }
  enum Outfit: CaseIterable, Sendable { case none, bow, scarf, shirt, overalls, hat }

  var materials: Swatches
  var view: View
  var outfit: Outfit
  /// Proportions beside the usual.
  var head: Double
  var belly: Double
  var limbs: Double
  var thickness: Double
  var ears: Double

  init(_ m: Swatches, using g: inout PCG32) {
    materials = m
    view = View.allCases[g.below(View.allCases.count)]
    outfit = g.chance(0.3) ? .none : Outfit.allCases[g.below(Outfit.allCases.count)]
    head = g.uniform(0.75...1.15)
    belly = g.uniform(0.75...1.25)
    limbs = g.uniform(0.75...1.35)
    thickness = g.uniform(0.75...1.2)
    ears = g.uniform(0.75...1.3)
  }

  func draw(on s: inout Sketch, using g: inout PCG32) {
    var bear = Sketch()
    switch view {
    case .sitting, .slumped, .leaning:
      drawFront(&bear, legs: .seated, &g)
    case .standing: drawFront(&bear, legs: .standing, &g)
    case .lying: drawFront(&bear, legs: .spread, &g)
    case .behind: drawBack(&bear, &g)
    case .side: drawSide(&bear, &g)
    case .head: drawHead(&bear, at: (50, 26), nod: 0)
    }
    let turn: Double =
      switch view {
      case .lying: g.uniform(-1.9 ... -0.9)
      case .leaning: g.uniform(0.25...0.7)
      default: 0
      }
    s.add(bear.mapped { $0.turned(turn, about: (50, 50)) })
  }

  private enum Legs { case seated, standing, spread }

  /// From the front: arms, trunk, legs, head.
  private func drawFront(_ s: inout Sketch, legs: Legs, _ g: inout PCG32) {
    let (plush, thick) = (materials.main, 15 * thickness)
    let wide = 23 * belly
    let sleeve = outfit == .shirt ? materials.trim : plush
    for side in [-1.0, 1.0] {
      let raise = g.uniform(-0.9...0.9)
      let shoulder = (50 + side * wide * 0.75, 51.0)
      let paw = Bone.end(shoulder, side * (1 + raise), 25 * limbs)
      s.add(.limb([shoulder, Bone.middle(shoulder, paw), paw], [thick, thick, thick * 0.9]), sleeve)
      s.add(.circle(paw.0, paw.1, thick * 0.48), plush)
    }
    if legs != .seated { standingLegs(&s, wide: wide, spread: legs == .spread ? 0.5 : 0.12) }
    s.add(.ellipse(50, 66, wide, 24), outfit == .shirt ? materials.trim : plush)
    if outfit == .overalls {
      s.add(
        .blob([(50 - wide, 68), (50, 60), (50 + wide, 68), (50 + wide * 0.6, 88), (50 - wide * 0.6, 88)]),
        materials.trim)
    } else if outfit != .shirt, belly < 1.1 {
      s.inlay(.ellipse(50, 68, wide * 0.6, 16), materials.accent)
    }
    if legs == .seated {
      for side in [-1.0, 1.0] {
        let foot = (50 + side * wide * g.uniform(0.85...1.25), 86.0)
        s.add(.ellipse(foot.0, foot.1, 14 * thickness, 12 * thickness), plush)
        s.inlay(.ellipse(foot.0 + side * 2, foot.1 + 1, 8.4 * thickness, 7.6 * thickness), materials.accent)
      }
    }
    drawHead(
      &s, at: (50, 47 - 21 * head), nod: view == .slumped ? g.uniform(-0.6...0.6) : g.uniform(-0.15...0.15))
    if outfit == .bow { drawBow(&s, at: 48) }
    if outfit == .scarf {
      s.add(.limb([(34, 46), (50, 50), (66, 46)], [8, 9, 8]), materials.trim)
      s.add(.box(56, 48, 9, 20, round: 2), materials.trim)
    }
  }

  private func standingLegs(_ s: inout Sketch, wide: Double, spread: Double) {
    for side in [-1.0, 1.0] {
      let root = (50 + side * wide * 0.5, 80.0)
      let foot = Bone.end(root, side * spread, 24 * limbs)
      s.add(
        .limb([root, foot], [17 * thickness, 16 * thickness]),
        outfit == .overalls ? materials.trim : materials.main)
      s.add(.ellipse(foot.0 + side * 3, foot.1, 11 * thickness, 7.5 * thickness), materials.main)
    }
  }

  private func drawBack(_ s: inout Sketch, _ g: inout PCG32) {
    let (plush, wide, thick) = (materials.main, 24 * belly, 15 * thickness)
    for side in [-1.0, 1.0] {
      let shoulder = (50 + side * wide * 0.7, 52.0)
      let paw = Bone.end(shoulder, side * g.uniform(0.2...1.3), 24 * limbs)
      s.add(.limb([shoulder, paw], [thick, thick * 0.9]), plush)
      s.add(.ellipse(50 + side * wide * 0.9, 86, 12 * thickness, 9), plush)
      s.add(.circle(50 + side * 19 * head, 48 - 36 * head, 8.5 * ears), plush)
    }
    s.add(.ellipse(50, 67, wide, 25), outfit == .shirt ? materials.trim : plush)
    s.add(.circle(50, 84, 5), plush.shaded(0.1))
    s.add(.ellipse(50, 48 - 21 * head, 23 * head, 20.5 * head), plush)
    if outfit == .bow { drawBow(&s, at: 48) }
  }

  private func drawSide(_ s: inout Sketch, _ g: inout PCG32) {
    let (plush, wide, thick) = (materials.main, 19 * belly, 15 * thickness)
    let foot = (50 + 34 * limbs, 86.0)
    s.add(.ellipse(50, 67, wide, 24), outfit == .shirt || outfit == .overalls ? materials.trim : plush)
    s.add(.circle(50 - wide, 82, 5), plush)
    s.add(.limb([(46, 82), foot], [thick * 1.15, thick]), plush)
    s.add(.ellipse(foot.0, foot.1 - 4, 7, 11 * thickness), plush)
    s.inlay(.ellipse(foot.0 + 2, foot.1 - 4, 4, 8 * thickness), materials.accent)
    let paw = Bone.end((50, 54), g.uniform(0.3...1.6), 24 * limbs)
    s.add(.limb([(50, 54), paw], [thick, thick * 0.9]), outfit == .shirt ? materials.trim : plush)
    let (x, y, r) = (54.0, 48 - 20 * head, 21 * head)
    s.add(.ellipse(x + r * 0.85, y + r * 0.3, r * 0.5, r * 0.38), materials.accent)
    s.add(.ellipse(x, y, r, r * 0.95), plush)
    s.add(.circle(x - r * 0.3, y - r * 0.85, 8 * ears), plush)
    s.inlay(.ellipse(x + r * 0.85, y + r * 0.3, r * 0.42, r * 0.32), materials.accent)
    s.fill(.circle(x + r * 1.25, y + r * 0.15, r * 0.13), .ink)
    s.fill(.circle(x + r * 0.55, y - r * 0.2, r * 0.13), .ink)
    if outfit == .bow || outfit == .scarf { drawBow(&s, at: 49) }
  }

  private func drawHead(_ s: inout Sketch, at centre: Path.XY, nod: Double) {
    var face = Sketch()
    for side in [-1.0, 1.0] {
      face.add(.circle(side * 19, -15, 9 * ears), materials.main)
      face.inlay(.circle(side * 19, -15, 5 * ears), materials.accent)
    }
    face.add(.ellipse(0, 0, 24, 21), materials.main)
    face.add(.ellipse(0, 7, 11, 8.5), materials.accent)
    face.fill(.ellipse(0, 3, 4, 3), .ink)
    for side in [-1.0, 1.0] { face.fill(.circle(side * 9, -4, 2.8), .ink) }
    if outfit == .hat {
      face.add(.blob([(-16, -14), (-12, -30), (12, -30), (16, -14), (0, -18)]), materials.trim)
    }
    s.add(face, on: Joint(centre, scale: head, turn: nod))
  }

  private func drawBow(_ s: inout Sketch, at y: Double) {
    s.add(.polygon([(50, y), (37, y - 6), (37, y + 6)]), materials.trim)
    s.add(.polygon([(50, y), (63, y - 6), (63, y + 6)]), materials.trim)
  }
}
