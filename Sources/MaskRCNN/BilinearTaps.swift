/// §2 How a region's coordinates meet the pixels of a feature map.
public enum RegionAlignment: String, Sendable, Codable {
  /// Coordinate 0.5 is the middle of pixel 0. (torchvision's and Detectron2's `aligned=True`.)
  case halfPixel
  /// Coordinate 0 is the middle of pixel 0, and a region is at least one pixel wide: RoIAlign as it was first
  /// published. (`aligned=False`.)
  case unshifted
}

/// Bilinear sampling of one axis, summed over the samples of each bin.
///
/// RoIAlign averages over a grid of bilinear samples. The grid is a product of two axes, and so is bilinear weighting;
/// so a bin's value is a weighted sum over few rows of weighted sums over few columns. Taps say which, and how much.
struct BilinearTaps {
  /// Bin `i` uses taps `starts[i] ..< starts[i + 1]`.
  private(set) var starts: [Int] = []
  /// The pixel of each tap.
  private(set) var indices: [Int] = []
  /// Its weight. A bin's weights sum to the number of its samples that fall on the map.
  private(set) var weights: [Float] = []
  /// Samples per bin.
  private(set) var samplesPerBin = 0
  /// From the first pixel with a tap to the last; empty if there is none.
  private(set) var span = 0..<0

  /// Replaces the taps by those of the interval from `start` to `end` (in pixels of the map) in `bins` bins of
  /// `samples` samples each, on `length` pixels. Without a number of samples, there is one for each pixel of a bin.
  mutating func set(
    from start: Float, to end: Float, bins: Int, samples: Int?, length: Int, alignment: RegionAlignment
  ) {
    starts.removeAll(keepingCapacity: true)
    indices.removeAll(keepingCapacity: true)
    weights.removeAll(keepingCapacity: true)
    let first = alignment == .halfPixel ? start - 0.5 : start
    let extent = alignment == .halfPixel ? end - start : max(end - start, 1)
    let bin = extent / Float(bins)
    samplesPerBin = samples ?? (bin > 0 && bin < Float(1 << 20) ? Int(bin.rounded(.up)) : 0)
    for b in 0..<bins {
      starts.append(indices.count)
      for s in 0..<samplesPerBin {
        let place = first + Float(b) * bin + (Float(s) + 0.5) * bin / Float(samplesPerBin)
        // A sample further than one pixel outside counts as 0; a nearer one takes the value at the edge.
        guard place >= -1, place <= Float(length) else { continue }
        let inside = max(place, 0)
        let low = min(Int(inside), length - 1)
        if low == length - 1 {
          add(1, at: low)
        } else {
          let fraction = inside - Float(low)
          add(1 - fraction, at: low)
          add(fraction, at: low + 1)
        }
      }
    }
    starts.append(indices.count)
    span = indices.isEmpty ? 0..<0 : indices.min()!..<indices.max()! + 1
  }

  /// Adds to the weight of a pixel in the bin that is being filled.
  private mutating func add(_ weight: Float, at index: Int) {
    guard weight != 0 else { return }
    for tap in starts.last!..<indices.count where indices[tap] == index {
      weights[tap] += weight
      return
    }
    indices.append(index)
    weights.append(weight)
  }
}
