import COCO
import Foundation
import MiniatureCOCO
import Pictures
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
  public init(
    profile: Profile, base: Experiment, wordVectors: WordVectorSource = .ownText, results: [RunResult],
    output: OutputFolders
  ) {
    self.profile = profile
    self.output = output
    studies = profile.studies(base: base, wordVectors: wordVectors).map { StudyResults($0, results: results) }
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
    let engine = try engineComparison()?.document
    let tables = studies.filter { $0.completeness.done > 0 }.map { $0.document(profile: profile) }
    for document in tables + (engine.map { [$0] } ?? []) {
      try write(document.markdown, "\(document.name).md")
      try write(commaSeparated([document.columnTitles] + document.rows.map(\.cells)), "\(document.name).csv")
    }
    try write(
      commaSeparated([StudyResults.csvTitles] + studies.flatMap(\.csvRows)), "all-figures.csv")
    try write(claimsText, "claims.md")
    return paths
  }

  /// Draws every figure as SVG, PDF and PNG, and the drawn world's contact sheet; returns the figures' paths without
  /// endings.
  @discardableResult
  public func writeFigures(examples: [Example]) throws -> [String] {
    try writePNG(MiniatureWorld.contactSheet().image(), to: "\(output.figures)/contact-sheet.png")
    return try figures(examples: examples).map { name, figure in
      try figure.write(to: "\(output.figures)/\(name)")
      return "\(output.figures)/\(name)"
    }
  }

  /// The figures that the results allow, by name. `examples` are the first images to judge by.
  public func figures(examples: [Example]) throws -> [(name: String, figure: any Figure)] {
    var figures: [(name: String, figure: any Figure)] = [
      ("figure-1-architecture", ArchitectureFigure())
    ]
    for document in documents {
      figures.append((document.name, document.drawn))
    }
    let note = profile.note ?? ""
    func study(_ name: String) -> StudyResults? { studies.first { $0.study.name == name } }
    let key = study("key-comparison")
    if let random = study("figure-2"), let figure = random.randomSplitFigure(fixed: key, note: note) {
      figures.append(("figure-2-random-splits", figure))
    }
    if let key, let figure = key.curveFigure(endToEnd: study("table-2"), note: note) {
      figures.append(("training-curves", figure))
    }
    if let figure = key?.thresholdFigure(note: note) { figures.append(("mask-thresholds", figure)) }
    for (name, content) in [
      ("example-scenes", SceneContent.masksInTrueBoxes), ("example-detections", .detections),
    ] {
      if let page = study("table-2")?.scenePage(content, examples: examples, note: note) {
        figures.append((name, page))
      }
    }
    if let engine = try engineComparison() { figures.append(("engine", engine.figure)) }
    return figures
  }

  /// The speed beside PyTorch's, where it was measured.
  private func engineComparison() throws -> EngineComparison? {
    try EngineComparison(contentsOf: "\(output.results)/engine.json")
  }

  private var claimsText: String {
    var lines = ["# Claims, and what these runs say", ""]
    if let note = profile.note { lines += [note, ""] }
    lines += claims.map { "- \($0.text)" }
    lines += [
      "",
      "A claim holds if the difference in mask AP on B is positive under every seed, of two or more, and its mean is "
        + "above the margin; it fails if negative under every seed and below minus the margin; all else is undecided. "
        + "The margin is twice the standard error of the mean difference, over the classes of B and over the seeds "
        + "together, and at least 0.1. Claims about rows that are not in the paper are ours.",
    ]
    return lines.joined(separator: "\n") + "\n"
  }
}
