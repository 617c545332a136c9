import Backpropagation
import MaskRCNN
import Tensors
import TrainingStrategies

extension DetectorConfiguration {
  /// ResNet-50-FPN's parts, each as small as can be, and no two sizes alike that could be.
  static let tiny: DetectorConfiguration = {
    var tiny = DetectorConfiguration.resNet50
    tiny.backbone.stemWidth = 4
    tiny.backbone.stages = [.init(blocks: 2, width: 2, stride: 1), .init(blocks: 1, width: 3, stride: 2)]
    tiny.pyramidWidth = 5
    tiny.boxRegionSide = 3
    tiny.boxHeadWidths = [7, 6]
    tiny.maskRegionSide = 2
    tiny.maskHeadWidths = [4, 3, 5]
    return tiny
  }()
}

/// A tiny model of three classes in which no weight is a plain 0 or 1.
func tinyModel(_ method: Method, block: ResNetConfiguration.Block = .bottleneck) -> MaskXRCNN {
  var configuration = DetectorConfiguration.tiny
  configuration.backbone.block = block
  var generator = PCG32(seed: 1)
  let detector = Detector(configuration, classCount: 3, using: &generator)
  let model = MaskXRCNN(detector: detector, method: method, using: &generator)
  for parameter in model.parameters {
    parameter.value = Tensor(normal: parameter.value.shape, deviation: 1, using: &generator)
  }
  return model
}

/// All values, so that equal ones are equal to the bit.
func bits(_ tensor: Tensor?) -> [UInt32]? { tensor?.values.map(\.bitPattern) }

extension MaskXRCNN {
  /// The value of a parameter.
  subscript(name: String) -> Tensor? { parameters.first { $0.name == name }?.value }
}
