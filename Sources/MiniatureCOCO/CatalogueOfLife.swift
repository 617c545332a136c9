/// What lives: people and animals.
extension Catalogue {
  static let people = Family(
    title: "figures",
    members: [
      (
        "person",
        [
          Recipe(
            .figure(.person), Material(.cloth, .clothes, .white),
            Material(.cloth, .navy + .charcoal + .tan + .blue),
            Material(.skin, .skins, .hair), lean: 0.1, size: 1.15)
        ]
      ),
      (
        "teddy bear",
        [
          Recipe(
            .figure(.teddyBear), Material(.fur, .brown + .tan + .ginger),
            Material(.clothDotted, .red + .blue),
            Material(.fur, .cream))
        ]
      ),
      (
        "bird",
        [
          Recipe(
            .bird(Bird()), Material(.feathered, .blue + .red + .brown + .yellow + .grey),
            Material(.feathered, .charcoal + .navy + .darkBrown), Material(.plain, .orange), lean: 0.25)
        ]
      ),
    ])

  static let grazers = Family(
    title: "horse and kin",
    members: [
      (
        "horse",
        [
          Recipe(
            .quadruped(
              Quadruped(
                bodyHeight: 21, legLength: 32, legWidth: 6, neckLength: 25, neckAngle: 0.95, headSize: 7.5,
                ears: .pointed, tail: .brush, muzzle: .long, crown: .mane)),
            Material(.fur, .brown + .darkBrown + .ginger), Material(.fur, .black), Material(.skin, .charcoal),
            size: 1.15)
        ]
      ),
      (
        "zebra",
        [
          Recipe(
            .quadruped(
              Quadruped(
                bodyHeight: 22, legLength: 29, legWidth: 6, neckLength: 23, neckAngle: 0.9, headSize: 7.5,
                ears: .round, tail: .tufted, muzzle: .long, crown: .mane)),
            Material(.striped, .white, .black), Material(.fur, .black), Material(.skin, .black), size: 1.1)
        ]
      ),
      (
        "giraffe",
        [
          Recipe(
            .quadruped(
              Quadruped(
                bodyHeight: 21, legLength: 40, legWidth: 5.5, neckLength: 56, neckAngle: 1.15, headSize: 7,
                ears: .small, tail: .tufted, muzzle: .long, crown: .ossicones)),
            Material(.spotted, .gold + .tan, .brown), Material(.fur, .darkBrown), Material(.skin, .cream),
            lean: 0.05, size: 1.25)
        ]
      ),
      (
        "cow",
        [
          Recipe(
            .quadruped(
              Quadruped(
                bodyHeight: 27, legLength: 21, legWidth: 7, neckLength: 14, neckAngle: 0.35, headSize: 8.5,
                ears: .small, tail: .tufted, muzzle: .long, crown: .horns)),
            Material(.patched, .white, .black + .brown), Material(.fur, .charcoal), Material(.skin, .pink),
            size: 1.1)
        ]
      ),
    ])

  static let beasts = Family(
    title: "cat, dog, bear",
    members: [
      (
        "cat",
        [
          Recipe(
            .quadruped(
              Quadruped(
                bodyHeight: 19, legLength: 15, legWidth: 6.5, neckLength: 11, neckAngle: 0.85, headSize: 14,
                ears: .pointed, tail: .raised, muzzle: .flat)),
            Material(.striped, .ginger, .brown), Material(.fur, .cream), Material(.fur, .cream))
        ]
      ),
      (
        "dog",
        [
          Recipe(
            .quadruped(
              Quadruped(
                bodyHeight: 20, legLength: 19, legWidth: 7, neckLength: 14, neckAngle: 0.85, headSize: 11,
                ears: .floppy, tail: .plume, muzzle: .medium)),
            Material(.fur, .tan + .white + .ginger), Material(.fur, .darkBrown + .brown),
            Material(.fur, .cream)
          )
        ]
      ),
      (
        "bear",
        [
          Recipe(
            .quadruped(
              Quadruped(
                bodyHeight: 31, legLength: 16, legWidth: 12, neckLength: 9, neckAngle: 0.25, headSize: 13.5,
                ears: .round, tail: .stub, muzzle: .medium)),
            Material(.fur, .darkBrown + .black), Material(.fur, .black), Material(.fur, .tan), size: 1.15)
        ]
      ),
    ])

  static let hoofed = Family(
    title: "sheep, elephant",
    members: [
      (
        "sheep",
        [
          Recipe(
            .quadruped(
              Quadruped(
                bodyHeight: 28, legLength: 14, legWidth: 5.5, neckLength: 9, neckAngle: 0.5, headSize: 9.5,
                ears: .floppy, tail: .stub, muzzle: .medium, crown: .wool)),
            Material(.woolly, .cream + .white), Material(.fur, .charcoal), Material(.woolly, .charcoal))
        ]
      ),
      (
        "elephant",
        [
          Recipe(
            .quadruped(
              Quadruped(
                bodyHeight: 34, legLength: 22, legWidth: 12.5, neckLength: 10, neckAngle: 0.7, headSize: 14,
                ears: .flaps, tail: .tufted, muzzle: .trunk)),
            Material(.skin, .grey), Material(.skin, .charcoal), Material(.skin, .grey), lean: 0.06, size: 1.25
          )
        ]
      ),
    ])
}
