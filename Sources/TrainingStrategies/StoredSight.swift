import Foundation
import COCO
import MaskRCNN
import Tensors

/// §2.2 What a frozen detector sees of an image, in the form in which it is stored: features at half precision
/// (`HalfTensor`), masks as bits or runs, all else as it is.
public protocol StoredSight: Sendable {
  /// The ending of its files.
  static var ending: String { get }
  /// What is rounded, and must be finite.
  var rounded: [Tensor] { get }
  /// Appends it.
  func write(to bytes: inout StoredBytes)
  /// Takes it from the front of `bytes`.
  init(from bytes: inout StoredBytes)
}

extension StoredSight {
  /// In the form in which it is stored. Throws `InputError` naming the image where a feature is not finite.
  func stored(of index: Int, file: String = "the detector") throws -> StoredBytes {
    guard rounded.allSatisfy(\.isFinite) else {
      throw InputError(
        file: file, place: "features",
        problem: "what the detector sees in image \(index + 1) is not a finite number; is its file whole?")
    }
    var bytes = StoredBytes()
    write(to: &bytes)
    return bytes
  }
}

/// §2.2 Numbers and arrays one behind the other, as this machine has them in memory.
public struct StoredBytes: Sendable {
  /// The bytes.
  public private(set) var data: Data
  private var offset = 0

  /// Bytes to read, or none, to write to.
  public init(_ data: Data = Data()) { self.data = data }

  mutating func write<Value: BitwiseCopyable>(_ values: [Value]) {
    var count = values.count
    data.append(Data(bytes: &count, count: 8))
    values.withUnsafeBytes { data.append(contentsOf: $0) }
  }

  mutating func read<Value: BitwiseCopyable>(_: Value.Type = Value.self) -> [Value] {
    data.withUnsafeBytes { bytes in
      let count = bytes.loadUnaligned(fromByteOffset: offset, as: Int.self)
      let start = offset + 8
      offset = start + count * MemoryLayout<Value>.stride
      return [Value](unsafeUninitializedCapacity: count) { values, written in
        UnsafeMutableRawBufferPointer(values).copyMemory(from: .init(rebasing: bytes[start..<offset]))
        written = count
      }
    }
  }

  mutating func write(_ tensor: Tensor) {
    let half = HalfTensor(rounding: tensor)
    write(half.shape + [half.exponent])
    write(half.codes)
  }

  mutating func readTensor() -> Tensor {
    let header = read(Int.self)
    return HalfTensor(shape: header.dropLast(), exponent: header.last!, codes: read()).tensor
  }

  mutating func write(_ boxes: [Box]) { write(boxes.flatMap { [$0.x1, $0.y1, $0.x2, $0.y2] }) }

  mutating func readBoxes() -> [Box] {
    let edges = read(Float.self)
    return stride(from: 0, to: edges.count, by: 4).map {
      Box(x1: edges[$0], y1: edges[$0 + 1], x2: edges[$0 + 2], y2: edges[$0 + 3])
    }
  }
}

extension FrozenDetector.TrainingRegions: StoredSight {
  /// `000017.regions`.
  public static var ending: String { "regions" }
  /// The features.
  public var rounded: [Tensor] { [features] }

  /// Appends boxes, classes, masks and features.
  public func write(to bytes: inout StoredBytes) {
    bytes.write(sample.boxes)
    bytes.write(sample.classes)
    // Targets are zeros and ones: eight to a byte.
    let targets = sample.targets.values
    var packed = [UInt8](repeating: 0, count: (targets.count + 7) / 8)
    for (place, target) in targets.enumerated() where target > 0 {
      packed[place / 8] |= 1 << UInt8(place % 8)
    }
    bytes.write(sample.targets.shape)
    bytes.write(packed)
    bytes.write(features)
  }

  /// Takes boxes, classes, masks and features from the front of `bytes`.
  public init(from bytes: inout StoredBytes) {
    let (boxes, classes) = (bytes.readBoxes(), bytes.read(Int.self))
    let shape = bytes.read(Int.self)
    let packed = bytes.read(UInt8.self)
    let targets = (0..<shape.reduce(1, *)).map { Float(packed[$0 / 8] >> UInt8($0 % 8) & 1) }
    self.init(
      sample: MaskSample(boxes: boxes, classes: classes, targets: Tensor(shape: shape, values: targets)),
      features: bytes.readTensor())
  }
}

extension FrozenDetector.View: StoredSight {
  /// `000017.view`.
  public static var ending: String { "view" }
  /// The features.
  public var rounded: [Tensor] { [detectionFeatures, objectFeatures] }

  /// Appends boxes, classes, masks and features.
  public func write(to bytes: inout StoredBytes) {
    let seen = image.seen
    let convention = seen.convention.flatMap { Convention.allCases.firstIndex(of: $0) } ?? -1
    bytes.write([
      seen.height, seen.width, seen.originalHeight, seen.originalWidth, seen.pixels.shape[1],
      seen.pixels.shape[2], convention,
    ])
    bytes.write([seen.scale.x, seen.scale.y])
    bytes.write(image.boxes)
    bytes.write(image.classes)
    bytes.write(image.ignored)
    for mask in image.masks {
      // An object without a mask has no runs.
      let runs = mask.map { RunLengthMask(bitmap: $0, height: image.height, width: image.width).counts }
      bytes.write((runs ?? []).map(Int32.init))
    }
    bytes.write(proposals)
    bytes.write(detections.map(\.box))
    bytes.write(detections.map(\.score))
    bytes.write(detections.map(\.classIndex))
    bytes.write(detectionFeatures)
    bytes.write(classesNamed)
    bytes.write(objectFeatures)
  }

  /// Takes boxes, classes, masks and features from the front of `bytes`.
  public init(from bytes: inout StoredBytes) {
    let (size, scale) = (bytes.read(Int.self), bytes.read(Float.self))
    let seen = SeenPicture(
      pixels: Tensor(shape: [1, size[4], size[5], 0]), height: size[0], width: size[1],
      originalHeight: size[2], originalWidth: size[3],
      convention: size[6] < 0 ? nil : Convention.allCases[size[6]], scale: (scale[0], scale[1]))
    let (boxes, classes, ignored) = (bytes.readBoxes(), bytes.read(Int.self), bytes.readBoxes())
    let masks = boxes.map { _ -> [UInt8]? in
      let runs = bytes.read(Int32.self).map(Int.init)
      return runs.isEmpty ? nil : RunLengthMask(height: size[0], width: size[1], counts: runs).decode()
    }
    let proposals = bytes.readBoxes()
    let (found, scores, labels) = (bytes.readBoxes(), bytes.read(Float.self), bytes.read(Int.self))
    self.init(
      image: TrainingImage(seen, boxes: boxes, classes: classes, masks: masks, ignored: ignored),
      proposals: proposals,
      detections: found.indices.map { ScoredBox(box: found[$0], score: scores[$0], classIndex: labels[$0]) },
      detectionFeatures: bytes.readTensor(), classesNamed: bytes.read(), objectFeatures: bytes.readTensor())
  }
}
