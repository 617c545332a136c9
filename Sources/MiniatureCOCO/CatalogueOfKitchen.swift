/// What one eats and drinks from, and what one eats: every form of a kind is a make.
extension Catalogue {
  static let vessels = Family(
    title: "vessels",
    members: [
      ("bottle", Bottle.allCases.map(bottle)),
      (
        "wine glass",
        WineGlass.allCases.map {
          Recipe(
            .tableware(.wineGlass($0)), Material(.glass, Pantry.clear), Material(.plain, wine),
            Material(.glass, .white), lean: 0.2)
        }
      ),
      (
        "cup",
        Cup.allCases.map {
          Recipe(
            .tableware(.cup($0)), Material(.glass, $0 == .tumbler ? Pantry.clear : Pantry.china),
            Material(.painted, Pantry.paints), Material(.plain, $0 == .party ? Pantry.china : Pantry.paints),
            lean: 0.2, size: 0.9)
        }
      ),
      ("bowl", Bowl.allCases.map(bowl)),
    ])

  private static func bottle(_ form: Bottle) -> Recipe {
    let body: Material =
      switch form {
      case .wine, .beer: Material(.glass, Pantry.bottleGlass + Pantry.clear)
      case .water: Material(.glass, Pantry.clear)
      case .flask: Material(.metal, Pantry.paints + Pantry.steel)
      default: Material(.plastic, Pantry.paints + Pantry.clear)
      }
    return Recipe(
      .tableware(.bottle(form)), body, Material(.plain, Pantry.china + Pantry.paints),
      Material(.painted, Pantry.paints + .gold), lean: 0.25)
  }

  private static func bowl(_ form: Bowl) -> Recipe {
    let body: Material =
      switch form {
      case .mixing: Material(.metal, Pantry.steel + Pantry.clear + Pantry.paints)
      case .shallow: Material(.wood, Pantry.wood + Pantry.china)
      default: Material(.glass, Pantry.china)
      }
    return Recipe(
      .tableware(.bowl(form)), body, Material(.painted, Pantry.china), Material(.plain, Pantry.paints),
      size: 0.95)
  }

  static let cutlery = Family(
    title: "cutlery",
    members: [
      ("fork", Cutlery.Fork.allCases.map { piece(.fork($0), $0 == .plastic ? moulded : metal) }),
      ("knife", Cutlery.Knife.allCases.map { piece(.knife($0), metal) }),
      (
        "spoon",
        Cutlery.Spoon.allCases.map { form in
          let material: Material =
            switch form {
            case .wooden: Material(.wood, Pantry.wood)
            case .slotted: moulded
            default: metal
            }
          return piece(.spoon(form), material)
        }
      ),
    ])

  /// Cutlery lies at any angle.
  private static func piece(_ form: Cutlery, _ body: Material) -> Recipe {
    Recipe(
      .tableware(.cutlery(form)), body, Material(.wood, Pantry.wood + Pantry.paints + .black),
      Material(.metal, Pantry.steel), lean: .pi, size: 0.95)
  }

  private static let metal = Material(.metal, Pantry.steel)
  private static let moulded = Material(.plastic, Pantry.paints + Pantry.steel)
  private static let wine = Palette(
    ColorRange(0.92...1.0, 0.5...0.9, 0.2...0.6), ColorRange(0.1...0.15, 0.3...0.7, 0.7...0.97),
    ColorRange(0.95...1.05, 0.25...0.6, 0.75...0.98), ColorRange(0.5...0.6, 0.05...0.2, 0.6...0.95),
    ColorRange(0.05...0.1, 0.6...0.9, 0.4...0.9))

  static let produce = Family(
    title: "what grows",
    members: [
      (
        "banana",
        Banana.allCases.map {
          Recipe(
            .food(.banana($0)), Material(.plain, $0 == .half || $0 == .peeled ? ripePeel : bananaPeel),
            Material(.plain, .lime + .brown + .darkBrown),
            Material(.plain, .brown + .darkBrown), lean: .pi, size: 0.95)
        }
      ),
      (
        "apple",
        Apple.allCases.map {
          Recipe(
            .food(.apple($0)), Material(.plastic, appleSkin), Material(.leaf, Pantry.leaf),
            Material(.plain, appleSkin), lean: 0.6, size: 0.85)
        }
      ),
      (
        "orange",
        Orange.allCases.map {
          Recipe(
            .food(.orange($0)), Material(.crust, orangePeel), Material(.leaf, Pantry.leaf),
            Material(.plain, $0 == .half || $0 == .slice ? orangeFlesh + bloodOrange : orangeFlesh),
            lean: 0.8, size: 0.85)
        }
      ),
      (
        "broccoli",
        Broccoli.allCases.map {
          Recipe(
            .food(.broccoli($0)), Material(.woolly, florets), Material(.plain, stalks),
            Material(.leaf, Pantry.leaf), lean: .pi, size: 0.9)
        }
      ),
      (
        "carrot",
        Carrot.allCases.map {
          Recipe(
            .food(.carrot($0)),
            Material(.plain, $0 == .leafy || $0 == .bunch ? carrotSkin + rareCarrots : carrotSkin),
            Material(.leaf, Pantry.leaf),
            Material(.plain, rareCarrots + carrotSkin), lean: .pi, size: 0.95)
        }
      ),
    ])

