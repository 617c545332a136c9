import Foundation
import Pictures
import Tensors

/// Books: closed, open, upright on a shelf with the spine to the viewer, in a pile.
enum Book: String, BodyPlan, CaseIterable {
  case closed, open, upright, lying, pile

  func draw(on s: inout Sketch, _ m: Swatches, using g: inout PCG32) {
    switch self {
    case .closed: drawClosed(&s, m, &g)
    case .open: g.chance(0.6) ? drawOpen(&s, m, &g) : drawAjar(&s, m, &g)
    case .upright: drawUpright(&s, m, &g)
    case .lying: drawLying(&s, m.main, m.trim, height: g.uniform(10...26.0), from: 0, &g)
    case .pile: drawPile(&s, m, &g)
    }
  }

  private static let pages =
    Palette.white + Palette.cream + Palette(ColorRange(0.1...0.13, 0.2...0.35, 0.7...0.88))
  private static let covers = Palette(
    ColorRange(0...1, 0.3...0.9, 0.3...0.9), ColorRange(0...1, 0.02...0.3, 0.15...0.95))

  /// The front cover, with a title and often a picture.
  private func drawCover(_ s: inout Sketch, _ f: SolidFace, _ m: Swatches, _ g: inout PCG32) {
    let (w, h) = (f.width, f.height)
    let ink = m.trim.base.standingOut(from: m.main.base)
    switch g.below(5) {
    case 0:
      s.fill(f.box(w * 0.14, h * 0.14, w * 0.72, h * 0.26), ink)
      s.fill(f.ellipse(w / 2, h * 0.68, w * 0.2, w * 0.2), m.accent.base)
    case 1:
      ScreenPicture.print(using: &g).draw(on: &s, f.part(0, h * 0.3, w, h * 0.5), using: &g)
      s.fill(f.box(w * 0.14, h * 0.1, w * 0.72, h * 0.1), ink)
    case 2:
      ScreenPicture.print(using: &g).draw(on: &s, f.part(2, 2, w - 4, h - 4), using: &g)
      s.fill(f.box(w * 0.1, h * 0.12, w * 0.8, h * 0.13), ink)
    case 3:
      s.stroke(f.box(w * 0.1, h * 0.08, w * 0.8, h * 0.84), 2.4, ink)
      s.fill(f.box(w * 0.24, h * 0.3, w * 0.52, h * 0.07) + f.box(w * 0.3, h * 0.44, w * 0.4, h * 0.06), ink)
    default:
      s.fill(f.box(0, h * g.uniform(0.05...0.6), w, h * 0.3), m.accent.base)
      s.fill(f.box(w * 0.12, h * 0.86, w * 0.5, h * 0.06), ink)
    }
  }

  private func drawClosed(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let (w, h) = (g.uniform(58...92.0), g.uniform(74...110.0))
    let slab = LyingSlab(width: w, height: h, thickness: g.uniform(6...26.0), using: &g)
    let f = slab.face
    if slab.drop.1 > 0.8 {
      let foot = f.outline.moved(0, slab.drop.1)
      s.add(foot, m.main.shaded(-0.25))
      // The pages, between the lower cover and the upper one.
      for (a, b) in [(3, 2), (2, 1), (0, 3)] {
        let side = SolidFace(
          width: 1, height: slab.drop.1,
          corners: [
            f.corners[a], f.corners[b], (f.corners[b].0, f.corners[b].1 + slab.drop.1 - 1.5),
            (f.corners[a].0, f.corners[a].1 + slab.drop.1 - 1.5),
          ])
        if side.isSeen {
          s.add(
            side.outline, a == 0 ? m.main.shaded(-0.3) : Swatch(Book.pages.color(using: &g).shaded(-0.08)))
        }
      }
    }
    s.add(f.outline, m.main)
    s.fill(f.box(0, 0, w * 0.08, h), m.main.base.shaded(-0.3))
    drawCover(&s, f.part(w * 0.08, 0, w * 0.92, h), m, &g)
  }

  /// Open at some page, from above or from the reader's side.
  private func drawOpen(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let (w, h, rise) = (g.uniform(46...70.0), g.uniform(62...88.0), g.uniform(3...14.0))
    let (squash, skew) = (g.chance(0.5) ? 1 : g.uniform(0.35...0.85), g.uniform(-0.35...0.35))
    let paper = Book.pages.color(using: &g)
    func seen(_ x: Double, _ y: Double) -> Path.XY {
      (50 + x - skew * (y - h / 2), 50 + (y - h / 2) * squash)
    }
    let cover = 3.5
    s.add(
      .polygon([
        seen(-w - cover, 2), seen(0, rise * 0.4), seen(w + cover, 2), seen(w + cover, h + cover),
        seen(0, h + cover + rise * 0.4), seen(-w - cover, h + cover),
      ]), m.main)
    for side in [-1.0, 1] {
      let face = Path.blob([
        seen(0, 0), seen(side * w * 0.3, -rise), seen(side * w * 0.7, -rise * 0.6), seen(side * w, 0),
        seen(side * w, h * 0.5), seen(side * w, h), seen(side * w * 0.7, h - rise * 0.6),
        seen(side * w * 0.3, h - rise), seen(0, h), seen(0, h / 2),
      ])
      s.add(face, Swatch(side < 0 ? paper : paper.shaded(-0.08)))
      let page = SolidFace(
        width: w, height: h,
        corners: [
          seen(side < 0 ? -w * 0.88 : w * 0.12, h * 0.08), seen(side < 0 ? -w * 0.12 : w * 0.88, h * 0.08),
          seen(side < 0 ? -w * 0.12 : w * 0.88, h * 0.86), seen(side < 0 ? -w * 0.88 : w * 0.12, h * 0.86),
        ])
      if g.chance(0.35) {
        ScreenPicture.print(using: &g).draw(
          on: &s, g.chance(0.5) ? page : page.part(0, 0, w, h / 2), using: &g)
      } else {
        var lines = Path()
        for y in [0.06, 0.24, 0.42, 0.6, 0.78, 0.94] { lines += page.line(0, h * y, w * 0.96, h * y) }
        s.stroke(lines, 2.2, Color(gray: 0.5))
      }
    }
    s.stroke(.polyline([seen(0, 1), seen(0, h)]), 2, paper.shaded(-0.4))
  }

