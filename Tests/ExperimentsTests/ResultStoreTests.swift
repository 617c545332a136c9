import COCO
import Foundation
import Tensors
import Testing

@testable import Experiments

@Suite("§3 Results are stored once, whole, and noticed when damaged")
struct ResultStoreTests {
  @Test("A stored result is read back equal, under the name of its experiment's fingerprint")
  func roundTrip() throws {
    try inTemporaryFolder { folder in
      let store = ResultStore(folder: folder)
      let result = SampleResults.result()
      #expect(try store.result(of: result.experiment) == nil)
      try store.write(result)
      #expect(try store.result(of: result.experiment) == result)
      #expect(try store.all() == [result])
      let name = try Fingerprint(of: result.experiment).short
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["\(name).json"])
    }
  }

  @Test("Another seed is another result")
  func seeds() throws {
    try inTemporaryFolder { folder in
      let store = ResultStore(folder: folder)
      let result = SampleResults.result()
      try store.write(result)
      #expect(try store.result(of: result.experiment.with { $0.seed += 1 }) == nil)
    }
  }

  @Test(
    "A file that was cut, altered or renamed is said aloud and not used",
    arguments: ["cut", "altered", "renamed"])
  func damage(_ kind: String) throws {
    try inTemporaryFolder { folder in
      let lines = Lines()
      let store = ResultStore(folder: folder) { lines.append($0) }
      let result = SampleResults.result()
      try store.write(result)
      var wanted = result.experiment
      let path = try store.path(of: wanted)
      let text = try String(contentsOfFile: path, encoding: .utf8)
      switch kind {
      case "cut":
        try text.prefix(text.count / 2).description.write(toFile: path, atomically: true, encoding: .utf8)
      case "altered":
        let altered = text.replacingOccurrences(of: "0.125", with: "0.625")
        #expect(altered != text)
        try altered.write(toFile: path, atomically: true, encoding: .utf8)
      default:
        wanted.seed += 1
        try FileManager.default.moveItem(atPath: path, toPath: store.path(of: wanted))
      }
      #expect(try store.result(of: wanted) == nil)
      #expect(lines.all.count == 1)
      #expect(lines.all[0].contains("computed anew"))
    }
  }

  @Test("A checkpoint is read back, gives way to the finished model, and is refused when altered")
  func checkpoints() throws {
    try inTemporaryFolder { folder in
      let lines = Lines()
      let store = CheckpointStore(folder: folder) { lines.append($0) }
      let key = try Fingerprint(of: "a training")
      let state = Safetensors(
        tensors: ["w": Tensor(shape: [2, 3], values: [1, 2, 3, 4, 5, -0.1])], metadata: ["step": "7"])
      #expect(try store.read(key, .underway) == nil)
      try store.write(state, of: key, .underway)
      #expect(try store.read(key, .underway) == state)
      try store.write(state, of: key, .finished)
      #expect(try store.read(key, .underway) == nil)
      #expect(try store.read(key, .finished) == state)

      var bytes = try readWhole(store.path(of: key, .finished))
      bytes[bytes.count - 1] ^= 1
      try writeWhole(bytes, to: store.path(of: key, .finished))
      #expect(try store.read(key, .finished) == nil)
      #expect(lines.all.count == 1)
    }
  }
}

@Suite("§3 Fingerprints")
struct FingerprintTests {
  @Test("SHA-256 of the standard's own examples")
  func sha256() {
    // FIPS 180-2, appendix B, and the empty message.
    #expect(
      Fingerprint(ofBytes: []).description
        == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(
      Fingerprint(ofBytes: "abc".utf8).description
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(
      Fingerprint(ofBytes: "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".utf8).description
        == "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")
    #expect(
      Fingerprint(ofBytes: [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000)).description
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  @Test("Equal values have equal fingerprints, and every field counts")
  func fields() throws {
    let base = SampleResults.experiment()
    func print(_ change: (inout Experiment) -> Void) throws -> String {
      try Fingerprint(of: base.with(change)).description
    }
    let all = [
      try print { _ in }, try print { $0.seed = 9 }, try print { $0.detectorSeed = 9 },
      try print { $0.split = .random(count: 20, trial: 3) }, try print { $0.strategy = .endToEnd },
      try print { $0.contender = .wholeBox },
    ]
    #expect(Set(all).count == all.count)
    #expect(try print { _ in } == all[0])
  }

  @Test("What only the judging looks at does not train anew")
  func sharing() {
    let base = SampleResults.experiment()
    let stageOne = base.stageOneIdentity
    #expect(base.with { $0.split = .nonVOC }.stageOneIdentity == stageOne)
    #expect(base.with { $0.seed = 5 }.stageOneIdentity == stageOne)
    #expect(base.with { $0.detectorSeed = 5 }.stageOneIdentity != stageOne)
    // The oracle saw all masks: the split only judges it.
    let oracle = base.with { $0.contender = .full(.oracle) }
    #expect(oracle.with { $0.split = .nonVOC }.trainingIdentity == oracle.trainingIdentity)
    #expect(base.with { $0.split = .nonVOC }.trainingIdentity != base.trainingIdentity)
  }
}
