import Foundation
import Pictures
import Tensors

/// What stands in the street: traffic light, fire hydrant, stop sign, parking meter, by their makes.
enum StreetThing: String, BodyPlan, CaseIterable {
  case trafficLight, flatTrafficLight, walkLight, turnLight, signalPost
  case fireHydrant, roundHydrant, pillarHydrant
  case stopSign, doubleStopSign, stopPaddle
  case parkingMeter, digitalMeter, payStation

  func draw(on s: inout Sketch, _ m: Swatches, using g: inout PCG32) {
    switch self {
    case .trafficLight, .flatTrafficLight, .walkLight, .turnLight, .signalPost:
      TrafficLights.draw(self, &s, m, &g)
    case .fireHydrant, .roundHydrant, .pillarHydrant: Hydrants.draw(self, &s, m, &g)
    case .stopSign, .doubleStopSign, .stopPaddle: StopSigns.draw(self, &s, m, &g)
    case .parkingMeter, .digitalMeter, .payStation: ParkingMeters.draw(self, &s, m, &g)
    }
  }
}
