import COCO
import Pictures

extension StudyResults {
  /// Figure 2 as the paper draws it: mask AP on B against the mean number of training masks per class of A, one point per
  /// random split and row of the paper; and what transfer gains over the baseline of the same split, in points and in
  /// per cent. Markers grow with the number of classes in A. The VOC splits of `fixed` are marked.
  func randomSplitFigure(fixed: StudyResults?, note: String) -> Panels? {
    let rows = study.rows.filter { $0.origin == .paper }.map(\.label)
    guard let baseline = rows.first, rows.contains(where: { !places($0).isEmpty }) else { return nil }
    let others = rows.dropFirst()
    func panel(_ title: String, _ y: String, _ rows: [String], zero: Bool, _ value: (String) -> Curve)
      -> Chart
    {
      let curves = rows.map { ($0, value($0)) }
      let counts = Set(curves.flatMap { $0.1.drawn.compactMap { $0.split.classesInA } }).sorted()
      return Chart(
        title, x: Axis("training masks per class in A, on average"), y: Axis(y),
        (zero ? [.level("", at: 0)] : []) + curves.flatMap { series($0.0, $0.1) } + sizeLegend(counts),
        legend: .above, size: FigureSize(width: 400, height: 350))
    }
    func gain(_ change: @escaping (_ ours: Double, _ base: Double) -> Double) -> (String) -> Curve {
      { label in
        func less(_ study: StudyResults?) -> [Place] {
          guard let study else { return [] }
          let base = Dictionary(study.places(baseline).map { ($0.split, $0.y) }) { first, _ in first }
          return study.places(label).compactMap { place in
            base[place.split].map { Place(x: place.x, y: change(place.y, $0), split: place.split) }
          }.filter { $0.y.isFinite }
        }
        return Curve(drawn: less(self), marked: less(fixed), namesMarked: label == others.last)
      }
    }
    let heights = panel("Mask AP on B", "mask AP on B, %", rows, zero: false) { label in
      Curve(drawn: places(label), marked: fixed?.places(label) ?? [], namesMarked: label == rows.last)
    }
    let gains = [
      panel(
        "Gain over the baseline", "difference in mask AP on B, points", Array(others), zero: true,
        gain { $0 - $1 }),
      panel(
        "Relative gain", "difference, % of the baseline's AP", Array(others), zero: true,
        gain { 100 * ($0 - $1) / $1 }),
    ]
    // Each split has other classes in B, some harder than others: beside the oracle they can be compared.
    let besideOracle =
      hasShares
      ? [
        panel(
          "Share of the oracle's AP", "mask AP on B, % of the oracle's", rows, zero: false
        ) { label in
          Curve(drawn: shares(label), marked: fixed?.shares(label) ?? [], namesMarked: label == rows.last)
        }
      ] : []
    return Panels(
      "Figure 2. Random splits",
      rows: besideOracle.isEmpty ? [[heights] + gains] : [[heights] + besideOracle, gains],
      note: [
        note,
        "Each filled marker is one random split of the classes and one run, stage-wise, larger for more classes in A; open "
          + "ones are the two VOC splits, means of several seeds, which have no part in the line. Lines are of least squares, with the 95 % confidence band "
          + "of the mean.",
      ].filter { !$0.isEmpty }.joined(separator: " "))
  }

  /// Where a row stands under one split.
  private struct Place {
    let x: Double
    let y: Double
    let split: ClassSplit
  }

  /// What is drawn of one row: the random splits, the marked ones, and whether those are named here.
  private struct Curve {
    let drawn: [Place]
    let marked: [Place]
    let namesMarked: Bool
  }

  private func places(_ label: String) -> [Place] {
    study.rows.first { $0.label == label }.map { row in
      placesOnB(row).map { Place(x: $0.x, y: $0.y, split: $0.split) }
    } ?? []
  }

  private func shares(_ label: String) -> [Place] {
    guard let row = study.rows.first(where: { $0.label == label }) else { return [] }
    return study.splits.compactMap { split in
      guard let share = shareOfOracle(row, split), let result = results(row, split).first else { return nil }
      return Place(x: result.masksPerClassInA, y: share.mean, split: split)
    }
  }

  /// A row's line with its band, its points with the large ones below, and its VOC splits.
  private func series(_ label: String, _ curve: Curve) -> [Series] {
    let look = Look.of(label)
    var line = look
    line.marker = nil
    var result = [Series(label, .points, [], style: look)]
    if let fit = LinearFit(curve.drawn.map { Point($0.x, $0.y) }), let factor = fit.halfWidthFactor,
      let low = curve.drawn.map(\.x).min(), let high = curve.drawn.map(\.x).max()
    {
      result.append(fit.series("", over: low...high, standardErrors: factor, style: line))
    }
    let bySize = Dictionary(grouping: curve.drawn) { $0.split.classesInA ?? 0 }
    for (count, places) in bySize.sorted(by: { $0.key > $1.key }) {
      result.append(
        Series("", .points, places.map { DataPoint(x: $0.x, y: $0.y) }, style: look.sized(for: count)))
    }
    for place in curve.marked {
      var style = look.sized(for: place.split.classesInA ?? 0)
      style.isOpen = true
      let name = curve.namesMarked ? place.split.title : ""
      result.append(Series("", .points, [DataPoint(x: place.x, y: place.y, label: name)], style: style))
    }
    return result
  }

  /// What the sizes of markers mean.
  private func sizeLegend(_ counts: [Int]) -> [Series] {
    let grey = SeriesStyle(color: Color(gray: 0.55), marker: .circle)
    return counts.map { count in
      Series(
        "\(count)" + (count == counts.last ? " classes in A" : ""), .points, [], style: grey.sized(for: count)
      )
    }
  }
}

extension ClassSplit {
  /// The number of classes in A, where the split alone says it.
  fileprivate var classesInA: Int? {
    switch self {
    case .voc: 20
    case .nonVOC: 60
    case .random(let count, _): count
    case .coco: 80
    case .asAnnotated, .heldOut: nil
    }
  }
}

extension SeriesStyle {
  /// The same look with markers that grow with the number of classes.
  fileprivate func sized(for classes: Int) -> SeriesStyle {
    var style = self
    style.markerSize = 0.3 + 0.02 * Double(classes)
    return style
  }
}
