import COCO
import Pictures
import Tensors

extension MiniatureWorld {
  /// All 80 categories by family, each with its name and several instances on a plain ground; VOC's
  /// categories have a dot. Of a larger vocabulary a hundred of the others, from the most frequent to the rarest.
  public static func contactSheet(
    of vocabulary: Vocabulary? = nil, instances: Int = 4, cell: Double = 56, seed: UInt64 = 1
  ) -> Canvas {
    let columns = 5
    let margin = 14.0
    let (width, height) = ((Double(instances) * cell + 26).rounded(), (cell + 34).rounded())
    let members = vocabulary.map { Lexicon.of($0).sample(100) } ?? Catalogue.families.flatMap(\.members)
    let rows = (members.count + columns - 1) / columns
    let canvas = Canvas(
      width: Int(2 * margin + Double(columns) * width), height: Int(2 * margin + Double(rows) * height),
      background: Color(red: 0.93, green: 0.93, blue: 0.91))
    for (i, member) in members.enumerated() {
      let (x, y) = (margin + Double(i % columns) * width, margin + Double(i / columns) * height)
      var generator = PCG32(seed: seed, stream: UInt64(i))
      for k in 0..<instances {
        let pose = Pose.random(of: member.makes, using: &generator)
        let placement = pose.fitted(into: cell * 0.86, around: Point(cell / 2, cell / 2))
        let corner = Point(x + (Double(k) * cell).rounded() + 4, y)
        if let layer = Layer(pose.sketch, at: placement, category: nil, size: Int(cell)) {
          canvas.draw(layer.canvas, at: corner + Point(Double(layer.left), Double(layer.top)))
        }
      }
      let isVOC = COCOCategories.vocNames.contains(member.name)
      if isVOC {
        canvas.circle(center: Point(x + 8, y + cell + 12), radius: 4)
        canvas.fill(Color(red: 0.85, green: 0.35, blue: 0.1))
      }
      canvas.text(
        member.name, at: Point(x + (isVOC ? 17 : 4), y + cell + 17), size: vocabulary == nil ? 14 : 11.5,
        weight: isVOC ? .bold : .regular)
    }
    return canvas
  }
}
