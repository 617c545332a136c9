import Backpropagation
import MaskRCNN
import Tensors

/// §2.2 What stage two needs of a frozen detector, computed once: it does not change, so neither do its features.
public struct FrozenDetector: Sendable {
  /// An image as the detector sees it.
  public struct View: Sendable {
    /// What is known of the image, without its pixels; of its masks, those that its training set shows.
    public let image: TrainingImage
    /// The pyramid levels that regions are cut from.
    public let levels: [Tensor]
    /// The boxes proposed.
    public let proposals: [Box]
    /// The boxes detected, with their classes.
    public let detections: [ScoredBox]
  }

  /// The detector.
  public let detector: Detector

  /// A detector that stays as it is.
  public init(_ detector: Detector) { self.detector = detector }

  /// Runs the detector on one image.
  ///
  /// - Parameter detecting: whether detections are wanted too; training needs the proposals alone.
  public func view(_ image: TrainingImage, detecting: Bool) -> View {
    let tape = Tape()
    let levels = detector.levels(tape.constant(image.pixels))
    let proposals = detector.proposalNetwork.proposals(
      detector.proposalNetwork(levels), height: image.height, width: image.width)
    let detections =
      detecting
      ? detector.detect(levels, candidates: proposals, height: image.height, width: image.width) : []
    // The last level serves the proposals alone; an empty stand-in keeps the others' numbers.
    let kept = levels.dropLast().map(\.value) + [Tensor(shape: [1, 0, 0, levels[0].shape[3]])]
    return View(image: image.withoutPixels, levels: kept, proposals: proposals, detections: detections)
  }
}
