/// What lives on two legs, and its stuffed likeness: people, teddy bears, birds.
extension Catalogue {
  static let people = Family(
    title: "figures",
    members: [("person", persons), ("teddy bear", teddyBears), ("bird", birds)])

  /// A person in a shirt and trousers, or whatever else is worn above and below.
  private static func person(_ top: Material, _ bottom: Material) -> Recipe {
    Recipe(.figure(.person), top, bottom, Material(.skin, .complexions, .hairs), lean: 0.12, size: 1.15)
  }

  private static let persons: [Recipe] = [
    person(Material(.cloth, .cloths, .white), Material(.cloth, .legwear)),
    person(Material(.cloth, .cloths, .white), Material(.cloth, .legwear + .cloths)),
    person(Material(.cloth, .dull, .white), Material(.cloth, .dull)),
    person(Material(.cloth, .white + .black + .charcoal, .white), Material(.cloth, .legwear)),
    person(Material(.cloth, .cloths + .dull, .white), Material(.cloth, .legwear)),
    person(Material(.cloth, .cloths + .black, .white), Material(.cloth, .black + .navy + .charcoal)),
    person(Material(.cloth, .white + .dull, .white), Material(.cloth, .blue + .navy + .dull)),
    person(Material(.clothStriped, .cloths, .white + .navy), Material(.cloth, .legwear)),
    person(Material(.clothChecked, .cloths, .white + .charcoal), Material(.cloth, .legwear)),
    person(Material(.clothDotted, .cloths, .white + .black), Material(.cloth, .legwear + .cloths)),
  ]

  private static func teddyBear(_ plush: Material, _ accent: Palette) -> Recipe {
    Recipe(.figure(.teddyBear), plush, Material(.cloth, .cloths), Material(.fur, accent), lean: 0.3)
  }

  private static let teddyBears: [Recipe] = [
    teddyBear(Material(.fur, .brown + .darkBrown), .cream + .tan),
    teddyBear(Material(.fur, .ginger + .tan), .cream),
    teddyBear(Material(.fur, .honey), .honey + .cream),
    teddyBear(Material(.fur, .white + .cream), .white + .tan + .pink),
    teddyBear(Material(.woolly, .honey + .grey + .silver), .white),
    teddyBear(Material(.fur, .dull), .cream + .silver),
    teddyBear(Material(.fur, .pink + .sky + .purple), .white),
    teddyBear(Material(.fur, .black + .charcoal), .white + .tan),
  ]

  private static func bird(
    _ kind: Fowl.Kind, _ plumage: Palette, _ wing: Palette, _ horn: Palette, second: Palette = .white,
    _ texture: Texture = .feathered
  ) -> Recipe {
    Recipe(
      .fowl(Fowl(kind: kind)), Material(texture, plumage, second), Material(.feathered, wing),
      Material(.plain, horn), lean: 0.25)
  }

  private static let birds: [Recipe] = [
    bird(.songbird, .brown + .tan + .grey, .darkBrown + .charcoal, .charcoal + .tan),
    bird(
      .songbird, .blue + .red + .yellow + .sky + .orange + .lime, .navy + .charcoal + .darkBrown, .charcoal),
    bird(.songbird, .black + .charcoal, .black + .navy, .charcoal + .yellow),
    bird(.gull, .white, .silver + .grey + .charcoal, .yellow + .orange),
    bird(.gull, .white + .silver + .tan, .white + .black, .charcoal + .red),
    bird(.pigeon, .grey + .silver, .charcoal + .silver, .pink + .red),
    bird(.pigeon, .white + .tan + .dull, .grey + .brown, .pink),
    bird(.duck, .silver + .tan + .brown, .darkGreen + .green, .yellow + .orange),
    bird(.duck, .brown + .white, .darkBrown + .white + .tan, .orange + .charcoal),
    bird(.goose, .white, .white + .silver, .orange + .black),
    bird(.goose, .grey + .brown + .black, .charcoal + .darkBrown, .charcoal + .red),
    bird(.owl, .brown + .tan + .white + .grey, .darkBrown + .brown + .silver, .gold + .charcoal),
    bird(.parrot, .red + .green + .lime + .blue, .blue + .green + .yellow, .charcoal + .cream),
    bird(.parrot, .white + .yellow + .grey, .white + .lime + .red, .charcoal),
    bird(.eagle, .darkBrown + .brown, .darkBrown + .charcoal, .yellow, second: .white + .tan + .brown),
    bird(.heron, .pink, .pink + .red, .pink + .charcoal),
    bird(.heron, .white + .grey + .silver, .grey + .charcoal + .white, .orange + .charcoal),
    bird(.ostrich, .black + .charcoal + .brown + .grey, .white + .brown, .pink + .tan),
    bird(.hen, .white + .brown + .red + .black, .white + .darkBrown + .darkGreen, .yellow),
    bird(.penguin, .black + .charcoal, .black, .orange + .charcoal, .plain),
  ]
}

extension Palette {
  /// Cloth of all colours: bright, dark, pale.
  fileprivate static let cloths =
    clothes
    + Palette(
      ColorRange(0...1, 0.5...0.95, 0.5...0.95), ColorRange(0...1, 0.2...0.6, 0.25...0.6),
      ColorRange(0...1, 0.08...0.35, 0.75...0.98))
  fileprivate static let legwear = navy + charcoal + tan + blue + black + grey + white + brown + darkGreen
  /// Washed-out, muddy and dusky colours.
  fileprivate static let dull = Palette(
    ColorRange(0...1, 0.05...0.3, 0.2...0.5), ColorRange(0...1, 0.1...0.35, 0.45...0.75),
    ColorRange(0.05...0.15, 0.2...0.5, 0.4...0.75))
  fileprivate static let honey = Palette(ColorRange(0.07...0.13, 0.3...0.7, 0.55...0.95))
  fileprivate static let complexions =
    skins + Palette(ColorRange(0.05...0.08, 0.25...0.62, 0.3...0.97))
  fileprivate static let hairs = hair + charcoal + ginger
}
