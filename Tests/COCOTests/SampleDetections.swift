@testable import COCO

/// Detections made from the truth by the rules of `perturbed` in Tests/Golden/coco.py: shifted, eroded,
/// scaled, mislabelled, missed, duplicated, rescored.
enum SampleDetections {
  static func perturbed(_ file: AnnotationFile) -> [Detection] {
    let categories = file.categories.map(\.id)
    return file.annotations.flatMap { object -> [Detection] in
      let entry = file.image(id: object.imageID)!
      let original = object.mask(height: entry.height, width: entry.width)!
      return (0..<(draw(object.id, 0) % 3 == 0 ? 2 : 1)).compactMap { copy in
        let base = 10 * (copy + 1)
        func draw(_ number: Int) -> Int { SampleDetections.draw(object.id, base + number) }
        var bitmap = Bitmap(pixels: original.decode(), height: entry.height, width: entry.width)
        var box = object.box
        var category = object.categoryID
        switch draw(0) % 8 {
        case 0: return nil
        case 1, 2:
          let (dx, dy) = (draw(1) % 13 - 6, draw(2) % 13 - 6)
          bitmap = bitmap.shifted(dx, dy)
          box.x += Double(dx)
          box.y += Double(dy)
        case 3, 4:
          for _ in 0..<(1 + draw(3) % 3) {
            bitmap = bitmap.and(bitmap.shifted(1, 0)).and(bitmap.shifted(0, 1))
          }
          box.x += 0.5
          box.y += 0.5
        case 5, 6:
          let percent = 70 + draw(4) % 61
          bitmap = bitmap.scaled(percent, Int(box.x + box.width / 2), Int(box.y + box.height / 2))
          box.width = box.width * Double(percent) / 100
          box.height = box.height * Double(percent) / 100
        default:
          if draw(5) % 2 == 0 { category = categories[draw(6) % categories.count] }
        }
        return Detection(
          imageID: object.imageID, categoryID: category, score: Double(draw(7) % 250) / 250, box: box,
          mask: RunLengthMask(bitmap: bitmap.pixels, height: entry.height, width: entry.width))
      }
    }
  }

  private static func draw(_ identity: Int, _ number: Int) -> Int {
    var x = (identity &* 2_654_435_761 &+ number &* 2_654_435_769) & 0xFFFF_FFFF
    for _ in 0..<2 {
      x ^= x >> 16
      x = (x &* 73_244_475) & 0xFFFF_FFFF
    }
    return x ^ (x >> 16)
  }

  private struct Bitmap {
    let pixels: [UInt8]
    let height: Int
    let width: Int

    func and(_ other: Bitmap) -> Bitmap {
      Bitmap(pixels: zip(pixels, other.pixels).map { $0 & $1 }, height: height, width: width)
    }

    func shifted(_ dx: Int, _ dy: Int) -> Bitmap { sampled { x, y in (x - dx, y - dy) } }

    func scaled(_ percent: Int, _ cx: Int, _ cy: Int) -> Bitmap {
      // Division rounds down, as Python's does.
      func divided(_ value: Int) -> Int { (value - ((value % percent) + percent) % percent) / percent }
      return sampled { x, y in (cx + divided((x - cx) * 100), cy + divided((y - cy) * 100)) }
    }

    private func sampled(_ source: (Int, Int) -> (Int, Int)) -> Bitmap {
      var out = [UInt8](repeating: 0, count: pixels.count)
      for y in 0..<height {
        for x in 0..<width {
          let (sx, sy) = source(x, y)
          if 0..<width ~= sx, 0..<height ~= sy { out[y * width + x] = pixels[sy * width + sx] }
        }
      }
      return Bitmap(pixels: out, height: height, width: width)
    }
  }
}
