import MaskRCNN
import TrainingStrategies

/// The programs whose weights are understood.
public enum WeightFormat: String, CaseIterable, Sendable {
  /// torchvision's `maskrcnn_resnet50_fpn` and `fasterrcnn_resnet50_fpn`, by the names of their state dictionaries.
  case torchvision
  /// Detectron, on Caffe2, and the paper authors' fork of it, by the names of their blobs.
  case detectron

  /// The conventions under which its models find what they learnt to find.
  public var convention: Convention {
    switch self {
    case .torchvision: .torchvision
    case .detectron: .detectron
    }
  }

  /// A layer's two parts.
  enum Part {
    case weight
    case bias
  }

  /// What follows a layer's name for a part of it. Detectron calls the scale of a normalisation `s`.
  func ending(_ part: Part, _ layout: WeightLayout) -> String {
    switch (self, part) {
    case (.torchvision, .weight): ".weight"
    case (.torchvision, .bias): ".bias"
    case (.detectron, .weight): layout == .normalization ? "_s" : "_w"
    case (.detectron, .bias): "_b"
    }
  }

  /// Whether files of this kind may have a tensor of this name that is no weight of the detector, and that the program
  /// itself passes over when it reads one.
  func passesOver(_ name: String) -> Bool {
    switch self {
    // A counter beside the statistics of a batch normalisation.
    case .torchvision: name.hasSuffix(".num_batches_tracked")
    // The optimiser's state, the last layer of the ImageNet classifier, the zeros that stand for the biases of its
    // convolutions, and the classes that the authors set aside while they train on COCO.
    case .detectron:
      name.hasSuffix("_momentum") || name.hasSuffix("_jcvbackup")
        || ["fc1000_w", "fc1000_b", "pred_w", "pred_b", "conv1_b"].contains(name)
        || name.hasPrefix("res") && name.contains("_branch") && name.hasSuffix("_b")
          && !name.hasSuffix("_bn_b")
    }
  }

  /// The table for a model of these sizes and with these masks. Of two rules for a layer, the first counts.
  public func rules(_ configuration: DetectorConfiguration, _ method: Method) -> [WeightRule] {
    switch self {
    case .torchvision: Self.torchvisionRules(configuration)
    case .detectron: Self.detectronRules(configuration) + Self.authorsRules(configuration, method)
    }
  }
}
