import Foundation

extension AveragePrecision {
  /// COCO's twelve numbers, each from 0 to 1, or -1 where there is nothing to find.
  public struct Summary: Sendable, Equatable {
    /// Average precision, mean over overlaps 0.5, 0.55, ... 0.95.
    public let AP: Double
    /// Average precision at overlap 0.5.
    public let AP50: Double
    /// Average precision at overlap 0.75.
    public let AP75: Double
    /// `AP` of objects up to 32 x 32 pixels.
    public let APs: Double
    /// `AP` of objects from 32 x 32 to 96 x 96 pixels.
    public let APm: Double
    /// `AP` of objects from 96 x 96 pixels.
    public let APl: Double
    /// Average recall with one detection of each category in each image.
    public let AR1: Double
    /// Average recall with ten.
    public let AR10: Double
    /// Average recall with a hundred.
    public let AR100: Double
    /// `AR100` of objects up to 32 x 32 pixels.
    public let ARs: Double
    /// `AR100` of objects from 32 x 32 to 96 x 96 pixels.
    public let ARm: Double
    /// `AR100` of objects from 96 x 96 pixels.
    public let ARl: Double
    /// `AP` of each category id; -1 for one without an object.
    public let categoryAP: [Int: Double]
    /// `AP50` of each category id; -1 for one without an object.
    public let categoryAP50: [Int: Double]

    /// The numbers under the names that COCO's users know, in COCO's order.
    public var named: [(name: String, value: Double)] {
      [
        ("AP", AP), ("AP50", AP50), ("AP75", AP75), ("APs", APs), ("APm", APm), ("APl", APl), ("AR1", AR1),
        ("AR10", AR10), ("AR100", AR100), ("ARs", ARs), ("ARm", ARm), ("ARl", ARl),
      ]
    }
  }
}

extension AveragePrecision.Summary {
  /// Means over the categories' curves.
  init(categories: [Int], curves: [CategoryCurves]) {
    let full = AveragePrecision.detectionLimits.count - 1

    // The mean over all categories that have objects, of all that `values` picks from their curves.
    func mean(
      _ range: AveragePrecision.AreaRange, limit: Int, of curves: [CategoryCurves],
      _ values: ([PrecisionCurve]) -> [Double]
    ) -> Double {
      let all = curves.flatMap { $0.curves[range.rawValue][limit].map(values) ?? [] }
      return all.isEmpty ? -1 : all.reduce(0, +) / Double(all.count)
    }
    func precision(
      _ range: AveragePrecision.AreaRange = .all, overlap: Int? = nil, of some: [CategoryCurves]? = nil
    ) -> Double {
      mean(range, limit: full, of: some ?? curves) { curves in
        overlap.map { curves[$0].precisions } ?? curves.flatMap(\.precisions)
      }
    }
    func recall(_ range: AveragePrecision.AreaRange = .all, limit: Int) -> Double {
      mean(range, limit: limit, of: curves) { $0.map(\.recall) }
    }

    self.init(
      AP: precision(), AP50: precision(overlap: 0), AP75: precision(overlap: 5), APs: precision(.small),
      APm: precision(.medium), APl: precision(.large), AR1: recall(limit: 0), AR10: recall(limit: 1),
      AR100: recall(limit: full), ARs: recall(.small, limit: full), ARm: recall(.medium, limit: full),
      ARl: recall(.large, limit: full),
      categoryAP: Dictionary(
        uniqueKeysWithValues: zip(categories, curves.map { precision(of: [$0]) })),
      categoryAP50: Dictionary(
        uniqueKeysWithValues: zip(categories, curves.map { precision(overlap: 0, of: [$0]) })))
  }
}

extension AveragePrecision.Summary: CustomStringConvertible {
  /// The twelve lines that COCO's tool prints.
  public var description: String {
    let ranges = ["all", "all", "all", "small", "medium", "large"]
    let overlaps = ["0.50:0.95", "0.50     ", "0.75     ", "0.50:0.95", "0.50:0.95", "0.50:0.95"]
    let limits = [100, 100, 100, 100, 100, 100, 1, 10, 100, 100, 100, 100]
    return named.indices.map { i in
      let title = i < 6 ? "Average Precision  (AP)" : "Average Recall     (AR)"
      let overlap = i < 6 ? overlaps[i] : overlaps[0]
      let range = String(repeating: " ", count: 6 - ranges[i % 6].count) + ranges[i % 6]
      let limit = String(format: "%3d", limits[i])
      let value = String(format: "%0.3f", named[i].value)
      return " \(title) @[ IoU=\(overlap) | area=\(range) | maxDets=\(limit) ] = \(value)"
    }.joined(separator: "\n")
  }
}
