import Foundation
import Testing

@testable import Experiments

@Suite("Progress")
struct ProgressTests {
  /// A clock that is set by hand.
  final class Clock: @unchecked Sendable {
    var now = 100.0
  }

  @Test("In a pipe: a plain line when ten seconds have gone by, and one at the end")
  func plainLines() {
    let (clock, lines) = (Clock(), Lines())
    let progress = Progress(
      "stage 1", total: 100, display: .lines(interval: 10), write: { lines.append($0) }, clock: { clock.now })
    for _ in 0..<40 {
      clock.now += 0.5
      progress.advance(note: "loss 1.25")
    }
    progress.finish()
    #expect(
      lines.all == [
        "stage 1: 20 of 100 steps, 2.00/s, 40 s left, loss 1.25\n",
        "stage 1: 40 of 100 steps, 2.00/s, 30 s left, loss 1.25\n",
        "stage 1: 40 steps in 20 s, 2.00/s, loss 1.25\n",
      ])
  }

  @Test("On a terminal: one line, written over, never wider than the terminal")
  func terminal() {
    let (clock, lines) = (Clock(), Lines())
    let progress = Progress(
      "stage 1", total: 4, display: .terminal(width: 60), write: { lines.append($0) }, clock: { clock.now })
    for _ in 0..<4 {
      clock.now += 2
      progress.advance()
    }
    progress.finish()
    #expect(lines.all.count == 6)
    #expect(lines.all.allSatisfy { $0.hasPrefix("\r") && $0.dropFirst().count <= 60 })
    #expect(lines.all[2].hasPrefix("\r[##########..........] stage 1: 2 of 4 steps, 0.50/s, 4"))
    #expect(lines.all[5].hasSuffix("\n"))
  }

  @Test("What an earlier process did counts as progress, not as rate")
  func resumed() {
    let (clock, lines) = (Clock(), Lines())
    let progress = Progress(
      "stage 1", total: 100, done: 90, display: .lines(interval: 1), write: { lines.append($0) },
      clock: { clock.now })
    clock.now += 2
    progress.advance(by: 2)
    #expect(lines.all == ["stage 1: 92 of 100 steps, 1.00/s, 8.0 s left\n"])
  }

  @Test(
    "A part of a whole: the whole stands in front, its time left counts the part's, and there is one line for all"
  )
  func whole() throws {
    try inTemporaryFolder { folder in
      let store = ResultStore(folder: folder)
      let study = Profile.smoke.studies(base: Profile.smoke.base())[0]
      let runs = study.experiments
      // One run of each kind is done: the plan knows what the others take.
      let first = runs.first { $0.contender != .wholeBox }!
      for run in runs where run.contender == .wholeBox || run.contender == first.contender {
        try store.write(SampleResults.result(run))
      }
      let plan = try RunPlan([study], results: store, checkpoints: CheckpointStore(folder: folder))
      let whole = WholeProgress(plan)
      let open = runs.first { plan.isOpen($0) }!
      whole.begin(open)
      let rest = plan.rest(besides: [open])
      #expect(rest.isWhole && rest.seconds > 1)

      let (clock, lines) = (Clock(), Lines())
      func train(_ display: ProgressDisplay, title: String = "transfer") {
        var display = display
        display.whole = whole
        let progress = Progress(
          title, total: 100, display: display, write: { lines.append($0) }, clock: { clock.now })
        clock.now += 20
        progress.advance(by: 20, note: "loss 0.31")
        progress.finish()
      }
      let count = "\(plan.doneCount)/\(plan.count) runs"
      train(.lines(interval: 10))
      let left = Progress.duration(rest.seconds + 80)
      #expect(
        lines.all == [
          "\(count), \(left) left · transfer: 20 of 100 steps, 1.00/s, loss 0.31\n",
          "\(count), \(Progress.duration(rest.seconds)) left · transfer: 20 steps in 20 s, 1.00/s, loss 0.31\n",
        ])

      let before = lines.all.count
      train(
        .terminal(width: 100),
        title: "a title that is longer than any terminal " + String(repeating: "x", count: 80))
      let drawn = lines.all.dropFirst(before)
      #expect(drawn.allSatisfy { $0.hasPrefix("\r[###.......] \(count), ") && $0.count == 100 })
      #expect(drawn.allSatisfy { !$0.hasSuffix("\n") })
      // The title gives way, not the numbers.
      #expect(drawn.last!.contains("…: 20 of 100 steps, 1.00/s, loss 0.31"))
    }
  }

  @Test("Two works side by side stand on one line, share the clock, and make room for each other")
  func sideBySide() throws {
    try inTemporaryFolder { folder in
      let study = Profile.smoke.studies(base: Profile.smoke.base())[0]
      let plan = try RunPlan(
        [study], results: ResultStore(folder: folder), checkpoints: CheckpointStore(folder: folder))
      let whole = WholeProgress(plan)
      for run in study.experiments { whole.begin(run) }
      let (clock, lines) = (Clock(), Lines())
      var display = ProgressDisplay.terminal(width: 90)
      display.whole = whole
      func work(_ title: String) -> Experiments.Progress {
        Progress(title, total: 100, display: display, write: { lines.append($0) }, clock: { clock.now })
      }
      let first = work("the transfer with a long name, 1")
      let second = work("baseline")
      clock.now += 10
      first.advance(by: 50)
      second.advance(by: 20)
      // 10 s and 40 s on the clock are left, of which each has a half.
      let front = "\r[..........] 0/\(plan.count) runs, 25 s left · "
      let last = try #require(lines.all.last)
      #expect(last.hasPrefix(front + "the tra") && last.count == 90)
      #expect(last.contains("… 50/100, 5.00/s | baseline 20/100, 2.00/s"))
      first.finish()
      clock.now += 10
      second.advance(by: 20)
      #expect(
        lines.all.last!.hasPrefix("\r[..........] 0/\(plan.count) runs, 30 s left · baseline: 40 of 100"))
    }
  }

  @Test(
    "Durations",
    arguments: [
      (0.04, "0.0 s"), (9.4, "9.4 s"), (59.7, "1 min 00 s"), (245, "4 min 05 s"), (3840, "1 h 04 min"),
    ])
  func durations(_ seconds: Double, _ text: String) {
    #expect(Progress.duration(seconds) == text)
  }
}
