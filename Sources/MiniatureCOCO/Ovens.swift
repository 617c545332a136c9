import Foundation
import Pictures
import Tensors

/// Microwave ovens: plain ones for a worktop, rounded old ones, ones with a dial, broad ones over a stove.
enum Microwave: String, BodyPlan, CaseIterable {
  case plain, rounded, dials, overStove

  func draw(on s: inout Sketch, _ m: Swatches, using g: inout PCG32) {
    let w = self == .overStove ? g.uniform(116...146.0) : g.uniform(86...122.0)
    let h = g.uniform(46...80.0)
    var view: SolidView =
      switch g.below(5) {
      case 0, 1: .level(using: &g)
      case 2, 3: .corner(using: &g)
      default: .high(using: &g)
      }
    // The front makes it a microwave oven; from higher up too little of it is seen.
    view.pitch = min(view.pitch, 0.62)
    let box = SolidBox(width: w, height: h, depth: g.uniform(40...74.0), view: view)
    s.add(box, m.main, round: self == .rounded ? 14 : 4)
    var face = box.front
    if self == .overStove {
      // The vents above the door.
      let strip = h * g.uniform(0.12...0.2)
      s.fill(face.box(2, 2, w - 4, strip - 2), m.main.base.shaded(-0.35))
      for x in [0.2, 0.4, 0.6, 0.8] {
        s.stroke(face.line(w * x, 4, w * x, strip - 2), 2.4, m.main.base.standingOut(from: m.main.base))
      }
      face = face.part(0, strip, w, h - strip)
    }
    let panel = w * g.uniform(0.18...0.32)
    drawPanel(&s, face.part(w - panel, 0, panel, face.height), m, &g)
    let door = face.part(4, 5, w - panel - 6, face.height - 10)
    if view.pitch < 0.5 && g.chance(0.45) {
      drawOpen(&s, box, door, m, &g)
    } else {
      drawDoor(&s, door, m, &g)
    }
  }

  private func drawDoor(_ s: inout Sketch, _ f: SolidFace, _ m: Swatches, _ g: inout PCG32) {
    let (w, h) = (f.width, f.height)
    s.add(f.box(0, 0, w, h, round: 4), m.trim)
    let frame = g.uniform(3...10.0)
    let isLit = g.chance(0.3)
    s.fill(
      f.box(frame, frame, w - 2 * frame - 6, h - 2 * frame, round: 4),
      isLit ? Color(red: 0.95, green: 0.78, blue: 0.4) : m.trim.base.shaded(g.uniform(-0.5...0.25)))
    if isLit {
      s.fill(f.ellipse(w * 0.45, h * 0.66, w * 0.24, h * 0.12), Palette.bright.color(using: &g))
    } else {
      s.fill(
        f.laid(.polygon([(w * 0.25, frame), (w * 0.5, frame), (w * 0.35, h - frame), (w * 0.1, h - frame)])),
        Color.paper.withAlpha(0.16))
    }
    s.rod(f.line(w - 4, h * 0.12, w - 4, h * 0.88), 4, g.chance(0.5) ? .chrome : m.accent.plain)
  }

  private func drawPanel(_ s: inout Sketch, _ f: SolidFace, _ m: Swatches, _ g: inout PCG32) {
    let (w, h) = (f.width, f.height)
    if g.chance(0.5) { s.fill(f.box(1, 4, w - 4, h - 8, round: 2), m.trim.base) }
    let ink = m.accent.base.standingOut(from: m.main.base)
    if self == .dials {
      for y in [0.3, 0.68] {
        s.add(f.ellipse(w / 2 - 1, h * y, w * 0.3, w * 0.3), m.accent)
        s.stroke(f.line(w / 2 - 1, h * y, w / 2 - 1, h * y - w * 0.26), 2, .paper)
      }
      return
    }
    s.fill(
      f.box(w * 0.14, h * 0.12, w * 0.68, h * 0.16),
      g.drawOne(of: [
        Color(red: 0.25, green: 0.85, blue: 0.55), Color(red: 0.3, green: 0.7, blue: 0.95), .ink,
        Color(red: 0.95, green: 0.4, blue: 0.2),
      ]))
    var keys = Path()
    for row in 0..<4 {
      for column in 0..<3 {
        keys += f.box(
          w * (0.14 + 0.24 * Double(column)), h * (0.36 + 0.13 * Double(row)), w * 0.19, h * 0.09, round: 1)
      }
    }
    s.fill(keys, ink)
  }

