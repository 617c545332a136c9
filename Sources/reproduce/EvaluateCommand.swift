import ArgumentParser
import COCO
import Experiments
import Foundation

/// COCO's twelve numbers of a results file.
struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate", abstract: "COCO's twelve numbers of a results file.")

  @Option(help: "The truth: an annotation file in COCO's format.")
  var annotations: String

  @Option(help: "The detections: a results file in COCO's format.")
  var results: String

  @Option(help: "What is laid over each other: segm or bbox.")
  var type: Overlap = .segm

  @Flag(help: "One JSON object with the keys AP, AP50, AP75, APs, APm, APl, AR1, AR10, AR100, ARs, ARm, ARl.")
  var json = false

  @Option(help: "Judge the classes of A and of B of this split apart: voc, non-voc, random:N:TRIAL.")
  var split: ClassSplit?

  @OptionGroup var threads: ThreadOptions

  enum Overlap: String, ExpressibleByArgument, CaseIterable {
    case segm
    case bbox
  }

  func run() throws {
    let truth = try AnnotationFile(reading: annotations)
    let found = try ResultsFile(reading: results, about: truth)
    var sets: [(name: String, ids: Set<Int>?)] = [("all", nil)]
    if let split {
      let setA = try split.setA(of: truth.categories, annotations: truth.annotations, file: annotations)
      let idsOfA = Set(setA.map { truth.categories[$0 - 1].id })
      sets = [("A", idsOfA), ("B", Set(truth.categories.map(\.id)).subtracting(idsOfA))]
    }
    let summaries = try sets.map { set in
      (
        set.name,
        try AveragePrecision.evaluate(
          truth: truth, results: found, type: type == .segm ? .masks : .boxes, categories: set.ids,
          threads: threads.threads)
      )
    }
    guard json else {
      for (name, summary) in summaries {
        if split != nil { print("Classes of \(name)") }
        print(summary)
      }
      return
    }
    let objects = summaries.map { name, summary in
      (name, Dictionary(uniqueKeysWithValues: summary.named.map { ($0.name, $0.value) }))
    }
    let data =
      split == nil
      ? try readableJSON(objects[0].1) : try readableJSON(Dictionary(uniqueKeysWithValues: objects))
    print(String(decoding: data, as: UTF8.self), terminator: "")
  }
}

extension ClassSplit: ExpressibleByArgument {
  /// Read as the command line writes it; nil for what is no split.
  public init?(argument: String) { self.init(argument) }
}
