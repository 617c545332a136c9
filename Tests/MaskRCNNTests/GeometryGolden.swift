import Foundation
import MaskRCNN
import Tensors
import Testing

/// What torchvision answered (Tests/Golden/geometry.py). A missing file fails the tests that read it.
struct GeometryGolden {
  private let file: Safetensors

  init() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    file = try Safetensors(contentsOf: folder.appendingPathComponent("Golden/geometry.safetensors").path)
  }

  func tensor(_ name: String) throws -> Tensor {
    try #require(file.tensors[name], "geometry.safetensors has no \(name)")
  }

  func values(_ name: String) throws -> [Float] { try tensor(name).values }

  func integers(_ name: String) throws -> [Int] { try values(name).map { Int($0) } }

  func boxes(_ name: String) throws -> [Box] { try MaskRCNNTests.boxes(tensor(name)) }
}

/// The rows of `[R, 4]` as boxes.
func boxes(_ tensor: Tensor) -> [Box] {
  let v = tensor.values
  return (0..<tensor.shape[0]).map {
    Box(x1: v[4 * $0], y1: v[4 * $0 + 1], x2: v[4 * $0 + 2], y2: v[4 * $0 + 3])
  }
}

extension Box {
  /// The four edges in order.
  var edges: [Float] { [x1, y1, x2, y2] }
}

/// The largest difference between two lists, each measured against 1 or the size of the expected value.
func largestError(_ actual: [Float], _ expected: [Float]) -> Float {
  guard actual.count == expected.count else { return .infinity }
  return zip(actual, expected).reduce(0) { worst, pair in
    let error = abs(pair.0 - pair.1) / max(1, abs(pair.1))
    return error.isNaN ? .infinity : max(worst, error)
  }
}

/// Random boxes with their centres in a square image.
func randomBoxes(
  _ count: Int, side: Float, sizes: ClosedRange<Float>, using generator: inout PCG32
) -> [Box] {
  (0..<count).map { _ in
    Box(
      centerX: generator.uniform(0...side), centerY: generator.uniform(0...side),
      width: generator.uniform(sizes), height: generator.uniform(sizes))
  }
}
