import Foundation
import Pictures
import Tensors
import Testing

@testable import MaskRCNN

@Suite("§2 Conventions")
struct ConventionTests {
  private func configuration(_ convention: Convention?) -> DetectorConfiguration {
    var value = DetectorConfiguration.resNet50
    value.convention = convention
    return value
  }

  @Test("A configuration without a convention is written without one; with one, it is read again")
  func coding() throws {
    let text = String(decoding: try JSONEncoder().encode(DetectorConfiguration.miniature), as: UTF8.self)
    #expect(!text.contains("convention") && !text.contains("shorterSide"))
    for convention in [nil] + Convention.allCases {
      let data = try JSONEncoder().encode(configuration(convention))
      #expect(try JSONDecoder().decode(DetectorConfiguration.self, from: data) == configuration(convention))
    }
  }

  @Test("Sizes: the shorter side 800, the longer at most 1333; what is rounded, and how")
  func sizes() {
    func size(_ height: Int, _ width: Int, _ convention: Convention?) -> [Int] {
      let size = configuration(convention).seenSize(height: height, width: width)
      return [size.height, size.width]
    }
    // 640 · 800 / 480 = 1066.67; 427 · 1333 / 640 = 889.4 is more than 800; 500 · 800 / 281 = 1423.5 is too long, and
    // 281 · 1333 / 500 = 749.1.
    #expect(size(480, 640, .torchvision) == [800, 1066] && size(480, 640, .detectron) == [800, 1067])
    #expect(size(427, 640, .torchvision) == [800, 1199] && size(640, 427, .torchvision) == [1199, 800])
    #expect(size(281, 500, .torchvision) == [749, 1333] && size(281, 500, .detectron) == [749, 1333])
    #expect(size(480, 640, nil) == [800, 1067])
    // 500 · 800 / 300 = 1333.3 is rounded before Detectron compares it, so that the shorter side stays 800.
    #expect(size(300, 500, .torchvision) == [799, 1333] && size(300, 500, .detectron) == [800, 1333])
    #expect(DetectorConfiguration.miniature.seenSize(height: 60, width: 256).height == 30)
  }

  @Test("A shrunk picture: each pixel between its nearest four, padding of zeros")
  func bilinear() {
    var (small, picture) = (configuration(.torchvision), Image(width: 6, height: 3, filled: .black))
    (small.shorterSide, small.imageSide) = (2, 4)
    picture[1, 0] = .white
    // Two thirds the size: the pixel in column 0 lies at 0.25, between 0 and 1, and in row 0 at 0.25.
    let seen = SeenPicture(picture, by: small)
    #expect(seen.pixels.shape == [1, 32, 32, 3] && seen.height == 2 && seen.width == 4)
    let (black, white) = ((0 - Float(0.485)) / 0.229, (1 - Float(0.485)) / 0.229)
    #expect(abs(seen.pixels[0, 0, 0, 0] - (black + 0.1875 * (white - black))) < 1e-5)
    #expect(seen.pixels[0, 0, 4, 0] == 0 && seen.pixels[0, 2, 0, 2] == 0)
  }

  @Test("Detectron scales the indices of a box's pixels; back again it is the same box")
  func detectronBoxes() {
    let picture = Image(width: 400, height: 400)
    let seen = SeenPicture(picture, by: configuration(.detectron))
    // Pixels 10 ... 19 are 20 ... 38 at twice the size.
    let box = Box(x1: 10, y1: 10, x2: 20, y2: 20)
    #expect(seen.asSeen(box) == Box(x1: 20, y1: 20, x2: 39, y2: 39))
    #expect(seen.inOriginal(seen.asSeen(box)) == box)
    let other = SeenPicture(picture, by: configuration(.torchvision))
    #expect(other.inOriginal(Box(x1: 20, y1: 20, x2: 40, y2: 40)) == box)
  }

  @Test("Detectron leaves a box beyond the image its last pixel, torchvision nothing")
  func clipping() {
    let box = Box(x1: 120, y1: 20, x2: 140, y2: 30)
    #expect(
      configuration(.detectron).clipped(box, height: 50, width: 100)
        == Box(x1: 99, y1: 20, x2: 100, y2: 30))
    #expect(
      configuration(.torchvision).clipped(box, height: 50, width: 100)
        == Box(x1: 100, y1: 20, x2: 100, y2: 30))
  }

  @Test("Another longer side is not held back by the shorter one; the same one changes nothing")
  func longerSide() {
    let full = DetectorConfiguration.resNet50
    #expect(full.seeing(longerSide: full.imageSide) == full)
    let small = full.seeing(longerSide: 320)
    #expect(small.imageSide == 320 && small.shorterSide == nil)
    let size = small.seenSize(height: 480, width: 640)
    #expect(size.height == 240 && size.width == 320)
  }
}
