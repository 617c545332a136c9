import COCO
import Pictures
import TrainingStrategies
import WeightTransfer

/// What T could reach: how much of the oracle's kernels the detector's weights tell, and how good the features are that T's
/// kernels are laid upon.
extension StudyWriter {
  /// The paper's T between what it is held against and what would be possible: on its own features with a kernel fitted for
  /// each class, and trained on all masks.
  public func limitsOfT() -> Study {
    Study(
      name: "limits-of-t", title: "What T could reach",
      caption:
        "The features that T learnt on A under kernels fitted on all masks; T trained on all masks; stage-wise.",
      splits: splits,
      rows: [
        baselineRow(), transferRow("transfer"),
        row("kernels of all masks, transfer's features", .ours) {
          $0.contender = .kernels(upon: transfer { _ in })
        },
        row("transfer, all masks", .ours) { $0.contender = .full(transfer { _ in }) },
        oracleRow(),
      ])
  }
}

extension StudyResults {
  /// How much of the oracle's kernels can be read from `w_det`, under a split: means over the seeds.
  func kernelRegressions(_ split: ClassSplit) -> [KernelRegression] {
    // Only the rows of oracles have any.
    let found = study.rows.flatMap { results($0, split) }.flatMap { $0.kernelRegressions ?? [] }
    return found.grouped(by: \.input).map { same in
      func mean(_ figure: (KernelRegression) -> Double?) -> Double? { Spread(same.compactMap(figure))?.mean }
      return KernelRegression(
        input: same[0].input, leftOut: mean(\.leftOut)!, fromA: mean(\.fromA), fromB: mean(\.fromB))
    }
  }

  /// What the regressions say, as lines under a table.
  var kernelNotes: [String] {
    study.splits.flatMap { split in
      kernelRegressions(split).map { found in
        "\(split.title), \(found.input.rawValue): a linear map explains \(decimal(found.leftOut, 2)) of the variance of the oracle's "
          + "kernels on classes left out"
          + (found.fromA.map { ", \(decimal($0, 2)) on B from A" } ?? "") + "."
      }
    }
  }

  /// What `w_det` tells of the oracle's kernels, and what the features allow.
  func limitsFigure(note: String) -> Panels? {
    let tells = study.splits.compactMap { split -> Chart? in
      let found = kernelRegressions(split)
      guard !found.isEmpty else { return nil }
      let fromA = found.compactMap(\.fromA)
      return Chart(
        "What w_det tells of a class's kernel", subtitle: split.title,
        x: Axis("", kind: .categories(found.map(\.input.rawValue))),
        y: Axis("explained variance of the oracle's kernels"),
        [.bars("classes left out, of all", found.map(\.leftOut))]
          + (fromA.count == found.count ? [.bars("B, learnt from A", fromA)] : []),
        legend: .above, size: FigureSize(width: 400, height: 300))
    }
    let reaches = study.splits.compactMap { split -> Chart? in
      let rows = study.rows.compactMap { row in
        spread(row, split, .truthBoxIoU, on: .b).map { (row.label, $0) }
      }
      guard rows.count == study.rows.count else { return nil }
      return Chart(
        "What the features allow", subtitle: split.title, x: Axis("IoU in true boxes of B, %"),
        y: Axis("", kind: .categories(rows.map(\.0))),
        [
          Series(
            "", .points,
            rows.enumerated().map { place, row in
              DataPoint(
                x: row.1.mean, y: Double(place),
                uncertainty: row.1.halfWidth.map { row.1.mean - $0...row.1.mean + $0 })
            }, style: Look.transfer)
        ], legend: .hidden, size: FigureSize(width: 400, height: 230))
    }
    guard !tells.isEmpty || !reaches.isEmpty else { return nil }
    return Panels(
      "What T could reach", rows: [tells, reaches].filter { !$0.isEmpty },
      note: [
        note,
        "Explained variance: of a ridge regression from a class's weights in the detector to its kernel in the oracle, on "
          + "classes that had no part in it; 0 is what the mean kernel explains. Whiskers are the 95 % interval of the mean.",
      ].filter { !$0.isEmpty }.joined(separator: " "))
  }
}
