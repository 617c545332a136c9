import CCairo

/// Canvases and images drawn onto canvases, and what was drawn read back.
extension Canvas {
  /// How pixels are found between pixels when something is drawn at another size.
  public enum Sampling: Sendable {
    /// The nearest one: sharp squares.
    case nearest
    /// A mean of neighbours; of all that are covered, where the drawing shrinks.
    case smooth
  }

  /// Draws a canvas of pixels with its upper left corner at `point`.
  public func draw(
    _ other: Canvas, at point: Point = .zero, alpha: Double = 1, sampling: Sampling = .smooth
  ) {
    cairo_surface_flush(other.surface)
    draw(surface: other.surface, at: point, alpha: alpha, sampling: sampling)
  }

  /// Draws an image with its upper left corner at `point`.
  public func draw(
    _ image: Image, at point: Point = .zero, alpha: Double = 1, sampling: Sampling = .smooth
  ) {
    draw(Canvas(image), at: point, alpha: alpha, sampling: sampling)
  }

  /// Draws an image stretched to fill `rectangle`.
  public func draw(
    _ image: Image, in rectangle: Rectangle, alpha: Double = 1, sampling: Sampling = .smooth
  ) {
    saved {
      translate(rectangle.x, rectangle.y)
      scale(rectangle.width / Double(image.width), rectangle.height / Double(image.height))
      draw(image, alpha: alpha, sampling: sampling)
    }
  }

  private func draw(surface: OpaquePointer, at point: Point, alpha: Double, sampling: Sampling) {
    saved {
      cairo_set_source_surface(context, surface, point.x, point.y)
      cairo_pattern_set_filter(
        cairo_get_source(context), sampling == .nearest ? CAIRO_FILTER_NEAREST : CAIRO_FILTER_GOOD)
      if alpha < 1 { cairo_paint_with_alpha(context, alpha) } else { cairo_paint(context) }
    }
  }

  /// A canvas of the image's size that shows it.
  public convenience init(_ image: Image) {
    self.init(width: image.width, height: image.height)
    writePixels { row, y in
      for x in 0..<image.width {
        let i = 3 * (y * image.width + x)
        let (red, green, blue) = (image.pixels[i], image.pixels[i + 1], image.pixels[i + 2])
        row[x] = 0xff00_0000 | UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue)
      }
    }
  }

  /// What is drawn so far, on white where it is transparent.
  public func image() -> Image {
    var pixels = [UInt8](repeating: 0, count: 3 * width * height)
    readPixels { row, y in
      for x in 0..<width {
        // Colours are stored times opacity, so white shines through by what is missing to 1.
        let pixel = row[x]
        let white = 255 - (pixel >> 24)
        let i = 3 * (y * width + x)
        pixels[i] = UInt8(truncatingIfNeeded: min(255, (pixel >> 16 & 255) + white))
        pixels[i + 1] = UInt8(truncatingIfNeeded: min(255, (pixel >> 8 & 255) + white))
        pixels[i + 2] = UInt8(truncatingIfNeeded: min(255, (pixel & 255) + white))
      }
    }
    return Image(width: width, height: height, pixels: pixels)
  }

  /// The opacity of each pixel, [H, W], 0...255.
  public func alpha() -> [UInt8] {
    var alpha = [UInt8](repeating: 0, count: width * height)
    readPixels { row, y in
      for x in 0..<width { alpha[y * width + x] = UInt8(row[x] >> 24) }
    }
    return alpha
  }

  // MARK: Pixels

  /// Hands over the rows of pixels one by one: 0xAARRGGBB, colours times opacity.
  func readPixels(_ body: (UnsafeMutablePointer<UInt32>, Int) -> Void) {
    guard case .pixels = target else { preconditionFailure("a vector file has no pixels to read") }
    checkStatus()
    cairo_surface_flush(surface)
    let data = cairo_image_surface_get_data(surface)!
    let stride = Int(cairo_image_surface_get_stride(surface))
    for y in 0..<height {
      (data + y * stride).withMemoryRebound(to: UInt32.self, capacity: width) { body($0, y) }
    }
  }

  private func writePixels(_ body: (UnsafeMutablePointer<UInt32>, Int) -> Void) {
    readPixels(body)
    cairo_surface_mark_dirty(surface)
  }
}
