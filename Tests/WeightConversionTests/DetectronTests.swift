import Backpropagation
import HybridMaskHead
import MaskRCNN
import Pictures
import Tensors
import Testing
import TrainingStrategies
import WeightTransfer

@testable import WeightConversion

@Suite("Detectron's weights, and the authors'")
struct DetectronTests {
  /// The paper's model, T + MLP, with a hidden width that no other layer has.
  private static let maskX = Method(
    .transfer(TransferConfiguration(structure: TransferStructure(layers: 2, hiddenWidth: 9))), mlp: .paper)

  /// The blobs of a tiny Mask R-CNN without its last layer, as Detectron names them: with a bias, and without.
  private static let biased: [String: [Int]] = [
    "fpn_inner_res3_0_sum": [5, 12, 1, 1], "fpn_inner_res2_1_sum_lateral": [5, 8, 1, 1],
    "fpn_res3_0_sum": [5, 5, 3, 3], "fpn_res2_1_sum": [5, 5, 3, 3],
    "conv_rpn_fpn2": [5, 5, 3, 3], "rpn_cls_logits_fpn2": [3, 5, 1, 1], "rpn_bbox_pred_fpn2": [12, 5, 1, 1],
    "fc6": [7, 45], "fc7": [6, 7], "cls_score": [4, 6], "bbox_pred": [16, 6],
    "_[mask]_fcn1": [4, 5, 3, 3], "_[mask]_fcn2": [3, 4, 3, 3],
  ]
  private static let unbiased: [String: [Int]] = [
    "conv1": [4, 3, 7, 7],
    "res2_0_branch1": [8, 4, 1, 1], "res2_0_branch2a": [2, 4, 1, 1], "res2_0_branch2b": [2, 2, 3, 3],
    "res2_0_branch2c": [8, 2, 1, 1],
    "res2_1_branch2a": [2, 8, 1, 1], "res2_1_branch2b": [2, 2, 3, 3], "res2_1_branch2c": [8, 2, 1, 1],
    "res3_0_branch1": [12, 8, 1, 1], "res3_0_branch2a": [3, 8, 1, 1], "res3_0_branch2b": [3, 3, 3, 3],
    "res3_0_branch2c": [12, 3, 1, 1],
  ]

  /// A file with these layers besides, and random values.
  private func file(_ more: [String: [Int]]) -> Safetensors {
    var shapes: [String: [Int]] = ["conv5_mask_w": [3, 5, 2, 2], "conv5_mask_b": [5]]
    for (layer, shape) in Self.biased.merging(more, uniquingKeysWith: { $1 }) {
      (shapes["\(layer)_w"], shapes["\(layer)_b"]) = (shape, [shape[0]])
    }
    for (layer, shape) in Self.unbiased {
      shapes["\(layer)_w"] = shape
      let normalization = layer == "conv1" ? "res_conv1_bn" : "\(layer)_bn"
      (shapes["\(normalization)_s"], shapes["\(normalization)_b"]) = ([shape[0]], [shape[0]])
    }
    var generator = PCG32(seed: 4)
    var file = Safetensors()
    for (name, shape) in shapes.sorted(by: { $0.key < $1.key }) {
      file.tensors[name] = Tensor(normal: shape, deviation: 1, using: &generator)
    }
    return file
  }

  private func load(_ file: Safetensors, _ method: Method) throws -> MaskXRCNN {
    let model = tinyModel(method, block: .originalBottleneck)
    try WeightTable(.detectron, model.detector.configuration, method)
      .load(file, path: "F", into: model.parameters)
    return model
  }

