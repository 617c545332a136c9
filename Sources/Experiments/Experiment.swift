import COCO
import MaskRCNN
import TrainingStrategies

/// §3 One run of the paper, as a value: what it learns from, how, and what it is judged on.
///
/// A table is a list of such values that differ in one field. Equal values have equal results, bit for bit, so the
/// value's fingerprint names the result (`ResultStore`), and what two values share is computed once: the detector
/// of stage one, which sees boxes only, serves every stage-wise run whatever its split.
public struct Experiment: Codable, Hashable, Sendable {
  /// The images, to train on and to judge by.
  public var data: DataSource
  /// The sizes of the network.
  public var detector: DetectorConfiguration
  /// Which classes have masks in training (A). Masks of the others (B) are judged, never learnt from.
  public var split: ClassSplit
  /// What makes the masks.
  public var contender: Contender
  /// In which order things are trained.
  public var strategy: Strategy
  /// Steps and rates.
  public var schedule: Schedule
  /// The seed of stage one, from which every strategy goes on: its weights and batches.
  public var detectorSeed: UInt64
  /// The seed of what follows: the mask side's weights, the batches, the noise.
  public var seed: UInt64
  /// Where the vectors of the class names come from, for a T that reads them: nil for none, `own text`, or the
  /// fingerprint of a file.
  public var wordVectors: String?
  /// The mask thresholds to judge at beside the paper's 0.5; nil for none. They change nothing in training.
  public var thresholds: [Float]?
  /// The fingerprint of the model file whose detector is taken as it is; nil where stage one trains it.
  public var detectorModel: String?
  /// The trained detector of fewer classes that stage one goes on from, as the paper's goes on from a network that ImageNet
  /// taught; nil where it begins with random weights.
  public var start: Start?

  /// An experiment from its parts.
  public init(
    data: DataSource, detector: DetectorConfiguration, split: ClassSplit, contender: Contender,
    strategy: Strategy, schedule: Schedule, detectorSeed: UInt64, seed: UInt64, wordVectors: String? = nil,
    thresholds: [Float]? = nil, detectorModel: String? = nil
  ) {
    (self.data, self.detector, self.split, self.contender) = (data, detector, split, contender)
    (self.strategy, self.schedule, self.thresholds) = (strategy, schedule, thresholds)
    (self.detectorSeed, self.seed, self.wordVectors) = (detectorSeed, seed, wordVectors)
    self.detectorModel = detectorModel
  }

  /// The same experiment but for what `change` changes: how a row of a table is written.
  public func with(_ change: (inout Experiment) -> Void) -> Experiment {
    var copy = self
    change(&copy)
    return copy
  }
}

/// What makes the masks that are judged.
public enum Contender: Codable, Hashable, Sendable {
  /// The whole box, as it is: what knowing nothing about shape scores. Nothing is trained beyond the detector.
  case wholeBox
  /// A mask head that learns from the masks of A alone.
  case partial(Method)
  /// The same from the masks of A and B: the oracle, when its method is class-specific.
  case full(Method)
  /// What any T could reach upon the features that it has: the mask head that a method learnt from the masks of A, left as it
  /// is, under a kernel for each class that is fitted on the masks of A and B.
  case kernels(upon: Method)
}

extension ClassSplit: Codable {
  /// Written as its description.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }

  /// Read from its description.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let split = ClassSplit(text) else {
      throw DecodingError.dataCorruptedError(
        in: container,
        debugDescription:
          "\"\(text)\" is no split; expected voc, non-voc, random:COUNT:TRIAL, coco or as-annotated"
      )
    }
    self = split
  }
}

/// Steps and rates of an experiment.
public struct Schedule: Codable, Hashable, Sendable {
  /// Stage one: the detector alone, from which every strategy goes on.
  public var detector: TrainingSchedule
  /// What follows: stage two around the frozen detector, or everything end to end; nil where there is no mask side.
  public var masks: TrainingSchedule?

  /// A schedule.
  public init(detector: TrainingSchedule, masks: TrainingSchedule? = nil) {
    (self.detector, self.masks) = (detector, masks)
  }
}

/// The identity of trained weights: what of an experiment they depend on.
///
/// A network that saw every mask is the same whatever the split, and one that was trained stage by stage holds a
/// detector that is the same whatever the method.
public struct TrainingIdentity: Codable, Hashable, Sendable {
  /// Images to train on.
  public var data: DataSource
  /// Sizes.
  public var detector: DetectorConfiguration
  /// The classes with masks: nil for none (a detector alone), else a split, or `all`.
  public var masks: String?
  /// The mask side, if there is one.
  public var method: Method?
  /// The order of things.
  public var strategy: Strategy
  /// Steps and rates.
  public var schedule: Schedule
  /// Seeds of detector and mask side.
  public var seeds: [UInt64]
  /// The vectors of the class names, if they are read.
  public var wordVectors: String?
  /// The file of the detector, if it is given.
  public var detectorModel: String?
  /// The detector that its own goes on from, if there is one.
  public var start: Start?
  /// The training whose mask head is taken as it is, where kernels alone are learnt.
  public var maskHead: MaskHeadOrigin?
}

/// Where a mask head that is left as it is comes from.
public indirect enum MaskHeadOrigin: Codable, Hashable, Sendable {
  /// This training.
  case training(TrainingIdentity)
}

/// What stage one goes on from.
public indirect enum Start: Codable, Hashable, Sendable {
  /// The one of this training.
  case detector(TrainingIdentity)
  /// The weights that ship with the package, by the fingerprint of their file (`PretrainedWeights`).
  case pretrained(String)
}

extension DetectorConfiguration {
  /// As a detector's own training knows it: in which boxes masks are learnt is no concern of it.
  var withoutMaskBoxes: DetectorConfiguration {
    var configuration = self
    configuration.maskBoxes = nil
    return configuration
  }
}

extension Experiment {
  /// The detector of stage one, shared by all stage-wise experiments on these data with this seed.
  public var stageOneIdentity: TrainingIdentity {
    TrainingIdentity(
      data: data.trainingPart, detector: detector.withoutMaskBoxes, masks: nil, method: nil,
      strategy: .stageWise,
      schedule: Schedule(detector: schedule.detector), seeds: [detectorSeed], detectorModel: detectorModel,
      start: start)
  }

  /// The trainings of detectors that it needs, in order.
  var detectorTrainings: [TrainingIdentity] {
    guard case .detector(let first) = start else { return [stageOneIdentity] }
    return [first, stageOneIdentity]
  }

  /// The weights that this experiment judges.
  public var trainingIdentity: TrainingIdentity {
    switch contender {
    case .wholeBox: stageOneIdentity
    case .partial(let method): identity(masks: split.description, method)
    case .full(let method): identity(masks: "all", method)
    case .kernels(let method):
      identity(masks: "all", .oracle, upon: .training(identity(masks: split.description, method)))
    }
  }

  /// The trainings of what follows stage one, in order; of the whole box, stage one's own.
  var maskTrainings: [TrainingIdentity] {
    let last = trainingIdentity
    guard case .training(let first) = last.maskHead else { return [last] }
    return [first, last]
  }

  private func identity(
    masks: String, _ method: Method, upon maskHead: MaskHeadOrigin? = nil
  ) -> TrainingIdentity {
    TrainingIdentity(
      data: data.trainingPart, detector: detector, masks: masks, method: method, strategy: strategy,
      schedule: schedule, seeds: [detectorSeed, seed],
      wordVectors: wordVectors, detectorModel: detectorModel, start: start,
      maskHead: maskHead)
  }
}
