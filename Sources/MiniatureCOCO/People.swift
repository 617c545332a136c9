import Foundation
import Pictures
import Tensors

/// Upright figures: a person, in every posture and dress; a teddy bear, sitting, standing or lying.
enum Figure: String, BodyPlan, CaseIterable {
  case person, teddyBear

  func draw(on s: inout Sketch, _ m: Swatches, using g: inout PCG32) {
    switch self {
    case .person: Person(m, using: &g).draw(on: &s, using: &g)
    case .teddyBear: TeddyBear(m, using: &g).draw(on: &s, using: &g)
    }
  }
}

/// One person: proportions, clothes and a posture, in units of which a grown person is about 100 tall.
///
/// Main: shirt, coat or dress; trim: trousers or skirt; accent: skin, its second colour the hair's.
struct Person: Sendable {
  var skin: Swatch
  var dress: Dress
  var head: HumanHead
  var posture: Posture
  /// Of the upper and the lower half.
  var torso: Double
  var legs: Double
  var arms: Double
  /// Of all limbs and the trunk, beside the usual.
  var girth: Double

  init(_ m: Swatches, using g: inout PCG32) {
    skin = m.accent.plain
    dress = Dress(m, using: &g)
    posture = Posture(using: &g)
    head = HumanHead(m, view: posture.view, using: &g)
    let isChild = g.chance(0.2)
    torso = g.uniform(28...36.0) * (isChild ? 0.75 : 1)
    legs = g.uniform(36...50.0) * (isChild ? 0.68 : 1)
    arms = torso * g.uniform(0.85...1.05)
    girth = g.uniform(0.8...1.3) * (isChild ? 0.8 : 1)
  }

  private var shoulderHalf: Double { (posture.view == .side ? 3.5 : 10.5) * girth }
  private var hipHalf: Double { (posture.view == .side ? 2.5 : 5.5) * girth }

  /// Back to front: far arm and leg, near leg, trunk, head, near arm.
  func draw(on s: inout Sketch, using g: inout PCG32) {
    var body = Sketch()
    let hip: Path.XY = (0, 0)
    let neck = Bone.end(hip, .pi - posture.lean, torso)
    arm(&body, from: (neck.0 - shoulderHalf, neck.1 + 4), posture.arms[0], isFar: true)
    if posture.crop != .bust { lowerBody(&body) }
    trunk(&body, from: hip, to: neck)
    let skull = Bone.end(neck, .pi - posture.lean * 0.6, head.radius * 1.25 + 2)
    body.add(.limb([neck, skull], [7 * girth, 6 * girth]), skin)
    let turn = posture.lean * 0.5 + posture.nod
    if dress.hasHood {
      body.add(.circle(skull.0 - 1, skull.1, head.radius * 1.25), dress.top.plain.shaded(-0.1))
    }
    body.add(head.sketch(), on: Joint(skull, turn: turn))
    arm(&body, from: (neck.0 + shoulderHalf, neck.1 + 4), posture.arms[1])
    s.add(body, on: Joint((50, 50), turn: posture.roll))
  }

  // MARK: Limbs

  private func lowerBody(_ s: inout Sketch) {
    let half = legs / 2
    var knees: [Path.XY] = []
    var feet: [Path.XY] = []
    for (i, pose) in posture.legs.enumerated() {
      let root = (i == 0 ? -hipHalf : hipHalf, 0.0)
      let knee = Bone.end(root, pose.upper, half * posture.thighLength)
      let foot = Bone.end(knee, pose.lower, half * (posture.crop == .knees ? 0.25 : 1))
      knees.append(knee)
      feet.append(foot)
      let shade = i == 0 && posture.view == .side ? -0.2 : 0.0
      let (thigh, shin) = (dress.thigh(skin).shaded(shade), dress.shin(skin).shaded(shade))
      let width = girth * (dress.legs == .wide ? 1.25 : 1)
      s.add(.limb([knee, Bone.middle(knee, foot), foot], [10 * width, 9 * width, 6.5 * width]), shin)
      s.add(.limb([root, Bone.middle(root, knee), knee], [13.5 * girth, 12 * width, 10 * width]), thigh)
      guard posture.crop == .none else { continue }
      let toe = posture.view == .side ? 3.5 : (i == 0 ? -1.5 : 1.5)
      s.add(
        .ellipse(
          foot.0 + toe * cos(pose.lower), foot.1 + 1.5, posture.view == .side ? 7 : 5, 3.6, turn: -pose.lower),
        dress.shoes)
    }
    if dress.isSkirt { skirt(&s, knees, feet) }
  }

