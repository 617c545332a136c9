import COCO
import TrainingStrategies

extension StudyWriter {
  /// The key comparison: baseline, transfer and oracle on one detector, under several seeds.
  ///
  /// Its rows are rows of Table 1 (a), repeated until their spread is known.
  public func keyComparison() -> Study {
    var list = [
      row("the whole box", .ours) { $0.contender = .wholeBox },
      baselineRow(),
      transferRow("transfer"),
      row("transfer, unit rows", .ours) {
        $0.contender = .partial(transfer { $0.regularization = regularization })
      },
      // How much of the oracle's lead is the masks of B, and how much that it knows the class.
      row("class-agnostic, all masks", .ours) { $0.contender = .full(.baseline) },
      oracleRow(),
    ]
    // What T can hope for.
    if isInRegime {
      list.insert(row("transfer, all masks", .ours) { $0.contender = .full(transfer { _ in }) }, at: 5)
    }
    return Study(
      name: "key-comparison", title: "Key comparison. Baseline, transfer, oracle",
      caption: "Stage-wise; the rows of Table 1 (a) that carry the argument, over "
        + (seeds.count == 1 ? "one seed." : "\(seeds.count) seeds."),
      splits: splits, rows: list)
  }

  /// The same around another detector: how much detectors differ, which no interval over the seeds of one knows.
  public func otherDetector() -> Study {
    var writer = self
    writer.base.detectorSeed += 1
    var study = writer.keyComparison()
    (study.name, study.title) = ("other-detector", "The key comparison around another detector")
    return study
  }

  /// In which boxes masks are learnt: on proposals as they come, or on ground-truth boxes alone. Deep-MAC (Birodkar et al.,
  /// "The surprising impact of mask-head architecture on novel class segmentation", ICCV 2021) found that a class-agnostic
  /// head does better on B when it learns in tight boxes; the gap that T closes is made by loose ones.
  public func tightBoxes() -> Study {
    func inTightBoxes(_ label: String, _ contender: Contender) -> Study.Row {
      row("\(label), tight boxes", .ours) { ($0.contender, $0.detector.maskBoxes) = (contender, .trueBoxes) }
    }
    return Study(
      name: "tight-boxes", title: "Proposals or tight boxes",
      caption:
        "Masks learnt on foreground proposals as in the paper, or on ground-truth boxes alone (after Deep-MAC); stage-wise.",
      splits: splits,
      rows: [
        baselineRow(), transferRow("transfer"), oracleRow(),
        inTightBoxes("class-agnostic", .partial(.baseline)),
        inTightBoxes("transfer", .partial(transfer { _ in })),
        inTightBoxes("fully supervised", .full(.oracle)),
      ])
  }

  /// Table 2: the whole method, end to end, between its baseline and its oracle. R-50 of the paper's two backbones.
  public func mainComparison() -> Study {
    let list = [
      row("class-agnostic (baseline)", published: published(19.2, 23.9)) {
        ($0.strategy, $0.contender) = (.endToEnd, .partial(.baseline))
      },
      row("Mask^X", published: published(23.7, 28.9)) {
        $0.strategy = .endToEndStopGradient
        $0.contender = .partial(transfer(mlp: mlp) { _ in })
      },
      row("fully supervised (oracle)", published: published(33.0, 37.5)) {
        ($0.strategy, $0.contender) = (.endToEnd, .full(.oracle))
      },
    ]
    return Study(
      name: "table-2", title: "Table 2. Mask^X R-CNN",
      caption: "End to end from stage one's detector. Mask^X = transfer + MLP + stop-gradient.",
      splits: splits, rows: list)
  }

