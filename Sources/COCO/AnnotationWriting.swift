import Foundation
import Tensors

extension AnnotationFile {
  /// Writes the data set in COCO's format, whole or not at all. COCO's own tools read it.
  ///
  /// Run lengths of a crowd are written as a list of counts, as COCO does, those of an object as a compressed
  /// string. `about` goes into the file's `info`. Throws `InputError` where the file cannot be written.
  public func write(to path: String, about: String = "") throws {
    var json = JSONWriter()
    json.object { json in
      json.key("info")
      json.object { json in
        json.key("description")
        json.string(about)
      }
      json.key("licenses")
      json.array([Int]()) { json, value in json.integer(value) }
      json.key("images")
      json.array(images) { json, entry in json.write(entry) }
      json.key("annotations")
      json.array(annotations) { json, annotation in json.write(annotation) }
      json.key("categories")
      json.array(categories) { json, category in json.write(category) }
    }
    try writeWhole(Data(json.text), to: path)
  }
}

extension JSONWriter {
  fileprivate mutating func write(_ entry: ImageEntry) {
    object { json in
      json.key("id")
      json.integer(entry.id)
      json.key("file_name")
      json.string(entry.fileName)
      json.key("width")
      json.integer(entry.width)
      json.key("height")
      json.integer(entry.height)
    }
  }

  fileprivate mutating func write(_ category: Category) {
    object { json in
      json.key("id")
      json.integer(category.id)
      json.key("name")
      json.string(category.name)
      json.key("supercategory")
      json.string(category.supercategory)
    }
  }

  fileprivate mutating func write(_ annotation: Annotation) {
    object { json in
      json.key("id")
      json.integer(annotation.id)
      json.key("image_id")
      json.integer(annotation.imageID)
      json.key("category_id")
      json.integer(annotation.categoryID)
      json.key("bbox")
      json.write(annotation.box)
      json.key("area")
      json.number(annotation.area)
      json.key("iscrowd")
      json.integer(annotation.isCrowd ? 1 : 0)
      switch annotation.segmentation {
      case .polygons(let polygons):
        json.key("segmentation")
        json.array(polygons) { json, polygon in
          json.array(polygon) { json, value in json.number(value) }
        }
      case .runLength(let mask):
        json.key("segmentation")
        json.write(mask, as: annotation.isCrowd ? .counts : .compressed)
      case nil: break
      }
    }
  }

  /// Writes `[x, y, width, height]`.
  mutating func write(_ box: BoundingBox) {
    array([box.x, box.y, box.width, box.height]) { json, value in json.number(value) }
  }

  /// The two ways in which COCO's format writes run lengths.
  enum RunLengthForm { case counts, compressed }

  /// Writes an object of `size` and `counts`.
  mutating func write(_ mask: RunLengthMask, as form: RunLengthForm) {
    object { json in
      json.key("size")
      json.array([mask.height, mask.width]) { json, side in json.integer(side) }
      json.key("counts")
      switch form {
      case .counts: json.array(mask.counts) { json, count in json.integer(count) }
      case .compressed: json.string(mask.compressed)
      }
    }
  }
}
