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
    "Durations",
    arguments: [
      (0.04, "0.0 s"), (9.4, "9.4 s"), (59.7, "1 min 00 s"), (245, "4 min 05 s"), (3840, "1 h 04 min"),
    ])
  func durations(_ seconds: Double, _ text: String) {
    #expect(Progress.duration(seconds) == text)
  }
}
