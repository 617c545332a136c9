import Backpropagation
import MaskRCNN
import Tensors

/// Each kind of layer alone, forward and backward, at sizes that it has in the miniature; every thread works on an image
/// of its own.
struct LayerBenchmark {
  let threads: Int

  /// The layers, without their shares of a peak.
  func layers() throws -> [Benchmark.Layer] {
    let pyramid = DetectorConfiguration.miniature.pyramidWidth
    var layers: [Benchmark.Layer] = []
    for (side, width) in [(64, 32), (64, pyramid), (32, 64), (16, 128), (8, 192)] {
      layers.append(try convolution(side, from: width, to: width, Window(kernel: 3, padding: 1)))
    }
    for (side, from, to) in [(64, 32, 64), (32, 64, 128), (16, 128, 192)] {
      layers.append(try convolution(side, from: from, to: to, Window(kernel: 3, stride: 2, padding: 1)))
    }
    layers.append(try convolution(64, from: 32, to: pyramid, Window(kernel: 1)))
    layers.append(try convolution(7, images: 12, from: pyramid, to: pyramid, Window(kernel: 3, padding: 1)))
    layers.append(
      try layer(
        "transposed convolution", "12 × 7 × 7 × 64 → 64", [[12, 7, 7, 64], [64, 2, 2, 64], [64]],
        operations: 2 * 12 * 49 * 64 * 4 * 64
      ) { transposedConvolution($0[0], weight: $0[1], bias: $0[2]) })
    layers.append(
      try layer(
        "fully connected", "48 × 3136 → 256", [[48, 3136], [256, 3136], [256]],
        operations: 2 * 48 * 3136 * 256
      ) { linear($0[0], weight: $0[1], bias: $0[2]) })
    layers.append(
      try layer("group normalisation", "64 × 64 × 32", [[1, 64, 64, 32], [32], [32]]) {
        groupNormalization($0[0], groups: 4, scale: $0[1], shift: $0[2])
      })
    layers.append(try layer("ReLU", "64 × 64 × 64", [[1, 64, 64, 64]]) { relu($0[0]) })
    let boxes = (0..<48).map { number in
      let (x, y) = (Float(number % 8) * 11, Float(number / 8) * 13)
      return Box(x1: x, y1: y, x2: x + 21, y2: y + 24)
    }
    layers.append(
      try layer("RoIAlign", "48 × 7 × 7 × 64", [[1, 64, 64, 64]]) {
        roiAlign($0[0], boxes, scale: 0.5, size: 7)
      })
    return layers
  }

  private func convolution(
    _ side: Int, images: Int = 1, from inputs: Int, to outputs: Int, _ window: Window
  ) throws -> Benchmark.Layer {
    let out = window.outputSide(side)
    let size = "\(images > 1 ? "\(images) × " : "")\(side) × \(side) × \(inputs) → \(outputs)"
    return try layer(
      "\(window.kernel)×\(window.kernel) convolution\(window.stride > 1 ? ", stride \(window.stride)" : "")",
      size,
      [[images, side, side, inputs], [outputs, window.kernel, window.kernel, inputs], [outputs]],
      operations: 2 * images * out * out * inputs * outputs * window.kernel * window.kernel
    ) { Backpropagation.convolution($0[0], weight: $0[1], bias: $0[2], window) }
  }

  /// - Parameter operations: of the forward pass; backward counts twice.
  private func layer(
    _ type: String, _ size: String, _ shapes: [[Int]], operations: Int? = nil,
    _ body: @Sendable ([Variable]) -> Variable
  ) throws -> Benchmark.Layer {
    var generator = PCG32(seed: 1)
    let inputs = shapes.map { Tensor(normal: $0, deviation: 1, using: &generator) }
    let forward = try seconds {
      let tape = Tape()
      _ = body(inputs.map(tape.variable))
      tape.forget()
    }
    let both = try seconds {
      let tape = Tape()
      let y = body(inputs.map(tape.variable))
      _ = tape.gradients(of: y, along: y.value)
    }
    let backward = max(1e-9, both - forward)
    return Benchmark.Layer(
      type: type, size: size, forwardMicroseconds: 1e6 * forward, backwardMicroseconds: 1e6 * backward,
      gflops: operations.map { 3e-9 * Double($0 * threads) / both })
  }

  /// Seconds of one call on each thread at once: the best of some rounds of a few milliseconds each.
  private func seconds(_ body: @Sendable () -> Void) throws -> Double {
    func round(_ calls: Int) throws -> Double {
      try Benchmark.clocked {
        _ = try Parallel.map(threads, threads: threads) { _ in for _ in 0..<calls { body() } }
      } / Double(calls)
    }
    let calls = max(1, Int(0.01 / (try round(2))))
    return try (0..<5).map { _ in try round(calls) }.min()!
  }
}
