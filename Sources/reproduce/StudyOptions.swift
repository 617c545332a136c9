import ArgumentParser
import Experiments
import Foundation
import Tensors
import TrainingStrategies

/// Which studies: how much of the paper, on what, and where its files are.
struct StudyOptions: ParsableArguments {
  @Flag(
    exclusivity: .exclusive,
    help: ArgumentHelp(
      "How much: --smoke for some minutes with few rows and steps, --full for more seeds, longer training and the random splits end to end, --development for the studies that settings are chosen by."
    ))
  var extent: Extent?

  @Option(help: "A folder of photographs in COCO's layout, in place of the drawn world.")
  var coco: String?

  @OptionGroup var detectorOptions: DetectorOptions

  @Option(help: "GloVe vectors of the class names: a text file of GloVe's or a .npy array of shape (80, D).")
  var glove: String?

  @Option(
    name: .customLong("base"),
    help: ArgumentHelp(
      "A JSON file of the experiment that every row starts from, in place of the extent's own: other sizes, steps, rates.",
      discussion: "It looks like the `experiment` in a result's file."))
  var baseFile: String?

  @Option(help: "The folder to write to; results go to Paper/results and figures to Figures in it.")
  var output: String = "."

  func validate() throws {
    guard detectorOptions.imageSide == nil || detectorOptions.detector != nil else {
      throw ValidationError(
        "--image-side needs --detector here; --base changes the sizes of a detector to be trained")
    }
  }

  enum Extent: String, EnumerableFlag {
    case smoke
    case full
    case development
  }

  var profile: Profile {
    switch extent {
    case .smoke: .smoke
    case .full: .full
    case .development: .development
    case nil: .standard
    }
  }

  /// The detector that is given, if one is.
  func detector() throws -> GivenDetector? { try detectorOptions.read() }

  /// What every row starts from.
  func base() throws -> Experiment { try base(around: detector()) }

  /// What every row starts from, around a detector if one is given.
  func base(around detector: GivenDetector?) throws -> Experiment {
    let photographs = try coco.map { try DataSource(photographs: $0) }
    guard let file = baseFile else {
      guard let detector else { return profile.base(data: photographs) }
      return profile.base(data: photographs, around: detector)
    }
    var experiment: Experiment
    do {
      experiment = try JSONDecoder().decode(Experiment.self, from: readWhole(file))
    } catch let error as DecodingError {
      throw InputError(file: file, problem: "is not the JSON of an experiment: \(error)")
    }
    guard experiment.strategy == .stageWise, experiment.schedule.masks != nil else {
      throw InputError(file: file, problem: "expected a stage-wise experiment with a schedule of masks")
    }
    if case .detector = experiment.start {
      throw InputError(
        file: file, place: "start",
        problem: "expected none, or pretrained weights: stage one goes on from no other detector")
    }
    if case .miniature(let world) = experiment.data, let masked = world.maskedCount,
      !(1...max(1, world.trainingCount)).contains(masked)
    {
      throw InputError(
        file: file, place: "maskedCount",
        problem: "\(masked) is no number of the \(world.trainingCount) scenes to train on")
    }
    if let photographs { experiment.data = photographs }
    return detector.map(experiment.around) ?? experiment
  }

  /// The vectors of the class names.
  func wordVectors() throws -> WordVectorSource {
    try glove.map { try WordVectorSource(file: $0) } ?? .ownText
  }

  /// A report on the results that exist. Throws `InputError` if there are none.
  func report() throws -> Report { try report(base: base()) }

  /// A report on the results that exist of what starts from `base`.
  func report(base: Experiment) throws -> Report {
    let folders = OutputFolders(root: output)
    let results = try ResultStore(folder: folders.results).all()
    guard !results.isEmpty else {
      throw InputError(file: folders.results, problem: "holds no result; `reproduce all` computes them")
    }
    return Report(
      profile: profile, base: base, wordVectors: try wordVectors(), results: results, output: folders)
  }
}

/// Which of the studies.
struct SelectionOptions: ParsableArguments {
  @Option(help: "This study alone, for example table-1a; may be given again for others.")
  var only: [String] = []

  /// The studies that were asked for.
  func studies(of options: StudyOptions, base: Experiment) throws -> [Study] {
    let studies = options.profile.studies(base: base, wordVectors: try options.wordVectors())
    if let name = only.first(where: { name in !studies.contains { $0.name == name } }) {
      throw ValidationError(
        "There is no study \(name); there are \(studies.map(\.name).joined(separator: ", ")).")
    }
    return only.isEmpty ? studies : studies.filter { only.contains($0.name) }
  }
}

/// A detector that is there already.
struct DetectorOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A model file whose detector is taken as it is, in place of stage one.",
      discussion:
        "`convert` and `train` write such files. What it sees is computed once and kept on the disk."))
  var detector: String?

  @Option(
    help: """
      The longer side that images are brought to, in pixels; with --detector, its own where nothing is said. Smaller \
      images cost less.
      """)
  var imageSide: Int?

  func validate() throws {
    if let imageSide, !(32...4096).contains(imageSide) || imageSide % 16 != 0 {
      throw ValidationError("--image-side expects a multiple of 16 from 32 to 4096, not \(imageSide)")
    }
  }

  /// Reads it.
  func read() throws -> GivenDetector? {
    try detector.map { try GivenDetector(file: $0, imageSide: imageSide) }
  }
}
