import Foundation
import Tensors

/// A table as people read it: written as Markdown and CSV here, drawn in `TableFigure`.
public struct TableDocument: Sendable, Hashable {
  /// The file's name without its ending.
  public var name: String
  /// The title.
  public var title: String
  /// What is compared.
  public var caption: String
  /// Titles over groups of columns: how many columns each spans. Empty for none.
  public var groups: [Group]
  /// The columns' titles.
  public var columns: [String]
  /// The rows.
  public var rows: [Row]
  /// What a reader must know: how it was made, what is the paper's.
  public var notes: [String]
  /// The columns of words; all others are of numbers.
  public var wordColumns: Set<Int> = [0]

  /// A title over neighbouring columns.
  public struct Group: Sendable, Hashable {
    /// The title, empty for none.
    public var title: String
    /// The number of columns.
    public var span: Int
  }

  /// A row of cells, as many as there are columns.
  public struct Row: Sendable, Hashable {
    /// What it stands under, together with its neighbours of the same section; empty for nothing.
    public var section = ""
    /// The cells' text.
    public var cells: [String]
    /// Whether it is the paper's or this package's addition.
    public var origin: Study.Origin
  }

  /// The columns' titles, each behind its group's, for formats with one line of titles.
  public var columnTitles: [String] {
    guard !groups.isEmpty else { return columns }
    let prefixes = groups.flatMap { group in
      repeatElement(group.title.isEmpty ? "" : "\(group.title): ", count: group.span)
    }
    return zip(prefixes, columns).map { $0 + $1 }
  }

  /// Whether a row is the first of a section that has a name.
  func beginsSection(_ row: Int) -> Bool {
    !rows[row].section.isEmpty && (row == 0 || rows[row - 1].section != rows[row].section)
  }

  /// The titles and the rows, for comma-separated values; sections, where there are some, are the first column.
  public var csvRows: [[String]] {
    let hasSections = rows.contains { !$0.section.isEmpty }
    return [(hasSections ? ["section"] : []) + columnTitles]
      + rows.map { (hasSections ? [$0.section] : []) + $0.cells }
  }

  /// Markdown: title, caption, table, notes.
  public var markdown: String {
    var lines = ["# \(title)", "", caption, ""]
    lines.append("| " + columnTitles.joined(separator: " | ") + " |")
    lines.append("|" + columns.indices.map { wordColumns.contains($0) ? "---|" : "--:|" }.joined())
    for (number, row) in rows.enumerated() {
      if beginsSection(number) {
        lines.append("| **\(row.section)** |" + String(repeating: " |", count: columns.count - 1))
      }
      let label = row.origin == .ours ? "*\(row.cells[0])*" : row.cells[0]
      lines.append("| " + ([label] + row.cells.dropFirst()).joined(separator: " | ") + " |")
    }
    lines.append("")
    lines += notes.map { "- \($0)" }
    return lines.joined(separator: "\n") + "\n"
  }
}

/// Rows of comma-separated values (RFC 4180): a value with a comma, a quote or a line's end is quoted.
public func commaSeparated(_ rows: [[String]]) -> String {
  rows.map { row in
    row.map { value in
      guard value.contains(where: { ",\"\n\r".contains($0) }) else { return value }
      return "\"" + value.replacingOccurrences(of: "\"", with: "\"\"") + "\""
    }.joined(separator: ",")
  }.joined(separator: "\n") + "\n"
}
