import Foundation
import Testing

@testable import COCO

/// The fixtures that Tests/Golden/coco.py wrote.
enum Golden {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Golden").path

  static func path(_ name: String) -> String { "\(folder)/\(name)" }

  static func decode<Value: Decodable>(_ name: String, as type: Value.Type) throws -> Value {
    try JSONDecoder().decode(type, from: Data(contentsOf: URL(fileURLWithPath: path(name))))
  }

  /// A folder in COCO's 2017 layout with the photographs that coco-sample.json is about; nil where there is
  /// none.
  static let sample = ProcessInfo.processInfo.environment["COCO_SAMPLE"]

  /// A mask as pycocotools hands it out.
  struct Coded: Decodable {
    let size: [Int]
    let counts: String

    func mask() throws -> RunLengthMask {
      try RunLengthMask(compressed: counts, height: size[0], width: size[1])
    }
  }

  /// One evaluation by pycocotools.
  struct Evaluation: Decodable {
    let results: String
    let type: String
    let categories: [Int]
    let stats: [String: Double]
    let categoryAP: [String: Double]
    let printed: String

    /// The greatest difference of any number from this evaluation's, after checking that both have the same
    /// ones.
    func difference(from summary: AveragePrecision.Summary) -> Double {
      guard Set(summary.named.map(\.name)) == Set(stats.keys),
        Set(summary.categoryAP.keys) == Set(categoryAP.keys.compactMap { Int($0) })
      else { return .infinity }
      let totals = summary.named.map { abs($0.value - stats[$0.name]!) }
      let each = summary.categoryAP.map { abs($0.value - categoryAP["\($0.key)"]!) }
      return (totals + each).max()!
    }
  }

  /// Writes text to a file of its own for the time of `body`.
  @discardableResult
  static func withFile<Value>(_ text: String, _ body: (String) throws -> Value) throws -> Value {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("coco-\(UUID().uuidString).json")
      .path
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try body(path)
  }
}
