import Foundation
import Pictures
import Tensors

/// Telephones that one carries: smart ones from the front and from the back, ones with keys, ones that fold.
enum CellPhone: String, BodyPlan, CaseIterable {
  case smart, fromBehind, keys, folding

  func draw(on s: inout Sketch, _ m: Swatches, using g: inout PCG32) {
    switch self {
    case .smart: CellPhone.drawSmart(&s, m, &g)
    case .fromBehind: CellPhone.drawBack(&s, m, &g)
    case .keys: CellPhone.drawKeys(&s, m, &g)
    case .folding: CellPhone.drawFolding(&s, m, &g)
    }
  }

  private static func drawSmart(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let (w, h) = (g.uniform(44...58.0), g.uniform(90...116.0))
    let slab = LyingSlab(width: w, height: h, thickness: g.uniform(4...10.0), using: &g)
    s.add(slab, m.main, round: g.uniform(3...12.0))
    let (side, end) = (g.uniform(2.5...5.0), g.drawOne(of: [4.0, 5, 13, 15]))
    let screen = slab.face.part(side, end, w - 2 * side, h - 2 * end)
    let picture = ScreenPicture.random(using: &g)
    picture.draw(on: &s, screen, using: &g)
    if picture == .glow || (picture == .landscape && g.chance(0.5)) {
      drawIcons(&s, screen, &g)
    }
    if end > 8 {
      let ink = Color(gray: 0.6).standingOut(from: m.main.base)
      s.fill(slab.face.box(w * 0.36, end * 0.4, w * 0.28, 2.6, round: 1.3), ink)
      s.stroke(slab.face.ellipse(w / 2, h - end / 2, 4, 4), 1.6, ink)
    }
  }

  private static func drawIcons(_ s: inout Sketch, _ f: SolidFace, _ g: inout PCG32) {
    for column in 0..<3 {
      var icons = Path()
      for row in 0..<4 {
        icons += f.box(
          f.width * (0.12 + 0.28 * Double(column)), f.height * (0.1 + 0.22 * Double(row)), f.width * 0.2,
          f.height * 0.13, round: 2)
      }
      s.fill(icons, Palette.bright.color(using: &g))
    }
  }

  /// The back: a case in any colour or pattern, the camera in a corner.
  private static func drawBack(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let (w, h) = (g.uniform(44...57.0), g.uniform(92...114.0))
    let slab = LyingSlab(width: w, height: h, thickness: g.uniform(4...10.0), using: &g)
    s.add(slab, m.main, round: g.uniform(6...13.0))
    let face = slab.face
    if g.chance(0.5) {
      s.fill(face.box(4, 4, 23, 25, round: 6), m.main.base.shaded(-0.35))
      for (x, y) in [(10.0, 10.0), (10, 22), (21, 16)] {
        s.fill(face.ellipse(x, y, 4.6, 4.6), .ink)
        s.fill(face.ellipse(x - 1, y - 1, 1.5, 1.5), Color(gray: 0.7))
      }
    } else {
      let x = g.chance(0.5) ? w / 2 : 12
      s.fill(face.ellipse(x, 13, 7.5, 7.5), .ink)
      s.fill(face.ellipse(x, 13, 3.5, 3.5), Color(red: 0.3, green: 0.4, blue: 0.6))
      s.fill(face.ellipse(x, 25, 2.4, 2.4), .lamp)
    }
    s.fill(face.ellipse(w / 2, h * 0.52, 6, 6.5), m.trim.base.standingOut(from: m.main.base))
  }