  /// Standing half open, the covers to the viewer; or upside down like a tent.
  private func drawAjar(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let (w, h) = (g.uniform(40...60.0), g.uniform(70...100.0))
    let (left, right) = (w * g.uniform(0.5...1.1), w * g.uniform(0.5...1.1))
    let (a, b) = (g.uniform(8...26.0), g.uniform(8...26.0))
    let near = SolidFace(
      width: w, height: h, corners: [(50, 10), (50 + right, 10 - b), (50 + right, 10 + h - b), (50, 10 + h)])
    let far = SolidFace(
      width: w, height: h, corners: [(50 - left, 10 - a), (50, 10), (50, 10 + h), (50 - left, 10 + h - a)])
    let paper = Swatch(Book.pages.color(using: &g))
    s.add(
      .polygon([
        (50 - left + 4, 4 - a), (50, 7), (50 + right - 4, 4 - b), (50 + right - 4, 40), (50 - left + 4, 40),
      ]),
      paper)
    s.add(far.outline, m.main.shaded(-0.2))
    s.add(near.outline, m.main)
    drawCover(&s, near.part(w * 0.06, 0, w * 0.94, h), m, &g)
    s.add(.box(46, 9, 8, h + 2, round: 3), m.main.shaded(-0.3))
  }

  /// The spine, and often some of a cover.
  private func drawUpright(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let (h, thick) = (g.uniform(86...116.0), g.uniform(12...34.0))
    let view = SolidView(
      yaw: g.chance(0.5) ? 0 : g.drawOne(of: [-1.0, 1]) * g.uniform(0.1...0.7), pitch: g.uniform(0...0.25))
    let box = SolidBox(width: thick, height: h, depth: g.uniform(50...72.0), view: view)
    s.add(box, m.main)
    if box.upper.isSeen {
      s.fill(box.upper.box(2, 2, thick - 4, box.depth - 3), Book.pages.color(using: &g))
    }
    drawSpine(&s, box.front, m.trim.base.standingOut(from: m.main.base), m, &g)
  }

  private func drawSpine(
    _ s: inout Sketch, _ f: SolidFace, _ ink: Color, _ m: Swatches, _ g: inout PCG32
  ) {
    let (w, h) = (f.width, f.height)
    if g.chance(0.6) {
      for y in [0.06, 0.88] { s.fill(f.box(0, h * y, w, h * 0.05), ink) }
    } else {
      s.fill(f.box(0, h * g.uniform(0...0.6), w, h * 0.3), m.accent.base)
    }
    let title = h * g.uniform(0.2...0.5)
    s.fill(f.box(w * 0.3, h * 0.18, w * 0.4, title), ink)
  }

  /// Flat on a table, seen from the side: the spine, or the pages between two covers.
  private func drawLying(
    _ s: inout Sketch, _ cover: Swatch, _ ink: Swatch, height: Double, from lift: Double,
    _ g: inout PCG32, view: SolidView? = nil, width: Double? = nil
  ) {
    let view =
      view
      ?? SolidView(yaw: g.uniform(-0.7...0.7), pitch: g.uniform(0.02...0.4), perspective: g.uniform(0...0.3))
    let w = width ?? g.uniform(80...110.0)
    let box = SolidBox(width: w, height: height, depth: g.uniform(52...76.0), view: view, lift: lift)
    s.add(box, cover)
    let showsSpine = g.chance(0.5)
    let paper = Book.pages.color(using: &g)
    for face in [box.left, box.right] where face.isSeen {
      s.fill(face.box(2, 2.5, face.width - 3, height - 5), paper.shaded(-0.12))
    }
    if showsSpine {
      s.fill(
        box.front.box(w * g.uniform(0.1...0.3), height * 0.3, w * g.uniform(0.3...0.5), height * 0.4),
        ink.base.standingOut(from: cover.base))
    } else {
      s.fill(box.front.box(1, 2.5, w - 3, height - 5), paper)
      s.stroke(box.front.line(2, height / 2, w - 3, height / 2), 1, paper.shaded(-0.3))
    }
    if box.upper.area > 300 {
      s.fill(
        box.upper.box(w * 0.2, box.depth * 0.25, w * 0.6, box.depth * 0.3),
        ink.base.standingOut(from: cover.base))
    }
  }

  private func drawPile(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    var lift = 0.0
    let (yaw, pitch) = (g.uniform(-0.6...0.6), g.uniform(0.08...0.45))
    for i in 0..<(2 + g.below(3)) {
      let height = g.uniform(9...20.0)
      let cover = i == 0 ? m.main : Swatch(Book.covers.color(using: &g), .skin)
      drawLying(
        &s, cover, m.trim, height: height, from: lift, &g,
        view: SolidView(yaw: yaw + g.uniform(-0.25...0.25), pitch: pitch, perspective: 0.15),
        width: g.uniform(70...104.0))
      lift += height
    }
  }
}
