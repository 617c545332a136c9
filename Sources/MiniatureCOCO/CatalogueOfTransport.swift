/// What moves, and what stands in the street.
extension Catalogue {
  /// Every paint a car comes in: nearly half of them white, grey or black.
  private static let paint =
    Palette.white + .silver + .grey + .charcoal + .black + .carPaint + .navy + .orange + .brown + .sky + .tan
    + wide(value: 0.2...0.9)
  /// Any hue, dull or strong.
  private static func wide(value: ClosedRange<Double>) -> Palette {
    Palette(ColorRange(0...1, 0.15...0.9, value))
  }
  private static let dark = Palette.black + .charcoal + .grey
  private static let metals = Palette.silver + .grey + .charcoal + .white

  private static func car(_ make: RoadVehicle, _ paint: Palette = paint) -> Recipe {
    Recipe(.car(make), Material(.painted, paint), Material(.plain, dark), Material(.metal, metals), lean: 0.1)
  }

  private static func bus(_ make: RoadVehicle, _ paint: Palette) -> Recipe {
    Recipe(
      .car(make), Material(.painted, paint), Material(.painted, .bright + .white + dark),
      Material(.metal, metals),
      lean: 0.1, size: 1.25)
  }

  private static func truck(_ make: RoadVehicle, _ load: Palette = .white + .silver + .tan + .carPaint)
    -> Recipe
  {
    Recipe(
      .car(make), Material(.painted, paint), Material(.painted, load), Material(.metal, metals), lean: 0.1,
      size: 1.2)
  }

  private static func train(_ make: RoadVehicle, _ paint: Palette) -> Recipe {
    Recipe(
      .car(make), Material(.painted, paint), Material(.painted, .bright + .white + dark),
      Material(.metal, metals),
      lean: 0.1, size: 1.4)
  }

  private static func cycle(_ make: Cycle) -> Recipe {
    Recipe(
      .cycle(make), Material(.painted, paint + .bright), Material(.skin, dark + .brown + .tan + .darkBrown),
      Material(.metal, metals), lean: 0.12, size: 1.1)
  }

  private static func airplane(_ make: Craft, _ paint: Palette = .white + .silver + .bright + .grey) -> Recipe
  {
    Recipe(
      .craft(make), Material(.metal, paint), Material(.painted, .bright + .navy + dark + .white),
      Material(.metal, metals + .red), lean: 0.4, size: 1.2)
  }

  private static func boat(_ make: Craft, _ hull: Palette, _ above: Palette = .white + .cream) -> Recipe {
    Recipe(
      .craft(make), Material(.painted, hull), Material(.cloth, above),
      Material(.painted, .bright + .white + dark),
      size: 1.15)
  }

  private static func kite(_ make: Kite) -> Recipe {
    let cloth = Palette.bright + .white + .black + .sky + wide(value: 0.4...1)
    return Recipe(
      .kite(make), Material(.cloth, cloth), Material(.cloth, cloth), Material(.cloth, cloth), lean: 0.6)
  }

  private static func umbrella(
    _ make: Umbrella, _ cloth: Palette = .bright + .navy + .sky + .pink,
    _ second: Palette = .white + .bright + .black
  ) -> Recipe {
    Recipe(
      .umbrella(make), Material(.cloth, cloth, second), Material(.metal, metals + .brown),
      Material(.wood, .brown + dark + .tan), lean: make == .furled ? 3.14 : make == .parasol ? 0.2 : 0.7)
  }

  private static let lampHouses =
    Palette.yellow + .black + .charcoal + .darkGreen + .green + .grey + .silver + .gold
  private static let hydrants =
    Palette.red + .yellow + .white + .silver + .green + .blue + .orange + .black + .charcoal + .brown

  private static func hydrant(_ make: StreetThing, _ paint: Palette) -> Recipe {
    Recipe(
      .street(make), Material(.painted, paint), Material(.metal, hydrants + metals),
      Material(.painted, hydrants),
      lean: 0.12)
  }

