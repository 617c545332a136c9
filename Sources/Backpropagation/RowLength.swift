import Tensors

/// Each row of `x` `[R, D]` scaled to length 1: y = x / |x|. A row of zeros stays one.
public func rowsAtUnitLength(_ x: Variable) -> Variable {
  let (r, d) = (x.shape[0], x.shape[1])
  let inverseLengths = (0..<r).map { row -> Float in
    let length = x.value.row(row).norm
    return length > 0 ? Float(1 / length) : 0
  }
  var y = x.value
  y.withUnsafeMutableValues { y in
    for row in 0..<r {
      for i in 0..<d { y[row * d + i] *= inverseLengths[row] }
    }
  }
  // With the unit vector u = x / |x|: dx = 1 / |x| · (dy - u (u · dy)).
  return x.tape.record(y, from: [x]) { gradient in
    x.accumulateInPlace { sum in
      gradient.withUnsafeValues { g in
        x.value.withUnsafeValues { x in
          for row in 0..<r {
            let (start, inverse) = (row * d, inverseLengths[row])
            var along: Float = 0
            for i in 0..<d { along += x[start + i] * inverse * g[start + i] }
            for i in 0..<d {
              sum[start + i] += inverse * (g[start + i] - x[start + i] * inverse * along)
            }
          }
        }
      }
    }
  }
}
