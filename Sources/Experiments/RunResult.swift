/// What one experiment found: written once, read by tables and figures.
public struct RunResult: Codable, Hashable, Sendable {
  /// The experiment.
  public var experiment: Experiment
  /// Average precision of the masks.
  public var masks: SetScores<TwelveNumbers>
  /// Average precision of the boxes.
  public var boxes: SetScores<TwelveNumbers>
  /// Masks made in the true boxes for the true classes: what the mask head does when the detector is right.
  public var truthBoxes: SetScores<TruthBoxScores>
  /// Mask AP over the threshold that turns probabilities into a mask; the paper's is 0.5.
  public var thresholds: [ThresholdScore]
  /// Mask AP of each class, by name; classes without objects to judge by are left out.
  public var maskAPByClass: [String: Double]
  /// What else is known of each class, by name, where many classes have no masks. Nil in other results.
  public var classes: [String: ClassFacts]?
  /// What was found in the first images, to be drawn.
  public var samples: [SceneSample]
  /// The masks made in the first images' true boxes for their true classes, to be drawn. Nil in results of the whole box.
  public var samplesInTrueBoxes: [SceneSample]?
  /// The same as `truthBoxes` of the objects with hardly anything else in their boxes: other objects have less than 2 % of
  /// the pixels. Nil in results of earlier versions.
  public var uncrowded: SetScores<TruthBoxScores>?
  /// How many of the objects are among the proposals, by size. Nil in results of earlier versions.
  public var proposalRecall: [ProposalRecall]?
  /// What the detector's weights tell of the kernels; of an oracle's alone. Nil in results of earlier versions.
  public var kernelRegressions: [KernelRegression]?
  /// The losses in training, thinned out.
  public var curve: [CurvePoint]
  /// How long it took.
  public var seconds: Seconds
  /// The training masks per class of A, on average: the x of the figure of random splits.
  public var masksPerClassInA: Double
  /// Where it was computed, and with what.
  public var host: HostFacts

  /// A result from its parts.
  public init(
    experiment: Experiment, masks: SetScores<TwelveNumbers>, boxes: SetScores<TwelveNumbers>,
    truthBoxes: SetScores<TruthBoxScores>, thresholds: [ThresholdScore], maskAPByClass: [String: Double],
    classes: [String: ClassFacts]? = nil, samples: [SceneSample], samplesInTrueBoxes: [SceneSample]? = nil,
    uncrowded: SetScores<TruthBoxScores>? = nil, proposalRecall: [ProposalRecall]? = nil,
    kernelRegressions: [KernelRegression]? = nil, curve: [CurvePoint], seconds: Seconds,
    masksPerClassInA: Double, host: HostFacts
  ) {
    (self.experiment, self.masks, self.boxes, self.truthBoxes) = (experiment, masks, boxes, truthBoxes)
    (self.thresholds, self.maskAPByClass, self.samples) = (thresholds, maskAPByClass, samples)
    (self.classes, self.samplesInTrueBoxes) = (classes, samplesInTrueBoxes)
    (self.uncrowded, self.proposalRecall) = (uncrowded, proposalRecall)
    self.kernelRegressions = kernelRegressions
    (self.curve, self.seconds) = (curve, seconds)
    (self.masksPerClassInA, self.host) = (masksPerClassInA, host)
  }
}

/// Of the objects of a size, how many the proposals find.
public struct ProposalRecall: Codable, Hashable, Sendable {
  /// The root of the area of the objects' boxes, in pixels that the network saw: at least this ...
  public var fromSide: Double
  /// ... and less than this; nil for no bound.
  public var toSide: Double?
  /// The number of objects.
  public var objects: Int
  /// The share of them that a proposal overlaps by at least 0.5.
  public var recall50: Double
  /// The same by at least 0.75.
  public var recall75: Double

  /// A recall from its parts.
  public init(fromSide: Double, toSide: Double?, objects: Int, recall50: Double, recall75: Double) {
    (self.fromSide, self.toSide, self.objects) = (fromSide, toSide, objects)
    (self.recall50, self.recall75) = (recall50, recall75)
  }
}

/// What is known of a class beside its average precision.
public struct ClassFacts: Codable, Hashable, Sendable {
  /// Whether it showed masks in training (A).
  public var isInA: Bool
  /// The boxes of it that there are to train on.
  public var trainingBoxes: Int
  /// The objects of it that are judged.
  public var objects: Int
  /// The mean IoU of the masks made in their true boxes; nil without objects.
  public var meanIoU: Double?
  /// The cosine between its `w_det`, `w_cls` and `w_box` end to end, and the nearest of another class of A.
  public var cosineToA: Double

