import ArgumentParser
import Experiments

/// What is done and what is to do.
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Lists every run of every study: what is done, what is to do, and how long it takes.",
    discussion: """
      Nothing is computed, but with --detector: a few images are looked at, to tell what all of them cost. Times behind `~` are estimates from runs of the same kind that are done; where there are \
      none, there is a dash. What several runs share is counted where it first occurs.
      """)

  @OptionGroup var selection: SelectionOptions
  @OptionGroup var study: StudyOptions
  @OptionGroup var threads: ThreadOptions

  func run() throws {
    let folders = OutputFolders(root: study.output)
    let detector = try study.detector()
    let base = try study.base(around: detector)
    let checkpoints = CheckpointStore(folder: folders.runs)
    let plan = try RunPlan(
      selection.studies(of: study, base: base), results: ResultStore(folder: folders.results),
      checkpoints: checkpoints)
    for line in plan.lines { print(line) }
    guard let detector else { return }
    try folders.make()
    let workbench = Workbench(
      checkpoints: checkpoints, threads: threads.threads, photographs: study.coco, detector: detector)
    let cost = try workbench.frozenCost(of: base)
    for line in cost.lines(
      steps: plan.stepsLeft, judgings: plan.count - plan.doneCount, besidesCOCO: study.coco != nil)
    { print(line) }
  }
}
