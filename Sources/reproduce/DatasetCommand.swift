import ArgumentParser
import COCO
import Experiments
import Foundation
import MiniatureCOCO
import Pictures
import Tensors

/// The drawn world as a data set, and its figures beside another's.
struct DatasetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dataset",
    abstract: "Writes the drawn world in COCO's layout, draws its contact sheet, measures it.",
    discussion: """
      --output writes annotations/instances_PART2017.json and PART2017/*.png. --statistics prints what the world \
      looks like in figures, with --coco beside those of a folder of photographs.
      """)

  @Option(help: "How many scenes.")
  var count: Int = 500

  @Option(help: "The world's seed: other seeds are other scenes.")
  var seed: UInt64 = 1

  @Option(help: "The folder to write to.")
  var output: String?

  @Option(help: "Which part of a data set they are: train or val.")
  var part: COCOFolder.Part = .training

  @Option(help: "Write masks of the classes in set A alone, of this split: voc, non-voc, random:N:TRIAL.")
  var masksOf: ClassSplit?

  @Option(help: "How many kinds of thing have names: COCO's 80, or up to 10000.")
  var classes: Int = 80

  @Flag(help: "The world where nothing overlaps.")
  var noOverlap = false

  @Flag(help: "Draw the 80 categories, or a hundred of more, on one sheet, contact-sheet.png.")
  var contactSheet = false

  @Flag(help: "Print the data set's statistics.")
  var statistics = false

  @Option(help: "Whose pixels lie in whose boxes, too, for the sets A and B of this split: voc, non-voc, ...")
  var split: ClassSplit?

  @Flag(help: "How much a class varies, too: the share of objects that their nearest neighbours name.")
  var variety = false

  @Option(help: "A folder in COCO's layout to measure beside the drawn world.")
  var coco: String?

  @OptionGroup var threads: ThreadOptions

  func validate() throws {
    guard count > 0 else { throw ValidationError("--count expects a positive number, not \(count)") }
    guard Vocabulary.counts.contains(classes) else {
      throw ValidationError("--classes expects a number from 80 to 10000, not \(classes)")
    }
    guard output != nil || statistics else {
      throw ValidationError("nothing to do: expected --output DIR, --statistics, or both")
    }
    guard masksOf != .asAnnotated else {
      throw ValidationError("--masks-of expects voc, non-voc or random:N:TRIAL: nothing is annotated yet")
    }
    guard output != nil || !contactSheet else { throw ValidationError("--contact-sheet needs --output DIR") }
  }

  func run() throws {
    var configuration = MiniatureWorld.Configuration.naming(classes)
    if noOverlap { configuration.overlap = .none }
    let world = MiniatureWorld(configuration, seed: seed, count: count)
    if let output {
      if contactSheet {
        try makeFolder(output)
        try writePNG(
          MiniatureWorld.contactSheet(of: configuration.vocabulary).image(), to: "\(output)/contact-sheet.png"
        )
        print("\(output)/contact-sheet.png")
      } else {
        let progress = Progress("drawing", total: count, unit: "scenes")
        var done = 0
        let shown = try masksOf?.setA(of: world.categories, annotations: EmptyCollection())
        try world.export(
          to: output, part: part, masksOf: shown, threads: threads.threads
        ) { drawn in
          progress.advance(by: drawn - done)
          done = drawn
        }
        progress.finish()
        print("\(count) scenes in \(output)")
      }
    }
    if statistics { try printStatistics(of: world) }
  }

  private func printStatistics(of world: MiniatureWorld) throws {
    var columns = [(name: "drawn", figures: try figures(of: world, name: "the drawn world"))]
    if let coco {
      let folder = try COCOFolder(coco, part: part)
      columns.append(("photos", try figures(of: folder, name: coco)))
    }
    func line(_ name: String, _ values: [String]) {
      let cells = values.map { String(repeating: " ", count: max(0, 10 - $0.count)) + $0 }
      print(name.padding(toLength: 42, withPad: " ", startingAt: 0) + cells.joined())
    }
    line("", columns.map(\.name) + (coco == nil ? [] : ["ratio"]))
    for (i, first) in columns[0].figures.enumerated() {
      let values = columns.map { $0.figures[i].value }
      let isCount = values.allSatisfy { $0 > 1 && $0 == $0.rounded() }
      line(
        first.name,
        values.map { isCount ? "\(Int($0))" : decimal($0, 3) }
          + (coco == nil ? [] : [decimal(values[0] / values[1], 2)]))
    }
  }

  /// All that is measured of a data set, by name.
  private func figures(
    of source: some ExampleSource, name: String
  ) throws -> [(name: String, value: Double)] {
    let shapes = try DataSetStatistics(of: source, name: name, threads: threads.threads)
    var figures =
      [("images", Double(shapes.imageCount)), ("objects", Double(shapes.objectCount))] + shapes.named
    if let split {
      let setA = try split.setA(of: source)
      figures += try CompositionStatistics(of: source, setA: setA, name: name, threads: threads.threads).named
    }
    if variety {
      let variety = try ClassVariety(of: source, threads: threads.threads)
      figures += [
        ("named by nearest neighbours", variety?.neighbourAccuracy ?? .nan),
        ("named by a blind guess", variety?.chance ?? .nan),
      ]
    }
    return figures
  }
}

extension COCOFolder.Part: ExpressibleByArgument {}
