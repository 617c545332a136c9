import COCO
import Pictures

extension StudyResults {
  /// Figure 2: mask AP on B against the mean number of training masks per class of A, one point per random split and
  /// row; what transfer adds to the baseline of the same split; and the mean IoU of masks in the true boxes of B. The VOC
  /// splits of `fixed` are marked.
  func randomSplitFigure(fixed: StudyResults?, note: String) -> Panels? {
    let labels = study.rows.map(\.label)
    guard labels.contains(where: { !places($0, .maskAP).isEmpty }) else { return nil }
    let x = Axis("training masks per class in A, on average")
    let size = FigureSize(width: 400, height: 330)
    func chart(_ title: String, _ y: String, _ series: [Series]) -> Chart {
      Chart(title, x: x, y: Axis(y), series, legend: .above, size: size)
    }
    return Panels(
      "Figure 2. Random splits",
      rows: [
        [
          chart("Mask AP on B", "mask AP on B, %", series(labels, .maskAP, fixed: fixed)),
          chart("What transfer adds", "mask AP on B less the baseline's", gains(labels, fixed: fixed)),
          chart("Masks in true boxes of B", "mean IoU, %", series(labels, .truthBoxIoU, fixed: fixed)),
        ]
      ],
      note: [
        note,
        "Each small marker is one random split of the classes, stage-wise, with a least-squares line; the large ones "
          + "are the two VOC splits.",
      ].filter { !$0.isEmpty }.joined(separator: " "))
  }

  /// Where a row stands under one split.
  private struct Place {
    let x: Double
    let y: Double
    let split: ClassSplit
  }

  private func places(_ label: String, _ figure: Figure) -> [Place] {
    guard let row = study.rows.first(where: { $0.label == label }) else { return [] }
    return study.splits.compactMap { split in
      guard let x = Spread(results(row, split).map(\.masksPerClassInA))?.mean,
        let y = spread(row, split, figure, on: .b)?.mean
      else { return nil }
      return Place(x: x, y: y, split: split)
    }
  }

  /// A row's points, their line, and its VOC splits: one colour, larger markers, a name at the last row's.
  private func series(_ labels: [String], _ figure: Figure, fixed: StudyResults?) -> [Series] {
    labels.flatMap { label -> [Series] in
      let points = places(label, figure).map { DataPoint(x: $0.x, y: $0.y) }
      var line = Look.of(label)
      line.marker = nil
      var result = [Series(label, .points, points, style: Look.of(label))]
      if points.count > 3, let fit = LinearFit(points.map { Point($0.x, $0.y) }),
        let low = points.map(\.x).min(), let high = points.map(\.x).max(), high > low
      {
        result.append(
          Series("", .line, [low, high].map { DataPoint(x: $0, y: fit($0)) }, style: line))
      }
      let marked = (fixed?.places(label, figure) ?? []).map { place in
        DataPoint(x: place.x, y: place.y, label: label == labels.last ? place.split.title : "", size: 1.7)
      }
      result.append(Series("", .points, marked, style: Look.of(label)))
      return result
    }
  }

  /// The rows less the baseline of the same split.
  private func gains(_ labels: [String], fixed: StudyResults?) -> [Series] {
    let baseline = "class-agnostic (baseline)"
    let base = Dictionary(
      (places(baseline, .maskAP) + (fixed?.places(baseline, .maskAP) ?? [])).map { ($0.split, $0.y) }
    ) { first, _ in first }
    var result = [Series.level("", at: 0)]
    for label in labels where label != baseline {
      for (study, size) in [(self as StudyResults?, 1.0), (fixed, 1.7)] {
        let points = (study?.places(label, .maskAP) ?? []).compactMap { place in
          base[place.split].map { DataPoint(x: place.x, y: place.y - $0, size: size) }
        }
        result.append(Series(size == 1 ? label : "", .points, points, style: Look.of(label)))
      }
    }
    return result
  }
}
