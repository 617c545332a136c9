/// §2 The sizes of a ResNet (He et al., CVPR 2016).
public struct ResNetConfiguration: Codable, Hashable, Sendable {
  /// How the first layers bring the image down.
  public enum Stem: String, Codable, Hashable, Sendable {
    /// A 3x3 convolution of stride 2, for small images.
    case small
    /// A 7x7 convolution of stride 2 and a 3x3 max pool of stride 2, as in the paper.
    case large
  }

  /// The shape of a residual block.
  public enum Block: String, Codable, Hashable, Sendable {
    /// Two 3x3 convolutions.
    case basic
    /// 1x1, 3x3 and 1x1 convolutions, the last four times as wide as its stage. The stride is the 3x3's, as torchvision
    /// has it.
    case bottleneck
    /// The same with the stride in the first 1x1, as it was published and as the networks are that Detectron and the
    /// paper's authors start from (`RESNETS.STRIDE_1X1`). The weights have the same shapes.
    case originalBottleneck

    /// How many times as wide the output is as the stage's width.
    public var expansion: Int { self == .basic ? 1 : 4 }
  }

  /// The layer after each convolution.
  public enum Normalization: Codable, Hashable, Sendable {
    /// Group normalisation, for training from scratch, with this many channels in a group.
    case group(channels: Int)
    /// A batch normalisation whose statistics are frozen, for pretrained weights.
    case frozenBatch
  }

  /// One resolution of the network.
  public struct Stage: Codable, Hashable, Sendable {
    /// The number of residual blocks.
    public var blocks: Int
    /// The width of its 3x3 convolutions.
    public var width: Int
    /// The stride of its first block.
    public var stride: Int

    /// A stage.
    public init(blocks: Int, width: Int, stride: Int) {
      (self.blocks, self.width, self.stride) = (blocks, width, stride)
    }
  }

  /// The first layers.
  public var stem: Stem
  /// The number of channels after the stem.
  public var stemWidth: Int
  /// The kind of block.
  public var block: Block
  /// The stages, in order; each makes one level of the pyramid.
  public var stages: [Stage]
  /// The normalisation.
  public var normalization: Normalization

  /// A network of these sizes.
  public init(
    stem: Stem, stemWidth: Int, block: Block, stages: [Stage], normalization: Normalization
  ) {
    (self.stem, self.stemWidth, self.block, self.stages) = (stem, stemWidth, block, stages)
    self.normalization = normalization
  }

  /// Nine 3x3 convolutions deep, for images of 128 x 128. Its finest level has stride 2 rather than 4: half of the things
  /// in so small an image are less than 21 pixels wide.
  public static let miniature = ResNetConfiguration(
    stem: .small, stemWidth: 32, block: .basic,
    stages: [
      Stage(blocks: 1, width: 32, stride: 1), Stage(blocks: 1, width: 64, stride: 2),
      Stage(blocks: 1, width: 128, stride: 2), Stage(blocks: 1, width: 192, stride: 2),
    ],
    normalization: .group(channels: 8))

  /// ResNet-50 (He et al., Table 1).
  public static let resNet50 = bottlenecks(3, 4, 6, 3)
  /// ResNet-101.
  public static let resNet101 = bottlenecks(3, 4, 23, 3)

  /// A network of the published widths with so many blocks in each stage.
  private static func bottlenecks(_ blocks: Int...) -> ResNetConfiguration {
    let stages = zip(blocks, [(64, 1), (128, 2), (256, 2), (512, 2)]).map {
      Stage(blocks: $0, width: $1.0, stride: $1.1)
    }
    return ResNetConfiguration(
      stem: .large, stemWidth: 64, block: .bottleneck, stages: stages, normalization: .frozenBatch)
  }

  /// The distance in image pixels between neighbouring positions of each stage's output.
  public var strides: [Int] {
    var stride = stem == .small ? 2 : 4
    return stages.map { stage in
      stride *= stage.stride
      return stride
    }
  }
}

/// §2 All sizes and thresholds of Mask R-CNN. The miniature model and the paper's are two values of this type.
public struct DetectorConfiguration: Codable, Hashable, Sendable {
  /// The backbone.
  public var backbone: ResNetConfiguration
  /// The number of channels of every pyramid level.
  public var pyramidWidth: Int
  /// The longest side that an image is resized to, in pixels; smaller images are enlarged to it.
  public var imageSide: Int
  /// The shorter side that an image is resized to if its longer side is then no longer than `imageSide`; nil where the
  /// longer side alone counts.
  public var shorterSide: Int?

