import Foundation

/// A dense array of `Float` in row-major order, a value.
///
/// Dimensions are named by one alphabet throughout the package: N images, H height, W width, C channels,
/// R regions, K classes, M the side of a mask. Layout is always N H W C.
///
/// Copies share their storage until one of them is written to. Storage comes from a `BufferPool` and returns
/// to it, so that a training loop allocates next to nothing after its first steps.
public struct Tensor: @unchecked Sendable {
  /// The length of each dimension; empty for a scalar.
  public let shape: [Int]
  /// The number of values: the product of the shape.
  public let count: Int
  @usableFromInline
  var storage: Storage

  /// A tensor with the same value everywhere.
  public init(shape: [Int], repeating value: Float = 0) {
    self.init(uninitialized: shape)
    storage.pointer.update(repeating: value, count: count)
  }

  /// A tensor with these values, in row-major order.
  public init(shape: [Int], values: [Float]) {
    self.init(uninitialized: shape)
    precondition(
      values.count == count, "a tensor of shape \(shape) needs \(count) values, not \(values.count)")
    values.withUnsafeBufferPointer { values in
      guard let base = values.baseAddress else { return }
      storage.pointer.update(from: base, count: count)
    }
  }

  /// A scalar.
  public init(_ value: Float) { self.init(shape: [], repeating: value) }

  /// A tensor of standard normal values times `deviation`.
  public init(normal shape: [Int], deviation: Float, using generator: inout PCG32) {
    self.init(uninitialized: shape)
    for i in 0..<count { storage.pointer[i] = deviation * generator.normal() }
  }

  /// A tensor whose values are anything until they are written.
  public init(uninitialized shape: [Int]) {
    precondition(shape.allSatisfy { $0 >= 0 }, "a shape has no negative dimension: \(shape)")
    self.shape = shape
    count = shape.reduce(1, *)
    storage = Storage(count: count)
  }

  private init(shape: [Int], count: Int, storage: Storage) {
    (self.shape, self.count, self.storage) = (shape, count, storage)
  }

  /// The same values under another shape. Nothing is copied.
  public func reshaped(_ shape: [Int]) -> Tensor {
    precondition(shape.reduce(1, *) == count, "\(self.shape) cannot be reshaped to \(shape)")
    return Tensor(shape: shape, count: count, storage: storage)
  }

  /// All values, in row-major order.
  public var values: [Float] { Array(UnsafeBufferPointer(start: storage.pointer, count: count)) }

  /// The value of a tensor that has only one.
  public var scalar: Float {
    precondition(count == 1, "a tensor of shape \(shape) is not a scalar")
    return storage.pointer[0]
  }

  /// The value at a position of the flat, row-major order.
  public subscript(index: Int) -> Float {
    get {
      precondition(index >= 0 && index < count, "index \(index) is outside a tensor of shape \(shape)")
      return storage.pointer[index]
    }
    set {
      precondition(index >= 0 && index < count, "index \(index) is outside a tensor of shape \(shape)")
      makeUnique()
      storage.pointer[index] = newValue
    }
  }

  /// The value at a position with one index for each dimension.
  public subscript(indices: Int...) -> Float {
    get { self[flat(indices)] }
    set { self[flat(indices)] = newValue }
  }

  private func flat(_ indices: [Int]) -> Int {
    precondition(indices.count == shape.count, "\(indices) does not index a tensor of shape \(shape)")
    return zip(indices, shape).reduce(0) { offset, dimension in
      precondition(dimension.0 >= 0 && dimension.0 < dimension.1, "\(indices) is outside \(shape)")
      return offset * dimension.1 + dimension.0
    }
  }

  /// Reads the values in place.
  @inlinable @inline(__always)
  public func withUnsafeValues<Result>(_ body: (UnsafePointer<Float>) throws -> Result) rethrows -> Result {
    defer { withExtendedLifetime(storage) {} }
    return try body(UnsafePointer(storage.pointer))
  }

  /// Reads and writes the values in place, after a copy if another tensor shares them.
  @inlinable @inline(__always)
  public mutating func withUnsafeMutableValues<Result>(
    _ body: (UnsafeMutablePointer<Float>) throws -> Result
  ) rethrows -> Result {
    makeUnique()
    defer { withExtendedLifetime(storage) {} }
    return try body(storage.pointer)
  }

  /// What `make` computes from this tensor: kept under a name until the tensor is written to, so that a weight that serves
  /// many images is prepared once. A name stands always for the same function.
  public func derived(_ name: String, _ make: (Tensor) -> [Tensor]) -> [Tensor] {
    storage.derived(name) { make(self) }
  }

  @inlinable
  mutating func makeUnique() {
    guard !isKnownUniquelyReferenced(&storage) else {
      storage.forgetDerived()
      return
    }
    let copy = Storage(count: count)
    copy.pointer.update(from: storage.pointer, count: count)
    storage = copy
  }
}

extension Tensor: Equatable {
  /// Equal shapes and equal values (so a tensor with a NaN is unequal to itself, as NaN is).
  public static func == (left: Tensor, right: Tensor) -> Bool {
    guard left.shape == right.shape else { return false }
    return left.withUnsafeValues { a in
      right.withUnsafeValues { b in (0..<left.count).allSatisfy { a[$0] == b[$0] } }
    }
  }
}

/// A block of floats, returned to the pool when the last tensor lets go of it.
@usableFromInline
final class Storage {
  @usableFromInline
  let pointer: UnsafeMutablePointer<Float>
  private let capacity: Int
  private var derivedTensors: [String: [Tensor]] = [:]
  /// Threads that ask for what is derived from one tensor wait for the first of them to make it.
  private static let deriving = NSLock()

  @usableFromInline
  init(count: Int) { (pointer, capacity) = BufferPool.shared.take(count) }
  deinit { BufferPool.shared.give(pointer, capacity: capacity) }

  func derived(_ name: String, _ make: () -> [Tensor]) -> [Tensor] {
    Self.deriving.withLock {
      if let known = derivedTensors[name] { return known }
      let made = make()
      derivedTensors[name] = made
      return made
    }
  }

  @usableFromInline
  func forgetDerived() { derivedTensors = [:] }
}