  /// The door swung out to the left, a lit room behind it with a plate.
  private func drawOpen(_ s: inout Sketch, _ box: SolidBox, _ f: SolidFace, _ m: Swatches, _ g: inout PCG32) {
    let (w, h) = (f.width, f.height)
    let wall = (Palette.white + .cream + .tan + .grey + .ginger + .sky).color(using: &g)
    s.fill(f.outline, wall)
    s.fill(f.part(w * 0.12, h * 0.1, w * 0.76, h * 0.62).outline, wall.shaded(-0.3))
    s.fill(f.ellipse(w / 2, h * 0.84, w * 0.38, h * 0.11), .paper)
    if g.chance(0.6) {
      s.fill(f.ellipse(w / 2, h * 0.76, w * 0.22, h * 0.14), Palette.bright.color(using: &g))
    }
    let angle = g.uniform(1.2...2.3)
    let door = SolidFace(
      box.view, from: (-box.width / 2, -h - 5, -box.depth / 2),
      across: (w * cos(angle), 0, -w * sin(angle)), down: (0, h + 3, 0))
    s.rod(door.outline, 5, m.main.plain)
    s.add(door.outline, m.main.shaded(-0.12))
    s.fill(door.part(w * 0.14, h * 0.14, w * 0.68, h * 0.76).outline, m.trim.base)
  }
}

/// Ovens: cookers with burners on top, ovens built into a wall (one or two), old enamelled stoves on legs.
enum Oven: String, BodyPlan, CaseIterable {
  case cooker, builtIn, double, enamelled

  func draw(on s: inout Sketch, _ m: Swatches, using g: inout PCG32) {
    switch self {
    case .cooker, .enamelled: drawCooker(&s, m, &g)
    case .builtIn: drawBuiltIn(&s, m, &g, doors: 1)
    case .double: drawBuiltIn(&s, m, &g, doors: 2)
    }
  }

  private func drawCooker(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let isOld = self == .enamelled
    let (w, h) = (g.uniform(78...112.0), g.uniform(70...100.0))
    let lift = isOld ? g.uniform(8...20.0) : 4
    let view: SolidView =
      switch g.below(5) {
      case 0: .level(using: &g)
      case 1, 2: .corner(using: &g)
      default: .high(using: &g)
      }
    let box = SolidBox(width: w, height: h, depth: g.uniform(60...84.0), view: view, lift: lift)
    for (x, z) in [(-0.44, 0.4), (0.44, 0.4), (-0.44, -0.42), (0.44, -0.42)] {
      s.rod(
        .polyline([view(x * w, -lift - 2, z * box.depth), view(x * w, 0, z * box.depth)]), isOld ? 6 : 4,
        .tyre)
    }
    if g.chance(0.6) { drawBackPanel(&s, box, m, &g) }
    s.add(box, m.main, round: 3)
    drawBurners(&s, box, m, &g)
    let face = box.front
    let strip = g.uniform(11...17.0)
    drawKnobs(&s, face.part(0, 1, w, strip), m, &g)
    if isOld && g.chance(0.6) {
      drawDoor(&s, box, face.part(4, strip + 4, w * 0.54, h - strip - 9), m, &g)
      drawDoor(&s, box, face.part(w * 0.6, strip + 4, w * 0.36, h - strip - 9), m, &g)
    } else {
      let drawer = g.drawOne(of: [0, h * 0.16, h * 0.22])
      drawDoor(&s, box, face.part(4, strip + 3, w - 8, h - strip - drawer - 7), m, &g)
      if drawer > 0 {
        s.stroke(face.line(2, h - drawer, w - 2, h - drawer), 2, m.main.base.shaded(-0.45))
      }
    }
  }

  private func drawBackPanel(_ s: inout Sketch, _ box: SolidBox, _ m: Swatches, _ g: inout PCG32) {
    let (w, rise) = (box.width, g.uniform(14...28.0))
    let panel = SolidFace(
      box.view, from: (-w / 2, box.top - rise, box.depth / 2), across: (w, 0, 0), down: (0, rise + 1, 0))
    s.add(panel.outline, m.main)
    s.fill(panel.box(w * 0.36, rise * 0.25, w * 0.28, rise * 0.45), .ink)
    s.fill(panel.box(w * 0.42, rise * 0.36, w * 0.16, rise * 0.22), Color(red: 0.3, green: 0.9, blue: 0.5))
    for x in [0.1, 0.22, 0.78, 0.9] { s.fill(panel.ellipse(w * x, rise * 0.5, 4, 4), m.accent.base) }
  }

  /// Four burners on the upper face; from straight ahead, their grids as dark humps.
  private func drawBurners(_ s: inout Sketch, _ box: SolidBox, _ m: Swatches, _ g: inout PCG32) {
    let (f, w, d) = (box.upper, box.width, box.depth)
    guard f.area > 350 else {
      for x in [-0.28, 0.28] {
        let (cx, cy) = box.view(x * w, box.top - 1, 0)
        s.add(.ellipse(cx, cy, w * 0.17, 4), .tyre)
      }
      return
    }
    let isGlass = g.chance(0.35)
    if isGlass { s.fill(f.box(3, 3, w - 6, d - 6, round: 3), Color(gray: 0.13)) }
    let ring = isGlass ? Color(gray: 0.42) : Color(gray: 0.12).standingOut(from: m.main.base)
    let hot = Color(red: 0.95, green: 0.3, blue: 0.12)
    for (x, y) in [(0.27, 0.28), (0.73, 0.28), (0.27, 0.72), (0.73, 0.72)] {
      let path = f.ellipse(w * x, d * y, w * 0.16, d * 0.17)
      if isGlass {
        s.stroke(path, 2, g.chance(0.2) ? hot : ring)
      } else {
        s.fill(path, ring)
        s.fill(f.ellipse(w * x, d * y, w * 0.06, d * 0.065), g.chance(0.15) ? hot : ring.shaded(0.35))
      }
    }
  }

