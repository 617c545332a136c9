/// Tools, devices and appliances.
extension Catalogue {
  static let tools = Family(
    title: "tools",
    members: [
      (
        "scissors",
        [
          Recipe(
            .utensil(.scissors), Material(.metal, .silver), Material(.plastic, .red + .orange + .blue),
            Material(.metal, .grey), lean: 0.45)
        ]
      ),
      (
        "toothbrush",
        [
          Recipe(
            .utensil(.toothbrush), Material(.plastic, .sky + .pink + .lime + .purple),
            Material(.plain, .white),
            Material(.plain, .blue), lean: 0.5, size: 0.95)
        ]
      ),
      (
        "hair drier",
        [
          Recipe(
            .utensil(.hairDrier), Material(.plastic, .pink + .purple + .charcoal + .teal),
            Material(.plastic, .charcoal + .purple), Material(.plastic, .black + .silver), lean: 0.4)
        ]
      ),
    ])

  static let devices = Family(
    title: "screens and keys",
    members: [
      (
        "tv",
        [
          Recipe(
            .device(.tv), Material(.plastic, .black + .charcoal), Material(.glass, .blue),
            Material(.plastic, .grey), lean: 0.2, size: 1.15)
        ]
      ),
      (
        "laptop",
        [
          Recipe(
            .device(.laptop), Material(.metal, .silver + .charcoal), Material(.plain, .blue + .sky + .navy),
            Material(.plastic, .black), lean: 0.15)
        ]
      ),
      (
        "mouse",
        [
          Recipe(
            .device(.mouse), Material(.plastic, .white + .charcoal + .silver),
            Material(.plastic, .grey + .red),
            Material(.plastic, .black), lean: 0.5, size: 0.85)
        ]
      ),
      (
        "remote",
        [
          Recipe(
            .device(.remote), Material(.plastic, .black + .charcoal), Material(.plastic, .silver),
            Material(.plastic, .blue + .yellow + .green), lean: 0.45, size: 0.95)
        ]
      ),
      (
        "keyboard",
        [
          Recipe(
            .device(.keyboard), Material(.plastic, .charcoal + .silver + .cream), Material(.plain, .white),
            Material(.plain, .grey), lean: 0.25, size: 1.05)
        ]
      ),
      (
        "cell phone",
        [
          Recipe(
            .device(.cellPhone), Material(.plastic, .black + .silver + .pink),
            Material(.plain, .navy + .blue + .purple), Material(.plastic, .grey), lean: 0.4, size: 0.9)
        ]
      ),
    ])

  static let appliances = Family(
    title: "appliances",
    members: [
      (
        "microwave",
        [
          Recipe(
            .appliance(.microwave), Material(.metal, .white + .silver + .charcoal),
            Material(.glass, .charcoal),
            Material(.plastic, .grey), lean: 0.2)
        ]
      ),
      (
        "oven",
        [
          Recipe(
            .appliance(.oven), Material(.metal, .white + .silver + .cream), Material(.glass, .black),
            Material(.plastic, .charcoal), lean: 0.16, size: 1.1)
        ]
      ),
      (
        "toaster",
        [
          Recipe(
            .appliance(.toaster), Material(.metal, .silver + .red + .sky), Material(.plastic, .black),
            Material(.plastic, .black), lean: 0.2)
        ]
      ),
      (
        "sink",
        [
          Recipe(
            .appliance(.sink), Material(.glass, .white + .cream), Material(.metal, .silver),
            Material(.metal, .silver), lean: 0.04, size: 1.05)
        ]
      ),
      (
        "refrigerator",
        [
          Recipe(
            .appliance(.refrigerator), Material(.metal, .white + .silver + .teal), Material(.metal, .grey),
            Material(.plain, .yellow), lean: 0.14, size: 1.25)
        ]
      ),
    ])

  static let indoor = Family(
    title: "paper",
    members: [
      (
        "book",
        [
          Recipe(
            .indoor(.book), Material(.skin, .red + .navy + .green + .brown + .purple),
            Material(.plain, .gold + .cream), Material(.plain, .white), lean: 0.4, size: 0.95)
        ]
      )
    ])
}
