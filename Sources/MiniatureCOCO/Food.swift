import Tensors

/// What one eats, by kind and form.
enum Food: BodyPlan {
  case banana(Banana)
  case apple(Apple)
  case orange(Orange)
  case broccoli(Broccoli)
  case carrot(Carrot)
  case sandwich(Sandwich)
  case hotDog(HotDog)
  case pizza(Pizza)
  case donut(Donut)
  case cake(Cake)

  func draw(on s: inout Sketch, _ m: Swatches, using g: inout PCG32) {
    switch self {
    case .banana(let form): form.draw(on: &s, m, using: &g)
    case .apple(let form): form.draw(on: &s, m, using: &g)
    case .orange(let form): form.draw(on: &s, m, using: &g)
    case .broccoli(let form): form.draw(on: &s, m, using: &g)
    case .carrot(let form): form.draw(on: &s, m, using: &g)
    case .sandwich(let form): form.draw(on: &s, m, using: &g)
    case .hotDog(let form): form.draw(on: &s, m, using: &g)
    case .pizza(let form): form.draw(on: &s, m, using: &g)
    case .donut(let form): form.draw(on: &s, m, using: &g)
    case .cake(let form): form.draw(on: &s, m, using: &g)
    }
  }
}

/// What one eats and drinks from and with, by kind and form.
enum Tableware: BodyPlan {
  case bottle(Bottle)
  case wineGlass(WineGlass)
  case cup(Cup)
  case bowl(Bowl)
  case cutlery(Cutlery)

  func draw(on s: inout Sketch, _ m: Swatches, using g: inout PCG32) {
    switch self {
    case .bottle(let form): form.draw(on: &s, m, using: &g)
    case .wineGlass(let form): form.draw(on: &s, m, using: &g)
    case .cup(let form): form.draw(on: &s, m, using: &g)
    case .bowl(let form): form.draw(on: &s, m, using: &g)
    case .cutlery(let form): form.draw(on: &s, m, using: &g)
    }
  }
}

/// An apple and a carrot as they grow, for things without a name to borrow.
enum Produce: String, BodyPlan, CaseIterable {
  case apple, carrot

  func draw(on s: inout Sketch, _ m: Swatches, using g: inout PCG32) {
    switch self {
    case .apple: Apple.whole.draw(on: &s, m, using: &g)
    case .carrot: Carrot.leafy.draw(on: &s, m, using: &g)
    }
  }
}
