import ArgumentParser
import COCO
import Experiments
import Foundation
import MaskRCNN
import Pictures
import Tensors
import TrainingStrategies

/// Finds things in pictures and draws their masks.
struct SegmentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "segment",
    abstract: "Draws what a model finds in pictures, and writes it in COCO's results format.")

  @Option(help: "The model: a file that `train` or `convert` wrote.")
  var model: String

  @Argument(help: "Pictures (PNG or JPEG), or folders of them.")
  var images: [String]

  @Option(help: "The folder to write to: a PNG for each picture, and results.json.")
  var output: String

  @Option(
    help:
      """
      An annotation file that gives each picture its id, by the longest ending that their paths have in common; without it \
      they are numbered from 1.
      """
  )
  var annotations: String?

  @Option(
    help: """
      Whose pixel conventions to follow: torchvision or detectron. Without it the model's, which are those of the \
      program that its weights came from.
      """)
  var convention: Convention?

  @Option(help: "The lowest score that is drawn; results.json has all above 0.05.")
  var score: Double = 0.5

  @Option(help: "The probability from which on a pixel belongs to a thing.")
  var threshold: Double = 0.5

  @OptionGroup var threads: ThreadOptions

  /// What stands behind a picture's name in its drawing's.
  private static let ending = "-masks"

  func validate() throws {
    for (name, value) in [("--score", score), ("--threshold", threshold)] where !(0...1).contains(value) {
      throw ValidationError("\(name) expects a number from 0 to 1, not \(value)")
    }
  }

  func run() throws {
    warnOfKernels()
    let file = try ModelFile(contentsOf: model)
    let network = convention.map(file.model.following) ?? file.model
    let paths = try images.flatMap(pictures)
    let ids = try imageIDs(of: paths)
    try makeFolder(output)
    let namesOfA = Set(file.about.setA)

    let progress = Progress("segmenting", total: paths.count, unit: "images")
    // The ending keeps a drawing from lying over the picture it was made from, whatever the folder.
    let drawings = ImagePaths.uniqueNames(for: paths).map { $0 + Self.ending }
    // A picture that cannot be read is named at the end; the others are not lost for it.
    // Small images go side by side; of a large one each layer is spread over the threads, since its maps are large.
    let isLarge = network.detector.configuration.imageSide > 512
    let (images, threadsForEach) = isLarge ? (1, threads.threads) : (threads.threads, 1)
    let found = try Parallel.map(paths.count, threads: images) {
      index -> Result<[Detection], InputError> in
      let picture: Image
      do {
        picture = try readImage(paths[index])
      } catch let error as InputError {
        progress.advance()
        return .failure(error)
      }
      let detections = try network(
        picture, imageID: ids[index], categories: file.categories, threshold: Float(threshold),
        threads: threadsForEach)
      try draw(detections, over: picture, file.categories, namesOfA, named: drawings[index])
      progress.advance()
      return .success(detections)
    }
    progress.finish()
    let all = found.flatMap { (try? $0.get()) ?? [] }
    try ResultsFile(detections: all, extent: .box).write(to: "\(output)/results.json")
    print(
      "\(all.count { $0.score >= score }) things with a score of at least \(decimal(score, 2)) in \(paths.count) "
        + "pictures: \(output)")
    let failures = found.compactMap { if case .failure(let error) = $0 { error } else { nil } }
    for failure in failures.dropLast() { printError("\(failure)") }
    if let failure = failures.last { throw failure }
  }

  /// A picture, or those of a folder by name.
  private func pictures(_ path: String) throws -> [String] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw InputError(file: path, problem: "there is no such file")
    }
    guard isFolder.boolValue else { return [path] }
    let endings = [".png", ".jpg", ".jpeg"]
    func place(_ path: String) -> String { URL(fileURLWithPath: path).resolvingSymlinksInPath().path }
    // What was drawn before is no picture to segment.
    let holdsDrawings = place(path) == place(output)
    let names = try FileManager.default.contentsOfDirectory(atPath: path).sorted()
      .filter { name in endings.contains { name.lowercased().hasSuffix($0) } }
      .filter { !(holdsDrawings && $0.hasSuffix("\(Self.ending).png")) }
    guard !names.isEmpty else { throw InputError(file: path, problem: "holds no PNG or JPEG file") }
    return names.map { "\(path)/\($0)" }
  }

  private func imageIDs(of paths: [String]) throws -> [Int] {
    guard let annotations else { return Array(1...max(1, paths.count)) }
    return try ImagePaths(AnnotationFile(reading: annotations)).entries(for: paths).map(\.id)
  }

  /// Masks, boxes and names; classes of B, which showed no masks, in capitals.
  private func draw(
    _ detections: [Detection], over picture: Image, _ categories: [COCO.Category], _ namesOfA: Set<String>,
    named name: String
  ) throws {
    let names = Dictionary(uniqueKeysWithValues: categories.map { ($0.id, $0.name) })
    let objects = detections.filter { $0.score >= score }.map { detection in
      let label = names[detection.categoryID] ?? "category \(detection.categoryID)"
      let box = detection.box
      return OutlinedObject(
        mask: detection.mask?.decode(),
        box: Rectangle(x: box.x, y: box.y, width: box.width, height: box.height),
        label: namesOfA.contains(label) ? label : label.uppercased(), score: detection.score)
    }
    try writePNG(drawing(of: objects, over: picture), to: "\(output)/\(name).png")
  }
}

extension Convention: ExpressibleByArgument {}
