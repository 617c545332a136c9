import Backpropagation
import COCO
import MaskRCNN
import Pictures
import Tensors

/// §2 A thing found in an image, in the pixels that the network saw.
public struct Finding: Sendable {
  /// Where, how surely, and what.
  public let detection: ScoredBox
  /// The probability of each pixel of the box to belong to it, `M * M`, row by row.
  public let mask: [Float]

  /// A box with its mask.
  public init(detection: ScoredBox, mask: [Float]) { (self.detection, self.mask) = (detection, mask) }

  /// The finding in the pixels of the picture itself, under the conventions by which it was seen.
  ///
  /// - Parameters:
  ///   - categories: the data set's; class `k` is the k-th of them.
  ///   - threshold: the probability from which on a pixel belongs to the thing; 0.5 in the paper.
  public func located(
    in picture: SeenPicture, imageID: Int, categories: [Category], threshold: Float = 0.5
  ) -> Detection {
    let side = Int(Float(mask.count).squareRoot())
    let box = picture.inOriginal(detection.box)
    let bitmap = picture.paste(mask, side: side, in: box, threshold: threshold)
    return Detection(
      imageID: imageID, categoryID: categories[detection.classIndex - 1].id, score: Double(detection.score),
      box: BoundingBox(
        x: Double(box.x1), y: Double(box.y1), width: Double(box.width), height: Double(box.height)),
      mask: RunLengthMask(bitmap: bitmap, height: picture.originalHeight, width: picture.originalWidth))
  }

}

extension MaskXRCNN {
  /// The masks of regions `[R, S, S, C]` of known classes: probabilities, `M * M` for each region.
  public func masks(_ regions: Tensor, classes: [Int], on tape: Tape = Tape()) -> [[Float]] {
    let m = detector.configuration.maskSide
    let detection = detector.boxHead.detectionWeights(on: tape)
    // A few regions at a time, so that a crowded image needs no more memory than another.
    return stride(from: 0, to: classes.count, by: 32).flatMap { start in
      let chunk = Array(start..<min(start + 32, classes.count))
      let logits = maskLogits(
        rows(tape.constant(regions), chunk), classes: chunk.map { classes[$0] }, detection: detection,
        phase: .inference)
      let values = logits.value.map(logistic).values
      return chunk.indices.map { Array(values[$0 * m * m..<($0 + 1) * m * m]) }
    }
  }

  /// The detections of a frozen detector with the masks that this model gives them.
  public func findings(in view: FrozenDetector.View) -> [Finding] {
    let masks = masks(view.detectionFeatures, classes: view.detections.map(\.classIndex))
    return zip(view.detections, masks).map(Finding.init)
  }

  /// What is found in a picture, best first, in the pixels that were seen.
  public func findings(in picture: SeenPicture, threads: Int = 1) throws -> [Finding] {
    let (levels, proposals) = detector.proposals(in: picture, threads: threads)
    let detections = try detector.detect(levels, candidates: proposals, in: picture, threads: threads)
    return zip(detections, try masks(levels, detections, threads: threads)).map(Finding.init)
  }

  /// The masks of detections, some at a time on each thread: probabilities, `M * M` for each.
  func masks(_ levels: [Tensor], _ detections: [ScoredBox], threads: Int) throws -> [[Float]] {
    let parts = detections.parts(of: 16)
    let made = try Parallel.map(parts.count, threads: threads) { part in
      let tape = Tape(inferringOn: 1)
      let regions = detector.regions(
        levels.map(tape.constant), parts[part].map(\.box), side: detector.configuration.maskRegionSide)
      return masks(regions.value, classes: parts[part].map(\.classIndex), on: tape)
    }
    return made.flatMap { $0 }
  }

  /// Everything found in a picture of any size, best first, in the picture's own pixels.
  public func callAsFunction(
    _ picture: Image, imageID: Int, categories: [Category], threshold: Float = 0.5, threads: Int = 1
  ) throws -> [Detection] {
    precondition(categories.count == detector.classCount, "a category for each of the model's classes")
    let seen = SeenPicture(picture, by: detector.configuration)
    let findings = try findings(in: seen, threads: threads)
    return try Parallel.map(findings.count, threads: threads) {
      findings[$0].located(in: seen, imageID: imageID, categories: categories, threshold: threshold)
    }
  }
}
