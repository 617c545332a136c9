import Pictures

/// A drawing, written for print (SVG, PDF) and for the screen (PNG).
public struct FigureFile: Sendable {
  /// The file's name without its ending.
  public let name: String
  /// Width and height in points.
  public let size: (width: Int, height: Int)
  /// Draws it.
  let draw: @Sendable (Canvas) throws -> Void

  /// A drawing of a size.
  public init(
    name: String, width: Int, height: Int, draw: @escaping @Sendable (Canvas) throws -> Void
  ) {
    (self.name, self.size, self.draw) = (name, (width, height), draw)
  }

  /// The endings that a figure is written with.
  public static let endings = ["svg", "pdf", "png"]

  /// Writes the files into a folder, each whole or not at all, and returns their paths.
  @discardableResult
  public func write(to folder: String, pixelsPerPoint: Int = 2) throws -> [String] {
    let paths = Self.endings.map { "\(folder)/\(name).\($0)" }
    let vector = [
      Canvas.svg(path: paths[0], width: size.width, height: size.height),
      Canvas.pdf(path: paths[1], width: size.width, height: size.height),
    ]
    for canvas in vector {
      canvas.paint(.solid(.white))
      try draw(canvas)
      try canvas.finish()
    }
    let canvas = Canvas(
      width: size.width * pixelsPerPoint, height: size.height * pixelsPerPoint, background: .white)
    canvas.scale(Double(pixelsPerPoint), Double(pixelsPerPoint))
    try draw(canvas)
    try writePNG(canvas.image(), to: paths[2])
    return paths
  }
}
