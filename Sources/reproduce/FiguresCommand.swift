import ArgumentParser
import Experiments

/// Figures from the results that exist.
struct FiguresCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "figures", abstract: "Draws the figures from the results that exist.")

  @OptionGroup var study: StudyOptions

  func run() throws {
    let report = try study.report()
    for path in try report.writeFigures() { print(path) }
  }
}
