import COCO
import Foundation
import Pictures
import Tensors

extension MiniatureWorld {
  /// Writes the scenes in COCO's layout: `annotations/instances_train2017.json` and `train2017/*.png` (or
  /// `val2017`). `COCOFolder` reads it, and so does any other tool for COCO.
  ///
  /// The annotation file comes last, so that a folder with one is whole. `progress` is told the number of
  /// images written so far. With `setA`, class indices, only objects of these classes are written with their masks, the
  /// others with their boxes. Throws `InputError` where a file cannot be written.
  public func export(
    to folder: String, part: COCOFolder.Part = .training, masksOf setA: Set<Int>? = nil, threads: Int = 1,
    progress: (Int) -> Void = { _ in }
  ) throws {
    let images = "\(folder)/\(part.rawValue)2017"
    for directory in [images, "\(folder)/annotations"] { try makeFolder(directory) }
    var annotations: [Annotation] = []
    // In portions, so that progress can be told in order.
    for start in stride(from: 0, to: count, by: 64) {
      let end = min(start + 64, count)
      annotations += try Parallel.map(end - start, threads: threads) { offset in
        let example = example(at: start + offset)
        try writePNG(example.image, to: "\(images)/\(entry(at: start + offset).fileName)")
        return example.annotations
      }.flatMap { $0 }
      progress(end)
    }
    let file = try AnnotationFile(
      images: (0..<count).map { entry(at: $0) }, annotations: annotations, categories: categories)
    let shown =
      setA.map { setA in file.withMasks(ofCategories: Set(setA.map { categories[$0 - 1].id })) } ?? file
    try shown.write(to: "\(folder)/annotations/instances_\(part.rawValue)2017.json")
  }
}
