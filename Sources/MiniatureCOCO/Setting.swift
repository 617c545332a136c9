import COCO

/// Where a scene is: what stands there, and what lies behind it.
///
/// Things come together as they do in photographs: a fork with a plate, a surfboard with the sea. A category belongs
/// to one or several settings. A setting is as frequent as its members make it, each with an equal part of its own
/// frequency, so that over many scenes every category is exactly as frequent as it is said to be.
enum Setting: Int, CaseIterable, Sendable {
  case street, station, shore, pasture, savanna, ground, slope, dinner, market, kitchen, livingRoom, office,
    bathroom, bedroom

  /// COCO's categories that are found here.
  var names: [String] {
    switch self {
    case .street:
      [
        "person", "bicycle", "car", "motorcycle", "bus", "truck", "traffic light", "fire hydrant",
        "stop sign",
        "parking meter", "bench", "dog", "backpack", "handbag", "umbrella", "clock", "potted plant",
      ]
    case .station:
      [
        "person", "airplane", "train", "bus", "truck", "suitcase", "backpack", "handbag", "bench", "clock",
        "car",
      ]
    case .shore: ["person", "boat", "surfboard", "kite", "umbrella", "bird", "dog", "chair", "airplane"]
    case .pasture: ["person", "cow", "sheep", "horse", "dog", "bird", "truck"]
    case .savanna: ["elephant", "zebra", "giraffe", "bear", "bird", "person"]
    case .ground:
      [
        "person", "sports ball", "baseball bat", "baseball glove", "tennis racket", "frisbee", "skateboard",
        "kite", "bench", "chair", "dog", "bottle", "backpack",
      ]
    case .slope: ["person", "skis", "snowboard", "backpack"]
    case .dinner:
      [
        "person", "dining table", "chair", "bottle", "wine glass", "cup", "fork", "knife", "spoon", "bowl",
        "sandwich", "pizza", "cake", "donut", "hot dog", "broccoli", "carrot", "cell phone", "vase",
      ]
    case .market: ["person", "banana", "apple", "orange", "broccoli", "carrot", "donut", "handbag", "bowl"]
    case .kitchen:
      [
        "person", "oven", "microwave", "refrigerator", "sink", "toaster", "bottle", "cup", "bowl", "knife",
        "spoon", "potted plant", "chair", "dining table",
      ]
    case .livingRoom:
      [
        "person", "couch", "chair", "tv", "remote", "book", "vase", "potted plant", "clock", "cat", "dog",
        "dining table", "teddy bear", "cup", "laptop",
      ]
    case .office:
      [
        "person", "laptop", "keyboard", "mouse", "cell phone", "book", "cup", "tv", "chair", "scissors",
        "bottle", "backpack", "tie",
      ]
    case .bathroom: ["toilet", "sink", "toothbrush", "hair drier", "bottle", "cat", "person", "cup"]
    case .bedroom:
      ["bed", "teddy bear", "cat", "book", "suitcase", "person", "tie", "handbag", "laptop", "clock", "dog"]
    }
  }

  /// COCO's categories, by index, that small things lie on, are held by or stand before: people, furniture,
  /// vehicles, large animals, dishes.
  private static let bearers = Set(
    [
      "person", "dining table", "chair", "couch", "car", "bus", "train", "airplane", "boat", "bicycle",
      "motorcycle", "horse", "cow", "sheep", "dog", "cat", "bed", "bench", "truck", "elephant", "giraffe",
      "zebra", "refrigerator", "oven", "pizza", "bowl",
    ].map { COCOCategories.index(ofName: $0)! })

  /// Whether things of a category, by its index, bear others: those of COCO's 80 that `bearers` lists, and every third of
  /// the kinds beyond them, so that there are about as many.
  static func bears(_ category: Int) -> Bool {
    category < homes.count ? bearers.contains(category) : category % 3 == 0
  }

  /// What may lie behind it.
  var backgrounds: [Background] {
    switch self {
    case .street: [.street, .street, .road]
    case .station: [.street, .road, .sky]
    case .shore: [.shore, .shore, .sky]
    case .pasture: [.landscape]
    case .savanna: [.savanna, .landscape]
    case .ground: [.landscape, .court]
    case .slope: [.snow]
    case .dinner, .market: [.tableTop, .tableTop, .room]
    case .kitchen: [.room, .tiles, .tableTop]
    case .livingRoom, .bedroom: [.room]
    case .office: [.room, .tableTop]
    case .bathroom: [.tiles]
    }
  }

  /// Of each of COCO's categories, by index, the settings that it belongs to.
  private static let homes: [[Setting]] = COCOCategories.all.map { category in
    let homes = allCases.filter { $0.names.contains(category.name) }
    precondition(!homes.isEmpty, "\(category.name) is at home nowhere")
    return homes
  }

  /// The settings of a category, by its index. Kinds beyond COCO's 80 have one each, in turn.
  static func homes(of category: Int) -> [Setting] {
    category < homes.count ? homes[category] : [allCases[category % allCases.count]]
  }

  /// How frequent each category is in each setting, if `weights` say how frequent it is at all. [settings][K]
  static func shares(of weights: [Double]) -> [[Double]] {
    var shares = [[Double]](
      repeating: [Double](repeating: 0, count: weights.count), count: allCases.count)
    for (category, weight) in weights.enumerated() {
      let homes = homes(of: category)
      for home in homes { shares[home.rawValue][category] = weight / Double(homes.count) }
    }
    return shares
  }
}
