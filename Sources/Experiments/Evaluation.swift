import Backpropagation
import COCO
import MaskRCNN
import Tensors
import TrainingStrategies

/// Judges masks: COCO's numbers on what is detected, and mean IoU where the boxes are given.
struct Evaluation {
  /// The detector whose views they are.
  let detector: Detector
  /// The images to judge by, as a detector sees them, with detections and with the masks of all classes.
  let views: FrozenViews
  let truth: AnnotationFile
  let threads: Int

  /// What makes the masks.
  enum Maker {
    /// The box itself.
    case wholeBox
    /// A model, whose detector is the one of the views.
    case model(MaskXRCNN)
  }

  /// What is found.
  struct Scores {
    var masks: SetScores<TwelveNumbers>
    var boxes: SetScores<TwelveNumbers>
    var truthBoxes: SetScores<TruthBoxScores>
    var thresholds: [ThresholdScore]
    var maskAPByClass: [String: Double]
    /// The IoU of each object's mask made in its true box, by class index.
    var iousByClass: [Int: [Double]]
    var samples: [SceneSample]
    var samplesInTrueBoxes: [SceneSample]?
    /// In the true boxes of objects with hardly anything else in them.
    var uncrowded: SetScores<TruthBoxScores>
    var proposalRecall: [ProposalRecall]
  }

  /// What scores less is not kept to be drawn.
  var leastSampleScore = 0.3

  /// A box is uncrowded where other objects have less than this share of it.
  static let mostOthers = 0.02

  /// The first images of the validation set are kept with what was found in them, to be drawn.
  static let sampleCount = 6

  /// Judges on the classes of a set A, on the others, and on all: `judged` of them, others are not looked at.
  ///
  /// - Parameter others: mask thresholds to judge at beside the paper's 0.5.
  func scores(of maker: Maker, setA: Set<Int>, judged: Set<Int>, thresholds others: [Float] = []) throws
    -> Scores
  {
    // What is detected, under each threshold.
    let thresholds = [0.5] + others
    let made = try Parallel.map(views.count, threads: threads) { index in
      let view = try views[index]
      return (
        detections: detections(in: view, of: truth.images[index], by: maker, thresholds: thresholds),
        ious: objectsInTrueBoxes(in: view, by: maker),
        proposed: ProposedObject.all(in: view)
      )
    }
    let byThreshold = thresholds.indices.map { number in made.flatMap { $0.detections[number] } }

    // COCO's numbers. Masks are judged where the truth has some.
    let sets = ClassSets(truth, setA: setA, judged: judged)
    let masked = ClassSets(truth, setA: setA, judged: judged, havingMasks: true)
    let masks = try summaries(byThreshold[0], .masks, masked)
    let boxes = try summaries(byThreshold[0], .boxes, sets)
    let byOthers = try thresholds.indices.dropFirst().map { number in
      let scores = SetScores(try summaries(byThreshold[number], .masks, masked))
      return ThresholdScore(
        threshold: (Double(thresholds[number]) * 100).rounded() / 100,
        ap: SetScores(a: scores.a?.ap, b: scores.b?.ap, all: scores.all?.ap))
    }

    let ious = made.flatMap(\.ious).filter { judged.contains($0.label) }
    let names = Dictionary(uniqueKeysWithValues: truth.categories.map { ($0.id, $0.name) })
    func inTrueBoxes(_ objects: [ObjectInTrueBox]) -> SetScores<TruthBoxScores> {
      SetScores(
        a: TruthBoxScores(objects.filter { setA.contains($0.label) }),
        b: TruthBoxScores(objects.filter { !setA.contains($0.label) }), all: TruthBoxScores(objects))
    }
    return Scores(
      masks: SetScores(masks), boxes: SetScores(boxes), truthBoxes: inTrueBoxes(ious),
      thresholds: byOthers,
      maskAPByClass: Dictionary(
        uniqueKeysWithValues: masks.all.categoryAP.filter { $0.value >= 0 }.map { (names[$0.key]!, $0.value) }
      ),
      iousByClass: Dictionary(grouping: ious, by: \.label).mapValues { $0.map(\.iou) },
      samples: samples(byThreshold[0].filter { $0.score >= leastSampleScore }),
      samplesInTrueBoxes: try samplesInTrueBoxes(maker),
      uncrowded: inTrueBoxes(ious.filter { $0.shareOfOthers < Self.mostOthers }),
      proposalRecall: ProposalRecall.bySize(made.flatMap(\.proposed)))
  }

