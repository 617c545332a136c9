import COCO

extension StudyResults {
  /// The study as a table: for each split our mask AP on B and A, the mean IoU in true boxes on B, and the paper's
  /// mask AP. Rows without any result are left out; what is missing is said.
  public func document(profile: Profile) -> TableDocument {
    switch study.name {
    case "table-2": mainDocument(profile: profile)
    case "mask-thresholds": thresholdDocument(profile: profile)
    case _ where study.hasManyClasses: vocabularyDocument(profile: profile)
    default: study.splits.count > 2 ? splitDocument(profile: profile) : rowDocument(profile: profile)
    }
  }

  /// A line for each split, where there are many.
  private func splitDocument(profile: Profile) -> TableDocument {
    let groups =
      [TableDocument.Group(title: "", span: 2)]
      + study.rows.map { .init(title: $0.label, span: hasShares ? 3 : 2) }
    let columns =
      ["split", "masks per class"]
      + study.rows.flatMap { _ in ["B"] + (hasShares ? ["of oracle"] : []) + ["IoU, B"] }
    let rows = study.splits.compactMap { split -> TableDocument.Row? in
      guard let any = study.rows.lazy.compactMap({ results($0, split).first }).first else { return nil }
      let cells = study.rows.flatMap { row in
        [spread(row, split, .maskAP, on: .b)?.text ?? "–"]
          + shareText(row, split) + [spread(row, split, .truthBoxIoU, on: .b)?.text ?? "–"]
      }
      return .init(
        cells: [split.title, decimal(any.masksPerClassInA, 1)] + cells, origin: .paper)
    }
    return TableDocument(
      name: study.name, title: study.title, caption: study.caption, groups: groups, columns: columns,
      rows: rows,
      notes: notes(profile: profile, hasPublished: false))
  }

  /// Whether there is an oracle to be compared with.
  var hasShares: Bool {
    study.rows.contains { row in study.splits.contains { shareOfOracle(row, $0) != nil } }
  }

  /// Whether objects with hardly anything else in their boxes are judged apart: in the comparisons that carry the argument.
  private var showsUncrowded: Bool {
    ["key-comparison", "other-detector", "regime"].contains(study.name)
      && study.experiments.contains { experiment in result(of: experiment)?.uncrowded?.b != nil }
  }

  /// A row's share of the oracle, as tables have it.
  func shareText(_ row: Study.Row, _ split: ClassSplit) -> [String] {
    hasShares ? [shareOfOracle(row, split).map { decimal($0.mean, 0) + " %" } ?? "–"] : []
  }

  private func rowDocument(profile: Profile) -> TableDocument {
    var groups = [TableDocument.Group(title: "", span: 1)]
    var columns = ["mask AP"]
    let hasPublishedA = study.rows.contains { $0.published.values.contains { $0.a != nil } }
    let hasPublished = study.rows.contains { !$0.published.isEmpty }
    // Where detectors differ, how good they are at boxes belongs to the story.
    let hasBoxes = study.experiments.contains { $0.strategy != .stageWise }
    for split in study.splits {
      let first = columns.count
      columns += ["B"] + (hasShares ? ["of oracle"] : []) + ["A", "IoU, B"] + (hasBoxes ? ["box AP"] : [])
      if showsUncrowded { columns.append("uncrowded") }
      if hasPublished { columns += hasPublishedA ? ["paper B", "paper A"] : ["paper B"] }
      groups.append(.init(title: split.title, span: columns.count - first))
    }

    var rows: [TableDocument.Row] = []
    for row in study.rows where study.splits.contains(where: { !results(row, $0).isEmpty }) {
      var cells = [row.label]
      for split in study.splits {
        func ours(_ figure: Figure, _ set: ClassSet) -> String {
          spread(row, split, figure, on: set)?.text ?? "–"
        }
        cells += [ours(.maskAP, .b)] + shareText(row, split) + [ours(.maskAP, .a), ours(.truthBoxIoU, .b)]
        if hasBoxes { cells.append(ours(.boxAP, .all)) }
        if showsUncrowded { cells.append(ours(.uncrowdedIoU, .b)) }
        guard hasPublished else { continue }
        let figure = row.published[split]
        cells.append(figure.map { decimal($0.b, 1) } ?? "–")
        if hasPublishedA { cells.append(figure?.a.map { decimal($0, 1) } ?? "–") }
      }
      rows.append(.init(cells: cells, origin: row.origin))
    }

    return TableDocument(
      name: study.name, title: study.title, caption: study.caption, groups: groups, columns: columns,
      rows: rows, notes: notes(profile: profile, hasPublished: hasPublished))
  }

  /// What a reader of a table must know, as far as it has such columns.
  func notes(profile: Profile, hasPublished: Bool, hasIoU: Bool = true) -> [String] {
    var notes: [String] = []
    if let note = profile.note { notes.append(note) }
    if study.experiments.contains(where: { $0.strategy != .stageWise }) {
      notes.append("Box AP is over all classes.")
    }
    let counts = Set(
      study.rows.flatMap { row in
        study.splits.map { results(row, $0).count }.filter { $0 > 1 }
      })
    notes.append(
      "AP is COCO's mask AP in per cent. B: the classes that showed no masks in training; A: those that did."
        + (hasIoU ? " IoU, B: the mean IoU of masks made in the true boxes of B, in per cent." : "")
        + (counts.isEmpty
          ? " One run each."
          : " Mean ± half of its 95 % confidence interval, over \(counts.sorted().map(String.init).joined(separator: " or ")) seeds; "
            + "rows without ± are one run."))
    if hasShares && hasIoU {
      notes.append(
        "Of oracle: mask AP on B as a share of the fully supervised oracle's on the same classes. Other splits have other "
          + "classes in B; shares can be compared over splits.")
    }
    if showsUncrowded {
      notes.append(
        "Uncrowded: the same IoU, on B, of objects in whose boxes less than 2 % of the pixels are other objects'."
      )
    }
    if let stageOne = sharedDetectorNote { notes.append(stageOne) }
    if study.experiments.contains(where: { $0.wordVectors == WordVectorSource.ownText.description }) {
      notes.append("GloVe: vectors of 50 numbers, trained on a small text of our own; the paper's have 300.")
    }
    if hasPublished {
      notes.append(
        "\"paper\" columns are the paper's own figures, on COCO with ResNet-50-FPN: another data set and a network "
          + "twenty times as large, so only the order within a column can be compared.")
    }
    if study.rows.contains(where: { $0.origin == .ours }) {
      let ours = study.rows.filter { $0.origin == .ours }.map { "\"\($0.label)\"" }.joined(separator: ", ")
      notes.append(
        study.splits.count > 2 ? "Not in the paper: \(ours)." : "Rows in italics are not in the paper.")
    }
    if study.name == "regime" { notes += regimeNotes }
    if study.name == "limits-of-t" { notes += kernelNotes }
    let (done, all) = completeness
    if done < all { notes.append("\(all - done) of \(all) runs have no result yet.") }
    return notes
  }

  private var sharedDetectorNote: String? {
    guard Set(study.experiments.map(\.seed)).count > 1, Set(study.experiments.map(\.detectorSeed)).count == 1
    else { return nil }
    return "The seeds are those of what follows stage one; its detector is the same in all."
  }
}
