import Backpropagation
import Tensors

/// §2 The feature pyramid (Lin et al., "Feature Pyramid Networks", CVPR 2017): every level has the same number of
/// channels, and the fine ones know what the coarse ones saw.
public struct FeaturePyramid: Sendable {
  private let laterals: [Convolution]
  private let outputs: [Convolution]
  /// The strides of the levels that `callAsFunction` returns, in image pixels.
  public let strides: [Int]

  /// A pyramid on a backbone, named `pyramid.…`.
  public init(on backbone: ResNet, width: Int, using generator: inout PCG32) {
    var (laterals, outputs): ([Convolution], [Convolution]) = ([], [])
    for (level, channels) in backbone.widths.enumerated() {
      laterals.append(
        Convolution(
          "pyramid.lateral\(level + 2)", from: channels, to: width, Window(kernel: 1), using: &generator))
      outputs.append(
        Convolution(
          "pyramid.output\(level + 2)", from: width, to: width, Window(kernel: 3, padding: 1),
          using: &generator))
    }
    (self.laterals, self.outputs) = (laterals, outputs)
    strides = backbone.configuration.strides + [2 * backbone.configuration.strides.last!]
  }

  /// Its weights.
  public var parameters: [Parameter] { (laterals + outputs).flatMap(\.parameters) }

  /// The stages' outputs to pyramid levels, finest first, each `[1, H/stride, W/stride, width]`, and one coarser
  /// level more, subsampled from the last, which serves the proposal network alone.
  public func callAsFunction(_ stages: [Variable]) -> [Variable] {
    var sums: [Variable] = []
    for (stage, lateral) in zip(stages, laterals).reversed() {
      let above = sums.last.map { upsample($0, height: stage.shape[1], width: stage.shape[2]) }
      sums.append(lateral(stage, adding: above))
    }
    let levels = zip(sums.reversed(), outputs).map { $1($0) }
    return levels + [maxPool(levels.last!, Window(kernel: 1, stride: 2))]
  }
}
