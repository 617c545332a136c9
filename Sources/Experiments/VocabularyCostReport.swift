import Foundation
import Pictures
import Tensors

/// What more classes cost: as a file, as a table and as a figure.
extension VocabularyCost {
  private static func path(_ output: OutputFolders) -> String { "\(output.results)/vocabulary-cost.json" }

  /// Reads what was measured; nil where nothing was.
  public init?(contentsOf output: OutputFolders) throws {
    let path = Self.path(output)
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    do {
      self = try JSONDecoder().decode(VocabularyCost.self, from: try readWhole(path))
    } catch is DecodingError {
      throw InputError(
        file: path, problem: "is not what `reproduce benchmark --vocabulary` writes; run it again")
    }
  }

  /// Writes it among the results, with its table, and draws its figure; returns the paths.
  public func write(to output: OutputFolders) throws -> [String] {
    try output.make()
    let table = "\(output.results)/\(document.name)"
    try writeWhole(try readableJSON(self), to: Self.path(output))
    try writeWhole(Data(document.markdown.utf8), to: "\(table).md")
    try writeWhole(Data(commaSeparated(document.csvRows).utf8), to: "\(table).csv")
    let drawing = "\(output.figures)/\(document.name)"
    try figure.write(to: drawing)
    return [Self.path(output), "\(table).md", "\(table).csv", "\(drawing).{svg,pdf,png}"]
  }

  /// What is measured, by name, in the order of the rows.
  var measured: [(name: String, times: [Time])] {
    [
      ("stage one", rows.map(\.stageOne)), ("stage two", rows.map(\.stageTwo)),
      ("inference", rows.map(\.inference)), ("T of all classes", rows.map(\.transfer)),
    ]
  }

  /// A line for each number of classes.
  public var document: TableDocument {
    TableDocument(
      name: "vocabulary-cost", title: "What more classes cost",
      caption:
        "The same scenes and the same network with more rows in its box head; masks are of 80 classes.",
      groups: [.init(title: "", span: 1)] + measured.map { .init(title: "\($0.name), ms", span: 2) }
        + [.init(title: "", span: 1)],
      columns: ["classes"] + measured.flatMap { _ in ["median", "ratio (least to most)"] } + ["w_det, MiB"],
      rows: rows.indices.map { number in
        let cells = measured.flatMap { _, times -> [String] in
          let time = times[number]
          return [
            decimal(time.milliseconds, time.milliseconds < 10 ? 2 : 1),
            "\(decimal(time.ratio, 2)) (\(decimal(time.ratios[0], 2)) to \(decimal(time.ratios[1], 2)))",
          ]
        }
        return .init(
          cells: ["\(rows[number].classes)"] + cells + [
            decimal(Double(rows[number].weightBytes) / 0x1p20, 2)
          ],
          origin: .ours)
      },
      notes: [
        "Stage one and two: a step on 8 images. Inference: a picture from its pixels to \(detections) masks. Ratios are to "
          + "\(rows.first?.classes ?? 80) classes in the same of \(rounds) rounds, in which the numbers take turns; medians.",
        "In training, stage one holds each of the rows of w_det ten times over: the weights, their velocities, and a gradient "
          + "for each of the 8 images of a step.",
        provenance,
      ])
  }

  private var provenance: String {
    "\(processor ?? "A processor without a name"), \(threads) thread\(threads == 1 ? "" : "s"), OpenBLAS kernels \(kernels)."
  }

  /// The ratios over the number of classes, and the times.
  public var figure: Panels {
    let looks = ["stage one": Look.others, "stage two": Look.transfer, "inference": Look.unitRows]
    let shown = measured.filter { looks[$0.name] != nil }
    func lines(_ point: (Int, Time) -> DataPoint) -> [Series] {
      shown.map { name, times in
        Series(name, .line, zip(rows, times).map { point($0.classes, $1) }, style: looks[name])
      }
    }
    let size = FigureSize(width: 430, height: 300)
    let x = Axis("classes", kind: .logarithmic)
    return Panels(
      "What more classes cost",
      rows: [
        [
          Chart(
            "Beside the cost of \(rows.first?.classes ?? 80) classes", x: x,
            y: Axis("times as long"),
            [.level("1.1", at: 1.1)]
              + lines { DataPoint(x: Double($0), y: $1.ratio, uncertainty: $1.ratios[0]...$1.ratios[1]) },
            legend: .above, size: size),
          Chart(
            "How long it takes", x: x, y: Axis("milliseconds", kind: .logarithmic),
            lines { DataPoint(x: Double($0), y: $1.milliseconds) }, legend: .above, size: size),
        ]
      ],
      note:
        "Stage one and two: a step on 8 images; inference: a picture with \(detections) masks. Medians of \(rounds) "
        + "rounds; bands from the least to the greatest ratio. " + provenance)
  }
}
