import Foundation

/// How far all runs of some studies are: what stands on the line of progress before the steps of the present ones.
///
/// What is left is the plan's estimate for the runs to come, and what the present ones say of themselves.
public final class WholeProgress: @unchecked Sendable {
  private let lock = NSLock()
  private var plan: RunPlan
  private var rest: RunPlan.Rest
  private var runs: Set<Experiment> = []
  /// Work that goes on, in the order in which it began.
  private var works: [(owner: ObjectIdentifier, work: Work)] = []

  /// The progress of a plan.
  public init(_ plan: RunPlan) { (self.plan, rest) = (plan, plan.rest()) }

  /// A run is underway.
  func begin(_ experiment: Experiment) {
    lock.withLock {
      runs.insert(experiment)
      rest = plan.rest(besides: runs)
    }
  }

  /// A run is done.
  func finish(_ result: RunResult) {
    lock.withLock {
      runs.remove(result.experiment)
      plan.record(result)
      rest = plan.rest(besides: runs)
    }
  }

  /// Work that goes on, with words for it.
  struct Work: Sendable, Equatable {
    /// What it is.
    var title: String
    /// How far it is.
    var steps: String
    /// The same in fewer words.
    var stepsInShort: String
    /// Seconds that it may take yet.
    var left: Double
  }

  /// Somebody's work is so far. Returns what goes on, in the order in which it began.
  func update(_ owner: ObjectIdentifier, _ work: Work) -> [Work] {
    lock.withLock {
      if let place = works.firstIndex(where: { $0.owner == owner }) {
        works[place].work = work
      } else {
        works.append((owner, work))
      }
      return works.map(\.work)
    }
  }

  /// Somebody's work has ended.
  func end(_ owner: ObjectIdentifier) { lock.withLock { works.removeAll { $0.owner == owner } } }

  /// The share of runs that are done.
  var fraction: Double { lock.withLock { Double(plan.doneCount) / Double(max(1, plan.count)) } }

  /// `37/247 runs, 31 min 20 s left`. As long as there are runs of a kind of which none was done, nobody can say more than a
  /// bound. What goes on side by side shares the clock.
  var text: String {
    let (runs, rest, left) = lock.withLock {
      (
        "\(plan.doneCount)/\(plan.count) runs", self.rest,
        works.reduce(0) { $0 + $1.work.left } / Double(max(1, works.count))
      )
    }
    let seconds = rest.seconds + left
    guard seconds > 0 else { return runs }
    return "\(runs), \(rest.isWhole ? "" : "more than ")\(Progress.duration(seconds)) left"
  }
}
