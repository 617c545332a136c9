import Foundation
import Tensors
import Testing

@testable import Experiments

/// The real program, killed as a machine that loses its power kills it.
@Suite("§3 A run that is killed again and again")
struct KillTests {
  /// `reproduce`, which lies beside the tests in the build folder.
  static var program: URL? {
    let bundles = Bundle.allBundles.filter { $0.bundlePath.hasSuffix(".xctest") }.map(\.bundleURL)
    let folders = (bundles + [Bundle.main.executableURL].compactMap { $0 }).map {
      $0.deletingLastPathComponent()
    }
    return folders.map { $0.appendingPathComponent("reproduce") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }

  /// A process that was started here and is waited for here.
  struct Child {
    let id: pid_t

    /// `reproduce all` on one small study: stage one, two trainings of stage two, one end to end.
    init(_ program: URL, base: String, output: String) throws {
      try self.init(
        program,
        [
          "all", "--smoke", "--only", "table-1d", "--base", base, "--output", output, "--checkpoint-interval",
          "0",
          "--threads", "2",
        ])
    }

    /// `reproduce` with these arguments. What it says goes to a file, or nowhere.
    init(_ program: URL, _ arguments: [String], log: String = "/dev/null", in folder: String = "/") throws {
      // The shell is replaced by the program, which keeps its process.
      let arguments =
        ["/bin/sh", "-c", #"cd "$0"; log="$1"; shift; exec "$@" >"$log" 2>&1"#, folder, log, program.path]
        + arguments
      var id: pid_t = 0
      let cStrings = arguments.map { strdup($0) } + [nil]
      defer { for string in cStrings { free(string) } }
      try #require(posix_spawn(&id, "/bin/sh", nil, nil, cStrings, environ) == 0)
      self.id = id
    }

    /// How it ended, as `waitpid` tells: 0 after a success, a signal's number after a kill. Nil if it has not.
    func status() -> Int32? {
      var status: Int32 = 0
      return waitpid(id, &status, WNOHANG) == id ? status : nil
    }

    /// Waits for its end. One that takes minutes is killed.
    func end() -> Int32 {
      let limit = Date(timeIntervalSinceNow: 120)
      while Date() < limit {
        if let status = status() { return status }
        usleep(2000)
      }
      kill(id, SIGKILL)
      var status: Int32 = 0
      waitpid(id, &status, 0)
      return status
    }
  }

  /// The results of a folder without what the clock and the machine say, and the tables.
  static func outcome(_ output: String) throws -> (results: [RunResult], tables: [String: Data]) {
    let folder = OutputFolders(root: output).results
    let results = try ResultStore(folder: folder).all().map { result in
      var result = result
      result.seconds = Seconds(training: 0, evaluation: 0)
      return result
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { ($0.hasSuffix(".md") || $0.hasSuffix(".csv")) && $0 != "run.md" }
    return (
      results, try Dictionary(uniqueKeysWithValues: names.map { ($0, try readWhole("\(folder)/\($0)")) })
    )
  }

  /// Whether a file is being written in one of the folders.
  static func isWriting(_ folders: [String]) -> Bool {
    folders.contains { folder in
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      return names.contains { $0.hasSuffix(".part") }
    }
  }

  @Test(
    "Killed with SIGKILL ten times in a row, at random moments and in the middle of writes, it ends with the same bits"
  )
  func tenKills() throws {
    let program = try #require(Self.program, "`reproduce` is not beside the tests: `swift build` builds it")
    try inTemporaryFolder { folder in
      let base = "\(folder)/base.json"
      try writeWhole(canonicalJSON(LongTrainingTests.experiment), to: base)

      // Undisturbed.
      let through = "\(folder)/through"
      let seconds = try Benchmark.clocked {
        let status = try Child(program, base: base, output: through).end()
        #expect(status == 0)
      }

      // Moments are shares of the time that it takes: they fall on trainings of every kind, on results and on drawings. A
      // process that ends before it is killed does not count, and the next ones are killed sooner.
      let killed = OutputFolders(root: "\(folder)/killed")
      var generator = PCG32(seed: 10)
      var (kills, attempts, scale) = (0, 0, seconds)
      while kills < 10 {
        attempts += 1
        try #require(attempts < 40, "only \(kills) of \(attempts) processes were there to be killed")
        let child = try Child(program, base: base, output: killed.root)
        Thread.sleep(forTimeInterval: scale * Double.random(in: 0.02..<0.22, using: &generator))
        if attempts % 3 == 0 {
          // From here to the next write.
          let folders = attempts % 2 == 0 ? [killed.results] : [killed.runs, killed.results]
          let limit = Date(timeIntervalSinceNow: 0.1 * scale)
          while Date() < limit, !Self.isWriting(folders) { usleep(200) }
        }
        kill(child.id, SIGKILL)
        switch child.end() {
        case SIGKILL: kills += 1
        case let status:
          #expect(status == 0)
          scale *= 0.7
        }
      }

      // A process that is no more left the middle of a write behind.
      let dead = try Child(program, base: "\(folder)/no such file", output: "\(folder)/nowhere")
      #expect(dead.end() != 0)
      for folder in [killed.runs, killed.results] {
        try Data("half".utf8).write(to: URL(fileURLWithPath: "\(folder)/x.\(dead.id)-0.part"))
      }
      #expect(try Child(program, base: base, output: killed.root).end() == 0)
      let (expected, found) = (try Self.outcome(through), try Self.outcome(killed.root))
      #expect(expected.results.count == 3 && expected.tables.count > 5)
      #expect(found.results == expected.results)
      #expect(found.tables == expected.tables)
      // What the kills left in the middle of a write is gone, and the record counts all that worked.
      #expect(!Self.isWriting([killed.runs, killed.results, killed.figures]))
      let record = try RunRecord(contentsOf: "\(killed.results)/run.json")
      #expect(record.runs == 3 && record.processes > 1)
    }
  }
}
