import Tensors

/// How the values of a layer's weight lie in another program's files, and how here.
///
/// Both programs that are read here are channels first (N C H W); this package is channels last. Biases lie the same.
public enum WeightLayout: Sendable, Hashable {
  /// In the same order: a matrix `[out, in]`.
  case same
  /// A convolution: theirs `[out, in, k, k]`, ours `[out, k, k, in]`. A transposed one has in and out exchanged in both:
  /// theirs `[in, out, k, k]` (`torch.nn.ConvTranspose2d`, Caffe2's `ConvTranspose`), ours `[in, k, k, out]`.
  case convolution
  /// A 1x1 convolution that is a matrix here: theirs `[out, in, 1, 1]`, ours `[out, in]`.
  case pointwiseConvolution
  /// A fully connected layer on flattened feature maps of this side: its columns are channel, row, column there, and
  /// row, column, channel here.
  case flattened(side: Int)
  /// The scale `[C]` of a normalisation whose statistics are frozen; its shift lies the same.
  case normalization

  /// The shape that a weight of shape `ours` has in their files.
  public func theirShape(_ ours: [Int]) -> [Int] {
    switch self {
    case .same, .flattened, .normalization: ours
    case .convolution: [ours[0], ours[3], ours[1], ours[2]]
    case .pointwiseConvolution: ours + [1, 1]
    }
  }

  /// Their values in our order.
  public func ours(_ theirs: Tensor) -> Tensor {
    let shape = theirs.shape
    switch self {
    case .same, .normalization: return theirs
    case .convolution:
      return swapped(theirs, shape[0], shape[1], shape[2] * shape[3])
        .reshaped([shape[0], shape[2], shape[3], shape[1]])
    case .pointwiseConvolution: return theirs.reshaped([shape[0], shape[1]])
    case .flattened(let side):
      return swapped(theirs, shape[0], shape[1] / (side * side), side * side).reshaped(shape)
    }
  }

  /// Our values in their order: the inverse of `ours(_:)`.
  public func theirs(_ ours: Tensor) -> Tensor {
    let shape = ours.shape
    switch self {
    case .same, .normalization: return ours
    case .convolution:
      return swapped(ours, shape[0], shape[1] * shape[2], shape[3]).reshaped(theirShape(shape))
    case .pointwiseConvolution: return ours.reshaped(theirShape(shape))
    case .flattened(let side):
      return swapped(ours, shape[0], side * side, shape[1] / (side * side)).reshaped(shape)
    }
  }

  /// `[n, a, b]` as `[n, b, a]`.
  private func swapped(_ x: Tensor, _ n: Int, _ a: Int, _ b: Int) -> Tensor {
    precondition(x.count == n * a * b, "\(x.shape) is not \(n) x \(a) x \(b) numbers")
    var result = Tensor(uninitialized: [n, b, a])
    result.withUnsafeMutableValues { out in
      x.withUnsafeValues { x in
        for start in stride(from: 0, to: n * a * b, by: max(1, a * b)) {
          for i in 0..<a {
            for j in 0..<b { out[start + j * a + i] = x[start + i * b + j] }
          }
        }
      }
    }
    return result
  }
}
