import Backpropagation
import MaskRCNN
import Tensors

extension WeightTable {
  /// The mean colour that Detectron subtracts from the pixels 0 ... 255, blue, green, red (`PIXEL_MEANS`).
  static let detectronMean: [Float] = [102.9801, 115.9465, 122.7717]

  /// Makes the first convolution, which came from Detectron, read what `standardized` gives.
  static func readStandardizedColors(_ parameters: [Parameter]) {
    let named = Dictionary(uniqueKeysWithValues: parameters.map { ($0.name, $0) })
    guard let kernel = named["backbone.stem.conv.weight"], let scale = named["backbone.stem.norm.weight"],
      let shift = named["backbone.stem.norm.bias"]
    else { return }
    let changed = readingStandardizedColors(
      kernel: kernel.value, scale: scale.value.values, shift: shift.value.values)
    kernel.value = changed.kernel
    shift.value = Tensor(shape: shift.value.shape, values: changed.shift)
  }

  /// A first convolution on blue, green and red less Detectron's mean, as one on red, green and blue less ImageNet's mean
  /// and divided by its deviation.
  ///
  /// With p = 255·(deviation·x + mean) for each colour, w·(p - detectronMean) is (255·deviation·w)·x and a constant, which
  /// goes into the shift of the normalisation that follows. Inside the image the two are equal. In the three rows and
  /// columns around it, Detectron pads with its mean colour and this network with ImageNet's, which is brighter by less
  /// than one of 255 steps.
  ///
  /// - Parameters:
  ///   - kernel: `[out, k, k, 3]`, the channels blue, green, red.
  ///   - scale: of the normalisation, one for each output.
  ///   - shift: likewise.
  static func readingStandardizedColors(
    kernel: Tensor, scale: [Float], shift: [Float]
  ) -> (kernel: Tensor, shift: [Float]) {
    precondition(kernel.shape.last == 3, "a kernel on three colours, not \(kernel.shape)")
    let taps = kernel.count / kernel.shape[0]
    var changed = kernel
    var constants = [Double](repeating: 0, count: kernel.shape[0])
    for i in 0..<kernel.count {
      let color = i % 3
      let weight = kernel[i - color + 2 - color]
      changed[i] = weight * 255 * ImageNetColors.deviation[color]
      constants[i / taps] += Double(weight * (255 * ImageNetColors.mean[color] - detectronMean[2 - color]))
    }
    return (changed, shift.indices.map { shift[$0] + scale[$0] * Float(constants[$0]) })
  }
}
