import ArgumentParser
import Experiments
import Foundation

/// The paper: every study trained and judged, then its tables and figures.
struct AllCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "all",
    abstract: "Trains and judges every study, and writes tables and figures.",
    discussion: """
      What is there already is not computed again. It can be stopped at any moment; started again, it goes on \
      where it was, to the same bits.
      """)

  @Option(help: "Run this study alone, for example table-1a; may be given again for others.")
  var only: [String] = []

  @OptionGroup var study: StudyOptions
  @OptionGroup var threads: ThreadOptions

  func run() throws {
    warnOfKernels()
    let start = DispatchTime.now().uptimeNanoseconds
    let base = try study.base()
    let vectors = try study.wordVectors()
    var studies = study.profile.studies(base: base, wordVectors: vectors)
    if let name = only.first(where: { name in !studies.contains { $0.name == name } }) {
      throw ValidationError(
        "There is no study \(name); there are \(studies.map(\.name).joined(separator: ", ")).")
    }
    if !only.isEmpty { studies.removeAll { !only.contains($0.name) } }
    let folders = OutputFolders(root: study.output)
    try folders.make()
    printError("\(Set(studies.flatMap(\.experiments)).count) experiments in \(studies.count) studies")

    // Tables and figures are written after each study, so that there is something to see before the end.
    let workbench = Workbench(
      checkpoints: CheckpointStore(folder: folders.runs), threads: threads.threads,
      photographs: study.coco, vectors: vectors)
    let runner = Runner(store: ResultStore(folder: folders.results), workbench: workbench)
    // Photographs may lack the classes that a split asks for: better said now than after hours.
    let sets = try workbench.dataSets(base.data)
    for split in Set(studies.flatMap(\.splits)) { _ = try sets.setA(of: split) }
    let examples = try base.data.firstExamples(photographs: study.coco)
    for part in studies {
      printError(part.title)
      _ = try runner.run(part.experiments)
      let report = try study.report()
      try report.writeTables()
      try report.writeFigures(examples: examples)
    }

    let report = try study.report()
    if let key = report.documents.first { print("\n\(key.markdown)") }
    for claim in report.claims where claim.verdict != .missing { print(claim.text) }
    let seconds = Double(DispatchTime.now().uptimeNanoseconds - start) * 1e-9
    print("\nDone in \(Progress.duration(seconds)). Tables: \(folders.results)  Figures: \(folders.figures)")
    if let note = study.profile.note { print(note) }
  }
}
