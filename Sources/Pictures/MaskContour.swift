/// How closely a contour follows the pixels of its mask.
public enum ContourStyle: Sendable {
  /// Along the sides of the pixels: the area is exactly that of the mask.
  case pixelSides
  /// Through the middles of the sides: stairs become slopes, as in marching squares.
  case smooth
}

/// The borders of a mask as closed polygons: clockwise on the screen around what is inside,
/// counter-clockwise around its holes. Pixels that only touch at a corner are apart.
/// - Parameters:
///   - mask: [H, W]; what is not 0 is inside.
///   - width: W, the number of columns.
public func contours(of mask: [UInt8], width: Int, style: ContourStyle = .pixelSides) -> [[Point]] {
  precondition(width > 0 && mask.count % width == 0, "a mask is [H, W]")
  let height = mask.count / width
  func isInside(_ x: Int, _ y: Int) -> Bool {
    x >= 0 && y >= 0 && x < width && y < height && mask[y * width + x] != 0
  }

  // Each side between inside and outside is a step from a corner to the next one, with the inside on its
  // right. A bit for each direction says which steps leave a corner: right, down, left, up.
  let columns = width + 1
  let stepX = [1, 0, -1, 0]
  let stepY = [0, 1, 0, -1]
  var leaving = [UInt8](repeating: 0, count: columns * (height + 1))
  for y in 0..<height {
    for x in 0..<width where isInside(x, y) {
      if !isInside(x, y - 1) { leaving[y * columns + x] |= 1 }
      if !isInside(x + 1, y) { leaving[y * columns + x + 1] |= 2 }
      if !isInside(x, y + 1) { leaving[(y + 1) * columns + x + 1] |= 4 }
      if !isInside(x - 1, y) { leaving[(y + 1) * columns + x] |= 8 }
    }
  }

  // Steps are linked into loops; where two loops touch, the path turns right and stays with its own pixel.
  var loops: [[Point]] = []
  for start in leaving.indices {
    while leaving[start] != 0 {
      var loop: [Point] = []
      var corner = start
      var direction = leaving[start].trailingZeroBitCount
      repeat {
        leaving[corner] &= ~(1 << UInt8(direction))
        let point = Point(Double(corner % columns), Double(corner / columns))
        let next = corner + stepY[direction] * columns + stepX[direction]
        let turn = [1, 0, 3].map { (direction + $0) % 4 }.first { leaving[next] & 1 << UInt8($0) != 0 }
        switch style {
        case .pixelSides:
          loop.append(point)
        case .smooth:
          loop.append(point + 0.5 * Point(Double(stepX[direction]), Double(stepY[direction])))
        }
        corner = next
        direction = turn ?? direction
      } while corner != start || leaving[start] & 1 << UInt8(direction) != 0
      loops.append(withoutPointsOnLines(loop))
    }
  }
  return loops
}

/// The closed polygon without the points that lie on the line between their neighbours.
private func withoutPointsOnLines(_ loop: [Point]) -> [Point] {
  loop.indices.filter { i in
    let before = loop[(i + loop.count - 1) % loop.count]
    let after = loop[(i + 1) % loop.count]
    let (a, b) = (loop[i] - before, after - loop[i])
    return a.x * b.y != a.y * b.x
  }.map { loop[$0] }
}
