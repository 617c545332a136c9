import Foundation
import Tensors
import TrainingStrategies

/// §3 Computes the results of experiments: what is stored already is not computed, what experiments share is computed
/// once.
public final class Runner {
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
    // Stage-wise ones first: they share a detector.
    var unique: [Experiment] = []
    var seen: Set<Experiment> = []
    for strategy in Strategy.allCases {
      for experiment in experiments
      where experiment.strategy == strategy && seen.insert(experiment).inserted {
        unique.append(experiment)
      }
    }
    var results: [Experiment: RunResult] = [:]
    for (number, experiment) in unique.enumerated() {
      if let stored = try store.result(of: experiment) {
        results[experiment] = stored
        continue
      }
      whole?.begin(experiment)
      let place = whole == nil ? "\(number + 1)/\(unique.count) " : ""
      let result = try compute(experiment, title: place + experiment.title)
      try store.write(result)
      try recorder?.finishRun()
      whole?.finish(result)
      results[experiment] = result
    }
    return experiments.map { results[$0]! }
  }

  /// Trains and judges.
  private func compute(_ experiment: Experiment, title: String) throws -> RunResult {
    let sets = try workbench.dataSets(experiment.data)
    let setA = try sets.setA(of: experiment.split)
    let trained = try recorder.during(experiment.strategy.work) {
      try workbench.trained(experiment, title: title)
    }
    // Among thousands of names none is sure, and each class has its own story.
    let hasManyClasses = experiment.split == .coco
    var scores: Evaluation.Scores?
    let seconds = try recorder.during(.judging) {
      let views = try trained.judgedViews()
      return try Benchmark.clocked {
        scores = try Evaluation(
          detector: trained.detector, views: views, truth: sets.truth, threads: workbench.threads,
          leastSampleScore: hasManyClasses ? 0.1 : 0.3
        )
        .scores(
          of: trained.maker, setA: setA, judged: try sets.judged(under: experiment.split),
          thresholds: experiment.thresholds ?? [])
      }
    }
    let found = scores!
    return RunResult(
      experiment: experiment, masks: found.masks, boxes: found.boxes, truthBoxes: found.truthBoxes,
      thresholds: found.thresholds, maskAPByClass: found.maskAPByClass,
      classes: hasManyClasses
        ? try sets.facts(setA: setA, ious: found.iousByClass, detector: trained.detector) : nil,
      samples: found.samples,
      samplesInTrueBoxes: found.samplesInTrueBoxes,
      curve: trained.curve, seconds: Seconds(training: trained.seconds, evaluation: seconds),
      masksPerClassInA: try sets.masksPerClass(in: setA), host: .here(threads: workbench.threads))
  }
}
