import Backpropagation
import Foundation
import Tensors

/// §2.2 How long and how fast to train.
public struct TrainingSchedule: Codable, Hashable, Sendable {
  /// The number of steps.
  public var steps: Int
  /// The images of a step.
  public var batch: Int
  /// The learning rate over the steps.
  public var rate: RateSchedule
  /// Weight decay.
  public var weightDecay: Float
  /// Gradients longer than this are shortened.
  public var largestNorm: Double
  /// End to end, how many times faster than the detector the mask side learns. Its loss is a mean over all pixels, and so
  /// are its gradients: alone, in stage two, it is trained at a higher rate too.
  public var maskRateFactor: Float

  /// A schedule in the paper's manner: warm-up, then the rate divided by 10 at two thirds and at eight ninths.
  public init(
    steps: Int, batch: Int = 8, rate: Float, warmUp: Int = 100, weightDecay: Float = 1e-4,
    largestNorm: Double = 10, maskRateFactor: Float = 1
  ) {
    self.steps = steps
    self.batch = batch
    self.rate = RateSchedule(
      base: rate, warmUp: min(warmUp, steps / 4), milestones: [steps * 2 / 3, steps * 8 / 9])
    self.weightDecay = weightDecay
    self.largestNorm = largestNorm
    self.maskRateFactor = maskRateFactor
  }

  /// No training: what is there already.
  public static let none = TrainingSchedule(steps: 0, rate: 0)
}

/// §2.2 One image of one step.
public struct TrainingItem: Sendable, Hashable {
  /// Which image.
  public let index: Int
  /// Whether it is mirrored.
  public let flipped: Bool
  /// The seed of all that is random about it.
  public let seed: UInt64
}

/// §2.2 One of the losses of an image.
public struct LossTerm {
  /// What it is called.
  public let name: String
  /// The loss, a scalar.
  public let value: Variable
  /// The number of regions that it is the mean over, if a step's mean is to be one over the regions of all its images, as
  /// Detectron has the mask loss: an image with many then counts for more, and one with none for nothing. Nil where all
  /// images weigh the same.
  public let regionCount: Int?

  /// A loss.
  public init(_ name: String, _ value: Variable, regionCount: Int? = nil) {
    (self.name, self.value, self.regionCount) = (name, value, regionCount)
  }
}

/// §2.2 The mean losses of a step, by name.
public struct StepLosses: Codable, Sendable, Equatable {
  /// The step, counted from 0.
  public var step: Int
  /// Each loss.
  public var terms: [String: Float]

  /// Their sum.
  public var total: Float { terms.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value } }
}

/// §2.2 Gradient descent over images: one tape for each image, images in parallel, gradients added in image order.
/// What step `s` does is a pure function of the weights, the velocities, the seed and `s`, so that training can be
/// stopped and taken up again, on any number of threads, to the same bits.
public struct Trainer: Sendable {
  /// The schedule.
  public let schedule: TrainingSchedule
  /// The number of steps done.
  public private(set) var step = 0
  private var optimizer: SGD
  private let seed: UInt64

  /// A trainer of these parameters, before its first step.
  ///
  /// - Parameter rateFactors: a factor on the rate of each parameter; 1 where nothing is said.
  public init(
    _ parameters: [Parameter], _ schedule: TrainingSchedule, seed: UInt64, rateFactors: [Float]? = nil
  ) {
    optimizer = SGD(parameters, weightDecay: schedule.weightDecay, largestNorm: schedule.largestNorm)
    if let rateFactors { optimizer.rateFactors = rateFactors }
    (self.schedule, self.seed) = (schedule, seed)
  }

  /// Whether all steps are done.
  public var isDone: Bool { step >= schedule.steps }

  /// The images of a step out of `count`: each epoch goes through all of them once, in an order of its own.
  public func items(of step: Int, count: Int) -> [TrainingItem] {
    var (epoch, order): (Int, [Int]) = (-1, [])
    return (step * schedule.batch..<(step + 1) * schedule.batch).map { position in
      if position / count != epoch {
        epoch = position / count
        var shuffle = PCG32(seed: seed, stream: UInt64(epoch) << 1)
        order = shuffle.sample(count, below: count)
      }
      var generator = PCG32(seed: seed, stream: UInt64(position) << 1 | 1)
      return TrainingItem(
        index: order[position % count], flipped: generator.chance(0.5), seed: generator.next())
    }
  }

  /// One step. `losses` computes the losses of one image on its tape, the same for each image; the sum of their means is
  /// what is learnt.
  ///
  /// Throws what `losses` throws, and `TrainingFailure` if a loss or the gradient is not finite, before any weight is changed.
  public mutating func advance(
    imageCount: Int, threads: Int,
    losses: @Sendable (TrainingItem, Tape) throws -> [LossTerm]
  ) throws -> StepLosses {
    precondition(imageCount > 0, "there is nothing to train on")
    let parameters = optimizer.parameters
    let (mean, gradients) = try Self.gradients(
      of: items(of: step, count: imageCount), step: step, training: parameters, threads: threads,
      losses: losses)
    let norm = gradients.norm(of: parameters)
    guard norm.isFinite else {
      throw TrainingFailure(step: step, quantity: "length of the gradient", value: Float(norm))
    }
    try optimizer.step(gradients, norm: norm, rate: schedule.rate.rate(at: step), threads: threads)
    step += 1
    return mean
  }

