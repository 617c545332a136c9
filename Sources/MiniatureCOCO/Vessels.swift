import Pictures
import Tensors

/// Vessels: vase and potted plant; bottle, cup and bowl as things without a name borrow them.
enum Vessel: String, BodyPlan, CaseIterable {
  case bottle, cup, bowl, vase, pottedPlant

  func draw(on s: inout Sketch, _ m: Swatches, using g: inout PCG32) {
    switch self {
    case .bottle: Bottle.wine.drawStanding(&s, m, &g)
    case .cup: Cup.mug.draw(on: &s, m, using: &g)
    case .bowl: Bowl.deep.draw(on: &s, m, using: &g)
    case .vase: Vessel.drawVase(&s, m, &g)
    case .pottedPlant: Vessel.drawPottedPlant(&s, m, &g)
    }
  }
}
