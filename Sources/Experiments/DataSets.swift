import COCO
import MaskRCNN
import MiniatureCOCO
import Tensors
import TrainingStrategies

/// The images that an experiment's data source stands for.
public struct DataSets: Sendable {
  /// To train on.
  public let training: any ExampleSource
  /// How many of these, from the first on, may have masks.
  public let maskedCount: Int
  /// To judge by.
  public let validation: any ExampleSource
  /// The validation images' entries and annotations, in the form that average precision takes.
  public let truth: AnnotationFile

  /// The data of a source. Scenes are drawn as they are needed, once, and kept in memory; photographs are read each time.
  ///
  /// - Parameters:
  ///   - photographs: the folder of the photographs, if the source is one.
  ///   - drawn: training scenes of this source that are there already.
  public init(
    _ source: DataSource, photographs folder: String?, threads: Int, drawn: (any ExampleSource)? = nil
  ) throws {
    switch source {
    case .miniature(let world):
      let scenes = MasksOfTheFirst(
        MiniatureWorld(world.world, seed: world.trainingSeed, count: world.trainingCount),
        world.maskedCount ?? world.trainingCount)
      training = drawn ?? ExamplesInMemory(scenes)
      maskedCount = scenes.maskedCount
      let judged = ExamplesInMemory(
        MiniatureWorld(world.world, seed: world.validationSeed, count: world.validationCount))
      // What is judged by is needed whole; what is trained on comes as it is asked for.
      _ = try Parallel.map(judged.count, threads: threads) { try judged.example(at: $0).imageID }
      validation = judged
      truth = try AnnotationFile(describing: judged, file: "the drawn world")
    case .photographs(let photographs):
      guard let folder else {
        throw InputError(file: "the data set", problem: "is photographs; expected the folder where they lie")
      }
      let train = try COCOFolder(folder, part: .training)
      let judge = photographs.validation == nil ? train : try COCOFolder(folder, part: .validation)
      (training, validation, truth) = (train, judge, judge.annotationFile)
      maskedCount = train.count
    }
  }

  /// Set A of a split, as class indices.
  public func setA(of split: ClassSplit) throws -> Set<Int> {
    try split.setA(of: training, file: training.name)
  }

  /// The classes that are judged under a split, as class indices.
  public func judged(under split: ClassSplit) throws -> Set<Int> { try split.judged(of: training) }

  /// The training masks of each class, by index; crowds are none.
  private func maskCounts() throws -> [Int: Int] {
    let classOf = training.categories.classIndices
    var counts: [Int: Int] = [:]
    for index in 0..<maskedCount {
      for annotation in try training.annotations(at: index)
      where annotation.segmentation != nil && !annotation.isCrowd {
        counts[classOf[annotation.categoryID] ?? 0, default: 0] += 1
      }
    }
    return counts
  }

  /// The classes of a set, by index, that show no mask in the training images: not one of their objects has any.
  public func classesWithoutMasks(in set: Set<Int>) throws -> [Int] {
    let counts = try maskCounts()
    return set.filter { counts[$0] == nil }.sorted()
  }

  /// The mean number of training masks per class of a set.
  public func masksPerClass(in set: Set<Int>) throws -> Double {
    let counts = try maskCounts()
    return Double(set.reduce(0) { $0 + counts[$1, default: 0] }) / Double(max(1, set.count))
  }
}

extension ExampleSource {
  /// What it is called in messages.
  var name: String { (self as? COCOFolder)?.annotationFile.file ?? "the drawn world" }
}

extension AnnotationFile {
  /// The entries and annotations of a source, without its images.
  public init(describing source: any ExampleSource, file: String) throws {
    try self.init(
      images: (0..<source.count).map { try source.entry(at: $0) },
      annotations: (0..<source.count).flatMap { try source.annotations(at: $0) },
      categories: source.categories, file: file)
  }
}

extension DataSource {
  /// Photographs in a folder of COCO's layout, known by the content of their annotation files. Throws `InputError`
  /// if the folder is none.
  public init(photographs folder: String) throws {
    let training = try Self.fingerprint(folder, .training)
    let validation = try Self.fingerprint(folder, .validation)
    guard training != validation else {
      throw InputError(
        file: folder,
        problem: "has no photographs of its own to judge by: both parts have the same annotations")
    }
    self = .photographs(Photographs(training: training, validation: validation))
  }

  /// The same where nothing is judged: the folder may hold training photographs alone.
  public init(photographsToTrainOn folder: String) throws {
    self = .photographs(Photographs(training: try Self.fingerprint(folder, .training)))
  }

  /// The content of the annotation file, or of several; they are not parsed for it.
  private static func fingerprint(_ folder: String, _ part: COCOFolder.Part) throws -> String {
    let prints = try COCOLayout.files(of: part, in: folder).map {
      Fingerprint(ofBytes: try readWhole($0.annotations))
    }
    return prints.count == 1 ? prints[0].short : try Fingerprint(of: prints.map(\.description)).short
  }
}
