import COCO
import Foundation
import Pictures
import Testing
import Tensors

@testable import MiniatureCOCO

@Suite("§3 The 80 categories as drawings")
struct CatalogueTests {
  @Test("Every category of COCO has its makes, no make lacks a category, and most categories have several")
  func complete() {
    let names = Catalogue.families.flatMap(\.members).map(\.name)
    #expect(names.count == 80)
    #expect(Catalogue.makes.allSatisfy { !$0.isEmpty })
    #expect(Catalogue.makes.count { $0.count > 2 } >= 60)
    for makes in Catalogue.makes { #expect(Set(makes.map(\.size)).count == 1) }
    #expect(Set(names) == Set(COCOCategories.all.map(\.name)))
    #expect(Frequencies.instances.count == 80)
  }

  @Test("Families straddle VOC and the rest")
  func straddling() {
    let mixed = Catalogue.families.filter { family in
      let inVOC = family.members.count { COCOCategories.vocNames.contains($0.name) }
      return inVOC > 0 && inVOC < family.members.count
    }
    #expect(mixed.count >= 8)
  }

  /// An instance, drawn 48 pixels large: its mean colour over a grid of 8 x 8 cells, with opacity.
  private func appearance(_ makes: [Recipe], _ number: UInt64) throws -> [Double] {
    var generator = PCG32(seed: 2, stream: number)
    var pose = Pose.random(of: makes, using: &generator)
    (pose.turn, pose.facing) = (0, 1)
    let layer = try #require(
      Layer(pose.sketch, at: pose.fitted(into: 46, around: Point(24, 24)), category: 0, size: 48))
    let canvas = Canvas(width: 48, height: 48, background: .white)
    canvas.draw(layer.canvas, at: Point(Double(layer.left), Double(layer.top)), sampling: .nearest)
    let image = canvas.image()
    var cells = [Double](repeating: 0, count: 8 * 8 * 3)
    for y in 0..<48 {
      for x in 0..<48 {
        for channel in 0..<3 {
          cells[(y / 6 * 8 + x / 6) * 3 + channel] +=
            Double(image.pixels[(y * 48 + x) * 3 + channel]) / 36 / 255
        }
      }
    }
    #expect(layer.area > 100)
    return cells
  }

  @Test("All 80 are drawn, and no two look alike on average")
  func distinct() throws {
    let looks = try Catalogue.makes.map { makes in
      let instances = try (0..<12).map { try appearance(makes, $0) }
      return instances[0].indices.map { cell in instances.reduce(0) { $0 + $1[cell] } / 12 }
    }
    for a in looks.indices {
      for b in looks.indices where b > a {
        let distance = zip(looks[a], looks[b]).reduce(0) { $0 + abs($1.0 - $1.1) } / Double(looks[a].count)
        #expect(
          distance > 0.008, "\(COCOCategories.all[a].name) and \(COCOCategories.all[b].name): \(distance)")
      }
    }
  }

  @Test("Instances of a make differ in turn and shape")
  func instances() {
    for recipe in Catalogue.makes.joined() {
      var generator = PCG32(seed: 6, stream: 0)
      let a = Pose.random(of: recipe, using: &generator)
      let b = Pose.random(of: recipe, using: &generator)
      #expect(a.turn != b.turn && a.bounds != b.bounds)
    }
  }

  @Test("No class is one drawing: nearest neighbours name few of its objects, in COCO's photographs 13 %")
  func variety() throws {
    var configuration = MiniatureWorld.Configuration.standard
    configuration.frequencyPower = 0
    let variety = try #require(
      try ClassVariety(of: MiniatureWorld(configuration, seed: 55, count: 300), threads: 2))
    #expect(variety.accuracyOfClass.count >= 70)
    #expect(variety.neighbourAccuracy < 0.35)
    // A guess that knows nothing would be right as often as there are classes.
    #expect(variety.neighbourAccuracy > 2 * variety.chance)
  }

  @Test("A distortion of no strength changes nothing; others keep a drawing whole")
  func distortions() {
    var sketch = Sketch()
    sketch.fill(.box(10, 20, 60, 40), .black)
    #expect(Distortion()(sketch).parts[0].path == sketch.parts[0].path)
    var generator = PCG32(seed: 3, stream: 0)
    for _ in 0..<20 {
      let bounds = Distortion.random(using: &generator)(sketch).bounds
      #expect((20...180).contains(bounds.width) && (15...130).contains(bounds.height))
    }
    // By hand: twice as wide as high, about the middle (40, 40), and no other change.
    let stretched = Distortion(stretch: 4)(sketch).bounds
    #expect(stretched == Bounds(left: -20, top: 30, right: 100, bottom: 50))
    let sheared = Distortion(shear: (across: 0.5, down: 0))(sketch)
    #expect(sheared.parts[0].path == .polygon([(-5, 20), (55, 20), (85, 60), (25, 60)]))
  }

  @Test("Recipes are values: random ones survive being written and read, and are none of the 80")
  func randomRecipes() throws {
    var generator = PCG32(seed: 1, stream: 9)
    for _ in 0..<50 {
      let recipe = Recipe.random(using: &generator)
      let copy = try JSONDecoder().decode(Recipe.self, from: JSONEncoder().encode(recipe))
      #expect(copy == recipe)
      #expect(!recipe.additions.isEmpty)
      #expect(!Catalogue.makes.joined().contains(recipe))
    }
  }

  @Test("The contact sheet shows something in every cell")
  func contactSheet() {
    let sheet = MiniatureWorld.contactSheet(instances: 1, cell: 24)
    #expect(sheet.width > 100 && sheet.height > 16 * 24)
  }

  @Test("Textures mark a surface or leave it plain, and stay within its bounds' reach")
  func textures() {
    let bounds = Bounds(left: 0, top: 0, right: 60, bottom: 40)
    for texture in Texture.allCases {
      let swatch = Swatch(texture: texture, base: .white, second: .black, seed: 5)
      let marks = Marks(swatch, within: bounds, pixelsPerUnit: 1)
      let isSmooth = texture.gloss != nil || [.plain, .skin, .cloth].contains(texture)
      #expect((marks == nil) == isSmooth, "\(texture)")
      // The same seed makes the same marks.
      #expect(marks?.path == Marks(swatch, within: bounds, pixelsPerUnit: 1)?.path)
    }
  }
}
