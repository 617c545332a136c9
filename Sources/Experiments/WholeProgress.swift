import Foundation

/// How far all runs of some studies are: what stands on the line of progress before the steps of the present one.
///
/// What is left is the plan's estimate for the runs to come, and the present work's own.
public final class WholeProgress: @unchecked Sendable {
  private let lock = NSLock()
  private var plan: RunPlan
  private var rest: RunPlan.Rest

  /// The progress of a plan.
  public init(_ plan: RunPlan) { (self.plan, rest) = (plan, plan.rest()) }

  /// A run is underway.
  func begin(_ experiment: Experiment) { lock.withLock { rest = plan.rest(besides: experiment) } }

  /// A run is done.
  func finish(_ result: RunResult) {
    lock.withLock {
      plan.record(result)
      rest = plan.rest()
    }
  }

  /// The share of runs that are done.
  var fraction: Double { lock.withLock { Double(plan.doneCount) / Double(max(1, plan.count)) } }

  /// `37/247 runs, 31 min 20 s left`, where the present work has `left` seconds to go. As long as there are runs of a kind
  /// of which none was done, nobody can say more than a bound.
  func text(left: Double) -> String {
    let (runs, rest) = lock.withLock { ("\(plan.doneCount)/\(plan.count) runs", self.rest) }
    let seconds = rest.seconds + left
    guard seconds > 0 else { return runs }
    return "\(runs), \(rest.isWhole ? "" : "more than ")\(Progress.duration(seconds)) left"
  }
}
