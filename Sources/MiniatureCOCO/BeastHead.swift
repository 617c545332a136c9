import Foundation
import Pictures
import Tensors

/// The head of one four-legged animal, drawn around the middle of a skull of radius 10, in profile (facing right),
/// from the front, or from behind. It is what tells kinds of animals apart, so its features are bold.
struct BeastHead: Sendable {
  enum Ears: Sendable { case pointed, floppy, round }

  var kind: Beast.Kind
  var ears: Ears
  /// How far the muzzle stands out: 0.5 for a pug, 1.4 for a greyhound.
  var snout: Double
  var hasHorns: Bool
  var hasMane: Bool
  var hasBlaze: Bool
  /// Tongue out, or tusks.
  var extra: Bool
  /// An elephant's trunk: 0 hangs, 1 is raised.
  var lift: Double
  /// Dark patches around the eyes: pandas.
  var hasEyePatches: Bool
  /// Of ears and horns, beside their usual size.
  var flare: Double
  var eye: Color

  init(of kind: Beast.Kind, _ marking: Beast.Marking, using g: inout PCG32) {
    self.kind = kind
    let dogEars: [Ears] = [.floppy, .pointed, .floppy]
    ears = kind == .dog ? dogEars[g.below(3)] : kind == .bear ? .round : .pointed
    snout = kind == .dog ? g.uniform(0.45...1.45) : g.uniform(0.8...1.2)
    let horned: [Beast.Kind: Double] = [.cow: 0.55, .sheep: 0.25]
    hasHorns = g.chance(horned[kind] ?? 0)
    hasMane = kind == .horse || kind == .zebra
    hasBlaze = g.chance(kind == .horse || kind == .cow ? 0.45 : marking == .socks ? 0.6 : 0)
    extra = g.chance(0.5)
    lift = g.chance(0.4) ? g.uniform(0.4...1) : g.uniform(0...0.25)
    hasEyePatches = kind == .bear && marking == .points
    flare = kind == .elephant ? g.uniform(0.55...1.35) : g.uniform(0.75...1.3)
    let eyes: [Color] = [
      .ink, Color(hue: 0.2, saturation: 0.6, value: 0.75), Color(hue: 0.12, saturation: 0.8, value: 0.8),
      Color(hue: 0.56, saturation: 0.5, value: 0.85),
    ]
    eye = kind == .cat ? eyes[g.below(4)] : .ink
  }

  // MARK: In profile

  func profile(_ coat: Coat) -> Sketch {
    var s = Sketch()
    switch kind {
    case .horse, .zebra: drawHorse(&s, coat)
    case .giraffe: drawGiraffe(&s, coat)
    case .cow: drawCow(&s, coat)
    case .cat: drawCat(&s, coat)
    case .dog: drawDog(&s, coat)
    case .bear: drawBear(&s, coat)
    case .sheep: drawSheep(&s, coat)
    case .elephant: drawElephant(&s, coat)
    }
    return s
  }

  private func drawHorse(_ s: inout Sketch, _ coat: Coat) {
    s.add(.polygon([(-7, -6), (-6, -9 - 10 * flare), (0, -9)]), coat.ears)
    s.add(.limb([(-5, -2), (7, 4), (20, 11)], [18, 14, 9.5]), coat.mask)
    if hasBlaze { s.stroke(.curve([(2, -6), (12, 1), (21, 8)]), 3.2, .paper) }
    s.inlay(.ellipse(20, 11, 5, 4.6, turn: 0.5), coat.muzzle)
    s.fill(.circle(22, 10, 1.1), .ink)
    s.fill(.circle(3, -2, 2), eye)
    s.add(.limb([(-4, -10), (1, -9), (5, -5)], [5, 5, 2]), coat.mane)
  }

  private func drawGiraffe(_ s: inout Sketch, _ coat: Coat) {
    for x in [-3.0, 3.0] {
      s.rod(.line(x, -5, x - 3, -15 * flare - 2), 3.4, coat.body.plain)
      s.add(.circle(x - 3, -15 * flare - 3, 2.6), coat.mane)
    }
    s.add(.ellipse(-12, -6, 7 * flare, 3, turn: 0.35), coat.ears)
    s.add(.limb([(-5, -1), (6, 2), (20, 9)], [16, 13, 8.5]), coat.mask.plain)
    s.inlay(.ellipse(19, 9, 5.4, 4.4, turn: 0.4), coat.muzzle)
    s.fill(.circle(21, 8, 1), .ink)
    s.fill(.circle(3, -2, 2.2), eye)
  }

  private func drawCow(_ s: inout Sketch, _ coat: Coat) {
    if hasHorns {
      s.add(
        .limb([(-1, -7), (4, -13 * flare), (11, -17 * flare)], [5, 4, 1.5]), Swatch(Color.paper.shaded(-0.1)))
    }
    s.add(.ellipse(-11, -4, 7.5 * flare, 3.6, turn: -0.25), coat.ears)
    s.add(.limb([(-5, -1), (6, 4), (16, 9)], [18, 15.5, 13]), coat.mask)
    if hasBlaze { s.stroke(.curve([(1, -7), (9, -1), (16, 4)]), 4, .paper) }
    s.inlay(.ellipse(18, 10, 6, 6, turn: 0.5), coat.muzzle)
    s.fill(.circle(20, 8, 1.3), .ink)
    s.fill(.circle(3, -1, 2), eye)
  }

