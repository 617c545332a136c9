import Foundation
import Pictures
import Tensors

/// Animals on four legs with joints: each kind in many proportions, coats, postures and views.
///
/// Main: the coat; trim: mane, tail tuft and dark points; accent: muzzle, bib and socks.
struct Beast: BodyPlan {
  enum Kind: String, Codable, CaseIterable, Sendable {
    case horse, zebra, giraffe, cow, cat, dog, bear, sheep, elephant
  }

  /// How the coat's colours are laid out.
  enum Marking: String, Codable, CaseIterable, Sendable {
    case plain
    /// White feet and, often, a white blaze.
    case socks
    /// Legs, ears, tail and face in the second colour: Siamese cats, bay horses, pandas.
    case points
    /// A pale chest and belly.
    case bib
  }

  /// Postures and views: each is a drawing of its own.
  enum View: String, Codable, CaseIterable, Sendable {
    case standing, walking, running, grazing, turning, rearing
    case lying, sleeping, curled
    case sitting, sittingFacing, sittingBehind
    case facing, behind
    case portrait, portraitFacing
  }

  var kind: Kind
  var marking = Marking.plain

  func draw(on s: inout Sketch, _ m: Swatches, using g: inout PCG32) {
    let anatomy = Anatomy(of: kind, using: &g)
    var coat = Coat(m, marking, using: &g)
    if kind == .horse || kind == .elephant, g.chance(0.25) { coat.blanket = .blanket(using: &g) }
    let head = BeastHead(of: kind, marking, using: &g)
    let body = BeastBody(anatomy: anatomy, coat: coat, head: head)
    let views = kind.views
    let view = views[g.below(views.count)]
    switch view {
    case .standing, .walking, .running, .grazing, .turning, .rearing:
      body.drawOnItsLegs(&s, Gait(view, anatomy, using: &g), &g)
    case .lying, .sleeping: body.drawLying(&s, isAsleep: view == .sleeping, &g)
    case .curled: body.drawCurled(&s, &g)
    case .sitting: body.drawSitting(&s, &g)
    case .sittingFacing, .sittingBehind:
      body.drawSittingUpright(&s, isFacing: view == .sittingFacing, &g)
    case .facing: body.drawFacing(&s, &g)
    case .behind: body.drawFromBehind(&s, &g)
    case .portrait, .portraitFacing: body.drawPortrait(&s, isFacing: view == .portraitFacing, &g)
    }
  }
}

extension Beast.Kind {
  /// The views it is photographed in; frequent ones stand more than once.
  fileprivate var views: [Beast.View] {
    switch self {
    case .horse:
      [
        .standing, .walking, .running, .grazing, .grazing, .turning, .rearing, .lying, .facing, .behind,
        .portrait, .portraitFacing,
      ]
    case .zebra:
      [
        .standing, .walking, .running, .grazing, .grazing, .turning, .lying, .facing, .behind, .portrait,
        .portraitFacing,
      ]
    case .giraffe:
      [
        .standing, .walking, .running, .grazing, .grazing, .turning, .turning, .lying, .lying, .facing,
        .behind, .portrait, .portrait, .portraitFacing, .portraitFacing,
      ]
    case .cow:
      [
        .standing, .walking, .grazing, .grazing, .turning, .lying, .facing, .behind, .portrait,
        .portraitFacing,
      ]
    case .cat:
      [
        .standing, .walking, .turning, .lying, .lying, .sleeping, .curled, .sitting, .sittingFacing, .facing,
        .sittingBehind, .portrait, .portraitFacing, .portraitFacing,
      ]
    case .dog:
      [
        .standing, .walking, .running, .grazing, .turning, .rearing, .lying, .sleeping, .curled, .sitting,
        .sittingFacing, .facing, .behind, .portrait, .portraitFacing,
      ]
    case .bear:
      [
        .standing, .walking, .grazing, .turning, .rearing, .lying, .sleeping, .sitting, .sittingFacing,
        .facing, .behind, .portrait, .portraitFacing,
      ]
    case .sheep:
      [
        .standing, .walking, .grazing, .grazing, .turning, .lying, .facing, .behind, .portrait,
        .portraitFacing,
      ]
    case .elephant:
      [
        .standing, .walking, .walking, .running, .turning, .turning, .rearing, .lying, .sitting, .facing,
        .facing, .behind, .portrait, .portraitFacing,
      ]
    }
  }
}

