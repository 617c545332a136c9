import COCO
import MaskRCNN
import Tensors

extension DataSets {
  /// What is known of each class after a run.
  ///
  /// - Parameters:
  ///   - setA: the classes that showed masks, as indices.
  ///   - ious: the IoU of each judged object's mask in its true box, by class index.
  func facts(setA: Set<Int>, ious: [Int: [Double]], detector: Detector) throws -> [String: ClassFacts] {
    let classOf = training.categories.classIndices
    var boxes = [Int](repeating: 0, count: training.categories.count + 1)
    for index in 0..<training.count {
      for annotation in try training.annotations(at: index) where !annotation.isCrowd {
        boxes[classOf[annotation.categoryID] ?? 0] += 1
      }
    }
    let cosines = detector.boxHead.cosines(to: setA)
    func rounded(_ value: Double) -> Double { (value * 1e4).rounded() / 1e4 }
    return Dictionary(
      uniqueKeysWithValues: zip(training.categories, 1...).map { category, label in
        let own = ious[label] ?? []
        return (
          category.name,
          ClassFacts(
            isInA: setA.contains(label), trainingBoxes: boxes[label], objects: own.count,
            meanIoU: own.isEmpty ? nil : rounded(own.reduce(0, +) / Double(own.count)),
            cosineToA: rounded(cosines[label]))
        )
      })
  }
}

extension BoxHead {
  /// For each class, by its index, the greatest cosine between its `w_det` and that of another class of A. Background
  /// has 0.
  func cosines(to setA: Set<Int>) -> [Double] {
    let length = classifier.weight.value.shape[1]
    let (cls, box) = (classifier.weight.value.values, regressor.weight.value.values)
    // Rows of w_cls and w_box end to end, at length 1.
    var units = (0...classCount).map { label -> [Float] in
      Array(cls[label * length..<(label + 1) * length])
        + Array(box[4 * label * length..<4 * (label + 1) * length])
    }
    for label in units.indices {
      let norm = units[label].reduce(0) { $0 + $1 * $1 }.squareRoot()
      units[label] = units[label].map { $0 / max(norm, .leastNormalMagnitude) }
    }
    let others = setA.sorted()
    let table = Tensor(shape: [units.count, 5 * length], values: units.flatMap { $0 })
    let known = Tensor(shape: [others.count, 5 * length], values: others.flatMap { units[$0] })
    let products = Tensor.product(table, .plain, known, .transposed).values
    return (0...classCount).map { label in
      guard label > 0 else { return 0 }
      let row = others.indices.filter { others[$0] != label }.map { products[label * others.count + $0] }
      return Double(row.max() ?? 0)
    }
  }
}
