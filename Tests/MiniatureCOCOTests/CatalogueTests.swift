import COCO
import Foundation
import Pictures
import Testing
import Tensors

@testable import MiniatureCOCO

@Suite("§3 The 80 categories as drawings")
struct CatalogueTests {
  @Test("Every category of COCO has one recipe, and no recipe lacks a category")
  func complete() {
    let names = Catalogue.families.flatMap(\.members).map(\.name)
    #expect(names.count == 80)
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

  /// One instance, drawn 48 pixels large: its mean colour over a grid of 8 x 8 cells, with opacity.
  private func appearance(_ recipe: Recipe) throws -> [Double] {
    var generator = PCG32(seed: 2, stream: 1)
    var pose = Pose.random(of: recipe, using: &generator)
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
    #expect(layer.area > 150)
    return cells
  }

  @Test("All 80 are drawn, and no two look alike")
  func distinct() throws {
    let looks = try Catalogue.makes.map { try appearance($0[0]) }
    for a in looks.indices {
      for b in looks.indices where b > a {
        let distance = zip(looks[a], looks[b]).reduce(0) { $0 + abs($1.0 - $1.1) } / Double(looks[a].count)
        #expect(
          distance > 0.008, "\(COCOCategories.all[a].name) and \(COCOCategories.all[b].name): \(distance)")
      }
    }
  }

  @Test("Instances of a category differ")
  func variety() {
    for recipe in Catalogue.makes.joined() {
      var generator = PCG32(seed: 6, stream: 0)
      let a = Pose.random(of: recipe, using: &generator)
      let b = Pose.random(of: recipe, using: &generator)
      #expect(a.turn != b.turn && a.stretch != b.stretch)
    }
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
