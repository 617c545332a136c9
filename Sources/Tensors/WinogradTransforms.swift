/// The transforms of `Winograd`, each given by what it does to a line of up to six values: applied to the columns of a
/// square and then to the rows of the result. Some channels go side by side in the lanes of the vector unit.
///
/// The types take the place of closures: with them the compiler sees through to the last multiplication.
protocol LineTransform {
  /// The length of a line before the transform.
  static var inputs: Int { get }
  /// The length of a line after it.
  static var outputs: Int { get }
  /// The transform of a line; what is beyond `inputs` is ignored, what is beyond `outputs` is zero.
  static func line(_ line: Line) -> Line
}

typealias Lane = SIMD8<Float>
/// The number of channels that go side by side.
let lanes = Lane.scalarCount
typealias Line = (Lane, Lane, Lane, Lane, Lane, Lane)

extension LineTransform {
  /// The transform of one square in all channels. The tables hold the addresses of `inputs * inputs` places to read and
  /// of `outputs * outputs` places to write, row by row; to each result the value at its place in `addends` is added.
  @inline(__always)
  static func transform(
    _ source: UnsafePointer<UnsafeMutablePointer<Float>>,
    into target: UnsafePointer<UnsafeMutablePointer<Float>>,
    adding addends: UnsafePointer<UnsafeMutablePointer<Float>>? = nil, channels: Int
  ) {
    withUnsafeTemporaryAllocation(of: Lane.self, capacity: 36) { between in
      let between = between.baseAddress!
      for channel in stride(from: 0, to: channels, by: lanes) {
        for column in 0..<inputs {
          let result = line(
            (
              get(source[column], channel), get(source[inputs + column], channel),
              get(source[2 * inputs + column], channel),
              inputs > 3 ? get(source[3 * inputs + column], channel) : .zero,
              inputs > 4 ? get(source[4 * inputs + column], channel) : .zero,
              inputs > 4 ? get(source[5 * inputs + column], channel) : .zero
            ))
          between[column] = result.0
          between[6 + column] = result.1
          between[12 + column] = result.2
          if outputs > 3 { between[18 + column] = result.3 }
          if outputs > 4 { (between[24 + column], between[30 + column]) = (result.4, result.5) }
        }
        for row in 0..<outputs {
          let values = between + 6 * row
          let result = line((values[0], values[1], values[2], values[3], values[4], values[5]))
          func put(_ column: Int, _ lane: Lane) {
            let place = row * outputs + column
            set(target[place], channel, addends.map { lane + get($0[place], channel) } ?? lane)
          }
          put(0, result.0)
          put(1, result.1)
          put(2, result.2)
          if outputs > 3 { put(3, result.3) }
          if outputs > 4 {
            put(4, result.4)
            put(5, result.5)
          }
        }
      }
    }
  }
}

@inline(__always)
private func get(_ pointer: UnsafeMutablePointer<Float>, _ channel: Int) -> Lane {
  UnsafeRawPointer(pointer + channel).loadUnaligned(as: Lane.self)
}

@inline(__always)
private func set(_ pointer: UnsafeMutablePointer<Float>, _ channel: Int, _ lane: Lane) {
  UnsafeMutableRawPointer(pointer + channel).storeBytes(of: lane, as: Lane.self)
}

/// Whether any of `count` values (a multiple of the lanes) is not zero.
@inline(__always)
func isNonzero(_ values: UnsafePointer<Float>, count: Int) -> Bool {
  for i in stride(from: 0, to: count, by: lanes)
  where any(UnsafeRawPointer(values + i).loadUnaligned(as: Lane.self) .!= .zero) { return true }
  return false
}

// MARK: The matrices, for interpolation at 0, 1, -1, 2, -2 and infinity

/// Bᵀ.
enum InputTransform: LineTransform {
  static var inputs: Int { 6 }
  static var outputs: Int { 6 }
  @inline(__always)
  static func line(_ d: Line) -> Line {
    let (p, q) = (d.4 - 4 * d.2, d.3 - 4 * d.1)
    let (r, s) = (d.4 - d.2, 2 * (d.3 - d.1))
    return (4 * d.0 - 5 * d.2 + d.4, p + q, p - q, r + s, r - s, 4 * d.1 - 5 * d.3 + d.5)
  }
}

/// B.
enum TransposedInputTransform: LineTransform {
  static var inputs: Int { 6 }
  static var outputs: Int { 6 }
  @inline(__always)
  static func line(_ v: Line) -> Line {
    let (p, q) = (v.1 + v.2, v.1 - v.2)
    let (r, s) = (v.3 + v.4, 2 * (v.3 - v.4))
    return (4 * v.0, 4 * (v.5 - q) - s, -5 * v.0 - 4 * p - r, q + s - 5 * v.5, v.0 + p + r, v.5)
  }
}

/// G.
enum KernelTransform: LineTransform {
  static var inputs: Int { 3 }
  static var outputs: Int { 6 }
  @inline(__always)
  static func line(_ w: Line) -> Line {
    let (p, q) = ((w.0 + w.2) * (-1 / 6), w.1 * (-1 / 6))
    let (r, s) = (w.0 * (1 / 24) + w.2 * (1 / 6), w.1 * (1 / 12))
    return (w.0 * 0.25, p + q, p - q, r + s, r - s, w.2)
  }
}

/// Gᵀ.
enum TransposedKernelTransform: LineTransform {
  static var inputs: Int { 6 }
  static var outputs: Int { 3 }
  @inline(__always)
  static func line(_ u: Line) -> Line {
    let (p, q) = (u.1 + u.2, u.1 - u.2)
    let (r, s) = (u.3 + u.4, u.3 - u.4)
    return (
      u.0 * 0.25 - p * (1 / 6) + r * (1 / 24), s * (1 / 12) - q * (1 / 6), (r - p) * (1 / 6) + u.5, .zero,
      .zero, .zero
    )
  }
}

/// Aᵀ.
enum OutputTransform: LineTransform {
  static var inputs: Int { 6 }
  static var outputs: Int { 4 }
  @inline(__always)
  static func line(_ m: Line) -> Line {
    let (p, q) = (m.1 + m.2, m.1 - m.2)
    let (r, s) = (m.3 + m.4, m.3 - m.4)
    return (m.0 + p + r, q + 2 * s, p + 4 * r, q + 8 * s + m.5, .zero, .zero)
  }
}

/// A.
enum TransposedOutputTransform: LineTransform {
  static var inputs: Int { 4 }
  static var outputs: Int { 6 }
  @inline(__always)
  static func line(_ y: Line) -> Line {
    let (p, q) = (y.0 + y.2, y.1 + y.3)
    let (r, s) = (y.0 + 4 * y.2, 2 * y.1 + 8 * y.3)
    return (y.0, p + q, p - q, r + s, r - s, y.3)
  }
}