  private func drawCat(_ s: inout Sketch, _ coat: Coat) {
    s.add(.polygon([(-8, -3), (-9, -17 * flare), (1, -9)]), coat.ears)
    s.add(.polygon([(-1, -8), (3, -17 * flare), (7, -6)]), coat.ears.shaded(-0.12))
    s.add(.blob([(-10, -1), (-5, -9), (4, -9), (9, -2), (13, 3), (10, 7), (1, 9), (-7, 8)]), coat.mask)
    s.inlay(.ellipse(8.5, 4.5, 4, 3.4), coat.muzzle)
    s.fill(.circle(13, 2.5, 1.5), Color(red: 0.75, green: 0.4, blue: 0.42, alpha: 1))
    s.fill(.ellipse(4.5, -1.5, 2.1, 2.5), eye)
    s.fill(.ellipse(5, -1.5, 0.9, 2.2), .ink)
  }

  private func drawDog(_ s: inout Sketch, _ coat: Coat) {
    let tip = 9 + 10 * snout
    if ears == .pointed {
      s.add(.polygon([(-8, -4), (-6, -9 - 9 * flare), (2, -8)]), coat.ears)
    }
    if extra {
      s.add(
        .ellipse(tip - 4, 9, 2.4, 4.5, turn: -0.3), Swatch(Color(red: 0.9, green: 0.45, blue: 0.5, alpha: 1)))
    }
    s.add(.limb([(1, 2), (tip * 0.6, 3), (tip, 4)], [14, 10, 7.5]), coat.muzzle)
    s.add(.ellipse(-1, -1, 10, 9), coat.mask)
    s.fill(.circle(tip + 1.5, 1.5, 2.4), .ink)
    s.fill(.circle(4, -3, 1.9), eye)
    if ears == .floppy {
      s.add(.limb([(-4, -7), (-8, 0), (-6, 7 + 4 * flare)], [5, 9, 5]), coat.mane)
    }
  }

  private func drawBear(_ s: inout Sketch, _ coat: Coat) {
    s.add(.circle(-6, -9, 4.2 * flare), coat.ears)
    s.add(.circle(2, -10, 3.8 * flare), coat.ears.shaded(-0.12))
    s.add(.limb([(2, 3), (9, 4), (16, 5)], [15, 12, 8.5]), coat.muzzle)
    s.add(.ellipse(-2, -1, 11.5, 10.5), hasEyePatches ? coat.body : coat.mask)
    s.fill(.circle(18, 3, 2.6), .ink)
    if hasEyePatches { s.fill(.ellipse(4.5, -2, 3.6, 4.4, turn: 0.4), coat.ears.base) }
    s.fill(.circle(5, -3, 1.6), .ink)
  }

  private func drawSheep(_ s: inout Sketch, _ coat: Coat) {
    s.add(.limb([(-3, -1), (5, 4), (13, 9)], [15, 12.5, 9]), coat.mane)
    s.fill(.circle(15, 8, 1.3), .ink)
    s.fill(.circle(4, -1, 1.7), .paper)
    s.fill(.circle(4.4, -1, 1), .ink)
    s.add(.fleece(-3, -6, 9, 6), coat.body)
    s.add(.ellipse(-7, 2, 6.5 * flare, 2.8, turn: -0.4), coat.mane.shaded(0.08))
    drawRamsHorn(&s, at: (-4, -2))
  }

  private func drawRamsHorn(_ s: inout Sketch, at: Path.XY) {
    guard hasHorns else { return }
    s.rod(
      .arc(at.0, at.1, 6.5 * flare, 6.5 * flare, from: -1.6, to: -6.4), 4.6,
      Swatch(Color(hue: 0.1, saturation: 0.3, value: 0.72)))
  }

  private func drawElephant(_ s: inout Sketch, _ coat: Coat) {
    if extra { s.add(.limb([(6, 7), (13, 14), (20, 13)], [4.4, 3.6, 1.5]), .paper) }
    let curl = lift
    let trunk: [Path.XY] = [
      (5, 2), (12 + 2 * curl, 9 - 4 * curl), (13 + 9 * curl, 21 - 21 * curl), (15 + 9 * curl, 31 - 44 * curl),
    ]
    s.add(.limb(trunk, [12, 8.5, 6.5, 5]), coat.body)
    s.add(.blob([(-9, -2), (-6, -11), (2, -12), (9, -6), (11, 3), (6, 9), (-3, 10)]), coat.body)
    s.fill(.circle(5, -2, 1.6), .ink)
    let f = flare
    s.add(
      .blob([
        (0, -8), (-8 * f, -13 * f), (-17 * f, -9 * f), (-17 * f, 4 * f), (-9 * f, 14 * f), (-3, 6),
      ]),
      coat.ears.shaded(-0.12))
  }
}
