import Backpropagation
import MaskRCNN
import Tensors
import Testing

@Suite("§2 RoIAlign")
struct RoIAlignTests {
  /// A map whose value is `5 y + x` at row y, column x.
  private let ramp = Tensor(shape: [1, 5, 5, 1], values: (0..<25).map(Float.init))

  private func aligned(
    _ features: Tensor, _ boxes: [Box], scale: Float = 1, size: Int, samples: Int = 2,
    alignment: RegionAlignment = .halfPixel
  ) -> Tensor {
    let tape = Tape()
    return withExtendedLifetime(tape) {
      roiAlign(
        tape.constant(features), boxes, scale: scale, size: size, samples: samples, alignment: alignment
      ).value
    }
  }

  @Test("A 5 x 5 ramp, worked by hand")
  func rampByHand() {
    // Bins of 0.5; the first one's middle is (1.25, 1.25), which is row 0.75 and column 0.75: 5 * 0.75 + 0.75.
    let box = Box(x1: 1, y1: 1, x2: 3, y2: 3)
    let expected: [Float] = [4.5, 5, 5.5, 6, 7, 7.5, 8, 8.5, 9.5, 10, 10.5, 11, 12, 12.5, 13, 13.5]
    #expect(largestError(aligned(ramp, [box], size: 4).values, expected) < 1e-6)
    #expect(largestError(aligned(ramp, [box], size: 4, samples: 1).values, expected) < 1e-6)
    // Without the shift by half a pixel everything lies half a row and half a column further: 3 more.
    let unshifted = aligned(ramp, [box], size: 4, alignment: .unshifted)
    #expect(largestError(unshifted.values, expected.map { $0 + 3 }) < 1e-6)
    // On a map of stride 2 the box that is twice as large meets the same pixels.
    #expect(
      largestError(aligned(ramp, [box.scaled(x: 2, y: 2)], scale: 0.5, size: 4).values, expected) < 1e-6)
  }

  @Test("Beyond the edge the edge's value goes on for one pixel, then there is 0")
  func edges() {
    let ones = Tensor(shape: [1, 4, 4, 1], repeating: 1)
    #expect(
      aligned(ones, [Box(x1: 0, y1: 0, x2: 4, y2: 4)], size: 3).values.allSatisfy { abs($0 - 1) < 1e-6 })
    #expect(aligned(ones, [Box(x1: 8, y1: 0, x2: 12, y2: 4)], size: 3).values.allSatisfy { $0 == 0 })
    // Four bins a pixel wide from -2 on. Samples, in the map's coordinates: -2.25, -1.75 | -1.25, -0.75 | ...
    let across = aligned(ones, [Box(x1: -2, y1: 0, x2: 2, y2: 4)], size: 4).values
    #expect(across[..<4].elementsEqual([0, 0.5, 1, 1]))
  }

  @Test("Agrees with torchvision forward and backward", arguments: ["halfPixel", "unshifted", "coarse"])
  func golden(name: String) throws {
    let golden = try GeometryGolden()
    let features = try golden.tensor("roiAlign.features")
    let upstream = try golden.tensor("roiAlign.\(name).upstream")
    let tape = Tape()
    let x = tape.variable(features.reshaped([1] + features.shape))
    let y = roiAlign(
      x, try golden.boxes("roiAlign.boxes"), scale: 0.25, size: upstream.shape[1],
      alignment: name == "unshifted" ? .unshifted : .halfPixel)
    #expect(largestError(y.value.values, try golden.values("roiAlign.\(name).output")) < 1e-5)
    _ = tape.gradients(of: sum(y * tape.constant(upstream)))
    let gradient = try #require(tape.gradient(of: x))
    #expect(largestError(gradient.values, try golden.values("roiAlign.\(name).gradient")) < 1e-5)
  }

  @Test("On a pyramid, agrees with torchvision's levels and order")
  func goldenPyramid() throws {
    let golden = try GeometryGolden()
    let tape = Tape()
    let levels = try (0..<3).map { level in
      let map = try golden.tensor("pyramid.level\(level)")
      return tape.constant(map.reshaped([1] + map.shape))
    }
    let levelOf = LevelAssignment(canonicalSize: 32, canonicalLevel: 4, levels: 2...4)
    let y = roiAlign(
      levels, strides: [4, 8, 16], try golden.boxes("pyramid.boxes"), levelOf: levelOf.callAsFunction,
      size: 3, alignment: .unshifted)
    withExtendedLifetime(tape) {}
    #expect(largestError(y.value.values, try golden.values("pyramid.output")) < 1e-5)
  }

  @Test("A box's level goes up by one where its side doubles, within the levels there are")
  func levels() {
    func level(_ side: Float) -> Int {
      LevelAssignment(canonicalSize: 128, canonicalLevel: 4, levels: 2...4)(
        Box(x: 3, y: 5, width: side, height: side))
    }
    #expect([1, 63.9, 64, 127.9, 128, 5000].map(level) == [0, 0, 1, 1, 2, 2])
    #expect([0, -4, .nan, .infinity].map(level) == [0, 0, 0, 0])
    #expect(LevelAssignment()(Box(x: 0, y: 0, width: 448, height: 112)) == 2)
  }

  @Test("The gradient of a pyramid agrees with finite differences, level by level")
  func finiteDifferences() throws {
    var generator = PCG32(seed: 7)
    let maps = [6, 3].map { Tensor(normal: [1, $0, $0 + 1, 2], deviation: 1, using: &generator) }
    let boxes =
      randomBoxes(5, side: 24, sizes: 1...20, using: &generator) + [Box(x1: -9, y1: -9, x2: 40, y2: 40)]
    let weights = Tensor(normal: [6, 3, 3, 2], deviation: 1, using: &generator)
    func loss(_ maps: [Tensor], tape: Tape, leaf: Bool) -> (value: Variable, leaves: [Variable]) {
      let leaves = maps.map { leaf ? tape.variable($0) : tape.constant($0) }
      let y = roiAlign(
        leaves, strides: [4, 8], boxes, levelOf: { $0.area < 100 ? 0 : 1 }, size: 3)
      return (sum(y * tape.constant(weights)), leaves)
    }
    let tape = Tape()
    let (value, leaves) = loss(maps, tape: tape, leaf: true)
    _ = tape.gradients(of: value)
    for (level, leaf) in leaves.enumerated() {
      let gradient = try #require(tape.gradient(of: leaf))
      for index in 0..<maps[level].count {
        // RoIAlign is linear in the features, so that a large step is exact.
        let difference = [Float(1), -1].map { step in
          var moved = maps
          moved[level][index] += step
          return step * loss(moved, tape: Tape(), leaf: false).value.value.scalar
        }
        #expect(abs((difference[0] + difference[1]) / 2 - gradient[index]) < 1e-4)
      }
    }
  }

  @Test("Mirrored features and mirrored boxes give mirrored regions")
  func mirroring() {
    var generator = PCG32(seed: 9)
    let (h, w, c, size) = (6, 8, 3, 4)
    let features = Tensor(normal: [1, h, w, c], deviation: 1, using: &generator)
    let boxes = randomBoxes(10, side: 28, sizes: 2...20, using: &generator)
    func mirrored(_ x: Tensor, columns: Int) -> [Float] {
      let rows = x.count / (columns * c)
      return (0..<x.count).map { i in
        let (row, column, channel) = (i / (columns * c), i / c % columns, i % c)
        precondition(row < rows)
        return x[(row * columns + columns - 1 - column) * c + channel]
      }
    }
    let straight = aligned(features, boxes, scale: 0.25, size: size)
    let turned = aligned(
      Tensor(shape: features.shape, values: mirrored(features, columns: w)),
      boxes.map { $0.flipped(imageWidth: 4 * w) }, scale: 0.25, size: size)
    #expect(largestError(turned.values, mirrored(straight, columns: size)) < 1e-5)
  }

  @Test("No boxes, and boxes that are no numbers, give no features")
  func nothing() {
    #expect(aligned(ramp, [], size: 7).shape == [0, 7, 7, 1])
    let edges: [Float] = [.nan, .infinity, -.infinity, 1e30]
    for edge in edges {
      let y = aligned(ramp, [Box(x1: edge, y1: 0, x2: 3, y2: edge)], size: 2)
      #expect(y.values.allSatisfy { $0 == 0 })
    }
  }
}
