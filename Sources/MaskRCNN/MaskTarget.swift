/// §2 The mask that the mask head should predict for a box: the object's bitmap inside the box on a grid of `side`
/// x `side`, 1 where half of the bin or more is covered, 0 elsewhere.
///
/// `bitmap` has `height` x `width` values, row by row, 0 or not 0. Returns `side` x `side` values, row by row.
public func maskTarget(_ bitmap: [UInt8], height: Int, width: Int, box: Box, side: Int) -> [Float] {
  maskCoverage(bitmap, height: height, width: width, box: box, side: side).map { $0 >= 0.5 ? 1 : 0 }
}

/// §2 How much of each bin of a `side` x `side` grid on the box a bitmap covers, 0 to 1: RoIAlign of the bitmap
/// with one sample for each pixel of a bin.
public func maskCoverage(
  _ bitmap: [UInt8], height: Int, width: Int, box: Box, side: Int, alignment: RegionAlignment = .halfPixel
) -> [Float] {
  precondition(
    bitmap.count == height * width, "a bitmap of \(height) x \(width) has not \(bitmap.count) pixels")
  var (rows, columns) = (BilinearTaps(), BilinearTaps())
  rows.set(from: box.y1, to: box.y2, bins: side, samples: nil, length: height, alignment: alignment)
  columns.set(from: box.x1, to: box.x2, bins: side, samples: nil, length: width, alignment: alignment)
  let sampleCount = Float(max(1, rows.samplesPerBin * columns.samplesPerBin))
  var coverage = [Float](repeating: 0, count: side * side)
  var strip = [Float](repeating: 0, count: width)
  bitmap.withUnsafeBufferPointer { bitmap in
    for row in 0..<side {
      // One row of bins: first the weighted sum of the bitmap's rows, then of its columns.
      for x in columns.span { strip[x] = 0 }
      for tap in rows.starts[row]..<rows.starts[row + 1] {
        let (line, weight) = (rows.indices[tap] * width, rows.weights[tap])
        for x in columns.span where bitmap[line + x] != 0 { strip[x] += weight }
      }
      for column in 0..<side {
        var sum: Float = 0
        for tap in columns.starts[column]..<columns.starts[column + 1] {
          sum += columns.weights[tap] * strip[columns.indices[tap]]
        }
        coverage[row * side + column] = sum / sampleCount
      }
    }
  }
  return coverage
}
