import MaskRCNN
import Foundation
import Tensors
import TrainingStrategies

/// §3 Computes the results of experiments: what is stored already is not computed, what experiments share is computed
/// once, and what shares nothing but a detector is computed side by side.
public final class Runner: Sendable {
  /// Results.
  public let store: ResultStore
  private let workbench: Workbench
  private let whole: WholeProgress?
  private let recorder: RunRecorder?

  /// A runner that stores results and takes trained models from a workbench.
  ///
  /// - Parameters:
  ///   - whole: is told what is underway and what is done.
  ///   - recorder: keeps how long things take.
  public init(
    store: ResultStore, workbench: Workbench, whole: WholeProgress? = nil, recorder: RunRecorder? = nil
  ) {
    (self.store, self.workbench) = (store, workbench)
    (self.whole, self.recorder) = (whole, recorder)
  }

  /// The results of experiments, in their order.
  public func run(_ experiments: [Experiment]) throws -> [RunResult] {
    let unique = experiments.grouped { $0 }.map { $0[0] }
    var results: [Experiment: RunResult] = [:]
    for experiment in unique { results[experiment] = try store.result(of: experiment) }
    let open = unique.filter { results[$0] == nil }
    for group in Self.groups(of: open) {
      let shared = group[0][0]
      whole?.begin(shared)
      try recorder.during(shared.strategy.work) { try workbench.prepare(shared) }
      let done = try Parallel.map(group.count, threads: workbench.share.total) { number in
        try workbench.share.use {
          try group[number].map { experiment in
            let place = whole == nil ? "\(open.firstIndex(of: experiment)! + 1)/\(open.count) " : ""
            return try finish(experiment, title: place + experiment.title)
          }
        }
      }
      for result in done.joined() { results[result.experiment] = result }
    }
    return experiments.map { results[$0]! }
  }

  /// Experiments in groups, one group after the other. What is in a group goes side by side: stage-wise experiments around
  /// one detector, on the same images. What shares a training, and differs in how it is judged, stays in a row. Stage-wise
  /// ones come first: they share most.
  static func groups(of experiments: [Experiment]) -> [[[Experiment]]] {
    experiments.filter { $0.strategy == .stageWise }
      .grouped { Shared(stageOne: $0.stageOneIdentity, data: $0.data, boxes: $0.detector.maskBoxes) }
      .map { $0.grouped { $0.maskTrainings[0] } }
      + experiments.filter { $0.strategy != .stageWise }.grouped(by: \.trainingIdentity).map { [$0] }
  }

  private struct Shared: Hashable {
    let stageOne: TrainingIdentity
    let data: DataSource
    let boxes: MaskBoxes?
  }

  /// Computes and stores a result.
  private func finish(_ experiment: Experiment, title: String) throws -> RunResult {
    whole?.begin(experiment)
    let result = try compute(experiment, title: title)
    try store.write(result)
    try recorder?.finishRun()
    whole?.finish(result)
    return result
  }

  /// What the detector's weights tell of an oracle's kernels. A network that learns end to end has a detector of its own, and
  /// many classes would take long.
  private func kernelRegressions(
    of model: MaskXRCNN?, _ experiment: Experiment, _ sets: DataSets, setA: Set<Int>
  ) throws -> [KernelRegression]? {
    guard let model, experiment.contender == .full(.oracle), experiment.strategy == .stageWise,
      !experiment.hasManyClasses
    else { return nil }
    return KernelRegression.all(of: model, setA: setA)
  }

  /// Trains and judges.
  private func compute(_ experiment: Experiment, title: String) throws -> RunResult {
    let sets = try workbench.dataSets(experiment.data)
    let setA = try sets.setA(of: experiment.split)
    let trained = try recorder.during(experiment.strategy.work) {
      try workbench.trained(experiment, title: title)
    }
    var scores: Evaluation.Scores?
    let seconds = try recorder.during(.judging) {
      let views = try trained.judgedViews()
      let share = workbench.share
      return share.part
        * (try Benchmark.clocked {
          scores = try Evaluation(
            detector: trained.detector, views: views, truth: sets.truth, threads: share.threads,
            leastSampleScore: experiment.hasManyClasses ? 0.1 : 0.3
          )
          .scores(
            of: trained.maker, setA: setA, judged: try sets.judged(under: experiment.split),
            thresholds: experiment.thresholds ?? [])
        })
    }
    let found = scores!
    return RunResult(
      experiment: experiment, masks: found.masks, boxes: found.boxes, truthBoxes: found.truthBoxes,
      thresholds: found.thresholds, maskAPByClass: found.maskAPByClass,
      classes: experiment.hasManyClasses
        ? try sets.facts(setA: setA, ious: found.iousByClass, detector: trained.detector) : nil,
      samples: found.samples,
      samplesInTrueBoxes: found.samplesInTrueBoxes, uncrowded: found.uncrowded,
      proposalRecall: found.proposalRecall,
      kernelRegressions: try kernelRegressions(of: trained.model, experiment, sets, setA: setA),
      curve: trained.curve, seconds: Seconds(training: trained.seconds, evaluation: seconds),
      masksPerClassInA: try sets.masksPerClass(in: setA), host: .here(threads: workbench.share.total))
  }
}

extension Array {
  /// Those of one key together, keys and elements in the order in which they come.
  func grouped(by key: (Element) -> some Hashable) -> [[Element]] {
    var (groups, places): ([[Element]], [AnyHashable: Int]) = ([], [:])
    for element in self {
      let place = places[key(element), default: groups.count]
      if place == groups.count { groups.append([]) }
      places[key(element)] = place
      groups[place].append(element)
    }
    return groups
  }
}
