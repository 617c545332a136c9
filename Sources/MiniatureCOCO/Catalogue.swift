import COCO

/// Kinds of thing that are built alike, VOC's and others side by side.
struct Family: Sendable {
  var title: String
  var members: [(name: String, recipe: Recipe)]
}

/// COCO's 80 categories as recipes: each a combination of body plan, proportions, materials and colours that
/// other categories share, across the families and across the divide between VOC and the rest.
enum Catalogue {
  static let families: [Family] = [
    people, grazers, beasts, hoofed, roadVehicles, craft, street, seats, rest, luggage, boards, sports, worn,
    vessels, cutlery, tools, produce, dishes, devices, appliances, indoor,
  ]

  /// The recipe of each category, in the order of `COCOCategories.all`.
  static let recipes: [Recipe] = {
    let pairs = families.flatMap(\.members).map { ($0.name, $0.recipe) }
    let byName = Dictionary(uniqueKeysWithValues: pairs)
    return COCOCategories.all.map { category in
      guard let recipe = byName[category.name] else {
        preconditionFailure("no recipe draws \(category.name)")
      }
      return recipe
    }
  }()

  // MARK: What lives

  private static let people = Family(
    title: "figures",
    members: [
      (
        "person",
        Recipe(
          .figure(.person), Material(.cloth, .clothes, .white),
          Material(.cloth, .navy + .charcoal + .tan + .blue),
          Material(.skin, .skins, .hair), lean: 0.1, size: 1.15)
      ),
      (
        "teddy bear",
        Recipe(
          .figure(.teddyBear), Material(.fur, .brown + .tan + .ginger), Material(.clothDotted, .red + .blue),
          Material(.fur, .cream))
      ),
      (
        "bird",
        Recipe(
          .bird(Bird()), Material(.feathered, .blue + .red + .brown + .yellow + .grey),
          Material(.feathered, .charcoal + .navy + .darkBrown), Material(.plain, .orange), lean: 0.25)
      ),
    ])

  private static let grazers = Family(
    title: "horse and kin",
    members: [
      (
        "horse",
        Recipe(
          .quadruped(
            Quadruped(
              bodyHeight: 21, legLength: 32, legWidth: 6, neckLength: 25, neckAngle: 0.95, headSize: 7.5,
              ears: .pointed, tail: .brush, muzzle: .long, crown: .mane)),
          Material(.fur, .brown + .darkBrown + .ginger), Material(.fur, .black), Material(.skin, .charcoal),
          size: 1.15)
      ),
      (
        "zebra",
        Recipe(
          .quadruped(
            Quadruped(
              bodyHeight: 22, legLength: 29, legWidth: 6, neckLength: 23, neckAngle: 0.9, headSize: 7.5,
              ears: .round, tail: .tufted, muzzle: .long, crown: .mane)),
          Material(.striped, .white, .black), Material(.fur, .black), Material(.skin, .black), size: 1.1)
      ),
      (
        "giraffe",
        Recipe(
          .quadruped(
            Quadruped(
              bodyHeight: 21, legLength: 40, legWidth: 5.5, neckLength: 56, neckAngle: 1.15, headSize: 7,
              ears: .small, tail: .tufted, muzzle: .long, crown: .ossicones)),
          Material(.spotted, .gold + .tan, .brown), Material(.fur, .darkBrown), Material(.skin, .cream),
          lean: 0.05, size: 1.25)
      ),
      (
        "cow",
        Recipe(
          .quadruped(
            Quadruped(
              bodyHeight: 27, legLength: 21, legWidth: 7, neckLength: 14, neckAngle: 0.35, headSize: 8.5,
              ears: .small, tail: .tufted, muzzle: .long, crown: .horns)),
          Material(.patched, .white, .black + .brown), Material(.fur, .charcoal), Material(.skin, .pink),
          size: 1.1)
      ),
    ])

