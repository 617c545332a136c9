import Pictures
import Tensors

/// What has a screen or keys: tv, laptop, mouse, remote, keyboard, cell phone, each in several makes.
enum Device: BodyPlan {
  case tv(Television)
  case laptop(Laptop)
  case mouse(ComputerMouse)
  case remote(RemoteControl)
  case keyboard(Keyboard)
  case cellPhone(CellPhone)

  func draw(on s: inout Sketch, _ m: Swatches, using g: inout PCG32) {
    switch self {
    case .tv(let make): make.draw(on: &s, m, using: &g)
    case .laptop(let make): make.draw(on: &s, m, using: &g)
    case .mouse(let make): make.draw(on: &s, m, using: &g)
    case .remote(let make): make.draw(on: &s, m, using: &g)
    case .keyboard(let make): make.draw(on: &s, m, using: &g)
    case .cellPhone(let make): make.draw(on: &s, m, using: &g)
    }
  }
}

/// Kitchen machines: microwave, oven, toaster, sink, refrigerator, each in several makes.
enum Appliance: BodyPlan {
  case microwave(Microwave)
  case oven(Oven)
  case toaster(Toaster)
  case sink(Sink)
  case fridge(Refrigerator)

  /// The plainest of the refrigerators.
  static let refrigerator = Appliance.fridge(.topFreezer)

  func draw(on s: inout Sketch, _ m: Swatches, using g: inout PCG32) {
    switch self {
    case .microwave(let make): make.draw(on: &s, m, using: &g)
    case .oven(let make): make.draw(on: &s, m, using: &g)
    case .toaster(let make): make.draw(on: &s, m, using: &g)
    case .sink(let make): make.draw(on: &s, m, using: &g)
    case .fridge(let make): make.draw(on: &s, m, using: &g)
    }
  }
}

/// Book, clock, each in several makes.
enum IndoorThing: BodyPlan {
  case book(Book)
  case clock(Timepiece)

  func draw(on s: inout Sketch, _ m: Swatches, using g: inout PCG32) {
    switch self {
    case .book(let make): make.draw(on: &s, m, using: &g)
    case .clock(let make): make.draw(on: &s, m, using: &g)
    }
  }
}

/// Small things held in the hand: scissors, toothbrush, hair drier, each in several makes.
enum HandTool: BodyPlan {
  case scissors(Scissors)
  case toothbrush(Toothbrush)
  case hairDrier(HairDrier)

  func draw(on s: inout Sketch, _ m: Swatches, using g: inout PCG32) {
    switch self {
    case .scissors(let make): make.draw(on: &s, m, using: &g)
    case .toothbrush(let make): make.draw(on: &s, m, using: &g)
    case .hairDrier(let make): make.draw(on: &s, m, using: &g)
    }
  }
}