  /// Ripe, green, overripe.
  private static let bananaPeel = Palette(
    ColorRange(0.12...0.16, 0.5...0.95, 0.75...1), ColorRange(0.17...0.26, 0.4...0.85, 0.45...0.85),
    ColorRange(0.12...0.155, 0.6...0.95, 0.85...1),
    ColorRange(0.1...0.14, 0.55...0.9, 0.5...0.8), ColorRange(0.12...0.17, 0.3...0.6, 0.85...1))
  /// What is ripe enough to be opened.
  private static let ripePeel = Palette(
    ColorRange(0.12...0.16, 0.5...0.95, 0.75...1), ColorRange(0.1...0.14, 0.5...0.85, 0.6...0.85))
  private static let appleSkin = Palette(
    ColorRange(-0.03...0.02, 0.6...0.95, 0.4...0.9), ColorRange(0.18...0.3, 0.4...0.85, 0.45...0.9),
    ColorRange(0.11...0.16, 0.4...0.8, 0.8...1), ColorRange(-0.04...0.03, 0.4...0.7, 0.75...0.95))
  private static let orangePeel = Palette(
    ColorRange(0.055...0.1, 0.7...1, 0.7...1), ColorRange(0.035...0.06, 0.75...0.95, 0.75...0.97),
    ColorRange(0.1...0.13, 0.7...0.95, 0.85...1))
  private static let orangeFlesh = Palette(
    ColorRange(0.06...0.12, 0.55...1, 0.85...1), ColorRange(0.04...0.08, 0.7...0.95, 0.8...1))
  private static let bloodOrange = Palette(ColorRange(-0.02...0.05, 0.55...0.9, 0.6...0.9))
  private static let florets = Palette(
    ColorRange(0.25...0.38, 0.4...0.9, 0.12...0.6), ColorRange(0.22...0.34, 0.5...0.9, 0.55...0.95),
    ColorRange(0.3...0.46, 0.1...0.45, 0.3...0.85), ColorRange(0.14...0.24, 0.35...0.8, 0.35...0.9))
  private static let stalks = Palette(
    ColorRange(0.19...0.28, 0.2...0.65, 0.6...0.95), ColorRange(0.14...0.2, 0.1...0.4, 0.75...0.97),
    ColorRange(0.25...0.33, 0.3...0.7, 0.35...0.6))
  private static let carrotSkin = Palette(
    ColorRange(0.045...0.09, 0.7...1, 0.75...1), ColorRange(0.03...0.06, 0.75...0.95, 0.7...0.9),
    ColorRange(0.075...0.105, 0.6...0.95, 0.85...1))
  private static let rareCarrots = Palette(
    ColorRange(0.8...0.97, 0.4...0.8, 0.25...0.5), ColorRange(0.11...0.15, 0.1...0.6, 0.85...1))

  static let dishes = Family(
    title: "what is made",
    members: [
      (
        "sandwich",
        Sandwich.allCases.map {
          Recipe(
            .food(.sandwich($0)), Material(.crust, Pantry.bread), Material(.plain, Pantry.meat),
            Material(.leaf, Pantry.leaf), lean: 0.3)
        }
      ),
      (
        "hot dog",
        HotDog.allCases.map {
          Recipe(
            .food(.hotDog($0)), Material(.crust, softBread), Material(.plain, sausage),
            Material(.plain, Pantry.sauces), lean: 1.2)
        }
      ),
      (
        "pizza",
        Pizza.allCases.map {
          Recipe(
            .food(.pizza($0)), Material(.crust, Pantry.bread),
            Material(.plain, Pantry.tomato + Pantry.cheese),
            Material(.crust, melted), lean: $0 == .low ? 0.2 : 0.7, size: 1.05)
        }
      ),
      (
        "cake",
        Cake.allCases.map {
          Recipe(
            .food(.cake($0)), Material(.crust, Pantry.bread + Pantry.icing), Material(.plain, Pantry.icing),
            Material(.plain, Pantry.paints + Pantry.tomato), lean: $0 == .above ? 0.6 : 0.15)
        }
      ),
    ])

  private static let softBread = Palette(
    ColorRange(0.08...0.12, 0.2...0.45, 0.8...1), ColorRange(0.08...0.11, 0.45...0.7, 0.75...0.97),
    ColorRange(0.06...0.09, 0.5...0.75, 0.5...0.8))
  private static let sausage = Palette(
    ColorRange(0.0...0.04, 0.5...0.8, 0.5...0.8), ColorRange(0.02...0.06, 0.5...0.75, 0.25...0.5),
    ColorRange(0.0...0.06, 0.3...0.5, 0.7...0.95))
  /// Melted cheese, sauce without cheese, burnt.
  private static let melted = Palette(
    ColorRange(0.1...0.15, 0.4...0.85, 0.85...1), ColorRange(0.09...0.13, 0.15...0.4, 0.85...1),
    ColorRange(0.0...0.07, 0.6...0.9, 0.55...0.9), ColorRange(0.06...0.1, 0.5...0.8, 0.5...0.8))
}
