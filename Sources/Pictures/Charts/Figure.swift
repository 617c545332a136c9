import Tensors

/// Something drawn for print and for the screen: the same drawing as SVG, PDF and PNG; or as PNG alone, if it is made of
/// pixels, or of so many marks that pixels take less room.
public protocol Figure {
  /// Whether it is written as pixels alone.
  var isRaster: Bool { get }

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
  /// Lines and letters, where nothing else is said.
  public var isRaster: Bool { false }

  /// The endings of its files.
  public var endings: [String] { isRaster ? ["png"] : ["svg", "pdf", "png"] }

  /// The figure in pixels, `scale` of them to the point, on white.
  public func image(scale: Double = 2) -> Image {
    let size = size
    let canvas = Canvas(
      width: Int((Double(size.width) * scale).rounded(.up)),
      height: Int((Double(size.height) * scale).rounded(.up)), background: .white)
    canvas.scale(scale, scale)
    draw(on: canvas)
    return canvas.image()
  }

  /// Writes `path`.svg, `path`.pdf and `path`.png, the last at two pixels to the point; of a raster figure `path`.png alone, at
  /// one and a half, in 256 colours.
  /// - Throws: `InputError` if the files cannot be written.
  public func write(to path: String) throws {
    if isRaster {
      try writeWhole(encodePNG(PaletteImage(image(scale: 1.5))), to: path + ".png")
      return
    }
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