  /// The detections of a view with masks cut at each threshold, in the image's own pixels.
  private func detections(
    in view: FrozenDetector.View, of entry: ImageEntry, by maker: Maker, thresholds: [Float]
  ) -> [[Detection]] {
    func located(_ finding: Finding, _ threshold: Float) -> Detection {
      finding.located(
        in: view.image.seen, imageID: entry.id, categories: truth.categories, threshold: threshold)
    }
    switch maker {
    case .model(let model):
      let findings = model.findings(in: view)
      return thresholds.map { threshold in findings.map { located($0, threshold) } }
    case .wholeBox:
      // A detection without a mask counts as its box.
      return thresholds.map { threshold in
        view.detections.map { box in
          let detection = located(Finding(detection: box, mask: [1]), threshold)
          return Detection(
            imageID: detection.imageID, categoryID: detection.categoryID, score: detection.score,
            box: detection.box)
        }
      }
    }
  }

  /// An object, given its true box.
  fileprivate struct ObjectInTrueBox {
    let label: Int
    /// The IoU of its mask with the one made there, in the pixels that the network saw.
    let iou: Double
    /// Whether the box head knows what it is.
    let isNamedRight: Bool
    /// The share of its box that is other objects', and not its own.
    let shareOfOthers: Double
  }

  private func objectsInTrueBoxes(in view: FrozenDetector.View, by maker: Maker) -> [ObjectInTrueBox] {
    let image = view.image
    let objects = image.boxes.indices.filter { image.masks[$0] != nil }
    let boxes = objects.map { image.boxes[$0] }
    let classes = objects.map { image.classes[$0] }
    let made: [[UInt8]]
    switch maker {
    case .model(let model):
      let side = model.detector.configuration.maskSide
      let features = rows(Tape().constant(view.objectFeatures), objects).value
      made = zip(model.masks(features, classes: classes), boxes).map { mask, box in
        paste(mask, side: side, in: box, height: image.height, width: image.width)
      }
    case .wholeBox: made = boxes.map { filled($0, height: image.height, width: image.width) }
    }
    let all = image.owners
    return objects.indices.map { number in
      let truth = image.masks[objects[number]]!
      var (both, either) = (0, 0)
      for (a, b) in zip(made[number], truth) {
        both += Int(a & b)
        either += Int(a | b)
      }
      return ObjectInTrueBox(
        label: classes[number], iou: either == 0 ? 0 : Double(both) / Double(either),
        isNamedRight: view.classesNamed[objects[number]] == classes[number],
        shareOfOthers: image.shareOfOthers(than: truth, in: boxes[number], owners: all))
    }
  }

  /// The pixels whose centres lie in a box.
  private func filled(_ box: Box, height: Int, width: Int) -> [UInt8] {
    (0..<height).flatMap { y in
      (0..<width).map { x in
        let (cx, cy) = (Float(x) + 0.5, Float(y) + 0.5)
        return cx >= box.x1 && cx < box.x2 && cy >= box.y1 && cy < box.y2 ? 1 : 0
      }
    }
  }

  /// COCO's numbers on A, on B and on both.
  fileprivate typealias Summaries = (
    a: AveragePrecision.Summary, b: AveragePrecision.Summary, all: AveragePrecision.Summary
  )

