import Foundation
import Pictures
import Tensors

/// What one wears: tie, baseball glove.
enum Worn: String, BodyPlan, CaseIterable {
  case tie, baseballGlove

  func draw(on s: inout Sketch, _ m: Swatches, using g: inout PCG32) {
    switch self {
    case .tie: Worn.drawTie(&s, m, &g)
    case .baseballGlove: Worn.drawGlove(&s, m, &g)
    }
  }
}
