import Foundation
import Tensors

/// Keeps the record of a run in its output folder while it goes on.
///
/// Time is counted to the kinds of work that go on, in equal parts where several go on side by side, so the kinds add up to
/// the whole. The file is written with each checkpoint and each result, and a process that finds everything done leaves
/// it as it is.
public final class RunRecorder: @unchecked Sendable {
  private let path: String
  private let tablePath: String
  private let clock: @Sendable () -> Double
  private let lock = NSLock()
  private var record: RunRecord
  /// The record that was there; nil if there was none of this run.
  private let former: RunRecord?
  /// What each thread works on.
  private var works: [ObjectIdentifier: RunRecord.Work] = [:]
  private var lastLap: Double
  /// Whether this process computed something.
  private var hasWorked = false

  /// A recorder that goes on with the record in an output folder, or begins one with what the plan knows to be spent.
  ///
  /// - Parameters:
  ///   - say: where a line about a damaged record goes.
  ///   - clock: seconds, for tests.
  public init(
    _ plan: RunPlan, profile: Profile, base: Experiment, threads: Int, output: OutputFolders,
    say: (String) -> Void,
    clock: @escaping @Sendable () -> Double = Stopwatch.now
  ) throws {
    (path, tablePath, self.clock) = ("\(output.results)/run.json", "\(output.results)/run.md", clock)
    lastLap = clock()
    let base = try Fingerprint(of: base).short
    var found: RunRecord?
    if FileManager.default.fileExists(atPath: path) {
      do {
        found = try RunRecord(contentsOf: path)
      } catch let error as InputError {
        say("\(error); it is begun anew")
      }
    }
    former = found.flatMap { $0.profile == profile && $0.base == base ? $0 : nil }
    let spent = plan.secondsSpent
    record =
      former
      ?? RunRecord(
        profile: profile, base: base, host: .here(threads: threads),
        start: spent.isEmpty ? Date().ISO8601Format() : nil, processes: 0, runs: 0, seconds: spent,
        peakMemory: 0)
    record.host = .here(threads: threads)
    record.processes += 1
    record.runs = plan.doneCount
  }

  /// Seconds on the clock of all processes.
  public var secondsInAll: Double { lock.withLock { record.secondsInAll } }

  /// Counts the time that `body` takes to a kind of work, until it counts some to another.
  public func during<Value>(_ work: RunRecord.Work, _ body: () throws -> Value) rethrows -> Value {
    let outer = turn(to: work)
    defer { turn(to: outer) }
    return try body()
  }

  /// This thread works on something else from now on. Returns what it worked on.
  @discardableResult
  private func turn(to work: RunRecord.Work?) -> RunRecord.Work? {
    lock.withLock {
      lap()
      let thread = ObjectIdentifier(Thread.current)
      defer { works[thread] = work }
      return works[thread]
    }
  }

  private func lap() {
    let now = clock()
    let present = works.isEmpty ? [.other] : works.values.sorted { $0.rawValue < $1.rawValue }
    for work in present {
      record.seconds[work.rawValue, default: 0] += (now - lastLap) / Double(present.count)
    }
    lastLap = now
  }

  /// Something was computed: writes the record.
  func save() throws { try lock.withLock(saveLocked) }

  private func saveLocked() throws {
    hasWorked = true
    lap()
    record.secondsInAll = record.seconds.values.reduce(0, +)
    record.peakMemory = max(record.peakMemory, Self.peakMemory)
    try record.write(to: path)
  }

  /// A run has its result now.
  func finishRun() throws {
    try lock.withLock {
      record.runs += 1
      try saveLocked()
    }
  }

  /// Writes the record a last time, with its table. Where nothing was computed, what is there stays.
  public func finish() throws {
    try lock.withLock {
      if let former, !hasWorked { record = former } else { try saveLocked() }
    }
    let table = Data(record.document.markdown.utf8)
    if try !FileManager.default.fileExists(atPath: tablePath) || readWhole(tablePath) != table {
      try writeWhole(table, to: tablePath)
    }
  }

  /// The most memory that this process had, in bytes.
  private static var peakMemory: Int {
    var usage = rusage()
    #if os(Linux)
      // The C library declares the constant and the parameter with types that Swift keeps apart.
      guard getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage) == 0 else { return 0 }
      return usage.ru_maxrss << 10
    #else
      guard getrusage(RUSAGE_SELF, &usage) == 0 else { return 0 }
      return usage.ru_maxrss
    #endif
  }
}

extension RunRecorder? {
  /// Counts the time that `body` takes to a kind of work, if anybody counts.
  func during<Value>(_ work: RunRecord.Work, _ body: () throws -> Value) rethrows -> Value {
    guard let self else { return try body() }
    return try self.during(work, body)
  }
}
