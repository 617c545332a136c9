import COCO
import MaskRCNN
import TrainingStrategies

/// A trained detector and what it sees, which all stage-wise experiments around it share.
///
/// Who uses it from several threads holds the workbench's lock.
final class StageOne {
  let identity: TrainingIdentity
  let detector: Detector
  let outcome: LongTraining.Outcome
  /// Where it is kept what the detector sees, if on the disk.
  private let frozen: FrozenSights?
  /// What it sees in the boxes that masks were last learnt in.
  private var regions: (boxes: MaskBoxes?, seen: FrozenRegions)?
  private var judged: (source: DataSource, views: FrozenViews)?

  init(
    identity: TrainingIdentity, detector: Detector, outcome: LongTraining.Outcome,
    frozen: FrozenSights? = nil
  ) {
    (self.identity, self.detector, self.outcome, self.frozen) = (identity, detector, outcome, frozen)
  }

  /// The regions that masks are learnt in, of every training image with masks.
  func trainingRegions(
    in boxes: MaskBoxes?, _ sets: DataSets, _ threads: Int, _ display: Progress.Display
  ) throws -> FrozenRegions {
    if let regions, regions.boxes == boxes { return regions.seen }
    regions = nil
    if let frozen {
      let stored = FrozenRegions(
        try frozen.regions(filledOn: threads, display), of: Array(0..<sets.maskedCount))
      regions = (boxes, stored)
      return stored
    }
    let set = Self.allMasks(sets.training, detector)
    let progress = Progress(
      "regions of the frozen detector", total: sets.maskedCount, unit: "images", display: display)
    let made = try FrozenRegions(
      FrozenDetector(detector), set, in: boxes, count: sets.maskedCount, threads: threads
    ) {
      progress.advance()
    }
    progress.finish(note: "\(made.keptCount) kept in \(made.bytes >> 20) MiB")
    regions = (boxes, made)
    return made
  }

  /// What it finds in the images to judge by.
  func judgedViews(
    _ source: DataSource, _ sets: DataSets, _ threads: Int, _ display: Progress.Display
  ) throws -> FrozenViews {
    if let judged, judged.source == source { return judged.views }
    let views =
      try frozen.map { FrozenViews(try $0.views(of: source, sets, filledOn: threads, display)) }
      ?? Self.views(detector, sets.validation, threads: threads, display: display)
    judged = (source, views)
    return views
  }

  /// What a detector finds in every image of a source.
  static func views(
    _ detector: Detector, _ source: any ExampleSource, threads: Int, display: Progress.Display
  ) throws -> FrozenViews {
    let set = allMasks(source, detector)
    let frozen = FrozenDetector(detector)
    let progress = Progress("detections", total: set.count, unit: "images", display: display)
    defer { progress.finish() }
    return try FrozenViews(count: set.count, threads: threads) { index in
      let view = frozen.view(try set.image(at: index))
      progress.advance()
      return view
    }
  }

  /// A source with the masks of all classes: they are for the judging, and stage two picks those of A.
  static func allMasks(_ source: any ExampleSource, _ detector: Detector) -> TrainingSet {
    TrainingSet(source, by: detector.configuration, setA: Set(1...source.categories.count))
  }
}