  private static let beasts = Family(
    title: "cat, dog, bear",
    members: [
      (
        "cat",
        Recipe(
          .quadruped(
            Quadruped(
              bodyHeight: 19, legLength: 15, legWidth: 6.5, neckLength: 11, neckAngle: 0.85, headSize: 14,
              ears: .pointed, tail: .raised, muzzle: .flat)),
          Material(.striped, .ginger, .brown), Material(.fur, .cream), Material(.fur, .cream))
      ),
      (
        "dog",
        Recipe(
          .quadruped(
            Quadruped(
              bodyHeight: 20, legLength: 19, legWidth: 7, neckLength: 14, neckAngle: 0.85, headSize: 11,
              ears: .floppy, tail: .plume, muzzle: .medium)),
          Material(.fur, .tan + .white + .ginger), Material(.fur, .darkBrown + .brown), Material(.fur, .cream)
        )
      ),
      (
        "bear",
        Recipe(
          .quadruped(
            Quadruped(
              bodyHeight: 31, legLength: 16, legWidth: 12, neckLength: 9, neckAngle: 0.25, headSize: 13.5,
              ears: .round, tail: .stub, muzzle: .medium)),
          Material(.fur, .darkBrown + .black), Material(.fur, .black), Material(.fur, .tan), size: 1.15)
      ),
    ])

  private static let hoofed = Family(
    title: "sheep, elephant",
    members: [
      (
        "sheep",
        Recipe(
          .quadruped(
            Quadruped(
              bodyHeight: 28, legLength: 14, legWidth: 5.5, neckLength: 9, neckAngle: 0.5, headSize: 9.5,
              ears: .floppy, tail: .stub, muzzle: .medium, crown: .wool)),
          Material(.woolly, .cream + .white), Material(.fur, .charcoal), Material(.woolly, .charcoal))
      ),
      (
        "elephant",
        Recipe(
          .quadruped(
            Quadruped(
              bodyHeight: 34, legLength: 22, legWidth: 12.5, neckLength: 10, neckAngle: 0.7, headSize: 14,
              ears: .flaps, tail: .tufted, muzzle: .trunk)),
          Material(.skin, .grey), Material(.skin, .charcoal), Material(.skin, .grey), lean: 0.06, size: 1.25)
      ),
    ])

  // MARK: What moves

  private static let roadVehicles = Family(
    title: "on wheels",
    members: [
      (
        "car",
        Recipe(
          .car(.car), Material(.painted, .carPaint), Material(.metal, .charcoal), Material(.metal, .silver),
          lean: 0.06)
      ),
      (
        "bus",
        Recipe(
          .car(.bus), Material(.painted, .yellow + .red + .orange), Material(.painted, .white + .charcoal),
          Material(.metal, .silver), lean: 0.05, size: 1.25)
      ),
      (
        "truck",
        Recipe(
          .car(.truck), Material(.painted, .blue + .red + .green), Material(.metal, .white + .silver + .tan),
          Material(.metal, .silver), lean: 0.05, size: 1.2)
      ),
      (
        "train",
        Recipe(
          .car(.train), Material(.painted, .silver + .white + .teal),
          Material(.painted, .red + .blue + .yellow),
          Material(.metal, .silver), lean: 0.05, size: 1.4)
      ),
      (
        "bicycle",
        Recipe(
          .cycle(.bicycle), Material(.painted, .red + .blue + .green + .yellow),
          Material(.skin, .charcoal + .brown),
          Material(.metal, .silver), lean: 0.08, size: 1.1)
      ),
      (
        "motorcycle",
        Recipe(
          .cycle(.motorcycle), Material(.painted, .red + .blue + .black + .orange),
          Material(.skin, .black + .darkBrown),
          Material(.metal, .silver), lean: 0.1, size: 1.1)
      ),
    ])

