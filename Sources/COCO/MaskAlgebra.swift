extension RunLengthMask {
  /// The pixels of any of the masks, all of the given size.
  public static func union(_ masks: [RunLengthMask], height: Int, width: Int) -> RunLengthMask {
    guard let first = masks.first else { return empty(height: height, width: width) }
    return masks.dropFirst().reduce(first) { $0.union($1) }
  }

  /// The pixels of either mask. Sizes must be equal.
  public func union(_ other: RunLengthMask) -> RunLengthMask { merged(with: other) { $0 || $1 } }

  /// The pixels of both masks. Sizes must be equal.
  public func intersection(_ other: RunLengthMask) -> RunLengthMask { merged(with: other) { $0 && $1 } }

  /// The pixels of this mask that the other one lacks. Sizes must be equal.
  public func subtracting(_ other: RunLengthMask) -> RunLengthMask { merged(with: other) { $0 && !$1 } }

  /// Walks both masks' runs side by side and asks `rule` of every stretch in which neither changes.
  @inline(__always)
  private func merged(with other: RunLengthMask, _ rule: (Bool, Bool) -> Bool) -> RunLengthMask {
    precondition(height == other.height && width == other.width, "masks of one image have one size")
    var merged: [Int] = []
    var run = 0
    var isObject = false
    forEachStretch(with: other) { length, mine, others in
      if rule(mine, others) != isObject {
        merged.append(run)
        run = 0
        isObject.toggle()
      }
      run += length
    }
    merged.append(run)
    return RunLengthMask(height: height, width: width, counts: merged)
  }

  /// How many pixels both masks have.
  public func intersectionArea(_ other: RunLengthMask) -> Int {
    precondition(height == other.height && width == other.width, "masks of one image have one size")
    var area = 0
    forEachStretch(with: other) { length, mine, others in if mine && others { area += length } }
    return area
  }

  /// Calls `body` with the length of each stretch in which neither mask changes, and with both values there.
  @inline(__always)
  private func forEachStretch(
    with other: RunLengthMask, _ body: (_ length: Int, _ mine: Bool, _ others: Bool) -> Void
  ) {
    counts.withUnsafeBufferPointer { a in
      other.counts.withUnsafeBufferPointer { b in
        guard !a.isEmpty, !b.isEmpty else { return }
        var (i, j) = (0, 0)
        var (restA, restB) = (a[0], b[0])
        while true {
          while restA == 0 {
            i += 1
            guard i < a.count else { return }
            restA = a[i]
          }
          while restB == 0 {
            j += 1
            guard j < b.count else { return }
            restB = b[j]
          }
          let length = min(restA, restB)
          body(length, !i.isMultiple(of: 2), !j.isMultiple(of: 2))
          restA -= length
          restB -= length
        }
      }
    }
  }
}
