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

  /// One step at learning rate η. A parameter without a gradient stays as it is.
  ///
  /// - Parameters:
  ///   - norm: the gradients' length, if it is known already.
  ///   - threads: how many parameters are worked on side by side; no result depends on it.
  /// - Returns: the gradients' length before any shortening.
  @discardableResult
  public mutating func step(
    _ gradients: Gradients, norm: Double? = nil, rate: Float, threads: Int = 1
  ) throws -> Double {
    let norm = norm ?? gradients.norm(of: parameters)
    let shortening = norm > largestNorm ? Float(largestNorm / norm) : 1
    let (parameters, momentum, weightDecay, rateFactors) = (parameters, momentum, weightDecay, rateFactors)
    // Each velocity is taken out while it is changed, so that its storage is not copied.
    let taken = Taken(velocities)
    velocities = []
    velocities = try Parallel.map(parameters.count, threads: threads) { i in
      let parameter = parameters[i]
      var velocity = taken.take(i)
      guard let gradient = gradients[parameter] else { return velocity }
      let decay = parameter.decays ? weightDecay : 0
      let (rate, count) = (rate * rateFactors[i] * parameter.rateMultiplier, gradient.count)
      velocity.withUnsafeMutableValues { v in
        parameter.value.withUnsafeMutableValues { w in
          gradient.withUnsafeValues { g in
            for j in 0..<count {
              v[j] = momentum * v[j] + (shortening * g[j] + decay * w[j])
              w[j] -= rate * v[j]
            }
          }
        }
      }
      return velocity
    }
    return norm
  }
}

/// Tensors that are taken out one by one, each once, by any thread.
private final class Taken: @unchecked Sendable {
  private let slots: UnsafeMutableBufferPointer<Tensor?>

  init(_ tensors: [Tensor]) {
    slots = .allocate(capacity: tensors.count)
    _ = slots.initialize(from: tensors)
  }

  deinit {
    slots.deinitialize()
    slots.deallocate()
  }

  func take(_ index: Int) -> Tensor {
    defer { slots[index] = nil }
    return slots[index]!
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
