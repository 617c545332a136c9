/// Tools, devices and appliances.
extension Catalogue {
  static let tools = Family(
    title: "tools",
    members: [
      ("scissors", scissors), ("toothbrush", toothbrushes), ("hair drier", hairDriers),
    ])

  static let devices = Family(
    title: "screens and keys",
    members: [
      ("tv", televisions), ("laptop", laptops), ("mouse", mice), ("remote", remotes), ("keyboard", keyboards),
      ("cell phone", phones),
    ])

  static let appliances = Family(
    title: "appliances",
    members: [
      ("microwave", microwaves), ("oven", ovens), ("toaster", toasters), ("sink", sinks),
      ("refrigerator", refrigerators),
    ])

  static let indoor = Family(title: "paper", members: [("book", books)])

  // MARK: Colours

  /// Any hue: fresh, deep, dull or pale.
  private static let vivid = Palette(ColorRange(0...1, 0.5...0.95, 0.5...1))
  private static let deep = Palette(ColorRange(0...1, 0.3...0.8, 0.15...0.5))
  private static let dull = Palette(ColorRange(0...1, 0.1...0.45, 0.4...0.8))
  private static let pale = Palette(ColorRange(0...1, 0.05...0.3, 0.8...1))
  private static let painted = vivid + deep + dull + pale
  /// From white to black, cool and warm.
  private static let greys = Palette(
    ColorRange(0.55...0.65, 0...0.1, 0.05...1), ColorRange(0.08...0.14, 0...0.12, 0.1...1))
  private static let old = Palette(
    ColorRange(0.09...0.14, 0.12...0.35, 0.65...0.9), ColorRange(0.06...0.1, 0.1...0.3, 0.4...0.7))
  private static let dark = Palette.black + .charcoal + Palette(ColorRange(0...1, 0.05...0.35, 0.06...0.3))
  private static let steel =
    Palette.silver + .grey + Palette(ColorRange(0.5...0.65, 0.02...0.12, 0.55...0.95))
  private static let woods = Palette.brown + .darkBrown + .tan + .ginger

  // MARK: Screens and keys

  private static let televisions: [Recipe] = [
    (Television.flat, Material(.plastic, dark)), (.flat, Material(.plastic, greys + pale)),
    (.onWall, Material(.plastic, dark + greys)), (.tube, Material(.plastic, greys + old)),
    (.tube, Material(.plastic, dark + painted)), (.wooden, Material(.wood, woods)),
  ].map { make, main in
    Recipe(
      .device(.tv(make)), main, Material(.plastic, greys + old), Material(.plastic, greys + vivid), lean: 0.2,
      size: 1.15)
  }

  private static let laptops: [Recipe] = [
    (Laptop.slim, Material(.metal, steel + .white)), (.slim, Material(.metal, dark + deep)),
    (.slim, Material(.plastic, painted)), (.bulky, Material(.plastic, dark + greys)),
    (.bulky, Material(.plastic, old + greys)),
  ].map { make, main in
    Recipe(
      .device(.laptop(make)), main, Material(.plain, greys), Material(.plastic, dark + greys), lean: 0.15)
  }

  private static let mice: [Recipe] = [
    (ComputerMouse.corded, greys + old), (.cordless, painted + greys), (.flat, .white + pale + greys),
    (.gaming, dark + vivid), (.ball, greys + deep),
  ].map { make, palette in
    Recipe(
      .device(.mouse(make)), Material(.plastic, palette), Material(.plastic, greys + vivid),
      Material(.plastic, vivid), lean: 3.14, size: 0.85)
  }

  private static let remotes: [Recipe] = [
    (RemoteControl.long, dark + greys), (.waisted, greys + old + deep), (.little, greys + painted),
    (.console, .white + pale + painted),
  ].map { make, palette in
    Recipe(
      .device(.remote(make)), Material(.plastic, palette), Material(.plastic, greys + pale),
      Material(.plastic, vivid), lean: 3.14, size: 0.95)
  }

  private static let keyboards: [Recipe] = [
    (Keyboard.full, greys + dark), (.full, old + .white), (.compact, painted + greys),
    (.split, greys + old), (.curved, greys + deep),
  ].map { make, palette in
    Recipe(
      .device(.keyboard(make)), Material(.plastic, palette), Material(.plain, greys + .white + painted),
      Material(.plain, vivid), lean: 0.6, size: 1.05)
  }

  private static let phones: [Recipe] = [
    (CellPhone.smart, dark + .white), (.smart, greys + painted), (.fromBehind, painted + greys),
    (.keys, greys + deep + vivid), (.folding, greys + painted),
  ].map { make, palette in
    Recipe(
      .device(.cellPhone(make)), Material(.plastic, palette), Material(.plain, greys + pale),
      Material(.plastic, vivid + greys), lean: 3.14, size: 0.9)
  }

  // MARK: Appliances