  private static func drawKeys(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let (w, h) = (g.uniform(40...62.0), g.uniform(84...110.0))
    let slab = LyingSlab(width: w, height: h, thickness: g.uniform(9...16.0), using: &g)
    if g.chance(0.35) {
      let (x, y) = slab.face(w * 0.82, 4)
      let (tipX, tipY) = slab.face(w * 0.82, -16)
      s.rod(.line(x, y, tipX, tipY), 6, m.main.shaded(-0.2).plain)
    }
    s.add(slab, m.main, round: g.uniform(8...18.0))
    let share = g.uniform(0.34...0.48)
    let screen = slab.face.part(w * 0.13, h * 0.1, w * 0.74, h * (share - 0.06))
    if g.chance(0.4) {
      s.fill(screen.outline, Color(red: 0.6, green: 0.7, blue: 0.5))
      s.fill(screen.box(4, 5, screen.width * 0.6, 5), Color(gray: 0.25))
    } else {
      ScreenPicture.random(using: &g).draw(on: &s, screen, using: &g)
    }
    let columns = g.chance(0.5) ? 3 : 6
    let step = w * 0.8 / Double(columns)
    var keys = Path()
    for row in 0..<4 {
      for column in 0..<columns {
        keys += slab.face.box(
          w * 0.1 + step * Double(column) + 0.8, h * (share + 0.12 + (0.95 - share - 0.14) / 4 * Double(row)),
          step - 1.8, h * 0.075, round: 2)
      }
    }
    s.fill(slab.face.box(w * 0.38, h * (share + 0.06), w * 0.24, h * 0.045, round: 2), m.accent.base)
    s.fill(keys, m.trim.base.standingOut(from: m.main.base))
  }

  /// Two halves on a hinge: open from the front or bent, or closed with a little window.
  private static func drawFolding(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    let w = g.uniform(44...58.0)
    if g.chance(0.25) {
      s.add(.box(50 - w / 2, 10, w, 78, round: 13), m.main)
      s.add(.box(50 - w / 2 + 3, 82, w - 6, 9, round: 4), m.main.shaded(-0.25))
      let window = SolidFace(flat: 50 - w * 0.3, 38, w * 0.6, 26)
      s.add(window.outline, m.main.shaded(-0.3))
      ScreenPicture.random(using: &g).draw(on: &s, window, using: &g)
      s.fill(.circle(50, 24, 5), .ink)
      return
    }
    let half = g.uniform(50...66.0)
    // Bent at the hinge, the upper half leans back and is seen shorter; turned, it goes off to one side.
    let (lean, skew) = (g.uniform(0.45...1), g.uniform(-0.55...0.55))
    let upper = SolidFace(
      width: w, height: half,
      corners: [
        (50 - w / 2 + skew * half, 50 - half * lean), (50 + w / 2 + skew * half, 50 - half * lean),
        (50 + w / 2, 50), (50 - w / 2, 50),
      ])
    let lower = SolidFace(flat: 50 - w / 2, 50, w, half)
    s.add(lower.box(0, 0, w, half, round: 9).moved(0, g.uniform(0...5.0)), m.main.shaded(-0.3))
    s.add(lower.box(0, 0, w, half, round: 9), m.main)
    s.add(upper.box(0, 0, w, half, round: 9), m.main)
    ScreenPicture.random(using: &g).draw(
      on: &s, upper.part(w * 0.13, half * 0.12, w * 0.74, half * 0.7), using: &g)
    s.add(.box(50 - w * 0.36, 46, w * 0.72, 7, round: 3), m.main.shaded(-0.3))
    var keys = Path()
    for row in 0..<4 {
      for column in 0..<3 {
        keys += lower.box(
          w * (0.13 + 0.26 * Double(column)), half * (0.2 + 0.185 * Double(row)), w * 0.21, half * 0.12,
          round: 2)
      }
    }
    s.fill(keys, m.trim.base.standingOut(from: m.main.base))
  }
}

/// Remote controls, mostly lying on something: long, waisted, little, and the white ones of a games console.
enum RemoteControl: String, BodyPlan, CaseIterable {
  case long, waisted, little, console

