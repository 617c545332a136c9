import Foundation
import Pictures
import Tensors

/// A person's head with hair or a hat, around the origin.
struct HumanHead: Sendable {
  enum Hair: CaseIterable, Sendable { case none, short, long, bun, tail, curls, fringe }
  enum Hat: CaseIterable, Sendable { case cap, woolly, helmet, brimmed }

  var view: Posture.View
  var radius: Double
  var hair: Hair
  var hat: Hat?
  var hasBeard: Bool
  var hasGlasses: Bool
  var skin: Swatch
  var hairColor: Swatch
  var hatColor: Swatch

  init(_ m: Swatches, view: Posture.View, using g: inout PCG32) {
    self.view = view
    radius = g.uniform(6.6...10.0)
    hair = Hair.allCases[g.below(Hair.allCases.count)]
    hat = g.chance(0.3) ? Hat.allCases[g.below(Hat.allCases.count)] : nil
    hasBeard = (hair == .short || hair == .none) && g.chance(0.35)
    hasGlasses = g.chance(0.15)
    skin = m.accent.plain
    hairColor = Swatch(g.chance(0.12) ? Color(gray: g.uniform(0.6...0.9)) : m.accent.second)
    hatColor = Swatch((Palette.bright + .white + .black + .tan + .navy).color(using: &g))
  }

  /// Drawn in units of a radius of 10.
  func sketch() -> Sketch {
    var s = Sketch()
    hairBehind(&s)
    switch view {
    case .facing:
      s.add(.ellipse(0, 0, 8.8, 10.6), skin)
      face(&s)
    case .side:
      s.add(.blob([(-8, -1), (-5, -9), (3, -10), (8, -4), (8.5, 3), (6, 9), (0, 10), (-6, 6)]), skin)
      s.add(.polygon([(7.5, -1), (10.6, 3), (7.5, 4)]), skin)
      s.fill(.circle(5.5, -1.5, 1.3), .ink)
      if hasBeard { s.inlay(.blob([(1, 3), (8, 5), (6, 11), (-2, 9)]), hairColor) }
      if hasGlasses { s.stroke(.line(-3, -1.5, 8, -1.5), 2, .ink) }
    case .behind:
      s.add(.ellipse(0, 0, 8.8, 10.6), hair == .none ? skin : hairColor)
    }
    hairAbove(&s)
    hatAbove(&s)
    var sized = Sketch()
    sized.add(s, on: Joint((0, 0), scale: radius / 10))
    return sized
  }

  private func face(_ s: inout Sketch) {
    if hasBeard {
      s.inlay(.blob([(-8, 1), (-3, 4), (3, 4), (8, 1), (5, 10), (0, 11.5), (-5, 10)]), hairColor)
    }
    for side in [-1.0, 1.0] {
      s.fill(.circle(side * 3.4, -0.5, 1.4), .ink)
      if hasGlasses { s.stroke(.circle(side * 3.6, -0.5, 2.6), 1.1, .ink) }
    }
    s.stroke(
      .arc(0, 3.4, 3.2, 2.2, from: 0.4, to: 2.7), 1.2, Color(red: 0.6, green: 0.2, blue: 0.2, alpha: 1))
  }

  /// Hair that hangs behind head and neck.
  private func hairBehind(_ s: inout Sketch) {
    let back = view == .side ? -5.0 : 0
    switch hair {
    case .long:
      s.add(
        .blob([(back - 9, 0), (back, -11), (back + 9, 0), (back + 9, 14), (back, 17), (back - 9, 14)]),
        hairColor)
    case .curls: s.add(.circle(back * 0.4, -2, 13.5), hairColor)
    case .bun: s.add(.circle(back * 1.6, -11, 5), hairColor)
    case .tail:
      s.add(.limb([(back, -5), (back * 2 - 7, 0), (back * 2 - 6, 14)], [5, 8, 3]), hairColor)
    case .none, .short, .fringe: break
    }
  }

  private func hairAbove(_ s: inout Sketch) {
    guard hair != .none else { return }
    switch view {
    case .facing:
      let part = hair == .fringe ? -1.0 : -4.5
      s.add(
        .blob([(-9.4, 1), (-8.4, -8), (0, -12), (8.4, -8), (9.4, 1), (5, part), (-4, part)]), hairColor)
    case .side:
      s.add(
        .blob([(7, -5), (3, -11), (-4, -11.5), (-9.6, -4), (-8.4, 5), (-3, 5), (-2, -3), (3, -5)]), hairColor)
    case .behind:
      if hair == .long {
        s.add(.blob([(-9, 0), (0, -11), (9, 0), (9, 14), (0, 17), (-9, 14)]), hairColor)
      }
      if hair == .tail { s.add(.limb([(0, -5), (0, 5), (0, 17)], [5, 7, 3]), hairColor) }
    }
  }

  private func hatAbove(_ s: inout Sketch) {
    guard let hat else { return }
    switch hat {
    case .cap:
      s.add(.blob([(-9.4, -3), (-7, -11), (0, -13), (7, -11), (9.4, -3)]), hatColor)
      if view == .side { s.add(.box(4, -5.5, 12, 3, round: 1.5), hatColor.shaded(-0.2)) }
      if view == .facing { s.add(.ellipse(0, -4, 8, 2.4), hatColor.shaded(-0.2)) }
    case .woolly:
      s.add(.blob([(-9.6, -1), (-8, -11), (0, -15), (8, -11), (9.6, -1), (0, -4)]), hatColor)
      s.add(.circle(0, -15, 3), hatColor.shaded(0.3))
    case .helmet:
      s.add(
        .blob([(-10.5, 0), (-9, -10), (0, -14), (9, -10), (10.5, 0), (0, -4)]),
        Swatch(hatColor.base, .painted))
    case .brimmed:
      s.add(.ellipse(0, -5.5, 16, 3.6), hatColor)
      s.add(.blob([(-8, -5), (-7, -13), (0, -14.5), (7, -13), (8, -5)]), hatColor)
    }
  }
}
