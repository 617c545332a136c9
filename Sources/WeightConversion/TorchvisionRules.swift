import MaskRCNN

extension WeightFormat {
  /// Our layers and torchvision's (`torchvision/models/detection/mask_rcnn.py` and what it is made of). Where two names
  /// stand, the second is that of files written before version 0.13, such as the published weights.
  ///
  /// The classes are numbered alike, background first, and so are the anchors at a position (ratios 0.5, 1, 2) and the
  /// four numbers of a box (dx, dy, dw, dh).
  static func torchvisionRules(_ configuration: DetectorConfiguration) -> [WeightRule] {
    [
      // The backbone. Our stages count from 2, as their outputs' names C2 to C5 do; torchvision's layers from 1.
      WeightRule("backbone.stem.conv", .convolution, "backbone.body.conv1"),
      WeightRule("backbone.stem.norm", .normalization, "backbone.body.bn1"),
      WeightRule("backbone.stage#.#.conv#", .convolution) {
        ["backbone.body.layer\($0[0] - 1).\($0[1]).conv\($0[2])"]
      },
      WeightRule("backbone.stage#.#.norm#", .normalization) {
        ["backbone.body.layer\($0[0] - 1).\($0[1]).bn\($0[2])"]
      },
      WeightRule("backbone.stage#.#.convShortcut", .convolution) {
        ["backbone.body.layer\($0[0] - 1).\($0[1]).downsample.0"]
      },
      WeightRule("backbone.stage#.#.normShortcut", .normalization) {
        ["backbone.body.layer\($0[0] - 1).\($0[1]).downsample.1"]
      },
      // The pyramid.
      WeightRule("pyramid.lateral#", .convolution) {
        ["backbone.fpn.inner_blocks.\($0[0] - 2).0", "backbone.fpn.inner_blocks.\($0[0] - 2)"]
      },
      WeightRule("pyramid.output#", .convolution) {
        ["backbone.fpn.layer_blocks.\($0[0] - 2).0", "backbone.fpn.layer_blocks.\($0[0] - 2)"]
      },
      // The proposal network.
      WeightRule("proposals.conv", .convolution) { _ in ["rpn.head.conv.0.0", "rpn.head.conv"] },
      WeightRule("proposals.objectness", .convolution, "rpn.head.cls_logits"),
      WeightRule("proposals.deltas", .convolution, "rpn.head.bbox_pred"),
      // The box head.
      WeightRule("box.fc6", .flattened(side: configuration.boxRegionSide), "roi_heads.box_head.fc6"),
      WeightRule("box.fc7", .same, "roi_heads.box_head.fc7"),
      WeightRule("box.cls", .same, "roi_heads.box_predictor.cls_score"),
      WeightRule("box.box", .same, "roi_heads.box_predictor.bbox_pred"),
      // The mask head and its class-specific predictor.
      WeightRule("mask.conv#", .convolution) {
        ["roi_heads.mask_head.\($0[0] - 1).0", "roi_heads.mask_head.mask_fcn\($0[0])"]
      },
      WeightRule("mask.upsampling", .convolution, "roi_heads.mask_predictor.conv5_mask"),
      WeightRule("specific", .pointwiseConvolution, "roi_heads.mask_predictor.mask_fcn_logits"),
    ]
  }
}
