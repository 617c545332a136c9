import COCO
import Foundation
import Tensors
import Testing

@testable import Experiments

/// Results with made-up numbers, for tests of what stores and shows them.
enum SampleResults {
  static func experiment(_ profile: Profile = .smoke) -> Experiment { profile.base() }

  static func result(
    _ experiment: Experiment = experiment(), apOnB: Double = 0.125, apOnA: Double = 0.25,
    spreadOnB: Double = 0.01
  ) -> RunResult {
    func numbers(_ ap: Double) -> TwelveNumbers {
      TwelveNumbers(["AP": ap, "AP50": 2 * ap, "AP75": ap / 2, "APs": ap / 4, "APm": ap, "APl": 1.5 * ap])
    }
    func truth(_ iou: Double) -> TruthBoxScores {
      TruthBoxScores(
        meanIoU: iou, above50: iou, above75: iou / 2, count: 10, meanOfClasses: iou, accuracy: iou)
    }
    return RunResult(
      experiment: experiment,
      masks: SetScores(a: numbers(apOnA), b: numbers(apOnB), all: numbers((apOnA + apOnB) / 2)),
      boxes: SetScores(a: numbers(0.3), b: numbers(0.3), all: numbers(0.3)),
      truthBoxes: SetScores(a: truth(0.6), b: truth(0.5), all: truth(0.55)),
      thresholds: [ThresholdScore(threshold: 0.4, ap: SetScores(a: 0.2, b: 0.1, all: 0.15))],
      maskAPByClass: ["cat": 0.5, "banana": apOnB - spreadOnB, "zebra": apOnB + spreadOnB],
      samples: [SceneSample(imageID: 1, objects: [])],
      samplesInTrueBoxes: [SceneSample(imageID: 1, objects: [])],
      curve: [CurvePoint(stage: "mask", step: 20, losses: ["mask": 0.61])],
      seconds: Seconds(training: 1.5, evaluation: 0.5), masksPerClassInA: 12.5,
      host: HostFacts(
        kernels: "Generic", threads: 2, cores: 2, system: "a test", processor: nil, commit: nil))
  }
}

/// Lines that were said, from any thread.
final class Lines: @unchecked Sendable {
  private let lock = NSLock()
  private var lines: [String] = []
  func append(_ line: String) { lock.withLock { lines.append(line) } }
  var all: [String] { lock.withLock { lines } }
}

func inTemporaryFolder<Value>(_ body: (String) throws -> Value) throws -> Value {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(atPath: folder) }
  return try body(folder)
}
