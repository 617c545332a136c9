import Foundation
import Pictures
import Tensors

extension Sketch {
  /// A wheel: tyre, hub of the given surface.
  mutating func wheel(_ x: Double, _ y: Double, _ radius: Double, hub: Swatch) {
    add(.circle(x, y, radius), .tyre)
    inlay(.circle(x, y, radius * 0.55), hub.plain)
    fill(.circle(x, y, radius * 0.18), .tyre)
  }

  /// A row of equal windows.
  mutating func windows(
    _ count: Int, x: Double, y: Double, width: Double, height: Double, gap: Double = 2.5,
    color: Color = .pane
  ) {
    let step = (width + gap) / Double(count)
    for i in 0..<count {
      fill(.box(x + Double(i) * step, y, step - gap, height, round: 1.5), color)
    }
  }
}

/// Vehicles on wheels, by their makes: each group is drawn as solids, seen from anywhere.
enum RoadVehicle: String, BodyPlan, CaseIterable {
  case car, hatchback, offRoader, minivan, sportsCar
  case bus, doubleDecker, schoolBus, minibus
  case truck, articulated, tanker, tipper, flatbed, pickUp
  case train, railcar, tram, steamEngine, goodsTrain

  func draw(on s: inout Sketch, _ m: Swatches, using g: inout PCG32) {
    switch self {
    case .car, .hatchback, .offRoader, .minivan, .sportsCar:
      CarBody(self, using: &g).draw(on: &s, m, using: &g)
    case .bus, .doubleDecker, .schoolBus, .minibus: Buses.draw(self, &s, m, &g)
    case .truck, .articulated, .tanker, .tipper, .flatbed, .pickUp: Trucks.draw(self, &s, m, &g)
    case .train, .railcar, .tram, .steamEngine, .goodsTrain: Trains.draw(self, &s, m, &g)
    }
  }
}

/// Two wheels in line: bicycles and motorcycles, by their makes.
enum Cycle: String, BodyPlan, CaseIterable {
  case bicycle, racer, mountainBike, childsBike
  case motorcycle, chopper, sportsBike, scooter, trailBike

  func draw(on s: inout Sketch, _ m: Swatches, using g: inout PCG32) {
    switch self {
    case .bicycle, .racer, .mountainBike, .childsBike:
      BicycleFrame(self, using: &g).draw(on: &s, m, using: &g)
    case .motorcycle, .chopper, .sportsBike, .scooter, .trailBike:
      MotorcycleBody(self, using: &g).draw(on: &s, m, using: &g)
    }
  }
}

/// What flies or floats: airplanes and boats, by their makes.
enum Craft: String, BodyPlan, CaseIterable {
  case airplane, privateJet, lightPlane, biplane, fighter
  case boat, motorBoat, rowingBoat, canoe, trawler, ferry

  func draw(on s: inout Sketch, _ m: Swatches, using g: inout PCG32) {
    switch self {
    case .airplane, .privateJet, .lightPlane, .biplane, .fighter:
      AirplaneBody(self, using: &g).draw(on: &s, m, using: &g)
    case .boat, .motorBoat, .rowingBoat, .canoe, .trawler, .ferry:
      BoatBody(self, using: &g).draw(on: &s, m, using: &g)
    }
  }
}
