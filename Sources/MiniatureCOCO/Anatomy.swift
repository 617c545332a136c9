import Foundation
import Tensors

/// The proportions of one animal on four legs, in units of which a trunk is about 50 long.
struct Anatomy: Sendable {
  /// From hip to shoulder.
  var length: Double
  /// From back to belly.
  var depth: Double
  /// Below the belly.
  var legs: Double
  var legWidth: Double
  var neck: Double
  /// Radians above the horizontal.
  var neckAngle: Double
  /// Radius of the skull.
  var head: Double
  var tail: Tail

  enum Tail: Sendable { case raised, hanging, curled, tufted, brush, stub }

  /// One animal of a kind: grown or, one in six, young, and no two alike.
  init(of kind: Beast.Kind, using g: inout PCG32) {
    var between = Anatomy.ranges(of: kind)
    let tails = Anatomy.tails(of: kind)
    tail = tails[g.below(tails.count)]
    if g.chance(0.16) {
      between.length = between.length.scaled(0.72)
      between.legs = between.legs.scaled(1.05)
      between.head = between.head.scaled(1.2)
      between.neck = between.neck.scaled(0.75)
    }
    length = g.uniform(between.length)
    depth = g.uniform(between.depth)
    legs = g.uniform(between.legs)
    legWidth = g.uniform(between.legWidth)
    neck = g.uniform(between.neck)
    neckAngle = g.uniform(between.neckAngle)
    head = g.uniform(between.head)
  }

  private struct Ranges {
    var length: ClosedRange<Double>
    var depth: ClosedRange<Double>
    var legs: ClosedRange<Double>
    var legWidth: ClosedRange<Double>
    var neck: ClosedRange<Double>
    var neckAngle: ClosedRange<Double>
    var head: ClosedRange<Double>
  }

  private static func ranges(of kind: Beast.Kind) -> Ranges {
    switch kind {
    case .horse:
      Ranges(
        length: 42...60, depth: 16...25, legs: 25...38, legWidth: 4.8...7.5, neck: 20...31,
        neckAngle: 0.45...1.2, head: 7...9)
    case .zebra:
      Ranges(
        length: 40...56, depth: 19...27, legs: 22...32, legWidth: 5...7, neck: 17...25, neckAngle: 0.4...1.15,
        head: 7...8.5)
    case .giraffe:
      Ranges(
        length: 34...48, depth: 17...25, legs: 34...54, legWidth: 4.5...6.5, neck: 42...70,
        neckAngle: 0.3...1.5, head: 6...8)
    case .cow:
      Ranges(
        length: 44...64, depth: 23...33, legs: 14...26, legWidth: 5.5...8, neck: 10...18,
        neckAngle: 0.05...0.7, head: 7.5...10)
    case .cat:
      Ranges(
        length: 30...48, depth: 13...23, legs: 10...20, legWidth: 4.5...7, neck: 7...12, neckAngle: 0.2...1.1,
        head: 8.5...12)
    case .dog:
      Ranges(
        length: 28...56, depth: 13...25, legs: 7...30, legWidth: 4.5...8.5, neck: 8...17,
        neckAngle: 0.3...1.2, head: 8...12)
    case .bear:
      Ranges(
        length: 38...56, depth: 25...38, legs: 11...24, legWidth: 9...14, neck: 6...13, neckAngle: -0.1...0.6,
        head: 9...12.5)
    case .sheep:
      Ranges(
        length: 34...54, depth: 21...35, legs: 8...20, legWidth: 4...6.5, neck: 6...12, neckAngle: 0.2...1.0,
        head: 7...10)
    case .elephant:
      Ranges(
        length: 38...54, depth: 29...41, legs: 16...30, legWidth: 9.5...14.5, neck: 6...11,
        neckAngle: 0.1...0.7, head: 10.5...14.5)
    }
  }

  private static func tails(of kind: Beast.Kind) -> [Tail] {
    switch kind {
    case .horse: [.brush]
    case .zebra, .giraffe, .cow, .elephant: [.tufted]
    case .cat: [.raised, .hanging, .curled, .raised]
    case .dog: [.raised, .hanging, .curled, .stub]
    case .bear, .sheep: [.stub]
    }
  }
}

extension ClosedRange<Double> {
  func scaled(_ factor: Double) -> ClosedRange<Double> { lowerBound * factor...upperBound * factor }
}
