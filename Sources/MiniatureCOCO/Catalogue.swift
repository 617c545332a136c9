import COCO

/// Kinds of thing that are built alike, VOC's and others side by side.
struct Family: Sendable {
  var title: String
  var members: [(name: String, makes: [Recipe])]
}

/// COCO's 80 categories as recipes: each a combination of body plan, proportions, materials and colours that
/// other categories share, across the families and across the divide between VOC and the rest.
///
/// A category has one or several *makes*, as there are sailing boats and canoes: each a recipe, all equally frequent.
enum Catalogue {
  static let families: [Family] = [
    people, grazers, beasts, hoofed, roadVehicles, craft, street, seats, rest, luggage, boards, sports, worn,
    vessels, cutlery, tools, produce, dishes, devices, appliances, indoor,
  ]

  /// The makes of each category, in the order of `COCOCategories.all`.
  static let makes: [[Recipe]] = {
    let pairs = families.flatMap(\.members).map { ($0.name, $0.makes) }
    let byName = Dictionary(uniqueKeysWithValues: pairs)
    return COCOCategories.all.map { category in
      guard let makes = byName[category.name] else {
        preconditionFailure("no recipe draws \(category.name)")
      }
      return makes
    }
  }()
}

extension Recipe {
  init(
    _ plan: Plan, _ main: Material, _ trim: Material, _ accent: Material, lean: Double = 0.12,
    size: Double = 1, mirroring: Mirroring = .free
  ) {
    self.init(
      plan: plan, main: main, trim: trim, accent: accent, lean: lean, size: size, mirroring: mirroring)
  }
}
