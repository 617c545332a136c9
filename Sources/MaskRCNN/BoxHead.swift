import Backpropagation
import Tensors

/// §2 The box head (Girshick, "Fast R-CNN", ICCV 2015): two fully connected layers, then for each class a score and a
/// box. Its last two layers hold what T transfers.
public struct BoxHead: Sendable {
  /// The number K of classes, background not counted.
  public let classCount: Int
  private let hidden: [Linear]
  /// `w_cls`, `[K + 1, D]`, and its biases.
  public let classifier: Linear
  /// `w_box`, `[4(K + 1), D]`, a regressor for each class, and its biases.
  public let regressor: Linear

  /// A head with fresh weights, named `box.…`.
  public init(_ configuration: DetectorConfiguration, classCount: Int, using generator: inout PCG32) {
    self.classCount = classCount
    var width = configuration.boxRegionSide * configuration.boxRegionSide * configuration.pyramidWidth
    var hidden: [Linear] = []
    for (number, next) in configuration.boxHeadWidths.enumerated() {
      hidden.append(Linear("box.fc\(number + 6)", from: width, to: next, using: &generator))
      width = next
    }
    self.hidden = hidden
    classifier = Linear("box.cls", from: width, to: classCount + 1, .gaussian(0.01), using: &generator)
    regressor = Linear("box.box", from: width, to: 4 * (classCount + 1), .gaussian(0.001), using: &generator)
  }

  /// Its weights.
  public var parameters: [Parameter] {
    hidden.flatMap(\.parameters) + classifier.parameters + regressor.parameters
  }

  /// The weights of all classes, on a tape.
  public func detectionWeights(on tape: Tape) -> DetectionWeights {
    let length = regressor.weight.value.shape[1]
    return DetectionWeights(
      cls: tape(classifier.weight), box: tape(regressor.weight).reshaped([classCount + 1, 4 * length]))
  }

  /// Regions `[R, S, S, C]` to class logits `[R, K + 1]` and the features `[R, D]` that they and the boxes are made of.
  public func callAsFunction(_ regions: Variable) -> (logits: Variable, features: Variable) {
    var x = regions.reshaped([regions.shape[0], regions.shape[1...].reduce(1, *)])
    for layer in hidden { x = relu(layer(x)) }
    return (classifier(x), x)
  }

  /// A region, by its number, seen as a thing of a class.
  public typealias Pair = (region: Int, label: Int)

  /// Up to so many classes it costs less to multiply by all of their regressors at once than to pick some.
  static let fewClasses = 128

  /// The box deltas of regions with features `[R, D]`, each as a thing of one class: `[pairs, 4]`.
  ///
  /// Of many classes only the rows of `w_box` are read that are asked for: nothing of size R x 4K is formed.
  public func deltas(_ features: Variable, _ pairs: [Pair]) -> Variable {
    if classCount <= Self.fewClasses {
      let all = regressor(features).reshaped([features.shape[0] * (classCount + 1), 4])
      return rows(all, pairs.map { $0.region * (classCount + 1) + $0.label })
    }
    let (tape, length) = (features.tape, features.shape[1])
    let labels = pairs.map(\.label)
    // The four rows of each class are four places, which are all seen with the region's features.
    let weights = rows(tape(regressor.weight).reshaped([classCount + 1, 4, 1, length]), labels)
    let biases = rows(tape(regressor.bias).reshaped([classCount + 1, 4]), labels)
    let products = pointwiseConvolution(weights, kernels: rows(features, pairs.map(\.region)))
    return products.reshaped([pairs.count, 4]) + biases
  }

  /// The losses of sampled regions: softmax cross-entropy over the classes, its mean over the regions; and smooth L1 of
  /// the true class's box deltas, its sum over the foreground divided by the number of regions.
  ///
  /// - Parameter labels: the class of each region, 0 for background.
  /// - Parameter targets: the delta from each region to its truth, in the regressor's units; unused for background.
  public func losses(
    logits: Variable, features: Variable, labels: [Int], targets: [BoxDelta]
  ) -> (classification: Variable, box: Variable) {
    let foreground = labels.indices.filter { labels[$0] > 0 }
    let ofTrueClass = deltas(features, foreground.map { ($0, labels[$0]) })
    let box = smoothL1(ofTrueClass, targets: tensor(foreground.map { targets[$0] }), beta: 1)
    return (softmaxCrossEntropy(logits, labels: labels), (1 / Float(max(1, labels.count))) * box)
  }
}

/// Deltas as rows of dx, dy, dw, dh.
func tensor(_ deltas: [BoxDelta]) -> Tensor {
  Tensor(shape: [deltas.count, 4], values: deltas.flatMap(\.values))
}
