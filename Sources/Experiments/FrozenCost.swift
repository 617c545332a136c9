import COCO
import Foundation
import MaskRCNN
import Tensors
import TrainingStrategies

/// §3 What it costs to look at a whole data set with a given detector and to train on what it sees, in time and on the disk:
/// from a few images that were looked at, and a step that was taken. The images are kept, the step is not.
public struct FrozenCost: Sendable {
  /// One part of a data set.
  struct Part: Sendable {
    /// Its images.
    var count: Int
    /// Those that nobody has looked at yet.
    var missing: Int
    /// Images that were looked at to know it.
    var measured: Int
    /// Seconds that an image takes, others being looked at beside it; nil if none was left to be measured.
    var seconds: Double?
    /// Bytes on the disk for each unit: an object with a mask to train on, an image to judge by.
    var bytes: Double
    /// The units.
    var units: Int

    var secondsLeft: Double { Double(missing) * (seconds ?? 0) }
    var bytesInAll: Double { bytes * Double(units) }
    var bytesLeft: Double { bytesInAll * Double(missing) / Double(max(1, count)) }
  }

  let training: Part
  /// Nil where nothing is judged.
  let judged: Part?
  let threads: Int
  let secondsPerStep: Double
  /// Seconds that the masks of an image to judge by take; nil where nothing is judged.
  let secondsPerMasks: Double?
  let batch: Int
  let folder: String

  /// COCO 2017, and COCO 2014 with the 35,504 images of its validation part that are not in the minival: the same images.
  private static let coco = (images: 118_287, objects: 860_001, judged: 5000)

  private var parts: [Part] { [training, judged].compactMap { $0 } }
  /// Seconds that looking takes yet.
  var secondsLeft: Double { parts.map(\.secondsLeft).reduce(0, +) }
  /// Bytes that will be written yet.
  var bytesLeft: Double { parts.map(\.bytesLeft).reduce(0, +) }

  /// For people.
  ///
  /// - Parameters:
  ///   - steps: the steps of the trainings to come.
  ///   - judgings: the runs to be judged.
  ///   - besidesCOCO: whether COCO's cost is told too.
  public func lines(steps: Int, judgings: Int = 0, besidesCOCO: Bool) -> [String] {
    func size(_ bytes: Double) -> String { Self.size(bytes) }
    var lines = ["What the detector sees is computed once and kept in \(folder)"]
    if training.seconds ?? judged?.seconds != nil {
      var text =
        "  measured on \(parts.map { "\($0.measured)" }.joined(separator: " + ")) images, on \(threads) threads: "
      text += [(training, "to train on"), (judged, "to judge by")].compactMap { part, name in
        part?.seconds.map { "\(decimal($0, 2)) s an image \(name)" }
      }.joined(separator: ", ")
      lines.append(text)
    }
    var each = "  \(size(training.bytes)) an object to train on"
    if let judged { each += ", \(size(judged.bytes)) an image to judge by" }
    lines.append(each)
    let counts = parts.map { "\($0.count)" }.joined(separator: " + ")
    let whole = parts.map(\.bytesInAll).reduce(0, +)
    lines.append(
      "  this data set, \(counts) images: \(size(whole)) in all; "
        + "left: \(Progress.duration(secondsLeft)), \(size(bytesLeft))")
    if besidesCOCO, let judged, let seconds = training.seconds ?? judged.seconds {
      let time = Double(Self.coco.images) * seconds + Double(Self.coco.judged) * (judged.seconds ?? seconds)
      let bytes = Double(Self.coco.objects) * training.bytes + Double(Self.coco.judged) * judged.bytes
      lines.append(
        "  all of COCO 2017, or 2014 with valminusminival, 118,287 + 5,000 images: \(Progress.duration(time)), \(size(bytes))"
      )
    }
    lines.append(
      "  trainings: \(decimal(secondsPerStep, 2)) s a step of \(batch) images, \(steps) steps: "
        + Progress.duration(Double(steps) * secondsPerStep))
    if let judged, let secondsPerMasks {
      lines.append(
        "  judging: \(decimal(secondsPerMasks, 2)) s for the masks of an image, \(judgings) runs: "
          + Progress.duration(Double(judgings * judged.count) * secondsPerMasks))
    }
    return lines
  }