  /// How the regularisation of our T is chosen: with classes of A held out, on images that nothing else is judged by. The
  /// splits are folds of the others; no class of a split's B has any part in it. Nil for photographs, of which there are no
  /// others.
  public func selection(_ rows: Rows) -> Study? {
    guard let data = base.data.forSelection else { return nil }
    var writer = self
    writer.splits = splits.flatMap { split in
      (1...(rows == .all ? 2 : 1)).map { .heldOut(fold: $0, of: split) }
    }
    writer.base.data = data
    let raw = writer.row("raw, as in the paper") { $0.contender = .partial(writer.transfer { _ in }) }
    let noisy = (rows == .all ? Self.noises : [0.06]).map { noise in
      writer.row(noise > 0 ? "unit rows, noise \(noise)" : "unit rows", .ours) {
        $0.contender = .partial(writer.transfer { $0.regularization = .noise(noise) })
      }
    }
    return Study(
      name: "selection", title: "Choosing T's regularisation",
      caption:
        "T on the rest of A, judged on a quarter of A's classes that was held out (here B); stage-wise.",
      splits: writer.splits, rows: [raw] + noisy)
  }

  /// The noise that is tried, on vectors of length 1.
  static let noises: [Float] = [0, 0.06]

  /// Mask AP on B over the threshold that turns probabilities into a mask: a head that is unsure paints too little, and on
  /// classes without masks every head is unsure. The trainings are those of the other tables.
  public func maskThresholds(_ rows: Rows) -> Study {
    var writer = self
    writer.base.thresholds = rows == .all ? [0.1, 0.2, 0.3, 0.4, 0.6, 0.7] : [0.3]
    var list = [writer.baselineRow(), writer.transferRow("transfer"), writer.oracleRow()]
    if rows == .all {
      list.insert(
        writer.row("transfer + MLP") { $0.contender = .partial(writer.transfer(mlp: writer.mlp) { _ in }) },
        at: 2)
    }
    return Study(
      name: "mask-thresholds", title: "Masks at other thresholds",
      caption: "Rows of Tables 1 (a) and (c); in the figure, mask AP on B at each threshold.",
      splits: splits, rows: list)
  }

  /// The negative control: the key rows in a world where nothing overlaps. There a box holds one thing, and which thing is
  /// meant is no question, so transfer should have nothing to add. Its detector, in the easier world, learns for two fifths
  /// as long. Nil for photographs, and for a given detector, which has seen another world.
  public func overlapControl() -> Study? {
    guard base.detectorModel == nil, let data = base.data.withoutOverlap else { return nil }
    var writer = self
    writer.base.data = data
    let stageOne = base.schedule.detector
    writer.base.schedule.detector = TrainingSchedule(
      steps: max(1, stageOne.steps * 2 / 5), batch: stageOne.batch, rate: stageOne.rate.base)
    return Study(
      name: "control-overlap", title: "Negative control. A world without overlap",
      caption: "The key comparison where no two things' boxes meet, with a detector of its own; stage-wise.",
      splits: splits,
      rows: [
        writer.row("the whole box", .ours) { $0.contender = .wholeBox }, writer.baselineRow(),
        writer.transferRow("transfer"), writer.oracleRow(),
      ].map { row in
        // The paper's figures are of another world.
        var row = row
        row.published = [:]
        return row
      })
  }

  /// Figure 2: baseline and transfer on random splits, stage-wise. Each split is a row's experiment.
  public func randomSplits(_ draws: [ClassSplit]) -> Study {
    var writer = self
    writer.splits = draws
    let list = [
      writer.row("class-agnostic (baseline)") { $0.contender = .partial(.baseline) },
      writer.row("transfer") { $0.contender = .partial(writer.transfer { _ in }) },
    ]
    return Study(
      name: "figure-2", title: "Figure 2, in figures. Random splits",
      caption: "Mask AP on B against the masks per class in A, stage-wise.", splits: draws, rows: list)
  }

  /// The same with the whole method, end to end, which the paper did not have the machines for.
  public func randomSplitsEndToEnd(_ draws: [ClassSplit]) -> Study {
    var writer = self
    writer.splits = draws
    return Study(
      name: "figure-2-end-to-end", title: "Random splits, end to end",
      caption: "Mask AP on B against the masks per class in A; Mask^X = transfer + MLP + stop-gradient.",
      splits: draws,
      rows: [
        writer.row("class-agnostic (baseline)", .ours) {
          ($0.strategy, $0.contender) = (.endToEnd, .partial(.baseline))
        },
        writer.row("Mask^X", .ours) {
          $0.strategy = .endToEndStopGradient
          $0.contender = .partial(writer.transfer(mlp: writer.mlp) { _ in })
        },
      ])
  }
}
