import Tensors

/// a + b, of the same shape.
public func + (a: Variable, b: Variable) -> Variable {
  a.tape.record(a.value.zipped(with: b.value, +), from: [a, b]) { gradient in
    a.accumulate(gradient)
    b.accumulate(gradient)
  }
}

/// a - b, of the same shape.
public func - (a: Variable, b: Variable) -> Variable {
  a.tape.record(a.value.zipped(with: b.value, -), from: [a, b]) { gradient in
    a.accumulate(gradient)
    b.accumulate(gradient.map(-))
  }
}

/// a ⊙ b, of the same shape.
public func * (a: Variable, b: Variable) -> Variable {
  a.tape.record(a.value.zipped(with: b.value, *), from: [a, b]) { gradient in
    a.accumulate(gradient.zipped(with: b.value, *))
    b.accumulate(gradient.zipped(with: a.value, *))
  }
}

/// A number times a variable.
public func * (factor: Float, x: Variable) -> Variable {
  x.tape.record(x.value.map { factor * $0 }, from: [x]) { gradient in
    x.accumulate(gradient.map { factor * $0 })
  }
}

/// max(x, 0).
public func relu(_ x: Variable) -> Variable {
  let y = x.value.map { max($0, 0) }
  return x.tape.record(y, from: [x]) { gradient in
    x.accumulate(gradient.zipped(with: y) { $1 > 0 ? $0 : 0 })
  }
}

/// x where it is positive, `slope` times x elsewhere.
public func leakyReLU(_ x: Variable, slope: Float) -> Variable {
  x.tape.record(x.value.map { $0 > 0 ? $0 : slope * $0 }, from: [x]) { gradient in
    x.accumulate(gradient.zipped(with: x.value) { $1 > 0 ? $0 : slope * $0 })
  }
}

/// 1 / (1 + e^-x).
public func sigmoid(_ x: Variable) -> Variable {
  let y = x.value.map(logistic)
  return x.tape.record(y, from: [x]) { gradient in
    x.accumulate(gradient.zipped(with: y) { $0 * $1 * (1 - $1) })
  }
}

/// The same value, through which no gradient flows (section 2.2: it keeps the mask loss from bending `w_det`).
public func stopGradient(_ x: Variable) -> Variable { x.tape.constant(x.value) }

/// The sum of all values, a scalar.
public func sum(_ x: Variable) -> Variable {
  x.tape.record(Tensor(Float(x.value.sum)), from: [x]) { gradient in
    x.accumulate(Tensor(shape: x.shape, repeating: gradient.scalar))
  }
}