  private static let craft = Family(
    title: "in air and water",
    members: [
      (
        "airplane",
        Recipe(
          .craft(.airplane), Material(.metal, .white + .silver), Material(.painted, .blue + .red + .navy),
          Material(.metal, .grey), lean: 0.3, size: 1.2)
      ),
      (
        "boat",
        Recipe(
          .craft(.boat), Material(.wood, .brown + .navy + .red), Material(.cloth, .white + .cream),
          Material(.painted, .white + .red), size: 1.15)
      ),
      (
        "kite",
        Recipe(
          .sport(.kite), Material(.cloth, .red + .purple + .blue), Material(.cloth, .yellow + .lime),
          Material(.cloth, .sky + .orange), lean: 0.35)
      ),
      (
        "umbrella",
        Recipe(
          .worn(.umbrella), Material(.cloth, .red + .blue + .purple + .green, .white + .yellow),
          Material(.metal, .charcoal),
          Material(.wood, .brown), lean: 0.25)
      ),
    ])

  private static let street = Family(
    title: "in the street",
    members: [
      (
        "traffic light",
        Recipe(
          .street(.trafficLight), Material(.painted, .charcoal + .darkGreen + .black),
          Material(.metal, .grey),
          Material(.metal, .grey), lean: 0.06)
      ),
      (
        "fire hydrant",
        Recipe(
          .street(.fireHydrant), Material(.painted, .red + .yellow), Material(.metal, .silver + .red + .gold),
          Material(.metal, .grey), lean: 0.08)
      ),
      (
        "stop sign",
        Recipe(
          .street(.stopSign), Material(.painted, .red), Material(.metal, .silver + .grey),
          Material(.metal, .grey), lean: 0.12, mirroring: .never)
      ),
      (
        "parking meter",
        Recipe(
          .street(.parkingMeter), Material(.metal, .grey + .navy), Material(.metal, .silver + .charcoal),
          Material(.painted, .yellow), lean: 0.08)
      ),
    ])

  // MARK: What one sits and lies on

  private static let seats = Family(
    title: "seats",
    members: [
      (
        "bench",
        Recipe(
          .furniture(.bench), Material(.wood, .brown + .tan + .darkGreen), Material(.metal, .charcoal),
          Material(.metal, .grey), lean: 0.06, size: 1.1)
      ),
      (
        "chair",
        Recipe(
          .furniture(.chair), Material(.wood, .brown + .tan + .darkBrown),
          Material(.cloth, .red + .cream + .teal + .brown), Material(.wood, .tan), lean: 0.08)
      ),
      (
        "couch",
        Recipe(
          .furniture(.couch), Material(.cloth, .teal + .grey + .brown + .red + .navy),
          Material(.wood, .darkBrown),
          Material(.clothChecked, .cream + .yellow, .red + .white), lean: 0.05, size: 1.25)
      ),
      (
        "toilet",
        Recipe(
          .furniture(.toilet), Material(.glass, .white), Material(.metal, .silver), Material(.plain, .white),
          lean: 0.06)
      ),
    ])

  private static let rest = Family(
    title: "table, bed, plant",
    members: [
      (
        "dining table",
        Recipe(
          .furniture(.diningTable), Material(.wood, .tan + .brown),
          Material(.clothChecked, .red + .blue, .white), Material(.crust, .ginger + .green), lean: 0.05,
          size: 1.3)
      ),
      (
        "bed",
        Recipe(
          .furniture(.bed), Material(.clothChecked, .blue + .red + .purple + .teal, .white + .cream),
          Material(.wood, .brown + .darkBrown + .tan),
          Material(.cloth, .white), lean: 0.05, size: 1.3)
      ),
      (
        "potted plant",
        Recipe(
          .vessel(.pottedPlant), Material(.leaf, .green + .darkGreen),
          Material(.plastic, .ginger + .brown + .white), Material(.leaf, .lime))
      ),
      (
        "vase",
        Recipe(
          .vessel(.vase), Material(.glass, .blue + .teal + .white + .purple),
          Material(.painted, .gold + .white + .navy), Material(.leaf, .pink + .red + .yellow + .white))
      ),
    ])

