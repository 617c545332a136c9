import COCO
import MiniatureCOCO

extension DataSource {
  /// The first images to judge by, as many as results keep findings of.
  public func firstExamples(photographs folder: String?) throws -> [Example] {
    let source: any ExampleSource
    switch self {
    case .miniature(let world):
      source = MiniatureWorld(world.world, seed: world.validationSeed, count: world.validationCount)
    case .photographs:
      guard let folder else { return [] }
      source = try COCOFolder(folder, part: .validation)
    }
    return try (0..<min(source.count, Evaluation.sampleCount)).map { try source.example(at: $0) }
  }
}
