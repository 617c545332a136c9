import Foundation

/// Something found in an image, to be drawn over it: a mask, a box, a name, as far as they are known.
public struct OutlinedObject: Sendable {
  /// [H, W] of the image; what is not 0 is inside.
  public var mask: [UInt8]?
  /// In pixels of the image.
  public var box: Rectangle?
  /// The name, for instance of the class; nothing is written for an empty one.
  public var label: String
  /// How sure the detector is, 0...1; it stands behind the name.
  public var score: Double?
  /// The colour; without one, the object takes its own from the list.
  public var color: Color?

  /// An object by what is known of it.
  public init(
    mask: [UInt8]? = nil, box: Rectangle? = nil, label: String = "", score: Double? = nil,
    color: Color? = nil
  ) {
    self.mask = mask
    self.box = box
    self.label = label
    self.score = score
    self.color = color
  }
}

/// How objects are drawn over an image. Lengths are in units of the drawing, not of the image.
public struct OverlayStyle: Sendable {
  /// How much of a mask's colour covers the image, 0...1.
  public var maskOpacity = 0.42
  /// The width of the line around a mask.
  public var outlineWidth = 1.6
  /// The width of the line of a box; 0 draws none.
  public var boxWidth = 1.2
  /// The size of the labels' letters; 0 draws none.
  public var textSize = 11.0
  /// How the image is stretched.
  public var sampling = Canvas.Sampling.smooth

  /// The usual style.
  public init() {}

  /// Everything, for small pictures in a page.
  public static let small: OverlayStyle = {
    var style = OverlayStyle()
    style.boxWidth = 0.7
    style.textSize = 6.5
    style.outlineWidth = 0.8
    return style
  }()

  /// Masks alone, for small pictures in a page.
  public static let masksOnly: OverlayStyle = {
    var style = OverlayStyle()
    style.boxWidth = 0
    style.textSize = 0
    style.outlineWidth = 0.9
    return style
  }()
}

/// The colour of object number `index` of a list: hues a golden section apart, so that neighbours differ.
public func distinctColor(_ index: Int) -> Color {
  Color(
    hue: 0.58 + 0.618034 * Double(index), saturation: index % 3 == 1 ? 0.7 : 0.92,
    value: index % 2 == 0 ? 1 : 0.9)
}

/// A picture of the objects over the image, `scale` times as large as the image. Without a scale, small
/// images are enlarged to some 640 pixels, so that names can be read.
public func drawing(
  of objects: [OutlinedObject], over image: Image, scale: Int? = nil, style: OverlayStyle = OverlayStyle()
) -> Image {
  let scale = scale ?? max(1, 640 / max(image.width, image.height))
  let canvas = Canvas(width: image.width * scale, height: image.height * scale, background: .white)
  let whole = Rectangle(x: 0, y: 0, width: Double(canvas.width), height: Double(canvas.height))
  canvas.draw(objects, over: image, in: whole, style: style)
  return canvas.image()
}

extension Canvas {
  /// Draws the image stretched to fill `area`, and the objects over it: all masks, then all boxes, then the
  /// labels, each kept inside and clear of the others.
  public func draw(
    _ objects: [OutlinedObject], over image: Image, in area: Rectangle, style: OverlayStyle = OverlayStyle()
  ) {
    let scale = (x: area.width / Double(image.width), y: area.height / Double(image.height))
    func placed(_ point: Point) -> Point { Point(area.x + scale.x * point.x, area.y + scale.y * point.y) }

    saved {
      rectangle(area)
      clip()
      draw(image, in: area, sampling: style.sampling)
      for (i, object) in objects.enumerated() {
        guard let mask = object.mask else { continue }
        precondition(mask.count == image.width * image.height, "a mask has the size of its image")
        let color = object.color ?? distinctColor(i)
        newPath()
        for loop in contours(of: mask, width: image.width, style: .smooth) { polygon(loop.map(placed)) }
        fill(color.withAlpha(style.maskOpacity), rule: .evenOdd, path: .stays)
        // A dark line below the bright one shows on any ground.
        stroke(
          Color(gray: 0, alpha: 0.55), width: 2 * style.outlineWidth, join: .round, path: .stays)
        stroke(color, width: style.outlineWidth, join: .round)
      }
      for (i, object) in objects.enumerated() where style.boxWidth > 0 {
        guard let box = object.box else { continue }
        let corner = placed(Point(box.x, box.y))
        let frame = Rectangle(
          x: corner.x, y: corner.y, width: box.width * scale.x, height: box.height * scale.y)
        rectangle(frame)
        stroke(Color(gray: 0, alpha: 0.45), width: 2 * style.boxWidth, path: .stays)
        stroke(object.color ?? distinctColor(i), width: style.boxWidth)
      }
      if style.textSize > 0 {
        for label in overlayLabels(objects, imageWidth: image.width, in: area, scale: scale, style: style) {
          draw(label)
        }
      }
    }
  }

