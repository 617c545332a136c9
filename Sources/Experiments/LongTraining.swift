import Backpropagation
import Foundation
import Tensors
import TrainingStrategies

/// A training that can be stopped at any moment, kill -9 too, and goes on from its last checkpoint to the same bits.
struct LongTraining {
  let checkpoints: CheckpointStore
  let share: ThreadShare
  let display: Progress.Display
  /// Seconds between checkpoints.
  var interval = 30.0
  /// Called after each checkpoint.
  var afterCheckpoint: () throws -> Void = {}
  /// Called after each step and its checkpoint. What it throws stops the training as a kill would.
  var afterStep: (Int) throws -> Void = { _ in }

  /// What a training leaves beside its weights.
  struct Outcome {
    var curve: [CurvePoint]
    /// Its part of the time on the clock (`ThreadShare`).
    var seconds: Double
  }

  /// Runs a session to its end, or reads its end from an earlier process. The session's parameters then hold the trained
  /// weights.
  func run(
    _ session: inout TrainingSession, of identity: TrainingIdentity, title: String, stage: String
  ) throws -> Outcome {
    let key = try Fingerprint(of: identity)

    /// A state that is whole, with its memo. What cannot be read is said.
    func usable(_ part: CheckpointStore.Part) throws -> (state: Safetensors, memo: Memo)? {
      guard let state = try checkpoints.read(key, part) else { return nil }
      do {
        return (state, try Self.memo(of: state, file: checkpoints.path(of: key, part)))
      } catch let error as InputError {
        checkpoints.say("\(error); it will be computed anew")
        return nil
      }
    }

    // It may have ended already, ...
    if let (state, memo) = try usable(.finished) {
      try state.load(into: session.parameters, file: checkpoints.path(of: key, .finished))
      return Outcome(curve: memo.curve.points, seconds: memo.seconds)
    }
    // ... or be on its way.
    var memo = Memo(curve: CurveRecorder(stage: stage, steps: session.trainer.schedule.steps), seconds: 0)
    if let (state, former) = try usable(.underway) {
      try session.trainer.restore(state, file: checkpoints.path(of: key, .underway))
      memo = former
    }

    let progress = Progress(
      title, total: session.trainer.schedule.steps, done: session.trainer.step, display: display)
    var (sinceStep, sinceCheckpoint) = (Stopwatch(), Stopwatch())
    var writing = 0.0
    while !session.isDone {
      let losses = try session.advance(threads: share.threads)
      memo.curve.record(losses)
      memo.seconds += share.part * sinceStep.lap()
      progress.advance(note: "loss \(decimal(Double(losses.total), 3))")
      if Self.isDue(after: sinceCheckpoint.seconds, interval: interval, writing: writing) {
        _ = sinceCheckpoint.lap()
        writing = try Benchmark.clocked {
          try checkpoints.write(sealed(session.trainer.checkpoint, memo), of: key, .underway)
        }
        try afterCheckpoint()
      }
      try afterStep(session.trainer.step)
    }
    progress.finish()

    var end = Safetensors()
    for parameter in session.parameters { end.tensors[parameter.name] = parameter.value }
    try checkpoints.write(sealed(end, memo), of: key, .finished)
    try afterCheckpoint()
    return Outcome(curve: memo.curve.points, seconds: memo.seconds)
  }

  /// Whether a checkpoint is due so many seconds after the last one, which took `writing` seconds: a large model's waits
  /// until its writing is a tenth of the time. With an interval of 0 each step has one.
  static func isDue(after elapsed: Double, interval: Double, writing: Double) -> Bool {
    elapsed >= (interval > 0 ? max(interval, 10 * writing) : 0)
  }

  /// How far a training is.
  enum Standing {
    case finished(seconds: Double)
    case underway(step: Int, seconds: Double)
    case toDo
    case damaged(InputError)
  }

  /// How far a training is, by what it left. Its network is not built.
  static func standing(of identity: TrainingIdentity, in checkpoints: CheckpointStore) throws -> Standing {
    let key = try Fingerprint(of: identity)
    var damage: InputError?
    for part in [CheckpointStore.Part.finished, .underway] {
      let file = checkpoints.path(of: key, part)
      switch try checkpoints.find(key, part) {
      case .whole(let state):
        let seconds: Double
        do { seconds = try memo(of: state, file: file).seconds } catch let error as InputError {
          damage = damage ?? error
          continue
        }
        if part == .finished { return .finished(seconds: seconds) }
        return .underway(step: state.metadata["step"].flatMap { Int($0) } ?? 0, seconds: seconds)
      case .damaged(let error): damage = damage ?? error
      case .missing: break
      }
    }
    return damage.map { .damaged($0) } ?? .toDo
  }

  private struct Memo: Codable {
    var curve: CurveRecorder
    var seconds: Double
  }

  private func sealed(_ state: Safetensors, _ memo: Memo) throws -> Safetensors {
    var state = state
    state.metadata["memo"] = String(decoding: try canonicalJSON(memo), as: UTF8.self)
    return state
  }

  private static func memo(of state: Safetensors, file: String) throws -> Memo {
    guard let text = state.metadata["memo"],
      let memo = try? JSONDecoder().decode(Memo.self, from: Data(text.utf8))
    else { throw InputError(file: file, place: "__metadata__.memo", problem: "expected curve and seconds") }
    return memo
  }
}
