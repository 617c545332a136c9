import ArgumentParser
import Experiments

/// Holds what a run made against what it should have made.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Checks that results, tables and figures of a run are there and whole.")

  @OptionGroup var study: StudyOptions

  func run() throws {
    let base = try study.base()
    let counts = try Verification.check(
      profile: study.profile, base: base, wordVectors: study.wordVectors(),
      examples: base.data.firstExamples(photographs: study.coco), output: OutputFolders(root: study.output))
    print(
      "\(counts.results) results, \(counts.tables) files of tables, \(counts.figures) figures: all there and whole"
    )
  }
}
