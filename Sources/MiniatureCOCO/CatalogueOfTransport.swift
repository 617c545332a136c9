/// What moves, and what stands in the street.
extension Catalogue {
  static let roadVehicles = Family(
    title: "on wheels",
    members: [
      (
        "car",
        [
          Recipe(
            .car(.car), Material(.painted, .carPaint), Material(.metal, .charcoal), Material(.metal, .silver),
            lean: 0.1)
        ]
      ),
      (
        "bus",
        [
          Recipe(
            .car(.bus), Material(.painted, .yellow + .red + .orange), Material(.painted, .white + .charcoal),
            Material(.metal, .silver), lean: 0.15, size: 1.25)
        ]
      ),
      (
        "truck",
        [
          Recipe(
            .car(.truck), Material(.painted, .blue + .red + .green),
            Material(.metal, .white + .silver + .tan),
            Material(.metal, .silver), lean: 0.14, size: 1.2)
        ]
      ),
      (
        "train",
        [
          Recipe(
            .car(.train), Material(.painted, .silver + .white + .teal),
            Material(.painted, .red + .blue + .yellow),
            Material(.metal, .silver), lean: 0.12, size: 1.4)
        ]
      ),
      (
        "bicycle",
        [
          Recipe(
            .cycle(.bicycle), Material(.painted, .red + .blue + .green + .yellow),
            Material(.skin, .charcoal + .brown),
            Material(.metal, .silver), lean: 0.08, size: 1.1)
        ]
      ),
      (
        "motorcycle",
        [
          Recipe(
            .cycle(.motorcycle), Material(.painted, .red + .blue + .black + .orange),
            Material(.skin, .black + .darkBrown),
            Material(.metal, .silver), lean: 0.1, size: 1.1)
        ]
      ),
    ])

  static let craft = Family(
    title: "in air and water",
    members: [
      (
        "airplane",
        [
          Recipe(
            .craft(.airplane), Material(.metal, .white + .silver), Material(.painted, .blue + .red + .navy),
            Material(.metal, .grey), lean: 0.3, size: 1.2)
        ]
      ),
      (
        "boat",
        [
          Recipe(
            .craft(.boat), Material(.wood, .brown + .navy + .red), Material(.cloth, .white + .cream),
            Material(.painted, .white + .red), size: 1.15)
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
