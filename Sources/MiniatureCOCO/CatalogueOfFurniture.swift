/// What one sits at, sits and lies on, and the plant beside it.
extension Catalogue {
  private static let upholstery = Material(.cloth, GearColors.any, GearColors.any)
  private static let leather = Material(.skin, GearColors.leather, GearColors.leather)
  private static let wood = Material(.wood, GearColors.wood)
  private static let metal = Material(.metal, GearColors.metal)
  private static let painted = Material(.painted, GearColors.any, GearColors.any)
  private static let plastic = Material(.plastic, GearColors.any, GearColors.any)
  private static let stone = Material(.plain, .grey + .silver + .cream + .tan)
  private static let linen = Material(.cloth, GearColors.pale + GearColors.any, GearColors.any)
  private static let pattern = Material(.clothStriped, GearColors.any, GearColors.any)

  static let seats = Family(
    title: "seats",
    members: [
      (
        "bench",
        [
          bench(.bench, wood, metal), bench(.bench, painted, metal), bench(.bench, wood, wood),
          bench(.slab, wood, stone), bench(.slab, stone, stone), bench(.slab, painted, metal),
          bench(.pew, wood, wood), bench(.pew, painted, wood),
        ]
      ),
      (
        "chair",
        [
          chair(.chair, wood, upholstery), chair(.chair, wood, wood), chair(.chair, painted, leather),
          chair(.stool, wood, leather), chair(.stool, metal, painted), chair(.officeChair, upholstery, metal),
          chair(.armchair, upholstery, wood), chair(.armchair, leather, wood),
          chair(.foldingChair, upholstery, wood), chair(.foldingChair, pattern, metal),
          chair(.shellChair, plastic, metal), chair(.shellChair, plastic, wood),
        ]
      ),
      (
        "couch",
        [
          couch(upholstery), couch(upholstery), couch(leather),
          couch(Material(.clothStriped, GearColors.any, GearColors.any)),
          couch(Material(.clothDotted, GearColors.any, GearColors.any)),
        ]
      ),
      (
        "toilet",
        [
          toilet(.toilet, Material(.glass, GearColors.china), Material(.plastic, GearColors.china)),
          toilet(.toilet, Material(.glass, GearColors.china + GearColors.pale), wood),
          toilet(.toilet, Material(.glass, GearColors.china), plastic),
          toilet(
            .toilet, Material(.painted, GearColors.pale + .pink + .sky), Material(.plastic, .white + .black)),
          toilet(
            .toilet, Material(.glass, GearColors.china + .silver), Material(.plastic, GearColors.neutral)),
          toilet(.urinal, Material(.glass, GearColors.china), metal),
        ]
      ),
    ])

  static let rest = Family(
    title: "table, bed, plant",
    members: [
      (
        "dining table",
        [
          table(wood, upholstery), table(wood, pattern),
          table(painted, Material(.clothChecked, GearColors.any, GearColors.pale)),
          table(Material(.painted, GearColors.pale), linen), table(Material(.glass, .sky + .silver), linen),
        ]
      ),
      (
        "bed",
        [
          bed(.bed, Material(.cloth, GearColors.any), wood),
          bed(.bed, Material(.cloth, GearColors.pale), wood),
          bed(.bed, Material(.clothStriped, GearColors.any, GearColors.any), metal),
          bed(.bed, Material(.clothChecked, GearColors.any, GearColors.any), painted),
          bed(.bed, Material(.patched, GearColors.any, GearColors.any), upholstery),
          bed(.bed, Material(.clothDotted, GearColors.any, GearColors.pale), wood),
          bed(.bunkBed, upholstery, wood), bed(.cot, linen, painted),
        ]
      ),
      (
        "potted plant",
        [
          plant(Material(.leaf, GearColors.leaf), Material(.plastic, GearColors.clay)),
          plant(Material(.plain, GearColors.leaf), Material(.painted, GearColors.any)),
          plant(Material(.leaf, GearColors.leaf + .purple), Material(.wood, GearColors.wood)),
          plant(Material(.plain, GearColors.leaf), Material(.clothChecked, GearColors.wood, GearColors.clay)),
        ]
      ),
      (
        "vase",
        [
          vase(Material(.glass, GearColors.pale + .sky), painted), vase(painted, painted),
          vase(Material(.painted, GearColors.china), painted),
          vase(Material(.clothStriped, GearColors.any, GearColors.any), painted),
          vase(Material(.crust, GearColors.clay), Material(.plain, GearColors.dark)), vase(metal, metal),
          vase(Material(.patched, GearColors.pale, GearColors.any), painted),
        ]
      ),
    ])

  private static func bench(_ make: Furniture, _ main: Material, _ trim: Material) -> Recipe {
    Recipe(.furniture(make), main, trim, metal, lean: 0.06, size: 1.1)
  }

  private static func chair(_ make: Furniture, _ main: Material, _ trim: Material) -> Recipe {
    Recipe(.furniture(make), main, trim, upholstery, lean: 0.08)
  }

  private static func couch(_ cover: Material) -> Recipe {
    Recipe(
      .furniture(.couch), cover, wood, Material(.clothChecked, GearColors.any, GearColors.any), lean: 0.1,
      size: 1.25)
  }

  private static func toilet(_ make: Furniture, _ bowl: Material, _ seat: Material) -> Recipe {
    Recipe(.furniture(make), bowl, Material(.metal, .silver + .gold), seat, lean: 0.06)
  }

  private static func table(_ top: Material, _ cloth: Material) -> Recipe {
    Recipe(
      .furniture(.diningTable), top, cloth, Material(.crust, .ginger + .green + .red + .tan + .brown),
      lean: 0.05, size: 1.3)
  }

  private static func bed(_ make: Furniture, _ cover: Material, _ frame: Material) -> Recipe {
    Recipe(.furniture(make), cover, frame, linen, lean: 0.05, size: 1.3)
  }

  private static func plant(_ leaves: Material, _ pot: Material) -> Recipe {
    Recipe(.vessel(.pottedPlant), leaves, pot, Material(.plain, GearColors.any))
  }

  private static func vase(_ body: Material, _ band: Material) -> Recipe {
    Recipe(.vessel(.vase), body, band, Material(.plain, .bright + .white + .pink + .red))
  }
}
