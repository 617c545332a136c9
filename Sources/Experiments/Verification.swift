import COCO
import Foundation
import Tensors

/// Holds what a run made against what its studies ask for.
public enum Verification {
  /// Checks that every experiment has a whole result, and every table and figure is there and is what its ending says,
  /// and there is a record of what the run took. A further study, of a larger extent, is there whole or not at all.
  /// Throws `InputError` naming the first thing that is not; returns the counts of results, files of tables, and files of figures.
  public static func check(
    profile: Profile, base: Experiment, wordVectors: WordVectorSource, examples: [Example],
    output: OutputFolders
  ) throws -> (results: Int, tables: Int, figures: Int) {
    let store = ResultStore(folder: output.results)
    let further = try profile.furtherStudies(base: base).filter { study in
      try study.experiments.contains { FileManager.default.fileExists(atPath: try store.path(of: $0)) }
    }
    let studies = profile.studies(base: base, wordVectors: wordVectors) + further
    let experiments = Set(studies.flatMap(\.experiments))
    var results: [RunResult] = []
    for experiment in experiments {
      let result = try store.read(store.path(of: experiment))
      guard result.experiment == experiment else {
        throw InputError(
          file: try store.path(of: experiment), place: "result.experiment",
          problem: "belongs to another experiment")
      }
      results.append(result)
    }

    let report = Report(
      profile: profile, base: base, wordVectors: wordVectors, results: results, output: output)
    guard report.documents.count == report.studies.count else {
      throw InputError(
        file: output.results, problem: "\(report.documents.count) of \(report.studies.count) tables")
    }
    let tables = try report.tableFiles()
    for (name, content) in tables {
      let path = "\(output.results)/\(name)"
      guard try readWhole(path) == content else {
        throw InputError(
          file: path, problem: "differs from what the results say; `reproduce tables` writes it anew")
      }
    }
    let record = try RunRecord(contentsOf: "\(output.results)/run.json")
    guard record.profile == profile, record.base == (try Fingerprint(of: base).short) else {
      throw InputError(file: "\(output.results)/run.json", problem: "is the record of another run")
    }
    guard
      String(decoding: try readWhole("\(output.results)/run.md"), as: UTF8.self) == record.document.markdown
    else {
      throw InputError(
        file: "\(output.results)/run.md", problem: "differs from run.json; `reproduce all` writes it anew")
    }

    var figures = 0
    for (name, figure) in try report.figures(examples: examples) {
      for ending in figure.endings {
        let path = "\(output.figures)/\(name).\(ending)"
        guard isWhole(try readWhole(path), ending) else {
          throw InputError(file: path, problem: "is not a whole \(ending.uppercased()) file")
        }
        figures += 1
      }
    }
    return (results.count, tables.count, figures)
  }

  /// Whether a drawing starts and ends as its format does.
  private static func isWhole(_ data: Data, _ ending: String) -> Bool {
    switch ending {
    case "png":
      data.starts(with: [0x89, 0x50, 0x4E, 0x47]) && data.suffix(8).starts(with: Data("IEND".utf8))
    case "pdf":
      data.starts(with: Data("%PDF".utf8)) && data.suffix(16).range(of: Data("%%EOF".utf8)) != nil
    default:
      data.range(of: Data("<svg".utf8)) != nil && data.suffix(16).range(of: Data("</svg>".utf8)) != nil
    }
  }
}
