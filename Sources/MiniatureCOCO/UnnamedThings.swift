import Foundation
import Pictures
import Tensors

/// A plain body of a shape and proportions: what the wider grammar hangs its parts on.
struct Assembly: BodyPlan {
  enum Form: String, Codable, CaseIterable, Sendable {
    case disc, block, drop, jug, dome, cone, rod, star, ring, cross, crescent, heap, shell, ladder
  }

  var form: Form
  /// Width over height.
  var aspect: Double
  /// What the trim makes on the body.
  var band: Band

  enum Band: String, Codable, CaseIterable, Sendable { case none, belt, window, spots, cap }

  func draw(on s: inout Sketch, _ m: Swatches, using g: inout PCG32) {
    var drawn = Sketch()
    let sway = g.uniform(-5.0...5.0)
    switch form {
    case .disc: drawn.add(.circle(50, 50, 44), m.main)
    case .block: drawn.add(.box(8, 10, 84, 80, round: 8), m.main)
    case .drop:
      drawn.add(.blob([(50, 4), (66, 36), (86, 64), (72, 92), (28, 92), (14, 64), (34, 36)]), m.main)
    case .jug: drawn.add(.turned(at: 50, profile: [(18, 6), (14, 22), (38, 48), (40, 74), (22, 96)]), m.main)
    case .dome: drawn.add(.blob([(6, 84), (12, 44), (50, 12), (88, 44), (94, 84), (50, 90)]), m.main)
    case .cone: drawn.add(.polygon([(50 + sway, 4), (90, 92), (10, 92)]), m.main)
    case .rod: drawn.add(.limb([(12, 88), (40 + sway, 54), (88, 12)], [18, 24, 14]), m.main)
    case .star:
      drawn.add(
        .polygon(
          (0..<10).map { i in
            let (a, r) = (Double(i) * .pi / 5 - .pi / 2, i % 2 == 0 ? 48.0 : 21)
            return (50 + r * cos(a), 52 + r * sin(a))
          }), m.main)
    case .ring: drawn.addPierced(.circle(50, 50, 46) + .circle(50, 50, 25), m.main)
    case .cross:
      drawn.add(
        .polygon([
          (36, 6), (64, 6), (64, 36), (94, 36), (94, 64), (64, 64), (64, 94), (36, 94), (36, 64), (6, 64),
          (6, 36), (36, 36),
        ]),
        m.main)
    case .crescent: drawn.add(.limb([(14, 16), (26, 66), (62, 82), (94, 60)], [8, 28, 26, 6]), m.main)
    case .heap:
      for (x, y, r) in [(28.0, 68.0, 24.0), (72, 70, 22), (50, 38, 26)] {
        drawn.add(.circle(x, y, r), m.main)
      }
    case .shell:
      drawn.add(.blob([(10, 60), (30, 20), (64, 10), (92, 40), (88, 74), (50, 90)]), m.main)
      drawn.stroke(.arc(56, 56, 22, 20, from: 0, to: 5), 4, m.main.base.shaded(-0.4))
    case .ladder:
      for x in [24.0, 76] { drawn.add(.box(x - 6, 4, 12, 92, round: 3), m.main) }
      for y in [18.0, 44, 70] { drawn.add(.box(26, y, 48, 10), m.trim) }
    }
    let canBear = form != .ring && form != .ladder && form != .rod && form != .crescent
    if canBear {
      switch band {
      case .none: break
      case .belt: drawn.inlay(.box(28, 50, 44, 12), m.trim)
      case .window: drawn.add(.box(34, 36, 32, 28, round: 4), m.trim)
      case .spots: for (x, y) in [(38.0, 44.0), (60, 50), (46, 66)] { drawn.inlay(.circle(x, y, 6), m.trim) }
      case .cap: drawn.add(.ellipse(50, 20, 20, 9), m.trim)
      }
    }
    let (across, down) = (aspect.squareRoot(), 1 / aspect.squareRoot())
    s.add(drawn) { $0.mapped { Point(50 + ($0.x - 50) * across, 50 + ($0.y - 50) * down) } }
  }
}

