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
  private func study() throws -> Study {
    let studies = Profile.standard.studies(base: Profile.standard.base())
    return try #require(studies.first { $0.name == "large-vocabulary" })
  }

  /// Six classes of B, `c0` the most frequent: a row's IoU is `level` on all, but that transfer gains 0.02 for each place
  /// down the list. The last does not occur among the images to judge by.
  private func results(of study: Study) -> [RunResult] {
    study.rows.flatMap { row in
      row.experiments[.coco]!.map { experiment in
        var result = SampleResults.result(experiment)
        result.maskAPByClass = ["cat": 0.5]
        result.classes = [
          "cat": ClassFacts(isInA: true, trainingBoxes: 500, objects: 9, meanIoU: 0.7, cosineToA: 0.4)
        ]
        for place in 0..<6 {
          let gain = row.label == "transfer" ? 0.02 * Double(place) : 0
          if place < 5 { result.maskAPByClass["c\(place)"] = 0.1 + gain }
          result.classes!["c\(place)"] = ClassFacts(
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
      let studies = profile.studies(base: profile.base())
      let study = try #require(studies.first { $0.name == "large-vocabulary" })
      let data = try #require(study.experiments.first?.data)
      #expect(data.categories.count == count)
      #expect(try ClassSplit.coco.setA(of: data.categories, annotations: [Annotation]()) == Set(1...80))
      // All rows share one detector, which is not the other studies'.
      #expect(Set(study.experiments.map(\.stageOneIdentity)).count == 1)
      #expect(study.experiments[0].stageOneIdentity != profile.base().stageOneIdentity)
    }
    #expect(!Profile.smoke.studies(base: Profile.smoke.base()).contains { $0.name == "large-vocabulary" })
    let photographs = DataSource.photographs(.init(training: "a", validation: "b"))
    #expect(photographs.naming(400) == nil)
  }

  @Test("Thirds by frequency, means over the classes that occur, gains paired by class")
  func thirds() throws {
    let study = try study()
    let results = StudyResults(study, results: results(of: study))
    let transfer = study.rows.first { $0.label == "transfer" }!
    #expect(results.classesOfB == ["c0", "c1", "c2", "c3", "c4", "c5"])
    #expect(results.classes(in: .frequent) == ["c0", "c1"] && results.classes(in: .rare) == ["c4", "c5"])
    // 30, 32, 34, 36, 38 in all; of the rare third only c4 occurs.
    #expect(abs(results.mean(of: transfer, .iou, over: results.classesOfB)!.mean - 34) < 1e-9)
    #expect(abs(results.mean(of: transfer, .ap, over: results.classes(in: .rare))!.mean - 18) < 1e-9)
    let gains = results.gains(of: transfer, .iou, over: results.classesOfB)
    #expect(gains.map(\.name) == ["c0", "c1", "c2", "c3", "c4"])
    #expect(zip(gains, [0, 2, 4, 6, 8.0]).allSatisfy { abs($0.gain - $1) < 1e-9 })
  }

  @Test("Table, figure, and the pages of pictures")
  func report() throws {
    let study = try study()
    let base = Profile.standard.base()
    let report = Report(
      profile: .standard, base: base, results: results(of: study), output: OutputFolders(root: "nowhere"))
    let document = try #require(report.documents.first { $0.name == "large-vocabulary" })
    #expect(document.groups.map(\.span).reduce(0, +) == document.columns.count)
    #expect(document.rows.count == 6 && document.rows.allSatisfy { $0.cells.count == document.columns.count })
    let transfer = try #require(document.rows.first { $0.cells[0] == "transfer" })
    // AP 10, 12, 14, 16, 18: in all, by third, and the gain with its interval over five classes, t = 2.776.
    #expect(transfer.cells[1...5] == ["14.0", "11.0", "15.0", "18.0", "+4.0 ± 3.9"])
    #expect(document.notes.contains { $0.contains("5 of 6 occur") && $0.contains("rare: 50 to 60") })
    let names = try report.figures(examples: []).map(\.name)
    #expect(Set(names).isSuperset(of: ["vocabulary-distance", "vocabulary-scenes", "vocabulary-detections"]))
    let text = try ChapterNumbers(report).filled(
      "<!--= large-vocabulary / transfer / B / iou / gain -->?<!--=--> of <!--= large-vocabulary / classes / are -->?<!--=-->",
      file: "a chapter")
    #expect(text.contains(">+4.0<") && text.contains(">6<"))
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