  // MARK: What one carries

  private static let luggage = Family(
    title: "luggage",
    members: [
      (
        "backpack",
        Recipe(
          .luggage(.backpack), Material(.cloth, .blue + .red + .green + .purple),
          Material(.cloth, .charcoal + .navy + .orange), Material(.metal, .silver))
      ),
      (
        "handbag",
        Recipe(
          .luggage(.handbag), Material(.skin, .brown + .pink + .red + .black),
          Material(.skin, .darkBrown + .tan), Material(.metal, .gold))
      ),
      (
        "suitcase",
        Recipe(
          .luggage(.suitcase), Material(.plastic, .navy + .red + .teal + .silver),
          Material(.skin, .brown + .black), Material(.metal, .silver))
      ),
    ])

  private static let worn = Family(
    title: "worn",
    members: [
      (
        "tie",
        Recipe(
          .worn(.tie), Material(.clothStriped, .red + .blue + .navy + .green, .white + .yellow + .gold),
          Material(.cloth, .white), Material(.cloth, .white), lean: 0.15, size: 0.9)
      ),
      (
        "baseball glove",
        Recipe(
          .worn(.baseballGlove), Material(.skin, .brown + .ginger), Material(.skin, .tan),
          Material(.skin, .cream), lean: 0.4, size: 0.9)
      ),
      (
        "baseball bat",
        Recipe(
          .sport(.baseballBat), Material(.wood, .tan + .ginger), Material(.skin, .charcoal + .red),
          Material(.wood, .brown), lean: 0.6)
      ),
      (
        "tennis racket",
        Recipe(
          .sport(.tennisRacket), Material(.metal, .red + .blue + .black + .lime),
          Material(.skin, .charcoal + .white), Material(.plain, .white), lean: 0.6)
      ),
    ])

  private static let boards = Family(
    title: "boards",
    members: [
      (
        "skis",
        Recipe(
          .board(.skis), Material(.painted, .red + .blue + .lime + .orange), Material(.plastic, .black),
          Material(.metal, .grey), lean: 0.3, size: 1.1)
      ),
      (
        "snowboard",
        Recipe(
          .board(.snowboard), Material(.painted, .purple + .teal + .black + .blue),
          Material(.plastic, .charcoal), Material(.painted, .lime + .orange + .pink), lean: 0.5)
      ),
      (
        "skateboard",
        Recipe(
          .board(.skateboard), Material(.wood, .tan + .red + .teal),
          Material(.plastic, .white + .yellow + .red), Material(.metal, .silver), lean: 0.2)
      ),
      (
        "surfboard",
        Recipe(
          .board(.surfboard), Material(.plastic, .white + .cream + .sky),
          Material(.painted, .red + .blue + .orange), Material(.painted, .teal + .yellow), lean: 0.5)
      ),
    ])

  private static let sports = Family(
    title: "round things",
    members: [
      (
        "frisbee",
        Recipe(
          .sport(.frisbee), Material(.plastic, .red + .sky + .lime + .orange),
          Material(.plastic, .white + .yellow), Material(.plastic, .white), lean: 0.4, size: 0.85)
      ),
      (
        "sports ball",
        Recipe(
          .sport(.sportsBall), Material(.skin, .orange), Material(.fur, .lime), Material(.skin, .white),
          size: 0.8)
      ),
      (
        "clock",
        Recipe(
          .indoor(.clock), Material(.wood, .brown + .charcoal + .red + .gold),
          Material(.plain, .white + .cream), Material(.metal, .black), lean: 0.05, size: 0.9)
      ),
      (
        "donut",
        Recipe(
          .dish(.donut), Material(.crust, .pink + .darkBrown + .white), Material(.crust, .ginger + .tan),
          Material(.plain, .white), size: 0.9)
      ),
    ])

  // MARK: What one eats and drinks from

