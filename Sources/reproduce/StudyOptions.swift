import ArgumentParser
import Experiments
import Tensors

/// Which studies: how much of the paper, on what, and where its files are.
struct StudyOptions: ParsableArguments {
  @Flag(
    exclusivity: .exclusive,
    help: ArgumentHelp(
      "How much: --smoke for some minutes with few rows and steps, --full for all seeds and random splits."))
  var extent: Extent?

  @Option(help: "A folder of photographs in COCO's layout, in place of the drawn world.")
  var coco: String?

  @Option(help: "GloVe vectors of the class names: a text file of GloVe's or a .npy array of shape (80, D).")
  var glove: String?

  @Option(help: "The folder to write to; results go to Paper/results and figures to Figures in it.")
  var output: String = "."

  enum Extent: String, EnumerableFlag {
    case smoke
    case full
  }

  var profile: Profile {
    switch extent {
    case .smoke: .smoke
    case .full: .full
    case nil: .standard
    }
  }

  /// What every row starts from.
  func base() throws -> Experiment {
    try profile.base(data: coco.map { try DataSource(photographs: $0) })
  }

  /// The vectors of the class names.
  func wordVectors() throws -> WordVectorSource {
    try glove.map { try WordVectorSource(file: $0) } ?? .ownText
  }

  /// A report on the results that exist. Throws `InputError` if there are none.
  func report() throws -> Report {
    let folders = OutputFolders(root: output)
    let results = try ResultStore(folder: folders.results).all()
    guard !results.isEmpty else {
      throw InputError(file: folders.results, problem: "holds no result; `reproduce all` computes them")
    }
    return Report(
      profile: profile, base: try base(), wordVectors: try wordVectors(), results: results, output: folders)
  }
}
