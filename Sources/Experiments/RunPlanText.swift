extension RunPlan {
  /// The plan for people: a line for each run below its study's title, and a sum.
  public var lines: [String] {
    var lines: [String] = []
    var spent = 0.0
    for (title, entries) in sections() {
      lines.append(title)
      for entry in entries {
        spent += entry.spent ?? 0
        lines.append("  \(entry.state.words.padded(to: 26))\(entry.time.padded(to: 16))\(entry.title)")
        if case .damaged(let problem) = entry.state { lines.append("    \(problem)") }
      }
      lines.append("")
    }
    let rest = rest()
    let left =
      if doneCount == count {
        "nothing left to do"
      } else if rest.isWhole {
        "\(Progress.duration(rest.seconds)) left"
      } else if rest.seconds > 0 {
        "more than \(Progress.duration(rest.seconds)) left"
      } else {
        "time left not known: nothing like it was done yet"
      }
    lines.append("\(doneCount) of \(count) runs done, \(Progress.duration(spent)) spent, \(left)")
    return lines
  }
}

extension RunPlan.Entry {
  /// What it took, or what it may take in all.
  var time: String {
    if let sharedWith { return "in \(sharedWith)" }
    if state == .done { return spent.map { Progress.duration($0) } ?? "–" }
    return left.map { "~ \(Progress.duration((spent ?? 0) + $0))" } ?? "–"
  }
}

extension RunPlan.State {
  /// A few words.
  var words: String {
    switch self {
    case .done: "done"
    case .underway(let step, let steps): "underway, \(step) of \(steps)"
    case .trained: "trained, to be judged"
    case .toDo: "to do"
    case .damaged: "damaged, done again"
    }
  }
}

extension String {
  /// With spaces behind it, at least one, to a width.
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(1, width - count))
  }
}
