import MaskRCNN
import Tensors
import Testing
import TrainingStrategies

@testable import Experiments

@Suite("§2.1 What T could reach")
struct LimitsOfTTests {
  @Test("Tenths of samples, by hand")
  func tenths() {
    #expect(KernelRegression.tenths([5, 6, 7]) == [[5], [6], [7]])
    let folds = KernelRegression.tenths(Array(0..<23))
    #expect(folds.count == 10 && folds[0] == [0, 10, 20] && folds[3] == [3, 13])
    #expect(folds.joined().sorted() == Array(0..<23))
  }

  @Test("Kernels that are a linear map of the class weights are explained by them, on both sides")
  func regression() throws {
    var generator = PCG32(seed: 3)
    let detector = Detector(.miniature, classCount: 300, using: &generator)
    let model = MaskXRCNN(detector: detector, method: .oracle, using: &generator)
    let kernels = try #require(model.predictor.parameters.first { $0.name == "specific.weight" })
    let cls = try #require(detector.parameters.first { $0.name == "box.cls.weight" }).value
    // The first numbers of w_cls, as they are; the classifier's rows begin with the background, as the kernels do.
    let (length, width) = (cls.shape[1], kernels.value.shape[1])
    kernels.value = Tensor(
      shape: [301, width],
      values: (0...300).flatMap { row in (0..<width).map { cls.values[row * length + $0 % length] } })
    let half = Set(1...150)
    let found = try #require(KernelRegression.all(of: model, setA: half))
    #expect(found.map(\.input) == [.cls, .box, .clsAndBox])
    #expect(found[0].leftOut > 0.95 && found[0].fromA! > 0.5 && found[0].fromB! > 0.5)
    // What the regressor's random weights say of it is nothing.
    #expect(found[1].leftOut < 0.1 && found[1].fromA! < 0.1)
    // With nothing on the other side there is nothing to explain.
    #expect(try #require(KernelRegression.all(of: model, setA: Set(1...300)))[0].fromA == nil)
    // A model without kernels of its own has none to be explained.
    #expect(
      KernelRegression.all(
        of: MaskXRCNN(detector: detector, method: .baseline, using: &generator), setA: half) == nil)
  }

  @Test("Kernels are fitted on all masks upon a mask head that stays as it was learnt on A")
  func kernels() throws {
    try inTemporaryFolder { folder in
      let partial = LongTrainingTests.experiment
      guard case .partial(let method) = partial.contender else {
        Issue.record("the experiment learns from A alone")
        return
      }
      let upon = partial.with { $0.contender = .kernels(upon: method) }
      let bench = Workbench(checkpoints: CheckpointStore(folder: folder), threads: 2, display: .silent)
      let learnt = try #require(try bench.trained(partial, title: "").model)
      let fitted = try #require(try bench.trained(upon, title: "").model)
      #expect(fitted.method == .oracle)
      for (own, other) in zip(fitted.maskHead.parameters, learnt.maskHead.parameters) {
        #expect(own.value == other.value, "\(own.name)")
      }
      // The kernels have learnt something, those of B too.
      let setA = try bench.dataSets(upon.data).setA(of: upon.split)
      let kernels = fitted.predictor.parameters[0].value
      var generator = PCG32(seed: upon.seed, stream: 2)
      let fresh = MaskXRCNN(detector: fitted.detector, method: .oracle, using: &generator)
      let before = fresh.predictor.parameters[0].value
      let width = kernels.shape[1]
      let changed = (1..<kernels.shape[0]).filter { row in
        kernels.values[row * width..<(row + 1) * width] != before.values[row * width..<(row + 1) * width]
      }
      #expect(changed.contains { !setA.contains($0) } && changed.contains(where: setA.contains))
      // Found again, the same; and it stands in a row with the training that it needs.
      let again = Workbench(checkpoints: CheckpointStore(folder: folder), threads: 1, display: .silent)
      #expect(try again.trained(upon, title: "").model?.predictor.parameters[0].value == kernels)
      #expect(Runner.groups(of: [upon, partial]) == [[[upon, partial]]])
      #expect(upon.maskTrainings == [partial.trainingIdentity, upon.trainingIdentity])
      #expect(upon.trainingIdentity != partial.with { $0.contender = .full(.oracle) }.trainingIdentity)
    }
  }

  @Test("The study's table says what the regressions found, and its figure shows it")
  func study() throws {
    let base = Profile.smoke.base()
    let study = StudyWriter(
      base: base, splits: [.voc], seeds: [1, 2], endToEndSeeds: [1], endToEnd: Profile.smoke.endToEnd
    ).limitsOfT()
    let results = study.experiments.map { experiment -> RunResult in
      var result = SampleResults.result(experiment)
      if experiment.contender == .full(.oracle) {
        result.kernelRegressions = [
          KernelRegression(
            input: .cls, leftOut: experiment.seed == 1 ? 0.4 : 0.6, fromA: experiment.seed == 1 ? 0.2 : 0.3,
            fromB: nil)
        ]
      }
      return result
    }
    let found = StudyResults(study, results: results)
    #expect(
      found.kernelRegressions(.voc) == [KernelRegression(input: .cls, leftOut: 0.5, fromA: 0.25, fromB: nil)])
    #expect(found.document(profile: .smoke).notes.contains { $0.contains("cls: a linear map explains 0.50") })
    #expect(found.limitsFigure(note: "a note") != nil)
    #expect(StudyResults(study, results: []).limitsFigure(note: "") == nil)
  }
}
