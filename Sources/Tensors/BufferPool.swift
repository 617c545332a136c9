import Foundation

/// Keeps the blocks of tensors that are gone for tensors to come.
///
/// A training step makes the same tensors again and again. Asking the system for megabytes each time costs page
/// faults that rival the arithmetic, so blocks are kept, by size, up to a bound.
public final class BufferPool: @unchecked Sendable {
  /// The pool of all tensors.
  public static let shared = BufferPool()

  private let lock = NSLock()
  private var free: [Int: [UnsafeMutablePointer<Float>]] = [:]
  private var keptCount = 0
  private var allocated = 0
  /// The most floats that are kept unused: 384 MiB.
  private let mostKept = 3 << 25

  /// How many blocks were asked of the system so far; it stands still where blocks come back in time.
  public var allocationCount: Int { lock.withLock { allocated } }

  /// A block of at least `count` floats, aligned to a cache line, and its true capacity.
  func take(_ count: Int) -> (UnsafeMutablePointer<Float>, capacity: Int) {
    let capacity = Self.capacity(for: count)
    lock.lock()
    // A block half as large again serves as well: the number of regions differs from image to image, and with it sizes.
    var size = capacity
    while size <= capacity + capacity / 2 {
      if let block = free[size]?.popLast() {
        keptCount -= size
        lock.unlock()
        return (block, size)
      }
      size = Self.capacity(for: size + 1)
    }
    allocated += 1
    lock.unlock()
    let bytes = UnsafeMutableRawPointer.allocate(byteCount: capacity * 4, alignment: 64)
    return (bytes.bindMemory(to: Float.self, capacity: capacity), capacity)
  }

  func give(_ block: UnsafeMutablePointer<Float>, capacity: Int) {
    lock.lock()
    guard keptCount + capacity <= mostKept else {
      lock.unlock()
      UnsafeMutableRawPointer(block).deallocate()
      return
    }
    free[capacity, default: []].append(block)
    keptCount += capacity
    lock.unlock()
  }

  /// Sizes are rounded up to an eighth of a power of two, so that near sizes share blocks.
  static func capacity(for count: Int) -> Int {
    guard count > 128 else { return count <= 16 ? 16 : 128 }
    let step = 1 << (Int.bitWidth - 1 - (count - 1).leadingZeroBitCount - 3)
    return (count + step - 1) / step * step
  }
}
