import ArgumentParser
import Experiments

/// Tables from the results that exist.
struct TablesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tables", abstract: "Writes the tables from the results that exist.")

  @OptionGroup var study: StudyOptions

  func run() throws {
    let report = try study.report()
    try report.output.make()
    try report.writeTables()
    for document in report.documents { print(document.markdown) }
    print("Written to \(report.output.results)")
  }
}
