import Tensors

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The probabilities of each row of logits `[R, K]`: e^xᵢ / Σ e^xⱼ.
public func softmax(_ logits: Tensor) -> Tensor {
  let k = logits.shape[1]
  var result = logits
  result.withUnsafeMutableValues { values in
    for start in stride(from: 0, to: logits.count, by: k) {
      let row = values + start
      var largest = row[0]
      for i in 1..<k { largest = max(largest, row[i]) }
      var total: Float = 0
      for i in 0..<k {
        row[i] = exp(row[i] - largest)
        total += row[i]
      }
      for i in 0..<k { row[i] /= total }
    }
  }
  return result
}

/// The mean over rows of -log softmax(logits)[label]: logits `[R, K]`, a label in `0 ..< K` for each row.
/// No rows give 0.
public func softmaxCrossEntropy(_ logits: Variable, labels: [Int]) -> Variable {
  let (r, k) = (logits.shape[0], logits.shape[1])
  precondition(
    labels.count == r && labels.allSatisfy { $0 >= 0 && $0 < k }, "a label for each row, below \(k)")
  guard r > 0 else { return logits.tape.constant(Tensor(0)) }
  let probabilities = softmax(logits.value)
  var loss = 0.0
  for (row, label) in labels.enumerated() {
    // log Σ e^(xⱼ - max) - (x_label - max), which stays finite where the probability underflows.
    let values = logits.value.withUnsafeValues { x in (0..<k).map { Double(x[row * k + $0]) } }
    let largest = values.max()!
    loss += log(values.reduce(0) { $0 + exp($1 - largest) }) - (values[label] - largest)
  }
  return logits.tape.record(Tensor(Float(loss / Double(r))), from: [logits]) { gradient in
    var result = probabilities
    let factor = gradient.scalar / Float(r)
    result.withUnsafeMutableValues { p in
      for (row, label) in labels.enumerated() { p[row * k + label] -= 1 }
      for i in 0..<r * k { p[i] *= factor }
    }
    logits.accumulate(result)
  }
}

/// The mean over all values of the binary cross-entropy between sigmoid(logits) and targets in [0, 1], computed
/// from the logits: max(x, 0) - x·t + log(1 + e^-|x|). No values give 0.
public func sigmoidCrossEntropy(_ logits: Variable, targets: Tensor) -> Variable {
  precondition(logits.shape == targets.shape, "targets of \(targets.shape) for logits of \(logits.shape)")
  guard targets.count > 0 else { return logits.tape.constant(Tensor(0)) }
  let terms = logits.value.zipped(with: targets) { x, t in max(x, 0) - x * t + log1p(exp(-abs(x))) }
  let mean = terms.sum / Double(targets.count)
  return logits.tape.record(Tensor(Float(mean)), from: [logits]) { gradient in
    let factor = gradient.scalar / Float(targets.count)
    logits.accumulate(logits.value.zipped(with: targets) { x, t in factor * (logistic(x) - t) })
  }
}

/// The sum of smooth L1 (Girshick, "Fast R-CNN", 2015) over all values: d²/2β where |d| < β, |d| - β/2 elsewhere,
/// with d = prediction - target.
public func smoothL1(_ predictions: Variable, targets: Tensor, beta: Float) -> Variable {
  precondition(beta > 0, "smooth L1 needs a positive beta")
  let differences = predictions.value.zipped(with: targets, -)
  let terms = differences.map { d in abs(d) < beta ? d * d / (2 * beta) : abs(d) - beta / 2 }
  return predictions.tape.record(Tensor(Float(terms.sum)), from: [predictions]) { gradient in
    let factor = gradient.scalar
    predictions.accumulate(differences.map { d in factor * max(-1, min(1, d / beta)) })
  }
}
