import COCO
import MaskRCNN
import TrainingStrategies

/// §4 A study of many classes, of which 80 have masks: how many, and how its detector learns, beside those of the other
/// studies.
public struct LargeVocabulary: Sendable, Hashable {
  /// The number of classes.
  public var classes: Int
  /// The steps of stage one, as a multiple of the other studies'.
  public var trainedFor: Double
  /// The training scenes, as a multiple of the other studies'. As many as these have show masks; the rest have boxes.
  public var scenes: Int
  /// Whether its detector goes on from that of the other studies, which knows the 80; else it begins with random weights.
  public var goesOn: Bool

  /// A study of so many classes.
  public init(classes: Int, trainedFor: Double, scenes: Int = 1, goesOn: Bool = false) {
    (self.classes, self.trainedFor, self.scenes) = (classes, trainedFor, scenes)
    self.goesOn = goesOn
  }
}

extension StudyWriter {
  /// Many classes of which COCO's 80 have masks, as the paper has it of Visual Genome: a detector of all of them, T learnt
  /// on 80, and, as the drawn world knows all masks, a judgement that the paper could not give. Nil for photographs, and
  /// around a given detector.
  public func largeVocabulary(_ vocabulary: LargeVocabulary) -> Study? {
    guard base.detectorModel == nil, let data = base.data.naming(vocabulary) else { return nil }
    var writer = self
    (writer.splits, writer.base.data) = ([.coco], data)
    if vocabulary.goesOn { writer.base.start = .detector(base.stageOneIdentity) }
    // Among many names the best has a low score: a detection counts from a tenth of the usual threshold on.
    writer.base.detector.scoreThreshold /= 10
    let stageOne = base.schedule.detector
    writer.base.schedule.detector = TrainingSchedule(
      steps: max(1, Int(Double(stageOne.steps) * vocabulary.trainedFor)), batch: stageOne.batch,
      rate: stageOne.rate.base)
    let count = vocabulary.classes
    return Study(
      name: "vocabulary-\(count)", title: "\(count) classes, of which 80 have masks",
      caption:
        "The question that the paper asks of Visual Genome, in a drawn world that names \(count) kinds of thing; "
        + "stage-wise.",
      splits: writer.splits,
      rows: [
        writer.row("the whole box", .ours) { $0.contender = .wholeBox },
        writer.row("class-agnostic (baseline)") { $0.contender = .partial(.baseline) },
        writer.row("transfer") { $0.contender = .partial(transfer { _ in }) },
        writer.row("transfer + MLP") { $0.contender = .partial(transfer(mlp: mlp) { _ in }) },
        writer.row("transfer, all masks", .ours) { $0.contender = .full(transfer { _ in }) },
        writer.row("fully supervised (oracle)") { $0.contender = .full(.oracle) },
      ])
  }
}

extension Experiment {
  /// Whether it is about many classes, of which COCO's have masks: none of their names is sure, and each class has its own
  /// story.
  var hasManyClasses: Bool { split == .coco }
}

extension Study {
  /// Whether its experiments are about many classes.
  var hasManyClasses: Bool { experiments.contains(where: \.hasManyClasses) }
}
