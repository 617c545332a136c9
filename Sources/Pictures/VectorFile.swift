import Tensors
import CCairo
import Foundation

/// The file behind a canvas for print. Cairo's output is collected in memory and written whole by `finish`.
final class VectorFile {
  enum Format {
    case svg
    case pdf
  }

  /// A line of text on the page: Cairo turns letters into outlines in SVG, so they are kept as text besides.
  struct Label {
    var string: String
    var map: Affine
    var width: Double
    var size: Double
    var weight: TextWeight
  }

  let path: String
  let format: Format
  var data = Data()
  var labels: [Label] = []

  init(path: String, format: Format) {
    self.path = path
    self.format = format
  }

  /// Cairo's stream: appends bytes to the file whose address is `closure`.
  static let append: cairo_write_func_t = { closure, bytes, count in
    let file = Unmanaged<VectorFile>.fromOpaque(closure!).takeUnretainedValue()
    if let bytes { file.data.append(bytes, count: Int(count)) }
    return CAIRO_STATUS_SUCCESS
  }

  func remember(
    _ string: String, at point: Point, width: Double, size: Double, weight: TextWeight,
    in context: OpaquePointer
  ) {
    guard format == .svg else { return }
    var matrix = cairo_matrix_t()
    cairo_get_matrix(context, &matrix)
    let page = Affine(a: matrix.xx, b: matrix.yx, c: matrix.xy, d: matrix.yy, tx: matrix.x0, ty: matrix.y0)
    labels.append(
      Label(
        string: string, map: Affine.translation(point.x, point.y).then(page), width: width, size: size,
        weight: weight))
  }

  /// The file's bytes. To an SVG the labels are added as unseen text over their outlines, so that they can be
  /// searched, selected and read aloud.
  func finished() -> Data {
    guard format == .svg else { return data }
    var svg = Self.renumbered(String(decoding: data, as: UTF8.self))
    guard !labels.isEmpty, let end = svg.range(of: "</svg>", options: .backwards) else {
      return Data(svg.utf8)
    }
    var layer = "<g fill-opacity=\"0\" font-family=\"DejaVu Sans, sans-serif\">\n"
    for label in labels {
      let map = [label.map.a, label.map.b, label.map.c, label.map.d, label.map.tx, label.map.ty]
      let numbers = map.map { "\(($0 * 10_000).rounded() / 10_000)" }.joined(separator: ",")
      let weight = label.weight == .bold ? " font-weight=\"bold\"" : ""
      layer += "<text transform=\"matrix(\(numbers))\" font-size=\"\(label.size)\"\(weight)"
      layer += " textLength=\"\((label.width * 100).rounded() / 100)\" lengthAdjust=\"spacingAndGlyphs\">"
      layer += Self.escaped(label.string) + "</text>\n"
    }
    svg.insert(contentsOf: layer + "</g>\n", at: end.lowerBound)
    return Data(svg.utf8)
  }

  /// The SVG with its surfaces and images numbered in the order of the file. Cairo numbers them through all
  /// that the process ever drew, so the same drawing would have other bytes each time.
  private static func renumbered(_ svg: String) -> String {
    // Between every other pair of quotation marks stands the value of an attribute.
    var pieces = svg.split(separator: "\"", omittingEmptySubsequences: false)
    var numbers: [Substring: Int] = [:]
    for i in stride(from: 1, to: pieces.count, by: 2) {
      let value = pieces[i]
      for prefix in ["", "#", "url(#"] {
        for name in ["surface", "image", "source-"] where value.hasPrefix(prefix + name) {
          let digits = value.dropFirst(prefix.count + name.count).prefix { $0.isNumber }
          let rest = value.dropFirst(prefix.count + name.count + digits.count)
          guard !digits.isEmpty, rest.isEmpty || rest == ")" else { continue }
          let number = numbers[digits, default: numbers.count + 1]
          numbers[digits] = number
          pieces[i] = "\(prefix)\(name)\(number)\(rest)"
        }
      }
    }
    return pieces.joined(separator: "\"")
  }

  private static func escaped(_ string: String) -> String {
    string.replacingOccurrences(of: "&", with: "&amp;")
      .replacingOccurrences(of: "<", with: "&lt;").replacingOccurrences(of: ">", with: "&gt;")
  }
}

extension Canvas {
  /// A canvas whose drawing becomes an SVG file when it is finished; sizes are in points.
  public static func svg(path: String, width: Int, height: Int) -> Canvas {
    vector(VectorFile(path: path, format: .svg), width, height)
  }

  /// A canvas whose drawing becomes a PDF file of one page when it is finished; sizes are in points.
  public static func pdf(path: String, width: Int, height: Int) -> Canvas {
    vector(VectorFile(path: path, format: .pdf), width, height)
  }

  private static func vector(_ file: VectorFile, _ width: Int, _ height: Int) -> Canvas {
    let closure = Unmanaged.passUnretained(file).toOpaque()
    let surface: OpaquePointer
    switch file.format {
    case .svg:
      surface = cairo_svg_surface_create_for_stream(
        VectorFile.append, closure, Double(width), Double(height))
    case .pdf:
      surface = cairo_pdf_surface_create_for_stream(
        VectorFile.append, closure, Double(width), Double(height))
      // The same drawing has the same bytes on any day: the date is that of the paper's conference.
      cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, "2018-06-18T00:00:00Z")
    }
    return Canvas(surface: surface, target: .file(file), width: width, height: height)
  }

  /// Ends the drawing of a vector file and writes it. Nothing can be drawn afterwards.
  /// - Throws: `InputError` if the file cannot be written.
  public func finish() throws {
    guard case .file(let file) = target else { return }
    checkStatus()
    cairo_surface_finish(surface)
    let status = cairo_surface_status(surface)
    guard status == CAIRO_STATUS_SUCCESS else {
      let reason = String(cString: cairo_status_to_string(status))
      throw InputError(file: file.path, place: "", problem: "cannot be drawn: \(reason)")
    }
    try writeWhole(file.finished(), to: file.path)
  }
}
