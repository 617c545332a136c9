/// §2 Where the anchors of a feature map's cell stand in the image.
public enum AnchorConvention: String, Sendable, Codable {
  /// Around the middle of the image patch that the cell stands for, `(x + 0.5) * stride`, with exact sides.
  case centred
  /// As torchvision places them: around the patch's corner, `x * stride`, with half sides rounded to whole pixels.
  case torchvision
  /// As Detectron places them: around the middle of the patch, with sides that are whole multiples of the cell's.
  case detectron
}

/// §2 The anchors of a feature map with `rows` x `columns` cells: at each cell one box of area `size`² for each
/// ratio of height to width (Faster R-CNN, section 3.1).
///
/// Their order is row, column, ratio, which is the order of the proposal network's outputs in N H W C. Columns lie
/// `columnStride` apart where that is another than `stride`, the distance of the rows.
public func anchors(
  rows: Int, columns: Int, stride: Int, columnStride: Int? = nil, size: Float, ratios: [Float],
  convention: AnchorConvention = .centred
) -> [Box] {
  // The shapes around the origin, one for each ratio.
  let shapes = ratios.map { ratio in
    let root = ratio.squareRoot()
    var (halfWidth, halfHeight) = (1 / root * size / 2, root * size / 2)
    switch convention {
    case .centred: break
    case .torchvision:
      halfWidth.round(.toNearestOrEven)
      halfHeight.round(.toNearestOrEven)
    case .detectron:
      // The shape of the cell's own area first, rounded; then enlarged.
      let side = Float(stride)
      let width = (side * side / ratio).squareRoot().rounded(.toNearestOrEven)
      let height = (width * ratio).rounded(.toNearestOrEven)
      (halfWidth, halfHeight) = (width * size / side / 2, height * size / side / 2)
    }
    return Box(x1: -halfWidth, y1: -halfHeight, x2: halfWidth, y2: halfHeight)
  }
  // The same shapes around each cell.
  let shift: Float = convention == .torchvision ? 0 : 0.5
  var boxes: [Box] = []
  boxes.reserveCapacity(rows * columns * ratios.count)
  for row in 0..<rows {
    let y = (Float(row) + shift) * Float(stride)
    for column in 0..<columns {
      let x = (Float(column) + shift) * Float(columnStride ?? stride)
      for shape in shapes {
        boxes.append(Box(x1: x + shape.x1, y1: y + shape.y1, x2: x + shape.x2, y2: y + shape.y2))
      }
    }
  }
  return boxes
}