/// The surfaces of one animal, laid out by its marking.
struct Coat: Sendable {
  var body: Swatch
  var limbs: Swatch
  var tail: Swatch
  var ears: Swatch
  var mask: Swatch
  var mane: Swatch
  var muzzle: Swatch
  var chest: Swatch?
  /// Feet and shins.
  var socks: Swatch?
  /// What lies on its back: a saddle cloth, a festive cover.
  var blanket: Swatch?

  init(_ m: Swatches, _ marking: Beast.Marking, using g: inout PCG32) {
    body = m.main
    body.grain = body.texture == .striped ? g.uniform(0.5...1.1) : g.uniform(0.6...1.5)
    (limbs, tail, ears, mask, mane, muzzle) = (body, body, body, body, m.trim, m.accent)
    mask.grain *= 0.65
    switch marking {
    case .plain: break
    case .socks: socks = m.accent
    case .points:
      (limbs, tail, ears, mask) = (m.trim, m.trim, m.trim, m.trim)
    case .bib:
      chest = m.accent
      if g.chance(0.5) { socks = m.accent }
    }
  }
}

/// How an animal on its legs holds itself.
struct Gait: Sendable {
  /// By how much the shoulder is above the hip, in radians.
  var pitch = 0.0
  /// The trunk's length as seen: less when it is turned towards the viewer.
  var foreshortening = 1.0
  var neckAngle: Double
  /// The nose's angle below the horizontal.
  var headPitch: Double
  var isFacing = false
  /// Thigh and shin, in radians from straight down, positive forward: near fore and hind leg, far fore and hind.
  var legs: [(thigh: Double, shin: Double)]

  init(_ view: Beast.View, _ anatomy: Anatomy, using g: inout PCG32) {
    let sway = g.uniform(-0.12...0.12)
    legs = [(sway, 0.04), (-sway, -0.06), (-sway + 0.1, 0.05), (sway - 0.1, -0.1)]
    neckAngle = anatomy.neckAngle
    headPitch = g.uniform(0.0...0.5)
    isFacing = g.chance(0.2)
    foreshortening = g.uniform(0.8...1)
    switch view {
    case .walking:
      let step = g.uniform(0.25...0.5)
      legs = [(step, 0.1), (-step, -0.3), (-step, -0.5), (step, 0.0)]
      if g.chance(0.5) { legs = [legs[2], legs[3], legs[0], legs[1]] }
    case .running:
      let reach = g.uniform(0.5...1.1)
      pitch = g.uniform(-0.15...0.2)
      neckAngle *= 0.75
      headPitch *= 0.5
      legs =
        g.chance(0.6)
        ? [(reach, reach * 0.8), (-reach, -reach * 1.1), (reach * 0.7, 0.3), (-reach * 0.6, -reach)]
        : [(0.5, -1.0), (0.6, -0.2), (-0.1, -1.0), (0.2, -0.5)]
    case .grazing:
      neckAngle = -g.uniform(0.5...1.1)
      headPitch = g.uniform(0.7...1.4)
      isFacing = g.chance(0.15)
    case .turning:
      foreshortening = g.uniform(0.4...0.62)
      isFacing = g.chance(0.7)
      neckAngle += g.uniform(0...0.25)
    case .rearing:
      pitch = g.uniform(0.6...1.1)
      neckAngle += 0.5
      legs = [(0.9, -0.3), (0.2, -0.15), (1.3, 0.2), (-0.1, -0.2)]
    default: break
    }
  }
}

extension Swatch {
  /// Cloth for the back of an animal that is ridden.
  fileprivate static func blanket(using g: inout PCG32) -> Swatch {
    let textures: [Texture] = [.cloth, .cloth, .clothChecked, .clothStriped]
    return Swatch(
      texture: textures[g.below(4)], base: (Palette.bright + .white + .navy + .brown).color(using: &g),
      second: (Palette.white + .yellow + .black).color(using: &g), seed: UInt64(g.next32()))
  }
}