  /// Throws `InputError` if the disk has not the room for what will be written.
  public func checkRoom() throws {
    let free = try? FileManager.default.attributesOfFileSystem(forPath: folder)[.systemFreeSize] as? NSNumber
    guard let free, bytesLeft > free.doubleValue else { return }
    throw InputError(
      file: folder,
      problem:
        "what the detector sees will take \(Self.size(bytesLeft)), and \(Self.size(free.doubleValue)) are free"
    )
  }

  /// `812 KiB`, `2.4 GiB`.
  static func size(_ bytes: Double) -> String {
    let units = ["B", "KiB", "MiB", "GiB", "TiB"]
    var (value, unit) = (bytes, 0)
    while value >= 1000, unit < units.count - 1 { (value, unit) = (value / 1024, unit + 1) }
    return "\(decimal(value, unit == 0 || value >= 99.95 ? 0 : 1)) \(units[unit])"
  }
}

extension Workbench {
  /// Measures what an experiment around a given detector costs, on images of each part until some seconds are over.
  /// Throws `InputError` if the detector does not fit the data.
  public func frozenCost(of experiment: Experiment, lookingFor limit: Double = 3) throws -> FrozenCost {
    guard let schedule = experiment.schedule.masks else {
      preconditionFailure("an experiment around a given detector has a schedule of stage two")
    }
    let threads = share.total
    let sets = try dataSets(experiment.data)
    let sights = try frozenSights(of: experiment)
    let number = max(2, threads)
    /// Looks at some images that nobody has looked at. Returns them, or others if there are none, and the time of each.
    func look<Sight>(_ store: FrozenStore<Sight>) throws -> (images: [Int], missing: Int, seconds: Double?) {
      let missing = store.missing
      var (chosen, seconds) = ([Int](), 0.0)
      repeat {
        let next = Array(missing[chosen.count...].prefix(number))
        seconds += try Benchmark.clocked { try store.fill(next, threads: threads) }
        chosen += next
      } while seconds < limit && chosen.count < missing.count
      guard !chosen.isEmpty else { return (Array(0..<min(16 * number, store.count)), 0, nil) }
      return (chosen, missing.count - chosen.count, seconds / Double(chosen.count))
    }
    func objects(_ index: Int) throws -> Int {
      try sets.training.annotations(at: index).count { !$0.isCrowd && $0.segmentation != nil }
    }

    let seen = try look(sights.training)
    let bytes = try seen.images.reduce(0) { try $0 + sights.training.bytes(of: $1) }
    let training = FrozenCost.Part(
      count: sights.training.count, missing: seen.missing, measured: seen.images.count,
      seconds: seen.seconds,
      bytes: Double(bytes) / Double(max(1, try seen.images.reduce(0) { try $0 + objects($1) })),
      units: try (0..<sets.training.count).reduce(0) { try $0 + objects($1) })
    var judged: FrozenCost.Part?
    var masks: (() throws -> Double)?
    var generator = PCG32(seed: 0)
    let model = MaskXRCNN(detector: sights.detector, method: .baseline, using: &generator)
    if experiment.data.isJudged {
      let store = try sights.judged(experiment.data, sets)
      let seen = try look(store)
      let bytes = try seen.images.reduce(0) { try $0 + store.bytes(of: $1) }
      judged = FrozenCost.Part(
        count: store.count, missing: seen.missing, measured: seen.images.count,
        seconds: seen.seconds,
        bytes: Double(bytes) / Double(max(1, seen.images.count)), units: store.count)
      masks = {
        let seconds = try Benchmark.clocked {
          _ = try Parallel.map(seen.images.count, threads: threads) {
            model.findings(in: try store[seen.images[$0]]).count
          }
        }
        return seconds / Double(max(1, seen.images.count))
      }
    }

    // A step on the images at hand, of a model that is thrown away: the second, since the first makes room.
    var session = TrainingSession.stageTwo(
      model, on: FrozenRegions(sights.training, of: seen.images),
      setA: Set(1...sets.training.categories.count), schedule, seed: 0)
    try session.advance(threads: threads)
    let seconds = try Benchmark.clocked { try session.advance(threads: threads) }
    return FrozenCost(
      training: training, judged: judged, threads: threads, secondsPerStep: seconds,
      secondsPerMasks: try masks?(),
      batch: schedule.batch, folder: sights.training.folder)
  }
}

extension DataSource {
  /// Whether there are images to judge by.
  var isJudged: Bool {
    switch self {
    case .miniature: true
    case .photographs(let photographs): photographs.validation != nil
    }
  }
}
