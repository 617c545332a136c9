import Foundation
import Pictures
import Tensors

/// Televisions: flat ones on a foot or on a wall, deep ones with a picture tube, wooden ones with knobs.
enum Television: String, BodyPlan, CaseIterable {
  case flat, onWall, tube, wooden

  func draw(on s: inout Sketch, _ m: Swatches, using g: inout PCG32) {
    switch self {
    case .flat: Television.drawFlat(&s, m, &g, hasFoot: true)
    case .onWall: Television.drawFlat(&s, m, &g, hasFoot: false)
    case .tube: Television.drawTube(&s, m, &g)
    case .wooden: Television.drawWooden(&s, m, &g)
    }
  }

  private static func drawFlat(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32, hasFoot: Bool) {
    var view = g.chance(0.5) ? SolidView.level(using: &g) : .corner(using: &g)
    if !hasFoot { view.pitch = -view.pitch * g.uniform(0...0.8) }
    if hasFoot && g.chance(0.12) { view.yaw += .pi }
    let width = 112.0
    let lift = hasFoot ? g.uniform(5.0...16.0) : 0
    let box = SolidBox(
      width: width, height: width / g.uniform(1.15...2.1), depth: g.uniform(3...9.0), view: view, lift: lift)
    if hasFoot { drawFoot(&s, m.main.shaded(g.uniform(-0.2...0.2)), lift, view, &g) }
    s.add(box, m.main, round: g.uniform(0...6.0))
    if box.front.isSeen {
      let (face, bezel) = (box.front, g.uniform(2.0...9.0))
      let chin = bezel + g.drawOne(of: [0.0, 0, 6])
      let screen = face.part(bezel, bezel, width - 2 * bezel, face.height - bezel - chin)
      ScreenPicture.random(using: &g).draw(on: &s, screen, using: &g)
    } else {
      let face = box.back
      s.fill(
        face.box(width * 0.25, face.height * 0.35, width * 0.5, face.height * 0.45), m.main.base.shaded(-0.25)
      )
      for x in [0.3, 0.4, 0.5, 0.6, 0.7] {
        s.stroke(
          face.line(width * x, face.height * 0.42, width * x, face.height * 0.6), 1.6,
          m.main.base.shaded(-0.6)
        )
      }
    }
  }

  /// A foot with a neck, or two feet near the ends.
  private static func drawFoot(
    _ s: inout Sketch, _ swatch: Swatch, _ lift: Double, _ view: SolidView, _ g: inout PCG32
  ) {
    if g.chance(0.6) {
      let (reach, deep) = (g.uniform(14...34.0), g.uniform(7...14.0))
      let plate = SolidFace(
        view, from: (-reach, 0, deep), across: (2 * reach, 0, 0), down: (0, 0, -2 * deep))
      s.add(plate.ellipse(reach, deep, reach, deep).moved(0, 1.5), swatch.shaded(-0.2))
      let neck = g.uniform(5...12.0)
      s.add(
        SolidFace(view, from: (-neck, -lift - 8, 0), across: (2 * neck, 0, 0), down: (0, lift + 8, 0))
          .outline,
        swatch.shaded(-0.15))
    } else {
      let x = g.uniform(28...46.0)
      for side in [-x, x] {
        s.rod(
          .polyline([view(side - 4, 0, -8), view(side, -lift - 4, 0), view(side + 4, 0, 8)]), 4, swatch)
      }
    }
  }

  private static func drawTube(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let view = g.chance(0.35) ? SolidView.level(using: &g) : .corner(using: &g)
    let (width, height) = (g.uniform(80...100.0), g.uniform(66...92.0))
    let box = SolidBox(width: width, height: height, depth: g.uniform(40...80.0), view: view)
    if g.chance(0.35) { drawAerial(&s, box) }
    s.add(box, m.main, round: 8)
    let face = box.front
    let (bezel, chin) = (g.uniform(5...9.0), g.uniform(8...22.0))
    s.fill(face.box(bezel, height - chin + 2, width - 2 * bezel, chin - 6, round: 2), m.trim.base)
    drawBulgingScreen(
      &s, face.part(bezel, bezel, width - 2 * bezel, height - bezel - chin), &g)
    for x in [0.7, 0.8, 0.88] {
      s.fill(face.ellipse(width * x, height - chin / 2 - 1, 2.6, 2.6), m.accent.base)
    }
  }

  private static func drawWooden(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let view = g.chance(0.5) ? SolidView.level(using: &g) : .corner(using: &g)
    let (width, height, lift) = (g.uniform(90...120.0), g.uniform(60...80.0), g.uniform(0...34.0))
    let box = SolidBox(width: width, height: height, depth: g.uniform(36...55.0), view: view, lift: lift)
    if lift > 8 {
      for (x, z) in [(-0.42, 0.4), (0.42, 0.4), (-0.42, -0.4), (0.42, -0.4)] {
        s.rod(
          .polyline([view(x * width, -lift - 2, z * box.depth), view(x * width * 1.12, 0, z * box.depth)]), 5,
          m.main.shaded(-0.3).plain)
      }
    }
    if g.chance(0.5) { drawAerial(&s, box) }
    s.add(box, m.main, round: 6)
    let face = box.front
    let panel = width * g.uniform(0.2...0.3)
    s.fill(face.box(width - panel, 6, panel - 5, height - 12, round: 3), m.trim.base)
    drawBulgingScreen(&s, face.part(6, 6, width - panel - 10, height - 12), &g)
    for y in [0.24, 0.46] {
      s.add(face.ellipse(width - panel / 2 - 2, height * y, panel * 0.28, panel * 0.28), m.accent)
    }
    for y in [0.66, 0.74, 0.82] {
      s.stroke(face.line(width - panel + 3, height * y, width - 8, height * y), 2, m.trim.base.shaded(-0.5))
    }
  }

  /// A screen with round corners: the picture, and a frame over its corners.
  private static func drawBulgingScreen(_ s: inout Sketch, _ face: SolidFace, _ g: inout PCG32) {
    let (w, h) = (face.width, face.height)
    ScreenPicture.random(using: &g).draw(on: &s, face, using: &g)
    let frame = face.outline + face.box(1, 1, w - 2, h - 2, round: min(w, h) * 0.22)
    s.addPierced(frame, Swatch(Color(gray: g.uniform(0.08...0.3))))
  }

  private static func drawAerial(_ s: inout Sketch, _ box: SolidBox) {
    let foot = box.view(0, box.top, 0)
    for side in [-1.0, 1] {
      s.rod(.line(foot.0, foot.1, foot.0 + side * 26, foot.1 - 32), 2.6, .chrome)
    }
  }
}
