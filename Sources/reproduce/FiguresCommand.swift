import ArgumentParser
import Experiments

/// Figures from the results that exist.
struct FiguresCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "figures", abstract: "Draws the figures from the results that exist.")

  @OptionGroup var study: StudyOptions

  func run() throws {
    let examples = try study.base().data.firstExamples(photographs: study.coco)
    let report = try study.report()
    try report.output.make()
    for path in try report.writeFigures(examples: examples) { print("\(path).{svg,pdf,png}") }
  }
}
