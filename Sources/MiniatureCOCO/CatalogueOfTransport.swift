/// What moves, and what stands in the street.
extension Catalogue {
  /// Every paint a car comes in: half of them white, grey or black.
  private static let paint =
    Palette.white + .silver + .grey + .charcoal + .black + .carPaint + .navy + .orange + .brown + .sky + .tan
    + wide(value: 0.2...0.9)
  /// Any hue, dull or strong.
  private static func wide(value: ClosedRange<Double>) -> Palette { Palette(ColorRange(0...1, 0.15...0.9, value)) }
  private static let dark = Palette.black + .charcoal + .grey
  private static let metals = Palette.silver + .grey + .charcoal + .white

  private static func car(_ make: RoadVehicle, _ paint: Palette = paint) -> Recipe {
    Recipe(.car(make), Material(.painted, paint), Material(.plain, dark), Material(.metal, metals), lean: 0.1)
  }

  private static func bus(_ make: RoadVehicle, _ paint: Palette) -> Recipe {
    Recipe(
      .car(make), Material(.painted, paint), Material(.painted, .bright + .white + dark), Material(.metal, metals),
      lean: 0.1, size: 1.25)
  }

  private static func truck(_ make: RoadVehicle, _ load: Palette = .white + .silver + .tan + .carPaint) -> Recipe {
    Recipe(
      .car(make), Material(.painted, paint), Material(.painted, load), Material(.metal, metals), lean: 0.1,
      size: 1.2)
  }

  private static func train(_ make: RoadVehicle, _ paint: Palette) -> Recipe {
    Recipe(
      .car(make), Material(.painted, paint), Material(.painted, .bright + .white + dark), Material(.metal, metals),
      lean: 0.1, size: 1.4)
  }

  private static func cycle(_ make: Cycle) -> Recipe {
    Recipe(
      .cycle(make), Material(.painted, paint + .bright), Material(.skin, dark + .brown + .tan + .darkBrown),
      Material(.metal, metals), lean: 0.12, size: 1.1)
  }

  private static func airplane(_ make: Craft, _ paint: Palette = .white + .silver + .bright + .grey) -> Recipe {
    Recipe(
      .craft(make), Material(.metal, paint), Material(.painted, .bright + .navy + dark + .white),
      Material(.metal, metals + .red), lean: 0.4, size: 1.2)
  }

  private static func boat(_ make: Craft, _ hull: Palette, _ above: Palette = .white + .cream) -> Recipe {
    Recipe(
      .craft(make), Material(.painted, hull), Material(.cloth, above), Material(.painted, .bright + .white + dark),
      size: 1.15)
  }

  static let roadVehicles = Family(
    title: "on wheels",
    members: [
      ("car", [car(.car), car(.hatchback), car(.offRoader), car(.minivan), car(.sportsCar), car(.car, .yellow + dark)]),
      (
        "bus",
        [
          bus(.bus, .bright + .white + .silver + .navy), bus(.bus, wide(value: 0.3...0.95) + .white),
          bus(.doubleDecker, .red + .bright + .darkGreen + .cream), bus(.schoolBus, .yellow + .orange + .white),
          bus(.minibus, .white + .bright + .silver + .tan),
        ]
      ),
      (
        "truck",
        [
          truck(.truck), truck(.articulated), truck(.tanker, .silver + .white + .bright), truck(.tipper, .carPaint + .orange),
          truck(.flatbed, .tan + .brown + .grey), truck(.pickUp, dark), truck(.pickUp, .tan + dark),
        ]
      ),
      (
        "train",
        [
          train(.train, .silver + .white + .bright), train(.railcar, wide(value: 0.3...0.95) + .silver),
          train(.tram, .bright + .cream + .white), train(.steamEngine, dark + .darkGreen + .red + .navy),
          train(.goodsTrain, .bright + dark + .brown),
        ]
      ),
      ("bicycle", [cycle(.bicycle), cycle(.racer), cycle(.mountainBike), cycle(.childsBike)]),
      (
        "motorcycle",
        [cycle(.motorcycle), cycle(.chopper), cycle(.sportsBike), cycle(.scooter), cycle(.trailBike)]
      ),
    ])

  static let craft = Family(
    title: "in air and water",
    members: [
      (
        "airplane",
        [
          airplane(.airplane), airplane(.airplane, .white + wide(value: 0.5...1)), airplane(.privateJet),
          airplane(.lightPlane), airplane(.biplane, .bright + .cream + .darkGreen),
          airplane(.fighter, .grey + .charcoal + .darkGreen + .tan + .blue),
        ]
      ),
      (
        "boat",
        [
          boat(.boat, wide(value: 0.2...0.9) + .white, .white + .cream + .bright + .tan),
          boat(.motorBoat, .white + .bright + dark), boat(.rowingBoat, .brown + .tan + .bright + .white + dark),
          boat(.canoe, .bright + .brown + .darkGreen + .red), boat(.trawler, .bright + dark + .white + .navy),
          boat(.ferry, .white + dark + .navy + .red, .white + .cream + .sky + .yellow),
        ]
      ),
      (
        "kite",
        [
          Recipe(
            .sport(.kite), Material(.cloth, .red + .purple + .blue), Material(.cloth, .yellow + .lime),
            Material(.cloth, .sky + .orange), lean: 0.35)
        ]
      ),
      (
        "umbrella",
        [
          Recipe(
            .worn(.umbrella), Material(.cloth, .red + .blue + .purple + .green, .white + .yellow),
            Material(.metal, .charcoal),
            Material(.wood, .brown), lean: 0.25)
        ]
      ),
    ])

  static let street = Family(
    title: "in the street",
    members: [
      (
        "traffic light",
        [
          Recipe(
            .street(.trafficLight), Material(.painted, .charcoal + .darkGreen + .black),
            Material(.metal, .grey),
            Material(.metal, .grey), lean: 0.06)
        ]
      ),
      (
        "fire hydrant",
        [
          Recipe(
            .street(.fireHydrant), Material(.painted, .red + .yellow),
            Material(.metal, .silver + .red + .gold),
            Material(.metal, .grey), lean: 0.08)
        ]
      ),
      (
        "stop sign",
        [
          Recipe(
            .street(.stopSign), Material(.painted, .red), Material(.metal, .silver + .grey),
            Material(.metal, .grey), lean: 0.12, mirroring: .never)
        ]
      ),
      (
        "parking meter",
        [
          Recipe(
            .street(.parkingMeter), Material(.metal, .grey + .navy), Material(.metal, .silver + .charcoal),
            Material(.painted, .yellow), lean: 0.08)
        ]
      ),
    ])
}
