import Foundation
import Pictures
import Tensors

/// What is in a scene, and where: its things, back to front, and the places that they find.
struct Arrangement {
  let configuration: MiniatureWorld.Configuration
  let composition: MiniatureWorld.Composition
  let lexicon: Lexicon

  init(_ configuration: MiniatureWorld.Configuration) {
    self.configuration = configuration
    composition = configuration.composition ?? .none
    lexicon = Lexicon.of(configuration.vocabulary)
  }

  /// A thing to be placed.
  struct Thing {
    /// Its number in the order in which the scene's things were thought of.
    var id: Int
    /// The category's index, or nil for a thing that no annotation names.
    var category: Int?
    var recipe: Recipe
    /// What draws its view, its pose and its proportions.
    var form: PCG32
    /// Its size in pixels.
    var side: Double
    /// How far back it stands.
    var depth: Double
    var light: Light
    /// The thing that bears it, by number.
    var bearer: Int?
  }

  // MARK: What is there

  /// The things of a scene, those farthest back first. `weights` say how frequent each category is where the scene is.
  func things(weights: [Double], using g: inout PCG32) -> [Thing] {
    let light = Light.ofScene(using: &g)
    let wanted = configuration.medianObjects * exp(configuration.objectSpread * Double(g.normal()))
    let named = min(max(1, Int(wanted.rounded())), configuration.maximumObjects)
    // Where there are many things, they are seen from farther away.
    let scale = pow(Double(named) / configuration.medianObjects, -composition.crowding)
    var things: [Thing] = []
    func add(_ category: Int?, _ recipe: Recipe, _ form: PCG32, isLeading: Bool = false) {
      let relative = category.flatMap { lexicon.side(of: $0) } ?? recipe.size
      let spread = exp(configuration.sideSpread * Double(g.normal()))
      let side = configuration.medianSide * scale * spread * pow(relative, composition.sidePower)
      things.append(
        Thing(
          id: things.count, category: category, recipe: recipe, form: form,
          side: min(
            max(side, isLeading ? composition.leadingSide : configuration.sides.lowerBound),
            configuration.sides.upperBound),
          depth: category == nil ? configuration.unnamedDepth : 0, light: light.onThing(using: &g)))
    }
    // Many a scene begins with what others are held by or lie on.
    let bearing = weights.enumerated().map { Setting.bears($0) ? $1 : 0 }
    for number in 0..<named {
      let category: Int
      if number == 0 && bearing.contains(where: { $0 > 0 }) && g.chance(composition.leading) {
        category = g.index(weights: bearing)
      } else if number > 0 && g.chance(configuration.companions) {
        category = things[g.below(things.count)].category!
      } else {
        category = g.index(weights: weights)
      }
      var form = form(of: category, using: &g)
      let makes = lexicon.makes[category]
      add(
        category, makes[form.below(makes.count)], form,
        isLeading: number == 0 && Setting.bears(category) && named > 1)
    }
    let unnamed = (Double(named) * configuration.unnamedPerObject * g.uniform(0.6...1.4)).rounded()
    for _ in 0..<min(Int(unnamed), 3 * configuration.maximumObjects) {
      add(nil, Recipe.random(using: &g), PCG32(seed: g.next()))
    }
    // Where nothing overlaps, none stands behind another, and the named ones find their places first.
    if configuration.overlap == .none { return things }
    findBearers(for: &things, using: &g)
    // Large things tend to stand behind small ones, unnamed ones behind named.
    for index in things.indices { things[index].depth += log(things[index].side) + 0.3 * Double(g.normal()) }
    for index in things.indices {
      if let bearer = things[index].bearer {
        things[index].depth = min(things[index].depth, things[bearer].depth - 0.01)
      }
    }
    return things.sorted { $0.depth > $1.depth }
  }

  /// The form of an instance: which make it is, from where it is seen, its pose and its proportions.
  ///
  /// A category has `forms` of them, the first common and the last rare: the k-th is as frequent as 1 / k, as words are
  /// (Zipf's law). Light, size and distortion are each instance's own, and so are the colours of some.
  private func form(of category: Int, using g: inout PCG32) -> PCG32 {
    guard composition.forms > 1 else { return PCG32(seed: UInt64(category), stream: 0xF0) }
    let place = exp(g.uniform(0...1.0) * log(composition.forms + 1)).rounded(.down)
    return PCG32(seed: UInt64(category), stream: 0xF0 + UInt64(place))
  }

