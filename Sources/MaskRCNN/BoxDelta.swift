#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// §2 How one box differs from another: the four numbers that a regressor learns.
///
/// From R-CNN (Girshick et al., CVPR 2014, appendix C): the shift of the centre in units of the first box's sides, and
/// the logarithm of the sides' ratios, each times its weight.
public struct BoxDelta: Sendable, Hashable {
  /// The centre's shift to the right, in widths.
  public var dx: Float
  /// The centre's shift downwards, in heights.
  public var dy: Float
  /// The logarithm of the widths' ratio.
  public var dw: Float
  /// The logarithm of the heights' ratio.
  public var dh: Float

  /// A delta from its four numbers.
  public init(dx: Float, dy: Float, dw: Float, dh: Float) {
    (self.dx, self.dy, self.dw, self.dh) = (dx, dy, dw, dh)
  }

  /// The four numbers in the order in which regressors give them: dx, dy, dw, dh.
  public var values: [Float] { [dx, dy, dw, dh] }
}

/// §2 What each number of a delta is multiplied by, so that all have about unit variance (Fast R-CNN, section 2.3).
public struct DeltaWeights: Sendable, Hashable, Codable {
  /// The weight of dx.
  public var x: Float
  /// The weight of dy.
  public var y: Float
  /// The weight of dw.
  public var width: Float
  /// The weight of dh.
  public var height: Float

  /// Weights of dx, dy, dw and dh.
  public init(x: Float, y: Float, width: Float, height: Float) {
    (self.x, self.y, self.width, self.height) = (x, y, width, height)
  }

  /// The proposal network's: all 1.
  public static let proposals = DeltaWeights(x: 1, y: 1, width: 1, height: 1)
  /// The box head's: 10, 10, 5, 5.
  public static let boxHead = DeltaWeights(x: 10, y: 10, width: 5, height: 5)

  /// The most that a side may grow, as a logarithm: 1000 / 16 times. It keeps exp from overflowing.
  public static let largestLogarithm = Float(log(1000.0 / 16))

  /// What a regressor should say about `anchor` to reach `target`. Both must have an area.
  public func delta(from anchor: Box, to target: Box) -> BoxDelta {
    precondition(
      anchor.width > 0 && anchor.height > 0 && target.width > 0 && target.height > 0,
      "a delta leads from a box with an area to another, not from \(anchor) to \(target)")
    return BoxDelta(
      dx: x * (target.centerX - anchor.centerX) / anchor.width,
      dy: y * (target.centerY - anchor.centerY) / anchor.height,
      dw: width * log(target.width / anchor.width),
      dh: height * log(target.height / anchor.height))
  }

  /// The box that a regressor means by `delta` at `anchor`: the inverse of `delta(from:to:)`.
  public func box(_ delta: BoxDelta, from anchor: Box) -> Box {
    Box(
      centerX: delta.dx / x * anchor.width + anchor.centerX,
      centerY: delta.dy / y * anchor.height + anchor.centerY,
      width: exp(min(delta.dw / width, Self.largestLogarithm)) * anchor.width,
      height: exp(min(delta.dh / height, Self.largestLogarithm)) * anchor.height)
  }
}
