import CCairo
import Foundation

/// A surface to draw on with Cairo: pixels in memory, or a vector file (SVG, PDF).
///
/// Coordinates: x to the right, y downwards, pixel (0, 0) covers [0, 1) x [0, 1). A path is built
/// (`move`, `line`, `rectangle`, ...) and then filled, stroked or clipped to, which ends it.
/// A canvas belongs to one thread at a time; different canvases can be drawn on at once.
public final class Canvas {
  /// What a canvas draws to.
  enum Target {
    case pixels
    case file(VectorFile)
  }

  let surface: OpaquePointer
  let context: OpaquePointer
  let target: Target
  /// The width in pixels (in points, 1/72 inch, for vector files).
  public let width: Int
  /// The height in pixels (in points for vector files).
  public let height: Int

  /// A canvas of pixels, 8 bits each of red, green, blue and opacity; transparent without a background.
  public convenience init(width: Int, height: Int, background: Color? = nil) {
    precondition(
      (1...32767).contains(width) && (1...32767).contains(height),
      "a canvas is 1 to 32767 pixels wide and high, not \(width) x \(height)")
    let surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, Int32(width), Int32(height))
    self.init(surface: surface!, target: .pixels, width: width, height: height)
    if let background { paint(.solid(background)) }
  }

  init(surface: OpaquePointer, target: Target, width: Int, height: Int) {
    self.surface = surface
    self.context = cairo_create(surface)
    self.target = target
    self.width = width
    self.height = height
    checkStatus()
    prepareText()
  }

  deinit {
    cairo_destroy(context)
    cairo_surface_destroy(surface)
  }

  /// Cairo remembers the first thing that went wrong and draws nothing from then on. With pixels that can
  /// only be a mistake of the program's (a map that cannot be inverted) or memory that ran out.
  func checkStatus() {
    let status = cairo_status(context)
    precondition(
      status == CAIRO_STATUS_SUCCESS, "drawing failed: \(String(cString: cairo_status_to_string(status)))")
  }

  // MARK: The state of the drawing

  /// Runs `body` and takes back what it changed: transformation, clip, antialiasing and blend.
  public func saved<Result>(_ body: () throws -> Result) rethrows -> Result {
    cairo_save(context)
    defer { cairo_restore(context) }
    return try body()
  }

  /// Shifts the coordinates of what is drawn next.
  public func translate(_ x: Double, _ y: Double) {
    cairo_translate(context, x, y)
  }

  /// Rotates the coordinates of what is drawn next, in radians, clockwise on the screen.
  public func rotate(_ angle: Double) {
    cairo_rotate(context, angle)
  }

  /// Stretches the coordinates of what is drawn next; no factor may be 0.
  public func scale(_ x: Double, _ y: Double) {
    precondition(x != 0 && y != 0, "a scale of 0 cannot be undone")
    cairo_scale(context, x, y)
  }

  /// Maps the coordinates of what is drawn next by `map`, which must be invertible.
  public func transform(_ map: Affine) {
    precondition(map.determinant != 0, "a transformation must be invertible")
    var matrix = map.cairo
    cairo_transform(context, &matrix)
  }

  /// Whether pixels at the edge of a shape get a part of its colour, or all or nothing.
  public enum Antialiasing: Sendable {
    /// Smooth edges.
    case on
    /// Edges in 17 shades only, drawn in about half the time.
    case fast
    /// A pixel is drawn where its centre lies inside.
    case off
  }

  /// How the edges of shapes are drawn; smooth at first.
  public var antialiasing: Antialiasing {
    get {
      switch cairo_get_antialias(context) {
      case CAIRO_ANTIALIAS_NONE: .off
      case CAIRO_ANTIALIAS_FAST: .fast
      default: .on
      }
    }
    set {
      switch newValue {
      case .on: cairo_set_antialias(context, CAIRO_ANTIALIAS_DEFAULT)
      case .fast: cairo_set_antialias(context, CAIRO_ANTIALIAS_FAST)
      case .off: cairo_set_antialias(context, CAIRO_ANTIALIAS_NONE)
      }
    }
  }

  /// How what is drawn meets what is there.
  public enum Blend: Sendable, CaseIterable {
    /// Covers it (the default).
    case over
    /// Takes its place, opacity too.
    case replace
    /// Rubs it out.
    case erase
    /// Keeps it only where something is drawn.
    case keepInside
    /// Draws only where something is already, and keeps its opacity.
    case atop
    /// Draws below it.
    case under
    /// Adds the light.
    case add
    /// Darkens, as a shadow or a colour film does.
    case multiply
    /// Lightens, as a second projector does.
    case screen
    /// Multiplies dark parts and screens light parts.
    case overlay
    /// A soft shade: darkens or lightens by what is drawn.
    case softLight

    var cairo: cairo_operator_t {
      switch self {
      case .over: CAIRO_OPERATOR_OVER
      case .replace: CAIRO_OPERATOR_SOURCE
      case .erase: CAIRO_OPERATOR_DEST_OUT
      case .keepInside: CAIRO_OPERATOR_DEST_IN
      case .atop: CAIRO_OPERATOR_ATOP
      case .under: CAIRO_OPERATOR_DEST_OVER
      case .add: CAIRO_OPERATOR_ADD
      case .multiply: CAIRO_OPERATOR_MULTIPLY
      case .screen: CAIRO_OPERATOR_SCREEN
      case .overlay: CAIRO_OPERATOR_OVERLAY
      case .softLight: CAIRO_OPERATOR_SOFT_LIGHT
      }
    }
  }

  /// How what is drawn meets what is there; it covers it at first.
  public var blend: Blend {
    get {
      let current = cairo_get_operator(context)
      return Blend.allCases.first { $0.cairo == current } ?? .over
    }
    set { cairo_set_operator(context, newValue.cairo) }
  }
}
