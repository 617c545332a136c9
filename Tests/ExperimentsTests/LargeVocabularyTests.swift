import COCO
import Foundation
import MaskRCNN
import MiniatureCOCO
import Pictures
import Tensors
import Testing

@testable import Experiments

@Suite("§4 Many classes, of which 80 have masks")
struct LargeVocabularyTests {
  private func study(_ profile: Profile = .standard) throws -> Study {
    try #require(profile.studies(base: profile.base()).first { $0.hasManyClasses })
  }

  /// Six classes of B, the most frequent first: a row's AP is 10 and its IoU 30 on all, but that transfer gains 2 for each
  /// place down the list. The last does not occur among the images to judge by.
  private func results(of study: Study) -> [RunResult] {
    let names = (0..<6).map { study.experiments[0].data.categories[80 + $0].name }
    return study.rows.flatMap { row in
      row.experiments[.coco]!.map { experiment in
        var result = SampleResults.result(experiment)
        result.maskAPByClass = ["cat": 0.5]
        result.classes = [
          "cat": ClassFacts(isInA: true, trainingBoxes: 500, objects: 9, meanIoU: 0.7, cosineToA: 0.4)
        ]
        for place in 0..<6 {
          let gain = row.label == "transfer" ? 0.02 * Double(place) : 0
          if place < 5 { result.maskAPByClass[names[place]] = 0.1 + gain }
          result.classes![names[place]] = ClassFacts(
            isInA: false, trainingBoxes: 100 - 10 * place, objects: place < 5 ? 4 : 0,
            meanIoU: place < 5 ? 0.3 + gain : nil, cosineToA: 0.9 - 0.1 * Double(place))
        }
        return result
      }
    }
  }

  @Test("The standard run has 400 classes, the full one 3000, a smoke run none; A is COCO's 80 in each")
  func profiles() throws {
    for (profile, count) in [(Profile.standard, 400), (.full, 3000)] {
      let study = try study(profile)
      #expect(study.name == "vocabulary-\(count)")
      let data = try #require(study.experiments.first?.data)
      #expect(data.categories.count == count)
      #expect(try ClassSplit.coco.setA(of: data.categories, annotations: [Annotation]()) == Set(1...80))
      // All rows share one detector, which is not the other studies'.
      #expect(Set(study.experiments.map(\.stageOneIdentity)).count == 1)
      #expect(study.experiments[0].stageOneIdentity != profile.base().stageOneIdentity)
    }
    #expect(!Profile.smoke.studies(base: Profile.smoke.base()).contains { $0.hasManyClasses })
    let photographs = DataSource.photographs(.init(training: "a", validation: "b"))
    #expect(photographs.naming(LargeVocabulary(classes: 400, trainedFor: 1, scenes: 1)) == nil)
  }

  @Test("Of more scenes there are boxes, of as many as elsewhere masks; the detector learns longer")
  func boxesAreCheap() throws {
    let base = Profile.full.base()
    let many = try #require(try study(.full).experiments.first)
    let few = try #require(try study().experiments.last)
    guard case .miniature(let world) = many.data, case .miniature(let usual) = base.data,
      case .miniature(let small) = few.data
    else {
      Issue.record("expected the drawn world")
      return
    }
    #expect(world.trainingCount == 5 * usual.trainingCount && world.maskedCount == usual.trainingCount)
    #expect(many.schedule.detector.steps == 2 * base.schedule.detector.steps)
    #expect(many.schedule.masks == base.schedule.masks)
    // As chapter 4 has it.
    #expect([world.trainingCount, world.maskedCount, world.validationCount] == [40_000, 8000, 1000])
    #expect([many.schedule.detector.steps, many.schedule.masks?.steps] == [18_000, 6000])
    #expect([small.trainingCount, small.maskedCount, small.validationCount] == [4000, nil, 500])
    #expect([few.schedule.detector.steps, few.schedule.masks?.steps] == [1500, 1000])
    #expect(try [study(.full), study()].map { Set($0.experiments.map(\.seed)).count } == [5, 1])
    // The 400 classes' goes on from the one that knows 80; this one begins with random weights.
    #expect(many.start == nil)
    let standard = Profile.standard.base()
    #expect(try study().experiments.allSatisfy { $0.start == .detector(standard.stageOneIdentity) })

    let sets = try DataSets(
      .miniature(
        .init(
          world: .naming(200), trainingSeed: 1, trainingCount: 5, maskedCount: 2, validationSeed: 2,
          validationCount: 1)), photographs: nil, threads: 1)
    #expect(sets.training.count == 5 && sets.maskedCount == 2)
    let all = Set(1...200)
    var masks = 0
    for index in 0..<5 {
      let annotations = try sets.training.annotations(at: index)
      #expect(!annotations.isEmpty)
      #expect(annotations.allSatisfy { ($0.segmentation != nil) == (index < 2) })
      masks += annotations.count { $0.segmentation != nil }
      #expect(try sets.training.example(at: index).annotations == annotations)
    }
    #expect(try sets.masksPerClass(in: all) == Double(masks) / 200)
  }

