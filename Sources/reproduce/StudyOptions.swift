import ArgumentParser
import Experiments

/// Which studies: how much of the paper, and where its files are.
struct StudyOptions: ParsableArguments {
  @Flag(
    exclusivity: .exclusive,
    help: ArgumentHelp(
      "How much: --smoke for some minutes with few rows and steps, --full for all seeds and random splits."))
  var extent: Extent?

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

  func report() throws -> Report {
    let output = OutputFolders(root: output)
    let results = try ResultStore(folder: output.results).all()
    return Report(profile: profile, base: profile.base(), results: results, output: output)
  }
}
