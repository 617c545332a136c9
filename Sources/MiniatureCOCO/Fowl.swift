import Foundation
import Pictures
import Tensors

/// Birds of every build: each kind has its own neck, beak, legs and tail, and perches, walks, pecks, swims and flies.
///
/// Main: the plumage; trim: wing, tail and cap; accent: beak and legs.
struct Fowl: BodyPlan {
  enum Kind: String, Codable, CaseIterable, Sendable {
    case songbird, gull, pigeon, duck, goose, owl, parrot, eagle, heron, ostrich, hen, penguin
  }

  enum View: String, Codable, CaseIterable, Sendable {
    case standing, walking, pecking, facing, behind, flying, soaring, gliding, swimming, portrait
  }

  var kind: Kind

  func draw(on s: inout Sketch, _ m: Swatches, using g: inout PCG32) {
    let build = FowlBuild(kind, using: &g)
    let views = kind.views
    let view = views[g.below(views.count)]
    let bird = FowlBody(build: build, materials: m, view: view)
    switch view {
    case .standing, .walking, .pecking, .swimming: bird.drawFromTheSide(&s, &g)
    case .facing, .behind: bird.drawFromTheFront(&s, &g)
    case .flying: bird.drawFlying(&s, &g)
    case .soaring, .gliding: bird.drawSpread(&s, &g)
    case .portrait: bird.drawPortrait(&s, &g)
    }
  }
}

extension Fowl.Kind {
  fileprivate var views: [Fowl.View] {
    switch self {
    case .songbird: [.standing, .standing, .pecking, .facing, .behind, .flying, .soaring]
    case .gull: [.standing, .walking, .flying, .flying, .soaring, .gliding, .swimming]
    case .pigeon: [.standing, .walking, .pecking, .facing, .flying]
    case .duck: [.standing, .walking, .swimming, .swimming, .behind, .flying]
    case .goose: [.standing, .pecking, .swimming, .swimming, .flying, .portrait]
    case .owl: [.facing, .facing, .standing, .soaring, .portrait]
    case .parrot: [.standing, .standing, .facing, .flying, .portrait]
    case .eagle: [.standing, .facing, .flying, .soaring, .gliding, .portrait]
    case .heron: [.standing, .walking, .pecking, .flying, .portrait]
    case .ostrich: [.standing, .walking, .facing, .portrait]
    case .hen: [.standing, .walking, .pecking, .facing]
    case .penguin: [.facing, .facing, .behind, .standing]
    }
  }
}

/// The proportions of one bird.
struct FowlBuild: Sendable {
  enum Beak: Sendable { case short, straight, hooked, flat, long }

  var kind: Fowl.Kind
  /// Half of the body's length and depth.
  var long: Double
  var deep: Double
  /// The body's slope, head upwards.
  var slope: Double
  var neck: Double
  var neckWidth: Double
  var head: Double
  var beak: Beak
  var beakLength: Double
  var tail: Double
  var legs: Double
  /// Length of a spread wing.
  var span: Double

  init(_ kind: Fowl.Kind, using g: inout PCG32) {
    self.kind = kind
    (long, deep, slope) = (g.uniform(20...29.0), g.uniform(11...17.0), g.uniform(0.1...0.7))
    (neck, neckWidth, head) = (g.uniform(5...9.0), 11, g.uniform(7.5...10.5))
    (beak, beakLength) = (.short, g.uniform(7...11.0))
    (tail, legs, span) = (g.uniform(12...26.0), g.uniform(7...14.0), g.uniform(34...52.0))
    switch kind {
    case .songbird: break
    case .pigeon: (neckWidth, head, tail) = (12, g.uniform(6.5...8), g.uniform(10...16.0))
    case .gull: (beak, slope, span) = (.straight, g.uniform(0...0.25), g.uniform(46...66.0))
    case .duck:
      (beak, beakLength, slope, tail) = (.flat, g.uniform(10...14.0), g.uniform(-0.05...0.2), 9)
      (neck, legs) = (g.uniform(8...13.0), g.uniform(4...8.0))
    case .goose:
      (beak, beakLength, slope, tail) = (.flat, g.uniform(8...12.0), g.uniform(0...0.2), 10)
      (neck, neckWidth, head, legs) = (g.uniform(24...38.0), 8, 7, g.uniform(8...14.0))
    case .owl:
      (beak, slope, tail, head) = (.hooked, g.uniform(0.9...1.3), g.uniform(7...13.0), g.uniform(13...16.0))
      (deep, legs, beakLength, neck) = (g.uniform(14...19.0), 4, 5, 4)
    case .parrot:
      (beak, slope, tail) = (.hooked, g.uniform(0.8...1.3), g.uniform(20...44.0))
      (beakLength, legs, deep) = (g.uniform(8...11.0), 5, g.uniform(10...14.0))
    case .eagle:
      (beak, beakLength, slope, span) = (
        .hooked, g.uniform(8...11.0), g.uniform(0.6...1.1), g.uniform(50...68.0)
      )
      (neckWidth, legs) = (13, g.uniform(6...10.0))
    case .heron:
      (beak, beakLength, legs) = (.long, g.uniform(14...24.0), g.uniform(34...56.0))
      (neck, neckWidth, head, tail) = (g.uniform(30...52.0), 5.5, g.uniform(5...6.5), 9)
    case .ostrich:
      (beak, beakLength, legs) = (.straight, g.uniform(6...9.0), g.uniform(34...48.0))
      (neck, neckWidth, head, tail) = (g.uniform(34...48.0), 5, 5.5, g.uniform(10...16.0))
      (deep, slope) = (g.uniform(16...21.0), g.uniform(0...0.15))
    case .hen:
      (deep, tail, legs, slope) = (g.uniform(14...19.0), g.uniform(14...24.0), g.uniform(9...15.0), 0.15)
      (neck, head, beakLength) = (g.uniform(10...16.0), 6.5, 6)
    case .penguin:
      (slope, tail, legs, beak) = (1.5, 6, 3, .straight)
      (neck, head, deep, long) = (5, g.uniform(8...10.0), g.uniform(12...17.0), g.uniform(24...31.0))
    }
  }
}
