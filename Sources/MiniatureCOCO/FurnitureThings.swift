import Foundation
import Pictures
import Tensors

/// What people sit, lie and eat on: bench, chair, couch, bed, dining table, toilet, and other makes of them.
///
/// All are built in space and seen from any side, now and then from above.
enum Furniture: String, BodyPlan, CaseIterable {
  case bench, chair, couch, bed, diningTable, toilet
  case slab, pew, stool, officeChair, armchair, foldingChair, shellChair, bunkBed, cot, urinal

  func draw(on s: inout Sketch, _ m: Swatches, using g: inout PCG32) {
    switch self {
    case .bench: Furniture.drawBench(&s, m, &g)
    case .slab: Furniture.drawSlab(&s, m, &g)
    case .pew: Furniture.drawPew(&s, m, &g)
    case .chair: Furniture.drawChair(&s, m, &g)
    case .stool: Furniture.drawStool(&s, m, &g)
    case .officeChair: Furniture.drawOfficeChair(&s, m, &g)
    case .armchair: Furniture.drawArmchair(&s, m, &g)
    case .foldingChair: Furniture.drawFoldingChair(&s, m, &g)
    case .shellChair: Furniture.drawShellChair(&s, m, &g)
    case .couch: Furniture.drawCouch(&s, m, &g)
    case .bed: Furniture.drawBed(&s, m, &g)
    case .bunkBed: Furniture.drawBunkBed(&s, m, &g)
    case .cot: Furniture.drawCot(&s, m, &g)
    case .diningTable: Furniture.drawDiningTable(&s, m, &g)
    case .toilet: Furniture.drawToilet(&s, m, &g)
    case .urinal: Furniture.drawUrinal(&s, m, &g)
    }
  }
}

// MARK: Benches

extension Furniture {
  /// A park bench: slats between two or three iron or wooden ends, with or without arms.
  static func drawBench(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    var bench = Solid(seen: .ofBench(using: &g))
    let (half, depth, seat) = (g.uniform(42...85.0), g.uniform(13...20.0), g.uniform(24...34.0))
    let (back, lean) = (seat + g.uniform(22...44.0), g.uniform(2...12.0))
    let (leg, hasArms) = (g.uniform(3...6.5), g.chance(0.5))
    let ends = half > 62 && g.chance(0.5) ? [-0.94, 0, 0.94] : [-g.uniform(0.7...0.97), 0.9]
    for end in ends {
      let x = end * half
      bench.rod([(x, 0, depth), (x, seat - 2, depth * 0.9), (x, seat - 2, -depth)], leg, m.trim)
      bench.rod([(x, 0, -depth * 0.9), (x, seat, -depth), (x, back, -depth - lean)], leg, m.trim)
      if hasArms {
        bench.rod(
          [(x, seat, depth * 0.8), (x, seat + 15, depth * 0.8), (x, seat + 17, -depth)], leg * 0.85, m.trim,
          layer: 2)
      }
    }
    let slats = g.drawOne(of: [1, 2, 3])
    for i in 0..<slats {
      let near = depth - 2 * depth * Double(i) / Double(slats)
      let far = near - 2 * depth / Double(slats) * 0.84
      bench.box(-half...half, seat...(seat + 4), far...near, m.main, layer: 1)
    }
    drawBenchBack(&bench, m, half, (seat + 7)...back, depth, lean, &g)
    bench.draw(on: &s)
  }

  /// The slats, staves or the single board that one leans against.
  private static func drawBenchBack(
    _ bench: inout Solid, _ m: Swatches, _ half: Double, _ up: ClosedRange<Double>, _ depth: Double,
    _ lean: Double, _ g: inout PCG32
  ) {
    let height = up.upperBound - up.lowerBound
    func board(_ x: ClosedRange<Double>, _ share: ClosedRange<Double>) {
      let (low, high) = (share.lowerBound, share.upperBound)
      let (back, top) = (-depth - lean * low, -depth - lean * high)
      bench.panel(
        [
          (x.lowerBound, up.lowerBound + height * low, back),
          (x.upperBound, up.lowerBound + height * low, back),
          (x.upperBound, up.lowerBound + height * high, top),
          (x.lowerBound, up.lowerBound + height * high, top),
        ], m.main, layer: 2, round: 1)
    }
    if g.chance(0.25) {
      let staves = 7
      for i in 0..<staves {
        let x = half * (-0.96 + 1.92 * Double(i) / Double(staves - 1))
        board((x - 3)...(x + 3), 0...0.9)
      }
      board((-half)...half, 0.86...1)
    } else {
      let boards = g.drawOne(of: [1, 2, 3])
      for i in 0..<boards {
        board(-half...half, (Double(i) / Double(boards))...((Double(i) + 0.8) / Double(boards)))
      }
    }
  }

  /// A bench without a back: a plank or a block of stone on feet.
  static func drawSlab(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    var bench = Solid(seen: .ofBench(using: &g))
    let (half, depth, seat) = (g.uniform(48...80.0), g.uniform(11...18.0), g.uniform(20...32.0))
    let (thickness, inset) = (g.uniform(4...11.0), g.uniform(0.5...0.92))
    if g.chance(0.5) {
      let foot = g.uniform(4...12.0)
      for x in [-half * inset, half * inset] {
        bench.box(
          (x - foot)...(x + foot), 0...seat, (-depth * 0.8)...(depth * 0.8), m.trim)
      }
    } else {
      let splay = g.uniform(0...8.0)
      for x in [-1.0, 1] {
        for z in [-1.0, 1] {
          bench.rod(
            (x * half * inset, seat, z * depth * 0.7), (x * (half * inset + splay), 0, z * depth * 0.9),
            g.uniform(3...7.0), m.trim)
        }
      }
    }
    let planks = g.drawOne(of: [1, 1, 2, 3])
    for i in 0..<planks {
      let far = -depth + 2 * depth * Double(i) / Double(planks)
      bench.box(
        -half...half, seat...(seat + thickness), far...(far + 2 * depth / Double(planks) * 0.9), m.main,
        layer: 1)
    }
    bench.draw(on: &s)
  }

  /// A closed wooden bench: a pew, a settle.
  static func drawPew(_ s: inout Sketch, _ m: Swatches, _ g: inout PCG32) {
    var bench = Solid(seen: .ofBench(using: &g))
    let (half, depth, seat) = (g.uniform(42...72.0), g.uniform(13...20.0), g.uniform(24...34.0))
    let back = seat + g.uniform(20...50.0)
    bench.box(-half...half, g.drawOne(of: [0.0, seat - 8])...seat, -depth...depth, m.main)
    bench.box(-half...half, seat...back, (-depth - 4)...(-depth), m.main.shaded(-0.05))
    let arm = seat + g.uniform(2...18.0)
    for x in [-half - 5, half] {
      bench.box(x...(x + 5), 0...arm, (-depth)...(depth * 1.05), m.trim)
      bench.box(x...(x + 5), 0...(back + 3), (-depth - 5)...(-depth + 3), m.trim)
    }
    bench.draw(on: &s)
  }
}

extension Viewpoint {
  /// Where a bench is seen from: seldom from its end, where its length would not show.
  fileprivate static func ofBench(using g: inout PCG32) -> Viewpoint {
    var view = Viewpoint.random([.facing, .threeQuarter, .threeQuarter, .behind, .above], using: &g)
    if abs(cos(view.turn)) < 0.55 { view.turn = g.uniform(0.3...1) }
    return view
  }
}