  private static func street(_ thing: StreetThing, _ paint: Palette) -> Recipe {
    Recipe(
      .street(thing), Material(.painted, paint),
      Material(.metal, metals + metals + .black + .yellow + .darkGreen + .blue),
      Material(.painted, metals + .bright), lean: 0.12,
      mirroring: thing == .payStation ? .never : .free)
  }

  /// Reds from fresh to faded, in the sun and at night.
  private static func sign(_ make: StreetThing) -> Recipe {
    let reds = Palette(
      ColorRange(-0.04...0.03, 0.6...0.98, 0.5...1), ColorRange(-0.05...0.01, 0.7...0.95, 0.2...0.5),
      ColorRange(-0.05...0.05, 0.35...0.65, 0.55...1))
    return Recipe(
      .street(make), Material(.painted, reds), Material(.metal, metals + .brown + .darkGreen),
      Material(.painted, metals + .darkGreen + .blue + .red + .yellow), lean: 0.35, mirroring: .never)
  }

  static let roadVehicles = Family(
    title: "on wheels",
    members: [
      (
        "car",
        [
          car(.car), car(.hatchback), car(.offRoader), car(.minivan), car(.sportsCar),
          car(.car, .yellow + dark),
        ]
      ),
      (
        "bus",
        [
          bus(.bus, .bright + .white + .silver + .navy), bus(.bus, wide(value: 0.3...0.95) + .white),
          bus(.doubleDecker, .red + .bright + .darkGreen + .cream),
          bus(.schoolBus, .yellow + .orange + .white),
          bus(.minibus, .white + .bright + .silver + .tan),
        ]
      ),
      (
        "truck",
        [
          truck(.truck), truck(.articulated), truck(.tanker, .silver + .white + .bright),
          truck(.tipper, .carPaint + .orange),
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
          airplane(.airplane, .white + .silver), airplane(.airplane, .white + .silver + wide(value: 0.5...1)),
          airplane(.privateJet),
          airplane(.lightPlane), airplane(.biplane, .bright + .cream + .darkGreen),
          airplane(.fighter, .grey + .charcoal + .darkGreen + .tan + .blue),
        ]
      ),
      (
        "boat",
        [
          boat(.boat, wide(value: 0.2...0.9) + .white, .white + .cream + .bright + .tan),
          boat(.motorBoat, .white + .bright + dark),
          boat(.rowingBoat, .brown + .tan + .bright + .white + dark),
          boat(.canoe, .bright + .brown + .darkGreen + .red), boat(.trawler, .bright + dark + .white + .navy),
          boat(.ferry, .white + dark + .navy + .red, .white + .cream + .sky + .yellow),
        ]
      ),
      ("kite", Kite.allCases.map(kite)),
      (
        "umbrella",
        [
          umbrella(.open, dark, .white + dark), umbrella(.open), umbrella(.open, wide(value: 0.3...1)),
          umbrella(.parasol), umbrella(.parasol, .cream + .white + .tan + .red),
          umbrella(.furled, dark + .bright + .navy),
        ]
      ),
    ])

  static let street = Family(
    title: "in the street",
    members: [
      (
        "traffic light",
        [
          street(.trafficLight, lampHouses), street(.trafficLight, dark),
          street(.flatTrafficLight, lampHouses),
          street(.walkLight, lampHouses), street(.turnLight, lampHouses), street(.signalPost, lampHouses),
        ]
      ),
      (
        "fire hydrant",
        [
          hydrant(.fireHydrant, .red + .yellow + .white + .silver), hydrant(.fireHydrant, hydrants),
          hydrant(.roundHydrant, hydrants), hydrant(.pillarHydrant, .red + hydrants),
        ]
      ),
      ("stop sign", [sign(.stopSign), sign(.stopSign), sign(.doubleStopSign), sign(.stopPaddle)]),
      (
        "parking meter",
        [
          street(.parkingMeter, metals + .black),
          street(.parkingMeter, .navy + .tan + .darkGreen + .red + .blue),
          street(.digitalMeter, metals + .blue + .navy), street(.payStation, metals + .blue + .green + .tan),
        ]
      ),
    ])
}
