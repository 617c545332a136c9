import MaskRCNN
import TrainingStrategies

extension WeightFormat {
  /// Our layers and Detectron's blobs (`detectron/modeling`: ResNet.py, FPN.py, fast_rcnn_heads.py, mask_rcnn_heads.py).
  ///
  /// The classes are numbered alike, background first, and so are the anchors at a position (ratios 0.5, 1, 2) and the
  /// four numbers of a box (dx, dy, dw, dh).
  static func detectronRules(_ configuration: DetectorConfiguration) -> [WeightRule] {
    let stages = configuration.backbone.stages
    let coarsest = stages.count + 1
    // The blob that a stage ends with, after which its pyramid level is named: res4_5_sum.
    let end: @Sendable (Int) -> String = { "res\($0)_\(stages[$0 - 2].blocks - 1)_sum" }
    // The coarsest level has none above it, so its convolution is not called lateral.
    let lateral: @Sendable (Int) -> String = {
      $0 == coarsest ? "fpn_inner_\(end($0))" : "fpn_inner_\(end($0))_lateral"
    }
    // The convolutions of a block are 2a, 2b and 2c; 1 is the shortcut.
    let branch: @Sendable (Int) -> String = { ["2a", "2b", "2c"][$0 - 1] }
    return [
      // The backbone.
      WeightRule("backbone.stem.conv", .convolution, "conv1"),
      WeightRule("backbone.stem.norm", .normalization, "res_conv1_bn"),
      WeightRule("backbone.stage#.#.conv#", .convolution) {
        ["res\($0[0])_\($0[1])_branch\(branch($0[2]))"]
      },
      WeightRule("backbone.stage#.#.norm#", .normalization) {
        ["res\($0[0])_\($0[1])_branch\(branch($0[2]))_bn"]
      },
      WeightRule("backbone.stage#.#.convShortcut", .convolution) { ["res\($0[0])_\($0[1])_branch1"] },
      WeightRule("backbone.stage#.#.normShortcut", .normalization) { ["res\($0[0])_\($0[1])_branch1_bn"] },
      // The pyramid.
      WeightRule("pyramid.lateral#", .convolution) { [lateral($0[0])] },
      WeightRule("pyramid.output#", .convolution) { ["fpn_\(end($0[0]))"] },
      // The proposal network: one set of weights for all levels, under the finest level's name.
      WeightRule("proposals.conv", .convolution, "conv_rpn_fpn2"),
      WeightRule("proposals.objectness", .convolution, "rpn_cls_logits_fpn2"),
      WeightRule("proposals.deltas", .convolution, "rpn_bbox_pred_fpn2"),
      // The box head.
      WeightRule("box.fc6", .flattened(side: configuration.boxRegionSide), "fc6"),
      WeightRule("box.fc7", .same, "fc7"),
      WeightRule("box.cls", .same, "cls_score"),
      WeightRule("box.box", .same, "bbox_pred"),
      // The mask head, and a kernel for each class or one for all.
      WeightRule("mask.conv#", .convolution) { ["_[mask]_fcn\($0[0])"] },
      WeightRule("mask.upsampling", .convolution, "conv5_mask"),
      WeightRule("specific", .pointwiseConvolution, "mask_fcn_logits"),
      WeightRule("agnostic", .pointwiseConvolution, "mask_fcn_logits"),
    ]
  }

  /// T and the MLP branch, and what the paper's authors call their blobs (their fork's `mask_rcnn_heads.py`). T reads the
  /// rows of `cls_score` before those of `bbox_pred`, as here.
  static func authorsRules(_ configuration: DetectorConfiguration, _ method: Method) -> [WeightRule] {
    var rules: [WeightRule] = []
    if case .transfer(let transfer) = method.predictor {
      let last = transfer.structure.layers
      rules.append(
        WeightRule("transfer.fc#", .same) {
          $0[0] == last ? ["mask_fcn_logits_w_flat"] : ["bbox2mask_mlp_l\($0[0])"]
        })
    }
    if let branch = method.mlp {
      // The first layer is the one that sees feature maps.
      let maps = WeightLayout.flattened(side: configuration.maskSide)
      rules += [
        WeightRule("mlp.fc1", maps, "fc_mask_head_mlp_l1"),
        WeightRule("mlp.fc#", .same) { ["fc_mask_head_mlp_l\($0[0])"] },
        WeightRule("mlp.mask", branch.hidden.isEmpty ? maps : .same, "mask_mlp_logits_raw"),
      ]
    }
    return rules
  }
}
