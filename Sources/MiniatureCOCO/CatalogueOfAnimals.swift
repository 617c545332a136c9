/// Animals on four legs: each category has several coats, and each coat all postures and proportions.
extension Catalogue {
  static let grazers = Family(
    title: "horse and kin",
    members: [
      ("horse", horses), ("zebra", zebras), ("giraffe", giraffes), ("cow", cows),
    ])

  static let beasts = Family(
    title: "cat, dog, bear", members: [("cat", cats), ("dog", dogs), ("bear", bears)])

  static let hoofed = Family(title: "sheep, elephant", members: [("sheep", sheep), ("elephant", elephants)])

  private static func coat(
    _ kind: Beast.Kind, _ marking: Beast.Marking, _ main: Material, _ trim: Palette, _ accent: Palette,
    lean: Double = 0.12, size: Double
  ) -> Recipe {
    Recipe(
      .beast(Beast(kind: kind, marking: marking)), main, Material(.fur, trim), Material(.skin, accent),
      lean: lean, size: size)
  }

  // MARK: Grazers

  private static let horses: [Recipe] = [
    // Chestnut, dun and black, manes like the coat or pale.
    coat(.horse, .plain, Material(.fur, .chestnut), .darkBrown + .chestnut, .dusk, size: 1.15),
    coat(.horse, .socks, Material(.fur, .chestnut + .brown), .cream + .black, .white, size: 1.15),
    coat(.horse, .points, Material(.fur, .chestnut + .dun), .black + .darkBrown, .charcoal, size: 1.15),
    coat(.horse, .plain, Material(.fur, .dun + .cream), .cream + .darkBrown, .dusk, size: 1.15),
    coat(.horse, .plain, Material(.fur, .black + .dusk), .black, .charcoal, size: 1.15),
    coat(.horse, .plain, Material(.fur, .white + .silver), .silver + .white, .dusk + .pink, size: 1.15),
    coat(.horse, .socks, Material(.patched, .white, .chestnut + .black), .black + .white, .dusk, size: 1.15),
    coat(.horse, .points, Material(.patched, .silver + .white, .grey), .charcoal + .grey, .dusk, size: 1.15),
  ]

  private static let zebras: [Recipe] = [
    coat(.zebra, .plain, Material(.striped, .white, .black), .black, .black, size: 1.1),
    coat(.zebra, .plain, Material(.striped, .cream + .sand, .darkBrown), .darkBrown, .dusk, size: 1.1),
    coat(.zebra, .plain, Material(.striped, .sand + .silver, .charcoal + .black), .black, .black, size: 1.1),
    coat(
      .zebra, .bib, Material(.striped, .black + .charcoal, .white), .charcoal, .silver + .white, size: 1.1),
    coat(.zebra, .plain, Material(.striped, .grey + .dusk, .black), .black, .charcoal, size: 1.1),
    coat(.zebra, .plain, Material(.striped, .white + .cream, .dusk + .mud), .brown, .dusk, size: 1.1),
  ]

  private static func giraffe(_ main: Material, _ trim: Palette, _ accent: Palette) -> Recipe {
    coat(.giraffe, .plain, main, trim, accent, lean: 0.08, size: 1.25)
  }

  private static let giraffes: [Recipe] = [
    giraffe(Material(.spotted, .gold + .tan, .brown), .darkBrown, .cream),
    giraffe(Material(.spotted, .cream + .sand, .chestnut), .brown, .dusk),
    giraffe(Material(.patched, .cream + .tan, .darkBrown), .darkBrown, .tan),
    giraffe(Material(.patched, .dun, .brown), .charcoal, .charcoal),
    // In the shade, in the dust, faded and nearly black.
    giraffe(Material(.spotted, .mud + .dun, .darkBrown), .black, .dusk),
    giraffe(Material(.spotted, .white + .silver, .dun + .mud), .grey, .white),
    giraffe(Material(.patched, .sand, .chestnut), .darkBrown, .cream),
    giraffe(Material(.spotted, .darkBrown + .chestnut, .black + .tan), .black, .brown),
    giraffe(Material(.patched, .cream + .mud, .chestnut + .darkBrown), .darkBrown, .tan),
  ]

