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
      where it was, to the same bits. Around a --detector the studies are run that are trained stage by stage; what \
      that costs is said first.
      """)

  @OptionGroup var selection: SelectionOptions
  @OptionGroup var study: StudyOptions
  @OptionGroup var threads: ThreadOptions
  @OptionGroup var checkpoints: CheckpointOptions

  func run() throws {
    warnOfKernels()
    let watch = Stopwatch()
    let detector = try study.detector()
    let base = try study.base(around: detector)
    let studies = try selection.studies(of: study, base: base)
    let folders = OutputFolders(root: study.output)
    try folders.make()
    folders.removeRemains()

    var display = Progress.Display.standardError
    let say = { @Sendable [display] line in display.say(line) }
    let results = ResultStore(folder: folders.results, say: say)
    let states = CheckpointStore(folder: folders.runs, say: say)
    let plan = try RunPlan(studies, results: results, checkpoints: states)
    let extent = "\(studies.count) \(studies.count == 1 ? "study" : "studies")"
    display.say("\(plan.count) runs in \(extent), \(plan.doneCount) done: `reproduce plan` lists them")
    // The record is of all that there is, whatever was asked for now.
    let everything = study.profile.studies(base: base, wordVectors: try study.wordVectors())
    let recorder = try RunRecorder(
      RunPlan(everything, results: results, checkpoints: states), profile: study.profile, base: base,
      threads: threads.threads, output: folders, say: say)
    let whole = WholeProgress(plan)
    display.whole = whole
    let workbench = Workbench(
      checkpoints: states, threads: threads.threads, photographs: study.coco,
      vectors: try study.wordVectors(),
      display: display, checkpointInterval: checkpoints.checkpointInterval, recorder: recorder,
      detector: detector)
    let runner = Runner(store: results, workbench: workbench, whole: whole, recorder: recorder)
    // Photographs may lack the classes that a split asks for: better said now than after hours.
    let sets = try workbench.dataSets(base.data)
    for split in Set(studies.flatMap(\.splits)) { _ = try sets.setA(of: split) }
    if detector != nil {
      display.say(
        "The detector is given: what trains one end to end is left out, and so are studies in worlds of their own"
      )
      let cost = try workbench.frozenCost(of: base)
      for line in cost.lines(
        steps: plan.stepsLeft, judgings: plan.count - plan.doneCount, besidesCOCO: study.coco != nil)
      { display.say(line) }
      try cost.checkRoom()
    }
    let examples = try base.data.firstExamples(photographs: study.coco)
    // Tables are written after each study, so that there is something to see before the end.
    for part in studies {
      display.say(part.title)
      _ = try runner.run(part.experiments)
      try recorder.during(.drawing) { _ = try study.report(base: base).writeTables() }
    }
    let report = try study.report(base: base)
    try recorder.during(.drawing) { _ = try report.writeFigures(examples: examples) }
    try recorder.finish()

    if let key = report.documents.first { print("\n\(key.markdown)") }
    for claim in report.claims where claim.verdict != .missing { print(claim.text) }
    print(
      "\nDone in \(Progress.duration(watch.seconds)); \(Progress.duration(recorder.secondsInAll)) over all processes that "
        + "worked on it. Tables: \(folders.results)  Figures: \(folders.figures)")
    if let note = study.profile.note { print(note) }
  }
}
