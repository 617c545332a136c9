import Pictures

/// Many classes: where transfer helps and where it fails, as a figure.
extension StudyResults {
  /// What transfer gains on each class of B over the distance of its `w_det` to A's, and scores by distance and by
  /// frequency. Nil without results of the baseline and transfer.
  func distanceFigure(note: String) -> Panels? {
    guard let transfer = study.rows.first(where: { $0.label == "transfer" }),
      !gains(of: transfer, .iou, over: classesOfB).isEmpty
    else { return nil }
    let size = FigureSize(width: 430, height: 310)
    let rows = study.rows.filter { $0.origin == .paper }
    func scatter(_ title: String, _ y: String, _ measure: ClassMeasure) -> Chart {
      let places = gains(of: transfer, measure, over: classesOfB).compactMap { name, gain in
        distance(name).map { DataPoint(x: $0, y: gain) }
      }
      var cloud = SeriesStyle(color: Color(hex: 0x56B4E9), marker: .circle)
      (cloud.markerSize, cloud.isOpen) = (0.55, true)
      return Chart(
        title, x: Axis("distance of w_det to the nearest of A's: 1 - cosine"), y: Axis(y),
        [
          .level("", at: 0), Series("a class of B", .points, places, style: cloud),
          Series("mean of a sixth of them", .points, sixths(places), style: Look.transfer),
        ], legend: .above, size: size)
    }
    let byDistance = rows.map { row -> Series in
      let places = classesOfB.compactMap { name -> DataPoint? in
        guard let place = distance(name), let score = score(of: row, .iou, name) else { return nil }
        return DataPoint(x: place, y: score)
      }
      return Series(row.label, .line, sixths(places), style: Look.of(row.label))
    }
    let byThird = rows.map { row in
      Series.bars(
        row.label,
        FrequencyThird.allCases.map { mean(of: row, .ap, over: classes(in: $0))?.mean ?? 0 },
        style: Look.of(row.label))
    }
    let thirds = FrequencyThird.allCases.map(\.rawValue)
    return Panels(
      "Where transfer helps, \(study.title)",
      rows: [
        [
          scatter("What transfer gains in AP", "mask AP, transfer - baseline", .ap),
          scatter("What it gains in true boxes", "IoU in true boxes, transfer - baseline", .iou),
        ],
        [
          Chart(
            "Masks in true boxes", x: Axis("distance of w_det to the nearest of A's: 1 - cosine"),
            y: Axis("mean IoU, %"), byDistance, legend: .above, size: size),
          Chart(
            "By frequency in training", x: Axis("", kind: .categories(thirds)), y: Axis("mask AP on B, %"),
            byThird, legend: .above, size: size),
        ],
      ],
      note: [
        note,
        "Classes of B that occur among the images to judge by. Whiskers and bands are the 95 % interval of the mean over the "
          + "classes of a sixth.",
      ].filter { !$0.isEmpty }.joined(separator: " "))
  }

  /// 1 - the cosine between a class's `w_det` and the nearest of A's.
  private func distance(_ name: String) -> Double? { facts?[name].map { 1 - $0.cosineToA } }

  private func score(of row: Study.Row, _ measure: ClassMeasure, _ name: String) -> Double? {
    Spread(results(row, .coco).compactMap { measure(name, in: $0) })?.mean
  }

  /// The means of places by rising x, a sixth of them at a time.
  private func sixths(_ places: [DataPoint]) -> [DataPoint] {
    let sorted = places.sorted { ($0.x, $0.y) < ($1.x, $1.y) }
    return (0..<6).compactMap { number in
      let part = sorted[number * sorted.count / 6..<(number + 1) * sorted.count / 6]
      guard let x = Spread(part.map(\.x)), let y = Spread(part.map(\.y)) else { return nil }
      return y.halfWidth.map { DataPoint(x: x.mean, y: y.mean, plusMinus: $0) }
        ?? DataPoint(x: x.mean, y: y.mean)
    }
  }
}