  @Test("Every blob of Mask R-CNN finds its parameter, and no parameter is left without")
  func maskRCNN() throws {
    let file = file(["mask_fcn_logits": [4, 5, 1, 1]])
    let model = try load(file, .oracle)
    let b = file.tensors
    // Vectors and matrices as they are.
    let same = [
      "backbone.stem.norm.weight": "res_conv1_bn_s",
      "backbone.stage2.0.norm1.weight": "res2_0_branch2a_bn_s",
      "backbone.stage2.1.norm3.bias": "res2_1_branch2c_bn_b",
      "backbone.stage3.0.normShortcut.bias": "res3_0_branch1_bn_b",
      "pyramid.lateral2.bias": "fpn_inner_res2_1_sum_lateral_b",
      "pyramid.lateral3.bias": "fpn_inner_res3_0_sum_b",
      "pyramid.output2.bias": "fpn_res2_1_sum_b", "pyramid.output3.bias": "fpn_res3_0_sum_b",
      "proposals.deltas.bias": "rpn_bbox_pred_fpn2_b", "box.fc7.weight": "fc7_w",
      "box.cls.weight": "cls_score_w", "box.box.weight": "bbox_pred_w",
      "mask.upsampling.bias": "conv5_mask_b", "specific.bias": "mask_fcn_logits_b",
    ]
    for (ours, theirs) in same { #expect(bits(model[ours]) == bits(b[theirs]), "\(ours)") }
    // Kernels with the channels moved to the end.
    let moved = [
      "backbone.stage2.0.convShortcut.weight": "res2_0_branch1_w",
      "backbone.stage3.0.conv2.weight": "res3_0_branch2b_w", "pyramid.output3.weight": "fpn_res3_0_sum_w",
      "proposals.conv.weight": "conv_rpn_fpn2_w", "mask.conv2.weight": "_[mask]_fcn2_w",
      "mask.upsampling.weight": "conv5_mask_w",
    ]
    for (ours, theirs) in moved {
      let (own, blob) = (try #require(model[ours]), try #require(b[theirs]))
      for a in 0..<blob.shape[0] {
        for c in 0..<blob.shape[1] {
          for row in 0..<blob.shape[2] {
            for column in 0..<blob.shape[3] {
              #expect(own[a, row, column, c] == blob[a, c, row, column], "\(ours)")
            }
          }
        }
      }
    }
    #expect(model["specific.weight"]?.values == b["mask_fcn_logits_w"]?.values)
  }

  @Test("The authors' T and MLP branch: names, layers, and the branch's columns by pixel")
  func transfer() throws {
    let file = file([
      "bbox2mask_mlp_l1": [9, 30], "mask_fcn_logits_w_flat": [5, 9], "mask_mlp_logits_raw": [16, 80],
    ])
    let model = try load(file, Self.maskX)
    #expect(bits(model["transfer.fc1.weight"]) == bits(file.tensors["bbox2mask_mlp_l1_w"]))
    #expect(bits(model["transfer.fc2.weight"]) == bits(file.tensors["mask_fcn_logits_w_flat_w"]))
    #expect(bits(model["transfer.fc2.bias"]) == bits(file.tensors["mask_fcn_logits_w_flat_b"]))
    let (branch, blob) = (
      try #require(model["mlp.mask.weight"]), try #require(file.tensors["mask_mlp_logits_raw_w"])
    )
    // 4 x 4 pixels of 5 channels.
    for pixel in 0..<16 {
      for channel in 0..<5 { #expect(branch[3, 5 * pixel + channel] == blob[3, 16 * channel + pixel]) }
    }
  }

  @Test("A branch with hidden layers, a T of three, and the baseline of one kernel")
  func variants() throws {
    let deep = Method(
      .transfer(TransferConfiguration(structure: TransferStructure(layers: 3, hiddenWidth: 9))),
      mlp: MLPConfiguration(squeeze: nil, hidden: [10, 11]))
    let file = file([
      "bbox2mask_mlp_l1": [9, 30], "bbox2mask_mlp_l2": [9, 9], "mask_fcn_logits_w_flat": [5, 9],
      "fc_mask_head_mlp_l1": [10, 80], "fc_mask_head_mlp_l2": [11, 10], "mask_mlp_logits_raw": [16, 11],
    ])
    let model = try load(file, deep)
    #expect(bits(model["transfer.fc2.weight"]) == bits(file.tensors["bbox2mask_mlp_l2_w"]))
    #expect(bits(model["mlp.fc2.weight"]) == bits(file.tensors["fc_mask_head_mlp_l2_w"]))
    #expect(bits(model["mlp.mask.weight"]) == bits(file.tensors["mask_mlp_logits_raw_w"]))
    #expect(model["mlp.fc1.weight"]?[2, 5 * 7 + 3] == file.tensors["fc_mask_head_mlp_l1_w"]?[2, 16 * 3 + 7])

    let agnostic = self.file(["mask_fcn_logits": [1, 5, 1, 1]])
    let baseline = try load(agnostic, .baseline)
    #expect(baseline["agnostic.weight"]?.values == agnostic.tensors["mask_fcn_logits_w"]?.values)
    #expect(bits(baseline["agnostic.bias"]) == bits(agnostic.tensors["mask_fcn_logits_b"]))
  }

  @Test("What Detectron itself passes over is passed over, and nothing else")
  func extra() throws {
    var file = file(["mask_fcn_logits": [4, 5, 1, 1]])
    for name in [
      "fc6_w_momentum", "cls_score_w_jcvbackup", "fc1000_w", "fc1000_b", "conv1_b", "res2_0_branch2a_b",
    ] {
      file.tensors[name] = Tensor(shape: [2])
    }
    _ = try load(file, .oracle)
    for name in ["kps_score_w", "res9_9_branch2a_bn_b", "fpn_res4_0_sum_w", "mask_fcn_logits_w_flat_b"] {
      var more = file
      more.tensors[name] = Tensor(shape: [2])
      let error = #expect(throws: InputError.self) { try load(more, .oracle) }
      #expect(error?.place == name)
    }
    file.tensors["fpn_inner_res2_1_sum_lateral_w"] = nil
    let error = #expect(throws: InputError.self) { try load(file, .oracle) }
    #expect(error?.place == "fpn_inner_res2_1_sum_lateral_w")
  }

  @Test("The first convolution gives of a standardised picture what Detectron's gives of its own input")
  func colors() {
    var generator = PCG32(seed: 6)
    let kernel = Tensor(normal: [2, 7, 7, 3], deviation: 0.1, using: &generator)
    let (scale, shift): ([Float], [Float]) = ([0.5, -2], [3, 4])
    let picture = Image(
      width: 7, height: 7, pixels: (0..<147).map { _ in UInt8(generator.below(256)) })
    let changed = WeightTable.readingStandardizedColors(kernel: kernel, scale: scale, shift: shift)
    let tape = Tape()
    let y = convolution(
      tape.constant(standardized(picture)), weight: tape.constant(changed.kernel), bias: nil,
      Window(kernel: 7)
    ).value
    for output in 0..<2 {
      // Blue, green, red, less their means.
      var sum = 0.0
      for pixel in 0..<49 {
        for (channel, mean) in [102.9801, 115.9465, 122.7717].enumerated() {
          sum +=
            Double(kernel[output * 147 + pixel * 3 + channel])
            * (Double(picture.pixels[pixel * 3 + 2 - channel]) - mean)
        }
      }
      let expected = Double(scale[output]) * sum + Double(shift[output])
      let found = Double(scale[output] * y[0, 0, 0, output] + changed.shift[output])
      #expect(abs(found - expected) < 1e-3, "\(found), expected \(expected)")
    }
  }
}
