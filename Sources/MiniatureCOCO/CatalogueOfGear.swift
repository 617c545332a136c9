/// What one carries, wears and plays with.
extension Catalogue {
  static let luggage = Family(
    title: "luggage",
    members: [
      (
        "backpack",
        [
          Recipe(
            .luggage(.backpack), Material(.cloth, .blue + .red + .green + .purple),
            Material(.cloth, .charcoal + .navy + .orange), Material(.metal, .silver))
        ]
      ),
      (
        "handbag",
        [
          Recipe(
            .luggage(.handbag), Material(.skin, .brown + .pink + .red + .black),
            Material(.skin, .darkBrown + .tan), Material(.metal, .gold))
        ]
      ),
      (
        "suitcase",
        [
          Recipe(
            .luggage(.suitcase), Material(.plastic, .navy + .red + .teal + .silver),
            Material(.skin, .brown + .black), Material(.metal, .silver), lean: 0.25)
        ]
      ),
    ])

  static let worn = Family(
    title: "worn",
    members: [
      (
        "tie",
        [
          Recipe(
            .worn(.tie), Material(.clothStriped, .red + .blue + .navy + .green, .white + .yellow + .gold),
            Material(.cloth, .white), Material(.cloth, .white), lean: 0.15, size: 0.9)
        ]
      ),
      (
        "baseball glove",
        [
          Recipe(
            .worn(.baseballGlove), Material(.skin, .brown + .ginger), Material(.skin, .tan),
            Material(.skin, .cream), lean: 0.4, size: 0.9)
        ]
      ),
      (
        "baseball bat",
        [
          Recipe(
            .sport(.baseballBat), Material(.wood, .tan + .ginger), Material(.skin, .charcoal + .red),
            Material(.wood, .brown), lean: 0.6)
        ]
      ),
      (
        "tennis racket",
        [
          Recipe(
            .sport(.tennisRacket), Material(.metal, .red + .blue + .black + .lime),
            Material(.skin, .charcoal + .white), Material(.plain, .white), lean: 0.6)
        ]
      ),
    ])

  static let boards = Family(
    title: "boards",
    members: [
      (
        "skis",
        [
          Recipe(
            .board(.skis), Material(.painted, .red + .blue + .lime + .orange), Material(.plastic, .black),
            Material(.metal, .grey), lean: 0.3, size: 1.1)
        ]
      ),
      (
        "snowboard",
        [
          Recipe(
            .board(.snowboard), Material(.painted, .purple + .teal + .black + .blue),
            Material(.plastic, .charcoal), Material(.painted, .lime + .orange + .pink), lean: 0.5)
        ]
      ),
      (
        "skateboard",
        [
          Recipe(
            .board(.skateboard), Material(.wood, .tan + .red + .teal),
            Material(.plastic, .white + .yellow + .red), Material(.metal, .silver), lean: 0.2)
        ]
      ),
      (
        "surfboard",
        [
          Recipe(
            .board(.surfboard), Material(.plastic, .white + .cream + .sky),
            Material(.painted, .red + .blue + .orange), Material(.painted, .teal + .yellow), lean: 0.5)
        ]
      ),
    ])

  static let sports = Family(
    title: "round things",
    members: [
      (
        "frisbee",
        [
          Recipe(
            .sport(.frisbee), Material(.plastic, .red + .sky + .lime + .orange),
            Material(.plastic, .white + .yellow), Material(.plastic, .white), lean: 0.4, size: 0.85)
        ]
      ),
      (
        "sports ball",
        [
          Recipe(
            .sport(.sportsBall), Material(.skin, .orange), Material(.fur, .lime), Material(.skin, .white),
            size: 0.8)
        ]
      ),
      (
        "clock",
        [
          Recipe(
            .indoor(.clock), Material(.wood, .brown + .charcoal + .red + .gold),
            Material(.plain, .white + .cream), Material(.metal, .black), lean: 0.05, size: 0.9)
        ]
      ),
      (
        "donut",
        [
          Recipe(
            .dish(.donut), Material(.crust, .pink + .darkBrown + .white), Material(.crust, .ginger + .tan),
            Material(.plain, .white), size: 0.9)
        ]
      ),
    ])
}
