/// What one carries, wears and plays with.
extension Catalogue {
  private static let cloth = Material(.cloth, GearColors.any, GearColors.any)
  private static let dotted = Material(.clothDotted, GearColors.any, GearColors.any)
  private static let checked = Material(.clothChecked, GearColors.any, GearColors.any)
  private static let striped = Material(.clothStriped, GearColors.any, GearColors.any)
  private static let leather = Material(.skin, GearColors.leather, GearColors.leather)
  private static let dyed = Material(.skin, GearColors.any, GearColors.any)
  private static let wood = Material(.wood, GearColors.wood)
  private static let metal = Material(.metal, GearColors.metal)
  private static let painted = Material(.painted, GearColors.any, GearColors.any)
  private static let plastic = Material(.plastic, GearColors.any, GearColors.any)
  private static let buckle = Material(.metal, .silver + .gold + .grey)

  static let luggage = Family(
    title: "luggage",
    members: [
      (
        "backpack",
        [
          pack(cloth, cloth), pack(cloth, cloth), pack(Material(.cloth, GearColors.dark), leather),
          pack(dotted, cloth), pack(Material(.patched, GearColors.any, GearColors.any), cloth),
        ]
      ),
      (
        "handbag",
        [
          bag(leather, leather), bag(dyed, leather), bag(dyed, dyed), bag(cloth, leather),
          bag(striped, cloth),
          bag(checked, leather), bag(Material(.painted, GearColors.dark), dyed),
        ]
      ),
      (
        "suitcase",
        [
          suitcase(plastic, leather), suitcase(cloth, cloth), suitcase(leather, leather),
          suitcase(Material(.cloth, GearColors.dark), cloth), suitcase(metal, leather),
          suitcase(checked, leather),
        ]
      ),
    ])

  static let worn = Family(
    title: "worn",
    members: [
      ("tie", [tie(striped), tie(cloth), tie(dotted), tie(checked), tie(Material(.cloth, GearColors.dark))]),
      (
        "baseball glove",
        [
          glove(leather), glove(leather), glove(Material(.skin, .black + .darkBrown + .charcoal)),
          glove(dyed),
        ]
      ),
      (
        "baseball bat",
        [
          bat(wood, leather), bat(wood, dyed), bat(metal, dyed),
          bat(Material(.wood, .tan + .ginger + .cream), dyed),
          bat(Material(.painted, .black + .red + .navy + .silver + .gold + .charcoal), cloth),
        ]
      ),
      (
        "tennis racket",
        [
          racket(painted), racket(Material(.metal, GearColors.metal)),
          racket(Material(.painted, GearColors.dark)), racket(wood),
        ]
      ),
    ])

  static let boards = Family(
    title: "boards",
    members: [
      (
        "skis",
        [
          board(.skis, painted, lean: 1.5, size: 1.1),
          board(.skis, Material(.painted, GearColors.dark), lean: 0.5, size: 1.1),
        ]
      ),
      (
        "snowboard",
        [
          board(.snowboard, painted), board(.snowboard, Material(.painted, GearColors.dark)),
          board(.snowboard, Material(.painted, GearColors.pale)),
        ]
      ),
      (
        "skateboard",
        [
          board(.skateboard, wood, lean: 0.25), board(.skateboard, painted, lean: 0.25),
          board(.skateboard, plastic, lean: 0.25),
        ]
      ),
      (
        "surfboard",
        [
          board(.surfboard, Material(.plastic, GearColors.pale)), board(.surfboard, plastic),
          board(.surfboard, Material(.plastic, .white + .cream + .yellow)), board(.surfboard, wood),
        ]
      ),
    ])

  private static func pack(_ main: Material, _ trim: Material) -> Recipe {
    Recipe(.luggage(.backpack), main, trim, Material(.cloth, GearColors.any), lean: 0.3)
  }

  private static func bag(_ main: Material, _ trim: Material) -> Recipe {
    Recipe(.luggage(.handbag), main, trim, buckle, lean: 0.25)
  }

  private static func suitcase(_ main: Material, _ trim: Material) -> Recipe {
    Recipe(.luggage(.suitcase), main, trim, buckle, lean: 0.25)
  }

  private static func tie(_ main: Material) -> Recipe {
    Recipe(.worn(.tie), main, Material(.cloth, GearColors.pale), buckle, lean: 0.45, size: 0.9)
  }

  private static func glove(_ main: Material) -> Recipe {
    Recipe(
      .worn(.baseballGlove), main, Material(.skin, GearColors.leather),
      Material(.skin, .cream + .tan + .darkBrown + .red),
      lean: 1.4, size: 0.9)
  }

  private static func bat(_ main: Material, _ grip: Material) -> Recipe {
    Recipe(.sport(.baseballBat), main, grip, Material(.painted, GearColors.any), lean: 3.14)
  }

  private static func racket(_ frame: Material) -> Recipe {
    Recipe(.sport(.tennisRacket), frame, dyed, Material(.painted, GearColors.any), lean: 3.14)
  }

  private static func board(_ make: Board, _ main: Material, lean: Double = 1.57, size: Double = 1) -> Recipe
  {
    Recipe(.board(make), main, plastic, painted, lean: lean, size: size)
  }

  static let sports = Family(
    title: "round things",
    members: [
      (
        "frisbee",
        [
          Recipe(.sport(.frisbee), plastic, painted, plastic, lean: 3.14, size: 0.85),
          Recipe(
            .sport(.frisbee), Material(.plastic, GearColors.pale), painted, plastic, lean: 3.14, size: 0.85),
        ]
      ),
      (
        "sports ball",
        [
          Recipe(
            .sport(.sportsBall), Material(.skin, .orange + .brown + .ginger), painted,
            Material(.skin, GearColors.any),
            size: 0.8),
          Recipe(.sport(.sportsBall), painted, Material(.painted, GearColors.pale), painted, size: 0.8),
          Recipe(
            .sport(.sportsBall), Material(.skin, GearColors.pale), painted, Material(.skin, GearColors.pale),
            size: 0.8),
        ]
      ),
      (
        "clock",
        clocks
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
