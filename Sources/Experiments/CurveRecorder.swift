import TrainingStrategies

/// Thins the losses of a training out to some hundred points, each the mean of the steps since the one before. It travels
/// with the checkpoint, so a curve has no gap where a process was stopped.
struct CurveRecorder: Codable, Equatable {
  private(set) var points: [CurvePoint] = []
  private let stage: String
  private let interval: Int
  private var sums: [String: Double] = [:]
  private var count = 0

  init(stage: String, steps: Int, points: Int = 60) {
    self.stage = stage
    interval = max(1, steps / points)
  }

  mutating func record(_ losses: StepLosses) {
    for (name, value) in losses.terms { sums[name, default: 0] += Double(value) }
    count += 1
    guard count == interval else { return }
    // Four digits are enough to draw.
    let means = sums.mapValues { ($0 / Double(count) * 1e4).rounded() / 1e4 }
    points.append(CurvePoint(stage: stage, step: losses.step + 1, losses: means))
    (sums, count) = ([:], 0)
  }
}
