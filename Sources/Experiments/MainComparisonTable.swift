import COCO

extension StudyResults {
  /// The numbers of masks that the main comparison shows, those of the paper's Table 2.
  private static let shown = ["AP", "AP50", "AP75", "APs", "APm", "APl"]

  /// Table 2 as the paper lays it out: for each split a line for each row, with six numbers on B and six on A, the
  /// paper's own figure, and box AP.
  func mainDocument(profile: Profile) -> TableDocument {
    let hasPublished = study.rows.contains { !$0.published.isEmpty }
    let names = Self.shown
    var rows: [TableDocument.Row] = []
    for split in study.splits {
      for row in study.rows where !results(row, split).isEmpty {
        func ours(_ set: ClassSet) -> [String] {
          names.map { spread(row, split, .mask($0), on: set)?.text ?? "–" }
        }
        let paper = hasPublished ? [row.published[split].map { decimal($0.b, 1) } ?? "–"] : []
        rows.append(
          .init(
            section: split.title,
            cells: [row.label] + ours(.b) + shareText(row, split) + paper + ours(.a)
              + [spread(row, split, .boxAP, on: .all)?.text ?? "–"], origin: row.origin))
      }
    }
    return TableDocument(
      name: study.name, title: study.title, caption: study.caption,
      groups: [
        .init(title: "", span: 1),
        .init(title: "on B", span: names.count + (hasShares ? 1 : 0) + (hasPublished ? 1 : 0)),
        .init(title: "on A", span: names.count), .init(title: "", span: 1),
      ],
      columns: ["mask AP"] + names + (hasShares ? ["of oracle"] : []) + (hasPublished ? ["paper AP"] : [])
        + names + ["box AP"], rows: rows,
      notes: [
        "AP50 and AP75: at an overlap of 0.50 and of 0.75. APs, APm and APl: on things of less than 32², of up to 96² and "
          + "of more pixels; – where there are none."
      ] + notes(profile: profile, hasPublished: hasPublished, hasIoU: false))
  }
}
