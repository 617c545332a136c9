import Tensors
import Testing

@testable import Experiments

@Suite("§3 The plan of runs")
struct RunPlanTests {
  /// The key comparison and the table of T's input, in a folder with some results.
  static func plan(in folder: String, done: [Experiment]) throws -> RunPlan {
    let store = ResultStore(folder: folder)
    for run in done { try store.write(SampleResults.result(run)) }
    return try RunPlan(studies, results: store, checkpoints: CheckpointStore(folder: folder))
  }

  static let studies = Array(Profile.smoke.studies(base: Profile.smoke.base()).prefix(2))
  static let key = studies[0].experiments

  static func index(_ contender: Contender) -> Int { key.firstIndex { $0.contender == contender }! }

  @Test("Runs that studies share are counted once and listed where they first occur")
  func shared() throws {
    try inTemporaryFolder { folder in
      let plan = try Self.plan(in: folder, done: [])
      let all = Self.studies.flatMap(\.experiments)
      #expect(plan.count == Set(all).count && plan.count < all.count)
      let sections = plan.sections()
      #expect(sections.map(\.title) == ["Stage one"] + Self.studies.map(\.title))
      #expect(sections[0].entries.count == 1)
      let entries = sections.dropFirst().flatMap(\.entries)
      #expect(entries.count { $0.sharedWith == nil } == plan.count)
      #expect(entries.count { $0.sharedWith == "key-comparison" } == all.count - plan.count)
      // Nothing is known yet of how long they take.
      #expect(entries.allSatisfy { $0.state == .toDo && $0.left == nil || $0.sharedWith != nil })
      #expect(
        plan.lines.last
          == "0 of \(plan.count) runs done, 0.0 s spent, time left not known: nothing like it was done yet")
    }
  }

  @Test(
    "Times by hand: a training of the same kind takes what its like took, a shared training is counted once")
  func estimates() throws {
    try inTemporaryFolder { folder in
      // Results of 1.5 s training and 0.5 s judging.
      let baseline = Self.key[Self.index(.partial(.baseline))]
      let oracle = Self.key[Self.index(.full(.oracle))]
      let plan = try Self.plan(in: folder, done: [baseline, oracle])
      let entries = plan.sections()[1].entries
      func entry(_ run: Experiment) -> RunPlan.Entry { entries[Self.key.firstIndex(of: run)!] }
      #expect(entry(baseline).state == .done && entry(baseline).spent == 2)
      // The other split's oracle is the same network: its training is in the first one's time, or must be done again if
      // the network is gone, as here.
      let otherOracle = oracle.with { $0.split = .nonVOC }
      #expect(entry(otherOracle).left == 2)
      try CheckpointStore(folder: folder).write(
        Safetensors(metadata: [
          "memo": #"{"curve":{"points":[],"stage":"mask","interval":1,"sums":{},"count":0},"seconds":1.5}"#
        ]),
        of: Fingerprint(of: oracle.trainingIdentity), .finished)
      let again = try Self.plan(in: folder, done: [])
      let waiting = again.sections()[1].entries[Self.key.firstIndex(of: otherOracle)!]
      #expect(waiting.state == .trained && waiting.spent == 0 && waiting.left == 0.5)
      // No whole box was judged.
      let box = Self.key[Self.index(.wholeBox)]
      #expect(entry(box).left == nil)
      #expect(!plan.rest().isWhole)
      #expect(plan.secondsSpent == ["stage-wise trainings": 3, "judging": 1])
      // Twice the steps, twice the time.
      var durations = RunDurations()
      durations.learn(baseline, Seconds(training: 1.5, evaluation: 0.5))
      let steps = baseline.schedule.masks!.steps
      #expect(durations.seconds(baseline.trainingIdentity, steps: 2 * steps) == 3)
      #expect(durations.seconds(baseline.with { $0.strategy = .endToEnd }.trainingIdentity, steps: 1) == nil)
    }
  }

  @Test("A training underway has its step, a damaged file is named")
  func states() throws {
    try inTemporaryFolder { folder in
      let baseline = Self.key[Self.index(.partial(.baseline))]
      let other = baseline.with { $0.split = .nonVOC }
      let steps = baseline.schedule.masks!.steps
      try CheckpointStore(folder: folder).write(
        Safetensors(metadata: [
          "step": "30",
          "memo": #"{"curve":{"points":[],"stage":"mask","interval":1,"sums":{},"count":0},"seconds":6}"#,
        ]), of: Fingerprint(of: baseline.trainingIdentity), .underway)
      let store = ResultStore(folder: folder)
      try store.write(SampleResults.result(other))
      let path = try store.path(of: other)
      try writeWhole(readWhole(path).dropLast(9), to: path)
      let plan = try Self.plan(in: folder, done: [])
      let entries = plan.sections()[1].entries
      let underway = entries[Self.key.firstIndex(of: baseline)!]
      #expect(underway.state == .underway(step: 30, of: steps) && underway.spent == 6)
      guard case .damaged(let problem) = entries[Self.key.firstIndex(of: other)!].state else {
        Issue.record("not damaged")
        return
      }
      #expect(problem.contains(path))
      #expect(plan.lines.contains { $0.contains("underway, 30 of \(steps)") })
    }
  }
}
