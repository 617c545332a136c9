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
    clock: @escaping @Sendable () -> Double = Stopwatch.now
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
    switch (display.kind, display.whole) {
    // The line of a whole goes on with its next part.
    case (.terminal, .some): show(done, note, at: now)
    case (.terminal(let width), nil): write("\r\(text.fitted(to: width - 1))\n")
    case (.silent, _): break
    case (.lines, let whole):
      whole?.end(ObjectIdentifier(self))
      write((whole.map { "\($0.text) · " } ?? "") + "\(text)\n")
    }
    display.whole?.end(ObjectIdentifier(self))
  }

  deinit { display.whole?.end(ObjectIdentifier(self)) }

  private var interval: Double {
    switch display.kind {
    case .terminal: 0.1
    case .lines(let interval): interval
    case .silent: .infinity
    }
  }

  private func show(_ done: Int, _ note: String, at now: Double) {
    let speed = Double(done - doneBefore) / max(now - start, 1e-9)
    let rate = speed > 0 ? ", \(Self.rate(speed))/s" : ""
    let left = speed > 0 ? Double(max(0, total - done)) / speed : nil
    var steps = ": \(done) of \(total) \(unit)\(rate)"
    if display.whole == nil, let left { steps += ", \(Self.duration(left)) left" }
    if !note.isEmpty { steps += ", \(note)" }
    let own = WholeProgress.Work(
      title: title, steps: steps, stepsInShort: " \(done)/\(total)\(rate)", left: left ?? 0)
    let works = display.whole?.update(ObjectIdentifier(self), own) ?? [own]
    let front = display.whole.map { "\($0.text) · " } ?? ""
    switch display.kind {
    case .terminal(let width):
      let bar = display.whole.map { Self.bar($0.fraction, width: 10) }
      let before = "\(bar ?? Self.bar(Double(done) / Double(max(total, 1)), width: 20)) \(front)"
      write("\r\(before)\(Self.text(of: works, width: width - 1 - before.count))".fitted(to: width))
    case .lines: write("\(front)\(title)\(steps)\n")
    case .silent: break
    }
  }

  /// What goes on, in one line. Where there is no room for all of it, titles give way: numbers are what one looks for.
  static func text(of works: [WholeProgress.Work], width: Int) -> String {
    let steps = works.map { works.count == 1 ? $0.steps : $0.stepsInShort }
    let separators = 3 * (works.count - 1)
    let room = max((width - separators - steps.reduce(0) { $0 + $1.count }) / works.count, 8)
    return zip(works, steps).map { work, steps in
      (work.title.count > room ? work.title.prefix(room - 1) + "…" : work.title[...]) + steps
    }.joined(separator: " | ")
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