  /// Facts from their parts.
  public init(isInA: Bool, trainingBoxes: Int, objects: Int, meanIoU: Double?, cosineToA: Double) {
    (self.isInA, self.trainingBoxes, self.objects) = (isInA, trainingBoxes, objects)
    (self.meanIoU, self.cosineToA) = (meanIoU, cosineToA)
  }
}

/// A score on the classes that showed masks, on those that did not, and on all. Nil where a set has no object.
public struct SetScores<Score: Codable & Hashable & Sendable>: Codable, Hashable, Sendable {
  /// On set A.
  public var a: Score?
  /// On set B.
  public var b: Score?
  /// On all classes.
  public var all: Score?

  /// Scores from their parts.
  public init(a: Score?, b: Score?, all: Score?) { (self.a, self.b, self.all) = (a, b, all) }
}

/// COCO's twelve numbers, from 0 to 1; nil where there is nothing to average.
public struct TwelveNumbers: Codable, Hashable, Sendable {
  /// By COCO's names: AP, AP50, AP75, APs, APm, APl, AR1, AR10, AR100, ARs, ARm, ARl.
  public var values: [String: Double]

  /// The numbers by name.
  public init(_ values: [String: Double]) { self.values = values }

  /// The names, in COCO's order.
  public static let names = [
    "AP", "AP50", "AP75", "APs", "APm", "APl", "AR1", "AR10", "AR100", "ARs", "ARm", "ARl",
  ]

  /// Average precision over IoU 0.50 to 0.95.
  public var ap: Double? { values["AP"] }

  /// Written as an object of the names.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(values)
  }

  /// Read from an object of the names.
  public init(from decoder: any Decoder) throws {
    values = try decoder.singleValueContainer().decode([String: Double].self)
  }
}

/// How masks in true boxes agree with the truth.
public struct TruthBoxScores: Codable, Hashable, Sendable {
  /// The mean intersection over union, from 0 to 1.
  public var meanIoU: Double
  /// The share of objects above IoU 0.5.
  public var above50: Double
  /// The share of objects above IoU 0.75.
  public var above75: Double
  /// The number of objects.
  public var count: Int
  /// The mean over the classes of the class's mean IoU, which weighs rare classes as much as common ones.
  public var meanOfClasses: Double
  /// The share of objects whose class the box head names right, given the true box.
  public var accuracy: Double

  /// Scores from their parts.
  public init(
    meanIoU: Double, above50: Double, above75: Double, count: Int, meanOfClasses: Double, accuracy: Double
  ) {
    (self.meanIoU, self.above50, self.above75) = (meanIoU, above50, above75)
    (self.count, self.meanOfClasses, self.accuracy) = (count, meanOfClasses, accuracy)
  }
}

/// Mask AP at one threshold.
public struct ThresholdScore: Codable, Hashable, Sendable {
  /// A pixel belongs to the mask above this probability.
  public var threshold: Double
  /// Mask AP.
  public var ap: SetScores<Double>

  /// A score from its parts.
  public init(threshold: Double, ap: SetScores<Double>) { (self.threshold, self.ap) = (threshold, ap) }
}

/// The losses at a step, each the mean since the point before.
public struct CurvePoint: Codable, Hashable, Sendable {
  /// The stage of training, `detector` or `mask`.
  public var stage: String
  /// The step, counted from 1 in each stage.
  public var step: Int
  /// Losses by name.
  public var losses: [String: Double]

  /// A point from its parts.
  public init(stage: String, step: Int, losses: [String: Double]) {
    (self.stage, self.step, self.losses) = (stage, step, losses)
  }
}

/// Seconds on the clock, in equal parts for what went on side by side.
public struct Seconds: Codable, Hashable, Sendable {
  /// Of training; of stage two alone where stage one is shared.
  public var training: Double
  /// Of judging.
  public var evaluation: Double

  /// Seconds from their parts.
  public init(training: Double, evaluation: Double) {
    (self.training, self.evaluation) = (training, evaluation)
  }
}

/// What was found in one image, as a picture needs it.
public struct SceneSample: Codable, Hashable, Sendable {
  /// The image.
  public var imageID: Int
  /// The things found, best first.
  public var objects: [Object]

  /// A thing that was found.
  public struct Object: Codable, Hashable, Sendable {
    /// The class's name.
    public var name: String
    /// 0 to 1.
    public var score: Double
    /// x, y, width, height in the image's pixels.
    public var box: [Double]
    /// The mask, as COCO's compressed run lengths; empty for none.
    public var mask: String

    /// A thing from its parts.
    public init(name: String, score: Double, box: [Double], mask: String) {
      (self.name, self.score, self.box, self.mask) = (name, score, box, mask)
    }
  }

  /// What was found in an image.
  public init(imageID: Int, objects: [Object]) { (self.imageID, self.objects) = (imageID, objects) }
}
