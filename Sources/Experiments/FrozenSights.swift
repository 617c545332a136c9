import MaskRCNN
import Tensors
import TrainingStrategies

/// §3 What a given detector sees in the images of an experiment, on the disk. Folders are named by the fingerprint of
/// detector, data and sizes, so that what another detector saw is never taken for this one's.
struct FrozenSights: Sendable {
  let detector: Detector
  /// In the images to train on.
  let training: FrozenStore<FrozenDetector.TrainingRegions>
  private let identity: TrainingIdentity
  private let folder: String
  private let say: @Sendable (String) -> Void

  /// What a detector sees, in folders below `folder`. Nothing is computed yet.
  init(
    _ detector: Detector, of experiment: Experiment, _ sets: DataSets, folder: String,
    say: @escaping @Sendable (String) -> Void
  ) throws {
    (self.detector, self.folder, self.say) = (detector, folder, say)
    identity = experiment.stageOneIdentity
    let set = StageOne.allMasks(sets.training, detector)
    let frozen = FrozenDetector(detector)
    // A detector sees the same whatever boxes it is asked about; what is kept of it differs.
    var seen = identity
    seen.detector.maskBoxes = experiment.detector.maskBoxes
    training = try Self.store(seen, set, folder, say) {
      frozen.trainingRegions($0, in: experiment.detector.maskBoxes)
    }
  }

  /// In the images to judge by.
  func judged(_ source: DataSource, _ sets: DataSets) throws -> FrozenStore<FrozenDetector.View> {
    var identity = identity
    identity.data = source
    let set = StageOne.allMasks(sets.validation, detector)
    let frozen = FrozenDetector(detector)
    return try Self.store(identity, set, folder, say) { frozen.view($0) }
  }

  private static func store<Sight: StoredSight>(
    _ identity: TrainingIdentity, _ set: TrainingSet, _ folder: String,
    _ say: @escaping @Sendable (String) -> Void,
    _ look: @escaping @Sendable (TrainingImage) -> Sight
  ) throws -> FrozenStore<Sight> {
    let store = try FrozenStore<Sight>(
      folder: "\(folder)/\(Fingerprint(of: identity).short)", count: set.count, say: say
    ) { look(try set.image(at: $0)) }
    OutputFolders.removeRemains(in: store.folder)
    return store
  }

  /// The regions to train on, all of them computed.
  func regions(filledOn threads: Int, _ display: Progress.Display) throws
    -> FrozenStore<FrozenDetector.TrainingRegions>
  {
    try Self.fill(training, "regions of the given detector", threads, display)
    return training
  }

  /// The views to judge by, all of them computed.
  func views(of source: DataSource, _ sets: DataSets, filledOn threads: Int, _ display: Progress.Display)
    throws
    -> FrozenStore<FrozenDetector.View>
  {
    let store = try judged(source, sets)
    try Self.fill(store, "detections of the given detector", threads, display)
    return store
  }

  private static func fill<Sight>(
    _ store: FrozenStore<Sight>, _ title: String, _ threads: Int, _ display: Progress.Display
  ) throws {
    let missing = store.missing
    guard !missing.isEmpty else { return }
    let progress = Progress(
      title, total: store.count, done: store.count - missing.count, unit: "images", display: display)
    try store.fill(missing, threads: threads) { progress.advance() }
    progress.finish()
  }
}
