import Backpropagation
import Tensors

/// §2 The region proposal network (Ren et al., "Faster R-CNN", NIPS 2015): at every position of every level, for each
/// of a few anchors, whether it holds an object, and a better box.
public struct RegionProposalNetwork: Sendable {
  var configuration: DetectorConfiguration
  private let strides: [Int]
  private let hidden: Convolution
  private let objectness: Convolution
  private let deltas: Convolution

  /// What the network says of an image.
  public struct Output {
    /// The anchors of all levels, finest first; within a level by row, column, ratio.
    public let anchors: [Box]
    /// Where each level's anchors start, and the end of the last.
    public let levelStarts: [Int]
    /// The logit of each anchor, `[A]`.
    public let objectness: Variable
    /// The delta of each anchor, `[A, 4]`.
    public let deltas: Variable
  }

  /// A network with fresh weights, named `proposals.…`, on levels of these strides.
  public init(_ configuration: DetectorConfiguration, strides: [Int], using generator: inout PCG32) {
    (self.configuration, self.strides) = (configuration, strides)
    let (width, ratios) = (configuration.pyramidWidth, configuration.anchorRatios.count)
    hidden = Convolution(
      "proposals.conv", from: width, to: width, Window(kernel: 3, padding: 1), .gaussian(0.01),
      using: &generator)
    objectness = Convolution(
      "proposals.objectness", from: width, to: ratios, Window(kernel: 1), .gaussian(0.01), using: &generator)
    deltas = Convolution(
      "proposals.deltas", from: width, to: 4 * ratios, Window(kernel: 1), .gaussian(0.01), using: &generator)
  }

  /// Its weights.
  public var parameters: [Parameter] { [hidden, objectness, deltas].flatMap(\.parameters) }

  /// Pyramid levels to what they propose.
  public func callAsFunction(_ levels: [Variable]) -> Output {
    let skipped = configuration.levelsWithoutProposals ?? 0
    let ratios = configuration.anchorRatios
    var (boxes, starts): ([Box], [Int]) = ([], [0])
    var (logits, refinements): ([Variable], [Variable]) = ([], [])
    for (number, level) in levels.enumerated().dropFirst(skipped) {
      let stride = anchorStrides(of: level, number, finest: levels[0])
      boxes += anchors(
        rows: level.shape[1], columns: level.shape[2], stride: stride.rows, columnStride: stride.columns,
        size: configuration.smallestAnchor * Float(1 << (number - skipped)), ratios: ratios,
        convention: configuration.anchorConvention)
      starts.append(boxes.count)
      let x = hidden(level, isRectified: true)
      let count = level.shape[1] * level.shape[2] * ratios.count
      logits.append(objectness(x).reshaped([count]))
      refinements.append(deltas(x).reshaped([count, 4]))
    }
    return Output(
      anchors: boxes, levelStarts: starts, objectness: concatenated(logits, axis: 0),
      deltas: concatenated(refinements, axis: 0))
  }

  /// How far the anchors of a level are apart: its stride. torchvision divides the image's side by the number of cells
  /// and drops the rest, which is less on the coarsest level where its last cells reach beyond the image.
  private func anchorStrides(of level: Variable, _ number: Int, finest: Variable) -> (rows: Int, columns: Int)
  {
    guard configuration.convention == .torchvision else { return (strides[number], strides[number]) }
    return (
      strides[0] * finest.shape[1] / level.shape[1], strides[0] * finest.shape[2] / level.shape[2]
    )
  }

  /// The boxes proposed, best first: the best anchors of each level, moved by their deltas and clipped to the image,
  /// without those that overlap a better one of their level by more than 0.7; of all levels, the best.
  public func proposals(_ output: Output, height: Int, width: Int) -> [Box] {
    let (logits, deltas) = (output.objectness.value, output.deltas.value)
    var kept: [(score: Float, box: Box)] = []
    for (start, end) in zip(output.levelStarts, output.levelStarts.dropFirst()) {
      // Best first; of equals, the first. A NaN would break the order, so it counts as lowest.
      let score = { (anchor: Int) in logits[anchor].isNaN ? -Float.infinity : logits[anchor] }
      // Only those that are good enough are sorted by anchor: plain numbers sort faster.
      let count = min(configuration.proposalsPerLevel, end - start)
      let lowest = (start..<end).map(score).sorted(by: >)[..<count].last ?? 0
      let best = (start..<end).filter { score($0) >= lowest }
        .sorted { (score($0), $1) > (score($1), $0) }.prefix(count)
      var (boxes, scores): ([Box], [Float]) = ([], [])
      for anchor in best {
        let delta = BoxDelta(
          dx: deltas[4 * anchor], dy: deltas[4 * anchor + 1], dw: deltas[4 * anchor + 2],
          dh: deltas[4 * anchor + 3])
        let box = configuration.clipped(
          DeltaWeights.proposals.box(delta, from: output.anchors[anchor]), height: height, width: width)
        let smallest = configuration.smallestProposal
        guard box.width >= smallest, box.height >= smallest else { continue }
        boxes.append(box)
        // Levels are compared by logits here, by probabilities elsewhere, of which more are equal.
        scores.append(configuration.convention == nil ? score(anchor) : logistic(score(anchor)))
      }
      kept += nonMaximumSuppression(boxes, scores: scores, threshold: 0.7).map { (scores[$0], boxes[$0]) }
    }
    let order = kept.indices.sorted { (kept[$0].score, $1) > (kept[$1].score, $0) }
    return order.prefix(configuration.proposalsKept).map { kept[$0].box }
  }

  /// The losses of sampled anchors: binary cross-entropy of objectness, its mean; and smooth L1 (β = 1/9) of the
  /// positives' deltas, its sum divided by the number sampled.
  public func losses(_ output: Output, _ sample: AnchorSample) -> (objectness: Variable, box: Variable) {
    let chosen = sample.positives + sample.negatives
    let targets = Tensor(
      shape: [chosen.count], values: chosen.indices.map { $0 < sample.positives.count ? 1 : 0 })
    let box = smoothL1(rows(output.deltas, sample.positives), targets: tensor(sample.targets), beta: 1 / 9)
    return (
      sigmoidCrossEntropy(rows(output.objectness, chosen), targets: targets),
      (1 / Float(max(1, chosen.count))) * box
    )
  }
}
