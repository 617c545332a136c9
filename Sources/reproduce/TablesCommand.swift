import ArgumentParser
import Experiments

/// Tables from the results that exist.
struct TablesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tables",
    abstract: "Writes the tables from the results that exist, and the numbers in chapters beside them.")

  @OptionGroup var study: StudyOptions

  func run() throws {
    let report = try study.report()
    try report.output.make()
    try report.writeTables()
    for page in try ChapterNumbers(report).fill(report.output) { print("Numbers filled in: \(page)") }
    for document in report.documents { print(document.markdown) }
    print("Written to \(report.output.results)")
  }
}
