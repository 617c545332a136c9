import Foundation
import Pictures
import Tensors
import Testing

@testable import Experiments

@Suite("A The engine beside PyTorch")
struct EngineComparisonTests {
  static let json = """
    {"torch": "2.13.0", "kernels": "Cooperlake", "pairs": 3, "threads": [{"threads": 1,
    "medians": {"training, package": 40, "training, times PyTorch float32": 1.6},
    "least": {"training, package": 38, "training, times PyTorch float32": 1.5},
    "most": {"training, package": 42, "training, times PyTorch float32": 1.75}}]}
    """

  @Test("What the script printed becomes a table and two charts; anything else is an input error")
  func reading() throws {
    try inTemporaryFolder { folder in
      let path = "\(folder)/engine.json"
      #expect(try EngineComparison(contentsOf: path) == nil)
      try writeWhole(Data(Self.json.utf8), to: path)
      let comparison = try #require(try EngineComparison(contentsOf: path))
      #expect(
        comparison.document.rows.map(\.cells) == [
          ["training, package", "40.0 (38.0 to 42.0)"],
          ["training, times PyTorch float32", "1.60 (1.50 to 1.75)"],
        ])
      let chart = try #require(comparison.figure.rows.first?.first)
      #expect(chart.series.first?.points.first?.uncertainty == 38...42)

      try writeWhole(Data("{}".utf8), to: path)
      #expect { try EngineComparison(contentsOf: path) } throws: { ($0 as? InputError)?.file == path }
    }
  }
}
