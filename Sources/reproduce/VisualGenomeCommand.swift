import ArgumentParser
import COCO
import Experiments
import Foundation
import Tensors

/// §4 Visual Genome's annotations as a data set in COCO's format.
struct VisualGenomeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "visual-genome",
    abstract: "Makes the paper's data set of 3000 classes from Visual Genome's annotations.",
    discussion: """
      FOLDER holds image_data.json and objects.json, or annotations/ with both, and the images in VG_100K and \
      VG_100K_2, or images/ with both. Written are annotations/instances_{train,val,test}.json, classes.tsv, and \
      links train, val and test to the images, which are not copied: a data set in COCO's layout, without masks.
      """)

  @Argument(help: "The folder of Visual Genome's files, version 1.4 as in the paper, or another.")
  var folder: String

  @Option(help: "COCO's instances_val2017.json: these images are for validation.")
  var cocoValidation: String

  @Option(help: "The folder to write to.")
  var output: String

  @Option(help: "How many of the most frequent synsets are classes.")
  var classes: Int = 3000

  @Option(help: "How many images that are not in COCO are for testing.")
  var testImages: Int = 5000

  func validate() throws {
    guard classes > 0 else { throw ValidationError("--classes expects a positive number, not \(classes)") }
    guard testImages >= 0 else { throw ValidationError("--test-images expects 0 or more, not \(testImages)") }
  }

  func run() throws {
    let validation = Set(try AnnotationFile(reading: cocoValidation).images.map(\.id))
    let genome = try VisualGenome(folder)
    let vocabulary = VisualGenomeVocabulary(of: genome.synsets, size: classes)
    let division = VisualGenomeDivision(
      genome.images, cocoValidation: validation, testCount: testImages)
    guard division.count(.training) > 0 else {
      throw InputError(
        file: folder,
        problem:
          "expected images for training, found none beside \(division.count(.validation)) for validation and "
          + "\(division.count(.test)) for testing: --test-images takes fewer")
    }

    // The annotation files come last, so that a folder with them is whole.
    try makeFolder("\(output)/annotations")
    try writeWhole(Data(table(of: vocabulary).utf8), to: "\(output)/classes.tsv")
    for part in VisualGenomeDivision.Part.allCases { try linkImages(as: part.rawValue) }
    var kept = 0
    for part in VisualGenomeDivision.Part.allCases {
      let path = "\(output)/annotations/instances_\(part.rawValue).json"
      let file = try genome.annotations(of: part, in: division, vocabulary: vocabulary)
      try file.write(to: path, about: "Visual Genome, its \(classes) most frequent synsets")
      print("\(path): \(file.images.count) images, \(file.annotations.count) objects")
      kept += file.annotations.count
    }
    print(summary(of: genome, vocabulary, kept: kept))
    if !FileManager.default.fileExists(atPath: "\(images)/VG_100K") {
      printError("the images are expected in \(images)/VG_100K and VG_100K_2, where there are none yet")
    }
  }

  /// The images, which stay where they are.
  private var images: String {
    let inner = URL(fileURLWithPath: folder).appendingPathComponent("images")
    return FileManager.default.fileExists(atPath: inner.path)
      ? inner.path : URL(fileURLWithPath: folder).path
  }

  /// Lets a name in the output folder lead to the images, whatever link stood there before.
  private func linkImages(as name: String) throws {
    let link = "\(output)/\(name)"
    if (try? FileManager.default.destinationOfSymbolicLink(atPath: link)) != nil {
      try? FileManager.default.removeItem(atPath: link)
    }
    do {
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: images)
    } catch {
      throw InputError(file: link, problem: "cannot be made: expected a place for a link to \(images)")
    }
  }

  /// A line for each class: its id, name, synset, and how often the synset was given.
  private func table(of vocabulary: VisualGenomeVocabulary) -> String {
    let lines = vocabulary.classes.map { one in
      "\(one.category.id)\t\(one.category.name)\t\(one.synset ?? "")\t\(one.count)\n"
    }
    return "id\tname\tsynset\tcount\n" + lines.joined()
  }

  private func summary(of genome: VisualGenome, _ vocabulary: VisualGenomeVocabulary, kept: Int) -> String {
    let skipped = genome.skipped
    let (all, missing) = (COCOCategories.all.count, vocabulary.missingFromCOCO)
    return """
      \(genome.images.count) images, \(genome.objects.count + skipped.total) objects, \(genome.synsets.count) synsets
      \(kept) objects kept, \(genome.cutBoxCount) boxes cut to their images; left out:
        \(skipped.withoutSynset) without a synset
        \(skipped.withSeveralSynsets) with several synsets
        \(skipped.repeated) with the id of an earlier one
        \(skipped.withoutExtent) with nothing of the box in the image
        \(genome.objects.count - kept) of rarer synsets
      \(vocabulary.classes.count) classes, COCO's \(all) first, \(all - missing.count) of these with objects\
      \(missing.isEmpty ? "" : "; without: " + missing.joined(separator: ", "))
      """
  }
}
