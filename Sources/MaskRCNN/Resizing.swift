import Pictures

extension Image {
  /// The image at another size, interpolated linearly. Where it shrinks, each pixel is a weighted mean over all that it
  /// covers (a triangle as wide as the shrinking, as Pillow's BILINEAR), so that fine textures do not alias.
  public func resized(width newWidth: Int, height newHeight: Int) -> Image {
    let columns = LinearFilter(from: width, to: newWidth)
    let rows = LinearFilter(from: height, to: newHeight)
    var wide = [Float](repeating: 0, count: height * newWidth * 3)
    for y in 0..<height {
      for x in 0..<newWidth {
        let target = (y * newWidth + x) * 3
        for (i, weight) in columns.weights[x].enumerated() {
          let source = (y * width + columns.starts[x] + i) * 3
          for c in 0..<3 { wide[target + c] += weight * Float(pixels[source + c]) }
        }
      }
    }
    var result = [UInt8](repeating: 0, count: newHeight * newWidth * 3)
    var row = [Float](repeating: 0, count: newWidth * 3)
    for y in 0..<newHeight {
      for i in row.indices { row[i] = 0 }
      for (k, weight) in rows.weights[y].enumerated() {
        let source = (rows.starts[y] + k) * newWidth * 3
        for i in row.indices { row[i] += weight * wide[source + i] }
      }
      for i in row.indices { result[y * newWidth * 3 + i] = UInt8(max(0, min(255, row[i] + 0.5))) }
    }
    return Image(width: newWidth, height: newHeight, pixels: result)
  }
}

/// For each new position, the first old one that it is made of, and the weights from there on, which sum to 1.
private struct LinearFilter {
  var starts: [Int] = []
  var weights: [[Float]] = []

  init(from old: Int, to new: Int) {
    let scale = Double(old) / Double(new)
    let support = max(1, scale)
    for position in 0..<new {
      let center = (Double(position) + 0.5) * scale
      let start = max(0, Int(center - support + 0.5))
      let end = min(old, Int(center + support + 0.5))
      let raw = (start..<end).map { max(0, 1 - abs((Double($0) + 0.5 - center) / support)) }
      let total = raw.reduce(0, +)
      starts.append(start)
      weights.append(raw.map { Float($0 / total) })
    }
  }
}
