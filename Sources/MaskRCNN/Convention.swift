/// §2 Whose conventions a detector follows where programs count pixels differently.
///
/// A model has been trained under some, and its boxes and masks are right under the same. None of them is named where a
/// model follows this package's own: pixel `i` covers `[i, i + 1]`, and its middle is at `i + 0.5`, everywhere.
public enum Convention: String, Codable, Hashable, Sendable, CaseIterable {
  /// Those of torchvision's `maskrcnn_resnet50_fpn`.
  case torchvision
  /// Those of Detectron (on Caffe2), which the paper's authors used.
  case detectron
}

extension DetectorConfiguration {
  /// Where anchors stand.
  public var anchorConvention: AnchorConvention {
    switch convention {
    case nil: .centred
    case .torchvision: .torchvision
    case .detectron: .detectron
    }
  }

  /// Where RoIAlign samples.
  public var regionAlignment: RegionAlignment { convention == nil ? .halfPixel : .unshifted }

  /// The shortest side of a proposal. Under Detectron's conventions clipping leaves every box a pixel.
  var smallestProposal: Float {
    switch convention {
    case nil: 1
    case .torchvision: 1e-3
    case .detectron: 0
    }
  }

  /// The shortest side of a detection.
  var smallestDetection: Float { convention == .torchvision ? 1e-2 : smallestProposal }

  /// The part of a box inside an image. Under Detectron's conventions the index of its first and of its last pixel are
  /// kept in the image, so that no box is without an area.
  func clipped(_ box: Box, height: Int, width: Int) -> Box {
    guard convention == .detectron else { return box.clipped(width: width, height: height) }
    return box.pixelIndices.clipped(width: width - 1, height: height - 1).coveringPixels
  }
}

extension Convention? {
  /// How masks come into their boxes.
  var pasting: PastingConvention { self == nil ? .pixelCentres : .torchvision }

  /// The numbers by which the program knows a box: its edges, or under Detectron's conventions the indices of its first
  /// and its last pixel. These are what it scales, samples at and pastes into.
  func numbers(of box: Box) -> Box { self == .detectron ? box.pixelIndices : box }

  /// The box of such numbers.
  func box(of numbers: Box) -> Box { self == .detectron ? numbers.coveringPixels : numbers }
}

extension Box {
  /// The indices of the first and last pixels that the box covers: Detectron's way to write it, with a width of
  /// `x2 - x1 + 1`.
  fileprivate var pixelIndices: Box { Box(x1: x1, y1: y1, x2: x2 - 1, y2: y2 - 1) }

  /// The box that covers the pixels with these indices: the inverse.
  fileprivate var coveringPixels: Box { Box(x1: x1, y1: y1, x2: x2 + 1, y2: y2 + 1) }
}