  private static let cows: [Recipe] = [
    coat(.cow, .plain, Material(.patched, .white, .black), .charcoal, .pink, size: 1.1),
    coat(.cow, .plain, Material(.patched, .white + .cream, .chestnut), .brown, .pink, size: 1.1),
    coat(.cow, .plain, Material(.patched, .black + .charcoal, .white), .black, .pink + .dusk, size: 1.1),
    coat(.cow, .plain, Material(.fur, .chestnut + .darkBrown), .darkBrown, .pink + .cream, size: 1.1),
    coat(.cow, .socks, Material(.fur, .black + .charcoal), .black, .dusk, size: 1.1),
    coat(.cow, .plain, Material(.fur, .dun + .cream), .tan, .pink, size: 1.1),
    coat(.cow, .bib, Material(.fur, .chestnut + .dun), .cream, .cream, size: 1.1),
    coat(.cow, .plain, Material(.fur, .silver + .dusk), .charcoal, .charcoal, size: 1.1),
  ]

  // MARK: Cats, dogs, bears

  private static let cats: [Recipe] = [
    coat(.cat, .plain, Material(.striped, .ginger + .sand, .brown), .cream, .cream, lean: 0.25, size: 1),
    coat(.cat, .bib, Material(.striped, .grey + .silver, .charcoal), .grey, .white, lean: 0.25, size: 1),
    coat(.cat, .plain, Material(.striped, .dun, .darkBrown), .darkBrown, .cream, lean: 0.25, size: 1),
    coat(.cat, .plain, Material(.fur, .black + .charcoal), .black, .charcoal, lean: 0.25, size: 1),
    coat(.cat, .bib, Material(.fur, .black + .charcoal), .black, .white, lean: 0.25, size: 1),
    coat(.cat, .plain, Material(.fur, .white), .cream, .pink, lean: 0.25, size: 1),
    coat(
      .cat, .plain, Material(.patched, .white, .black + .ginger + .brown), .black, .pink, lean: 0.25, size: 1),
    coat(
      .cat, .points, Material(.fur, .cream + .sand), .darkBrown + .charcoal, .darkBrown, lean: 0.25, size: 1),
    coat(.cat, .plain, Material(.fur, .dusk + .grey), .grey, .silver, lean: 0.25, size: 1),
    coat(.cat, .socks, Material(.fur, .ginger + .dun), .ginger, .white, lean: 0.25, size: 1),
  ]

  private static let dogs: [Recipe] = [
    coat(.dog, .plain, Material(.fur, .dun + .tan), .dun + .tan, .cream, lean: 0.2, size: 1),
    coat(.dog, .plain, Material(.fur, .black + .charcoal), .black, .charcoal, lean: 0.2, size: 1),
    coat(.dog, .bib, Material(.fur, .black + .darkBrown), .black, .white + .tan, lean: 0.2, size: 1),
    coat(.dog, .plain, Material(.fur, .white + .cream), .white + .tan, .white, lean: 0.2, size: 1),
    coat(
      .dog, .plain, Material(.woolly, .white + .dusk + .chestnut), .white + .dusk, .silver, lean: 0.2, size: 1
    ),
    coat(
      .dog, .socks, Material(.patched, .white, .chestnut + .black), .brown + .black, .white, lean: 0.2,
      size: 1),
    coat(.dog, .plain, Material(.spotted, .white, .black + .darkBrown), .black, .white, lean: 0.2, size: 1),
    coat(.dog, .bib, Material(.fur, .grey + .dusk), .charcoal, .white, lean: 0.2, size: 1),
    coat(.dog, .points, Material(.fur, .dun + .sand), .black + .darkBrown, .charcoal, lean: 0.2, size: 1),
    coat(.dog, .socks, Material(.fur, .chestnut), .darkBrown, .white, lean: 0.2, size: 1),
  ]

