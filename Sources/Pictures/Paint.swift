import CCairo

/// What a shape is filled or stroked with.
public enum Paint {
  /// One colour.
  case solid(Color)
  /// Colours that change along the line between two points and go on beyond them.
  case linear(from: Point, to: Point, stops: [GradientStop])
  /// Colours that change with the distance from `center`, up to `radius` and on beyond it.
  case radial(center: Point, radius: Double, stops: [GradientStop])
  /// A canvas repeated without end; `matrix` takes its pixels to the drawing's coordinates.
  case tile(Canvas, matrix: Affine = .identity)
}

/// A colour at a place of a gradient.
public struct GradientStop: Sendable, Hashable {
  /// The place: 0 is the gradient's start, 1 its end.
  public var offset: Double
  /// The colour there.
  public var color: Color

  /// `color` at `offset` (0...1) of a gradient.
  public init(_ offset: Double, _ color: Color) {
    self.offset = offset
    self.color = color
  }
}

extension Canvas {
  /// Makes `paint` the source of what is drawn next.
  func use(_ paint: Paint) {
    switch paint {
    case .solid(let color):
      cairo_set_source_rgba(context, color.red, color.green, color.blue, color.alpha)
    case .linear(let from, let to, let stops):
      use(gradient: cairo_pattern_create_linear(from.x, from.y, to.x, to.y), stops)
    case .radial(let center, let radius, let stops):
      use(
        gradient: cairo_pattern_create_radial(center.x, center.y, 0, center.x, center.y, radius), stops)
    case .tile(let canvas, let matrix):
      precondition(matrix.determinant != 0, "the matrix of a tile must be invertible")
      cairo_surface_flush(canvas.surface)
      let pattern = cairo_pattern_create_for_surface(canvas.surface)
      cairo_pattern_set_extend(pattern, CAIRO_EXTEND_REPEAT)
      // Cairo wants the way back, from the drawing to the tile.
      var inverse = matrix.cairo
      cairo_matrix_invert(&inverse)
      cairo_pattern_set_matrix(pattern, &inverse)
      cairo_set_source(context, pattern)
      cairo_pattern_destroy(pattern)
    }
  }

  private func use(gradient pattern: OpaquePointer?, _ stops: [GradientStop]) {
    for stop in stops {
      cairo_pattern_add_color_stop_rgba(
        pattern, stop.offset, stop.color.red, stop.color.green, stop.color.blue, stop.color.alpha)
    }
    cairo_set_source(context, pattern)
    cairo_pattern_destroy(pattern)
  }
}

extension Affine {
  /// The same map as Cairo has it.
  var cairo: cairo_matrix_t { cairo_matrix_t(xx: a, yx: b, xy: c, yy: d, x0: tx, y0: ty) }
}