  /// The anchors' ratios of height to width.
  public var anchorRatios: [Float]
  /// The square root of the area of the anchors on the finest level with proposals, in pixels; it doubles from level to
  /// level.
  public var smallestAnchor: Float
  /// How many of the finest levels propose nothing: they serve regions alone, which see more there. Nil for none. The
  /// smallest anchors are those of the finest level that proposes.
  public var levelsWithoutProposals: Int?
  /// The anchors sampled in each image, at most half of them positive.
  public var anchorsSampled: Int
  /// The proposals of each level that enter non-maximum suppression.
  public var proposalsPerLevel: Int
  /// The proposals kept in each image.
  public var proposalsKept: Int

  /// The regions sampled in each image for the box head.
  public var regionsSampled: Int
  /// The greatest share of them that is foreground.
  public var foregroundShare: Float
  /// The foreground regions of set A that train the mask head in each image, at most.
  public var maskRegions: Int
  /// In which boxes masks are learnt; nil for proposals, of which a frozen detector keeps the first two of each object
  /// beside its true box.
  public var maskBoxes: MaskBoxes?
  /// The side in pixels of an object that is looked up on pyramid level 4 (stride 16): 224 in the paper.
  public var canonicalSide: Float

  /// The side of the box head's regions.
  public var boxRegionSide: Int
  /// The widths of fc6 and fc7; the last is the length of `w_cls` for each class.
  public var boxHeadWidths: [Int]
  /// The side of the mask head's regions; masks are twice as wide.
  public var maskRegionSide: Int
  /// The widths of the mask head's 3x3 convolutions and of its transposed convolution.
  public var maskHeadWidths: [Int]

  /// The lowest score of a detection.
  public var scoreThreshold: Float
  /// The overlap at which the worse of two detections of a class is dropped.
  public var detectionOverlap: Float
  /// The most detections in an image.
  public var detectionsKept: Int

  /// Whose conventions it follows; nil for this package's own.
  public var convention: Convention?

  /// The side M of a mask.
  public var maskSide: Int { 2 * maskRegionSide }
  /// The number of channels of the mask features, and the length of each class's `w_seg`.
  public var maskWidth: Int { maskHeadWidths.last! }
  /// The length D of each class's `w_cls`; its `w_box` is four times as long.
  public var classWeightLength: Int { boxHeadWidths.last! }

  /// The model of the drawn world: some two million weights.
  public static let miniature = DetectorConfiguration(
    backbone: .miniature, pyramidWidth: 64, imageSide: 128,
    anchorRatios: [0.5, 1, 2], smallestAnchor: 8, anchorsSampled: 64, proposalsPerLevel: 300,
    proposalsKept: 100,
    regionsSampled: 48, foregroundShare: 0.25, maskRegions: 6, canonicalSide: 128,
    boxRegionSide: 7, boxHeadWidths: [256, 128], maskRegionSide: 7, maskHeadWidths: [64, 64, 64],
    scoreThreshold: 0.05, detectionOverlap: 0.5, detectionsKept: 100)

  /// The model that goes on from pretrained weights: sixteen 3x3 convolutions deep, four of them in front of the masks. The
  /// finest level serves regions alone: what is proposed is at least ten pixels wide.
  public static let small: DetectorConfiguration = {
    var configuration = miniature
    configuration.backbone.stages = [
      .init(blocks: 1, width: 32, stride: 1), .init(blocks: 2, width: 64, stride: 2),
      .init(blocks: 2, width: 128, stride: 2), .init(blocks: 2, width: 192, stride: 2),
    ]
    configuration.levelsWithoutProposals = 1
    configuration.smallestAnchor = 16
    configuration.proposalsKept = 200
    (configuration.regionsSampled, configuration.foregroundShare) = (96, 0.33)
    configuration.maskHeadWidths = [64, 64, 64, 64, 64]
    configuration.maskBoxes = .proposals
    return configuration
  }()

  /// The paper's model, ResNet-50-FPN.
  public static let resNet50 = DetectorConfiguration(
    backbone: .resNet50, pyramidWidth: 256, imageSide: 1333, shorterSide: 800,
    anchorRatios: [0.5, 1, 2], smallestAnchor: 32, anchorsSampled: 256, proposalsPerLevel: 2000,
    proposalsKept: 2000,
    regionsSampled: 512, foregroundShare: 0.25, maskRegions: 128, canonicalSide: 224,
    boxRegionSide: 7, boxHeadWidths: [1024, 1024], maskRegionSide: 14,
    maskHeadWidths: [256, 256, 256, 256, 256],
    scoreThreshold: 0.05, detectionOverlap: 0.5, detectionsKept: 100)

  /// The paper's larger model, ResNet-101-FPN.
  public static let resNet101: DetectorConfiguration = {
    var configuration = resNet50
    configuration.backbone = .resNet101
    return configuration
  }()
}