  private static let bears: [Recipe] = [
    coat(.bear, .plain, Material(.fur, .darkBrown), .black, .tan, size: 1.15),
    coat(.bear, .plain, Material(.fur, .black + .charcoal), .black, .dun, size: 1.15),
    coat(.bear, .plain, Material(.fur, .chestnut + .brown), .darkBrown, .tan, size: 1.15),
    coat(.bear, .plain, Material(.fur, .dun + .sand), .brown, .cream, size: 1.15),
    coat(.bear, .plain, Material(.fur, .white + .cream), .cream, .white, size: 1.15),
    coat(.bear, .points, Material(.fur, .white + .cream), .black, .white, size: 1.15),
    coat(.bear, .points, Material(.fur, .chestnut + .dun), .darkBrown, .brown, size: 1.15),
  ]

  // MARK: Sheep, elephants

  private static let sheep: [Recipe] = [
    coat(.sheep, .points, Material(.woolly, .cream + .white), .charcoal + .black, .charcoal, size: 1),
    coat(.sheep, .plain, Material(.woolly, .cream + .white), .cream + .sand, .pink, size: 1),
    coat(.sheep, .points, Material(.woolly, .sand + .dun), .darkBrown + .tan, .tan, size: 1),
    coat(.sheep, .plain, Material(.woolly, .dusk + .silver), .charcoal + .white, .dusk, size: 1),
    coat(.sheep, .plain, Material(.woolly, .darkBrown + .charcoal), .black, .charcoal, size: 1),
    coat(.sheep, .plain, Material(.patched, .white, .darkBrown + .charcoal), .darkBrown, .charcoal, size: 1),
    coat(.sheep, .plain, Material(.woolly, .white + .sand), .white + .dusk, .pink, size: 1),
  ]

  private static let elephants: [Recipe] = [
    coat(.elephant, .plain, Material(.skin, .grey), .charcoal, .grey, lean: 0.06, size: 1.25),
    coat(.elephant, .plain, Material(.skin, .charcoal + .dusk), .black, .grey, lean: 0.06, size: 1.25),
    coat(.elephant, .plain, Material(.skin, .black + .slate), .black, .slate, lean: 0.06, size: 1.25),
    // Dusty and muddy ones.
    coat(.elephant, .plain, Material(.skin, .mud), .darkBrown, .mud, lean: 0.06, size: 1.25),
    coat(
      .elephant, .plain, Material(.skin, .silver + .sand), .charcoal, .silver + .pink, lean: 0.06, size: 1.25),
    coat(
      .elephant, .points, Material(.skin, .dusk + .slate + .mud), .grey + .mud, .grey, lean: 0.06, size: 1.25),
  ]
}

extension Palette {
  fileprivate static let chestnut = Palette(ColorRange(0.03...0.085, 0.5...0.85, 0.3...0.75))
  fileprivate static let dun = Palette(ColorRange(0.07...0.12, 0.3...0.6, 0.5...0.85))
  fileprivate static let sand = Palette(ColorRange(0.08...0.13, 0.15...0.38, 0.65...0.95))
  /// Greys of all tints, as coats have them.
  fileprivate static let dusk = Palette(
    ColorRange(0.03...0.12, 0.04...0.22, 0.28...0.62), ColorRange(0.55...0.7, 0.02...0.14, 0.3...0.6))
  /// Wet hides in the shade, bluish and brownish.
  fileprivate static let slate = Palette(
    ColorRange(0.55...0.68, 0.1...0.3, 0.2...0.5), ColorRange(0.02...0.09, 0.1...0.3, 0.15...0.4))
  fileprivate static let mud = Palette(ColorRange(0.03...0.1, 0.2...0.5, 0.35...0.65))
}
