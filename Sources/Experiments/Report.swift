import Foundation
import Tensors

/// Everything that is written from results: tables, claims, figures. It computes nothing anew.
public struct Report: Sendable {
  /// How much was run.
  public let profile: Profile
  /// The studies with their results.
  public let studies: [StudyResults]
  /// Where to write.
  public let output: OutputFolders

  /// A report on the results that exist.
  public init(profile: Profile, base: Experiment, results: [RunResult], output: OutputFolders) {
    self.profile = profile
    self.output = output
    studies = profile.studies(base: base).map { StudyResults($0, results: results) }
  }

  /// The studies as tables, those with any result.
  public var documents: [TableDocument] {
    studies.filter { $0.completeness.done > 0 }.map { $0.document(profile: profile) }
  }

  /// The claims that the studies speak about.
  public var claims: [Claim] { studies.flatMap(\.claims) }

  /// Writes every table as Markdown and CSV, all figures in one long CSV, and the claims with their verdicts.
  @discardableResult
  public func writeTables() throws -> [String] {
    var paths: [String] = []
    func write(_ text: String, _ name: String) throws {
      paths.append("\(output.results)/\(name)")
      try writeWhole(Data(text.utf8), to: paths.last!)
    }
    for study in studies where study.completeness.done > 0 {
      let document = study.document(profile: profile)
      try write(document.markdown, "\(document.name).md")
      try write(commaSeparated([document.columnTitles] + document.rows.map(\.cells)), "\(document.name).csv")
    }
    try write(
      commaSeparated([StudyResults.csvTitles] + studies.flatMap(\.csvRows)), "all-figures.csv")
    try write(claimsText, "claims.md")
    return paths
  }

  /// Draws every figure and returns the files.
  @discardableResult
  public func writeFigures() throws -> [String] {
    try figures.flatMap { try $0.write(to: output.figures) }
  }

  /// The figures that the results allow.
  public var figures: [FigureFile] { [.architecture()] }

  private var claimsText: String {
    var lines = ["# The paper's claims, and what these runs say", ""]
    if let note = profile.note { lines += [note, ""] }
    lines += claims.map { "- \($0.text)" }
    lines += [
      "",
      "A claim holds if the difference in mask AP on B has its sign under every seed, fails if under none, and is "
        + "undecided otherwise. A single seed decides little.",
    ]
    return lines.joined(separator: "\n") + "\n"
  }
}