  /// The mean losses of some images and the gradients of their sum.
  ///
  /// Throws what `losses` throws, and `TrainingFailure` if a loss is not finite.
  static func gradients(
    of items: [TrainingItem], step: Int, training parameters: [Parameter], threads: Int,
    losses: @Sendable (TrainingItem, Tape) throws -> [LossTerm]
  ) throws -> (mean: StepLosses, gradients: Gradients) {
    let images = try Parallel.map(items.count, threads: threads) { slot in
      let tape = Tape(training: parameters)
      do {
        let image = StepImage(tape, try losses(items[slot], tape))
        // Whose weight is known needs not wait for the other images.
        if image.regionCounts.allSatisfy({ $0 == nil }) {
          image.runBackwards(weights: image.values.map { _ in 1 })
        }
        return image
      } catch {
        tape.forget()
        throw error
      }
    }
    defer { for image in images { image.tape.forget() } }

    // The weight of each image in the mean of each loss, where 1 is an equal part.
    let weights = images.map { image in
      image.regionCounts.enumerated().map { term, count -> Float in
        guard let count else { return 1 }
        let all = images.reduce(0) { $0 + ($1.regionCounts[term] ?? 0) }
        return Float(items.count * count) / Float(max(1, all))
      }
    }
    var mean = StepLosses(step: step, terms: [:])
    let share = 1 / Float(items.count)
    for (image, weights) in zip(images, weights) {
      for (term, name) in image.names.enumerated() {
        mean.terms[name, default: 0] += share * weights[term] * image.values[term]
      }
    }
    if let (name, value) = mean.terms.sorted(by: { $0.key < $1.key }).first(where: { !$0.value.isFinite }) {
      throw TrainingFailure(step: step, quantity: "\(name) loss", value: value)
    }
    let all = try Parallel.map(images.count, threads: threads) { slot in
      images[slot].runBackwards(weights: weights[slot])
    }
    return (mean, try Gradients(meanOf: all, of: parameters, threads: threads))
  }

  /// All that is needed to go on from here: weights, velocities and the step.
  public var checkpoint: Safetensors {
    var file = Safetensors(metadata: ["step": "\(step)"])
    for (parameter, velocity) in zip(optimizer.parameters, optimizer.velocities) {
      file.tensors[parameter.name] = parameter.value
      file.tensors["velocity.\(parameter.name)"] = velocity
    }
    return file
  }

  /// Goes back to a checkpoint. `file` names it in errors.
  public mutating func restore(_ checkpoint: Safetensors, file: String) throws {
    guard let text = checkpoint.metadata["step"], let step = Int(text), step >= 0 else {
      throw InputError(file: file, place: "__metadata__", problem: "expected the number of a step")
    }
    let velocities = try optimizer.parameters.map {
      try checkpoint.tensor("velocity.\($0.name)", shape: $0.value.shape, file: file)
    }
    try checkpoint.load(into: optimizer.parameters, file: file)
    optimizer.velocities = velocities
    self.step = step
  }
}

/// One image of a step, between the computation of its losses and that of their gradients.
private final class StepImage: @unchecked Sendable {
  let tape: Tape
  let names: [String]
  let values: [Float]
  let regionCounts: [Int?]
  private var losses: [Variable]
  private var gradients: Gradients?

  init(_ tape: Tape, _ terms: [LossTerm]) {
    self.tape = tape
    (names, losses) = (terms.map(\.name), terms.map(\.value))
    (values, regionCounts) = (losses.map(\.value.scalar), terms.map(\.regionCount))
  }

  /// The gradients of the weighted sum of the losses. Once computed, they stay.
  @discardableResult
  func runBackwards(weights: [Float]) -> Gradients {
    if let gradients { return gradients }
    let weighted = zip(losses, weights).map { loss, weight in weight == 1 ? loss : weight * loss }
    let result = tape.gradients(of: weighted.dropFirst().reduce(weighted[0], +))
    losses = []
    tape.forget()
    gradients = result
    return result
  }
}

/// §2.2 Training that cannot go on.
public struct TrainingFailure: Error, CustomStringConvertible, Equatable {
  /// The step.
  public let step: Int
  /// What is not a number, or not a finite one.
  public let quantity: String
  /// Its value.
  public let value: Float

  /// One line.
  public var description: String {
    "step \(step): the \(quantity) became \(value); a lower learning rate may help"
  }

  /// Equal if they read the same, so that two that became NaN are equal.
  public static func == (a: Self, b: Self) -> Bool { a.description == b.description }
}

extension Safetensors {
  /// The tensor of a name, which must have a shape.
  public func tensor(_ name: String, shape: [Int], file: String) throws -> Tensor {
    guard let tensor = tensors[name] else {
      throw InputError(file: file, place: name, problem: "the tensor is missing; expected shape \(shape)")
    }
    guard tensor.shape == shape else {
      throw InputError(file: file, place: name, problem: "has shape \(tensor.shape); expected \(shape)")
    }
    guard tensor.isFinite else {
      throw InputError(file: file, place: name, problem: "holds a value that is not a finite number")
    }
    return tensor
  }

  /// Gives each parameter the tensor of its name, or changes none of them.
  public func load(into parameters: [Parameter], file: String) throws {
    let values = try parameters.map { try tensor($0.name, shape: $0.value.shape, file: file) }
    for (parameter, value) in zip(parameters, values) { parameter.value = value }
  }
}