  private func summaries(
    _ detections: [Detection], _ kind: OverlapKind, _ sets: ClassSets
  ) throws -> Summaries {
    let found = try AveragePrecision.evaluate(
      truth: truth, detections: detections, type: kind, over: [sets.a, sets.b, sets.all], threads: threads)
    return (found[0], found[1], found[2])
  }

  private func samples(_ detections: [Detection]) -> [SceneSample] {
    let names = Dictionary(uniqueKeysWithValues: truth.categories.map { ($0.id, $0.name) })
    let byImage = Dictionary(grouping: detections, by: \.imageID)
    return truth.images.prefix(Self.sampleCount).map { entry in
      SceneSample(
        imageID: entry.id,
        objects: byImage[entry.id, default: []].prefix(20).map { detection in
          let box = detection.box
          return SceneSample.Object(
            name: names[detection.categoryID]!, score: (detection.score * 1e3).rounded() / 1e3,
            box: [box.x, box.y, box.width, box.height].map { ($0 * 10).rounded() / 10 },
            mask: detection.mask?.compressed ?? "")
        })
    }
  }

  private func samplesInTrueBoxes(_ maker: Maker) throws -> [SceneSample]? {
    guard case .model(let model) = maker else { return nil }
    let first = truth.images.prefix(Self.sampleCount).enumerated()
    let made = try first.flatMap { number, entry -> [Detection] in
      let view = try views[number]
      let image = view.image
      let masks = model.masks(view.objectFeatures, classes: image.classes)
      return masks.indices.map { number in
        let box = ScoredBox(box: image.boxes[number], score: 1, classIndex: image.classes[number])
        return Finding(detection: box, mask: masks[number]).located(
          in: image.seen, imageID: entry.id, categories: truth.categories)
      }
    }
    return samples(made)
  }
}

/// The category ids of A, of B and of both, those that occur in a data set.
private struct ClassSets {
  let a: Set<Int>
  let b: Set<Int>
  var all: Set<Int> { a.union(b) }

  /// - Parameter havingMasks: whether a category whose objects lack masks is left out.
  init(_ truth: AnnotationFile, setA: Set<Int>, judged: Set<Int>, havingMasks: Bool = false) {
    let classOf = truth.categories.classIndices
    var occurring = Set(truth.annotations.map(\.categoryID).filter { judged.contains(classOf[$0]!) })
    if havingMasks {
      for annotation in truth.annotations where annotation.segmentation == nil {
        occurring.remove(annotation.categoryID)
      }
    }
    a = occurring.filter { setA.contains(classOf[$0]!) }
    b = occurring.subtracting(a)
  }
}

extension SetScores<TwelveNumbers> {
  /// COCO's numbers; those with nothing to average are left out, and so is a set without categories.
  fileprivate init(_ summaries: Evaluation.Summaries) {
    func numbers(_ summary: AveragePrecision.Summary) -> TwelveNumbers? {
      guard !summary.categoryAP.isEmpty else { return nil }
      return TwelveNumbers(
        Dictionary(uniqueKeysWithValues: summary.named.filter { $0.value >= 0 }.map { ($0.name, $0.value) }))
    }
    self.init(a: numbers(summaries.a), b: numbers(summaries.b), all: numbers(summaries.all))
  }
}

extension TruthBoxScores {
  /// Scores of objects by class; nil for none.
  fileprivate init?(_ ious: [Evaluation.ObjectInTrueBox]) {
    guard !ious.isEmpty else { return nil }
    func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }
    let all = ious.map(\.iou)
    let byClass = Dictionary(grouping: ious, by: \.label).sorted { $0.key < $1.key }
    self.init(
      meanIoU: mean(all), above50: mean(all.map { $0 > 0.5 ? 1 : 0 }),
      above75: mean(all.map { $0 > 0.75 ? 1 : 0 }), count: all.count,
      meanOfClasses: mean(byClass.map { mean($0.value.map(\.iou)) }),
      accuracy: mean(ious.map { $0.isNamedRight ? 1 : 0 }))
  }
}
