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
    studies =
      profile.studies(base: base, wordVectors: wordVectors).map { StudyResults($0, results: results) }
      + profile.furtherStudies(base: base).map { StudyResults($0, results: results) }
      .filter { $0.completeness.done > 0 }
  }

  /// The studies as tables, those with any result.
  public var documents: [TableDocument] {
    studies.filter { $0.completeness.done > 0 }.map { $0.document(profile: profile) }
  }

  /// The claims that the studies speak about, the paper's before ours.
  public var claims: [Claim] {
    let all = studies.flatMap(\.claims)
    return all.filter { $0.origin == .paper } + all.filter { $0.origin == .ours }
  }

  /// The claims as a table.
  public var claimsDocument: TableDocument { Claim.document(claims, profile: profile) }

  /// The files of the tables: every table as Markdown and CSV, all figures in one long CSV, and the claims with their
  /// verdicts, as JSON too.
  public func tableFiles() throws -> [(name: String, content: Data)] {
    let tables =
      documents + [try engineComparison()?.document, try vocabularyCost()?.document].compactMap { $0 }
    let texts =
      tables.flatMap { document in
        [
          ("\(document.name).md", document.markdown),
          ("\(document.name).csv", commaSeparated(document.csvRows)),
        ]
      } + [
        ("all-figures.csv", commaSeparated([StudyResults.csvTitles] + studies.flatMap(\.csvRows))),
        ("claims.md", claimsDocument.markdown),
        ("claims.csv", commaSeparated(Claim.csvRows(claims))),
      ]
    return texts.map { ($0, Data($1.utf8)) } + [("claims.json", try Claim.json(claims))]
  }

  /// Writes the files of the tables; returns their paths.
  @discardableResult
  public func writeTables() throws -> [String] {
    try tableFiles().map { name, content in
      let path = "\(output.results)/\(name)"
      try writeWhole(content, to: path)
      return path
    }
  }

  /// Draws every figure in its forms, and the drawn world's contact sheet; returns the figures' paths without
  /// endings.
  @discardableResult
  public func writeFigures(examples: [Example]) throws -> [String] {
    try writeWhole(
      encodePNG(PaletteImage(MiniatureWorld.contactSheet().image())),
      to: "\(output.figures)/contact-sheet.png")
    return try figures(examples: examples).map { name, figure in
      // A figure that has become a picture leaves no drawing of its former self.
      for ending in ["svg", "pdf"] where !figure.endings.contains(ending) {
        try? FileManager.default.removeItem(atPath: "\(output.figures)/\(name).\(ending)")
      }
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
      // The curves are the figure of that name.
      let name = document.name == "mask-thresholds" ? "mask-thresholds-table" : document.name
      figures.append((name, document.drawn))
    }
    figures.append(("claims", claimsDocument.drawn))
    let note = profile.note ?? ""
    func study(_ name: String) -> StudyResults? { studies.first { $0.study.name == name } }
    let key = study("key-comparison")
    if let random = study("figure-2"), let figure = random.randomSplitFigure(fixed: key, note: note) {
      figures.append(("figure-2-random-splits", figure))
    }
    if let key, let figure = key.curveFigure(endToEnd: study("table-2"), note: note) {
      figures.append(("training-curves", figure))
    }
    if let figure = study("mask-thresholds")?.thresholdFigure(note: note) {
      figures.append(("mask-thresholds", figure))
    }
    if let figure = study("limits-of-t")?.limitsFigure(note: note) {
      figures.append(("limits-of-t-figure", figure))
    }
    for (name, content) in [
      ("example-scenes", SceneContent.masksInTrueBoxes), ("example-detections", .detections(from: 0.5)),
    ] {
      if let page = study("table-2")?.scenePage(content, examples: examples, note: note) {
        figures.append((name, page))
      }
    }
    for many in studies where many.study.hasManyClasses {
      let name = many.study.name
      if let figure = many.distanceFigure(note: note) { figures.append(("\(name)-distance", figure)) }
      // It has a world of its own.
      let scenes = try many.study.experiments.first?.data.firstExamples(photographs: nil) ?? []
      for (kind, content) in [
        ("scenes", SceneContent.masksInTrueBoxes), ("detections", .detections(from: 0.1)),
      ] {
        if let page = many.scenePage(content, examples: scenes, note: note, pictureWidth: 270) {
          figures.append(("\(name)-\(kind)", page))
        }
      }
    }
    if let cost = try vocabularyCost() { figures.append(("vocabulary-cost", cost.figure)) }
    if let engine = try engineComparison() { figures.append(("engine", engine.figure)) }
    return figures
  }

  /// What more classes cost, where it was measured.
  func vocabularyCost() throws -> VocabularyCost? {
    try VocabularyCost(contentsOf: output)
  }

  /// The speed beside PyTorch's, where it was measured.
  func engineComparison() throws -> EngineComparison? {
    try EngineComparison(contentsOf: "\(output.results)/engine.json")
  }
}
