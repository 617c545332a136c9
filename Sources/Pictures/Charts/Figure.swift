/// Something drawn for print and for the screen: the same drawing as SVG, PDF and PNG.
public protocol Figure {
  /// Width and height in points.
  var size: FigureSize { get }

  /// Draws the figure with its upper left corner at the canvas's origin.
  func draw(on canvas: Canvas)
}

/// Width and height of a figure in points (1/72 inch).
public struct FigureSize: Sendable, Hashable {
  /// The width in points.
  public var width: Int
  /// The height in points.
  public var height: Int

  /// A size by width and height in points.
  public init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }

  /// The smallest size that holds the lengths.
  init(holding width: Double, _ height: Double) {
    self.init(width: Int(width.rounded(.up)), height: Int(height.rounded(.up)))
  }

  /// All of the figure, from its origin.
  var rectangle: Rectangle { Rectangle(x: 0, y: 0, width: Double(width), height: Double(height)) }
}

extension Figure {
  /// The figure in pixels, `scale` of them to the point, on white.
  public func image(scale: Int = 2) -> Image {
    let size = size
    let canvas = Canvas(width: size.width * scale, height: size.height * scale, background: .white)
    canvas.scale(Double(scale), Double(scale))
    draw(on: canvas)
    return canvas.image()
  }

  /// Writes `path`.svg, `path`.pdf and `path`.png, the last at two pixels to the point.
  /// - Throws: `InputError` if the files cannot be written.
  public func write(to path: String) throws {
    let size = size
    for canvas in [
      Canvas.svg(path: path + ".svg", width: size.width, height: size.height),
      Canvas.pdf(path: path + ".pdf", width: size.width, height: size.height),
    ] {
      canvas.paint(.solid(.white))
      draw(on: canvas)
      try canvas.finish()
    }
    try writePNG(image(), to: path + ".png")
  }
}
