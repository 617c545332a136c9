/// What an annotation file says of an image, without its pixels.
public struct ImageEntry: Sendable, Hashable, Identifiable {
  /// The number that annotations refer to.
  public let id: Int
  /// The file's name in the image folder.
  public let fileName: String
  /// Columns.
  public let width: Int
  /// Rows.
  public let height: Int

  /// An entry from its parts.
  public init(id: Int, fileName: String, width: Int, height: Int) {
    self.id = id
    self.fileName = fileName
    self.width = width
    self.height = height
  }
}