  /// A skirt from the hips to the knees or to the feet, wherever they are.
  private func skirt(_ s: inout Sketch, _ knees: [Path.XY], _ feet: [Path.XY]) {
    let hems = dress.legs == .longSkirt ? feet : knees
    let (left, right) = (min(hems[0].0, hems[1].0), max(hems[0].0, hems[1].0))
    let low = max(hems[0].1, hems[1].1)
    let flare = 4.5 * girth * (dress.legs == .longSkirt ? 1.4 : 1)
    s.add(
      .blob([
        (-hipHalf - 4, -5), (hipHalf + 4, -5), (right + flare, low - 2), ((left + right) / 2, low + 1.5),
        (left - flare, low - 2),
      ]), dress.bottom)
  }

  private func trunk(_ s: inout Sketch, from hip: Path.XY, to neck: Path.XY) {
    let joint = Joint(hip, turn: posture.lean)
    let (wide, low) = (shoulderHalf + 3.5 * girth, hipHalf + 4.5 * girth)
    let waist = (wide + low) / 2 * dress.waist
    let hem = dress.isCoat && posture.legs[0].upper.magnitude < 0.7 ? legs * 0.4 : 4.0
    var outline: [Path.XY] = [
      (-wide * 0.55, -torso - 1), (wide * 0.55, -torso - 1), (wide, -torso + 5), (waist, -torso * 0.45),
    ]
    outline += [(low, hem * 0.5), (low * 1.05, hem), (0, hem + 1), (-low * 1.05, hem), (-low, hem * 0.5)]
    outline += [(-waist, -torso * 0.45), (-wide, -torso + 5)]
    s.add(Path.blob(outline).mapped(joint.callAsFunction), dress.top)
    if dress.isOpen, posture.view == .facing {
      s.inlay(
        Path.polygon([(-3.5, -torso), (3.5, -torso), (2.5, hem - 1), (-2.5, hem - 1)])
          .mapped(joint.callAsFunction), dress.under)
    }
  }

  /// An arm: the sleeve to the elbow or to the wrist, then skin.
  private func arm(_ s: inout Sketch, from shoulder: Path.XY, _ pose: Posture.Limb, isFar: Bool = false) {
    let shade = isFar && posture.view == .side ? -0.2 : 0.0
    let elbow = Bone.end(shoulder, pose.upper, arms * 0.5)
    let hand = Bone.end(elbow, pose.lower, arms * 0.5)
    let sleeve = dress.top.shaded(shade)
    let bare = skin.shaded(shade)
    let lower = dress.sleeves == .long ? sleeve : bare
    s.add(.circle(hand.0, hand.1, 3.4 * girth), bare)
    s.add(.limb([elbow, Bone.middle(elbow, hand), hand], [7.5 * girth, 7 * girth, 5.5 * girth]), lower)
    s.add(
      .limb([shoulder, Bone.middle(shoulder, elbow), elbow], [9.5 * girth, 8.5 * girth, 7.5 * girth]),
      dress.sleeves == .none ? bare : sleeve)
  }
}

/// What a person wears.
struct Dress: Sendable {
  enum Sleeves: Sendable, CaseIterable { case none, short, long }
  enum Legs: Sendable { case trousers, wide, shorts, skirt, longSkirt, bare }

  var top: Swatch
  var bottom: Swatch
  var under: Swatch
  var shoes: Swatch
  var sleeves: Sleeves
  var legs: Legs
  var isCoat: Bool
  /// An open jacket.
  var isOpen: Bool
  var hasHood: Bool
  /// Its width beside that of shoulders and hips.
  var waist: Double

  init(_ m: Swatches, using g: inout PCG32) {
    (top, bottom) = (m.main, m.trim)
    top.grain = g.uniform(0.6...1.2)
    under = Swatch((Palette.white + .sky + .charcoal).color(using: &g))
    shoes = Swatch((Palette.black + .white + .brown + .charcoal + .bright).color(using: &g))
    let all: [Legs] = [.trousers, .trousers, .trousers, .wide, .shorts, .shorts, .skirt, .longSkirt, .bare]
    legs = all[g.below(all.count)]
    isCoat = g.chance(0.15)
    sleeves = isCoat ? .long : [Sleeves.none, .short, .short, .long, .long][g.below(5)]
    isOpen = g.chance(0.2)
    hasHood = sleeves == .long && g.chance(0.12)
    waist = g.uniform(0.75...1.1)
    // Overalls, suits and dresses are of one colour from top to bottom.
    if g.chance(0.25) { bottom = top }
    // Swimmers.
    if legs == .bare, g.chance(0.5) {
      (top, sleeves, isCoat, isOpen, hasHood) = (m.accent.plain, .none, false, false, false)
    }
  }

  var isSkirt: Bool { legs == .skirt || legs == .longSkirt }

  func thigh(_ skin: Swatch) -> Swatch { legs == .bare ? skin : bottom }

  func shin(_ skin: Swatch) -> Swatch {
    switch legs {
    case .trousers, .wide, .longSkirt: bottom
    case .shorts, .skirt, .bare: skin
    }
  }
}
