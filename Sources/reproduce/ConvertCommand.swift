import ArgumentParser
import COCO
import Experiments
import MaskRCNN
import Tensors
import TrainingStrategies
import WeightConversion
import WeightTransfer

/// Weights of other programs' models, and back.
struct ConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Reads the weights of torchvision's or Detectron's models, and writes torchvision's.",
    discussion: """
      --from reads a safetensors file with the other program's own names: torchvision's maskrcnn_resnet50_fpn \
      and fasterrcnn_resnet50_fpn, or Detectron's Mask R-CNN and the paper authors' models, with \
      ResNet-50-FPN or ResNet-101-FPN. It writes a model that `segment` takes. --to torchvision is the way back.
      """)

  @Option(help: "Whose weights INPUT holds: torchvision or detectron.")
  var from: WeightFormat?

  @Option(help: "For whom INPUT, a model, is written: torchvision.")
  var to: WeightFormat?

  @Argument(help: "The file to read.")
  var input: String

  @Option(help: "The file to write.")
  var output: String

  @Option(
    help: """
      What torchvision adds to a variance. Without it, 0 for --from, as its published weights need, and \
      1e-5 for --to, as a model that is built without weights has it.
      """)
  var epsilon: Float?

  @Option(help: "An annotation file with the categories, where they are not COCO's.")
  var categories: String?

  @Option(help: "The activation of T's hidden layers, which weights do not tell: relu or leakyReLU.")
  var activation: TransferStructure.Activation = .leakyReLU

  @Flag(help: "With --to: leave the masks out, for fasterrcnn_resnet50_fpn.")
  var boxesOnly = false

  func validate() throws {
    guard (from == nil) != (to == nil) else {
      throw ValidationError("expected one of --from torchvision, --from detectron and --to torchvision")
    }
    guard to != .detectron else {
      throw ValidationError("--to detectron is not there: only torchvision's files are written")
    }
    if let epsilon, !(0..<1).contains(epsilon) {
      throw ValidationError("--epsilon expects 0 or a little more, not \(epsilon)")
    }
  }

  func run() throws {
    if let from { try read(from) } else { try write() }
    print(output)
  }

  private func read(_ format: WeightFormat) throws {
    let file = try Safetensors(contentsOf: input)
    let recognized = try RecognizedModel(file, path: input, format: format, activation: activation)
    let categories = try labels(of: recognized)
    let (model, embeddings) = try recognized.model(from: file, path: input, epsilon: epsilon ?? 0)
    if recognized.method == nil {
      printError("\(input) has no masks: the mask head and a class-agnostic predictor start fresh")
    }
    // Mask R-CNN's own predictor has seen masks of all classes. Which the others have seen is not in the file.
    let setA = recognized.method == .oracle ? categories.map(\.name) : []
    try ModelFile(
      model: model, categories: categories, about: .init(strategy: .endToEnd, setA: setA, steps: [])
    ).write(to: output, embeddings: embeddings)
  }

  private func labels(of recognized: RecognizedModel) throws -> [COCO.Category] {
    if let categories {
      let listed = try AnnotationFile(reading: categories).categories
      guard listed.count == recognized.classCount else {
        throw InputError(
          file: categories, place: "categories",
          problem: "expected one for each of \(recognized.classCount) classes, found \(listed.count)")
      }
      return listed
    }
    guard let known = recognized.categoriesOfCOCO else {
      throw InputError(
        file: input, problem: "has \(recognized.classCount) classes, not COCO's: --categories must name them")
    }
    return known
  }

  private func write() throws {
    let model = try ModelFile(contentsOf: input).model
    let table = WeightTable(
      .torchvision, model.detector.configuration, model.method, epsilon: epsilon ?? 1e-5)
    let parameters = boxesOnly ? model.detector.parameters : model.parameters
    try Safetensors(tensors: table.tensors(of: parameters, path: input)).write(to: output)
  }
}

extension WeightFormat: ExpressibleByArgument {}
