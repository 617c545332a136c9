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