  @Test("Thirds by frequency, means over the classes that occur, gains paired by class")
  func thirds() throws {
    let study = try study()
    let results = StudyResults(study, results: results(of: study))
    let transfer = study.rows.first { $0.label == "transfer" }!
    let names = (0..<6).map { study.experiments[0].data.categories[80 + $0].name }
    #expect(results.classesOfB == names)
    #expect(results.classes(in: .frequent) == Array(names[..<2]))
    #expect(results.classes(in: .rare) == Array(names[4...]))
    // 30, 32, 34, 36, 38 in all; of the rare third only one occurs.
    #expect(abs(results.mean(of: transfer, .iou, over: results.classesOfB)!.mean - 34) < 1e-9)
    #expect(abs(results.mean(of: transfer, .ap, over: results.classes(in: .rare))!.mean - 18) < 1e-9)
    let gains = results.gains(of: transfer, .iou, over: results.classesOfB)
    #expect(gains.map(\.name) == Array(names[..<5]))
    #expect(zip(gains, [0, 2, 4, 6, 8.0]).allSatisfy { abs($0.gain - $1) < 1e-9 })
  }

  @Test("Table, figure, and the pages of pictures")
  func report() throws {
    let study = try study()
    let base = Profile.standard.base()
    let report = Report(
      profile: .standard, base: base, results: results(of: study), output: OutputFolders(root: "nowhere"))
    let document = try #require(report.documents.first { $0.name == "vocabulary-400" })
    #expect(document.groups.map(\.span).reduce(0, +) == document.columns.count)
    #expect(document.rows.count == 6 && document.rows.allSatisfy { $0.cells.count == document.columns.count })
    let transfer = try #require(document.rows.first { $0.cells[0] == "transfer" })
    // AP 10, 12, 14, 16, 18: in all, by third, and the gain with its interval over five classes, t = 2.776.
    #expect(transfer.cells[1...5] == ["14.0", "11.0", "15.0", "18.0", "+4.0 ± 3.9"])
    #expect(document.notes.contains { $0.contains("5 of 6 occur") && $0.contains("rare: 50 to 60") })
    let names = try report.figures(examples: []).map(\.name)
    #expect(
      Set(names).isSuperset(of: ["", "-distance", "-scenes", "-detections"].map { "vocabulary-400\($0)" }))
    let text = try ChapterNumbers(report).filled(
      "<!--= vocabulary-400 / transfer / B / iou / gain -->?<!--=--> of <!--= vocabulary-400 / classes / are -->?<!--=-->",
      file: "a chapter")
    #expect(text.contains(">+4.0<") && text.contains(">6<"))
    // Of as many objects each, the class that gains most is the one with the greatest gain: the fifth.
    let most = try ChapterNumbers(report).filled(
      "<!--= vocabulary-400 / transfer / gains most -->?<!--=--> <!--= vocabulary-400 / transfer / gains most / gain -->?<!--=-->",
      file: "a chapter")
    #expect(most.contains(">\(study.experiments[0].data.categories[84].name)<") && most.contains(">+8.0<"))
  }

  @Test("The full extent's 3000 classes are reported beside the standard run's where they were run")
  func further() throws {
    let base = Profile.standard.base()
    let full = try study(.full)
    func report(_ results: [RunResult], base: Experiment) -> Report {
      Report(profile: .standard, base: base, results: results, output: OutputFolders(root: "nowhere"))
    }
    func names(_ report: Report) -> [String] {
      report.studies.filter(\.study.hasManyClasses).map(\.study.name)
    }
    let whole = report(results(of: full), base: base)
    #expect(names(whole) == ["vocabulary-400", "vocabulary-3000"])
    #expect(names(report([], base: base)) == ["vocabulary-400"])
    #expect(names(report(results(of: full), base: base.with { $0.detectorSeed = 5 })) == ["vocabulary-400"])

    // Five seeds of the same results: transfer gains 0, 2, 4, 6 and 8 on its five classes.
    let claims = whole.claims.filter { $0.study == "vocabulary-3000" }
    func claim(_ id: String) throws -> Claim { try #require(claims.first { $0.id == "\(id)-at-scale" }) }
    let inBoxes = try claim("transfer-beats-baseline-in-true-boxes")
    #expect(inBoxes.verdict == .reproduced && inBoxes.otherClasses == .yes && inBoxes.count == 5)
    #expect(abs(inBoxes.mean! - 4) < 1e-9)
    #expect(abs(try #require(inBoxes.decisive?.classes?.halfWidth) - 2.7764 * 2.0.squareRoot()) < 1e-3)
    #expect(inBoxes.text.contains("+4.0 ± 0.0 IoU in true boxes on B, 5 seeds"))
    let oracle = try claim("oracle-beats-transfer")
    #expect(oracle.verdict == .notReproduced && oracle.measure == .iou)
    let byAP = try claim("transfer-beats-baseline")
    #expect(byAP.measure == .ap && byAP.origin == .ours)
    let sections = Claim.document(claims, profile: .standard).rows.map(\.section)
    #expect(sections.contains { $0.contains("on B, IoU in true boxes") })
  }

  @Test("The cosine to A leaves out the class itself")
  func cosines() throws {
    var generator = PCG32(seed: 1)
    let head = BoxHead(.miniature, classCount: 3, using: &generator)
    let length = DetectorConfiguration.miniature.classWeightLength
    head.regressor.weight.value = Tensor(shape: [16, length])
    // w_cls of classes 1, 2, 3 in a plane, at 0, 60 and 90 degrees.
    var weights = [Float](repeating: 0, count: 4 * length)
    (weights[length], weights[2 * length], weights[2 * length + 1]) = (2, 0.5, Float(0.75).squareRoot())
    weights[3 * length + 1] = 7
    head.classifier.weight.value = Tensor(shape: [4, length], values: weights)
    let cosines = head.cosines(to: [1, 2])
    let expected = [0, 0.5, 0.5, 0.75.squareRoot()]
    #expect(zip(cosines, expected).allSatisfy { abs($0 - $1) < 1e-6 })
  }

  @Test("Costs are measured for each number of classes, written, and read back")
  func cost() throws {
    let cost = try VocabularyCost(counts: [200, 80], threads: 2, rounds: 1, steps: 1)
    #expect(cost.rows.map(\.classes) == [80, 200])
    #expect(cost.rows.map(\.weightBytes) == [80, 200].map { 4 * 5 * 128 * ($0 + 1) })
    #expect(cost.rows[0].stageTwo.ratio == 1 && cost.rows.allSatisfy { $0.inference.milliseconds > 0 })
    try inTemporaryFolder { folder in
      let output = OutputFolders(root: folder)
      _ = try cost.write(to: output)
      let read = try #require(try VocabularyCost(contentsOf: output))
      #expect(read.document == cost.document && read.document.rows.count == 2)
      try writeWhole(Data("{}".utf8), to: "\(output.results)/vocabulary-cost.json")
      #expect(throws: InputError.self) { try VocabularyCost(contentsOf: output) }
    }
  }
}