  private static let microwaves: [Recipe] = [
    (Microwave.plain, Material(.metal, .white + .cream + .silver)),
    (.plain, Material(.plastic, dark + greys + painted)),
    (.rounded, Material(.painted, painted)),
    (.overStove, Material(.metal, steel + dark + .white + old)),
    (.dials, Material(.plastic, old + painted + .white)),
  ].map { make, main in
    Recipe(
      .appliance(.microwave(make)), main, Material(.glass, dark + greys + deep + dull + old),
      Material(.plastic, greys + vivid), lean: 0.2)
  }

  private static let ovens: [Recipe] = [
    (Oven.cooker, Material(.metal, .white + steel)), (.cooker, Material(.metal, dark + old)),
    (.builtIn, Material(.metal, steel + dark + .white)), (.double, Material(.metal, greys + old)),
    (.enamelled, Material(.painted, painted)),
  ].map { make, main in
    Recipe(
      .appliance(.oven(make)), main, Material(.glass, dark + greys), Material(.plastic, greys + vivid),
      lean: 0.16, size: 1.1)
  }

  private static let toasters: [Recipe] = [
    (Toaster.slots, Material(.metal, steel + dark)), (.slots, Material(.plastic, .white + painted)),
    (.rounded, Material(.painted, painted + steel)), (.long, Material(.metal, steel + painted)),
    (.oven, Material(.metal, greys + dark + vivid)),
  ].map { make, main in
    Recipe(
      .appliance(.toaster(make)), main, Material(.plastic, greys + dark), Material(.plastic, greys + dark),
      lean: 0.2)
  }

  private static let sinks: [Recipe] = [
    (Sink.pillar, Material(.glass, .white + .cream + pale + dull)),
    (.wall, Material(.glass, .white + old + painted)),
    (.sunken, Material(.glass, .white + greys + painted)), (.kitchen, Material(.metal, steel + greys)),
    (.deep, Material(.glass, .white + greys + old)), (.bowl, Material(.glass, painted + greys)),
  ].map { make, main in
    Recipe(
      .appliance(.sink(make)), main, Material(.metal, steel + .gold + dark), Material(.metal, steel),
      lean: 0.05,
      size: 1.05)
  }

  private static let refrigerators: [Recipe] = [
    (Refrigerator.topFreezer, Material(.metal, .white + old + pale)),
    (.bottomFreezer, Material(.metal, steel + dark)), (.sideBySide, Material(.metal, steel + greys)),
    (.small, Material(.plastic, greys + painted)), (.rounded, Material(.painted, painted)),
    (.glass, Material(.plastic, greys + vivid)),
  ].map { make, main in
    Recipe(
      .appliance(.fridge(make)), main, Material(.metal, greys), Material(.plain, vivid), lean: 0.1, size: 1.25
    )
  }

  // MARK: Books and clocks

  private static let books: [Recipe] = [
    Book.closed, .open, .upright, .lying, .pile,
  ].map { make in
    Recipe(
      .indoor(.book(make)), Material(.skin, painted + greys), Material(.plain, .gold + .cream + painted),
      Material(.plain, painted), lean: make == .closed || make == .open ? 3.14 : 0.25, size: 0.95)
  }

  static let clocks: [Recipe] = [
    (Timepiece.round, Material(.plastic, greys + painted)), (.round, Material(.wood, woods)),
    (.square, Material(.plastic, greys + painted)), (.bells, Material(.metal, painted + steel)),
    (.digital, Material(.plastic, greys + painted)), (.tall, Material(.wood, woods)),
    (.mantel, Material(.wood, woods + painted)), (.post, Material(.painted, dark + deep)),
  ].map { make, main in
    Recipe(
      .indoor(.clock(make)), main, Material(.plain, .white + .cream + greys + painted),
      Material(.metal, .gold + steel + dark), lean: 0.1, size: 0.9)
  }

  // MARK: Tools

  private static let scissors: [Recipe] = [
    (Scissors.paper, Material(.metal, steel), painted + dark),
    (.shears, Material(.metal, steel + dark), dark + greys + deep),
    (.round, Material(.metal, steel + pale), vivid + pale),
    (.fine, Material(.metal, steel + .gold + vivid), steel),
  ].map { make, main, handle in
    Recipe(
      .handTool(.scissors(make)), main, Material(.plastic, handle), Material(.metal, greys), lean: 3.14)
  }

  private static let toothbrushes: [Recipe] = [
    (Toothbrush.side, Material(.plastic, painted)), (.front, Material(.plastic, painted + .white)),
    (.bent, Material(.plastic, painted + greys)),
    (.electric, Material(.plastic, .white + pale + painted + dark)),
    (.side, Material(.wood, woods)),
  ].map { make, main in
    Recipe(
      .handTool(.toothbrush(make)), main, Material(.plain, .white + .cream + pale + vivid),
      Material(.plain, vivid + .white), lean: 3.14, size: 0.95)
  }

  private static let hairDriers: [Recipe] = [
    (HairDrier.pistol, painted + dark), (.pistol, .white + greys), (.dome, painted + old + steel),
    (.diffuser, painted + greys), (.folded, painted + greys),
  ].map { make, palette in
    Recipe(
      .handTool(.hairDrier(make)), Material(.plastic, palette), Material(.plastic, greys + painted),
      Material(.plastic, dark + greys + vivid), lean: 1.2)
  }
}
