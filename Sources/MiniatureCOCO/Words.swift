/// A word and another of the same meaning, of which a name has one.
struct Words: Sendable, Hashable {
  private(set) var usual: String
  private var other: String

  init(_ usual: String, _ other: String) { (self.usual, self.other) = (usual, other) }

  /// The other word takes the place of the usual one.
  mutating func swap() { (usual, other) = (other, usual) }

  /// What a thing is made of.
  static func of(_ texture: Texture) -> Words {
    switch texture {
    case .plain: Words("plain", "bare")
    case .fur: Words("furry", "hairy")
    case .striped: Words("striped", "banded")
    case .spotted: Words("spotted", "speckled")
    case .patched: Words("patched", "blotched")
    case .woolly: Words("woolen", "fleecy")
    case .feathered: Words("feathered", "plumed")
    case .metal: Words("metal", "steel")
    case .painted: Words("painted", "enamelled")
    case .wood: Words("wooden", "timber")
    case .cloth: Words("cloth", "fabric")
    case .clothStriped: Words("pinstriped", "ribboned")
    case .clothChecked: Words("checked", "chequered")
    case .clothDotted: Words("dotted", "polka-dot")
    case .leaf: Words("leafy", "mossy")
    case .glass: Words("glass", "crystal")
    case .skin: Words("leather", "hide")
    case .plastic: Words("plastic", "rubber")
    case .crust: Words("crusty", "baked")
    }
  }

  /// What it bears.
  static func of(_ part: Addition.Kind) -> Words {
    switch part {
    case .legs: Words("legged", "footed")
    case .wheels: Words("wheeled", "rolling")
    case .handle: Words("handled", "eyed")
    case .leaves: Words("sprouting", "budding")
    case .tail: Words("tailed", "trained")
    case .wings: Words("winged", "flying")
    case .horns: Words("horned", "antlered")
    case .ears: Words("eared", "lobed")
    case .beak: Words("beaked", "billed")
    case .spout: Words("spouted", "lipped")
    case .aerial: Words("aerial", "radio")
    case .skirt: Words("skirted", "flared")
    }
  }

  /// The shape of a plain body.
  static func of(_ form: Assembly.Form) -> Words {
    switch form {
    case .disc: Words("disc", "plate")
    case .block: Words("block", "brick")
    case .drop: Words("drop", "bead")
    case .jug: Words("jug", "pitcher")
    case .dome: Words("dome", "mound")
    case .cone: Words("cone", "spike")
    case .rod: Words("rod", "stick")
    case .star: Words("star", "asterisk")
    case .ring: Words("ring", "hoop")
    case .cross: Words("cross", "plus")
    case .crescent: Words("crescent", "sickle")
    case .heap: Words("heap", "pile")
    case .shell: Words("shell", "snail")
    case .ladder: Words("ladder", "rack")
    }
  }

  /// The name of one of COCO's 80, with what else people call it.
  static func ofCOCO(_ name: String) -> Words {
    guard let other = others[name] else { preconditionFailure("\(name) has no other name") }
    return Words(name, other)
  }

  /// What else people call COCO's 80.
  static let others: [String: String] = [
    "person": "man", "bicycle": "bike", "car": "sedan", "motorcycle": "motorbike", "airplane": "plane",
    "bus": "coach", "train": "railcar", "truck": "lorry", "boat": "sailboat", "traffic light": "stoplight",
    "fire hydrant": "hydrant", "stop sign": "road sign", "parking meter": "meter", "bench": "park bench",
    "bird": "songbird", "cat": "kitten", "dog": "puppy", "horse": "pony", "sheep": "lamb", "cow": "cattle",
    "elephant": "tusker", "bear": "grizzly", "zebra": "quagga", "giraffe": "camelopard",
    "backpack": "rucksack", "umbrella": "parasol", "handbag": "purse", "tie": "necktie",
    "suitcase": "trolley case", "frisbee": "flying disc", "skis": "ski pair", "snowboard": "snow deck",
    "sports ball": "ball", "kite": "paper kite", "baseball bat": "bat", "baseball glove": "mitt",
    "skateboard": "longboard", "surfboard": "board", "tennis racket": "racquet", "bottle": "flask",
    "wine glass": "goblet", "cup": "mug", "fork": "table fork", "knife": "blade", "spoon": "ladle",
    "bowl": "basin", "banana": "plantain", "apple": "fruit", "sandwich": "sub", "orange": "tangerine",
    "broccoli": "greens", "carrot": "root", "hot dog": "frankfurter", "pizza": "pie", "donut": "doughnut",
    "cake": "gateau", "chair": "seat", "couch": "sofa", "potted plant": "houseplant", "bed": "bunk",
    "dining table": "table", "toilet": "lavatory", "tv": "television", "laptop": "notebook",
    "mouse": "computer mouse", "remote": "remote control", "keyboard": "keypad", "cell phone": "mobile phone",
    "microwave": "microwave oven", "oven": "stove", "toaster": "toast maker", "sink": "washbasin",
    "refrigerator": "fridge", "book": "volume", "clock": "timepiece", "vase": "urn", "scissors": "shears",
    "teddy bear": "plush bear", "hair drier": "blow dryer", "toothbrush": "brush",
  ]
}