/// A part that any body can bear: where it goes follows from the body's bounds.
struct Addition: Sendable, Hashable, Codable {
  enum Kind: String, Codable, CaseIterable, Sendable {
    case legs, wheels, handle, leaves, tail, wings, horns, ears, beak, spout, aerial, skirt
  }

  var kind: Kind
  /// Which of the body's materials it is made of.
  var role: Role
  enum Role: String, Codable, CaseIterable, Sendable { case main, trim, accent }

  /// Drawn before the body.
  var isBehind: Bool { kind != .wheels && kind != .beak }

  func draw(on s: inout Sketch, _ m: Swatches, _ b: Bounds) {
    let swatch =
      switch role {
      case .main: m.main
      case .trim: m.trim
      case .accent: m.accent
      }
    let (x, y, w, h) = (b.centre.x, b.centre.y, b.width, b.height)
    let unit = min(w, h)
    switch kind {
    case .legs:
      for dx in [-0.3, -0.12, 0.12, 0.3] {
        s.add(
          .limb(
            [(x + dx * w, b.bottom - 0.2 * h), (x + dx * w * 1.1, b.bottom + 0.28 * unit)],
            [0.1 * unit, 0.08 * unit]), swatch)
      }
    case .wheels: for dx in [-0.28, 0.28] { s.wheel(x + dx * w, b.bottom, 0.16 * unit, hub: swatch) }
    case .handle:
      s.rod(.arc(b.right - 0.05 * w, y, 0.26 * unit, 0.3 * unit, from: -1.5, to: 1.5), 0.09 * unit, swatch)
    case .leaves:
      for a in [-2.3, -1.57, -0.84] {
        s.add(
          .limb(
            [
              (x, b.top + 0.1 * h), (x + cos(a) * 0.25 * unit, b.top + sin(a) * 0.22 * unit),
              (x + cos(a) * 0.42 * unit, b.top + sin(a) * 0.42 * unit),
            ],
            [0.06 * unit, 0.17 * unit, 0.02 * unit]), swatch)
      }
    case .tail:
      s.add(
        .limb(
          [
            (b.left + 0.15 * w, y), (b.left - 0.2 * unit, y - 0.05 * unit),
            (b.left - 0.3 * unit, y - 0.35 * unit),
          ],
          [0.14 * unit, 0.1 * unit, 0.05 * unit]), swatch)
    case .wings:
      for side in [-1.0, 1.0] {
        let edge = x + side * w * 0.3
        s.add(
          .blob([
            (edge, y - 0.12 * h), (edge + side * 0.55 * unit, y - 0.5 * unit), (edge + side * 0.5 * unit, y),
            (edge, y + 0.2 * h),
          ]), swatch)
      }
    case .horns:
      for side in [-1.0, 1.0] {
        s.add(
          .limb(
            [
              (x + side * 0.15 * w, b.top + 0.12 * h), (x + side * 0.25 * w, b.top - 0.15 * unit),
              (x + side * 0.12 * w, b.top - 0.28 * unit),
            ],
            [0.1 * unit, 0.08 * unit, 0.03 * unit]), swatch)
      }
    case .ears:
      for side in [-1.0, 1.0] { s.add(.circle(x + side * 0.28 * w, b.top + 0.06 * h, 0.15 * unit), swatch) }
    case .beak:
      s.add(
        .polygon([
          (b.right - 0.1 * w, y - 0.12 * unit), (b.right + 0.25 * unit, y),
          (b.right - 0.1 * w, y + 0.12 * unit),
        ]), swatch)
    case .spout:
      s.add(
        .limb(
          [
            (b.left + 0.2 * w, y + 0.1 * h), (b.left - 0.15 * unit, y - 0.1 * unit),
            (b.left - 0.25 * unit, y - 0.35 * unit),
          ], [0.2 * unit, 0.13 * unit, 0.12 * unit]), swatch)
    case .aerial:
      s.rod(.polyline([(x, b.top + 0.2 * h), (x + 0.12 * unit, b.top - 0.35 * unit)]), 0.05 * unit, swatch)
      s.add(.circle(x + 0.12 * unit, b.top - 0.35 * unit, 0.07 * unit), swatch)
    case .skirt:
      s.add(
        .polygon([
          (x - 0.3 * w, b.bottom - 0.25 * h), (x + 0.3 * w, b.bottom - 0.25 * h),
          (x + 0.5 * w, b.bottom + 0.15 * unit), (x - 0.5 * w, b.bottom + 0.15 * unit),
        ]), swatch)
    }
  }
}