  private static let vessels = Family(
    title: "vessels",
    members: [
      (
        "bottle",
        Recipe(
          .vessel(.bottle), Material(.glass, .green + .darkGreen + .brown + .sky),
          Material(.plain, .cream + .white), Material(.metal, .red + .gold + .blue), lean: 0.12)
      ),
      (
        "wine glass",
        Recipe(
          .vessel(.wineGlass), Material(.glass, .silver),
          Material(.plain, Palette(ColorRange(0.94...0.99, 0.7...0.9, 0.35...0.55)) + .gold),
          Material(.glass, .white), lean: 0.1)
      ),
      (
        "cup",
        Recipe(
          .vessel(.cup), Material(.glass, .white + .red + .blue + .yellow),
          Material(.painted, .teal + .navy + .cream), Material(.plain, .brown), size: 0.9)
      ),
      (
        "bowl",
        Recipe(
          .vessel(.bowl), Material(.glass, .sky + .cream + .green + .orange),
          Material(.painted, .white + .navy), Material(.crust, .tan + .red + .lime), size: 0.95)
      ),
    ])

  private static let cutlery = Family(
    title: "cutlery",
    members: [
      (
        "fork",
        Recipe(
          .utensil(.fork), Material(.metal, .silver), Material(.metal, .grey), Material(.metal, .grey),
          lean: 0.5, size: 0.95)
      ),
      (
        "knife",
        Recipe(
          .utensil(.knife), Material(.metal, .silver), Material(.wood, .darkBrown + .black),
          Material(.metal, .grey), lean: 0.5, size: 0.95)
      ),
      (
        "spoon",
        Recipe(
          .utensil(.spoon), Material(.metal, .silver), Material(.metal, .grey), Material(.metal, .grey),
          lean: 0.5, size: 0.95)
      ),
    ])

  private static let tools = Family(
    title: "tools",
    members: [
      (
        "scissors",
        Recipe(
          .utensil(.scissors), Material(.metal, .silver), Material(.plastic, .red + .orange + .blue),
          Material(.metal, .grey), lean: 0.6)
      ),
      (
        "toothbrush",
        Recipe(
          .utensil(.toothbrush), Material(.plastic, .sky + .pink + .lime + .purple), Material(.plain, .white),
          Material(.plain, .blue), lean: 0.5, size: 0.95)
      ),
      (
        "hair drier",
        Recipe(
          .utensil(.hairDrier), Material(.plastic, .pink + .purple + .charcoal + .teal),
          Material(.plastic, .charcoal + .purple), Material(.plastic, .black + .silver), lean: 0.4)
      ),
    ])

  private static let produce = Family(
    title: "what grows",
    members: [
      (
        "banana",
        Recipe(
          .produce(.banana), Material(.plain, .yellow), Material(.plain, .darkBrown),
          Material(.plain, .brown), lean: 0.5, size: 0.95)
      ),
      (
        "apple",
        Recipe(
          .produce(.apple), Material(.plastic, .red + .lime), Material(.leaf, .green),
          Material(.leaf, .green), lean: 0.25, size: 0.85)
      ),
      (
        "orange",
        Recipe(
          .produce(.orange), Material(.crust, .orange), Material(.leaf, .green), Material(.leaf, .green),
          lean: 0.4, size: 0.85)
      ),
      (
        "broccoli",
        Recipe(
          .produce(.broccoli), Material(.woolly, .green + .darkGreen), Material(.plain, .lime),
          Material(.leaf, .green), lean: 0.3, size: 0.9)
      ),
      (
        "carrot",
        Recipe(
          .produce(.carrot), Material(.plain, .orange), Material(.leaf, .green), Material(.plain, .orange),
          lean: 0.55, size: 0.95)
      ),
    ])

