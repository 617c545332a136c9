import Pictures
import Tensors

/// A way to build a thing out of parts. Its stored properties are its proportions and the shapes of its
/// parts; colours and textures come from outside, pose from the generator.
protocol BodyPlan: Sendable, Hashable, Codable {
  func draw(on sketch: inout Sketch, _ materials: Swatches, using generator: inout PCG32)
}

/// The three surfaces of one instance: most of it, its second part, its details.
struct Swatches: Sendable {
  var main: Swatch
  var trim: Swatch
  var accent: Swatch
}

/// A kind of thing as a value: a body plan, three materials, and parts added to it. COCO's 80 categories are
/// recipes; so are the things that no annotation names.
public struct Recipe: Sendable, Hashable, Codable {
  var plan: Plan
  var main: Material
  var trim: Material
  var accent: Material
  /// Parts that the plan does not have by itself.
  var additions: [Addition] = []
  /// How much an instance leans: the largest turn, in radians, to either side.
  var lean = 0.12
  /// Size beside that of other things, about 1.
  var size = 1.0
  /// Whether it may face either way; lettering may not.
  var mirroring = Mirroring.free

  private func swatches(using generator: inout PCG32) -> Swatches {
    Swatches(
      main: main.swatch(using: &generator), trim: trim.swatch(using: &generator),
      accent: accent.swatch(using: &generator))
  }

  enum Mirroring: String, Sendable, Hashable, Codable { case free, never }

  /// One instance. `form` draws its shape: view, pose, proportions; and the usual colours of that shape. It has these, or
  /// colours of its own within the palettes.
  func sketch(form: inout PCG32, hasUsualColors: Bool, using generator: inout PCG32) -> Sketch {
    let usual = swatches(using: &form)
    let swatches = hasUsualColors ? usual : swatches(using: &generator)
    var body = Sketch()
    plan.body.draw(on: &body, swatches, using: &form)
    guard !additions.isEmpty else { return body }
    var sketch = Sketch()
    let bounds = body.bounds
    for addition in additions where addition.isBehind { addition.draw(on: &sketch, swatches, bounds) }
    sketch.add(body)
    for addition in additions where !addition.isBehind { addition.draw(on: &sketch, swatches, bounds) }
    return sketch
  }
}

/// The families of things: each has body plans of its own.
enum Plan: Sendable, Hashable, Codable {
  case quadruped(Quadruped)
  case beast(Beast)
  case bird(Bird)
  case fowl(Fowl)
  case figure(Figure)
  case car(RoadVehicle)
  case cycle(Cycle)
  case craft(Craft)
  case kite(Kite)
  case umbrella(Umbrella)
  case street(StreetThing)
  case furniture(Furniture)
  case luggage(Luggage)
  case worn(Worn)
  case board(Board)
  case sport(SportsThing)
  case vessel(Vessel)
  case tableware(Tableware)
  case handTool(HandTool)
  case produce(Produce)
  case food(Food)
  case device(Device)
  case appliance(Appliance)
  case indoor(IndoorThing)
  case assembly(Assembly)

  var body: any BodyPlan {
    switch self {
    case .quadruped(let plan): plan
    case .beast(let plan): plan
    case .bird(let plan): plan
    case .fowl(let plan): plan
    case .figure(let plan): plan
    case .car(let plan): plan
    case .cycle(let plan): plan
    case .craft(let plan): plan
    case .kite(let plan): plan
    case .umbrella(let plan): plan
    case .street(let plan): plan
    case .furniture(let plan): plan
    case .luggage(let plan): plan
    case .worn(let plan): plan
    case .board(let plan): plan
    case .sport(let plan): plan
    case .vessel(let plan): plan
    case .tableware(let plan): plan
    case .handTool(let plan): plan
    case .produce(let plan): plan
    case .food(let plan): plan
    case .device(let plan): plan
    case .appliance(let plan): plan
    case .indoor(let plan): plan
    case .assembly(let plan): plan
    }
  }
}
