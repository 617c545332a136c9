import COCO
import Pictures

/// What a page of scenes shows of a model.
enum SceneContent {
  /// The masks made in the true boxes for the true classes: the mask heads alone differ.
  case masksInTrueBoxes
  /// What is detected with a score of at least so much.
  case detections(from: Double)

  func sample(of result: RunResult, image: Int) -> SceneSample? {
    switch self {
    case .masksInTrueBoxes: return result.samplesInTrueBoxes?.first { $0.imageID == image }
    case .detections(let least):
      var sample = result.samples.first { $0.imageID == image }
      sample?.objects.removeAll { $0.score < least }
      return sample
    }
  }
}

extension StudyResults {
  /// The first scenes to judge by: truth, baseline, Mask^X and oracle side by side. Classes of B in warm colours, those of
  /// A in cool ones. Nil without results.
  ///
  /// - Parameter pictureWidth: in points; longer names need wider pictures.
  func scenePage(
    _ content: SceneContent, examples: [Example], note: String, pictureWidth: Double = 190
  ) -> PicturePage? {
    guard let split = study.splits.first, let data = study.experiments.first?.data else { return nil }
    let categories = data.categories
    let columns = study.rows.filter { $0.origin == .paper }.compactMap { row in
      results(row, split).first.map { (title: row.label, result: $0) }
    }
    let examples = examples.prefix(Evaluation.sampleCount)
    guard
      columns.contains(where: { column in
        examples.contains { content.sample(of: column.result, image: $0.imageID) != nil }
      })
    else { return nil }
    let setA = (try? split.setA(of: categories, annotations: EmptyCollection<Annotation>())) ?? []
    let namesOfA = Set(setA.map { categories[$0 - 1].name })
    let names = Dictionary(uniqueKeysWithValues: categories.map { ($0.id, $0.name) })

    let rows = examples.map { example in
      let truth = picture(of: truths(of: example, names), over: example.image, namesOfA)
      return PicturePage.Row(
        "",
        [PicturePage.Picture(example.image), truth]
          + columns.map { column in
            content.sample(of: column.result, image: example.imageID).map {
              picture(of: things(of: $0, in: example.image), over: example.image, namesOfA)
            }
          })
    }
    let (title, what) =
      switch content {
      case .masksInTrueBoxes:
        (
          "Example scenes",
          "Masks made in the true boxes for the true classes, so that the masks alone differ."
        )
      case .detections(let least): ("Detections", "Detections with a score of at least \(decimal(least, 1)).")
      }
    return PicturePage(
      "\(title), \(split.title)",
      headings: ["image", "truth"] + columns.map(\.title), rows: rows,
      note: [
        note, what,
        "The first \(rows.count) images to judge by, none left out. Warm colours and capitals: classes of B, which "
          + "showed no masks in training (but to the oracle). Cool colours: classes of A.",
      ].filter { !$0.isEmpty }.joined(separator: " "), pictureWidth: pictureWidth)
  }

  private struct Thing {
    let name: String
    let mask: [UInt8]?
    let box: Rectangle
    let score: Double?
  }

  private func truths(of example: Example, _ names: [Int: String]) -> [Thing] {
    example.annotations.filter { !$0.isCrowd }.map { annotation in
      let box = annotation.box
      return Thing(
        name: names[annotation.categoryID] ?? "category \(annotation.categoryID)",
        mask: annotation.mask(height: example.image.height, width: example.image.width)?.decode(),
        box: Rectangle(x: box.x, y: box.y, width: box.width, height: box.height), score: nil)
    }
  }

  private func things(of sample: SceneSample, in image: Image) -> [Thing] {
    sample.objects.map { object in
      Thing(
        name: object.name,
        mask: try? RunLengthMask(compressed: object.mask, height: image.height, width: image.width).decode(),
        box: Rectangle(x: object.box[0], y: object.box[1], width: object.box[2], height: object.box[3]),
        score: object.score)
    }
  }

  private func picture(of things: [Thing], over image: Image, _ namesOfA: Set<String>) -> PicturePage.Picture
  {
    // Neighbours in a scene differ in hue within their half of the colours.
    let objects = things.enumerated().map { number, thing in
      let inA = namesOfA.contains(thing.name)
      let step = Double(number % 4) / 4
      return OutlinedObject(
        mask: thing.mask, box: thing.box, label: inA ? thing.name : thing.name.uppercased(), score: nil,
        color: Color(
          hue: inA ? 0.42 + 0.26 * step : 0.92 + 0.22 * step, saturation: 0.85, value: 1))
    }
    return PicturePage.Picture(image, objects: objects, style: .small)
  }
}
