import Backpropagation
import Tensors

extension Detector {
  /// §2 The same network for some of its classes, in another order if need be: class `k` of it is class `classes[k - 1]` of
  /// this one, and the background stays. What is left out takes its share of the softmax with it.
  ///
  /// - Parameter imageSide: what the longer side of images is brought to, if not the same as before.
  public func keeping(classes: [Int], imageSide: Int) -> Detector {
    precondition(
      classes.allSatisfy { (1...classCount).contains($0) }, "only classes that there are can be kept")
    let configuration = configuration.seeing(longerSide: imageSide)
    var generator = PCG32(seed: 0)
    let kept = Detector(configuration, classCount: classes.count, using: &generator)
    let rows = [0] + classes
    let ofClasses = Set(["box.cls", "box.box"].flatMap { ["\($0).weight", "\($0).bias"] })
    for (own, other) in zip(kept.parameters, parameters) {
      own.value =
        ofClasses.contains(own.name)
        ? other.value.blocks(rows, of: classCount + 1, shape: own.value.shape) : other.value
    }
    return kept
  }
}

extension Tensor {
  /// Some of `count` blocks of equal length, one behind the other.
  fileprivate func blocks(_ chosen: [Int], of count: Int, shape: [Int]) -> Tensor {
    let length = self.count / count
    let values = values
    return Tensor(shape: shape, values: chosen.flatMap { values[$0 * length..<($0 + 1) * length] })
  }
}
