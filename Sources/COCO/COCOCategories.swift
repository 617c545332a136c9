/// The 80 categories of COCO's instance annotations (Lin et al., "Microsoft COCO: Common Objects in Context",
/// 2014), in COCO's order and under COCO's ids.
///
/// The ids run from 1 to 90: the eleven kinds that were planned and never annotated left gaps.
public enum COCOCategories {
  /// All 80, in the order of their ids.
  public static let all: [Category] = table.map { row in
    Category(id: row.id, name: row.name, supercategory: row.supercategory)
  }

  /// The names of the 20 categories that PASCAL VOC has too; VOC calls some of them otherwise (sofa,
  /// tvmonitor).
  public static let vocNames: Set<String> = Set(table.filter { $0.membership == .voc }.map(\.name))

  /// The place of a name among the 80, from 0; nil for a name that is not COCO's.
  public static func index(ofName name: String) -> Int? { indexOfName[name] }

  /// Whether PASCAL VOC has this category too.
  public static func isVOC(_ category: Category) -> Bool { vocNames.contains(category.name) }

  private static let indexOfName = Dictionary(
    uniqueKeysWithValues: table.enumerated().map { ($1.name, $0) })

  private enum Membership { case voc, other }

  private typealias Row = (id: Int, name: String, supercategory: String, membership: Membership)

  private static let table: [Row] = [
    (1, "person", "person", .voc),
    (2, "bicycle", "vehicle", .voc),
    (3, "car", "vehicle", .voc),
    (4, "motorcycle", "vehicle", .voc),
    (5, "airplane", "vehicle", .voc),
    (6, "bus", "vehicle", .voc),
    (7, "train", "vehicle", .voc),
    (8, "truck", "vehicle", .other),
    (9, "boat", "vehicle", .voc),
    (10, "traffic light", "outdoor", .other),
    (11, "fire hydrant", "outdoor", .other),
    (13, "stop sign", "outdoor", .other),
    (14, "parking meter", "outdoor", .other),
    (15, "bench", "outdoor", .other),
    (16, "bird", "animal", .voc),
    (17, "cat", "animal", .voc),
    (18, "dog", "animal", .voc),
    (19, "horse", "animal", .voc),
    (20, "sheep", "animal", .voc),
    (21, "cow", "animal", .voc),
    (22, "elephant", "animal", .other),
    (23, "bear", "animal", .other),
    (24, "zebra", "animal", .other),
    (25, "giraffe", "animal", .other),
    (27, "backpack", "accessory", .other),
    (28, "umbrella", "accessory", .other),
    (31, "handbag", "accessory", .other),
    (32, "tie", "accessory", .other),
    (33, "suitcase", "accessory", .other),
    (34, "frisbee", "sports", .other),
    (35, "skis", "sports", .other),
    (36, "snowboard", "sports", .other),
    (37, "sports ball", "sports", .other),
    (38, "kite", "sports", .other),
    (39, "baseball bat", "sports", .other),
    (40, "baseball glove", "sports", .other),
    (41, "skateboard", "sports", .other),
    (42, "surfboard", "sports", .other),
    (43, "tennis racket", "sports", .other),
    (44, "bottle", "kitchen", .voc),
    (46, "wine glass", "kitchen", .other),
    (47, "cup", "kitchen", .other),
    (48, "fork", "kitchen", .other),
    (49, "knife", "kitchen", .other),
    (50, "spoon", "kitchen", .other),
    (51, "bowl", "kitchen", .other),
    (52, "banana", "food", .other),
    (53, "apple", "food", .other),
    (54, "sandwich", "food", .other),
    (55, "orange", "food", .other),
    (56, "broccoli", "food", .other),
    (57, "carrot", "food", .other),
    (58, "hot dog", "food", .other),
    (59, "pizza", "food", .other),
    (60, "donut", "food", .other),
    (61, "cake", "food", .other),
    (62, "chair", "furniture", .voc),
    (63, "couch", "furniture", .voc),
    (64, "potted plant", "furniture", .voc),
    (65, "bed", "furniture", .other),
    (67, "dining table", "furniture", .voc),
    (70, "toilet", "furniture", .other),
    (72, "tv", "electronic", .voc),
    (73, "laptop", "electronic", .other),
    (74, "mouse", "electronic", .other),
    (75, "remote", "electronic", .other),
    (76, "keyboard", "electronic", .other),
    (77, "cell phone", "electronic", .other),
    (78, "microwave", "appliance", .other),
    (79, "oven", "appliance", .other),
    (80, "toaster", "appliance", .other),
    (81, "sink", "appliance", .other),
    (82, "refrigerator", "appliance", .other),
    (84, "book", "indoor", .other),
    (85, "clock", "indoor", .other),
    (86, "vase", "indoor", .other),
    (87, "scissors", "indoor", .other),
    (88, "teddy bear", "indoor", .other),
    (89, "hair drier", "indoor", .other),
    (90, "toothbrush", "indoor", .other),
  ]
}