  private static let dishes = Family(
    title: "what is made",
    members: [
      (
        "sandwich",
        Recipe(
          .dish(.sandwich), Material(.crust, .tan + .ginger), Material(.plain, .red + .pink),
          Material(.leaf, .lime), lean: 0.15)
      ),
      (
        "hot dog",
        Recipe(
          .dish(.hotDog), Material(.crust, .tan + .gold),
          Material(.plain, Palette(ColorRange(0.01...0.03, 0.65...0.8, 0.6...0.75))),
          Material(.plain, .yellow), lean: 0.3)
      ),
      (
        "pizza",
        Recipe(
          .dish(.pizza), Material(.crust, .tan + .ginger), Material(.plain, .red),
          Material(.crust, .yellow + .gold), lean: 0.3, size: 1.05)
      ),
      (
        "cake",
        Recipe(
          .dish(.cake), Material(.crust, .cream + .brown + .pink),
          Material(.plain, .white + .pink + .darkBrown), Material(.plain, .red + .purple), lean: 0.08)
      ),
    ])

  // MARK: What has a plug

  private static let devices = Family(
    title: "screens and keys",
    members: [
      (
        "tv",
        Recipe(
          .device(.tv), Material(.plastic, .black + .charcoal), Material(.glass, .blue),
          Material(.plastic, .grey), lean: 0.04, size: 1.15)
      ),
      (
        "laptop",
        Recipe(
          .device(.laptop), Material(.metal, .silver + .charcoal), Material(.plain, .blue + .sky + .navy),
          Material(.plastic, .black), lean: 0.06)
      ),
      (
        "mouse",
        Recipe(
          .device(.mouse), Material(.plastic, .white + .charcoal + .silver), Material(.plastic, .grey + .red),
          Material(.plastic, .black), lean: 0.5, size: 0.85)
      ),
      (
        "remote",
        Recipe(
          .device(.remote), Material(.plastic, .black + .charcoal), Material(.plastic, .silver),
          Material(.plastic, .blue + .yellow + .green), lean: 0.45, size: 0.95)
      ),
      (
        "keyboard",
        Recipe(
          .device(.keyboard), Material(.plastic, .charcoal + .silver + .cream), Material(.plain, .white),
          Material(.plain, .grey), lean: 0.25, size: 1.05)
      ),
      (
        "cell phone",
        Recipe(
          .device(.cellPhone), Material(.plastic, .black + .silver + .pink),
          Material(.plain, .navy + .blue + .purple), Material(.plastic, .grey), lean: 0.4, size: 0.9)
      ),
    ])

  private static let appliances = Family(
    title: "appliances",
    members: [
      (
        "microwave",
        Recipe(
          .appliance(.microwave), Material(.metal, .white + .silver + .charcoal), Material(.glass, .charcoal),
          Material(.plastic, .grey), lean: 0.04)
      ),
      (
        "oven",
        Recipe(
          .appliance(.oven), Material(.metal, .white + .silver + .cream), Material(.glass, .black),
          Material(.plastic, .charcoal), lean: 0.04, size: 1.1)
      ),
      (
        "toaster",
        Recipe(
          .appliance(.toaster), Material(.metal, .silver + .red + .sky), Material(.plastic, .black),
          Material(.plastic, .black), lean: 0.06)
      ),
      (
        "sink",
        Recipe(
          .appliance(.sink), Material(.glass, .white + .cream), Material(.metal, .silver),
          Material(.metal, .silver), lean: 0.04, size: 1.05)
      ),
      (
        "refrigerator",
        Recipe(
          .appliance(.refrigerator), Material(.metal, .white + .silver + .teal), Material(.metal, .grey),
          Material(.plain, .yellow), lean: 0.03, size: 1.25)
      ),
    ])

  private static let indoor = Family(
    title: "paper",
    members: [
      (
        "book",
        Recipe(
          .indoor(.book), Material(.skin, .red + .navy + .green + .brown + .purple),
          Material(.plain, .gold + .cream), Material(.plain, .white), lean: 0.4, size: 0.95)
      )
    ])
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
