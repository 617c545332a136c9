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
      goes on where it was when the same command is given again.
      """)

  @Option(help: "A folder in COCO's layout, or `miniature` for the drawn world.")
  var data: String = "miniature"

  @Option(
    help:
      "Set A: voc, non-voc, random:N:TRIAL (N of 20, 30, 40, 50, 60), coco (its 80 among others), or as-annotated."
  )
  var split: ClassSplit = .voc

  @Option(help: "stage-wise, end-to-end or end-to-end-stop-gradient.")
  var strategy: Strategy = .endToEndStopGradient

  @Option(help: "baseline, oracle (sees all masks) or transfer.")
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

  @Option(help: "Images in a step.")
  var batch: Int = 8

  @Option(help: "The learning rate of the detector; stage two's is fifteen times as high.")
  var rate: Float?

  @Option(help: "The longer side that images are brought to, in pixels.")
  var imageSide: Int = 128

  @Flag(help: "Few steps: to see that it runs.")
  var smoke = false

  @Option(
    help: "GloVe vectors of the class names, for --input glove: a text file of GloVe's or a .npy array.")
  var glove: String?

  @Option(help: "The seed of weights and batches.")
  var seed: UInt64 = 1

  @Option(help: "The model file to write.")
  var output: String

  @OptionGroup var threads: ThreadOptions
  @OptionGroup var checkpoints: CheckpointOptions

  enum MethodName: String, ExpressibleByArgument, CaseIterable {
    case baseline
    case oracle
    case transfer
  }

  func validate() throws {
    guard (1...16).contains(layers) else { throw ValidationError("--layers expects 1 to 16, not \(layers)") }
    for (name, value) in [("--steps", steps), ("--mask-steps", maskSteps), ("--batch", batch)] {
      if let value, value < 1 { throw ValidationError("\(name) expects a positive number, not \(value)") }
    }
    guard (32...4096).contains(imageSide), imageSide % 16 == 0 else {
      throw ValidationError("--image-side expects a multiple of 16 from 32 to 4096, not \(imageSide)")
    }
    if let rate, !(rate > 0 && rate.isFinite) {
      throw ValidationError("--rate expects a positive number, not \(rate)")
    }
  }

  func run() throws {
    warnOfKernels()
    let folder = data == "miniature" ? nil : data
    let vectors = try glove.map { try WordVectorSource(file: $0) } ?? .ownText
    let experiment = try experiment(folder: folder, vectors: vectors)

    // Checkpoints lie beside the model until it is there.
    let states = "\(output).checkpoints"
    try makeFolder(states)
    let workbench = Workbench(
      checkpoints: CheckpointStore(folder: states), threads: threads.threads, photographs: folder,
      vectors: vectors, checkpointInterval: checkpoints.checkpointInterval)
    let sets = try workbench.dataSets(experiment.data)
    var setA = try sets.setA(of: split)
    if case .full = experiment.contender { setA = Set(1...sets.training.categories.count) }
    let names = setA.sorted().map { sets.training.categories[$0 - 1].name }
    printError(
      "\(sets.training.count) images, \(sets.training.categories.count) classes, masks of \(names.count): "
        + names.joined(separator: ", "))
    guard let model = try workbench.trained(experiment, title: experiment.title).model else {
      preconditionFailure("a method has a model")
    }
    let schedules = [experiment.schedule.detector, experiment.schedule.masks].compactMap { $0 }
    let file = ModelFile(
      model: model, categories: sets.training.categories,
      about: .init(strategy: strategy, setA: names, steps: schedules.map(\.steps)))
    try file.write(to: output, embeddings: workbench.embeddings(of: experiment))
    try? FileManager.default.removeItem(atPath: states)
    print(output)
  }

  private func experiment(folder: String?, vectors: WordVectorSource) throws -> Experiment {
    let profile = smoke ? Profile.smoke : .standard
    let source = try folder.map { try DataSource(photographsToTrainOn: $0) } ?? .miniature(profile.world)
    var configuration = DetectorConfiguration.miniature
    configuration.imageSide = imageSide
    let (first, second) = (profile.stageOne, strategy == .stageWise ? profile.stageTwo : profile.endToEnd)
    let schedule = Schedule(
      detector: TrainingSchedule(steps: steps ?? first.steps, batch: batch, rate: rate ?? first.rate.base),
      masks: TrainingSchedule(
        steps: maskSteps ?? second.steps, batch: batch,
        rate: rate.map { $0 * second.rate.base / first.rate.base } ?? second.rate.base,
        maskRateFactor: second.maskRateFactor))
    return Experiment(
      data: source, detector: configuration, split: split, contender: contender, strategy: strategy,
      schedule: schedule, detectorSeed: seed, seed: seed,
      wordVectors: method == .transfer && input == .glove ? vectors.description : nil)
  }

  private var contender: Contender {
    let branch: MLPConfiguration? = mlp ? .miniature : nil
    switch method {
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