  /// Small things are held by people, lie on tables and seats, stand before vehicles and large animals: they are smaller
  /// then than what bears them.
  private func findBearers(for things: inout [Thing], using g: inout PCG32) {
    let bearers = things.filter {
      $0.side >= composition.leastBearer && $0.category.map(Setting.bears) ?? false
    }
    guard !bearers.isEmpty else { return }
    for index in things.indices {
      guard let category = things[index].category, !Setting.bears(category), g.chance(composition.bearing)
      else { continue }
      let bearer = bearers[g.index(weights: bearers.map { $0.side * $0.side })]
      things[index].bearer = bearer.id
      things[index].side = max(
        configuration.sides.lowerBound, min(things[index].side, composition.borneSide * bearer.side))
    }
  }

  // MARK: Where it is

  /// Where a thing stands that has been placed.
  private struct Place {
    var id: Int
    var category: Int?
    var bounds: Bounds
  }

  /// The layers of the things, back to front; those that find no place are left out.
  func layers(of things: [Thing], using g: inout PCG32) -> [Layer] {
    let size = Double(configuration.size)
    var places: [Place] = []
    return things.compactMap { thing in
      var form = thing.form
      let pose = Pose.random(
        of: thing.recipe, form: &form, usualColors: thing.category == nil ? 0 : composition.usualColors,
        using: &g)
      let host = host(of: thing, among: places, using: &g)
      var side = thing.side
      for attempt in 0..<Self.tries {
        let atOrigin = pose.placed(side: side, at: .zero)
        let extent = atOrigin.bounds(of: pose.sketch)
        var target = Point(g.uniform(0.05...0.95) * size, g.uniform(0.05...0.95) * size)
        if let host, attempt < Self.tries / 2 {
          let reach = thing.bearer == host.id ? composition.borneReach : flockReach
          target = Point(
            host.bounds.centre.x + g.uniform(-reach...reach) * (host.bounds.width + extent.width) / 2,
            host.bounds.centre.y + g.uniform(-reach...reach) * (host.bounds.height + extent.height) / 2)
        }
        let bounds = extent.moved(by: target)
        // At least half must lie within the scene, across and down.
        let across = (min(bounds.right, size) - max(bounds.left, 0)) / bounds.width
        let down = (min(bounds.bottom, size) - max(bounds.top, 0)) / bounds.height
        guard across > 0.5 && down > 0.5 else { continue }
        if configuration.overlap == .none {
          side = max(side * 0.96, configuration.sides.lowerBound)
          if places.contains(where: { $0.bounds.meets(bounds) }) { continue }
        } else if thing.category != nil, attempt < Self.tries - 1 {
          // It keeps clear of named things of other kinds than the one that it is placed upon, if it finds room.
          let meets = places.contains {
            $0.category != nil && $0.category != host?.category && $0.bounds.meets(bounds)
          }
          if meets && !(Double(attempt) > composition.patience) { continue }
        }
        places.append(Place(id: thing.id, category: thing.category, bounds: bounds))
        return Layer(
          pose.sketch, at: atOrigin.moved(to: target), category: thing.category, size: configuration.size,
          light: thing.light)
      }
      return nil
    }
  }

  private static let tries = 50

  private var flockReach: Double {
    if case .crowded(_, let reach) = configuration.overlap { reach } else { 0 }
  }

  /// Upon which of the things that are there a further one is placed; nil for none of them: upon what bears it, upon its own
  /// kind, or, if it has no name, upon any.
  private func host(of thing: Thing, among places: [Place], using g: inout PCG32) -> Place? {
    guard case .crowded(let share, _) = configuration.overlap else { return nil }
    if let bearer = thing.bearer, let place = places.first(where: { $0.id == bearer }) { return place }
    let kin = thing.category == nil ? places : places.filter { $0.category == thing.category }
    return !kin.isEmpty && g.chance(share) ? kin[g.below(kin.count)] : nil
  }
}

extension Bounds {
  func moved(by offset: Point) -> Bounds {
    Bounds(left: left + offset.x, top: top + offset.y, right: right + offset.x, bottom: bottom + offset.y)
  }

  /// Whether two boxes share any of the pixels they touch.
  func meets(_ other: Bounds) -> Bool {
    left.rounded(.down) < other.right.rounded(.up) && other.left.rounded(.down) < right.rounded(.up)
      && top.rounded(.down) < other.bottom.rounded(.up) && other.top.rounded(.down) < bottom.rounded(.up)
  }
}
