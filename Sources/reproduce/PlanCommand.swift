import ArgumentParser
import Experiments

/// What is done and what is to do.
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Lists every run of every study: what is done, what is to do, and how long it takes.",
    discussion: """
      Nothing is computed. Times behind `~` are estimates from runs of the same kind that are done; where there are \
      none, there is a dash. What several runs share is counted where it first occurs.
      """)

  @OptionGroup var selection: SelectionOptions
  @OptionGroup var study: StudyOptions

  func run() throws {
    let folders = OutputFolders(root: study.output)
    let plan = try RunPlan(
      selection.studies(of: study), results: ResultStore(folder: folders.results),
      checkpoints: CheckpointStore(folder: folders.runs))
    for line in plan.lines { print(line) }
  }
}
