import COCO

extension StudyResults {
  /// The claims about this study, one for each split; `not run` where there are no results.
  public var claims: [Claim] {
    Self.statements.filter { $0.study == study.name }.flatMap { statement in
      statement.rule == .rises
        ? [claim(statement, under: nil)] : study.splits.map { claim(statement, under: $0) }
    }
  }

  private func claim(_ statement: Statement, under split: ClassSplit?) -> Claim {
    let row = study.rows.first { $0.label == statement.row }
    return Claim(
      id: statement.id, origin: statement.origin, statement: statement.text, study: study.name,
      split: split?.description ?? "random", set: statement.set, measure: statement.measure,
      rule: statement.rule, row: statement.row,
      comparisons: split.map { split in
        statement.rivals.map {
          comparison(of: statement.row, with: $0, under: split, on: statement.set, by: statement.measure)
        }
      } ?? [],
      trend: statement.rule == .rises ? row.flatMap { Trend(placesOnB($0).map { ($0.x, $0.y) }) } : nil)
  }

  /// What is said of a row, before any split.
  private struct Statement: Sendable {
    let id: String
    let study: String
    let row: String
    let rule: Claim.Rule
    let rivals: [String]
    var set = ClassSet.b
    var measure = ClassMeasure.ap
    var origin = Study.Origin.paper
    let text: String
  }

  private static let baseline = "class-agnostic (baseline)"
  private static let oracle = "fully supervised (oracle)"
  private static let allMasks = "class-agnostic, all masks"

  private static let statements: [Statement] = [
    Statement(
      id: "transfer-beats-baseline", study: "key-comparison", row: "transfer", rule: .more,
      rivals: [baseline], text: "Transfer beats the baseline on classes without masks"),
    Statement(
      id: "oracle-beats-transfer", study: "key-comparison", row: oracle, rule: .more, rivals: ["transfer"],
      text: "The oracle is above transfer"),
    Statement(
      id: "transfer-keeps-a", study: "key-comparison", row: "transfer", rule: .atLeast, rivals: [baseline],
      set: .a, text: "Transfer does not hurt the classes with masks"),
    Statement(
      id: "weights-beat-randn", study: "table-1a", row: "T (cls+box)", rule: .more, rivals: ["T (randn)"],
      text: "The detector's weights tell T more than random vectors"),
    Statement(
      id: "weights-beat-glove", study: "table-1a", row: "T (cls+box)", rule: .more, rivals: ["T (GloVe)"],
      text: "The detector's weights tell T more than GloVe vectors"),
    Statement(
      id: "both-weights-reach-cls", study: "table-1a", row: "T (cls+box)", rule: .atLeast,
      rivals: ["T (cls)"], text: "Both weights tell T at least as much as the classifier's alone"),
    Statement(
      id: "both-weights-reach-box", study: "table-1a", row: "T (cls+box)", rule: .atLeast,
      rivals: ["T (box)"], text: "Both weights tell T at least as much as the regressor's alone"),
    Statement(
      id: "two-layers-leaky-relu-is-best", study: "table-1b", row: "2-layer, LeakyReLU", rule: .atLeast,
      rivals: ["1-layer, none", "2-layer, ReLU", "3-layer, ReLU", "3-layer, LeakyReLU"],
      text: "No other structure of T is better than two layers with LeakyReLU"),
    Statement(
      id: "mlp-helps-baseline", study: "table-1c", row: "class-agnostic + MLP", rule: .more,
      rivals: [baseline], text: "The MLP branch helps the baseline"),
    Statement(
      id: "mlp-helps-transfer", study: "table-1c", row: "transfer + MLP", rule: .more, rivals: ["transfer"],
      text: "The MLP branch helps transfer"),
    Statement(
      id: "stop-gradient-is-best", study: "table-1d", row: "transfer, end-to-end, stop-gradient", rule: .more,
      rivals: [baseline, "transfer, stage-wise", "class-agnostic, end-to-end", "transfer, end-to-end"],
      text: "End-to-end training with the stop-gradient is the best strategy"),
    Statement(
      id: "no-stop-gradient-hurts", study: "table-1d", row: "transfer, end-to-end, stop-gradient",
      rule: .more, rivals: ["transfer, end-to-end"],
      text: "Without the stop-gradient, end-to-end training hurts classes without masks"),
    Statement(
      id: "mask-x-beats-baseline", study: "table-2", row: "Mask^X", rule: .more, rivals: [baseline],
      text: "Mask^X beats the baseline on classes without masks"),
    Statement(
      id: "oracle-beats-mask-x", study: "table-2", row: oracle, rule: .more, rivals: ["Mask^X"],
      text: "The oracle is above Mask^X"),
    Statement(
      id: "baseline-rises-with-masks", study: "figure-2", row: baseline, rule: .rises, rivals: [],
      text: "AP of the baseline on B rises with the annotations in A"),
    Statement(
      id: "transfer-rises-with-masks", study: "figure-2", row: "transfer", rule: .rises, rivals: [],
      text: "AP of transfer on B rises with the annotations in A"),
    Statement(
      id: "all-masks-beat-baseline", study: "key-comparison", row: allMasks, rule: .more, rivals: [baseline],
      origin: .ours, text: "Masks of B help a head that does not know the class"),
    Statement(
      id: "oracle-beats-all-masks", study: "key-comparison", row: oracle, rule: .more, rivals: [allMasks],
      origin: .ours, text: "Knowing the class helps a head that has all masks"),
    Statement(
      id: "transfer-gains-without-overlap", study: "control-overlap", row: "transfer", rule: .more,
      rivals: [baseline], origin: .ours, text: "Transfer beats the baseline where nothing overlaps too"),
    Statement(
      id: "unit-rows-beat-raw", study: "key-comparison", row: "transfer, unit rows", rule: .more,
      rivals: ["transfer"], origin: .ours, text: "Transfer from unit rows beats the paper's"),
    Statement(
      id: "transfer-beats-baseline-at-scale", study: "vocabulary-3000", row: "transfer", rule: .more,
      rivals: [baseline], origin: .ours, text: "80 classes with masks teach 2920 without"),
    Statement(
      id: "transfer-beats-baseline-in-true-boxes-at-scale", study: "vocabulary-3000", row: "transfer",
      rule: .more, rivals: [baseline], measure: .iou, origin: .ours,
      text: "80 classes with masks teach 2920 without, in true boxes"),
    Statement(
      id: "mlp-helps-transfer-at-scale", study: "vocabulary-3000", row: "transfer + MLP", rule: .more,
      rivals: ["transfer"], measure: .iou, origin: .ours,
      text: "The MLP branch helps transfer to 2920 classes, in true boxes"),
    Statement(
      id: "oracle-beats-transfer-at-scale", study: "vocabulary-3000", row: oracle, rule: .more,
      rivals: ["transfer"], measure: .iou, origin: .ours,
      text: "The oracle is above transfer on 2920 classes, in true boxes"),
    Statement(
      id: "masks-of-b-help-transfer-at-scale", study: "vocabulary-3000", row: "transfer, all masks",
      rule: .more, rivals: ["transfer"], measure: .iou, origin: .ours,
      text: "Masks of the 2920 help T, in true boxes"),
  ]
}
