import ArgumentParser
import COCO
import Experiments
import Foundation
import HybridMaskHead
import MaskRCNN
import Tensors
import TrainingStrategies
import WeightTransfer

/// Trains one model and writes it to a file.
struct TrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train",
    abstract: "Trains a model on photographs or on the drawn world.",
    discussion: """
      Masks of the classes in set A are learnt from; the others give their boxes alone. A training that was stopped \
      goes on where it was when the same command is given again. With --detector the detector is taken from a model, \
      and the mask side alone is trained.
      """)

  @Option(
    help: ArgumentHelp(
      "A folder of images and annotations in COCO's format, or `miniature` for the drawn world.",
      discussion: """
        annotations/instances_train2017.json and train2017/, as COCO has them; or annotations.json, or another single \
        .json, with the images in images/ or beside it.
        """))
  var data: String = "miniature"

  @Option(
    help:
      "Set A: voc, non-voc, random:N:TRIAL (N of 20, 30, 40, 50, 60), coco (its 80 among others), or as-annotated."
  )
  var split: ClassSplit = .voc

  @Option(
    help:
      "stage-wise, end-to-end or end-to-end-stop-gradient, which is the default; with --detector, stage-wise."
  )
  var strategy: Strategy?

  @OptionGroup var given: DetectorOptions

  @Option(help: "baseline, oracle (sees all masks), transfer, or none: the detector alone, on boxes.")
  var method: MethodName = .transfer

  @Flag(help: "Add the class-agnostic MLP branch.")
  var mlp = false

  @Option(help: "What T reads: randn, glove, cls, box or cls+box.")
  var input: TransferInput = .clsAndBox

  @Option(help: "The layers of T.")
  var layers: Int = 2

  @Option(help: "The activation of T's hidden layers: relu or leakyReLU.")
  var activation: TransferStructure.Activation = .leakyReLU

  @Flag(help: "Ours, not the paper's: scale what T reads of each class to length 1.")
  var unitRows = false

  @Option(help: "Steps of stage one: the detector, on boxes.")
  var steps: Int?

  @Option(help: "Steps of what follows: stage two, or everything end to end.")
  var maskSteps: Int?

  @Option(help: "Images in a step: 8.")
  var batch: Int?

  @Option(
    help:
      "The learning rate of the detector; stage two's is fifteen times as high. With --detector, stage two's own."
  )
  var rate: Float?

  @Flag(help: "Few steps: to see that it runs.")
  var smoke = false

  @Option(
    help: "GloVe vectors of the class names, for --input glove: a text file of GloVe's or a .npy array.")
  var glove: String?

  @Option(help: "The seed of weights and batches.")
  var seed: UInt64 = 1

  @Option(
    help: """
      With --detector, where it is kept what that detector sees, for other trainings on the same data. Without it, beside \
      the model until that is there.
      """)
  var regions: String?

  @Option(help: "The model file to write.")
  var output: String

  @OptionGroup var threads: ThreadOptions
  @OptionGroup var checkpoints: CheckpointOptions

  enum MethodName: String, ExpressibleByArgument, CaseIterable {
    case baseline
    case oracle
    case transfer
    case none
  }

  func validate() throws {
    guard (1...16).contains(layers) else { throw ValidationError("--layers expects 1 to 16, not \(layers)") }
    for (name, value) in [("--steps", steps), ("--mask-steps", maskSteps), ("--batch", batch)] {
      if let value, value < 1 { throw ValidationError("\(name) expects a positive number, not \(value)") }
    }
    if given.detector != nil {
      guard strategy == nil || strategy == .stageWise else {
        throw ValidationError("--detector is taken as it is: expected --strategy stage-wise")
      }
      guard method != .none else {
        throw ValidationError("--detector leaves nothing to train for --method none")
      }
      guard steps == nil else { throw ValidationError("--detector leaves nothing to train for --steps") }
    } else if regions != nil {
      throw ValidationError("--regions needs --detector")
    }
    if let rate, !(rate > 0 && rate.isFinite) {
      throw ValidationError("--rate expects a positive number, not \(rate)")
    }
  }

  func run() throws {
    warnOfKernels()
    let folder = data == "miniature" ? nil : data
    let vectors = try glove.map { try WordVectorSource(file: $0) } ?? .ownText
    let detector = try given.read()
    let experiment = try experiment(folder: folder, vectors: vectors, around: detector)

    // Checkpoints lie beside the model until it is there.
    let states = "\(output).checkpoints"
    try makeFolder(states)
    let workbench = Workbench(
      checkpoints: CheckpointStore(folder: states), threads: threads.threads, photographs: folder,
      vectors: vectors, checkpointInterval: checkpoints.checkpointInterval, detector: detector,
      frozenFolder: regions)
    let sets = try workbench.dataSets(experiment.data)
    let setA: Set<Int>
    switch experiment.contender {
    case .wholeBox: setA = []
    case .full, .kernels: setA = Set(1...sets.training.categories.count)
    case .partial: setA = try sets.setA(of: split)
    }
    let names = setA.sorted().map { sets.training.categories[$0 - 1].name }
    printError(
      "\(sets.training.count) images, \(sets.training.categories.count) classes, "
        + (names.isEmpty ? "boxes alone" : "masks of \(names.count): \(names.joined(separator: ", "))"))
    if let folder, method != .none { try requireMasks(of: setA, in: sets, folder) }
    if let masks = experiment.schedule.masks, detector != nil {
      let cost = try workbench.frozenCost(of: experiment)
      for line in cost.lines(steps: masks.steps, besidesCOCO: false) { printError(line) }
      try cost.checkRoom()
    }
    let trained = try workbench.trained(experiment, title: experiment.title)
    // A detector alone gets a mask head that knows nothing: a model file has one.
    var generator = PCG32(seed: seed)
    let model = trained.model ?? MaskXRCNN(detector: trained.detector, method: .baseline, using: &generator)
    let schedules = [experiment.schedule.detector, experiment.schedule.masks].compactMap { $0 }
    let file = ModelFile(
      model: model, categories: sets.training.categories,
      about: .init(strategy: experiment.strategy, setA: names, steps: schedules.map(\.steps)))
    try file.write(to: output, embeddings: workbench.embeddings(of: experiment))
    try? FileManager.default.removeItem(atPath: states)
    print(output)
  }

  /// Refuses to learn masks from none, and says which classes of A lack them if it is not all.
  private func requireMasks(of setA: Set<Int>, in sets: DataSets, _ folder: String) throws {
    let without = try sets.classesWithoutMasks(in: setA)
    let names = without.map { sets.training.categories[$0 - 1].name }.joined(separator: ", ")
    guard without.count < setA.count else {
      throw InputError(
        file: folder, place: "split \(split)",
        problem: "expected masks to learn from, found none of its classes: \(names)")
    }
    if !without.isEmpty { printError("Of these no object has a mask: \(names)") }
  }

  private func experiment(
    folder: String?, vectors: WordVectorSource, around detector: GivenDetector?
  ) throws -> Experiment {
    let profile = smoke ? Profile.smoke : .standard
    let source = try folder.map { try DataSource(photographsToTrainOn: $0) } ?? .miniature(profile.world)
    let words = method == .transfer && input == .glove ? vectors.description : nil
    if let detector {
      let base = profile.base(data: source, around: detector)
      let usual = base.schedule.masks!
      return base.with {
        ($0.split, $0.contender, $0.wordVectors) = (split, contender(mlp: detector.mlp), words)
        ($0.detectorSeed, $0.seed) = (seed, seed)
        $0.schedule.masks = TrainingSchedule(
          steps: maskSteps ?? usual.steps, batch: batch ?? usual.batch, rate: rate ?? usual.rate.base)
      }
    }
    var configuration = DetectorConfiguration.miniature
    configuration.imageSide = given.imageSide ?? 128
    // A detector alone is the first of two stages.
    let strategy = method == .none ? .stageWise : strategy ?? .endToEndStopGradient
    let imagesInStep = batch ?? 8
    let (first, second) = (profile.stageOne, strategy == .stageWise ? profile.stageTwo : profile.endToEnd)
    let schedule = Schedule(
      detector: TrainingSchedule(
        steps: steps ?? first.steps, batch: imagesInStep, rate: rate ?? first.rate.base),
      masks: method == .none
        ? nil
        : TrainingSchedule(
          steps: maskSteps ?? second.steps, batch: imagesInStep,
          rate: rate.map { $0 * second.rate.base / first.rate.base } ?? second.rate.base,
          maskRateFactor: second.maskRateFactor))
    return Experiment(
      data: source, detector: configuration, split: split, contender: contender(mlp: .miniature),
      strategy: strategy,
      schedule: schedule, detectorSeed: seed, seed: seed,
      wordVectors: words)
  }

  private func contender(mlp sizes: MLPConfiguration) -> Contender {
    let branch = mlp ? sizes : nil
    switch method {
    case .none: return .wholeBox
    case .baseline: return .partial(Method(.classAgnostic, mlp: branch))
    case .oracle: return .full(Method(.classSpecific, mlp: branch))
    case .transfer:
      let transfer = TransferConfiguration(
        input: input, structure: TransferStructure(layers: layers, activation: activation),
        regularization: unitRows ? .ours : .none)
      return .partial(Method(.transfer(transfer), mlp: branch))
    }
  }
}

extension Strategy: ExpressibleByArgument {}
extension TransferInput: ExpressibleByArgument {}
extension TransferStructure.Activation: ExpressibleByArgument {}
