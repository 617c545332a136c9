import Foundation
import Tensors

/// What a run took: the time by kind of work, over all processes that worked on it, the memory, the machine.
public struct RunRecord: Codable, Hashable, Sendable {
  /// Kinds of work.
  public enum Work: String, Codable, CaseIterable, Sendable {
    /// The detectors that runs share.
    case stageOne = "stage one"
    /// The mask sides around them, with what the frozen detector sees.
    case stageWise = "stage-wise trainings"
    /// Trainings end to end.
    case endToEnd = "end-to-end trainings"
    /// Average precision, masks in true boxes.
    case judging
    /// Tables and figures.
    case drawing = "tables and figures"
    /// Scenes, files, what remains.
    case other
  }

  /// How much was run.
  public var profile: Profile
  /// The fingerprint of what every row starts from.
  public var base: String
  /// The machine, the commit and the versions, of the last process that worked on it.
  public var host: HostFacts
  /// When the first process started (ISO 8601); nil where the record was begun from results that were there.
  public var start: String?
  /// The processes that worked on it.
  public var processes: Int
  /// The runs that have a result.
  public var runs: Int
  /// Seconds on the clock, by kind of work. Those that a killed process spent after its last checkpoint are missing.
  public var seconds: [String: Double]
  /// Their sum.
  public var secondsInAll: Double
  /// The most memory that a process had at a time, in bytes.
  public var peakMemory: Int

  /// A table of it.
  public var document: TableDocument {
    func row(_ name: String, _ value: String?) -> TableDocument.Row {
      .init(cells: [name, value ?? "–"], origin: .paper)
    }
    var rows = [
      row("runs", "\(runs)"), row("processes", "\(processes)"), row("start", start),
      row("time in all", Progress.duration(secondsInAll)),
    ]
    for work in Work.allCases {
      rows.append(row(work.rawValue, Progress.duration(seconds[work.rawValue] ?? 0)))
    }
    rows += [
      row("peak memory", "\(peakMemory >> 20) MiB"), row("processor", host.processor),
      row("cores, threads", "\(host.cores), \(host.threads)"), row("system", host.system),
      row("OpenBLAS", host.openBLAS.map { "\($0), kernels \(host.kernels)" } ?? "kernels \(host.kernels)"),
      row("Swift", host.swift), row("commit", host.commit),
    ]
    let missing =
      start == nil
      ? "Begun from results that were there: what these do not tell, such as the regions of their detectors, is missing."
      : nil
    return TableDocument(
      name: "run", title: "What the run took",
      caption: "Time on the clock, over all processes that worked on it, and where.",
      groups: [], columns: ["", ""], rows: rows,
      notes: [
        "Machine, versions and commit are those of the last process that computed something; each result names its own.",
        missing, profile.note,
      ].compactMap { $0 })
  }

  /// Reads a record. Throws `InputError` if the file is none.
  public init(contentsOf path: String) throws {
    do {
      self = try JSONDecoder().decode(RunRecord.self, from: readWhole(path))
    } catch is DecodingError {
      throw InputError(file: path, problem: "is not a whole record of a run")
    }
  }

  /// A record from its parts.
  public init(
    profile: Profile, base: String, host: HostFacts, start: String?, processes: Int, runs: Int,
    seconds: [String: Double], peakMemory: Int
  ) {
    (self.profile, self.base, self.host, self.start) = (profile, base, host, start)
    (self.processes, self.runs, self.seconds, self.peakMemory) = (processes, runs, seconds, peakMemory)
    secondsInAll = seconds.values.reduce(0, +)
  }

  /// Writes it as JSON.
  func write(to path: String) throws { try writeWhole(readableJSON(self), to: path) }
}
