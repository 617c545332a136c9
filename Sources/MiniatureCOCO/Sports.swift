import Foundation
import Pictures
import Tensors

/// What one throws, hits and flies: frisbee, sports ball, baseball bat, tennis racket.
enum SportsThing: String, BodyPlan, CaseIterable {
  case frisbee, sportsBall, baseballBat, tennisRacket

  func draw(on s: inout Sketch, _ m: Swatches, using g: inout PCG32) {
    switch self {
    case .frisbee: SportsThing.drawFrisbee(&s, m, &g)
    case .sportsBall: SportsThing.drawBall(&s, m, &g)
    case .baseballBat: SportsThing.drawBat(&s, m, &g)
    case .tennisRacket: SportsThing.drawRacket(&s, m, &g)
    }
  }
}
