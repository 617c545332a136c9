import Foundation
import Tensors
import Testing

@testable import Experiments

@Suite("§3 What a run took")
struct RunRecorderTests {
  static func recorder(
    of profile: Profile, in output: OutputFolders, clock: @escaping @Sendable () -> Double = { 0 },
    say: (String) -> Void = { _ in }
  ) throws -> RunRecorder {
    let plan = try RunPlan(
      profile.studies(base: profile.base()), results: ResultStore(folder: output.results),
      checkpoints: CheckpointStore(folder: output.runs))
    return try RunRecorder(
      plan, profile: profile, base: profile.base(), threads: 2, output: output, say: say, clock: clock)
  }

  @Test(
    "Time counts to the innermost kind of work, adds up over processes, and stays as it is where nothing is computed"
  )
  func accumulation() throws {
    try inTemporaryFolder { folder in
      let output = OutputFolders(root: folder)
      try output.make()
      let clock = ProgressTests.Clock()
      func process(_ body: (RunRecorder) throws -> Void) throws -> RunRecord {
        try body(Self.recorder(of: .smoke, in: output, clock: { clock.now }))
        return try RunRecord(contentsOf: "\(output.results)/run.json")
      }
      let first = try process { recorder in
        clock.now += 1
        recorder.during(.endToEnd) {
          clock.now += 2
          recorder.during(.stageOne) { clock.now += 4 }
          clock.now += 8
        }
        try recorder.finishRun()
        try recorder.finish()
        // Lost, as after a kill.
        clock.now += 16
      }
      #expect(first.seconds == ["other": 1, "end-to-end trainings": 10, "stage one": 4])
      #expect(first.secondsInAll == 15 && first.runs == 1 && first.processes == 1)
      #expect(first.start != nil && first.peakMemory > 1 << 20)
      #expect(!first.document.notes.contains { $0.hasPrefix("Begun from results") })

      let files = ["run.json", "run.md"].map { "\(output.results)/\($0)" }
      let before = try files.map { try readWhole($0) }
      _ = try process { recorder in
        recorder.during(.drawing) { clock.now += 3 }
        try recorder.finish()
      }
      #expect(try files.map { try readWhole($0) } == before)

      let third = try process { recorder in
        recorder.during(.judging) { clock.now += 0.5 }
        try recorder.save()
      }
      #expect(third.secondsInAll == 15.5 && third.processes == 2 && third.start == first.start)
      #expect(third.document.markdown.contains("| time in all | 16 s |"))
    }
  }

  @Test("Time of work that goes on side by side counts to each kind in equal parts")
  func sideBySide() throws {
    try inTemporaryFolder { folder in
      let output = OutputFolders(root: folder)
      try output.make()
      let clock = ProgressTests.Clock()
      let recorder = try Self.recorder(of: .smoke, in: output, clock: { clock.now })
      // The second thread works while the first judges, and is done before it.
      let (begun, ended) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
      let mayEnd = DispatchSemaphore(value: 0)
      recorder.during(.judging) {
        clock.now += 1
        Thread.detachNewThread {
          recorder.during(.stageWise) {
            begun.signal()
            mayEnd.wait()
          }
          ended.signal()
        }
        begun.wait()
        clock.now += 8
        mayEnd.signal()
        ended.wait()
        clock.now += 2
      }
      try recorder.save()
      let seconds = try RunRecord(contentsOf: "\(output.results)/run.json").seconds
      #expect(seconds == ["judging": 7, "stage-wise trainings": 4, "other": 0])
    }
  }

  @Test(
    "Without a record, what results tell is counted; a damaged one is said aloud; another extent's is replaced"
  )
  func beginnings() throws {
    try inTemporaryFolder { folder in
      let output = OutputFolders(root: folder)
      try output.make()
      try ResultStore(folder: output.results).write(SampleResults.result())
      let path = "\(output.results)/run.json"
      try Self.recorder(of: .smoke, in: output).finish()
      let record = try RunRecord(contentsOf: path)
      #expect(record.seconds.filter { $0.value > 0 } == ["stage-wise trainings": 1.5, "judging": 0.5])
      #expect(record.start == nil && record.runs == 1)
      #expect(record.document.notes.contains { $0.hasPrefix("Begun from results") })

      try writeWhole(readWhole(path).dropLast(30), to: path)
      let lines = Lines()
      try Self.recorder(of: .smoke, in: output, say: { lines.append($0) }).finish()
      #expect(lines.all.count == 1)
      #expect(try RunRecord(contentsOf: path).secondsInAll == 2)

      try Self.recorder(of: .standard, in: output).finish()
      let other = try RunRecord(contentsOf: path)
      #expect(other.profile == .standard && other.secondsInAll == 0 && other.runs == 0)
    }
  }
}