  private func draw(_ label: OverlayLabel) {
    rectangle(label.box, cornerRadius: 2)
    fill(label.color.withAlpha(0.92))
    text(
      label.text, at: Point(label.box.x + label.padding, label.box.center.y), size: label.size,
      weight: .bold, anchor: .middle, color: label.color.luma > 0.45 ? .black : .white)
  }

  /// The labels of the objects, where they go.
  func overlayLabels(
    _ objects: [OutlinedObject], imageWidth: Int, in area: Rectangle, scale: (x: Double, y: Double),
    style: OverlayStyle
  ) -> [OverlayLabel] {
    var labels: [OverlayLabel] = []
    for (i, object) in objects.enumerated() where !object.label.isEmpty {
      var text = object.label
      if let score = object.score { text += String(format: " %.2f", score) }

      // Names too long for the picture get smaller letters, then fewer.
      var size = style.textSize
      let smallest = min(7, 0.75 * size)
      func width() -> Double { textExtent(text, size: size, weight: .bold).width + 0.7 * size }
      while width() > area.width, size > smallest { size = max(smallest, size - 0.5) }
      while width() > area.width, text.count > 2 { text = text.dropLast(2) + "…" }

      // By the object's upper left corner, above it if there is room.
      let bounds =
        object.box ?? object.mask.flatMap { maskBounds($0, width: imageWidth) }
        ?? Rectangle(x: 0, y: 0, width: 0, height: 0)
      let target = Rectangle(
        x: area.x + scale.x * bounds.x, y: area.y + scale.y * bounds.y, width: scale.x * bounds.width,
        height: scale.y * bounds.height)
      let box = placeForLabel(
        width: min(width(), area.width), height: min(1.45 * size, area.height), beside: target, in: area,
        clearOf: labels.map { $0.box.inset(by: -1, -1) })
      labels.append(
        OverlayLabel(
          text: text, size: size, padding: 0.35 * size, box: box,
          color: object.color ?? distinctColor(i)))
    }
    return labels
  }
}

/// A name in its coloured box.
struct OverlayLabel {
  var text: String
  var size: Double
  var padding: Double
  var box: Rectangle
  var color: Color
}

/// The smallest rectangle around what is inside of the mask, in pixels; nothing for an empty mask.
private func maskBounds(_ mask: [UInt8], width: Int) -> Rectangle? {
  let inside = mask.indices.filter { mask[$0] != 0 }
  guard let first = inside.first, let last = inside.last else { return nil }
  let columns = inside.map { $0 % width }
  let (left, right) = (columns.min()!, columns.max()!)
  return Rectangle(
    x: Double(left), y: Double(first / width), width: Double(right - left + 1),
    height: Double(last / width - first / width + 1))
}

/// A free place for a label by the corners of `target`, or else the free place nearest to it, or else the
/// one where it covers least of the others. Always inside `area`.
func placeForLabel(
  width: Double, height: Double, beside target: Rectangle, in area: Rectangle, clearOf others: [Rectangle]
) -> Rectangle {
  func place(_ x: Double, _ y: Double) -> Rectangle {
    Rectangle(
      x: max(area.x, min(x, area.maxX - width)), y: max(area.y, min(y, area.maxY - height)),
      width: width, height: height)
  }
  let (right, below) = (target.maxX - width, target.maxY)
  var candidates = [
    place(target.x, target.y - height), place(target.x, target.y), place(right, target.y - height),
    place(target.x, below), place(target.x, below - height), place(right, below),
    place(right, target.y), place(right, below - height),
  ]
  func isFree(_ box: Rectangle) -> Bool { !others.contains { $0.overlaps(box) } }
  if let free = candidates.first(where: isFree) { return free }

  // All over the picture, nearest first.
  var grid: [Rectangle] = []
  for y in stride(from: area.y, through: max(area.y, area.maxY - height), by: max(1, height / 2)) {
    for x in stride(from: area.x, through: max(area.x, area.maxX - width), by: max(1, height)) {
      grid.append(place(x, y))
    }
  }
  func distance(_ box: Rectangle) -> Double {
    let (dx, dy) = (box.x - target.x, box.y - target.y + height)
    return dx * dx + dy * dy
  }
  grid.sort { distance($0) < distance($1) }
  if let free = grid.first(where: isFree) { return free }

  candidates += grid
  func covered(_ box: Rectangle) -> Double {
    others.reduce(0) { sum, other in
      let dx = min(box.maxX, other.maxX) - max(box.x, other.x)
      let dy = min(box.maxY, other.maxY) - max(box.y, other.y)
      return sum + max(0, dx) * max(0, dy)
    }
  }
  return candidates.min { covered($0) < covered($1) }!
}
