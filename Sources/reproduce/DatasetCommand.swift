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
    let drawn = try DataSetStatistics(of: world, name: "the drawn world", threads: threads.threads)
    guard let coco else {
      print(drawn)
      return
    }
    let folder = try COCOFolder(coco, part: part)
    let other = try DataSetStatistics(of: folder, name: coco, threads: threads.threads)
    func columns(_ name: String, _ values: [String]) -> String {
      name.padding(toLength: 42, withPad: " ", startingAt: 0)
        + values.map { String(repeating: " ", count: max(0, 10 - $0.count)) + $0 }.joined()
    }
    print(columns("", ["drawn", "photos", "ratio"]))
    print(columns("images", ["\(drawn.imageCount)", "\(other.imageCount)"]))
    print(columns("objects", ["\(drawn.objectCount)", "\(other.objectCount)"]))
    for (ours, theirs) in zip(drawn.named, other.named) {
      print(
        columns(
          ours.name,
          [decimal(ours.value, 3), decimal(theirs.value, 3), decimal(ours.value / theirs.value, 2)]))
    }
  }
}

extension COCOFolder.Part: ExpressibleByArgument {}
