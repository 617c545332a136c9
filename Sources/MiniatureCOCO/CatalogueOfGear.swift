/// What one sits and lies on, carries, wears and plays with.
extension Catalogue {
  static let seats = Family(
    title: "seats",
    members: [
      (
        "bench",
        [
          Recipe(
            .furniture(.bench), Material(.wood, .brown + .tan + .darkGreen), Material(.metal, .charcoal),
            Material(.metal, .grey), lean: 0.06, size: 1.1)
        ]
      ),
      (
        "chair",
        [
          Recipe(
            .furniture(.chair), Material(.wood, .brown + .tan + .darkBrown),
            Material(.cloth, .red + .cream + .teal + .brown), Material(.wood, .tan), lean: 0.08)
        ]
      ),
      (
        "couch",
        [
          Recipe(
            .furniture(.couch), Material(.cloth, .teal + .grey + .brown + .red + .navy),
            Material(.wood, .darkBrown),
            Material(.clothChecked, .cream + .yellow, .red + .white), lean: 0.16, size: 1.25)
        ]
      ),
      (
        "toilet",
        [
          Recipe(
            .furniture(.toilet), Material(.glass, .white), Material(.metal, .silver),
            Material(.plain, .white),
            lean: 0.06)
        ]
      ),
    ])

  static let rest = Family(
    title: "table, bed, plant",
    members: [
      (
        "dining table",
        [
          Recipe(
            .furniture(.diningTable), Material(.wood, .tan + .brown),
            Material(.clothChecked, .red + .blue, .white), Material(.crust, .ginger + .green), lean: 0.05,
            size: 1.3)
        ]
      ),
      (
        "bed",
        [
          Recipe(
            .furniture(.bed), Material(.clothChecked, .blue + .red + .purple + .teal, .white + .cream),
            Material(.wood, .brown + .darkBrown + .tan),
            Material(.cloth, .white), lean: 0.05, size: 1.3)
        ]
      ),
      (
        "potted plant",
        [
          Recipe(
            .vessel(.pottedPlant), Material(.leaf, .green + .darkGreen),
            Material(.plastic, .ginger + .brown + .white), Material(.leaf, .lime))
        ]
      ),
      (
        "vase",
        [
          Recipe(
            .vessel(.vase), Material(.glass, .blue + .teal + .white + .purple),
            Material(.painted, .gold + .white + .navy), Material(.leaf, .pink + .red + .yellow + .white))
        ]
      ),
    ])

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
        Donut.allCases.map {
          Recipe(
            .food(.donut($0)), Material(.crust, Pantry.icing), Material(.crust, Pantry.bread),
            Material(.plain, Pantry.icing), lean: 0.4, size: 0.9)
        }
      ),
    ])
}
