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
}
