/// A table as in a paper: title, header with groups, rows, and a note below.
///
///     try DrawnTable(
///       "Input of T", columns: [.text("input"), .number("B", group: "A → B"), .number("A", group: "A → B")],
///       rows: [.cells(["randn", "15.4", "35.2"]), .rule, .cells(["cls+box", .bold("20.2"), "35.2"])]
///     ).write(to: "Figures/table-1a")
public struct DrawnTable: Figure, Sendable, Hashable {
  /// A column of the table.
  public struct Column: Sendable, Hashable {
    /// How its cells stand.
    public enum Kind: Sendable, Hashable {
      /// From the left; long ones take several lines.
      case text
      /// Decimal points below each other; what has no digits in the middle.
      case number
    }

    /// The words in the header.
    public var title: String
    /// The words above those of all neighbouring columns with the same group; may be empty.
    public var group: String
    /// How its cells stand.
    public var kind: Kind

    /// A column of words.
    public static func text(_ title: String, group: String = "") -> Column {
      Column(title: title, group: group, kind: .text)
    }

    /// A column of numbers.
    public static func number(_ title: String, group: String = "") -> Column {
      Column(title: title, group: group, kind: .number)
    }
  }

  /// What stands in a row and a column.
  public struct Cell: Sendable, Hashable, ExpressibleByStringLiteral {
    /// The words or the number.
    public var text: String
    /// Bold for the best of a group.
    public var weight: TextWeight
    /// Italic for what is not measured but quoted.
    public var slant: TextSlant
    /// The colour of the letters; without one, nearly black.
    public var color: Color?

    /// A cell by its text.
    public init(
      _ text: String, weight: TextWeight = .regular, slant: TextSlant = .upright, color: Color? = nil
    ) {
      self.text = text
      self.weight = weight
      self.slant = slant
      self.color = color
    }

    /// A plain cell.
    public init(stringLiteral text: String) { self.init(text) }

    /// A cell in bold.
    public static func bold(_ text: String) -> Cell { Cell(text, weight: .bold) }
  }

  /// A line of the table.
  public enum Row: Sendable, Hashable {
    /// A cell for each column.
    case cells([Cell])
    /// Words over the whole width, which name the rows that follow.
    case heading(String)
    /// A thin line.
    case rule
  }

  /// What the table shows, in bold above it; may be empty.
  public var title: String
  /// The columns from left to right.
  public var columns: [Column]
  /// The rows from the top down.
  public var rows: [Row]
  /// What must be said about it, below; may be empty.
  public var note: String

  /// A table by what it shows.
  public init(_ title: String, columns: [Column], rows: [Row], note: String = "") {
    for case .cells(let cells) in rows {
      precondition(cells.count == columns.count, "a row has a cell for each of the \(columns.count) columns")
    }
    self.title = title
    self.columns = columns
    self.rows = rows
    self.note = note
  }

  /// What the contents need.
  public var size: FigureSize {
    let extent = layout(ruler: Canvas(width: 1, height: 1)).extent
    return FigureSize(holding: extent.maxX, extent.maxY)
  }

  /// Draws the table with its upper left corner at the canvas's origin.
  public func draw(on canvas: Canvas) {
    let layout = layout(ruler: canvas)
    for rule in layout.rules {
      canvas.polyline([rule.from, rule.to])
      canvas.stroke(Color(gray: 0.15), width: rule.width)
    }
    for text in layout.texts { text.draw(on: canvas) }
  }
}
