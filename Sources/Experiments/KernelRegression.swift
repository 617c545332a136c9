import Backpropagation
import MaskRCNN
import Tensors
import TrainingStrategies
import WeightTransfer

/// How much of the mask kernels of classes can be read from what the detector knows of them: T's question, asked of a straight
/// line.
///
/// The oracle has learnt a kernel for each class from its masks. A ridge regression from a description of a class to its
/// kernel is fitted on some classes and judged on others. Where it explains nothing, no T can be expected to; where it explains
/// much and T gains nothing, the fault is T's, or the features' that the kernels are laid upon.
public struct KernelRegression: Codable, Hashable, Sendable {
  /// What describes a class.
  public var input: TransferInput
  /// The share of the kernels' variance that is explained on classes left out, a tenth of all at a time.
  public var leftOut: Double
  /// The same on B, learnt from A.
  public var fromA: Double?
  /// The same on A, learnt from B.
  public var fromB: Double?

  /// A regression's figures.
  public init(input: TransferInput, leftOut: Double, fromA: Double?, fromB: Double?) {
    (self.input, self.leftOut) = (input, leftOut)
    (self.fromA, self.fromB) = (fromA, fromB)
  }

  /// What the penalty is chosen from, on rows of mean length 1.
  static let penalties = [0.01, 0.03, 0.1, 0.3, 1, 3, 10]

  /// The regressions of a model whose kernels are learnt, and whose detector's weights T may read; none for other models.
  ///
  /// - Parameter setA: the classes of A, by index from 1.
  static func all(of model: MaskXRCNN, setA: Set<Int>) -> [KernelRegression]? {
    guard case .classSpecific = model.method.predictor,
      let kernels = model.predictor.parameters.first(where: { $0.name == "specific.weight" })
    else { return nil }
    let classes = Array(1...model.detector.classCount)
    let detection = model.detector.boxHead.detectionWeights(on: Tape())
    let targets = vectors(kernels.value, classes)
    let isInA = classes.map(setA.contains)
    return [TransferInput.cls, .box, .clsAndBox].map { input in
      let described = ClassDescription.detection(input)(classes, detection).value
      let rows = scaled(vectors(described, Array(classes.indices)))
      return KernelRegression(
        input: input, leftOut: explainedByTenths(rows, targets),
        fromA: explained(rows, targets, by: isInA), fromB: explained(rows, targets, by: isInA.map { !$0 }))
    }
  }

  /// The share that is explained of each tenth of the samples by the others.
  private static func explainedByTenths(_ inputs: [[Double]], _ targets: [[Double]]) -> Double {
    let folds = tenths(Array(inputs.indices))
    return RidgeRegression.explainedVariance(
      inputs, targets, penalty: penalty(inputs, targets, folds), leavingOut: folds)
  }

  /// The share that is explained of the other samples by the known ones, on which alone the penalty is chosen; nil where
  /// either are too few.
  private static func explained(
    _ inputs: [[Double]], _ targets: [[Double]], by isKnown: [Bool]
  ) -> Double? {
    let own = isKnown.indices.filter { isKnown[$0] }
    let others = isKnown.indices.filter { !isKnown[$0] }
    guard own.count > 2, !others.isEmpty else { return nil }
    let (x, y) = (own.map { inputs[$0] }, own.map { targets[$0] })
    return RidgeRegression.explainedVariance(
      inputs, targets, penalty: penalty(x, y, tenths(Array(own.indices))), leavingOut: [others])
  }

  /// The penalty that explains most of what is left out.
  private static func penalty(_ inputs: [[Double]], _ targets: [[Double]], _ folds: [[Int]]) -> Double {
    penalties.map { penalty in
      (penalty, RidgeRegression.explainedVariance(inputs, targets, penalty: penalty, leavingOut: folds))
    }.max { $0.1 < $1.1 }!.0
  }

  /// Every tenth sample, in ten ways; fewer where there are fewer.
  static func tenths(_ samples: [Int]) -> [[Int]] {
    let count = min(10, samples.count)
    return (0..<count).map { fold in stride(from: fold, to: samples.count, by: count).map { samples[$0] } }
  }

  /// Rows of a tensor `[K, D]`.
  private static func vectors(_ tensor: Tensor, _ rows: [Int]) -> [[Double]] {
    let length = tensor.shape[1...].reduce(1, *)
    let values = tensor.values
    return rows.map { row in values[row * length..<(row + 1) * length].map(Double.init) }
  }

  /// All of them by one factor, so that their mean length is 1.
  private static func scaled(_ vectors: [[Double]]) -> [[Double]] {
    let lengths = vectors.map { $0.reduce(0) { $0 + $1 * $1 }.squareRoot() }
    let mean = lengths.reduce(0, +) / Double(lengths.count)
    return mean > 0 ? vectors.map { $0.map { $0 / mean } } : vectors
  }
}
