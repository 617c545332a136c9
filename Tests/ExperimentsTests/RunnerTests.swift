import MaskRCNN
import Tensors
import Testing
import TrainingStrategies

@testable import Experiments

@Suite("§3 Runs side by side")
struct RunnerTests {
  /// Four trainings around one detector, one judged in two ways, one of another data set, one end to end.
  static let experiments: [Experiment] = {
    let base = LongTrainingTests.experiment
    var other = base
    if case .miniature(var world) = base.data {
      world.trainingSeed = 9
      other.data = .miniature(world)
    }
    return [
      base.with { $0.contender = .wholeBox },
      base.with { $0.strategy = .endToEnd },
      base,
      base.with { $0.contender = .partial(Method(.transfer(.paper))) },
      base.with { $0.thresholds = [0.3] },
      other,
      base.with { $0.contender = .full(Method(.classSpecific)) },
    ]
  }()

  @Test(
    "Stage-wise runs around one detector on the same images are a group; what shares a training is a row in it"
  )
  func groups() {
    let e = Self.experiments
    #expect(
      Runner.groups(of: e) == [[[e[0]], [e[2], e[4]], [e[3]], [e[6]]], [[e[5]]], [[e[1]]]])
  }

  @Test("Results are the same bits, whether runs go one after the other or side by side")
  func sameBits() throws {
    func run(threads: Int) throws -> [RunResult] {
      try inTemporaryFolder { folder in
        let bench = Workbench(
          checkpoints: CheckpointStore(folder: folder), threads: threads, display: .silent)
        return try Runner(store: ResultStore(folder: folder), workbench: bench).run(Self.experiments).map {
          var result = $0
          result.seconds = Seconds(training: 0, evaluation: 0)
          result.host.threads = 0
          return result
        }
      }
    }
    let alone = try run(threads: 1)
    #expect(alone.map(\.experiment) == Self.experiments)
    #expect(alone[4].thresholds.count == 1 && alone[2].thresholds.isEmpty)
    #expect(try run(threads: 3) == alone)
  }

  @Test("Threads are shared among those who work; the last one has them all")
  func threads() {
    let share = ThreadShare(of: 5)
    #expect(share.threads == 5 && share.part == 1)
    share.use {
      #expect(share.threads == 5 && share.part == 1)
      share.use { #expect(share.threads == 2 && share.part == 0.5) }
      #expect(share.threads == 5)
    }
    let few = ThreadShare(of: 1)
    few.use { few.use { #expect(few.threads == 1) } }
  }
}
