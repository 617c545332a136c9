import COCO
import TrainingStrategies

/// Whether a test bed is one in which a mask head is worth asking: where detection works, where knowing the class matters
/// little beside having seen its masks, and where a head that never saw them is about as far behind as the paper's.
///
/// These studies run on scenes for development. The first has no row that transfers anything; the second judges transfer on
/// classes of A that were held out. Neither compares ways to transfer on a split's own B.
extension StudyWriter {
  /// The four rows that settle the world, the detector, the mask branch and the schedules.
  public func regime() -> Study {
    Study(
      name: "regime", title: "The regime",
      caption: "What a mask head has to do with, before any is asked to transfer; stage-wise.",
      splits: splits,
      rows: [
        row("the whole box", .ours) { $0.contender = .wholeBox },
        baselineRow(),
        row("class-agnostic, all masks", .ours) { $0.contender = .full(.baseline) },
        oracleRow(),
      ])
  }

  /// What settles T and what follows: every fourth class of A held out, in all four ways.
  public func heldOut() -> Study {
    var writer = self
    writer.splits = splits.flatMap { split in (1...4).map { .heldOut(fold: $0, of: split) } }
    return Study(
      name: "held-out", title: "On held-out classes of A",
      caption:
        "T and the MLP branch on the rest of A, judged on a quarter of A's classes (here B); stage-wise.",
      splits: writer.splits,
      rows: [
        writer.row("class-agnostic (baseline)") { $0.contender = .partial(.baseline) },
        writer.row("transfer") { $0.contender = .partial(writer.transfer { _ in }) },
        writer.row("T (constant)", .ours) {
          $0.contender = .partial(writer.transfer { $0.input = .constant })
        },
        writer.row("T (randn)") { $0.contender = .partial(writer.transfer { $0.input = .randn }) },
        writer.row("transfer, small last layer", .ours) {
          $0.contender = .partial(writer.transfer { $0.structure.lastDeviation = 0.001 })
        },
        writer.row("transfer, unit rows", .ours) {
          $0.contender = .partial(writer.transfer { $0.regularization = writer.regularization })
        },
        writer.row("class-agnostic + MLP") {
          $0.contender = .partial(Method(.classAgnostic, mlp: writer.mlp))
        },
        writer.row("transfer + MLP") { $0.contender = .partial(writer.transfer(mlp: writer.mlp) { _ in }) },
      ])
  }
}

/// A condition on the regime, with what was measured.
struct RegimeGate {
  let title: String
  let range: ClosedRange<Double>
  let measured: Double?

  var isMet: Bool? { measured.map(range.contains) }
}

extension StudyResults {
  /// The conditions, by what the study found. The paper's own figures, baseline over oracle on B, are 0.46 and 0.61.
  var regimeGates: [RegimeGate] {
    func row(_ label: String) -> Study.Row? { study.rows.first { $0.label == label } }
    func ap(_ label: String, _ split: ClassSplit, _ figure: Figure = .maskAP, on set: ClassSet = .b)
      -> Double?
    {
      row(label).flatMap { spread($0, split, figure, on: set)?.mean }
    }
    func ratio(_ part: Double?, _ whole: Double?) -> Double? {
      guard let part, let whole, whole > 0 else { return nil }
      return part / whole
    }
    let (oracle, baseline) = ("fully supervised (oracle)", "class-agnostic (baseline)")
    let anySplit = study.splits.first ?? .voc
    let oracles = row(oracle).map { results($0, anySplit) } ?? []
    var gates = [
      RegimeGate(
        title: "box AP", range: 20...100, measured: ap(oracle, anySplit, .boxAP, on: .all)),
      RegimeGate(
        title: "the oracle's AP75 over its AP50", range: 0.5...1,
        measured: ratio(
          ap(oracle, anySplit, .mask("AP75"), on: .all), ap(oracle, anySplit, .mask("AP50"), on: .all))),
      RegimeGate(
        title: "classes on which the oracle is below AP 3", range: 0...10,
        measured: oracles.first.map { Double($0.maskAPByClass.values.count { $0 < 0.03 }) }),
    ]
    for (split, published) in [(ClassSplit.voc, 0.46), (.nonVOC, 0.61)] where study.splits.contains(split) {
      gates += [
        RegimeGate(
          title: "class-agnostic with all masks over oracle, \(split.title)", range: 0.92...1.2,
          measured: ratio(ap("class-agnostic, all masks", split), ap(oracle, split))),
        RegimeGate(
          title: "baseline over whole box, \(split.title)", range: 1.3...100,
          measured: ratio(ap(baseline, split), ap("the whole box", split))),
        RegimeGate(
          title: "baseline over oracle, \(split.title)", range: (published - 0.08)...(published + 0.08),
          measured: ratio(ap(baseline, split), ap(oracle, split))),
      ]
    }
    return gates
  }

  /// The conditions as lines under a table.
  var regimeNotes: [String] {
    regimeGates.compactMap { gate in
      guard let measured = gate.measured, let isMet = gate.isMet else { return nil }
      let range =
        gate.range.lowerBound == 0
        ? "at most \(decimal(gate.range.upperBound, 0))"
        : gate.range.upperBound >= 1.2
          ? "at least \(decimal(gate.range.lowerBound, 2))"
          : "\(decimal(gate.range.lowerBound, 2)) to \(decimal(gate.range.upperBound, 2))"
      return "\(isMet ? "Met" : "Not met"): \(gate.title) \(decimal(measured, 2)), wanted \(range)."
    }
  }
}
