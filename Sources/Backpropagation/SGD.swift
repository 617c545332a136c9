import Tensors

/// Stochastic gradient descent with momentum and weight decay, as the authors train: v ← μ·v + (g + λ·w);
/// w ← w - η·v.
public struct SGD: Sendable {
  /// The parameters that are trained, in the order of the state.
  public let parameters: [Parameter]
  /// μ, 0.9 in the paper.
  public var momentum: Float
  /// λ, 1e-4 in the paper; not for parameters that do not decay.
  public var weightDecay: Float
  /// Gradients longer than this, over all parameters together, are shortened to it.
  public var largestNorm: Double
  /// A factor on the rate of each parameter, beside the parameter's own.
  public var rateFactors: [Float]
  /// v, one for each parameter: with the parameters' values, all that a checkpoint needs.
  public var velocities: [Tensor]

  /// An optimiser at rest.
  public init(
    _ parameters: [Parameter], momentum: Float = 0.9, weightDecay: Float = 1e-4,
    largestNorm: Double = .infinity
  ) {
    self.parameters = parameters
    (self.momentum, self.weightDecay, self.largestNorm) = (momentum, weightDecay, largestNorm)
    rateFactors = parameters.map { _ in 1 }
    velocities = parameters.map { Tensor(shape: $0.value.shape) }
  }

  /// One step at learning rate η. A parameter without a gradient stays as it is. Returns the gradients' length
  /// before any shortening.
  @discardableResult
  public mutating func step(_ gradients: Gradients, rate: Float) -> Double {
    let norm = gradients.norm(of: parameters)
    let shortening = norm > largestNorm ? Float(largestNorm / norm) : 1
    for (i, parameter) in parameters.enumerated() {
      guard let gradient = gradients[parameter] else { continue }
      let decay = parameter.decays ? weightDecay : 0
      let (rate, momentum, count) = (
        rate * rateFactors[i] * parameter.rateMultiplier, momentum, gradient.count
      )
      velocities[i].withUnsafeMutableValues { v in
        parameter.value.withUnsafeMutableValues { w in
          gradient.withUnsafeValues { g in
            for j in 0..<count {
              v[j] = momentum * v[j] + (shortening * g[j] + decay * w[j])
              w[j] -= rate * v[j]
            }
          }
        }
      }
    }
    return norm
  }
}

/// The learning rate at each step: a linear warm-up, then a constant divided by 10 at each milestone.
public struct RateSchedule: Sendable, Hashable, Codable {
  /// The rate after the warm-up.
  public var base: Float
  /// The number of steps of warm-up, which starts from a third of the base.
  public var warmUp: Int
  /// The steps at which the rate is divided by 10.
  public var milestones: [Int]

  /// A schedule.
  public init(base: Float, warmUp: Int, milestones: [Int]) {
    (self.base, self.warmUp, self.milestones) = (base, warmUp, milestones)
  }

  /// The rate of step `step`, counted from 0.
  public func rate(at step: Int) -> Float {
    let decay = milestones.reduce(Float(1)) { step >= $1 ? $0 / 10 : $0 }
    guard step < warmUp else { return base * decay }
    let progress = Float(step) / Float(warmUp)
    return base * decay * (1 + 2 * progress) / 3
  }
}
