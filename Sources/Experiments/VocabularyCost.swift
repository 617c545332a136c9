import Backpropagation
import COCO
import Foundation
import MaskRCNN
import MiniatureCOCO
import Pictures
import Tensors
import TrainingStrategies
import WeightTransfer

/// What more classes cost: the same scenes and the same network, but for the number of classes that its box head tells
/// apart. Masks are of COCO's 80 whatever the number.
public struct VocabularyCost: Codable, Sendable {
  /// What was measured for each number of classes, the least first.
  public var rows: [Row]
  /// How many times each was measured, in turns.
  public var rounds: Int
  /// The detections of each image, each of which gets a mask.
  public var detections: Int
  /// Worker threads.
  public var threads: Int
  /// OpenBLAS's kernels.
  public var kernels: String
  /// The processor's name, where the system tells.
  public var processor: String?

  /// What was measured for one number of classes.
  public struct Row: Codable, Sendable {
    /// The number of classes.
    public var classes: Int
    /// A step of stage one, on 8 images.
    public var stageOne: Time
    /// A step of stage two, transfer + MLP, on 8 images.
    public var stageTwo: Time
    /// A picture from its pixels to its masks.
    public var inference: Time
    /// `w_seg = T(w_det)` for all classes at once.
    public var transfer: Time
    /// The bytes of `w_det`, all classes' rows.
    public var weightBytes: Int
  }

  /// How long something takes.
  public struct Time: Codable, Sendable {
    /// The median over the rounds.
    public var milliseconds: Double
    /// The median over the rounds of its ratio to the time with the fewest classes in the same round.
    public var ratio: Double
    /// The least and the greatest ratio.
    public var ratios: [Double]
  }

  /// The numbers of classes.
  public static let counts = [80, 200, 400, 1000, 3000]

  /// Measures all of them in turns, so that what else the machine does is shared out fairly. Some minutes.
  ///
  /// - Parameter progress: is told of each measurement that is done.
  public init(
    counts: [Int] = Self.counts, threads: Int, rounds: Int = 9, steps: Int = 4,
    progress: () -> Void = {}
  ) throws {
    precondition(!counts.isEmpty && rounds > 0 && steps > 0, "there is something to measure")
    detections = Self.configuration.detectionsKept
    let scenes = ExamplesInMemory(MiniatureWorld(seed: 1, count: 16))
    for index in 0..<scenes.count { _ = try scenes.example(at: index) }
    var subjects = try counts.sorted().map { try Subject(classes: $0, scenes: scenes, threads: threads) }
    // The first turn makes the buffers that the others use again.
    var turns: [[[Double]]] = []
    for round in 0...rounds {
      var turn: [[Double]] = []
      for number in subjects.indices {
        turn.append(try subjects[number].measure(steps: steps, threads: threads))
        progress()
      }
      if round > 0 { turns.append(turn) }
    }
    func time(_ subject: Int, _ what: Int) -> Time {
      let ratios = turns.map { $0[subject][what] / $0[0][what] }.sorted()
      func digits(_ value: Double) -> Double { (value * 1e3).rounded() / 1e3 }
      let seconds = turns.map { $0[subject][what] }.sorted()
      return Time(
        milliseconds: digits(1e3 * seconds[rounds / 2]), ratio: digits(ratios[rounds / 2]),
        ratios: [digits(ratios.first!), digits(ratios.last!)])
    }
    rows = subjects.indices.map { number in
      Row(
        classes: subjects[number].classes, stageOne: time(number, 0), stageTwo: time(number, 1),
        inference: time(number, 2), transfer: time(number, 3), weightBytes: subjects[number].weightBytes)
    }
    (self.rounds, self.threads, kernels) = (rounds, threads, BLAS.kernels)
    processor = HostFacts.here(threads: threads).processor
  }

  /// The miniature, but that every image has the same number of detections, however many classes there are.
  private static let configuration: DetectorConfiguration = {
    var configuration = DetectorConfiguration.miniature
    (configuration.detectionsKept, configuration.detectionOverlap) = (50, 1)
    return configuration
  }()

  /// A network with so many classes, in the midst of each of its trainings.
  private struct Subject {
    let classes: Int
    private let model: MaskXRCNN
    private let transfer: TransferredPredictor
    private let categories: [COCO.Category]
    private let pictures: [Image]
    private var stageOne: TrainingSession
    private var stageTwo: TrainingSession

    init(classes: Int, scenes: ExamplesInMemory, threads: Int) throws {
      self.classes = classes
      let configuration = VocabularyCost.configuration
      func model() -> MaskXRCNN {
        var generator = PCG32(seed: 1)
        let detector = Detector(configuration, classCount: classes, using: &generator)
        return MaskXRCNN(
          detector: detector, method: Method(.transfer(.paper), mlp: .miniature), using: &generator)
      }
      categories = MiniatureWorld(.naming(classes), seed: 1, count: 0).categories
      pictures = try (0..<scenes.count).map { try scenes.example(at: $0).image }
      let schedule = TrainingSchedule(steps: .max / 16, batch: 8, rate: 1e-4)
      let trained = model()
      stageOne = .stageOne(
        trained.detector, on: TrainingSet(scenes, by: configuration, setA: []), schedule, seed: 1)

      // A model whose box head is sure of everything, as a trained one is of some: there are masks to make.
      self.model = model()
      var generator = PCG32(seed: 2)
      let classifier = self.model.detector.boxHead.classifier.weight
      classifier.value = Tensor(normal: classifier.value.shape, deviation: 3, using: &generator)
      let biases = self.model.detector.boxHead.classifier.bias
      biases.value = Tensor(
        shape: [classes + 1], values: [-1e6] + [Float](repeating: 0, count: classes))
      transfer = TransferredPredictor(
        .paper, description: .detection(.clsAndBox), classWeightLength: configuration.classWeightLength,
        maskWidth: configuration.maskWidth, using: &generator)
      let eighty = Set(1...80)
      let set = TrainingSet(scenes, by: configuration, setA: eighty)
      let regions = try FrozenRegions(FrozenDetector(self.model.detector), set, threads: threads)
      stageTwo = .stageTwo(self.model, on: regions, setA: eighty, schedule, seed: 1)
    }

    var weightBytes: Int {
      let head = model.detector.boxHead
      return 4 * (head.classifier.weight.value.count + head.regressor.weight.value.count)
    }

    /// Seconds of a step of stage one, a step of stage two, a picture, and T on all classes.
    mutating func measure(steps: Int, threads: Int) throws -> [Double] {
      let one = try Benchmark.clocked { for _ in 0..<steps { try stageOne.advance(threads: threads) } }
      let two = try Benchmark.clocked { for _ in 0..<8 * steps { try stageTwo.advance(threads: threads) } }
      var found: [Int] = []
      let inference = try Benchmark.clocked {
        found = try Parallel.map(pictures.count, threads: threads) { [model, pictures, categories] in
          try model(pictures[$0], imageID: $0 + 1, categories: categories).count
        }
      }
      // Fewer would make fewer masks: the comparison would not be one.
      precondition(
        found.allSatisfy { $0 == VocabularyCost.configuration.detectionsKept },
        "every picture has its detections")
      let all = Benchmark.clocked {
        let detection = model.detector.boxHead.detectionWeights(on: Tape())
        _ = transfer.maskWeights(Array(1...classes), detection: detection, phase: .inference)
      }
      return [
        one / Double(steps), two / Double(8 * steps), inference / Double(pictures.count), all,
      ]
    }
  }
}
