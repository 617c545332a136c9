import Backpropagation
import Tensors

/// §2 RoIAlign (Mask R-CNN, section 3): the features of each box, as a grid of `size` x `size` bins, each the mean of
/// `samples` x `samples` bilinear samples. No coordinate is rounded.
///
/// Features `[1, H, W, C]` and R boxes in image pixels give `[R, size, size, C]`; `scale` leads from the image to the
/// map (1 / stride).
public func roiAlign(
  _ features: Variable, _ boxes: [Box], scale: Float, size: Int, samples: Int = 2,
  alignment: RegionAlignment = .halfPixel
) -> Variable {
  roiAlign(
    [features], scales: [scale], boxes, levels: boxes.map { _ in 0 },
    BinGrid(size: size, samples: samples, alignment: alignment))
}

/// §2 RoIAlign on a feature pyramid (FPN, section 4.2): each box is taken from the level that `levelOf` gives it,
/// an index into `levels`. The results are in the order of the boxes.
///
/// Levels `[1, H / stride, W / stride, C]` and R boxes in image pixels give `[R, size, size, C]`.
public func roiAlign(
  _ levels: [Variable], strides: [Int], _ boxes: [Box], levelOf: (Box) -> Int, size: Int, samples: Int = 2,
  alignment: RegionAlignment = .halfPixel
) -> Variable {
  roiAlign(
    levels, strides: strides, boxes, levels: boxes.map(levelOf), size: size, samples: samples,
    alignment: alignment)
}

/// §2 The same with the level of each box, `levels[i]` of box `i`.
func roiAlign(
  _ maps: [Variable], strides: [Int], _ boxes: [Box], levels: [Int], size: Int, samples: Int = 2,
  alignment: RegionAlignment
) -> Variable {
  roiAlign(
    maps, scales: strides.map { 1 / Float($0) }, boxes, levels: levels,
    BinGrid(size: size, samples: samples, alignment: alignment))
}

/// The bins of a region and the samples in each.
private struct BinGrid {
  let size: Int
  let samples: Int
  let alignment: RegionAlignment
}

private func roiAlign(
  _ maps: [Variable], scales: [Float], _ boxes: [Box], levels: [Int], _ grid: BinGrid
) -> Variable {
  precondition(!maps.isEmpty && maps.count == scales.count, "each level has its scale")
  precondition(
    maps.allSatisfy { $0.shape.count == 4 && $0.shape[0] == 1 && $0.shape[3] == maps[0].shape[3] },
    "roiAlign takes features [1, H, W, C], all with the same C, not \(maps.map(\.shape))")
  precondition(levels.allSatisfy(maps.indices.contains), "a box is on level 0 to \(maps.count - 1)")
  let (size, c) = (grid.size, maps[0].shape[3])
  let regionLength = size * size * c

  // Forward: rows first, then columns. `strip` is one row of the map as a row of bins sees it.
  var y = Tensor(uninitialized: [boxes.count, size, size, c])
  var taps = RegionTaps()
  y.withUnsafeMutableValues { out in
    for (region, box) in boxes.enumerated() {
      let map = maps[levels[region]]
      let (h, w) = (map.shape[1], map.shape[2])
      taps.set(box, scale: scales[levels[region]], grid, height: h, width: w, channels: c)
      map.value.withUnsafeValues { x in
        taps.strip.withUnsafeMutableBufferPointer { strip in
          for row in 0..<size {
            weightedSum(
              taps.rows, row, factor: 1, of: x + taps.columns.span.lowerBound * c, step: w * c,
              origin: 0, into: strip.baseAddress!, count: taps.columns.span.count * c)
            for column in 0..<size {
              weightedSum(
                taps.columns, column, factor: taps.mean, of: UnsafePointer(strip.baseAddress!),
                step: c, origin: taps.columns.span.lowerBound,
                into: out + region * regionLength + (row * size + column) * c, count: c)
            }
          }
        }
      }
    }
  }

  // Backward: the same sums, transposed.
  return maps[0].tape.record(y, from: maps) { gradient in
    var taps = RegionTaps()
    for (level, map) in maps.enumerated() where levels.contains(level) {
      let (h, w) = (map.shape[1], map.shape[2])
      map.accumulateInPlace { sum in
        gradient.withUnsafeValues { g in
          for (region, box) in boxes.enumerated() where levels[region] == level {
            taps.set(box, scale: scales[level], grid, height: h, width: w, channels: c)
            taps.strip.withUnsafeMutableBufferPointer { strip in
              for row in 0..<size {
                strip.update(repeating: 0)
                for column in 0..<size {
                  spread(
                    g + region * regionLength + (row * size + column) * c, taps.columns, column,
                    factor: taps.mean, into: strip.baseAddress!, step: c,
                    origin: taps.columns.span.lowerBound, count: c)
                }
                spread(
                  UnsafePointer(strip.baseAddress!), taps.rows, row, factor: 1,
                  into: sum + taps.columns.span.lowerBound * c, step: w * c, origin: 0,
                  count: taps.columns.span.count * c)
              }
            }
          }
        }
      }
    }
  }
}

/// The taps of a region on both axes, and room for one row; reused from region to region.
private struct RegionTaps {
  var rows = BilinearTaps()
  var columns = BilinearTaps()
  var mean: Float = 0
  var strip: [Float] = []

  mutating func set(_ box: Box, scale: Float, _ grid: BinGrid, height: Int, width: Int, channels: Int) {
    rows.set(
      from: box.y1 * scale, to: box.y2 * scale, bins: grid.size, samples: grid.samples, length: height,
      alignment: grid.alignment)
    columns.set(
      from: box.x1 * scale, to: box.x2 * scale, bins: grid.size, samples: grid.samples, length: width,
      alignment: grid.alignment)
    mean = 1 / Float(grid.samples * grid.samples)
    let length = max(1, columns.span.count * channels)
    if strip.count != length { strip = [Float](repeating: 0, count: length) }
  }
}

/// target ← factor · Σ weight · source[tap], over the taps of one bin. Taps go in pairs, to save a pass over the target.
@inline(__always)
private func weightedSum(
  _ taps: BilinearTaps, _ bin: Int, factor: Float, of source: UnsafePointer<Float>, step: Int, origin: Int,
  into target: UnsafeMutablePointer<Float>, count: Int
) {
  let (first, end) = (taps.starts[bin], taps.starts[bin + 1])
  var tap = first
  while tap < end {
    let a = source + (taps.indices[tap] - origin) * step
    let weightOfA = factor * taps.weights[tap]
    // An odd last tap is paired with itself at weight 0.
    let second = min(tap + 1, end - 1)
    let b = source + (taps.indices[second] - origin) * step
    let weightOfB = tap + 1 < end ? factor * taps.weights[second] : 0
    if tap == first {
      for i in 0..<count { target[i] = weightOfA * a[i] + weightOfB * b[i] }
    } else {
      for i in 0..<count { target[i] += weightOfA * a[i] + weightOfB * b[i] }
    }
    tap += 2
  }
  if first == end { target.update(repeating: 0, count: count) }
}

/// target[tap] += factor · weight · source, over the taps of one bin.
@inline(__always)
private func spread(
  _ source: UnsafePointer<Float>, _ taps: BilinearTaps, _ bin: Int, factor: Float,
  into target: UnsafeMutablePointer<Float>, step: Int, origin: Int, count: Int
) {
  for tap in taps.starts[bin]..<taps.starts[bin + 1] {
    let place = target + (taps.indices[tap] - origin) * step
    let weight = factor * taps.weights[tap]
    for i in 0..<count { place[i] += weight * source[i] }
  }
}