  private func drawKnobs(_ s: inout Sketch, _ f: SolidFace, _ m: Swatches, _ g: inout PCG32) {
    let (w, h) = (f.width, f.height)
    if g.chance(0.6) { s.inlay(f.outline, g.chance(0.5) ? m.main.shaded(-0.22).plain : m.trim.plain) }
    let r = min(h * 0.34, 5.2)
    let knob = Swatch(m.accent.base.standingOut(from: m.main.base), .plastic)
    let places = g.chance(0.6) ? [0.1, 0.25, 0.42, 0.58, 0.75, 0.9] : [0.1, 0.24, 0.76, 0.9]
    for x in places { s.add(f.ellipse(w * x, h * 0.5, r, r), knob) }
    if places.count == 4 {
      s.fill(f.box(w * 0.38, h * 0.2, w * 0.24, h * 0.6), .ink)
      s.fill(f.box(w * 0.44, h * 0.34, w * 0.12, h * 0.32), Color(red: 0.95, green: 0.35, blue: 0.2))
    }
  }

  /// A door with a handle and a window, or let down with the racks behind it.
  private func drawDoor(
    _ s: inout Sketch, _ box: SolidBox, _ f: SolidFace, _ m: Swatches, _ g: inout PCG32
  ) {
    let (w, h) = (f.width, f.height)
    let grip = g.chance(0.6) ? Swatch.chrome : m.accent.plain
    guard g.chance(0.25), w > 50 else {
      s.stroke(f.box(0, 0, w, h, round: 2), 1.8, m.main.base.shaded(-0.45))
      let (x, y) = (g.uniform(0.06...0.22) * w, g.uniform(0.2...0.32) * h)
      if self != .enamelled || g.chance(0.75) {
        s.add(f.box(x, y, w - 2 * x, h - y * 1.55, round: 4), m.trim)
        if g.chance(0.35) {
          s.fill(
            f.box(x + 4, y + 4, w - 2 * x - 8, h - y * 1.55 - 8, round: 3),
            Color(red: 0.9, green: 0.55, blue: 0.2))
          s.fill(f.ellipse(w / 2, h * 0.62, w * 0.2, h * 0.09), Color(red: 0.5, green: 0.28, blue: 0.1))
        } else {
          s.fill(
            f.laid(
              .polygon([(w * 0.4, y + 2), (w * 0.56, y + 2), (w * 0.44, h * 0.8), (w * 0.28, h * 0.8)])),
            Color.paper.withAlpha(0.2))
        }
      }
      s.rod(f.line(w * 0.1, h * 0.1, w * 0.9, h * 0.1), 4.4, grip)
      if w > 50 && g.chance(0.3) { drawTowel(&s, f, &g) }
      return
    }
    s.fill(f.outline, Color(gray: 0.15))
    for y in [0.35, 0.65] { s.stroke(f.line(2, h * y, w - 2, h * y), 2, Color(gray: 0.65)) }
    s.fill(f.ellipse(w / 2, h * 0.55, w * 0.26, h * 0.1), Palette.ginger.color(using: &g))
    // The flap reaches towards the viewer, a little below the horizontal.
    let flap = h * g.uniform(0.6...0.85)
    let middle = (f.corners[3], f.corners[2])
    let near = SolidFace(
      box.view, from: (-w / 2, -box.lift - 4, -box.depth / 2), across: (w, 0, 0),
      down: (0, h * 0.12, -flap))
    let shift = (middle.0.0 - near.corners[0].0, middle.0.1 - near.corners[0].1)
    let path = near.outline.moved(shift.0, shift.1)
    s.rod(path, 4, m.main.plain)
    s.add(path, m.trim)
  }

  /// A cloth over the handle.
  private func drawTowel(_ s: inout Sketch, _ f: SolidFace, _ g: inout PCG32) {
    let x = f.width * g.uniform(0.15...0.55)
    let material = Material(
      g.drawOne(of: [.cloth, .clothStriped, .clothChecked]), .bright + .white + .cream + .navy, .white + .red)
    s.add(
      f.box(x, f.height * 0.07, f.width * g.uniform(0.2...0.32), f.height * g.uniform(0.45...0.8)),
      material.swatch(using: &g))
  }

  private func drawBuiltIn(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32, doors: Int) {
    let w = g.uniform(78...104.0)
    let each = w * g.uniform(0.55...0.85)
    let strip = g.uniform(12...20.0)
    let h = Double(doors) * each + strip
    let view = g.chance(0.55) ? SolidView.level(using: &g) : .corner(using: &g)
    let box = SolidBox(width: w, height: h, depth: g.uniform(10...50.0), view: view)
    s.add(box, m.main, round: 2)
    let face = box.front
    drawKnobs(&s, face.part(0, 1, w, strip - 2), m, &g)
    for i in 0..<doors {
      drawDoor(&s, box, face.part(3, strip + each * Double(i) + 1, w - 6, each - 4), m, &g)
    }
  }
}
