import MaskRCNN
import TrainingStrategies

/// How long trainings and judgings take, learnt from those that are done.
///
/// The next one is likely to take what its like took, in proportion to its steps. Its like is trained in the same order, on
/// the same images, with the same masks; where no such training is done, with any masks.
struct RunDurations: Sendable {
  private struct Kind: Hashable {
    var data: DataSource
    var detector: DetectorConfiguration
    var strategy: Strategy
    var batch: Int
    /// The classes that show masks; nil for any, or none.
    var masks: String?
  }

  private struct Judging: Hashable {
    /// Which images are judged hardly matters, as long as they are of one kind.
    var data: DataSource
    var hasModel: Bool
  }

  private struct Mean {
    var sum = 0.0
    var count = 0.0
    var value: Double { sum / count }
    mutating func add(_ value: Double) { (sum, count) = (sum + value, count + 1) }
  }

  private var secondsPerStep: [Kind: Mean] = [:]
  private var secondsOfJudging: [Judging: Mean] = [:]

  /// Learns from a training that is done, or from the steps of one underway.
  mutating func learn(_ training: TrainingIdentity, steps: Int, seconds: Double) {
    guard steps > 0 else { return }
    for kind in Self.kinds(training) { secondsPerStep[kind, default: Mean()].add(seconds / Double(steps)) }
  }

  /// Learns from a result.
  mutating func learn(_ experiment: Experiment, _ seconds: Seconds) {
    let training = experiment.trainingIdentity
    if training != experiment.stageOneIdentity {
      learn(training, steps: training.lastSteps, seconds: seconds.training)
    }
    secondsOfJudging[Self.judging(experiment), default: Mean()].add(seconds.evaluation)
  }

  /// Seconds that so many steps of a training will take; nil if no such training is done.
  func seconds(_ training: TrainingIdentity, steps: Int) -> Double? {
    Self.kinds(training).lazy.compactMap { secondsPerStep[$0] }.first.map { $0.value * Double(steps) }
  }

  /// Seconds that the judging of an experiment will take; nil if no such experiment was judged.
  func judging(_ experiment: Experiment) -> Double? { secondsOfJudging[Self.judging(experiment)]?.value }

  /// The kinds of a training, the most like it first.
  private static func kinds(_ training: TrainingIdentity) -> [Kind] {
    let batch = (training.schedule.masks ?? training.schedule.detector).batch
    // Stage one shows no masks: what stands for that is no split's description.
    let kind = Kind(
      data: training.data, detector: training.detector, strategy: training.strategy, batch: batch,
      masks: training.masks ?? "none")
    guard training.masks != nil else { return [kind] }
    var withAnyMasks = kind
    withAnyMasks.masks = nil
    return [kind, withAnyMasks]
  }

  private static func judging(_ experiment: Experiment) -> Judging {
    Judging(data: experiment.data.trainingPart, hasModel: experiment.contender != .wholeBox)
  }
}

extension TrainingIdentity {
  /// The steps of its last stage, which is what its own training takes: stage one is a training by itself.
  var lastSteps: Int { (schedule.masks ?? schedule.detector).steps }
}
