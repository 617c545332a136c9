import Tensors
import Testing

@testable import COCO

@Suite("§2.2 Class splits")
struct ClassSplitTests {
  @Test("COCO has 80 categories under ids from 1 to 90, 20 of them VOC's")
  func categories() {
    #expect(COCOCategories.all.count == 80)
    #expect(COCOCategories.all.map(\.id) == COCOCategories.all.map(\.id).sorted())
    #expect(COCOCategories.all.first?.id == 1)
    #expect(COCOCategories.all.last?.id == 90)
    #expect(Set(COCOCategories.all.map(\.name)).count == 80)
    #expect(Set(COCOCategories.all.map(\.supercategory)).count == 12)
    #expect(COCOCategories.vocNames.count == 20)
    #expect(COCOCategories.all.filter(COCOCategories.isVOC).count == 20)
    #expect(COCOCategories.index(ofName: "zebra") == 22)
    #expect(COCOCategories.index(ofName: "aeroplane") == nil)
  }

  @Test("Each of the 25 random draws has as many different members as it says")
  func draws() {
    for count in RandomSplits.counts {
      for trial in RandomSplits.trials {
        let drawn = RandomSplits.indices(count: count, trial: trial) ?? []
        #expect(drawn.count == count)
        #expect(Set(drawn).count == count)
        #expect(drawn.allSatisfy { 0..<80 ~= $0 })
      }
    }
    #expect(RandomSplits.indices(count: 20, trial: 1)?.prefix(4) == [61, 57, 77, 6])
    #expect(RandomSplits.indices(count: 25, trial: 1) == nil)
  }
}

extension ClassSplitTests {
  private static let none: [Annotation] = []

  @Test("VOC and its reverse share out the 80 classes, 20 and 60")
  func halves() throws {
    let voc = try ClassSplit.voc.setA(of: COCOCategories.all, annotations: Self.none)
    let nonVOC = try ClassSplit.nonVOC.setA(of: COCOCategories.all, annotations: Self.none)
    #expect(voc.count == 20)
    #expect(nonVOC.count == 60)
    #expect(voc.union(nonVOC) == Set(1...80))
    // By COCO's index, from 0.
    let expected: Set = [0, 1, 2, 3, 4, 5, 6, 8, 14, 15, 16, 17, 18, 19, 39, 56, 57, 58, 60, 62]
    #expect(voc == Set(expected.map { $0 + 1 }))
  }

  @Test("COCO's 80 among others are known by their names")
  func coco() throws {
    let more = COCOCategories.all + [Category(id: 101, name: "sofa", supercategory: "")]
    #expect(try ClassSplit.coco.setA(of: more, annotations: Self.none) == Set(1...80))
    #expect(try ClassSplit.coco.setA(of: more.reversed(), annotations: Self.none) == Set(2...81))
    #expect(ClassSplit("coco") == .coco && ClassSplit.coco.description == "coco")
    #expect(throws: InputError.self) {
      try ClassSplit.coco.setA(of: [more.last!], annotations: Self.none)
    }
  }

  @Test("Categories are known by name, in whatever order a data set has them")
  func byName() throws {
    let few = [(7, "zebra"), (3, "person"), (5, "kite")].map {
      Category(id: $0.0, name: $0.1, supercategory: "")
    }
    #expect(try ClassSplit.voc.setA(of: few, annotations: Self.none) == [2])
    #expect(try ClassSplit.nonVOC.setA(of: few, annotations: Self.none) == [1, 3])
    let drawn = try ClassSplit.random(count: 60, trial: 5).setA(
      of: COCOCategories.all, annotations: Self.none)
    #expect(drawn == Set(RandomSplits.indices(count: 60, trial: 5)!.map { $0 + 1 }))
  }

  @Test("As annotated: a class is in A if an object of it that is no crowd has a shape")
  func asAnnotated() throws {
    func object(_ category: Int, _ segmentation: Segmentation?, isCrowd: Bool = false) -> Annotation {
      Annotation(
        id: 1, imageID: 1, categoryID: category, box: BoundingBox(x: 0, y: 0, width: 1, height: 1),
        segmentation: segmentation, area: 1, isCrowd: isCrowd)
    }
    let few = (1...3).map { Category(id: 10 * $0, name: "\($0)", supercategory: "") }
    let triangle = Segmentation.polygons([[0, 0, 1, 0, 0, 1]])
    let annotations = [object(10, nil), object(20, triangle), object(30, triangle, isCrowd: true)]
    #expect(try ClassSplit.asAnnotated.setA(of: few, annotations: annotations) == [2])
    #expect(throws: InputError.self) { try ClassSplit.asAnnotated.setA(of: few, annotations: Self.none) }
    #expect(throws: InputError.self) {
      try ClassSplit.random(count: 20, trial: 1).setA(of: few, annotations: Self.none)
    }
  }

  @Test("Splits are written as the command line reads them")
  func names() {
    for name in ["voc", "non-voc", "random:40:3", "as-annotated"] {
      #expect(ClassSplit(name)?.description == name)
    }
    for name in ["VOC", "random:41:3", "random:40:6", "random:40", "random:40:3:1", "random::", ""] {
      #expect(ClassSplit(name) == nil)
    }
  }

  @Test("Each class of A is held out in one of four folds, and no class of B is judged in any")
  func heldOut() throws {
    let source = Categories()
    for split in [ClassSplit.voc, .nonVOC, .random(count: 30, trial: 2)] {
      let whole = try split.setA(of: source)
      let folds = try (1...4).map { fold in
        let heldOut = ClassSplit.heldOut(fold: fold, of: split)
        #expect(ClassSplit(heldOut.description) == heldOut)
        #expect(try heldOut.judged(of: source) == whole)
        return whole.subtracting(try heldOut.setA(of: source))
      }
      #expect(folds.reduce(Set()) { $0.union($1) } == whole)
      #expect(folds.map(\.count).reduce(0, +) == whole.count)
      #expect(try split.judged(of: source) == Set(1...80))
    }
    #expect(ClassSplit("voc/5") == nil && ClassSplit("voc/") == nil && ClassSplit("cats/1") == nil)
  }

  /// COCO's categories without any image.
  private struct Categories: ExampleSource {
    let categories = COCOCategories.all
    let count = 0
    func example(at index: Int) -> Example { preconditionFailure("there is none") }
  }
}