extension Recipe {
  /// A kind of thing from the wider grammar: the same parts, materials and colours as the 80 categories',
  /// in a combination that is none of them.
  ///
  /// Two in three are plain bodies with one to three added parts; the others are a category's body plan in
  /// other proportions and in a loud cloth or coat, with parts added that no such thing has.
  static func random(using g: inout PCG32) -> Recipe {
    func material() -> Material {
      Material(
        Texture.allCases[g.below(Texture.allCases.count)], Palette.all[g.below(Palette.all.count)],
        Palette.all[g.below(Palette.all.count)])
    }
    let plan: Plan
    var main = material()
    if g.chance(0.67) {
      let forms = Assembly.Form.allCases
      let bands = Assembly.Band.allCases
      plan = .assembly(
        Assembly(
          form: forms[g.below(forms.count)], aspect: g.uniform(0.55...1.8), band: bands[g.below(bands.count)])
      )
    } else {
      plan = Plan.lent[g.below(Plan.lent.count)](&g)
      main.texture = Texture.loud[g.below(Texture.loud.count)]
    }
    let kinds = Addition.Kind.allCases
    let roles = Addition.Role.allCases
    let additions = g.sample(1 + g.below(3), below: kinds.count).map {
      Addition(kind: kinds[$0], role: roles[g.below(roles.count)])
    }
    return Recipe(
      plan: plan, main: main, trim: material(), accent: material(), additions: additions,
      lean: g.uniform(0.05...0.8), size: g.uniform(0.8...1.2))
  }
}

extension Texture {
  /// Patterns that no one takes for a thing's own.
  fileprivate static let loud: [Texture] = [
    .striped, .spotted, .patched, .clothStriped, .clothChecked, .clothDotted,
  ]
}

extension Plan {
  /// The body plans that things without a name borrow: those whose materials make them what they are.
  fileprivate static let lent: [@Sendable (inout PCG32) -> Plan] = [
    { .quadruped(.random(using: &$0)) }, { .quadruped(.random(using: &$0)) },
    {
      .bird(
        Bird(
          legLength: $0.uniform(4...34.0), beakLength: $0.uniform(4...26.0), tailLength: $0.uniform(4...40.0),
          lift: 1))
    },
    { _ in .luggage(.handbag) }, { _ in .luggage(.suitcase) }, { _ in .luggage(.backpack) },
    { _ in .vessel(.bottle) }, { _ in .vessel(.bowl) }, { _ in .vessel(.cup) }, { _ in .furniture(.couch) },
    { _ in .furniture(.bench) }, { _ in .furniture(.chair) }, { _ in .car(.car) }, { _ in .craft(.boat) },
    { _ in .street(.fireHydrant) }, { _ in .appliance(.refrigerator) },
    { _ in .handTool(.hairDrier(.pistol)) },
    { _ in .produce(.apple) }, { _ in .produce(.carrot) }, { _ in .worn(.baseballGlove) },
  ]
}

extension Quadruped {
  /// One in any proportions.
  static func random(using g: inout PCG32) -> Quadruped {
    Quadruped(
      bodyHeight: g.uniform(16...36.0), legLength: g.uniform(6...40.0), legWidth: g.uniform(4...12.0),
      neckLength: g.uniform(6...44.0), neckAngle: g.uniform(0.2...1.3), headSize: g.uniform(6...14.0),
      ears: Ears.allCases[g.below(Ears.allCases.count)], tail: Tail.allCases[g.below(Tail.allCases.count)],
      muzzle: Muzzle.allCases[g.below(Muzzle.allCases.count)],
      crown: Crown.allCases[g.below(Crown.allCases.count)])
  }
}
