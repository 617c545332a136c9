import MaskRCNN

/// The floating-point operations of a network's products, two for each multiplication with its addition. What lies
/// between the products (normalisation, pooling, sampling) is not counted, so a share of the peak is a lower bound.
struct ArithmeticCost {
  let configuration: DetectorConfiguration
  let classCount: Int

  /// Backbone, pyramid and proposal network on one square image.
  var image: Double {
    let backbone = configuration.backbone
    var side = configuration.imageSide / 2
    var width = backbone.stemWidth
    var total = convolution(side, 3, width, kernel: backbone.stem == .small ? 3 : 7)
    if backbone.stem == .large { side /= 2 }

    // Residual blocks; the first of a stage may need a shortcut of its own.
    var levels: [(side: Int, width: Int)] = []
    for stage in backbone.stages {
      let out = stage.width * backbone.block.expansion
      for block in 0..<stage.blocks {
        let stride = block == 0 ? stage.stride : 1
        let before = side
        side /= stride
        switch backbone.block {
        case .basic:
          total += convolution(side, width, stage.width, kernel: 3)
          total += convolution(side, stage.width, stage.width, kernel: 3)
        case .bottleneck, .originalBottleneck:
          let first = backbone.block == .bottleneck ? before : side
          total += convolution(first, width, stage.width, kernel: 1)
          total += convolution(side, stage.width, stage.width, kernel: 3)
          total += convolution(side, stage.width, out, kernel: 1)
        }
        if width != out || stride != 1 { total += convolution(side, width, out, kernel: 1) }
        width = out
      }
      levels.append((side, width))
    }

    // A level of the pyramid for each stage, and one more for the proposals.
    let pyramid = configuration.pyramidWidth
    for level in levels {
      total += convolution(level.side, level.width, pyramid, kernel: 1)
      total += convolution(level.side, pyramid, pyramid, kernel: 3)
    }
    for side in levels.map(\.side) + [side / 2] {
      total += convolution(side, pyramid, pyramid, kernel: 3)
      total += convolution(side, pyramid, 5 * configuration.anchorRatios.count, kernel: 1)
    }
    return total
  }

  /// The box head on one region.
  var boxRegion: Double {
    var width = configuration.boxRegionSide * configuration.boxRegionSide * configuration.pyramidWidth
    var total = 0.0
    for next in configuration.boxHeadWidths + [5 * (classCount + 1)] {
      total += 2 * Double(width * next)
      width = next
    }
    return total
  }

  /// The mask head on one region, with a predictor of one channel.
  var maskRegion: Double {
    var width = configuration.pyramidWidth
    var total = 0.0
    for next in configuration.maskHeadWidths.dropLast() {
      total += convolution(configuration.maskRegionSide, width, next, kernel: 3)
      width = next
    }
    total += convolution(configuration.maskRegionSide, width, configuration.maskWidth, kernel: 2)
    return total + convolution(configuration.maskSide, configuration.maskWidth, 1, kernel: 1)
  }

  private func convolution(_ outputSide: Int, _ from: Int, _ to: Int, kernel: Int) -> Double {
    2 * Double(outputSide * outputSide * from * to * kernel * kernel)
  }
}
