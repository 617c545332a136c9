import Foundation
import MaskRCNN
import Pictures
import Tensors
import Testing
import TrainingStrategies
import WeightConversion

/// The folder that Tests/Golden/torchvision_model.py made, and that of the photographs; nil where there is none.
private let sample = ProcessInfo.processInfo.environment["TORCHVISION_SAMPLE"]
private let photographs = ProcessInfo.processInfo.environment["COCO_SAMPLE"]

@Suite(
  "torchvision's full-size model on photographs, where TORCHVISION_SAMPLE and COCO_SAMPLE name folders",
  .enabled(if: sample != nil && photographs != nil))
struct TorchvisionSampleTests {
  @Test("From photographs to masks, every station agrees to 1e-3")
  func photographsToMasks() throws {
    let path = "\(try #require(sample))/weights.safetensors"
    let file = try Safetensors(contentsOf: path)
    let recognized = try RecognizedModel(file, path: path, format: .torchvision)
    #expect(recognized.classCount == 90 && recognized.method == .oracle)
    #expect(recognized.detector.convention == .torchvision)
    let model = try recognized.model(from: file, path: path, epsilon: 1e-5).model
    let categories = try #require(recognized.categoriesOfCOCO)

    let golden = try TorchvisionAnswers.golden("torchvision_full").tensors
    let names = Set(golden.keys.compactMap { $0.split(separator: "/").first.map(String.init) })
    #expect(names.count >= 2)
    for name in names.sorted() {
      let picture = try readImage("\(try #require(photographs))/val2017/\(name)")
      let answers = TorchvisionAnswers(tensors: golden, prefix: "\(name)/")
      let errors = try answers.compare(model, picture, categories: categories)
      print(name, errors.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", "))
    }
  }
}
