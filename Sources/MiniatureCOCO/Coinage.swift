import COCO
import Tensors

/// A kind of thing beyond COCO's 80: a recipe of the same grammar, and a name that says what it is made of.
struct Coinage: Sendable {
  /// The words of its name, in order.
  var words: [Words]
  /// What draws it: one or several recipes.
  var makes: [Recipe]
  var supercategory: String

  var name: String { words.map(\.usual).joined(separator: " ") }

  /// The same thing under another name: one of the words is changed for another of its meaning. Half of them look the same;
  /// the others differ in one detail's material.
  func nearSynonym(using g: inout PCG32) -> Coinage {
    var copy = self
    copy.words[g.below(words.count)].swap()
    if g.chance(0.5) {
      let accent = Material.random(using: &g)
      for index in copy.makes.indices { copy.makes[index].accent = accent }
    }
    return copy
  }

  /// A new kind: a plain body of some shape, an animal in proportions of its own, or one of COCO's 80 in another material;
  /// most bear a part that such a thing does not have by itself.
  static func random(using g: inout PCG32) -> Coinage {
    var coinage: Coinage
    let textures = Texture.allCases
    let texture = textures[g.below(textures.count)]
    let kind = g.uniform(0...1.0)
    if kind < 0.4 {
      coinage = assembly(texture, using: &g)
    } else if kind < 0.55 {
      coinage = beast(texture, using: &g)
    } else if kind < 0.63 {
      coinage = fowl(texture, using: &g)
    } else {
      coinage = variant(texture, using: &g)
    }
    coinage.words.insert(Words.of(texture), at: 0)
    guard g.chance(0.7) else { return coinage }
    let parts = Addition.Kind.allCases
    let roles = Addition.Role.allCases
    let part = Addition(kind: parts[g.below(parts.count)], role: roles[g.below(roles.count)])
    for index in coinage.makes.indices { coinage.makes[index].additions.append(part) }
    coinage.words.insert(Words.of(part.kind), at: 0)
    return coinage
  }

  /// A body of a plain shape: `tall wooden jug`.
  private static func assembly(_ texture: Texture, using g: inout PCG32) -> Coinage {
    let forms = Assembly.Form.allCases
    let bands = Assembly.Band.allCases
    let form = forms[g.below(forms.count)]
    let build: (words: [Words], aspects: ClosedRange<Double>) = [
      ([Words("tall", "slender")], 0.55...0.7), ([], 0.9...1.1), ([Words("broad", "squat")], 1.45...1.8),
    ][g.below(3)]
    let plan = Assembly(
      form: form, aspect: g.uniform(build.aspects), band: bands[g.below(bands.count)])
    let recipe = Recipe(
      .assembly(plan), .random(texture, using: &g), .random(using: &g), .random(using: &g),
      lean: g.uniform(0.05...0.5), size: g.uniform(0.85...1.2))
    return Coinage(words: build.words + [Words.of(form)], makes: [recipe], supercategory: "thing")
  }

  /// An animal on four legs, named after what is largest or smallest about it: `long-necked beast`.
  private static func beast(_ texture: Texture, using g: inout PCG32) -> Coinage {
    let body = Quadruped.random(using: &g)
    let trait: Words
    if body.muzzle == .trunk {
      trait = Words("trunked", "snouted")
    } else if body.neckLength > 30 {
      trait = Words("long-necked", "swan-necked")
    } else if body.legLength > 30 {
      trait = Words("long-legged", "lanky")
    } else if body.legLength < 14 {
      trait = Words("short-legged", "low")
    } else if body.bodyHeight > 29 {
      trait = Words("stout", "burly")
    } else if body.headSize > 11.5 {
      trait = Words("big-headed", "large-headed")
    } else {
      trait = Words("lean", "slight")
    }
    let recipe = Recipe(
      .quadruped(body), .random(texture, using: &g), .random(using: &g), .random(using: &g), size: 1.1)
    return Coinage(words: [trait, Words("beast", "creature")], makes: [recipe], supercategory: "animal")
  }

  /// A bird in proportions of its own.
  private static func fowl(_ texture: Texture, using g: inout PCG32) -> Coinage {
    let body = Bird(
      legLength: g.uniform(4...34.0), beakLength: g.uniform(4...26.0), tailLength: g.uniform(4...40.0),
      lift: 1)
    let trait: Words
    if body.legLength > 24 {
      trait = Words("wading", "stilted")
    } else if body.tailLength > 28 {
      trait = Words("long-tailed", "trailing")
    } else if body.beakLength > 18 {
      trait = Words("long-beaked", "sharp-beaked")
    } else {
      trait = Words("plump", "round")
    }
    let recipe = Recipe(
      .bird(body), .random(texture, using: &g), .random(using: &g), .random(using: &g), lean: 0.2)
    return Coinage(words: [trait, Words("fowl", "fledgling")], makes: [recipe], supercategory: "animal")
  }

  /// One of COCO's 80 made of something else: `woolen suitcase`.
  private static func variant(_ texture: Texture, using g: inout PCG32) -> Coinage {
    let index = g.below(Catalogue.makes.count)
    let category = COCOCategories.all[index]
    var makes = Catalogue.makes[index]
    let main = Material.random(texture, using: &g)
    for index in makes.indices { makes[index].main = main }
    return Coinage(
      words: [Words.ofCOCO(category.name)], makes: makes, supercategory: category.supercategory)
  }
}

extension Material {
  /// A texture in one or two of the palettes; where none is given, any.
  fileprivate static func random(_ texture: Texture? = nil, using g: inout PCG32) -> Material {
    let textures = Texture.allCases
    let texture = texture ?? textures[g.below(textures.count)]
    let palette = Palette.all[g.below(Palette.all.count)]
    let other = Palette.all[g.below(Palette.all.count)]
    return Material(
      texture, g.chance(0.5) ? palette : palette + other, Palette.all[g.below(Palette.all.count)])
  }
}
