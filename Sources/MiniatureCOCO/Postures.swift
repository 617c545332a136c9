import Foundation
import Tensors

/// How a person holds limbs and trunk: angles from straight down, positive to the right, where profiles look.
struct Posture: Sendable {
  enum View: Sendable { case facing, side, behind }
  /// What of a person is drawn.
  enum Crop: Sendable { case none, knees, bust }
  typealias Limb = (upper: Double, lower: Double)

  enum Action: CaseIterable, Sendable {
    case standing, posing, walking, running, jumping, reaching, swinging
    case sitting, sittingFacing, onTheFloor, crouching, kneeling, bending, gliding
    case lying, bust, cut
  }

  var view = View.facing
  var crop = Crop.none
  /// Of the trunk, forward.
  var lean = 0.0
  /// Of the head beside the trunk.
  var nod = 0.0
  /// Of the whole person: a quarter turn for one who lies.
  var roll = 0.0
  /// Far and near, or left and right.
  var legs: [Limb]
  var arms: [Limb]
  /// Foreshortened where a knee points at the viewer.
  var thighLength = 1.0

  init(using g: inout PCG32) {
    let views: [View] = [.facing, .side, .behind, .facing, .side]
    view = views[g.below(views.count)]
    let stance = g.uniform(0...0.16)
    legs = [(-stance, -stance), (stance, stance)]
    arms = [(-g.uniform(0.1...0.45), -g.uniform(-0.2...0.3)), (g.uniform(0.1...0.45), g.uniform(-0.2...0.4))]
    if view == .side { arms = [Posture.sideArm(using: &g), Posture.sideArm(using: &g)] }
    nod = g.uniform(-0.2...0.25)
    let actions = Action.allCases
    take(actions[g.below(actions.count)], using: &g)
  }

  private static func sideArm(using g: inout PCG32) -> Limb {
    let upper = g.uniform(-0.5...0.9)
    return (upper, upper + g.uniform(0.1...1.2))
  }

  private mutating func take(_ action: Action, using g: inout PCG32) {
    switch action {
    case .standing: break
    case .posing:
      // Hands on the hips or folded, one leg out.
      legs[1] = (g.uniform(0.1...0.5), g.uniform(-0.1...0.3))
      if view != .side { arms = [(-0.8, 0.7), (0.8, g.chance(0.5) ? -0.7 : 0.3)] }
    case .walking:
      let step = g.uniform(0.2...0.55)
      legs = [(-step, -step - 0.3), (step, step - 0.1)]
      if view == .side { arms = [(step, step + 0.4), (-step, 0)] }
    case .running:
      view = .side
      let step = g.uniform(0.6...1.1)
      lean = g.uniform(0...0.4)
      legs = [(-step * 0.7, -step - g.uniform(0.3...1)), (step, step - g.uniform(0.6...1.4))]
      arms = [(step, step + 1.4), (-step, 0.5)]
      if g.chance(0.5) { legs.reverse() }
    case .jumping:
      lean = g.uniform(-0.3...0.3)
      let tuck = g.uniform(0.3...1.1)
      legs =
        view == .side
        ? [(tuck * 0.3, -tuck * 1.4), (tuck, -tuck)] : [(-tuck, tuck * 0.6), (tuck, -tuck * 0.4)]
      let up = g.uniform(1.4...2.9)
      arms = [(-up, -up - g.uniform(-0.5...0.5)), (up, up + g.uniform(-0.5...0.6))]
    case .reaching:
      let up = g.uniform(2...3.0)
      arms[1] = (up, up + g.uniform(-0.4...0.5))
      if g.chance(0.5) { arms[0] = (-up, -up - g.uniform(-0.4...0.5)) }
      lean = g.uniform(-0.2...0.2)
    case .swinging:
      let aim = g.uniform(0.8...2.3)
      arms = [(aim, aim + g.uniform(0...0.5)), (aim - 0.2, aim + g.uniform(0...0.5))]
      legs = [(-g.uniform(0.2...0.6), -0.3), (g.uniform(0.2...0.7), 0.1)]
      lean = g.uniform(-0.1...0.35)
    case .sitting:
      view = .side
      lean = g.uniform(-0.35...0.35)
      let rise = g.uniform(1.2...1.75)
      legs = [(rise - 0.1, g.uniform(-0.5...0.5)), (rise, g.uniform(-0.4...0.6))]
    case .sittingFacing:
      if view == .side { view = .facing }
      thighLength = g.uniform(0.3...0.6)
      let out = g.uniform(0.1...0.9)
      legs = [(-out, g.uniform(-0.1...0.3)), (out, g.uniform(-0.3...0.1))]
      arms = [(-0.4, 0.5), (0.4, -g.uniform(-0.3...0.9))]
    case .onTheFloor:
      if g.chance(0.5) {
        view = .side
        lean = g.uniform(-0.4...0.1)
        legs = g.chance(0.5) ? [(2.3, 0.5), (2.5, 0.7)] : [(1.55, 1.55), (1.45, 1.7)]
      } else {
        view = .facing
        legs = [(-1.2, 1.3), (1.2, -1.3)]
        arms = [(-0.5, 0.2), (0.5, -0.2)]
      }
    case .crouching:
      view = .side
      lean = g.uniform(0.2...0.8)
      legs = [(1.5, -0.7), (2.0, -0.6)]
      arms = [(0.5, 0.9), (0.8, g.uniform(0.3...1.6))]
    case .kneeling:
      view = .side
      lean = g.uniform(0...0.5)
      legs = g.chance(0.5) ? [(0.1, -1.5), (0.2, -1.4)] : [(0, -1.5), (1.5, 0)]
    case .bending:
      view = .side
      lean = g.uniform(0.7...1.5)
      arms = [(0.1, 0.2), (g.uniform(-0.1...0.6), 0.2)]
      legs = [(-0.1, -0.2), (g.uniform(0...0.4), -0.2)]
    case .gliding:
      // On skis, skates and boards.
      lean = g.uniform(0.1...0.7)
      let bend = g.uniform(0.3...0.8)
      legs =
        view == .side
        ? [(bend, -bend), (bend + 0.15, -bend * 0.8)] : [(-bend, bend * 0.3), (bend, -bend * 0.3)]
      arms = [(-g.uniform(0.6...1.6), -1.2), (g.uniform(0.6...1.6), 1.3)]
      if view != .side { lean *= 0.4 }
    case .lying:
      roll = (g.chance(0.5) ? 1 : -1) * g.uniform(1.2...1.65)
      if g.chance(0.5) {
        view = .side
        legs = [(g.uniform(0...1), -0.4), (g.uniform(0...1.2), -0.3)]
      }
    case .bust, .cut:
      crop = action == .bust ? .bust : .knees
      if g.chance(0.4), view != .side { arms = [(-0.4, 0.8), (0.4, -g.uniform(0.3...2.4))] }
    }
  }
}
