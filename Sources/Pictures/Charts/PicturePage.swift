/// A page of pictures in rows and columns, with words above the columns and beside the rows.
public struct PicturePage: Figure, Sendable {
  /// One picture of the page.
  public struct Picture: Sendable {
    /// The image.
    public var image: Image
    /// What is drawn over it.
    public var objects: [OutlinedObject]
    /// Words below it; may be empty.
    public var caption: String
    /// How the objects are drawn.
    public var style: OverlayStyle

    /// An image, with what is drawn over it and written below it.
    public init(
      _ image: Image, objects: [OutlinedObject] = [], caption: String = "", style: OverlayStyle = .masksOnly
    ) {
      self.image = image
      self.objects = objects
      self.caption = caption
      self.style = style
    }
  }

  /// A row of pictures.
  public struct Row: Sendable {
    /// Words to its left; may be empty.
    public var caption: String
    /// The pictures; where there is none, the place stays free.
    public var pictures: [Picture?]

    /// A row by its pictures.
    public init(_ caption: String = "", _ pictures: [Picture?]) {
      self.caption = caption
      self.pictures = pictures
    }
  }

  /// What the page shows, in bold above it; may be empty.
  public var title: String
  /// Words above the columns; may be fewer than columns.
  public var headings: [String]
  /// The rows from the top down.
  public var rows: [Row]
  /// What must be said about it, below; may be empty.
  public var note: String
  /// The width of each picture in points; its height follows from its shape.
  public var pictureWidth: Double

  /// A page by its pictures.
  public init(
    _ title: String, headings: [String] = [], rows: [Row], note: String = "", pictureWidth: Double = 128
  ) {
    precondition(pictureWidth > 0, "pictures have some width")
    self.title = title
    self.headings = headings
    self.rows = rows
    self.note = note
    self.pictureWidth = pictureWidth
  }

  /// Pictures are pixels.
  public var isRaster: Bool { true }

  /// What the contents need.
  public var size: FigureSize {
    let extent = layout(ruler: Canvas(width: 1, height: 1)).extent
    return FigureSize(holding: extent.maxX, extent.maxY)
  }

  /// Draws the page with its upper left corner at the canvas's origin.
  public func draw(on canvas: Canvas) {
    let layout = layout(ruler: canvas)
    for (picture, place) in layout.pictures {
      canvas.draw(picture.objects, over: picture.image, in: place, style: picture.style)
    }
    for text in layout.texts { text.draw(on: canvas) }
  }

  struct Layout: Sendable {
    var texts: [PlacedText] = []
    var pictures: [(picture: Picture, place: Rectangle)] = []
    var extent = Rectangle(x: 0, y: 0, width: 0, height: 0)
  }

  func layout(ruler: Canvas) -> Layout {
    let (margin, gap) = (12.0, 6.0)
    let headingStyle = TextStyle(size: 10, weight: .bold)
    let captionStyle = TextStyle(size: 9.5)
    let smallStyle = TextStyle(size: 8.5, color: Color(gray: 0.3))
    var layout = Layout()

    // Captions stand in a column of their own, no wider than a picture.
    let captionLines = rows.map {
      ruler.wrapped($0.caption, captionStyle, width: max(70, 0.9 * pictureWidth))
    }
    let captionWidth = captionLines.joined().map { ruler.width(of: $0, captionStyle) }.max() ?? 0
    let left = margin + (captionWidth > 0 ? captionWidth + 10 : 0)
    let columns = max(headings.count, rows.map(\.pictures.count).max() ?? 0)
    func start(_ column: Int) -> Double { left + Double(column) * (pictureWidth + gap) }
    let right = max(start(columns) - gap, margin + 220)
    var top = margin

    let titleLines = ruler.wrapped(title, .title, width: right - margin)
    layout.texts += ruler.placed(titleLines, .title, x: margin, top: top)
    top += ruler.height(of: titleLines, .title) + (titleLines.isEmpty ? 0 : 9)

    let headingLines = headings.map { ruler.wrapped($0, headingStyle, width: pictureWidth) }
    let headingHeight = headingLines.map { ruler.height(of: $0, headingStyle) }.max() ?? 0
    for (column, lines) in headingLines.enumerated() {
      layout.texts += ruler.placed(
        lines, headingStyle, x: start(column) + pictureWidth / 2,
        top: top + headingHeight - ruler.height(of: lines, headingStyle), alignment: .center)
    }
    top += headingHeight + (headingHeight > 0 ? 6 : 0)

    for (row, caption) in zip(rows, captionLines) {
      var height = ruler.height(of: caption, captionStyle)
      for (column, picture) in row.pictures.enumerated() {
        guard let picture else { continue }
        let shape = Double(picture.image.height) / Double(picture.image.width)
        let place = Rectangle(x: start(column), y: top, width: pictureWidth, height: pictureWidth * shape)
        layout.pictures.append((picture, place))
        let lines = ruler.wrapped(picture.caption, smallStyle, width: pictureWidth)
        layout.texts += ruler.placed(
          lines, smallStyle, x: place.center.x, top: place.maxY + 3, alignment: .center)
        let below = lines.isEmpty ? 0 : 5 + ruler.height(of: lines, smallStyle)
        height = max(height, place.height + below)
      }
      layout.texts += ruler.placed(caption, captionStyle, x: margin, top: top + 2)
      top += height + gap
    }

    let noteLines = ruler.wrapped(note, .note, width: right - margin)
    layout.texts += ruler.placed(noteLines, .note, x: margin, top: top + 2)
    top += noteLines.isEmpty ? -gap : ruler.height(of: noteLines, .note) + 2
    layout.extent = Rectangle(x: 0, y: 0, width: right + margin, height: top + margin)
    return layout
  }
}
