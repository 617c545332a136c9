import Tensors

/// §4 Which images are learnt from, which are looked at meanwhile, and which are judged, as the paper's authors divided
/// them: no image that is judged has been seen by a model trained on COCO.
public struct VisualGenomeDivision: Sendable, Hashable {
  /// A part, by the name in its annotation file.
  public enum Part: String, Sendable, CaseIterable {
    /// All that is in neither of the others.
    case training = "train"
    /// The images that COCO has in its validation set: 2017's, which are the 5000 of 2014's "minival".
    case validation = "val"
    /// The last of the images that are not in COCO at all.
    case test
  }

  /// The part of each image.
  public let parts: [Part]

  /// Divides `images`. `cocoValidation` are the ids that COCO's validation set has. The last `testCount` images that
  /// are not in COCO are for testing; all of them, where there are fewer.
  public init(_ images: [VisualGenome.Image], cocoValidation: Set<Int>, testCount: Int = 5000) {
    var parts = images.map { image in
      image.cocoID.map { cocoValidation.contains($0) } == true ? Part.validation : .training
    }
    for place in images.indices.filter({ images[$0].cocoID == nil }).suffix(testCount) {
      parts[place] = .test
    }
    self.parts = parts
  }

  /// How many images a part has.
  public func count(_ part: Part) -> Int { parts.count { $0 == part } }
}

extension VisualGenome {
  /// A part of the data set with the classes of a vocabulary: boxes without masks, in COCO's format. Objects of rarer
  /// synsets are left out; images without objects stay.
  ///
  /// Throws `InputError` if what comes out is not sound, which reading has made sure of.
  public func annotations(
    of part: VisualGenomeDivision.Part, in division: VisualGenomeDivision, vocabulary: VisualGenomeVocabulary
  ) throws -> AnnotationFile {
    precondition(division.parts.count == images.count, "a division has a part for each image")
    let annotations = objects.lazy.filter { division.parts[$0.image] == part }.compactMap { object in
      vocabulary.categoryID(ofSynset: object.synset).map { category in
        Annotation(
          id: object.id, imageID: images[object.image].entry.id, categoryID: category, box: object.box,
          segmentation: nil, area: object.box.area)
      }
    }
    return try AnnotationFile(
      images: images.indices.filter { division.parts[$0] == part }.map { images[$0].entry },
      annotations: Array(annotations), categories: vocabulary.categories, file: file)
  }
}
