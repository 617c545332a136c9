import HybridMaskHead
import TrainingStrategies
import WeightTransfer

/// The paper's Table 1: what T reads, what T is, what the MLP branch adds, and how to train.
///
/// The published figures are the paper's own, mask AP on COCO with R-50-FPN, printed beside ours and never mixed with
/// them.
extension StudyWriter {
  /// Which rows a study has.
  public enum Rows: Sendable {
    /// Every row of the paper's and ours.
    case all
    /// Enough to go through the code.
    case few
  }

  /// Table 1 (a): what T reads. `randn` and `glove` know nothing of the detector.
  public func inputOfT(_ rows: Rows) -> Study {
    var list = [
      row("the whole box", .ours) { $0.contender = .wholeBox },
      baselineRow(),
    ]
    if rows == .all {
      list += [
        row("T (randn)", published: published((15.4, 35.2), (19.9, 31.1))) {
          $0.contender = .partial(transfer { $0.input = .randn })
        }
      ]
      // What T's own path adds without any information.
      list +=
        isInRegime
        ? [row("T (constant)", .ours) { $0.contender = .partial(transfer { $0.input = .constant }) }] : []
      list += [
        row("T (GloVe)", published: published((17.3, 35.2), (21.9, 31.1))) {
          $0.contender = .partial(transfer { $0.input = .glove })
          $0.wordVectors = wordVectors
        },
        row("T (cls)", published: published((18.1, 35.1), (25.2, 31.1))) {
          $0.contender = .partial(transfer { $0.input = .cls })
        },
        row("T (box)", published: published((19.8, 35.2), (25.7, 31.1))) {
          $0.contender = .partial(transfer { $0.input = .box })
        },
      ]
    }
    list += [
      transferRow("T (cls+box)"),
      row("T (cls+box), unit rows", .ours) {
        $0.contender = .partial(transfer { $0.regularization = regularization })
      },
      oracleRow(),
    ]
    return Study(
      name: "table-1a", title: "Table 1 (a). Input of T",
      caption: "What the weight transfer function reads for each class; 2-layer, LeakyReLU; stage-wise.",
      splits: splits, rows: list)
  }

  /// Table 1 (b): what T is.
  public func structureOfT(_ rows: Rows) -> Study {
    func structure(
      _ label: String, _ structure: TransferStructure, _ voc: (Double, Double), _ nonVOC: (Double, Double)
    ) -> Study.Row {
      row(label, published: published(voc, nonVOC)) {
        $0.contender = .partial(transfer { $0.structure = structure })
      }
    }
    func layers(_ count: Int, _ activation: TransferStructure.Activation) -> TransferStructure {
      TransferStructure(layers: count, activation: activation)
    }
    var list = [
      structure("1-layer, none", layers(1, .relu), (19.2, 35.2), (25.3, 31.2)),
      structure("2-layer, LeakyReLU", layers(2, .leakyReLU), (20.2, 35.2), (26.0, 31.2)),
    ]
    if rows == .all {
      list.insert(structure("2-layer, ReLU", layers(2, .relu), (19.7, 35.3), (25.1, 31.1)), at: 1)
      list += [
        structure("3-layer, ReLU", layers(3, .relu), (19.3, 35.2), (26.0, 31.1)),
        structure("3-layer, LeakyReLU", layers(3, .leakyReLU), (18.9, 35.2), (25.5, 31.1)),
      ]
    }
    return Study(
      name: "table-1b", title: "Table 1 (b). Structure of T",
      caption: "Layers and activation of T on cls+box; stage-wise.", splits: splits, rows: list)
  }

  /// Table 1 (c): the MLP branch beside the FCN.
  public func mlpBranch(_ rows: Rows) -> Study {
    let withMLP = row("transfer + MLP", published: published((21.3, 35.4), (26.6, 31.4))) {
      $0.contender = .partial(transfer(mlp: mlp) { _ in })
    }
    var list = [baselineRow(), transferRow("transfer"), withMLP]
    if rows == .all {
      list.insert(
        row("class-agnostic + MLP", published: published((17.1, 35.1), (22.8, 31.3))) {
          $0.contender = .partial(Method(.classAgnostic, mlp: mlp))
        }, at: 1)
    }
    return Study(
      name: "table-1c", title: "Table 1 (c). The MLP branch",
      caption: "A class-agnostic fully connected branch, fused with the FCN; stage-wise.", splits: splits,
      rows: list)
  }

  /// Table 1 (d): stage by stage or end to end, with and without the gradient from T into the class weights.
  public func training(_ rows: Rows) -> Study {
    var list = [baselineRow(), transferRow("transfer, stage-wise")]
    if rows == .all {
      list += [
        row("class-agnostic, end-to-end", published: published((19.2, 36.8), (23.9, 32.5))) {
          ($0.strategy, $0.contender) = (.endToEnd, .partial(.baseline))
        },
        row("transfer, end-to-end", published: published((20.2, 37.7), (24.8, 33.2))) {
          ($0.strategy, $0.contender) = (.endToEnd, .partial(transfer { _ in }))
        },
      ]
    }
    list.append(
      row("transfer, end-to-end, stop-gradient", published: published((22.2, 37.6), (27.6, 33.1))) {
        ($0.strategy, $0.contender) = (.endToEndStopGradient, .partial(transfer { _ in }))
      })
    return Study(
      name: "table-1d", title: "Table 1 (d). Training",
      caption:
        "Stage by stage, and end to end from stage one's detector; the stop-gradient stands in front of T.",
      splits: splits, rows: list)
  }

  /// The class-agnostic baseline of (a), (c) and (d).
  func baselineRow() -> Study.Row {
    row("class-agnostic (baseline)", published: published((14.2, 34.4), (21.5, 30.7))) {
      $0.contender = .partial(.baseline)
    }
  }

  /// T as the paper has it: cls+box, 2-layer, LeakyReLU, raw weights.
  func transferRow(_ label: String) -> Study.Row {
    row(label, published: published((20.2, 35.2), (26.0, 31.2))) {
      $0.contender = .partial(transfer { _ in })
    }
  }

  /// The fully supervised oracle of (a).
  func oracleRow() -> Study.Row {
    row("fully supervised (oracle)", published: published((30.7, 35.0), (35.0, 30.7))) {
      $0.contender = .full(.oracle)
    }
  }

  /// The paper's T with one change.
  func transfer(
    mlp: MLPConfiguration? = nil, _ change: (inout TransferConfiguration) -> Void
  ) -> Method {
    var configuration = TransferConfiguration()
    change(&configuration)
    return Method(.transfer(configuration), mlp: mlp)
  }
}