  func draw(on s: inout Sketch, _ m: Swatches, using g: inout PCG32) {
    let (w, h): (Double, Double) =
      switch self {
      case .long: (g.uniform(27...40.0), g.uniform(100...132.0))
      case .waisted: (g.uniform(32...44.0), g.uniform(100...120.0))
      case .little: (g.uniform(30...44.0), g.uniform(72...96.0))
      case .console: (g.uniform(28...36.0), g.uniform(96...116.0))
      }
    let slab = LyingSlab(width: w, height: h, thickness: g.uniform(8...17.0), using: &g)
    if self == .waisted {
      let waist = g.uniform(0.25...0.4) * w
      let outline = slab.face.laid(
        .blob([
          (w / 2, 0), (w, h * 0.08), (w, h * 0.3), (w / 2 + waist, h * 0.62), (w * 0.94, h * 0.92),
          (w / 2, h), (w * 0.06, h * 0.92), (w / 2 - waist, h * 0.62), (0, h * 0.3), (0, h * 0.08),
        ]))
      s.add(outline.moved(slab.drop.0, slab.drop.1), m.main.shaded(-0.3))
      s.add(outline, m.main)
    } else {
      s.add(slab, m.main, round: g.uniform(2...13.0))
    }
    if self == .console {
      drawConsoleKeys(&s, slab.face, m, &g)
    } else {
      drawKeys(&s, slab.face, m, &g)
    }
  }

  /// A ring or a cross to steer with, and rows of keys above and below it.
  private func drawKeys(_ s: inout Sketch, _ f: SolidFace, _ m: Swatches, _ g: inout PCG32) {
    let (w, h) = (f.width, f.height)
    let ink = m.trim.base.standingOut(from: m.main.base)
    if g.chance(0.3) {
      s.fill(f.box(w * 0.1, h * 0.04, w * 0.8, h * 0.9, round: 4), m.main.base.shaded(-0.25))
    }
    s.fill(
      f.ellipse(w * g.drawOne(of: [0.26, 0.74]), h * 0.075, 4.2, 4.2),
      Color(red: 0.9, green: 0.15, blue: 0.12))
    let ring = self == .little ? 0.36 : g.uniform(0.26...0.62)
    let isPlain = self == .little && g.chance(0.3)
    let isRound = isPlain || g.chance(0.6)
    if isRound {
      s.fill(f.ellipse(w / 2, h * ring, w * 0.33, w * 0.33), ink)
      s.fill(f.ellipse(w / 2, h * ring, w * 0.14, w * 0.14), m.main.base)
    } else {
      s.fill(
        f.box(w * 0.4, h * ring - w * 0.3, w * 0.2, w * 0.6)
          + f.box(w * 0.2, h * ring - w * 0.1, w * 0.6, w * 0.2), ink)
    }
    if isPlain { return }
    let columns = g.chance(0.6) ? 3 : 2
    let step = w * 0.84 / Double(columns)
    let reach = w * 0.36 / h
    var (keys, colored) = (Path(), Path())
    for row in 0..<9 {
      let y = 0.15 + 0.095 * Double(row)
      guard abs(y - ring) > reach + 0.035 else { continue }
      for column in 0..<columns {
        let key = f.box(
          w * 0.08 + step * (Double(column) + 0.5) - 3.4, h * y - 2.6, 6.8, 5.2, round: isRound ? 2.6 : 1)
        if row == 7 { colored += key } else { keys += key }
      }
    }
    s.fill(keys, ink)
    s.fill(colored, m.accent.base)
  }

  /// A cross, one large key, small ones, lights in a row.
  private func drawConsoleKeys(_ s: inout Sketch, _ f: SolidFace, _ m: Swatches, _ g: inout PCG32) {
    let (w, h) = (f.width, f.height)
    let ink = Color(gray: 0.5).standingOut(from: m.main.base)
    s.fill(
      f.box(w * 0.41, h * 0.1, w * 0.18, h * 0.17) + f.box(w * 0.24, h * 0.16, w * 0.52, h * 0.055), ink)
    s.fill(f.ellipse(w / 2, h * 0.36, w * 0.2, w * 0.2), ink)
    for x in [0.24, 0.5, 0.76] { s.fill(f.ellipse(w * x, h * 0.53, 2.8, 2.8), m.accent.base) }
    for y in [0.7, 0.78] { s.fill(f.ellipse(w / 2, h * y, 3.6, 3.6), ink) }
    s.fill(f.box(w * 0.25, h * 0.9, w * 0.5, 3), m.accent.base)
    if g.chance(0.5) {
      let (x, y) = f(w / 2, h)
      s.stroke(.curve([(x, y), (x + 8, y + 10), (x - 6, y + 20), (x + 2, y + 30)]), 3.4, ink)
    }
  }
}
