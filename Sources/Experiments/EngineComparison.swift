import Foundation
import Pictures
import Tensors

/// Appendix A. The package's speed beside that of its mirror in PyTorch, as Tests/Golden/benchmark.py measures it.
public struct EngineComparison: Codable, Sendable {
  /// PyTorch's version.
  public var torch: String
  /// The processor's name, if it has one.
  public var processor: String?
  /// OpenBLAS's kernels.
  public var kernels: String
  /// How many pairs of runs there were.
  public var pairs: Int
  /// What was measured with one thread and with two.
  public var threads: [Measured]

  /// What was measured with so many threads.
  public struct Measured: Codable, Sendable {
    /// Their number.
    public var threads: Int
    /// By name, the median over the pairs.
    public var medians: [String: Double]
    /// The least.
    public var least: [String: Double]
    /// The most.
    public var most: [String: Double]

    /// Reads what Tests/Golden/torchvision_speed.py printed about the full-size model.
    public init(contentsOf path: String) throws {
      self = try decoded(Measured.self, from: path, script: "torchvision_speed.py")
    }
  }

  /// Reads the file that the script printed; nil where there is none.
  public init?(contentsOf path: String) throws {
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    self = try decoded(EngineComparison.self, from: path, script: "benchmark.py")
  }

  /// What was measured, as a table: medians, with the least and the most.
  public var document: TableDocument {
    let names = Set(threads.flatMap(\.medians.keys)).sorted { $0.lowercased() < $1.lowercased() }
    return TableDocument(
      name: "engine", title: "The engine beside PyTorch",
      caption: "Images a second and ratios, of the miniature Mask^X R-CNN; median (least to most).",
      groups: [],
      columns: ["measured"] + threads.map { "\($0.threads) thread\($0.threads == 1 ? "" : "s")" },
      rows: names.map { name in
        let cells = threads.map { measured -> String in
          guard let median = measured.medians[name], let least = measured.least[name],
            let most = measured.most[name]
          else { return "–" }
          let digits = most < 10 ? 2 : 1
          return "\(decimal(median, digits)) (\(decimal(least, digits)) to \(decimal(most, digits)))"
        }
        return .init(cells: [name] + cells, origin: .paper)
      }, notes: [provenance])
  }

  private var provenance: String {
    "\(processor ?? "A processor without a name"), OpenBLAS kernels \(kernels), PyTorch \(torch), \(pairs) pairs."
  }

  /// Training and inference, a bar for each of the three.
  public var figure: Panels {
    func chart(_ work: String, _ title: String) -> Chart {
      let bars = [
        ("package", Look.transfer), ("PyTorch float32", Look.baseline), ("PyTorch bfloat16", Look.unitRows),
      ].map { name, style in
        let key = "\(work), \(name)"
        let points = threads.enumerated().compactMap { number, measured -> DataPoint? in
          guard let value = measured.medians[key], let least = measured.least[key],
            let most = measured.most[key], least <= most
          else { return nil }
          return DataPoint(
            x: Double(number), y: value, uncertainty: least...most, label: decimal(value, 0))
        }
        return Series(name == "package" ? "this package" : name, .bars, points, style: style)
      }
      let names = threads.map { "\($0.threads) thread\($0.threads == 1 ? "" : "s")" }
      return Chart(
        title, x: Axis("", kind: .categories(names)), y: Axis("images a second"), bars, legend: .above,
        size: FigureSize(width: 360, height: 270))
    }
    return Panels(
      "The miniature Mask^X R-CNN, images a second",
      rows: [
        [chart("training", "A training step of 8 images"), chart("inference", "Inference, image by image")]
      ],
      note: provenance + " Medians; whiskers from the least to the most.")
  }
}

/// What a script of Tests/Golden printed.
private func decoded<Value: Decodable>(_: Value.Type, from path: String, script: String) throws -> Value {
  do {
    return try JSONDecoder().decode(Value.self, from: try readWhole(path))
  } catch is DecodingError {
    throw InputError(file: path, problem: "is not what Tests/Golden/\(script) prints")
  }
}
