/// What one eats and drinks from, and what one eats.
extension Catalogue {
  static let vessels = Family(
    title: "vessels",
    members: [
      (
        "bottle",
        [
          Recipe(
            .vessel(.bottle), Material(.glass, .green + .darkGreen + .brown + .sky),
            Material(.plain, .cream + .white), Material(.metal, .red + .gold + .blue), lean: 0.12)
        ]
      ),
      (
        "wine glass",
        [
          Recipe(
            .vessel(.wineGlass), Material(.glass, .silver),
            Material(.plain, Palette(ColorRange(0.94...0.99, 0.7...0.9, 0.35...0.55)) + .gold),
            Material(.glass, .white), lean: 0.1)
        ]
      ),
      (
        "cup",
        [
          Recipe(
            .vessel(.cup), Material(.glass, .white + .red + .blue + .yellow),
            Material(.painted, .teal + .navy + .cream), Material(.plain, .brown), size: 0.9)
        ]
      ),
      (
        "bowl",
        [
          Recipe(
            .vessel(.bowl), Material(.glass, .sky + .cream + .green + .orange),
            Material(.painted, .white + .navy), Material(.crust, .tan + .red + .lime), size: 0.95)
        ]
      ),
    ])

  static let cutlery = Family(
    title: "cutlery",
    members: [
      (
        "fork",
        [
          Recipe(
            .utensil(.fork), Material(.metal, .silver), Material(.metal, .grey), Material(.metal, .grey),
            lean: 0.5, size: 0.95)
        ]
      ),
      (
        "knife",
        [
          Recipe(
            .utensil(.knife), Material(.metal, .silver), Material(.wood, .darkBrown + .black),
            Material(.metal, .grey), lean: 0.5, size: 0.95)
        ]
      ),
      (
        "spoon",
        [
          Recipe(
            .utensil(.spoon), Material(.metal, .silver), Material(.metal, .grey), Material(.metal, .grey),
            lean: 0.5, size: 0.95)
        ]
      ),
    ])

  static let produce = Family(
    title: "what grows",
    members: [
      (
        "banana",
        [
          Recipe(
            .produce(.banana), Material(.plain, .yellow), Material(.plain, .darkBrown),
            Material(.plain, .brown), lean: 0.5, size: 0.95)
        ]
      ),
      (
        "apple",
        [
          Recipe(
            .produce(.apple), Material(.plastic, .red + .lime), Material(.leaf, .green),
            Material(.leaf, .green), lean: 0.25, size: 0.85)
        ]
      ),
      (
        "orange",
        [
          Recipe(
            .produce(.orange), Material(.crust, .orange), Material(.leaf, .green), Material(.leaf, .green),
            lean: 0.4, size: 0.85)
        ]
      ),
      (
        "broccoli",
        [
          Recipe(
            .produce(.broccoli), Material(.woolly, .green + .darkGreen), Material(.plain, .lime),
            Material(.leaf, .green), lean: 0.3, size: 0.9)
        ]
      ),
      (
        "carrot",
        [
          Recipe(
            .produce(.carrot), Material(.plain, .orange), Material(.leaf, .green), Material(.plain, .orange),
            lean: 0.55, size: 0.95)
        ]
      ),
    ])

  static let dishes = Family(
    title: "what is made",
    members: [
      (
        "sandwich",
        [
          Recipe(
            .dish(.sandwich), Material(.crust, .tan + .ginger), Material(.plain, .red + .pink),
            Material(.leaf, .lime), lean: 0.15)
        ]
      ),
      (
        "hot dog",
        [
          Recipe(
            .dish(.hotDog), Material(.crust, .tan + .gold),
            Material(.plain, Palette(ColorRange(0.01...0.03, 0.65...0.8, 0.6...0.75))),
            Material(.plain, .yellow), lean: 0.3)
        ]
      ),
      (
        "pizza",
        [
          Recipe(
            .dish(.pizza), Material(.crust, .tan + .ginger), Material(.plain, .red),
            Material(.crust, .yellow + .gold), lean: 0.3, size: 1.05)
        ]
      ),
      (
        "cake",
        [
          Recipe(
            .dish(.cake), Material(.crust, .cream + .brown + .pink),
            Material(.plain, .white + .pink + .darkBrown), Material(.plain, .red + .purple), lean: 0.08)
        ]
      ),
    ])
}
