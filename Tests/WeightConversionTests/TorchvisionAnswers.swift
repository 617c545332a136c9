import Backpropagation
import COCO
import Foundation
import MaskRCNN
import Pictures
import Tensors
import Testing
import TrainingStrategies

/// What a Mask R-CNN of torchvision's answered for a picture (Tests/Golden/torchvision_model.py), and how far a model of
/// ours is from it.
struct TorchvisionAnswers {
  let tensors: [String: Tensor]
  /// What stands before the names of this picture's answers.
  let prefix: String

  /// A file beside the script that made it.
  static func golden(_ name: String) throws -> Safetensors {
    let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    return try Safetensors(contentsOf: tests.appendingPathComponent("Golden/\(name).safetensors").path)
  }

  subscript(name: String) -> Tensor {
    get throws { try #require(tensors[prefix + name], "\(prefix)\(name)") }
  }

  /// Checks a value against the stored one, or against every so-many-th that is stored: within 1e-3 of each expected value,
  /// or of a hundredth of the largest where that is more.
  @discardableResult
  func check(_ value: [Float], _ name: String, shape: [Int]? = nil) throws -> Float {
    let expected = try self[name].values
    if let stored = tensors["\(prefix)\(name)/shape"] {
      #expect(shape?.map(Float.init) == stored.values, "\(name)")
    }
    let step = tensors["\(prefix)\(name)/step"].map { Int($0.scalar) } ?? 1
    let sampled = stride(from: 0, to: value.count, by: step).map { value[$0] }
    try #require(sampled.count == expected.count, "\(prefix)\(name)")
    let largest = expected.map(abs).max() ?? 0
    let error = zip(sampled, expected).map { abs($0 - $1) / max(abs($1), 0.01 * largest) }.max() ?? 0
    #expect(error <= 1e-3, "\(prefix)\(name): relatively off by \(error)")
    return error
  }

  /// Goes the whole way from a picture to masks, and compares every station. Returns the errors by station.
  func compare(_ model: MaskXRCNN, _ picture: Image, categories: [COCO.Category]) throws -> [String: Float] {
    var errors: [String: Float] = [:]
    let detector = model.detector
    let tape = Tape(inferringOn: 2)
    let seen = SeenPicture(picture, by: detector.configuration)
    errors["pixels"] = try check(seen.pixels.values, "pixels", shape: seen.pixels.shape)
    let levels = detector.levels(tape.constant(seen.pixels))
    #expect(levels.count == 5)
    for (number, level) in levels.enumerated() {
      errors["level.\(number)"] = try check(level.value.values, "level.\(number)", shape: level.shape)
    }
    let output = detector.proposalNetwork(levels)
    errors["objectness"] = try check(
      output.objectness.value.values, "objectness", shape: output.objectness.shape)
    errors["proposal deltas"] = try check(
      output.deltas.value.values, "proposal deltas", shape: output.deltas.shape)

    // Which of two proposals with nearly equal scores is first hangs on a rounding, so each is looked for among all.
    let proposals = detector.proposalNetwork.proposals(output, height: seen.height, width: seen.width)
    let theirs = boxes(try self["proposals"])
    #expect(proposals.count == theirs.count)
    let missing = theirs.count { box in !proposals.contains { $0.agrees(with: box) } }
    errors["proposals not found"] = Float(missing) / Float(theirs.count)
    #expect(Float(missing) <= 0.01 * Float(theirs.count), "\(missing) proposals are not found")
    let regions = detector.regions(levels, theirs, side: detector.configuration.boxRegionSide)
    errors["box regions"] = try check(regions.value.values, "box regions", shape: regions.shape)
    let (logits, features) = detector.boxHead(regions)
    let pairs = (0..<logits.shape[0]).flatMap { region in
      (0...detector.classCount).map { (region: region, label: $0) }
    }
    let deltas = detector.boxHead.deltas(features, pairs)
      .reshaped([logits.shape[0], 4 * (detector.classCount + 1)])
    errors["class logits"] = try check(logits.value.values, "class logits", shape: logits.shape)
    errors["box deltas"] = try check(deltas.value.values, "box deltas", shape: deltas.shape)

    // Detections in the picture itself, each beside the stored one of its class that it is nearest to.
    let found = try model(picture, imageID: 1, categories: categories, threads: 2)
    let edges = found.map {
      Box(x: Float($0.box.x), y: Float($0.box.y), width: Float($0.box.width), height: Float($0.box.height))
    }
    let labels = found.map { detection in
      Float(categories.firstIndex { $0.id == detection.categoryID }! + 1)
    }
    var free = Set(found.indices)
    let order = try zip(boxes(try self["boxes"]), try self["labels"].values).map { box, label -> Int in
      let nearest = free.filter { labels[$0] == label }.min {
        edges[$0].distance(to: box) < edges[$1].distance(to: box)
      }
      let index = try #require(nearest, "a detection of class \(label)")
      free.remove(index)
      return index
    }
    #expect(free.isEmpty)
    errors["boxes"] = try check(order.flatMap { edges[$0].edges }, "boxes")
    errors["scores"] = try check(order.map { Float(found[$0].score) }, "scores")
    let (findings, side) = (try model.findings(in: seen, threads: 2), detector.configuration.maskSide)
    errors["mask probabilities"] = try check(
      order.flatMap { findings[$0].mask }, "mask probabilities", shape: [findings.count, side, side])
    errors["mask pixels"] = try differingShare(order.compactMap { found[$0].mask })
    #expect(errors["mask pixels"]! <= 1e-3)
    return errors
  }

  /// The pixels in which the first masks differ from the stored ones, as a share of the pixels of the stored ones.
  private func differingShare(_ masks: [RunLengthMask]) throws -> Float {
    let (starts, runs) = (try self["run starts"].values.map { Int($0) }, try self["runs"].values)
    try #require(masks.count >= starts.count - 1)
    var (differing, area) = (0, 0)
    for (number, mask) in masks.prefix(starts.count - 1).enumerated() {
      let expected = RunLengthMask(
        height: mask.height, width: mask.width,
        counts: runs[starts[number]..<starts[number + 1]].map { Int($0) })
      let (a, b) = (mask.decode(), expected.decode())
      differing += a.indices.count { a[$0] != b[$0] }
      area += b.count { $0 != 0 }
    }
    return Float(differing) / Float(max(1, area))
  }
}

/// The rows of `[R, 4]` as boxes.
private func boxes(_ tensor: Tensor) -> [Box] {
  let v = tensor.values
  return stride(from: 0, to: v.count, by: 4).map {
    Box(x1: v[$0], y1: v[$0 + 1], x2: v[$0 + 2], y2: v[$0 + 3])
  }
}

extension Box {
  /// The sum of the distances of the edges.
  fileprivate func distance(to other: Box) -> Float {
    zip(edges, other.edges).reduce(0) { $0 + abs($1.0 - $1.1) }
  }

  /// Left, upper, right and lower edge.
  fileprivate var edges: [Float] { [x1, y1, x2, y2] }

  /// Whether each edge is where the other's is, to a thousandth of the other's sides.
  fileprivate func agrees(with other: Box) -> Bool {
    let bound = 1e-3 * max(other.width, other.height, 1)
    return abs(x1 - other.x1) <= bound && abs(y1 - other.y1) <= bound && abs(x2 - other.x2) <= bound
      && abs(y2 - other.y2) <= bound
  }
}
