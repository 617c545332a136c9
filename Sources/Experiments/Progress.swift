import Foundation

/// Tells how far long work has come, on standard error.
///
/// On a terminal it is one line that is written over: a bar, the rate, the time left. Elsewhere it is a plain line
/// every ten seconds, and one at the end, so that a log stays short. Work that is a part of a whole has the whole in front
/// of its own steps (`ProgressDisplay.whole`).
public final class Progress: @unchecked Sendable {
  /// Where the lines go.
  public typealias Display = ProgressDisplay

  private struct State {
    var done: Int
    var note = ""
    var lastShown: Double
  }

  private let title: String
  private let unit: String
  private let total: Int
  /// What an earlier process had done: it counts as progress, not as rate.
  private let doneBefore: Int
  private let start: Double
  private let display: Display
  private let write: @Sendable (String) -> Void
  private let clock: @Sendable () -> Double
  private let lock = NSLock()
  private var state: State

  /// Work of `total` units, of which `done` are there already. `write` and `clock` (seconds) are for tests.
  public init(
    _ title: String, total: Int, done: Int = 0, unit: String = "steps", display: Display = .standardError,
    write: @escaping @Sendable (String) -> Void = { FileHandle.standardError.write(Data($0.utf8)) },
    clock: @escaping @Sendable () -> Double = { Double(DispatchTime.now().uptimeNanoseconds) * 1e-9 }
  ) {
    (self.title, self.unit, self.total, self.display) = (title, unit, total, display)
    (self.write, self.clock, doneBefore) = (write, clock, done)
    start = clock()
    state = State(done: done, lastShown: start)
    if case .terminal = display.kind { show(done, "", at: start) }
  }

  /// Counts units as done. The note stands at the end of the line: a loss, say.
  public func advance(by count: Int = 1, note: String? = nil) {
    let now = clock()
    let due: (Int, String)? = lock.withLock {
      state.done += count
      if let note { state.note = note }
      guard now - state.lastShown >= interval else { return nil }
      state.lastShown = now
      return (state.done, state.note)
    }
    if let (done, note) = due { show(done, note, at: now) }
  }

  /// Ends the line, saying how long it took.
  public func finish(note: String? = nil) {
    let (done, note) = lock.withLock { (state.done, note ?? state.note) }
    let now = clock()
    var text = "\(title): \(done) \(unit) in \(Self.duration(now - start))"
    if done > doneBefore { text += ", \(Self.rate(Double(done - doneBefore) / max(now - start, 1e-9)))/s" }
    if !note.isEmpty { text += ", \(note)" }
    let whole = display.whole?.text(left: 0)
    switch display.kind {
    case .terminal(let width):
      // The line of a whole goes on with its next part.
      guard whole == nil else { return show(done, note, at: now) }
      write("\r\(text.fitted(to: width - 1))\n")
    case .lines: write((whole.map { "\($0) · " } ?? "") + "\(text)\n")
    case .silent: break
    }
  }

  private var interval: Double {
    switch display.kind {
    case .terminal: 0.1
    case .lines(let interval): interval
    case .silent: .infinity
    }
  }

  private func show(_ done: Int, _ note: String, at now: Double) {
    let rate = Double(done - doneBefore) / max(now - start, 1e-9)
    let left = rate > 0 ? Double(max(0, total - done)) / rate : nil
    let whole = display.whole.map { ($0.fraction, $0.text(left: left ?? 0)) }
    var steps = ": \(done) of \(total) \(unit)"
    if rate > 0 { steps += ", \(Self.rate(rate))/s" }
    if whole == nil, let left { steps += ", \(Self.duration(left)) left" }
    if !note.isEmpty { steps += ", \(note)" }
    let front = whole.map { "\($0.1) · " } ?? ""
    switch display.kind {
    case .terminal(let width):
      let bar = whole.map { Self.bar($0.0, width: 10) }
      let before = "\(bar ?? Self.bar(Double(done) / Double(max(total, 1)), width: 20)) \(front)"
      // Where there is no room for all of it, the title gives way: numbers are what one looks for.
      let room = max(width - 1 - before.count - steps.count, 8)
      let title = title.count > room ? title.prefix(room - 1) + "…" : title[...]
      write("\r" + "\(before)\(title)\(steps)".fitted(to: width - 1))
    case .lines: write("\(front)\(title)\(steps)\n")
    case .silent: break
    }
  }

  /// `[########............]`.
  static func bar(_ fraction: Double, width: Int) -> String {
    let filled = Int((min(max(fraction, 0), 1) * Double(width)).rounded(.down))
    return "[" + String(repeating: "#", count: filled) + String(repeating: ".", count: width - filled) + "]"
  }

  /// `9.4 s`, `39 s`, `4 min 05 s`, `1 h 04 min`.
  public static func duration(_ seconds: Double) -> String {
    guard seconds.isFinite else { return "unknown time" }
    if seconds < 9.95 { return "\(decimal(seconds, 1)) s" }
    let whole = Int(seconds.rounded())
    func twoDigits(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
    if whole < 60 { return "\(whole) s" }
    if whole < 3600 { return "\(whole / 60) min \(twoDigits(whole % 60)) s" }
    return "\(whole / 3600) h \(twoDigits(whole % 3600 / 60)) min"
  }

  private static func rate(_ rate: Double) -> String {
    decimal(rate, rate < 10 ? 2 : rate < 100 ? 1 : 0)
  }
}
